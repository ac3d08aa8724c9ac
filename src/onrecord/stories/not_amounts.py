"""Numbers that name, place or date something instead of counting it.

501(c)(3), Local 32BJ, Form 990, 72-18 Roosevelt Avenue, a 34-year-old, June 1, since 2016, 7:30 p.m., 212-555-0100.
A reader of quantities passes over every figure inside one of these spans.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.numbers import GAP, number_words
from onrecord.stories.periods import find_periods


class NotAmounts:
    """The spans of ``view`` in which no number is an amount."""

    def __init__(self, view: str) -> None:
        spans = sorted([*_periods(view), *(match.span() for match in _pattern().finditer(view))])
        self._starts = [start for start, _ in spans]
        self._reach = _running_maximum(end for _, end in spans)

    def hold(self, start: int) -> bool:
        """Whether the figure that begins at ``start`` lies in one of the spans."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] > start


def _running_maximum(ends: Iterator[int]) -> list[int]:
    reach: list[int] = []
    for end in ends:
        reach.append(max(end, reach[-1]) if reach else end)
    return reach


def _periods(view: str) -> Iterator[tuple[int, int]]:
    return ((found.start, found.end) for found in find_periods(view))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(_kinds()))


def _kinds() -> Iterator[str]:
    words = lexicon("quantities")
    labels = any_of(re.escape(label).replace(r"\ ", GAP) for label in words["names"]["labels"])
    streets = any_of(words["names"]["street_types"])
    units = any_of(words["time_units"]["words"])
    number = rf"(?:\d[\d,.]*|(?i:{number_words()}))"
    yield r"\b\d+(?:\([A-Za-z0-9]+\))+|\b\d+\s+U\.?S\.?C\.?\s+[§\d()A-Za-z]+"  # statutes
    yield rf"(?<![\w]){labels}\s?[#-]?(?:\d+\w*|(?i:{number_words()}))(?:[-–]\w+)?(?![\w%]|,\d{{3}})"
    yield r"#\d+|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b\d{2}-\d{7}\b"  # hashtags, postcodes, tax numbers
    yield r"(?:\(\d{3}\)\s?|\b\d{3}[-.])\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b"  # telephone
    yield rf"\b\d+{GAP}to{GAP}(?:1|one)\b(?![,.]\d)"  # odds
    yield r"\b\d{1,2}:\d{2}\b|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d+:\d+\b"  # times, dates, odds
    part = rf"(?:[A-Z][\w.'’]*|\d+(?:st|nd|rd|th)){GAP}"
    yield rf"\b\d+(?:-\d+)?{GAP}(?:{part}){{0,4}}{streets}\b"
    yield rf"\b{number}(?:{GAP}|-)(?i:{units})(?![\w])"  # lengths of time, ages
    yield r"(?<=[A-Za-z]),\s\d{2}(?=,\s)"  # "Jordan Vale, 34, said"
