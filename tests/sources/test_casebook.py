"""The casebook: facts with their parties, and what a reporter mistyped set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import FormatError
from onrecord.sources.casebook import COLUMNS, Casebook

FIXTURE = "casebook/casebook.csv"


def test_a_row_becomes_a_fact_and_blanks_are_unknown(ingest, fixtures):
    book, reading = ingest(Casebook(), fixtures / FIXTURE)
    first, second = book.rows("SELECT * FROM fact WHERE fact_id LIKE 'gift%' ORDER BY fact_id")
    assert (first["low"], first["high"], first["grade"], first["locator"]) == (
        10,
        20,
        "independent_report",
        "fact_id=gift-01",
    )
    assert (first["title"], first["lineage"], first["note"]) == (None, None, None)
    assert (second["low"], second["high"], second["date_from"]) == (None, 20.5, None)
    assert reading.coverage.covers == "3 sourced facts; never complete"
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2031-01-02", "2031-06-01")
    assert not reading.coverage.complete


def test_several_names_in_one_field_are_several_parties(ingest, fixtures):
    book, _ = ingest(Casebook(), fixtures / FIXTURE)
    rows = book.rows(
        "SELECT side, role, name, locator FROM fact_party JOIN mention USING (mention_id) "
        "WHERE fact_id = 'gift-01' ORDER BY mention_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("subject", "subject", "Harborline Fund", "fact_id=gift-01"),
        ("object", "object", "Tide Club", "fact_id=gift-01"),
        ("object", "object", "Ferry Union", "fact_id=gift-01"),
    ]


def test_the_words_of_a_quotation_are_nobody(ingest, fixtures):
    book, _ = ingest(Casebook(), fixtures / FIXTURE)
    assert book.rows("SELECT side FROM fact_party WHERE fact_id = 'said-01'") == [{"side": "subject"}]


def test_what_cannot_be_a_fact_is_set_aside_with_the_reason(ingest, fixtures):
    book, reading = ingest(Casebook(), fixtures / FIXTURE)
    rows = book.rows("SELECT locator, reason FROM quarantine ORDER BY locator, reason")
    assert [tuple(row.values()) for row in rows] == [
        ("fact_id=amount-01", "an amount is not a number"),
        ("fact_id=amount-02", "amount_low is above amount_high"),
        ("fact_id=grade-01", "unknown grade: hearsay"),
        ("fact_id=none-01", "no subject or no statement"),
        ("line 10", "no fact_id"),
        ("line 5", "fact_id is not unique"),
        ("line 6", "fact_id is not unique"),
    ]
    assert reading.rows_read == len(rows) + book.rows("SELECT count(*) AS n FROM fact")[0]["n"]


@pytest.mark.parametrize("amount", ["nan", "inf", "1e400", "1,000", "$5"])
def test_only_plain_numbers_are_amounts(ingest, fixtures, tmp_path: Path, amount):
    path = tmp_path / "casebook.csv"
    path.write_text((fixtures / FIXTURE).read_text().replace("about ten", f'"{amount}"'))
    book, _ = ingest(Casebook(), path)
    assert book.rows("SELECT reason FROM quarantine WHERE locator = 'fact_id=amount-01'") == [
        {"reason": "an amount is not a number"}
    ]


def test_names_beyond_the_eighth_are_said_to_be_left_out(ingest, tmp_path: Path):
    path = tmp_path / "casebook.csv"
    fields = dict.fromkeys(COLUMNS, "") | {"fact_id": "many-01", "statement": "Many.", "grade": "primary_record"}
    fields["subject"] = "; ".join(f"Club {n}" for n in range(1, 11))
    path.write_text(",".join(fields) + "\n" + ",".join(fields.values()) + "\n")
    book, reading = ingest(Casebook(), path)
    assert book.rows("SELECT count(*) AS n FROM fact_party") == [{"n": 8}]
    assert reading.notes == ("2 names left out: a fact has at most 8 a side",)


def test_moved_columns_are_found_by_name(ingest, tmp_path: Path):
    path = tmp_path / "casebook.csv"
    fields = dict.fromkeys(COLUMNS, "") | {
        "fact_id": "x-01",
        "subject": "A",
        "statement": "S.",
        "grade": "primary_record",
    }
    moved = dict(reversed(fields.items()))
    path.write_text(",".join(moved) + "\n" + ",".join(moved.values()) + "\n")
    book, _ = ingest(Casebook(), path)
    assert book.rows("SELECT subject, statement FROM fact") == [{"subject": "A", "statement": "S."}]


def test_a_missing_column_is_refused(ingest, tmp_path: Path):
    path = tmp_path / "casebook.csv"
    path.write_text("fact_id,statement,grade,lineage\nx,y,primary_record,\n")
    with pytest.raises(FormatError, match="the header lacks kind, subject"):
        ingest(Casebook(), path)


def test_the_receipt_is_the_row(fixtures, record):
    shown = record(Casebook(), fixtures / FIXTURE, "fact_id=gift-02")
    assert dict(shown.fields)["amount_high"] == "20.5"
    assert record(Casebook(), fixtures / FIXTURE, "line 6").text.startswith("twice-01")


@pytest.mark.realdata
def test_the_real_casebook_is_read_whole(ingest, shared):
    book, reading = ingest(Casebook(), shared / "casebook/nyc-2025.csv")
    assert reading.rows_read == 120 == book.rows("SELECT count(*) AS n FROM fact")[0]["n"]
    assert book.rows("SELECT * FROM quarantine") == []
