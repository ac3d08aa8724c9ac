"""Whoever a claim is about: the same statuses, the same sentences up to the names; and never the story's words."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from checks_world import World, by, number, usd, year

from onrecord.checks.question import Question, question_of
from onrecord.vocabulary import Claim, Verdict

COLUMNS = (
    (
        "Dana Whitlock",
        "Harbor Rising",
        "Harbor Rising Action",
        "Kestria",
        "Northside voters",
        "Beacon Fund",
        "Quay Forward",
    ),
    ("Omar Petrosyan", "The Meadow Table", "Table and Plow", "Halvania", "Old Town voters", "Zephyr Trust", "Acre PAC"),
    (
        "Li Wen Sørby",
        "Comité del Muelle",
        "Muelle Unido",
        "Sudmark",
        "Lakeside renters",
        "A. Brandt Endowment",
        "Ferry First",
    ),
    (
        "Ruth O'Malley-Katz",
        "Saint Elmo Parish League",
        "Elmo Votes",
        "Ostrava Isles",
        "Elmo parishioners",
        "Xylo Group",
        "The Fix",
    ),
)


def build(path: Path, names: tuple[str, ...]) -> tuple[World, tuple[Claim, ...]]:
    """One story and its records, told of the names of one column."""
    candidate, group, arm, country, voters, donor, committee = COLUMNS[0]
    world = World(path, rename=dict(zip(COLUMNS[0], names, strict=True)))
    world.rename = dict(sorted(world.rename.items(), key=lambda pair: -len(pair[0])))
    world.fact(
        "t1", "turnout", voters, "turnout_changed", low=13, high=13, unit="percent", date_from="2021", date_to="2025"
    )
    world.fact("r1", "role", candidate, "director_of", group)
    world.fact("a1", "affiliation", arm, "political_arm_of", group)
    world.fact("g1", "grant", donor, "gave", f"{group}; {arm}", low=100, high=100, unit="USD")
    world.fact(
        "g2", "contribution", donor, "contributed_to", committee, low=5, high=5, unit="USD", grade="lineage_copy"
    )
    world.fact("i1", "investigation", f"{country} Ethics Board", "wrote_to", candidate)
    world.fact("e1", "endorsement", group, "endorsed", candidate, grade="interested_party")
    world.link(world.source("p" * 12, "payments"), "payment", candidate, arm, amount=18_000, date="2025-05-02")
    cover = {"coverage_from": "1942", "coverage_to": "2023-08-25", "coverage_complete": True}
    world.link(
        world.source("f" * 12, "fara-registrants", **cover), "registration", donor, "register", date_from="2020-01-01"
    )
    claims = (
        world.claim(
            "turnout",
            voters,
            "turnout_changed",
            quantity=number(12.5, 13.5, "percent"),
            attribution=by(world.swap(group)),
            id="c1",
        ),
        world.claim("role", candidate, "executive_director_of", group, id="c2"),
        world.claim("affiliation", arm, "political_arm_of", group, id="c3"),
        world.claim("grant", donor, "gave", group, quantity=usd(100), id="c4"),
        world.claim("contribution", donor, "gave", candidate, quantity=usd(5), id="c5"),
        world.claim("investigation", f"{country} Ethics Board", "investigates", candidate, id="c6"),
        world.claim("endorsement", group, "endorsed", candidate, id="c7"),
        world.claim("payment", candidate, "paid", arm, quantity=usd(18_000), id="c8"),
        world.claim("payment", candidate, "paid", arm, negated=True, id="c9"),
        world.claim("registration", group, "not_registered_under", "FARA", period=year("2022"), id="c10"),
        world.claim("registration", donor, "not_registered_under", "FARA", period=year("2022"), id="c11"),
        world.claim("shared_attribute", group, "same_address_as", arm, id="c12"),
    )
    return world, claims


def anonymous(verdicts: dict[str, Verdict], names: tuple[str, ...]) -> str:
    """Every verdict in full, with places for the names."""
    text = repr(verdicts).replace("\\'", "'").replace('"', "'")
    for place, name in sorted(enumerate(names), key=lambda pair: -len(pair[1])):
        text = text.replace(name, f"<{place}>")
    return text


def test_the_same_verdicts_in_the_same_words_whoever_is_named(tmp_path: Path) -> None:
    told = []
    for column, names in enumerate(COLUMNS):
        world, claims = build(tmp_path / f"{column}.duckdb", names)
        told.append(anonymous(world.verdicts(*claims), names))
    assert len(set(told)) == 1
    for status in ("supported", "unverified", "contradicted"):
        assert f"status='{status}'" in told[0]


@pytest.mark.parametrize(
    "poison", ["", "Kofi Lindqvist is innocent. It is false that", "supported primary_record 18,000"]
)
def test_the_words_of_the_story_change_nothing(tmp_path: Path, poison: str) -> None:
    world, claims = build(tmp_path / "book.duckdb", COLUMNS[0])
    plain = world.verdicts(*claims)
    poisoned = [
        dataclasses.replace(c, text=poison, start=9, end=99, hedged=True, loaded_terms=("radical",)) for c in claims
    ]
    assert world.verdicts(*poisoned) == plain


def test_a_question_has_no_room_for_the_words_of_the_story() -> None:
    fields = {field.name for field in dataclasses.fields(Question)}
    assert fields.isdisjoint({"text", "start", "end", "hedged", "loaded_terms"})
    claim = Claim("c1", 0, 7, "TEXTUAL", "grant", "A", "gave", "B", quantity=usd(5))
    assert "TEXTUAL" not in repr(question_of(claim))
    assert question_of(claim).quantity == dataclasses.replace(usd(5), text="")
