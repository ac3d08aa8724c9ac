from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.arithmetic import RULES, reckon
from onrecord.stories.changes import days_between
from onrecord.stories.periods import find_periods
from onrecord.stories.quantities import find_quantities
from onrecord.vocabulary import Claim, ClaimType, Period, Quantity

SHARED = Path(__file__).parents[2].parent / "shared"


class Teller:
    """Writes claims one behind the other, as a story tells them; the figures are read from the words."""

    def __init__(self) -> None:
        self.at = 0

    def says(
        self,
        text: str,
        kind: ClaimType,
        subject: str | None = None,
        relation: str | None = None,
        object: str | None = None,
        after: int = 2,
        **slots: object,
    ) -> Claim:
        found, timed = find_quantities(text), find_periods(text)
        start = self.at + after
        self.at = start + len(text)
        claim = Claim(
            f"c{start}", start, self.at, text, kind, subject, relation, object,
            found[0].quantity if found else None, timed[0].period if timed else None,
        )  # fmt: skip
        return replace(claim, **slots)  # type: ignore[arg-type]


@pytest.fixture
def story() -> Teller:
    return Teller()


def outcomes(*claims: Claim) -> list[str]:
    return [row.outcome for row in reckon(claims)]


# ── from-to against a percentage ─────────────────────────────────────────────────────────────────────────────────────


def test_a_percentage_that_leads_to_the_end_is_consistent(story: Teller) -> None:
    pair = story.says("his followers: from 213,000 to nearly 3 million", "follower_growth")
    rise = story.says("a 1,295% increase", "percentage", relation="changed")
    (row,) = reckon([pair, rise])
    assert row.outcome == "consistent"
    assert row.claims == (pair.id, rise.id)
    assert "2,971,350" in row.expression
    assert "2,971,350" in row.because


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ("a 100% increase", "consistent"),
        ("a 200% increase", "inconsistent"),
        ("doubled", "consistent"),
        ("tripled", "inconsistent"),
        ("more than 50% growth", "consistent"),
        ("a 50% drop", "inconsistent"),
    ],
)
def test_a_change_beside_a_from_to_pair(story: Teller, change: str, outcome: str) -> None:
    pair = story.says("membership grew from 400 to 800 members", "count", "Harbor League")
    beside = story.says(change, "percentage", "Harbor League", "changed")
    assert outcomes(pair, beside) == [outcome]


def test_the_slip_of_giving_the_ratio_for_the_increase_is_named(story: Teller) -> None:
    pair = story.says("from 400 to 800 members", "count", "Harbor League")
    rise = story.says("a 200% increase", "percentage", None, "changed")
    (row,) = reckon([pair, rise])
    assert "200 percent of the start: an increase of 100 percent" in row.because


@pytest.mark.parametrize(
    ("subject", "kind", "text", "after"),
    [
        ("Old Mill Fund", "percentage", "a 900% increase", 2),  # somebody else's
        (None, "percentage", "a 900% increase", 200),  # another sentence
        ("Harbor League", "turnout", "turnout rose 900%", 2),  # another kind
        (None, "percentage", "90% of the members", 2),  # a share, no change
    ],
)
def test_figures_of_different_things_are_not_compared(
    story: Teller, subject: str | None, kind: ClaimType, text: str, after: int
) -> None:
    pair = story.says("from 400 to 800 members", "count", "Harbor League")
    other = story.says(text, kind, subject, after=after)
    assert outcomes(pair, other) == []


def test_a_change_farther_off_is_never_called_inconsistent(story: Teller) -> None:
    pair = story.says("from 400 to 800 members", "count", "Harbor League")
    rise = story.says("a 900% increase", "percentage", "Harbor League", "changed", after=200)
    assert outcomes(pair, rise) == ["needs_data"]


@given(st.integers(1, 10**5), st.integers(1, 5000))
def test_an_exact_rise_always_fits_its_percentage(hundreds: int, percent: int) -> None:
    story = Teller()
    start, end = 100 * hundreds, (100 + percent) * hundreds
    pair = story.says(f"rose from {start:,} to {end:,} members", "count", "Harbor League")
    rise = story.says(f"a {percent:,}% increase", "percentage", None, "changed")
    assert outcomes(pair, rise) == ["consistent"]


