"""The same claim in two stories, and what drifted on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.stories.alignment import align, key_of, similarity
from onrecord.vocabulary import Attribution, Claim, Quantity, Story

PAID = Claim(
    "c1", 0, 40, "Okafor's campaign paid Quay Action $18,000", "payment", "Ada Okafor campaign", "paid", "Quay Action",
    Quantity("$18,000", 18000, 18000, "USD"),
)  # fmt: skip
SAID = Claim(
    "c2",
    50,
    90,
    "“before the tide turns,” said Vance",
    "quotation",
    "Rolf Vance",
    "said",
    words="before the tide turns,",
)


def story(name: str, *claims: Claim) -> Story:
    return Story(name, (name * 64)[:64], 500, claims)


def aligned(x: Claim, y: Claim) -> tuple[str, tuple[str, ...]]:
    (found,) = align([story("a", x), story("b", y)])
    return found.relation, found.differs_in


def test_the_same_claim_is_the_same() -> None:
    assert aligned(PAID, replace(PAID, text="Quay Action got $18,000 from Okafor's campaign")) == ("same", ())


def test_another_amount_is_a_conflict() -> None:
    other = replace(PAID, quantity=Quantity("$19,000", 19000, 19000, "USD"))
    assert aligned(PAID, other) == ("conflicting", ("quantity",))


def test_a_looser_amount_is_drift() -> None:
    loose = replace(PAID, quantity=Quantity("nearly $19,000", 18000, 19000, "USD", qualifier="nearly"))
    assert aligned(PAID, loose) == ("drifted", ("quantity",))


@pytest.mark.parametrize(
    ("changed", "slot"),
    [
        (replace(PAID, object="Quay Forward Action"), "object"),
        (replace(PAID, hedged=True), "hedged"),
        (replace(PAID, attribution=(Attribution("city records", "show", "records"),)), "attribution"),
        (replace(PAID, type="contribution", relation="gave"), "relation"),
    ],
)
def test_drift_is_named_slot_by_slot(changed: Claim, slot: str) -> None:
    relation, differs = aligned(PAID, changed)
    assert relation == "drifted"
    assert slot in differs


def test_a_quotation_moved_to_another_object_is_drift() -> None:
    assert aligned(replace(SAID, said_of="the ferry plan"), replace(SAID, said_of="a school in Kestria")) == (
        "drifted",
        ("said_of",),
    )


def test_quotations_are_the_same_by_their_words() -> None:
    assert similarity(SAID, replace(SAID, words="before the tide turns")) == 1.0
    assert similarity(SAID, replace(SAID, words="nobody sleeps here at night")) < 0.6


def test_other_names_are_another_claim() -> None:
    assert similarity(PAID, replace(PAID, subject="Lars Thorvik campaign", object="Meadow League")) < 0.62


def test_the_same_names_with_a_far_figure_are_not_enough() -> None:
    far = replace(PAID, object="Meadow League", quantity=Quantity("$900", 900, 900, "USD"))
    assert align([story("a", PAID), story("b", far)]) == ()


def test_families_do_not_mix() -> None:
    assert similarity(PAID, replace(PAID, type="turnout")) == 0.0


def test_each_claim_is_aligned_once() -> None:
    twin = replace(PAID, id="c9", start=60, end=90)
    found = align([story("a", PAID), story("b", PAID, twin)])
    assert len(found) == 1
    assert found[0].a == key_of(story("a", PAID), PAID)
