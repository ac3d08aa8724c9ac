"""Parts of a whole: "made up 15 % of the vote", "half of its income came from donors", "60 % of voters oppose it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity


def shares(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Every part of a whole that a clause states."""
    percents = [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit == "percent"]
    if not percents:
        return
    yield from _is_share(scene, clause, percents[0])
    yield from _share_came(scene, clause, percents[0])
    yield from _share_does(scene, clause, percents[0])


def _is_share(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "Tenants made up 15 % of the vote", "donors provided 62 % of her money"."""
    words = triggers("growth")
    whole = whole_of(scene, figure) or scene.parsed.preposition(clause.verb.i, "of")
    makes_up = clause.lemma in words["share_verbs"] or (clause.lemma in words["provide"] and whole is not None)
    if not makes_up or figure.start < clause.verb.start:
        return
    subject, open_names = scene.doer(clause)
    shared = clause.verb.dep == "conj" or scene.text.view[clause.start : clause.verb.start].count(",") > 1
    yield Draft(
        clause.verb.start if shared else clause.start, clause.end, "percentage", clause.verb, subject, "share_of",
        scene.who(whole)[0], figure.quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _share_came(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "about half of its income came from ten donors"."""
    if clause.lemma not in triggers("growth")["come"] or figure.end > clause.verb.start:
        return
    source = scene.parsed.preposition(clause.verb.i, "from", "to", "of")
    whole = whole_of(scene, figure)
    name, open_names = scene.who(whole) if whole is not None else scene.doer(clause)
    yield Draft(
        clause.start, clause.end, "percentage", clause.verb, scene.who(source)[0], "share_of", name, figure.quantity,
        clause.negated, candidates=open_names,
    )  # fmt: skip


def _share_does(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "sixty percent of voters oppose the plan", "the plan is backed by 60 percent of voters"."""
    doer, whole = clause.subject, whole_of(scene, figure)
    anchor = scene.at(figure)
    if doer is None or whole is None or anchor is None or doer.i != anchor.i:
        return
    if clause.lemma in triggers("growth")["come"] | triggers("growth")["vote"] | {"be"}:
        return
    other, open_names = scene.who(clause.object)
    yield Draft(
        clause.start, clause.end, "percentage", clause.verb, scene.who(whole)[0], clause.lemma, other,
        figure.quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def whole_of(scene: Scene, figure: FoundQuantity) -> Token | None:
    """What a share is of."""
    anchor = scene.at(figure)
    return scene.parsed.preposition(anchor.i, "of") if anchor is not None else None
