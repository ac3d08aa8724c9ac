from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intervals import Interval, add, below, disjoint, interval_of, overlap, start_of, within
from onrecord.vocabulary import Quantity

_ends = st.none() | st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)


def _ordered(pair: Interval) -> Interval:
    low, high = pair
    return (high, low) if low is not None and high is not None and low > high else pair


intervals = st.tuples(_ends, _ends).map(_ordered)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((1, 2), (2, 3), True),
        ((1, 2), (2.1, 3), False),
        ((750, None), (760, 760), True),
        ((750, None), (749, 749), False),
        ((None, 10), (None, 2), True),
        ((None, None), (5, 5), True),
        ((0.95 * 2.5e6, 2.5e6), (2.375e6, 2.375e6), True),
    ],
)
def test_overlap(a: Interval, b: Interval, expected: bool) -> None:
    assert overlap(a, b) is expected


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ((2, 3), (1, 4), True),
        ((2, 5), (1, 4), False),
        ((2, None), (1, None), True),
        ((2, None), (1, 9), False),
        ((None, 5), (1, 9), False),
        ((2, 3), (None, None), True),
    ],
)
def test_within(inner: Interval, outer: Interval, expected: bool) -> None:
    assert within(inner, outer) is expected


@given(intervals, intervals)
def test_disjoint_is_the_complement_of_overlap_and_neither_depends_on_order(a: Interval, b: Interval) -> None:
    assert disjoint(a, b) is not overlap(a, b)
    assert overlap(a, b) is overlap(b, a)


@given(intervals)
def test_an_interval_overlaps_and_lies_within_itself(a: Interval) -> None:
    assert overlap(a, a)
    assert within(a, a)
    assert not below(a, a)


@given(intervals, intervals)
def test_what_lies_within_overlaps(inner: Interval, outer: Interval) -> None:
    if within(inner, outer):
        assert overlap(inner, outer)


@given(intervals, intervals)
def test_below_excludes_and_holds_one_way_only(a: Interval, b: Interval) -> None:
    if below(a, b):
        assert disjoint(a, b)
        assert not below(b, a)


@given(intervals, intervals)
def test_sums_do_not_depend_on_order(a: Interval, b: Interval) -> None:
    assert add(a, b) == add(b, a)


def test_a_quantity_has_an_end_and_may_have_a_start() -> None:
    pair = Quantity("from 5 to 9", 9, 9, from_low=5, from_high=5)
    assert interval_of(pair) == (9, 9)
    assert start_of(pair) == (5, 5)
    assert start_of(Quantity("9", 9, 9)) == (None, None)
