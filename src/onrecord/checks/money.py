"""Payments, contributions, independent expenditures, grants: four different links, never one for another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.checks import campaigns, facts, receipts, words
from onrecord.checks.compare import inside, same_unit, window, window_of
from onrecord.checks.facts import Asked, Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, from_register, searches
from onrecord.checks.relations import relation
from onrecord.checks.silence import whole_register
from onrecord.checks.sums import Entry, Sum, in_period, matching_entry, matching_sum, whole
from onrecord.intervals import below, interval_of

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Link, Resolution

MONEY: Final = ("payment", "contribution", "independent_expenditure", "grant")
RULES: Final = {
    kind: Rule((kind,), ("statement", *(other for other in MONEY if other != kind)), joint=True) for kind in MONEY
}
SIDE: Final = {"spent_for": "S", "spent_against": "O"}
POLITICAL: Final = ("contribution", "independent_expenditure")
"""Kinds of money that a candidate gets, or has spent on them."""
REFUNDED: Final = "refunded"
SHOWN: Final = 5
"""Single records shown beside a sum."""
ORDER: Final[dict[Bearing, int]] = {"supports": 0, "excludes": 1, "context": 2}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties to money of one kind, every name that registers may use for each, and the records between them.

    ``side`` is S or O where the claim is of spending for or against somebody.
    """

    kind: str
    givers: tuple[Resolution, ...]
    takers: tuple[Resolution, ...]
    side: str | None
    links: tuple[Link, ...]

    @property
    def on_side(self) -> tuple[Link, ...]:
        """The records of spending for somebody, or of spending against them, as the claim says; else all."""
        return tuple(link for link in self.links if self.side is None or link.support == self.side)

    @property
    def counted(self) -> tuple[Link, ...]:
        """Those of them that count in totals under the register's own rules."""
        return tuple(link for link in self.on_side if link.netted)


def money(question: Question, records: Records) -> Finding:
    """Who gave, paid, granted or spent how much to, at or for whom: by casebooks and by registers."""
    rule = RULES[question.type]
    found = facts.examine(question, records, rule)
    ask = facts.asked(question, records, rule)
    if not ask.subject or facts.is_everyone(ask.subject[0].name):
        return found + receipts.raised(question, records, ask.object)
    if len(ask.subject) > 1 or len(ask.object) > 1:
        return found
    found += _in_registers(question, records, ask)
    gift = question.type == "contribution" and ask.word != REFUNDED
    if gift and ask.object and not any(w.stance != "context" for w in found.witnesses):
        found += _other_receivers(question, records, ask)
    return found


def _in_registers(question: Question, records: Records, ask: Asked) -> Finding:
    giver, taker = ask.subject[0], ask.object
    kind = "refund" if ask.word == REFUNDED else question.type
    sources = records.with_links((kind,))
    if not sources or not taker:
        return Finding()
    givers = campaigns.sides(records, giver.name, receives=kind == "refund")
    takers = campaigns.sides(records, taker[0].name, receives=kind in POLITICAL)
    links = records.links((kind,), subject=givers, object=takers)
    back = records.links(("refund",), subject=takers, object=givers) if kind == "contribution" else []
    told = [_register_witness(records, link, "context") for link in links[:SHOWN]]
    pair = Pair(kind, givers, takers, _side_asked(question), tuple(links))
    decided = _first_decided(question, records, pair, back)
    if decided is None and campaigns.settled(giver) and campaigns.settled(taker[0]):
        decided = _absent(question, records, pair, back)
    query = words.links_query((kind,), (giver,), taker)
    witnesses = [_turned(decided, ask.denied), *told] if decided else told
    asked = records.that_know(sources, [*givers, *takers])
    return Finding(tuple(witnesses), searches(asked, query, [link.source_id for link in links]))


def _first_decided(question: Question, records: Records, pair: Pair, back: list[Link]) -> Witness | None:
    """Register by register: two offices may list one payment, so their sums are never added."""
    links = pair.counted
    offices = dict.fromkeys(records.sources[link.source_id].publisher for link in links)
    told = []
    for office in offices:
        given, returned = (
            [k for k in rows if records.sources[k.source_id].publisher == office] for rows in (links, back)
        )
        told.append(_decided(question, records, pair, office, given, returned))
    return min((w for w in told if w), key=lambda w: ORDER[w.stance], default=None)


