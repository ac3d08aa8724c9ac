"""One noun, two names, and any verb that only carries the noun."""

from __future__ import annotations

import pytest
from frame_case import claims_of

SAID = [
    ("role", "Ines Tarrow carried out the duties of director at Quay Action.", "Ines Tarrow", "director_of"),
    ("role", "The post of president at Quay Action was filled by Ines Tarrow.", "Ines Tarrow", "president_of"),
    ("role", "Quay Action kept Ines Tarrow as president.", "Ines Tarrow", "president_of"),
    ("role", "It is Ines Tarrow who serves as treasurer of Quay Action.", "Ines Tarrow", "treasurer_of"),
    ("role", "At Quay Action, Ines Tarrow is the treasurer.", "Ines Tarrow", "treasurer_of"),
    ("role", "Quay Action's thin-skinned treasurer is Ines Tarrow.", "Ines Tarrow", "treasurer_of"),
    (
        "role",
        "Ines Tarrow, the divisive executive director of Quay Action, spoke.",
        "Ines Tarrow",
        "executive_director_of",
    ),
    ("membership", "Quay Action counts Ines Tarrow among its members.", "Ines Tarrow", "member_of"),
    ("membership", "Ines Tarrow was listed among the members of Quay Action.", "Ines Tarrow", "member_of"),
    ("membership", "A member of Quay Action was Ines Tarrow.", "Ines Tarrow", "member_of"),
    ("affiliation", "Quay Action has the Gannet Fund as an affiliate.", "Gannet Fund", "affiliate_of"),
    ("affiliation", "Quay Action's political arm is the Gannet Fund.", "Gannet Fund", "political_arm_of"),
    ("affiliation", "The Gannet Fund and Quay Action are affiliated.", "Gannet Fund", "affiliated_with"),
    ("affiliation", "The Gannet Fund remains affiliated with Quay Action.", "Gannet Fund", "affiliated_with"),
    ("affiliation", "The Gannet Fund forms part of Quay Action.", "Gannet Fund", "part_of"),
    ("collaboration", "The Gannet Fund did joint work with Quay Action.", "Gannet Fund", "worked_with"),
    ("collaboration", "Joint work by the Gannet Fund and Quay Action took place.", "Gannet Fund", "worked_with"),
    ("collaboration", "The Gannet Fund joined forces with Quay Action.", "Gannet Fund", "worked_with"),
    ("founding", "Ines Tarrow formed Quay Action in 2029.", "Ines Tarrow", "founded"),
    ("founding", "Ines Tarrow counts among the founders of Quay Action.", "Ines Tarrow", "founded"),
]


@pytest.mark.parametrize(("kind", "sentence", "subject", "relation"), SAID)
def test_a_bond_in_any_verb(kind: str, sentence: str, subject: str, relation: str) -> None:
    found = [(c.subject, c.relation, c.object) for c in claims_of(sentence) if c.type == kind]
    assert found == [(subject, relation, "Quay Action")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The endorsement of Quay Action went to Ines Tarrow.",
        "Quay Action picked Ines Tarrow for its endorsement.",
        "Quay Action gave Ines Tarrow its endorsement.",
        "The endorsement of Ines Tarrow by Quay Action was announced in May.",
        "Quay Action signed up as an endorser of Ines Tarrow.",
        "Ines Tarrow enjoyed the formal support of Quay Action.",
    ],
)
def test_an_endorsement_has_its_direction(sentence: str) -> None:
    found = [(c.subject, c.object) for c in claims_of(sentence) if c.type == "endorsement"]
    assert found == [("Quay Action", "Ines Tarrow")]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Quay Action falls under the rules for a political action committee.", "is_pac"),
        ("Quay Action comes under section 501(c)(6) of the tax code.", "is_501c6"),
        ("Quay Action holds nonprofit status.", "is_nonprofit"),
        ("Quay Action was set up as a nonprofit.", "is_nonprofit"),
    ],
)
def test_a_legal_form_in_any_verb(sentence: str, relation: str) -> None:
    assert [(c.subject, c.relation) for c in claims_of(sentence) if c.type == "legal_status"] == [
        ("Quay Action", relation)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Quay Action and the Gannet Fund have a treasurer in common.",
        "The same treasurer serves both Quay Action and the Gannet Fund.",
        "Quay Action's treasurer and the Gannet Fund's are the same.",
        "Quay Action and the Gannet Fund employ the same careful treasurer.",
        "The cozy pair of Quay Action and the Gannet Fund share the same treasurer.",
    ],
)
def test_two_share_one_treasurer(sentence: str) -> None:
    found = [(c.subject, c.relation, c.object) for c in claims_of(sentence) if c.type == "shared_attribute"]
    assert found == [("Quay Action", "same_treasurer_as", "Gannet Fund")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ines Tarrow would hold the post of treasurer at Quay Action.", "role"),
        ("Voters in the city made Ines Tarrow a household name at Quay Action.", "role"),
        ("Quay Action lost its nonprofit status.", "legal_status"),
        ("Quay Action is an affiliate of the National Union of Rope Workers.", "legal_status"),
        ("Ines Tarrow wants Quay Action as an affiliate of the Gannet Fund.", "affiliation"),
        ("Quay Action picked Ines Tarrow for the ferry tour.", "endorsement"),
        ("Quay Action and the Gannet Fund trust a careful treasurer.", "shared_attribute"),
    ],
)
def test_what_states_no_bond(sentence: str, kind: str) -> None:
    assert not [c for c in claims_of(sentence) if c.type == kind]


def test_the_one_person_named_spoke_the_words() -> None:
    found = claims_of('Ines Tarrow\'s words on the ferry: "It leaves when the harbor lets it leave."')
    assert [(c.type, c.subject) for c in found] == [("quotation", "Ines Tarrow")]
    two = claims_of('Ines Tarrow and Kofi Lindqvist on the ferry: "It leaves when the harbor lets it leave."')
    assert [c.subject for c in two if c.type == "quotation"] == [None]
