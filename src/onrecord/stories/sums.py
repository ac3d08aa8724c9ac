"""Arithmetic of wholes: parts against the whole they are of, shares against a hundred, payments against their total."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from typing import Final

from onrecord.intervals import Interval, add, below, interval_of, overlap
from onrecord.stories.figures import bounds, cue, gap, is_share, listed, same_period, subject_of
from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.quantities import find_quantities
from onrecord.vocabulary import Arithmetic, Claim, Outcome, Quantity

_MONEY_TYPES: Final = frozenset({"payment", "contribution", "grant", "independent_expenditure"})
_SAME_PARAGRAPH: Final = 300
"""Characters between two entries of a list of payments, or of shares."""


# ── parts against the whole ──────────────────────────────────────────────────────────────────────────────────────────


def parts_against_whole(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """ "110 groups, of which 76 … and 34 …": no part is larger than the whole, and parts may add up to it."""
    for claim in claims:
        found = cue("part_cues", claim.text)
        if found is None or claim.quantity is None or claim.quantity.from_low is not None:
            continue
        parts = _parts(claim.text, found.end())
        if parts and claim.text.find(claim.quantity.text) < found.start():
            yield _sum_of_parts(_ids(claim, claims, parts), claim.quantity, parts)


def _parts(text: str, start: int) -> list[Quantity]:
    """The counts behind the cue that are set side by side, as far as the sentence goes."""
    parts: list[Quantity] = []
    for found in find_quantities(text):
        lead = text[start : found.start]
        if found.start < start or found.kind != "count" or re.search(r"[.!?]\s", lead):
            continue
        if not lead.strip() or _joint().search(text, start, found.start):
            parts.append(found.quantity)
    return parts


def _ids(whole: Claim, claims: Sequence[Claim], parts: Sequence[Quantity]) -> tuple[str, ...]:
    """The claim of the whole and the claims, if the parts have their own, that lie inside it."""
    words = {part.text for part in parts}
    inside = (c for c in claims if c is not whole and whole.start <= c.start and c.end <= whole.end)
    return whole.id, *(c.id for c in inside if c.quantity is not None and c.quantity.text in words)


def _sum_of_parts(ids: tuple[str, ...], whole: Quantity, parts: Sequence[Quantity]) -> Arithmetic:
    total = _sum(parts)
    named = listed([part.text for part in parts])
    expression = f"{' + '.join(part.text for part in parts)} = {bounds(total)}; the whole: {whole.text}"
    outcome: Outcome
    if any(below(interval_of(whole), interval_of(part)) for part in parts):
        outcome, because = "inconsistent", f"A part ({named}) is larger than the whole ({whole.text})."
    elif overlap(total, interval_of(whole)):
        outcome, because = "consistent", f"{named} add up to {bounds(total)}, the whole that the story gives."
    elif below(total, interval_of(whole)):
        outcome, because = "consistent", f"{named} make {bounds(total)} of {whole.text}; the rest is not named."
    else:
        because = f"{named} add up to {bounds(total)}, more than {whole.text}: that holds only if the parts overlap."
        outcome = "needs_data"
    return Arithmetic(ids, expression, outcome, because)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;]|\b{any_of(lexicon('arithmetic')['part_joints'])})\s*$", re.IGNORECASE)


# ── shares of one whole ──────────────────────────────────────────────────────────────────────────────────────────────


def shares_of_one_whole(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """Shares of the same whole cannot exceed a hundred percent, unless those who hold them overlap."""
    for shares in _runs(claims, lambda claim: is_share(claim) and claim.object is not None, _same_whole):
        quantities = [share.quantity for share in shares if share.quantity is not None]
        total = _sum(quantities)
        if total[0] is None or total[0] <= 100:
            continue
        words = listed([quantity.text for quantity in quantities])
        ids, expression = tuple(share.id for share in shares), f"{words} = {bounds(total)} percent"
        if shares[0].type == "election_result":  # nobody's vote is another's
            because = f"{words} of the same vote make {bounds(total)} percent, more than there is."
            yield Arithmetic(ids, expression, "inconsistent", because)
        else:
            because = f"{words} make {bounds(total)} percent: that holds only if the groups overlap."
            yield Arithmetic(ids, expression, "needs_data", because)


def _same_whole(a: Claim, b: Claim) -> bool:
    slots = (a.type, a.relation, a.object, a.place) == (b.type, b.relation, b.object, b.place)
    return slots and same_period(a, b) and subject_of(a) != subject_of(b) and gap(a, b) <= _SAME_PARAGRAPH


def _runs(
    claims: Sequence[Claim], belongs: Callable[[Claim], bool], alike: Callable[[Claim, Claim], bool]
) -> Iterator[list[Claim]]:
    """Stretches of two or more claims in a row that belong and are alike, each subject once."""
    run: list[Claim] = []
    for claim in claims:
        fits = belongs(claim) and all(alike(other, claim) for other in run)
        if not fits and len(run) > 1:
            yield run
        run = [*run, claim] if fits else [claim] if belongs(claim) else []
    if len(run) > 1:
        yield run


# ── payments against their total ─────────────────────────────────────────────────────────────────────────────────────


def payments_against_total(claims: Sequence[Claim]) -> Iterator[Arithmetic]:
    """ "$5,000 to one, $7,000 to another, $12,000 in all": the listed payments must reach the stated total."""
    for place, total in enumerate(claims):
        if not _is_total(total):
            continue
        before, behind = claims[:place][::-1], claims[place + 1 :]
        parts = max(_payments_beside(total, before), _payments_beside(total, behind), key=len)
        if len(parts) > 1 and total.quantity is not None:
            yield _sum_of_payments(total, total.quantity, sorted(parts, key=lambda part: part.start))


def _is_total(claim: Claim) -> bool:
    if claim.type not in _MONEY_TYPES or cue("total_cues", claim.text) is None:
        return False
    return sum(found.kind == "money" for found in find_quantities(claim.text)) == 1


def _payments_beside(total: Claim, others: Sequence[Claim]) -> list[Claim]:
    """The payments next to the total, as far as they are of the same kind and by the same payer."""
    parts: list[Claim] = []
    nearest = total
    for claim in others:
        if not _is_part(claim, total) or abs(gap(*sorted((claim, nearest), key=lambda c: c.start))) > _SAME_PARAGRAPH:
            break
        parts.append(claim)
        nearest = claim
    receivers = {part.object for part in parts}
    fits = total.object is None or receivers <= {total.object, *total.object.split("; ")}
    return parts if fits else []


def _is_part(claim: Claim, total: Claim) -> bool:
    if claim.quantity is None or total.quantity is None or subject_of(claim) is None:
        return False
    alike = (claim.type, subject_of(claim), claim.quantity.unit) == (total.type, subject_of(total), total.quantity.unit)
    timed = total.period is None or same_period(claim, total)
    whole = claim.quantity.from_low is None and not (cue("total_cues", claim.text) or cue("subset_cues", claim.text))
    return alike and timed and whole


def _sum_of_payments(total: Claim, stated: Quantity, parts: Sequence[Claim]) -> Arithmetic:
    quantities = [part.quantity for part in parts if part.quantity is not None]
    reached = _sum(quantities)
    named = listed([quantity.text for quantity in quantities])
    expression = f"{' + '.join(quantity.text for quantity in quantities)} = {bounds(reached)}; stated: {stated.text}"
    outcome: Outcome
    if overlap(reached, interval_of(stated)):
        outcome, because = (
            "consistent",
            f"{named} make {bounds(reached)}, which the stated total, {stated.text}, allows.",
        )
    elif below(interval_of(stated), reached):
        outcome = "inconsistent"
        because = f"{named} alone make {bounds(reached)}, more than the stated total, {stated.text}."
    else:
        outcome = "needs_data"
        because = f"{named} make {bounds(reached)}; what else is in the stated total, {stated.text}, is not listed."
    return Arithmetic((*(part.id for part in parts), total.id), expression, outcome, because)


def _sum(quantities: Sequence[Quantity]) -> Interval:
    return reduce(add, map(interval_of, quantities))
