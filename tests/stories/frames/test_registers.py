"""Standing, registers and proceedings: one sentence a way of saying so, the claim in brackets. All is invented."""

from __future__ import annotations

import pytest
from frame_case import Slots, claims_of, stated

"""(sentence with the claim in brackets, subject, relation, object)."""

CASES: dict[str, list[Slots]] = {
    "legal_status": [
        ("[Quay Action is a 501(c)(4) organization].", "Quay Action", "is_501c4", "a 501(c)(4) organization"),
        ("[Quay Action, a 501(c)(3) nonprofit], opened in May.", "Quay Action", "is_501c3", "501(c)(3)"),
        ("Quay Action, a 501(c)(3) [nonprofit], opened in May.", "Quay Action", "is_nonprofit", "nonprofit"),
        ("The [501(c)(3) Quay Action] opened in May.", "Quay Action", "is_501c3", "501(c)(3)"),
        ("[Quay Action is a nonprofit].", "Quay Action", "is_nonprofit", "a nonprofit"),
        ("[Sternlight is a super PAC].", "Sternlight", "is_super_pac", "a super PAC"),
        ("Sternlight, [the super PAC], opened in May.", "Sternlight", "is_super_pac", "the super PAC"),
        ("Sternlight, [a charity] based in Port Ansel, opened in May.", "Sternlight", "is_charity", "a charity"),
        ("[Quay Action remains a charity].", "Quay Action", "is_charity", "a charity"),
        ("[Quay Action is organized as a 501(c)(4)].", "Quay Action", "is_501c4", "a 501(c)(4)"),
        ("[Quay Action is tax-exempt].", "Quay Action", "is_tax_exempt", "tax-exempt"),
        ("[Quay Action, which is a 501(c)(5) union], opened in May.", "Quay Action", "is_501c5", "a 501(c)(5) union"),
        (
            "As a [501(c)(3), Quay Action] is barred by law from endorsing candidates.",
            "Quay Action",
            "is_501c3",
            "501(c)(3)",
        ),
        (
            "As a 501(c)(3), Quay Action is [barred by law from endorsing candidates].",
            "Quay Action",
            "prohibited_from",
            "endorsing candidates",
        ),
        (
            "Charities are [legally prohibited from endorsing candidates].",
            "Charities",
            "prohibited_from",
            "endorsing candidates",
        ),
        (
            "[The Ansel Renters Congress is a 501(c)(3) charity].",
            "Ansel Renters Congress",
            "is_501c3",
            "a 501(c)(3) charity",
        ),
        ("[Sternlight became a super PAC] in 2021.", "Sternlight", "is_super_pac", "a super PAC"),
        ("[Quay Action (QA), a 501(c)(4)], opened in May.", "Quay Action", "is_501c4", "501(c)(4)"),
        ("[Quay Action is a tax-exempt organization].", "Quay Action", "is_tax_exempt", "a tax-exempt organization"),
        ("Quay Action, [a union of dockworkers], opened in May.", "Quay Action", "is_union", "a union of dockworkers"),
        ("[Quay Action operates as a 501(c)(3) nonprofit].", "Quay Action", "is_501c3", "a 501(c)(3)"),
        (
            "Quay Action is [legally barred from endorsing candidates].",
            "Quay Action",
            "prohibited_from",
            "endorsing candidates",
        ),
        ("Quay Action is [allowed by law to endorse candidates].", "Quay Action", "allowed_to", "endorse candidates"),
        (
            "[Quay Action is registered as a charity with the Ansel Charities Bureau].",
            "Quay Action",
            "is_charity",
            "a charity",
        ),
    ],
    "registration": [
        (
            "[Quay Action is registered as a foreign agent].",
            "Quay Action",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        (
            "[Quay Action is registered under the Foreign Agents Registration Act].",
            "Quay Action",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        (
            "[Quay Action registered with the Federal Election Commission in May].",
            "Quay Action",
            "registered_under",
            "Federal Election Commission",
        ),
        (
            "Quay Action, [registered as a foreign agent for Kestria], opened in May.",
            "Quay Action",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        (
            "[Tarek Obuya is registered to lobby for Quay Action].",
            "Tarek Obuya",
            "registered_under",
            "lobbying register",
        ),
        (
            "[Sternlight registered as a foreign agent for Kestria in 2019].",
            "Sternlight",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        ("[Tarek Obuya registered as a lobbyist in May].", "Tarek Obuya", "registered_under", "lobbying register"),
        (
            "[The Ethics Board has registered Sternlight as a foreign agent].",
            "Sternlight",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        (
            "[Sternlight had registered with the Ansel Board of Elections].",
            "Sternlight",
            "registered_under",
            "Ansel Board of Elections",
        ),
        (
            "[Quay Action registered under the Foreign Agents Registration Act in May].",
            "Quay Action",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        (
            "Filings show [Sternlight is registered as a foreign agent].",
            "Sternlight",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
        (
            "[Sternlight registered as a foreign principal's agent].",
            "Sternlight",
            "registered_under",
            "Foreign Agents Registration Act",
        ),
    ],
    "investigation": [
        ("[Quay Action is under investigation by the Ethics Board].", "Ethics Board", "investigates", "Quay Action"),
        ("[Quay Action is under federal investigation].", None, "investigates", "Quay Action"),
        (
            "[Quay Action, now under congressional investigation over alleged ties to Kestria], opened in May.",
            None,
            "investigates",
            "Quay Action",
        ),
        ("[The Ethics Board is investigating Quay Action].", "Ethics Board", "investigates", "Quay Action"),
        ("[The Ethics Board opened an investigation into Quay Action].", "Ethics Board", "investigates", "Quay Action"),
        ("[The Ethics Board launched a probe of Tarek Obuya] in May.", "Ethics Board", "investigates", "Tarek Obuya"),
        ("[Quay Action faces an investigation by the Ethics Board].", "Ethics Board", "investigates", "Quay Action"),
        (
            "[Prosecutors are investigating whether Quay Action broke the law].",
            "Prosecutors",
            "investigates",
            "Quay Action",
        ),
        ("[Tarek Obuya was indicted in May].", None, "charged", "Tarek Obuya"),
        ("[Tarek Obuya was charged with fraud].", None, "charged", "Tarek Obuya"),
        (
            "[Tarek Obuya was charged with fraud by federal prosecutors].",
            "federal prosecutors",
            "charged",
            "Tarek Obuya",
        ),
        (
            "[Federal prosecutors charged Tarek Obuya with fraud in May].",
            "Federal prosecutors",
            "charged",
            "Tarek Obuya",
        ),
        ("[Tarek Obuya was convicted of fraud in 2019].", None, "convicted", "Tarek Obuya"),
        ("[Tarek Obuya was acquitted of fraud in 2019].", None, "acquitted", "Tarek Obuya"),
        ("[Tarek Obuya pleaded guilty to fraud].", None, "pleaded_guilty", "Tarek Obuya"),
        ("[The Ethics Board fined Quay Action $5,000].", "Ethics Board", "fined", "Quay Action"),
        ("[Quay Action was fined $5,000 by the Ethics Board].", "Ethics Board", "fined", "Quay Action"),
        ("[The Ethics Board subpoenaed Quay Action in May].", "Ethics Board", "subpoenaed", "Quay Action"),
        ("[The state sued Quay Action in 2019].", "state", "sued", "Quay Action"),
        ("[Lawmakers referred Quay Action to the Justice Department].", "Lawmakers", "referred", "Quay Action"),
        (
            "[Lawmakers asked the Justice Department to investigate Quay Action].",
            "Lawmakers",
            "asked_for_inquiry_into",
            "Quay Action",
        ),
        (
            "[Lawmakers called for an investigation into Quay Action].",
            "Lawmakers",
            "asked_for_inquiry_into",
            "Quay Action",
        ),
        ("[The investigation of Quay Action] was closed in May.", None, "closed_investigation_of", "Quay Action"),
        ("[The Ethics Board cleared Tarek Obuya in May].", "Ethics Board", "cleared", "Tarek Obuya"),
        ("[The audit of Quay Action] found nothing.", None, "investigates", "Quay Action"),
        ("[A grand jury indicted Tarek Obuya on two counts].", "grand jury", "charged", "Tarek Obuya"),
        (
            "[The Ethics Board dropped its investigation of Tarek Obuya].",
            "Ethics Board",
            "closed_investigation_of",
            "Tarek Obuya",
        ),
        ("[Quay Action was audited by the Ansel Comptroller in 2019].", "Ansel Comptroller", "audited", "Quay Action"),
        ("[Tarek Obuya was found guilty of fraud].", None, "convicted", "Tarek Obuya"),
        ("[Quay Action was sued by the Ansel Renters Congress].", "Ansel Renters Congress", "sued", "Quay Action"),
        ("[Lawmakers urged prosecutors to charge Tarek Obuya].", "Lawmakers", "asked_for_inquiry_into", "Tarek Obuya"),
        ("Tarek Obuya, [indicted in May], voted no.", None, "charged", "Tarek Obuya"),
        ("Tarek Obuya, who [was convicted of fraud in 2019], voted no.", None, "convicted", "Tarek Obuya"),
        ("[Quay Action, which is under investigation], opened in May.", None, "investigates", "Quay Action"),
        ("[Sternlight was subpoenaed by the Ethics Board].", "Ethics Board", "subpoenaed", "Sternlight"),
    ],
}

DENIED: list[tuple[str, str, str | None, str | None, str | None]] = [
    ("legal_status", "[Quay Action is not a 501(c)(3)].", "Quay Action", "is_501c3", "a 501(c)(3)"),
    (
        "registration",
        "[Quay Action never registered as a foreign agent for Kestria].",
        "Quay Action",
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
    (
        "registration",
        "[Quay Action has not registered as a lobbyist].",
        "Quay Action",
        "not_registered_under",
        "lobbying register",
    ),
    (
        "registration",
        "[Quay Action, an unregistered foreign agent], opened in May.",
        "Quay Action",
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
    (
        "registration",
        "[Quay Action failed to register as a foreign agent].",
        "Quay Action",
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
    (
        "investigation",
        "[The Ethics Board has not investigated Quay Action].",
        "Ethics Board",
        "investigates",
        "Quay Action",
    ),
    ("investigation", "[Quay Action is not under investigation].", None, "investigates", "Quay Action"),
    ("legal_status", "[Gannet Holdings is not a nonprofit].", "Gannet Holdings", "is_nonprofit", "a nonprofit"),
    (
        "registration",
        "[Sternlight is not registered under the Foreign Agents Registration Act].",
        "Sternlight",
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
    (
        "registration",
        "Sternlight, which [never registered as a foreign agent], opened in May.",
        "Sternlight",
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
    (
        "registration",
        "[Sternlight did not register with the Federal Election Commission].",
        "Sternlight",
        "not_registered_under",
        "Federal Election Commission",
    ),
    (
        "registration",
        "[Quay Action declined to register as a foreign agent].",
        "Quay Action",
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
    (
        "registration",
        "[Tarek Obuya is an unregistered lobbyist].",
        "Tarek Obuya",
        "not_registered_under",
        "lobbying register",
    ),
    (
        "registration",
        "[Neither group is registered as a foreign agent].",
        None,
        "not_registered_under",
        "Foreign Agents Registration Act",
    ),
]

NOTHING = [
    "The Ethics Board may investigate Quay Action.",
    "The Ethics Board plans to investigate Quay Action.",
    "Quay Action could register as a foreign agent.",
    "Ines Corvo examined the letter.",
    "Quay Action is a group of neighbors.",
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
