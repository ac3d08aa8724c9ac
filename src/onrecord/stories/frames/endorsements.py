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
            yield from _went(scene, clause)
            yield from _picked(scene, clause)
            yield from _endorser(scene, clause)


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
    noun = _support_in(scene, clause)
    if noun is None or noun.dep != "dobj" or clause.passive or clause.lemma not in triggers("ties")["give_support"]:
        return
    target = scene.parsed.preposition(noun.i, "of", "for", "behind", "to")
    target = target or scene.parsed.preposition(clause.verb.i, "behind", "to") or _receiver(scene, clause)
    if noun.lemma in triggers("ties")["support_nouns"] and is_party(target) and clause.subject is not None:
        yield _draft(scene, clause, clause.subject, target)


def _receiver(scene: Scene, clause: Clause) -> Token | None:
    """The one given something: "gave Lee its endorsement", where the parser may see two objects."""
    held = scene.parsed.all_children(clause.verb.i, "dative", "dobj")
    return next((t for t in held if is_party(t)), None)


def _support_in(scene: Scene, clause: Clause) -> Token | None:
    """The noun of support in a clause, as object, subject or behind a preposition."""
    nouns = triggers("ties")["support_nouns"]
    below = scene.parsed.subtree(clause.verb.i, without=("relcl", "acl", "advcl", "ccomp", "conj"))
    return next((t for t in below if t.lemma in nouns and t.mention is None and t.pos in ("NOUN", "PROPN")), None)


def _went(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The endorsement of X went to Y", "X's support was given to Y"."""
    noun = _support_in(scene, clause)
    if noun is None or noun.dep not in ("nsubj", "nsubjpass"):
        return
    parsed = scene.parsed
    by, of = parsed.preposition(noun.i, "by", "from"), parsed.preposition(noun.i, "of", "for")
    if is_party(by) and is_party(of):
        yield _draft(scene, clause, by, of)
        return
    if clause.lemma not in triggers("ties")["go_support"]:
        return
    actor = parsed.preposition(noun.i, "of", "from", "by") or parsed.child(noun.i, "poss")
    target = parsed.preposition(clause.verb.i, "to", "behind")
    if is_party(actor) and is_party(target):
        yield _draft(scene, clause, actor, target)


def _picked(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X picked Y for its endorsement", "X came out for Y with an endorsement"."""
    noun, parsed = _support_in(scene, clause), scene.parsed
    if (
        noun is None
        or clause.lemma not in triggers("ties")["pick_for"]
        or parsed[noun.head].lemma not in ("for", "with")
    ):
        return
    target = (
        clause.object if is_party(clause.object) else parsed.preposition(clause.verb.i, "on", "behind", "for", "to")
    )
    actor = clause.subject
    if is_party(target) and actor is not None and (is_party(actor) or actor.pos == "PRON"):
        yield _draft(scene, clause, actor, target)


def _endorser(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X is an endorser of Y", "X signed up as an endorser of Y", "X was among the endorsers of Y"."""
    parsed = scene.parsed
    below = parsed.subtree(clause.verb.i, without=("relcl", "acl", "advcl", "ccomp", "conj"))
    noun = next((t for t in below if t.lemma == "endorser" and t.dep not in ("nsubj", "nsubjpass", "appos")), None)
    if noun is None:
        return
    target = parsed.preposition(noun.i, "of", "for") or parsed.child(noun.i, "poss")
    actor = clause.object if clause.passive else clause.subject
    if is_party(target) and actor is not None and (is_party(actor) or actor.pos == "PRON"):
        yield _draft(scene, clause, actor, target)


def _draft(scene: Scene, clause: Clause, actor: Token | None, target: Token | None) -> Draft:
    subject, open_subject = joined(scene, actor)
    name, open_target = somebody(scene, target, actor)
    return Draft(
        clause.start, clause.end, "endorsement", clause.verb, subject, "endorsed", name, None, clause.negated,
        candidates=open_subject or open_target,
    )  # fmt: skip
