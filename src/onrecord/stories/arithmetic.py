"""What the figures of one story say about each other, without any record.

Every rule is one function from the claims that carry figures, in reading order, to rows of arithmetic. A rule answers
``inconsistent`` only where intervals exclude each other and the words leave no doubt that they are of one thing; a
doubt gives ``needs_data``. Adding a rule is adding a function to :data:`RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from onrecord.stories.changes import (
    change_fits_percentage,
    dates_fit_length,
    growth_is_no_margin,
    same_change_in_two_units,
    whole_against_groups,
)
from onrecord.stories.figures import is_among
from onrecord.stories.sums import parts_against_whole, payments_against_total, shares_of_one_whole
from onrecord.vocabulary import Arithmetic, Claim

Rule = Callable[[Sequence[Claim]], Iterator[Arithmetic]]

RULES: Final[tuple[Rule, ...]] = (
    change_fits_percentage,
    dates_fit_length,
    same_change_in_two_units,
    whole_against_groups,
    growth_is_no_margin,
    parts_against_whole,
    shares_of_one_whole,
    payments_against_total,
)


def reckon(claims: Sequence[Claim]) -> tuple[Arithmetic, ...]:
    """Every row of arithmetic among the claims of one story, given in reading order.

    Claims that are denied, not checkable, or the words of a quotation take no part: the story does not state their
    figures.
    """
    figures = [claim for claim in claims if _takes_part(claim)]
    return tuple(row for rule in RULES for row in rule(figures))


def _takes_part(claim: Claim) -> bool:
    if not claim.checkable or claim.negated or claim.type == "quotation":
        return False
    return claim.quantity is not None or is_among(claim, "margin_relations")
