"""The contract of a record format, and the registry of the formats that we read.

To add a format, write one module here with one class, add it to ``FORMATS`` below, give it a fictional fixture and a
test of the same name, and a page in ``docs/formats``. The class says four things:

``name``, ``title``, ``publisher``, ``official``
    what people call it (``--as NAME``), what it is, who publishes it, where the official layout is described
``recognizes(opened)``
    whether the content (never the file's name alone) is in this format
``read(opened, intake)``
    load the raw rows, quarantine what cannot be read, insert the rest; returns how many rows were read and what they
    cover. Every row of the file ends in the book or in quarantine: none is lost in silence.
``record(opened, where)``
    the raw record behind one locator of this source, for ``show`` and for the receipts of a dossier
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, cast

from onrecord.errors import FormatError

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.opened import Opened
    from onrecord.vocabulary import Coverage


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave: rows of the format's own kind, coverage as the file shows it, notes for a person."""

    rows_read: int
    coverage: Coverage
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One raw record: its fields in the file's own names and order, and the text as it stands in the file."""

    fields: tuple[tuple[str, str], ...]
    text: str


class Format(Protocol):
    """One public-record format."""

    name: ClassVar[str]
    title: ClassVar[str]
    publisher: ClassVar[str]
    official: ClassVar[str]

    def recognizes(self, opened: Opened) -> bool:
        """Whether the content is in this format."""
        ...

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Write all that the file states into the book through ``intake``."""
        ...

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The raw record at ``where`` (the part of a locator after ``#``), or None."""
        ...


FORMATS: Final = (
    "casebook:Casebook",
    "fara:Registrants",
    "fara:ForeignPrincipals",
    "nyc_cfb:Contributions",
    "nyc_elections:ElectionDistricts",
    "openelections:Precincts",
    "irs_990:Returns",
    "posts:Posts",
    "fec_committees:Committees",
    "fec_candidates:Candidates",
    "fec_linkages:Linkages",
    "fec_summaries:CandidateSummaries",
    "fec_summaries:CommitteeSummaries",
    "fec_individuals:Individuals",
    "fec_transactions:Transactions",
    "fec_candidate_gifts:CandidateGifts",
    "fec_expenditures:Expenditures",
)
"""``module:class`` of every format, the most distinctive first; modules are imported when they are first asked for."""


def formats() -> tuple[Format, ...]:
    """One instance of every format."""
    return tuple(_load(entry) for entry in FORMATS)


def _load(entry: str) -> Format:
    module, _, name = entry.partition(":")
    return cast("Format", getattr(import_module(f"onrecord.sources.{module}"), name)())


def named(name: str) -> Format:
    """The format called ``name``; FormatError lists the names there are."""
    for candidate in formats():
        if candidate.name == name:
            return candidate
    raise FormatError(f"no format is called {name!r}", advice="one of: " + ", ".join(f.name for f in formats()))


def recognize(opened: Opened) -> Format:
    """The format of a file, told from its content; FormatError if none knows it."""
    for candidate in formats():
        if candidate.recognizes(opened):
            return candidate
    line = opened.first_line[:60]
    raise FormatError(
        f"no record format begins like this: {line!r}",
        path=opened.path,
        advice="--as FORMAT names one; docs/formats lists them",
    )
