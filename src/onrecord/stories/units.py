"""What a count counts: the noun behind a number, "150,000 South Asian and Indo-Caribbean voters" -> voters.

The noun may stand behind a few describing words. Nothing is guessed: a capitalised plural (a party, a nationality) is
no unit, and if no plural noun is in reach the unit stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.stories.lexicon import lexicon
from onrecord.stories.numbers import GAP

_REACH: Final = 7  # words: four that describe, with "and" between them, and the noun
_OF: Final = re.compile(rf"{GAP}of(?:{GAP}(?:the|its|their|his|her|these|those|our))?(?={GAP}[A-Za-z])")
_WORD: Final = re.compile(rf"(?:{GAP})(?P<word>[A-Za-z][\w'’.-]*?)(?=[,.;:!?\"”)—–]|['’](?!\w)|\s|$)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A counted noun, in the plural. ``known``: listed, not merely plural in form. ``adjacent``: the very next word."""

    noun: str
    end: int
    known: bool
    adjacent: bool


def unit_after(view: str, end: int, limit: int, *, singular: bool = False) -> Unit | None:
    """The noun, before ``limit``, that a number ending at ``end`` counts; ``singular`` for the number one."""
    of = _OF.match(view, end, limit)
    if of and singular:
        return None  # "one of the cities" counts nothing
    words = list(_run(view, of.end() if of else end, limit))
    for place, (word, stop) in enumerate(words):
        following = words[place + 1][0] if place + 1 < len(words) else ""
        if noun := _noun(word, following, singular=singular):
            return Unit(noun, stop, noun in known_nouns(), adjacent=place == 0 and of is None)
    return None


def _run(view: str, end: int, limit: int) -> Iterator[tuple[str, int]]:
    """The words behind ``end`` that can belong to one noun phrase, each with its end."""
    stop_words = _stop_words()
    for _ in range(_REACH):
        match = _WORD.match(view, end, limit)
        if match is None or match["word"].lower() in stop_words:
            return
        end = match.end("word")
        yield match["word"], end
        if view[end : end + 1] not in (" ", "\n", "\u00a0"):
            return


def _noun(word: str, following: str, *, singular: bool) -> str | None:
    lower = word.lower()
    if singular:
        return _plural_of().get(lower)
    if lower in known_nouns():
        return None if following.lower() in known_nouns() else _same_as(lower)
    if not lower.endswith("s") or lower.endswith(tuple(lexicon("quantities")["nouns"]["stop"]["not_plural_endings"])):
        return None
    if word[0].isupper() or following.lower() in known_nouns():
        return None
    return lower


def _same_as(noun: str) -> str:
    same: dict[str, str] = lexicon("quantities")["nouns"]["same_as"]
    return same.get(noun, noun)


@cache
def known_nouns() -> frozenset[str]:
    """Plural nouns that are counted, from the list."""
    nouns = lexicon("quantities")["nouns"]
    return frozenset(nouns["counted"]) | frozenset(nouns["irregular"])


@cache
def _plural_of() -> dict[str, str]:
    singular: dict[str, str] = lexicon("quantities")["nouns"]["singular"]
    return {singular.get(noun, noun.removesuffix("s")): noun for noun in known_nouns()}


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(lexicon("quantities")["nouns"]["stop"]["words"])
