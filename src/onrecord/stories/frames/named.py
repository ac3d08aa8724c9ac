"""Names in a clause, as the frames about people and organizations ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers

if TYPE_CHECKING:
    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.parse import Token

PARTIES = ("person", "organization", "unknown")
"""Kinds of names that can act; a place can too, but then it is its government that does."""
OPEN_VERBS = frozenset({"may", "might", "can", "could", "would", "will", "shall", "should", "must"})


def is_party(token: Token | None) -> bool:
    """Whether a word stands for somebody who can act."""
    return token is not None and token.mention is not None and token.mention.kind in PARTIES


def parties_in(scene: Scene, token: Token) -> list[Token]:
    """Every party of a list: its items, or the names put beside them ("its arm, Acme", "two groups, Acme and Apex")."""
    found: list[Token] = []
    for item in scene.listed(token):
        beside = [t for a in scene.parsed.all_children(item.i, "appos") for t in scene.listed(a)]
        found += [item] if is_party(item) else [t for t in beside if is_party(t)]
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)


def joined(scene: Scene, token: Token | None, besides: Token | None = None) -> tuple[str | None, tuple[str, ...]]:
    """Everybody whom a word and its list stand for, parted by "; ", or the names that it could be."""
    if token is None:
        return None, ()
    names = dict.fromkeys(scene.who(t)[0] for t in parties_in(scene, token))
    listed = [n for n in names if n is not None]
    return ("; ".join(listed), ()) if listed else somebody(scene, token, besides)


def somebody(scene: Scene, token: Token | None, besides: Token | None = None) -> tuple[str | None, tuple[str, ...]]:
    """The name behind a word; a word that leads to no name ("both groups") is nobody."""
    if token is not None and token.mention is None and token.dep == "attr":
        told = scene.parsed.child(token.head, "nsubj")  # "Acme is a charity, registered with …" is about Acme
        token = told if told is not None and is_party(told) else token
    name, candidates = scene.who(token, besides)
    return (name, candidates) if name and any(w[:1].isupper() for w in name.split()) else (None, candidates)


def is_open(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what may, would or must be done, not that it was done."""
    auxiliaries = scene.parsed.all_children(clause.verb.i, "aux")
    return any(t.lemma in OPEN_VERBS and t.pos == "AUX" for t in auxiliaries)


def happened(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says that something was or was not done, not that somebody may, should or wants to do it."""
    if is_open(scene, clause) or clause.unreal:
        return False
    to = any(t.lemma == "to" and t.tag == "TO" for t in scene.parsed.all_children(clause.verb.i, "aux"))
    told = triggers("events")["begin"] | triggers("reality")["achieving"] - {"use"}
    return not to or scene.parsed[clause.verb.head].lemma in told


def end_of(scene: Scene, token: Token) -> int:
    """Where the last word below a word ends."""
    return scene.parsed.subtree(token.i)[-1].end
