"""Roles, memberships, affiliations, collaboration, endorsements, founders: ties that a record states by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, words
from onrecord.checks.compare import speaks_of, window
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, from_register, searches
from onrecord.checks.relations import relation, same_title, titles_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.checks.compare import Window
    from onrecord.checks.facts import Asked
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact, Link

RULES: Final = {
    "role": Rule(("role",), ("statement", "founding", "membership"), pace="lasting"),
    "membership": Rule(("membership", "affiliation"), ("statement", "role"), pace="lasting"),
    "affiliation": Rule(("affiliation",), ("statement", "membership", "legal_status"), pace="lasting"),
    "collaboration": Rule(("collaboration",), ("statement", "endorsement", "event"), pace="lasting"),
    "endorsement": Rule(("endorsement",), ("statement", "collaboration"), pace="whole"),
    "founding": Rule(("founding",), ("statement", "role", "event"), pace="whole"),
}
OFFICES: Final = ("officer", "treasurer")
RELATED: Final = ("connected_organization", "related_organization")


def ties(question: Question, records: Records) -> Finding:
    """Whether a record states the very tie: who founded, endorsed, worked with, belongs to."""
    rule = RULES[question.type]
    found = facts.examine(question, records, rule)
    ask = facts.asked(question, records, rule)
    return found + _related(question, records, ask) if question.type == "affiliation" else found


def role(question: Question, records: Records) -> Finding:
    """Whether somebody holds a title somewhere. Another title of the same person is shown, and is another."""
    rule = RULES["role"]
    ask = facts.asked(question, records, rule)
    held = [fact for fact in records.facts if fact.kind in ("role", "statement") and _joins(ask, fact)]
    witnesses = [_title_witness(question, ask, fact) for fact in held]
    query = words.facts_query(rule.kinds, ask.subject, ask.object)
    found = Finding(tuple(witnesses), searches(records.casebooks(), query, [fact.source_id for fact in held]))
    found += _filed(question, records, ask)
    titles = [w.caveat for w in found.witnesses if w.stance == "context" and w.caveat]
    decided = any(w.stance != "context" for w in found.witnesses)
    return found if decided or not titles else found + Finding(missing=titles[0])


def _joins(ask: Asked, fact: Fact) -> bool:
    sides = facts.sides_of(ask, fact)
    return sides.subject and sides.object


def _title_witness(question: Question, ask: Asked, fact: Fact) -> Witness:
    if fact.kind != "role":
        return from_fact(fact, "context")
    stance, caveat = _title_bearing(question, fact.relation, fact.window)
    return from_fact(fact, facts.FLIPPED[stance] if ask.denied else stance, caveat)


def _title_bearing(
    question: Question, recorded: str, stretch: tuple[str | None, str | None]
) -> tuple[Bearing, str | None]:
    """A title supports the same title, word for word, at a time that the record speaks of."""
    if not same_title(question.relation or "", recorded):
        return "context", f"the title on record is {_plain(recorded)}"
    if not speaks_of(question.period, stretch, "lasting"):
        return "context", words.other_period(stretch)
    dated = question.period is None and stretch != (None, None)
    return "supports", words.speaks_of(stretch) if dated else None


def _filed(question: Question, records: Records, ask: Asked) -> Finding:
    """The officers that a filing lists."""
    sources = records.with_links(OFFICES)
    if not sources or len(ask.subject) != 1 or len(ask.object) != 1:
        return Finding()
    links = records.links(OFFICES, subject=ask.subject, object=ask.object)
    witnesses = []
    for link, stretch in zip(links, unbroken(links), strict=True):
        stance, caveat = _title_bearing(question, title_of(link), stretch)
        stance = facts.FLIPPED[stance] if ask.denied else stance
        witnesses.append(from_register(records.sources[link.source_id], link.locator, words.link(link), stance, caveat))
    asked = records.that_know(sources, [*ask.subject, *ask.object])
    query = words.links_query(OFFICES, ask.subject, ask.object)
    return Finding(tuple(witnesses), searches(asked, query, [link.source_id for link in links]))


def unbroken(links: Sequence[Link]) -> list[Window]:
    """For each link the stretch over which links of the same title follow one another, year on year: a filing lists the
    officers of its own year."""
    own = [window(link.date_from or link.date, link.date_to or link.date) for link in links]
    titles = [frozenset(titles_in(title_of(link))) for link in links]
    return [
        _grown(stretch, [w for w, other in zip(own, titles, strict=True) if other == title and None not in w])
        for stretch, title in zip(own, titles, strict=True)
    ]


def _grown(stretch: Window, others: list[Window]) -> Window:
    start, end = stretch
    if start is None or end is None:
        return stretch
    for first, last in sorted(others, key=str):
        if first and last and int(first[:4]) <= int(end[:4]) + 1 and last > end and first >= start:
            end = last
    for first, last in sorted(others, key=str, reverse=True):
        if first and last and int(last[:4]) >= int(start[:4]) - 1 and first < start and last <= end:
            start = first
    return start, end


def title_of(link: Link) -> str:
    """The title that a filing gives an officer; the treasurer's is the link itself."""
    return link.purpose or "" if link.kind == "officer" else link.kind


def _related(question: Question, records: Records, ask: Asked) -> Finding:
    """What filings list as related or connected. It shows an affiliation, not which one is whose arm."""
    sources = records.with_links(RELATED)
    if not sources or len(ask.subject) != 1 or len(ask.object) != 1:
        return Finding()
    links = records.links(RELATED, subject=ask.subject, object=ask.object)
    links += records.links(RELATED, subject=ask.object, object=ask.subject)
    stance: Bearing = "supports" if relation(question.relation).word == "affiliated_with" else "context"
    stance = facts.FLIPPED[stance] if ask.denied else stance
    witnesses = tuple(
        from_register(
            records.sources[link.source_id],
            link.locator,
            words.link(link),
            stance
            if speaks_of(question.period, window(link.date_from or link.date, link.date_to or link.date), "lasting")
            else "context",
        )
        for link in links
    )
    asked = records.that_know(sources, [*ask.subject, *ask.object])
    query = words.links_query(RELATED, ask.subject, ask.object)
    return Finding(witnesses, searches(asked, query, [link.source_id for link in links]))


def _plain(recorded: str) -> str:
    text = recorded.strip().removesuffix("_of").replace("_", " ")
    return f"“{text}”" if titles_in(text) else "not stated"
