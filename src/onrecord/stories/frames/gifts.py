"""Money that a noun moves: "Lee's $2 million donation to Acme", "a $40,000 payment from A to B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.parties import (
    FROM,
    TO,
    gift_kind,
    hung_on,
    is_named,
    is_record,
    relation_of,
    somebody,
    transfer_noun,
)
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.transfers import noun_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity


def gifts(scene: Scene) -> Iterator[Draft]:
    """Every transfer that a noun phrase states together with its amount."""
    for figure in scene.quantities:
        if scene.is_money(figure) and (noun := transfer_noun(scene, figure)) is not None and not _unreal(scene, noun):
            draft = _gift(scene, figure, noun)
            if draft is not None:
                yield draft
    yield from _backing(scene)


def _gift(scene: Scene, figure: FoundQuantity, noun: Token) -> Draft | None:
    heads = [t for t in (noun, scene.at(figure), _verb_over(scene, noun)) if t is not None]
    owner = next((found for t in heads if (found := scene.parsed.child(t.i, "poss")) is not None), None)
    giver = somebody(scene, owner) or hung_on(scene, heads, (*FROM, "by"))
    receiver = hung_on(scene, heads, TO)
    giver = giver or _by_verb(scene, noun, "give", "light")
    receiver = receiver or _by_verb(scene, noun, "receive")
    if giver is None and receiver is None:
        return None
    kind = noun_kind(scene, noun, receiver, giver)
    subject, open_subject = scene.parties(giver)
    other, open_object = scene.parties(receiver, giver)
    start, end = _words(scene, [noun, giver, receiver])
    start, end = min(start, figure.start), max(end, figure.end)
    relation = "lent" if noun.lemma == "loan" else relation_of(kind)
    return Draft(
        start, end, kind, noun, subject, relation, other, figure.quantity, candidates=open_subject or open_object
    )


def _verb_over(scene: Scene, noun: Token) -> Token | None:
    """The verb whose object a noun is: the parser hangs "from Lee" in "returned a gift from Lee" on it."""
    head = scene.parsed[noun.head]
    return head if noun.dep in ("dobj", "nsubjpass") and head.pos == "VERB" else None


def _by_verb(scene: Scene, noun: Token, *families: str) -> Token | None:
    """The subject of the verb whose object the noun is, if the verb is of one of these families."""
    clause = next((c for c in scene.clauses if c.object is not None and c.object.i == noun.i), None)
    if clause is None or is_record(clause.subject):
        return None
    return clause.subject if any(clause.lemma in triggers("money")[family] for family in families) else None


def _unreal(scene: Scene, noun: Token) -> bool:
    """Whether the clause around a noun only supposes it."""
    at = noun
    while at.head != at.i and at.pos not in ("VERB", "AUX"):
        at = scene.parsed[at.head]
    return any(c.verb.i == at.i and c.unreal for c in scene.clauses)


def _words(scene: Scene, parts: list[Token | None]) -> tuple[int, int]:
    named = [part for part in parts if part is not None]
    spans = [(t.start, t.end) if t.mention is not None else scene.words_of(t) for t in named]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _backing(scene: Scene) -> Iterator[Draft]:
    """ "the financial backing from X": money stated in a noun, its receiver and amount left open."""
    for noun in (t for t in scene.parsed if t.lemma in triggers("money")["backing_nouns"] and t.pos == "NOUN"):
        giver = scene.parsed.preposition(noun.i, *FROM)
        if giver is None or not is_named(giver):
            continue
        if noun.lemma == "backing" and not any(
            t.lemma == "financial" for t in scene.parsed.all_children(noun.i, "amod")
        ):
            continue
        receiver = hung_on(scene, [noun], TO)
        kind = gift_kind(scene, receiver, giver)
        start, end = _words(scene, [noun, giver, receiver])
        yield Draft(start, end, kind, noun, scene.who(giver)[0], relation_of(kind), scene.who(receiver, giver)[0])
