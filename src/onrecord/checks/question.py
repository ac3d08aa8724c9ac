"""What the verdict code may see of a claim: its slots. The story's own words stay outside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.vocabulary import Attribution, Claim, ClaimType, Period, Quantity


@dataclass(frozen=True, slots=True)
class Question:
    """One claim as a query over the book.

    It has no field for ``Claim.text``, offsets, loaded terms or hedges: none of them may move a verdict.
    ``story_date`` is the ISO date of the story where it is known; it dates a claim that gives no period of its own.
    """

    claim_id: str
    type: ClaimType
    subject: str | None
    relation: str | None
    object: str | None
    quantity: Quantity | None = None
    period: Period | None = None
    place: str | None = None
    attribution: tuple[Attribution, ...] = ()
    negated: bool = False
    words: str | None = None
    said_of: str | None = None
    candidates: tuple[str, ...] = ()
    story_date: str | None = None


def question_of(claim: Claim, story_date: str | None = None) -> Question:
    """The question that ``claim`` asks. The wording of a figure is left out too: its interval is the slot."""
    return Question(
        claim_id=claim.id,
        type=claim.type,
        subject=claim.subject,
        relation=claim.relation,
        object=claim.object,
        quantity=replace(claim.quantity, text="") if claim.quantity else None,
        period=claim.period,
        place=claim.place,
        attribution=claim.attribution,
        negated=claim.negated,
        words=claim.words,
        said_of=claim.said_of,
        candidates=claim.candidates,
        story_date=story_date,
    )
