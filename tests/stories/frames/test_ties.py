"""What binds two names: one sentence a way of saying so, with the claim in brackets. All names are invented."""

from __future__ import annotations

import pytest
from frame_case import Slots, claims_of, stated

"""(sentence with the claim in brackets, subject, relation, object)."""

CASES: dict[str, list[Slots]] = {
    "shared_attribute": [
        (
            "[Quay Action and Sternlight share the same address], the same director and the same staff.",
            "Quay Action",
            "same_address_as",
            "Sternlight",
        ),
        (
            "Quay Action and Sternlight share the same address, [the same director] and the same staff.",
            "Quay Action",
            "same_director_as",
            "Sternlight",
        ),
        (
            "Quay Action and Sternlight share the same address, the same director and [the same staff].",
            "Quay Action",
            "same_staff_as",
            "Sternlight",
        ),
        (
            "[Quay Action shares an address] and a treasurer with Sternlight.",
            "Quay Action",
            "same_address_as",
            "Sternlight",
        ),
        (
            "Quay Action shares an address and [a treasurer with Sternlight].",
            "Quay Action",
            "same_treasurer_as",
            "Sternlight",
        ),
        ("[Quay Action and Sternlight have the same treasurer].", "Quay Action", "same_treasurer_as", "Sternlight"),
        ("[Both groups have the same address].", None, "same_address_as", None),
        (
            "[The Ansel Renters Congress operates from the same address as Quay Action].",
            "Ansel Renters Congress",
            "same_address_as",
            "Quay Action",
        ),
        ("[Quay Action lists the same address as Sternlight].", "Quay Action", "same_address_as", "Sternlight"),
        ("[Quay Action is located at the same address as Sternlight].", "Quay Action", "same_address_as", "Sternlight"),
        (
            "Quay Action, which [shares an executive director with Sternlight], opened in May.",
            "Quay Action",
            "same_executive_director_as",
            "Sternlight",
        ),
        ("[Sternlight has the same lawyer as Quay Action].", "Sternlight", "same_lawyer_as", "Quay Action"),
        (
            "[Quay Action and the Ansel Renters Congress share an office].",
            "Quay Action",
            "same_office_as",
            "Ansel Renters Congress",
        ),
        (
            "The Ansel Renters Congress, which [shares a lawyer] and a treasurer with Quay Action, opened in May.",
            "Ansel Renters Congress",
            "same_lawyer_as",
            "Quay Action",
        ),
        (
            "The Ansel Renters Congress, which shares a lawyer and [a treasurer with Quay Action], opened in May.",
            "Ansel Renters Congress",
            "same_treasurer_as",
            "Quay Action",
        ),
        ("[Quay Action and Sternlight use the same accountant].", "Quay Action", "same_accountant_as", "Sternlight"),
        ("[Quay Action shares its headquarters] with Sternlight.", "Quay Action", "same_headquarters_as", "Sternlight"),
        (
            "[Quay Action and Sternlight have the same president] and the same board.",
            "Quay Action",
            "same_president_as",
            "Sternlight",
        ),
        (
            "Quay Action and Sternlight have the same president and [the same board].",
            "Quay Action",
            "same_board_as",
            "Sternlight",
        ),
        ("[Sternlight reported the same address as Quay Action].", "Sternlight", "same_address_as", "Quay Action"),
        (
            "[The Ansel Renters Congress and Quay Action are based at the same address].",
            "Ansel Renters Congress",
            "same_address_as",
            "Quay Action",
        ),
    ],
    "affiliation": [
        ("[Quay Action's political arm, Sternlight], opened in May.", "Sternlight", "political_arm_of", "Quay Action"),
        (
            "[Sternlight, the political arm of Quay Action], opened in May.",
            "Sternlight",
            "political_arm_of",
            "Quay Action",
        ),
        (
            "Quay Action and [its lobbying arm, Sternlight], opened in May.",
            "Sternlight",
            "lobbying_arm_of",
            "Quay Action",
        ),
        ("[Sternlight is the political arm of Quay Action].", "Sternlight", "political_arm_of", "Quay Action"),
        ("[Sternlight is an affiliate of Quay Action].", "Sternlight", "affiliate_of", "Quay Action"),
        ("[Sternlight, an affiliate of Quay Action], opened in May.", "Sternlight", "affiliate_of", "Quay Action"),
        ("[Sternlight is affiliated with Quay Action].", "Sternlight", "affiliated_with", "Quay Action"),
        (
            "Sternlight, which [is affiliated with Quay Action], opened in May.",
            "Sternlight",
            "affiliated_with",
            "Quay Action",
        ),
        ("Sternlight is [part of the Gannet Network].", "Sternlight", "part_of", "Gannet Network"),
        ("[Sternlight is a project of the Gannet Rock Fund].", "Sternlight", "project_of", "Gannet Rock Fund"),
        (
            "[Sternlight, a subsidiary of Gannet Holdings], opened in May.",
            "Sternlight",
            "subsidiary_of",
            "Gannet Holdings",
        ),
        ("[Sternlight is a subsidiary of Gannet Holdings].", "Sternlight", "subsidiary_of", "Gannet Holdings"),
        (
            "[Quay Action's sister organization, Sternlight], opened in May.",
            "Sternlight",
            "sister_organization_of",
            "Quay Action",
        ),
        (
            "Sternlight is [one of a network of funds managed by Corvane Advisors].",
            "Sternlight",
            "part_of",
            "Corvane Advisors",
        ),
        (
            "[Gannet Holdings is the parent company of Sternlight].",
            "Gannet Holdings",
            "parent_company_of",
            "Sternlight",
        ),
        ("[Sternlight is a front group for Quay Action].", "Sternlight", "front_group_of", "Quay Action"),
        ("[Sternlight, a chapter of the Gannet Network], opened in May.", "Sternlight", "chapter_of", "Gannet Network"),
        (
            "[Sternlight is the lobbying wing of the Gannet Rock Fund].",
            "Sternlight",
            "lobbying_wing_of",
            "Gannet Rock Fund",
        ),
        (
            "[The Gannet Rock Fund's advocacy arm, Sternlight], opened in May.",
            "Sternlight",
            "advocacy_arm_of",
            "Gannet Rock Fund",
        ),
        (
            "[Quay Action, the electoral arm of the Ansel Renters Congress], spent the summer on doors.",
            "Quay Action",
            "electoral_arm_of",
            "Ansel Renters Congress",
        ),
        (
            "Quay Action and [its sister organization, Sternlight], opened in May.",
            "Sternlight",
            "sister_organization_of",
            "Quay Action",
        ),
    ],
    "membership": [
        ("[Tarek Obuya is a member of the Harbor Party].", "Tarek Obuya", "member_of", "Harbor Party"),
        (
            "[Tarek Obuya, a member of the Harbor Party], opened the meeting.",
            "Tarek Obuya",
            "member_of",
            "Harbor Party",
        ),
        (
            "[Tarek Obuya, who is a longtime member of the Harbor Party], opened the meeting.",
            "Tarek Obuya",
            "member_of",
            "Harbor Party",
        ),
        ("[Tarek Obuya of the Harbor Party] opened the meeting.", "Tarek Obuya", "member_of", "Harbor Party"),
        ("[Harbor Party member Tarek Obuya] opened the meeting.", "Tarek Obuya", "member_of", "Harbor Party"),
        ("[Tarek Obuya belongs to the Harbor Party].", "Tarek Obuya", "member_of", "Harbor Party"),
        (
            "The coalition includes [Quay Action], Sternlight and the Ansel Renters Congress.",
            "Quay Action",
            "member_of",
            None,
        ),
        (
            "The coalition includes Quay Action, [Sternlight] and the Ansel Renters Congress.",
            "Sternlight",
            "member_of",
            None,
        ),
        (
            "The coalition includes Quay Action, Sternlight and the [Ansel Renters Congress].",
            "Ansel Renters Congress",
            "member_of",
            None,
        ),
        (
            "Members of the Gannet Network include [Quay Action] and Sternlight.",
            "Quay Action",
            "member_of",
            "Gannet Network",
        ),
        (
            "Members of the Gannet Network include Quay Action and [Sternlight].",
            "Sternlight",
            "member_of",
            "Gannet Network",
        ),
        ("[Sternlight is a member of the Gannet Network].", "Sternlight", "member_of", "Gannet Network"),
        ("[Tarek Obuya, a fellow member of the Harbor Party], voted no.", "Tarek Obuya", "member_of", "Harbor Party"),
        ("[Tarek Obuya and Ines Corvo are members of the Harbor Party].", "Tarek Obuya", "member_of", "Harbor Party"),
        ("Tarek Obuya and [Ines Corvo] are members of the Harbor Party.", "Ines Corvo", "member_of", "Harbor Party"),
        ("[Tarek Obuya, a Harbor Party member], voted no.", "Tarek Obuya", "member_of", "Harbor Party"),
        ("[Tarek Obuya is a longtime member of Quay Action].", "Tarek Obuya", "member_of", "Quay Action"),
        (
            "[Ines Corvo and Tarek Obuya, members of the Harbor Party], voted no.",
            "Ines Corvo",
            "member_of",
            "Harbor Party",
        ),
        (
            "Ines Corvo and [Tarek Obuya], members of the Harbor Party, voted no.",
            "Tarek Obuya",
            "member_of",
            "Harbor Party",
        ),
        (
            "The alliance, which also includes [Quay Action], Sternlight and the Ansel Renters Congress, met in May.",
            "Quay Action",
            "member_of",
            "alliance",
        ),
        (
            "The alliance, which also includes Quay Action, [Sternlight] and the Ansel Renters Congress, met in May.",
            "Sternlight",
            "member_of",
            "alliance",
        ),
        (
            "The alliance, which also includes Quay Action, Sternlight and the [Ansel Renters Congress], met in May.",
            "Ansel Renters Congress",
            "member_of",
            "alliance",
        ),
        ("The network includes [Quay Action] and Sternlight.", "Quay Action", "member_of", None),
        ("The network includes Quay Action and [Sternlight].", "Sternlight", "member_of", None),
        ("[Ines Corvo of the Ansel Board of Trade] voted no.", "Ines Corvo", "member_of", "Ansel Board of Trade"),
        ("[Quay Action belongs to the Gannet Network].", "Quay Action", "member_of", "Gannet Network"),
        (
            "Members of the alliance include [Quay Action], Sternlight and the Gannet Rock Fund.",
            "Quay Action",
            "member_of",
            "alliance",
        ),
        (
            "Members of the alliance include Quay Action, [Sternlight] and the Gannet Rock Fund.",
            "Sternlight",
            "member_of",
            "alliance",
        ),
        (
            "Members of the alliance include Quay Action, Sternlight and the [Gannet Rock Fund].",
            "Gannet Rock Fund",
            "member_of",
            "alliance",
        ),
        ("[Sternlight, a member of the Gannet Network], opened in May.", "Sternlight", "member_of", "Gannet Network"),
    ],
    "endorsement": [
        ("[Quay Action endorsed Tarek Obuya in May].", "Quay Action", "endorsed", "Tarek Obuya"),
        ("[Tarek Obuya was endorsed by Quay Action].", "Quay Action", "endorsed", "Tarek Obuya"),
        (
            "Tarek Obuya, [endorsed by Quay Action and Sternlight], opened in May.",
            "Quay Action; Sternlight",
            "endorsed",
            "Tarek Obuya",
        ),
        ("[Tarek Obuya won the endorsement of Quay Action].", "Quay Action", "endorsed", "Tarek Obuya"),
        ("[Quay Action announced its endorsement of Tarek Obuya].", "Quay Action", "endorsed", "Tarek Obuya"),
        (
            "Quay Action, which [endorsed Tarek Obuya in May], opened an office.",
            "Quay Action",
            "endorsed",
            "Tarek Obuya",
        ),
        ("[Endorsed by Quay Action], Tarek Obuya won the primary.", "Quay Action", "endorsed", "Tarek Obuya"),
        ("[Quay Action threw its support behind Tarek Obuya].", "Quay Action", "endorsed", "Tarek Obuya"),
        ("[Quay Action backed Tarek Obuya].", "Quay Action", "endorsed", "Tarek Obuya"),
        (
            "[Tarek Obuya picked up endorsements from Quay Action and Sternlight].",
            "Quay Action; Sternlight",
            "endorsed",
            "Tarek Obuya",
        ),
        (
            "[Tarek Obuya earned the backing of the Ansel Renters Congress].",
            "Ansel Renters Congress",
            "endorsed",
            "Tarek Obuya",
        ),
        (
            "[The Ansel Renters Congress gave its endorsement to Tarek Obuya in May].",
            "Ansel Renters Congress",
            "endorsed",
            "Tarek Obuya",
        ),
        ("[Tarek Obuya has the support of Quay Action].", "Quay Action", "endorsed", "Tarek Obuya"),
        (
            "[Tarek Obuya received endorsements from Quay Action, Sternlight and the Gannet Rock Fund].",
            "Quay Action; Sternlight; Gannet Rock Fund",
            "endorsed",
            "Tarek Obuya",
        ),
        ("[Quay Action and Sternlight endorsed Tarek Obuya].", "Quay Action; Sternlight", "endorsed", "Tarek Obuya"),
        ("Ines Corvo, who [endorsed Tarek Obuya], opened the meeting.", "Ines Corvo", "endorsed", "Tarek Obuya"),
        (
            "Tarek Obuya, who [was endorsed by Quay Action], opened the meeting.",
            "Quay Action",
            "endorsed",
            "Tarek Obuya",
        ),
        ("[In May, Quay Action endorsed Ines Corvo for mayor].", "Quay Action", "endorsed", "Ines Corvo"),
        ("[Quay Action lent its support to Ines Corvo].", "Quay Action", "endorsed", "Ines Corvo"),
    ],
    "collaboration": [
        ("[Quay Action worked with Sternlight on the drive].", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action has collaborated with Sternlight].", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action and Sternlight worked together on the drive].", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action partnered with Sternlight].", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action teamed up with Sternlight in May].", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action cooperated with Sternlight on a voter drive].", "Quay Action", "worked_with", "Sternlight"),
        (
            "Sternlight, which [has worked with Quay Action since 2016], opened in May.",
            "Sternlight",
            "worked_with",
            "Quay Action",
        ),
        ("[Quay Action is working closely with Sternlight].", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action coordinated with Ines Corvo in May].", "Quay Action", "worked_with", "Ines Corvo"),
        ("[Quay Action has been engaging with Sternlight since 2016].", "Quay Action", "worked_with", "Sternlight"),
        ("[Sternlight consulted with Quay Action in May].", "Sternlight", "worked_with", "Quay Action"),
        ("[Quay Action allied with Sternlight against the measure].", "Quay Action", "worked_with", "Sternlight"),
        ("[Sternlight organized with Quay Action in May].", "Sternlight", "worked_with", "Quay Action"),
        ("[Working with Sternlight], Quay Action opened a clinic.", "Quay Action", "worked_with", "Sternlight"),
        ("[Quay Action collaborates with Sternlight], Ines Corvo said.", "Quay Action", "worked_with", "Sternlight"),
        (
            "[Quay Action partnered with Sternlight and the Gannet Rock Fund].",
            "Quay Action",
            "worked_with",
            "Sternlight; Gannet Rock Fund",
        ),
    ],
    "founding": [
        ("[Quay Action was founded by Tarek Obuya and Ines Corvo].", "Tarek Obuya", "founded", "Quay Action"),
        ("Quay Action was founded by Tarek Obuya and [Ines Corvo].", "Ines Corvo", "founded", "Quay Action"),
        ("[Tarek Obuya founded Quay Action in 2009].", "Tarek Obuya", "founded", "Quay Action"),
        ("Tarek Obuya, who [founded Quay Action], opened the meeting.", "Tarek Obuya", "founded", "Quay Action"),
        ("[Founded by Tarek Obuya], Quay Action opened in May.", "Tarek Obuya", "founded", "Quay Action"),
        ("Quay Action, [founded in 2009 by Tarek Obuya], opened an office.", "Tarek Obuya", "founded", "Quay Action"),
        ("[Tarek Obuya co-founded Quay Action with Ines Corvo].", "Tarek Obuya", "founded", "Quay Action"),
        ("Tarek Obuya co-founded Quay Action with [Ines Corvo].", "Ines Corvo", "founded", "Quay Action"),
        ("[Quay Action was created in 2009 by the Gannet Rock Fund].", "Gannet Rock Fund", "founded", "Quay Action"),
        ("[Established in 2009 by Ines Corvo], Quay Action opened in May.", "Ines Corvo", "founded", "Quay Action"),
        ("[Quay Action was established by Ines Corvo].", "Ines Corvo", "founded", "Quay Action"),
        ("[Quay Action was set up by Ines Corvo in 2009].", "Ines Corvo", "founded", "Quay Action"),
        ("Ines Corvo, who [co-founded Quay Action in 2009], voted no.", "Ines Corvo", "founded", "Quay Action"),
        ("[Ines Corvo established the Gannet Rock Fund].", "Ines Corvo", "founded", "Gannet Rock Fund"),
        (
            "[The Gannet Rock Fund was started by Ines Corvo, Tarek Obuya and Casimir Boateng].",
            "Ines Corvo",
            "founded",
            "Gannet Rock Fund",
        ),
        (
            "The Gannet Rock Fund was started by Ines Corvo, [Tarek Obuya] and Casimir Boateng.",
            "Tarek Obuya",
            "founded",
            "Gannet Rock Fund",
        ),
        (
            "The Gannet Rock Fund was started by Ines Corvo, Tarek Obuya and [Casimir Boateng].",
            "Casimir Boateng",
            "founded",
            "Gannet Rock Fund",
        ),
        (
            "Quay Action, [created by the Gannet Rock Fund], opened in May.",
            "Gannet Rock Fund",
            "founded",
            "Quay Action",
        ),
        ("[Quay Action was launched by Ines Corvo in 2009].", "Ines Corvo", "founded", "Quay Action"),
        ("[Sternlight was formed by Quay Action in May].", "Quay Action", "founded", "Sternlight"),
        ("[In 2009 Ines Corvo founded Quay Action].", "Ines Corvo", "founded", "Quay Action"),
    ],
}

