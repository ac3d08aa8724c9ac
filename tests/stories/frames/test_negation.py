"""Every form of denial, and the forms that only look like one."""

from __future__ import annotations

import pytest
from frame_case import claims_of

from onrecord.stories.frames.clauses import clauses
from onrecord.stories.mentions import Gazetteer, find_mentions
from onrecord.stories.parse import parse
from onrecord.stories.text import read_text


def paying(sentence: str) -> tuple[bool, bool]:
    """Whether the clause of "pay" in a sentence is denied, and whether it is left open."""
    text = read_text(f"Notes of the week\n\nBy Orla Benavides\n\nThe week was long for all of us.\n\n{sentence}\n")
    parsed = parse(text, find_mentions(text, Gazetteer()))[-1]
    clause = next(c for c in clauses(parsed) if c.lemma == "pay")
    return clause.negated, clause.unreal


DENIED = [
    "Quay Action did not pay Sternlight Forward.",
    "Quay Action hasn't paid Sternlight Forward.",
    "Nobody at Quay Action paid Sternlight Forward.",
    "No one at Quay Action paid Sternlight Forward.",
    "Neither Quay Action nor the Gannet Fund paid Sternlight Forward.",
    "It is not true that Quay Action paid Sternlight Forward.",
    "It is not the case that Quay Action paid Sternlight Forward.",
    "It is false that Quay Action paid Sternlight Forward.",
    "There is no truth to the claim that Quay Action paid Sternlight Forward.",
    "Contrary to claims that Quay Action paid Sternlight Forward, it lost money.",
    "Quay Action won the race without paying Sternlight Forward.",
    "Far from paying Sternlight Forward, Quay Action lost money.",
    "Quay Action denied that the Gannet Fund paid Sternlight Forward.",
    "Not once did Quay Action pay Sternlight Forward.",
    "At no time did Quay Action pay Sternlight Forward.",
    "Quay Action paid nothing to Sternlight Forward.",
    "Quay Action paid no money to Sternlight Forward.",
    "Sternlight Forward was not paid by Quay Action.",
    "Not a cent was paid by Quay Action to Sternlight Forward.",
    "Quay Action is no longer paying Sternlight Forward.",
]
STANDING = [
    "Quay Action paid Sternlight Forward no less than $5,000.",
    "Quay Action paid Sternlight Forward nothing less than $5,000.",
    "Quay Action paid Sternlight Forward no fewer than 12 times.",
    "Quay Action not only paid Sternlight Forward but also sued it.",
    "Quay Action did not merely pay Sternlight Forward.",
    "Quay Action paid none other than Sternlight Forward.",
    "Quay Action did not fail to pay Sternlight Forward.",
    "Quay Action never failed to pay Sternlight Forward.",
    "Quay Action paid Sternlight Forward, not the Gannet Fund, in 2029.",
    "Quay Action paid Sternlight Forward $5,000 with no strings attached.",
    "Quay Action, which did not report it, paid Sternlight Forward.",
    "No doubt Quay Action paid Sternlight Forward.",
]
OPEN = [
    "Quay Action did not pay Sternlight Forward until 2029.",
    "There is no evidence that Quay Action paid Sternlight Forward.",
    "Quay Action did not deny paying Sternlight Forward.",
    "Sternlight Forward was never paid by anyone but Quay Action.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_a_denial(sentence: str) -> None:
    assert paying(sentence) == (True, False)


@pytest.mark.parametrize("sentence", STANDING)
def test_what_only_looks_like_a_denial(sentence: str) -> None:
    assert paying(sentence)[0] is False


@pytest.mark.parametrize("sentence", OPEN)
def test_what_a_denial_leaves_open(sentence: str) -> None:
    assert paying(sentence)[1] is True


@pytest.mark.parametrize(
    ("sentence", "kind", "negated"),
    [
        ("The treasurer of Quay Action is not Ines Tarrow.", "role", True),
        ("The treasurer of Quay Action is Ines Tarrow.", "role", False),
        ("Ines Tarrow did not serve as treasurer of Quay Action in 2029.", "role", True),
        ("Ines Tarrow has never held the post of treasurer at Quay Action.", "role", True),
        ("Ines Tarrow, treasurer of Quay Action, did not speak to Kofi Lindqvist.", "role", False),
        ("Ines Tarrow is no member of the Gannet Council.", "membership", True),
        ("Quay Action is no affiliate of the Gannet Council.", "affiliation", True),
        ("Quay Action did not neglect to register under the Foreign Agents Registration Act.", "registration", False),
        ("Quay Action neglected to register under the Foreign Agents Registration Act.", "registration", True),
        ("Quay Action has never been a 501(c)(3) organization.", "legal_status", True),
        ('"We count every net in the harbor twice" is not what Ines Tarrow said.', "quotation", True),
    ],
)
def test_a_claim_keeps_its_denial(sentence: str, kind: str, negated: bool) -> None:
    assert [c.negated for c in claims_of(sentence) if c.type == kind] == [negated]
