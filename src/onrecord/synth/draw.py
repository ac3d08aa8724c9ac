"""Chance: one stream of random numbers a purpose, word lists, sizes, amounts and days.

A stream is named by the seed, its purpose and a number. What one part draws moves no other part, so that a world stays
the same where nothing was changed. Nothing here depends on the order of a set or on ``hash``.
"""

from __future__ import annotations

import random
import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

YEARS: Final = (2021, 2022, 2023, 2024, 2025)
"""The years of every world."""
RETURNS: Final = YEARS[:4]
"""Tax years for which returns are in: that of the last year is not yet filed."""
TODAY: Final = "2025-12-31"
"""The last day of every world."""
BASE: Final = 20_000
"""The size, in mentions, for which the numbers of principals are given."""


def stream(seed: int, purpose: str, n: int = 0) -> random.Random:
    """The random numbers of one purpose, and of its ``n``-th part."""
    return random.Random(f"{seed}/{purpose}/{n}")


@cache
def words(name: str) -> dict[str, Any]:
    """A word list beside this module: ``names``, ``organizations``, ``places``, ``occupations`` or ``noise``."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def scaled(at_base: int, power: float, mentions: int, least: int, most: int) -> int:
    """How many principals of a kind a world of this size has: ``at_base`` at 20,000 mentions, then as a power."""
    wanted: float = at_base * (max(mentions, 1) / BASE) ** power
    return max(least, min(most, round(wanted)))


def deck[T](draw: random.Random, items: Sequence[T]) -> Iterator[T]:
    """Deal ``items`` evenly and without end: all of them in some order, then all of them in another."""
    if not items:
        raise ValueError("an empty deck")
    while True:
        yield from draw.sample(items, len(items))


def amount(draw: random.Random, low: int, high: int, rounded: float = 0.65) -> int:
    """Whole dollars from ``low`` to ``high``, small ones more often; most of them round, as people give."""
    value = low * (high / low) ** draw.random()
    if draw.random() < rounded:
        step = 10 ** max(1, len(str(int(value))) - 2)
        value = round(value / (step * 2.5)) * step * 2.5
    return max(low, min(high, int(value)))


def day_in(draw: random.Random, first: str, last: str) -> str:
    """A day between two ISO dates, both included."""
    start = date.fromisoformat(first)
    days = (date.fromisoformat(last) - start).days
    return (start + timedelta(days=draw.randrange(max(days, 0) + 1))).isoformat()


def day_of(draw: random.Random, year: int) -> str:
    """A day of a year."""
    return day_in(draw, f"{year}-01-01", f"{year}-12-31")


def later(day: str, days: int) -> str:
    """The day so many days after, but not after the last day of the world."""
    return min((date.fromisoformat(day) + timedelta(days=days)).isoformat(), TODAY)


def chance(draw: random.Random, share: float) -> bool:
    """True with this probability."""
    return draw.random() < share
