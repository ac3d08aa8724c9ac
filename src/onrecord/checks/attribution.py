""" "X said so" is another question than "it is so": was it said on record, by the one named?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, words
from onrecord.checks.finding import Finding, searches
from onrecord.checks.naming import levelled
from onrecord.checks.weigh import weigh
from onrecord.vocabulary import Settlement, Verdict

if TYPE_CHECKING:
    from onrecord.checks.finding import Witness
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact, Resolution

SPOKEN: Final = ("statement", "quotation")
NAMELESS: Final = ("unnamed", "analysts")
_ASIDE: Final = re.compile(r"\(([^)]*)\)")
_RELEASE: Final = re.compile(r"\s+(?:release\s*)?(?:\d{4}(?:-\d{2}){0,2})?$|\s+release$", re.IGNORECASE)


def attribution_verdict(
    question: Question,
    found: Finding,
    records: Records,
    upstream: frozenset[str],
    settle: tuple[Settlement, ...],
) -> Verdict | None:
    """Whether the innermost source of the chain said so, on record. None where the story speaks in its own voice."""
    if not question.attribution:
        return None
    link = question.attribution[0]
    supporting = [w for w in found.witnesses if w.stance == "supports"]
    if link.kind == "records":
        return _in_records(found, supporting, settle)
    if link.source is None or link.kind in NAMELESS:
        missing = "the story does not name who said so"
        return weigh(
            Finding(missing=missing), settle=(Settlement("the study, statement or person meant", "ask the outlet"),)
        )
    return _in_words(records.resolve(link.source), supporting, records, upstream)


def _in_records(found: Finding, supporting: list[Witness], settle: tuple[Settlement, ...]) -> Verdict:
    """ "Records show": a record in this book that shows it, not a report of one."""
    own = tuple(w for w in supporting if w.evidence.grade == "primary_record")
    missing = None if own else "the record that the story refers to is not in this book"
    return weigh(Finding(own, found.searched, missing), settle=settle)


def _in_words(speaker: Resolution, supporting: list[Witness], records: Records, upstream: frozenset[str]) -> Verdict:
    by_locator = {(fact.source_id, fact.locator): fact for fact in records.facts}
    stated = [(w, by_locator.get((w.evidence.source, w.evidence.locator))) for w in supporting]
    said = tuple(replace(w, own_word=True) for w, fact in stated if fact and spoke(speaker, fact))
    others = [w for w, fact in stated if not (fact and spoke(speaker, fact))]
    name = words.parties((speaker,))
    missing = f"no record in this book shows that {name} said so"
    if others and not said:
        missing = f"it is on record from {words.origins(others)}, not from {name}"
    elif said:
        missing = f"no other record shows that {name} said so"
    query = f"statements by {name} that say this"
    searched = searches(records.casebooks(), query, [w.evidence.source for w in said])
    context = tuple(w.bearing("context") for w in others)
    how = "find the dated original: its own site, post, release or recording"
    return weigh(
        Finding(said + context, searched, missing), upstream, (Settlement(f"the statement of {name} itself", how),)
    )


def spoke(speaker: Resolution, fact: Fact) -> bool:
    """Whether a fact is the speaker's own word: published or released by it, or given as its own account."""
    own_account = fact.kind in SPOKEN or fact.grade == "interested_party"
    if own_account and any(facts.is_party(speaker, side) for side in fact.subjects):
        return True
    mine = {levelled(name) for name in (speaker.name, *speaker.names)}
    return bool(mine & published_by(fact))


def published_by(fact: Fact) -> set[str]:
    """Who put a fact out: its publisher, the release it prints, or the account that it derives from."""
    aside = _ASIDE.search(fact.publisher)
    names = [fact.publisher, aside.group(1) if aside else "", fact.lineage]
    return {levelled(_RELEASE.sub("", name)) for name in names} - {""}
