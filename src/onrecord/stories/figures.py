"""What the rules of arithmetic share: which claims belong together, and figures in plain words."""

from __future__ import annotations

import re
from functools import cache
from math import isfinite

from onrecord.intervals import Interval, interval_of
from onrecord.stories.lexicon import any_word, lexicon
from onrecord.vocabulary import Claim, Quantity


def gap(first: Claim, second: Claim) -> int:
    """Characters between the end of one claim and the start of a later one; negative where they overlap."""
    return second.start - first.end


def subject_of(claim: Claim) -> str | None:
    """The subject, blind to case; a length of time ("in just one month") is nobody's name."""
    subject = (claim.subject or "").lower()
    return None if not subject or subject.rstrip("s") in lexicon("periods")["durations"] else subject


def same_period(a: Claim, b: Claim) -> bool:
    """Whether two claims speak of the same time, as far as the story tells: same dates, else same words, or neither."""
    if a.period is None or b.period is None:
        return a.period is b.period
    dates = (a.period.date_from, a.period.date_to), (b.period.date_from, b.period.date_to)
    if any(dates[0]) or any(dates[1]):
        return dates[0] == dates[1]
    return a.period.text.lower() == b.period.text.lower()


def states_change(claim: Claim) -> bool:
    """Whether the claim says by how much something changed, as a percentage or a multiple."""
    quantity = claim.quantity
    if quantity is None or quantity.unit not in ("percent", "times") or quantity.from_low is not None:
        return False
    if quantity.unit == "times" or claim.relation in _words("change_relations"):
        return True
    return _cue("change_words").search(claim.text) is not None and not is_share(claim)


def is_share(claim: Claim) -> bool:
    """Whether a percentage is a part of a whole ("13% of the voters")."""
    quantity = claim.quantity
    if quantity is None or quantity.unit != "percent":
        return False
    behind = claim.text.partition(quantity.text)[2]
    return claim.relation in _words("share_relations") or re.match(r"\s+of\b", behind) is not None


def is_among(claim: Claim, relations: str) -> bool:
    """Whether the claim's relation is in the named list of ``arithmetic.toml``."""
    return claim.relation in _words(relations)


def cue(name: str, text: str) -> re.Match[str] | None:
    """The first cue of the named list of ``arithmetic.toml`` in ``text``."""
    return _cue(name).search(text)


def factor(quantity: Quantity) -> Interval:
    """How many times its start the end of a change is: +300 % and "four times" are both 4."""
    low, high = interval_of(quantity)
    if quantity.unit == "times":
        return low, high
    return None if low is None else 1 + low / 100, None if high is None else 1 + high / 100


def middle(interval: Interval) -> float | None:
    """The one number that stands for an interval in a sentence: its middle, or the end it has."""
    low, high = interval
    if low is None or high is None:
        return high if low is None else low
    return (low + high) / 2


def plain(value: float | None) -> str:
    """One figure as a reader writes it: 2,971,350 · 13.95 · 40."""
    if value is None or not isfinite(value):
        return "an open figure"
    if abs(value) >= 1000 or abs(value - round(value)) < 1e-9:
        return f"{round(value):,}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def bounds(interval: Interval) -> str:
    """An interval in words."""
    low, high = interval
    if low is None or high is None:
        return f"at most {plain(high)}" if low is None else f"at least {plain(low)}"
    return plain(low) if plain(low) == plain(high) else f"{plain(low)} to {plain(high)}"


def listed(words: list[str]) -> str:
    """ "13%, 11% and 9%"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("arithmetic")[name])


@cache
def _cue(name: str) -> re.Pattern[str]:
    return any_word(re.escape(words) for words in lexicon("arithmetic")[name])
