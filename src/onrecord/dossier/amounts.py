"""Intervals and dates in words: "between 2.375 and 2.5 million USD"."""

from __future__ import annotations

from typing import Final

from onrecord.dossier.words import label
from onrecord.vocabulary import Period, Quantity

_SCALES: Final = ((1e9, " billion"), (1e6, " million"))
_NO_FIGURE: Final = "no figure given"
_DIGITS: Final = 6
"""Decimals kept: an open bound may be the next float after a round figure, which is read as that figure."""


def amount(quantity: Quantity) -> str:
    """Return the interval of ``quantity`` in words, with its unit and, for a from-to pair, where it started."""
    end = interval(quantity.low, quantity.high)
    if end != _NO_FIGURE:
        end = f"{end} {unit(quantity)}".rstrip()
    if quantity.from_low is None and quantity.from_high is None:
        return end
    return f"from {interval(quantity.from_low, quantity.from_high)} to {end}"


def interval(low: float | None, high: float | None) -> str:
    """Return the closed interval [``low``, ``high``] in words; ``None`` is an open end."""
    if low is None and high is None:
        return _NO_FIGURE
    if low is None or high is None:
        bound, word = (high, "at most") if low is None else (low, "at least")
        assert bound is not None
        return f"{word} {number(bound)}"
    if number(low) == number(high):
        return number(low)
    return f"between {_pair(low, high)}"


def number(value: float) -> str:
    """Return one figure as a person writes it: 20,000 · 2.375 million · 13.5."""
    figure, scale = _scaled(value)
    return figure + scale


def unit(quantity: Quantity) -> str:
    """Return the unit in words; a percentage says whether it means points, or that the story does not say of what."""
    if quantity.base == "percentage_points":
        return label("percentage_points", "base")
    name = (quantity.unit or "").replace("_", " ")
    if quantity.base == "not_stated":
        return f"{name or 'percent'} ({label('not_stated', 'base')})"
    return name


def dates(period: Period) -> str:
    """Return a stretch of time as the story words it, with the dates it was read as."""
    read_as = _span(period.date_from, period.date_to)
    if read_as is None or read_as == period.text:
        return f"“{period.text}”"
    return f"“{period.text}” ({read_as})"


def _pair(low: float, high: float) -> str:
    (low_figure, low_scale), (high_figure, high_scale) = _scaled(low), _scaled(high)
    shared = low_scale == high_scale
    return f"{low_figure}{'' if shared else low_scale} and {high_figure}{high_scale}"


def _scaled(value: float) -> tuple[str, str]:
    for size, word in _SCALES:
        if abs(value) >= size and _short(value / size):
            return _plain(value / size), word
    return _plain(value), ""


def _short(value: float) -> bool:
    """Tell whether at most three decimals say it: 2.375 million, but 1,234,567 in full."""
    rounded = float(f"{value:.12g}")
    return abs(rounded * 1000 - round(rounded * 1000)) < 10**-_DIGITS


def _plain(value: float) -> str:
    if abs(value - round(value)) < 10**-_DIGITS:
        return f"{round(value):,}"
    return f"{value:,.{_DIGITS}f}".rstrip("0")


def _span(start: str | None, end: str | None) -> str | None:
    if start == end:
        return start
    if start is None:
        return f"until {end}"
    return f"since {start}" if end is None else f"{start} to {end}"
