"""The grammar of phrasings: choices, slots, spans, what is left out, what is refused."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.synth.stories.grammar import PhrasingError, count, expand, parse, slots_of

FILLS = {"subject": "Lee", "object": "Acme", "amount": "$5", "period": "in 2024", "place": None, "words": "we won"}


def made(text: str, seed: int = 0, **fills: str | None) -> tuple[str, str]:
    found = expand(parse(text, "t"), FILLS | fills, random.Random(seed), "t")
    return found.text, found.text[found.start : found.end]


def test_slots_are_filled_and_the_whole_text_is_the_claim() -> None:
    assert made("{subject} gave {amount} to {object} {period}") == ("Lee gave $5 to Acme in 2024",) * 2


def test_every_alternative_comes_up_and_no_other() -> None:
    text = "{subject} (gave|(quietly |)donated) {amount}"
    assert {made(text, seed)[0] for seed in range(60)} == {"Lee gave $5", "Lee quietly donated $5", "Lee donated $5"}
    assert count(parse(text, "t")) == 3


def test_brackets_without_a_bar_are_plain() -> None:
    assert made("{subject} is a 501(c)(3) (group|group)")[0] == "Lee is a 501(c)(3) group"


def test_the_marks_give_the_claim_within_the_text() -> None:
    assert made("in a twist, <{subject} paid {object} {amount}>, no less") == (
        "in a twist, Lee paid Acme $5, no less",
        "Lee paid Acme $5",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{subject} gave {amount} {period}", "Lee gave $5"),
        ("{subject}, {period}, gave {amount}", "Lee gave $5"),
        ("{period}, {subject} gave {amount}", "Lee gave $5"),
        ("<{period}, {subject} gave {amount}>", "Lee gave $5"),
        ("{subject} gave {amount} {period}, which is odd", "Lee gave $5, which is odd"),
        ("{subject} gave {amount}, {period}", "Lee gave $5"),
        ("{subject} {place} {period} gave {amount}", "Lee gave $5"),
        ("revenue {period} for {subject}: {amount}", "revenue for Lee: $5"),
    ],
)
def test_what_is_not_said_leaves_no_gap(text: str, expected: str) -> None:
    whole, claim = made(text, period=None)
    assert whole == claim == expected


@pytest.mark.parametrize("text", ["{nobody} gave", "(a|b", "a)b", "a|b", "<a", "a>b<", "<a><b>", "(<a|b)>", "{subject"])
def test_a_broken_text_is_refused_by_name(text: str) -> None:
    with pytest.raises(PhrasingError, match=r"payment\.toml, phrasing 3"):
        parse(text, "payment.toml, phrasing 3")


def test_a_slot_that_nothing_fills_is_refused() -> None:
    with pytest.raises(PhrasingError, match="law"):
        expand(parse("{law}", "t"), {}, random.Random(1), "t")


def test_it_tells_which_slots_were_said() -> None:
    found = expand(
        parse("{subject} (gave {amount}|paid {amount}) {period}", "t"), FILLS | {"period": None}, random.Random(1), "t"
    )
    assert found.used == {"subject", "amount"}
    assert slots_of(parse("({subject}|{object})", "t")) == {"subject", "object"}


PLAIN = st.text(alphabet="abc de,", min_size=1, max_size=8)


@given(PLAIN, PLAIN, PLAIN, st.integers(0, 5), st.booleans())
def test_the_span_is_exact_whatever_stands_around_it(
    before: str, inside: str, after: str, seed: int, dated: bool
) -> None:
    text = f"{before}<x{inside}{{subject}} {{period}} ({inside}|y)z>{after}"
    whole, claim = made(text, seed, period="in 2024" if dated else None)
    assert claim in whole
    assert claim.startswith("x")
    assert claim.endswith("z")
    assert ("in 2024" in whole) is dated
    assert not re.search("[\ue000-\ue0ff]", whole)
