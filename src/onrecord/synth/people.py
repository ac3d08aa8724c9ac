"""People: principals, drawn one by one and kept, and donors, drawn in blocks and never kept.

A donor follows from a number: block ``number // BLOCK`` is drawn from a stream of its own, so that any donor can be
drawn anew without those before. Donors of both registers come from one pool of numbers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onrecord.synth import names, places
from onrecord.synth.draw import deck, stream, words
from onrecord.synth.world import Person, Place

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

BLOCK: Final = 2_048
"""Donors drawn together."""
WITHOUT_EMPLOYER: Final = 0.22
EMPLOYERS: Final = 3_000
NEAR: Final = 0.8
"""Share of the city register's own donors who live in its state."""


class Society:
    """The people in public roles while a world is being built: nobody has the name of another unless it is meant."""

    def __init__(self, seed: int) -> None:
        self.people: dict[str, Person] = {}
        self._seed = seed
        self._decks: dict[str, Iterator[str]] = {}
        self._streams: dict[str, random.Random] = {}
        self._named: set[tuple[str, str]] = set()

    def add(self, role: str, home: Place | None = None, state: str | None = None, employer: str = "") -> Person:
        """Somebody new in a role. Roles are streams of their own, and each deals the origins evenly."""
        draw = self._stream(role)
        origin = next(self._decks.setdefault(role, deck(stream(self._seed, f"origins {role}"), names.origins())))
        given, middle, family, suffix = names.drawn(draw, origin)
        while (given, family) in self._named:
            given, middle, family, suffix = names.drawn(draw, origin)
        at = home or places.drawn(draw, state)
        works_for, work = _work(draw)
        return self._keep(given, middle, family, suffix, origin, at, employer or works_for, work)

    def namesake(self, of: Person, role: str, suffix: str = "", state: str | None = None) -> Person:
        """Somebody else of the same name: a parent or a child at the same address, or a stranger in another state."""
        draw = self._stream(f"namesake {role}")
        kept = names.by_origin()[of.origin].given
        middle = of.middle if suffix else draw.choice([name for name in kept if name not in (of.middle, of.given)])
        home = places.drawn(draw, state) if state else of.home
        works_for, work = _work(draw)
        return self._keep(of.given, middle, of.family, suffix, of.origin, home, works_for, work)

    def _keep(
        self, given: str, middle: str, family: str, suffix: str, origin: str, home: Place, employer: str, work: str
    ) -> Person:
        self._named.add((given, family))
        person = Person(
            f"p{len(self.people) + 1:05d}", given, middle, family, suffix, origin, home, employer, work
        )  # fmt: skip
        self.people[person.id] = person
        return person

    def _stream(self, role: str) -> random.Random:
        return self._streams.setdefault(role, stream(self._seed, f"people {role}"))


def _work(draw: random.Random) -> tuple[str, str]:
    """An employer and an occupation."""
    table = words("occupations")
    if draw.random() < WITHOUT_EMPLOYER:
        employer, occupation = draw.choice(table["without"])
        return employer, occupation
    stems = words("organizations")["stems"]
    stem = f"{draw.choice(stems['front'].split())}{draw.choice(stems['back'].split())}"
    return f"{stem.upper()} {draw.choice(table['employer_kinds'])}", draw.choice(table["occupations"])


def donors(seed: int, block: int, near: bool) -> list[Person]:
    """The donors of one block. ``near``: most of them live in the state of the city register."""
    random_ = stream(seed, "donors", block).random
    lists, towns, street_names = names.lists(), places.cities(), _street_names()
    home_towns = places.cities_in(places.HOME_STATE)
    employers, jobs, without = _employers(seed), words("occupations")["occupations"], words("occupations")["without"]
    found: list[Person] = []
    for number in range(block * BLOCK, (block + 1) * BLOCK):
        chosen = lists[int(random_() * len(lists))]
        given_names, family_names = chosen.given, chosen.family
        given = given_names[int(random_() * len(given_names))]
        middle = given_names[int(random_() * len(given_names))]
        family = family_names[int(random_() * len(family_names))]
        u = random_()
        if u < names.COMPOUND:
            other = family_names[int(u / names.COMPOUND * len(family_names))]
            family = f"{family}-{other}" if other != family and "-" not in family else family
        suffix = names.SUFFIXES[int((1 - u) / names.SUFFIXED * 4)] if u > 1 - names.SUFFIXED else ""
        around = home_towns if near and random_() < NEAR else towns
        city, state, prefix = around[int(random_() * len(around))]
        where, which, job = random_(), random_(), random_()
        street = f"{int(where * 1900) + 1} {street_names[int(random_() * len(street_names))]}"
        if which < WITHOUT_EMPLOYER:
            employer, occupation = without[int(job * len(without))]
        else:
            employer, occupation = employers[int(which * len(employers))], jobs[int(job * len(jobs))]
        home = Place(street, city, state, f"{prefix}{int(where * 10)}")
        middle = "" if middle == given else middle
        found.append(
            Person(f"d{number:09d}", given, middle, family, suffix, chosen.origin, home, employer, occupation)
        )  # fmt: skip
    return found


def _street_names() -> tuple[str, ...]:
    table = words("places")["names"]
    return tuple(f"{name} {kind}" for name in table["streets"] for kind in table["street_kinds"])


@lru_cache(maxsize=4)
def _employers(seed: int) -> tuple[str, ...]:
    """Where donors work: a few thousand invented employers of this world."""
    draw, stems = stream(seed, "employers"), words("organizations")["stems"]
    front, back, kinds = stems["front"].split(), stems["back"].split(), words("occupations")["employer_kinds"]
    return tuple(f"{draw.choice(front)}{draw.choice(back)} {draw.choice(kinds)}".upper() for _ in range(EMPLOYERS))
