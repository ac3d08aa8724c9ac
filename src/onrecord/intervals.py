"""Intervals of numbers, and how they lie to each other.

An interval is ``(low, high)``, closed, in one unit; ``None`` is an open end. Both readers of numbers use these tests:
the arithmetic of a story, and the comparison of a claim with a record.
"""

from __future__ import annotations

from onrecord.vocabulary import Quantity

type Interval = tuple[float | None, float | None]

_SLACK = 1e-9  # relative: 0.95 times a figure must not miss itself by one bit


def interval_of(quantity: Quantity) -> Interval:
    """The interval that ``quantity`` states (of a from-to pair: its end)."""
    return quantity.low, quantity.high


def start_of(quantity: Quantity) -> Interval:
    """The interval from which a from-to pair starts; open on both sides where ``quantity`` is no pair."""
    return quantity.from_low, quantity.from_high


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some number lies in both."""
    return _not_above(a[0], b[1]) and _not_above(b[0], a[1])


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether the two exclude each other: no number lies in both."""
    return not overlap(a, b)


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every number of ``inner`` lies in ``outer``."""
    return _reaches(outer[0], inner[0], below=True) and _reaches(outer[1], inner[1], below=False)


def below(a: Interval, b: Interval) -> bool:
    """Whether every number of ``a`` is smaller than every number of ``b``."""
    return a[1] is not None and b[0] is not None and disjoint(a, b) and a[1] < b[0]


def add(a: Interval, b: Interval) -> Interval:
    """Every sum of one number of ``a`` and one of ``b``."""
    return _both(a[0], b[0]), _both(a[1], b[1])


def _both(x: float | None, y: float | None) -> float | None:
    return None if x is None or y is None else x + y


def _not_above(low: float | None, high: float | None) -> bool:
    return low is None or high is None or low <= high + _SLACK * max(abs(low), abs(high))


def _reaches(outer: float | None, inner: float | None, *, below: bool) -> bool:
    if outer is None or inner is None:
        return outer is None
    return _not_above(outer, inner) if below else _not_above(inner, outer)
