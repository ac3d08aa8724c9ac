"""When a claim says it was: the times in its own words, those that hang on its verb, and those that open its sentence.

A time that hangs on another verb ("records filed in 2024 show", "Acme, founded in 2009,") is that verb's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.triggers import triggers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.frames.scene import Draft, Scene
    from onrecord.stories.parse import Token
    from onrecord.stories.periods import FoundPeriod

STEPS = 14
ADDED = ("acl", "relcl", "appos")
BEHIND = re.compile(r"(?:,? |,? \(|, or )")
"""What may stand between a claim and a time put right behind it."""


def time_of(scene: Scene, draft: Draft, periods: Sequence[FoundPeriod]) -> FoundPeriod | None:
    """The time of a claim, its own first, a length without a place in time last; None where there is none for it."""
    own = [p for p in periods if draft.start <= p.start and p.end <= draft.end]
    found = own or [p for p in periods if _is_of(scene, draft, p)]
    return next((p for p in found if p.kind != "duration"), found[0] if found else None)


def _is_of(scene: Scene, draft: Draft, period: FoundPeriod) -> bool:
    """Whether a time outside the words of a claim is its time."""
    if period.kind == "comparison":
        return period.end <= draft.start and draft.verb.dep not in ADDED
    at = scene.parsed.at(_first(scene, period))
    verb = governor(scene, draft.verb)
    if verb is not None and verb.i != draft.verb.i and not _predicates(scene, draft.verb, verb):
        verb = None  # a noun put beside a name has only its own times
    above = _above(scene, at) if at is not None else []
    if draft.verb.i in above or (period.start >= draft.end and any(_inside(scene, draft, i) for i in above)):
        return True
    if at is None or verb is None:
        return _behind(scene, draft, period)
    told = next((i for i in above if scene.parsed[i].pos in ("VERB", "AUX")), None)
    if told == verb.i:
        return True
    if period.end <= draft.start and told is not None:
        return not _stands_apart(scene, draft) and _shares(scene, told, verb)
    return told is None and _behind(scene, draft, period)


def _first(scene: Scene, period: FoundPeriod) -> int:
    """Where the first word of a time stands that is a word of the sentence."""
    return next((t.start for t in scene.parsed if t.end > period.start), period.start)


def governor(scene: Scene, word: Token) -> Token | None:
    """The verb whose statement a word is: itself, or the "is" and "serves" of "is its director", "serves as chair"."""
    at = word
    for _ in range(STEPS):
        if at.pos in ("VERB", "AUX"):
            return at
        if at.dep in ("ROOT", *ADDED, "nmod", "compound", "amod") or at.head == at.i:
            return None
        at = scene.parsed[at.head]
    return None


def _predicates(scene: Scene, noun: Token, verb: Token) -> bool:
    """Whether a verb says what a noun says ("is its director", "fills the post of chair"), not another thing of it."""
    beside = any(t.mention is not None for t in scene.parsed.all_children(noun.i, "appos"))
    named = noun.i + 1 < len(scene.parsed.tokens) and scene.parsed[noun.i + 1].mention is not None
    return verb.lemma in triggers("standing")["verbs"] and not beside and not named


def _above(scene: Scene, at: Token) -> list[int]:
    """The words that a word hangs on, nearest first, up to its verb."""
    found = [at.i]
    for _ in range(STEPS):
        if at.head == at.i or (at.pos in ("VERB", "AUX") and at.dep not in ("aux", "auxpass")):
            break
        at = scene.parsed[at.head]
        found.append(at.i)
    return found


def _inside(scene: Scene, draft: Draft, i: int) -> bool:
    token = scene.parsed[i]
    return draft.start <= token.start and token.end <= draft.end


def _stands_apart(scene: Scene, draft: Draft) -> bool:
    """Whether a claim is an addition to its sentence, which has only its own times."""
    verb = governor(scene, draft.verb)
    return verb is None or verb.dep in ("acl", "relcl")


def _shares(scene: Scene, told: int, verb: Token) -> bool:
    """Whether a time that opens a sentence under one verb holds for another: one that depends on it or goes with it."""
    at = verb
    for _ in range(STEPS):
        if at.i == told:
            return True
        if at.head == at.i:
            break
        at = scene.parsed[at.head]
    first = scene.parsed[told]
    return first.dep in ("advcl", "csubj", "ccomp") and first.lemma not in triggers("speech")["report"]


def _behind(scene: Scene, draft: Draft, period: FoundPeriod) -> bool:
    """Whether a time stands right behind the words of a claim: "director of Acme (2021 to 2023)"."""
    between = scene.text.view[draft.end : period.start]
    return draft.end <= period.start and BEHIND.fullmatch(between) is not None
