"""A claim as rows a reader understands: who, did what, whom, how much, when, where, according to whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from onrecord.dossier.amounts import amount, dates, unit
from onrecord.dossier.words import label, quoted
from onrecord.vocabulary import Attribution, Claim


@dataclass(frozen=True, slots=True)
class Slot:
    """One row: ``key`` is the field of the claim, ``name`` what a reader calls it, ``value`` what the story says."""

    key: str
    name: str
    value: str


def slots(claim: Claim) -> tuple[Slot, ...]:
    """Return the filled slots of ``claim`` in reading order. Loaded terms come last: they play no part in a verdict."""
    filled = ((key, value_of(claim, key)) for key in _IN_WORDS if key not in _IN_PAIRS_ONLY)
    return tuple(Slot(key, label(key, "slot"), value) for key, value in filled if value)


def value_of(claim: Claim, key: str) -> str:
    """Return one slot of ``claim`` in words, or an empty string where the story leaves it open."""
    in_words = _IN_WORDS.get(key)
    return in_words(claim) if in_words else ""


def chain(attribution: tuple[Attribution, ...]) -> str:
    """Return "according to whom" in words, innermost source first."""
    return ", as told by ".join(f"{_source(link)} ({quoted(link.cue)})" for link in attribution)


def _source(link: Attribution) -> str:
    return link.source or label(link.kind, "attribution")


def _subject(claim: Claim) -> str:
    return claim.subject or ("not named" if claim.checkable else "")


def _loaded(claim: Claim) -> str:
    return " · ".join(quoted(term) for term in claim.loaded_terms)


_IN_WORDS: Final[dict[str, Callable[[Claim], str]]] = {
    "subject": _subject,
    "candidates": lambda c: " or ".join(c.candidates),
    "relation": lambda c: label(c.relation, "relation") if c.relation else "",
    "object": lambda c: c.object or "",
    "quantity": lambda c: f"{amount(c.quantity)}, worded {quoted(c.quantity.text)}" if c.quantity else "",
    "period": lambda c: dates(c.period) if c.period else "",
    "place": lambda c: c.place or "",
    "words": lambda c: quoted(c.words) if c.words else "",
    "said_of": lambda c: c.said_of or "",
    "attribution": lambda c: chain(c.attribution) or ("the story itself" if c.checkable else ""),
    "hedged": lambda c: "yes, the story does not state it outright" if c.hedged else "",
    "negated": lambda c: "yes, the story says that it is not so" if c.negated else "",
    "loaded_terms": _loaded,
    "type": lambda c: label(c.type, "type"),
    "unit": lambda c: unit(c.quantity) if c.quantity else "",
}
_IN_PAIRS_ONLY: Final = ("type", "unit")  # a card shows both elsewhere; two tellings may differ in them
