"""What changed since the frozen run: figures to the digit, timings as ratios that decide nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.row import Row

from bench import reference

ROW = Row(
    "verdicts", 1_000, "stories", seconds=200.0, memory_mb=1_000, figures={"exact": 0.91234, "false supported": 0}
)


def frozen(path: Path, *rows: Row) -> dict[str, object]:
    reference.freeze(rows, path / "reference.json")
    return reference.load(path / "reference.json")


def test_the_same_run_changes_nothing(tmp_path: Path) -> None:
    lines = reference.changes([ROW], frozen(tmp_path, ROW))
    assert lines == [
        "figures as in the reference: 1 rows",
        "verdicts @ 1,000 stories: time × 1.00 (200 → 200 s), memory × 1.00 (1,000 → 1,000 MB)",
    ]


def test_every_changed_figure_is_shown_exactly(tmp_path: Path) -> None:
    now = replace(ROW, seconds=100.0, memory_mb=None, figures={"exact": 0.9125, "false supported": 1, "missed": 4})
    assert reference.changes([now], frozen(tmp_path, ROW)) == [
        "verdicts @ 1,000 stories: exact 0.9123 → 0.9125",
        "verdicts @ 1,000 stories: false supported 0 → 1",
        "verdicts @ 1,000 stories: missed none → 4",
        "verdicts @ 1,000 stories: time × 0.50 (200 → 100 s)",
    ]


def test_a_figure_that_is_gone_is_a_change(tmp_path: Path) -> None:
    now = replace(ROW, figures={"exact": 0.91234})
    assert reference.changes([now], frozen(tmp_path, ROW))[0].endswith("false supported 0 → none")


def test_timings_alone_are_no_change(tmp_path: Path) -> None:
    lines = reference.changes([replace(ROW, seconds=999.0)], frozen(tmp_path, ROW))
    assert lines[0] == "figures as in the reference: 1 rows"
    assert "time × 5.00 (200 → 999 s)" in lines[1]


def test_another_size_is_another_row(tmp_path: Path) -> None:
    lines = reference.changes([replace(ROW, size=100)], frozen(tmp_path, ROW))
    assert lines == ["not in the reference: verdicts @ 100 stories"]


def test_freezing_a_part_keeps_the_rest_and_leaves_skipped_rows_out(tmp_path: Path) -> None:
    frozen(tmp_path, ROW, Row("skipped", 1, "rows", skipped="no samples"))
    kept = frozen(tmp_path, Row("ingest", 10, "rows", seconds=1.0))
    assert set(kept["rows"]) == {ROW.key, "ingest @ 10 rows"}  # type: ignore[call-overload]
    assert reference.changes([Row("ingest", 10, "rows", skipped="no samples")], kept) == []


def test_without_a_reference_every_row_is_new(tmp_path: Path) -> None:
    assert reference.changes([ROW], reference.load(tmp_path / "none.json")) == [f"not in the reference: {ROW.key}"]
