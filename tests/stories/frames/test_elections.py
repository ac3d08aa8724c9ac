"""Who won, against whom, with how many votes or which share."""

from __future__ import annotations

import pytest
from frame_case import Row, assert_states, claims_of

RESULTS: list[Row] = [
    ("[Kofi Lindqvist defeated Ines Tarrow].", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    ("[Kofi Lindqvist beat Ines Tarrow in the runoff].", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    ("[Ines Tarrow was defeated by Kofi Lindqvist in 2029].", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    ("[Ines Tarrow lost to Kofi Lindqvist].", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    (
        "Ines Tarrow, who [lost to Kofi Lindqvist in June], is a lawyer.",
        "Kofi Lindqvist",
        "defeated",
        "Ines Tarrow",
        None,
    ),
    (
        "Nobody forgets [Kofi Lindqvist's narrow victory over Ines Tarrow].",
        "Kofi Lindqvist",
        "defeated",
        "Ines Tarrow",
        None,
    ),
    ("Nobody forgets [Ines Tarrow's loss to Kofi Lindqvist].", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    ("[Kofi Lindqvist won the primary].", "Kofi Lindqvist", "won", "primary", None),
    (
        "[Kofi Lindqvist won the general election with 103,518 votes].",
        "Kofi Lindqvist",
        "won",
        "general election",
        "103518 votes",
    ),
    ("[Kofi Lindqvist won the seat by 4,000 votes].", "Kofi Lindqvist", "won_by", "seat", "4000 votes"),
    ("[Kofi Lindqvist was elected mayor in 2029].", "Kofi Lindqvist", "won", "election", None),
    ("[Voters elected Kofi Lindqvist].", "Kofi Lindqvist", "won", "election", None),
    (
        "[Kofi Lindqvist received 61,240 votes in the primary].",
        "Kofi Lindqvist",
        "received_votes",
        "primary",
        "61240 votes",
    ),
    (
        "[Kofi Lindqvist had 61,240 first-choice votes].",
        "Kofi Lindqvist",
        "received_first_choice_votes",
        None,
        "61240 votes",
    ),
    ("[Kofi Lindqvist drew 88,312 votes on two lines].", "Kofi Lindqvist", "received_votes", None, "88312 votes"),
    ("[Kofi Lindqvist got 51.3 percent of the vote].", "Kofi Lindqvist", "received_share", None, "=51.3 percent="),
    (
        "[Kofi Lindqvist won 51.3 percent of the vote in the general election].",
        "Kofi Lindqvist",
        "received_share",
        None,
        "=51.3 percent=",
    ),
    (
        "[Kofi Lindqvist finished 4,000 votes ahead of Ines Tarrow].",
        "Kofi Lindqvist",
        "won_by",
        "Ines Tarrow",
        "4000 votes",
    ),
    (
        "[Ines Tarrow finished 4,000 votes behind Kofi Lindqvist].",
        "Kofi Lindqvist",
        "won_by",
        "Ines Tarrow",
        "4000 votes",
    ),
    ("[Kofi Lindqvist beat Ines Tarrow by 4,000 votes].", "Kofi Lindqvist", "won_by", "Ines Tarrow", "4000 votes"),
    ("[Kofi Lindqvist trounced Ines Tarrow by 12 points].", "Kofi Lindqvist", "won_by", "Ines Tarrow", "=12 points="),
    ("[Kofi Lindqvist's primary win] stunned the harbor.", "Kofi Lindqvist", "won", "primary", None),
    ("[Kofi Lindqvist captured the nomination].", "Kofi Lindqvist", "won", "nomination", None),
    ("[Kofi Lindqvist lost the primary].", "Kofi Lindqvist", "lost", "primary", None),
    ("[Kofi Lindqvist edged Ines Tarrow], shocking the docks.", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    ("[The challenger, having beaten Ines Tarrow], took office.", None, "defeated", "Ines Tarrow", None),
    ("[Kofi Lindqvist ousted Ines Tarrow, the incumbent, in 2029].", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
    ("[Kofi Lindqvist defeats Ines Tarrow], the board says.", "Kofi Lindqvist", "defeated", "Ines Tarrow", None),
]

NEGATIVES = [
    "Kofi Lindqvist will beat Ines Tarrow in the fall.",
    "If Kofi Lindqvist wins the primary, he will face Ines Tarrow.",
    "Can Kofi Lindqvist beat Ines Tarrow?",
    "Kofi Lindqvist won praise from Ines Tarrow.",
    "Kofi Lindqvist lost his temper.",
    "Kofi Lindqvist topped the list of 40 speakers at Pier 9.",
    "Kofi Lindqvist hopes to defeat Ines Tarrow.",
    "Kofi Lindqvist took the train to Boston.",
    "Nobody beats a good cup of coffee.",
    "Kofi Lindqvist, 43, won hearts.",
    "It would be a victory for Kofi Lindqvist over common sense.",
]


@pytest.mark.parametrize("row", RESULTS, ids=lambda row: row[0])
def test_results(row: Row) -> None:
    assert_states("election_result", row)


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_no_result_is_claimed(sentence: str) -> None:
    assert [(c.text, c.relation) for c in claims_of(sentence) if c.type == "election_result"] == []


def test_a_denied_victory_is_negated() -> None:
    denied = next(c for c in claims_of("Kofi Lindqvist never defeated Ines Tarrow.") if c.type == "election_result")
    assert denied.negated
