"""Roles, affiliations, founders, what two bodies share: both sides on record, titles word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_world import World, year

ALLIANCE, ACTION, PELLETIER = "Ansel Quay Tenants Alliance", "Ansel Quay Action", "Amara Pelletier"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def test_a_title_is_supported_word_for_word_and_another_is_shown(world: World) -> None:
    world.fact("r1", "role", PELLETIER, "executive_director_of", ALLIANCE, date_to="2025-11")
    verdict = world.verdict(world.claim("role", PELLETIER, "executive_director_of", ALLIANCE))
    assert verdict.status == "supported"
    assert "as of 2025-11" in verdict.because
    other = world.verdict(world.claim("role", PELLETIER, "director_of", ALLIANCE))
    assert other.status == "unverified"
    assert "the title on record is “executive director”" in other.because.lower()
    assert world.verdict(world.claim("role", PELLETIER, "executive_director_of", ACTION)).status == "unverified"


def test_a_filing_lists_its_officers(world: World) -> None:
    source = world.source("s" * 12, "irs-990")
    world.link(
        source,
        "officer",
        PELLETIER,
        ALLIANCE,
        purpose="Executive Director",
        date_from="2024-01-01",
        date_to="2024-12-31",
        schema="Person",
        public=False,
        role="officer",
    )
    verdict = world.verdict(world.claim("role", PELLETIER, "executive_director_of", ALLIANCE, period=year("2024")))
    assert (verdict.status, verdict.grade) == ("supported", "primary_record")
    assert verdict.evidence[0].says.startswith(f"{PELLETIER} is listed as Executive Director of {ALLIANCE}")
    assert (
        world.verdict(world.claim("role", PELLETIER, "executive_director_of", ALLIANCE, period=year("2019"))).status
        == "unverified"
    )


def test_a_denied_role_is_contradicted_by_the_filing(world: World) -> None:
    source = world.source("s" * 12, "irs-990")
    world.link(
        source,
        "officer",
        PELLETIER,
        ALLIANCE,
        purpose="President",
        date_from="2024-01-01",
        date_to="2024-12-31",
        schema="Person",
        role="officer",
    )
    assert (
        world.verdict(world.claim("role", PELLETIER, "president_of", ALLIANCE, negated=True)).status == "contradicted"
    )


def test_an_arm_is_affiliated_but_what_is_affiliated_is_no_arm(world: World) -> None:
    world.fact("a1", "affiliation", ACTION, "political_arm_of", ALLIANCE)
    assert world.verdict(world.claim("affiliation", ACTION, "political_wing_of", ALLIANCE)).status == "supported"
    assert world.verdict(world.claim("affiliation", ALLIANCE, "affiliated_with", ACTION)).status == "supported"
    assert world.verdict(world.claim("affiliation", ALLIANCE, "political_arm_of", ACTION)).status == "unverified"


def test_a_related_organization_in_a_filing_shows_affiliation_only(world: World) -> None:
    world.link(world.source("s" * 12, "irs-990"), "related_organization", ALLIANCE, ACTION)
    assert world.verdict(world.claim("affiliation", ACTION, "affiliated_with", ALLIANCE)).status == "supported"
    assert world.verdict(world.claim("affiliation", ACTION, "political_arm_of", ALLIANCE)).status == "unverified"


def test_each_founder_stands_alone(world: World) -> None:
    world.fact("f1", "founding", PELLETIER, "founded", ALLIANCE)
    world.fact(
        "f2", "founding", f"{PELLETIER}; Joon-ho Alvarez", "founded", ALLIANCE, grade="lineage_copy", lineage="Bay Wire"
    )
    assert world.verdict(world.claim("founding", PELLETIER, "founded", ALLIANCE)).status == "supported"
    verdict = world.verdict(world.claim("founding", "Joon-ho Alvarez", "founded", ALLIANCE))
    assert verdict.status == "unverified"
    assert "copies add nothing" in verdict.because


def test_records_that_deny_and_state_an_endorsement_are_mixed(world: World) -> None:
    world.fact("e1", "endorsement", ALLIANCE, "endorsed", "Kofi Lindqvist")
    claim = world.claim("endorsement", ALLIANCE, "endorsed", "Kofi Lindqvist")
    assert world.verdict(claim).status == "supported"
    world.fact("e2", "endorsement", ALLIANCE, "did_not_endorse", "Kofi Lindqvist")
    assert world.verdict(claim).status == "mixed"


def test_a_shared_address_needs_both_addresses(world: World) -> None:
    claim = world.claim("shared_attribute", ALLIANCE, "same_address_as", ACTION)
    world.fact("s1", "shared_attribute", ALLIANCE, "has_address", "14 Quay Street, Suite 2", place="Port Ansel")
    verdict = world.verdict(claim)
    assert verdict.status == "unverified"
    assert verdict.because == "Only one of the two has its address on record."
    world.mention(
        world.source("s" * 12, "irs-990"), ACTION, address="14 QUAY ST STE 2", city="Port Ansel", role="filer"
    )
    verdict = world.verdict(claim)
    assert (verdict.status, verdict.grade) == ("supported", "independent_report")
    assert len([e for e in verdict.evidence if e.stance != "supports"]) == 1


def test_one_street_line_in_two_cities_is_two_addresses(world: World) -> None:
    for name, city in ((ALLIANCE, "Port Ansel"), (ACTION, "Gannet")):
        world.fact(f"s{city}", "shared_attribute", name, "has_address", "1 Main Street", place=city)
    verdict = world.verdict(world.claim("shared_attribute", ALLIANCE, "same_address_as", ACTION))
    assert verdict.status == "unverified"
    assert "not the same" in verdict.because


@pytest.mark.parametrize(
    ("title", "when", "status"),
    [
        ("executive_director_of", "2025", "supported"),
        ("director_of", "2025", "unverified"),
        ("executive_director_of", "2014", "unverified"),
    ],
)
def test_a_shared_director_has_one_title_at_both_at_one_time(world: World, title: str, when: str, status: str) -> None:
    world.fact("r1", "role", PELLETIER, "executive_director_of", ALLIANCE, date_from="2025", date_to="2025")
    world.fact("r2", "role", PELLETIER, title, ACTION, date_from=when, date_to=when)
    verdict = world.verdict(world.claim("shared_attribute", ALLIANCE, "same_executive_director_as", ACTION))
    assert verdict.status == status
    assert len(verdict.evidence) == 2


def test_an_officer_of_both_may_hold_two_titles(world: World) -> None:
    world.fact("r1", "role", PELLETIER, "executive_director_of", ALLIANCE)
    world.fact("r2", "role", PELLETIER, "director_of", ACTION)
    assert world.verdict(world.claim("shared_attribute", ALLIANCE, "same_officer_as", ACTION)).status == "supported"


def test_shared_staff_is_never_inferred_from_a_shared_director(world: World) -> None:
    world.fact("r1", "role", PELLETIER, "executive_director_of", ALLIANCE)
    world.fact("r2", "role", PELLETIER, "executive_director_of", ACTION)
    assert world.verdict(world.claim("shared_attribute", ALLIANCE, "same_staff_as", ACTION)).status == "unverified"


def test_membership_and_collaboration(world: World) -> None:
    world.fact("m1", "membership", PELLETIER, "member_of", "Northmark Renters Congress")
    world.fact("c1", "collaboration", ALLIANCE, "has_worked_with", ACTION)
    assert (
        world.verdict(world.claim("membership", PELLETIER, "member_of", "Northmark Renters Congress")).status
        == "supported"
    )
    assert world.verdict(world.claim("collaboration", ACTION, "collaborated_with", ALLIANCE)).status == "supported"
    assert (
        world.verdict(world.claim("membership", "Joon-ho Alvarez", "member_of", "Northmark Renters Congress")).status
        == "unverified"
    )


@pytest.mark.parametrize(
    ("claimed", "filed", "status"),
    [
        ("secretary_treasurer_of", "SECRETARY-TREASURER", "supported"),
        ("treasurer_of", "SECRETARY-TREASURER", "unverified"),
        ("secretary_treasurer_of", "TREASURER", "unverified"), ("vice_president_of", "VICE-PRESIDENT", "supported"),
        ("co_founder_of", "CO-FOUNDER", "supported"), ("president_of", "VICE-PRESIDENT", "unverified"),
    ],
)  # fmt: skip
def test_a_hyphen_in_a_title_is_a_blank(world: World, claimed: str, filed: str, status: str) -> None:
    world.link(world.source("o" * 12, "returns"), "officer", PELLETIER, ALLIANCE, purpose=filed, schema="Person")
    assert world.verdict(world.claim("role", PELLETIER, claimed, ALLIANCE)).status == status


@pytest.mark.parametrize(
    ("years", "period", "status"),
    [
        ((2022,), ("2022", "2022"), "supported"), ((2022,), ("2022", "2023"), "unverified"),
        ((2022, 2023), ("2022", "2023"), "supported"), ((2021, 2022, 2023), ("2022", "2023"), "supported"),
        ((2021, 2023), ("2021", "2023"), "unverified"), ((2021, 2023), ("2022", "2022"), "unverified"),
        ((2022, 2023), ("2023", "2024"), "unverified"), ((2022, 2023), ("2022-06", "2023-03"), "supported"),
    ],
)  # fmt: skip
def test_a_role_over_several_years_needs_filings_for_all_of_them(
    world: World, years: tuple[int, ...], period: tuple[str, str], status: str
) -> None:
    source = world.source("o" * 12, "returns")
    for filed in reversed(years):
        dates = {"date_from": f"{filed}-01-01", "date_to": f"{filed}-12-31"}
        world.link(source, "officer", PELLETIER, ALLIANCE, purpose="DIRECTOR", schema="Person", **dates)
    assert world.verdict(world.claim("role", PELLETIER, "director_of", ALLIANCE, period=year(*period))).status == status


def test_another_title_in_between_does_not_join_two_years(world: World) -> None:
    source = world.source("o" * 12, "returns")
    for filed, title in ((2021, "DIRECTOR"), (2022, "CHAIR"), (2023, "DIRECTOR")):
        dates = {"date_from": f"{filed}-01-01", "date_to": f"{filed}-12-31"}
        world.link(source, "officer", PELLETIER, ALLIANCE, purpose=title, schema="Person", **dates)
    assert (
        world.verdict(world.claim("role", PELLETIER, "director_of", ALLIANCE, period=year("2021", "2023"))).status
        == "unverified"
    )


def test_a_fact_of_one_year_shows_a_lasting_tie_for_that_year_only(world: World) -> None:
    world.fact("m1", "membership", PELLETIER, "member_of", ALLIANCE, date_from="2022-01-01", date_to="2022-12-31")
    for period, status in ((("2022", "2022"), "supported"), (("2022", "2024"), "unverified")):
        assert (
            world.verdict(world.claim("membership", PELLETIER, "member_of", ALLIANCE, period=year(*period))).status
            == status
        )


def test_an_office_that_cleared_somebody_is_on_record_as_that(world: World) -> None:
    world.fact("i1", "investigation", "Harbor Ethics Board", "cleared", ALLIANCE)
    assert world.verdict(world.claim("investigation", "Harbor Ethics Board", "cleared", ALLIANCE)).status == "supported"
    for other in ("investigates", "fined", "closed_case_against"):
        assert (
            world.verdict(world.claim("investigation", "Harbor Ethics Board", other, ALLIANCE)).status == "unverified"
        )
