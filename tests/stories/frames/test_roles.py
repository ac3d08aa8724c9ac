"""Who holds which office: one sentence a way of saying so, with the claim in brackets. All names are invented."""

from __future__ import annotations

import pytest
from frame_case import Slots, claims_of, stated

"""(sentence with the claim in brackets, subject, relation, object)."""

CASES: dict[str, list[Slots]] = {
    "role": [
        ("[Tarek Obuya, director of Quay Action], spoke first.", "Tarek Obuya", "director_of", "Quay Action"),
        (
            "[Tarek Obuya, the executive director of Quay Action], spoke first.",
            "Tarek Obuya",
            "executive_director_of",
            "Quay Action",
        ),
        ("[Quay Action director Tarek Obuya] spoke first.", "Tarek Obuya", "director_of", "Quay Action"),
        ("[Quay Action's director, Tarek Obuya], spoke first.", "Tarek Obuya", "director_of", "Quay Action"),
        ("[Tarek Obuya is the treasurer of Quay Action].", "Tarek Obuya", "treasurer_of", "Quay Action"),
        (
            "[Tarek Obuya, who is the treasurer of Quay Action], spoke first.",
            "Tarek Obuya",
            "treasurer_of",
            "Quay Action",
        ),
        ("[Tarek Obuya serves as treasurer of Quay Action].", "Tarek Obuya", "treasurer_of", "Quay Action"),
        ("[Tarek Obuya was named president of Quay Action] in 2019.", "Tarek Obuya", "president_of", "Quay Action"),
        (
            "[Tarek Obuya, Quay Action's political director], spoke first.",
            "Tarek Obuya",
            "political_director_of",
            "Quay Action",
        ),
        (
            "[Tarek Obuya, the director of organizing for Quay Action], spoke first.",
            "Tarek Obuya",
            "director_of_organizing_of",
            "Quay Action",
        ),
        ("[Tarek Obuya chairs Quay Action].", "Tarek Obuya", "chairs", "Quay Action"),
        ("Tarek Obuya, who [leads Quay Action], spoke first.", "Tarek Obuya", "leads", "Quay Action"),
        ("[Quay Action is led by Tarek Obuya].", "Tarek Obuya", "leads", "Quay Action"),
        ("Quay Action, [led by Tarek Obuya], opened in May.", "Tarek Obuya", "leads", "Quay Action"),
        ("[Its director, Tarek Obuya], spoke first.", "Tarek Obuya", "director", None),
        ("[Quay Action's chairwoman is Ines Corvo].", "Ines Corvo", "chairwoman_of", "Quay Action"),
        ("[Ines Corvo, a former aide to Tarek Obuya], spoke first.", "Ines Corvo", "aide_of", "Tarek Obuya"),
        ("[Ines Corvo, a lawyer for Quay Action], spoke first.", "Ines Corvo", "lawyer_of", "Quay Action"),
        ("[Tarek Obuya and Ines Corvo are directors of Quay Action].", "Tarek Obuya", "director_of", "Quay Action"),
        ("Tarek Obuya and [Ines Corvo] are directors of Quay Action.", "Ines Corvo", "director_of", "Quay Action"),
        ("[Ines Corvo, founder and president of Quay Action], spoke first.", "Ines Corvo", "founder_of", "Quay Action"),
        (
            "[Tarek Obuya, Sternlight's organizing director], campaigned for Ines Corvo.",
            "Tarek Obuya",
            "organizing_director_of",
            "Sternlight",
        ),
        ("[Tarek Obuya runs Quay Action].", "Tarek Obuya", "runs", "Quay Action"),
        (
            "[Ines Corvo, spokeswoman for the Ethics Board], declined to comment.",
            "Ines Corvo",
            "spokeswoman_of",
            "Ethics Board",
        ),
        ("[Democratic nominee Ines Corvo] won the primary.", "Ines Corvo", "democratic_nominee", None),
        ("[The group's treasurer, Ines Corvo], signed the letter.", "Ines Corvo", "treasurer", None),
        ("[Ines Corvo became president of Quay Action] in 2019.", "Ines Corvo", "president_of", "Quay Action"),
        (
            "[Ines Corvo was hired as Quay Action's political director].",
            "Ines Corvo",
            "political_director_of",
            "Quay Action",
        ),
        ("[Longtime Quay Action organizer Ines Corvo] voted no.", "Ines Corvo", "organizer_of", "Quay Action"),
        ("[Ines Corvo acts as treasurer of Sternlight].", "Ines Corvo", "treasurer_of", "Sternlight"),
        ("[Ines Corvo, a professor at Ansel University], voted no.", "Ines Corvo", "professor_of", "Ansel University"),
        ("[Ines Corvo heads the Gannet Rock Fund].", "Ines Corvo", "heads", "Gannet Rock Fund"),
        ("[Quay Action spokeswoman Ines Corvo] declined to comment.", "Ines Corvo", "spokeswoman_of", "Quay Action"),
        ("[Ines Corvo remains chair of the Harbor Party].", "Ines Corvo", "chair_of", "Harbor Party"),
        ("[The director of Quay Action is Ines Corvo].", "Ines Corvo", "director_of", "Quay Action"),
        ("[Attorney Ines Corvo] voted no.", "Ines Corvo", "attorney", None),
    ],
}

DENIED: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("role", "[Tarek Obuya is not the director of Quay Action].", "Tarek Obuya", "director_of", "Quay Action"),
]

NOTHING = [
    "Ines Corvo might be director of Quay Action.",
    "Quay Action wants a director.",
    "Ines Corvo wants to run Quay Action.",
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
