"""According to whom: one sentence a way of saying so. All people and organizations are invented."""

from __future__ import annotations

import pytest

from onrecord.stories.read import read_story

LEAD = "The meeting went on for most of the evening, and few people left before it ended.\n\n"
PAID = "Quay Action paid Corvane Partners $20,000"
Chain = list[tuple[str | None, str]]


def sources(sentence: str, words: str = "$") -> Chain:
    """Source and kind of every link of the chain of the first claim that holds these words."""
    claims = read_story(f"{LEAD}{sentence}\n", "story.txt").claims
    claim = next(c for c in claims if c.checkable and c.type != "role" and words in c.text)
    return [(a.source, a.kind) for a in claim.attribution]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (f"{PAID}.", []),
        (
            f"{PAID}, according to the Port Ansel Board of Elections.",
            [("Port Ansel Board of Elections", "organization")],
        ),
        (f"According to city records, {PAID}.", [("city records", "records")]),
        (f"{PAID}, city records show.", [("city records", "records")]),
        (f"City records show that {PAID}.", [("City records", "records")]),
        (f"City records show {PAID}.", [("City records", "records")]),
        (f"A court filing says {PAID}.", [("court filing", "records")]),
        (f"Tarek Obuya said {PAID}.", [("Tarek Obuya", "person")]),
        (f"Tarek Obuya told reporters that {PAID}.", [("Tarek Obuya", "person")]),
        (f"{PAID}, Tarek Obuya said.", [("Tarek Obuya", "person")]),
        (f"{PAID}, said Tarek Obuya, its treasurer.", [("Tarek Obuya", "person")]),
        (f"Tarek Obuya said that records show that {PAID}.", [("records", "records"), ("Tarek Obuya", "person")]),
        (f"The Harbor Ledger reported that {PAID}.", [("Harbor Ledger", "outlet")]),
        (f"Sternlight reported that {PAID}.", [("Sternlight", "outlet")]),
        (f"As the Harbor Ledger reported in May, {PAID}.", [("Harbor Ledger", "outlet")]),
        (f"{PAID}, as the Harbor Ledger reported.", [("Harbor Ledger", "outlet")]),
        (f"{PAID}, per filings.", [("filings", "records")]),
        (f"According to Sternlight's own claims, {PAID}.", [("Sternlight", "organization")]),
        (f"An analysis by Sternlight found that {PAID}.", [("Sternlight", "organization")]),
        (f"A Harbor Ledger analysis found that {PAID}.", [("Harbor Ledger", "outlet")]),
        (
            f"Sternlight's analysis of filings found that {PAID}.",
            [("filings", "records"), ("Sternlight", "organization")],
        ),
        (f"Analysts said {PAID}.", [("Analysts", "analysts")]),
        (f"Researchers at Ansel University found that {PAID}.", [("Researchers", "analysts")]),
        (f"It was reported that {PAID}.", [(None, "unnamed")]),
        (f"A spokesman for Sternlight said {PAID}.", [("Sternlight", "organization")]),
        (f"Federal filings reviewed by the Harbor Ledger show {PAID}.", [("Federal filings", "records")]),
        (f"Tarek Obuya, the director of Sternlight, said {PAID}.", [("Tarek Obuya", "person")]),
        ("Quay Action, which paid Corvane Partners $20,000, said it would appeal.", []),
        (f"{PAID}, and Tarek Obuya said the work was fine.", []),
    ],
)
def test_a_claim_names_its_sources_innermost_first(sentence: str, chain: Chain) -> None:
    assert sources(sentence) == chain


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("By its own account, Quay Action turned out 9,000 voters.", [("Quay Action", "organization")]),
        ("Quay Action turned out 9,000 voters, by its own count.", [("Quay Action", "organization")]),
        ("Quay Action claims that it turned out 9,000 voters.", [("Quay Action", "organization")]),
        ("Quay Action boasted of turning out 9,000 voters.", [("Quay Action", "organization")]),
        ("In a report by the Ansel Monitor, turnout among 9,000 voters rose 13%.", [("Ansel Monitor", "outlet")]),
    ],
)
def test_what_somebody_says_of_itself_is_its_own_account(sentence: str, chain: Chain) -> None:
    assert sources(sentence, "9,000") == chain


def test_a_role_put_beside_a_name_in_passing_is_the_storys_own_voice() -> None:
    sentence = f"Tarek Obuya, the director of Sternlight, said {PAID}."
    claims = read_story(f"{LEAD}{sentence}\n", "story.txt").claims
    assert next(c for c in claims if c.type == "role").attribution == ()


def test_a_quotation_is_attributed_to_its_speaker() -> None:
    sentence = '"Nobody sleeps until the last boat is in," Tarek Obuya said.'
    assert sources(sentence, "Nobody") == [("Tarek Obuya", "person")]
