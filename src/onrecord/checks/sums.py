"""Sums over a register: which records a claim could mean, added up over every stretch it could mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.checks.compare import dated, fit, inside, is_comparison, window, window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.checks.compare import Fit
    from onrecord.intervals import Interval
    from onrecord.vocabulary import Period


@dataclass(frozen=True, slots=True)
class Entry:
    """One amount with its day and where it stands; ``rows`` is how many records it adds up already."""

    source_id: str
    locator: str
    amount: float
    day: str | None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Sum:
    """Entries added up. ``over`` says which stretch, in words."""

    amount: float
    rows: int
    over: str
    first: Entry

    def fit(self, claimed: Interval) -> Fit:
        """How the sum lies to a claimed interval. Cents are dropped by nobody: a story rounds, a register does not."""
        return fit(claimed, (self.amount, self.amount))


def in_period(entries: Iterable[Entry], period: Period | None) -> list[Entry]:
    """The entries of the time claimed; all of them where no date is given. An undated entry is of no stated time."""
    claimed = window_of(period)
    if not dated(claimed) or is_comparison(period):
        return list(entries)
    return [entry for entry in entries if entry.day and inside(window(entry.day, entry.day), claimed)]


def sums(entries: Sequence[Entry], period: Period | None) -> Iterator[Sum]:
    """Every sum that a claim could mean, the plainest first.

    With dates: all of that time. Without: everything on record, then each year; and where the words are vague ("in
    recent years"), every run of years that ends with the last one on record.
    """
    wanted = in_period(entries, period)
    if not wanted:
        return
    claimed = window_of(period)
    if dated(claimed) and not is_comparison(period):
        yield _sum(wanted, "in the time claimed")
        return
    years = sorted({entry.day[:4] for entry in wanted if entry.day})
    yield _sum(wanted, f"over all records, {years[0]} to {years[-1]}" if len(years) > 1 else "over all records")
    for year in years if len(years) > 1 else []:
        yield _sum([entry for entry in wanted if (entry.day or "").startswith(year)], f"in {year}")
    for start in years[1:-1] if period is not None else []:
        yield _sum([entry for entry in wanted if (entry.day or "") >= start], f"from {start} to {years[-1]}")


def matching_sum(entries: Sequence[Entry], period: Period | None, claimed: Interval) -> Sum | None:
    """The first sum that fits the claimed interval."""
    return next((total for total in sums(entries, period) if total.fit(claimed) == "fits"), None)


def matching_entry(entries: Sequence[Entry], period: Period | None, claimed: Interval) -> Entry | None:
    """The first single record that fits the claimed interval."""
    return next((e for e in in_period(entries, period) if fit(claimed, (e.amount, e.amount)) == "fits"), None)


def whole(entries: Sequence[Entry], period: Period | None) -> Sum | None:
    """Everything of the time claimed, added up."""
    return next(sums(entries, period), None)


def _sum(entries: Sequence[Entry], over: str) -> Sum:
    return Sum(sum(e.amount for e in entries), sum(e.rows for e in entries), over, entries[0])
