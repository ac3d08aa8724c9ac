"""Contribution rows for measuring: in the official layout to the last row, and the same bytes every time."""

from __future__ import annotations

import hashlib
from itertools import islice
from pathlib import Path

import pytest

from bench import rows
from onrecord.case import Case


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "rows.txt"
    rows.write(path, 3_000)
    return path


def test_the_format_recognizes_them_and_sets_none_aside(made: Path, tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    summary = case.add_unresolved(made)
    kinds = case.book.rows("SELECT kind, count(*) AS n FROM link GROUP BY kind ORDER BY kind")
    undated = case.book.rows("SELECT count(*) AS n FROM link WHERE date IS NULL")
    case.close()
    assert (summary.format, summary.rows_read, summary.rows_quarantined) == ("fec-indiv", 3_000, 0)
    assert [row["kind"] for row in kinds] == ["contribution", "intermediary", "refund"]
    assert sum(row["n"] for row in kinds if row["kind"] != "intermediary") == 3_000
    assert undated == [{"n": 0}]


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.txt", tmp_path / "other.txt"
    assert rows.write(again, 3_000) == made.stat().st_size
    rows.write(other, 3_000, seed=2)
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (made, again, other)]
    assert digests[0] == digests[1] != digests[2]


def test_donors_come_back_and_committees_differ_in_size(made: Path) -> None:
    fields = [line.split("|") for line in made.read_text(encoding="ascii").splitlines()]
    names = {row[7] for row in fields}
    assert {len(row) for row in fields} == {21}
    assert len({row[20] for row in fields}) == 3_000
    assert 300 < len(names) < 1_500
    sizes = sorted(sum(row[0] == committee for row in fields) for committee in {row[0] for row in fields})
    assert sizes[-1] > 4 * sizes[0]


def test_they_are_never_held() -> None:
    # A stream: the first rows of a thousand million come at once.
    assert len(list(islice(rows.lines(1_000_000), 3))) == 3
