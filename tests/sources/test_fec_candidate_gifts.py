"""Committee money for and against candidates: an opponent's spending is never shown as a gift."""

from __future__ import annotations

import pytest

from onrecord.sources.fec_candidate_gifts import CandidateGifts
from onrecord.sources.fec_transactions import Transactions


def key(number: int) -> str:
    return f"SUB_ID=400000000000000{number:04d}"


@pytest.fixture
def book(ingest, fixtures):
    return ingest(CandidateGifts(), fixtures / "fec/pas2.txt")[0]


def link(book, number):
    (row,) = book.rows(
        "SELECT link.*, s.fec_id AS giver_id, o.name AS taker, o.fec_id AS taker_id, o.role AS taker_role FROM link "
        "JOIN mention s ON subject_mention = s.mention_id LEFT JOIN mention o ON object_mention = o.mention_id "
        f"WHERE link.locator = '{key(number)}'"
    )
    return row


def test_a_gift_reaches_the_candidate_and_keeps_the_committee_s_name(book):
    row = link(book, 101)
    assert (row["kind"], row["giver_id"], row["taker_id"], row["taker_role"]) == (
        "contribution", "C90000001", "H9XY01001", "candidate",
    )  # fmt: skip
    assert row["purpose"] == "24K contribution to a committee; to MERRIWEATHER FOR RIVERTON"
    (named,) = book.rows("SELECT fec_id FROM mention WHERE name = 'MERRIWEATHER FOR RIVERTON'")
    assert named["fec_id"] == "C90000002"


def test_money_spent_against_a_candidate_is_no_gift(book):
    row = link(book, 107)
    assert (row["kind"], row["support"], row["taker_id"]) == ("independent_expenditure", "O", "H9XY01002")
    against = book.rows("SELECT DISTINCT kind FROM link WHERE support = 'O'")
    assert against == [{"kind": "independent_expenditure"}]


def test_a_memo_expenditure_does_not_count(book):
    assert (link(book, 112)["amount"], link(book, 112)["netted"]) == (70_000, False)


def test_without_a_candidate_a_gift_goes_to_the_committee_named(book):
    assert (link(book, 113)["taker"], link(book, 113)["taker_id"]) == ("FERRY PEOPLE FOR CONGRESS", "C90000007")


def test_spending_against_nobody_named_has_no_object(book):
    row = link(book, 114)
    assert (row["kind"], row["support"], row["object_mention"]) == ("independent_expenditure", "O", None)


def test_an_internal_communication_against_a_candidate_opposes(book):
    assert (link(book, 115)["support"], link(book, 115)["taker_id"]) == ("O", "H9XY01001")


def test_a_row_has_the_same_kind_and_key_as_in_the_file_of_all_transactions(ingest, fixtures):
    kinds = []
    for format, name in ((CandidateGifts(), "pas2"), (Transactions(), "oth")):
        book, _ = ingest(format, fixtures / f"fec/{name}.txt")
        kinds.append({row["locator"]: row["kind"] for row in book.rows("SELECT locator, kind FROM link")})
    shared = kinds[0].keys() & kinds[1].keys()
    assert len(shared) == 3
    assert all(kinds[0][locator] == kinds[1][locator] for locator in shared)


@pytest.mark.realdata
def test_the_real_file_is_read_whole_and_lies_within_the_file_of_all_transactions(ingest, shared):
    folder = shared / "records/fec_bulk/2020_early"
    gifts, reading = ingest(CandidateGifts(), folder / "pas220.zip")
    assert reading.rows_read == 3_159
    query = "SELECT DISTINCT locator, kind, amount, date, netted FROM link"
    rows = {tuple(row.values()) for row in gifts.rows(query)}
    assert len(rows) == 3_159
    everything, _ = ingest(Transactions(), folder / "oth20.zip")
    assert rows <= {tuple(row.values()) for row in everything.rows(query)}
    assert gifts.rows("SELECT count(*) AS n, sum(amount) AS total FROM link WHERE support = 'O'") == [
        {"n": 12, "total": 10_696}
    ]
