"""The verdict due, case by case. Each row names what is told of a statement of the small world, and why it comes so."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from small_story_world import STATEMENTS, SmallWorld

from onrecord.synth.stories.expected import due, holds
from onrecord.synth.stories.figures import Worded
from onrecord.synth.stories.ground import Ground
from onrecord.synth.stories.periods import Told
from onrecord.synth.stories.telling import Due, Telling
from onrecord.synth.stories.variants import tell
from onrecord.synth.world import Contest, Statement

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


REFUND = Statement(
    "x1", "contribution", "refunded", "o0", "o2", 1_000, "USD", date_from="2024-01-01", date_to="2024-12-31",
    record="fec", whole=True,
)  # fmt: skip
REFUNDS = [
    ({}, SUPPORTED, "the register has it"),
    ({"amount": usd(4_000, 4_000)}, CONTRADICTED, "that was given and never came back"),
    ({"amount": usd(2_500, None)}, CONTRADICTED, "all that came back is less"),
    ({"period": at("2023")}, CONTRADICTED, "nothing came back in that year"),
    ({"object": "o5"}, CONTRADICTED, "whoever refunds files it, and this one is not there"),
    ({"subject": "o1"}, UNVERIFIED, "somebody who files no refunds at all"),
    ({"negated": True}, CONTRADICTED, "the register shows the refund"),
    ({"period": None}, SUPPORTED, "without a date, each year is a reading"),
]


@pytest.mark.parametrize(("slots", "status", "why"), REFUNDS, ids=[why for _, _, why in REFUNDS])
def test_a_refund_is_looked_up_among_refunds(slots: dict[str, Any], status: str, why: str) -> None:
    true = tell(REFUND, "true", GROUND, "wire", random.Random(1))
    assert true is not None
    assert due(replace(true, **slots), GROUND).status == status, why


def test_a_donor_may_be_another_of_the_name() -> None:
    assert due(told("m5"), GROUND).or_ == (UNVERIFIED,)
    assert due(told("m1"), GROUND).or_ == ()


def test_an_office_that_has_ended_may_be_told_of_as_over() -> None:
    ended = replace(STATEMENTS["t3"], date_to="2022")
    world = SmallWorld(statements=(ended,))
    true = tell(ended, "true", Ground(world), "wire", random.Random(1))
    assert true is not None
    assert due(replace(true, period=None), Ground(world)).or_ == (UNVERIFIED,)
    assert due(replace(true, period=at("2022")), Ground(world)).or_ == ()
    assert due(told("t3", period=None), GROUND).or_ == ()


HARBOR = Contest("k1", "mayor", "Sable Creek", "2024-11-05", 2024, (("p0", 9), ("p1", 8)), 40, 20)

# ── turnout: a change is two levels ──────────────────────────────────────────────────────────────────────────────────

BEFORE, AFTER = ("2020-11-03", 41.0), ("2024-11-05", 49.5)


def turnout(*, before: str | None, after: str | None, change: str | None) -> dict[str, Statement]:
    """Turnout of one place at two elections, and its change, each on this record or on none."""
    base = Statement("v", "turnout", "voted", "Sable Creek voters", unit="percent", place="Sable Creek")
    rows = [
        replace(base, id="v1", value=BEFORE[1], date_from=BEFORE[0], date_to=BEFORE[0], record=before),  # type: ignore[arg-type]
        replace(base, id="v2", value=AFTER[1], date_from=AFTER[0], date_to=AFTER[0], record=after),  # type: ignore[arg-type]
        replace(
            base, id="v3", relation="turnout_changed", value=AFTER[1], start=BEFORE[1], date_from=BEFORE[0],
            date_to=AFTER[0], record=change,  # type: ignore[arg-type]
        ),
    ]  # fmt: skip
    return {row.id: row for row in rows}


@pytest.mark.parametrize(
    ("records", "which", "status"),
    [
        ({"before": "casebook", "after": None, "change": None}, "v1", SUPPORTED),
        ({"before": None, "after": None, "change": None}, "v1", UNVERIFIED),
        ({"before": None, "after": None, "change": "casebook"}, "v1", SUPPORTED),
        ({"before": None, "after": None, "change": "casebook"}, "v2", SUPPORTED),
        ({"before": None, "after": None, "change": "casebook"}, "v3", SUPPORTED),
        ({"before": "casebook", "after": "casebook", "change": None}, "v3", SUPPORTED),
        ({"before": "casebook", "after": None, "change": None}, "v3", UNVERIFIED),
    ],
)
def test_a_change_of_turnout_is_on_record_as_its_two_levels(records: dict[str, Any], which: str, status: str) -> None:
    rows = turnout(**records)
    ground = Ground(SmallWorld(statements=tuple(rows.values())))
    true = tell(rows[which], "true", ground, "wire", random.Random(1))
    assert true is not None
    assert due(true, ground).status == status


def test_turnout_is_told_in_stories_of_those_who_stood() -> None:
    there = [s.id for who in ("p0", "p1") for s in Ground(SmallWorld(contests=(HARBOR,))).about(who)]
    assert there.count("v1") == 2
    elsewhere = replace(HARBOR, place="Westholm")
    assert all(s.id != "v1" for s in Ground(SmallWorld(contests=(elsewhere,))).about("p0"))


def test_what_two_levels_show_is_no_longer_unanswerable() -> None:
    rows = turnout(before="casebook", after="casebook", change=None)
    ground = Ground(SmallWorld(statements=tuple(rows.values())))
    told = tell(rows["v3"], "unanswerable", ground, "wire", random.Random(1))
    assert told is not None
    assert told.variant == "true"


def test_a_level_is_not_the_change() -> None:
    rows = turnout(before=None, after=None, change="casebook")
    ground = Ground(SmallWorld(statements=tuple(rows.values())))
    true = tell(rows["v3"], "true", ground, "wire", random.Random(1))
    assert true is not None
    rose_by = replace(true, amount=usd(8, 9, "percent"), start=None)
    assert due(rose_by, ground).status == UNVERIFIED


# ── names that two principals print ──────────────────────────────────────────────────────────────────────────────────


def with_namesake(who: str, of: str) -> Ground:
    """The small world in which somebody prints the name of another."""
    world = SmallWorld()
    given, family = world.people[of].given, world.people[of].family
    world.people[who] = replace(world.people[who], given=given, family=family)
    return Ground(world)


NAMESAKES = [
    ("t1", {}, "p1", (SUPPORTED,), "it is so of the one who is meant"),
    ("t1", {"relation": "president_of"}, "p1", (), "of nobody of the name"),
    ("t1", {"negated": True, "period": None}, "p1", (), "ruled out of the one, open of the other"),
    ("e1", {"subject": "p1", "object": "p0"}, "p7", (), "the loser is no winner; of the other there is no count"),
    ("m1", {"object": "p1"}, "p7", (CONTRADICTED,), "the register rules it out of both"),
    ("n1", {}, "p7", (SUPPORTED,), "endorsed was the one who is meant"),
]


@pytest.mark.parametrize(("statement", "slots", "other", "allowed", "why"), NAMESAKES, ids=[c[4] for c in NAMESAKES])
def test_a_name_of_two_people_leaves_it_open(
    statement: str, slots: dict[str, Any], other: str, allowed: tuple[str, ...], why: str
) -> None:
    claim = told(statement, **slots)
    meant = next(who for who in (claim.subject, claim.object) if who in GROUND.world.people)
    ground = with_namesake(other, meant)
    assert due(claim, ground) == Due("unverified", allowed), why  # type: ignore[arg-type]
    assert holds(claim, ground) == (SUPPORTED in allowed)


def test_what_is_false_of_the_one_meant_is_not_told_if_it_is_so_of_a_namesake() -> None:
    ground = with_namesake("p0", "p7")
    claim = told("t1", subject="p0")  # whose name is now that of the executive director
    assert due(claim, GROUND).status == UNVERIFIED
    assert due(claim, ground) == Due("unverified")
    assert holds(claim, ground)


def test_nobody_named_is_nothing_to_look_up() -> None:
    assert due(told("m1", subject=None, object=None), GROUND).status == UNVERIFIED


@pytest.mark.parametrize(
    ("statement", "slots"),
    [("r1", {"amount": usd(9_000_000, 9_000_000), "period": at("2023")}), ("l1", {"relation": "is_501c4"})],
)
def test_another_figure_or_form_may_be_taken_to_show_a_denial(statement: str, slots: dict[str, Any]) -> None:
    assert due(told(statement, negated=True, **slots), GROUND) == Due("unverified", ("supported",))
    same = {"amount": usd(3_184_250, 3_184_250), "period": at("2023")} if statement == "r1" else {}
    assert due(told(statement, negated=True, **same), GROUND).status == "contradicted"
