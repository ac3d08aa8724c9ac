"""Votes as a register counts them: which count, round and day, and of which contest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.checks import words
from onrecord.checks.compare import contest_fits, contests, offices, speaks_of, window, years_in
from onrecord.checks.facts import Rule
from onrecord.checks.relations import relation

if TYPE_CHECKING:
    from onrecord.checks.compare import Window
    from onrecord.checks.question import Question
    from onrecord.checks.rows import Figure

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


def same_contest(question: Question, contest: str | None) -> bool:
    """Year and office must match: what both sides name of either has to be the same."""
    said = (question.period.text if question.period else None, question.object, question.relation)
    asked, office = contests(*said), offices(question.object)
    years = years_in(question.object) | years_in(question.period.date_to if question.period else None)
    recorded = years_in(contest)
    fits = contest_fits(asked, contests(contest)) and contest_fits(office, offices(contest))
    return fits and (not years or not recorded or bool(years & recorded))


def count_day(figure: Figure) -> str:
    """Of which day the count is, where the register says so."""
    return f" in the count of {figure.as_of}" if figure.as_of else ""


def says(figure: Figure) -> str:
    """One candidate's figure as a sentence."""
    stage = STAGES.get(relation(figure.metric).word, figure.metric.replace("_", " "))
    where = f", {figure.contest}" if figure.contest else ""
    places = f", added up over {figure.rows:,} places" if figure.rows > 1 else ""
    return f"{figure.subject} has {words.number(figure.value)} {stage}{count_day(figure)}{where}{places}."


def at_time(question: Question, figure: Figure) -> bool:
    """Whether a figure is of an election or a count in the time claimed."""
    return speaks_of(question.period, day_of(figure), "counted")


def day_of(figure: Figure) -> Window:
    """The day of the election, or of the count."""
    return window(figure.date or figure.as_of, figure.as_of or figure.date)
