"""Money that a verb moves from one to another: payments, contributions, grants and loans."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.stories.frames.actors import actor, first_clause, says_little, seller, stating, told_before
from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.moving import moved
from onrecord.stories.frames.parties import (
    FROM,
    TO,
    between,
    chain_of,
    hung_on,
    is_amount,
    is_named,
    is_record,
    receiver_of,
    relation_of,
    said_kind,
    somebody,
    transfer_noun,
)
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.transfer_kinds import kind_of, noun_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType

FURTHER = ("another", "a", "an", "additional", "further")


@dataclass(frozen=True, slots=True)
class Move:
    """One amount that goes from somebody to somebody. ``start`` and ``end`` widen the words that say so."""

    kind: ClaimType
    giver: Token | None
    receiver: Token | None
    relation: str = ""
    start: int | None = None


def transfers(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "paid X $5", "gave $5 to X", "received $5 from X", "$5 went to X": one claim for each amount."""
    figures = moved(scene, clause)
    if not figures or clause.unreal:
        return
    for number in range(len(figures)):
        move = _move(scene, clause, figures, number)
        if move is not None:
            yield _draft(scene, clause, move, figures, number)


def _move(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int) -> Move | None:
    """What moves from whom to whom, for one amount of a clause, or ``None`` if its verb moves nothing."""
    words, lemma = triggers("money"), clause.lemma
    noun = transfer_noun(scene, figures[number])
    doer = None if is_record(clause.subject) else actor(scene, clause, clause.subject)
    back = _goes_back(scene, clause, noun)
    if lemma in words["receive"] | words["gain"] | words["raise"] or (
        lemma in words["give"] and clause.passive and not doer
    ):
        received = _received(scene, clause, figures, number, noun)
        if received is not None:
            return replace(received, kind="contribution", relation="refunded") if back else received
    if back:
        receiver = _to(scene, clause, figures, number)
        acts = doer is not None and lemma not in words["go"] and not _is_noun(doer)
        giver = doer if acts else _from(scene, clause, figures, number, noun)
        return None if receiver is None or giver is None else Move("contribution", giver, receiver, "refunded")
    if lemma in words["pay"] or (lemma in words["settle"] and noun is None and _bill(scene, clause)):
        return _paid(scene, clause, figures, number, noun, doer)
    if lemma in words["loan"]:
        return Move("payment", doer, _to(scene, clause, figures, number), "lent")
    if lemma == "come":
        return _came_from(scene, clause, figures[number], noun)
    if lemma in words["go"] or (lemma in ("reach", "arrive", "pass") and noun is not None):
        receiver = _to(scene, clause, figures, number) or (clause.object if lemma == "reach" else None)
        given = _from(scene, clause, figures, number, noun)
        giver, receiver = told_before(scene, clause, given, receiver)
        return (
            None
            if somebody(scene, receiver) is None
            else Move(kind_of(scene, clause, noun, receiver, giver), giver, receiver)
        )
    if lemma in words["heap"] | words["put"]:
        return _laid(scene, clause, figures, number, noun, doer)
    if _is_noun(doer) and lemma in words["gain"] and (brought := _brought(scene, clause, doer)) is not None:
        return brought
    if lemma in words["support"] and noun is not None:
        receiver = actor(scene, clause, clause.object)
        told = is_named(receiver) and _by_way(scene, clause, noun)
        return Move(kind_of(scene, clause, noun, receiver, doer), doer, receiver) if told else None
    if lemma in words["give"] or (noun is not None and lemma in words["light"]):
        receiver = _to(scene, clause, figures, number)
        giver = doer or (_from(scene, clause, figures, number, noun) if clause.passive else None)
        giver, receiver = told_before(scene, clause, giver, receiver)
        return None if receiver is None else Move(kind_of(scene, clause, noun, receiver, giver), giver, receiver)
    return None


def _laid(
    scene: Scene,
    clause: Clause,
    figures: list[FoundQuantity],
    number: int,
    noun: Token | None,
    doer: Token | None,
) -> Move | None:
    """ "Lavished $5 on Acme", "put $5 into Lee's account", "put $5 toward Acme's bills"."""
    words = triggers("money")
    laid = clause.lemma in words["heap"]
    held = _held_in(scene, clause, ("on", "upon") if laid else ("into", "in", "to", "toward", "for"))
    receiver = held
    if receiver is not None and receiver.mention is None:
        receiver = seller(scene, receiver)
    if receiver is None or held is None:
        return None
    if held.lemma in words["bill_nouns"] | words["paid_for"]:
        return Move("payment", doer, receiver)
    if not laid and noun is None and held is receiver and scene.parsed[held.head].lemma not in ("into", "to", "toward"):
        return None
    return Move(kind_of(scene, clause, noun, receiver, doer), doer, receiver)


