"""Organizations while a world is being built: names that nobody else has, identifiers, officers, addresses."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.synth import places
from onrecord.synth.draw import YEARS, chance, deck, stream, words
from onrecord.synth.world import Office, Organization

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.synth.people import Society
    from onrecord.synth.world import Kind, Person, Place

FILES: Final = ("campaign", "party", "pac", "super_pac")
"""Kinds that file with the election register, under a number that begins with C."""
EXEMPT: Final = ("c3", "c4", "union", "trade_body")
"""Kinds that file tax returns as exempt organizations, under an employer's number."""
OFFICERS: Final = {
    "c3": 3, "c4": 3, "union": 3, "trade_body": 2, "company": 1, "pac": 1, "super_pac": 1, "party": 2, "campaign": 1,
    "foreign_body": 0,
}  # fmt: skip
PAY: Final = {"c3": 118_000, "c4": 96_000, "union": 104_000, "trade_body": 165_000, "company": 190_000}
"""What a first officer earns a year, in dollars, in the middle."""
SHARED: Final = 0.15
"""Share of officers who serve a second organization beside their own."""
SUCCESSION: Final = 0.18
"""Share of posts that pass to somebody else within the years."""


class Register:
    """The organizations so far. Ids and identifiers are dealt in order, so nothing depends on chance but names."""

    def __init__(self, seed: int, society: Society) -> None:
        self.organizations: dict[str, Organization] = {}
        self.society = society
        self._draw = stream(seed, "organizations")
        self._people_draw = stream(seed, "offices")
        self._stems = self._stem_deck(seed)
        self._names: set[str] = set()
        self._holders: list[str] = []

    def stem(self) -> str:
        """An invented word that stands for a group of organizations; the same comes back only when all were dealt."""
        return next(self._stems)

    def named(self, patterns: Sequence[str], **parts: object) -> str:
        """A name after one of these patterns that nobody has yet; a town is put behind it where all are taken."""
        for pattern in self._draw.sample(patterns, len(patterns)):
            name = pattern.format(**parts)
            if name not in self._names:
                return name
        town = f"{patterns[0].format(**parts)} of {self._draw.choice(places.cities())[0]}"
        return town if town not in self._names else f"{town} {len(self.organizations)}"

    def add(
        self,
        kind: Kind,
        name: str,
        *,
        place: Place | None = None,
        state: str | None = None,
        short: str | None = None,
        family: str | None = None,
        parent: str | None = None,
        offices: tuple[Office, ...] | None = None,
        files: bool | None = None,
    ) -> Organization:
        """Enter an organization. Without ``offices`` it gets officers of its own; ``files`` overrules its kind."""
        number = len(self.organizations) + 1
        id_, draw = f"o{number:05d}", self._draw
        at = place or (places.abroad(draw) if kind == "foreign_body" else places.drawn(draw, state, suite=0.4))
        files_there = kind in FILES if files is None else files
        founded = draw.randrange(1984, 2021)
        body = Organization(
            id=id_, name=name, short=short, kind=kind, place=at,
            ein=f"{10 + number % 89:02d}-{3_000_000 + number * 7 % 6_999_999:07d}" if kind in EXEMPT else None,
            fec_id=f"C00{700_000 + number:06d}" if files_there else None,
            family=family, parent=parent,
            offices=self.officers(kind, at.state) if offices is None else offices, revenue=(), founded=founded,
        )  # fmt: skip
        self._names.add(name)
        self.organizations[id_] = body
        return body

    def change(self, id_: str, **parts: object) -> Organization:
        """Put an organization in place of itself with some fields changed."""
        body: Organization = replace(self.organizations[id_], **parts)  # type: ignore[arg-type]
        self.organizations[id_] = body
        return body

    def officers(self, kind: Kind, state: str) -> tuple[Office, ...]:
        """Officers for an organization of a kind: mostly new people, some who serve elsewhere too."""
        draw, titles = self._people_draw, words("organizations")["kinds"][kind].get("titles", [])
        if titles and titles[0] == "EXECUTIVE DIRECTOR" and chance(draw, 0.35):
            titles = ["DIRECTOR", *titles[1:]]
        held: list[Office] = []
        for title in titles[: OFFICERS[kind]]:
            pay = round(PAY.get(kind, 0) * draw.uniform(0.6, 1.7) / (1 + len(held)), -2)
            first, last = YEARS[0], YEARS[-1]
            if chance(draw, SUCCESSION):
                change = draw.choice(YEARS[1:])
                held.append(Office(self._officer(state, held), title, int(pay), first, change - 1))
                first = change
            held.append(Office(self._officer(state, held), title, int(pay), first, last))
        return tuple(held)

    def _officer(self, state: str, held: Sequence[Office]) -> str:
        draw, taken = self._people_draw, {office.person for office in held}
        if self._holders and chance(draw, SHARED):
            known = draw.choice(self._holders)
            if known not in taken:
                return known
        person = self.society.add("officer", state=state or None)
        self._holders.append(person.id)
        return person.id

    def of_kind(self, *kinds: Kind) -> list[Organization]:
        """The organizations of these kinds, in the order in which they were entered."""
        return [body for body in self.organizations.values() if body.kind in kinds]

    def _stem_deck(self, seed: int) -> Iterator[str]:
        return deck(stream(seed, "stems"), stems())


@cache
def stems() -> tuple[str, ...]:
    """Every invented word that organizations are named after."""
    table = words("organizations")["stems"]
    avoid = {word.casefold() for word in table["avoid"].split()}
    towns = {name.casefold() for name, _, _ in places.cities()}
    made = [f"{front}{back}" for front in table["front"].split() for back in table["back"].split()]
    # Three of the same letter in a row ("Willlight") are no word.
    return tuple(
        word
        for word in made
        if word.casefold() not in avoid | towns and not any(c * 3 in word.casefold() for c in word)
    )


def acronym(name: str) -> str | None:
    """The initials of a name's words, of three letters or more; None where there are fewer."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if 3 <= len(letters) <= 6 else None


def campaign_name(register: Register, person: Person, office: str, year: int) -> str:
    """The name of a candidate's committee."""
    return register.named(
        words("organizations")["kinds"]["campaign"]["names"],
        family=person.family, given=person.given, office=_titled(office), year=year,
    )  # fmt: skip


def _titled(office: str) -> str:
    return " ".join(word.capitalize() for word in office.split())
