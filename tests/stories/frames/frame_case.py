"""Sentences with the claim they state marked in square brackets, and the slots that the claim must have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.quantities import find_quantities
from onrecord.stories.read import read_story

if TYPE_CHECKING:
    from onrecord.vocabulary import Claim, Quantity

HEAD = "Notes of the week\n\nBy Orla Benavides\n\n"
Row = tuple[str, str | None, str, str | None, str | None]
"""(sentence with the claim in brackets, subject, relation, object, amount).

The amount is ``low..high unit``, or in equal signs the words of the figure where how far rounded words reach is not the
matter ("=nearly $2 million="): that is decided, and tested, with the quantities.
"""


Slots = tuple[str, str | None, str | None, str | None]
"""(sentence with the claim in brackets, subject, relation, object)."""


def claims_of(sentence: str) -> list[Claim]:
    """The checkable claims of a story that holds only this text."""
    return [c for c in read_story(f"{HEAD}{sentence}\n", "case.txt", year=2031).claims if c.checkable]


def shown(quantity: Quantity | None) -> str | None:
    """A quantity as the cases write it: ``40000 USD``, ``2000.. votes``, ``31 > 44 percent`` for a from-to pair."""
    if quantity is None:
        return None
    ends = _ends(quantity.low, quantity.high)
    if quantity.from_low is not None or quantity.from_high is not None:
        ends = f"{_ends(quantity.from_low, quantity.from_high)} > {ends}"
    return f"{ends} {quantity.unit}"


def _ends(low: float | None, high: float | None) -> str:
    if low is not None and low == high:
        return f"{low:.10g}"
    return f"{'' if low is None else f'{low:.10g}'}..{'' if high is None else f'{high:.10g}'}"


def assert_states(kind: str, row: Row) -> None:
    """The sentence states exactly this claim of this type: span, slots and amount."""
    marked, subject, relation, other, quantity = row
    before, rest = marked.split("[")
    span, after = rest.split("]")
    if quantity is not None and quantity.startswith("="):
        quantity = shown(find_quantities(quantity.strip("="))[0].quantity)
    found = [c for c in claims_of(before + span + after) if c.type == kind]
    rows = [(c.text, c.subject, c.relation, c.object, shown(c.quantity)) for c in found]
    assert (span, subject, relation, other, quantity) in rows, rows


def stated(marked: str, kind: str, negated: bool = False) -> list[Slots]:
    """Every claim of a type that the sentence states, its span marked in the sentence."""
    sentence = marked.replace("[", "").replace("]", "")
    found = [c for c in claims_of(sentence) if c.type == kind and c.negated is negated]
    return [(sentence.replace(c.text, f"[{c.text}]", 1), c.subject, c.relation, c.object) for c in found]
