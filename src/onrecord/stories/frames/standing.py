"""Two names that a clause binds by a noun: who holds an office, who is a member, what is whose arm.

News says the same in many verbs: "serves as", "was listed as", "fills the post of", "counts Lee among its members". The
verb only carries the noun, so one rule reads them all: one noun, two names, and a verb that says they stand so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.named import is_open, is_party, somebody
from onrecord.stories.frames.timing import governor

if TYPE_CHECKING:
    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.parse import Token

OTHER_CLAUSES = ("relcl", "acl", "advcl", "parataxis", "ccomp", "conj")
OF = ("of", "at", "for", "in", "with", "within", "to")
CARRIERS = 3
PERSONAL = ("he", "she")


def bond(scene: Scene, noun: Token) -> tuple[Token, Token] | None:
    """The one who holds or is what a noun says, and whose it is; None unless a clause binds exactly two names so."""
    verb = governor(scene, noun)
    clause = next((c for c in scene.clauses if verb is not None and c.verb.i == verb.i), None)
    if clause is None or clause.lemma not in triggers("standing")["verbs"]:
        return None
    if is_open(scene, clause) or clause.unreal:
        return None
    sides = _parties(scene, clause)
    whole = _attached(scene, noun) or _whole(scene, clause, noun, sides)
    if whole is not None and whole.mention is not None and whole.mention.kind == "person":
        return None
    others = [t for t in sides if whole is not None and t.i != whole.i]
    return (others[0], whole) if whole is not None and len(others) == 1 else None


def _parties(scene: Scene, clause: Clause) -> list[Token]:
    """Everybody named in a clause itself, with the noun or pronoun that its subject stands for."""
    inside = scene.parsed.subtree(clause.verb.i, without=OTHER_CLAUSES)
    found = {t.i: t for t in inside if is_party(t)}
    subject = clause.object if clause.passive else clause.subject
    if subject is not None and (is_party(subject) or _is_somebody(scene, subject)):
        found[subject.i] = subject
    return sorted(found.values(), key=lambda t: t.i)


def _is_somebody(scene: Scene, token: Token) -> bool:
    return token.pos == "PRON" and token.lemma in PERSONAL and somebody(scene, token)[0] is not None


def _attached(scene: Scene, noun: Token) -> Token | None:
    """Whose a noun is by its own words, or by those of the noun that carries it ("the post of chair at Acme")."""
    parsed, at = scene.parsed, noun
    for _ in range(CARRIERS):
        owner = parsed.child(at.i, "poss") or parsed.preposition(at.i, *OF)
        owner = owner if is_party(owner) else None
        owner = owner or next((t for t in parsed.all_children(at.i, "compound", "nmod") if is_party(t)), None)
        if owner is not None:
            return owner
        if at.dep != "pobj" or parsed[parsed[at.head].head].pos != "NOUN":
            return None
        at = parsed[parsed[at.head].head]
    return None


def _whole(scene: Scene, clause: Clause, noun: Token, sides: list[Token]) -> Token | None:
    """Whose a noun is by the clause: "Acme counts Lee as a member", "at Acme, Lee is chair", "among its members"."""
    parsed = scene.parsed
    subject = clause.object if clause.passive else clause.subject
    own = parsed.child(noun.i, "poss")
    having = not clause.passive and clause.lemma in triggers("standing")["having"]
    if having or (own is not None and own.lemma in ("its", "their")):
        return subject if is_party(subject) else None
    if len(sides) != 2:
        return None
    at = parsed.preposition(clause.verb.i, "at", "for", "with", "in", "of")
    if at is not None and is_party(at):
        return at
    kinds = [t.mention.kind if t.mention is not None else "person" for t in sides]
    return sides[kinds.index("organization")] if sorted(kinds) == ["organization", "person"] else None
