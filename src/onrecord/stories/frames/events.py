"""Things done: what a dated record, photograph or post could show; in captions, whatever the picture is said to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, doer_of, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator


def events(scene: Scene) -> Iterator[Draft]:
    """Acts of named people and organizations that no other frame has a word for."""
    if scene.parsed.sentence.block.kind == "caption":
        yield from _caption(scene)
        return
    for clause in scene.clauses:
        if clause.lemma in triggers("events")["verbs"] and _concrete(scene, clause):
            subject, open_names = scene.doer(clause)
            target = clause.object if not clause.passive else None
            target = target or scene.parsed.preposition(clause.verb.i, "with", "for", "at", "to", "against")
            doer = clause.subject
            other = scene.who(target, doer)[0] if target is not None else None
            yield Draft(
                clause.start,
                clause.end,
                "event",
                clause.verb,
                subject,
                clause.lemma,
                other,
                None,
                clause.negated,
                candidates=open_names,
                weak=True,
            )


def _concrete(scene: Scene, clause: Clause) -> bool:
    """A named doer, an act that happened, and something named or dated that it was done to, with or at."""
    doer = doer_of(scene.parsed, clause) if not clause.passive else clause.object
    if doer is None or not _names_somebody(scene, clause):
        return False
    auxiliaries = {t.lemma for t in scene.parsed.all_children(clause.verb.i, "aux")}
    if auxiliaries & {"would", "could", "may", "might", "will", "should", "can", "must"}:
        return False
    inside = [t for t in scene.parsed if clause.verb.i < t.i and t.start < clause.end]
    named = any(t.mention and t.mention.kind != "group" and t.i != doer.i for t in inside) or any(
        t.pos == "PRON" and t.lemma in ("he", "she", "him", "her", "they") for t in inside
    )
    dated = any(clause.start <= p.start < clause.end for p in scene.periods)
    person = doer.mention is not None or (doer.pos == "PRON" and scene.who(doer)[0] is not None)
    concrete_object = clause.object is not None and clause.object.pos in ("NOUN", "PROPN") and person
    return named or dated or concrete_object


def _names_somebody(scene: Scene, clause: Clause) -> bool:
    doer = doer_of(scene.parsed, clause) if not clause.passive else clause.object
    if doer is None:
        return False
    if doer.mention is not None:
        return doer.mention.kind in ("person", "organization", "unknown")
    if doer.pos == "PRON":
        return scene.who(doer)[0] is not None
    return any(t.mention and t.mention.kind != "group" for t in scene.parsed.subtree(doer.i, without=("relcl", "acl")))


def _caption(scene: Scene) -> Iterator[Draft]:
    """ "Ann Lee speaking at a rally on Elm Street": a caption states that this happened."""
    for t in scene.parsed:
        after_name = t.i > 0 and scene.parsed[t.i - 1].mention is not None
        doing = t.text.endswith("ing") and t.mention is None and (t.pos == "VERB" or (t.pos == "NOUN" and after_name))
        if doing or (t.dep == "ROOT" and t.tag in ("VBZ", "VBP", "VBD")):
            before = [o for o in scene.parsed if o.i < t.i]
            named = [o for o in before if o.mention and o.mention.kind in ("person", "organization", "unknown")]
            if not named:
                continue
            last = scene.parsed.tokens[-1]
            while last.pos == "PUNCT" and last.i > t.i:
                last = scene.parsed[last.i - 1]
            head = next((o for o in before if o.pos in ("NOUN", "PROPN")), named[0])
            subject = head.mention.name if head.mention else scene.text.view[scene.parsed.sentence.start : named[0].end]
            target = scene.parsed.preposition(t.i, "at", "for", "with", "in")
            yield Draft(
                scene.parsed.sentence.start,
                last.end,
                "event",
                t,
                subject,
                t.lemma,
                scene.who(target)[0] if target else None,
            )
            return
