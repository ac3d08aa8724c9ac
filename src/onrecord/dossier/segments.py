"""A story's text cut where claims begin and end, so that every character knows which claims cover it.

Claims overlap and nest. A segment lists all that cover it, innermost (shortest) first, and which of them end with it:
the page sets one numbered link there for each, so that a claim hidden under shorter ones can still be selected.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from onrecord.errors import StoryError
from onrecord.vocabulary import Claim

_PARAGRAPH_END: Final = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text covered by the same claims: ids innermost first; ``ends`` are those that end with it."""

    text: str
    claims: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def split(raw: str, claims: Sequence[Claim]) -> tuple[tuple[Segment, ...], ...]:
    """Cut ``raw`` into paragraphs of segments whose texts, joined, are ``raw`` again.

    Raises StoryError where a claim's offsets do not hold its text: marking the wrong words would be a false quotation.
    """
    for claim in claims:
        _require_own_words(raw, claim)
    starts = {0, *(match.end() for match in _PARAGRAPH_END.finditer(raw))}
    cuts = sorted(starts | {len(raw)} | {c.start for c in claims} | {c.end for c in claims})
    opening = _by_start(claims)
    paragraphs: list[list[Segment]] = []
    active: list[Claim] = []
    for low, high in pairwise(cuts):
        active = sorted([c for c in active if c.end > low] + opening[low], key=_innermost_first)
        if low in starts:
            paragraphs.append([])
        paragraphs[-1].append(_segment(raw[low:high], active, high))
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def _require_own_words(raw: str, claim: Claim) -> None:
    if not (0 <= claim.start < claim.end <= len(raw) and raw[claim.start : claim.end] == claim.text):
        raise StoryError(
            f"claim {claim.id} does not stand at characters {claim.start} to {claim.end} of the story",
            advice="read the story again: its text has changed since",
        )


def _by_start(claims: Sequence[Claim]) -> defaultdict[int, list[Claim]]:
    opening: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        opening[claim.start].append(claim)
    return opening


def _innermost_first(claim: Claim) -> tuple[int, int]:
    return claim.end - claim.start, -claim.start


def _segment(text: str, active: Sequence[Claim], high: int) -> Segment:
    return Segment(text, tuple(c.id for c in active), tuple(c.id for c in active if c.end == high))
