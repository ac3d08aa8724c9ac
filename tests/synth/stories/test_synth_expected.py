"""The verdict due, case by case. Each row names what is told of a statement of the small world, and why it comes so."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from small_story_world import STATEMENTS, SmallWorld

from onrecord.synth.stories.expected import due
from onrecord.synth.stories.figures import Worded
from onrecord.synth.stories.ground import Ground
from onrecord.synth.stories.periods import Told
from onrecord.synth.stories.telling import Telling
from onrecord.synth.stories.variants import tell

GROUND = Ground(SmallWorld())


def usd(low: float | None, high: float | None, unit: str = "USD") -> Worded:
    return Worded("x", low, high, unit, None, low or high or 0)


def at(date_from: str | None, date_to: str | None = None) -> Told:
    return Told("x", date_from, date_to if date_to else date_from)


def told(statement: str, **slots: Any) -> Telling:
    own = STATEMENTS[statement]
    true = tell(replace(own), "true", GROUND, "wire", random.Random(1)) or tell(
        own, "unanswerable", GROUND, "wire", random.Random(1)
    )
    assert true is not None
    return replace(true, **slots)


SUPPORTED, CONTRADICTED, UNVERIFIED = "supported", "contradicted", "unverified"
CASES = [
    # money: a record or a sum, refunds taken off, memo items left out
    ("m1", {}, SUPPORTED, "3,000 of 2024: 4,000 less a refund of 1,000"),
    ("m1", {"period": None}, SUPPORTED, "without a date, each year is a reading"),
    ("m1", {"amount": usd(4_000, 4_000)}, SUPPORTED, "one record of the year shows it"),
    ("m1", {"amount": usd(8_000, 8_000), "period": None}, SUPPORTED, "the sum over all years"),
    ("m1", {"amount": usd(12_999, 12_999)}, CONTRADICTED, "with the memo item; the register is complete"),
    ("m1", {"amount": usd(6_000, None)}, CONTRADICTED, "the whole register stays below"),
    ("m1", {"amount": usd(6_000, 6_000), "period": None}, UNVERIFIED, "no time is claimed that a register covers"),
    ("m1", {"amount": usd(5_000, 5_000), "period": at("2024")}, CONTRADICTED, "that was the year before"),
    ("m1", {"period": at("2019")}, UNVERIFIED, "before the records begin"),
    ("m1", {"object": "p1"}, CONTRADICTED, "the giver files there, the register is complete and lists no such gift"),
    ("m1", {"subject": "o5"}, UNVERIFIED, "somebody who files no gifts at all: silence is none"),
    ("m1", {"negated": True}, CONTRADICTED, "the register shows the gift"),
    ("m1", {"negated": True, "object": "p1"}, SUPPORTED, "the complete register shows that there is none"),
    ("m1", {"negated": True, "amount": usd(90_000, 90_000)}, SUPPORTED, "the complete register has less"),
    ("m1", {"relation": "paid"}, UNVERIFIED, "a gift is no payment, and this giver files no payments"),
    (
        "m5",
        {"subject": "o0", "relation": "paid", "object": "o3"},
        CONTRADICTED,
        "a committee's payments are all on file",
    ),
    ("m5", {}, SUPPORTED, "a record shows it, complete or not"),
    ("m5", {"amount": usd(9_000, 9_000)}, UNVERIFIED, "the register of individuals is not complete"),
    ("m5", {"subject": "p7"}, UNVERIFIED, "absence from a partial register shows nothing"),
    ("m3", {"amount": usd(80_000, 90_000)}, CONTRADICTED, "payments of committees are all on file"),
    ("m4", {"relation": "spent_for"}, UNVERIFIED, "nothing is on file for anybody by this spender"),
    # revenue: a return states its own year
    ("r1", {}, SUPPORTED, "the return says so"),
    ("r1", {"amount": usd(9e6, 9.1e6)}, CONTRADICTED, "the return of that very year says otherwise"),
    ("r1", {"amount": usd(9e6, 9.1e6), "period": None}, UNVERIFIED, "another year may have had it"),
    ("r1", {"period": at("2022")}, UNVERIFIED, "no return of that year"),
    # elections: one complete count
    ("e1", {}, SUPPORTED, "both tallies stand in one count"),
    ("e1", {"subject": "p1", "object": "p0"}, CONTRADICTED, "the count has the other ahead"),
    ("e1", {"subject": "p1", "object": "p0", "period": None}, UNVERIFIED, "there may have been other contests"),
    ("e1", {"object": "p3"}, UNVERIFIED, "no count has both"),
    ("e2", {"amount": usd(150_000, 150_000, "votes"), "period": at("2024-11-05")}, CONTRADICTED, "the same count"),
    ("e2", {"amount": usd(150_000, 150_000, "votes"), "period": at("2024")}, UNVERIFIED, "some count of that year"),
    # what lasts
    ("t1", {"period": at("2022")}, SUPPORTED, "a year within"),
    ("t1", {"period": at("2019")}, UNVERIFIED, "before the record"),
    ("t1", {"relation": "president_of"}, UNVERIFIED, "another title; a single return is no complete list"),
    ("t1", {"negated": True, "period": None}, CONTRADICTED, "the return lists the office"),
    ("t2", {"period": at("2023")}, SUPPORTED, "the master file is of those years, and gives none of its own"),
    ("a1", {}, SUPPORTED, "both returns give the address"),
    ("a1", {"subject": "o4", "object": "o3"}, SUPPORTED, "it holds both ways"),
    (
        "a1",
        {"relation": "same_executive_director_as", "period": at("2023")},
        SUPPORTED,
        "two offices on record show it",
    ),
    ("a1", {"relation": "same_executive_director_as", "period": at("2018")}, UNVERIFIED, "before both offices"),
    ("a1", {"relation": "same_treasurer_as"}, UNVERIFIED, "no such offices on record"),
    ("a2", {"relation": "affiliated_with"}, SUPPORTED, "the closer tie shows the looser one"),
    ("a2", {"subject": "o3", "object": "o4"}, UNVERIFIED, "the wrong way round, on no record"),
    ("a2", {"negated": True}, UNVERIFIED, "a newsroom's report may support and never exclude"),
    # the foreign agents register: complete
    ("g1", {"period": at("2023-01")}, SUPPORTED, "within the entry"),
    ("g1", {"period": None}, UNVERIFIED, "the entry has ended"),
    ("g1", {"period": at("2024")}, CONTRADICTED, "the complete list has no entry for then"),
    ("g1", {"relation": "not_registered_under", "period": at("2022-05")}, CONTRADICTED, "the entry shows it"),
    ("g2", {}, SUPPORTED, "no entry in a complete list that covers the time"),
    ("g2", {"relation": "registered_under"}, CONTRADICTED, "no entry in a complete list that covers the time"),
    ("g2", {"relation": "registered_under", "period": at("2030")}, UNVERIFIED, "after the copy ends"),
    # casebooks
    ("f1", {}, SUPPORTED, "both ends are on record"),
    ("f1", {"start": usd(10_000, 10_000, "followers")}, UNVERIFIED, "a report does not exclude"),
    ("n1", {}, SUPPORTED, "a newsroom's report"),
    ("n1", {"period": at("2023")}, UNVERIFIED, "another year"),
    ("n2", {}, UNVERIFIED, "true and on no record"),
    ("q1", {}, SUPPORTED, "the words, the speaker, the day"),
    ("q1", {"words": "The harbor is mine"}, UNVERIFIED, "other words"),
    ("q1", {"subject": "p0"}, UNVERIFIED, "another speaker"),
    (
        "v1",
        {"period": at("2024-11-05"), "amount": usd(70, 71, "percent")},
        CONTRADICTED,
        "the office states the turnout",
    ),
    ("v1", {"amount": usd(49, 50, "percentage_points")}, UNVERIFIED, "points are not percent"),
    (
        "v2",
        {"period": at("2024-11-05"), "amount": usd(40, 40, "affiliates")},
        UNVERIFIED,
        "only a report says otherwise",
    ),
    ("l1", {"relation": "is_501c4"}, UNVERIFIED, "a note of another status may be old"),
]


@pytest.mark.parametrize(("statement", "slots", "status", "why"), CASES, ids=[f"{c[0]}: {c[3]}" for c in CASES])
def test_the_verdict_due(statement: str, slots: dict[str, Any], status: str, why: str) -> None:
    verdict = due(told(statement, **slots), GROUND)
    assert verdict.status == status, why
    if status == CONTRADICTED:
        assert verdict.or_ == (UNVERIFIED,)  # careful, not wrong
    if status == UNVERIFIED:
        assert verdict.or_ == ()  # never the other way round


def test_nobody_named_is_nothing_to_look_up() -> None:
    assert due(told("m1", subject=None, object=None), GROUND).status == UNVERIFIED
