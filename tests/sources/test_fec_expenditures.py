"""Operating expenditures: payments out of a committee; memo items say what a counted payment was for."""

from __future__ import annotations

import zipfile
from decimal import Decimal

import pytest

from onrecord.sources.fec_expenditures import LAYOUT, Expenditures


def key(number: int) -> str:
    return f"SUB_ID=400000000000000{number:04d}"


def test_a_payment_goes_from_the_committee_to_the_payee(ingest, fixtures):
    book, _ = ingest(Expenditures(), fixtures / "fec/oppexp.txt")
    rows = book.rows(
        "SELECT link.locator, kind, s.fec_id AS payer, o.name AS payee, o.schema, amount, date, "
        "purpose, netted FROM link "
        "JOIN mention s ON subject_mention = s.mention_id "
        "JOIN mention o ON object_mention = o.mention_id ORDER BY link_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        (key(201), "payment", "C90000001", "COPPER PRINTERS", "Organization", 120.5, "2031-03-01",
         "PRINTING; Campaign Materials", True),
        (key(202), "payment", "C90000001", "HOLLOWAY, PRUDENCE", "Person", 33.25, "2031-03-01", "PAYROLL", True),
        (key(203), "payment", "C90000001", "STAMP HOUSE", "Organization", 33.25, "2031-03-01", "PRINTING; *", False),
        (key(204), "payment", "C90000001", "COPPER PRINTERS", "Organization", -20.5, None,
         "PRINTING; VOIDED CHECK", True),
        (key(208), "payment", "C90000001", "UNSORTED PARTY", "LegalEntity", 5, "2031-03-01", "PRINTING", True),
    ]  # fmt: skip


def test_what_cannot_be_read_is_set_aside_and_nothing_is_lost(ingest, fixtures):
    book, reading = ingest(Expenditures(), fixtures / "fec/oppexp.txt")
    assert {row["locator"]: row["reason"] for row in book.rows("SELECT * FROM quarantine")} == {
        "line 5": "26 fields where 25 are expected",
        key(206): "no payee",
        key(207): "TRANSACTION_AMT is not a number: 12,50",
    }
    assert reading.rows_read == 8
    assert reading.notes == ("1 rows have no valid date; kept without one",)


@pytest.mark.realdata
def test_the_real_file_is_read_whole_to_the_cent(ingest, shared):
    path = shared / "records/fec_bulk/2020_early/oppexp20.zip"
    book, reading = ingest(Expenditures(), path)
    assert reading.rows_read == 11_929
    assert book.rows("SELECT count(*) AS n FROM link") == [{"n": 11_929}]
    with zipfile.ZipFile(path) as archive:
        rows = [line.split("|") for line in archive.read("oppexp.txt").decode().splitlines()]
    amount, memo = LAYOUT.columns.index("TRANSACTION_AMT"), LAYOUT.columns.index("MEMO_CD")
    (found,) = book.rows("SELECT sum(amount) AS total FROM link WHERE netted")
    assert f"{found['total']:.2f}" == str(sum(Decimal(row[amount]) for row in rows if row[memo] != "X"))
