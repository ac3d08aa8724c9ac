"""The book as the checks read it: sources with their coverage, names resolved, and the rows about them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from onrecord.book.book import CURRENT_LINKS
from onrecord.checks import queries
from onrecord.checks.campaigns import Standing
from onrecord.checks.naming import levelled
from onrecord.checks.queries import listed, quoted
from onrecord.checks.resolving import PUBLIC_ROLES, Names
from onrecord.checks.rows import Fact, Figure, Link, Resolution, Side, Total, fact_of, link_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.book.book import Book, SourceRow
    from onrecord.checks.compare import Window
    from onrecord.checks.resolving import Finder

MOST: Final = 2_000
"""Links read for one question. Totals are added up in the book, not from these."""
RECEIVED: Final = frozenset(("contribution",))
"""Kinds of link whose record may name, beside the party that the link is to, the committee that got the money."""


class Records:
    """The read-only face of a book. Every answer is read once and kept for the checks of one run."""

    def __init__(self, book: Book, finder: Finder | None = None) -> None:
        self._book = book
        self._answers: dict[str, list[dict[str, Any]]] = {}
        self.names = Names(finder if finder is not None else _lookup(book), self._ask)

    # ── sources ──────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def sources(self) -> dict[str, SourceRow]:
        """Every source by its id."""
        return {source.source_id: source for source in self._book.sources()}

    def casebooks(self) -> list[SourceRow]:
        """The sources that state facts."""
        stated = {fact.source_id for fact in self.facts}
        return [source for source in self.sources.values() if source.source_id in stated]

    def with_links(self, kinds: Iterable[str]) -> list[SourceRow]:
        """The sources that hold links of these kinds: the ones that could answer a question about them."""
        wanted = set(kinds)
        return [source for source in self.sources.values() if self._kinds.get(source.source_id, set()) & wanted]

    def with_figures(self, metrics: Iterable[str]) -> list[SourceRow]:
        """The sources that hold figures of these metrics."""
        wanted = set(metrics)
        return [source for source in self.sources.values() if self._metrics.get(source.source_id, set()) & wanted]

    def with_addresses(self) -> list[SourceRow]:
        """The sources that give addresses."""
        rows = self._ask("SELECT DISTINCT source_id FROM mention WHERE address IS NOT NULL")
        wanted = {row["source_id"] for row in rows}
        return [source for source in self.sources.values() if source.source_id in wanted]

    def that_know(self, sources: Iterable[SourceRow], parties: Sequence[Resolution]) -> list[SourceRow]:
        """Those of ``sources`` that name one of these parties: a filing can answer only for the parties in it."""
        named = {source_id for party in parties for source_id in self._sources_of(party)}
        return [source for source in sources if source.source_id in named]

    def registers(self, formats: Sequence[str]) -> list[SourceRow]:
        """The sources whose format has one of these names."""
        return [source for source in self.sources.values() if source.format in formats]

    # ── names ────────────────────────────────────────────────────────────────────────────────────────────────────

    def resolve(self, name: str | None) -> Resolution:
        """What ``name`` stands for: the one entity of the strictest way that finds any, or several to choose from."""
        return self.names.resolve(name)

    @cached_property
    def candidates(self) -> frozenset[str]:
        """Everybody whom a register of political money lists as a candidate."""
        kinds = ("contribution", "independent_expenditure")
        sources = [source.source_id for source in self.with_links(kinds)]
        return frozenset(row["entity_id"] for row in self._ask(queries.CANDIDATES.format(sources=listed(sources))))

    def voted(self, metrics: Sequence[str]) -> frozenset[str]:
        """Everybody for whom votes are counted under these metrics."""
        return frozenset(row["entity_id"] for row in self._ask(queries.VOTED.format(metrics=listed(metrics))))

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """The candidates that registers of gifts list, once for each name and note."""
        sources = [source.source_id for source in self.with_links(("contribution",))]
        rows = self._ask(queries.STANDING.format(sources=listed(sources)))
        return tuple(Standing(row["entity_id"], row["name"], row["detail"] or "") for row in rows)

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of every casebook; the same row in two copies of a casebook is one fact."""
        sides = self._sides()
        facts = (fact_of(row, sides) for row in self._ask("SELECT * FROM fact ORDER BY source_id, fact_id"))
        return tuple({(fact.fact_id, fact.statement): fact for fact in facts}.values())

    def places(self, party: Resolution) -> list[str]:
        """Where casebooks place a party: the places of the facts that name it."""
        keys = (*party.entities, *(f"={levelled(name)}" for name in party.names or (party.name,)))
        return list(dict.fromkeys(place for key in keys for place in self._placed.get(key, ())))

    def has_party(self, name: str) -> bool:
        """Whether some fact names a party exactly so."""
        return levelled(name) in self._party_names

    def links(
        self, kinds: Sequence[str], *, subject: Sequence[Resolution] = (), object: Sequence[Resolution] = ()
    ) -> list[Link]:
        """The links of these kinds from any of ``subject`` to any of ``object``; an empty side is open."""
        where = self._where(kinds, subject, object)
        return [link_of(row) for row in self._ask(self._sql(queries.LINKS, where))] if where else []

    def acting(
        self, kinds: Sequence[str], *, subject: Sequence[Resolution] = (), object: Sequence[Resolution] = ()
    ) -> set[str]:
        """The sources that hold a link of these kinds from one of ``subject``, or to one of ``object``."""
        where = self._where(kinds, subject, object)
        rows = self._ask(f"SELECT DISTINCT source_id FROM link WHERE {where} ORDER BY source_id") if where else []
        return {row["source_id"] for row in rows}

    def counterparts(
        self,
        kind: str,
        sources: Sequence[SourceRow],
        claimed: Window,
        *,
        subject: Sequence[Resolution] = (),
        object: Sequence[Resolution] = (),
    ) -> list[tuple[str | None, str]]:
        """Who stands at the other end of these parties' links in these sources, at a time or undated: entity and name
        as filed. For comparing names; they are not to be shown."""
        where = self._where((kind,), subject, object)
        if where is None:
            return []
        end = "object_mention" if subject else "subject_mention"
        ids = listed(source.source_id for source in sources)
        time = queries.AT_TIME.format(start=quoted(claimed[0] or ""), end=quoted(claimed[1] or "9"))
        sql = queries.COUNTERPARTS.format(end=end, where=where, sources=ids, time=time)
        return [(row["entity_id"], row["name"]) for row in self._ask(sql)]

    def totals(
        self, kinds: Sequence[str], *, subject: Sequence[Resolution] = (), object: Sequence[Resolution] = ()
    ) -> list[Total]:
        """What the links of these kinds add up to, by source and year, after the register's own netting."""
        where = self._where(kinds, subject, object)
        return [Total(**row) for row in self._ask(self._sql(queries.TOTALS, where))] if where else []

    def figures(self, subject: Resolution, metrics: Sequence[str], *, added: bool) -> list[Figure]:
        """The figures of a resolved subject; ``added`` sums the places that one count is split into."""
        if not subject.known:
            return []
        sql = (queries.SUMMED if added else queries.SINGLE).format(
            metrics=listed(metrics), entities=listed(subject.entities), most=MOST
        )
        return [Figure(**row) for row in self._ask(sql)]

    def rivals(self, figure: Figure) -> list[float]:
        """What the others have in the same count of the same contest."""
        same = {name: getattr(figure, name) for name in ("source_id", "metric", "contest", "date", "as_of")}
        count = " AND ".join(f"{k} IS NULL" if v is None else f"{k} = {quoted(v)}" for k, v in same.items())
        sql = queries.RIVALS.format(count=count, entity=quoted(figure.subject_entity or ""))
        return [row["value"] for row in self._ask(sql)]

    def addresses(self, party: Resolution) -> list[dict[str, Any]]:
        """The addresses on record for a resolved party, one a place and source."""
        if not party.known:
            return []
        return self._ask(queries.ADDRESSES.format(entities=listed(party.entities)))

    def details(self, party: Resolution) -> list[dict[str, Any]]:
        """What registers note about a resolved party (committee type, form, tax status)."""
        if not party.known:
            return []
        return self._ask(queries.DETAILS.format(entities=listed(party.entities)))

    def repeated_posts(self) -> list[dict[str, Any]]:
        """For each source of posts: how many there are, and how often the most repeated text occurs."""
        return self._ask(queries.REPEATED)

    # ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _placed(self) -> dict[str, list[str]]:
        """The places of facts by the entity of a party, and by its name levelled behind "="."""
        placed = defaultdict(list)
        for fact in self.facts:
            for side in (*fact.subjects, *fact.objects) if fact.place else ():
                for key in filter(None, (side.entity_id, levelled(side.name) and f"={levelled(side.name)}")):
                    placed[key].append(fact.place)
        return placed

    @cached_property
    def _party_names(self) -> frozenset[str]:
        return frozenset(levelled(side.name) for fact in self.facts for side in (*fact.subjects, *fact.objects))

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        return _gathered(self._ask("SELECT DISTINCT source_id, kind AS word FROM link"))

    @cached_property
    def _metrics(self) -> dict[str, set[str]]:
        return _gathered(self._ask("SELECT DISTINCT source_id, metric AS word FROM measure"))

    def _sources_of(self, party: Resolution) -> list[str]:
        if not party.known:
            return []
        return [row["source_id"] for row in self._ask(queries.NAMED_IN.format(entities=listed(party.entities)))]

    def _sides(self) -> dict[tuple[str, str, str], tuple[Side, ...]]:
        sides: dict[tuple[str, str, str], tuple[Side, ...]] = {}
        for row in self._ask(queries.SIDES):
            key = row["source_id"], row["fact_id"], row["side"]
            sides[key] = (*sides.get(key, ()), Side(row["name"], row["entity_id"]))
        return sides

    def _ask(self, sql: str) -> list[dict[str, Any]]:
        """The answer to one SQL text; the same question about the same party comes up claim after claim."""
        if sql not in self._answers:
            self._answers[sql] = self._book.rows(sql)
        return self._answers[sql]

    def _sql(self, text: str, where: str) -> str:
        return text.format(current=CURRENT_LINKS, where=where, most=MOST, roles=listed(PUBLIC_ROLES))

    def _where(self, kinds: Sequence[str], subject: Sequence[Resolution], object: Sequence[Resolution]) -> str | None:
        """SQL for the links wanted, or None where a named side is not known: an unknown party has no links."""
        tests = [f"kind IN ({listed(kinds)})"]
        sources = self.with_links(kinds)
        for column, side in (("subject_mention", subject), ("object_mention", object)):
            entities = [entity for party in side if party.known for entity in party.entities]
            if side and not self.that_know(sources, side):
                return None
            if entities:
                test = f"{column} IN (SELECT mention_id FROM identity WHERE entity_id IN ({listed(entities)}))"
                if column == "object_mention" and RECEIVED & set(kinds):
                    # A register of gifts to candidates names the committee that got the money beside the candidate.
                    test = f"({test} OR {queries.RECEIVED.format(entities=listed(entities))})"
                tests.append(test)
        return " AND ".join(tests)


def _gathered(rows: list[dict[str, Any]]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for row in rows:
        words.setdefault(row["source_id"], set()).add(row["word"])
    return words


def _lookup(book: Book) -> Finder:
    from onrecord.identity.lookup import Lookup

    return Lookup(book)
