"""Arithmetic of change: start, end and percentage must fit; a part's rate is not the whole's; growth is no margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from onrecord.intervals import Interval, below, interval_of, overlap, start_of
from onrecord.stories.figures import (
    bounds,
    factor,
    gap,
    is_among,
    listed,
    middle,
    plain,
    same_period,
    states_change,
    subject_of,
)
from onrecord.stories.periods import days_of, find_periods
from onrecord.vocabulary import Arithmetic, Claim, Outcome, Period, Quantity

_BESIDE: Final = 30
"""Characters between two figures that a comma or a dash parts, and no sentence."""
_SAME_PARAGRAPH: Final = 120
"""Characters between two figures of one list."""


# ── from-to against the percentage beside it ─────────────────────────────────────────────────────────────────────────


def change_fits_percentage(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """ "From 213,000 to nearly 3 million, a 1,295% increase": the start and the percentage must lead to the end."""
    for pair, change in _restated_changes(claims):
        if pair.quantity is not None and change.quantity is not None:
            yield _fit(pair, change, pair.quantity, change.quantity)


def _restated_changes(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every from-to pair with a percentage or a multiple, among the next two claims, that says the same change."""
    for place, pair in enumerate(claims):
        if pair.quantity is None or start_of(pair.quantity) == (None, None) or pair.quantity.unit == "percent":
            continue
        for change in claims[place + 1 : place + 3]:
            if states_change(change) and _of_one_thing(pair, change):
                yield pair, change
                break


def _of_one_thing(pair: Claim, change: Claim) -> bool:
    subject = subject_of(change)
    if subject is None:
        return gap(pair, change) <= _BESIDE
    return subject == subject_of(pair) and change.type in (pair.type, "percentage")


def _fit(pair: Claim, change: Claim, stated: Quantity, rate: Quantity) -> Arithmetic:
    start, end, times = start_of(stated), interval_of(stated), factor(rate)
    implied = _product(start, times)
    begin, reached = middle(start), middle(_product((middle(start),) * 2, (middle(times),) * 2))
    expression = f"{plain(begin)} × {plain(middle(times))} = {plain(reached)}"
    story = f"the story's end figure ({bounds(end)})"
    leads = f"Starting at {plain(begin)}, “{rate.text}” leads to about {plain(reached)}"
    outcome: Outcome
    if overlap(implied, end):
        outcome, because = "consistent", f"{leads}, which {story} allows."
    elif gap(pair, change) <= _BESIDE:
        outcome, because = "inconsistent", f"{leads}; {story} excludes that.{_slip(start, end, rate)}"
    else:
        outcome, because = "needs_data", f"{leads}; {story} excludes that, if both speak of the same thing."
    return Arithmetic((pair.id, change.id), expression, outcome, because)


def _slip(start: Interval, end: Interval, rate: Quantity) -> str:
    """The common slip: giving what the end is of the start for what was added."""
    share, once = middle(_quotient(end, start)), interval_of(rate)
    if share is None or rate.unit != "percent" or not overlap((95 * share, 105 * share), once):
        return ""
    return f" The end is {plain(100 * share)} percent of the start: an increase of {plain(100 * share - 100)} percent."


def _product(a: Interval, b: Interval) -> Interval:
    """Of two intervals of positive numbers."""
    return tuple(None if x is None or y is None else x * y for x, y in zip(a, b, strict=True))  # type: ignore[return-value]


def _quotient(a: Interval, b: Interval) -> Interval:
    low = a[0] / b[1] if a[0] is not None and b[1] else None
    high = a[1] / b[0] if a[1] is not None and b[0] else None
    return low, high


# ── the dates of a change against the length stated for it ───────────────────────────────────────────────────────────


