"""Retellings: the same claims in another order, style and wording, with what gets lost or bent on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.figures import rounded_up, true_figure
from onrecord.synth.stories.ground import MONEY

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from onrecord.synth.stories.telling import Claim, Tale, Telling

BENT: Final = 0.4
"""Share of retold claims in which a slot is bent on purpose."""
KEPT: Final = 0.85
"""Share of an original's claims that a retelling takes over."""
FEW: Final = 8
"""A short story is retold whole."""
CHANGES: Final = ("turnout_rose", "turnout_fell")
"""Relations of which a figure in percent says by how much: only there does a reporter slip into points."""
WRONG: Final = ("false_figure", "false_party", "false_year", "false_relation")


@dataclass(frozen=True, slots=True)
class Retold:
    """A claim taken over: as told now, the original claim, and what was bent on purpose."""

    told: Telling
    of: Claim
    bent: str | None


def retold(tale: Tale, style: str, draw: random.Random) -> list[Retold]:
    """The claims that a retelling takes over from ``tale``, in another order."""
    held = [claim for claim in tale.claims if claim.told is not None]
    taken = [claim for claim in held if len(held) <= FEW or draw.random() < KEPT]
    draw.shuffle(taken)
    return [_bent(claim, style, draw) for claim in taken]


def drift(one: Retold, now: Claim) -> tuple[str, ...]:
    """What differs between a claim and its original, kind by kind, in the order of the house."""
    before, told = one.of, now.told
    if before.told is None or told is None:
        return ()
    kinds = []
    if one.bent in ("amount", "unit") and told.amount is not None:
        kinds.append(one.bent)
    if before.told.period is not None and told.period is None:
        kinds.append("period")
    if before.sources and not now.sources:
        kinds.append("attribution")
    if before.hedged and not now.hedged:
        kinds.append("hedge")
    if before.told.variant in WRONG and told.variant in WRONG:
        kinds.append("copied_error")
    return tuple(kinds)


def _bent(claim: Claim, style: str, draw: random.Random) -> Retold:
    """One claim as retold: the figure printed anew, or rounded up, or in another unit; the year dropped."""
    told = claim.told
    assert told is not None
    if told.amount is None:
        return Retold(_without_year(told, draw), claim, None)
    if draw.random() < BENT:
        bent = _other_unit(told, style, draw) if draw.random() < 0.25 else None
        if bent is not None:
            return Retold(bent, claim, "unit")
        amount = rounded_up(told.amount.stated, told.amount.unit, style)
        if amount is not None:
            # What was wrong and is bent further may have come to hold by chance: its verdict is worked out anew.
            return Retold(replace(_without_year(told, draw), amount=amount, variant="drifted"), claim, "amount")
    return Retold(_without_year(told, draw), claim, None)


def _other_unit(told: Telling, style: str, draw: random.Random) -> Telling | None:
    """Percent told as percentage points; thousands told as millions."""
    amount = told.amount
    if amount is None:
        return None
    if told.relation in CHANGES and told.start is None and amount.text.endswith(" percent"):
        text = amount.text.removesuffix(" percent") + " percentage points"
        return replace(told, amount=replace(amount, text=text, unit="percentage_points"), variant="drifted")
    if told.type in MONEY and 1000 <= amount.stated < 1_000_000:
        bigger = true_figure(amount.stated * 1000, "USD", style, draw, plain=True)
        return replace(told, amount=bigger, variant="drifted")
    return None


def _without_year(told: Telling, draw: random.Random) -> Telling:
    """The period dropped, now and then. What is false keeps its time, or it might come out true."""
    if told.period is None or told.variant in WRONG or told.type == "registration" or draw.random() < 0.7:
        return told
    return replace(told, period=None)


def original(earlier: Sequence[Tale], draw: random.Random) -> Tale | None:
    """A story to retell: one of the last, an original itself."""
    fitting = [tale for tale in earlier if tale.retells is None and any(c.told for c in tale.claims)]
    return draw.choice(fitting) if fitting else None
