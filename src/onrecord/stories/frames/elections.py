"""Who won, by how much, with how many votes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token

def elections(scene: Scene) -> Iterator[Draft]:
    """Every election result that a sentence states or presupposes."""
    for clause in scene.clauses:
        yield from _beat(scene, clause)
        yield from _received(scene, clause)
        yield from _ahead(scene, clause)
        yield from _margin(scene, clause)
    yield from _victories(scene)


def _person(token: Token | None) -> bool:
    return token is not None and (token.pos == "PRON" or (token.mention is not None and token.mention.kind in ("person", "unknown")))


def _beat(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"Lee beat Ortiz 61,204 to 58,110", "Lee won the primary by 12 points", "electing Lee mayor"."""
    words = triggers("elections")
    winner, loser = clause.subject, clause.object
    figures = [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit in (None, "votes", "vote", "percent", "points") or q.quantity.from_low is not None]
    subject, open_names = scene.doer(clause)
    if clause.lemma in words["defeat"] and _person(winner) and _person(loser) and loser is not None:
        other, open_other = scene.who(loser, winner)
        yield Draft(clause.start, clause.end, "election_result", clause.verb, subject, "defeated", other, figures[0].quantity if figures else None, clause.negated, candidates=open_names or open_other)
    elif clause.lemma in words["win"] and _person(winner) and loser is not None and ({t.lemma for t in scene.parsed.subtree(loser.i)} & words["contest_nouns"]):
        relation = "lost" if clause.lemma == "lose" else "won"
        yield Draft(clause.start, clause.end, "election_result", clause.verb, subject, relation, scene.who(loser)[0], figures[0].quantity if figures else None, clause.negated, candidates=open_names)
    elif clause.lemma in words["elect"] and clause.object is not None and clause.object.mention is not None:
        start = clause.start
        yield Draft(start, clause.end, "election_result", clause.verb, clause.object.mention.name, "won", "election", None, clause.negated)


def _received(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"received 61,204 votes"."""
    if clause.lemma not in ("receive", "get", "win", "poll", "take", "have", "draw", "collect", "garner", "tally") or not _candidate(clause.subject):
        return
    votes = [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit in ("votes", "vote", "ballots", "first-choice votes")]
    if votes:
        subject, open_names = scene.doer(clause)
        contest = next((t for t in scene.parsed if t.lemma in triggers("elections")["contest_nouns"] and clause.start <= t.start < clause.end), None)
        yield Draft(clause.start, clause.end, "election_result", clause.verb, subject, "received_votes", scene.who(contest)[0] if contest else None, votes[0].quantity, clause.negated, candidates=open_names)


def _candidate(token: Token | None) -> bool:
    return _person(token) or (token is not None and token.lemma in ("nominee", "candidate", "challenger", "incumbent"))


def _ahead(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"finishing 4,000 votes ahead of Ortiz", "leads Ortiz by 4 points"."""
    if clause.lemma not in ("finish", "end", "lead", "come", "trail"):
        return
    figures = scene.figures(clause.start, clause.end)
    rival = next((t for t in scene.parsed if t.mention and t.mention.kind == "person" and clause.verb.start < t.start <= clause.end), None)
    words = scene.text.view[clause.start : clause.end]
    if figures and rival is not None and re.search(r"\b(?:ahead of|behind|by|over)\b", words):
        subject, open_names = scene.doer(clause)
        relation = "lost_by" if "behind" in words or clause.lemma == "trail" else "won_by"
        yield Draft(clause.start, rival.end, "election_result", clause.verb, subject, relation, scene.who(rival)[0], figures[0].quantity, clause.negated, candidates=open_names)


def _margin(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"that's the exact margin that flips the race": that a figure equals the margin."""
    if clause.lemma != "be":
        return
    noun = scene.parsed.child(clause.verb.i, "attr")
    if noun is not None and noun.lemma in triggers("elections")["margin_nouns"]:
        last = scene.parsed.subtree(noun.i)[-1]
        start = clause.subject.start if clause.subject is not None else clause.start
        yield Draft(start, last.end, "election_result", clause.verb, None, "equals_margin", scene.text.view[noun.start : last.end], None, clause.negated)


def _victories(scene: Scene) -> Iterator[Draft]:
    """"Lee's narrow primary victory over Ortiz": a result presupposed in a noun phrase."""
    parsed = scene.parsed
    for noun in (t for t in parsed if t.lemma in triggers("elections")["victory_nouns"] and t.pos == "NOUN"):
        winner = parsed.child(noun.i, "poss")
        loser = parsed.preposition(noun.i, "over", "against")
        contest = parsed.preposition(noun.i, "in")
        if winner is None or not _person(winner):
            continue
        stage = {t.lemma for t in parsed.all_children(noun.i, "compound", "amod")} & triggers("elections")["contest_nouns"]
        where = contest is not None and {t.lemma for t in parsed.subtree(contest.i)} & triggers("elections")["contest_nouns"]
        if loser is not None and _person(loser):
            yield Draft(winner.start, loser.end, "election_result", noun, scene.who(winner)[0], "defeated", scene.who(loser)[0])
        elif stage or where:
            start, end = scene.words_of(noun)
            last = parsed.subtree(contest.i, without=("relcl", "acl"))[-1].end if contest is not None and where else end
            yield Draft(min(start, winner.start), last, "election_result", noun, scene.who(winner)[0], "won", scene.who(contest)[0] if where and contest else "primary" if stage else None)
