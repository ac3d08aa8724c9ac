"""From complaint to conviction: a record of a lower rung never shows a higher one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, words
from onrecord.checks.compare import place_fits, speaks_of
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, searches
from onrecord.checks.naming import levelled
from onrecord.checks.relations import reaches, relation, rung, rung_in_words
from onrecord.checks.wordlists import wordlist

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact, Resolution

RULE: Final = Rule(("investigation",), ("statement",))


def investigation(question: Question, records: Records) -> Finding:
    """Whether a record shows this step against this party, by this office where one is named."""
    target, office = records.resolve(question.object), records.resolve(question.subject)
    about = [
        fact
        for fact in records.facts
        if fact.kind == "investigation"
        and question.object
        and any(facts.is_party(target, side) for side in fact.objects)
    ]
    witnesses = tuple(_witness(question, office, fact) for fact in about)
    query = words.facts_query(RULE.kinds, (office,) if question.subject else (), (target,) if question.object else ())
    found = Finding(witnesses, searches(records.casebooks(), query, [fact.source_id for fact in about]))
    if any(w.stance != "context" for w in witnesses):
        return found
    shown = [w.caveat for w in witnesses if w.caveat]
    return found + Finding(missing=shown[0]) if shown else found


def _witness(question: Question, office: Resolution, fact: Fact) -> Witness:
    stance, caveat = _bearing(question, office, fact)
    return from_fact(fact, facts.FLIPPED[stance] if question.negated else stance, caveat)


def _bearing(question: Question, office: Resolution, fact: Fact) -> tuple[Bearing, str | None]:
    claimed, recorded = rung(question.relation), rung(fact.relation)
    if claimed is None or recorded is None:
        # Off the ladder (cleared, closed), a step shows itself and no other.
        if claimed is not recorded or not question.relation or relation(question.relation) != relation(fact.relation):
            return "context", None
    elif not reaches(recorded, claimed):
        return "context", f"the step on record is {rung_in_words(recorded)}, not {rung_in_words(claimed)}"
    if question.subject and not _same_office(office, fact):
        return "context", "the step on record is another office's"
    if not (speaks_of(question.period, fact.window) and place_fits(question.place, fact.place)):
        return "context", words.other_period(fact.window)
    return "supports", words.speaks_of(fact.window) if question.period is None and fact.window != (None, None) else None


def _same_office(office: Resolution, fact: Fact) -> bool:
    """The named office; or, where the story says only "lawmakers" or "Congress", a body of that class."""
    if any(facts.is_party(office, side) for side in fact.subjects):
        return True
    named, recorded = set(levelled(office.name).split()), set(levelled(fact.subject).split())
    classes = (set(class_) for class_ in wordlist("relations")["investigators"].values())
    return any(named <= class_ and recorded & class_ for class_ in classes)
