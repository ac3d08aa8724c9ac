"""A checked case shaped for reading: pure data in, pure data out, no clock, no file, no markup.

:func:`dossier` takes what ``checks`` hands over and returns a :class:`DossierView`, which every face of the dossier
(page, print, export) reads the same way.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, get_args

from onrecord.dossier.across import Descent, Pair, Told, descent, pair
from onrecord.dossier.segments import Segment, split
from onrecord.dossier.slots import Slot, slots
from onrecord.dossier.words import label
from onrecord.errors import StoryError
from onrecord.vocabulary import (
    Alignment,
    Arithmetic,
    Claim,
    Evidence,
    Grade,
    Lineage,
    Search,
    Settlement,
    Status,
    Story,
    Verdict,
)

STATUSES: Final[tuple[Status, ...]] = get_args(Status)
"""The five verdicts in the order in which the page counts them."""

# ── what comes in ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class CheckedStory:
    """A story, its text as read, and the verdict on each claim by claim id.

    A claim that is not checkable needs no verdict: its reason is the verdict.
    """

    story: Story
    raw: str
    verdicts: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Receipt:
    """One record as it stands in its source: fields by name, and the raw text. Dates are ISO 8601 text."""

    source_title: str
    publisher: str
    coverage: str
    retrieved: str
    locator: str
    fields: tuple[tuple[str, str], ...]
    raw: str


Receipts = Mapping[tuple[str, str], Receipt]
"""Receipts by (source_id, locator)."""

# ── what goes out ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One record that speaks to a claim; ``counted_with`` others of the same verdict share its lineage."""

    evidence: Evidence
    source: str
    receipt: Receipt | None
    counted_with: int

    @property
    def command(self) -> str:
        """The command that prints the raw record."""
        return f"onrecord show {shlex.quote(f'{self.evidence.source}#{self.evidence.locator}')}"


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict with its evidence resolved to receipts. ``attribution`` answers "did the named source say so?"."""

    status: Status
    because: str
    grade: Grade | None
    evidence: tuple[EvidenceView, ...]
    searched: tuple[tuple[str, Search], ...]
    would_settle: tuple[Settlement, ...]
    attribution: VerdictView | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim on the page. ``named_source`` is who the attribution verdict is about."""

    anchor: str
    claim: Claim
    slots: tuple[Slot, ...]
    verdict: VerdictView

    @property
    def named_source(self) -> str:
        """The innermost source that the story names, or what kind of source it is."""
        link = self.claim.attribution[0] if self.claim.attribution else None
        return "the named source" if link is None else link.source or label(link.kind, "attribution")


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story: its text in paragraphs of segments, its claims by id in reading order, its arithmetic."""

    number: int
    anchor: str
    title: str
    file: str
    published: str | None
    sha256: str
    paragraphs: tuple[tuple[Segment, ...], ...]
    claims: Mapping[str, ClaimView]
    arithmetic: tuple[Arithmetic, ...]

    @property
    def judged(self) -> tuple[ClaimView, ...]:
        """The claims that a record could settle."""
        return tuple(view for view in self.claims.values() if view.verdict.status != "not_checkable")

    @property
    def not_checkable(self) -> tuple[ClaimView, ...]:
        """The spans that no record could settle as worded."""
        return tuple(view for view in self.claims.values() if view.verdict.status == "not_checkable")


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything the page says. ``generated`` is the ISO date it was made on, as given by the caller."""

    title: str
    fictional: bool
    generated: str
    stories: tuple[StoryView, ...]
    tally: Mapping[Status, int]
    pairs: tuple[Pair, ...]
    descents: tuple[Descent, ...]


# ── how one becomes the other ────────────────────────────────────────────────────────────────────────────────────


def dossier(
    checked: Sequence[CheckedStory],
    receipts: Receipts,
    *,
    case_title: str,
    generated: str,
    alignments: Sequence[Alignment] = (),
    lineage: Sequence[Lineage] = (),
    fictional: bool = False,
) -> DossierView:
    """Return the view of ``checked``, stories numbered from 1 in the order given.

    Raises StoryError where a checkable claim has no verdict or its offsets do not hold its text.
    """
    stories = tuple(_story(number, one, receipts) for number, one in enumerate(checked, start=1))
    told = {f"{s.sha256[:12]}:{id_}": Told(s.number, v.anchor, v.claim) for s in stories for id_, v in s.claims.items()}
    titles = {one.story.path: view.title for one, view in zip(checked, stories, strict=True)}
    counts = Counter(view.verdict.status for story in stories for view in story.claims.values())
    return DossierView(
        title=case_title,
        fictional=fictional,
        generated=generated,
        stories=stories,
        tally={status: counts[status] for status in STATUSES},
        pairs=tuple(found for one in alignments if (found := pair(one, told))),
        descents=tuple(descent(one, titles) for one in lineage),
    )


def _story(number: int, checked: CheckedStory, receipts: Receipts) -> StoryView:
    story, anchor = checked.story, f"s{number}"
    claims = sorted(story.claims, key=lambda c: (c.start, -c.end))
    return StoryView(
        number=number,
        anchor=anchor,
        title=story.title or PurePath(story.path).name,
        file=PurePath(story.path).name,
        published=story.published,
        sha256=story.sha256,
        paragraphs=split(checked.raw, claims),
        claims={c.id: _claim(anchor, c, _verdict_of(c, checked), receipts) for c in claims},
        arithmetic=story.arithmetic,
    )


def _verdict_of(claim: Claim, checked: CheckedStory) -> Verdict:
    verdict = checked.verdicts.get(claim.id)
    if verdict is None and claim.checkable:
        raise StoryError(f"claim {claim.id} has no verdict", path=checked.story.path, advice="check the story first")
    return verdict or Verdict("not_checkable", because="")


def _claim(anchor: str, claim: Claim, verdict: Verdict, receipts: Receipts) -> ClaimView:
    own = re.sub(r"[^A-Za-z0-9_-]", "-", claim.id)
    return ClaimView(f"{anchor}-{own}", claim, slots(claim), _verdict(verdict, receipts))


def _verdict(verdict: Verdict, receipts: Receipts) -> VerdictView:
    lineages = Counter(e.lineage for e in verdict.evidence if e.lineage)
    titles = {source: receipt.source_title for (source, _), receipt in receipts.items()}
    return VerdictView(
        status=verdict.status,
        because=verdict.because,
        grade=verdict.grade,
        evidence=tuple(_evidence(e, receipts, lineages) for e in verdict.evidence),
        searched=tuple((titles.get(s.source, s.source), s) for s in verdict.searched),
        would_settle=verdict.would_settle,
        attribution=_verdict(verdict.attribution_verdict, receipts) if verdict.attribution_verdict else None,
    )


def _evidence(evidence: Evidence, receipts: Receipts, lineages: Counter[str]) -> EvidenceView:
    receipt = receipts.get((evidence.source, evidence.locator))
    source = receipt.source_title if receipt else evidence.source
    others = lineages[evidence.lineage] - 1 if evidence.lineage else 0
    return EvidenceView(evidence, source, receipt, others)
