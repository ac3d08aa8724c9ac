"""When a claim says it was: its own time, not that of another verb, of a name, or of the day a report was filed."""

from __future__ import annotations

import pytest
from frame_case import claims_of


@pytest.mark.parametrize(
    ("sentence", "kind", "time"),
    [
        ("Ines Tarrow had been treasurer of Quay Action during 2029.", "role", "2029"),
        ("In 2029, Ines Tarrow was treasurer of Quay Action.", "role", "2029"),
        ("Ines Tarrow served in 2029 as treasurer of Quay Action.", "role", "2029"),
        ("Quay Action's treasurer in 2029 was Ines Tarrow.", "role", "2029"),
        ("Ines Tarrow was treasurer of Quay Action, records filed in 2029 show.", "role", None),
        ("Ines Tarrow, treasurer of Quay Action, met Kofi Lindqvist in 2029.", "role", None),
        ("In 2029, Quay Action's treasurer Ines Tarrow praised Kofi Lindqvist.", "role", None),
        ("GANNET COVE, March 12, 2031 — Ines Tarrow is treasurer of Quay Action.", "role", None),
        ("GANNET COVE, March 12, 2031 — Quay Action endorsed Ines Tarrow in 2029.", "endorsement", "2029"),
        ("Quay Action endorsed Ines Tarrow during 2029.", "endorsement", "2029"),
        ("Tarrow 2029 endorsed Kofi Lindqvist.", "endorsement", None),
        ("Tarrow 2029 endorsed Kofi Lindqvist in 2031.", "endorsement", "2031"),
        ("Gannet Victory 2028 is affiliated with Quay Action.", "affiliation", None),
        ('In 2029, Ines Tarrow said: "The ferry of 2021 never left the harbor on time."', "quotation", "2029"),
        ('Ines Tarrow said: "The ferry of 2021 never left the harbor on time."', "quotation", None),
    ],
)
def test_a_claim_has_its_own_time(sentence: str, kind: str, time: str | None) -> None:
    found = [c.period.date_from if c.period else None for c in claims_of(sentence) if c.type == kind]
    assert found == [time]


def test_a_place_where_a_report_was_filed_is_nobody() -> None:
    found = claims_of("GANNET COVE, March 12, 2031 — Quay Action employed Ines Tarrow as its chief executive officer.")
    assert [(c.subject, c.object) for c in found if c.type == "role"] == [("Ines Tarrow", "Quay Action")]
