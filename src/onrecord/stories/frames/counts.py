"""Plain counts: a clause with a number in it that no other frame has taken."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.stories.frames.actors import actor, stating
from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.openings import without_lead
from onrecord.stories.frames.parties import is_named
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType

LONGEST: Final = 160
"""Characters of a clause beyond which a count is given with the words around it alone."""


def counts(scene: Scene, taken: Sequence[Draft]) -> Iterator[Draft]:
    """A claim for every figure that the drafts so far leave over, with the clause or noun phrase around it."""
    for figure in scene.quantities:
        if not any(_has(draft, figure) for draft in taken):
            draft = _tally(scene, figure) or _one(scene, figure)
            if draft is not None:
                yield draft


def _has(draft: Draft, figure: FoundQuantity) -> bool:
    if draft.quantity is None:
        return False
    same_words = draft.quantity.text == figure.quantity.text and draft.start <= figure.start < draft.end
    return draft.quantity is figure.quantity or same_words


def _one(scene: Scene, figure: FoundQuantity) -> Draft | None:
    anchor = scene.at(figure)
    if anchor is None or _counts_nothing(scene, figure):
        return None
    clause = _around(scene, figure)
    if clause is not None and (clause.unreal or _is_idiom(clause, figure)):
        return None
    if clause is not None and scene.is_money(figure) and (part := _part_of_sum(scene, clause, figure, anchor)):
        return part
    if clause is None or clause.end - clause.start > LONGEST:
        return _phrase(scene, figure, anchor, clause)
    return _clause(scene, figure, anchor, clause)


def _tally(scene: Scene, figure: FoundQuantity) -> Draft | None:
    """How many of a thing somebody has: "Acme has six chapters", "its tally stood at six", "Acme: six chapters"."""
    noun, words = scene.noun_of(figure), triggers("counts")
    if noun is None or noun.mention is not None or figure.kind != "count" or figure.quantity.from_low is not None:
        return None
    unit = _things(scene, figure, noun)
    few = figure.quantity.text.split()[0].lower() in words["few"]
    if unit is None or (few and noun.lemma not in words["tallied"]):
        return None
    clause = next((c for c in scene.clauses if c.verb.head == noun.i and c.verb.dep == "relcl"), None)
    clause = clause if clause is not None and clause.lemma in words["have"] else _around(scene, figure)
    if clause is not None and (clause.unreal or _is_idiom(clause, figure)):
        return None
    holder = _had_by(scene, figure, noun, clause) if clause is not None else _in_line(scene, figure)
    holder = holder or _with_aside(scene, figure)
    if holder is None:
        return None
    subject, open_names = scene.parties(holder)
    start = min(holder.start, figure.start) if clause is None else min(clause.start, figure.start)
    end = noun.end if clause is None else max(clause.end, noun.end)
    over = stating(scene, clause) if clause is not None and clause.verb.dep == "relcl" else None
    start = min(start, over.start) if over is not None else start
    quantity = replace(figure.quantity, unit=unit)
    return without_lead(scene, Draft(
        start, end, "count", scene.at(figure) or noun if clause is None else clause.verb, subject, "counted", None,
        quantity, clause is not None and clause.negated, candidates=open_names,
    ))  # fmt: skip


ASIDE: Final = re.compile(r",? (?:by|at|as of|according to|on) [^,]{3,48}, (?:\w+ than |about |nearly |some )?$")


def _with_aside(scene: Scene, figure: FoundQuantity) -> Token | None:
    """ "Acme had, by its own count, 2,000 members": the aside makes the parser lose the verb."""
    view = scene.text.view
    for verb in (t for t in scene.parsed if t.end <= figure.start and t.lemma in triggers("counts")["have"]):
        name = scene.parsed[verb.i - 1] if verb.i else None
        if name is not None and is_named(name) and ASIDE.fullmatch(view[verb.end : figure.start]):
            return name
    return None


def _things(scene: Scene, figure: FoundQuantity, noun: Token) -> str | None:
    """What is counted, with the words that say which ones: "institutional donors"."""
    if noun.tag not in ("NNS", "NN") or noun.lemma in triggers("counts")["idle_units"]:
        return None
    inside = [t for t in scene.parsed if t.i < noun.i and figure.start <= t.start and t.dep in ("amod", "compound")]
    described = [t.text for t in inside if t.pos in ("ADJ", "NOUN") and t.lemma not in ("more", "few", "many")]
    return " ".join([*described, noun.text if noun.tag == "NNS" else f"{noun.text}s"])


def _had_by(scene: Scene, figure: FoundQuantity, noun: Token, clause: Clause) -> Token | None:
    """Who has what is counted in a clause; nobody where somebody only did something to so many."""
    words = triggers("counts")
    subject = actor(scene, clause, clause.subject)
    if clause.lemma in words["have"] and not clause.passive:
        its = (
            clause.object is None
            or clause.object.i == noun.i
            or noun.i in _below(scene, clause, "in", "on", "to", "with")
        )
        return subject if is_named(subject) and its else None
    tallies = clause.subject is not None and clause.subject.mention is None and clause.subject.lemma in words["tallies"]
    if (
        tallies
        and clause.subject is not None
        and clause.lemma in ("be", "stand", "come", "total", "reach", "hit", "run")
    ):
        owner = scene.parsed.child(clause.subject.i, "poss") or scene.parsed.preposition(
            clause.subject.i, "of", "for", "at"
        )
        return owner if is_named(owner) else None
    return None


def _below(scene: Scene, clause: Clause, *words: str) -> set[int]:
    """The words that one of these prepositions holds under the verb."""
    held = [p for p in scene.parsed.all_children(clause.verb.i, "prep", "prt") if p.lemma in words]
    return {t.i for p in held for t in scene.parsed.subtree(p.i)}


def _in_line(scene: Scene, figure: FoundQuantity) -> Token | None:
    """ "Acme: six chapters", "Acme, six chapters", "six chapters for Acme": the one name of a line without a verb."""
    if any(t.pos in ("VERB", "AUX") for t in scene.parsed):
        return None
    named = [t for t in scene.parsed if is_named(t)]
    if len(named) != 1:
        return None
    view, name = scene.text.view, named[0]
    before = view[name.end : figure.start] in (": ", ", ", " \u2014 ")
    return name if before or view[: name.start].endswith(" for ") else None


def _around(scene: Scene, figure: FoundQuantity) -> Clause | None:
    """The clause that a figure is part of: that of the nearest verb over it, else the last that holds its words."""
    holding = [c for c in scene.clauses if c.start <= figure.start and figure.end <= c.end]
    at = scene.at(figure)
    while at is not None and at.head != at.i:
        over = next((c for c in holding if c.verb.i == at.i), None)
        if over is not None and (over.unreal or at.dep != "xcomp"):
            return over
        at = scene.parsed[at.head]
    return next((c for c in holding if at is not None and c.verb.i == at.i), holding[-1] if holding else None)


def _counts_nothing(scene: Scene, figure: FoundQuantity) -> bool:
    """Numbers in a figure of speech ("a million reasons"), and those whose unit is no noun."""
    words, quantity = triggers("counts"), figure.quantity
    if quantity.unit is None or (quantity.low is None and quantity.high is None):
        return True
    if quantity.text.split()[0].lower() in words["few"] or quantity.unit in words["idle_units"]:
        return True
    verbs = {t.text.lower() for t in scene.parsed if t.pos in ("VERB", "AUX") and t.start >= figure.start}
    return quantity.unit in verbs


def _is_idiom(clause: Clause, figure: FoundQuantity) -> bool:
    """A percentage of a person ("gave 110 percent", "is a hundred percent wrong") is no share of anything."""
    subject = clause.subject
    personal = (
        subject is None or subject.pos == "PRON" or (subject.mention is not None and subject.mention.kind == "person")
    )
    return figure.kind == "percent" and personal and clause.lemma in triggers("counts")["idiom_verbs"]


def _part_of_sum(scene: Scene, clause: Clause, figure: FoundQuantity, anchor: Token) -> Draft | None:
    """ "…, more than $100,000 of it for T-shirts": a further amount with what it was for."""
    of = scene.parsed.preposition(anchor.i, "of")
    end = scene.subtree_span(anchor)[1]
    if of is None or of.pos not in ("PRON", "DET"):
        return None
    subject, open_names = scene.doer(clause)
    return Draft(
        figure.start, end, "payment", clause.verb, subject, "paid", None, figure.quantity, clause.negated,
        candidates=open_names,
    )  # fmt: skip


def _phrase(scene: Scene, figure: FoundQuantity, anchor: Token, clause: Clause | None) -> Draft:
    """The words around a figure alone, where its clause is too long or not found."""
    begin, verb = min(figure.start, scene.words_of(scene.parsed[anchor.head])[0]), anchor
    subject: str | None = None
    open_names: tuple[str, ...] = ()
    if clause is not None:
        begin, verb = min(clause.verb.start, figure.start), clause.verb
        subject, open_names = scene.doer(clause)
    kind: ClaimType = "other" if scene.is_money(figure) else "count"
    return Draft(
        begin, figure.end, kind, verb, subject, "counted", figure.quantity.unit, figure.quantity,
        candidates=open_names,
    )  # fmt: skip


def _clause(scene: Scene, figure: FoundQuantity, anchor: Token, clause: Clause) -> Draft:
    percent, money = figure.quantity.unit == "percent", scene.is_money(figure)
    end = max(clause.end, figure.end)
    about = None if money or percent else _counted_for(scene, anchor, clause)
    if about is not None:
        return Draft(
            clause.start, end, "count", clause.verb, figure.quantity.unit, "counted", about, figure.quantity,
            clause.negated,
        )  # fmt: skip
    subject, open_names = scene.doer(clause)
    subject = None if subject is not None and not subject[0].isalpha() else subject
    kind: ClaimType = "percentage" if percent else "other" if money else "count"
    return Draft(
        clause.start, end, kind, clause.verb, subject, clause.lemma, figure.quantity.unit, figure.quantity,
        clause.negated, candidates=open_names,
    )  # fmt: skip


def _counted_for(scene: Scene, anchor: Token, clause: Clause) -> str | None:
    """Whom things are counted for, where they do not act themselves: "a database of 110 groups backing Lee"."""
    noun = scene.parsed[anchor.head] if anchor.pos == "NUM" else anchor
    if noun.dep not in ("pobj", "nsubj", "attr") or (noun.dep == "pobj" and scene.parsed[noun.head].lemma != "of"):
        return None
    kinds = ("person", "organization", "unknown")
    inside = [t.mention for t in scene.parsed.subtree(noun.i) if t.mention is not None and t.mention.kind in kinds]
    if inside:
        return inside[0].name
    if clause.subject is not None and clause.subject.i == noun.i:
        return scene.who(clause.object)[0]  # "4,000 people packed Pier 9" are counted for Pier 9
    doer = scene.doer(clause)[0]
    return doer if doer and not doer[0].isdigit() else None
