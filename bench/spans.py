"""Which claims of a reader stand where the claims of a truth stand.

One to one, best overlap first: spans that share at least half of their union, those of the same type before others;
then, for the claims still open, a claim that covers at least half of the truth's span. Slots decide only between
pairs that are equal in all that: two gifts in one sentence, told apart by who gave. What a claim says is never a reason
not to pair it: a claim misread is a claim read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

HALF = 0.5


class Placed(Protocol):
    """A claim of either side: where it stands, in code points, its type, and its parties."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def subject(self) -> str | None: ...
    @property
    def object(self) -> str | None: ...


def shared(a: Placed, b: Placed) -> int:
    """How many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def union_share(a: Placed, b: Placed) -> float:
    """Shared characters as a part of all that the two spans cover: from 0 to 1."""
    common = shared(a, b)
    return common / ((a.end - a.start) + (b.end - b.start) - common) if common else 0.0


def cover(truth: Placed, ours: Placed) -> float:
    """Which part of the truth's span ours covers: from 0 to 1."""
    return shared(truth, ours) / max(truth.end - truth.start, 1)


def pairs(truth: Sequence[Placed], ours: Sequence[Placed]) -> dict[int, int]:
    """The index of our claim by the index of the truth's claim, for those that could be paired."""
    scored = []
    for t, told in enumerate(truth):
        for o, given in enumerate(ours):
            overlap, covered = union_share(told, given), cover(told, given)
            if overlap >= HALF or covered >= HALF:
                same, near = told.type == given.type, _slots(told, given)
                scored.append(((overlap < HALF, not same, -round(overlap, 6), -near, t, o), t, o))
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, t, o in sorted(scored):
        if t not in paired and o not in taken:
            paired[t] = o
            taken.add(o)
    return paired


def nearest(given: Placed, truth: Sequence[Placed]) -> int | None:
    """The truth's claim that one of ours repeats or cuts a piece from; None where it stands on ground of its own.

    For claims of ours that stayed alone: a sentence read twice is judged by what the truth says of it, each time.
    """
    found = [
        (union_share(told, given), t)
        for t, told in enumerate(truth)
        if max(union_share(told, given), cover(told, given), cover(given, told)) >= HALF
    ]
    return max(found, key=lambda pair: (pair[0], -pair[1]))[1] if found else None


def _slots(told: Placed, given: Placed) -> int:
    """How many of the parties are the same name."""
    sides = ((told.subject, given.subject), (told.object, given.object))
    return sum(a is not None and b is not None and a.casefold() == b.casefold() for a, b in sides)
