"""Who won, shown by a whole count of votes; and what such a count excludes on the day claimed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from checks_world import World, number, year

from onrecord.vocabulary import Period

A, B, C = "Kofi Lindqvist", "Ines Tarrow", "Ada Onyx"
DAY, RACE = "2025-11-04", "general election for mayor"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def count(world: World, *, whole: bool = True, contest: str = "Mayor Harbor", **votes: int) -> None:
    """One count of the contest on its day: A has 600 votes, B 400 and C 90 unless told otherwise."""
    cover: dict[str, Any] = {"coverage_from": "2025", "coverage_to": "2025-12-31", "coverage_complete": whole}
    source = world.source("v" * 12, "precincts", **cover)
    for name, key, given in ((A, "a", 600), (B, "b", 400), (C, "c", 90)):
        for part in (1, 2):
            value = votes.get(key, given) / 2
            world.measure(source, name, "votes", value, date=DAY, contest=contest, place=f"ward {part}")


def status(world: World, who: str, relation: str, whom: str | None, when: Period | None, **slots: Any) -> str:
    return world.verdict(world.claim("election_result", who, relation, whom, period=when, **slots)).status


@pytest.mark.parametrize(
    ("who", "when", "expected"),
    [
        (A, year(DAY), "supported"), (A, year("2025"), "supported"), (A, None, "supported"),
        (A, year("2023"), "unverified"), (B, year(DAY), "contradicted"), (B, year("2025"), "unverified"),
        (B, None, "unverified"), ("Bo Quill", year(DAY), "unverified"),
    ],
)  # fmt: skip
def test_most_votes_of_a_whole_count_win_and_fewer_on_that_day_do_not(
    world: World, who: str, when: Period | None, expected: str
) -> None:
    count(world)
    world.entity("Bo Quill", "Person")
    assert status(world, who, "won", RACE, when) == expected


def test_a_part_of_the_places_a_tie_and_a_lone_candidate_decide_nothing(world: World) -> None:
    count(world, whole=False)
    assert status(world, A, "won", RACE, year(DAY)) == "unverified"
    assert status(world, B, "won", RACE, year(DAY)) == "unverified"


def test_a_tie_decides_nothing(world: World) -> None:
    count(world, b=600)
    assert status(world, A, "won", RACE, year(DAY)) == "unverified"
    assert status(world, A, "defeated", B, year(DAY)) == "unverified"


def test_first_choices_decide_nothing(world: World) -> None:
    source = world.source("v" * 12, "precincts", coverage_from="2025", coverage_to="2025", coverage_complete=True)
    for name, value in ((A, 600), (B, 400)):
        world.measure(source, name, "votes_first_choice", value, date=DAY, contest="Mayor Harbor")
    assert status(world, A, "won", RACE, year(DAY)) == "unverified"


@pytest.mark.parametrize("contest", ["Mayor Harbor", "Mayor Harbor primary"])
def test_fewer_votes_in_a_primary_exclude_nothing_since_each_party_has_a_winner(world: World, contest: str) -> None:
    count(world, contest=contest)
    assert status(world, B, "won", "primary for mayor", year(DAY)) == "unverified"
    assert status(world, B, "defeated_in_primary", A, Period("in the primary", DAY, DAY)) == "unverified"


def test_a_denied_win_is_turned_round(world: World) -> None:
    count(world)
    assert status(world, A, "won", RACE, year(DAY), negated=True) == "contradicted"
    assert status(world, B, "won", RACE, year(DAY), negated=True) == "supported"


@pytest.mark.parametrize(
    ("who", "whom", "when", "expected"),
    [
        (A, B, year(DAY), "supported"), (A, B, year("2025"), "supported"), (A, B, year("2023-11-07"), "unverified"),
        (A, B, year("2023"), "unverified"), (B, A, year(DAY), "contradicted"), (B, A, year("2025"), "unverified"),
        (B, A, None, "unverified"),
    ],
)  # fmt: skip
def test_who_beat_whom_is_of_the_time_claimed(
    world: World, who: str, whom: str, when: Period | None, expected: str
) -> None:
    count(world)
    assert status(world, who, "defeated", whom, when) == expected


@pytest.mark.parametrize(
    ("margin", "when", "expected"),
    [(200, year(DAY), "supported"), (250, year(DAY), "contradicted"), (250, year("2025"), "unverified"),
     (200, year("2023"), "unverified")],
)  # fmt: skip
def test_a_margin_is_the_difference_of_two_tallies(world: World, margin: int, when: Period, expected: str) -> None:
    count(world)
    slots = {"quantity": number(margin, margin, "votes")}
    assert status(world, A, "won_by", B, when, **slots) == expected


def test_somebody_with_votes_is_meant_where_the_name_is_anothers_too(world: World) -> None:
    count(world)
    world.entity(A, "Person", key="another")
    assert status(world, A, "defeated", B, year(DAY)) == "supported"
    assert status(world, A, "won", RACE, year(DAY)) == "supported"
    votes = {"quantity": number(600, 600, "votes")}
    assert status(world, A, "received_votes", RACE, year(DAY), **votes) == "supported"
