"""Endorsements: "X endorsed Y", "Y won the endorsement of X", "X threw its support behind Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.named import happened, is_party, joined, somebody
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token


def endorsements(scene: Scene) -> Iterator[Draft]:
    """Every endorsement that a sentence says was, or was not, made."""
    for clause in scene.clauses:
        if happened(scene, clause):
            yield from _endorsed(scene, clause)
            yield from _won(scene, clause)
            yield from _gave(scene, clause)


def _endorsed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X endorsed Y"; "backed" and "supported" only between two names, and not "backed … to do"."""
    target, actor = clause.object, clause.subject
    if clause.lemma not in triggers("ties")["endorse"] or target is None:
        return
    if not (is_party(target) or target.pos == "PRON"):
        return
    purpose = any(t.lemma == "to" for t in scene.parsed.all_children(clause.verb.i, "aux"))
    if clause.lemma != "endorse" and (not is_party(actor) or clause.passive or purpose):
        return
    yield _draft(scene, clause, actor, target)


def _won(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Y won the endorsement of X", "Y has the backing of X"."""
    noun = clause.object
    if noun is None or clause.passive or clause.lemma not in triggers("ties")["win_support"]:
        return
    actor = scene.parsed.preposition(noun.i, "of", "from", "by") or scene.parsed.child(noun.i, "poss")
    actor = actor or scene.parsed.preposition(clause.verb.i, "from")
    if noun.lemma in triggers("ties")["support_nouns"] and is_party(actor) and clause.subject is not None:
        yield _draft(scene, clause, actor, clause.subject)


def _gave(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X announced its endorsement of Y", "X threw its support behind Y"."""
    noun = clause.object
    if noun is None or clause.passive or clause.lemma not in triggers("ties")["give_support"]:
        return
    target = scene.parsed.preposition(noun.i, "of", "for", "behind", "to")
    target = target or scene.parsed.preposition(clause.verb.i, "behind", "to")
    if noun.lemma in triggers("ties")["support_nouns"] and is_party(target) and clause.subject is not None:
        yield _draft(scene, clause, clause.subject, target)


def _draft(scene: Scene, clause: Clause, actor: Token | None, target: Token | None) -> Draft:
    subject, open_subject = joined(scene, actor)
    name, open_target = somebody(scene, target, actor)
    return Draft(
        clause.start, clause.end, "endorsement", clause.verb, subject, "endorsed", name, None, clause.negated,
        candidates=open_subject or open_target,
    )  # fmt: skip
