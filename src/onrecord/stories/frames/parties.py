"""Who gives and who takes, around one amount: the grammar that every frame about money shares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers

if TYPE_CHECKING:
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType

TO = ("to", "into")
FROM = ("from",)
NAMED = ("person", "organization", "unknown")


def is_named(token: Token | None) -> bool:
    """Whether a word stands for a person or an organization."""
    return token is not None and token.mention is not None and token.mention.kind in NAMED


def is_amount(scene: Scene, token: Token) -> bool:
    """Whether a word is part of an amount, or says "money" in another word; such a word is nobody."""
    inside = any(q.start <= token.start < q.end for q in scene.quantities)
    return inside or token.text in "$€£" or token.lemma in triggers("money")["money_nouns"]


def is_record(token: Token | None) -> bool:
    """Whether a word is a filing or a list: it shows a gift, it does not make one."""
    return token is not None and token.mention is None and token.lemma in triggers("speech")["record_nouns"]


def somebody(scene: Scene, token: Token | None) -> Token | None:
    """The word, if it can be a party."""
    return None if token is None or is_amount(scene, token) or is_record(token) else token


def transfer_noun(scene: Scene, figure: FoundQuantity) -> Token | None:
    """The "grant" of "a $5,000 grant", "a grant of $5,000", "grants totaling $5,000" and "$5,000 in grants"."""
    at = scene.at(figure)
    nouns = triggers("money")["transfer_nouns"]
    for _ in range(5):
        if at is None or (at.pos in ("VERB", "AUX") and not is_sum(at)):
            return None
        if at.lemma in nouns and at.pos == "NOUN":
            return at
        inside = scene.parsed.preposition(at.i, "in")
        if inside is not None and inside.lemma in nouns:
            return inside
        if at.lemma == "worth" and at.i and (named := _worth(scene, at)) is not None and named.lemma in nouns:
            return named
        at = scene.parsed[at.head] if at.head != at.i else None
    return None


def is_sum(verb: Token) -> bool:
    """Whether a verb only says how much the noun before it comes to: "payments totaling $5"."""
    words = triggers("money")
    return verb.dep in ("acl", "relcl", "ROOT") and verb.lemma in words["sum_verbs"] | {
        "total",
        "come",
        "reach",
        "exceed",
    }


def _worth(scene: Scene, worth: Token) -> Token | None:
    """The "grants" of "made Acme grants worth $5"."""
    return scene.parsed.child(worth.i, "nsubj") or scene.parsed.tokens[worth.i - 1]


def hung_on(scene: Scene, heads: list[Token], words: tuple[str, ...]) -> Token | None:
    """The first party that one of these prepositions hangs on one of these words."""
    for head in heads:
        found = somebody(scene, scene.parsed.preposition(head.i, *words))
        if found is not None:
            return found
    return None


def between(scene: Scene, start: int, end: int, words: tuple[str, ...]) -> Token | None:
    """The first party behind one of these prepositions between two offsets."""
    for token in scene.parsed:
        held = token.dep == "pobj" and scene.parsed[token.head].lemma in words
        if held and start <= token.start < end and somebody(scene, token) is not None:
            return token
    return None


def chain_of(scene: Scene, figure: FoundQuantity) -> list[Token]:
    """The words between an amount and the verb that governs it, the amount's own first."""
    at = scene.at(figure)
    found: list[Token] = []
    while at is not None and at.pos not in ("VERB", "AUX") and len(found) < 6:
        found.append(at)
        at = scene.parsed[at.head] if at.head != at.i else None
    return found


def receiver_of(scene: Scene, clause: Clause) -> Token | None:
    """To whom a clause gives: "gave Acme $5", "gave $5 to Acme", "Acme was given $5"."""
    parsed, verb = scene.parsed, clause.verb
    if clause.passive and (found := somebody(scene, clause.object)) is not None:
        return found
    if (named := _named_object(scene, clause)) is not None:
        return named
    objects = [verb, *parsed.all_children(verb.i, "dobj", "dative", "attr", "oprd")]
    return hung_on(scene, objects, TO) or _left_out(scene, clause)


