"""What there is in a made-up world, as typed records. Everything else in this room is derived from these.

A world has few *principals* (candidates, organizations, officers, contests), held in memory, and as many *donors* as
its size asks for, never held: they are drawn anew, one after the other, whenever somebody goes through them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from onrecord.vocabulary import ClaimType

Kind = Literal["campaign", "party", "pac", "super_pac", "c3", "c4", "union", "company", "trade_body", "foreign_body"]
"""What an organization is by its filings."""
Register = Literal["fec", "nyc-cfb", "irs-990", "fara", "elections", "casebook"]
"""Whose records show a thing."""
Payment = Literal["contribution", "refund", "payment", "grant", "independent_expenditure", "transfer"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: a street address in a fictional city of a state (two letters), five-digit postcode."""

    street: str
    city: str
    state: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody. ``origin`` is the list that the name was drawn from: kept in the truth to measure evenness, in no
    record."""

    id: str
    given: str
    middle: str
    family: str
    suffix: str
    origin: str
    home: Place
    employer: str
    occupation: str

    @property
    def name(self) -> str:
        """As a story prints it: given and family name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Office:
    """A post in an organization: who holds it, its title as filed, yearly pay in whole dollars, the years."""

    person: str
    title: str
    pay: int
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class Organization:
    """A body. ``short`` is the name or acronym in use beside the legal ``name``, ``parent`` the organization whose arm
    it is, ``family`` the label that all organizations run as one share. ``revenue`` is whole dollars by tax year."""

    id: str
    name: str
    short: str | None
    kind: Kind
    place: Place
    ein: str | None
    fec_id: str | None
    family: str | None
    parent: str | None
    offices: tuple[Office, ...]
    revenue: tuple[tuple[int, int], ...]
    founded: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who stands in a contest: under which identifiers, for which party, with which committee."""

    person: str
    contest: str
    party: str
    fec_id: str | None
    cfb_id: str | None
    committee: str


@dataclass(frozen=True, slots=True)
class Contest:
    """An election: ``office`` and ``place`` as a story words them, its day (ISO), votes by candidate (person id), by
    round where there were rounds, registered voters and ballots cast."""

    id: str
    office: str
    place: str
    day: str
    year: int
    votes: tuple[tuple[str, int], ...]
    registered: int
    ballots: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money from one principal to another on one record. ``amount`` is positive whole dollars; a refund runs back.

    ``counts`` is whether the register's own rules count it in totals: not a memo item, not a double report.
    ``support`` is S or O for spending for or against ``whom`` (a candidate's person id), ``earmark`` the conduit's id.
    """

    id: str
    register: Register
    kind: Payment
    payer: str
    payee: str
    amount: int
    day: str
    counts: bool
    purpose: str
    support: Literal["S", "O"] | None = None
    whom: str | None = None
    earmark: str | None = None


@dataclass(frozen=True, slots=True)
class Registration:
    """A registration as a foreign agent: who, for whom (a principal's name), from which country, under which number."""

    number: str
    registrant: str
    principal: str
    country: str
    first_day: str
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Gift:
    """A contribution by a donor who is no principal. ``n`` numbers it from 0; everything about it follows from that."""

    n: int
    donor: Person
    payee: str
    register: Register
    amount: int
    day: str
    refunded: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that is so in the world, in the words of a claim: what a true sentence of a story would state.

    ``subject`` and ``object`` are ids, or plain text where no principal is meant (an unnamed body, a country, a law).
    ``relation`` is the reader's own word (``paid``, ``gave``, ``same_address_as``, ``executive_director_of`` …). A
    figure is ``value`` in ``unit``, for growth from ``start``. ``record`` names the register that shows it, None where
    no record of this world does. ``whole`` is whether that register is complete for the question and the time, so that
    its silence or its other figure rules a false variant out. ``words`` are those of a quotation, ``said_of`` what they
    are about.
    """

    id: str
    type: ClaimType
    relation: str
    subject: str
    object: str | None = None
    value: float | None = None
    unit: str | None = None
    start: float | None = None
    date_from: str | None = None
    date_to: str | None = None
    place: str | None = None
    record: Register | None = None
    whole: bool = False
    words: str | None = None
    said_of: str | None = None


class World(Protocol):
    """A world as its writers see it. ``build.build(seed, mentions)`` makes one."""

    seed: int
    mentions: int
    years: tuple[int, ...]
    people: dict[str, Person]
    organizations: dict[str, Organization]
    candidates: tuple[Candidate, ...]
    contests: tuple[Contest, ...]
    transfers: tuple[Transfer, ...]
    registrations: tuple[Registration, ...]
    statements: tuple[Statement, ...]

    def gifts(self, register: Register) -> Iterator[Gift]:
        """Every contribution of ordinary donors in one register (``fec`` or ``nyc-cfb``), always in the same order."""
        ...

    def filed(self, who: str, n: int) -> str:
        """The name of a principal as its ``n``-th record writes it: legal name, short name, spelling noise, a cut."""
        ...
