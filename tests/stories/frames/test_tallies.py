"""How many somebody has, which part of whose whole, who went from how many followers to how many, who won: any verb."""

from __future__ import annotations

import pytest
from frame_case import Row, assert_states, claims_of

TALLIES: list[Row] = [
    ("[The Oakdale Fund has eight institutional donors].", "Oakdale Fund", "counted", None, "8 institutional donors"),
    ("[The Oakdale Fund's tally stood at two grants].", "Oakdale Fund", "counted", None, "2 grants"),
    ("[The number for the Pine Union stood at three chapters].", "Pine Union", "counted", None, "3 chapters"),
    ("[Omar Haddad has three endorsements].", "Omar Haddad", "counted", None, "3 endorsements"),
]
SHARES: list[Row] = [
    (
        f"[{words}].",
        "Verlin Print Works LLC",
        "share_of",
        "vendor spending of Oakdale Harbor PAC",
        "=49 percent=",
    )
    for words in (
        "Verlin Print Works LLC accounted for 49 percent of the vendor spending of Oakdale Harbor PAC",
        "Verlin Print Works LLC was 49 percent of the vendor spending of Oakdale Harbor PAC",
        "Verlin Print Works LLC's share of the vendor spending of Oakdale Harbor PAC came to 49 percent",
        "49 percent of the vendor spending of Oakdale Harbor PAC fell to Verlin Print Works LLC",
        "It was Verlin Print Works LLC that formed 49 percent of the vendor spending of Oakdale Harbor PAC",
    )
]
FOLLOWERS: list[Row] = [
    (
        "[Omar Haddad went from 2,773 followers to 11,020 followers on Chirper].",
        "Omar Haddad",
        "followers_rose",
        "Chirper",
        "2773 > 11020 followers",
    ),
    (
        "[Pine Union's Chirper following crept from 2,978 followers to 4,948 followers].",
        "Pine Union",
        "followers_rose",
        "Chirper",
        "2978 > 4948 followers",
    ),
]
FOLLOWERS.append(
    (
        "[Up from 9,851 followers, Pine Union's following on Chirper reached 68,214 followers].",
        "Pine Union",
        "followers_rose",
        "Chirper",
        "9851 > 68214 followers",
    )
)
RESULTS: list[Row] = [
    ("[Lena Ortiz prevailed over Omar Haddad].", "Lena Ortiz", "defeated", "Omar Haddad", None),
    ("[Lena Ortiz turned back Omar Haddad].", "Lena Ortiz", "defeated", "Omar Haddad", None),
    ("[Lena Ortiz squeaked past Omar Haddad by 300 votes].", "Lena Ortiz", "won_by", "Omar Haddad", "300 votes"),
    ("[The primary was won by Lena Ortiz].", "Lena Ortiz", "won", "primary", None),
    ("[75,137 votes were cast for Lena Ortiz].", "Lena Ortiz", "received_votes", None, "75137 votes"),
    ("[75,137 votes went to Lena Ortiz].", "Lena Ortiz", "received_votes", None, "75137 votes"),
]


@pytest.mark.parametrize("row", TALLIES, ids=lambda row: row[0])
def test_tallies(row: Row) -> None:
    assert_states("count", row)


@pytest.mark.parametrize("row", SHARES, ids=lambda row: row[0])
def test_shares_of_a_named_whole(row: Row) -> None:
    assert_states("percentage", row)


@pytest.mark.parametrize("row", FOLLOWERS, ids=lambda row: row[0])
def test_followers(row: Row) -> None:
    assert_states("follower_growth", row)


@pytest.mark.parametrize("row", RESULTS, ids=lambda row: row[0])
def test_results(row: Row) -> None:
    assert_states("election_result", row)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Pine Union endorsed three candidates.", "count"),
        ("The Pine Union may have eight chapters by next year.", "count"),
        ("Lena Ortiz finished ahead of Omar Haddad in the first round.", "election_result"),
        ("Lena Ortiz turned back the clock.", "election_result"),
        ("More than 2 million votes were cast.", "election_result"),
    ],
)
def test_what_states_none(sentence: str, kind: str) -> None:
    assert not [c for c in claims_of(sentence) if c.type == kind and c.relation != "have"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Pine Union does not have 40 chapters.",
        "The primary was not won by Lena Ortiz.",
        "Lena Ortiz never prevailed over Omar Haddad.",
    ],
)
def test_what_is_denied_stays_denied(sentence: str) -> None:
    told = claims_of(sentence)
    assert told
    assert all(c.negated for c in told), told
