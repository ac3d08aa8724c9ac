"""A world: the same every time, of the size asked for, with nobody and nothing missing, even-handed over origins."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from onrecord.synth import names
from onrecord.synth.build import Made, build
from onrecord.synth.draw import RETURNS, words
from onrecord.synth.organizations import stems

if TYPE_CHECKING:
    from onrecord.synth.world import World

SIZES = (500, 5_000, 20_000)


@pytest.fixture(scope="module")
def world() -> Made:
    return build(7, 20_000)


def everything(made: World) -> str:
    parts = (
        made.people, made.organizations, made.candidates, made.contests, made.transfers, made.registrations,
        made.statements,
    )  # fmt: skip
    return repr(parts)


def test_it_is_a_world(world: Made) -> None:
    as_world: World = world
    assert as_world.years == (2021, 2022, 2023, 2024, 2025)


@pytest.mark.parametrize("mentions", SIZES)
def test_the_same_seed_and_size_make_the_same_world(mentions: int) -> None:
    assert everything(build(3, mentions)) == everything(build(3, mentions))
    assert everything(build(3, mentions)) != everything(build(4, mentions))


def test_principals_are_as_many_as_the_size_asks(world: Made) -> None:
    bodies = [body for body in world.organizations.values() if body.kind != "campaign"]
    assert 50 <= len(bodies) <= 75
    assert len(world.candidates) == 24
    assert 4 <= len(world.contests) <= 6
    assert 140 <= len(world.people) <= 230
    larger = build(7, 1_000_000)
    assert 700 <= sum(body.kind != "campaign" for body in larger.organizations.values()) <= 900
    assert len(larger.candidates) == 150


def test_a_world_too_small_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        build(1, 20)


@pytest.mark.parametrize("seed", range(4))
def test_everybody_named_exists(seed: int) -> None:
    made = build(seed, 5_000)
    everybody = {*made.people, *made.organizations}
    names_of_bodies = {body.name for body in made.organizations.values()}
    for row in made.transfers:
        assert {row.payer, row.payee} <= everybody
        assert row.payer != row.payee
        assert row.amount > 0
        assert 2021 <= int(row.day[:4]) <= 2025
        assert (row.kind == "independent_expenditure") == (row.support is not None) == (row.whom is not None)
        assert row.whom is None or row.whom in made.people
        assert row.earmark is None or made.organizations[row.earmark].fec_id
    for body in made.organizations.values():
        assert {office.person for office in body.offices} <= set(made.people)
        assert all(office.first_year <= office.last_year for office in body.offices)
        assert body.parent is None or body.parent in made.organizations
    contests = {contest.id for contest in made.contests}
    for candidate in made.candidates:
        assert candidate.person in made.people
        assert candidate.contest in contests
        assert made.organizations[candidate.committee].kind == "campaign"
        assert (candidate.fec_id is None) != (candidate.cfb_id is None)
        assert bool(made.organizations[candidate.committee].fec_id) == bool(candidate.fec_id)
    for row_ in made.registrations:
        assert row_.registrant in made.organizations
        assert row_.principal in names_of_bodies
        assert row_.last_day is None or row_.first_day < row_.last_day


def test_federal_money_runs_between_committees_and_to_committees(world: Made) -> None:
    for row in world.transfers:
        payer, payee = world.organizations.get(row.payer), world.organizations.get(row.payee)
        if row.register != "fec":
            continue
        if row.kind in ("payment", "independent_expenditure", "transfer", "refund"):
            assert payer is not None
            assert payer.fec_id
        if row.kind in ("contribution", "transfer"):
            assert payee is not None
            assert payee.fec_id


def test_identifiers_are_well_formed_and_nobody_elses(world: Made) -> None:
    committees = [body.fec_id for body in world.organizations.values() if body.fec_id]
    numbers = [body.ein for body in world.organizations.values() if body.ein]
    standing = [candidate.fec_id or candidate.cfb_id for candidate in world.candidates]
    for ids in (committees, numbers, standing):
        assert len(set(ids)) == len(ids)
    assert all(len(id_) == 9 and id_.startswith("C00") and id_[3:].isdigit() for id_ in committees)
    assert all(len(c.fec_id) == 9 and c.fec_id[0] in "SH" for c in world.candidates if c.fec_id)
    assert len({body.name for body in world.organizations.values()}) == len(world.organizations)


def test_every_committee_has_a_treasurer(world: Made) -> None:
    for body in world.organizations.values():
        if body.fec_id:
            assert any(office.title == "TREASURER" for office in body.offices), body.name


@pytest.mark.parametrize("seed", range(6))
def test_votes_stay_below_ballots_below_voters(seed: int) -> None:
    made = build(seed, 20_000)
    standing: dict[str, list[str]] = defaultdict(list)
    for candidate in made.candidates:
        standing[candidate.contest].append(candidate.person)
    for contest in made.contests:
        votes = [count for _, count in contest.votes]
        assert [person for person, _ in contest.votes] == standing[contest.id]
        assert len(votes) >= 2
        assert len(set(votes)) == len(votes)
        assert min(votes) > 0
        assert sum(votes) < contest.ballots < contest.registered


def test_families_share_an_address_and_are_separate_bodies(world: Made) -> None:
    families = defaultdict(list)
    for body in world.organizations.values():
        if body.family and body.family.startswith("f"):
            families[body.family].append(body)
    assert len(families) >= 5
    for bodies in families.values():
        assert {"c3", "c4", "pac"} <= {body.kind for body in bodies}
        head, arm, committee = bodies[:3]
        assert arm.parent == head.id
        assert committee.parent == arm.id
        assert head.place == arm.place == committee.place
        assert {o.person for o in head.offices} & {o.person for o in arm.offices}
        assert len({body.name for body in bodies}) == len(bodies)


def test_there_are_false_friends() -> None:
    made = build(11, 20_000)
    shorts = Counter(body.short for body in made.organizations.values() if body.short)
    assert max(shorts.values()) >= 2
    people = list(made.people.values())
    same = Counter((person.given, person.family) for person in people)
    doubled = [[p for p in people if (p.given, p.family) == name] for name, count in same.items() if count > 1]
    assert len(doubled) >= 2
    assert any({p.suffix for p in pair} == {"Jr.", "Sr."} for pair in doubled)
    assert any(len({p.home.state for p in pair}) > 1 for pair in doubled)


def test_names_of_organizations_are_made_up(world: Made) -> None:
    known = {word.casefold() for word in words("organizations")["stems"]["well_known"].split()}
    made_up = {stem.casefold() for stem in stems()}
    for body in world.organizations.values():
        own = {word.casefold() for word in body.name.split()}
        assert not own & known or body.kind == "campaign", body.name
        if body.kind in ("c4", "super_pac") and "PAC" not in body.name:
            assert own & made_up, body.name


@pytest.mark.parametrize("role", ["candidate", "officer"])
def test_origins_are_even_in_every_role(role: str) -> None:
    made = build(2, 1_000_000)
    people = {candidate.person for candidate in made.candidates}
    if role == "officer":
        people = {o.person for body in made.organizations.values() for o in body.offices} - people
    counts = Counter(made.people[person].origin for person in people)
    even = len(people) / len(names.origins())
    assert set(counts) == set(names.origins())
    assert all(0.75 * even < counts[origin] < 1.25 * even for origin in names.origins()), counts


def test_parties_codes_and_countries_are_dealt_evenly() -> None:
    made = build(2, 1_000_000)
    codes = Counter(candidate.party for candidate in made.candidates)
    assert max(codes.values()) - min(codes.values()) <= 1
    countries = Counter(row.country for row in made.registrations)
    assert max(countries.values()) <= 1 or max(countries.values()) - min(countries.values()) <= 1


def test_funders_take_in_what_they_give_away(world: Made) -> None:
    given: Counter[tuple[str, int]] = Counter()
    for row in world.transfers:
        if row.kind == "grant" and row.counts:
            given[row.payee, int(row.day[:4])] += row.amount
    for (payee, year), dollars in given.items():
        if year in RETURNS:
            assert dict(world.organizations[payee].revenue)[year] > dollars


def test_a_name_as_filed_is_that_of_a_principal(world: Made) -> None:
    assert {world.filed("o00001", n) for n in range(40)} >= {world.organizations["o00001"].name.upper()}
    person = next(iter(world.people.values()))
    assert any(person.family.upper() in world.filed(person.id, n) for n in range(10))
    with pytest.raises(KeyError):
        world.filed("o99999", 0)
