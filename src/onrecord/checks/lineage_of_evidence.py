"""Lineage before corroboration: whose account a record is, and which account the story itself is made from.

A story that prints two or more figures or quotations which one account alone has was in all likelihood made from it.
That account cannot then confirm the story. A release that several newsrooms read for themselves is no upstream story,
nor is an official record: to print its figures is what a record is for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts
from onrecord.checks.compare import first_day, unit_of
from onrecord.checks.facts import Rule
from onrecord.checks.naming import levelled
from onrecord.checks.quotations import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact

ANY: Final = Rule((), groups=True, label=True)
ENOUGH: Final = 2
"""Figures or quotations that only one account has, from which on it is taken for the story's upstream."""
OFFICIAL: Final = ("primary_record", "official_statement")
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}$")


def upstream_lineages(questions: Sequence[Question], records: Records) -> frozenset[str]:
    """The accounts that the story appears to be made from."""
    alone: dict[str, set[object]] = defaultdict(set)
    for question in questions:
        print_ = _print(question)
        holders = {fact.account for fact in _holders(question, records)} if print_ else set()
        if len(holders) == 1:
            alone[holders.pop()].add(print_)
    story_date = next((q.story_date for q in questions if q.story_date), None)
    return frozenset(
        account
        for account, prints in alone.items()
        if len(prints) >= ENOUGH and _may_be_upstream(account, records.facts, story_date)
    )


def _print(question: Question) -> object | None:
    """What could have been copied: a figure with its unit, or a quotation."""
    if question.words:
        return levelled(question.words)
    quantity = question.quantity
    if quantity is None or (quantity.low, quantity.high) == (None, None):
        return None
    return quantity.low, quantity.high, unit_of(quantity.unit)


def _holders(question: Question, records: Records) -> list[Fact]:
    if question.words:
        return [fact for fact in records.facts if holds(fact, question.words)]
    return facts.matching_figures(question, records.facts, records, ANY)


def _may_be_upstream(account: str, stated: Iterable[Fact], story_date: str | None) -> bool:
    rows = [fact for fact in stated if fact.account == account]
    if any(fact.grade in OFFICIAL for fact in rows):
        return False
    readers = {levelled(fact.publisher) for fact in rows if fact.grade == "independent_report"}
    return len(readers) < ENOUGH and not _later(account, story_date)


def _later(account: str, story_date: str | None) -> bool:
    """Whether an account is younger than the story, by the date that its name ends with."""
    dated = _DATE.search(account)
    first = first_day(dated.group()) if dated else None
    return bool(first and story_date and first > story_date)
