"""Money that moves: payment, contribution, grant, loan, independent expenditure; and money that a group has: revenue.

A payment to a vendor, a contribution to a campaign, a grant between organizations and spending for or against somebody
are four different relations, told apart by the verb and by what kind of receiver it names, never by who it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.flows import lines, measured, swelled
from onrecord.stories.frames.funding import funding
from onrecord.stories.frames.gifts import gifts
from onrecord.stories.frames.openings import summed, without_lead
from onrecord.stories.frames.revenue import held, revenue, revenues
from onrecord.stories.frames.spending import costs, spending, spendings
from onrecord.stories.frames.transfers import transfers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.frames.scene import Draft, Scene


def money(scene: Scene) -> Iterator[Draft]:
    """Every money claim of a sentence; an amount that a verb has taken is not read again from a noun."""
    taken = list(lines(scene))
    taken += [draft for draft in _by_verbs(scene) if not any(_same_amount(draft, other) for other in taken)]
    for draft in (*gifts(scene), *spendings(scene), *revenues(scene), *held(scene)):
        if not any(_same_amount(draft, other) if draft.quantity else _is_part(draft, other) for other in taken):
            taken.append(draft)
    yield from (summed(scene, without_lead(scene, draft)) for draft in taken)


def _by_verbs(scene: Scene) -> Iterator[Draft]:
    for clause in scene.clauses:
        yield from transfers(scene, clause)
        yield from funding(scene, clause)
        yield from spending(scene, clause)
        yield from costs(scene, clause)
        stated = [*measured(scene, clause), *swelled(scene, clause)]
        yield from stated or revenue(scene, clause)


def _is_part(draft: Draft, other: Draft) -> bool:
    """Whether a transfer without an amount is a piece of one with an amount."""
    return other.quantity is not None and other.start <= draft.start and draft.end <= other.end


def _same_amount(draft: Draft, other: Draft) -> bool:
    return draft.quantity is other.quantity
