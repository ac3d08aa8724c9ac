"""Things done: one sentence a way of saying so, with the claim in brackets. All names are invented."""

from __future__ import annotations

import pytest
from frame_case import Slots, claims_of, stated

"""(sentence with the claim in brackets, subject, relation, object)."""

CASES: dict[str, list[Slots]] = {
    "event": [
        ("[Mayor Ines Corvo met Tarek Obuya in May].", "Ines Corvo", "meet", "Tarek Obuya"),
        ("[Ines Corvo works for Quay Action].", "Ines Corvo", "work", "Quay Action"),
        ("[Tarek Obuya met Ines Corvo in Kestria on May 4].", "Tarek Obuya", "meet", "Ines Corvo"),
        ("[Tarek Obuya spoke at a rally in Port Ansel on Sept. 14].", "Tarek Obuya", "speak", "rally"),
        ("[Quay Action held a rally at Pier 9 in May].", "Quay Action", "hold", "rally"),
        ("[Tarek Obuya visited Kestria in 2022].", "Tarek Obuya", "visit", "Kestria"),
        ("[Tarek Obuya attended a forum hosted by Quay Action].", "Tarek Obuya", "attend", "forum"),
        ("[Quay Action hired Ines Corvo in 2019].", "Quay Action", "hire", "Ines Corvo"),
        ("[Tarek Obuya posted a photo on Clipstream].", "Tarek Obuya", "post", "photo"),
        ("[Tarek Obuya praised Quay Action in a speech].", "Tarek Obuya", "praise", "Quay Action"),
        ("[Ines Corvo resigned in May].", "Ines Corvo", "resign", None),
        ("[Tarek Obuya and Ines Corvo marched with Quay Action in June].", "Tarek Obuya", "march", "Quay Action"),
        ("[Tarek Obuya was appointed by Ines Corvo in May].", "Ines Corvo", "appoint", "Tarek Obuya"),
        ("Quay Action, which [hosted Tarek Obuya in May], opened an office.", "Quay Action", "host", "Tarek Obuya"),
        ("Quay Action, which hosted Tarek Obuya in May, [opened an office].", "Quay Action", "open", "office"),
        ("[Speaking in Kestria in May], Tarek Obuya praised Quay Action.", "Tarek Obuya", "speak", None),
        ("Speaking in Kestria in May, [Tarek Obuya praised Quay Action].", "Tarek Obuya", "praise", "Quay Action"),
        ("[Tarek Obuya signed a letter with Ines Corvo in May].", "Tarek Obuya", "sign", "letter"),
        ("[Sternlight, which Ines Corvo leads, opened in May].", "Sternlight", "open", None),
        ("[Ines Corvo hosted Tarek Obuya at Pier 9 in May].", "Ines Corvo", "host", "Tarek Obuya"),
        ("[Ines Corvo testified before the Ethics Board in May].", "Ines Corvo", "testify", None),
        ("[Quay Action published a report on the ferry in May].", "Quay Action", "publish", "report"),
        ("[Sternlight aired an ad against Tarek Obuya in May].", "Sternlight", "air", "ad"),
        ("[Ines Corvo traveled to Kestria with Tarek Obuya].", "Ines Corvo", "travel", "Kestria"),
        ("[Ines Corvo criticized Tarek Obuya in May].", "Ines Corvo", "criticize", "Tarek Obuya"),
    ],
}

DENIED: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("event", "[Tarek Obuya did not attend the march on May 4].", "Tarek Obuya", "attend", "march"),
]

NOTHING = [
    "Ines Corvo might meet Tarek Obuya in May.",
    "Ines Corvo will meet Tarek Obuya in May.",
    "Tarek Obuya wants to visit Kestria.",
    "Tarek Obuya would have visited Kestria.",
]


@pytest.mark.parametrize(("kind", "row"), [(kind, row) for kind, rows in CASES.items() for row in rows])
def test_a_claim_has_its_span_and_slots(kind: str, row: Slots) -> None:
    assert row in stated(row[0], kind)


@pytest.mark.parametrize(("kind", "marked", "subject", "relation", "other"), DENIED)
def test_a_denial_is_negated(
    kind: str, marked: str, subject: str | None, relation: str | None, other: str | None
) -> None:
    assert (marked, subject, relation, other) in stated(marked, kind, negated=True)


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_may_be_or_is_only_wished_is_no_claim(sentence: str) -> None:
    assert [c.type for c in claims_of(sentence) if c.type in CASES] == []


@pytest.mark.parametrize(
    ("caption", "subject", "verb"),
    [
        ("Ines Corvo greets riders at the Pier 9 ferry terminal. Credit: Orla Benavides", "Ines Corvo", "greet"),
        ("Ines Corvo speaking at a rally in Port Ansel. Photo: Orla Benavides", "Ines Corvo", "speak"),
    ],
)
def test_a_caption_states_what_its_picture_shows(caption: str, subject: str, verb: str) -> None:
    lead = "The meeting went on for most of the evening, and few people left before it ended."
    found = claims_of(f"{lead}\n\n{caption}\n\n{lead}")
    assert (subject, verb) in [(c.subject, c.relation) for c in found if c.type == "event"]
