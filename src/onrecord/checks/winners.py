"""Who won, who beat whom, by how much: stated as such, or shown by the tallies of one deciding count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.checks import facts, words
from onrecord.checks.compare import contest_fits, contests, fit, offices, pinned, same_unit, speaks_of, window_of
from onrecord.checks.finding import Bearing, Finding, Witness, from_fact, from_register, searches
from onrecord.checks.relations import relation
from onrecord.checks.tallies import DECIDING, METRICS, RULE, STAGES, at_time, count_day, day_of, same_contest, says
from onrecord.intervals import interval_of

if TYPE_CHECKING:
    from onrecord.checks.compare import Window
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Fact, Figure


@dataclass(frozen=True, slots=True)
class Tally:
    """One candidate's figure in one count."""

    stage: str
    value: float
    count: tuple[str, ...]
    day: Window
    witness: Witness


def who_won(question: Question, records: Records, word: str) -> Finding:
    """Who beat whom: stated as such, or shown by both tallies of one deciding count."""
    stated = facts.examine(question, records, RULE)
    if question.object is None or word == "won":
        return stated + _outright(question, records) + _topped(question, records)
    pairs = _pairs(_tallies(question.subject, question, records), _tallies(question.object, question, records))
    witnesses = [w for a, b in pairs for w in _pair_witnesses(question, word, a, b)]
    both = [records.resolve(name) for name in (question.subject, question.object)]
    sources = records.that_know(records.with_figures(METRICS), both)
    query = f"votes for “{both[0].shown}” and for “{both[1].shown}” in one count"
    return stated + Finding(tuple(witnesses), searches(sources, query, [w.evidence.source for w in witnesses]))


def _pair_witnesses(question: Question, word: str, a: Tally, b: Tally) -> list[Witness]:
    stance, caveat = _pair_bearing(question, word, a, b)
    if question.negated:
        stance = facts.FLIPPED[stance]
    return [a.witness.bearing(stance, caveat), b.witness.bearing("context")]


def _pair_bearing(question: Question, word: str, a: Tally, b: Tally) -> tuple[Bearing, str]:
    """Both tallies show who was ahead, and by how much; they exclude something else only on the very day claimed."""
    quantity, margin = question.quantity, a.value - b.value
    unit = "percentage_points" if "share" in a.stage else "votes"
    shown = f"by {STAGES.get(a.stage, a.stage)}{_count_of_day(a)}"
    if word == "won_by" and quantity is not None:
        shown = f"the margin in this count is {words.amount((margin, margin), unit)}"
    speaks = word == "defeated" if quantity is None else word == "won_by" and same_unit(quantity, unit)
    if a.stage not in DECIDING or not speaks or not margin:
        return "context", shown
    lies = "fits" if quantity is None else fit(interval_of(quantity), (margin, margin))
    if margin > 0 and lies == "fits":
        return "supports", shown
    other = margin < 0 or lies == "apart"
    return "excludes" if other and _that_day(question, a.day, *a.count) else "context", shown


def _pairs(a: list[Tally], b: list[Tally]) -> list[tuple[Tally, Tally]]:
    """Tallies of one count: the same round, contest, day and account."""
    return [(x, y) for x in a for y in b if x.stage == y.stage and x.count == y.count]


def _tallies(name: str | None, question: Question, records: Records) -> list[Tally]:
    party = records.names.among(name, records.voted(METRICS))
    stated = [
        Tally(relation(f.relation).word, f.interval[0] or 0, _count_of(f), f.window, from_fact(f, "context"))
        for f in records.facts
        if f.kind in RULE.kinds and relation(f.relation).word in STAGES and f.interval[0] == f.interval[1]
        if any(facts.is_party(party, side) for side in f.subjects) and _speaks(question, f)
    ]
    for figure in records.figures(party, METRICS, added=True):
        # Part of the places may well show the loser ahead.
        whole = records.sources[figure.source_id].coverage.complete
        if whole and same_contest(question, figure.contest) and at_time(question, figure):
            count = (figure.source_id, figure.contest or "", figure.date or "", figure.as_of or "")
            witness = from_register(records.sources[figure.source_id], figure.locator, says(figure), "context")
            stated.append(Tally(relation(figure.metric).word, figure.value, count, day_of(figure), witness))
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


def _topped(question: Question, records: Records) -> Finding:
    """Most votes of a whole deciding count wins it; fewer than another's, on the very day claimed, does not."""
    subject = records.names.among(question.subject, records.voted(METRICS))
    figures = [
        figure
        for figure in records.figures(subject, METRICS, added=True)
        if records.sources[figure.source_id].coverage.complete
        and relation(figure.metric).word in DECIDING
        and same_contest(question, figure.contest)
        and at_time(question, figure)
    ]
    return Finding(tuple(_top_witness(question, records, figure) for figure in figures))


def _top_witness(question: Question, records: Records, figure: Figure) -> Witness:
    most = max(records.rivals(figure), default=None)
    stage = STAGES[relation(figure.metric).word]
    stance: Bearing = "context"
    caveat = None
    if most is not None and figure.value > most:
        stance, caveat = "supports", f"by {stage}{count_day(figure)}; the next has {words.number(most)}"
    elif most is not None and figure.value < most:
        caveat = f"another candidate has {words.number(most)}"
        stance = "excludes" if _that_day(question, day_of(figure), figure.contest) else "context"
    stance = facts.FLIPPED[stance] if question.negated else stance
    return from_register(records.sources[figure.source_id], figure.locator, says(figure), stance, caveat)


def _that_day(question: Question, day: Window, *contest: str | None) -> bool:
    """Whether a count is of the very day claimed, and of no primary, where every party has a winner: only then can it
    exclude."""
    asked = contests(question.period.text if question.period else None, question.object, question.relation)
    primary = "primary" in asked | contests(*contest)
    return day[0] is not None and day[0] == day[1] and pinned(window_of(question.period), day) and not primary


def _meant(name: str, count: tuple[str, ...]) -> bool:
    """Whether a count is of the contest named. "The mayoral race", without a kind, is the general election."""
    if contests(name):
        return bool(contests(name) & contests(*count))
    return "general" in contests(*count) and bool(offices(name) & offices(*count))


def _count_of_day(tally: Tally) -> str:
    """The day on which a tally was taken: the last part of what tells one count from another."""
    return f" in the count of {tally.count[-1]}" if tally.count[-1] else ""
