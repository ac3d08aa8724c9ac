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
    passive = passive or participle
    first = own or _inherited(parsed, verb)
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
    if token.tag in ("WDT", "WP") and parsed[token.head].dep == "relcl":
        return parsed[parsed[token.head].head]
    return token


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
    first = min(kept)
    if first < low and not any(_is_clause(parsed, i) for i in range(first, low) if i not in kept):
        low = first
    return _trimmed(parsed, low, high)


def _apart(parsed: Parsed, verb: Token, child: Token) -> bool:
    if child.head == verb.i:
        if child.dep in APART or (child.dep == "conj" and child.pos in ("VERB", "AUX")):
            return True
        if child.dep in ("ccomp",) and (child.i < verb.i or verb.lemma in triggers("speech")["report"]):
            return True
        if child.dep == "prep" and child.lemma == "accord":
            return True
        if child.tag in ("WDT", "WP") and verb.dep == "relcl":
            return True
        if child.dep == "prep" and child.lemma == "with" and parsed.child(child.i, "pcomp"):
            return True
    if child.dep == "advmod" and child.lemma in ("even", "meanwhile", "suddenly", "however", "moreover", "yet", "additionally") and child.i < verb.i:
        return True
    return child.dep == "conj" and child.pos in ("VERB", "AUX")


def _is_clause(parsed: Parsed, i: int) -> bool:
    return parsed[i].pos == "VERB" and parsed[i].dep in ("advcl", "ccomp", "parataxis", "relcl")


def _trimmed(parsed: Parsed, low: int, high: int) -> tuple[int, int]:
    """Without punctuation and joining words at the ends; a closing quotation mark stays with its opening one."""
    while low < high and (parsed[low].pos == "PUNCT" and parsed[low].text != '"' or parsed[low].dep in ("cc", "mark")):
        low += 1
    while high > low and parsed[high].pos in ("PUNCT", "CCONJ", "SCONJ") and parsed[high].text not in (")", '"'):
        high -= 1
    return parsed[low].start, parsed[high].end


def phrase(parsed: Parsed, token: Token, without: tuple[str, ...] = ("relcl", "acl", "appos", "advcl")) -> tuple[int, int]:
    """The words of a noun phrase: its head with what stands before and after it, additions in commas left out."""
    tokens = parsed.subtree(token.i, without=without)
    kept = {t.i for t in tokens}
    low = high = token.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return _trimmed(parsed, low, high)
