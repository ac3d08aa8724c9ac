"""Followers, engagement and repeated comments: what a platform showed on a day, and what a file of posts holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts
from onrecord.checks.compare import fit, same_unit
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, from_register, searches
from onrecord.checks.relations import relation
from onrecord.intervals import interval_of, start_of
from onrecord.vocabulary import Period

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.vocabulary import Quantity

FOLLOWERS: Final = Rule(("follower_growth",), ("statement", "engagement"), pace="counted", single=True)
ENGAGEMENT: Final = Rule(
    ("engagement",), ("statement", "follower_growth", "count"), pace="counted", single=True, open_object=True
)
REPEATED: Final = ("identical_comments", "nearly_identical_comments", "posted_on", "repeated")
COMMENTS: Final = ("comments", "posts", "messages", "replies")


def followers(question: Question, records: Records) -> Finding:
    """Followers on one platform. "From x to y" needs both ends on record, each on its own day."""
    quantity = question.quantity
    if quantity is None or start_of(quantity) == (None, None):
        return facts.examine(question, records, FOLLOWERS)
    end, start = _ends(question, quantity)
    last, first = (facts.examine(one, records, FOLLOWERS) for one in (end, start))
    both = all(any(w.stance == "supports" for w in found.witnesses) for found in (last, first))
    if both:
        return Finding(last.witnesses + first.witnesses, last.searched)
    shown = {w.evidence.locator: w for w in (*first.witnesses, *last.witnesses)}
    witnesses = tuple(w if w.stance == "excludes" else w.bearing("context") for w in shown.values())
    return Finding(witnesses, last.searched, "the records do not give the count at both ends of the time claimed")


def _ends(question: Question, quantity: Quantity) -> tuple[Question, Question]:
    """The two counts that a from-to claim states: the last and the first, each with its day."""
    period = question.period
    start = replace(quantity, low=quantity.from_low, high=quantity.from_high)
    days = (period.date_to, period.date_from) if period else (None, None)
    ends = [Period(day, day, day) if day else None for day in days]
    return replace(question, period=ends[0]), replace(question, quantity=start, period=ends[1])


def engagement(question: Question, records: Records) -> Finding:
    """Engagement by casebooks; repeated comments by the files of posts in the book."""
    found = facts.examine(question, records, ENGAGEMENT)
    if question.object is None:
        # What one platform showed supports a claim that names none; what another showed may be beside it.
        found = replace(
            found, witnesses=tuple(w.bearing("context") if w.stance == "excludes" else w for w in found.witnesses)
        )
    return found + comments(question, records)


def comments(question: Question, records: Records) -> Finding:
    """How often the most repeated comment occurs. Where its writers are, a file of posts does not say."""
    quantity = question.quantity
    if quantity is None or not any(same_unit(quantity, name) for name in COMMENTS):
        return Finding()
    rows = records.repeated_posts()
    sources = [records.sources[row["source_id"]] for row in rows]
    witnesses = []
    for row, source in zip(rows, sources, strict=True):
        copies = float(row["copies"])
        fits = fit(interval_of(quantity), (copies, copies)) == "fits"
        stance: Bearing = "supports" if fits and relation(question.relation).word in REPEATED else "context"
        says = (
            f"The most repeated text of {row['posts']:,} posts occurs {row['copies']:,} times, "
            f"from {row['accounts']:,} accounts."
        )
        witnesses.append(from_register(source, row["locator"], says, "context" if question.negated else stance))
    query = "texts that occur more than once, case and punctuation aside"
    missing = "a file of posts does not say where its writers are" if witnesses else None
    return Finding(tuple(witnesses), searches(sources, query, [w.evidence.source for w in witnesses]), missing)
