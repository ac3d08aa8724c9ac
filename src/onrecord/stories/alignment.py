"""The same claim in two stories: found by type, names and figures together, and compared slot by slot.

Two claims are one only if their types are of one family and their names or figures meet. What then differs is the
drift; they conflict only where single figures exclude each other.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from onrecord.intervals import disjoint
from onrecord.vocabulary import Alignment, Claim, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

FAMILIES: Final = (
    {"payment", "contribution", "grant", "independent_expenditure", "revenue"},
    {"turnout", "count", "percentage", "election_result", "engagement", "follower_growth"},
    {"role", "membership", "affiliation", "founding", "shared_attribute", "endorsement", "collaboration"},
    {"legal_status", "registration", "investigation"},
    {"quotation"},
    {"event", "collaboration"},
)
ALIKE: Final = 0.62
"""Score from which two claims are taken for the same; set on the fictional stories, see bench/alignment."""


def key_of(story: Story, claim: Claim) -> str:
    """How alignments name a claim: ``"<first 12 characters of the story's sha256>:<claim id>"``."""
    return f"{story.sha256[:12]}:{claim.id}"


def align(stories: Sequence[Story]) -> tuple[Alignment, ...]:
    """Every pair of claims that two stories share, one to one, best first."""
    return tuple(found for a, b in combinations(stories, 2) for found in _align_two(a, b))


def _align_two(a: Story, b: Story) -> list[Alignment]:
    scored = sorted(
        (
            (score, x, y)
            for x in a.claims
            for y in b.claims
            if x.checkable and y.checkable and (score := similarity(x, y)) >= ALIKE
        ),
        key=lambda hit: (-hit[0], hit[1].start, hit[2].start),
    )
    used: set[int] = set()
    pairs = []
    for _, x, y in scored:
        if id(x) not in used and id(y) not in used:
            used |= {id(x), id(y)}
            pairs.append((x, y))
    return [_compared(a, x, b, y) for x, y in sorted(pairs, key=lambda pair: pair[0].start)]


def similarity(x: Claim, y: Claim) -> float:
    """How alike two claims are, 0 to 1: names, figures and wording; 0 where their types are of different families."""
    if x.type != y.type and not any({x.type, y.type} <= family for family in FAMILIES):
        return 0.0
    if x.type == "quotation":
        return fuzz.ratio(_words(x.words), _words(y.words)) / 100 if x.words and y.words else 0.0
    names = _names_alike(x, y)
    figures = _figures_alike(x, y)
    if not names or (figures is not None and not figures and names < 1):
        return 0.0
    wording = fuzz.token_set_ratio(x.text, y.text) / 100
    parts = [(0.5, names), (0.25, wording)] + ([(0.25, figures)] if figures is not None else [])
    bonus = 0.1 if x.type == y.type else -0.1
    return min(1.0, sum(w * v for w, v in parts) / sum(w for w, _ in parts) + bonus)


def _names_alike(x: Claim, y: Claim) -> float:
    ours, theirs = _names(x), _names(y)
    if not ours or not theirs:
        return 0.0
    best = [max(_alike(a, b) for b in theirs) for a in ours]
    other = [max(_alike(a, b) for a in ours) for b in theirs]
    return (sum(best) + sum(other)) / (len(best) + len(other)) if max(best) >= 0.8 else 0.0


def _names(claim: Claim) -> list[str]:
    return [n for n in (claim.subject, claim.object) if n]


def _alike(a: str, b: str) -> float:
    return fuzz.token_sort_ratio(a.lower(), b.lower()) / 100


def _words(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def _figures_alike(x: Claim, y: Claim) -> float | None:
    """1 where the figures meet, 0.5 where they are near, 0 where they are not; None where a claim has none."""
    if x.quantity is None or y.quantity is None:
        return None
    a, b = x.quantity, y.quantity
    if a.unit != b.unit:
        return 0.0
    if not disjoint((a.low, a.high), (b.low, b.high)):
        return 1.0
    first, second = a.low or a.high or 0, b.low or b.high or 0
    if not first or not second:
        return 0.0
    ratio = min(abs(first), abs(second)) / max(abs(first), abs(second))
    return 0.5 if ratio > 0.5 or sorted(str(int(first))) == sorted(str(int(second))) else 0.0


def _compared(a: Story, x: Claim, b: Story, y: Claim) -> Alignment:
    differs = tuple(slot for slot, differ in _slots(x, y) if differ)
    conflict = "quantity" in differs and _exclude(x, y)
    relation = "conflicting" if conflict else "drifted" if differs else "same"
    return Alignment(key_of(a, x), key_of(b, y), relation, differs)  # type: ignore[arg-type]


def _slots(x: Claim, y: Claim) -> list[tuple[str, bool]]:
    def names_differ(a: str | None, b: str | None) -> bool:
        return bool(a and b) and _alike(a or "", b or "") < 0.8

    sources = [{s.source.lower() for s in c.attribution if s.source} for c in (x, y)]
    return [
        ("subject", names_differ(x.subject, y.subject)),
        ("relation", x.type != y.type or (x.relation != y.relation and x.type in ("payment", "contribution", "grant", "registration"))),
        ("object", names_differ(x.object, y.object)),
        ("quantity", x.quantity is not None and y.quantity is not None and (x.quantity.low, x.quantity.high) != (y.quantity.low, y.quantity.high)),
        ("unit", x.quantity is not None and y.quantity is not None and (x.quantity.unit, x.quantity.base) != (y.quantity.unit, y.quantity.base)),
        ("period", bool(x.period and y.period and x.period.date_from and y.period.date_from) and (x.period.date_from, x.period.date_to) != (y.period.date_from, y.period.date_to)),  # type: ignore[union-attr]
        ("hedged", x.hedged != y.hedged),
        ("attribution", bool(sources[0]) != bool(sources[1]) or (bool(sources[0]) and not sources[0] & sources[1])),
        ("words", _words(x.words) != _words(y.words)),
        ("said_of", names_differ(x.said_of, y.said_of)),
    ]


def _exclude(x: Claim, y: Claim) -> bool:
    if x.quantity is None or y.quantity is None or x.quantity.unit != y.quantity.unit:
        return False
    return disjoint((x.quantity.low, x.quantity.high), (y.quantity.low, y.quantity.high))
