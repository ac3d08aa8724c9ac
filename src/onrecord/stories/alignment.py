"""The same claim in two stories: found by type, names and figures together, and compared slot by slot.

Two claims are one only if their types are of one family and their names or figures meet. What then differs is the
drift; they conflict only where single figures exclude each other.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal

from rapidfuzz import fuzz

from onrecord.intervals import disjoint
from onrecord.vocabulary import Alignment, Claim, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

Relation = Literal["same", "drifted", "conflicting"]
FAMILIES: Final = (
    {"payment", "contribution", "grant", "independent_expenditure", "revenue"},
    {"turnout", "count", "percentage", "election_result", "engagement", "follower_growth"},
    {"role", "membership", "affiliation", "founding", "shared_attribute", "endorsement", "collaboration"},
    {"legal_status", "registration", "investigation"},
    {"quotation"},
    {"event", "collaboration"},
)
ONE_RELATION: Final = ("payment", "contribution", "grant", "registration", "independent_expenditure")
SAME_NAME: Final = 0.8
"""Likeness from which two names in stories are one name, spelled or shortened otherwise ("Gallani", "Gillani")."""
ALIKE: Final = 0.62
"""Score from which two claims are taken for the same; set on the fictional demo stories."""


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
    return (sum(best) + sum(other)) / (len(best) + len(other)) if max(best) >= SAME_NAME else 0.0


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
    relation: Relation = "conflicting" if conflict else "drifted" if differs else "same"
    return Alignment(key_of(a, x), key_of(b, y), relation, differs)


def _slots(x: Claim, y: Claim) -> list[tuple[str, bool]]:
    return [
        ("subject", _names_differ(x.subject, y.subject)),
        ("relation", x.type != y.type or (x.type in ONE_RELATION and x.relation != y.relation)),
        ("object", _names_differ(x.object, y.object)),
        ("quantity", _figures_differ(x, y)),
        ("unit", _units_differ(x, y)),
        ("period", _periods_differ(x, y)),
        ("hedged", x.hedged != y.hedged),
        ("attribution", _sources_differ(x, y)),
        ("words", _words(x.words) != _words(y.words)),
        ("said_of", _names_differ(x.said_of, y.said_of)),
    ]


def _names_differ(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and _alike(a, b) < SAME_NAME


def _figures_differ(x: Claim, y: Claim) -> bool:
    a, b = x.quantity, y.quantity
    return a is not None and b is not None and (a.low, a.high) != (b.low, b.high)


def _units_differ(x: Claim, y: Claim) -> bool:
    a, b = x.quantity, y.quantity
    return a is not None and b is not None and (a.unit, a.base) != (b.unit, b.base)


def _periods_differ(x: Claim, y: Claim) -> bool:
    a, b = x.period, y.period
    dated = a is not None and b is not None and a.date_from is not None and b.date_from is not None
    return dated and (a.date_from, a.date_to) != (b.date_from, b.date_to)  # type: ignore[union-attr]


def _sources_differ(x: Claim, y: Claim) -> bool:
    ours, theirs = ({s.source.lower() for s in c.attribution if s.source} for c in (x, y))
    return bool(ours) != bool(theirs) or (bool(ours) and not ours & theirs)


def _exclude(x: Claim, y: Claim) -> bool:
    if x.quantity is None or y.quantity is None or x.quantity.unit != y.quantity.unit:
        return False
    return disjoint((x.quantity.low, x.quantity.high), (y.quantity.low, y.quantity.high))