def _decided(
    question: Question, records: Records, pair: Pair, office: str, links: list[Link], back: list[Link]
) -> Witness | None:
    """The record, or the sum, that decides the claim. What only came back in the time claimed decides nothing."""
    given = [_entry(link) for link in links if link.amount is not None]
    wanted = {entry.locator for entry in in_period(given, question.period)}
    if not wanted:
        return None
    first = next(link for link in links if link.locator in wanted)
    quantity = question.quantity
    if quantity is None:
        return _register_witness(records, first, "supports")
    if not same_unit(quantity, "USD"):
        return None
    entries = given + [_entry(link, taken_back=True) for link in back if link.netted and link.amount is not None]
    total = matching_sum(entries, question.period, interval_of(quantity))
    if total is not None:
        return _sum_witness(records, first, total, "supports")
    single = matching_entry(entries, question.period, interval_of(quantity))
    if single is not None:
        link = next(k for k in links if k.locator == single.locator)
        return _register_witness(records, link, "supports", "this is one record; others may add to it")
    total = whole(entries, question.period)
    return _sum_witness(records, first, total, _less(question, records, pair, office, given)) if total else None


def _less(question: Question, records: Records, pair: Pair, office: str, given: list[Entry]) -> Bearing:
    """A whole register whose sum stays below the claim rules it out, refunds left aside; any other sum is only
    shown."""
    gross = whole(given, question.period)
    if gross is None or question.quantity is None:
        return "context"
    if gross.amount < 0 or not below((gross.amount, gross.amount), interval_of(question.quantity)):
        return "context"
    register = whole_register(records, pair.kind, pair.givers, pair.takers, window_of(question.period), office)
    return "excludes" if register else "context"


def _absent(question: Question, records: Records, pair: Pair, back: list[Link]) -> Witness | None:
    """Silence of a register that would have to hold such a record of the time claimed, on either side."""
    claimed = window_of(question.period)
    at_time = [k for k in (*pair.on_side, *back) if k.day is None or inside(window(k.day, k.day), claimed)]
    if at_time:
        return None
    register = whole_register(records, pair.kind, pair.givers, pair.takers, claimed)
    if register is None:
        return None
    then = " in the time claimed" if pair.links else ""
    names = f"from {pair.givers[0].shown} to {pair.takers[0].shown}"
    says = f"The register, which is complete, lists no {words.kind(pair.kind)} {names}{then}."
    if pair.side is not None:
        says = f"{says.rstrip('.')} {words.side(pair.side)} them."
    return from_register(register, "line 1", says, "excludes")


def _other_receivers(question: Question, records: Records, ask: Asked) -> Finding:
    """Gifts of the same giver to somebody else: a gift to an outside committee is no gift to a campaign."""
    giver = ask.subject[0]
    others = [
        fact
        for fact in records.facts
        if fact.kind == "contribution"
        and any(facts.is_party(giver, side) for side in fact.subjects)
        and not any(facts.is_party(ask.object[0], side) for side in fact.objects)
    ]
    own = {entity for party in campaigns.sides(records, ask.object[0].name) for entity in party.entities}
    links = [k for k in records.links(("contribution",), subject=(giver,)) if k.object_entity not in own][:SHOWN]
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


def _side_asked(question: Question) -> str | None:
    """An expenditure for somebody is none against them."""
    return SIDE.get(relation(question.relation).word)


def _entry(link: Link, *, taken_back: bool = False) -> Entry:
    amount = link.amount or 0.0
    # One register writes a refund as a negative amount, another as a positive one.
    amount = abs(amount) if link.kind == "refund" else amount
    return Entry(link.source_id, link.locator, -amount if taken_back else amount, link.day)


def _register_witness(records: Records, link: Link, stance: Bearing, caveat: str | None = None) -> Witness:
    return from_register(records.sources[link.source_id], link.locator, words.link(link), stance, caveat)


def _sum_witness(records: Records, link: Link, total: Sum, stance: Bearing) -> Witness:
    if total.rows == 1 and total.first.locator == link.locator:
        return _register_witness(records, link, stance)
    first = total.first
    return from_register(records.sources[first.source_id], first.locator, words.link_sum(link, total), stance)


def _turned(witness: Witness, denied: bool) -> Witness:
    return witness.bearing(facts.FLIPPED[witness.stance]) if denied else witness
