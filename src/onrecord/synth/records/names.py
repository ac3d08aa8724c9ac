"""How the layouts write a name: people as "Family, Given M.", on tax returns as "Given M. Family", with the noise of
filers; organizations as their filers write them. A register's own lists (masters, recipients) have the full name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.synth.noise import filed_person

if TYPE_CHECKING:
    from onrecord.synth.world import Person, World


def listed(person: Person) -> str:
    """``Family, Given Middle Jr.``: as a register's own list has a person."""
    return " ".join(filter(None, (f"{person.family},", person.given, person.middle, person.suffix)))


def spoken(person: Person, n: int) -> str:
    """``Given M. Family Jr.``: as a tax return prints a person, every other time with the middle initial."""
    initial = f"{person.middle[0]}." if person.middle and n & 1 else ""
    return " ".join(filter(None, (person.given, initial, person.family, person.suffix)))


class Filed:
    """Names as a register's records write them one after the other: the first record of a party is its ``n`` = 0."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._records: Counter[str] = Counter()

    def listed(self, who: str, *, upper: bool = True) -> str:
        """A person as "Family, Given M.", an organization as its filers write it."""
        person, n = self._world.people.get(who), self._next(who)
        if person is not None:
            return filed_person(person, n, upper=upper)
        name = self._world.filed(who, n)
        return name.upper() if upper else name

    def spoken(self, who: str) -> str:
        """A person as "Given M. Family", an organization as its filers write it; in capitals."""
        person, n = self._world.people.get(who), self._next(who)
        return (spoken(person, n) if person is not None else self._world.filed(who, n)).upper()

    def _next(self, who: str) -> int:
        self._records[who] += 1
        return self._records[who] - 1
