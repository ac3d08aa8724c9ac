"""Who won, against whom, by how much, with how many votes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import Quantity

STAGES = (("first-choice", "first_choice"), ("first choice", "first_choice"), ("final round", "final_round"))
STAGES_CERTIFIED = (("certified", "certified"),)
"""Words that say which count of the votes a figure is of."""


def elections(scene: Scene) -> Iterator[Draft]:
    """Every election result that a sentence states or presupposes; what may or should come is none."""
    for clause in scene.clauses:
        if not clause.unreal:
            yield from _results(scene, clause)
    yield from _victories(scene)


def _results(scene: Scene, clause: Clause) -> Iterator[Draft]:
    for frame in (_defeated, _prevailed, _lost_to, _share, _votes, _votes_went, _won, _won_by, _elected, _ahead):
        drafts = list(frame(scene, clause))
        if drafts:
            yield from drafts
            return
    yield from _margin(scene, clause)


def _draft(
    clause: Clause,
    relation: str,
    sides: tuple[tuple[str | None, tuple[str, ...]], tuple[str | None, tuple[str, ...]]],
    quantity: Quantity | None,
    end: int = 0,
) -> Draft:
    (subject, open_subject), (other, open_other) = sides
    return Draft(
        clause.start, max(clause.end, end), "election_result", clause.verb, subject, relation, other, quantity,
        clause.negated, candidates=open_subject or open_other,
    )  # fmt: skip


def is_person(token: Token | None) -> bool:
    """Whether a word can stand for somebody who runs for office."""
    if token is None:
        return False
    named = token.mention is not None and token.mention.kind in ("person", "unknown")
    return named or (token.pos == "PRON" and token.lemma not in ("it", "this", "that", "what"))


def _candidate(token: Token | None) -> bool:
    return is_person(token) or (token is not None and token.lemma in triggers("elections")["candidates"])


def _defeated(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Lee beat Ortiz", "Ortiz was defeated by Lee", "Lee beat Ortiz by 4,000 votes"."""
    winner, loser = clause.subject, clause.object
    if clause.lemma not in triggers("elections")["defeat"] or not _candidate(loser) or loser is None:
        return
    if not (is_person(winner) or (winner is not None and _candidate(winner)) or clause.passive or winner is None):
        return
    margin = _margin_figure(scene, clause)
    tally = next((q for q in _ballots(scene, clause) if q is not margin), None)
    sides = (scene.who(winner), scene.who(loser, winner))
    if margin is not None:
        yield _draft(clause, "won_by", sides, margin.quantity, margin.end)
    else:
        yield _draft(clause, "defeated", sides, tally.quantity if tally else None)


def _prevailed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Lee prevailed over Ortiz", "Lee squeaked past Ortiz by 400 votes", "Lee turned back Ortiz"."""
    words, parsed = triggers("elections"), scene.parsed
    if clause.passive or not is_person(clause.subject):
        return
    rival = parsed.preposition(clause.verb.i, "over", "past", "by") if clause.lemma in words["prevail"] else None
    if rival is None and clause.lemma in words["turn_back"]:
        after = parsed.tokens[clause.verb.i + 1 : clause.verb.i + 2]
        particles = [
            t for t in parsed.all_children(clause.verb.i, "prt", "advmod", "prep") if t.lemma in ("back", "off")
        ]
        rival = clause.object if particles else None
        rival = rival or (parsed.child(after[0].i, "pobj") if after and after[0].lemma in ("back", "off") else None)
    if rival is None and clause.lemma == "be" and clause.object is not None and clause.object.lemma == "victorious":
        rival = parsed.preposition(clause.object.i, "over", "against")
    if rival is None or rival.mention is None or not is_person(rival):
        return
    margin = _margin_figure(scene, clause)
    sides = (scene.who(clause.subject), scene.who(rival, clause.subject))
    relation, figure = ("won_by", margin.quantity) if margin is not None else ("defeated", None)
    yield _draft(clause, relation, sides, figure, margin.end if margin is not None else rival.end)


