"""The rows of the book as the checks see them: facts, links, totals and figures, with their sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from onrecord.checks.compare import Window, window
from onrecord.checks.naming import without_aside

if TYPE_CHECKING:
    from onrecord.intervals import Interval
    from onrecord.vocabulary import Grade

PRIVATE_PERSON: Final = "a private individual"
"""What stands for a person without a public role, in every sentence of a verdict."""
PUBLIC_KINDS: Final = (
    "officer",
    "treasurer",
    "candidate_committee",
    "connected_organization",
    "registration",
    "representation",
)
"""Links whose parties hold a public role by the record itself."""


@dataclass(frozen=True, slots=True)
class Side:
    """One party of a fact: the name as the casebook writes it, and the entity it was resolved to."""

    name: str
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a casebook. Amounts are in ``unit``; empty dates and lineages are empty strings."""

    fact_id: str
    source_id: str
    locator: str
    kind: str
    subject: str
    relation: str
    object: str
    interval: Interval
    unit: str
    date_from: str
    date_to: str
    place: str
    statement: str
    grade: Grade
    publisher: str
    lineage: str
    note: str = ""
    published: str = ""
    subjects: tuple[Side, ...] = ()
    objects: tuple[Side, ...] = ()

    @property
    def origin(self) -> str:
        """Whose account it is: its lineage, else its own publisher, else the row itself."""
        return self.lineage or self.publisher or self.locator

    @property
    def account(self) -> str:
        """The one publication that the fact comes from: as its lineage names it, else publisher and day."""
        return self.lineage or " ".join(filter(None, (without_aside(self.publisher), self.published))) or self.locator

    @property
    def window(self) -> Window:
        """The stretch that the fact speaks of; with one date only, that date."""
        if self.date_from and not self.date_to:
            return window(self.date_from, self.date_from)
        return window(self.date_from, self.date_to)

    @property
    def has_figure(self) -> bool:
        """Whether the fact states an amount."""
        return self.interval != (None, None)


@dataclass(frozen=True, slots=True)
class Link:
    """One relation that a register states between two parties, each shown by a name that may be printed."""

    source_id: str
    locator: str
    kind: str
    subject: str
    object: str
    subject_entity: str | None
    object_entity: str | None
    amount: float | None
    date: str | None
    date_from: str | None
    date_to: str | None
    purpose: str | None
    support: str | None
    netted: bool

    @property
    def day(self) -> str | None:
        """When it happened, as far as the record says."""
        return self.date or self.date_to or self.date_from


@dataclass(frozen=True, slots=True)
class Total:
    """What one source adds up for a party in one year: netted amounts, how many records, of how many givers."""

    source_id: str
    year: str | None
    amount: float
    rows: int
    first: str | None
    last: str | None
    locator: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One counted figure of a register, added up over the places it is counted in."""

    source_id: str
    locator: str
    subject: str
    subject_entity: str | None
    metric: str
    value: float
    unit: str
    contest: str | None
    date: str | None
    as_of: str | None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name in a claim stands for in this book.

    ``entities`` holds the one entity it was resolved to; it is empty where the name is unknown, and where it could be
    several (``ambiguous``, with ``options`` to choose from). ``names`` are the spellings that may be compared with a
    casebook's. ``how`` is the way it was found (identifier, name, alias, acronym). ``alike`` are names on record that
    are merely similar: for display, never for a verdict.
    """

    name: str
    entities: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ambiguous: bool = False
    options: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    how: str | None = None
    schema: str | None = None
    public: bool = False

    @property
    def known(self) -> bool:
        """Whether the name stands for exactly one entity."""
        return len(self.entities) == 1 and not self.ambiguous

    @property
    def shown(self) -> str:
        """The name as it may be printed: a private person is never named."""
        return PRIVATE_PERSON if self.schema == "Person" and not self.public else self.name


def fact_of(row: dict[str, Any], sides: dict[tuple[str, str, str], tuple[Side, ...]]) -> Fact:
    """A row of the table ``fact`` with its parties; a row without any names them in its own text, parted by ";"."""
    key = row["source_id"], row["fact_id"]
    text: tuple[str, ...] = (
        "subject",
        "relation",
        "object",
        "unit",
        "date_from",
        "date_to",
        "place",
        "publisher",
        "lineage",
        "note",
        "published",
    )
    return Fact(
        **{name: row[name] for name in ("fact_id", "source_id", "locator", "kind", "statement", "grade")},
        **dict[str, Any]({name: row[name] or "" for name in text}),
        interval=(row["low"], row["high"]),
        subjects=sides.get((*key, "subject"), ()) or _split(row["subject"]),
        objects=sides.get((*key, "object"), ()) or _split(row["object"]),
    )


def _split(names: str | None) -> tuple[Side, ...]:
    return tuple(Side(name.strip()) for name in (names or "").split(";") if name.strip())


def link_of(row: dict[str, Any]) -> Link:
    """A row of the table ``link``. A private person's name never leaves it."""
    row, public = dict(row), row["kind"] in PUBLIC_KINDS
    for side in ("subject", "object"):
        private = row.pop(f"{side}_private")
        row[side] = PRIVATE_PERSON if private and not public else row[side] or "an unnamed party"
    return Link(**row | {"netted": row["netted"] is not False})
