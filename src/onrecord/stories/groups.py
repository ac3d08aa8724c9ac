"""Names that only describe others: peoples, faiths, parties and their like, told from grammar alone.

"Kestrian voters", "a Harborite", "the Meadowist mayor": a name that nowhere in the story acts or is acted on, and only
ever stands before a small noun, is nobody's name but a word for a group of people. No list of peoples or creeds is
kept, because any list would treat those on it unlike those who are not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stories.kinds import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.parse import Parsed, Token

BEFORE_NOUNS = ("compound", "amod", "nmod")
OPEN = ("unknown", "person", "group")
"""Kinds that grammar may overrule: those that form alone did not settle."""


def with_groups(view: str, sentences: Sequence[Parsed]) -> list[Parsed]:
    """The sentences, with the kind ``group`` for every name that only describes others."""
    uses: dict[str, list[tuple[Parsed, Token]]] = defaultdict(list)
    for parsed, token in _named(sentences):
        if token.mention is not None:
            uses[token.mention.name].append((parsed, token))
    groups = {name for name, places in uses.items() if _describes(view, places)}
    return [_regrouped(view, parsed, groups) for parsed in sentences]


def _named(sentences: Sequence[Parsed]) -> Iterator[tuple[Parsed, Token]]:
    return ((parsed, token) for parsed in sentences for token in parsed if token.mention is not None)


def _describes(view: str, places: Sequence[tuple[Parsed, Token]]) -> bool:
    kinds = {t.mention.kind for _, t in places if t.mention}
    if not kinds <= set(OPEN):
        return False
    return "group" in kinds or all(_attributive(view, parsed, token) for parsed, token in places)


def _attributive(view: str, parsed: Parsed, token: Token) -> bool:
    """Whether a name stands straight before a small noun, or in a list that does ("Kestrian and Ansel voters")."""
    if view[token.end : token.end + 1] == "'":
        return False
    head = parsed[token.head]
    while token.dep == "conj" and head.mention is not None:
        token, head = head, parsed[head.head]
    return token.dep in BEFORE_NOUNS and head.i > token.i and head.mention is None and head.text[:1].islower()


def _regrouped(view: str, parsed: Parsed, groups: set[str]) -> Parsed:
    """The sentence with its describing names as they stand: they are nobody's short forms."""
    return replace(
        parsed, tokens=tuple(_as_group(view, t) if t.mention and t.mention.name in groups else t for t in parsed)
    )


def _as_group(view: str, token: Token) -> Token:
    m = token.mention
    assert m is not None
    return replace(token, mention=Mention(m.start, m.end, " ".join(view[m.start : m.end].split()), "group"))
