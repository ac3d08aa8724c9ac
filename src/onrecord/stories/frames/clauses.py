"""Clauses: who does what to whom, and exactly which words of the story say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import tomllib

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Parsed, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
APART = ("advcl", "mark", "cc", "parataxis", "dep", "csubj", "intj", "preconj")
"""Branches that say something of their own: they are not part of the clause's words."""


@cache
def triggers(family: str) -> dict[str, frozenset[str]]:
    """The trigger words of one family, from ``triggers.toml``."""
    text = resources.files("onrecord.stories.frames").joinpath("triggers.toml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = tomllib.loads(text)[family]
    return {key: frozenset(words) for key, words in loaded.items()}


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its parts. In a passive clause ``subject`` is still the doer, ``object`` the one acted on."""

    parsed: Parsed
    verb: Token
    subject: Token | None
    object: Token | None
    passive: bool
    negated: bool
    start: int
    end: int

    @property
    def lemma(self) -> str:
        """The predicate's lemma, with its particle if it has one ("turn out" gives ``turn``)."""
        return self.verb.lemma


def clauses(parsed: Parsed) -> Iterator[Clause]:
    """Every clause of a sentence, in reading order."""
    for token in parsed:
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound"):
            yield _clause(parsed, token)


def _clause(parsed: Parsed, verb: Token) -> Clause:
    own = parsed.child(verb.i, *SUBJECTS)
    passive = (own is not None and own.dep == "nsubjpass") or parsed.child(verb.i, "auxpass") is not None
    participle = own is None and verb.dep in ("acl", "advcl") and verb.tag == "VBN"
    shared = own is None and verb.dep == "conj" and verb.tag == "VBN" and _is_passive(parsed, parsed[verb.head])
    passive = passive or participle or (shared and parsed.child(verb.i, "aux") is None)
    first = _antecedent(parsed, own) if own is not None else _inherited(parsed, verb)
    doer: Token | None = first
    patient = parsed.child(verb.i, "dobj", "attr", "oprd", "acomp")
    if passive:
        doer, patient = parsed.preposition(verb.i, "by"), first
    negated = parsed.child(verb.i, "neg") is not None or any(
        t.lemma in ("no", "never", "neither", "none") and t.dep in ("det", "neg", "preconj", "nsubj")
        for t in parsed.subtree(verb.i, without=("advcl", "conj", "relcl", "ccomp"))
    )
    start, end = span_of(parsed, verb)
    return Clause(parsed, verb, doer, patient, passive, negated, start, end)


def _is_passive(parsed: Parsed, verb: Token) -> bool:
    return parsed.child(verb.i, "nsubjpass", "auxpass") is not None


def _inherited(parsed: Parsed, verb: Token) -> Token | None:
    """The subject that a clause without one of its own shares with the clause or noun it hangs on."""
    seen = verb
    for _ in range(6):
        head = parsed[seen.head]
        if seen.dep in ("acl", "relcl"):
            return head
        if seen.dep == "xcomp" and (controlled := parsed.child(head.i, "dobj")):
            return controlled
        if seen.dep not in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep") or head.i == seen.i:
            return None
        found = parsed.child(head.i, *SUBJECTS)
        if found is not None:
            return _antecedent(parsed, found)
        seen = head
    return None


def _antecedent(parsed: Parsed, token: Token) -> Token:
    """What a relative pronoun stands for."""
    if token.tag not in ("WDT", "WP") and token.lemma != "that":
        return token
    verb = parsed[token.head]
    while verb.dep == "conj":
        verb = parsed[verb.head]
    return parsed[verb.head] if verb.dep == "relcl" else token


def doer_of(parsed: Parsed, clause: Clause) -> Token | None:
    """The clause's subject with relative pronouns replaced by what they stand for."""
    return _antecedent(parsed, clause.subject) if clause.subject else None


def span_of(parsed: Parsed, verb: Token) -> tuple[int, int]:
    """The clause's own words: from its subject to the end of its complements, other clauses left out."""
    inside = [verb]
    queue = [verb.i]
    while queue:
        i = queue.pop()
        for c in parsed.children[i]:
            child = parsed[c]
            if _apart(parsed, verb, child):
                continue
            inside.append(child)
            queue.append(c)
    kept = {t.i for t in inside}
    low = high = verb.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    high = _before_additions(parsed, verb, high)
    low = _after_additions(parsed, verb, low)
    first = min(kept)
    if first < low and low <= verb.i and not _has_addition(parsed, verb, first, low) and not any(_is_clause(parsed, i) for i in range(first, low) if i not in kept):
        low = first
    return _trimmed(parsed, low, high)


def _before_additions(parsed: Parsed, verb: Token, high: int) -> int:
    """The last word before something added after a comma that is a statement of its own (", which …", ", praising …")."""
    for i in range(verb.i + 1, high + 1):
        added = parsed[i].dep in ("relcl", "acl") or (
            parsed[i].dep == "appos"
            and (parsed[i].lemma in triggers("growth")["nouns"] or parsed.child(i, "relcl", "acl") is not None)
        )
        if added:
            first = parsed.subtree(i)[0].i
            if first - 1 > verb.i and parsed[first - 1].text in (",", "—", "–", "-"):
                return first - 2
    return high


def _after_additions(parsed: Parsed, verb: Token, low: int) -> int:
    """The first word of the predicate, where a long addition in commas parts the subject from its verb."""
    subject = parsed.child(verb.i, *SUBJECTS)
    if subject is None or subject.i < low or subject.i > verb.i:
        return low
    if _has_addition(parsed, verb, subject.i, verb.i):
        return next((t.i for t in parsed.all_children(verb.i, "aux", "auxpass", "neg") if t.i > subject.i), verb.i)
    return low


def _has_addition(parsed: Parsed, verb: Token, first: int, last: int) -> bool:
    """Whether more than a name stands in commas between a subject and its verb."""
    subject = parsed.child(verb.i, *SUBJECTS)
    if subject is None:
        return False
    for t in parsed.all_children(subject.i, "appos", "relcl", "acl"):
        branch = parsed.subtree(t.i)
        if first <= t.i < last and len(branch) > 4 and parsed[branch[0].i - 1].text == ",":
            return True
    return False


def _apart(parsed: Parsed, verb: Token, child: Token) -> bool:
    if child.head == verb.i:
        if child.dep in APART or (child.dep == "conj" and child.pos in ("VERB", "AUX")):
            return True
        if child.dep in ("ccomp",) and (child.i < verb.i or verb.lemma in triggers("speech")["report"]):
            return True
        if child.dep == "prep" and (child.lemma == "accord" or _is_account(parsed, child)):
            return True
        if child.tag in ("WDT", "WP") and verb.dep == "relcl":
            return True
        if child.dep == "prep" and child.lemma == "with" and parsed.child(child.i, "pcomp"):
            return True
    if child.dep == "advmod" and child.lemma in ("even", "meanwhile", "suddenly", "however", "moreover", "yet", "additionally") and child.i < verb.i:
        return True
    return child.dep == "conj" and child.pos in ("VERB", "AUX")


def _is_account(parsed: Parsed, preposition: Token) -> bool:
    """"By the group's own account": who says so, not what is said."""
    held = parsed.child(preposition.i, "pobj")
    return held is not None and held.lemma in triggers("speech")["account_nouns"] and parsed.child(held.i, "poss") is not None


def _is_clause(parsed: Parsed, i: int) -> bool:
    return parsed[i].pos == "VERB" and parsed[i].dep in ("advcl", "ccomp", "parataxis", "relcl")


def _trimmed(parsed: Parsed, low: int, high: int) -> tuple[int, int]:
    """Without punctuation and joining words at the ends; a closing quotation mark stays with its opening one."""
    while low < high and (parsed[low].pos == "PUNCT" and parsed[low].text != '"' or parsed[low].dep in ("cc", "mark")):
        low += 1
    while high > low and parsed[high].pos in ("PUNCT", "CCONJ", "SCONJ") and parsed[high].text not in (")", '"'):
        high -= 1
    return parsed[low].start, parsed[high].end


def phrase(parsed: Parsed, token: Token, without: tuple[str, ...] = ("relcl", "acl", "appos", "advcl", "conj", "cc", "preconj")) -> tuple[int, int]:
    """The words of a noun phrase: its head with what stands before and after it, additions in commas left out."""
    tokens = parsed.subtree(token.i, without=without)
    kept = {t.i for t in tokens}
    low = high = token.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return _trimmed(parsed, low, high)
