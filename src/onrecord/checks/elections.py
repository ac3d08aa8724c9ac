"""Election results: which count, round and day. First choices, final round and certified are three measures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.checks import facts, words
from onrecord.checks.compare import (
    contest_fits,
    contests,
    fit,
    offices,
    pinned,
    same_unit,
    speaks_of,
    window,
    window_of,
    years_in,
)
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, from_register, searches
from onrecord.checks.relations import relation
from onrecord.intervals import interval_of

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact, Figure

RULE: Final = Rule(
    ("election_result", "percentage"), ("statement",), pace="counted", single=True, label=True, open_object=True
)
METRICS: Final = ("votes", "votes_first_choice", "votes_final_round", "votes_certified")
STAGES: Final = {
    "votes": "votes",
    "final_round_votes": "votes in the final round",
    "first_choice_votes": "first-choice votes",
    "certified_votes": "certified votes",
    "share": "shares of the vote",
    "final_round_share": "shares of the final round",
    "first_choice_share": "shares of first choices",
}
DECIDING: Final = ("votes", "final_round_votes", "certified_votes", "share", "final_round_share")
"""Counts that decide a contest; first choices in a ranked election do not."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One candidate's figure in one count."""

    stage: str
    value: float
    count: tuple[str, ...]
    witness: Witness


def elections(question: Question, records: Records) -> Finding:
    """Votes, winners, margins. The answer says which count of which day it rests on."""
    word = relation(question.relation).word
    if word in ("defeated", "won_by", "won") and question.subject:
        return _contest(question, records, word)
    if word in STAGES and question.subject:
        return _votes(question, records, word)
    return facts.examine(question, records, RULE)


# ── how many votes ───────────────────────────────────────────────────────────────────────────────────────────────


def _votes(question: Question, records: Records, word: str) -> Finding:
    """A figure without a stated round is compared with every round; only the same round can exclude."""
    rounds = [word] if word not in ("votes", "share") else [w for w in STAGES if ("share" in w) == (word == "share")]
    found = Finding()
    for one in rounds:
        part = facts.examine(replace(question, relation=one), records, RULE)
        known = {w.evidence.locator for w in found.witnesses if w.stance != "context"}
        keep = tuple(_named_round(w, one) for w in part.witnesses if w.evidence.locator not in known)
        # A round that the claim does not name can be excluded only where the same count supports the claim as well.
        if one != word and not any(w.stance == "supports" for w in keep):
            keep = tuple(w.bearing("context") for w in keep)
        found = Finding(_merged(found.witnesses, keep), part.searched if not found.searched else found.searched)
    return found + _measured(question, records, word)


def _merged(before: tuple[Witness, ...], later: tuple[Witness, ...]) -> tuple[Witness, ...]:
    """One witness a record: the one that decides, if any does."""
    best: dict[str, Witness] = {}
    for witness in (*before, *later):
        held = best.get(witness.evidence.locator)
        if held is None or held.stance == "context":
            best[witness.evidence.locator] = witness
    return tuple(best.values())


def _named_round(witness: Witness, word: str) -> Witness:
    if witness.stance != "supports":
        return witness
    return replace(witness, caveat="; ".join(filter(None, (f"these are {STAGES[word]}", witness.caveat))))


def _measured(question: Question, records: Records, word: str) -> Finding:
    sources = records.with_figures(METRICS)
    subject = records.resolve(question.subject)
    if not sources or not subject.known or "share" in word:
        return Finding()
    figures = records.figures(subject, METRICS, added=True)
    figures = [figure for figure in figures if _same_contest(question, figure.contest)]
    witnesses = tuple(_figure_witness(question, records, figure, word) for figure in figures)
    query = f"votes for “{subject.shown}”, added up over places, by contest and count"
    asked = records.that_know(sources, (subject,))
    return Finding(witnesses, searches(asked, query, [f.source_id for f in figures for _ in range(f.rows)]))


def _figure_witness(question: Question, records: Records, figure: Figure, word: str) -> Witness:
    stance, caveat = _figure_bearing(question, records, figure, word)
    if question.negated:
        stance = facts.FLIPPED[stance]
    return from_register(records.sources[figure.source_id], figure.locator, _says(figure), stance, caveat)


def _figure_bearing(question: Question, records: Records, figure: Figure, word: str) -> tuple[Bearing, str | None]:
    stage = relation(figure.metric).word
    stretch = window(figure.date or figure.as_of, figure.as_of or figure.date)
    quantity = question.quantity
    if quantity is None or not same_unit(quantity, "votes"):
        return "context", None
    if not speaks_of(question.period, stretch, "counted"):
        return "context", words.other_period(stretch)
    lies = fit(interval_of(quantity), (figure.value, figure.value))
    whole = records.sources[figure.source_id].coverage.complete
    if lies == "fits" and not whole and interval_of(quantity)[1] is not None:
        return "context", "the record counts only a part of the places"
    if lies == "fits" and (word in ("votes", stage)):
        return "supports", f"these are {STAGES.get(stage, stage)}{_count_day(figure)}"
    # Another count of another day is no contradiction: totals grow until they are certified.
    same_count = word == stage and pinned(window_of(question.period), window(figure.as_of, figure.as_of))
    return ("excludes" if lies == "apart" and same_count and whole else "context"), None