def _named_object(scene: Scene, clause: Clause) -> Token | None:
    """The receiver among the verb's own objects; "the firm Acme" counts as Acme."""
    objects = scene.parsed.all_children(clause.verb.i, "dative", "iobj", "dobj")
    fitting = [t for t in objects if t.pos != "ADP" and (somebody(scene, t) is not None or _given_it(t))]
    fitting = [t for t in fitting if t.lemma not in triggers("money")["transfer_nouns"] and t.tag not in ("WDT", "WP")]
    if len(fitting) > 1 and is_named(fitting[1]) and fitting[1].start - fitting[0].end <= 1:
        return fitting[1]
    return fitting[0] if fitting else None


def _given_it(token: Token) -> bool:
    """ "Awarded it $5": there "it" is the one given to, not the amount."""
    return token.lemma == "it" and token.dep in ("dative", "iobj")


def _left_out(scene: Scene, clause: Clause) -> Token | None:
    """The receiver that a relative clause leaves out: "a firm that the campaign paid $5"."""
    own = scene.parsed.child(clause.verb.i, "nsubj")
    if clause.verb.dep != "relcl" or own is None or own.tag in ("WDT", "WP") or own.lemma == "that":
        return None
    return somebody(scene, scene.parsed[clause.verb.head])


def gift_kind(scene: Scene, receiver: Token | None, giver: Token | None = None) -> ClaimType:
    """What giving money to this kind of receiver is called: a payment to a firm, a contribution to a campaign.

    Everything else is a grant where an organization gives, and a contribution where a person or a committee does.
    """
    if receiver is None:
        return "contribution"
    if is_political(scene, receiver):
        return "contribution"
    if is_vendor(scene, receiver):
        return "payment"
    if receiver.pos == "PRON" or is_person(receiver) or is_person(giver):
        return "contribution"
    return "contribution" if giver is not None and is_political(scene, giver) else "grant"


def is_political(scene: Scene, token: Token) -> bool:
    """Whether a name or noun says that it runs for office or works for those who do: "Lee for Mayor", "Lee 2030"."""
    if _words_about(scene, token) & triggers("money")["political_receivers"]:
        return True
    name = (scene.who(token)[0] or "").lower()
    bids = (
        re.search(r"\bfor (?:u\.?s\.? |state |city |lt\.? )?([a-z]+)", name),
        re.search(r"\b(?:re-?)?elect \w", name),
    )
    office = bids[0] is not None and bids[0][1] in triggers("money")["offices"]
    return office or bids[1] is not None or re.search(r"[a-z] (?:19|20)\d\d$", name) is not None


def is_vendor(scene: Scene, token: Token) -> bool:
    """Whether a name or noun says that it sells something."""
    return bool(_words_about(scene, token) & triggers("money")["vendor_words"])


def said_kind(scene: Scene, start: int, end: int) -> ClaimType | None:
    """The kind of transfer that the words between two offsets name: fees, a grant, campaign cash; one kind only."""
    words = triggers("money")
    said = {t.lemma for t in scene.parsed if t.mention is None and start <= t.start < end}
    kinds: list[tuple[ClaimType, str]] = [
        ("payment", "paid_for"), ("grant", "granted_as"), ("contribution", "given_as"),
    ]  # fmt: skip
    found = [kind for kind, family in kinds if said & words[family]]
    return found[0] if len(found) == 1 else None


def relation_of(kind: ClaimType) -> str:
    """The word for a transfer of this kind."""
    return "paid" if kind == "payment" else "gave"


def is_person(token: Token | None) -> bool:
    """Whether a word is the name of a person."""
    return token is not None and token.mention is not None and token.mention.kind == "person"


def _words_about(scene: Scene, token: Token) -> set[str]:
    """The words of a name, of what it is put beside, and of what it resolves to."""
    beside = [token, *scene.parsed.all_children(token.i, "appos", "compound", "nmod")]
    if token.dep == "appos":
        beside.append(scene.parsed[token.head])
    names = [scene.who(token)[0] or "", *(t.mention.name if t.mention else t.lemma for t in beside)]
    return {word.strip(".,").lower() for name in names for word in name.split()}
