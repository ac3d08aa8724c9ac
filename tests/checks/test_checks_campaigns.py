"""A campaign by any of its names: the candidate, the committee, or what the story calls it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from checks_world import World, usd, year

PAC, COMMITTEE, PERSON = "Ansel Quay PAC", "Tarrow for Senate", "TARROW, INES"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def candidate(world: World, source: str, name: str, detail: str) -> None:
    """A candidate of a city register, with one gift."""
    number = world.mention(source, name, role="candidate", schema="Person", detail=detail)
    giver = world.mention(source, PAC, role="contributor")
    row = {"link_id": number, "source_id": source, "locator": f"REFNO={number}", "kind": "contribution"}
    ends = {"subject_mention": giver, "object_mention": number, "netted": True}
    world.rows.setdefault("link", []).append(row | ends | {"amount": 700.0, "currency": "USD", "date": "2025-02-01"})


def given(world: World, to: str, **slots: Any) -> str:
    return world.verdict(world.claim("contribution", PAC, "gave", to, quantity=usd(700), **slots)).status


def city(world: World) -> str:
    return world.source("c" * 12, "city-gifts")


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Lindqvist for Mayor", "supported"), ("Friends of Kofi Lindqvist", "supported"),
        ("Lindqvist 2025", "supported"),
        ("Committee to Elect Kofi Lindqvist", "supported"), ("Kofi Lindqvist for Mayor", "supported"),
        ("Friends of Kofi Lindqvist 2025", "supported"),
        # Another office, another year, a family name alone, an outside committee's kind of name, another person.
        ("Lindqvist for Comptroller", "unverified"), ("Lindqvist 2021", "unverified"),
        ("Friends of Lindqvist", "unverified"), ("Citizens for Kofi Lindqvist", "unverified"),
        ("Tarrow for Mayor", "unverified"), ("Lindqvist for a Better Harbor", "unverified"),
    ],
)  # fmt: skip
def test_a_campaign_without_records_of_its_own_is_its_candidates(world: World, name: str, status: str) -> None:
    candidate(world, city(world), "Lindqvist, Kofi A.", "candidate for Mayor, election 2025")
    assert given(world, name) == status


def test_two_candidates_of_one_family_name_are_not_guessed_between(world: World) -> None:
    source = city(world)
    candidate(world, source, "Lindqvist, Kofi", "candidate for Mayor, election 2025")
    candidate(world, source, "Lindqvist, Ada", "candidate for Mayor, election 2025")
    assert given(world, "Lindqvist for Mayor") == "unverified"
    assert given(world, "Ada Lindqvist for Mayor") == "supported"


def test_silence_about_a_campaign_that_was_only_inferred_excludes_nothing(world: World) -> None:
    cover = {"coverage_from": "2025", "coverage_to": "2025-12-31", "coverage_complete": True}
    source = world.source("c" * 12, "city-gifts", **cover)
    candidate(world, source, "Lindqvist, Kofi", "candidate for Mayor, election 2025")
    world.link(source, "contribution", "Osier Fund", "Lindqvist, Kofi", amount=5, date="2025-02-01")
    claim = world.claim("contribution", "Osier Fund", "gave", "Lindqvist for Mayor", period=year("2025"))
    assert world.verdict(claim).status == "supported"
    none = world.claim("contribution", "Osier Fund", "gave", "Lindqvist for Mayor", period=year("2025-11"))
    assert world.verdict(none).status == "unverified"


def federal(world: World, committee: str = COMMITTEE) -> None:
    """A gift on a register's row to a candidate, which names the committee that got it; and the mirror row."""
    source = world.source("p" * 12, "gifts-to-candidates")
    world.link(source, "contribution", PAC, PERSON, amount=700, date="2025-02-01", locator="SUB_ID=1", schema="Person")
    world.mention(source, committee, role="recipient", locator="SUB_ID=1")
    other = world.source("o" * 12, "between-committees")
    world.link(other, "contribution", PAC, committee, amount=700, date="2025-02-04", locator="SUB_ID=2", netted=False)


def test_a_gift_filed_under_the_candidate_is_the_committees_that_got_it(world: World) -> None:
    federal(world)
    world.entity("Osier for House")
    assert given(world, COMMITTEE) == "supported"
    assert given(world, PERSON) == "supported"
    verdict = world.verdict(world.claim("contribution", PAC, "gave", COMMITTEE, quantity=usd(1_400)))
    assert verdict.status == "unverified"


def test_another_committee_of_the_same_candidate_did_not_get_it(world: World) -> None:
    federal(world, "Tarrow Leadership Fund")
    world.link(world.source("q" * 12, "between-committees"), "contribution", "Osier Fund", COMMITTEE, amount=5)
    assert given(world, COMMITTEE) == "unverified"


def two_of_one_name(world: World) -> str:
    """A candidate of a register, and somebody else on record who bears the same name."""
    source = city(world)
    candidate(world, source, "Kofi Lindqvist", "candidate for Mayor, election 2025")
    world.entity("Kofi Lindqvist", "Person", key="another")
    return source


def test_who_gets_a_gift_is_the_one_candidate_of_that_name(world: World) -> None:
    two_of_one_name(world)
    assert given(world, "Kofi Lindqvist") == "supported"
    world.rows["entity"].append(world.rows["entity"][0] | {"entity_id": "third"})
    number = world.mention("c" * 12, "Kofi Lindqvist", role="candidate", schema="Person")
    world.rows["identity"][-1] = {"mention_id": number, "entity_id": "third", "score": 1.0, "reason": "name"}
    assert given(world, "Kofi Lindqvist") == "unverified"


def test_who_gives_may_be_anybody_of_that_name(world: World) -> None:
    source = two_of_one_name(world)
    world.link(source, "contribution", "Kofi Lindqvist", PAC, amount=700, date="2025-02-01", schema="Person")
    claim = world.claim("contribution", "Kofi Lindqvist", "gave", PAC, quantity=usd(700))
    assert world.verdict(claim).status == "unverified"
