"""Quotations and events: did somebody say these words, did this happen as a record tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, words
from onrecord.checks.compare import speaks_of
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, searches
from onrecord.checks.naming import levelled

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact

SAID: Final = ("quotation", "statement")
EVENT: Final = Rule(("event",), ("statement", "collaboration", "quotation"), pace="whole")
SAID_OF: Final = re.compile(r"\bsaid of ([^.;]+)", re.IGNORECASE)
"""How the note of a casebook row gives what a quotation is about: "Said of the school, not of the ministry"."""
_NOT: Final = re.compile(r"\bnot\b", re.IGNORECASE)
QUOTED: Final = re.compile(r"[\"“]([^\"“”]+)[\"”]")


def quotation(question: Question, records: Records) -> Finding:
    """Whether the words are on record from this speaker. The speaker's own word answers that question."""
    speaker = records.resolve(question.subject)
    found = []
    for fact in records.facts:
        if fact.kind not in SAID:
            continue
        theirs = bool(question.subject) and any(facts.is_party(speaker, side) for side in fact.subjects)
        match = holds(fact, question.words)
        if match or (theirs and fact.kind == "quotation"):
            found.append(_witness(question, fact, theirs=theirs, match=match))
    query = f"quotations of {words.parties((speaker,))}" if question.subject else "quotations with these words"
    return Finding(tuple(found), searches(records.casebooks(), query, [w.evidence.source for w in found]))


def holds(fact: Fact, said: str | None) -> bool:
    """Whether a fact quotes these words: between its own quotation marks, in this order, case and punctuation aside."""
    asked = levelled(said or "")
    if not asked:
        return False
    quoted = [levelled(text) for text in QUOTED.findall(f"{fact.object}\n{fact.statement}")]
    if len(asked.split()) == 1:
        return asked in quoted
    return any(f" {asked} " in f" {text} " for text in quoted)


def _witness(question: Question, fact: Fact, *, theirs: bool, match: bool) -> Witness:
    stance, caveat = _bearing(question, fact, theirs=theirs, match=match)
    return from_fact(fact, facts.FLIPPED[stance] if question.negated else stance, caveat, own_word=True)


def _bearing(question: Question, fact: Fact, *, theirs: bool, match: bool) -> tuple[Bearing, str | None]:
    if not match:
        return "context", "other words of the same speaker"
    if not theirs:
        return "context", "the record gives these words to another speaker"
    if not speaks_of(question.period, fact.window):
        return "context", words.other_period(fact.window)
    if question.said_of and not _said_of(fact, question.said_of):
        return "context", "the record gives the words, not what they were said of"
    return "supports", None


def _said_of(fact: Fact, asked: str) -> bool:
    """Whether a record gives what the words were said of: in its statement, or where its note says just that."""
    noted = [_NOT.split(text)[0] for text in SAID_OF.findall(fact.note)]
    return any(f" {levelled(asked)} " in f" {levelled(text)} " for text in (fact.statement, *noted))


def event(question: Question, records: Records) -> Finding:
    """Whether a record tells the same event: who, what, with or at whom, when."""
    return facts.examine(question, records, EVENT)
