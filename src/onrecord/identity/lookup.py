"""From a name to the entities it can mean: by identifier, by any name on file, by acronym, or only by likeness.

What a check may rest on is an equal key; a name that is merely like another ("fuzzy") is there to be shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from onrecord.identity.names import given_acronyms, is_personal, normalize, organization_key, person_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.book.book import Book

How = Literal["identifier", "name", "alias", "acronym", "fuzzy"]
SCORES: Final[dict[How, float]] = {"identifier": 1.0, "name": 0.95, "alias": 0.9, "acronym": 0.7, "fuzzy": 0.6}
"""How far a match can be trusted, at most; a rank, not a probability."""
NEAREST: Final = 82.0
"""Likeness from 0 to 100 below which a name is not worth showing as the nearest."""
IDENTIFIER: Final = re.compile(r"^(?=.*\d)(?:[A-Z]\d[A-Z0-9]{7}|\d{2}-?\d{7}|[\w-]+:[\w-]+)$")
ACRONYM: Final = re.compile(r"^(?:[A-Z][A-Z0-9&]{2,9}|(?:[A-Z]\.){3,9}[A-Z]?)$")
COMMON: Final = 400
"""A word that this many names share says too little to begin a search for like names with."""

BY_NAME: Final = """
SELECT entity_id, key, entity_name.name AS filed, kind, entity.name AS name, schema, public_role, mentions
FROM entity_name JOIN entity USING (entity_id) WHERE {who} ORDER BY entity_id, key, kind
"""
BY_IDENTIFIER: Final = """
SELECT entity_id, entity.name AS name, entity.schema AS schema, public_role, mentions FROM entity
WHERE entity_id IN (SELECT entity_id FROM identity JOIN mention USING (mention_id)
    WHERE upper(fec_id) = '{text}' OR replace(ein, '-', '') = '{digits}' OR upper(registry_id) = '{text}')
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entity that a name may mean, how it was found, and how far that can be trusted (``score``, 0 to 1)."""

    entity_id: str
    name: str
    schema: str
    public_role: bool
    mentions: int
    score: float
    how: How


@dataclass(frozen=True, slots=True)
class Entry:
    """One key under which an entity can be found, and the name as filed that gives the key."""

    key: str
    filed: str
    kind: Literal["name", "alias", "acronym"]
    entity_id: str
    name: str
    schema: str
    public_role: bool
    mentions: int

    def candidate(self, how: How, likeness: float = 1.0) -> Candidate:
        """The entity as a candidate found in this way."""
        score = round(SCORES[how] * likeness, 3)
        return Candidate(self.entity_id, self.name, self.schema, self.public_role, self.mentions, score, how)


class Lookup:
    """Finds entities by name. Names are read from the book once, when the first one is asked for."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def find(self, name: str, limit: int = 8, *, include_private: bool = False) -> list[Candidate]:
        """The entities that ``name`` may mean, best first; merely like names only where nothing else is found.

        Private people are never returned unless ``include_private`` is true.
        """
        found = self.exact(name, include_private=include_private) or self.nearest(name, limit)
        return found[:limit]

    def exact(self, name: str, *, include_private: bool = False) -> list[Candidate]:
        """The entities that an identifier, a name on file or a proven acronym ties to ``name``."""
        keys = keys_of(name)
        named = [e for e in self._entries(keys, include_private) if e.kind != "acronym" and _agrees(name, e)]
        found = self._identified(name, include_private) + [e.candidate(_how(e)) for e in named]
        return best(found or [e.candidate("acronym") for e in self._proven(name)])

    def nearest(self, name: str, limit: int = 8) -> list[Candidate]:
        """The public names most like ``name``, for a person to look at."""
        from rapidfuzz import fuzz, process

        key = organization_key(name)
        entries = self.sharing(key.split())
        keys = [entry.key for entry in entries]
        ranked = process.extract(key, keys, scorer=fuzz.token_set_ratio, score_cutoff=NEAREST, limit=4 * limit)
        return best(entries[i].candidate("fuzzy", likeness / 100) for _, likeness, i in ranked)[:limit]

    def sharing(self, words: Iterable[str]) -> list[Entry]:
        """The public entries that share one of the rarer of these words."""
        known = sorted((word for word in set(words) if word in self._by_word), key=lambda w: len(self._by_word[w]))
        rare = [word for word in known if len(self._by_word[word]) < COMMON] or known[:1]
        return [self._public[i] for i in sorted({i for word in rare for i in self._by_word[word]})]

    def _identified(self, name: str, include_private: bool) -> list[Candidate]:
        text = name.strip().upper()
        if not IDENTIFIER.match(text):
            return []
        rows = self._book.rows(BY_IDENTIFIER.format(text=text, digits=text.replace("-", "")))
        score = SCORES["identifier"]
        return [
            Candidate(**row, score=score, how="identifier") for row in rows if row["public_role"] or include_private
        ]

    def _entries(self, keys: set[str], include_private: bool) -> list[Entry]:
        entries = [entry for key in keys for entry in self._by_key.get(key, ())]
        if include_private:
            wanted = ", ".join(f"'{key}'" for key in sorted(keys)) or "''"
            entries += self._read(f"NOT public_role AND key IN ({wanted})")
        return entries

    def _proven(self, name: str) -> list[Entry]:
        """Whom an acronym stands for: the one that gives it in its own name, else the only one with these initials."""
        if not ACRONYM.match(name.strip()):
            return []
        acronym = name.strip().replace(".", "")
        fits = [entry for entry in self._by_key.get(acronym, ()) if entry.kind == "acronym"]
        for group in ([entry for entry in fits if acronym in given_acronyms(entry.filed)], fits):
            if len({entry.entity_id for entry in group}) == 1:
                return group
        return []

    def _read(self, who: str) -> list[Entry]:
        return [Entry(**row) for row in self._book.rows(BY_NAME.format(who=who))]

    @cached_property
    def _public(self) -> list[Entry]:
        return self._read("public_role")

    @cached_property
    def _by_key(self) -> dict[str, list[Entry]]:
        by_key = defaultdict(list)
        for entry in self._public:
            by_key[entry.key].append(entry)
        return dict(by_key)

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        by_word = defaultdict(list)
        for i, entry in enumerate(self._public):
            for word in entry.key.split() if entry.kind != "acronym" else ():
                by_word[word].append(i)
        return dict(by_word)


def keys_of(name: str) -> set[str]:
    """Every key under which a name could stand in the book."""
    keys = {organization_key(name), normalize(name)}
    if is_personal(name):
        keys.add(person_name(name).key)
    return keys - {""}


def best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Each entity once, the best match first; among equals the one with more mentions."""
    kept: dict[str, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.score, -c.mentions, c.name, c.entity_id)):
        kept.setdefault(candidate.entity_id, candidate)
    return list(kept.values())


def _how(entry: Entry) -> How:
    return "name" if entry.kind == "name" else "alias"


def _agrees(name: str, entry: Entry) -> bool:
    """Whether two names with one key can be one person's: no initial and no suffix against another."""
    if entry.schema not in ("Person", "LegalEntity") or entry.key == organization_key(name) == organization_key(
        entry.filed
    ):
        return True
    asked, filed = person_name(name), person_name(entry.filed)
    return all(not a or not b or a == b for a, b in ((asked.middle, filed.middle), (asked.suffix, filed.suffix)))
