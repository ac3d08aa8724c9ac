"""The truth of a made-up world, written beside its records: who every name is, what adds up to what, who is tied to
whom.

    mentions.csv   file, locator, role, name, entity_id, number: every mention that the records make, as the book has
                   them; ``number`` is the register's for somebody whom a record gives by number and not by name
    totals.csv     register, kind, payer, payee, year, amount, records, support: money that counts in totals
    entities.csv   entity_id, schema, name, kind, origin, family: everybody, donors included
    ties.csv       subject, relation, object, date_from, date_to

In ``totals`` the payer ``*`` is everybody who paid the payee, the payee ``*`` everybody whom the payer paid. Money
goes from payer to payee and is positive, a refund too. A gift to a candidate's federal committee stands once with the
committee and, where a record names the candidate, once more with the candidate: never add the two.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from onrecord.synth.lines import Lines, quoted

if TYPE_CHECKING:
    from onrecord.synth.records.parties import Parties
    from onrecord.synth.world import Person

EVERYBODY: Final = "*"
Key = tuple[str, str, str, str, str, str]


class Seen:
    """Which numbered things were there before: one bit a number, and a plain set for ids without a number.

    Ten million donors are ten million bits, where a set of their ids would be a gigabyte.
    """

    def __init__(self) -> None:
        self._bits: dict[str, bytearray] = {}
        self._others: set[str] = set()

    def first(self, name: str) -> bool:
        """Whether this id was never asked about before."""
        head = name.rstrip("0123456789")
        digits = name[len(head) :]
        if not digits or len(digits) > 9 or str(int(digits)).zfill(len(digits)) != digits:
            new = name not in self._others
            self._others.add(name)
            return new
        at, bit = divmod(int(digits), 8)
        bits = self._bits.setdefault(f"{head}/{len(digits)}", bytearray())
        if at >= len(bits):
            bits.extend(bytes(at + 1 - len(bits) + len(bits) // 2))
        new = not bits[at] >> bit & 1
        bits[at] |= 1 << bit
        return new


class Truth:
    """The truth as it is being written. Use it as a context; leaving it writes the totals.

    ``told`` is told now and then how many mentions there are.
    """

    def __init__(self, folder: Path, told: Callable[[int], None] | None = None) -> None:
        self.mentions = Lines(folder / "mentions.csv", "file,locator,role,name,entity_id,number", flushed=told)
        self.entities = Lines(folder / "entities.csv", "entity_id,schema,name,kind,origin,family")
        self.ties = Lines(folder / "ties.csv", "subject,relation,object,date_from,date_to")
        self._totals = Lines(folder / "totals.csv", "register,kind,payer,payee,year,amount,records,support")
        self._money: dict[Key, list[int]] = {}
        self._seen = Seen()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        if kind is None:
            for key, (amount, records) in sorted(self._money.items()):
                register, what, payer, payee, year, support = key
                self._totals.add(f"{register},{what},{payer},{payee},{year},{amount},{records},{support}")
        for lines in (self.mentions, self.entities, self.ties, self._totals):
            lines.close()

    def mention(self, file: str, locator: str, role: str, name: str, entity: str) -> None:
        """One mention: where the book finds it, the name as filed, and whose it is."""
        self.mentions.add(f"{file},{locator},{role},{quoted(name)},{entity},")

    def numbered(self, file: str, locator: str, role: str, number: str, entity: str) -> None:
        """One mention by number alone: a record may name two committees so, which only their numbers tell apart."""
        self.mentions.add(f"{file},{locator},{role},,{entity},{number}")

    def entity(self, who: str, schema: str, name: str, kind: str, origin: str = "", family: str = "") -> None:
        """One entity, the first time that it is told."""
        if self._seen.first(who):
            self.entities.add(f"{who},{schema},{quoted(name)},{kind},{origin},{quoted(family) if family else ''}")

    def donor(self, person: Person) -> None:
        """A person who is known by gifts alone."""
        if self._seen.first(person.id):
            self.entities.add(f"{person.id},Person,{quoted(person.name)},donor,{person.origin},")

    def money(self, register: str, kind: str, payer: str, payee: str, day: str, amount: int, support: str = "") -> None:
        """An amount that counts in the totals of a year."""
        self._add((register, kind, payer, payee, day[:4], support), amount)
        self._add((register, kind, EVERYBODY, payee, day[:4], support), amount)
        self._add((register, kind, payer, EVERYBODY, day[:4], support), amount)

    def pair(self, register: str, kind: str, payer: str, payee: str, day: str, amount: int) -> None:
        """An amount counted already, once more for another name of its payee: a candidate for a campaign."""
        self._add((register, kind, payer, payee, day[:4], ""), amount)
        self._add((register, kind, EVERYBODY, payee, day[:4], ""), amount)

    def received(self, register: str, kind: str, payee: str, day: str, amount: int) -> None:
        """An amount from somebody who is no principal."""
        self._add((register, kind, EVERYBODY, payee, day[:4], ""), amount)

    def returned(self, register: str, payer: str, day: str, amount: int) -> None:
        """A refund to somebody who is no principal."""
        self._add((register, "refund", payer, EVERYBODY, day[:4], ""), amount)

    def _add(self, key: Key, amount: int) -> None:
        held = self._money.get(key)
        if held is None:
            self._money[key] = [amount, 1]
        else:
            held[0] += amount
            held[1] += 1


def principals(truth: Truth, parties: Parties) -> None:
    """Write the people and organizations of a world as entities, and the ties between them."""
    for person in parties.world.people.values():
        truth.entity(person.id, "Person", person.name, "person", person.origin)
    for body in parties.world.organizations.values():
        truth.entity(body.id, "Organization", body.name, body.kind, "", body.family or "")
    for tie in _ties(parties):
        truth.ties.add(",".join(tie))


def _ties(parties: Parties) -> Iterator[tuple[str, str, str, str, str]]:
    """Who is tied to whom, in the words of the book's link kinds, and two more: same_address, same_family."""
    world = parties.world
    bodies = list(world.organizations.values())
    for body in bodies:
        for office in body.offices:
            yield office.person, "officer", body.id, str(office.first_year), str(office.last_year)
        if body.parent:
            yield body.parent, "connected_organization", body.id, str(body.founded), ""
        if body.fec_id and (treasurer := parties.treasurer(body)):
            yield treasurer, "treasurer", body.id, "", ""
    for candidate in world.candidates:
        yield candidate.person, "candidate_committee", candidate.committee, "", ""
    for row in world.registrations:
        yield row.registrant, "representation", parties.named(row.principal)[0], row.first_day, row.last_day or ""
    yield from _pairs("same_address", {b.id: (b.place.street, b.place.city, b.place.state) for b in bodies})
    yield from _pairs("same_family", {b.id: b.family for b in bodies if b.family})


def _pairs(relation: str, shared: Mapping[str, Hashable]) -> Iterator[tuple[str, str, str, str, str]]:
    """Every two that share a thing, each pair once."""
    groups: dict[Hashable, list[str]] = {}
    for who, thing in shared.items():
        groups.setdefault(thing, []).append(who)
    for group in groups.values():
        for one, other in combinations(group, 2):
            yield one, relation, other, "", ""
