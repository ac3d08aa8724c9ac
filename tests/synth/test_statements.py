"""What is so in a world agrees with what is in it: sums with transfers, results with votes, ties with offices."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import get_args

import pytest

from onrecord.checks.relations import relation, rung
from onrecord.checks.wordlists import wordlist
from onrecord.synth.build import Made, build
from onrecord.synth.draw import words
from onrecord.synth.money import netted
from onrecord.synth.world import Transfer
from onrecord.vocabulary import ClaimType

MONEY = ("contribution", "grant", "payment", "independent_expenditure")
UNSHOWN = (
    "membership", "endorsement", "quotation", "follower_growth", "engagement", "event", "founding", "investigation",
    "collaboration", "turnout",
)  # fmt: skip
SIDES = {"spent_for": "S", "spent_against": "O"}


@pytest.fixture(scope="module")
def world() -> Made:
    return build(7, 20_000)


def test_every_claim_type_is_there(world: Made) -> None:
    assert {statement.type for statement in world.statements} == set(get_args(ClaimType)) - {"other"}


def test_ids_are_nobody_elses(world: Made) -> None:
    assert len({statement.id for statement in world.statements}) == len(world.statements)


@pytest.mark.parametrize("seed", range(3))
def test_totals_are_the_sums_of_what_counts(seed: int) -> None:
    made = build(seed, 8_000)
    stated = 0
    for statement in made.statements:
        if statement.type not in MONEY or statement.relation == "refunded":
            continue
        side = SIDES.get(statement.relation)
        dollars = 0
        for row in made.transfers:
            if not row.counts or not _within(row, statement.date_from, statement.date_to):
                continue
            ends = (row.payer, row.whom or row.payee)
            if row.kind == statement.type and row.support == side and ends == (statement.subject, statement.object):
                dollars += row.amount
            if row.kind == "refund" and statement.type == "contribution":
                dollars -= row.amount if (row.payee, row.payer) == (statement.subject, statement.object) else 0
        assert statement.value == dollars, statement
        stated += 1
    assert stated > 100


def _within(row: Transfer, first: str | None, last: str | None) -> bool:
    return first is None or last is None or first <= row.day <= last


def test_every_pair_with_money_left_is_stated_by_year_and_over_all(world: Made) -> None:
    stated = Counter(
        (s.type, s.subject, s.object, s.relation) for s in world.statements if s.type in MONEY and s.date_from is None
    )
    sums = netted(world.transfers)
    pairs = [key for key, years in sums.items() if key[0][0] in MONEY and sum(years.values()) > 0]
    assert len(pairs) == sum(stated.values())
    assert set(stated.values()) == {1}


def test_a_memo_item_is_in_no_total() -> None:
    counted = Transfer("t1", "fec", "contribution", "a", "b", 500, "2024-03-01", True, "")
    memo = Transfer("t2", "fec", "contribution", "a", "b", 70, "2024-04-01", False, "")
    back = Transfer("t3", "fec", "refund", "b", "a", 200, "2024-05-01", True, "")
    against = Transfer("t4", "fec", "independent_expenditure", "a", "v", 9, "2024-05-01", True, "", "O", "p")
    sums = netted([counted, memo, back, against])
    assert sums[("contribution", "a", "b", None, None), "fec"] == {2024: 300}
    assert sums[("independent_expenditure", "a", "p", "O", "p"), "fec"] == {2024: 9}
    assert len(sums) == 2


def test_results_follow_the_votes(world: Made) -> None:
    votes = {(contest.day, contest.place, person): n for contest in world.contests for person, n in contest.votes}
    seats: dict[tuple[str | None, str | None, str | None], Counter[str]] = defaultdict(Counter)
    for statement in world.statements:
        if statement.type != "election_result":
            continue
        at = (statement.date_from or "", statement.place or "")
        own = votes[*at, statement.subject]
        if statement.relation == "received_votes":
            assert statement.value == own
        elif statement.relation in ("defeated", "won_by"):
            other = votes[*at, statement.object or ""]
            assert own > other
            assert statement.value in (None, own - other)
        elif statement.relation == "won":
            seats[statement.object, *at][statement.subject] += 1
    assert len(seats) == len(world.contests)
    assert all(sum(winners.values()) == 1 for winners in seats.values())


def test_roles_are_offices(world: Made) -> None:
    held = {(o.person, body.id) for body in world.organizations.values() for o in body.offices}
    roles = [statement for statement in world.statements if statement.type == "role"]
    assert {(statement.subject, statement.object) for statement in roles} == held
    assert all(statement.relation.endswith("_of") for statement in roles)


def test_shared_attributes_are_shared(world: Made) -> None:
    for statement in world.statements:
        if statement.type != "shared_attribute":
            continue
        a, b = world.organizations[statement.subject], world.organizations[statement.object or ""]
        if statement.relation == "same_address_as":
            assert a.place == b.place
        else:
            title = statement.relation.removeprefix("same_").removesuffix("_as")
            sides = [{o.person for o in x.offices if _word(o.title) == title} for x in (a, b)]
            assert sides[0] & sides[1]


def _word(title: str) -> str:
    return "_".join(title.casefold().replace("-", " ").split())


def test_the_register_of_agents_is_complete_both_ways(world: Made) -> None:
    agents = {row.registrant for row in world.registrations}
    entered = {s.subject for s in world.statements if s.relation == "registered_under"}
    absent = {s.subject for s in world.statements if s.relation == "not_registered_under"}
    assert entered == agents
    assert absent
    assert not absent & agents


def test_only_complete_registers_are_whole() -> None:
    made = build(5, 200_000)
    for statement in made.statements:
        if statement.whole:
            assert statement.record in ("fec", "fara", "elections")
        if statement.whole and statement.record == "fec":
            assert made.organizations[statement.subject].fec_id
    shown = Counter(s.record for s in made.statements if s.type in UNSHOWN)
    assert set(shown) == {"casebook", None}
    assert 0.65 < shown["casebook"] / sum(shown.values()) < 0.75


def test_relations_are_words_of_the_checks(world: Made) -> None:
    known = {form for table in ("same",) for forms in wordlist("relations")[table].values() for form in forms}
    known |= set(wordlist("relations")["denials"]) | {"voted", "share_of", "drew"} | set(words("sayings")["events"])
    for statement in world.statements:
        said = statement.relation
        if statement.type in ("role", "shared_attribute"):
            continue
        if statement.type == "legal_status":
            assert said in wordlist("registers")["statuses"]
        elif statement.type == "investigation":
            assert rung(said) or said == "cleared"
        else:
            assert said in known or relation(said).word != said, said


def test_quotations_are_words_of_somebody_about_something(world: Made) -> None:
    found = [statement for statement in world.statements if statement.type == "quotation"]
    assert all(statement.words and statement.said_of and statement.subject in world.people for statement in found)


def test_growth_has_a_start_and_an_end(world: Made) -> None:
    for statement in world.statements:
        if statement.type == "follower_growth":
            assert statement.start is not None
            assert statement.value is not None
            assert statement.start < statement.value
            assert (statement.date_from or "") < (statement.date_to or "")
