"""Summaries: one measure a figure; a blank is unknown, a zero is a figure."""

from __future__ import annotations

import zipfile
from decimal import Decimal

import pytest

from onrecord.sources.fec_summaries import CANDIDATES, CandidateSummaries, CommitteeSummaries


def test_every_figure_of_a_candidate_is_a_measure(ingest, fixtures):
    book, reading = ingest(CandidateSummaries(), fixtures / "fec/weball.txt")
    rows = book.rows(
        "SELECT metric, value, unit, as_of, name, fec_id, measure.locator FROM measure "
        "JOIN mention ON subject_mention = mention_id ORDER BY metric"
    )
    assert {row["metric"]: row["value"] for row in rows} == {
        "receipts": 1500.25, "disbursements": 1000, "cash_on_hand": -500.75, "individual_contributions": 0,
        "individual_refunds": 100,
    }  # fmt: skip
    assert {tuple(row.values())[2:] for row in rows} == {
        ("USD", "2031-03-31", "MERRIWEATHER, JUNE", "H9XY01001", "CAND_ID=H9XY01001")
    }
    assert reading.coverage.date_to == "2031-03-31"


def test_a_figure_that_is_no_number_sets_the_line_aside(ingest, fixtures):
    book, reading = ingest(CandidateSummaries(), fixtures / "fec/weball.txt")
    assert reading.rows_read == 2
    assert book.rows("SELECT locator, reason FROM quarantine") == [
        {"locator": "CAND_ID=H9XY01002", "reason": "TTL_RECEIPTS is not a number: many"}
    ]


def test_a_committee_that_reports_nothing_is_unknown_and_not_zero(ingest, fixtures):
    book, reading = ingest(CommitteeSummaries(), fixtures / "fec/webk.txt")
    rows = book.rows(
        "SELECT fec_id, metric, value FROM mention LEFT JOIN measure ON subject_mention = mention_id ORDER BY 1, 2"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("C90000001", "independent_expenditures", 0), ("C90000001", "receipts", 7521.99), ("C90000004", None, None),
    ]  # fmt: skip
    assert reading.notes == ("1 lines report no figure at all: unknown, not zero",)


@pytest.mark.realdata
def test_the_real_candidate_summaries_are_read_whole_to_the_cent(ingest, shared):
    path = shared / "records/fec_bulk/2020_early/weball20.zip"
    book, reading = ingest(CandidateSummaries(), path)
    assert reading.rows_read == 141
    with zipfile.ZipFile(path) as archive:
        rows = [line.split("|") for line in archive.read("weball20.txt").decode().splitlines()]
    for metric, column in (("receipts", "TTL_RECEIPTS"), ("disbursements", "TTL_DISB"), ("cash_on_hand", "COH_COP")):
        (found,) = book.rows(f"SELECT count(*) AS n, sum(value) AS total FROM measure WHERE metric = '{metric}'")
        assert found["n"] == 141
        assert f"{found['total']:.2f}" == f"{sum(Decimal(row[CANDIDATES.columns.index(column)]) for row in rows):.2f}"


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("name", "form", "rows"), [("webl20", CandidateSummaries, 11), ("webk20", CommitteeSummaries, 7_851)]
)
def test_the_other_real_summaries_are_read_whole(name, form, rows, ingest, shared):
    book, reading = ingest(form(), shared / f"records/fec_bulk/2020_early/{name}.zip")
    assert reading.rows_read == rows
    assert book.rows("SELECT count(*) AS n FROM mention") == [{"n": rows}]
    assert book.rows("SELECT count(*) AS n FROM measure WHERE value IS NULL") == [{"n": 0}]
