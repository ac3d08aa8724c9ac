"""Where absence, or a sum that falls short, is evidence: the right office, both parties on file, names settled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from checks_world import World, usd, year
from hypothesis import given
from hypothesis import strategies as st

from onrecord.checks.likeness import may_be_one

PAC, CITY, FEDERAL, VENDOR = "Ansel Quay PAC", "Kofi Lindqvist", "Tarrow for Senate", "Meadowlark Print Works"
WHOLE: dict[str, Any] = {"coverage_from": "2024", "coverage_to": "2025-12-31", "coverage_complete": True}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def federal(world: World, **columns: Any) -> str:
    return world.source("f" * 12, "federal", publisher="Federal office", **WHOLE | columns)


def gave(world: World, to: str, amount: int | None = None, when: str | None = "2025", **slots: Any) -> str:
    quantity = usd(amount) if amount else None
    period = year(when) if when else None
    return world.verdict(world.claim("contribution", PAC, "gave", to, quantity=quantity, period=period, **slots)).status


def paid(world: World, amount: int, **slots: Any) -> str:
    return world.verdict(
        world.claim("payment", FEDERAL, "paid", VENDOR, quantity=usd(amount), period=year("2025"), **slots)
    ).status


# ── the right office ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_federal_register_says_nothing_of_a_gift_to_a_city_campaign(world: World) -> None:
    source = federal(world)
    world.link(source, "contribution", PAC, FEDERAL, amount=5_000, date="2025-05-02")
    city = world.source("c" * 12, "city-gifts", publisher="City office")
    world.link(city, "contribution", VENDOR, CITY, amount=250, date="2025-05-02")
    assert gave(world, CITY, 1_500) == "unverified"
    assert gave(world, CITY, 1_500, negated=True) == "unverified"


def test_it_does_of_a_gift_between_two_that_file_there(world: World) -> None:
    source = federal(world)
    world.link(source, "contribution", PAC, "Osier Forward", amount=5_000, date="2025-05-02")
    world.link(source, "contribution", "Sternlight Fund", FEDERAL, amount=2_000, date="2025-05-02")
    assert gave(world, FEDERAL, 1_500) == "contradicted"
    assert gave(world, FEDERAL, 1_500, negated=True) == "supported"


def test_an_office_with_part_of_the_receivers_gifts_keeps_the_question_open(world: World) -> None:
    source = federal(world)
    world.link(source, "contribution", PAC, FEDERAL, amount=1_000, date="2025-05-02")
    assert gave(world, FEDERAL, 9_000) == "contradicted"
    city = world.source("c" * 12, "city-gifts", publisher="City office")
    world.link(city, "contribution", VENDOR, FEDERAL, amount=250, date="2025-05-02")
    assert gave(world, FEDERAL, 9_000) == "unverified"


def test_a_part_of_the_same_register_that_is_not_whole_keeps_it_open(world: World) -> None:
    world.link(federal(world), "payment", FEDERAL, "Osier Media", amount=900, date="2025-05-02")
    world.entity(VENDOR)
    assert paid(world, 1_500) == "contradicted"
    rest = world.source("r" * 12, "federal-small", publisher="Federal office")
    world.link(rest, "payment", FEDERAL, "Osier Media", amount=90, date="2025-05-02")
    assert paid(world, 1_500) == "unverified"


def test_a_register_of_another_time_does_not(world: World) -> None:
    world.link(federal(world), "payment", FEDERAL, "Osier Media", amount=900, date="2025-05-02")
    world.entity(VENDOR)
    old = world.source("o" * 12, "federal", publisher="Federal office", coverage_from="2020", coverage_to="2021")
    world.link(old, "payment", FEDERAL, "Osier Media", amount=90, date="2021-05-02")
    assert paid(world, 1_500) == "contradicted"


def test_money_of_another_kind_between_the_two_is_shown_and_keeps_it_open(world: World) -> None:
    source = federal(world)
    world.link(source, "payment", FEDERAL, VENDOR, amount=900, date="2025-05-02")
    world.link(source, "contribution", FEDERAL, PAC, amount=900, date="2025-05-02")
    claim = world.claim("contribution", FEDERAL, "gave", VENDOR, quantity=usd(900), period=year("2025"))
    assert world.verdict(claim).status == "unverified"
    world.link(source, "payment", FEDERAL, PAC, amount=900, date="2024-05-02")
    claim = world.claim("contribution", FEDERAL, "gave", PAC, quantity=usd(5_000), period=year("2025"))
    assert world.verdict(claim).status == "contradicted"


def test_a_register_of_gifts_between_committees_says_nothing_of_a_gift_to_a_vendor(world: World) -> None:
    source = federal(world)
    world.link(source, "contribution", PAC, FEDERAL, amount=900, date="2025-05-02")
    world.link(source, "payment", FEDERAL, VENDOR, amount=900, date="2025-05-02")
    assert gave(world, VENDOR, 900) == "unverified"


# ── the time claimed ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_whole_register_with_records_of_another_year_excludes_the_year_claimed(world: World) -> None:
    world.link(federal(world), "payment", FEDERAL, VENDOR, amount=900, date="2024-05-02")
    verdict = world.verdict(world.claim("payment", FEDERAL, "paid", VENDOR, quantity=usd(900), period=year("2025")))
    assert verdict.status == "contradicted"
    assert "in the time claimed" in verdict.because
    assert "2024-05-02" in verdict.evidence[1].says


@pytest.mark.parametrize("date", [None, "2025-06-30"])
def test_a_record_that_does_not_count_or_has_no_date_leaves_it_open(world: World, date: str | None) -> None:
    world.link(federal(world), "payment", FEDERAL, VENDOR, amount=900, date=date, netted=date is None)
    assert paid(world, 900) == "unverified"


def test_spending_on_one_side_in_a_whole_register_excludes_the_other_side(world: World) -> None:
    world.link(federal(world), "independent_expenditure", PAC, CITY, amount=900, date="2025-05-02", support="O")
    claim = world.claim("independent_expenditure", PAC, "spent_for", CITY, quantity=usd(900), period=year("2025"))
    verdict = world.verdict(claim)
    assert verdict.status == "contradicted"
    assert "in support of" in verdict.because


# ── refunds ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_only_came_back_excludes_nothing(world: World) -> None:
    source = federal(world)
    world.link(source, "contribution", PAC, "Osier Forward", amount=10, date="2025-05-02")
    world.link(source, "refund", FEDERAL, PAC, amount=500, date="2025-05-02")
    assert gave(world, FEDERAL, 2_000) == "unverified"
    assert gave(world, FEDERAL, 2_000, when=None) == "unverified"
    assert gave(world, FEDERAL) == "unverified"


def test_a_gift_that_was_partly_refunded_is_no_smaller_gift(world: World) -> None:
    source = federal(world)
    for day in ("02", "09"):
        world.link(source, "contribution", PAC, FEDERAL, amount=1_500, date=f"2025-05-{day}")
    world.link(source, "refund", FEDERAL, PAC, amount=2_000, date="2025-06-02")
    assert gave(world, FEDERAL, 1_000) == "supported"
    assert gave(world, FEDERAL, 2_900) == "unverified"
    assert gave(world, FEDERAL, 3_900) == "contradicted"


@pytest.mark.parametrize("amount", [400, -400])
def test_a_refund_is_on_record_as_a_refund(world: World, amount: int) -> None:
    source = world.source("c" * 12, "city-gifts")
    world.link(source, "refund", CITY, PAC, amount=amount, date="2025-03-01")
    world.link(source, "contribution", PAC, CITY, amount=700, date="2025-02-01")
    for claimed, status in ((400, "supported"), (700, "unverified")):
        claim = world.claim("contribution", CITY, "refunded", PAC, quantity=usd(claimed), period=year("2025"))
        assert world.verdict(claim).status == status


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "filed",
    [
        "Meadowlark Pritn Works",
        "Meadowlark Print Wor",
        "Meadowlark",
        "MPW",
        "Medowlark Print Works Inc",
        "Meadowlarks PRINT",
    ],
)
def test_a_name_like_the_payees_among_those_paid_then_keeps_sum_and_silence_open(world: World, filed: str) -> None:
    source = federal(world)
    world.entity(VENDOR)
    world.link(source, "payment", FEDERAL, filed, amount=2_000, date="2025-05-02")
    assert paid(world, 2_500) == "unverified"
    assert paid(world, 2_500, negated=True) == "unverified"
    world.link(source, "payment", FEDERAL, VENDOR, amount=900, date="2025-05-02")
    assert paid(world, 2_900) == "unverified"


def test_a_like_name_at_another_time_or_another_name_does_not(world: World) -> None:
    source = federal(world)
    world.link(source, "payment", FEDERAL, "Meadowlark Pritn Works", amount=2_000, date="2024-05-02")
    world.link(source, "payment", FEDERAL, "Meadowlark Direct Mail", amount=2_000, date="2025-05-02")
    world.link(source, "payment", FEDERAL, VENDOR, amount=900, date="2025-05-02")
    assert paid(world, 2_900) == "contradicted"


def test_a_name_like_the_givers_among_the_receivers_givers_keeps_it_open(world: World) -> None:
    source = federal(world)
    world.link(source, "contribution", PAC, "Osier Forward", amount=10, date="2025-05-02")
    world.link(source, "contribution", "Ansell Quay PAC", FEDERAL, amount=2_000, date="2025-05-02")
    assert gave(world, FEDERAL, 2_000) == "unverified"


@pytest.mark.parametrize(
    ("a", "b", "like"),
    [
        ("ANSEL QUAY PAC", "Ansel Quay Political Action Committee", True),
        ("Osier, Ines", "Osier, I.", True), ("Osier, Ines", "Osir, Ines", True), ("Osier, Ines", "Tarrow, Ines", False),
        ("Fenmoor Housing Alliance", "Fenmoor Harbor Alliance", False),
        ("Reed Workers Local 12", "Reed Workers Local 124", True),
        ("", "Osier", False),
    ],
)  # fmt: skip
def test_which_names_are_like(a: str, b: str, like: bool) -> None:
    assert may_be_one(a, b) is like


NAMES = st.text("abcdefghij klmn", min_size=1, max_size=40)


@given(NAMES, NAMES)
def test_likeness_holds_both_ways(a: str, b: str) -> None:
    assert may_be_one(a, b) == may_be_one(b, a)


@given(st.lists(st.sampled_from(["ansel", "quay", "osier", "lantern", "meadow"]), min_size=2, max_size=5), st.data())
def test_a_name_with_one_letter_left_out_is_like_the_name(words: list[str], data: st.DataObject) -> None:
    name = " ".join(words)
    at = data.draw(st.integers(1, len(name) - 1))
    assert may_be_one(name, name[:at] + name[at + 1 :])
