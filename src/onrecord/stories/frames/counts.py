"""Plain counts: a clause with a number in it that no other frame has taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.scene import CURRENCIES, Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity


def counts(scene: Scene, taken: Sequence[Draft]) -> Iterator[Draft]:
    """A claim for every figure that the drafts so far leave over, with the clause or noun phrase around it."""
    free = [q for q in scene.quantities if not any(d.quantity is q.quantity or (d.quantity and d.quantity.text == q.quantity.text and d.start <= q.start < d.end) for d in taken)]
    for figure in free:
        yield from _one(scene, figure)


def _counted(scene: Scene, anchor: Token, clause: Clause) -> str | None:
    """Whom things are counted for, where they do not act themselves: "a database of 110 groups backing Lee"."""
    noun = scene.parsed[anchor.head] if anchor.pos == "NUM" else anchor
    if noun.dep not in ("pobj", "nsubj", "attr") or (noun.dep == "pobj" and scene.parsed[noun.head].lemma != "of"):
        return None
    inside = [t for t in scene.parsed.subtree(noun.i) if t.mention and t.mention.kind in ("person", "organization", "unknown")]
    if inside and inside[0].mention:
        return inside[0].mention.name
    doer = scene.doer(clause)[0]
    return doer if doer and not doer[0].isdigit() else None


def _one(scene: Scene, figure: FoundQuantity) -> Iterator[Draft]:
    anchor = scene.at(figure)
    if anchor is None or figure.quantity.low is None and figure.quantity.high is None:
        return
    money = figure.quantity.unit in CURRENCIES
    if not money and figure.quantity.unit is None:
        return
    clause = next((c for c in reversed(scene.clauses) if c.start <= figure.start and figure.end <= c.end), None)
    first = next((q for q in scene.quantities if clause is not None and clause.start <= q.start), None)
    if money and clause is not None and first is not figure and (end := scene.parsed.subtree(anchor.i)[-1].end) > figure.end:
        yield Draft(figure.start, end, "payment", clause.verb, scene.doer(clause)[0], "paid", None, figure.quantity)
        return
    if clause is None or clause.end - clause.start > 160:
        head = scene.parsed[anchor.head]
        begin, end = min(figure.start, scene.words_of(head)[0]), figure.end
        verb = anchor
        subject: str | None = None
        if clause is not None:
            begin, verb = min(clause.verb.start, figure.start), clause.verb
            subject = scene.doer(clause)[0]
        yield Draft(begin, end, "count" if not money else "other", verb, subject, "counted", figure.quantity.unit, figure.quantity)
        return
    if figure.quantity.text.lower() in ("one", "two", "three"):
        return
    subject, open_names = scene.doer(clause)
    about = _counted(scene, anchor, clause) if not money and figure.quantity.unit != "percent" else None
    if about is not None:
        yield Draft(clause.start, max(clause.end, figure.end), "count", clause.verb, figure.quantity.unit, "counted", about, figure.quantity, clause.negated)
        return
    kind = "percentage" if figure.quantity.unit == "percent" else "other" if money else "count"
    end = max(clause.end, figure.end)
    yield Draft(clause.start, end, kind, clause.verb, subject, clause.lemma, figure.quantity.unit, figure.quantity, clause.negated, candidates=open_names)  # type: ignore[arg-type]
