"""What every verdict carries: searches, settling records, a cap, a reason."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from checks_world import CASEBOOK, World, by, usd

from onrecord.checks.check import FAMILIES
from onrecord.checks.question import question_of
from onrecord.checks.settle import settlements
from onrecord.checks.wordlists import wordlist
from onrecord.vocabulary import ClaimType, Reason


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def test_every_claim_type_has_a_family_and_a_record_that_would_settle_it() -> None:
    types = set(get_args(ClaimType))
    assert set(FAMILIES) == types
    assert types <= set(wordlist("settle"))
    assert all(any(not entry["when"] for entry in wordlist("settle")[name]) for name in types)


@pytest.mark.parametrize("name", get_args(ClaimType))
def test_an_empty_book_answers_every_type_and_says_what_to_get(world: World, name: str) -> None:
    verdict = world.verdict(world.claim(name, "Ada Onyx", "paid", "Bo Quill", quantity=usd(5), words="we did"))
    assert verdict.status == "unverified"
    assert verdict.because == "This book holds no source that could answer it."
    assert verdict.would_settle
    assert verdict.searched == ()


@pytest.mark.parametrize("name", get_args(ClaimType))
def test_a_claim_without_names_is_never_decided(world: World, name: str) -> None:
    world.fact("x1", "payment" if name == "other" else name, "Ada Onyx", "paid", "Bo Quill", low=5, high=5, unit="USD")
    assert world.verdict(world.claim(name, None, "paid", None, quantity=usd(5))).status == "unverified"


def test_every_reason_has_its_words() -> None:
    assert set(get_args(Reason)) == set(wordlist("words")["reasons"])


def test_what_is_not_checkable_says_why(world: World) -> None:
    verdict = world.verdict(world.claim("other", None, "", checkable=False, reason="insinuation"))
    assert verdict.status == "not_checkable"
    assert verdict.because == "No record could settle this as worded: it hints at something without stating it."


def test_searches_name_coverage_question_and_rows(world: World) -> None:
    world.fact("p1", "payment", "Ada Onyx", "paid", "Bo Quill", low=5, high=5, unit="USD")
    search = world.verdict(world.claim("payment", "Ada Onyx", "paid", "Cy Reed", quantity=usd(5))).searched[0]
    assert search.source == CASEBOOK
    assert search.coverage == "rows of casebook; from 2020 to 2025-11-30; not complete: absence shows nothing"
    assert search.query == "facts of kind payment with subject “Ada Onyx” and object “Cy Reed”"
    assert search.rows == 1


def test_a_filing_that_names_neither_party_is_not_listed_as_searched(world: World) -> None:
    world.link(world.source("s" * 12, "grants"), "grant", "Ada Onyx Fund", "Bo Quill Trust", amount=5)
    world.link(world.source("t" * 12, "grants"), "grant", "Cy Reed Fund", "Dot Vale Trust", amount=5)
    verdict = world.verdict(world.claim("grant", "Ada Onyx Fund", "gave", "Eve Moor", quantity=usd(5)))
    assert [search.source for search in verdict.searched] == ["s" * 12]


def test_many_records_are_capped_the_most_telling_first(world: World) -> None:
    for i in range(15):
        grade = "lineage_copy" if i < 14 else "official_statement"
        world.fact(f"p{i}", "grant", "Quay Fund", "gave", "Bo Quill Trust", low=5, high=5, unit="USD", grade=grade)
    verdict = world.verdict(world.claim("grant", "Quay Fund", "gave", "Bo Quill Trust", quantity=usd(5)))
    assert verdict.status == "supported"
    assert len(verdict.evidence) == 12
    assert verdict.evidence[0].locator == "fact_id=p14"
    assert verdict.because.endswith("3 more records are not listed.")


def test_copies_of_one_account_are_one_source(world: World) -> None:
    for i in range(3):
        world.fact(
            f"p{i}", "grant", "Quay Fund", "gave", "Bo Quill Trust", low=5, high=5, unit="USD", lineage="Bay Wire"
        )
    claim = world.claim("grant", "Quay Fund", "gave", "Bo Quill Trust", quantity=usd(5))
    assert "in one source: Bay Wire" in world.verdict(claim).because
    world.fact("p9", "grant", "Quay Fund", "gave", "Bo Quill Trust", low=5, high=5, unit="USD", lineage="The Count")
    assert "in 2 independent sources" in world.verdict(claim).because


@pytest.mark.parametrize(
    ("subject", "attributed", "office"),
    [
        ("Ada Onyx campaign", "city records", "New York City Campaign Finance Board"),
        ("Ada Onyx for Congress", "federal filings", "Federal Election Commission"),
        ("Ada Onyx", "papers", "the office where it files"),
    ],
)
def test_what_would_settle_it_depends_on_where_the_payer_files(
    world: World, subject: str, attributed: str, office: str
) -> None:
    claim = world.claim("payment", subject, "paid", "Bo Quill", attribution=by(attributed, "records"))
    assert office in settlements(question_of(claim), world.records())[0].record