# ── who won ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _contest(question: Question, records: Records, word: str) -> Finding:
    """Who beat whom: stated as such, or shown by both tallies of one deciding count."""
    stated = facts.examine(question, records, RULE)
    if question.object is None or word == "won":
        return stated + _outright(question, records)
    pairs = _pairs(_tallies(question.subject, question, records), _tallies(question.object, question, records))
    witnesses = [w for a, b in pairs for w in _pair_witnesses(question, word, a, b)]
    both = [records.resolve(name) for name in (question.subject, question.object)]
    sources = records.that_know(records.with_figures(METRICS), both)
    query = f"votes for “{both[0].shown}” and for “{both[1].shown}” in one count"
    return stated + Finding(tuple(witnesses), searches(sources, query, [w.evidence.source for w in witnesses]))


def _pair_witnesses(question: Question, word: str, a: Tally, b: Tally) -> list[Witness]:
    ahead = a.value > b.value
    stance: Bearing = "context"
    caveat = f"by {STAGES.get(a.stage, a.stage)}{_day_of(a)}"
    if a.stage in DECIDING and word == "defeated" and question.quantity is None and ahead:
        stance = "supports"
    elif word == "won_by" and question.quantity is not None:
        unit = "percentage_points" if "share" in a.stage else "votes"
        margin = a.value - b.value
        if a.stage in DECIDING and same_unit(question.quantity, unit) and margin > 0:
            stance = "supports" if fit(interval_of(question.quantity), (margin, margin)) == "fits" else "context"
        caveat = f"the margin in this count is {words.amount((margin, margin), unit)}"
    if question.negated:
        stance = facts.FLIPPED[stance]
    return [a.witness.bearing(stance, caveat), b.witness.bearing("context")]


def _pairs(a: list[Tally], b: list[Tally]) -> list[tuple[Tally, Tally]]:
    """Tallies of one count: the same round, contest, day and account."""
    return [(x, y) for x in a for y in b if x.stage == y.stage and x.count == y.count]


def _tallies(name: str | None, question: Question, records: Records) -> list[Tally]:
    party = records.resolve(name)
    stated = [
        Tally(relation(f.relation).word, f.interval[0] or 0, _count_of(f), from_fact(f, "context"))
        for f in records.facts
        if f.kind in RULE.kinds and relation(f.relation).word in STAGES and f.interval[0] == f.interval[1]
        if any(facts.is_party(party, side) for side in f.subjects) and _speaks(question, f)
    ]
    for figure in records.figures(party, METRICS, added=True):
        # Part of the places may well show the loser ahead.
        whole = records.sources[figure.source_id].coverage.complete
        if whole and _same_contest(question, figure.contest):
            count = (figure.source_id, figure.contest or "", figure.date or "", figure.as_of or "")
            witness = from_register(records.sources[figure.source_id], figure.locator, _says(figure), "context")
            stated.append(Tally(relation(figure.metric).word, figure.value, count, witness))
    return stated


def _count_of(fact: Fact) -> tuple[str, ...]:
    return fact.origin, fact.object, fact.date_from, fact.date_to


def _speaks(question: Question, fact: Fact) -> bool:
    asked = contests(question.period.text if question.period else None, question.object, question.relation)
    return speaks_of(question.period, fact.window, "counted") and contest_fits(
        asked, contests(fact.object, fact.statement)
    )


def _outright(question: Question, records: Records) -> Finding:
    """More than half of a deciding count wins it, whoever else stood."""
    shares = [t for t in _tallies(question.subject, question, records) if "share" in t.stage and t.stage in DECIDING]
    stance: Bearing = "excludes" if question.negated else "supports"
    named = [t for t in shares if question.object is None or _meant(question.object, t.count)]
    return Finding(tuple(t.witness.bearing(stance if t.value > 50 else "context") for t in named))


def _meant(name: str, count: tuple[str, ...]) -> bool:
    """Whether a count is of the contest named. "The mayoral race", without a kind, is the general election."""
    if contests(name):
        return bool(contests(name) & contests(*count))
    return "general" in contests(*count) and bool(offices(name) & offices(*count))


# ── counts in words ──────────────────────────────────────────────────────────────────────────────────────────────


def _same_contest(question: Question, contest: str | None) -> bool:
    """Year and office must match: what both sides name of either has to be the same."""
    said = (question.period.text if question.period else None, question.object, question.relation)
    asked, office = contests(*said), offices(question.object)
    years = years_in(question.object) | years_in(question.period.date_to if question.period else None)
    recorded = years_in(contest)
    fits = contest_fits(asked, contests(contest)) and contest_fits(office, offices(contest))
    return fits and (not years or not recorded or bool(years & recorded))


def _day_of(tally: Tally) -> str:
    """The day on which a tally was taken: the last part of what tells one count from another."""
    return f" in the count of {tally.count[-1]}" if tally.count[-1] else ""


def _count_day(figure: Figure) -> str:
    return f" in the count of {figure.as_of}" if figure.as_of else ""


def _says(figure: Figure) -> str:
    stage = STAGES.get(relation(figure.metric).word, figure.metric.replace("_", " "))
    where = f", {figure.contest}" if figure.contest else ""
    places = f", added up over {figure.rows:,} places" if figure.rows > 1 else ""
    return f"{figure.subject} has {words.number(figure.value)} {stage}{_count_day(figure)}{where}{places}."
