"""Things done: what a dated record or photograph could show; in captions, whatever the picture is said to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, doer_of, triggers
from onrecord.stories.frames.named import PARTIES, happened, is_party
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token

NEWS = ("news", "story", "report", "article", "item", "piece", "account")
PRONOUNS = ("he", "she", "him", "her", "they")


def events(scene: Scene) -> Iterator[Draft]:
    """Acts of named people and organizations that no other frame has a word for."""
    if scene.parsed.sentence.block.kind == "caption":
        yield from _caption(scene)
        return
    for clause in scene.clauses:
        if clause.lemma not in triggers("events")["verbs"] or _is_news(clause):
            continue
        if happened(scene, clause) and _concrete(scene, clause):
            yield _event(scene, clause)


def _is_news(clause: Clause) -> bool:
    """ "The Dispatch published the story": that a newsroom did its work."""
    held = clause.object
    if held is None or clause.lemma not in triggers("speech")["newsroom_verbs"] or held.lemma not in NEWS:
        return False
    return clause.parsed.child(held.i, "prep", "acl", "relcl", "compound", "amod") is None


def _event(scene: Scene, clause: Clause) -> Draft:
    subject, open_names = scene.doer(clause)
    target = clause.object or scene.parsed.preposition(clause.verb.i, "with", "for", "at", "to", "against")
    other = scene.who(target, clause.subject)[0] if target is not None else None
    return Draft(
        clause.start, clause.end, "event", clause.verb, subject, clause.lemma, other, None, clause.negated,
        candidates=open_names, weak=True,
    )  # fmt: skip


def _concrete(scene: Scene, clause: Clause) -> bool:
    """A named doer, and something named or dated that it was done to, with or at."""
    doer = _doer(scene, clause)
    if doer is None or not _names_somebody(scene, doer):
        return False
    inside = [t for t in scene.parsed if clause.verb.i < t.i and t.start < clause.end]
    named = any(t.mention and t.mention.kind != "group" and t.i != doer.i for t in inside)
    pronoun = any(t.pos == "PRON" and t.lemma in PRONOUNS for t in inside)
    dated = any(clause.start <= p.start < clause.end for p in scene.periods)
    person = doer.mention is not None or (doer.pos == "PRON" and scene.who(doer)[0] is not None)
    held = clause.object is not None and clause.object.pos in ("NOUN", "PROPN") and person
    return named or pronoun or dated or held


def _doer(scene: Scene, clause: Clause) -> Token | None:
    return clause.object if clause.passive else doer_of(scene.parsed, clause)


def _names_somebody(scene: Scene, doer: Token) -> bool:
    if doer.mention is not None:
        return doer.mention.kind in PARTIES
    if doer.pos == "PRON":
        return scene.who(doer)[0] is not None
    below = scene.parsed.subtree(doer.i, without=("relcl", "acl"))
    return any(t.mention and t.mention.kind != "group" for t in below)


def _caption(scene: Scene) -> Iterator[Draft]:
    """ "Ann Lee speaking at a rally on Elm Street": a caption states that this happened."""
    for t in scene.parsed:
        before = [o for o in scene.parsed if o.i < t.i]
        named = [o for o in before if is_party(o)]
        if not named or not _is_shown(scene, t):
            continue
        head = next((o for o in before if o.pos in ("NOUN", "PROPN")), named[0])
        begin = scene.parsed.sentence.start
        subject = head.mention.name if head.mention else scene.text.view[begin : named[0].end]
        target = scene.parsed.preposition(t.i, "at", "for", "with", "in")
        other = scene.who(target)[0] if target else None
        yield Draft(begin, _last_word(scene, t).end, "event", t, subject, t.lemma, other)
        return


def _is_shown(scene: Scene, t: Token) -> bool:
    """Whether a word says what a picture shows: "speaking", "greets"."""
    after_name = t.i > 0 and scene.parsed[t.i - 1].mention is not None
    doing = (
        t.text.endswith("ing")
        and t.mention is None
        and t.dep != "pcomp"
        and (t.pos == "VERB" or (t.pos == "NOUN" and after_name))
    )
    return doing or (t.dep == "ROOT" and t.tag in ("VBZ", "VBP", "VBD"))


def _last_word(scene: Scene, t: Token) -> Token:
    last = scene.parsed.tokens[-1]
    while last.pos == "PUNCT" and last.i > t.i:
        last = scene.parsed[last.i - 1]
    return last