def _votes_went(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "61,204 votes went to Lee", "61,204 votes were cast for Lee": they are Lee's, not how many voted."""
    thing = clause.object if clause.passive else clause.subject
    if thing is None or thing.lemma not in ("vote", "ballot") or clause.lemma not in ("go", "cast", "come", "count"):
        return
    figure = next((q for q in _ballots(scene, clause) if q.start <= thing.start < q.end or q.end <= thing.end), None)
    taker = scene.parsed.preposition(clause.verb.i, "to", "for")
    if figure is None or taker is None or taker.mention is None or not is_person(taker):
        return
    contest = _contest_in(scene, clause.start, clause.end)
    yield _draft(clause, "received_votes", (scene.who(taker), (contest, ())), figure.quantity, figure.end)


def _won_by(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The primary was won by Lee"."""
    if clause.lemma not in ("win", "carry", "capture", "clinch") or not clause.passive:
        return
    winner, contest = clause.subject, clause.object
    if winner is None or winner.mention is None or not is_person(winner) or not _takes_contest(scene, clause):
        return
    yield _draft(clause, "won", (scene.who(winner), scene.who(contest)), None)


def _lost_to(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Ortiz lost to Lee by 4,000 votes": the winner is the subject of the claim."""
    if clause.lemma != "lose" or not _candidate(clause.subject):
        return
    winner = scene.parsed.preposition(clause.verb.i, "to")
    if not is_person(winner):
        return
    margin = _margin_figure(scene, clause)
    sides = (scene.who(winner), scene.who(clause.subject, winner))
    relation = "won_by" if margin is not None else "defeated"
    yield _draft(clause, relation, sides, margin.quantity if margin else None)


def _ballots(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """Figures of a clause that can be votes."""
    units = triggers("elections")["vote_units"]
    figures = scene.figures(clause.start, clause.end)
    return [q for q in figures if q.quantity.unit in units or (q.quantity.unit is None and q.kind == "count")]


def _margin_figure(scene: Scene, clause: Clause) -> FoundQuantity | None:
    """The figure of "by 4,000 votes" and "by a margin of 12 points"."""
    for figure in scene.figures(clause.start, clause.end):
        before = scene.text.view[max(0, figure.start - 24) : figure.start]
        margin = re.search(r"\bby (?:a margin of |a |an? \w+ )?$", before)
        if margin and figure.quantity.unit in triggers("elections")["margin_units"]:
            return figure
    return None


def _votes(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "received 61,204 votes", "drew 88,312 on two ballot lines"."""
    if clause.lemma not in triggers("elections")["receive"] or not _candidate(clause.subject):
        return
    votes = [
        q for q in scene.figures(clause.start, clause.end) if q.quantity.unit in triggers("elections")["vote_units"]
    ]
    if votes and votes[0].start > clause.verb.start and not _takes_contest(scene, clause):
        words = scene.text.view[votes[0].start : clause.end].lower()
        stage = next((f"{name}_" for cue, name in (*STAGES, *STAGES_CERTIFIED) if cue in words), "")
        contest = _contest_in(scene, clause.start, clause.end)
        relation = "received_votes_final_round" if stage == "final_round_" else f"received_{stage}votes"
        yield _draft(clause, relation, (scene.doer(clause), (contest, ())), votes[0].quantity, votes[0].end)


def _share(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "won 51.3 percent of the vote", "with 51.3 percent of the vote" is left to the shares."""
    if clause.lemma not in triggers("elections")["receive"] or not _candidate(clause.subject):
        return
    figure = next((q for q in scene.figures(clause.start, clause.end) if q.quantity.unit == "percent"), None)
    if figure is not None and re.match(
        r"\s+of (?:the |all )?(?:\S+ )?(?:vote|ballot)s?\b", scene.text.view[figure.end :]
    ):
        yield _draft(clause, "received_share", (scene.doer(clause), (None, ())), figure.quantity, figure.end)


def _contest_in(scene: Scene, start: int, end: int) -> str | None:
    nouns = triggers("elections")["contest_nouns"]
    found = next((t for t in scene.parsed if t.lemma in nouns and start <= t.start < end and t.pos != "VERB"), None)
    return scene.who(found)[0] if found is not None else None


def _won(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Lee won the primary by 12 points", "Lee lost the seat"."""
    contest = clause.object
    words = triggers("elections")
    if clause.lemma not in words["win"] or clause.passive or not _candidate(clause.subject):
        return
    if contest is None or not _takes_contest(scene, clause):
        return
    margin = _margin_figure(scene, clause)
    votes = [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit in words["vote_units"]]
    relation = "lost" if clause.lemma == "lose" else "won"
    relation += "_by" if margin is not None else ""
    figure = margin or next(iter(votes), None)
    yield _draft(clause, relation, (scene.doer(clause), scene.who(contest)), figure.quantity if figure else None)


def _takes_contest(scene: Scene, clause: Clause) -> bool:
    """Whether what is won or lost is a contest, and not votes in one."""
    if clause.object is None:
        return False
    inside = scene.parsed.subtree(clause.object.i, without=("prep", "relcl", "acl"))
    return bool({t.lemma for t in inside} & triggers("elections")["contest_nouns"])


def _elected(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Lee was elected mayor", "voters elected Lee"."""
    if clause.lemma in triggers("elections")["elect"] and clause.object is not None and is_person(clause.object):
        yield _draft(clause, "won", (scene.who(clause.object), ("election", ())), None)


def _ahead(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "finishing 4,000 votes ahead of Ortiz", "led Ortiz by 4 points"; who is ahead is the subject of the claim."""
    if clause.lemma not in triggers("elections")["finish"]:
        return
    words = scene.text.view[clause.start : clause.end]
    units = triggers("elections")["margin_units"]
    figures = [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit in units]
    after = (t for t in scene.parsed if clause.verb.start < t.start <= clause.end)
    rival = next((t for t in after if t.mention is not None and t.mention.kind == "person"), None)
    early = any(f" {word}" in words.lower() for word in ("round", "poll", "survey", "first-choice", "first choice"))
    if not figures and rival is not None and clause.lemma == "finish" and "ahead of" in words and not early:
        yield _draft(clause, "defeated", (scene.doer(clause), scene.who(rival)), None, rival.end)
        return
    if not figures or rival is None or not re.search(r"\b(?:ahead of|behind|by|over)\b", words):
        return
    own, other = scene.doer(clause), scene.who(rival)
    behind = "behind" in words or clause.lemma == "trail"
    yield Draft(
        clause.start, max(rival.end, figures[0].end), "election_result", clause.verb, (other if behind else own)[0],
        "won_by", (own if behind else other)[0], figures[0].quantity, clause.negated, candidates=own[1],
    )  # fmt: skip


def _margin(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "that is just the margin of the race": that a figure equals the margin."""
    noun = scene.parsed.child(clause.verb.i, "attr") if clause.lemma == "be" else None
    if noun is not None and noun.lemma in triggers("elections")["margin_nouns"]:
        last = scene.parsed.subtree(noun.i)[-1]
        start = clause.subject.start if clause.subject is not None else clause.start
        yield Draft(
            start, last.end, "election_result", clause.verb, None, "equals_margin",
            scene.text.view[noun.start : last.end], None, clause.negated,
        )  # fmt: skip


def _victories(scene: Scene) -> Iterator[Draft]:
    """ "Lee's narrow primary victory over Ortiz", "Ortiz's loss to Lee": a result presupposed in a noun phrase."""
    words = triggers("elections")
    nouns = (t for t in scene.parsed if t.lemma in words["victory_nouns"] and t.pos == "NOUN")
    for noun in nouns:
        owner = scene.parsed.child(noun.i, "poss")
        if owner is not None and is_person(owner):
            yield from _victory(scene, noun, owner)


def _victory(scene: Scene, noun: Token, owner: Token) -> Iterator[Draft]:
    lost = noun.lemma in triggers("elections")["loss_nouns"]
    rival = _behind(scene, noun, ("to", "by", "against") if lost else ("over", "against", "of"))
    if rival is not None and is_person(rival):
        winner, loser = (rival, owner) if lost else (owner, rival)
        yield Draft(
            min(owner.start, noun.start), rival.end, "election_result", noun, scene.who(winner)[0], "defeated",
            scene.who(loser, winner)[0],
        )  # fmt: skip
    else:
        yield from _in_contest(scene, noun, owner, "lost" if lost else "won")


def _behind(scene: Scene, noun: Token, words: tuple[str, ...]) -> Token | None:
    """The object of a preposition that hangs on a noun or follows it at once."""
    found = scene.parsed.preposition(noun.i, *words)
    following = scene.parsed.tokens[noun.i + 1 : noun.i + 2]
    if found is None and following and following[0].lemma in words:
        return scene.parsed.child(following[0].i, "pobj")
    return found


def _in_contest(scene: Scene, noun: Token, owner: Token, relation: str) -> Iterator[Draft]:
    """ "Lee's primary win", "Lee's victory in the runoff"."""
    parsed, contests = scene.parsed, triggers("elections")["contest_nouns"]
    stage = next((t for t in parsed.all_children(noun.i, "compound", "amod") if t.lemma in contests), None)
    contest = parsed.preposition(noun.i, "in")
    if contest is not None and not {t.lemma for t in parsed.subtree(contest.i)} & contests:
        contest = None
    if stage is None and contest is None:
        return
    start, end = scene.words_of(noun)
    if contest is not None:
        end = parsed.subtree(contest.i, without=("relcl", "acl"))[-1].end
    label = scene.who(contest)[0] if contest is not None else stage.lemma if stage is not None else None
    yield Draft(min(start, owner.start), end, "election_result", noun, scene.who(owner)[0], relation, label)
