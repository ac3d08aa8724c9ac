"""The city's contribution export: refunds, liabilities, in-kind gifts and intermediaries by the Board's own key."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from onrecord.errors import FormatError
from onrecord.sources.nyc_cfb import Contributions
from onrecord.sources.opened import opened

FILE = "nyc_cfb/contributions.csv"


def link(book, where, kind=None):
    (row,) = book.rows(
        "SELECT link.*, s.name AS giver, o.name AS taker, o.registry_id AS taker_id FROM link "
        "JOIN mention s ON subject_mention = s.mention_id JOIN mention o ON object_mention = o.mention_id "
        f"WHERE link.locator = 'REFNO=2031/{where}' AND (kind = '{kind}' OR {kind is None})"
    )
    return row


@pytest.fixture
def book(ingest, fixtures):
    return ingest(Contributions(), fixtures / FILE)[0]


def test_a_contribution_goes_to_the_candidate(book):
    row = link(book, "9001/R0000001")
    assert (row["kind"], row["giver"], row["taker"], row["taker_id"], row["amount"], row["date"], row["netted"]) == (
        "contribution", "Abernathy, Wilma", "Merriweather, June", "nyc-cfb:9001", 100, "2031-03-01", True,
    )  # fmt: skip


def test_the_employer_is_kept_and_no_street_is(book):
    (row,) = book.rows("SELECT * FROM mention WHERE name = 'Abernathy, Wilma' AND employer IS NOT NULL")
    assert (row["schema"], row["employer"], row["detail"], row["address"]) == (
        "Person",
        'Riverton "Best" Bakery',
        "Baker",
        None,
    )
    everything = book.rows("SELECT * FROM mention") + book.rows("SELECT * FROM link")
    assert "Hidden Home" not in str(everything)


def test_an_intermediary_is_a_link_of_its_own_that_does_not_count(book):
    row = link(book, "9001/R0000002", "intermediary")
    assert (row["giver"], row["taker_id"], row["amount"], row["date"], row["netted"]) == (
        "Holloway, Prudence", "nyc-cfb:9001", 250, "2030-12-09", False,
    )  # fmt: skip


def test_refunds_are_negative_as_filed_and_only_the_key_s_types_count(book):
    refund, other = link(book, "9001/R0000003"), link(book, "9001/R0000004")
    assert (refund["kind"], refund["giver"], refund["taker"], refund["amount"], refund["date"], refund["netted"]) == (
        "refund", "Merriweather, June", "Abernathy, Wilma", -40, "2031-03-11", True,
    )  # fmt: skip
    assert (other["kind"], other["amount"], other["netted"]) == ("refund", -5, False)


def test_a_liability_is_no_contribution(book):
    row = link(book, "9001/R0000005")
    assert (row["kind"], row["giver"], row["taker"], row["date"], row["netted"]) == (
        "outstanding_liability", "Merriweather, June", "Copper Printers", None, False,
    )  # fmt: skip


def test_in_kind_transfers_and_independent_spenders_keep_their_kinds(book):
    in_kind, transfer, spender = (link(book, where) for where in ("9001/R0000006", "9001/R0000008", "8001/R0000009"))
    assert (in_kind["kind"], in_kind["purpose"], in_kind["netted"]) == (
        "contribution",
        "in-kind contribution; fundraising",
        True,
    )
    assert (transfer["kind"], transfer["netted"]) == ("transfer", True)
    assert (spender["taker"], spender["kind"]) == ("Lanterns for the City", "contribution")
    (who,) = book.rows("SELECT schema, role FROM mention WHERE registry_id = 'nyc-cfb:8001'")
    assert who == {"schema": "Organization", "role": "independent_spender"}


def test_a_name_of_thirty_characters_may_be_cut(book):
    (row,) = book.rows("SELECT detail FROM mention WHERE length(name) = 30 AND schema = 'Organization'")
    assert row["detail"] == "political action committee; name possibly cut at 30 characters"


def test_a_reference_number_is_unique_within_one_candidate_only(book):
    assert link(book, "9002/R0000001")["giver"] == "Tobin, Margot"
    candidates = book.rows("SELECT detail FROM mention WHERE role = 'candidate' ORDER BY mention_id")
    assert [row["detail"] for row in candidates] == [
        "candidate for Mayor, election 2031, participant", "candidate for City Council, election 2031, participant",
    ]  # fmt: skip


def test_what_cannot_be_read_is_set_aside_and_nothing_is_lost(ingest, fixtures):
    book, reading = ingest(Contributions(), fixtures / FILE)
    assert {row["locator"]: row["reason"] for row in book.rows("SELECT * FROM quarantine")} == {
        "REFNO=2031/9001/R0000010": "AMNT is not a number: ten",
        "REFNO=2031/9001/R0000011": "DATE is not a date: 13/45/2031",
        "REFNO=2031/9001/R0000012": "unknown SCHEDULE: ZZ",
        "REFNO=2031/9001/R0000002": "REFNO stands on line 3 too, with other content",
        "line 16": "40 fields where 52 are expected",
    }
    kept = book.rows("SELECT count(DISTINCT locator) AS n FROM link")[0]["n"]
    assert (reading.rows_read, kept) == (15, 9)
    assert reading.notes == ("dropped 1 rows that repeat an earlier row", "1 rows have no date; kept without one")
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2030-12-09", "2031-03-12")
    assert "3 recipients, election 2031" in reading.coverage.covers


def test_the_raw_record_is_found_by_its_whole_key(record, fixtures):
    found = record(Contributions(), fixtures / FILE, "REFNO=2031/9002/R0000001")
    assert dict(found.fields)["NAME"] == "Tobin, Margot"
    assert record(Contributions(), fixtures / FILE, "line 16").text.startswith("2031,1,9001")
    assert record(Contributions(), fixtures / FILE, "REFNO=2031/9003/R0000001") is None


def test_a_header_without_a_needed_column_is_refused(ingest, fixtures, tmp_path):
    path = tmp_path / "cut.csv"
    path.write_text((fixtures / FILE).read_text().replace(",AMNT,", ",AMOUNT,", 1))
    with opened(path) as file:
        assert Contributions().recognizes(file)
    with pytest.raises(FormatError, match="the header lacks AMNT"):
        ingest(Contributions(), path)


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "rows"),
    [("Cuomo_data_5.21", 2_849), ("Cuomo_data_6.20", 6_497), ("Lander_data_5.21", 12_208), ("AAdams_data_5.21", 1_121)],
)
def test_the_real_exports_are_read_whole_to_the_cent(name, rows, ingest, shared):
    path = shared / f"records/nyc_cfb/{name}.csv"
    book, reading = ingest(Contributions(), path)
    assert reading.rows_read == rows
    assert book.rows("SELECT count(DISTINCT locator) AS n FROM link") == [{"n": rows}]
    with path.open(encoding="utf-8-sig", newline="") as stream:
        filed = [row for row in csv.DictReader(stream) if row["REFNO"]]
    counted = [
        Decimal(row["AMNT"]) for row in filed
        if row["SCHEDULE"] in ("ABC", "D") or (row["SCHEDULE"] == "M" and row["ADJTYPECD"] in ("1", "2", "4"))
    ]  # fmt: skip
    (found,) = book.rows("SELECT sum(amount) AS total FROM link WHERE netted")
    assert f"{found['total']:.2f}" == str(sum(counted))