DENIED: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("membership", "[Tarek Obuya is not a member of the Harbor Party].", "Tarek Obuya", "member_of", "Harbor Party"),
    ("endorsement", "[Quay Action did not endorse Tarek Obuya].", "Quay Action", "endorsed", "Tarek Obuya"),
    (
        "shared_attribute",
        "[Quay Action does not share an office with Sternlight].",
        "Quay Action",
        "same_office_as",
        "Sternlight",
    ),
    ("affiliation", "[Sternlight is not affiliated with Quay Action].", "Sternlight", "affiliated_with", "Quay Action"),
    ("endorsement", "[Ines Corvo was not endorsed by Quay Action].", "Quay Action", "endorsed", "Ines Corvo"),
    ("collaboration", "[Quay Action never worked with Sternlight].", "Quay Action", "worked_with", "Sternlight"),
    ("founding", "[Quay Action was not founded by Ines Corvo].", "Ines Corvo", "founded", "Quay Action"),
]

NOTHING = [
    "Sternlight is tied to Quay Action.",
    "Sternlight has links to Kestria.",
    "Sternlight moves in the orbit of Quay Action.",
    "Sternlight is linked to the Harbor Party.",
    "Tarek Obuya has connections to Quay Action.",
    "Quay Action may endorse Tarek Obuya.",
    "Quay Action could endorse Tarek Obuya in May.",
    "Quay Action rescinded its endorsement of Tarek Obuya.",
    "Quay Action has endorsed neither candidate.",
    "Sternlight is close to the Gannet Network.",
]


@pytest.mark.parametrize(("kind", "row"), [(kind, row) for kind, rows in CASES.items() for row in rows])
def test_a_tie_has_its_span_and_slots(kind: str, row: Slots) -> None:
    assert row in stated(row[0], kind)


@pytest.mark.parametrize(("kind", "marked", "subject", "relation", "other"), DENIED)
def test_a_denied_tie_is_negated(
    kind: str, marked: str, subject: str | None, relation: str | None, other: str | None
) -> None:
    assert (marked, subject, relation, other) in stated(marked, kind, negated=True)


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_vague_tie_is_no_claim(sentence: str) -> None:
    assert [c.type for c in claims_of(sentence) if c.type in CASES] == []