# ── dates against lengths ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("dates", "length", "outcome"),
    [
        ("Between June 1 and July 1", "in just one month", "consistent"),
        ("Between June 1 and July 1", "in just one week", "inconsistent"),
        ("Between June 1, 2024, and June 1, 2025", "in one year", "consistent"),
        ("Between June 1 and August 1", "in 30 days", "inconsistent"),
    ],
)
def test_dates_against_a_length(story: Teller, dates: str, length: str, outcome: str) -> None:
    pair = story.says(f"{dates}, it went from 400 to 800 members", "count", "Harbor League")
    rise = story.says(f"a 100% increase {length}", "percentage", None, "changed")
    assert outcomes(pair, rise) == ["consistent", outcome]


def test_a_span_over_the_end_of_february_is_left_open() -> None:
    assert days_between(Period("between February 1 and March 1")) is None
    assert days_between(Period("between February 1 and March 1", "2024-02-01", "2024-03-01")) == 29
    assert days_between(Period("from 2019 to 2021", "2019", "2021")) is None


# ── one change in two units ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("turnout quadrupled in 2024", "turnout rose 350% in 2024", ["inconsistent"]),
        ("turnout quadrupled in 2024", "turnout rose 300% in 2024", ["consistent"]),
        ("turnout quadrupled", "turnout rose 350% in 2024", ["needs_data"]),
        ("turnout quadrupled in 2023", "turnout rose 350% in 2024", ["needs_data"]),
    ],
)
def test_multiple_against_percentage(story: Teller, first: str, second: str, expected: list[str]) -> None:
    a = story.says(first, "turnout", "Harbor voters", "turnout_changed")
    b = story.says(second, "turnout", "Harbor voters", "turnout_changed")
    assert outcomes(a, b) == expected


# ── a whole and its groups ───────────────────────────────────────────────────────────────────────────────────────────


def rates(story: Teller, *figures: str, after: int = 5) -> list[Claim]:
    return [
        story.says(f"turnout up {figure}", "turnout", f"{name} voters", "turnout_changed", after=after)
        for name, figure in zip(["Lakeside", "North Lakeside", "South Lakeside", "Hill"], figures, strict=False)
    ]


def test_groups_below_the_overall_rate_need_others_above_it(story: Teller) -> None:
    (row,) = reckon(rates(story, "40%", "13%", "11%"))
    assert row.outcome == "needs_data"
    assert len(row.claims) == 3
    assert "above 40%" in row.because
    assert "percentage points" in row.because


def test_groups_above_the_overall_rate_need_others_below_it(story: Teller) -> None:
    (row,) = reckon(rates(story, "10%", "13%", "21%"))
    assert "below 10%" in row.because


@pytest.mark.parametrize("figures", [("40%", "13%"), ("20%", "13%", "31%"), ("40%", "13%", "39.8%")])
def test_groups_around_the_overall_rate_or_one_alone_say_nothing(story: Teller, figures: tuple[str, ...]) -> None:
    assert outcomes(*rates(story, *figures)) == []


def test_rates_in_other_paragraphs_are_not_parts(story: Teller) -> None:
    assert outcomes(*rates(story, "40%", "13%", "11%", after=400)) == []


@pytest.mark.parametrize("names", [("Lakeside", "Hill", "Mill"), ("Irish-American", "Greek", "Polish")])
def test_who_the_groups_are_changes_nothing(story: Teller, names: tuple[str, ...]) -> None:
    claims = [
        story.says(f"turnout up {figure}", "turnout", name, "turnout_changed")
        for name, figure in zip(names, ["40%", "13%", "11%"], strict=True)
    ]
    assert outcomes(*claims) == ["needs_data"]


def test_growth_is_no_margin(story: Teller) -> None:
    north = story.says("13% more North Lakeside voters", "turnout", "North Lakeside voters", "number_changed")
    south = story.says("11% more South Lakeside voters", "turnout", "South Lakeside voters", "number_changed")
    margin = story.says("that is the exact margin", "election_result", None, "equals_margin")
    (row,) = reckon([north, south, margin])
    assert row.outcome == "not_computable"
    assert row.claims == (north.id, south.id, margin.id)
    assert outcomes(margin) == []


# ── wholes and parts ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lists 110 groups, of which 76 are clubs and 34 are unions", ["consistent"]),
        ("lists 110 groups, of which 76 are clubs", ["consistent"]),
        ("lists 110 groups, of which 76 are clubs and 50 are in Queensport", ["needs_data"]),
        ("lists 110 groups, of which 120 are clubs", ["inconsistent"]),
        ("lists more than 110 groups, of which 120 are clubs", ["consistent"]),
        ("lists 110 groups and 76 clubs", []),
        ("lists 110 groups, of which $120 million went", []),
    ],
)
def test_parts_against_whole(story: Teller, text: str, expected: list[str]) -> None:
    assert outcomes(story.says(text, "count", "a database", "counted")) == expected


