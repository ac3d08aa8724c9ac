"""Figures in words: true ones hold the value, false ones do not, and the reader takes them as the truth has them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stories.quantities import find_quantities
from onrecord.synth.stories.figures import OFF, Worded, false_figure, rounded_up, true_figure
from onrecord.synth.stories.phrasings import STYLES

UNITS = st.sampled_from(["USD", "votes", "followers", "grants", "percent"])
AMOUNTS = {"percent": st.integers(1, 990).map(lambda n: n / 10)}
SEEDS = st.integers(0, 10_000)


@st.composite
def values(draw: st.DrawFn) -> tuple[float, str]:
    unit = draw(UNITS)
    return (draw(AMOUNTS.get(unit, st.integers(1, 3_000_000_000).map(float))), unit)


@given(values(), st.sampled_from(STYLES), SEEDS)
@settings(max_examples=300, deadline=None)
def test_a_true_wording_holds_the_value(pair: tuple[float, str], style: str, seed: int) -> None:
    value, unit = pair
    worded = true_figure(value, unit, style, random.Random(seed))
    assert worded.holds(value)
    assert worded.allows(value)
    assert worded.unit == unit


@given(values(), st.sampled_from(STYLES), SEEDS)
@settings(max_examples=300, deadline=None)
def test_a_false_wording_is_off_by_the_factor(pair: tuple[float, str], style: str, seed: int) -> None:
    value, unit = pair
    worded = false_figure(value, unit, style, random.Random(seed), most=99.0 if unit == "percent" else None)
    if worded is None:
        assert value < 3 or unit == "percent"
        return
    assert worded.low is None or worded.low >= OFF * value or (worded.high or 0) * OFF <= value
    assert not worded.allows(value)


@given(values(), st.sampled_from(STYLES), SEEDS)
@settings(max_examples=300, deadline=None)
def test_the_reader_takes_the_words_as_the_truth_has_them(pair: tuple[float, str], style: str, seed: int) -> None:
    value, unit = pair
    same_as_read(true_figure(value, unit, style, random.Random(seed)))


def same_as_read(worded: Worded) -> None:
    found = find_quantities(f"The group reported {worded.text} in all.")
    assert len(found) == 1, worded
    read = found[0].quantity
    assert (read.low, read.high) == (pytest.approx(worded.low), pytest.approx(worded.high)), worded
    assert read.unit == worded.unit
    assert read.qualifier == worded.qualifier


def test_every_kind_of_wording_comes_up() -> None:
    draw = random.Random(5)
    texts = [
        true_figure(v, "USD", "tabloid", draw).text
        for v in (480_000, 2_471_300, 1_000_001, 495_000)
        for _ in range(200)
    ]
    for cue in (
        "nearly",
        "about",
        "more than",
        "at least",
        "half a million",
        "K",
        "M",
        "hundreds of thousands of dollars",
    ):
        assert any(cue in text for text in texts), cue


@pytest.mark.parametrize(
    ("value", "unit", "low", "high", "qualifier"),
    [
        (3.0, "grants", 3, 3, None),
        (2_500_000.0, "USD", 2_450_000, 2_550_000, None),
        (44.0, "percent", 43.5, 44.5, None),
    ],
)
def test_a_bare_figure_carries_its_own_rounding(
    value: float, unit: str, low: float, high: float, qualifier: None
) -> None:
    found = {
        (w.low, w.high, w.qualifier)
        for s in range(80)
        if (w := true_figure(value, unit, "blog", random.Random(s), plain=True))
    }
    assert (low, high, qualifier) in found


def test_rounding_up_goes_up() -> None:
    for value in (1_200.0, 27_500.0, 1_950_000.0, 103_518.0):
        up = rounded_up(value, "USD", "wire")
        assert up is not None
        assert up.stated > value * 1.05
        assert not up.allows(value)
    assert rounded_up(96.0, "percent", "wire") is None
