"""What a party took in: the revenue of its filings, and all that was given to it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from onrecord.checks import campaigns, facts, words
from onrecord.checks.compare import Window, dated, fit, same_unit, speaks_of, window, window_of
from onrecord.checks.coverage import complete_for
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_register, searches
from onrecord.checks.sums import Entry, Sum, whole
from onrecord.intervals import interval_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Figure, Resolution, Total

REVENUE: Final = ("revenue", "total_revenue")
RECEIPTS: Final = ("receipts",)
RULE: Final = Rule(("revenue",), pace="whole", single=True, joint=True, open_object=True)


def revenue(question: Question, records: Records) -> Finding:
    """The revenue of one organization in one tax year, as its own return states it."""
    found = facts.examine(question, records, RULE)
    ask = facts.asked(question, records, RULE)
    sources = records.with_figures(REVENUE)
    if not sources or len(ask.subject) != 1 or ask.word != "had_revenue":
        return found
    figures = records.figures(ask.subject[0], REVENUE, added=False)
    witnesses = tuple(_return_witness(question, records, figure, ask.denied) for figure in figures)
    query = f"revenue of {words.parties(ask.subject)} by tax year"
    asked = records.that_know(sources, ask.subject)
    return found + Finding(witnesses, searches(asked, query, [figure.source_id for figure in figures]))


def _return_witness(question: Question, records: Records, figure: Figure, denied: bool) -> Witness:
    stretch = window(figure.date or figure.as_of, figure.as_of or figure.date)
    stance = _return_bearing(question, figure, stretch)
    says = f"The return of {figure.subject} states revenue of {words.money(figure.value)}, {words.stretch(stretch)}."
    caveat = words.speaks_of(stretch) if not dated(window_of(question.period)) else None
    stance = facts.FLIPPED[stance] if denied else stance
    return from_register(records.sources[figure.source_id], figure.locator, says, stance, caveat)


def _return_bearing(question: Question, figure: Figure, stretch: Window) -> Bearing:
    """A return supports its own tax year, and excludes another figure for the same calendar year only."""
    quantity, claimed = question.quantity, window_of(question.period)
    if quantity is None or not same_unit(quantity, figure.unit):
        return "context"
    lies = fit(interval_of(quantity), (figure.value, figure.value))
    same_tax_year = None not in claimed and claimed == window(
        (stretch[0] or "")[:4] or None, (stretch[0] or "")[:4] or None
    )
    if lies == "fits":
        return "supports" if same_tax_year or speaks_of(question.period, stretch) else "context"
    return "excludes" if lies == "apart" and claimed == stretch and None not in claimed else "context"


def raised(question: Question, records: Records, receiver: tuple[Resolution, ...]) -> Finding:
    """All that was given to one party: contributions less refunds, after the register's own rules."""
    sources = records.with_links(("contribution",))
    if not sources or len(receiver) != 1 or question.type != "contribution":
        return Finding()
    party = campaigns.sides(records, receiver[0].name, receives=True)
    given = records.totals(("contribution",), object=party)
    back = records.totals(("refund",), subject=party)
    entries = [_entry(total) for total in given] + [_entry(total, taken_back=True) for total in back]
    query = words.links_query(("contribution", "refund"), (), receiver)
    asked = records.that_know(sources, party)
    searched = searches(asked, query, [total.source_id for total in given for _ in range(total.rows)])
    witnesses = [
        _raised_witness(question, records, receiver[0], total, own)
        for own in by_publisher(records, entries)
        if (total := whole(own, question.period))
    ]
    return Finding(tuple(witnesses), searched)


def _raised_witness(
    question: Question, records: Records, receiver: Resolution, total: Sum, entries: Sequence[Entry]
) -> Witness:
    """Part of a register gives only a lower bound: it can show "more than", never a sum, and excludes nothing."""
    claimed = window_of(question.period)
    complete = all(complete_for(records.sources[entry.source_id], claimed) for entry in entries)
    stance: Bearing = "context"
    if question.quantity is not None and same_unit(question.quantity, "USD"):
        wanted = interval_of(question.quantity)
        lies = total.fit(wanted)
        if lies == "fits" and (complete or wanted[1] is None):
            stance = "supports"
        elif lies == "apart" and complete:
            stance = "excludes"
    says = (
        f"Contributions to {receiver.shown} add up to {words.money(total.amount)} after refunds, {total.over} "
        f"({total.rows:,} records)."
    )
    caveat = None if complete else "the records in hand are not all there are, so the sum is a lower bound"
    return from_register(records.sources[total.first.source_id], total.first.locator, says, stance, caveat)


def _entry(total: Total, *, taken_back: bool = False) -> Entry:
    amount = -abs(total.amount) if taken_back else total.amount
    return Entry(total.source_id, total.locator, amount, total.year, total.rows)


def by_publisher(records: Records, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries by the office whose register they stand in: two registers may state the same gifts, so none are added."""
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        grouped[records.sources[entry.source_id].publisher].append(entry)
    return list(grouped.values())
