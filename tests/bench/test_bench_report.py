"""A row says what was measured and nothing else, in every form of the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.row import Row, Side, limit_of, of_json

from bench import report

ROW = Row(
    "rows into the book", 10_000_000, "rows", seconds=58.25, cpu=90.0, peer=Side("copy", 11.65),
    floor=Side("read", 0.5), memory_mb=2345.6, disk_mb=1100, input_mb=1600, limit="write",
    steps={"write": 40.0, "parse": 18.0, "open": 0.25}, figures={"set aside": 0, "exact": 0.97126}, note="One note.",
)  # fmt: skip


def test_ratios_are_ours_over_theirs() -> None:
    assert (ROW.to_peer, ROW.to_floor) == (5.0, 116.5)
    assert ROW.a_second == pytest.approx(171_673.8, abs=0.1)


def test_what_was_not_measured_has_no_ratio() -> None:
    assert (Row("q", 1, "rows").to_peer, Row("q", 1, "rows", seconds=1.0).to_floor) == (None, None)
    assert Row("q", 1, "rows", seconds=0.0, peer=Side("p", 0.0)).to_peer is None


def test_a_row_survives_json() -> None:
    bare = Row("q", 1, "stories", skipped="no samples")
    assert [of_json(json.loads(json.dumps(row.as_json()))) for row in (ROW, bare)] == [ROW, bare]


def test_cells_in_the_order_of_the_columns() -> None:
    told = dict(zip(("question", "size", "seconds", "rate"), report.cells(ROW), strict=False))
    assert told == {
        "question": "rows into the book", "size": "10,000,000 rows", "seconds": "58.2", "rate": "171,674",
    }  # fmt: skip
    assert report.cells(ROW)[4:] == ("copy 11.7", "5.0", "read 0.5", "116", "2,346", "1,100", "write")
    assert report.cells(Row("q", 1, "rows", skipped="why")) == ("q", "1 rows", *[""] * 9)


def test_remarks_hold_the_steps_that_count_and_every_figure() -> None:
    assert report.remarks(ROW) == ["steps: write 40.0 s, parse 18.0 s", "set aside 0, exact 0.9713", "One note."]
    assert report.remarks(Row("q", 1, "rows", skipped="no samples")) == ["skipped: no samples"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, ""), (0.000174, "0.00017"), (0.25, "0.25"), (1.04, "1.0"), (9.97, "10.0"), (123.4, "123")],
)
def test_seconds_as_people_write_them(value: float | None, shown: str) -> None:
    assert report.seconds(value) == shown


def test_the_table_is_aligned_and_markdown_has_a_cell_for_every_column() -> None:
    lines = report.text([ROW, Row("q", 5, "rows", skipped="no samples")]).splitlines()
    assert lines[0].index("limit") == lines[1].index("write")
    assert lines[-1] == "    skipped: no samples"
    assert {line.count("|") for line in report.markdown([ROW]).splitlines()} == {len(report.COLUMNS) + 2}


def test_rows_of_figures_alone_stand_in_tables_of_their_own() -> None:
    alike = [
        Row(f"type {name}", 100, "stories", figures={"exact": share, "missed": 3})
        for name, share in (("role", 0.5), ("count", 1.0))
    ]
    printed = report.text([ROW, *alike, Row("matrix", 100, "stories", figures={"supported → not read": 12})]).split(
        "\n\n"
    )
    assert printed[1].splitlines() == [
        "question           size   exact  missed",
        "type role   100 stories  0.5000       3",
        "type count  100 stories  1.0000       3",
    ]
    assert printed[2].splitlines() == ["matrix · 100 stories", "    supported → not read: 12"]


def test_a_saved_report_reads_back_and_names_no_machine(tmp_path: Path) -> None:
    report.save(tmp_path, [ROW])
    assert report.saved(tmp_path) == [ROW]
    assert set(report.machine()) == {"cores", "memory_gb", "python", "duckdb"}
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# Benchmarks\n\nOn ")


def test_the_limit_is_the_kind_of_work_that_takes_most() -> None:
    assert limit_of({"open": 9.0, "read": 1.0, "join": 2.0}) == "join"
    assert limit_of({"open": 9.0}) is None
