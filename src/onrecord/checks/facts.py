"""Matching a question with the facts of casebooks: parties, relation, unit, figure, period, place, contest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.checks import words
from onrecord.checks.compare import (
    Pace,
    contest_fits,
    contests,
    fit,
    is_comparison,
    offices,
    pinned,
    place_fits,
    same_figure,
    same_unit,
    speaks_of,
    window_of,
)
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, searches
from onrecord.checks.naming import heads, levelled, parts, same_group, same_name
from onrecord.checks.relations import is_mutual, relation, shows
from onrecord.checks.wordlists import wordlist
from onrecord.intervals import interval_of, overlap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact, Resolution, Side

FLIPPED: Final[dict[Bearing, Bearing]] = {"supports": "excludes", "excludes": "supports", "context": "context"}


@dataclass(frozen=True, slots=True)
class Rule:
    """How the facts of one family are compared.

    ``kinds`` may support or exclude; ``near`` kinds are shown only. ``single`` means that one subject has one figure
    in one period, so that another figure excludes it. ``joint`` means that a figure for several parties together says
    nothing of one of them. ``groups`` lets a label for a group of people match by its words, ``label`` lets the object
    be the name of an election. ``open_object`` allows a claim without an object.
    """

    kinds: tuple[str, ...]
    near: tuple[str, ...] = ("statement",)
    pace: Pace = "whole"
    single: bool = False
    joint: bool = False
    groups: bool = False
    label: bool = False
    open_object: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question turned so that its relation points the usual way, its names resolved."""

    question: Question
    rule: Rule
    word: str
    denied: bool
    subject: tuple[Resolution, ...]
    object: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Which parties of a fact are the ones asked about, and whether it has no others (``whole``)."""

    subject: bool
    object: bool
    whole: bool


def asked(question: Question, records: Records, rule: Rule) -> Asked:
    """``question`` with its relation levelled and both parties looked up."""
    said = relation(question.relation)
    ends = (question.object, question.subject) if said.reversed else (question.subject, question.object)
    subject, object_ = (_parties(name, records) for name in ends)
    # A reader may put the denial in the relation, in the flag, or in both: it is one denial.
    return Asked(question, rule, said.word, said.denied or question.negated, subject, object_)


def examine(question: Question, records: Records, rule: Rule) -> Finding:
    """Every fact that bears on ``question``, and the casebooks searched for it."""
    ask = asked(question, records, rule)
    found = [(fact, sides) for fact in records.facts if (sides := _touches(ask, fact))]
    supporting = {fact.window for fact, sides in found if judge(ask, fact, sides)[0] == "supports"}
    witnesses = [_witness(ask, fact, sides, supporting) for fact, sides in found]
    query = words.facts_query(rule.kinds, ask.subject, ask.object)
    return Finding(tuple(witnesses), searches(records.casebooks(), query, [fact.source_id for fact, _ in found]))


def judge(ask: Asked, fact: Fact, sides: Sides) -> tuple[Bearing | None, str | None]:
    """What a fact does to the relation asked about, unflipped, and why no more. None: its figure differs."""
    barrier = _barrier(ask, fact, sides)
    if barrier is not None:
        return "context", barrier or None
    quantity = ask.question.quantity
    if quantity is None or interval_of(quantity) == (None, None):
        return "supports", _caveat(ask, fact)
    if not fact.has_figure:
        return "context", "the record gives no figure"
    lies = fit(interval_of(quantity), fact.interval)
    if lies == "fits":
        return "supports", _caveat(ask, fact)
    return (None, words.other_figure(fact)) if lies == "apart" else ("context", words.wider_figure(fact))


def _barrier(ask: Asked, fact: Fact, sides: Sides) -> str | None:
    """Why a fact cannot decide the claim: in words, or "" where its statement says enough; None if it can."""
    question, rule = ask.question, ask.rule
    said = relation(fact.relation)
    if fact.kind not in rule.kinds:
        return "" if fact.kind == "statement" else f"the record is of another kind: {words.kind(fact.kind)}"
    if not (sides.subject and sides.object):
        return ""
    if not shows(said.word, ask.word):
        return ""
    if rule.joint and not sides.whole:
        return f"the record speaks of {words.together(fact)} together"
    if question.quantity is not None and fact.has_figure and not same_unit(question.quantity, fact.unit):
        return f"the record counts in {words.unit(fact.unit)}"
    if not speaks_of(question.period, fact.window, rule.pace):
        return words.other_period(fact.window)
    if not place_fits(question.place, fact.place):
        return f"the record speaks of {fact.place}"
    if not contest_fits(_contest_asked(question), contests(fact.object, fact.statement)) or (
        rule.label and not contest_fits(offices(question.object), offices(fact.object))
    ):
        return "the record speaks of another election"
    return None


def _witness(ask: Asked, fact: Fact, sides: Sides, supporting: set[tuple[str | None, str | None]]) -> Witness:
    stance, caveat = judge(ask, fact, sides)
    if stance is None:
        at_issue = pinned(window_of(ask.question.period), fact.window) and not is_comparison(ask.question.period)
        same_count = fact.window in supporting and None not in fact.window
        stance = "excludes" if ask.rule.single and (at_issue or same_count) else "context"
    if relation(fact.relation).denied != ask.denied:
        stance = flipped(stance)
    return from_fact(fact, stance, caveat)


def flipped(stance: Bearing) -> Bearing:
    """What a record of a thing does to a claim that denies it."""
    return FLIPPED[stance]


# ── parties ──────────────────────────────────────────────────────────────────────────────────────────────────────


def sides_of(ask: Asked, fact: Fact) -> Sides:
    """Which parties of a fact are asked about, in the direction of its relation, or in either if it holds both ways."""
    swap = relation(fact.relation).reversed
    ends = (fact.objects, fact.subjects) if swap else (fact.subjects, fact.objects)
    straight = _sides(ask, fact, *ends)
    # A statement is only shown, so its direction does not matter: "A thanked B for its gift" bears on "B gave to A".
    either_way = is_mutual(ask.word) or fact.kind in ask.rule.near
    if either_way and not (straight.subject and straight.object):
        turned = _sides(ask, fact, *reversed(ends))
        return max(straight, turned, key=lambda s: s.subject + s.object)
    return straight


def _sides(ask: Asked, fact: Fact, subjects: tuple[Side, ...], objects: tuple[Side, ...]) -> Sides:
    subject, alone = _matched(ask, ask.subject, subjects)
    if not ask.subject or is_everyone(ask.subject[0].name):
        subject = any(is_everyone(side.name) for side in subjects)
    if not ask.object:
        # Where neither side names an object, none is missing: "the union counts 4,000 members".
        return Sides(subject, ask.rule.open_object or not objects, alone)
    object_, alone_too = _matched(ask, ask.object, objects)
    if not object_ and ask.rule.label:
        object_ = _same_label(ask.object[0].name, fact.object)
    return Sides(subject, object_, alone and alone_too)


def _matched(ask: Asked, wanted: tuple[Resolution, ...], sides: tuple[Side, ...]) -> tuple[bool, bool]:
    """Whether every name wanted is among the parties, and whether every party is wanted."""
    if not wanted:
        return False, True
    hits = [[is_party(name, side, groups=ask.rule.groups) for side in sides] for name in wanted]
    return all(any(row) for row in hits), all(any(column) for column in zip(*hits, strict=True))


def is_party(name: Resolution, side: Side, *, groups: bool = False) -> bool:
    """Whether a party of a fact is the one meant: the same entity, the same name, or the same label of a group."""
    if side.entity_id is not None and side.entity_id in name.entities:
        return True
    if any(same_name(own, side.name) for own in name.names or (name.name,)):
        return True
    return groups and same_group(name.name, side.name)


def _parties(name: str | None, records: Records) -> tuple[Resolution, ...]:
    """Who a slot names. A slot of several names is split only if it is no name of its own."""
    if not name:
        return ()
    whole, split = records.resolve(name), parts(name)
    if len(split) == 1 or whole.known or records.has_party(name):
        return (whole,)
    several = tuple(records.resolve(part) for part in split)
    return several if all(one.known or records.has_party(one.name) for one in several) else (whole,)


def _touches(ask: Asked, fact: Fact) -> Sides | None:
    """The parties of a fact that is worth showing: it joins both, or it is of the family and gives the same figure."""
    if fact.kind not in (*ask.rule.kinds, *ask.rule.near):
        return None
    sides = sides_of(ask, fact)
    if sides.subject and sides.object and (ask.object or fact.kind in ask.rule.kinds):
        return sides
    quantity = ask.question.quantity
    if quantity is None or not fact.has_figure or not same_unit(quantity, fact.unit):
        return None
    named = (ask.subject and sides.subject) or (ask.object and sides.object)
    if not (named or _mentions(ask, fact)):
        return sides if _reminds(ask, fact) else None
    near = fact.kind in ask.rule.near and overlap(interval_of(quantity), fact.interval)
    return sides if near or same_figure(interval_of(quantity), fact.interval) else None


def _mentions(ask: Asked, fact: Fact) -> bool:
    """Whether a slot names a party of the fact within a longer label: "groups behind Ann Lee" mentions "Ann Lee"."""
    slots = [f" {levelled(name.name)} " for name in (*ask.subject, *ask.object)]
    return any(f" {levelled(side.name)} " in slot for side in (*fact.subjects, *fact.objects) for slot in slots)


def _reminds(ask: Asked, fact: Fact) -> bool:
    """Whether a fact of the family prints the very figure, of parties with a word in common: shown, and no more."""
    quantity = ask.question.quantity
    if quantity is None or fact.kind not in ask.rule.kinds or not same_figure(interval_of(quantity), fact.interval):
        return False
    slots = {word for name in (*ask.subject, *ask.object) for word in heads(name.name)}
    return not slots or any(slots & heads(side.name) for side in (*fact.subjects, *fact.objects))


def is_everyone(name: str) -> bool:
    """Whether a name means all givers together."""
    return any(same_name(name, word) for word in wordlist("relations")["everyone"]["words"])


def _same_label(claimed: str, recorded: str) -> bool:
    """Whether two labels name one election: the words of one are among the other's. Any other label has to be the same:
    "the grants" are not "the grants of the Fund"."""
    a, b = heads(claimed), heads(recorded)
    election = any(contests(text) or offices(text) for text in (claimed, recorded))
    return bool(a and b) and (a == b or (election and (a <= b or b <= a)))


def _contest_asked(question: Question) -> frozenset[str]:
    period = question.period.text if question.period else None
    return contests(period, question.object, question.relation)


def _caveat(ask: Asked, fact: Fact) -> str | None:
    """In how far a supporting record says something that the claim leaves open."""
    question = ask.question
    notes = []
    if question.quantity is not None and question.quantity.base == "not_stated":
        notes.append(f"the story does not say of what; the record says {words.unit(fact.unit)}")
    if window_of(question.period) == (None, None) and fact.window != (None, None):
        notes.append(words.speaks_of(fact.window))
    return "; ".join(notes) or None


def matching_figures(question: Question, facts: Sequence[Fact], records: Records, rule: Rule) -> list[Fact]:
    """The facts that print the very figure of a question for the same subject, whatever else they say."""
    ask = asked(question, records, rule)
    quantity = question.quantity
    if quantity is None:
        return []
    return [
        fact
        for fact in facts
        if fact.has_figure
        and same_unit(quantity, fact.unit)
        and same_figure(interval_of(quantity), fact.interval)
        and (sides_of(ask, fact).subject or sides_of(ask, fact).object or _mentions(ask, fact))
    ]
