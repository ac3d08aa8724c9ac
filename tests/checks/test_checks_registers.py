"""Registers and filings: presence with its dates, absence with its limits; tax years; legal form."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_world import World, usd, year

from onrecord.vocabulary import Period

FIRM, FARA = "Halyard Exchange", "Foreign Agents Registration Act"
WHOLE = {"coverage_from": "1942", "coverage_to": "2023-08-25", "coverage_complete": True}


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path / "book.duckdb")
    made.entity(FIRM)
    return made


def register(world: World, **cover: object) -> str:
    source = world.source("s" * 12, "fara-registrants", **WHOLE | cover)
    columns = {"date_from": "2020-01-01", "date_to": "2021-06-30", "role": "registrant"}
    world.link(source, "registration", "Corvane Public Affairs", FARA, **columns)
    return source


@pytest.mark.parametrize(
    ("relation", "period", "published", "cover", "status"),
    [
        ("not_registered_under", year("2022"), None, {}, "supported"),
        ("registered_under", year("2022"), None, {}, "contradicted"),
        ("not_registered_under", None, "2023-05-02", {}, "supported"),
        ("not_registered_under", None, None, {}, "unverified"),
        ("not_registered_under", None, "2025-11-12", {}, "unverified"),
        ("not_registered_under", year("2025"), "2023-05-02", {}, "unverified"),
        ("not_registered_under", year("2022"), None, {"coverage_complete": False}, "unverified"),
    ],
)
def test_absence_is_answered_from_the_register_with_its_date(
    world: World, relation: str, period: Period | None, published: str | None, cover: dict[str, object], status: str
) -> None:
    register(world, **cover)
    claim = world.claim("registration", FIRM, relation, FARA, period=period, negated=relation.startswith("not"))
    verdict = world.verdict(claim, published=published)
    assert verdict.status == status
    assert "2023-08-25 (the copy's last entry)" in repr(verdict)
    assert verdict.searched[-1].rows == 0


def test_what_absence_does_not_show_is_said(world: World) -> None:
    register(world)
    for period in (None, year("2022")):
        verdict = world.verdict(world.claim("registration", FIRM, "not_registered_under", FARA, period=period))
        assert "does not show a duty to register" in verdict.because
    later = world.verdict(world.claim("registration", FIRM, "not_registered_under", FARA, period=year("2025")))
    assert "the claim speaks of a later time" in later.because


def test_a_similar_name_in_the_register_leaves_it_open(world: World) -> None:
    register(world)
    world.alike[FIRM] = "Halyard Exchanges"
    verdict = world.verdict(world.claim("registration", FIRM, "not_registered_under", FARA, period=year("2022")))
    assert verdict.status == "unverified"
    assert "Halyard Exchanges" in verdict.because


@pytest.mark.parametrize(
    ("relation", "period", "status"),
    [
        ("registered_under", year("2020"), "supported"),
        ("not_registered_under", year("2020"), "contradicted"),
        ("registered_under", year("2022"), "unverified"),
        ("registered_under", None, "unverified"),
    ],
)
def test_an_entry_counts_for_its_own_time(world: World, relation: str, period: Period | None, status: str) -> None:
    register(world)
    verdict = world.verdict(world.claim("registration", "Corvane Public Affairs", relation, FARA, period=period))
    assert verdict.status == status
    assert (
        verdict.evidence[0].says == "Corvane Public Affairs is entered in the register from 2020-01-01 to 2021-06-30."
    )


def test_without_the_list_of_all_registrants_nothing_is_concluded(world: World) -> None:
    world.source("s" * 12, "fara-principals", **WHOLE)
    verdict = world.verdict(world.claim("registration", FIRM, "not_registered_under", FARA, period=year("2022")))
    assert verdict.status == "unverified"
    assert "no list of everybody" in verdict.because


def test_revenue_is_of_one_tax_year(world: World) -> None:
    source = world.source("s" * 12, "irs-990")
    world.measure(source, FIRM, "revenue", 3_200_000, unit="USD", date="2024-01-01", as_of="2024-12-31")
    ask = {"type": "revenue", "subject": FIRM, "relation": "had_revenue"}
    for value, period, status in (
        (usd(3_150_000, 3_250_000), year("2024"), "supported"),
        (usd(3_150_000, 3_250_000), None, "supported"),
        (usd(3_150_000, 3_250_000), year("2023"), "unverified"),
        (usd(5_000_000), year("2024"), "contradicted"),
        (usd(5_000_000), None, "unverified"),
    ):
        verdict = world.verdict(world.claim(**ask, quantity=value, period=period))
        assert verdict.status == status
    assert verdict.evidence[0].says == f"The return of {FIRM} states revenue of $3,200,000, 2024."


def test_a_fiscal_year_is_not_ruled_out_by_a_calendar_year(world: World) -> None:
    source = world.source("s" * 12, "irs-990")
    world.measure(source, FIRM, "revenue", 3_200_000, unit="USD", date="2023-07-01", as_of="2024-06-30")
    claim = world.claim("revenue", FIRM, "had_revenue", quantity=usd(9_000_000), period=year("2023"))
    assert world.verdict(claim).status == "unverified"


def test_legal_form_is_what_a_register_notes(world: World) -> None:
    world.mention(world.source("s" * 12, "irs-990"), FIRM, role="grantee", detail="501(C)(3)")
    assert world.verdict(world.claim("legal_status", FIRM, "is_501c3", "501(c)(3)")).status == "supported"
    other = world.verdict(world.claim("legal_status", FIRM, "is_501c4", "501(c)(4)"))
    assert other.status == "unverified"
    assert other.evidence[0].says == f"The record notes of {FIRM} (grantee): 501(C)(3)."
    assert world.verdict(world.claim("legal_status", FIRM, "is_super_pac")).status == "unverified"
