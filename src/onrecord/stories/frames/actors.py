"""Who a word stands for, told by the clauses around it: "It was Lee that paid", "a vendor that Lee paid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.parties import is_named

if TYPE_CHECKING:
    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.parse import Token


def actor(scene: Scene, clause: Clause, token: Token | None) -> Token | None:
    """Who a word stands for where grammar says so: "It was Lee that paid", "Acme is a vendor that Lee paid"."""
    if token is None or token.mention is not None:
        return token
    if clause.verb.dep == "relcl" and token.i == clause.verb.head:
        own = scene.parsed.child(clause.verb.i, "nsubj", "nsubjpass", "dobj")
        before = scene.parsed.tokens[: own.i if own is not None else clause.verb.i]
        last = next((t for t in reversed(before) if t.text != ","), None)
        relative = own is not None and own.tag in ("WDT", "WP")
        if relative and last is not None and is_named(last):
            return last
    over = stating(scene, clause)
    if over is None or over.object is None or over.subject is None:
        return token
    if token.lemma == "it":
        return over.subject if clause.verb.dep == "relcl" and is_named(over.subject) else token
    if token.tag in ("WDT", "WP", "IN") or token.lemma == "that":
        cleft = over.subject.lemma == "it" and clause.verb.head == over.verb.i and is_named(over.object)
        return over.object if cleft else token
    return over.subject if token.i == over.object.i and is_named(over.subject) else token


def stating(scene: Scene, clause: Clause) -> Clause | None:
    """The clause that says who somebody is, before this one: "It was Lee that …", "Acme is a vendor that …"."""
    earlier = [c for c in scene.clauses if c.lemma == "be" and c.object is not None and c.verb.i < clause.verb.i]
    return earlier[-1] if earlier else None


def seller(scene: Scene, noun: Token) -> Token | None:
    """Whose services, bills or work a noun names: "services from Acme", "Acme's invoices"."""
    owner = scene.parsed.child(noun.i, "poss")
    if is_named(owner):
        return owner
    for token in scene.parsed.subtree(noun.i, without=("relcl", "conj")):
        held = token.dep == "pobj" and scene.parsed[token.head].lemma in ("from", "by", "with", "of", "to")
        if held and is_named(token):
            return token
    return None


def told_before(
    scene: Scene, clause: Clause, giver: Token | None, receiver: Token | None
) -> tuple[Token | None, Token | None]:
    """ "Lee was the donor behind $5 given to Acme", "Acme was the recipient of $5 given by Lee"."""
    over, words = stating(scene, clause), triggers("money")
    if clause.verb.dep not in ("acl", "relcl") or over is None or over.object is None or not is_named(over.subject):
        return giver, receiver
    if giver is None and over.object.lemma in words["giver_nouns"]:
        giver = over.subject
    elif receiver is None and over.object.lemma in words["taker_nouns"]:
        receiver = over.subject
    return giver, receiver


def first_clause(scene: Scene, clause: Clause) -> Clause | None:
    """The clause that this one goes on from, with the same subject: "hired Acme and paid $5"."""
    if clause.verb.dep != "conj" or scene.parsed.child(clause.verb.i, "nsubj") is not None:
        return None
    return next((c for c in scene.clauses if c.verb.i == clause.verb.head), None)


def says_little(scene: Scene, clause: Clause, first: Clause) -> bool:
    """Whether the words before "and gave $5" are no claim of their own ("dug deep and gave $5")."""
    plain = first.object is None or first.object.pos in ("ADJ", "ADV")
    short = clause.start - first.verb.start <= clause.end - clause.start
    return plain and short and not scene.governed(first)