def dates_fit_length(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """ "Between June 1 and July 1 … in just one month": the days between the dates must be the length stated."""
    for pair, change in _restated_changes(claims):
        if pair.period is None or change.period is None or gap(pair, change) > _BESIDE:
            continue
        between, length = days_between(pair.period), days_of(change.period.text)
        if between is not None and length is not None:
            fits = overlap((between, between + 1), length)
            says = f"“{pair.period.text}” is {between} days; “{change.period.text}” is {bounds(length)} days."
            expression = f"{pair.period.text}: {between} days"
            yield Arithmetic((pair.id, change.id), expression, "consistent" if fits else "inconsistent", says)


def days_between(period: Period) -> int | None:
    """The days between the two dates of a period; of dates without a year, if every year gives the same number."""
    lengths = set()
    for year in (2023, 2024):  # a common year and a leap year
        found = next(iter(find_periods(period.text, anchor_year=year)), None)
        dated = period if period.date_from and period.date_to else found.period if found else None
        if dated is None or not dated.date_from or not dated.date_to or len(dated.date_from + dated.date_to) != 20:
            return None
        days = (date.fromisoformat(dated.date_to) - date.fromisoformat(dated.date_from)).days
        lengths.add(days)
    return lengths.pop() if len(lengths) == 1 and min(lengths) >= 0 else None


# ── one change said in two ways ──────────────────────────────────────────────────────────────────────────────────────


def same_change_in_two_units(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """ "Quadrupled" is +300 %: the same subject cannot also have grown by 350 %."""
    for place, first in enumerate(claims):
        for second in claims[place + 1 : place + 4]:
            if _same_change(first, second) and first.quantity is not None and second.quantity is not None:
                yield _restatement(first, second, first.quantity, second.quantity)


def _same_change(first: Claim, second: Claim) -> bool:
    if subject_of(first) is None or subject_of(first) != subject_of(second) or first.place != second.place:
        return False
    if not (states_change(first) and states_change(second)) or first.quantity is None or second.quantity is None:
        return False
    return first.quantity.unit != second.quantity.unit and first.type == second.type


def _restatement(first: Claim, second: Claim, one: Quantity, other: Quantity) -> Arithmetic:
    a, b = factor(one), factor(other)
    expression = f"“{one.text}” = × {bounds(a)}; “{other.text}” = × {bounds(b)}"
    said = f"“{one.text}” leaves {bounds(a)} times the start, “{other.text}” {bounds(b)} times"
    outcome: Outcome
    if overlap(a, b):
        outcome, because = "consistent", f"{said}: both can hold."
    elif same_period(first, second) and first.period is not None:
        outcome, because = "inconsistent", f"{said}, of the same subject in the same time: they exclude each other."
    else:
        outcome, because = "needs_data", f"{said}: both hold only if they speak of different times or measures."
    return Arithmetic((first.id, second.id), expression, outcome, because)


# ── the rate of a whole against the rates of its parts ───────────────────────────────────────────────────────────────


def whole_against_groups(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """An overall rise of 40 % with named groups at 13 % and 11 %: other groups must lie on the other side of it.

    Whether the first claim's subject contains the others is not known here: that they follow it in one breath, with the
    same relation, suggests it, and the answer says "if".
    """
    for place, whole in enumerate(claims):
        groups = _groups_behind(claims, place)
        if len(groups) > 1 and whole.quantity is not None and (side := _side(whole.quantity, groups)):
            yield _outlying(whole, whole.quantity, groups, side)


def _groups_behind(claims: Sequence[Claim], place: int) -> list[Claim]:
    whole, groups = claims[place], list[Claim]()
    if not _is_rate(whole) or (place and _continues(claims[place - 1], whole)):
        return []
    last = whole
    for claim in claims[place + 1 :]:
        if not _continues(last, claim) or subject_of(claim) in map(subject_of, [whole, *groups]):
            break
        groups.append(claim)
        last = claim
    return groups


def _is_rate(claim: Claim) -> bool:
    return states_change(claim) and subject_of(claim) is not None and _unit(claim) == "percent"


def _continues(last: Claim, claim: Claim) -> bool:
    """Whether ``claim`` carries on a list of rates of change, each of another group."""
    alike = (claim.type, claim.relation, claim.place) == (last.type, last.relation, last.place)
    timed = same_period(last, claim) or claim.period is None
    return _is_rate(claim) and _is_rate(last) and alike and timed and 0 <= gap(last, claim) <= _SAME_PARAGRAPH


def _side(overall: Quantity, groups: Sequence[Claim]) -> str | None:
    rates = [interval_of(group.quantity) for group in groups if group.quantity is not None]
    if all(below(rate, interval_of(overall)) for rate in rates):
        return "above"
    return "below" if all(below(interval_of(overall), rate) for rate in rates) else None


def _outlying(whole: Claim, overall: Quantity, groups: Sequence[Claim], side: str) -> Arithmetic:
    rates = listed([group.quantity.text for group in groups if group.quantity is not None])
    because = (
        f"An overall change is a weighted mean of its groups' changes. If “{overall.text}” covers the groups at "
        f"{rates}, other groups must lie {side} {overall.text}, or the figures are in different units (percent, "
        "percentage points). The story gives neither the other groups nor the unit."
    )
    ids = (whole.id, *(group.id for group in groups))
    return Arithmetic(ids, f"{overall.text} as a weighted mean of {rates} and others", "needs_data", because)


# ── growth of groups against a margin ────────────────────────────────────────────────────────────────────────────────


def growth_is_no_margin(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """Rates of growth said to equal a margin: a margin is a number of votes, and a rate has none without its base."""
    for place, margin in enumerate(claims):
        if not is_among(margin, "margin_relations"):
            continue
        rates = list(
            takewhile(lambda claim: states_change(claim) and _unit(claim) == "percent", reversed(claims[:place]))
        )
        rates = [claim for claim in reversed(rates) if gap(claim, margin) <= 2 * _SAME_PARAGRAPH]
        if rates:
            words = listed([claim.quantity.text for claim in rates if claim.quantity is not None])
            because = (
                f"A margin is a number of votes; {words} say how much groups grew. Without the number of voters in "
                "each group before the change and the certified margin, the two cannot be compared."
            )
            ids = (*(claim.id for claim in rates), margin.id)
            yield Arithmetic(ids, f"votes added by {words} = margin in votes", "not_computable", because)


def _unit(claim: Claim) -> str | None:
    return claim.quantity.unit if claim.quantity is not None else None
