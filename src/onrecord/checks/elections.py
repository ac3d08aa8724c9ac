"""Election results: which count, round and day. First choices, final round and certified are three measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.checks import facts, words
from onrecord.checks.compare import fit, pinned, same_unit, speaks_of, window, window_of
from onrecord.checks.finding import Bearing, Finding, Witness, from_register, searches
from onrecord.checks.relations import relation
from onrecord.checks.tallies import METRICS, RULE, STAGES, count_day, day_of, same_contest, says
from onrecord.checks.winners import who_won
from onrecord.intervals import interval_of

if TYPE_CHECKING:
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Figure


def elections(question: Question, records: Records) -> Finding:
    """Votes, winners, margins. The answer says which count of which day it rests on."""
    word = relation(question.relation).word
    if word in ("defeated", "won_by", "won") and question.subject:
        return who_won(question, records, word)
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
    subject = records.names.among(question.subject, records.voted(METRICS))
    if not sources or not subject.known or "share" in word:
        return Finding()
    figures = records.figures(subject, METRICS, added=True)
    figures = [figure for figure in figures if same_contest(question, figure.contest)]
    witnesses = tuple(_figure_witness(question, records, figure, word) for figure in figures)
    query = f"votes for “{subject.shown}”, added up over places, by contest and count"
    asked = records.that_know(sources, (subject,))
    return Finding(witnesses, searches(asked, query, [f.source_id for f in figures for _ in range(f.rows)]))


def _figure_witness(question: Question, records: Records, figure: Figure, word: str) -> Witness:
    stance, caveat = _figure_bearing(question, records, figure, word)
    if question.negated:
        stance = facts.FLIPPED[stance]
    return from_register(records.sources[figure.source_id], figure.locator, says(figure), stance, caveat)


def _figure_bearing(question: Question, records: Records, figure: Figure, word: str) -> tuple[Bearing, str | None]:
    stage = relation(figure.metric).word
    stretch = day_of(figure)
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
        return "supports", f"these are {STAGES.get(stage, stage)}{count_day(figure)}"
    # Another count of another day is no contradiction: totals grow until they are certified.
    same_count = word == stage and pinned(window_of(question.period), window(figure.as_of, figure.as_of))
    return ("excludes" if lies == "apart" and same_count and whole else "context"), None
