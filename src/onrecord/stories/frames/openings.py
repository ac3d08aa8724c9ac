"""The edges of a claim: it begins behind a date line and a label before a colon, which are no part of it; and "added up
to $5" says $5, not up to $5.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.stories.frames.scene import Draft, Scene

LEAD = re.compile(r"(?::|\s[\u2014\u2013-]{1,2})\s+")
"""A colon, or a dash set apart."""


def without_lead(scene: Scene, draft: Draft) -> Draft:
    """The draft without a label or date line before it; one that names a party of the claim stays."""
    view, first = scene.text.view, _first_slot(scene, draft)
    leads = list(LEAD.finditer(view, draft.start, first))
    if not leads:
        return draft
    return replace(draft, start=leads[-1].end())


def _first_slot(scene: Scene, draft: Draft) -> int:
    """Where the first word of the claim that fills a slot stands: a party, its verb, or its figure."""
    parties = [p for slot in (draft.subject, draft.object) if slot for p in slot.split("; ")]
    starts = [
        t.start
        for t in scene.parsed
        if t.mention is not None and draft.start <= t.start and any(t.mention.name in p for p in parties)
    ]
    starts += [q.start for q in scene.quantities if q.quantity is draft.quantity]
    return min([*starts, draft.verb.start])


SUM = re.compile(r"\b(?:add(?:s|ed|ing)?|came|comes|coming|amount(?:s|ed|ing)?) $", re.IGNORECASE)


def summed(scene: Scene, draft: Draft) -> Draft:
    """The draft with the plain figure where "up to" belongs to the verb ("added up to $5")."""
    from onrecord.stories.quantities import find_quantities

    figure = next((q for q in scene.quantities if q.quantity is draft.quantity), None)
    if figure is None or not figure.quantity.text.lower().startswith("up to "):
        return draft
    if SUM.search(scene.text.view[draft.start : figure.start]) is None:
        return draft
    plain = find_quantities(scene.text.view[figure.start + len("up to ") : figure.end])
    return replace(draft, quantity=replace(plain[0].quantity, text=figure.quantity.text)) if len(plain) == 1 else draft