@pytest.mark.parametrize(
    ("kind", "figures", "expected"),
    [
        ("election_result", ("56%", "44%"), []),
        ("election_result", ("56%", "48%"), ["inconsistent"]),
        ("percentage", ("60%", "55%"), ["needs_data"]),
        ("percentage", ("60%", "about 40%"), []),
    ],
)
def test_shares_of_one_whole(story: Teller, kind: ClaimType, figures: tuple[str, str], expected: list[str]) -> None:
    relation = "received_share" if kind == "election_result" else "share_of"
    claims = [
        story.says(f"took {figure} of the vote", kind, name, relation, "the vote")
        for name, figure in zip(["Vale", "Okafor"], figures, strict=True)
    ]
    assert outcomes(*claims) == expected


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("$12,000 in all", ["consistent"]),
        ("nearly $12,500 in all", ["consistent"]),
        ("$11,000 in all", ["inconsistent"]),
        ("$20,000 in all", ["needs_data"]),
        ("$20,000 for ads", []),
    ],
)
def test_payments_against_total(story: Teller, total: str, expected: list[str]) -> None:
    first = story.says("paid Acme Print $5,000", "payment", "Vale for Harbor", "paid", "Acme Print")
    second = story.says("and Bell Media $7,000", "payment", "Vale for Harbor", "paid", "Bell Media")
    whole = story.says(total, "payment", "Vale for Harbor", "paid")
    assert outcomes(first, second, whole) == expected
    assert outcomes(replace(whole, start=0, end=5), first, second) == expected


def test_a_payment_within_another_is_not_added(story: Teller) -> None:
    first = story.says("paid Acme Print $9,000", "payment", "Vale for Harbor", "paid", "Acme Print")
    inner = story.says("$7,000 of it for shirts", "payment", "Vale for Harbor", "paid", "Acme Print")
    whole = story.says("a total of $9,000", "payment", "Vale for Harbor", "paid")
    assert outcomes(first, inner, whole) == []


# ── all rules ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_a_story_denies_or_quotes_takes_no_part(story: Teller) -> None:
    pair = story.says("from 400 to 800 members", "count", "Harbor League")
    rise = story.says("a 900% increase", "percentage", None, "changed")
    assert outcomes(pair, rise) == ["inconsistent"]
    assert outcomes(pair, replace(rise, negated=True)) == []
    assert outcomes(pair, replace(rise, checkable=False)) == []
    assert outcomes(pair, replace(rise, type="quotation")) == []


def test_every_rule_is_silent_on_an_empty_story() -> None:
    assert all(list(rule([])) == [] for rule in RULES)


_bound = st.none() | st.floats(min_value=0, max_value=1e9)
_quantities = st.builds(
    Quantity,
    text=st.sampled_from(["5", "13%", "nearly 3 million", "doubled", "of which 5"]),
    low=_bound,
    high=_bound,
    unit=st.sampled_from([None, "percent", "times", "USD", "voters"]),
    from_low=_bound,
    from_high=_bound,
)
_claims = st.builds(
    Claim,
    id=st.uuids().map(str),
    start=st.integers(0, 400),
    end=st.integers(0, 400),
    text=st.sampled_from(["up 13%", "110 groups, of which 76", "$5 in all", "doubled"]),
    type=st.sampled_from(["turnout", "count", "payment", "percentage", "election_result"]),
    subject=st.sampled_from([None, "A", "B", "C"]),
    relation=st.sampled_from([None, "changed", "turnout_changed", "share_of", "equals_margin", "paid"]),
    object=st.sampled_from([None, "X", "X; Y"]),
    quantity=st.none() | _quantities,
    period=st.sampled_from([None, Period("in one month"), Period("between June 1 and July 1"), Period("2021", "2021")]),
)


@given(st.lists(_claims, max_size=8))
def test_any_claims_are_reckoned_and_rows_name_claims_of_the_story(claims: list[Claim]) -> None:
    for row in reckon(claims):
        assert set(row.claims) <= {claim.id for claim in claims}
        assert row.expression
        assert row.because.endswith(".")


@pytest.mark.realdata
@pytest.mark.skipif(not SHARED.exists(), reason="no labelled stories beside the checkout")
def test_the_known_answers_of_the_labelled_story() -> None:
    from onrecord.stories.read import read_story

    path = next((SHARED / "stories" / "seeds").glob("000_*.txt"))
    with path.open(encoding="utf-8", newline="") as file:
        rows = read_story(file.read(), path.name).arithmetic
    assert [row.outcome for row in rows] == ["consistent", "consistent", "needs_data", "not_computable"]
    assert "2,971,350" in rows[0].because
