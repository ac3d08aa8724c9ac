"""The candidate master: candidates with office, state and party; the home street stays out."""

from __future__ import annotations

import pytest

from onrecord.sources.fec_candidates import Candidates


def test_a_line_becomes_a_candidate(ingest, fixtures):
    book, _ = ingest(Candidates(), fixtures / "fec/cn.txt")
    (row,) = book.rows("SELECT * FROM mention WHERE fec_id = 'H9XY01001'")
    assert (row["name"], row["schema"], row["role"], row["city"], row["address"]) == (
        "MERRIWEATHER, JUNE", "Person", "candidate", "RIVERTON", None,
    )  # fmt: skip
    assert row["detail"] == (
        "candidate for House, state XY, district 01, party BHP, election 2032, challenger, statutory candidate"
    )
    (president,) = book.rows("SELECT detail FROM mention WHERE fec_id = 'P90000001'")
    assert "district" not in president["detail"]


def test_the_principal_committee_is_a_link(ingest, fixtures):
    book, _ = ingest(Candidates(), fixtures / "fec/cn.txt")
    rows = book.rows(
        "SELECT link.locator, kind, s.fec_id AS who, o.fec_id AS committee FROM link "
        "JOIN mention s ON subject_mention = s.mention_id "
        "JOIN mention o ON object_mention = o.mention_id ORDER BY link_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("CAND_ID=H9XY01001", "candidate_committee", "H9XY01001", "C90000002"),
        ("CAND_ID=P90000001", "candidate_committee", "P90000001", "C90000003"),
    ]


def test_no_line_is_lost(ingest, fixtures):
    book, reading = ingest(Candidates(), fixtures / "fec/cn.txt")
    assert reading.rows_read == 5
    assert book.rows("SELECT count(*) AS n FROM mention WHERE role = 'candidate'") == [{"n": 3}]
    assert book.rows("SELECT locator, reason FROM quarantine") == [
        {"locator": "CAND_ID=H9XY0100", "reason": "CAND_ID is not an identifier: H9XY0100"}
    ]
    assert reading.notes == ("lines dropped because they repeat an earlier line: 1",)


@pytest.mark.realdata
def test_the_real_file_is_read_whole(ingest, shared):
    book, reading = ingest(Candidates(), shared / "records/fec_bulk/2020_early/cn20.zip")
    assert reading.rows_read == 3_937
    assert book.rows("SELECT count(*) AS n FROM mention WHERE role = 'candidate'") == [{"n": 3_936}]
    assert book.rows("SELECT count(*) AS n FROM quarantine") == [{"n": 0}]
