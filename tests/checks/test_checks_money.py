"""Payments, gifts, spending and grants: four links, each with its own records."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_world import World, number, usd, year

from onrecord.vocabulary import Period

A, B, C = "Lindqvist Campaign Fund", "Ansel Quay Action", "Meadowlark Values"


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def test_a_payment_on_record_is_supported_by_the_register(world: World) -> None:
    world.link(world.source("s" * 12, "city-payments"), "payment", A, B, amount=18_000, date="2025-05-02")
    verdict = world.verdict(world.claim("payment", A, "paid", B, quantity=usd(18_000)))
    assert (verdict.status, verdict.grade) == ("supported", "primary_record")
    assert verdict.evidence[0].says == f"{A} paid $18,000 to {B}, 2025-05-02."
    assert verdict.evidence[0].locator == "KEY=1"
    assert verdict.searched[-1].query == f"links of kind payment from “{A}” to “{B}”"
    assert verdict.searched[-1].rows == 1


def test_a_register_in_part_rules_nothing_out(world: World) -> None:
    world.link(world.source("s" * 12, "city-payments"), "payment", A, B, amount=5_000, date="2025-05-02")
    verdict = world.verdict(world.claim("payment", A, "paid", B, quantity=usd(20_000), period=year("2025")))
    assert verdict.status == "unverified"
    assert verdict.evidence[0].stance == "context"
    assert verdict.would_settle


@pytest.mark.parametrize(("claimed", "status"), [(20_000, "contradicted"), (3_000, "unverified"), (5_000, "supported")])
def test_a_complete_register_rules_out_what_exceeds_its_whole_sum(world: World, claimed: int, status: str) -> None:
    cover = {"coverage_from": "2025", "coverage_to": "2025-12-31", "coverage_complete": True}
    world.link(world.source("s" * 12, "city-payments", **cover), "payment", A, B, amount=5_000, date="2025-05-02")
    assert (
        world.verdict(world.claim("payment", A, "paid", B, quantity=usd(claimed), period=year("2025"))).status == status
    )


@pytest.mark.parametrize(
    ("complete", "period", "status"),
    [(True, year("2025"), "contradicted"), (False, year("2025"), "unverified"), (True, None, "unverified"),
     (True, year("2026"), "unverified")],
)  # fmt: skip
def test_absence_counts_only_in_a_complete_register_at_the_time_claimed(
    world: World, complete: bool, period: Period | None, status: str
) -> None:
    cover = {"coverage_from": "2025", "coverage_to": "2025-12-31", "coverage_complete": complete}
    source = world.source("s" * 12, "city-payments", **cover)
    world.link(source, "payment", A, C, amount=5_000, date="2025-05-02")
    world.entity(B)
    assert world.verdict(world.claim("payment", A, "paid", B, quantity=usd(9_000), period=period)).status == status


def test_absence_shows_nothing_where_a_similar_name_is_on_record(world: World) -> None:
    cover = {"coverage_from": "2025", "coverage_to": "2025-12-31", "coverage_complete": True}
    world.link(world.source("s" * 12, "city-payments", **cover), "payment", A, C, amount=5_000, date="2025-05-02")
    world.entity(B)
    world.alike[B] = "Ansel Quay Actions"
    assert world.verdict(world.claim("payment", A, "paid", B, period=year("2025"))).status == "unverified"


def test_a_total_is_checked_over_every_stretch_it_could_mean_and_says_which(world: World) -> None:
    source = world.source("s" * 12, "grants")
    for year_, amount in (("2021", 100), ("2022", 200), ("2023", 300)):
        world.link(source, "grant", A, B, amount=amount, date=f"{year_}-06-30")
    recent = Period("in recent years")
    for amount, over in ((600, "over all records, 2021 to 2023"), (500, "from 2022 to 2023")):
        verdict = world.verdict(world.claim("grant", A, "gave", B, quantity=usd(amount), period=recent))
        assert verdict.status == "supported"
        assert over in verdict.evidence[0].says
    assert world.verdict(world.claim("grant", A, "gave", B, quantity=usd(550), period=recent)).status == "unverified"
    assert (
        world.verdict(world.claim("grant", A, "gave", B, quantity=usd(600), period=year("2023"))).status == "unverified"
    )


def test_refunds_and_rows_that_do_not_count_leave_the_sum(world: World) -> None:
    source = world.source("s" * 12, "city-gifts")
    world.link(source, "contribution", B, A, amount=2_500, date="2025-02-01")
    world.link(source, "contribution", B, A, amount=9_000, date="2025-02-01", netted=False)
    world.link(source, "refund", A, B, amount=-400, date="2025-03-01")
    assert world.verdict(world.claim("contribution", B, "gave", A, quantity=usd(2_100))).status == "supported"
    assert world.verdict(world.claim("contribution", B, "gave", A, quantity=usd(11_500))).status == "unverified"


def test_one_record_in_two_copies_of_a_register_counts_once(world: World) -> None:
    for source in ("s" * 12, "t" * 12):
        world.link(
            world.source(source, "city-gifts"), "contribution", B, A, amount=700, locator="REFNO=1", date="2025-01-05"
        )
    assert world.verdict(world.claim("contribution", B, "gave", A, quantity=usd(700))).status == "supported"
    assert world.verdict(world.claim("contribution", B, "gave", A, quantity=usd(1_400))).status == "unverified"


def test_spending_for_somebody_is_not_spending_against_them(world: World) -> None:
    source = world.source("s" * 12, "spenders")
    world.link(source, "independent_expenditure", B, A, amount=900, date="2025-05-05", support="O")
    assert (
        world.verdict(world.claim("independent_expenditure", B, "spent_against", A, quantity=usd(900))).status
        == "supported"
    )
    assert (
        world.verdict(world.claim("independent_expenditure", B, "spent_for", A, quantity=usd(900))).status
        == "unverified"
    )


def test_a_gift_to_an_outside_committee_is_no_gift_to_the_campaign(world: World) -> None:
    world.fact("g1", "contribution", B, "contributed_to", "Sternlight Forward", low=900, high=900, unit="USD")
    world.fact("g2", "independent_expenditure", "Sternlight Forward", "spent_for", "Kofi Lindqvist")
    verdict = world.verdict(world.claim("contribution", B, "gave", "Kofi Lindqvist", quantity=usd(900)))
    assert verdict.status == "unverified"
    assert "the receiver on record is Sternlight Forward, an outside committee" in verdict.because.lower().replace(
        "sternlight forward", "Sternlight Forward"
    )


def test_a_gift_is_not_a_payment_and_a_joint_sum_is_not_of_one(world: World) -> None:
    world.fact("g1", "grant", A, "gave", f"{B}; {C}", low=600, high=600, unit="USD")
    assert world.verdict(world.claim("grant", A, "gave", B, quantity=usd(600))).status == "unverified"
    assert world.verdict(world.claim("payment", A, "paid", f"{B} and {C}", quantity=usd(600))).status == "unverified"
    both = world.verdict(world.claim("grant", A, "gave", f"{B} and {C}", quantity=usd(600)))
    assert (both.status, both.grade) == ("supported", "independent_report")
    assert world.verdict(world.claim("grant", f"{B} and {C}", "funded_by", A, quantity=usd(600))).status == "supported"


def test_an_unnamed_unit_is_no_money(world: World) -> None:
    world.fact("g1", "grant", A, "gave", B, low=600, high=600, unit="USD")
    assert world.verdict(world.claim("grant", A, "gave", B, quantity=number(600, 600, ""))).status == "unverified"


def test_what_a_committee_raised_is_a_lower_bound_in_part_of_a_register(world: World) -> None:
    source = world.source("s" * 12, "city-gifts")
    for name in ("Ada Onyx", "Bo Quill"):
        world.link(source, "contribution", name, A, amount=750, date="2025-02-01", schema="Person", public=False)
    assert (
        world.verdict(world.claim("contribution", A, "raised", None, quantity=usd(1_000, None))).status == "unverified"
    )
    more = number(1_000, None, "USD")
    verdict = world.verdict(world.claim("contribution", A, "raised", None, quantity=more))
    assert verdict.status == "supported"
    assert "lower bound" in verdict.because


def test_a_small_donor_is_never_named(world: World) -> None:
    source = world.source("s" * 12, "city-gifts")
    world.link(
        source,
        "contribution",
        "Ada Onyx",
        A,
        amount=75,
        date="2025-02-01",
        schema="Person",
        public=False,
        role="contributor",
    )
    verdict = world.verdict(world.claim("contribution", "Ada Onyx", "gave", A, quantity=usd(75)))
    assert verdict.status == "supported"
    assert "Onyx" not in repr(verdict)
    assert verdict.evidence[0].says.startswith("An individual donor gave $75")


def test_a_name_that_may_be_several_is_never_guessed(world: World) -> None:
    world.link(world.source("s" * 12, "city-payments"), "payment", A, B, amount=18_000, date="2025-05-02")
    world.entity(B, key="another")
    verdict = world.verdict(world.claim("payment", A, "paid", B, quantity=usd(18_000)))
    assert verdict.status == "unverified"
    assert "may be any of several" in verdict.because


def test_a_denied_payment_is_turned_round(world: World) -> None:
    world.link(world.source("s" * 12, "city-payments"), "payment", A, B, amount=18_000, date="2025-05-02")
    assert world.verdict(world.claim("payment", A, "paid", B, negated=True)).status == "contradicted"
