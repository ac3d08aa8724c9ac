"""The names that a story may contain, in the form in which a story prints them.

Organizations and people in public roles only: a private person's name never leaves the book this way.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from onrecord.identity.names import FORMS, PARENTHESES, PERSONAL, normalize
from onrecord.identity.rules import ROLES, any_of
from onrecord.vocabulary import GazetteerEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.book.book import Book

Gazetteer = tuple[GazetteerEntry, ...]

NAMES: Final = f"""
SELECT entity_name.name AS name, min(schema) AS schema, entity_name.entity_id AS entity_id, min(acts) AS acts
FROM entity_name JOIN entity USING (entity_id)
JOIN (SELECT entity_id, bool_or(coalesce(role IN {any_of(ROLES["public"])}, FALSE)) AS acts
      FROM identity JOIN mention USING (mention_id) GROUP BY entity_id) AS part USING (entity_id)
WHERE public_role AND kind <> 'acronym' GROUP BY entity_name.name, entity_name.entity_id
ORDER BY max(mentions) DESC, name, entity_id
"""
"""Every public name; ``acts``: whether a record names the bearer for itself, and not only as paid or giving."""

SHORTEST: Final = 4
SHARED: Final = 5
"""A single word that more names than these contain ("Victory") is a common word, and no name by itself.

Nor is the name of a shop ("Target") that was only ever paid: a story that writes it may mean the word.
"""
LEGAL: Final = re.compile(rf"[,\s]+(?:{'|'.join(sorted(FORMS['legal'], key=len, reverse=True))})\.?$", re.IGNORECASE)
SUFFIX: Final = re.compile(rf"[,\s]+(?:{'|'.join(PERSONAL['suffixes'])})\.?$", re.IGNORECASE)
CAPITALS: Final = frozenset({"pac", "usa", "us"})


def gazetteer(book: Book) -> Gazetteer:
    """The names of organizations and of people in public roles, one entry a name, the most recorded bearer first."""
    rows = book.rows(NAMES)
    common = _common_words(row["name"] for row in rows)
    found: dict[tuple[str, str], GazetteerEntry] = {}
    for row in rows:
        for name in printed(row["name"], row["schema"]):
            if is_nameable(name, row["schema"], common) and (row["acts"] or " " in name):
                found.setdefault(
                    (name.casefold(), row["entity_id"]), GazetteerEntry(name, row["schema"], row["entity_id"])
                )
    return tuple(found.values())


def _common_words(names: Iterable[str]) -> frozenset[str]:
    counts = Counter(word for name in names for word in set(name.casefold().split()))
    return frozenset(word for word, count in counts.items() if count > SHARED)


def printed(name: str, schema: str) -> Iterator[str]:
    """The forms in which a story may print a name on file."""
    if schema == "Person":
        yield from _person_printed(name)
        return
    plain = " ".join(PARENTHESES.sub(" ", name).split())
    short = plain
    while LEGAL.search(short):
        short = LEGAL.sub("", short)
    for form in map(readable, dict.fromkeys((short, plain))):
        yield form
        if " & " in form:
            yield form.replace(" & ", " and ")
        elif " and " in form:
            yield form.replace(" and ", " & ")


def _person_printed(name: str) -> Iterator[str]:
    family, comma, given = SUFFIX.sub("", name).partition(",")
    family = SUFFIX.sub("", family)
    words = (
        [w for w in given.replace(",", " ").split() if normalize(w) not in PERSONAL["beside"]]
        if comma
        else family.split()
    )
    if comma and words:
        yield readable(" ".join((*words, family)))
        yield readable(f"{words[0]} {family}")
    elif len(words) > 1:
        yield readable(" ".join(words))
        yield readable(f"{words[0]} {words[-1]}")


def readable(name: str) -> str:
    """A name in full capitals with capitals only where a story has them; any other name as it is."""
    if not name.isupper():
        return name
    return " ".join(_readable_word(word, first=i == 0) for i, word in enumerate(name.split()))


def _readable_word(word: str, *, first: bool) -> str:
    low = word.lower()
    if low in FORMS["small"] and not first:
        return low
    if low in CAPITALS or not re.search("[aeiouy]", low):
        return word
    if word.isalpha():
        return word.capitalize()
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?", lambda m: m[0].capitalize(), word)


def is_nameable(name: str, schema: str, common: frozenset[str]) -> bool:
    """Whether a story that contains these words must mean the name: no common word, no description, no number."""
    words = name.split()
    if len(name) < SHORTEST or (len(words) == 1 and name.casefold() in common):
        return len(words) == 1 and len(name) == SHORTEST - 1 and name.isupper()
    if schema == "Person":
        return len(words) > 1
    if schema != "LegalEntity":
        return True
    described = any(word[0].islower() and normalize(word) not in FORMS["small"] for word in words)
    return not (described or "," in name or not words[0][0].isupper())
