"""Money that a verb moves from one to another: payments, contributions, grants and loans."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.parties import (
    FROM,
    TO,
    between,
    chain_of,
    gift_kind,
    hung_on,
    is_amount,
    is_named,
    is_record,
    is_sum,
    receiver_of,
    relation_of,
    said_kind,
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


def moved(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amounts that the clause's own verb moves: money, or a bare "millions"; what a group has is not moved."""
    own = [*scene.governed(clause), *under(scene, clause), *_summed_up(scene, clause)]
    own += [*moved_on(scene, clause), *asked(scene, clause)]
    sums = scene.sums(clause.start, clause.end)
    figures = [q for q in own if scene.is_money(q)] or [q for q in own if q in sums]
    about = [*moved_on(scene, clause), *asked(scene, clause)]
    return [q for q in figures if not _is_held(scene, q) and (q in about or not _of_subject(scene, clause, q))]


def _of_subject(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    """Whether an amount only describes who acts: "the $5 million firm paid Lee", "her $600 gift made news"."""
    acts = not clause.passive and clause.lemma not in triggers("money")["go"] | {"come"}
    return acts and any(t.dep == "nsubj" for t in chain_of(scene, figure))


def _is_held(scene: Scene, figure: FoundQuantity) -> bool:
    """Whether an amount is what somebody has ("with revenue of $2 million"), not what moves."""
    chain, nouns = chain_of(scene, figure), triggers("money")["revenue_nouns"]
    inside = [scene.parsed.preposition(t.i, "in", "as") for t in chain[:1]]
    return any(t is not None and t.mention is None and t.lemma in nouns for t in (*chain, *inside))


def under(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """Amounts right below the verb that are told of another: "appears to have paid $5", "remunerated Acme with $5"."""
    words, own = triggers("money"), scene.governed(clause)
    inner = clause.verb.dep == "xcomp"
    means = clause.lemma in words["pay"] | words["support"]
    if not inner and not means:
        return []
    found = []
    for figure in scene.money(clause.verb.start, scene.parsed.sentence.end):
        chain = chain_of(scene, figure)
        if (
            figure not in own
            and chain
            and chain[-1].head == clause.verb.i
            and (inner or chain[-1].lemma in ("with", "to"))
        ):
            found.append(figure)
    return found


def _summed_up(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amount of "made payments adding up to $5"."""
    if clause.object is None or scene.governed(clause):
        return []
    verbs = [t.i for t in scene.parsed.all_children(clause.object.i, "acl", "relcl") if is_sum(t)]
    adding = [c for c in scene.clauses if c.verb.i in verbs]
    return [q for c in adding for q in scene.governed(c) if scene.is_money(q)]


def asked(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amount of "$5: that is what Lee gave Acme", which stands before the colon."""
    asked = [t for t in scene.parsed.tokens[: clause.verb.i] if t.text.lower() in ("what", "much")]
    figures = scene.money(scene.parsed.sentence.start, clause.start)
    if not asked or clause.verb.dep != "ccomp" or len(figures) != 1 or scene.governed(clause):
        return []
    between_them = scene.text.view[figures[0].end : asked[-1].start].lower()
    return figures if re.search(r"[:,\u2014] (?:that|this|which) (?:is|was) (?:how )?$", between_them) else []


def moved_on(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amount that an addition is about: "$5 given to Acme", "the $5 that Acme took from Lee"."""
    if clause.verb.dep not in ("acl", "relcl") or scene.parsed[clause.verb.head].i > clause.verb.i:
        return []
    head = clause.verb.head
    found = [q for q in scene.quantities if (at := scene.at(q)) is not None and at.i == head]
    return [q for q in found if not any(scene.is_money(o) for o in scene.governed(clause))]


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
        giver, receiver = _told_before(scene, clause, given, receiver)
        return (
            None
            if somebody(scene, receiver) is None
            else Move(_kind(scene, clause, noun, receiver, giver), giver, receiver)
        )
    if lemma in words["heap"] | words["put"]:
        return _laid(scene, clause, figures, number, noun, doer)
    if _is_noun(doer) and lemma in words["gain"] and (brought := _brought(scene, clause, doer)) is not None:
        return brought
    if lemma in words["support"] and noun is not None:
        receiver = actor(scene, clause, clause.object)
        told = is_named(receiver) and _by_way(scene, clause, noun)
        return Move(_kind(scene, clause, noun, receiver, doer), doer, receiver) if told else None
    if lemma in words["give"] or (noun is not None and lemma in words["light"]):
        receiver = _to(scene, clause, figures, number)
        giver = doer or (_from(scene, clause, figures, number, noun) if clause.passive else None)
        giver, receiver = _told_before(scene, clause, giver, receiver)
        return None if receiver is None else Move(_kind(scene, clause, noun, receiver, giver), giver, receiver)
    return None


def _told_before(
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
    return Move(_kind(scene, clause, noun, receiver, doer), doer, receiver)


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
    return Move(_kind(scene, clause, noun, receiver, giver), giver, receiver)


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
    first = _first_clause(scene, clause)
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


def _first_clause(scene: Scene, clause: Clause) -> Clause | None:
    """The clause that this one goes on from, with the same subject: "hired Acme and paid $5"."""
    if clause.verb.dep != "conj" or scene.parsed.child(clause.verb.i, "nsubj") is not None:
        return None
    return next((c for c in scene.clauses if c.verb.i == clause.verb.head), None)


def _hired(scene: Scene, first: Clause) -> Token | None:
    """Whom a clause before "and paid $5" is about: "hired Acme", "turned to Acme"."""
    found = somebody(scene, first.object) or hung_on(scene, [first.verb], ("to", "on"))
    return found if is_named(found) else None


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


def _came_from(scene: Scene, clause: Clause, figure: FoundQuantity, noun: Token | None) -> Move | None:
    """ "$1 million came from Lee": the giver is named, the receiver often left to the words around."""
    giver = somebody(scene, scene.parsed.preposition(clause.verb.i, *FROM))
    anchor = scene.at(figure)
    heads = [t.i for t in (anchor, noun) if t is not None]
    told = clause.subject is not None and clause.subject.i in heads and is_named(giver)
    receiver = hung_on(scene, [clause.verb], TO)
    return Move(_kind(scene, clause, noun, receiver, giver), giver, receiver) if told else None


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
    first = _first_clause(scene, clause)
    if giver is None and first is not None and said_kind(scene, clause.start, clause.end) == "payment":
        giver = hung_on(scene, [t for t in (first.object, first.verb) if t is not None], ("for",))
    if clause.passive and (receiver is None or is_amount(scene, receiver) or _is_noun(receiver)):
        return None
    if giver is None or somebody(scene, receiver) is None or is_platform(receiver):
        return None
    if clause.lemma not in triggers("money")["receive"] and not is_named(giver):
        return None
    kind = _kind(scene, clause, noun, receiver, giver)
    return Move(kind, giver, receiver)


def is_platform(token: Token | None) -> bool:
    """Whether a word names a platform, which takes no money here."""
    return token is not None and token.mention is not None and token.mention.kind == "platform"


def _says_little(scene: Scene, clause: Clause, first: Clause) -> bool:
    """Whether the words before "and gave $5" are no claim of their own ("dug deep and gave $5")."""
    plain = first.object is None or first.object.pos in ("ADJ", "ADV")
    short = clause.start - first.verb.start <= clause.end - clause.start
    return plain and short and not scene.governed(first)


def _kind(scene: Scene, clause: Clause, noun: Token | None, receiver: Token | None, giver: Token | None) -> ClaimType:
    """The kind that the words say ("grant", "fees", "donated"), else the kind that the receiver makes it.

    A verb that says no more than that money moved does not make a gift to a firm a payment.
    """
    if noun is not None and noun.lemma not in ("check", "cheque", "transfer"):
        return noun_kind(scene, noun, receiver, giver)
    first = _first_clause(scene, clause)
    over = stating(scene, clause) if clause.verb.dep in ("acl", "relcl") else None
    start = min(c.start for c in (clause, first, over) if c is not None)
    said = said_kind(scene, start, clause.end)
    kind = gift_kind(scene, receiver, giver)
    if said is not None and (said != "grant" or receiver is not None):
        return said
    return "contribution" if kind == "payment" and not _for_something(scene, clause) else kind


def _for_something(scene: Scene, clause: Clause) -> bool:
    """ "Sent Acme Print $5 for mailers": what was bought."""
    held = (t for t in scene.parsed if t.dep == "pobj" and scene.parsed[t.head].lemma == "for")
    inside = (t for t in held if clause.verb.start < t.start < clause.end and t.mention is None)
    return any(t.lemma not in triggers("money")["political_receivers"] and not is_amount(scene, t) for t in inside)


def noun_kind(scene: Scene, noun: Token, receiver: Token | None, giver: Token | None) -> ClaimType:
    """What kind of transfer a noun names."""
    words = triggers("money")
    if noun.lemma in words["payment_nouns"]:
        return "payment"
    if noun.lemma in words["grant_nouns"]:
        return "grant"
    kind = gift_kind(scene, receiver, giver)
    return "contribution" if kind == "payment" or noun.lemma in words["given_as"] else kind


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
    first = _first_clause(scene, clause)
    if number == 0 and first is not None and _says_little(scene, clause, first):
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
