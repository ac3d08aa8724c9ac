"""What several stories share: the same claim told twice, what drifted on the way, and who retells whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.dossier.slots import value_of
from onrecord.dossier.words import label, quoted
from onrecord.vocabulary import Alignment, Claim, Lineage


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a claim: which story (by number, from 1), where on the page, and the claim."""

    story: int
    anchor: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Drift:
    """One slot that two tellings fill differently, in words; an empty side leaves the slot open."""

    name: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The same claim in two stories."""

    relation: Literal["same", "drifted", "conflicting"]
    a: Told
    b: Told
    drifts: tuple[Drift, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """How two stories hang together, as one sentence, why we think so, and what follows for counting."""

    sentence: str
    because: str
    counted: str


def pair(alignment: Alignment, told: Mapping[str, Told]) -> Pair | None:
    """Return both tellings of ``alignment``, or None where one of its stories is not on this page.

    ``told`` is keyed as alignments are: ``"<story sha256, 12 characters>:<claim id>"``.
    """
    a, b = told.get(alignment.a), told.get(alignment.b)
    if a is None or b is None:
        return None
    drifts = (
        Drift(label(slot, "slot"), value_of(a.claim, slot), value_of(b.claim, slot)) for slot in alignment.differs_in
    )
    return Pair(alignment.relation, a, b, tuple(drifts))


def descent(lineage: Lineage, titles: Mapping[str, str]) -> Descent:
    """Return ``lineage`` in words; ``titles`` names stories by path."""
    a, b = quoted(titles.get(lineage.a, lineage.a)), quoted(titles.get(lineage.b, lineage.b))
    sentence = f"{a} {label(lineage.relation, 'lineage')} {b}."
    return Descent(sentence, lineage.because, label(lineage.relation, "lineage_count"))
