"""Which count, which round, which day."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_world import World, number, year

from onrecord.vocabulary import Period

A, B = "Kofi Lindqvist", "Ines Tarrow"
PRIMARY = "Harbor primary for mayor"
COUNT = {"unit": "votes", "date_from": "2025-06-24", "date_to": "2025-07-01", "lineage": "Board release 2025-07-01"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def votes(value: float) -> object:
    return number(value, value, "votes")


def finals(world: World, **columns: object) -> None:
    for name, value in ((A, 545), (B, 428)):
        slots = COUNT | columns
        world.fact(
            f"final-{name}",
            "election_result",
            name,
            "received_votes_final_round",
            PRIMARY,
            low=value,
            high=value,
            **slots,
        )


def test_a_total_names_its_round_and_rounds_are_not_mixed(world: World) -> None:
    finals(world)
    verdict = world.verdict(world.claim("election_result", A, "received_votes", PRIMARY, quantity=votes(545)))
    assert verdict.status == "supported"
    assert "votes in the final round" in verdict.because
    first = world.claim("election_result", A, "received_first_choice_votes", PRIMARY, quantity=votes(545))
    assert world.verdict(first).status == "unverified"


@pytest.mark.parametrize(
    ("relation", "period", "grade", "status"),
    [
        ("received_votes_final_round", year("2025-06-24", "2025-07-01"), "primary_record", "contradicted"),
        ("received_votes_final_round", year("2025-06-24", "2025-07-01"), "independent_report", "unverified"),
        ("received_votes_final_round", year("2025-07-15"), "primary_record", "unverified"),
        ("received_votes_final_round", None, "primary_record", "unverified"),
        ("received_votes", year("2025-06-24", "2025-07-01"), "primary_record", "unverified"),
        ("received_votes_certified", year("2025-06-24", "2025-07-01"), "primary_record", "unverified"),
    ],
)
def test_only_the_same_round_of_the_same_count_rules_a_total_out(
    world: World, relation: str, period: Period | None, grade: str, status: str
) -> None:
    finals(world, grade=grade)
    claim = world.claim("election_result", A, relation, PRIMARY, quantity=votes(573), period=period)
    assert world.verdict(claim).status == status


def test_reports_of_one_count_that_differ_are_mixed(world: World) -> None:
    finals(world)
    world.fact("misprint", "election_result", A, "received_votes_final_round", PRIMARY, low=543, high=543, **COUNT)
    for relation in ("received_votes_final_round", "received_votes"):
        for value, status in ((543, "mixed"), (545, "mixed"), (540, "unverified")):
            claim = world.claim("election_result", A, relation, PRIMARY, quantity=votes(value))
            assert world.verdict(claim).status == status


def test_who_won_is_shown_by_both_tallies_of_one_deciding_count(world: World) -> None:
    finals(world)
    verdict = world.verdict(world.claim("election_result", A, "defeated", B, period=Period("in the primary")))
    assert verdict.status == "supported"
    assert "in the count of 2025-07-01" in verdict.because
    assert world.verdict(world.claim("election_result", B, "defeated", A)).status == "unverified"
    other = world.claim("election_result", A, "defeated", B, period=Period("in the general election"))
    assert world.verdict(other).status == "unverified"


def test_first_choices_decide_nothing(world: World) -> None:
    source = world.source("s" * 12, "nyc-election-districts", coverage_complete=True)
    for name, value in ((A, 400), (B, 300)):
        world.measure(source, name, "votes_first_choice", value, contest=f"{PRIMARY}, 2025", as_of="2025-07-02")
    assert world.verdict(world.claim("election_result", A, "defeated", B)).status == "unverified"


def test_part_of_the_places_decides_nothing_and_gives_no_total(world: World) -> None:
    source = world.source("s" * 12, "openelections-precincts")
    for name, value in ((A, 455), (B, 1_120)):
        world.measure(source, name, "votes", value, contest="Mayor", date="2025-11-04", as_of="2025-11-05")
    assert world.verdict(world.claim("election_result", B, "defeated", A)).status == "unverified"
    for quantity, status in ((votes(455), "unverified"), (number(400, None, "votes"), "supported")):
        assert world.verdict(world.claim("election_result", A, "received_votes", quantity=quantity)).status == status


def test_an_equal_figure_for_another_office_is_no_support(world: World) -> None:
    source = world.source("s" * 12, "nyc-election-districts", coverage_complete=True)
    world.measure(source, A, "votes", 455, contest="State Assembly 36", date="2025-11-04", as_of="2025-11-05")
    for contest, status in (("election for mayor", "unverified"), ("State Assembly election", "supported")):
        claim = world.claim("election_result", A, "received_votes", contest, quantity=votes(455))
        assert world.verdict(claim).status == status


def test_a_margin_is_in_votes_or_in_points_never_in_percent(world: World) -> None:
    finals(world)
    for name, value in ((A, 56), (B, 44)):
        world.fact(
            f"share-{name}",
            "percentage",
            name,
            "received_share_final_round",
            PRIMARY,
            low=value,
            high=value,
            **COUNT | {"unit": "percent"},
        )
    ask = {"relation": "won_by", "object": B}
    for quantity, status in (
        (votes(117), "supported"),
        (votes(120), "unverified"),
        (number(12, 12, "percentage_points"), "supported"),
        (number(12, 12, "percent"), "unverified"),
    ):
        assert world.verdict(world.claim("election_result", A, quantity=quantity, **ask)).status == status


def test_more_than_half_of_a_deciding_count_wins(world: World) -> None:
    world.fact(
        "s1", "percentage", A, "received_share", "general election for mayor", low=50.4, high=50.4, unit="percent"
    )
    world.fact(
        "s2", "percentage", B, "received_share", "general election for mayor", low=41.6, high=41.6, unit="percent"
    )
    assert world.verdict(world.claim("election_result", A, "won", "general election for mayor")).status == "supported"
    assert world.verdict(world.claim("election_result", B, "won", "general election for mayor")).status == "unverified"
    assert world.verdict(world.claim("election_result", A, "won", PRIMARY)).status == "unverified"
    assert world.verdict(world.claim("election_result", A, "won", "Port Ansel mayoral race")).status == "supported"
    assert world.verdict(world.claim("election_result", A, "won", "council race")).status == "unverified"


def test_districts_are_added_up_and_the_count_is_dated(world: World) -> None:
    source = world.source("s" * 12, "nyc-election-districts", coverage_complete=True)
    for place, value in (("AD 1 / ED 1", 30), ("AD 1 / ED 2", 12)):
        world.measure(
            source, A, "votes_first_choice", value, contest=f"{PRIMARY}, 2025", as_of="2025-07-02", place=place
        )
    claim = world.claim(
        "election_result", A, "received_first_choice_votes", PRIMARY, quantity=votes(42), period=year("2025")
    )
    verdict = world.verdict(claim)
    assert (verdict.status, verdict.grade) == ("supported", "primary_record")
    assert verdict.evidence[0].says == (
        f"{A} has 42 first-choice votes in the count of 2025-07-02, {PRIMARY}, 2025, added up over 2 places."
    )
    other_year = world.claim(
        "election_result", A, "received_first_choice_votes", f"{PRIMARY}, 2021", quantity=votes(42)
    )
    assert world.verdict(other_year).status == "unverified"


@pytest.mark.parametrize(
    ("complete", "day", "status"),
    [(True, "2025-07-02", "contradicted"), (False, "2025-07-02", "unverified"), (True, "2025-06-27", "unverified")],
)
def test_a_complete_canvass_rules_out_another_figure_of_its_own_day(
    world: World, complete: bool, day: str, status: str
) -> None:
    source = world.source("s" * 12, "nyc-election-districts", coverage_complete=complete)
    world.measure(source, A, "votes_first_choice", 42, contest=f"{PRIMARY}, 2025", as_of="2025-07-02")
    claim = world.claim(
        "election_result", A, "received_first_choice_votes", PRIMARY, quantity=votes(24), period=year(day)
    )
    assert world.verdict(claim).status == status
