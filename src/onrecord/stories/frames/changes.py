"""What rose or fell: by how much, from how much to how much; said by a verb or by a noun ("a 40 % increase")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.following import following_in, whose
from onrecord.stories.frames.groups import group_of, is_turnout, place_voters
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType


def changes(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "rents rose 40 percent", "crime is down 12 percent", "membership grew from 200 to 900"."""
    figures = scene.counted(clause)
    if clause.subject is None or clause.passive or not figures or not _rises(scene, clause):
        return
    figure = figures[0]
    if _is_gained(scene, clause, figure) or _is_level(clause, figure):
        return
    percent = figure.quantity.unit in ("percent", "percentage_points")
    kind: ClaimType = "percentage" if percent else "count"
    changed = percent or figure.quantity.from_low is not None or figure.kind == "ratio"
    subject, open_names = scene.who(clause.subject)
    yield Draft(
        clause.start, max(clause.end, figure.end), kind, clause.verb, subject, "changed" if changed else "counted",
        None, figure.quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _is_gained(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    """ "Gained nine seats": what grew is not the one who gains."""
    plain = figure.kind == "count" and figure.quantity.from_low is None
    noun = scene.noun_of(figure)
    acted_on = noun is not None and clause.object is not None and noun.i == clause.object.i
    return plain and acted_on and clause.lemma not in triggers("growth")["level"]


def _is_level(clause: Clause, figure: FoundQuantity) -> bool:
    """ "Inflation hit 6 percent": where it came to, not by how much it rose."""
    reached = clause.lemma in triggers("growth")["level"] and clause.lemma != "be"
    return reached and figure.kind == "percent" and figure.quantity.from_low is None


def _rises(scene: Scene, clause: Clause) -> bool:
    if clause.lemma in triggers("growth")["rise"]:
        return True
    beside = scene.parsed.all_children(clause.verb.i, "advmod", "prt", "acomp")
    return clause.lemma == "be" and any(t.text.lower() in ("up", "down") for t in beside)


def levels(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "unemployment stood at 4.1 percent", "the tax rate is 8.5 percent"."""
    noun = clause.subject
    figure = next((q for q in scene.counted(clause) if q.kind == "percent"), None)
    if noun is None or figure is None or clause.passive or noun.mention is not None or noun.pos == "PRON":
        return
    inside = figure.start <= noun.start < figure.end
    if clause.lemma in triggers("growth")["level"] and not inside and not _is_quality(scene, clause):
        subject, open_names = scene.who(noun)
        yield Draft(
            clause.start, max(clause.end, figure.end), "percentage", clause.verb, subject, "stood", None,
            figure.quantity, clause.negated, candidates=open_names,
        )  # fmt: skip


def _is_quality(scene: Scene, clause: Clause) -> bool:
    """ "Is a hundred percent wrong" measures nothing."""
    return scene.parsed.child(clause.verb.i, "acomp") is not None


def increases(scene: Scene) -> Iterator[Draft]:
    """ "a 40 % increase in turnout", "an increase of 150 percent", "a 12 percent drop in burglaries"."""
    for figure in scene.quantities:
        noun = (
            _change_noun(scene, figure) if figure.quantity.unit in ("percent", "times", "percentage_points") else None
        )
        if noun is not None:
            yield _increase(scene, figure, noun)


def _change_noun(scene: Scene, figure: FoundQuantity) -> Token | None:
    at = scene.at(figure)
    for _ in range(4):
        if at is None or at.pos == "VERB":
            return None
        if at.lemma in triggers("growth")["nouns"] and at.pos == "NOUN":
            return at
        at = scene.parsed[at.head] if at.head != at.i else None
    return None


def _increase(scene: Scene, figure: FoundQuantity, noun: Token) -> Draft:
    of = scene.parsed.preposition(noun.i, "in", "of")
    if of is not None and figure.start <= of.start < figure.end:
        of = None
    start, end = scene.words_of(noun)
    if of is not None and is_turnout(scene, of):
        group = group_of(scene, of)
        return Draft(start, max(end, figure.end), "turnout", noun, group, "turnout_changed", None, figure.quantity)
    subject, open_names = scene.who(of) if of is not None else _grown(scene, noun)
    return Draft(
        start, max(end, figure.end), "percentage", noun, subject, "changed", None, figure.quantity,
        candidates=open_names,
    )  # fmt: skip


def _grown(scene: Scene, noun: Token) -> tuple[str | None, tuple[str, ...]]:
    """What grew, when the noun itself does not say: what the clause that it is added to says it of."""
    clause = next((c for c in reversed(scene.clauses) if c.verb.i < noun.i and _rises(scene, c)), None)
    if clause is None:
        return None, ()
    follows = following_in(scene, clause)
    if follows is not None:
        return whose(scene, follows)
    if clause.subject is not None and is_turnout(scene, clause.subject):
        return group_of(scene, clause.subject) or place_voters(scene, clause), ()
    return scene.who(clause.subject)
