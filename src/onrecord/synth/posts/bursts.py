"""When a viral object is shared: a rise and a slow decay, in one sweep or as a cascade in which shares bring shares."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from math import exp, log
from random import Random
from typing import Final

SHAPE: Final = 1.6
"""Of the Weibull density: it rises, crests at half its scale or so, and decays."""
FOLLOWERS: Final = 0.75
"""How many further shares one share of a cascade brings in the mean."""
DELAY: Final = 240.0
"""Mean seconds until a follower shares."""
LONGEST: Final = 3_000


def burst(rng: Random, shares: int, scale: float, faded: float) -> Iterator[float]:
    """``shares`` moments in order, in seconds from the first possible one, all before ``faded * scale``.

    They are order statistics drawn one after the other (each the least of those to come), so none is held.
    """
    within, u = 1 - exp(-(faded**SHAPE)), 0.0
    for left in range(shares, 0, -1):
        u = 1 - (1 - u) * rng.random() ** (1 / left)
        yield scale * (-log(1 - u * within)) ** (1 / SHAPE)


def cascade(rng: Random, shares: int, scale: float, faded: float) -> Iterator[float]:
    """As ``burst``, but each share brings others within minutes, which bring others: a self-exciting process.

    Follow-ups come at most ``LONGEST`` seconds after the last moment of a burst.
    """
    sizes, end, waiting = _families(rng, shares), faded * scale + LONGEST, list[float]()
    for moment, size in zip(burst(rng, len(sizes), scale, faded), sizes, strict=True):
        while waiting and waiting[0] <= moment:
            yield heappop(waiting)
        family = [moment]
        for _ in range(size - 1):
            family.append(min(end, rng.choice(family) + rng.expovariate(1 / DELAY)))
        for one in family:
            heappush(waiting, one)
    while waiting:
        yield heappop(waiting)


def _families(rng: Random, shares: int) -> list[int]:
    """How many shares each independent one brings in the end, itself included; together ``shares``."""
    sizes, left = list[int](), shares
    while left:
        size, open_ones = 1, 1
        while open_ones and size < left:
            born = rng.random() < FOLLOWERS / (1 + FOLLOWERS)
            size, open_ones = (size + 1, open_ones + 1) if born else (size, open_ones - 1)
        sizes.append(size)
        left -= size
    return sizes
