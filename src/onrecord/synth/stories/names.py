"""How a name is printed: in full at first, then short, and never so that it could be another's."""

from __future__ import annotations

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
    """The names of one story: which have been introduced, and which short forms are nobody else's in it."""

    world: World
    cast: Iterable[str]
    seen: set[str] = field(default_factory=set)
    _taken: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for who in dict.fromkeys(self.cast):
            for word in self._words(who):
                self._taken[word] = self._taken.get(word, 0) + 1

    def printed(self, who: str, draw: random.Random) -> str:
        """The name as this place of the story prints it."""
        full = full_name(self.world, who) or who
        if who not in self.seen:
            short = self._short(who)
            if short and short.isupper() and draw.random() < 0.5:
                return f"{full} ({short})"
            return full
        short = self._short(who)
        if short is None or draw.random() < 0.3:
            return full
        return short

    def _short(self, who: str) -> str | None:
        """The surname of a person, the acronym or short name of a body, if no other name of the story holds it."""
        person, organization = self.world.people.get(who), self.world.organizations.get(who)
        if person is not None:
            return person.family if self._taken.get(person.family.casefold()) == 1 else None
        if organization is not None and organization.short:
            last = organization.short.casefold().split()[-1]
            return organization.short if self._taken.get(last, 0) <= 1 else None
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
