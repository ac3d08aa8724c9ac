"""Parts of a whole: "made up 15 % of the vote", "half of its income came from donors", "60 % of voters oppose it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.actors import actor, stating
from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.groups import described
from onrecord.stories.frames.parties import is_named
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
    for frame in (_is_share, _part_is, _share_came, _share_does):
        drafts = list(frame(scene, clause, percents[0]))
        if drafts:
            yield from drafts
            return


def _is_share(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "Tenants made up 15 % of the vote", "donors provided 62 % of her money", "Acme was 40 % of its grants"."""
    words = triggers("growth")
    whole = whole_of(scene, figure) or scene.parsed.preposition(clause.verb.i, "of", "in")
    makes_up = clause.lemma in words["share_verbs"] or (clause.lemma in words["provide"] and whole is not None)
    doer = actor(scene, clause, clause.subject)
    named = is_named(doer) and whole_of(scene, figure) is not None and not clause.passive
    makes_up = makes_up or (named and clause.lemma in words["part_verbs"])
    if not makes_up or figure.start < clause.verb.start:
        return
    subject, open_names = scene.who(doer)
    shared = clause.verb.dep == "conj" or scene.text.view[clause.start : clause.verb.start].count(",") > 1
    over = stating(scene, clause) if clause.verb.dep in ("relcl", "ccomp") else None
    start = clause.verb.start if shared else over.start if over is not None and over.object is doer else clause.start
    yield Draft(
        start, clause.end, "percentage", clause.verb, subject, "share_of",
        _named_whole(scene, whole), figure.quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _part_is(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "Acme's share of the fund's grants was 40 %", "40 % of the grants fell to Acme"."""
    words, noun = triggers("growth"), clause.subject
    whole = whole_of(scene, figure)
    taker = scene.parsed.preposition(clause.verb.i, "to", "with")
    if noun is not None and noun.mention is None and noun.lemma in words["part_nouns"] and not clause.passive:
        whole = scene.parsed.preposition(noun.i, "of", "in")
        taker = scene.parsed.child(noun.i, "poss")
        if clause.lemma not in words["level"] | words["part_verbs"]:
            return
    elif clause.lemma not in words["fall_to"] or figure.end > clause.verb.start or clause.passive:
        return
    if is_named(taker) and whole is not None:
        subject, open_names = scene.who(taker)
        yield Draft(
            clause.start, max(clause.end, figure.end), "percentage", clause.verb, subject, "share_of",
            _named_whole(scene, whole), figure.quantity, clause.negated, candidates=open_names,
        )  # fmt: skip


def _named_whole(scene: Scene, whole: Token | None) -> str | None:
    """A whole with whose it is: "vendor spending of Acme", not vendor spending at large."""
    name = scene.who(whole)[0]
    if whole is None or whole.mention is not None or name is None:
        return name
    owner = scene.parsed.preposition(whole.i, "of", "by", "from")
    if not is_named(owner):
        return name
    return f"{described(scene, whole)} of {scene.who(owner)[0]}"


def _share_came(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "about half of its income came from ten donors"."""
    if clause.lemma not in triggers("growth")["come"] or figure.end > clause.verb.start:
        return
    source = scene.parsed.preposition(clause.verb.i, "from", "to", "of")
    whole = whole_of(scene, figure)
    name, open_names = scene.who(whole) if whole is not None else scene.doer(clause)
    yield Draft(
        clause.start, clause.end, "percentage", clause.verb, scene.who(source)[0], "share_of",
        _named_whole(scene, whole) or name, figure.quantity,
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
