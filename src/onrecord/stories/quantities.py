"""Amounts in a story, as intervals: "nearly $2.5 million", "more than 150,000", "from 213,000 to nearly 3 million".

A quantity is read where it stands: its qualifier in front, the unit behind. What the words allow is decided by one
table (:mod:`onrecord.stories.tolerance`); figures that count nothing are left out
(:mod:`onrecord.stories.not_amounts`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from onrecord.intervals import Interval
from onrecord.stories.amounts import Amount, Kind, amounts
from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.not_amounts import NotAmounts
from onrecord.stories.numbers import GAP
from onrecord.stories.pairs import Pair, pair_of
from onrecord.stories.tolerance import qualifier_after, qualifier_before, tolerated
from onrecord.stories.units import Unit, known_nouns, unit_after
from onrecord.vocabulary import Base, Quantity


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity and where it stands.

    The span holds the qualifier, the figure, its scale and currency, and the counted noun if that is the very next
    word. A noun behind other words ("76 Democratic Party affiliates") is in ``quantity.unit`` but not in the span, so
    that no span swallows a name. ``kind`` is money, percent, points, count, ratio (times) or magnitude ("hundreds").
    """

    start: int
    end: int
    quantity: Quantity
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Reading:
    """An amount with its qualifier: the span of both, and the rule of the table that applies."""

    start: int
    end: int
    amount: Amount
    rule: str | None
    qualifier: str | None

    @property
    def interval(self) -> Interval:
        return tolerated(self.amount.figure, self.rule)


def find_quantities(view: str) -> list[FoundQuantity]:
    """Every amount stated in ``view``, in order, none overlapping another. Offsets are code points of ``view``."""
    silent = NotAmounts(view)
    readings = [_read(view, amount) for amount in amounts(view) if not silent.hold(amount.start)]
    found: list[FoundQuantity] = []
    place = 0
    while place < len(readings):
        used, quantity = _next(view, readings[place : place + 3])
        place += used
        if quantity is not None:
            found.append(quantity)
    return found


def _next(view: str, readings: list[_Reading]) -> tuple[int, FoundQuantity | None]:
    """The quantity that begins with the first of at most three readings, and how many of them it uses."""
    ends = [reading.start for reading in readings[1:]] + [len(view)] * 2
    if len(readings) > 1:
        first, second = readings[:2]
        pair = pair_of(view, first.amount, second.amount, (first.start, first.end, second.start))
        if pair is not None:
            return 2, None if pair.joint == "score" else _joined(view, pair, first, second, ends[1])
    return 1, _single(view, readings[0], ends[0])


def _read(view: str, amount: Amount) -> _Reading:
    """The amount with the qualifier in front of it or behind it."""
    if amount.floor:
        return _Reading(amount.start, amount.end, amount, "at_least", amount.floor)
    if before := qualifier_before(view, amount.start):
        return _Reading(before[0], amount.end, amount, before[1], before[2])
    if after := qualifier_after(view, amount.end):
        return _Reading(amount.start, after[0], amount, after[1], after[2])
    return _Reading(amount.start, amount.end, amount, None, None)


# ── one figure ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _single(view: str, reading: _Reading, limit: int) -> FoundQuantity | None:
    amount = reading.amount
    noun = _noun(view, reading, limit)
    if amount.kind == "count" and not _counts(view, reading, noun):
        return None
    low, high = reading.interval
    if amount.kind in ("percent", "points") and _declines(view, reading):
        low, high = None if high is None else -high, None if low is None else -low
    end = noun.end if noun and noun.adjacent else reading.end
    unit = amount.unit or (noun.noun if noun else None)
    base = _base(view, reading)
    quantity = Quantity(view[reading.start : end], low, high, unit, base, reading.qualifier)
    return FoundQuantity(reading.start, end, quantity, amount.kind)


def _noun(view: str, reading: _Reading, limit: int) -> Unit | None:
    if reading.amount.kind not in ("count", "magnitude"):
        return None
    return unit_after(view, reading.end, limit, singular=reading.amount.figure.value == 1)


