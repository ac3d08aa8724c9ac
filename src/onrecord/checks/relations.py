"""When two relation words say the same thing, and which way they point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.checks.wordlists import wordlist


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation word, levelled: what it says, whether it denies it, whether it is told from the receiver's end."""

    word: str
    denied: bool = False
    reversed: bool = False


@cache
def relation(word: str | None) -> Relation:
    """The levelled form of one relation word."""
    plain = (word or "").strip().casefold().replace(" ", "_").replace("-", "_")
    denials = _table("denials")
    if plain in denials:
        return Relation(denials[plain], denied=True)
    return Relation(_same().get(plain, plain), reversed=plain in _table("reversed")["words"])


def is_mutual(word: str) -> bool:
    """Whether a levelled relation holds both ways."""
    return word in _table("mutual")["words"]


def shows(recorded: str, claimed: str) -> bool:
    """Whether a levelled relation on record is the claimed one, or a closer one that implies it."""
    return recorded == claimed or claimed in _table("implies").get(recorded, [])


def titles_in(text: str) -> tuple[frozenset[str], ...]:
    """The titles that a relation or a filing gives, each as its set of words: "founder and president" is two."""
    plain = _unhyphened(text.strip().casefold().removesuffix("_of").replace("_", " "))
    joined = plain
    for join in _table("title_words")["joins"]:
        joined = joined.replace(join, "|")
    split = [part.split() for part in joined.split("|")]
    nouns = set(_table("title_words")["nouns"])
    several = len(split) > 1 and all(nouns.intersection(part) for part in split)
    titles = [" ".join(part) for part in split] if several else [joined.replace("|", " ")]
    return tuple(words for title in titles if (words := _title(title)))


def same_title(claimed: str, recorded: str) -> bool:
    """Whether every title claimed is among those on record, word for word: a director is no executive director."""
    asked = titles_in(claimed)
    return bool(asked) and set(asked) <= set(titles_in(recorded))


def rung(word: str | None) -> str | None:
    """The rung of the ladder from complaint to conviction on which a relation stands; None if on none."""
    plain = (word or "").strip().casefold().replace(" ", "_").replace("-", "_")
    return next((name for name, words in _table("ladder")["words"].items() if plain in words), None)


def reaches(recorded: str, claimed: str) -> bool:
    """Whether a rung on record shows a claimed rung: it is the same, or a higher one that presupposes it."""
    ladder = _table("ladder")
    if recorded == claimed:
        return True
    if recorded in ladder["self_only"] or claimed in ladder["self_only"]:
        return False
    return bool(ladder["rungs"].index(recorded) > ladder["rungs"].index(claimed))


def rung_in_words(name: str) -> str:
    """A rung as a reader would call it."""
    return str(_table("ladder")["shown"][name])


def _unhyphened(text: str) -> str:
    """ "Secretary-treasurer" is two words, as filings write it either way; "co-founder" is one."""
    return re.sub(r"\bco[- ]", "co", text).replace("-", " ")


def _title(text: str) -> frozenset[str]:
    idle, short = _table("title_words")["idle"], _table("titles")
    words = text.replace(".", "").split()
    return frozenset(
        word for short_word in words for word in short.get(short_word, short_word).split() if word not in idle
    )


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = wordlist("relations")[name]
    return table


@cache
def _same() -> dict[str, str]:
    return {form: word for word, forms in _table("same").items() for form in forms}
