"""Results by precinct: counters are nobody, party lines add up, columns are found by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import openelections
from onrecord.sources.openelections import Precincts

GENERAL = "elections/20311104__pa__general__alder__precinct.csv"
PRIMARY = "elections/20310624__pa__primary__alder__precinct.csv"
SPILLED = "elections/20301105__pa__general__alder__precinct.csv"
BY_CANDIDATE = """
SELECT name, contest, sum(value) AS votes FROM measure JOIN mention ON subject_mention = mention_id
GROUP BY name, contest ORDER BY votes DESC
"""


def test_a_candidates_party_lines_add_up_a_blank_one_included(ingest, fixtures):
    book, reading = ingest(Precincts(), fixtures / GENERAL)
    assert [tuple(row.values()) for row in book.rows(BY_CANDIDATE)] == [
        ("Imre Castellan", "Mayor PA", 80),
        ("Odile Farrow", "Mayor PA", 53),
    ]
    assert reading.rows_read == 24


def test_counters_are_no_candidates(ingest, fixtures):
    book, _ = ingest(Precincts(), fixtures / GENERAL)
    rows = book.rows("SELECT DISTINCT metric, unit FROM measure WHERE subject_mention IS NULL ORDER BY metric")
    assert [tuple(row.values()) for row in rows] == [
        ("counter: absentee / military", "ballots"),
        ("counter: affidavit", "ballots"),
        ("counter: federal", "ballots"),
        ("counter: manually counted emergency", "ballots"),
        ("counter: public counter", "ballots"),
        ("counter: scattered", "ballots"),
        ("votes: no", "votes"),
        ("votes: yes", "votes"),
    ]
    assert [row["name"] for row in book.rows("SELECT name FROM mention ORDER BY name")] == [
        "Imre Castellan",
        "Odile Farrow",
    ]


def test_a_measure_says_where_what_and_when(ingest, fixtures):
    book, reading = ingest(Precincts(), fixtures / GENERAL)
    row = book.rows("SELECT * FROM measure WHERE metric = 'votes' ORDER BY measure_id")[0]
    assert (row["place"], row["contest"], row["date"], row["as_of"]) == ("Alder 001/91", "Mayor PA", "2031-11-04", None)
    assert (reading.coverage.date_from, reading.coverage.complete) == ("2031-11-04", False)


def test_a_blank_line_that_totals_the_others_everywhere_is_left_out(ingest, fixtures, tmp_path: Path):
    path = tmp_path / "totals.csv"
    text = (fixtures / GENERAL).read_text()
    text = text.replace("001/91,Mayor,PA,,Odile Farrow,4", "001/91,Mayor,PA,,Odile Farrow,30")
    path.write_text(text.replace("002/91,Mayor,PA,,Odile Farrow,4", "002/91,Mayor,PA,,Odile Farrow,15"))
    book, reading = ingest(Precincts(), path)
    assert {row["name"]: row["votes"] for row in book.rows(BY_CANDIDATE)}["Odile Farrow"] == 45
    assert reading.notes == ("2 lines without a party left out: they total the candidate's other lines",)


def test_a_primarys_contest_is_its_partys(ingest, fixtures):
    book, reading = ingest(Precincts(), fixtures / PRIMARY)
    assert [tuple(row.values()) for row in book.rows(BY_CANDIDATE)] == [
        ("Imre Castellan", "Mayor, Democratic primary", 1245),
        ("Imre Castellan", "Mayor, Republican primary", 3),
        ("Odile Farrow", "Mayor, Democratic primary", 0),
    ]
    assert reading.rows_read == 6
    assert book.rows("SELECT DISTINCT place FROM measure ORDER BY 1")[0] == {"place": "Alder 001/91"}


def test_votes_are_read_by_name_where_later_fields_spill(ingest, fixtures):
    book, reading = ingest(Precincts(), fixtures / SPILLED)
    assert [tuple(row.values()) for row in book.rows(BY_CANDIDATE)] == [("Imre Castellan", "Mayor", 29)]
    assert reading.notes == (
        "columns not used: public_counter_votes, absentee_votes",
        "4 rows have more fields than the header names; the spill is after votes, which are read",
    )


def test_a_ticket_is_two_people_and_one_tally(ingest, fixtures):
    book, _ = ingest(Precincts(), fixtures / SPILLED)
    rows = book.rows("SELECT name, role FROM mention ORDER BY mention_id")
    assert [tuple(row.values()) for row in rows] == [("Imre Castellan", "candidate"), ("Bel Aurore", "running mate")]


def test_unreadable_and_repeated_rows_are_set_aside(ingest, fixtures):
    book, reading = ingest(Precincts(), fixtures / SPILLED)
    rows = book.rows("SELECT locator, reason FROM quarantine ORDER BY locator")
    assert [tuple(row.values()) for row in rows] == [
        ("line 4", "votes is not a whole number: 'many'"),
        ("line 5", "3 fields where the header names 9"),
        ("line 6", "repeats line 2"),
        ("line 7", "gives another figure than line 3"),
    ]
    assert reading.rows_read == len(rows) + book.rows("SELECT count(*) AS n FROM measure")[0]["n"]


def test_a_spill_before_the_votes_is_not_guessed_at(ingest, tmp_path: Path):
    path = tmp_path / "spill.csv"
    path.write_text("county,precinct,office,district,party,candidate,votes\nAlder,1/91,Mayor,,DEM,Castellan, Imre,13\n")
    book, _ = ingest(Precincts(), path)
    assert book.rows("SELECT reason FROM quarantine") == [{"reason": "8 fields where the header names 7"}]


def test_the_receipt_is_the_row(fixtures, record):
    assert dict(record(Precincts(), fixtures / GENERAL, "line 7").fields)["candidate"] == "Imre Castellan"


@given(st.integers(1, 999), st.integers(1, 199))
def test_every_spelling_of_a_precinct_is_one_place(district, assembly):
    spellings = [(f"{district}~{assembly}", ""), (f"{district:03}/{assembly}", ""), (str(district), str(assembly))]
    assert len({openelections.place("Alder", *spelling) for spelling in spellings}) == 1


@given(st.dates(min_value=date(1000, 1, 1)))
def test_the_election_day_is_told_from_the_file_name(day):
    assert openelections.election_day(f"EXCERPT_{day:%Y%m%d}__pa__general.csv") == day.isoformat()


@pytest.mark.parametrize("name", ["precinct.csv", "20311399__pa.csv", "120311104.csv"])
def test_no_day_is_made_up(name):
    assert openelections.election_day(name) is None


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("20200623__ny__primary__queens", 56_663),
        ("20201103__ny__general__queens", 29_034),
        ("20221108__ny__general__richmond", 27_196),
        ("EXCERPT_20251104__ny__general__queens", 41),
    ],
)
def test_every_real_row_is_accounted_for(ingest, shared, name, rows):
    book, reading = ingest(Precincts(), shared / f"records/elections/openelections_ny/{name}__precinct.csv")
    assert reading.rows_read == rows == book.rows("SELECT count(*) AS n FROM measure")[0]["n"]
    assert book.rows("SELECT * FROM quarantine") == []
    assert book.rows("SELECT * FROM mention WHERE name IN ('Public Counter', 'Scattered', 'Affidavit', 'Yes')") == []
