"""Money that a noun moves: "Lee's $2 million donation to Acme", "a $40,000 payment from A to B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
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
from onrecord.stories.frames.transfer_kinds import noun_kind

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
    giver = somebody(scene, owner) or hung_on(scene, heads, FROM) or hung_on(scene, heads[:2], ("by",))
    receiver = hung_on(scene, heads, TO)
    giver = giver or _by_verb(scene, noun, "give", "light")
    receiver = receiver or _by_verb(scene, noun, "receive", "gain")
    means = _by_means_of(scene, noun)
    if means is not None and (giver is None or receiver is None):
        giver, receiver = _means(scene, means, giver, receiver)
    over = _stated_of(scene, noun)
    if over is not None and over.object is not None and is_named(over.subject):
        giver = giver or (over.subject if over.object.lemma in triggers("money")["giver_nouns"] else None)
        receiver = receiver or (over.subject if over.object.lemma in triggers("money")["taker_nouns"] else None)
    if giver is None and receiver is None:
        return None
    kind = noun_kind(scene, noun, receiver, giver)
    subject, open_subject = scene.parties(giver)
    other, open_object = scene.parties(receiver, giver)
    start, end = _words(scene, [noun, giver, receiver])
    start, end = min(start, figure.start), max(end, figure.end)
    whole = means or over
    if whole is not None:
        start, end = min(start, whole.start), max(end, whole.end)
    relation = "lent" if noun.lemma == "loan" else relation_of(kind)
    if noun.lemma in triggers("money")["return_nouns"]:
        kind, relation = "contribution", "refunded"
    return Draft(
        start, end, kind, noun if whole is None else whole.verb, subject, relation, other, figure.quantity,
        whole is not None and whole.negated, candidates=open_subject or open_object,
    )  # fmt: skip


def _by_means_of(scene: Scene, noun: Token) -> Clause | None:
    """The clause that a transfer is the means of: "backed Lee with a gift of $5", "grew by $5 with a gift from Lee"."""
    at = noun
    for _ in range(3):
        head = scene.parsed[at.head]
        if at.dep == "prep":
            over = at.lemma in ("with", "through", "via")
            verb = head if head.pos == "VERB" else scene.parsed[head.head]
            return next((c for c in scene.clauses if over and c.verb.i == verb.i and c.lemma != "be"), None)
        at = head
    return None


def _means(
    scene: Scene, clause: Clause, giver: Token | None, receiver: Token | None
) -> tuple[Token | None, Token | None]:
    """Giver and receiver where a transfer is the means: who acts gives, unless another is named as giver."""
    if giver is not None and giver is not clause.subject:
        subject = clause.subject
        owner = scene.parsed.child(subject.i, "poss") if subject is not None and subject.mention is None else None
        return giver, receiver or (owner if is_named(owner) else subject if is_named(subject) else None)
    target = clause.object if is_named(clause.object) else hung_on(scene, [clause.verb], ("for", "behind"))
    acts = is_named(clause.subject) and is_named(target) and not clause.passive
    return (clause.subject, receiver or target) if acts else (giver, receiver)


def _stated_of(scene: Scene, noun: Token) -> Clause | None:
    """ "Acme was the source of a grant of $5": the clause that says whose part the noun is."""
    head = scene.parsed[noun.head]
    holder = scene.parsed[head.head] if head.dep == "prep" else head
    return next(
        (
            c
            for c in scene.clauses
            if c.lemma == "be" and c.object is not None and c.object.i == holder.i and not c.unreal
        ),
        None,
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
