"""True and false tellings of a statement: the same thing said rightly, or with one slot wrong, and wrong for certain.

A false telling is only given out if nothing in the world makes it true by accident.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories import periods
from onrecord.synth.stories.expected import LASTING, holds
from onrecord.synth.stories.figures import exact, false_figure, true_figure
from onrecord.synth.stories.ground import MONEY
from onrecord.synth.stories.telling import Telling
from onrecord.synth.stories.wording import wordings

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from onrecord.synth.stories.figures import Worded
    from onrecord.synth.stories.ground import Ground
    from onrecord.synth.stories.periods import Told
    from onrecord.synth.stories.telling import Variant
    from onrecord.synth.world import Statement

RISING: Final = ("followers_rose", "turnout_rose")
FALLING: Final = ("turnout_fell",)
NEEDS: Final[dict[str, frozenset[str]]] = {
    "false_figure": frozenset(("amount",)),
    "false_year": frozenset(("period",)),
}
"""The slot that a false telling must say, or it would not be false."""
_TRIES: Final = 12


def tell(statement: Statement, variant: Variant, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    """``statement`` told as ``variant`` asks; None where it cannot be told so, or might come out true."""
    make = _MAKERS[variant]
    told = make(statement, ground, style, draw)
    if told is None or variant == "negation":
        return told
    if variant in ("true", "unanswerable"):
        # No record states it, and yet others may show it: the levels of a change, two offices of one person.
        return replace(told, variant="true") if holds(told, ground) else told
    return None if holds(told, ground) else told


def unit_of(statement: Statement) -> str:
    """The unit of a statement's figure; money where none is given for a kind of money."""
    return statement.unit or ("USD" if statement.type in (*MONEY, "revenue") else "")


