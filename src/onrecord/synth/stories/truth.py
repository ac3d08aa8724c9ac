"""The truth beside the stories: every claim with its slots and the verdict due, and which story retells which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from onrecord.synth.stories.figures import as_printed
from onrecord.synth.stories.names import full_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.synth.stories.figures import Worded
    from onrecord.synth.stories.telling import Claim, Tale
    from onrecord.synth.world import World

LINEAGE: tuple[str, ...] = ("story", "derives_from", "kind", "drift")


def claims_line(tale: Tale, world: World) -> str:
    """One line of claims.jsonl: a story and all its claims, offsets in code points of the file."""
    row = {
        "story": f"{tale.name}.txt", "style": tale.manner.style, "tone": tale.manner.tone,
        "published": tale.manner.published, "outlet": tale.manner.outlet, "retells": tale.retells,
        "claims": [_claim(claim, f"c{n}", world, tale.manner.style) for n, claim in enumerate(tale.claims, 1)],
    }  # fmt: skip
    return _line(row)


def gold_lines(tale: Tale, world: World) -> Iterator[str]:
    """The same claims, a line each, in the form of hand-labelled stories (record, article, span, type, amount …)."""
    for n, claim in enumerate(tale.claims, 1):
        told = claim.told
        row: dict[str, Any] = {
            "record": "claim" if told else "noncheckable", "id": f"{tale.name}-c{n}", "article": f"{tale.name}.txt",
            "span": claim.text, "start": claim.start, "end": claim.end,
        }  # fmt: skip
        if told is None:
            row |= {"type": claim.reason, "hedged": claim.hedged, "checkable": False, "note": None}
        else:
            source = claim.sources[-1] if claim.sources else None
            row |= {
                "type": told.type, "subject": full_name(world, told.subject), "predicate": told.relation,
                "object": full_name(world, told.object), "amount": told.amount.stated if told.amount else None,
                "unit": told.amount.unit if told.amount else None,
                "qualifier": told.amount.qualifier if told.amount else None,
                "period": told.period.text if told.period else None,
                "attribution": (source.name or source.kind) if source else None, "hedged": claim.hedged,
                "checkable": True, "settled_by": told.statement.record, "note": told.variant,
            }  # fmt: skip
        yield _line(row)


def lineage_row(tale: Tale) -> str:
    """One row of lineage.csv: the story, what it retells, and every kind of drift that happened on the way."""
    return f"{tale.name},{tale.retells},retells,{';'.join(tale.drift)}"


def _claim(claim: Claim, id_: str, world: World, style: str) -> dict[str, Any]:
    told = claim.told
    row: dict[str, Any] = {"id": id_, "start": claim.start, "end": claim.end, "text": claim.text}
    if told is None:
        row |= {
            "type": "other", "subject": None, "subject_id": None, "relation": None, "object": None, "object_id": None,
            "quantity": None, "period": None, "attribution": [], "negated": False,
        }  # fmt: skip
    else:
        period = {"text": told.period.text, "from": told.date_from, "to": told.date_to} if told.period else None
        row |= {
            "type": told.type, "subject": full_name(world, told.subject), "subject_id": _id(told.subject, world),
            "relation": told.relation, "object": full_name(world, told.object), "object_id": _id(told.object, world),
            "quantity": _quantity(told.amount, told.start, style), "period": period, "place": told.place,
            "words": told.words, "said_of": full_name(world, told.said_of), "negated": told.negated,
            "attribution": [{"source": s.name, "cue": s.cue, "kind": s.kind} for s in claim.sources],
        }  # fmt: skip
    return row | {
        "hedged": claim.hedged, "loaded_terms": list(claim.loaded), "checkable": told is not None,
        "reason": claim.reason, "variant": told.variant if told else "uncheckable",
        "statement": told.statement.id if told else None, "phrasing": claim.phrasing, "verdict": claim.due.status,
        "or": list(claim.due.or_),
    }  # fmt: skip


def _quantity(amount: Worded | None, start: Worded | None, style: str) -> dict[str, Any] | None:
    if amount is None:
        return None
    row: dict[str, Any] = {
        "low": amount.low, "high": amount.high, "unit": amount.unit, "qualifier": amount.qualifier,
        "text": as_printed(amount.text, style),
    }  # fmt: skip
    return row | {"from_low": start.low, "from_high": start.high} if start else row


def _id(who: str | None, world: World) -> str | None:
    """The id of a principal; None for plain text."""
    return who if who is not None and (who in world.people or who in world.organizations) else None


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
