"""Reading a story whole: every sentence accounted for, every span verbatim, nothing said inside a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stories.read import read_story, settled_by
from onrecord.stories.text import read_text
from onrecord.vocabulary import Claim

STORY = """Quiet Money on the Waterfront

By Ines Okafor
March 3, 2031

City records show that Marisol Quintanilla's campaign paid Sternlight Forward $12,500 for canvassing in May. The \
group, which calls itself “a neighborhood club,” shares an address with Sternlight Action.

“We knock on every door before the tide turns,” said Tomasz Wieczorek, the director of Sternlight Forward.

Nobody should be surprised. If a rival had done this, the harbor would be howling. Will voters forgive it?

Between May 1 and June 1, her following on Clipstream jumped from 20,000 to 50,000, a 150 percent increase.

Sign up for our newsletter. You can unsubscribe at any time.
"""


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    return read_story(STORY, "quiet.txt").claims


def one(claims: tuple[Claim, ...], kind: str) -> Claim:
    found = [c for c in claims if c.type == kind and c.checkable]
    assert len(found) == 1, [c.text for c in found]
    return found[0]


def test_spans_are_the_storys_own_words(claims: tuple[Claim, ...]) -> None:
    assert all(STORY[c.start : c.end] == c.text and c.text.strip() for c in claims)


def test_claims_are_numbered_in_reading_order(claims: tuple[Claim, ...]) -> None:
    assert [c.id for c in claims] == [f"c{n}" for n in range(1, len(claims) + 1)]
    assert [c.start for c in claims] == sorted(c.start for c in claims)


def test_every_sentence_is_accounted_for(claims: tuple[Claim, ...]) -> None:
    for sentence in read_text(STORY).sentences:
        assert any(c.start < sentence.end and sentence.start < c.end for c in claims), STORY[
            sentence.start : sentence.end
        ]


def test_a_payment_has_its_slots_and_its_source(claims: tuple[Claim, ...]) -> None:
    payment = one(claims, "payment")
    assert payment.subject == "Marisol Quintanilla campaign"
    assert (payment.relation, payment.object) == ("paid", "Sternlight Forward")
    assert payment.quantity is not None
    assert (payment.quantity.low, payment.quantity.high, payment.quantity.unit) == (12500, 12500, "USD")
    assert [a.kind for a in payment.attribution] == ["records"]
    assert payment.settled_by == settled_by()["payment"]


def test_a_quotation_keeps_words_and_speaker(claims: tuple[Claim, ...]) -> None:
    said = next(c for c in claims if c.type == "quotation" and c.words and "tide" in c.words)
    assert said.subject == "Tomasz Wieczorek"
    assert said.attribution[0].kind == "person"


def test_opinion_counterfactual_question_and_furniture_are_not_checkable(claims: tuple[Claim, ...]) -> None:
    reasons = {c.reason for c in claims if not c.checkable}
    assert {"counterfactual", "rhetorical_question", "boilerplate"} <= reasons
    assert all(c.reason for c in claims if not c.checkable)


def test_growth_keeps_both_ends_and_the_arithmetic_holds() -> None:
    story = read_story(STORY, "quiet.txt")
    grown = one(story.claims, "follower_growth").quantity
    assert grown is not None
    assert (grown.from_low, grown.low, grown.unit) == (20000, 50000, "followers")
    assert "consistent" in {row.outcome for row in story.arithmetic}


def test_what_stands_inside_a_quotation_is_not_the_storys_own_claim() -> None:
    told = (
        "The hall was full on Tuesday.\n\n“My opponent paid Quay Action $9,000 in May,” said Ada Onyx at the meeting.\n"
    )
    found = [c for c in read_story(told, "t.txt").claims if c.checkable]
    assert [c.type for c in found] == ["quotation"]


def test_a_story_without_claims_is_read_too() -> None:
    story = read_story("It was a grey day, and nobody felt like talking about anything at all.\n", "grey.txt")
    assert [c.checkable for c in story.claims] == [False]


def test_reading_twice_gives_the_same() -> None:
    assert read_story(STORY, "a.txt") == read_story(STORY, "a.txt")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_read_without_a_fall(raw: str) -> None:
    story = read_story(raw, "any.txt")
    assert story.characters == len(raw)
    assert all(raw[c.start : c.end] == c.text for c in story.claims)