def _held_in(scene: Scene, clause: Clause, words: tuple[str, ...]) -> Token | None:
    """What one of these prepositions holds behind the verb, amounts and nouns for money left out."""
    for token in scene.parsed.subtree(clause.verb.i, without=("relcl", "conj", "advcl", "ccomp")):
        held = token.dep == "pobj" and token.i > clause.verb.i and scene.parsed[token.head].lemma in words
        if held and not is_amount(scene, token) and not _is_noun(token):
            return token
    return None


def _brought(scene: Scene, clause: Clause, noun: Token | None) -> Move | None:
    """ "A check from Lee brought Acme $5"."""
    giver = hung_on(scene, [noun], FROM) if noun is not None else None
    receiver = _named_receiver(scene, clause)
    if giver is None or receiver is None or noun is None:
        return None
    return Move(kind_of(scene, clause, noun, receiver, giver), giver, receiver)


def _named_receiver(scene: Scene, clause: Clause) -> Token | None:
    found = receiver_of(scene, clause)
    return found if is_named(found) else None


def _is_noun(token: Token | None) -> bool:
    """Whether a word names a transfer: a refund does not act."""
    return token is not None and token.mention is None and token.lemma in triggers("money")["transfer_nouns"]


def _by_way(scene: Scene, clause: Clause, noun: Token) -> bool:
    """ "Backed Acme with a grant of $5": the grant is how."""
    at = noun
    for _ in range(4):
        if at.dep == "prep":
            return at.lemma in ("with", "through", "by", "via") and at.head in (clause.verb.i, _index(clause.object))
        at = scene.parsed[at.head]
    return False


def _index(token: Token | None) -> int:
    return -1 if token is None else token.i


def _goes_back(scene: Scene, clause: Clause, noun: Token | None) -> bool:
    """Whether money goes back to who gave it: "refunded", "gave back", "issued a refund"."""
    words = triggers("money")
    if clause.lemma in words["return"] or (noun is not None and noun.lemma in words["return_nouns"]):
        return True
    moves = clause.lemma in words["give"] | words["receive"] | words["gain"] | words["go"]
    return moves and any(t.lemma == "back" for t in scene.parsed.all_children(clause.verb.i, "advmod", "prt"))


def _from(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int, noun: Token | None) -> Token | None:
    """Who gives what goes or is given: behind "from", or who owns the noun ("Lee's gift of $5 went to Acme")."""
    owner = scene.parsed.child(noun.i, "poss") if noun is not None else None
    heads = [clause.verb, *([noun] if noun is not None else []), *chain_of(scene, figures[number])]
    return somebody(scene, owner) or hung_on(scene, heads, FROM) or _from_parts(scene, clause)


def _from_parts(scene: Scene, clause: Clause) -> Token | None:
    """ "Of Acme's outlays, $5 went to Lee": who made the outlays."""
    of = scene.parsed.preposition(clause.verb.i, "of", "among")
    stated = (
        of is not None
        and of.mention is None
        and of.lemma in triggers("money")["paid_for"] | triggers("money")["transfer_nouns"]
    )
    return somebody(scene, scene.parsed.child(of.i, "poss")) if of is not None and stated else None


def _paid(
    scene: Scene,
    clause: Clause,
    figures: list[FoundQuantity],
    number: int,
    noun: Token | None,
    doer: Token | None,
) -> Move:
    """Who paid whom; what is paid as a grant is a grant, and whoever sells the thing paid for is paid."""
    receiver = _to(scene, clause, figures, number)
    start = None
    if receiver is not None and receiver.mention is None:
        receiver = seller(scene, receiver) or receiver
    first = first_clause(scene, clause)
    if first is not None and not clause.passive and (receiver is None or receiver.mention is None):
        found = _hired(scene, first)
        if found is not None:
            receiver, start = found, first.start
    if first is not None and clause.passive and doer is None and is_named(first.object):
        doer, start = first.object, first.start
    said = noun_kind(scene, noun, receiver, doer) if noun is not None else "payment"
    return Move("grant" if said == "grant" else "payment", doer, receiver, "", start)


def _bill(scene: Scene, clause: Clause) -> bool:
    """Whether what is settled is a bill."""
    settled = clause.object
    return settled is not None and settled.lemma in triggers("money")["bill_nouns"]


def _hired(scene: Scene, first: Clause) -> Token | None:
    """Whom a clause before "and paid $5" is about: "hired Acme", "turned to Acme"."""
    found = somebody(scene, first.object) or hung_on(scene, [first.verb], ("to", "on"))
    return found if is_named(found) else None


