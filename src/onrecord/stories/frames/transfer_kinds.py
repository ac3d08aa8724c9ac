"""What kind of transfer the words around an amount name: a payment, a contribution, a grant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.actors import first_clause, stating
from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.parties import gift_kind, is_amount, said_kind

if TYPE_CHECKING:
    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.parse import Token
    from onrecord.vocabulary import ClaimType


def kind_of(scene: Scene, clause: Clause, noun: Token | None, receiver: Token | None, giver: Token | None) -> ClaimType:
    """The kind that the words say ("grant", "fees", "donated"), else the kind that the receiver makes it.

    A verb that says no more than that money moved does not make a gift to a firm a payment.
    """
    if noun is not None and noun.lemma not in ("check", "cheque", "transfer"):
        return noun_kind(scene, noun, receiver, giver)
    first = first_clause(scene, clause)
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
