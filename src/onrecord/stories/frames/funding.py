"""Who pays for whom: "funded by X", "backed by millions from X", "bankrolled by X to the tune of $5"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.parties import gift_kind, hung_on, is_amount, is_named, is_person
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType


def funding(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Funding with or without an amount. "Backed by X" says money only where an amount is named."""
    if clause.lemma not in triggers("money")["fund"] or clause.unreal:
        return
    draft = _funded_by(scene, clause) if clause.passive else _funds(scene, clause)
    if draft is not None:
        yield draft


def _funded_by(scene: Scene, clause: Clause) -> Draft | None:
    figures = [q for q in scene.figures(clause.start, clause.end) if scene.is_money(q) or q.quantity.unit is None]
    source = _source(scene, clause)
    if source is None or (clause.lemma in triggers("money")["back"] and not figures):
        return None
    receiver = clause.object
    person = next((t for t in scene.parsed.subtree(source.i) if is_person(t)), None)
    told = is_named(receiver) or (
        receiver is not None and receiver.text.lower() in triggers("money")["political_receivers"]
    )
    political = told and gift_kind(scene, receiver, person) == "contribution"
    return _draft(scene, clause, "contribution" if political else "payment", source, receiver, figures)


def _source(scene: Scene, clause: Clause) -> Token | None:
    """Who funds: "by X", or "by millions from X"."""
    source = clause.subject
    if source is not None and is_amount(scene, source):
        return hung_on(scene, [source, clause.verb], ("from",))
    return source


def _funds(scene: Scene, clause: Clause) -> Draft | None:
    figures = scene.money(clause.start, clause.end)
    if clause.lemma in triggers("money")["back"] or clause.object is None or clause.subject is None:
        return None
    if not is_named(clause.object) and not figures:
        return None
    kind = gift_kind(scene, clause.object, clause.subject)
    kind = "contribution" if kind == "payment" else kind  # who bankrolls a firm buys nothing from it
    return _draft(scene, clause, kind, clause.subject, clause.object, figures)


def _draft(
    scene: Scene, clause: Clause, kind: ClaimType, source: Token, receiver: Token | None, figures: list[FoundQuantity]
) -> Draft:
    subject, open_subject = scene.parties(source)
    other, open_object = scene.parties(receiver, source)
    start = clause.start
    if receiver is not None and clause.verb.dep == "acl" and 0 <= clause.start - receiver.end <= 4:
        start = scene.words_of(receiver)[0]
    return Draft(
        start, clause.end, kind, clause.verb, subject, "funded", other,
        figures[0].quantity if figures else None, clause.negated, candidates=open_subject or open_object,
    )  # fmt: skip
