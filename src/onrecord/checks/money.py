"""Payments, contributions, independent expenditures, grants: four different links, never one for another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, receipts, words
from onrecord.checks.compare import same_unit, window_of
from onrecord.checks.coverage import complete_for
from onrecord.checks.facts import Asked, Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, from_register, searches
from onrecord.checks.relations import relation
from onrecord.checks.sums import Entry, Sum, in_period, matching_entry, matching_sum, whole
from onrecord.intervals import below, interval_of

if TYPE_CHECKING:
    from onrecord.book.book import SourceRow
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Link, Resolution

MONEY: Final = ("payment", "contribution", "independent_expenditure", "grant")
RULES: Final = {
    kind: Rule((kind,), ("statement", *(other for other in MONEY if other != kind)), joint=True) for kind in MONEY
}
SIDE: Final = {"spent_for": "S", "spent_against": "O"}
SHOWN: Final = 5
"""Single records shown beside a sum."""


def money(question: Question, records: Records) -> Finding:
    """Who gave, paid, granted or spent how much to, at or for whom: by casebooks and by registers."""
    rule = RULES[question.type]
    found = facts.examine(question, records, rule)
    ask = facts.asked(question, records, rule)
    if not ask.subject or facts.is_everyone(ask.subject[0].name):
        return found + receipts.raised(question, records, ask.object)
    if len(ask.subject) > 1 or len(ask.object) > 1:
        return found
    found += _in_registers(question, records, ask.subject[0], ask.object, ask.denied)
    if question.type == "contribution" and ask.object and not any(w.stance != "context" for w in found.witnesses):
        found += _other_receivers(question, records, ask)
    return found


def _in_registers(
    question: Question, records: Records, giver: Resolution, taker: tuple[Resolution, ...], denied: bool
) -> Finding:
    kinds = (question.type,)
    sources = records.with_links(kinds)
    if not sources or not taker:
        return Finding()
    givers, takers = records.resolve_payer(giver.name), records.resolve_payer(taker[0].name)
    links = records.links(kinds, subject=givers, object=takers)
    refunds = records.links(("refund",), subject=takers, object=givers) if question.type == "contribution" else []
    told = [_register_witness(records, link, "context") for link in links[:SHOWN]]
    decided = _first_decided(question, records, [link for link in links if _right_side(question, link)], refunds)
    if decided is None and not links:
        decided = _absent(question, records, sources, giver, taker[0])
    query = words.links_query(kinds, (giver,), taker)
    witnesses = [_turned(decided, denied), *told] if decided else told
    asked = records.that_know(sources, [*givers, *takers])
    return Finding(tuple(witnesses), searches(asked, query, [link.source_id for link in links]))


def _first_decided(question: Question, records: Records, links: list[Link], refunds: list[Link]) -> Witness | None:
    """Register by register: two offices may list one payment, so their sums are never added."""
    offices = dict.fromkeys(records.sources[link.source_id].publisher for link in links)
    told = []
    for office in offices:
        given, back = (
            [k for k in rows if records.sources[k.source_id].publisher == office] for rows in (links, refunds)
        )
        told.append(_decided(question, records, given, back))
    return min((w for w in told if w), key=lambda w: w.stance == "context", default=None)


def _decided(question: Question, records: Records, links: list[Link], refunds: list[Link]) -> Witness | None:
    """The record, or the sum, that decides the claim."""
    entries = [_entry(link) for link in links if link.netted and link.amount is not None]
    entries += [_entry(link, taken_back=True) for link in refunds if link.netted and link.amount is not None]
    wanted = in_period(entries, question.period)
    if not wanted:
        return None
    quantity = question.quantity
    if quantity is None:
        return _register_witness(records, next(k for k in links if k.netted), "supports") if links else None
    if not same_unit(quantity, "USD"):
        return None
    total = matching_sum(entries, question.period, interval_of(quantity))
    if total is not None:
        return _sum_witness(records, links[0], total, "supports")
    single = matching_entry(entries, question.period, interval_of(quantity))
    if single is not None:
        link = next(k for k in links if k.locator == single.locator)
        return _register_witness(records, link, "supports", "this is one record; others may add to it")
    return _less_on_record(question, records, links, entries)


def _less_on_record(question: Question, records: Records, links: list[Link], entries: list[Entry]) -> Witness | None:
    """A complete register whose whole sum stays below the claim rules it out; any other sum is only shown."""
    total = whole(entries, question.period)
    if total is None or question.quantity is None:
        return None
    less = below((total.amount, total.amount), interval_of(question.quantity))
    claimed = window_of(question.period)
    complete = all(complete_for(records.sources[entry.source_id], claimed) for entry in entries)
    return _sum_witness(records, links[0], total, "excludes" if less and complete else "context")


def _absent(
    question: Question, records: Records, sources: list[SourceRow], giver: Resolution, taker: Resolution
) -> Witness | None:
    """Absence from a register that is complete for the time claimed, for a payer that files there and a known payee."""
    if not (giver.known and taker.known) or taker.alike:
        return None
    for source in sources:
        files = any(k.source_id == source.source_id for k in records.links((question.type,), subject=(giver,)))
        if files and complete_for(source, window_of(question.period)):
            pair = f"from {giver.shown} to {taker.shown}"
            says = f"The register, which is complete, lists no {words.kind(question.type)} {pair}."
            return from_register(source, "line 1", says, "excludes")
    return None


def _other_receivers(question: Question, records: Records, ask: Asked) -> Finding:
    """Gifts of the same giver to somebody else: a gift to an outside committee is no gift to a campaign."""
    giver = ask.subject[0]
    others = [
        fact
        for fact in records.facts
        if fact.kind == "contribution" and any(facts.is_party(giver, side) for side in fact.subjects)
    ]
    links = records.links(("contribution",), subject=(giver,))[:SHOWN]
    names = dict.fromkeys([side.name for fact in others for side in fact.objects] + [link.object for link in links])
    asked = words.parties(ask.object)
    shown = [from_fact(fact, "context") for fact in others]
    shown += [_register_witness(records, link, "context") for link in links]
    if not names:
        return Finding()
    described = [f"{name}, an outside committee" if _is_outside(name, records) else name for name in names]
    return Finding(tuple(shown), missing=f"the receiver on record is {words.listed(described)}, not {asked}")


def _is_outside(name: str, records: Records) -> bool:
    """Whether records show a body as one that spends independently of the campaigns it favors."""
    party = records.resolve(name)
    stated = any(
        facts.is_party(party, side)
        for fact in records.facts
        if fact.kind == "independent_expenditure" or fact.relation == "operates_independently_of"
        for side in fact.subjects
    )
    return stated or bool(records.links(("independent_expenditure",), subject=(party,)))


# ── from rows to witnesses ───────────────────────────────────────────────────────────────────────────────────────


def _right_side(question: Question, link: Link) -> bool:
    """An expenditure for somebody is none against them."""
    side = SIDE.get(relation(question.relation).word)
    return side is None or link.support == side


def _entry(link: Link, *, taken_back: bool = False) -> Entry:
    amount = link.amount or 0.0
    # One register writes a refund as a negative amount, another as a positive one.
    return Entry(link.source_id, link.locator, -abs(amount) if taken_back else amount, link.day)


def _register_witness(records: Records, link: Link, stance: Bearing, caveat: str | None = None) -> Witness:
    return from_register(records.sources[link.source_id], link.locator, words.link(link), stance, caveat)


def _sum_witness(records: Records, link: Link, total: Sum, stance: Bearing) -> Witness:
    if total.rows == 1 and total.first.locator == link.locator:
        return _register_witness(records, link, stance)
    first = total.first
    return from_register(records.sources[first.source_id], first.locator, words.link_sum(link, total), stance)


def _turned(witness: Witness, denied: bool) -> Witness:
    return witness.bearing(facts.FLIPPED[witness.stance]) if denied else witness
