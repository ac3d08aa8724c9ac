"""Money that a noun phrase names and a verb only measures, and lines without a verb.

"Payments from A to B totaled $5", "the fees that A paid B came to $5", "A's bill with B was $5"; "Donor roundup: A to
B, $5 in 2030". Who gives and who takes must both be named: half of a transfer is left to the other frames.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.parties import FROM, TO, gift_kind, is_named, relation_of, said_kind
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.transfer_kinds import noun_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType

Sides = tuple["Token | None", "Token | None"]
"""Who gives and who takes."""


def measured(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Payments from A to B totaled $5": a transfer in the subject, its amount behind the verb."""
    words = triggers("money")
    noun = _exchange(clause.subject)
    figures = [q for q in scene.governed(clause) if scene.is_money(q)]
    if noun is None or clause.unreal or clause.passive or not figures:
        return
    if clause.lemma not in words["amount_verbs"] | words["sum_verbs"]:
        return
    giver, receiver = _sides(scene, noun)
    if giver is not None and receiver is not None:
        kind = _kind(scene, noun, receiver, giver)
        relation = "refunded" if noun.lemma in words["return_nouns"] else ""
        start = min(clause.start, scene.words_of(noun)[0])
        yield _draft(scene, clause.verb, kind, (giver, receiver), figures[0], (start, clause.end), relation, clause)


