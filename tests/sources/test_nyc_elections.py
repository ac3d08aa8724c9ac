"""City results by election district: totals left out and compared, zeros kept, write-ins no candidate."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.sources.nyc_elections import ElectionDistricts

BY_CANDIDATE = """
SELECT name, sum(value) AS votes, count(*) AS districts FROM measure JOIN mention ON subject_mention = mention_id
GROUP BY name ORDER BY votes DESC
"""


@pytest.fixture
def path(fixtures: Path) -> Path:
    return fixtures / "elections/ed_mayor_2031.csv"


def changed(path: Path, tmp_path: Path, old: str, new: str) -> Path:
    text = path.read_text()
    assert old in text
    target = tmp_path / path.name
    target.write_text(text.replace(old, new, 1))
    return target


def test_totals_are_not_added(ingest, path):
    book, reading = ingest(ElectionDistricts(), path)
    assert [tuple(row.values()) for row in book.rows(BY_CANDIDATE)] == [
        ("Imre Castellan", 42, 3),
        ("Odile Farrow", 21, 3),
    ]
    assert reading.rows_read == 15
    assert reading.notes == (
        "6 'Total' rows left out, which repeat their districts; all equal the sum of their districts",
    )


def test_a_measure_says_where_what_and_when(ingest, path):
    book, _ = ingest(ElectionDistricts(), path)
    row = book.rows("SELECT * FROM measure ORDER BY measure_id")[0]
    assert (row["place"], row["contest"]) == ("AD 91 / ED 1", "Democratic primary for mayor, 2031")
    assert (row["metric"], row["unit"], row["value"]) == ("votes_first_choice", "votes", 30)
    assert (row["date"], row["as_of"], row["locator"]) == (None, "2031-07-02", "line 2")


def test_write_ins_are_nobody(ingest, path):
    book, _ = ingest(ElectionDistricts(), path)
    rows = book.rows("SELECT sum(value) AS votes FROM measure WHERE metric = 'counter: write-in'")
    assert rows == [{"votes": 1}]
    assert book.rows("SELECT * FROM mention WHERE name ILIKE '%write%'") == []


def test_zero_rows_are_kept(ingest, path):
    book, _ = ingest(ElectionDistricts(), path)
    assert book.rows("SELECT count(*) AS n FROM measure WHERE value = 0 AND subject_mention IS NOT NULL") == [{"n": 1}]


def test_agreeing_totals_make_the_contest_complete(ingest, path):
    _, reading = ingest(ElectionDistricts(), path)
    assert reading.coverage.complete
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2031-07-02", "2031-07-02")


def test_a_differing_total_is_said_and_the_contest_is_not_complete(ingest, path, tmp_path):
    _, reading = ingest(ElectionDistricts(), changed(path, tmp_path, "(Democratic),35,AD 91", "(Democratic),36,AD 91"))
    assert not reading.coverage.complete
    assert reading.notes[1] == "AD 91, Imre Castellan: 'Total' says 36, its districts add up to 35"


def test_an_assembly_district_without_totals_is_not_complete(ingest, path, tmp_path):
    lines = [line for line in path.read_text().splitlines() if not (line.startswith("Total") and "AD 92" in line)]
    cut = tmp_path / path.name
    cut.write_text("\n".join(lines) + "\n")
    _, reading = ingest(ElectionDistricts(), cut)
    assert not reading.coverage.complete


def test_without_totals_nothing_is_said_to_be_complete(ingest, path, tmp_path):
    cut = tmp_path / path.name
    cut.write_text("\n".join(line for line in path.read_text().splitlines() if "Total" not in line) + "\n")
    _, reading = ingest(ElectionDistricts(), cut)
    assert not reading.coverage.complete
    assert "cannot be told" in reading.notes[0]


def test_several_parties_are_no_primary(ingest, path, tmp_path):
    book, _ = ingest(ElectionDistricts(), changed(path, tmp_path, "Odile Farrow,(Democratic)", "Odile Farrow,(Fusion)"))
    rows = book.rows("SELECT DISTINCT metric, contest FROM measure WHERE subject_mention IS NOT NULL")
    assert rows == [{"metric": "votes", "contest": "election for mayor, 2031"}]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("(Democratic),30,", "(Democratic),NA,", "votes is not a whole number: 'NA'"),
        ("ED    1,99.00%,Imre", ",99.00%,Imre", "no district or no candidate"),
        ("ED    1,99.00%,Imre Castellan,", "ED    1,99.00%,Castellan, Imre,", "8 fields where the header names 7"),
    ],
)
def test_unreadable_rows_are_set_aside(ingest, path, tmp_path, old, new, reason):
    book, _ = ingest(ElectionDistricts(), changed(path, tmp_path, old, new))
    assert [(r["locator"], r["reason"]) for r in book.rows("SELECT * FROM quarantine")] == [("line 2", reason)]


def test_a_repeated_row_does_not_count_twice(ingest, path, tmp_path):
    twice = tmp_path / path.name
    twice.write_text(path.read_text() + path.read_text().splitlines()[1] + "\n")
    book, _ = ingest(ElectionDistricts(), twice)
    assert [r["reason"] for r in book.rows("SELECT * FROM quarantine")] == ["repeats line 2"]
    assert book.rows(BY_CANDIDATE)[0]["votes"] == 42


def test_the_receipt_is_the_row(path, record):
    shown = record(ElectionDistricts(), path, "line 2")
    assert dict(shown.fields)["votes"] == "30"
    assert shown.text == path.read_text().splitlines()[1]
    assert record(ElectionDistricts(), path, "line 999") is None


@pytest.mark.realdata
def test_the_real_first_choices(ingest, shared):
    book, reading = ingest(ElectionDistricts(), shared / "records/elections/nyc_2025_primary/ed_mayor_2025.csv")
    votes = {row["name"]: row["votes"] for row in book.rows(BY_CANDIDATE)}
    assert (votes["Zohran Kwame Mamdani"], votes["Andrew M. Cuomo"]) == (432_305, 361_840)
    assert reading.rows_read == 52_836 == 780 + book.rows("SELECT count(*) AS n FROM measure")[0]["n"]
    assert reading.coverage.complete
