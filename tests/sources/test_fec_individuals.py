"""Contributions by individuals: who gave what to whom, money out again, conduits, and what does not count."""

from __future__ import annotations

import zipfile

import pytest

from onrecord.sources.fec_individuals import LAYOUT, Individuals

LINKS = (
    "SELECT link.locator, kind, s.name AS giver, s.fec_id AS giver_id, o.name AS taker, o.fec_id AS taker_id, amount, "
    "date, purpose, memo, amended, netted FROM link JOIN mention s ON subject_mention = s.mention_id "
    "JOIN mention o ON object_mention = o.mention_id"
)


def key(number: int) -> str:
    return f"SUB_ID=400000000000000{number:04d}"


@pytest.fixture
def book(ingest, fixtures):
    return ingest(Individuals(), fixtures / "fec/indiv.txt")[0]


def links(book, number):
    return book.rows(f"{LINKS} WHERE link.locator = '{key(number)}' ORDER BY link_id")


def test_a_contribution_goes_from_the_contributor_to_the_committee(book):
    (row,) = links(book, 1)
    assert (row["kind"], row["giver"], row["giver_id"], row["taker_id"]) == (
        "contribution", "ABERNATHY, WILMA", None, "C90000001",
    )  # fmt: skip
    assert (row["amount"], row["date"], row["memo"], row["amended"], row["netted"]) == (
        500,
        "2031-03-01",
        False,
        False,
        True,
    )
    (who,) = book.rows(f"SELECT * FROM mention WHERE locator = '{key(1)}' AND role = 'contributor'")
    assert (who["schema"], who["employer"], who["detail"], who["postcode"]) == (
        "Person", 'RIVERTON "BEST" BAKERY', "BAKER", "99001",
    )  # fmt: skip
    assert who["address"] is None


def test_a_conduit_is_an_intermediary_and_never_the_giver(book):
    gift, passed = links(book, 2)
    assert (gift["kind"], gift["giver"], gift["giver_id"], gift["netted"]) == (
        "contribution", "QUILLFEATHER, OTIS", None, True,
    )  # fmt: skip
    assert (passed["kind"], passed["giver_id"], passed["taker_id"], passed["netted"]) == (
        "intermediary", "C90000009", "C90000001", False,
    )  # fmt: skip


def test_a_refund_goes_out_of_the_committee_with_the_amount_as_filed(book):
    (row,) = links(book, 3)
    assert (row["kind"], row["giver_id"], row["taker"], row["amount"]) == (
        "refund",
        "C90000001",
        "ABERNATHY, WILMA",
        100,
    )


def test_a_gift_passed_on_goes_from_the_conduit_to_the_recipient_and_does_not_count(book):
    (row,) = links(book, 4)
    assert (row["kind"], row["giver_id"], row["taker_id"], row["netted"]) == (
        "intermediary",
        "C90000009",
        "C90000003",
        False,
    )


def test_memo_items_and_zeros_do_not_count_and_corrections_do(book):
    (memo,), (negative,), (zero,) = links(book, 5), links(book, 6), links(book, 9)
    assert (memo["memo"], memo["amended"], memo["netted"]) == (True, True, False)
    assert (negative["amount"], negative["date"], negative["netted"]) == (-20, None, True)
    assert (zero["date"], zero["netted"]) == ("1918-06-15", False)
    assert "CHARGEBACK" in negative["purpose"]


def test_organizations_and_candidates_keep_their_numbers(book):
    rows = {row["name"]: row for row in book.rows("SELECT * FROM mention WHERE role = 'contributor'")}
    assert (rows["MERRIWEATHER, JUNE"]["schema"], rows["MERRIWEATHER, JUNE"]["fec_id"]) == ("Person", "H9XY01001")
    assert (rows["FRIENDS OF THE FERRY"]["schema"], rows["FRIENDS OF THE FERRY"]["fec_id"]) == (
        "Organization",
        "C90000005",
    )
    assert rows["LANTERN WORKS LLC"]["schema"] == "Organization"


def test_a_committee_named_by_number_only_is_mentioned_once(book):
    rows = book.rows("SELECT fec_id, count(*) AS times FROM mention WHERE role = 'committee' GROUP BY fec_id")
    assert {row["fec_id"]: row["times"] for row in rows} == dict.fromkeys(
        ("C90000001", "C90000003", "C90000004", "C90000009"), 1
    )


def test_what_cannot_be_read_is_set_aside_with_its_reason(book):
    rows = {row["locator"]: row["reason"] for row in book.rows("SELECT * FROM quarantine")}
    assert rows == {
        "line 11": "22 fields where 21 are expected",
        key(12): "TRANSACTION_AMT is not a number: TEN",
        key(13): "unknown TRANSACTION_TP: 99Q",
        "line 14": "1 fields where 21 are expected",
        key(14): "CMTE_ID is not an identifier: X1",
        key(2): "SUB_ID stands on line 2 too, with other content",
    }
    (raw,) = book.rows("SELECT raw FROM quarantine WHERE locator = 'line 14'")
    assert raw["raw"] == "not a record at all"


def test_no_line_is_lost(ingest, fixtures):
    book, reading = ingest(Individuals(), fixtures / "fec/indiv.txt")
    kept = book.rows("SELECT count(DISTINCT locator) AS n FROM link")[0]["n"]
    aside = book.rows("SELECT count(*) AS n FROM quarantine")[0]["n"]
    assert (reading.rows_read, kept, aside) == (17, 10, 6)
    assert reading.notes == (
        "lines dropped because they repeat an earlier line: 1", "2 rows have no valid date; kept without one",
    )  # fmt: skip
    assert not reading.coverage.complete
    assert "$200" in reading.coverage.covers


def test_a_zipped_file_reads_like_a_plain_one(ingest, fixtures, tmp_path):
    path = tmp_path / "indiv31.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(fixtures / "fec/indiv.txt", "itcont.txt")
    assert ingest(Individuals(), path)[1] == ingest(Individuals(), fixtures / "fec/indiv.txt")[1]


def test_the_raw_record_is_shown_under_the_official_names(record, fixtures):
    found = record(Individuals(), fixtures / "fec/indiv.txt", key(3))
    assert dict(found.fields)["TRANSACTION_TP"] == "22Y"
    assert [name for name, _ in found.fields] == list(LAYOUT.columns)


@pytest.mark.realdata
def test_the_real_file_is_read_whole(ingest, shared):
    path = shared / "records/fec_bulk/2020_early/indiv20.zip"
    book, reading = ingest(Individuals(), path)
    assert reading.rows_read == 70_671
    kept = book.rows("SELECT count(DISTINCT locator) AS n FROM link WHERE kind <> 'intermediary' OR purpose LIKE '24%'")
    assert kept == [{"n": 70_671}]
    with zipfile.ZipFile(path) as archive:
        rows = [line.split("|") for line in archive.read("itcont.txt").decode().splitlines()]
    at = LAYOUT.columns.index
    for kind, codes in (
        ("contribution", ("10", "11", "15", "15C", "15E", "30", "31", "32")),
        ("refund", ("20Y", "22Y")),
    ):
        wanted = [row for row in rows if row[at("TRANSACTION_TP")] in codes and row[at("MEMO_CD")] != "X"]
        (found,) = book.rows(f"SELECT sum(amount) AS total FROM link WHERE kind = '{kind}' AND netted")
        assert found["total"] == sum(int(row[at("TRANSACTION_AMT")]) for row in wanted)