def swelled(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Lee's war chest grew by $5 with a gift from Ortiz"."""
    chest, figures = clause.subject, [q for q in scene.governed(clause) if scene.is_money(q)]
    if clause.unreal or chest is None or chest.lemma not in triggers("money")["chests"] or len(figures) != 1:
        return
    receiver = _named(scene.parsed.child(chest.i, "poss"))
    nouns = [t for t in scene.parsed if t.lemma in triggers("money")["transfer_nouns"] and t.i > clause.verb.i]
    giver = next((found for t in nouns if (found := _under(scene, t, FROM)) is not None), None)
    if receiver is not None and giver is not None:
        kind = noun_kind(scene, nouns[0], receiver, giver)
        span = (clause.start, max(clause.end, giver.end))
        yield _draft(scene, clause.verb, kind, (giver, receiver), figures[0], span, "", clause)


def _exchange(token: Token | None) -> Token | None:
    """The word, if it names money that changes hands."""
    words = triggers("money")
    nouns = words["transfer_nouns"] | words["bill_nouns"] | words["taking_nouns"] | words["giving_nouns"]
    return token if token is not None and token.mention is None and token.lemma in nouns else None


def _kind(scene: Scene, noun: Token, receiver: Token, giver: Token) -> ClaimType:
    words = triggers("money")
    if noun.lemma in words["bill_nouns"] | words["taking_nouns"]:
        return "payment"
    if any(t.lemma in words["granted_as"] for t in scene.parsed.all_children(noun.i, "compound", "amod")):
        return "grant"
    return noun_kind(scene, noun, receiver, giver)


def _sides(scene: Scene, noun: Token) -> Sides:
    """Who gives and who takes, from what hangs on the noun; a bill comes from who is paid."""
    words = triggers("money")
    owner = _named(scene.parsed.child(noun.i, "poss"))
    source, target = _under(scene, noun, FROM), _under(scene, noun, TO)
    if noun.lemma in words["bill_nouns"]:
        return owner or target, source or _under(scene, noun, ("with",))
    if noun.lemma in words["taking_nouns"] | words["payment_nouns"] and owner is not None and source is not None:
        return source, owner
    giver, receiver = owner or source or _under(scene, noun, ("by",)), target
    if giver is None or receiver is None:
        return _in_addition(scene, noun, giver, receiver)
    return giver, receiver


def _named(token: Token | None) -> Token | None:
    return token if is_named(token) else None


def _under(scene: Scene, noun: Token, words: tuple[str, ...]) -> Token | None:
    """The first name behind one of these prepositions within the noun phrase."""
    for token in scene.parsed.subtree(noun.i, without=("relcl",)):
        if is_named(token) and token.dep == "pobj" and scene.parsed[token.head].lemma in words:
            return token
    return None


def _in_addition(scene: Scene, noun: Token, giver: Token | None, receiver: Token | None) -> Sides:
    """ "The fees that A paid B": who gives and takes in the clause that is added to the noun."""
    words = triggers("money")
    clause = next((c for c in scene.clauses if c.verb.head == noun.i and c.verb.dep in ("relcl", "acl")), None)
    if clause is None or clause.negated:
        return giver, receiver
    subject, parsed = _named(clause.subject), scene.parsed
    taken = _named(parsed.child(clause.verb.i, "dative", "dobj")) or _named(parsed.preposition(clause.verb.i, *TO))
    if clause.lemma in words["give"] | words["light"] | words["pay"]:
        return giver or subject, receiver or taken
    if clause.lemma in words["receive"] | words["gain"]:
        return giver or _named(parsed.preposition(clause.verb.i, *FROM)), receiver or subject
    return giver, receiver


def lines(scene: Scene) -> Iterator[Draft]:
    """ "Donor roundup: A to B, $5 in 2030", "A, $5, to B", "$5 in fees, from A to B": lines without a verb."""
    for figure in scene.quantities:
        if scene.is_money(figure):
            start, end = _line(scene, figure)
            sides = _in_line(scene, start, end)
            if sides is not None:
                first, last = scene.parsed.sentence.start, scene.parsed.sentence.end
                giver, receiver = sides
                kind = said_kind(scene, first, last) or gift_kind(scene, receiver, giver)
                back = any(t.lemma in triggers("money")["return_nouns"] for t in scene.parsed)
                kind, relation = ("contribution", "refunded") if back else (kind, "")
                anchor = scene.at(figure) or giver
                yield _draft(scene, anchor, kind, (giver, receiver), figure, (start, end), relation, None)


def _line(scene: Scene, figure: FoundQuantity) -> tuple[int, int]:
    """The part of the sentence that a figure stands in, between colons and semicolons."""
    view, begin, finish = scene.text.view, scene.parsed.sentence.start, scene.parsed.sentence.end
    before = [m.end() for m in re.finditer(r"[:;] |[\u2014\u2013] | - ", view[begin : figure.start])]
    after = re.search(r"[;\u2014]|[.!?]['\"\u201d]?\s*$", view[figure.end : finish])
    return begin + (before[-1] if before else 0), figure.end + after.start() if after else finish


def _in_line(scene: Scene, start: int, end: int) -> tuple[Token, Token] | None:
    """Giver and receiver of a line: the first name and the one behind "to"; nobody where a verb says more."""
    inside = [t for t in scene.parsed if start <= t.start < end]
    if any(t.pos in ("VERB", "AUX") and t.lemma not in triggers("money")["rendered"] for t in inside):
        return None
    names = [t for t in inside if is_named(t)]
    if len(names) != 2:
        return None
    giver, receiver = names
    view = scene.text.view
    opens = view[start : giver.start].strip() == "" or view[: giver.start].endswith(("from ", "From "))
    return (giver, receiver) if opens and view[: receiver.start].endswith(" to ") else None


def _draft(
    scene: Scene,
    verb: Token,
    kind: ClaimType,
    sides: tuple[Token, Token],
    figure: FoundQuantity,
    span: tuple[int, int],
    relation: str,
    clause: Clause | None,
) -> Draft:
    giver, receiver = sides
    subject, open_subject = scene.parties(giver)
    other, open_object = scene.parties(receiver, giver)
    return Draft(
        span[0], max(span[1], figure.end), kind, verb, subject, relation or relation_of(kind), other, figure.quantity,
        clause is not None and clause.negated, candidates=open_subject or open_object,
    )  # fmt: skip
