"""Exactly which words of the story a clause or a noun phrase is, additions and other clauses left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.triggers import triggers

if TYPE_CHECKING:
    from onrecord.stories.parse import Parsed, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
APART = ("advcl", "mark", "cc", "parataxis", "dep", "csubj", "intj", "preconj")
"""Branches that say something of their own: they are not part of the clause's words."""
JOINING = ("even", "meanwhile", "suddenly", "however", "moreover", "yet", "additionally")
"""Adverbs before a verb that join its clause to what was said before."""


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
    if (
        first < low
        and low <= verb.i
        and not _has_addition(parsed, verb, first, low)
        and not any(_is_clause(parsed, i) for i in range(first, low) if i not in kept)
    ):
        low = first
    return _trimmed(parsed, low, high)


def _before_additions(parsed: Parsed, verb: Token, high: int) -> int:
    """The last word before an addition behind a comma that states something of its own (", which …")."""
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
    """Whether a word below a verb begins something that is not part of the verb's own statement."""
    if child.dep == "conj" and child.pos in ("VERB", "AUX"):
        return True
    if child.dep == "advmod" and child.lemma in JOINING and child.i < verb.i:
        return True
    return child.head == verb.i and _hangs_apart(parsed, verb, child)


def _hangs_apart(parsed: Parsed, verb: Token, child: Token) -> bool:
    reports = triggers("speech")["report"]
    if child.dep in APART or _is_noun_report(parsed, child):
        return True
    if child.dep == "ccomp":
        return child.i < verb.i or verb.lemma in reports
    if child.dep == "prep":
        of_its_own = child.lemma == "with" and parsed.child(child.i, "pcomp") is not None
        return child.lemma == "accord" or of_its_own or _is_account(parsed, child)
    return child.tag in ("WDT", "WP") and verb.dep == "relcl"


def _is_noun_report(parsed: Parsed, child: Token) -> bool:
    """ "…, its filing shows": there the parser often takes "shows" for a noun."""
    plural = child.tag == "NNS" and child.lemma in triggers("speech")["report"]
    named = parsed.child(child.i, "compound", "poss") is not None
    first = parsed.subtree(child.i)[0].i
    return plural and named and first > 0 and parsed[first - 1].text == ","


def _is_account(parsed: Parsed, preposition: Token) -> bool:
    """ "By the group's own account": who says so, not what is said."""
    held = parsed.child(preposition.i, "pobj")
    return (
        held is not None
        and held.lemma in triggers("speech")["account_nouns"]
        and parsed.child(held.i, "poss") is not None
    )


def _is_clause(parsed: Parsed, i: int) -> bool:
    return parsed[i].pos == "VERB" and parsed[i].dep in ("advcl", "ccomp", "parataxis", "relcl")


def _trimmed(parsed: Parsed, low: int, high: int) -> tuple[int, int]:
    """Without punctuation and joining words at the ends; a closing quotation mark stays with its opening one."""
    while low < high and (
        (parsed[low].pos == "PUNCT" and parsed[low].text != '"') or parsed[low].dep in ("cc", "mark")
    ):
        low += 1
    if low < high and parsed[low].lemma == "that" and low and parsed[low - 1].lemma in triggers("speech")["report"]:
        low += 1  # "found that engagement …", read as "that engagement"
    while high > low and parsed[high].pos in ("PUNCT", "CCONJ", "SCONJ") and parsed[high].text not in (")", '"'):
        high -= 1
    return parsed[low].start, parsed[high].end


def phrase(
    parsed: Parsed, token: Token, without: tuple[str, ...] = ("relcl", "acl", "appos", "advcl", "conj", "cc", "preconj")
) -> tuple[int, int]:
    """The words of a noun phrase: its head with what stands before and after it, additions in commas left out."""
    tokens = parsed.subtree(token.i, without=without)
    kept = {t.i for t in tokens}
    low = high = token.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    return _trimmed(parsed, low, high)
