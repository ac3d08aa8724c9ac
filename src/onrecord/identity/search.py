"""Search for names in the book: who there is, how often, in which sources. Private people are counted, not named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.identity.lookup import Lookup, best
from onrecord.identity.names import normalize, organization_key

if TYPE_CHECKING:
    from onrecord.book.book import Book
    from onrecord.identity.lookup import Candidate

CONTAINED: Final = 0.9
"""How far a name that contains every word searched for counts, beside one on file that equals it."""

COUNTS: Final = """
WITH wanted AS (SELECT entity_id, mention_id FROM identity WHERE entity_id IN ({ids})),
counted AS (
    SELECT entity_id, 'link' AS what, count(DISTINCT kind || ' ' || CASE WHEN contains(locator, '=') THEN locator
        ELSE source_id || ' ' || locator || ' ' || link_id END) AS n, NULL AS source FROM (
        SELECT entity_id, link.* FROM wanted JOIN link ON subject_mention = wanted.mention_id
        UNION ALL SELECT entity_id, link.* FROM wanted JOIN link ON object_mention = wanted.mention_id)
    GROUP BY entity_id
    UNION ALL
    SELECT entity_id, 'measure', count(*), NULL FROM wanted JOIN measure ON subject_mention = wanted.mention_id
    GROUP BY entity_id
    UNION ALL
    SELECT entity_id, 'fact', count(DISTINCT source_id || '#' || fact_id), NULL
    FROM wanted JOIN fact_party USING (mention_id) GROUP BY entity_id
    UNION ALL
    SELECT entity_id, 'mention', count(*), source_id FROM wanted JOIN mention USING (mention_id)
    GROUP BY entity_id, source_id)
SELECT * FROM counted ORDER BY entity_id, what, source
"""
"""What the book holds on an entity; a record with a register's own key counts once, in however many files it stands."""

PRIVATE: Final = """
SELECT count(DISTINCT entity_id) AS n FROM entity_name JOIN entity USING (entity_id) WHERE NOT public_role AND {tests}
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One entity that a search found: its name, how it was found, and what the book holds on it.

    The last hit of a search may stand for all the private people whose names match: it has no ``entity_id``, its
    ``how`` is ``"counted"``, and ``mentions`` is their number.
    """

    entity_id: str | None
    name: str
    schema: str
    how: str
    score: float
    mentions: int
    links: int = 0
    measures: int = 0
    facts: int = 0
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.entity_id is None:
            return self.name
        counts = [(self.mentions, "mention"), (self.links, "link"), (self.measures, "measure"), (self.facts, "fact")]
        words = ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in counts if n)
        return f"{self.name} ({self.schema}, {self.how}) · {words} · sources {', '.join(self.sources)}"


def search(book: Book, text: str, limit: int = 20) -> list[Hit]:
    """Entities whose names equal, contain, abbreviate to or resemble ``text``, best first, with what is on record."""
    words = organization_key(text).split()
    if not words:
        return []
    lookup = Lookup(book)
    found = best([*lookup.exact(text), *_containing(lookup, words)])
    found = best([*found, *(lookup.nearest(text, limit - len(found)) if len(found) < limit else ())])[:limit]
    return _hits(book, found) + _counted(book, normalize(text).split())


def _containing(lookup: Lookup, words: list[str]) -> list[Candidate]:
    """Entities that have every one of these words in one name."""
    entries = [entry for entry in lookup.sharing(words) if set(words) <= set(entry.key.split())]
    return [entry.candidate("alias", CONTAINED) for entry in entries]


def _hits(book: Book, found: list[Candidate]) -> list[Hit]:
    ids = ", ".join(f"'{candidate.entity_id}'" for candidate in found) or "''"
    counts: dict[tuple[str, str], int] = {}
    sources: dict[str, list[str]] = {}
    for row in book.rows(COUNTS.format(ids=ids)):
        counts[row["entity_id"], row["what"]] = row["n"]
        if row["source"]:
            sources.setdefault(row["entity_id"], []).append(row["source"])
    return [_hit(c, counts, tuple(sources.get(c.entity_id, ()))) for c in found]


def _hit(found: Candidate, counts: dict[tuple[str, str], int], sources: tuple[str, ...]) -> Hit:
    known = (found.entity_id, found.name, found.schema, found.how, found.score, found.mentions)
    links, measures, facts = (counts.get((found.entity_id, what), 0) for what in ("link", "measure", "fact"))
    return Hit(*known, links, measures, facts, sources)


def _counted(book: Book, words: list[str]) -> list[Hit]:
    """How many private people's names contain every word: a number, never a name."""
    tests = " AND ".join(f"contains(' ' || key || ' ', ' {word} ')" for word in words)
    n = book.rows(PRIVATE.format(tests=tests))[0]["n"]
    if not n:
        return []
    who = "1 private individual matches" if n == 1 else f"{n:,} private individuals match"
    return [Hit(None, f"{who}; use show on a receipt", "Person", "counted", 0.0, n)]
