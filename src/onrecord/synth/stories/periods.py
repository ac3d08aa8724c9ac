"""How a stretch of time is worded, with its preposition, and which dates the words give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SHORT: Final = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
                "November": "Nov.", "December": "Dec."}  # fmt: skip
"""The months that a newsroom cuts before a day."""

WAYS: Final = (("between", "and"), ("from", "to"), ("from", "through"))


@dataclass(frozen=True, slots=True)
class Told:
    """A period in words: ``date_from`` and ``date_to`` as far as the words go (YYYY, YYYY-MM or YYYY-MM-DD)."""

    text: str
    date_from: str | None
    date_to: str | None


def told(
    date_from: str | None,
    date_to: str | None,
    style: str,
    draw: random.Random,
    *,
    ways: tuple[tuple[str, str], ...] = WAYS,
) -> Told | None:
    """The very stretch between two ISO dates (either may be a year or a month) in one of the ``ways`` to word it; None
    where neither is given."""
    first, last = _shortest(date_from, date_to)
    if first is None and last is None:
        return None
    if first is not None and first == last:
        return _at(first, style, draw)
    if last is None:
        return Told(f"since {written(first or '', style)}", first, None)
    if first is None:
        return Told(f"through {written(last, style)}", None, last)
    opened, joined = draw.choice(ways)
    return Told(f"{opened} {written(first, style)} {joined} {written(last, style)}", first, last)


def within(date_from: str | None, date_to: str | None, style: str, draw: random.Random) -> Told | None:
    """A year inside a stretch, for what lasts through it; the stretch itself where it holds no whole year."""
    if date_from and date_to and int(date_to[:4]) - int(date_from[:4]) >= 2:
        year = str(draw.randint(int(date_from[:4]) + 1, int(date_to[:4]) - 1))
        return _at(year, style, draw)
    return told(date_from, date_to, style, draw)


def coarser(date_from: str | None, date_to: str | None, style: str, draw: random.Random) -> Told | None:
    """The month or the year of a single day, as stories often give it; else the stretch itself."""
    if date_from and date_from == date_to and len(date_from) == 10:
        cut = draw.choice((10, 10, 7, 4))
        return _at(date_from[:cut], style, draw)
    return told(date_from, date_to, style, draw)


def written(day: str, style: str) -> str:
    """An ISO date as American news prints it: 2024 · March 2024 · November 4, 2025 · Nov. 4, 2025."""
    if len(day) == 4:
        return day
    month = MONTHS[int(day[5:7]) - 1]
    if len(day) == 7:
        return f"{month} {day[:4]}"
    short = SHORT.get(month, month) if style in ("wire", "local") else month
    return f"{short} {int(day[8:10])}, {day[:4]}"


def window(date_from: str | None, date_to: str | None) -> tuple[str | None, str | None]:
    """Two dates, each a year, a month or a day, as first and last day."""
    return _first(date_from), _last(date_to)


def _at(when: str, style: str, draw: random.Random) -> Told:
    lead = "on" if len(when) == 10 else draw.choice(("in", "in", "in", "during")) if len(when) == 4 else "in"
    return Told(f"{lead} {written(when, style)}", when, when)


def _shortest(date_from: str | None, date_to: str | None) -> tuple[str | None, str | None]:
    """Whole years as years, whole months as months."""
    first, last = window(date_from, date_to)
    if first and last:
        if first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4], last[:4]
        if first[:7] == last[:7] and first.endswith("-01") and last == _last(last[:7]):
            return first[:7], last[:7]
    return date_from or None, date_to or None


def _first(day: str | None) -> str | None:
    return None if not day else f"{day}-01-01"[:10] if len(day) == 4 else f"{day}-01"[:10]


def _last(day: str | None) -> str | None:
    if not day:
        return None
    if len(day) == 4:
        return f"{day}-12-31"
    if len(day) == 7:
        year, month = int(day[:4]), int(day[5:7])
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1).isoformat()
    return day
