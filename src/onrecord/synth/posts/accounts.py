"""Who posts: accounts of heavy-tailed activity, each with a time zone, a language, a topic and a platform.

No account is held: everything about one follows from its number. Rank and zone are in the number itself
(``number = rank * 16 + zone``), the rest is mixed from it, so what somebody speaks says nothing about how much they
post or where they sleep.
"""

from __future__ import annotations

from math import cos, pi
from random import Random
from typing import Final

ZONES: Final = (-8, -6, -5, -5, -3, 0, 0, 1, 1, 2, 3, 3, 5, 8, 8, 10)
"""Hours ahead of UTC; a zone that stands twice has twice the accounts."""
LANGUAGES, TOPICS, PLATFORMS = 6, 5, 3
"""How many of each there are."""
WEEK: Final = (1.0, 1.0, 1.0, 1.0, 0.95, 0.85, 0.9)
"""Activity by weekday, Monday first."""
PRIME: Final = (1 << 40) + 15
MASK: Final = (1 << 64) - 1
SLOTS: Final = 512
HEAD: Final = 3.0
"""By how many ranks the top of the activity curve is blurred, so that no account posts day and night."""


def awake(hour: int) -> float:
    """How active people are at an hour of their day: a fifth of the mean at 3, most at 19."""
    return 1 + 0.7 * cos(2 * pi * (hour - 17) / 24) + 0.2 * cos(4 * pi * (hour - 20) / 24)


class Opaque:
    """One-to-one codes below ``PRIME``: a number in, a number out that shows nothing of it."""

    def __init__(self, rng: Random) -> None:
        self.factor, self.shift = rng.randrange(1 << 30, PRIME), rng.randrange(PRIME)

    def __call__(self, number: int) -> int:
        return (number * self.factor + self.shift) % PRIME


class Population:
    """The accounts of a world, by number from 0 to ``size``."""

    def __init__(self, seed: int, posts: int) -> None:
        rng = Random(f"{seed}/posts/accounts")
        self.ranks = max(8, posts // 6 // len(ZONES))
        self.size = self.ranks * len(ZONES)
        self._code, self._salt = Opaque(rng), rng.getrandbits(64)
        weights = [[awake((hour + zone) % 24) for zone in ZONES] for hour in range(24)]
        self.rhythm = tuple(sum(row) / len(ZONES) for row in weights)
        self._slots = [_spread(row) for row in weights]

    def id(self, number: int) -> str:
        """The account's opaque id."""
        return f"a{self._code(number):010x}"

    def home(self, number: int) -> tuple[int, int, int]:
        """The account's language, topic and platform, by number: always the same, independent, and even over all."""
        mixed = ((number + 1) * 0x9E3779B97F4A7C15 + self._salt) & MASK
        mixed = ((mixed ^ mixed >> 32) * 0xD6E8FEB86659FD93) & MASK
        mixed ^= mixed >> 32
        return mixed % LANGUAGES, (mixed >> 16) % TOPICS, (mixed >> 32) % PLATFORMS

    def draw(self, rng: Random, hour: int) -> int:
        """Somebody who posts at this hour (UTC): the ``r``-th most active in proportion to ``r ** (-2/3)``."""
        u = rng.random()
        rank = int(self.ranks * u * u * u + HEAD * rng.random()) % self.ranks
        return rank * len(ZONES) + self._slots[hour][int(SLOTS * rng.random())]


def _spread(weights: list[float]) -> tuple[int, ...]:
    """``SLOTS`` indices, each as often as its weight says."""
    step, total, chosen, index = sum(weights) / SLOTS, weights[0], [], 0
    for slot in range(SLOTS):
        while (slot + 0.5) * step > total and index < len(weights) - 1:
            index += 1
            total += weights[index]
        chosen.append(index)
    return tuple(chosen)