def _counts(view: str, reading: _Reading, noun: Unit | None) -> bool:
    """Whether a figure without a written unit counts something; a doubtful one does not."""
    amount, before = reading.amount, view[max(0, reading.start - 30) : reading.start]
    written = view[amount.start : amount.end]
    if noun is None and _is_age(reading, before):
        return False
    if amount.figure.value == 1 or (amount.spelled and _begins_a_name(view, amount)):
        return noun is not None and noun.known
    if noun is not None or amount.scale > 1:
        return True
    is_code = len(written) > 4 and written.isdigit()
    is_small = amount.figure.value < 10 and reading.qualifier is None
    return not (is_code or is_small or _follows_a_name(before, written))


def _is_age(reading: _Reading, before: str) -> bool:
    """ "Voters over 45", "people under 30"."""
    if (
        reading.amount.spelled
        or reading.rule not in ("more_than", "less_than")
        or not 10 <= reading.amount.figure.value <= 100
    ):
        return False
    word = re.search(r"(\w+)\s$", before)
    return word is not None and word[1].lower() in known_nouns()


def _begins_a_name(view: str, amount: Amount) -> bool:
    """ "Sixteen Thirty Fund": a capitalised numeral before a capitalised word."""
    return view[amount.start].isupper() and re.match(rf"{GAP}[A-Z]", view[amount.end : amount.end + 4]) is not None


def _follows_a_name(before: str, written: str) -> bool:
    """ "Climate 200": a short numeral right behind a capitalised word that is no function word."""
    word = re.search(r"\b([A-Z][\w.’']*) $", before)
    return word is not None and "," not in written and word[1].lower() not in _stop_words()


def _declines(view: str, reading: _Reading) -> bool:
    """Whether the words around a percentage say that something fell by it."""
    before, behind = _decline()
    return bool(before.search(view, max(0, reading.start - 30), reading.start) or behind.match(view, reading.end))


def _base(view: str, reading: _Reading) -> Base | None:
    amount = reading.amount
    if amount.kind == "points":
        return "percentage_points"
    if amount.kind != "percent":
        return None
    # more than a hundred percentage points would leave the scale, so such a percentage is a relative one
    relative = amount.share or amount.figure.value > 100 or _relative().match(view, reading.end)
    return "percent" if relative else "not_stated"


# ── two figures that are one quantity ────────────────────────────────────────────────────────────────────────────────


def _joined(view: str, pair: Pair, first: _Reading, second: _Reading, limit: int) -> FoundQuantity:
    first, second = replace(first, amount=pair.first), replace(second, amount=pair.second)
    noun = _noun(view, second, limit) or _noun(view, first, second.start)
    end = noun.end if noun and noun.adjacent and noun.end > second.end else second.end
    unit = pair.second.unit or pair.first.unit or (noun.noun if noun else None)
    text, base = view[pair.start : end], _base(view, second)
    if pair.joint == "range":
        low, high = _range(first.interval[0], second.interval[1])
        return FoundQuantity(pair.start, end, Quantity(text, low, high, unit, base, "between"), pair.second.kind)
    begin, finish = (first, second) if pair.joint == "change" else (second, first)
    quantity = Quantity(text, *finish.interval, unit, base, finish.qualifier, *begin.interval)
    return FoundQuantity(pair.start, end, quantity, pair.second.kind)


def _range(low: float | None, high: float | None) -> Interval:
    """The ends of a range in order, however the story orders them ("between 20 and 10")."""
    return (high, low) if low is not None and high is not None and low > high else (low, high)


# ── patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@cache
def _decline() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("quantities")["decline"]
    before = rf"\b{any_of(words['before'])}{GAP}(?:by{GAP})?(?:an?{GAP}|another{GAP})?$"
    behind = rf"{GAP}(?:[a-z-]+{GAP})?{any_of(words['after'])}\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind)


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{any_of(lexicon('quantities')['percent']['relative'])}\b", re.IGNORECASE)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lexicon("quantities")["nouns"]["stop"]["words"])
