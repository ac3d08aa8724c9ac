"""How many vote: turnout as a level and as a change, votes cast, and voters that somebody brought to the polls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.groups import described, group_of, is_turnout, place_voters, voters
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity


def turnout(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Every claim of a clause about how many vote."""
    yield from _mobilized(scene, clause)
    yield from _voted(scene, clause)
    if clause.subject is not None and not clause.passive and is_turnout(scene, clause.subject):
        yield from _level(scene, clause, clause.subject)
        yield from _change(scene, clause, clause.subject)


def _mobilized(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "helped turn out 9,000 newcomers", "brought more than 9,000 voters to the polls"."""
    figures = [q for q in scene.counted(clause) if q.kind in ("count", "magnitude")]
    if clause.lemma not in triggers("growth")["turn_out"] or not figures or not _to_the_polls(scene, clause):
        return
    outer = _helping(scene, clause)
    name, open_names = scene.doer(outer or clause)
    target = scene.noun_of(figures[0]) or clause.object
    group = group_of(scene, target) if target is not None else None
    if group == "voters" and (among := scene.parsed.preposition(clause.verb.i, "among")) is not None:
        group = voters(described(scene, among))
    yield Draft(
        min(clause.start, outer.start if outer else clause.start), clause.end, "turnout", clause.verb, name,
        "helped_turn_out", group, figures[0].quantity,
        clause.negated or (outer is not None and outer.negated), candidates=open_names,
    )  # fmt: skip


def _to_the_polls(scene: Scene, clause: Clause) -> bool:
    words = scene.text.view[clause.start : clause.end].lower()
    turned_out = clause.lemma == "turn" and any(t.lemma == "out" for t in scene.parsed.tokens[clause.verb.i + 1 :][:1])
    return turned_out or "voter" in words or "polls" in words


def _helping(scene: Scene, clause: Clause) -> Clause | None:
    """The clause of "helped" over "turn out"."""
    if clause.verb.dep not in ("xcomp", "ccomp"):
        return None
    return next((c for c in scene.clauses if c.verb.i == clause.verb.head and c.lemma == "help"), None)


def _voted(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "almost half of all registered newcomers voted", "more than 2 million votes were cast"."""
    words = triggers("growth")
    doer = clause.object if clause.passive else clause.subject
    if doer is None:
        return
    ballots = clause.passive and doer.lemma in words["ballots"]
    figures = [q for q in scene.figures(clause.start, clause.end) if q.start <= doer.end]
    if figures and (ballots or (clause.lemma in words["vote"] and not clause.passive)):
        of = scene.parsed.preposition(doer.i, "of")
        group = "voters" if ballots else voters(described(scene, of or doer))
        yield Draft(
            clause.start, clause.end, "turnout", clause.verb, group, "voted", None, figures[0].quantity, clause.negated
        )


def _level(scene: Scene, clause: Clause, noun: Token) -> Iterator[Draft]:
    """ "Turnout in the city was 49.5 percent"."""
    figures = [q for q in scene.counted(clause) if q.kind == "percent" and q.quantity.from_low is None]
    if figures and clause.lemma in triggers("growth")["level"] and not _compared(scene, clause):
        group = group_of(scene, noun) or place_voters(scene, clause) or "voters"
        yield Draft(
            clause.start, clause.end, "turnout", clause.verb, group, "voted", None, figures[0].quantity, clause.negated
        )


def _compared(scene: Scene, clause: Clause) -> bool:
    """ "Was up 13 percent" is a change."""
    return any(
        t.text.lower() in ("up", "down") for t in scene.parsed.all_children(clause.verb.i, "advmod", "prt", "acomp")
    )


def _change(scene: Scene, clause: Clause, noun: Token) -> Iterator[Draft]:
    """ "turnout rose 13 % over 2021", "turnout among newcomers doubled", "rose 13 % among A and among B 11 %"."""
    words = triggers("growth")
    rises = clause.lemma in words["rise"] or _compared(scene, clause)
    figures = [q for q in scene.counted(clause) if q.kind != "count" or q.quantity.from_low is not None]
    level = clause.lemma in words["level"] and not any(q.quantity.from_low is not None for q in figures)
    if not rises or (level and not _compared(scene, clause)) or not (figures or clause.lemma in words["multiply"]):
        return
    relation = "number_changed" if noun.lemma == "number" else "turnout_changed"
    figure = figures[0] if figures else None
    yield Draft(
        clause.start, max(clause.end, figure.end if figure else 0), "turnout", clause.verb,
        group_of(scene, noun) or place_voters(scene, clause), relation, None, figure.quantity if figure else None,
        clause.negated,
    )  # fmt: skip
    if figure is not None:
        yield from _further_groups(scene, clause, figure)


def _further_groups(scene: Scene, clause: Clause, first: FoundQuantity) -> Iterator[Draft]:
    """The second group of "rose 13 % among Northsiders and among Southsiders 11 %"."""
    for figure in (q for q in scene.quantities if q.start > first.start and q.kind == first.kind):
        before = [t for t in scene.parsed if t.end <= figure.start][-4:]
        among = next((t for t in reversed(before) if t.lemma == "among"), None)
        group = scene.parsed.child(among.i, "pobj") if among is not None else None
        if among is not None and group is not None:
            named = voters(described(scene, group))
            yield Draft(
                among.start, figure.end, "turnout", clause.verb, named, "turnout_changed", None, figure.quantity,
                clause.negated,
            )  # fmt: skip


def turnouts(scene: Scene) -> Iterator[Draft]:
    """Turnout without a verb: "Northside turnout up 13 %", "13 % more Northside voters"."""
    for figure in scene.quantities:
        if figure.quantity.unit not in ("percent", "times"):
            continue
        noun = _turnout_before(scene, figure)
        anchor = scene.at(figure)
        if noun is not None and anchor is not None:
            start = scene.words_of(noun)[0]
            group = group_of(scene, noun)
            yield Draft(start, figure.end, "turnout", anchor, group, "turnout_changed", None, figure.quantity)
        else:
            yield from _more_voters(scene, figure)


def _turnout_before(scene: Scene, figure: FoundQuantity) -> Token | None:
    """The noun of "… turnout up 13 %", where only "up" or "down" stands between."""
    before = [t for t in scene.parsed if t.end <= figure.start]
    if len(before) >= 2 and before[-1].text.lower() in ("up", "down"):
        return before[-2] if before[-2].lemma in triggers("growth")["turnout_nouns"] else None
    return None


def _more_voters(scene: Scene, figure: FoundQuantity) -> Iterator[Draft]:
    view = scene.text.view
    more = view[figure.end : figure.end + 7].strip().startswith(("more", "fewer"))
    if not (more or " more" in view[figure.start : figure.end]):
        return
    after = [t for t in scene.parsed if t.start >= figure.start and t.start - figure.end < 60]
    noun = next((t for t in after if t.lemma in triggers("growth")["voter_nouns"]), None)
    if noun is not None:
        named = [t.mention.name for t in scene.parsed if t.mention and figure.end <= t.start < noun.start]
        group = voters(" ".join([*named, "voters"]))
        yield Draft(figure.start, noun.end, "turnout", noun, group, "number_changed", None, figure.quantity)
