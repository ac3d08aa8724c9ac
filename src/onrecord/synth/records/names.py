"""How the layouts write a name: people as "FAMILY, GIVEN M", organizations in capitals, cut where a field is narrow.

A person who gives several times is not written in one way: with the middle name, with its initial, or without.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.synth.world import Person, World


def middle(person: Person, n: int) -> str:
    """The middle name as the ``n``-th record has it: in two of eight left out, in four its initial, in two whole."""
    which = n & 7
    if which < 2:
        return ""
    return person.middle[:1] if which < 6 else person.middle


def listed(person: Person, n: int) -> str:
    """``Family, Given M Jr``: as money records list a person."""
    between = middle(person, n)
    name = f"{person.family}, {person.given} {between}" if between else f"{person.family}, {person.given}"
    return f"{name} {person.suffix}" if person.suffix else name


def spoken(person: Person, n: int) -> str:
    """``Given M Family Jr``: as a tax return prints a person."""
    return " ".join(filter(None, (person.given, middle(person, n), person.family, person.suffix)))


class Filed:
    """Names as a register's records write them one after the other: the first record of a party is its ``n`` = 0."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._records: Counter[str] = Counter()

    def listed(self, who: str) -> str:
        """A person as "Family, Given M", an organization as its filers write it."""
        person = self._world.people.get(who)
        return listed(person, self._next(who)) if person else self._world.filed(who, self._next(who))

    def spoken(self, who: str) -> str:
        """A person as "Given M Family", an organization as its filers write it."""
        person = self._world.people.get(who)
        return spoken(person, self._next(who)) if person else self._world.filed(who, self._next(who))

    def _next(self, who: str) -> int:
        self._records[who] += 1
        return self._records[who] - 1
