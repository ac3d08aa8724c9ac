"""Money that a verb moves from one to another: payments, contributions, grants and loans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.parties import (
    FROM,
    TO,
    between,
    chain_of,
    gift_kind,
    hung_on,
    is_named,
    is_record,
    receiver_of,
    relation_of,
    somebody,
    transfer_noun,
)
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType

FURTHER = ("another", "a", "an", "additional", "further")


def transfers(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "paid X $5", "gave $5 to X", "received $5 from X", "$5 went to X": one claim for each amount."""
    figures = moved(scene, clause)
    if not figures or clause.unreal:
        return
    for number in range(len(figures)):
        parties = _parties(scene, clause, figures, number)
        if parties is not None:
            kind, giver, receiver = parties
            yield _draft(scene, clause, kind, giver, receiver, figures, number)


def moved(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amounts that the clause's own verb moves: money, or a bare "millions"; what a group has is not moved."""
    own = scene.governed(clause)
    sums = scene.sums(clause.start, clause.end)
    figures = [q for q in own if scene.is_money(q)] or [q for q in own if q in sums]
    return [q for q in figures if not _is_held(scene, q) and not _of_subject(scene, clause, q)]


def _of_subject(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    """Whether an amount only describes who acts: "the $5 million firm paid Lee", "her $600 gift made news"."""
    acts = not clause.passive and clause.lemma not in triggers("money")["go"] | {"come"}
    return acts and any(t.dep == "nsubj" for t in chain_of(scene, figure))


def _is_held(scene: Scene, figure: FoundQuantity) -> bool:
    """Whether an amount is what somebody has ("with revenue of $2 million"), not what moves."""
    return any(t.lemma in triggers("money")["revenue_nouns"] for t in chain_of(scene, figure))


Parties = tuple["ClaimType", "Token | None", "Token | None"]


def _parties(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int) -> Parties | None:
    """Kind, giver and receiver for one amount of a clause, or ``None`` if its verb moves nothing."""
    words, lemma = triggers("money"), clause.lemma
    noun = transfer_noun(scene, figures[number])
    doer = None if is_record(clause.subject) else clause.subject
    if lemma in words["receive"] or lemma in words["raise"]:
        return _received(scene, clause, figures, number, noun)
    if lemma in words["pay"]:
        return "payment", doer, _to(scene, clause, figures, number)
    if lemma in words["loan"]:
        return "payment", doer, _to(scene, clause, figures, number)
    if lemma == "come":
        return _came_from(scene, clause, figures[number])
    if lemma in words["go"]:
        receiver = _to(scene, clause, figures, number)
        return None if receiver is None else (gift_kind(scene, receiver), None, receiver)
    if lemma in words["give"] or (noun is not None and lemma in words["light"]):
        receiver = _to(scene, clause, figures, number)
        return None if receiver is None else (_kind(scene, noun, receiver, doer), doer, receiver)
    return None


def _came_from(scene: Scene, clause: Clause, figure: FoundQuantity) -> Parties | None:
    """ "$1 million came from Lee": the giver is named, the receiver is left to the words around."""
    giver = somebody(scene, scene.parsed.preposition(clause.verb.i, *FROM))
    anchor = scene.at(figure)
    told = anchor is not None and clause.subject is not None and clause.subject.i == anchor.i
    return ("contribution", giver, None) if told and is_named(giver) else None


def _received(
    scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int, noun: Token | None
) -> Parties | None:
    start, end = _reach(scene, clause, figures, number)
    heads = [*chain_of(scene, figures[number]), *([noun] if noun else []), clause.verb]
    giver = between(scene, start, end, FROM) or hung_on(scene, heads, FROM)
    receiver = clause.object if clause.passive else clause.subject
    if giver is None or receiver is None or (clause.lemma in triggers("money")["raise"] and not is_named(giver)):
        return None
    return _kind(scene, noun, receiver, giver), giver, receiver


def _kind(scene: Scene, noun: Token | None, receiver: Token | None, giver: Token | None) -> ClaimType:
    """The kind that the noun says ("grant", "payment"), else the kind that the receiver makes it."""
    if noun is not None:
        return noun_kind(scene, noun, receiver, giver)
    return gift_kind(scene, receiver, giver)


def noun_kind(scene: Scene, noun: Token, receiver: Token | None, giver: Token | None) -> ClaimType:
    """What kind of transfer a noun names."""
    words = triggers("money")
    if noun.lemma in words["payment_nouns"]:
        return "payment"
    if noun.lemma in words["grant_nouns"]:
        return "grant"
    kind = gift_kind(scene, receiver, giver)
    return "contribution" if kind == "payment" else kind


def _to(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int) -> Token | None:
    """Who takes one amount: whom the words behind it name, else the one receiver of the whole clause."""
    start, end = _reach(scene, clause, figures, number)
    found = between(scene, start, end, TO)
    if found is not None:
        return found
    noun = transfer_noun(scene, figures[number])
    return receiver_of(scene, clause) or (hung_on(scene, [noun], TO) if noun is not None else None)


def _reach(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int) -> tuple[int, int]:
    """The words that belong to one amount: those behind it, up to the next one."""
    figure = figures[number]
    if number < len(figures) - 1:
        return figure.start, figures[number + 1].start
    anchor = scene.at(figure)
    return figure.start, max(clause.end, figure.end, scene.subtree_span(anchor)[1] if anchor is not None else 0)


def _draft(
    scene: Scene,
    clause: Clause,
    kind: ClaimType,
    giver: Token | None,
    receiver: Token | None,
    figures: list[FoundQuantity],
    number: int,
) -> Draft:
    figure = figures[number]
    receiver = somebody(scene, receiver)
    subject, open_subject = scene.parties(giver)
    lends = clause.lemma in triggers("money")["loan"]
    other, open_object = scene.parties(receiver, None if lends else giver)  # people lend to their own campaigns
    start = clause.start if number == 0 else _word_before(scene, figure)
    end = clause.end if number == len(figures) - 1 else _end_before(scene, figures[number + 1])
    if receiver is not None and figure.end < receiver.start < _reach(scene, clause, figures, number)[1]:
        end = max(end, receiver.end)
    relation = "lent" if lends else relation_of(kind)
    return Draft(
        start, max(end, figure.end), kind, clause.verb, subject, relation, other, figure.quantity, clause.negated,
        candidates=open_subject or open_object,
    )  # fmt: skip


def _word_before(scene: Scene, figure: FoundQuantity) -> int:
    before = [t for t in scene.parsed if t.end <= figure.start]
    return before[-1].start if before and before[-1].lemma in FURTHER else figure.start


def _end_before(scene: Scene, figure: FoundQuantity) -> int:
    """Where the words before a further amount end, joining words left out."""
    before = [t for t in scene.parsed if t.end <= figure.start]
    while before and (before[-1].pos in ("CCONJ", "PUNCT", "DET", "SCONJ") or before[-1].lemma in FURTHER):
        before.pop()
    return before[-1].end if before else figure.start
