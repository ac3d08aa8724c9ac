"""Proceedings: who investigates, charges, fines, convicts or clears whom, and who only asks that somebody do so.

Each step is its own relation, because a record of one step does not show the next: a letter is no investigation, an
investigation is no charge, a charge is no conviction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.named import end_of, is_open, is_party
from onrecord.stories.frames.negation import of_noun
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token

ASKED = "asked_for_inquiry_into"
CLOSED = "closed_investigation_of"
NEAR = 14
"""Characters between a name and the "under investigation" that is put beside it ("— now ")."""


def proceedings(scene: Scene) -> Iterator[Draft]:
    """Every step of a proceeding that a sentence states."""
    for clause in scene.clauses:
        yield from _step(scene, clause)
        yield from _pleaded(scene, clause)
    for noun in scene.parsed:
        if noun.lemma in triggers("registers")["investigation_nouns"] and noun.pos == "NOUN":
            yield from _noun(scene, noun)


def _step(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X is investigating Y", "Y was charged by X", "X asked Z to investigate Y"."""
    relation = relation_of(clause.lemma)
    target = _target(scene, clause)
    if relation is None or target is None or is_open(scene, clause):
        return
    governor = scene.parsed[clause.verb.head] if clause.verb.dep in ("xcomp", "advcl", "ccomp") else None
    to = any(t.lemma == "to" for t in scene.parsed.all_children(clause.verb.i, "aux"))
    if to and governor is not None and governor.lemma in triggers("proceedings")["ask"]:
        yield _asked(scene, clause, governor, target)
    elif not to or (governor is not None and governor.lemma in triggers("proceedings")["begin"]):
        subject, open_names = scene.who(clause.subject)
        figures = scene.money(clause.start, clause.end)
        yield Draft(
            clause.start, max(clause.end, target.end), "investigation", clause.verb, subject, relation,
            scene.who(target, clause.subject)[0], figures[0].quantity if figures else None, clause.negated,
            candidates=open_names,
        )  # fmt: skip


def relation_of(lemma: str) -> str | None:
    """The step that a verb names: "indict" is ``charged``."""
    return next((step for step in STEPS if lemma in triggers("proceedings")[step]), None)


STEPS = (
    "investigates", "subpoenaed", "audited", "referred", "accused", "sued", "charged", "convicted", "acquitted",
    "cleared", "fined",
)  # fmt: skip


def _target(scene: Scene, clause: Clause) -> Token | None:
    """Whom a step is taken against: its object, or the name in "investigating whether X broke the law"."""
    target = clause.object
    if target is None and scene.parsed.child(clause.verb.i, "ccomp") is None:
        return None
    if target is not None and (target.mention is not None or (target.pos == "PRON" and scene.who(target)[0])):
        return target
    below = [t for t in scene.parsed.subtree(clause.verb.i) if is_party(t) and t.start >= clause.verb.start]
    below = [t for t in below if clause.subject is None or t.i != clause.subject.i]
    return below[0] if below else target if clause.passive else None


def _asked(scene: Scene, clause: Clause, governor: Token, target: Token) -> Draft:
    asker = scene.parsed.child(governor.i, "nsubj")
    subject, open_names = scene.who(asker)
    start = scene.words_of(asker)[0] if asker is not None else governor.start
    return Draft(
        start, max(clause.end, target.end), "investigation", governor, subject, ASKED, scene.who(target)[0], None,
        clause.negated, candidates=open_names,
    )  # fmt: skip