def _true(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling:
    amount, start = _figures(statement, style, draw)
    if statement.relation == "not_registered_under" and statement.date_from is None:
        # So at any time of this world; without a date the question would be about today, which no copy covers.
        year = str(draw.choice(ground.world.years))
        statement = replace(statement, date_from=year, date_to=year)
    return Telling(
        statement, "true" if statement.record is not None else "unanswerable", statement.relation, statement.subject,
        statement.object, amount, start, _period(statement, style, draw), statement.place, statement.words,
        statement.said_of,
    )  # fmt: skip


def _figures(statement: Statement, style: str, draw: random.Random) -> tuple[Worded | None, Worded | None]:
    """The figure of a statement in words that are true of it, and where it grew from."""
    unit = unit_of(statement)
    if statement.value is None:
        return None, None
    if statement.start is None:
        return true_figure(statement.value, unit, style, draw), None
    # The start is a bare figure: a qualifier in a from-to pair belongs to its end alone.
    start = true_figure(statement.start, unit, style, draw, plain=True)
    for _ in range(_TRIES):
        amount = true_figure(statement.value, unit, style, draw)
        if _goes_the_same_way(statement, start, amount):
            return amount, start
    return exact(statement.value, unit, style), exact(statement.start, unit, style)


def _goes_the_same_way(statement: Statement, start: Worded, end: Worded) -> bool:
    """Whether a figure lies beyond the start on the side that the words say; of a plain change, off the start."""
    if statement.relation in RISING:
        return end.low is not None and end.low > start.stated
    if statement.relation in FALLING:
        return end.high is not None and end.high < start.stated
    return end.stated != start.stated and not end.allows(start.stated)


def _period(statement: Statement, style: str, draw: random.Random) -> Told | None:
    """The time of a statement in words that are true of it. Sums are told over exactly their time."""
    dates = statement.date_from, statement.date_to
    if statement.start is not None:
        # Two figures from one to the other; the days then stand between.
        return periods.told(*dates, style, draw, ways=(("between", "and"),))
    if statement.type in ("event", "election_result", "endorsement", "quotation", "founding"):
        return periods.coarser(*dates, style, draw)
    return periods.within(*dates, style, draw) if statement.type in LASTING else periods.told(*dates, style, draw)


def _false_figure(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    if not statement.value or statement.value <= 0:
        return None
    # A total that is told too high is ruled out by a complete register; told too low, it may be a part of the sum.
    higher = True if statement.type in MONEY and draw.random() < 0.8 else None
    told = replace(_true(statement, ground, style, draw), variant="false_figure")
    for _ in range(_TRIES if told.start else 1):
        amount = false_figure(statement.value, unit_of(statement), style, draw, higher=higher)
        if amount is not None and (told.start is None or _goes_the_same_way(statement, told.start, amount)):
            return replace(told, amount=amount)
    return None


def _false_year(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    dates = statement.date_from, statement.date_to
    if not dates[0] or not dates[1]:
        return None
    for _ in range(_TRIES):
        offset = draw.choice((-2, -1, 1, 2))
        if all(ground.first_year <= int(day[:4]) + offset <= ground.last_year for day in dates if day):
            moved = replace(statement, date_from=_moved(dates[0], offset), date_to=_moved(dates[1], offset))
            told = _period(moved, style, draw)
            if told is not None:
                true = _true(statement, ground, style, draw)
                return replace(true, variant="false_year", period=told)
    return None


def _moved(day: str, years: int) -> str:
    """A date some years on; the day that only a leap year has becomes the day before."""
    moved = f"{int(day[:4]) + years:04}{day[4:]}"
    return f"{moved[:8]}28" if moved.endswith("-02-29") else moved


def _false_party(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    """Another party of the same kind in the place of one: whoever stands there in another such statement."""
    side = draw.choice(("subject", "object", "object"))
    held = getattr(statement, side)
    if not ground.is_principal(held):
        return None
    opposite = statement.object if side == "subject" else statement.subject
    own = (ground.party(held), ground.party(opposite or ""))
    others = [who for who in ground.others(statement, side) if ground.party(who) not in own]
    if not others:
        return None
    told = replace(_true(statement, ground, style, draw), variant="false_party")
    other = draw.choice(others)
    return replace(told, subject=other) if side == "subject" else replace(told, object=other)


def _false_relation(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    """Another relation between the same two: spent against for spent for, an arm the wrong way round, another title."""
    told = replace(_true(statement, ground, style, draw), variant="false_relation")
    swapped = [r for words in wordings()["swaps"] if statement.relation in words for r in words]
    swapped = [relation for relation in swapped if relation != statement.relation]
    turns = statement.relation in wordings()["one_way"] and _of_one_kind(statement, ground)
    if turns and draw.random() < 0.4:
        return replace(told, subject=statement.object, object=statement.subject)
    if statement.type == "role":
        swapped = [title for title in ground.titles if title != statement.relation]
    if not swapped:
        return None
    other = draw.choice(swapped)
    # The object of a legal status is the status itself, which the relation says already.
    return replace(told, relation=other, object=None if told.type == "legal_status" else told.object)


def _of_one_kind(statement: Statement, ground: Ground) -> bool:
    """Whether both parties are people, or both are organizations: only then does a sentence read well turned round."""
    both = (statement.subject, statement.object)
    return any(all(who in held for who in both) for held in (ground.world.people, ground.world.organizations))


def _negation(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    told = replace(_true(statement, ground, style, draw), variant="negation", negated=True)
    if told.amount is None:
        return told
    # Nobody denies an estimate: "never took in about $3 million".
    return replace(told, amount=true_figure(statement.value or 0, unit_of(statement), style, draw, plain=True))


def _unanswerable(statement: Statement, ground: Ground, style: str, draw: random.Random) -> Telling | None:
    """What is so and on no record."""
    return _true(statement, ground, style, draw) if statement.record is None else None


_MAKERS: Final[dict[str, Callable[[Statement, Ground, str, random.Random], Telling | None]]] = {
    "true": _true,
    "false_figure": _false_figure,
    "false_year": _false_year,
    "false_party": _false_party,
    "false_relation": _false_relation,
    "negation": _negation,
    "unanswerable": _unanswerable,
}
