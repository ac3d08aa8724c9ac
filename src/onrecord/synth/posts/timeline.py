"""What can be seen on a platform just now: the latest posts, so that somebody can answer them or pass them on."""

from __future__ import annotations

from random import Random
from typing import Final, NamedTuple

LATEST: Final = 200
WIDELY_SEEN: Final = 0.6
"""How many answers go to a post that is spreading, where one is."""


class Seen(NamedTuple):
    """A post as others see it. ``until`` is when it stops spreading (0: it never did)."""

    id: str
    account: str
    text: str
    until: int


class Timeline:
    """The latest posts of each place (a language on a platform), never more than ``LATEST`` a place."""

    def __init__(self, places: int) -> None:
        self._latest: list[list[Seen]] = [[] for _ in range(places)]
        self._count = [0] * places
        self._spreading: list[Seen | None] = [None] * places

    def add(self, place: int, seen: Seen) -> None:
        """Show a post; the oldest goes."""
        latest = self._latest[place]
        if len(latest) < LATEST:
            latest.append(seen)
        else:
            latest[self._count[place] % LATEST] = seen
        self._count[place] += 1
        if seen.until:
            self._spreading[place] = seen

    def any(self, rng: Random, place: int, but: str = "") -> Seen | None:
        """One of the latest posts, or None: there is none, or it is by the account ``but``."""
        latest = self._latest[place]
        seen = latest[int(len(latest) * rng.random())] if latest else None
        return seen if seen and seen.account != but else None

    def answered(self, rng: Random, place: int, time: int, but: str) -> Seen | None:
        """The post that somebody answers now: often the one that everybody sees."""
        spreading = self._spreading[place]
        if spreading and time < spreading.until and rng.random() < WIDELY_SEEN:
            return spreading
        return self.any(rng, place, but)
