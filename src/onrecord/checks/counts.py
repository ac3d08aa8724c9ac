"""Counts, percentages and turnout: figures about groups of people or of bodies, which are no entities of the book."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, posts
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Finding
from onrecord.checks.naming import same_name
from onrecord.checks.relations import relation

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records

RULES: Final = {
    "count": Rule(("count", "turnout"), pace="counted", single=True, groups=True),
    "percentage": Rule(
        ("percentage", "turnout"), pace="counted", single=True, groups=True, label=True, open_object=True
    ),
    "turnout": Rule(
        ("turnout", "percentage", "count"), pace="counted", single=True, groups=True, label=True, open_object=True
    ),
}
CHANGES: Final = ("turnout_changed", "number_changed")


def counts(question: Question, records: Records) -> Finding:
    """How many, which share, how much more: the same group, relation, unit and time, or nothing."""
    rule = RULES[question.type]
    unit = question.quantity.unit if question.quantity else None
    if question.type == "count" and same_name(question.object or "", unit or ""):
        # "Had 4,000 members": what is counted is the unit, and no party.
        question = replace(question, object=None)
    if relation(question.relation).word in CHANGES:
        rule = replace(rule, pace="changed")
    found = facts.examine(question, records, rule)
    return found + posts.comments(question, records) if question.type == "count" else found
