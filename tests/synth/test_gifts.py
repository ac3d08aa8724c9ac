"""Ordinary donors' gifts: streamed, repeatable, drawn from a number, spread as real ones are."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from statistics import mean

import pytest

from onrecord.synth import names
from onrecord.synth.build import Made, build
from onrecord.synth.gifts import repeats
from onrecord.synth.people import BLOCK, donors


@pytest.fixture(scope="module")
def world() -> Made:
    return build(7, 60_000)


def test_gifts_come_in_the_same_order_every_time(world: Made) -> None:
    assert list(islice(world.gifts("fec"), 9_000)) == list(islice(build(7, 60_000).gifts("fec"), 9_000))


def test_gifts_are_as_many_as_the_size_asks_and_numbered(world: Made) -> None:
    for register in ("fec", "nyc-cfb"):
        found = [gift.n for gift in world.gifts(register)]
        assert found == list(range(world.given[register]))
    assert 0.75 * world.mentions < sum(world.given.values()) < world.mentions
    assert not list(world.gifts("fara"))


def test_a_donor_follows_from_the_number(world: Made) -> None:
    by_id = {donor.id: donor for donor in donors(world.seed, 1, near=False)}
    met = [gift.donor for gift in world.gifts("fec") if gift.donor.id in by_id]
    assert len(by_id) == BLOCK
    assert met
    assert all(by_id[donor.id] == donor for donor in met)


def test_donors_give_again_and_a_few_give_often(world: Made) -> None:
    # The last block is cut where the gifts run out, so it is left aside.
    last = max(gift.donor.id for gift in world.gifts("fec"))
    counts = Counter(
        gift.donor.id for gift in world.gifts("fec") if int(gift.donor.id[1:]) // BLOCK < int(last[1:]) // BLOCK
    )
    assert mean(counts.values()) == pytest.approx(2.2, abs=0.35)
    assert max(counts.values()) > 40
    assert sum(count == 1 for count in counts.values()) > 0.6 * len(counts)
    assert mean(repeats()) == pytest.approx(2.2, abs=0.15)


def test_gifts_go_to_committees_of_their_register_in_their_time(world: Made) -> None:
    day = {c.committee: next(e.day for e in world.contests if e.id == c.contest) for c in world.candidates}
    for register in ("fec", "nyc-cfb"):
        for gift in islice(world.gifts(register), 4_000):
            body = world.organizations[gift.payee]
            assert bool(body.fec_id) == (register == "fec")
            assert gift.amount > 0
            assert 2021 <= int(gift.day[:4]) <= 2025
            assert gift.register == register
            assert body.kind != "campaign" or gift.day <= day[body.id]


def test_some_donors_stand_in_both_registers(world: Made) -> None:
    federal, city = ({gift.donor.id: gift.donor for gift in world.gifts(r)} for r in ("fec", "nyc-cfb"))
    both = set(federal) & set(city)
    assert 0.05 * len(city) < len(both) < 0.6 * len(city)
    assert all(federal[donor] == city[donor] for donor in both)
    assert sum(donor.home.state == "NY" for donor in city.values()) > 0.4 * len(city)


def test_origins_of_donors_are_even(world: Made) -> None:
    people = {gift.donor.id: gift.donor.origin for gift in world.gifts("fec")}
    counts = Counter(people.values())
    even = len(people) / len(names.origins())
    assert set(counts) == set(names.origins())
    assert all(abs(count - even) < 0.15 * even for count in counts.values()), counts


def test_about_one_gift_in_a_hundred_goes_back(world: Made) -> None:
    back = [gift.refunded for gift in world.gifts("fec")]
    assert 0.006 < mean(back) < 0.015
