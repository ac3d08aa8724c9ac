"""Figures, units, periods, places: what fits, what excludes, and what does neither."""

from __future__ import annotations

import pytest
from checks_world import number, usd, year
from hypothesis import given
from hypothesis import strategies as st

from onrecord.checks.compare import contest_fits, contests, fit, place_fits, same_unit, speaks_of, window
from onrecord.checks.naming import same_group, same_name, without_campaign
from onrecord.checks.relations import reaches, relation, same_title, shows
from onrecord.vocabulary import Period


@pytest.mark.parametrize(
    ("claimed", "recorded", "lies"),
    [
        ((20_000, 20_000), (20_000, 20_000), "fits"),
        ((2_450_000, 2_550_000), (2_500_123, 2_500_123), "fits"),
        ((150_000, None), (150_000, None), "fits"),
        ((150_000, None), (1_000_000, 1_000_000), "fits"),
        ((25_000_000, 25_000_000), (24_500_000, 25_500_000), "fits"),
        ((50_000_000, 50_000_000), (20_000_000, None), "partly"),
        ((30, 30), (None, 50), "partly"),
        ((2_375_000, 2_500_000), (2_450_000, 2_600_000), "partly"),
        ((150_000, None), (142_500, 149_999), "apart"),
        ((100, 100), (101, 101), "apart"),
    ],
)
def test_a_figure_fits_is_wider_or_lies_apart(claimed, recorded, lies) -> None:  # type: ignore[no-untyped-def]
    assert fit(claimed, recorded) == lies


@given(st.floats(1, 1e9), st.floats(0, 1e9), st.floats(1, 1e9), st.floats(0, 1e9))
def test_what_lies_apart_never_fits_the_other_way(a: float, b: float, c: float, d: float) -> None:
    claimed, recorded = (a, a + b), (c, c + d)
    assert (fit(claimed, recorded) == "apart") == (fit(recorded, claimed) == "apart")


@given(st.floats(1, 1e9))
def test_a_record_fits_the_very_figure(value: float) -> None:
    assert fit((value, value), (value, value)) == "fits"


@pytest.mark.parametrize(
    ("quantity", "unit", "same"),
    [
        (usd(5), "USD", True),
        (number(5, 5, "percent"), "percent", True),
        (number(5, 5, "percent", "not_stated"), "percent", True),
        (number(5, 5, "percent", "not_stated"), "percentage_points", False),
        (number(5, 5, "percent"), "percentage_points", False),
        (number(5, 5, "percent", "percentage_points"), "percent", False),
        (number(5, 5, "points"), "percentage_points", True),
        (number(5, 5, "voter"), "voters", True),
        (number(5, 5, "voters"), "ballots", False),
        (number(5, 5, ""), "USD", False),
        (number(5, 5, ""), "groups", True),
        (usd(5), "", False),
    ],
)
def test_units_are_never_mixed(quantity, unit, same) -> None:  # type: ignore[no-untyped-def]
    assert same_unit(quantity, unit) is same


@pytest.mark.parametrize(
    ("period", "recorded", "pace", "speaks"),
    [
        (None, ("2024", "2024"), "whole", True),
        (Period("in recent years"), ("2016", "2024"), "whole", True),
        (year("2024"), ("2024-03-01", "2024-03-01"), "whole", True),
        (year("2024"), ("2016", "2024"), "whole", False),
        (year("2024"), ("2016", "2025"), "lasting", True),
        (year("2024"), ("", "2025-11"), "lasting", False),
        (year("2024"), ("", ""), "whole", False),
        (year("2025-06"), ("2025-06-24", "2025-07-01"), "counted", True),
        (year("2025-08"), ("2025-06-24", "2025-07-01"), "counted", False),
        (year("2021"), ("2021", "2025-06-24"), "changed", False),
        (Period("compared to 2021", "2021", "2021"), ("2021", "2025-06-24"), "changed", True),
        (Period("compared to 2017", "2017", "2017"), ("2021", "2025-06-24"), "changed", False),
        (Period("since 2016", "2016", None), ("2016", "2025-07"), "whole", True),
    ],
)
def test_a_record_speaks_of_the_time_claimed_or_not(period, recorded, pace, speaks) -> None:  # type: ignore[no-untyped-def]
    assert speaks_of(period, window(*recorded), pace) is speaks


def test_elections_and_places_must_not_conflict() -> None:
    assert contest_fits(contests("the primary"), contests("Meadow primary for mayor"))
    assert not contest_fits(contests("the general election"), contests("Meadow primary for mayor"))
    assert place_fits("Port Ansel", "Port Ansel, Northmark")
    assert not place_fits("Gannet County", "Port Ansel")


def test_names_are_levelled_never_likened() -> None:
    assert same_name("The Gannet Rock Fund (GRF)", "gannet rock fund")
    assert not same_name("Ansel Quay Action", "Ansel Quay Action PAC")
    assert same_group("Fifth Ward turnout", "Fifth Ward voters")
    assert not same_group("registered Fifth Ward voters", "Fifth Ward voters")
    assert without_campaign("Kofi Lindqvist’s mayoral campaign") == "kofi lindqvist"
    assert without_campaign("Kofi Lindqvist") is None


def test_relations_point_the_way_they_are_told() -> None:
    assert relation("funded_by").reversed
    assert not relation("gave").reversed
    assert relation("funded_by").word == relation("contributed_to").word
    assert relation("not_registered_under").denied
    assert shows("political_arm_of", "affiliated_with")
    assert not shows("affiliated_with", "political_arm_of")


def test_a_title_is_the_same_only_word_for_word() -> None:
    assert same_title("organizing_director_of", "director_of_organizing_of")
    assert same_title("president_of", "founder_and_president_of")
    assert same_title("ceo_of", "Chief Executive Officer")
    assert not same_title("executive_director_of", "director_of")
    assert not same_title("director_of_research_of", "director_of_research_and_policy_of")


def test_a_lower_rung_never_shows_a_higher_one() -> None:
    assert reaches("charge", "inquiry")
    assert not reaches("letter", "inquiry")
    assert not reaches("reason_to_believe", "conviction")
    assert not reaches("inquiry", "referral")
