"""Checking a story: every claim becomes a question, every question a verdict over the book."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.checks import (
    counts,
    elections,
    facts,
    investigations,
    money,
    posts,
    quotations,
    receipts,
    registers,
    sharing,
    ties,
    words,
)
from onrecord.checks.attribution import attribution_verdict
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Finding
from onrecord.checks.lineage_of_evidence import upstream_lineages
from onrecord.checks.question import question_of
from onrecord.checks.settle import settlements
from onrecord.checks.weigh import weigh
from onrecord.vocabulary import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.vocabulary import ClaimType, Story

OTHER: Final = Rule(("event", "statement"), near=())


def _other(question: Question, records: Records) -> Finding:
    return facts.examine(question, records, OTHER)


FAMILIES: Final[dict[ClaimType, Callable[[Question, Records], Finding]]] = {
    "payment": money.money,
    "contribution": money.money,
    "independent_expenditure": money.money,
    "grant": money.money,
    "revenue": receipts.revenue,
    "count": counts.counts,
    "percentage": counts.counts,
    "turnout": counts.counts,
    "election_result": elections.elections,
    "follower_growth": posts.followers,
    "engagement": posts.engagement,
    "role": ties.role,
    "membership": ties.ties,
    "affiliation": ties.ties,
    "shared_attribute": sharing.sharing,
    "legal_status": registers.legal_status,
    "registration": registers.registration,
    "investigation": investigations.investigation,
    "endorsement": ties.ties,
    "collaboration": ties.ties,
    "quotation": quotations.quotation,
    "event": quotations.event,
    "founding": ties.ties,
    "other": _other,
}
"""Who answers a question of each type. A new claim type is one line here and one function."""


def check_story(story: Story, records: Records) -> dict[str, Verdict]:
    """The verdict on every claim of ``story``, by claim id. Nothing here reads the story's words."""
    questions = {claim.id: question_of(claim, story.published) for claim in story.claims if claim.checkable}
    upstream = upstream_lineages(tuple(questions.values()), records)
    return {
        claim.id: check(questions[claim.id], records, upstream)
        if claim.checkable
        else Verdict("not_checkable", words.reason(claim.reason))
        for claim in story.claims
    }


def check(question: Question, records: Records, upstream: frozenset[str] = frozenset()) -> Verdict:
    """The verdict on one question: what is so, and apart from it whether the named source said so."""
    found = FAMILIES[question.type](question, records)
    gap = _names_open(question, records)
    if gap is not None:
        found = replace(found, missing="; ".join(filter(None, (gap, found.missing))))
    settle = settlements(question, records)
    verdict = weigh(found, upstream, settle)
    return replace(verdict, attribution_verdict=attribution_verdict(question, found, records, upstream, settle))


def _names_open(question: Question, records: Records) -> str | None:
    """What of the parties is not settled: nobody is named, or a name may be any of several."""
    if question.subject is None and question.object is None:
        return "the story does not say who"
    for name in (question.subject, question.object if question.type != "quotation" else None):
        party = records.resolve(name)
        if party.ambiguous:
            return words.unknown(party.name, party.options, party.schema)
    return None
