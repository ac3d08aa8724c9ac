"""What a question finds: witnesses (records with their bearing), what was searched, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from onrecord.checks.coverage import coverage_in_words
from onrecord.vocabulary import Evidence, Search

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.book.book import SourceRow
    from onrecord.checks.rows import Fact
    from onrecord.vocabulary import Grade

type Bearing = Literal["supports", "excludes", "context"]


@dataclass(frozen=True, slots=True)
class Witness:
    """One record that bears on a question.

    ``origin`` is whose account it is: all rows of one origin are one source. ``account`` is the publication that it
    comes from, where it comes from one. ``caveat`` says in how far the record
    speaks of something else than the claim ("the record speaks of 2022"). ``own_word`` marks a record of somebody's own
    saying, where the question is whether they said it.
    """

    evidence: Evidence
    origin: str
    caveat: str | None = None
    own_word: bool = False
    account: str = ""

    @property
    def stance(self) -> Bearing:
        """What the record does to the claim."""
        return self.evidence.stance

    def bearing(self, stance: Bearing, caveat: str | None = None) -> Witness:
        """The same record with another bearing."""
        return replace(self, evidence=replace(self.evidence, stance=stance), caveat=caveat or self.caveat)


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one family: witnesses in the order found, the searches made, and why it is open, if it is.

    ``missing`` completes the sentence of an unverified verdict; it never changes a status.
    """

    witnesses: tuple[Witness, ...] = ()
    searched: tuple[Search, ...] = ()
    missing: str | None = None

    def __add__(self, other: Finding) -> Finding:
        return Finding(self.witnesses + other.witnesses, self.searched + other.searched, self.missing or other.missing)


def from_fact(fact: Fact, stance: Bearing, caveat: str | None = None, *, own_word: bool = False) -> Witness:
    """A row of a casebook as a witness: its statement as written."""
    evidence = Evidence(fact.source_id, fact.locator, fact.grade, fact.lineage or None, fact.statement, stance)
    return Witness(evidence, fact.origin, caveat, own_word, fact.account)


def from_register(
    source: SourceRow,
    locator: str,
    says: str,
    stance: Bearing,
    caveat: str | None = None,
    *,
    grade: Grade = "primary_record",
) -> Witness:
    """A row of an official register as a witness; the register is its origin, however many copies there are."""
    return Witness(Evidence(source.source_id, locator, grade, None, says, stance), source.publisher, caveat)


def search(source: SourceRow, query: str, rows: int) -> Search:
    """One look into one source, its coverage in words."""
    return Search(source.source_id, coverage_in_words(source), query, rows)


def searches(sources: Iterable[SourceRow], query: str, found: Iterable[str]) -> tuple[Search, ...]:
    """One look into each of ``sources``; ``found`` holds the source id of every row that answered."""
    ids = list(found)
    return tuple(search(source, query, ids.count(source.source_id)) for source in sources)
