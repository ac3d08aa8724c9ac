"""The groups of people that figures are of, named the same however a story words them: "registered tenant voters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.triggers import triggers

if TYPE_CHECKING:
    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.parse import Token

BEFORE_A_GROUP = ("among", "of", "by")
ASIDE = ("det", "predet", "nummod", "poss", "case", "quantmod", "advmod", "punct")
"""What stands before a noun and does not name the group."""


def group_of(scene: Scene, noun: Token) -> str | None:
    """The voters that a turnout is of: "Harborside turnout", "turnout among newcomers"."""
    drawn = scene.parsed.child(noun.i, "acl")
    among = scene.parsed.preposition(noun.i, *BEFORE_A_GROUP)
    among = among or (scene.parsed.preposition(drawn.i, "from") if drawn is not None else None)
    if among is not None:
        return voters(described(scene, among))
    return voters(described(scene, noun))


def described(scene: Scene, noun: Token) -> str:
    """A noun with what stands before it, articles and figures left out: "registered Kestrians"."""
    without = ("prep", "relcl", "acl", "appos", "conj", "cc", *ASIDE)
    parts = [t for t in scene.parsed.subtree(noun.i, without=without) if t.i <= noun.i and t.pos not in ("NUM", "SYM")]
    return " ".join(t.mention.name if t.mention else t.text for t in parts)


def voters(name: str | None) -> str | None:
    """A group as voters: "Kestrians", "Kestrian turnout" and "Kestrian voters" are all "Kestrian voters"."""
    words = [w for w in (name or "").split() if w.lower() not in triggers("growth")["idle"]]
    if not words:
        return "voters" if name and name.lower() in ("voter", "voters", "vote", "votes", "ballots") else None
    return " ".join([*words[:-1], _adjective(words[-1])]) + " voters"


def _adjective(word: str) -> str:
    """The people's name as an adjective; "Harboris" are people as "Harbori" is the adjective."""
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    of_a_people = word.endswith(("is", "ans")) and len(word) > 4
    return word[:-1] if of_a_people or (plural and word.islower()) else word


def place_voters(scene: Scene, clause: Clause) -> str | None:
    """ "In the Fifth Ward, turnout rose": the voters of a place, if the clause names one."""
    kinds = ("place", "unknown", "person")
    inside = (t for t in scene.parsed if t.mention is not None and clause.start <= t.start < clause.end)
    place = next((t.mention for t in inside if t.mention is not None and t.mention.kind in kinds), None)
    return f"{place.name} voters" if place is not None else None


def lemmas_of(scene: Scene, noun: Token) -> set[str]:
    """The words of a noun phrase, by lemma."""
    return {t.lemma for t in scene.parsed.subtree(noun.i, without=("relcl", "conj", "acl"))}


def is_turnout(scene: Scene, noun: Token) -> bool:
    """Whether a noun phrase is about how many vote: "turnout", "the number of newcomers who voted"."""
    words = triggers("growth")
    if noun.lemma in words["turnout_nouns"] | words["voter_nouns"]:
        return True
    counted = scene.parsed.preposition(noun.i, "of") if noun.lemma in ("number", "share") else None
    clauses = [
        scene.parsed.child(t.i, "relcl", "acl") for t in (noun, counted) if t is not None and counted is not None
    ]
    return any(c is not None and c.lemma in words["vote"] for c in clauses)


def platform_in(scene: Scene, start: int, end: int) -> str | None:
    """The one platform that the words between two offsets name."""
    named = {
        t.mention.name
        for t in scene.parsed
        if t.mention is not None and t.mention.kind == "platform" and start <= t.start < end
    }
    return named.pop() if len(named) == 1 else None
