"""Linkages: a candidate and a committee by number; a committee in the candidate's place takes part in a fundraiser."""

from __future__ import annotations

import pytest

from onrecord.sources.fec_linkages import Linkages


def test_a_line_links_a_candidate_to_a_committee(ingest, fixtures):
    book, reading = ingest(Linkages(), fixtures / "fec/ccl.txt")
    rows = book.rows(
        "SELECT link.locator, kind, s.fec_id AS who, o.fec_id AS committee, purpose FROM link "
        "JOIN mention s ON subject_mention = s.mention_id "
        "JOIN mention o ON object_mention = o.mention_id ORDER BY link_id"
    )
    assert [tuple(row.values())[:4] for row in rows] == [
        ("LINKAGE_ID=700001", "candidate_committee", "H9XY01001", "C90000002"),
        ("LINKAGE_ID=700002", "candidate_committee", "H9XY01001", "C90000003"),
        ("LINKAGE_ID=700003", "related_organization", "C90000006", "C90000003"),
    ]
    assert rows[1]["purpose"] == "joint fundraiser, PAC, nonqualified, election 2032, cycle 2032"
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2031-01-01", "2032-12-31")


def test_each_number_is_mentioned_once_and_no_line_is_lost(ingest, fixtures):
    book, reading = ingest(Linkages(), fixtures / "fec/ccl.txt")
    assert book.rows("SELECT count(*) AS n, count(DISTINCT fec_id) AS ids FROM mention") == [{"n": 4, "ids": 4}]
    assert reading.rows_read == 4
    assert book.rows("SELECT locator, reason FROM quarantine") == [
        {"locator": "LINKAGE_ID=700004", "reason": "CMTE_ID is not an identifier: nobody"}
    ]


@pytest.mark.realdata
def test_the_real_file_is_read_whole(ingest, shared):
    book, reading = ingest(Linkages(), shared / "records/fec_bulk/2020_early/ccl20.zip")
    assert reading.rows_read == 3_752
    assert book.rows("SELECT count(*) AS n FROM link") == [{"n": 3_752}]
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2019-01-01", "2020-12-31")
