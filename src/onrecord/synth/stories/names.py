"""How a name is printed: in full at first, then short, and never so that a short form could be another's.

An acronym is used only once the story has put it in brackets behind the full name, and never if two bodies of the
world go by it. A full name may be two people's (father and son, strangers in two states): then it is for the verdict
to stay open, as ``expected`` has it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from onrecord.synth.world import World


def full_name(world: World, who: str | None) -> str | None:
    """The name of a principal as a story prints it at first; plain text stands for itself."""
    if who is None:
        return None
    if who in world.people:
        return world.people[who].name
    if who in world.organizations:
        return world.organizations[who].name
    return who


def possessive(name: str) -> str:
    """ "Lee's", "Rivas'"."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


@dataclass
class Naming:
    """The names of one story: which have been introduced, and which short forms are nobody else's in it; and which
    phrasings it has ``spent``."""

    world: World
    cast: Iterable[str]
    seen: set[str] = field(default_factory=set)
    introduced: set[str] = field(default_factory=set)
    spent: set[str] = field(default_factory=set)
    _taken: dict[str, int] = field(default_factory=dict)
    _bearers: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._bearers.update(body.short for body in self.world.organizations.values() if body.short)
        for who in dict.fromkeys(self.cast):
            for word in self._words(who):
                self._taken[word] = self._taken.get(word, 0) + 1

    def printed(self, who: str, draw: random.Random) -> str:
        """The name as this place of the story prints it."""
        full = full_name(self.world, who) or who
        short = self._short(who)
        if short is None:
            return full
        if who not in self.seen:
            return f"{full} ({short})" if who in self.world.organizations and draw.random() < 0.5 else full
        known = who in self.world.people or who in self.introduced
        return short if known and draw.random() < 0.7 else full

    def printed_in(self, text: str, parties: Iterable[str]) -> None:
        """Take note of what a sentence of the story has made known: its parties, and acronyms in brackets."""
        for who in parties:
            self.seen.add(who)
            if f"({self._short(who)})" in text:
                self.introduced.add(who)

    def _short(self, who: str) -> str | None:
        """The surname of a person, the acronym or short name of a body, if no other name of the story holds it."""
        person, organization = self.world.people.get(who), self.world.organizations.get(who)
        if person is not None:
            return person.family if self._taken.get(person.family.casefold()) == 1 else None
        if organization is not None and organization.short:
            last = organization.short.casefold().split()[-1]
            clear = self._taken.get(last, 0) <= 1 and self._bearers[organization.short] == 1
            return organization.short if clear else None
        return None

    def _words(self, who: str) -> set[str]:
        """Every word by which somebody could be called."""
        words = set((full_name(self.world, who) or who).casefold().split())
        organization = self.world.organizations.get(who)
        if organization is not None and organization.short:
            words |= set(organization.short.casefold().split())
        person = self.world.people.get(who)
        if person is not None:
            words.add(person.family.casefold())
        return words
