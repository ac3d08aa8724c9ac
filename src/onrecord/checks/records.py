"""The book as the checks read it: sources with their coverage, names resolved, and the rows about them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Protocol

from onrecord.book.book import CURRENT_LINKS
from onrecord.checks import queries
from onrecord.checks.campaigns import Standing
from onrecord.checks.naming import levelled
from onrecord.checks.rows import Fact, Figure, Link, Resolution, Side, Total, fact_of, link_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.book.book import Book, SourceRow
    from onrecord.checks.compare import Window

TIERS: Final = ("identifier", "name", "alias", "acronym")
"""Ways in which a name may be resolved for a verdict, the strictest first. Likeness ("fuzzy") is not among them."""
MOST: Final = 2_000
"""Links read for one question. Totals are added up in the book, not from these."""
RECEIVED: Final = frozenset(("contribution",))
"""Kinds of link whose record may name, beside the party that the link is to, the committee that got the money."""
PUBLIC_ROLES: Final = ("candidate", "officer", "treasurer", "registrant", "lobbyist", "subject", "object")
"""Roles of a mention that make it public; a casebook (subject, object) names only people in public roles."""


class Candidate(Protocol):
    """One entity that a name may stand for."""

    @property
    def entity_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def schema(self) -> str: ...
    @property
    def how(self) -> str: ...


class Finder(Protocol):
    """Finds entities by name; ``onrecord.identity.lookup.Lookup`` is the one in use."""

    def find(self, name: str, *, include_private: bool = False) -> Sequence[Candidate]:
        """The entities that ``name`` may stand for, best first; private people only where they are asked for."""
        ...


class Records:
    """The read-only face of a book. Every answer is read once and kept for the checks of one run."""

    def __init__(self, book: Book, finder: Finder | None = None) -> None:
        self._book = book
        self._finder = finder if finder is not None else _lookup(book)
        self._resolved: dict[str, Resolution] = {}
        self._answers: dict[str, list[dict[str, Any]]] = {}

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
        if not name:
            return Resolution("")
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name)
        return self._resolved[name]

    def among(self, name: str | None, entities: frozenset[str]) -> Resolution:
        """What ``name`` stands for where the claim asks for one of these entities: a name that several bear is then
        the one of them that there is."""
        whole = self.resolve(name)
        if not whole.ambiguous or not name:
            return whole
        fits = [c for c in self._finder.find(name) if c.how in TIERS and c.entity_id in entities]
        if len({c.entity_id for c in fits}) != 1:
            return whole
        one = fits[0]
        names = tuple(dict.fromkeys((name, one.name)))
        return Resolution(name, (one.entity_id,), names, how=one.how, schema=one.schema, public=True)

    def donors(self, own: Resolution) -> list[Resolution]:
        """The private donor of a name that a story gives, if the records know just one of that name.

        What is then said of the record names nobody ("an individual donor"): the story did, the book does not.
        """
        if own.ambiguous or not own.name:
            return []
        found = self._finder.find(own.name, include_private=True)
        ids = {
            c.entity_id for c in found if c.how in TIERS and c.schema == "Person" and not self._is_public(c.entity_id)
        }
        return [Resolution(own.name, tuple(ids), (own.name,), how="name", schema="Person")] if len(ids) == 1 else []

    def _resolve(self, name: str) -> Resolution:
        found = self._finder.find(name)
        alike = tuple(dict.fromkeys(c.name for c in found if c.how not in TIERS and c.schema != "Person"))[:3]
        best = next(([c for c in found if c.how == tier] for tier in TIERS if any(c.how == tier for c in found)), [])
        ids = tuple(dict.fromkeys(c.entity_id for c in best))
        if len(ids) != 1:
            named = tuple(dict.fromkeys(c.name for c in best))
            schema = "Person" if any(c.schema == "Person" for c in best) else None
            options = named if len(named) > 1 and schema is None else ()
            public = any(self._is_public(entity) for entity in ids)
            return Resolution(name, (), (name,), len(ids) > 1, options, alike, schema=schema, public=public)
        one = best[0]
        names = tuple(dict.fromkeys((name, one.name)))
        public = self._is_public(one.entity_id)
        return Resolution(name, ids, names, alike=alike, how=one.how, schema=one.schema, public=public)

    def _is_public(self, entity_id: str) -> bool:
        rows = self._ask(queries.PUBLIC.format(entity=_text(entity_id), roles=_list(PUBLIC_ROLES)))
        return bool(rows and rows[0]["public"])

    @cached_property
    def candidates(self) -> frozenset[str]:
        """Everybody whom a register of political money lists as a candidate."""
        kinds = ("contribution", "independent_expenditure")
        sources = [source.source_id for source in self.with_links(kinds)]
        return frozenset(row["entity_id"] for row in self._ask(queries.CANDIDATES.format(sources=_list(sources))))

    def voted(self, metrics: Sequence[str]) -> frozenset[str]:
        """Everybody for whom votes are counted under these metrics."""
        return frozenset(row["entity_id"] for row in self._ask(queries.VOTED.format(metrics=_list(metrics))))

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """The candidates that registers of gifts list, once for each name and note."""
        sources = [source.source_id for source in self.with_links(("contribution",))]
        rows = self._ask(queries.STANDING.format(sources=_list(sources)))
        return tuple(Standing(row["entity_id"], row["name"], row["detail"] or "") for row in rows)

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of every casebook; the same row in two copies of a casebook is one fact."""
        sides = self._sides()
        facts = (fact_of(row, sides) for row in self._ask("SELECT * FROM fact ORDER BY source_id, fact_id"))
        return tuple({(fact.fact_id, fact.statement): fact for fact in facts}.values())

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
        ids = _list(source.source_id for source in sources)
        time = queries.AT_TIME.format(start=_text(claimed[0] or ""), end=_text(claimed[1] or "9"))
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
            metrics=_list(metrics), entities=_list(subject.entities), most=MOST
        )
        return [Figure(**row) for row in self._ask(sql)]

    def rivals(self, figure: Figure) -> list[float]:
        """What the others have in the same count of the same contest."""
        same = {name: getattr(figure, name) for name in ("source_id", "metric", "contest", "date", "as_of")}
        count = " AND ".join(f"{k} IS NULL" if v is None else f"{k} = {_text(v)}" for k, v in same.items())
        sql = queries.RIVALS.format(count=count, entity=_text(figure.subject_entity or ""))
        return [row["value"] for row in self._ask(sql)]

    def addresses(self, party: Resolution) -> list[dict[str, Any]]:
        """The addresses on record for a resolved party, one a place and source."""
        if not party.known:
            return []
        return self._ask(queries.ADDRESSES.format(entities=_list(party.entities)))

    def details(self, party: Resolution) -> list[dict[str, Any]]:
        """What registers note about a resolved party (committee type, form, tax status)."""
        if not party.known:
            return []
        return self._ask(queries.DETAILS.format(entities=_list(party.entities)))

    def repeated_posts(self) -> list[dict[str, Any]]:
        """For each source of posts: how many there are, and how often the most repeated text occurs."""
        return self._ask(queries.REPEATED)

    # ── inside ───────────────────────────────────────────────────────────────────────────────────────────────────

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
        return [row["source_id"] for row in self._ask(queries.NAMED_IN.format(entities=_list(party.entities)))]

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
        return text.format(current=_current(where), where=where, most=MOST, roles=_list(PUBLIC_ROLES))

    def _where(self, kinds: Sequence[str], subject: Sequence[Resolution], object: Sequence[Resolution]) -> str | None:
        """SQL for the links wanted, or None where a named side is not known: an unknown party has no links."""
        tests = [f"kind IN ({_list(kinds)})"]
        sources = self.with_links(kinds)
        for column, side in (("subject_mention", subject), ("object_mention", object)):
            entities = [entity for party in side if party.known for entity in party.entities]
            if side and not self.that_know(sources, side):
                return None
            if entities:
                test = f"{column} IN (SELECT mention_id FROM identity WHERE entity_id IN ({_list(entities)}))"
                if column == "object_mention" and RECEIVED & set(kinds):
                    # A register of gifts to candidates names the committee that got the money beside the candidate.
                    test = f"({test} OR {queries.RECEIVED.format(entities=_list(entities))})"
                tests.append(test)
        return " AND ".join(tests)


def _current(where: str) -> str:
    """``CURRENT_LINKS`` over the records that a question touches: dedupes a handful of rows, not sixty million."""
    touched = f"FROM (SELECT * FROM link WHERE locator IN (SELECT locator FROM link WHERE {where})) AS link"
    return CURRENT_LINKS.replace("FROM link", touched, 1)


def _gathered(rows: list[dict[str, Any]]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for row in rows:
        words.setdefault(row["source_id"], set()).add(row["word"])
    return words


def _text(value: str) -> str:
    quoted = value.replace("'", "''")
    return f"'{quoted}'"


def _list(values: Iterable[str]) -> str:
    return ", ".join(_text(value) for value in values) or "''"


def _lookup(book: Book) -> Finder:
    from onrecord.identity.lookup import Lookup

    return Lookup(book)
