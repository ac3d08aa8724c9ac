"""The committee master: committees, treasurers, connected organizations, and lines that repeat."""

from __future__ import annotations

import pytest

from onrecord.sources.fec_committees import Committees


def test_a_line_becomes_a_committee_with_its_codes_in_words(ingest, fixtures):
    book, _ = ingest(Committees(), fixtures / "fec/cm.txt")
    (row,) = book.rows("SELECT * FROM mention WHERE fec_id = 'C90000001'")
    assert (row["name"], row["address"], row["city"], row["state"], row["postcode"]) == (
        "RIVERTON BAKERS PAC", "1 FLOUR ST, STE 2", "RIVERTON", "XY", "990010001",
    )  # fmt: skip
    assert row["detail"] == (
        "type V (PAC with non-contribution account, nonqualified), designation B (lobbyist or registrant PAC), "
        "organization T (trade association), filing Q (quarterly filer)"
    )


def test_the_people_and_organizations_around_a_committee_are_links(ingest, fixtures):
    book, _ = ingest(Committees(), fixtures / "fec/cm.txt")
    rows = book.rows(
        "SELECT kind, coalesce(s.name, s.fec_id) AS who, o.fec_id AS committee FROM link "
        "JOIN mention s ON subject_mention = s.mention_id "
        "JOIN mention o ON object_mention = o.mention_id ORDER BY link_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("treasurer", 'OVEN, OLIVE "OLLIE"', "C90000001"),
        ("connected_organization", "RIVERTON BAKERS GUILD", "C90000001"),
        ("treasurer", "LEDGER, LEO", "C90000002"),
        ("candidate_committee", "H9XY01001", "C90000002"),
    ]


def test_a_repeated_line_is_dropped_and_a_contradicting_one_set_aside(ingest, fixtures):
    book, reading = ingest(Committees(), fixtures / "fec/cm.txt")
    assert reading.notes == ("lines dropped because they repeat an earlier line: 1",)
    assert {row["locator"]: row["reason"] for row in book.rows("SELECT * FROM quarantine")} == {
        "CMTE_ID=C90000004": "CMTE_ID stands on line 3 too, with other content",
        "CMTE_ID=C9000000": "CMTE_ID is not an identifier: C9000000",
        "CMTE_ID=C90000005": "no committee name",
        "line 8": "2 fields where 15 are expected",
    }
    kept = book.rows("SELECT count(*) AS n FROM mention WHERE role = 'committee'")[0]["n"]
    assert reading.rows_read == kept + 4 + 1 == 8
    assert not reading.coverage.complete


@pytest.mark.realdata
def test_the_real_file_is_read_whole(ingest, shared):
    book, reading = ingest(Committees(), shared / "records/fec_bulk/2020_early/cm20.zip")
    assert reading.rows_read == 11_605
    assert reading.notes == ("lines dropped because they repeat an earlier line: 2",)
    assert book.rows("SELECT count(*) AS n, count(DISTINCT fec_id) AS ids FROM mention WHERE role = 'committee'") == [
        {"n": 11_603, "ids": 11_603}
    ]
    assert book.rows("SELECT count(*) AS n FROM quarantine") == [{"n": 0}]
