"""A world of a handful, made by hand: every figure in it can be checked by eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.synth.world import (
    Candidate,
    Contest,
    Gift,
    Office,
    Organization,
    Person,
    Place,
    Register,
    Registration,
    Statement,
    Transfer,
)

HOME = Place("12 Elm Street", "Sable Creek", "OH", "44101")
NAMES = (
    ("Dana", "Whitlock", "anglo"), ("Marisol", "Quintero", "hispanic"), ("Yusuf", "Haddad", "arabic"),
    ("Anjali", "Nair", "south_asian"), ("Mei", "Tran", "east_asian"), ("Petra", "Novak", "slavic"),
    ("Leah", "Adler", "jewish"), ("Kwame", "Mensah", "african"),
)  # fmt: skip


def _person(n: int) -> Person:
    given, family, origin = NAMES[n]
    return Person(f"p{n}", given, "", family, "", origin, HOME, "Self", "Teacher")


def _body(n: int, name: str, kind: str, short: str | None = None, parent: str | None = None) -> Organization:
    office = Office(f"p{4 + n % 4}", "Executive Director", 90_000, 2021, 2024)
    return Organization(
        f"o{n}", name, short, kind, HOME, None, f"C{n:08}", None, parent, (office,), ((2023, 3_184_250),), 2009,  # type: ignore[arg-type]
    )  # fmt: skip


YEAR: Any = {"date_from": "2024-01-01", "date_to": "2024-12-31"}
POLL: Any = {"date_from": "2024-11-05", "date_to": "2024-11-05"}
MAY: Any = {"date_from": "2024-05-09", "date_to": "2024-05-09"}
FEC: Any = {"record": "fec", "whole": True}
FARA = "Foreign Agents Registration Act"
_ROWS = (
    Statement("m1", "contribution", "gave", "o2", "p0", 3_000, "USD", **YEAR, **FEC),
    Statement(
        "m2", "contribution", "gave", "o2", "p0", 5_000, "USD", date_from="2023-01-01", date_to="2023-12-31", **FEC
    ),
    Statement("m3", "payment", "paid", "o0", "o5", 27_500, "USD", **YEAR, **FEC),
    Statement("m4", "independent_expenditure", "spent_against", "o2", "p1", 184_500, "USD", **YEAR, **FEC),
    Statement("m5", "contribution", "gave", "p6", "o1", 2_000, "USD", **YEAR, record="fec"),
    Statement("r1", "revenue", "had_revenue", "o3", None, 3_184_250, "USD", None, "2023", "2023", None, "irs-990"),
    Statement("e1", "election_result", "defeated", "p0", "p1", **POLL, record="elections", whole=True),
    Statement(
        "e2", "election_result", "received_votes", "p0", "Senate election", 103_518, "votes", **POLL,
        record="elections", whole=True,
    ),
    Statement("t1", "role", "executive_director_of", "p7", "o3", date_from="2021", date_to="2024", record="irs-990"),
    Statement("t3", "role", "executive_director_of", "p7", "o4", date_from="2021", date_to="2024", record="casebook"),
    Statement("t2", "role", "treasurer_of", "p6", "o2", date_from="2021", date_to="2024", record="fec"),
    Statement("a1", "shared_attribute", "same_address_as", "o3", "o4", record="irs-990"),
    Statement("a2", "affiliation", "political_arm_of", "o4", "o3", record="casebook"),
    Statement(
        "g1", "registration", "registered_under", "o5", FARA, date_from="2022-01-10", date_to="2023-06-30",
        record="fara", whole=True,
    ),
    Statement("g2", "registration", "not_registered_under", "o3", FARA, record="fara", whole=True),
    Statement("l1", "legal_status", "is_501c3", "o3", record="irs-990"),
    Statement(
        "f1", "follower_growth", "followers_rose", "p0", "Pixagram", 95_000, "followers", 38_000, "2024-06-01",
        "2024-07-01", None, "casebook",
    ),
    Statement("n1", "endorsement", "endorsed", "o3", "p1", **MAY, record="casebook"),
    Statement("n2", "endorsement", "endorsed", "o4", "p1", **MAY),
    Statement(
        "q1", "quotation", "said", "p1", date_from="2024-05-09", date_to="2024-05-09", record="casebook",
        words="The harbor is ours", said_of="the harbor",
    ),
    Statement(
        "v1", "turnout", "voted", "Sable Creek voters", None, 49.5, "percent", **POLL, place="Sable Creek",
        record="casebook", whole=True,
    ),
    Statement("v2", "count", "counted", "o3", None, 12.0, "affiliates", **POLL, record="casebook"),
)  # fmt: skip
STATEMENTS = {statement.id: statement for statement in _ROWS}


@dataclass
class SmallWorld:
    """Two candidates, six organizations, money in 2022 to 2024."""

    seed: int = 7
    mentions: int = 100
    years: tuple[int, ...] = (2021, 2022, 2023, 2024)
    people: dict[str, Person] = field(default_factory=lambda: {f"p{n}": _person(n) for n in range(len(NAMES))})
    organizations: dict[str, Organization] = field(
        default_factory=lambda: {
            body.id: body
            for body in (
                _body(0, "Whitlock for Senate", "campaign"),
                _body(1, "Quintero for Senate", "campaign"),
                _body(2, "Tarn Valley Builders PAC", "pac", "TVBP"),
                _body(3, "Harbor Renters Alliance", "c3", "HRA"),
                _body(4, "Harbor Renters Action", "c4", None, "o3"),
                _body(5, "Alder Print Works", "company"),
            )
        }
    )
    candidates: tuple[Candidate, ...] = (
        Candidate("p0", "k0", "Harbor", "S0", None, "o0"),
        Candidate("p1", "k0", "Meadow", "S1", None, "o1"),
    )
    contests: tuple[Contest, ...] = (
        Contest("k0", "Senate", "Ohio", "2024-11-05", 2024, (("p0", 103_518), ("p1", 88_312)), 400_000, 200_000),
    )
    transfers: tuple[Transfer, ...] = (
        Transfer("t1", "fec", "contribution", "o2", "o0", 5_000, "2023-03-01", True, "", None, "p0"),
        Transfer("t2", "fec", "contribution", "o2", "o0", 4_000, "2024-05-02", True, "", None, "p0"),
        Transfer("t3", "fec", "contribution", "o2", "o0", 9_999, "2024-05-03", False, "memo", None, "p0"),
        Transfer("t4", "fec", "refund", "o0", "o2", 1_000, "2024-06-01", True, ""),
        Transfer("t5", "fec", "payment", "o0", "o5", 27_500, "2024-02-10", True, "printing"),
        Transfer("t6", "fec", "independent_expenditure", "o2", "o5", 184_500, "2024-09-09", True, "ads", "O", "p1"),
    )
    registrations: tuple[Registration, ...] = (
        Registration("1001", "o5", "Ministry of Fisheries", "Norway", "2022-01-10", "2023-06-30"),
    )
    statements: tuple[Statement, ...] = field(default_factory=lambda: tuple(STATEMENTS.values()))

    def gifts(self, register: Register) -> Iterator[Gift]:
        return iter(())

    def filed(self, who: str, n: int) -> str:
        return self.organizations[who].name
