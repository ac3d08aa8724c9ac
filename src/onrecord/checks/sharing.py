"""Two bodies that are said to share an address, an officer or their staff: both sides have to be on record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, words
from onrecord.checks.compare import Window, speaks_of, window
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, from_register, searches
from onrecord.checks.naming import levelled
from onrecord.checks.relations import same_title
from onrecord.checks.ties import OFFICES, title_of
from onrecord.checks.wordlists import wordlist
from onrecord.vocabulary import GRADES

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Resolution
    from onrecord.vocabulary import Search

RULE: Final = Rule(("shared_attribute",), ("affiliation", "statement"), pace="lasting")
ADDRESS: Final = ("has_address", "address", "has_address_at")
OFFICERS: Final = ("officer", "officers", "leadership", "leader", "leaders")


@dataclass(frozen=True, slots=True)
class Held:
    """What one side has on record: an address (``key`` street, ``aside`` city) or a person (``aside`` the title)."""

    key: str
    aside: str
    witness: Witness
    stretch: Window = (None, None)
    entity_id: str | None = None


def sharing(question: Question, records: Records) -> Finding:
    """Whether what is shared is on record for both; what only one side has is shown, and settles nothing."""
    found = facts.examine(question, records, RULE)
    a, b = (records.resolve(name) for name in (question.subject, question.object))
    said = question.relation or ""
    what = said.removeprefix("same_").removesuffix("_as").replace("_", " ")
    if not (question.subject and question.object and said.startswith("same_")):
        return found
    if a.known and a.entities == b.entities:
        return found + Finding(missing="both names stand for one body in this book, so nothing can be compared")
    if what == "address":
        return found + _compared(question, records, what, [_addresses(side, records) for side in (a, b)])
    people = [_people(side, records) for side in (a, b)]
    if what in OFFICERS:
        return found + _compared(question, records, what, people)
    titled = [[p for p in side if same_title(what, p.aside)] for side in people]
    others = tuple(p.witness for side in people for p in side if not same_title(what, p.aside))
    return found + _compared(question, records, what, titled) + Finding(others)


def _compared(question: Question, records: Records, what: str, sides: list[list[Held]]) -> Finding:
    sides = [[held for held in side if speaks_of(question.period, held.stretch, "lasting")] for side in sides]
    both = sides[0] + sides[1]
    searched = _searched(question, records, what, both)
    pair = next(((x, y) for x in sides[0] for y in sides[1] if _same(x, y, by_city=what == "address")), None)
    if pair is not None:
        return Finding(_two_halves(pair, "excludes" if question.negated else "supports"), searched)
    missing = (
        f"no record gives the {what} of either",
        f"only one of the two has its {what} on record",
        f"the records give each its {what}, and not the same",
    )[sum(bool(side) for side in sides)]
    return Finding(tuple(held.witness for held in both), searched, missing)


def _two_halves(pair: tuple[Held, Held], stance: Bearing) -> tuple[Witness, ...]:
    """Both halves are needed, so the tie is worth its weaker half: that one decides, the other is shown beside it."""
    weaker, stronger = sorted((held.witness for held in pair), key=lambda w: -GRADES.index(w.evidence.grade))
    return weaker.bearing(stance), stronger


def _same(a: Held, b: Held, *, by_city: bool) -> bool:
    if not _at_once(a.stretch, b.stretch):
        return False
    if a.entity_id and b.entity_id:
        return a.entity_id == b.entity_id
    if by_city and a.aside and b.aside and a.aside != b.aside:
        return False
    return bool(a.key) and a.key == b.key


def _at_once(a: Window, b: Window) -> bool:
    """Whether two stretches share a year; one without dates may be of any."""
    first, second = ({(end or "")[:4] for end in stretch if end} for stretch in (a, b))
    if not first or not second:
        return True
    return max(min(first), min(second)) <= min(max(first), max(second))


def _addresses(party: Resolution, records: Records) -> list[Held]:
    stated = [
        Held(_street(fact.object), levelled(fact.place), from_fact(fact, "context"), fact.window)
        for fact in records.facts
        if fact.kind == "shared_attribute" and fact.relation in ADDRESS
        if any(facts.is_party(party, side) for side in fact.subjects)
    ]
    for row in records.addresses(party):
        place = ", ".join(part for part in (row["address"], row["city"]) if part)
        says = f"The address of {party.shown} is given as {place}."
        witness = from_register(records.sources[row["source_id"]], row["locator"], says, "context")
        stated.append(Held(_street(row["address"]), levelled(row["city"] or ""), witness))
    return stated


def _street(address: str) -> str:
    """The street line with its usual words levelled: suite and all, it has to be the same one."""
    short = wordlist("naming")["addresses"]
    return " ".join(short.get(word, word) for word in levelled(address).split())


def _people(party: Resolution, records: Records) -> list[Held]:
    stated = [
        Held(levelled(side.name), fact.relation, from_fact(fact, "context"), fact.window, side.entity_id)
        for fact in records.facts
        if fact.kind == "role" and any(facts.is_party(party, end) for end in fact.objects)
        for side in fact.subjects
    ]
    for link in records.links(OFFICES, object=(party,)):
        witness = from_register(records.sources[link.source_id], link.locator, words.link(link), "context")
        stretch = window(link.date_from or link.date, link.date_to or link.date)
        stated.append(Held(levelled(link.subject), title_of(link), witness, stretch, link.subject_entity))
    return stated


def _searched(question: Question, records: Records, what: str, held: list[Held]) -> tuple[Search, ...]:
    both = [records.resolve(name) for name in (question.subject, question.object)]
    query = f"the {what} of “{both[0].shown}” and of “{both[1].shown}”"
    stood = [one.witness.evidence.source for one in held]
    filed = records.with_links(OFFICES) if what != "address" else records.with_addresses()
    asked = [*records.casebooks(), *records.that_know(filed, both)]
    return searches({source.source_id: source for source in asked}.values(), query, stood)