def _pleaded(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X pleaded guilty to fraud"."""
    guilty = any(
        t.lemma == "guilty" for t in scene.parsed.all_children(clause.verb.i, "acomp", "oprd", "advmod", "dobj")
    )
    if clause.lemma in ("plead", "find") and guilty:
        subject = clause.object if clause.passive else clause.subject
        name, open_names = scene.who(subject)
        relation = "pleaded_guilty" if clause.lemma == "plead" else "convicted"
        yield Draft(
            clause.start, clause.end, "investigation", clause.verb, None, relation, name, None, clause.negated,
            candidates=open_names,
        )  # fmt: skip


def _noun(scene: Scene, noun: Token) -> Iterator[Draft]:
    """ "under investigation", "opened a probe into X", "faces an audit", "called for an inquiry into X"."""
    head = scene.parsed[noun.head]
    into = scene.parsed.preposition(noun.i, "into", "of")
    if head.lemma == "under":
        yield from _under(scene, noun, head)
    elif is_party(into) and into is not None:
        yield from _into(scene, noun, into)
    elif head.lemma == "face" and noun.dep == "dobj" and (held := scene.parsed.child(head.i, "nsubj")) is not None:
        by = scene.parsed.preposition(noun.i, "by", "from")
        start = scene.words_of(held)[0]
        yield Draft(
            start, end_of(scene, noun), "investigation", head, scene.who(by)[0] if by else None, "investigates",
            scene.who(held)[0],
        )  # fmt: skip


def _under(scene: Scene, noun: Token, under: Token) -> Iterator[Draft]:
    target = _held_by(scene, under)
    if target is None:
        return
    by = scene.parsed.preposition(noun.i, "by") or scene.parsed.preposition(scene.parsed[under.head].i, "by")
    negated = of_noun(scene.parsed, noun)
    yield Draft(
        min(target.start, under.start), end_of(scene, under), "investigation", noun,
        scene.who(by)[0] if by is not None else None, "investigates", scene.who(target)[0], None, negated,
    )  # fmt: skip


def _into(scene: Scene, noun: Token, into: Token) -> Iterator[Draft]:
    """What is done about an investigation of somebody: opened, closed, asked for."""
    verb = _governing(scene, noun)
    clause = next((c for c in scene.clauses if verb is not None and c.verb.i == verb.i), None)
    if clause is not None and is_open(scene, clause):
        return
    actor = clause.subject if clause is not None else None
    if actor is not None and actor.i == noun.i:
        actor = None
    relation = _relation(verb)
    start = scene.words_of(actor)[0] if actor is not None and actor.start < noun.start else scene.words_of(noun)[0]
    subject, open_names = scene.who(actor)
    yield Draft(
        start, end_of(scene, noun), "investigation", verb or noun, subject, relation, scene.who(into)[0], None,
        clause is not None and clause.negated and verb is not None and verb.lemma in triggers("proceedings")["open"],
        candidates=open_names,
    )  # fmt: skip


def _governing(scene: Scene, noun: Token) -> Token | None:
    """The verb that an investigation is the object or subject of, or that calls "for" it."""
    head = scene.parsed[noun.head]
    if head.dep == "prep":
        head = scene.parsed[head.head]
    return head if head.pos == "VERB" else None


def _relation(verb: Token | None) -> str:
    words = triggers("proceedings")
    if verb is not None and verb.lemma in words["ask"]:
        return ASKED
    return CLOSED if verb is not None and verb.lemma in words["close"] else "investigates"


def _held_by(scene: Scene, under: Token) -> Token | None:
    """The subject of "is under investigation", or the name that "— now under investigation" is put beside."""
    at = scene.parsed[under.head]
    before = [t for t in scene.parsed if is_party(t) and t.end <= under.start]
    beside = before[-1] if before and under.start - before[-1].end <= NEAR else None
    apart = beside is not None and scene.text.view[beside.end : under.start].strip()[:1] in (",", "—", "–", "(")
    subject = scene.parsed.child(at.i, "nsubj", "nsubjpass") if at.pos in ("VERB", "AUX") else None
    if subject is not None and not (apart and subject.end > under.start) and not (apart and at.lemma != "be"):
        clause = next((c for c in scene.clauses if c.verb.i == at.i), None)
        return clause.subject if clause is not None and clause.subject is not None else subject
    return before[-1] if before else None
