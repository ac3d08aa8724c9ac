"""Plain counts: what no other frame takes, and figures of speech that count nothing."""

from __future__ import annotations

import pytest
from frame_case import Row, assert_states, claims_of

COUNTS: list[Row] = [
    ("[The Tenants Alliance has 1,200 members].", "Tenants Alliance", "counted", None, "1200 members"),
    ("[About 4,000 people packed the pier].", "people", "counted", "pier", "=About 4,000 people="),
    (
        "[Kofi Lindqvist has deployed tens of thousands of canvassers].",
        "Kofi Lindqvist",
        "deploy",
        "canvassers",
        "=tens of thousands of canvassers=",
    ),
    ("[The Lantern Foundation worked in 17 states].", "Lantern Foundation", "work", "states", "17 states"),
    ("[More than 20 comments appeared under the video].", "comments", "posted_on", None, "=More than 20 comments="),
    ("[The council received 312 letters about Pier 9].", "council", "receive", "letters", "312 letters"),
    ("[The Tenants Alliance knocked on 40,000 doors].", "Tenants Alliance", "knock", "doors", "40000 doors"),
    ("[The Tenants Alliance hired 14 lobbyists last year].", "Tenants Alliance", "hire", "lobbyists", "14 lobbyists"),
    ("[A list of 110 groups was printed by Ines Tarrow].", "groups", "counted", "Ines Tarrow", "110 groups"),
    ("[Kofi Lindqvist held 31 rallies in June].", "Kofi Lindqvist", "hold", "rallies", "31 rallies"),
    (
        "[Nearly 700 volunteers canvassed for Kofi Lindqvist].",
        "volunteers",
        "canvass",
        "volunteers",
        "=Nearly 700 volunteers=",
    ),
    ("[Ines Tarrow missed 44 votes in the council].", "Ines Tarrow", "miss", "votes", "44 votes"),
    ("[The school enrolled 650 students].", "school", "enrol", "students", "650 students"),
    ("Ines Tarrow, who [visited 12 countries], came home.", "Ines Tarrow", "visit", "countries", "12 countries"),
    ("[Police arrested 23 protesters at the pier].", "Police", "arrest", "protesters", "23 protesters"),
    ("[At least 80 groups signed the letter].", "groups", "counted", "letter", "=At least 80 groups="),
    ("[The Meadow Party gained 9 seats].", "Meadow Party", "gain", "seats", "9 seats"),
    ("[The Corvane Agency filed 16 reports].", "Corvane Agency", "file", "reports", "16 reports"),
    ("[The network spans 76 chapters].", None, "span", "chapters", "76 chapters"),
    ("[The union represents 21,000 workers].", None, "represent", "workers", "21000 workers"),
    ("[Hundreds of volunteers joined the march].", "volunteers", "counted", "march", "=Hundreds of volunteers="),
    ("[Kofi Lindqvist sponsored 18 bills].", "Kofi Lindqvist", "sponsor", "bills", "18 bills"),
    ("[The Bakers Guild lost 300 members in 2030].", "Bakers Guild", "lose", "members", "300 members"),
    ("[Ines Tarrow employs 26 staffers].", "Ines Tarrow", "employ", "staffers", "26 staffers"),
    ("[The town has 9,400 residents].", "town", "have", "residents", "9400 residents"),
]

NEGATIVES = [
    "There are a million reasons to vote for Ines Tarrow.",
    "He has two faces, and both of them lie.",
    "Kofi Lindqvist, 43, lives at 410 Larkspur Street.",
    "Ines Tarrow is 43 and lives at home.",
    "The Tenants Alliance is a 501(c)(3) nonprofit.",
    "Kofi Lindqvist moved there in 2021.",
    "Kofi Lindqvist gave 110 percent.",
    "Kofi Lindqvist will open 12 clinics.",
    "If 4,000 people come to Pier 9, Ines Tarrow will speak.",
    "The Tenants Alliance hopes to knock on 40,000 doors.",
    "Kofi Lindqvist is one hundred percent wrong.",
    "The bus leaves Pier 9 at 7:30 p.m.",
    "Would 900 volunteers really come for Ines Tarrow?",
]


@pytest.mark.parametrize("row", COUNTS, ids=lambda row: row[0])
def test_counts(row: Row) -> None:
    assert_states("count", row)


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_nothing_is_counted(sentence: str) -> None:
    assert [(c.type, c.text) for c in claims_of(sentence) if c.type in ("count", "percentage")] == []


def test_a_denied_count_is_negated() -> None:
    denied = next(c for c in claims_of("Kofi Lindqvist did not hold 31 rallies in June.") if c.type == "count")
    assert denied.negated
