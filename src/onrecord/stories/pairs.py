"""Two figures that are one quantity: a change ("from 213,000 to nearly 3 million") or a range ("between 10 and 20")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from onrecord.stories.amounts import Amount
from onrecord.stories.lexicon import lexicon
from onrecord.stories.numbers import GAP, Figure

Joint = Literal["change", "change_back", "range", "score"]
"""How two figures are joined; ``change_back`` names the end first, ``score`` ("5-4") is no quantity at all."""

_LEAD = re.compile(rf"(?:(?P<verb>\w+){GAP})?\b(?P<lead>from|between){GAP}$", re.IGNORECASE)
_TO = re.compile(rf"(?:{GAP}[\w'’-]+){{0,4}}?{GAP}to(?:{GAP}(?:just|only|an?))?{GAP}", re.IGNORECASE)
_AND = re.compile(rf"(?:{GAP}[\w'’-]+){{0,2}}?{GAP}and{GAP}", re.IGNORECASE)
_BARE_TO = re.compile(rf"{GAP}to{GAP}", re.IGNORECASE)
_UP_FROM = re.compile(rf"[^.;:\n]{{0,40}}?,?{GAP}(?:up|down){GAP}from(?:{GAP}(?:just|only|an?))?{GAP}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two joined amounts, in one unit and scale; ``start`` is where the expression begins, with "from" or "between"."""

    joint: Joint
    start: int
    first: Amount
    second: Amount


def pair_of(view: str, first: Amount, second: Amount, spans: tuple[int, int, int]) -> Pair | None:
    """How ``first`` and ``second`` belong together, or ``None``.

    ``spans`` are the offsets at which the first expression begins and ends and the second begins, qualifiers included.
    """
    start, end, begins = spans
    if not _comparable(first, second):
        return None
    lead = _LEAD.search(view, max(0, start - 30), start)
    joint = _joint(view, first, second, view[end:begins], lead)
    if joint is None:
        return None
    if lead and joint in ("change", "range"):
        start = lead.start("lead")
    if joint == "score":
        return Pair(joint, start, first, second)
    return Pair(joint, start, *_alike(first, second))


def _joint(view: str, first: Amount, second: Amount, gap: str, lead: re.Match[str] | None) -> Joint | None:
    word = lead["lead"].lower() if lead else ""
    if word == "from" and _TO.fullmatch(gap):
        return "range" if lead and (lead["verb"] or "").lower() in _words("range_before") else "change"
    if word == "between" and _AND.fullmatch(gap):
        return "range"
    if _UP_FROM.fullmatch(gap):
        return "change_back"
    if gap in ("-", "–"):
        return "range" if _rises(first, second) else "score"
    if _BARE_TO.fullmatch(gap) and _rises(first, second) and not _is_tally(view, first, second):
        return "range"
    return None


def _rises(first: Amount, second: Amount) -> bool:
    first, second = _alike(first, second)
    return first.figure.value < second.figure.value


def _is_tally(view: str, first: Amount, second: Amount) -> bool:
    """Two results of a contest ("beat her 443,229 to 573,169"): a range is not given to the last digit."""
    if any(
        not amount.scale > 1 and amount.figure.value % 1000 and amount.figure.value > 1000 for amount in (first, second)
    ):
        return True
    before = re.findall(r"\w+", view[max(0, first.start - 40) : first.start].lower())
    return any(word in _words("score_before") for word in before)


def _comparable(first: Amount, second: Amount) -> bool:
    if "magnitude" in (first.kind, second.kind) and first.kind != second.kind:
        return False
    return first.unit == second.unit or "count" in (first.kind, second.kind)


def _alike(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Both in the unit and scale that only one of them carries: "10 to 20 percent", "$2 to $3 million"."""
    if first.kind == "count" != second.kind:
        first = _in_unit_of(second, first)
    elif second.kind == "count" != first.kind:
        second = _in_unit_of(first, second)
    if first.scale == 1 < second.scale and first.figure.value < second.figure.value / second.scale:
        last_digit = Decimal(1).scaleb(int(first.figure.value.as_tuple().exponent))
        figure = Figure(first.figure.value * second.scale, last_digit * second.scale)
        first = replace(first, figure=figure, scale=second.scale)
    return first, second


def _in_unit_of(model: Amount, amount: Amount) -> Amount:
    step = Decimal(1) if model.kind in ("percent", "points") and not amount.figure.step else amount.figure.step
    return replace(amount, kind=model.kind, unit=model.unit, figure=Figure(amount.figure.value, step))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("quantities")["pairs"][name])
