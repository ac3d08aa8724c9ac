"""What a wording allows: "nearly 3 million", "over 750" and a bare "$24 million" as closed intervals.

The one table of tolerances is ``rules`` and ``rounding`` in ``quantities.toml``. An end that the wording excludes
("nearly x" stays below x) is given as x itself: the difference is smaller than any figure a record prints.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from onrecord.intervals import Interval
from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.numbers import GAP, Figure, flat


def tolerated(figure: Figure, rule: str | None) -> Interval:
    """The numbers that ``figure`` allows under ``rule`` (a key of the table), or as a bare figure."""
    rounded = _bare(figure)
    if rule is None:
        return float(rounded[0]), float(rounded[1])
    bounds = lexicon("quantities")["rules"][rule]
    low, high = (figure.value * Decimal(str(bounds[end])) if end in bounds else None for end in ("low", "high"))
    if low is not None and high is not None and bounds.get("widen"):
        low, high = min(low, rounded[0]), max(high, rounded[1])
    return None if low is None else float(low), None if high is None else float(high)


def multiple(value: Decimal, step: Decimal) -> Figure:
    """A number of times: rounded to its last digit, and never looser than ``rounding.multiple``."""
    share = Decimal(lexicon("quantities")["rounding"]["multiple"])
    return Figure(value, min(step, 2 * share * value) if step else 2 * share * value)


def qualifier_before(view: str, start: int) -> tuple[int, str, str] | None:
    """The qualifier that ends right before ``start``: (where it starts, its rule, its words)."""
    match = _before().search(view, max(0, start - 40), start)
    if match is None:
        return None
    words = flat(match["words"])
    return match.start("words"), _rules("before")[words], words


def qualifier_after(view: str, end: int) -> tuple[int, str, str] | None:
    """The qualifier that starts right behind ``end`` ("or more", "-plus"): (where it ends, its rule, its words)."""
    match = _after().match(view, end)
    if match is None:
        return None
    words = flat(match["words"])
    return match.end(), _rules("after")[words], words


def _bare(figure: Figure) -> tuple[Decimal, Decimal]:
    """The figure with its own rounding."""
    rounding = lexicon("quantities")["rounding"]
    if figure.loose:
        half = Decimal(rounding["fraction"]) * figure.value
    else:
        half = figure.step / 2
        if figure.step >= 1000:
            half = min(half, Decimal(rounding["widest"]) * figure.value)
    return figure.value - half, figure.value + half


@cache
def _rules(side: str) -> dict[str, str]:
    """Words of a qualifier to the name of its rule."""
    rules = lexicon("quantities")["rules"]
    return {words: name for name, rule in rules.items() for words in rule.get(side, ())}


@cache
def _before() -> re.Pattern[str]:
    words = any_of(re.escape(words).replace(r"\ ", GAP) for words in _rules("before"))
    return re.compile(rf"(?<![\w-])(?P<words>{words})(?:{GAP})?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    words = any_of(re.escape(words).replace(r"\ ", GAP) for words in _rules("after"))
    return re.compile(rf"(?:{GAP})?(?P<words>{words})(?!\w)", re.IGNORECASE)