def _came_from(scene: Scene, clause: Clause, figure: FoundQuantity, noun: Token | None) -> Move | None:
    """ "$1 million came from Lee": the giver is named, the receiver often left to the words around."""
    giver = somebody(scene, scene.parsed.preposition(clause.verb.i, *FROM))
    anchor = scene.at(figure)
    heads = [t.i for t in (anchor, noun) if t is not None]
    told = clause.subject is not None and clause.subject.i in heads and is_named(giver)
    receiver = hung_on(scene, [clause.verb], TO)
    return Move(kind_of(scene, clause, noun, receiver, giver), giver, receiver) if told else None


def _received(
    scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int, noun: Token | None
) -> Move | None:
    start, end = _reach(scene, clause, figures, number)
    heads = [*chain_of(scene, figures[number]), *([noun] if noun else []), clause.verb]
    owner = (
        scene.parsed.child(noun.i, "poss")
        if noun is not None and clause.lemma not in triggers("money")["raise"]
        else None
    )
    giver = between(scene, start, end, FROM) or hung_on(scene, heads, FROM) or (owner if is_named(owner) else None)
    receiver = actor(scene, clause, clause.object if clause.passive else clause.subject)
    if giver is not None and receiver is not None and ":" in scene.text.view[giver.end : receiver.start]:
        giver = None  # "From the Ledger: Acme took in $5"
    first = first_clause(scene, clause)
    if giver is None and first is not None and said_kind(scene, clause.start, clause.end) == "payment":
        giver = hung_on(scene, [t for t in (first.object, first.verb) if t is not None], ("for",))
    if clause.passive and (receiver is None or is_amount(scene, receiver) or _is_noun(receiver)):
        return None
    if giver is None or somebody(scene, receiver) is None or is_platform(receiver):
        return None
    if clause.lemma not in triggers("money")["receive"] and not is_named(giver):
        return None
    kind = kind_of(scene, clause, noun, receiver, giver)
    return Move(kind, giver, receiver)


def is_platform(token: Token | None) -> bool:
    """Whether a word names a platform, which takes no money here."""
    return token is not None and token.mention is not None and token.mention.kind == "platform"


def _to(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int) -> Token | None:
    """Who takes one amount: whom the words behind it name, else the one receiver of the whole clause."""
    start, end = _reach(scene, clause, figures, number)
    found = between(scene, start, end, TO)
    if found is not None:
        return found
    noun = transfer_noun(scene, figures[number])
    given = actor(scene, clause, receiver_of(scene, clause))
    hung = hung_on(scene, [noun], TO) if noun is not None else None
    before = between(scene, clause.verb.start, figures[number].start, TO)  # "wrote a check to Acme for $5"
    return given or hung or _beside(scene, noun) or (before if is_named(before) else None)


def _beside(scene: Scene, noun: Token | None) -> Token | None:
    """ "Awarded Acme grants of $5": there the parser takes the receiver for a part of the noun."""
    named = scene.parsed.all_children(noun.i, "compound", "nmod") if noun is not None else []
    return next((t for t in named if is_named(t)), None)


def _reach(scene: Scene, clause: Clause, figures: list[FoundQuantity], number: int) -> tuple[int, int]:
    """The words that belong to one amount: those behind it, up to the next one."""
    figure = figures[number]
    if number < len(figures) - 1:
        return figure.start, figures[number + 1].start
    anchor = scene.at(figure)
    return figure.start, max(clause.end, figure.end, scene.subtree_span(anchor)[1] if anchor is not None else 0)


def _draft(scene: Scene, clause: Clause, move: Move, figures: list[FoundQuantity], number: int) -> Draft:
    figure, giver = figures[number], move.giver
    receiver = somebody(scene, move.receiver)
    subject, open_subject = scene.parties(giver)
    lends = clause.lemma in triggers("money")["loan"]
    other, open_object = scene.parties(receiver, None if lends else giver)  # people lend to their own campaigns
    start = (clause.start if move.start is None else move.start) if number == 0 else _word_before(scene, figure)
    first = first_clause(scene, clause)
    if number == 0 and first is not None and says_little(scene, clause, first):
        start = min(start, first.start)
    over = stating(scene, clause)
    told = clause.verb.dep in ("relcl", "ccomp", "acl") and over is not None
    if number == 0 and told and over is not None and over.object is not None and over.start < start:
        named = (over.object, over.subject)
        start = over.start if any(t is giver or t is receiver for t in named) else start
    start = min(start, figure.start)
    end = clause.end if number == len(figures) - 1 else _end_before(scene, figures[number + 1])
    if receiver is not None and figure.end < receiver.start < _reach(scene, clause, figures, number)[1]:
        end = max(end, receiver.end)
    return Draft(
        start, max(end, figure.end), move.kind, clause.verb, subject, move.relation or relation_of(move.kind), other,
        figure.quantity, clause.negated, candidates=open_subject or open_object,
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
