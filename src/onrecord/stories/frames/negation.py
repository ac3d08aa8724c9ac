"""Whether a sentence says that something was not so: every form of denial, and the forms that only look like one.

"Not only", "no less than" and "none other than" deny nothing, and two denials are none ("did not fail to file").
Where it cannot be told what a denial covers ("did not file until March"), the clause is held to be open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.triggers import triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Parsed, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
ELSEWHERE = (
    "advcl",
    "conj",
    "relcl",
    "ccomp",
    "acl",
    "nsubj",
    "nsubjpass",
    "csubj",
    "xcomp",
    "pcomp",
    "appos",
    "parataxis",
)
"""Branches below a verb that deny only what they say themselves."""
SHARING = ("xcomp", "ccomp", "pcomp", "acl", "advcl")
STEPS = 4


def is_negated(parsed: Parsed, verb: Token) -> bool:
    """ "Did not pay", "never paid", "paid nobody", "failed to pay", "without paying", "it is not true that X paid"."""
    return _itself(parsed, verb) ^ _from_outside(parsed, verb)


def is_open_denial(parsed: Parsed, verb: Token) -> bool:
    """Whether a denial leaves open what was done: "did not pay until May", "did not deny paying", "no proof that"."""
    words = triggers("reality")
    if parsed.child(verb.i, "neg") is not None and _bounded(parsed, verb):
        return True
    outer = _outer(parsed, verb)
    if outer is None:
        return False
    if outer.lemma in words["disputing"]:
        return _itself(parsed, outer)
    return outer.lemma in words["proofs"] and _has_no(parsed, outer)


def _bounded(parsed: Parsed, verb: Token) -> bool:
    """Whether a denial holds only up to a time or but for somebody: "until May", "anyone but Acme", "except Acme"."""
    words = triggers("reality")
    inside = parsed.subtree(verb.i, without=("relcl", "acl", "ccomp", "conj"))
    return any(
        (t.lemma in words["until"] and t.dep in ("prep", "mark"))
        or (t.lemma in words["except"] and parsed[t.head].lemma in words["anybody"])
        for t in inside
    )


def of_noun(parsed: Parsed, noun: Token) -> bool:
    """Whether what a noun says of somebody is denied: "is not its director", "no member of", "never served as"."""
    if _has_no(parsed, noun):
        return True
    at = noun
    for _ in range(STEPS):
        head = parsed[at.head]
        if at.dep in ("appos", "nmod", "compound", "amod", "ROOT", "relcl", "acl") or head.i == at.i:
            return False
        if head.pos in ("VERB", "AUX"):
            return is_negated(parsed, head)
        at = head
    return False


def no_such(parsed: Parsed, word: Token) -> bool:
    """ "No payment of $5 passed from Acme to Apex": a denying word on the noun that a word is, or is added to."""
    at = word
    for _ in range(STEPS):
        if at.pos in ("NOUN", "PROPN", "NUM") and at.mention is None and _has_no(parsed, at):
            return True
        added = at.dep in ("acl", "relcl", "pobj", "nmod", "compound") or (at.dep == "prep" and at.lemma == "of")
        if not added or parsed[at.head].pos in ("VERB", "AUX") or at.head == at.i:
            return False
        at = parsed[at.head]
    return False


def _itself(parsed: Parsed, verb: Token) -> bool:
    """Whether a clause holds a denying word of its own."""
    words = triggers("reality")["no"]
    around = [t for t in parsed.subtree(verb.i, without=ELSEWHERE) if t.i != verb.i]
    subject = parsed.child(verb.i, *SUBJECTS)
    if subject is not None:
        around += [subject, *parsed.all_children(subject.i, "det", "preconj", "neg", "cc")]
        around += [t for c in parsed.all_children(subject.i, "det", "nummod") for t in parsed.all_children(c.i, "neg")]
    if any(_denies(parsed, t) for t in around if t.dep == "neg" or t.lemma in words):
        return True
    head = parsed[verb.head]
    alternative = verb.dep == "conj" and any(t.lemma in ("or", "nor") for t in parsed.all_children(head.i, "cc"))
    return alternative and subject is None and _itself(parsed, head)


def _denies(parsed: Parsed, token: Token) -> bool:
    """Whether a denying word denies: not in "no less than", "not only", "no doubt", "with no strings"."""
    words = triggers("reality")
    following = parsed.tokens[token.i + 1].lemma if token.i + 1 < len(parsed.tokens) else ""
    second = parsed.tokens[token.i + 1].text.lower() if token.i + 1 < len(parsed.tokens) else ""
    if {following, second} & words["after_no"] or _contrasts(parsed, token):
        return False
    if token.lemma == "neither" or token.dep in ("neg", "nsubj", "nsubjpass", "preconj", "advmod", "dobj", "pobj"):
        return not _aside(parsed, token)
    return token.dep in ("det", "cc", "dative", "attr") and not _aside(parsed, token)


def _contrasts(parsed: Parsed, token: Token) -> bool:
    """ "Paid Acme, not Apex": what follows is denied, what was said before stands."""
    after_comma = token.i > 0 and parsed[token.i - 1].text in (",", "—", "–", "(")
    return token.lemma == "not" and after_comma and parsed[token.head].pos not in ("VERB", "AUX")


def _aside(parsed: Parsed, token: Token) -> bool:
    """Whether a denying word stands in an addition ("with no strings attached", "despite no vote")."""
    at = token
    for _ in range(STEPS):
        at = parsed[at.head]
        if at.pos in ("VERB", "AUX"):
            return False
        if at.dep == "prep" and at.lemma in triggers("reality")["asides"]:
            return True
    return False


def _has_no(parsed: Parsed, noun: Token) -> bool:
    """ "No member", "not the director", "neither director nor …": a denying word on the noun itself."""
    words = triggers("reality")["no"]
    own = [t for t in parsed.all_children(noun.i, "det", "neg", "preconj", "advmod", "cc") if t.i < noun.i]
    own = [t for t in own if t.dep == "neg" or t.lemma in words]
    return any(_denies(parsed, t) or _contrasts(parsed, t) for t in own)


def _from_outside(parsed: Parsed, verb: Token) -> bool:
    """Whether the words that a clause hangs on deny it: once, or an odd number of times ("failed to", "without")."""
    return sum(_denied_by(parsed, verb, outer) for outer in _governors(parsed, verb)) % 2 == 1


def _governors(parsed: Parsed, verb: Token) -> Iterator[Token]:
    outer = _outer(parsed, verb)
    if outer is not None:
        yield outer


def _outer(parsed: Parsed, verb: Token) -> Token | None:
    """The word that a clause without a life of its own hangs on."""
    that = verb.dep == "relcl" and parsed.child(verb.i, "mark") is not None  # "the fact that", read as "that which"
    return parsed[verb.head] if (verb.dep in SHARING or that) and verb.head != verb.i else None


def _denied_by(parsed: Parsed, verb: Token, outer: Token) -> bool:
    words = triggers("reality")
    if verb.dep in ("xcomp", "ccomp") and outer.lemma in words["negating"] | words["disputing"]:
        return not _itself(parsed, outer)
    if verb.dep == "pcomp":
        before = parsed[max(outer.i - 1, 0)].lemma
        return bool({outer.lemma, before, parsed[outer.head].lemma} & words["lacking"])
    if outer.pos in ("VERB", "AUX"):
        said = parsed.child(outer.i, "acomp", "attr") if outer.lemma == "be" else None
        return said is not None and _denied_as(parsed, said, _itself(parsed, outer))
    if outer.lemma in words["untrue"] | words["true"]:
        return _denied_as(parsed, outer, _itself(parsed, parsed[outer.head]) or _has_no(parsed, outer))
    if verb.dep not in ("acl", "relcl", "ccomp"):
        return False
    false = any(t.lemma in words["untrue"] for t in parsed.all_children(outer.i, "amod"))
    of = parsed[outer.head] if outer.dep == "pobj" else None
    held = parsed[of.head] if of is not None else None
    return false or (
        held is not None and (held.lemma == "contrary" or (held.lemma in words["true"] and _has_no(parsed, held)))
    )


def _denied_as(parsed: Parsed, said: Token, denied: bool) -> bool:
    """ "Is false that", "is not true that"."""
    words = triggers("reality")
    return (said.lemma in words["untrue"] and not denied) or (said.lemma in words["true"] and denied)
