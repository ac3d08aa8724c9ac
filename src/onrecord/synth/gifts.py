"""Ordinary donors' contributions, streamed: a block of donors at a time, nothing kept.

Most donors give once, a few many times. What a donor gives stands within the donor's block, in no order of time, as in
the registers.
"""

from __future__ import annotations

from bisect import bisect
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.synth.draw import YEARS, stream
from onrecord.synth.people import donors
from onrecord.synth.world import Gift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.synth.world import Register

TAIL: Final = 2.32
"""Exponent of the gifts a donor makes: k gifts are as frequent as ``k ** -TAIL``; about 2.2 in the mean."""
MOST: Final = 200
"""Gifts of one donor, at most."""
STEPS: Final = 1 << 16
FAITHFUL: Final = 0.55
"""Share of a donor's gifts that go to the first payee again."""
REFUNDED: Final = 0.01
OWN_POOL: Final = 240_000
"""First block of the city register's own donors; a third of its blocks are donors of the federal register too."""
SUMS: Final = {
    "fec": (
        (25, 10), (35, 6), (50, 14), (75, 4), (100, 17), (150, 5), (200, 5), (250, 14), (300, 3), (500, 12), (750, 2),
        (1_000, 9), (1_500, 3), (2_000, 3), (2_500, 2), (2_800, 3), (2_900, 2), (3_300, 4), (27, 3), (38, 2), (211, 1),
        (416, 1), (1_234, 1),
    ),
    "nyc-cfb": (
        (10, 14), (15, 4), (20, 10), (25, 12), (50, 16), (75, 4), (100, 18), (150, 4), (175, 6), (200, 3), (250, 9),
        (400, 3), (500, 4), (1_000, 3), (1_050, 2), (2_000, 1), (2_100, 1), (3_700, 1), (17, 2), (33, 1), (121, 1),
    ),
}  # fmt: skip
"""Whole dollars of a gift and how often, by register."""


class Payee(NamedTuple):
    """Who gets gifts: how many come compared with others, from which day to which."""

    id: str
    weight: float
    first: str
    last: str


@cache
def repeats() -> tuple[int, ...]:
    """How many gifts a donor makes, at each of ``STEPS`` equal steps of chance."""
    weights = [k**-TAIL for k in range(1, MOST + 1)]
    total, shares = sum(weights), list(accumulate(weights))
    return tuple(bisect(shares, (i + 0.5) / STEPS * total) + 1 for i in range(STEPS))


@cache
def sums(register: str) -> tuple[int, ...]:
    """What a gift comes to, one entry a hundredth or so of all gifts."""
    return tuple(dollars for dollars, weight in SUMS[register] for _ in range(weight))


def gifts(seed: int, register: Register, total: int, payees: Sequence[Payee]) -> Iterator[Gift]:
    """``total`` gifts to these payees, always the same ones in the same order."""
    if not payees:
        return
    shares = list(accumulate(payee.weight for payee in payees))
    drawn, all_of_it = len(payees) - 1, shares[-1]
    days = [_days(payee.first, payee.last) for payee in payees]
    often, amounts = repeats(), sums(register)
    steps, n = len(amounts), 0
    for index in count():
        if n >= total:
            return
        draw = stream(seed, f"gifts {register}", index)
        random_ = draw.random
        made: list[tuple[int, int]] = []
        people = donors(seed, *_pool(register, index))
        for i in range(len(people)):
            first = min(bisect(shares, random_() * all_of_it), drawn)
            made.append((i, first))
            for _ in range(often[int(random_() * STEPS)] - 1):
                again = first if random_() < FAITHFUL else min(bisect(shares, random_() * all_of_it), drawn)
                made.append((i, again))
        draw.shuffle(made)
        for i, at in made[: total - n]:
            open_days = days[at]
            chance = random_()
            yield Gift(
                n, people[i], payees[at].id, register, amounts[int(random_() * steps)],
                open_days[int(chance * len(open_days))], random_() < REFUNDED,
            )  # fmt: skip
            n += 1


def _pool(register: Register, index: int) -> tuple[int, bool]:
    """Which block of donors the ``index``-th of a register is, and whether they live near the city."""
    if register == "fec":
        return index, False
    return (index // 3, False) if index % 3 == 0 else (OWN_POOL + index, True)


@cache
def _days(first: str, last: str) -> tuple[str, ...]:
    """Every day from one to the other."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return tuple((start + timedelta(days=i)).isoformat() for i in range((end - start).days + 1))


ALL_YEARS: Final = (f"{YEARS[0]}-01-01", f"{YEARS[-1]}-12-31")
"""The first and the last day on which anybody gives."""
