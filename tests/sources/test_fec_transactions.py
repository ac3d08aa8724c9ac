"""Transactions between committees: both sides report, one counts; a named candidate is not the payee."""

from __future__ import annotations

import zipfile

import pytest

from onrecord.sources.fec_transactions import LAYOUT, Transactions


def key(number: int) -> str:
    return f"SUB_ID=400000000000000{number:04d}"


@pytest.fixture
def book(ingest, fixtures):
    return ingest(Transactions(), fixtures / "fec/oth.txt")[0]


def link(book, number):
    (row,) = book.rows(
        "SELECT link.*, s.name AS giver, s.fec_id AS giver_id, o.name AS taker, o.fec_id AS taker_id FROM link "
        "JOIN mention s ON subject_mention = s.mention_id JOIN mention o ON object_mention = o.mention_id "
        f"WHERE link.locator = '{key(number)}'"
    )
    return row


def test_a_gift_that_both_committees_report_counts_once_on_the_giver_s_row(book):
    given, taken, alone = link(book, 101), link(book, 102), link(book, 103)
    assert (
        (given["giver_id"], given["taker_id"]) == (taken["giver_id"], taken["taker_id"]) == ("C90000001", "C90000002")
    )
    assert (given["netted"], taken["netted"], alone["netted"]) == (True, False, True)


def test_a_transfer_is_no_contribution(book):
    assert (link(book, 104)["kind"], link(book, 104)["taker_id"]) == ("transfer", "C90000006")


def test_the_people_behind_a_joint_fundraiser_are_memo_items(book):
    assert (link(book, 105)["memo"], link(book, 105)["netted"]) == (True, False)


def test_an_independent_expenditure_concerns_the_candidate_and_pays_somebody_else(book):
    backed, opposed = link(book, 106), link(book, 107)
    assert (backed["kind"], backed["support"], backed["taker_id"]) == ("independent_expenditure", "S", "H9XY01001")
    assert (opposed["kind"], opposed["support"], opposed["taker_id"]) == ("independent_expenditure", "O", "H9XY01002")
    assert opposed["purpose"].endswith("; to BILLBOARD BROTHERS INC")
    payees = book.rows("SELECT DISTINCT fec_id FROM mention WHERE role = 'payee'")
    assert payees == [{"fec_id": None}]


def test_a_coordinated_expenditure_is_a_payment_that_names_the_candidate(book):
    row = link(book, 108)
    assert (row["kind"], row["taker"], row["support"]) == ("payment", "COPPER PRINTERS", None)
    assert "for candidate H9XY01001" in row["purpose"]


def test_a_person_named_with_a_committee_s_number_is_not_the_committee(book):
    assert (link(book, 109)["taker_id"], link(book, 109)["taker"]) == ("C90000003", None)
    (person,) = book.rows("SELECT schema, fec_id FROM mention WHERE name = 'HOLLOWAY, PRUDENCE'")
    assert person == {"schema": "Person", "fec_id": None}


def test_a_loan_by_the_candidate_comes_in_and_a_refund_goes_out(book):
    loan, refund = link(book, 110), link(book, 111)
    assert (loan["kind"], loan["giver_id"], loan["taker_id"]) == ("loan", "H9XY01001", "C90000002")
    assert (refund["kind"], refund["giver_id"], refund["taker_id"]) == ("refund", "C90000001", "C90000002")


def test_no_line_is_lost(ingest, fixtures):
    book, reading = ingest(Transactions(), fixtures / "fec/oth.txt")
    assert book.rows("SELECT count(DISTINCT locator) AS n FROM link") == [{"n": reading.rows_read}] == [{"n": 11}]


@pytest.mark.realdata
def test_the_real_file_is_read_whole(ingest, shared):
    path = shared / "records/fec_bulk/2020_early/oth20.zip"
    book, reading = ingest(Transactions(), path)
    assert reading.rows_read == 50_921
    assert book.rows("SELECT count(DISTINCT locator) AS n FROM link") == [{"n": 50_921}]
    assert reading.coverage.date_from >= "2016"
    with zipfile.ZipFile(path) as archive:
        rows = [line.split("|") for line in archive.read("itoth.txt").decode().splitlines()]
    amount, memo = LAYOUT.columns.index("TRANSACTION_AMT"), LAYOUT.columns.index("MEMO_CD")
    (found,) = book.rows("SELECT sum(amount) AS total, sum(CASE WHEN memo THEN amount END) AS memos FROM link")
    assert found["total"] == sum(int(row[amount]) for row in rows)
    assert found["memos"] == sum(int(row[amount]) for row in rows if row[memo] == "X")
