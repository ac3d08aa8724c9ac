"""The foreign-agents register: every record read, the split ones rejoined, the mis-decoded ones repaired."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import csv_rows, fara
from onrecord.sources.fara import ForeignPrincipals, Registrants
from onrecord.sources.opened import opened


def test_registrants_become_mentions_with_their_number(ingest, fixtures):
    book, reading = ingest(Registrants(), fixtures / "fara/registrants.csv")
    (row,) = book.rows("SELECT * FROM mention WHERE registry_id = 'fara:9001'")
    assert (row["name"], row["detail"]) == ("Harborline Advocacy, LLC", "Harborline")
    assert (row["address"], row["city"], row["state"], row["postcode"]) == (
        "12 Quay Street, Suite 4", "Port Alder", "NY", "10999",
    )  # fmt: skip
    assert (row["locator"], row["role"]) == ("Registration_Number=9001", "registrant")
    assert reading.rows_read == 9


def test_a_registration_is_a_link_to_the_register_and_a_blank_end_is_open(ingest, fixtures):
    book, _ = ingest(Registrants(), fixtures / "fara/registrants.csv")
    rows = book.rows(
        "SELECT s.name AS who, o.registry_id AS register, date_from, date_to FROM link "
        "JOIN mention s ON subject_mention = s.mention_id JOIN mention o ON object_mention = o.mention_id "
        "WHERE kind = 'registration' ORDER BY link_id LIMIT 2"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Harborline Advocacy, LLC", "fara:register", "2019-03-04", None),
        ("Vantongeren, Ilse Marit", "fara:register", "1957-05-06", "1960-01-02"),
    ]


def test_two_records_under_one_number_are_two_links(ingest, fixtures, record):
    path = fixtures / "fara/registrants.csv"
    book, reading = ingest(Registrants(), path)
    rows = book.rows("SELECT locator, date_to FROM link WHERE locator LIKE '%9003%' ORDER BY link_id")
    assert [tuple(row.values()) for row in rows] == [
        ("Registration_Number=9003", "2008-08-01"),
        ("Registration_Number=9003/2", "2006-09-19"),
    ]
    assert reading.notes == ("1 records repeat an earlier registration number; each is kept",)
    assert dict(record(Registrants(), path, "Registration_Number=9003/2").fields)["Termination_Date"] == "09/19/2006"


def test_unreadable_registrants_are_set_aside_with_the_reason(ingest, fixtures):
    book, reading = ingest(Registrants(), fixtures / "fara/registrants.csv")
    rows = book.rows("SELECT locator, reason FROM quarantine ORDER BY locator")
    assert [tuple(row.values()) for row in rows] == [
        ("Registration_Number=9004", "Registration_Date is not a date: '02/30/2011'"),
        ("Registration_Number=9005", "Name is blank"),
        ("Registration_Number=9006", "3 fields where the header names 10"),
        ("line 10", "the registration number is not a number: 'n/a'"),
    ]
    assert reading.rows_read == len(rows) + book.rows("SELECT count(*) AS n FROM link")[0]["n"]


def test_a_small_file_does_not_speak_for_the_register(ingest, fixtures):
    _, reading = ingest(Registrants(), fixtures / "fara/registrants.csv")
    assert not reading.coverage.complete
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("1957-05-06", "2020-04-01")


def test_a_large_file_speaks_for_the_register_up_to_its_last_registration(ingest, tmp_path: Path):
    header = ",".join(f'"{name.replace("_", " ")}"' for name in fara.REGISTRANT)
    rows = [f'"{n}","01/02/1990","12/31/2050","Agent {n}","","","","","",""' for n in range(1, fara.WHOLE_REGISTER)]
    path = tmp_path / "register.csv"
    path.write_text("\r\n".join([header, *rows, '"99999","01/02/2090","","Slip","","","","","",""']) + "\r\n")
    _, reading = ingest(Registrants(), path)
    assert reading.coverage.complete
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("1942", "1990-01-02")


def test_a_principal_is_tied_to_one_registrant_mention_a_number(ingest, fixtures):
    book, reading = ingest(ForeignPrincipals(), fixtures / "fara/principals.csv")
    rows = book.rows(
        "SELECT s.registry_id AS agent, o.name AS principal, o.country, purpose, date_from, date_to FROM link "
        "JOIN mention s ON subject_mention = s.mention_id JOIN mention o ON object_mention = o.mention_id "
        "WHERE kind = 'representation' ORDER BY link_id LIMIT 1"
    )
    assert list(rows[0].values()) == ["fara:9001", "Ministry of Tides", "VELDORIA", "VELDORIA", "2020-06-27", None]
    agents = book.rows("SELECT registry_id FROM mention WHERE role = 'registrant' ORDER BY 1")
    assert [row["registry_id"] for row in agents] == ["fara:9001", "fara:9002", "fara:9003"]
    assert reading.rows_read == 8


def test_split_values_are_rejoined_and_nothing_moves_column(ingest, fixtures, record):
    path = fixtures / "fara/principals.csv"
    book, _ = ingest(ForeignPrincipals(), path)
    rail, salt = book.rows(
        "SELECT * FROM mention WHERE name LIKE 'Velda Rail%' OR name LIKE '%Salt' ORDER BY mention_id"
    )
    assert (rail["name"], rail["country"]) == ("Velda Rail (VR), through Harborline Intl", "VELDORIA")
    assert (salt["name"], salt["country"]) == ("Bureau of Salt", "SALTMARK")
    assert salt["address"] == "Salt House Block 3, 1000 Centre, Brine"
    shown = record(ForeignPrincipals(), path, salt["locator"])
    assert dict(shown.fields)["Country/Location_Represented"] == "SALTMARK"
    assert '" 1000 Centre"' in shown.text


def test_control_characters_become_the_quotes_that_they_were(ingest, fixtures):
    book, _ = ingest(ForeignPrincipals(), fixtures / "fara/principals.csv")
    assert book.rows("SELECT name FROM mention WHERE country = 'CORALIA'") == [{"name": "“Coral” People’s Bank"}]


def test_an_exact_repetition_is_kept_but_counts_once(ingest, fixtures):
    book, reading = ingest(ForeignPrincipals(), fixtures / "fara/principals.csv")
    rows = book.rows("SELECT netted FROM link WHERE purpose = 'TERN ISLANDS' ORDER BY link_id")
    assert [row["netted"] for row in rows] == [True, False]
    assert reading.notes == ("1 records repeat an earlier one exactly",)


def test_unreadable_principals_are_set_aside_with_the_reason(ingest, fixtures):
    book, _ = ingest(ForeignPrincipals(), fixtures / "fara/principals.csv")
    rows = book.rows("SELECT locator, reason, raw FROM quarantine ORDER BY locator")
    assert [(row["locator"], row["reason"]) for row in rows] == [
        ("line 8", "13 fields where the header names 12"),
        ("line 9", "Foreign_Principal_Registration_Date is not a date: 'soon'"),
    ]
    assert rows[0]["raw"].endswith('"stray"')


def test_the_two_files_are_told_apart_by_their_columns(fixtures):
    with opened(fixtures / "fara/principals.csv") as file:
        assert ForeignPrincipals().recognizes(file)
        assert not Registrants().recognizes(file)


def test_the_registers_own_mention_has_a_receipt(fixtures, record):
    assert record(Registrants(), fixtures / "fara/registrants.csv", "line 1").text.startswith('"Registration_Number"')
    assert record(Registrants(), fixtures / "fara/registrants.csv", "Registration_Number=1") is None


VALUES = st.lists(st.text(alphabet="abc .", min_size=1).filter(lambda t: not t.startswith(" ")), min_size=2, max_size=6)


@given(VALUES, st.data())
def test_rejoining_undoes_a_split(values, data):
    at = data.draw(st.integers(0, len(values) - 1))
    split = [*values[:at], values[at], " tail", *values[at + 1 :]]
    assert fara.rejoined(split, len(values)) == [*values[:at], f"{values[at]}, tail", *values[at + 1 :]]


@given(st.lists(st.text(max_size=5), max_size=8), st.integers(1, 8))
def test_rejoining_gives_the_width_or_nothing(values, width):
    joined = fara.rejoined(values, width)
    assert joined is None or len(joined) == width


@given(st.text())
def test_repair_leaves_no_readable_control_character_and_touches_nothing_else(text):
    fixed = fara.repaired(text)
    assert len(fixed) == len(text)
    assert all(a == b for a, b in zip(text, fixed, strict=True) if not "\x80" <= a <= "\x9f")


@given(st.dates(min_value=date(1900, 1, 1)))
def test_a_date_survives(day):
    assert fara.iso(day.strftime("%m/%d/%Y")) == day.isoformat()


@pytest.mark.realdata
def test_every_real_registrant_is_read(ingest, shared):
    book, reading = ingest(Registrants(), shared / "records/fara/FARA_All_Registrants.csv")
    assert reading.rows_read == 6_718 == book.rows("SELECT count(*) AS n FROM link")[0]["n"]
    assert reading.coverage.complete
    assert reading.coverage.date_to == "2023-08-02"


@pytest.mark.realdata
def test_every_real_principal_is_read_the_split_ones_included(ingest, shared):
    book, reading = ingest(ForeignPrincipals(), shared / "records/fara/FARA_All_ForeignPrincipals.csv")
    whole = "SELECT count(*) AS n FROM link WHERE purpose IS NOT NULL AND date_from IS NOT NULL"
    assert reading.rows_read == 16_947 == book.rows(whole)[0]["n"]
    assert book.rows("SELECT * FROM quarantine") == []
    assert book.rows("SELECT name FROM mention WHERE regexp_matches(name, '[\\x{80}-\\x{9f}]')") == []


@pytest.mark.realdata
def test_the_thirteen_split_records_keep_their_columns(ingest, shared):
    path = shared / "records/fara/FARA_All_ForeignPrincipals.csv"
    split = [f"line {row.line}" for row in csv_rows.records(path) if len(row.values) != len(fara.PRINCIPAL)]
    assert len(split) == 13
    book, _ = ingest(ForeignPrincipals(), path)
    found = {row["locator"]: row for row in book.rows("SELECT * FROM mention WHERE role = 'principal'")}
    assert all(found[where]["country"].isupper() and '"' not in found[where]["name"] for where in split)
