"""A world small enough to know by heart: every kind of record once, and four hundred gifts of ordinary donors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

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

TOWN = Place("12 Weir Lane", "Lannock", "ND", "58001")
HALL = Place("1 Hall & Mill Street", "Lannock", "ND", "58002")


def _person(number: int, given: str, middle: str, family: str, suffix: str = "") -> Person:
    return Person(f"p{number}", given, middle, family, suffix, "anglo", TOWN, 'Tarn "Valley" Mills', "Weaver")


def _body(number: int, name: str, kind: str, **more: object) -> Organization:
    values: dict[str, object] = {
        "short": None, "place": HALL, "ein": None, "fec_id": None, "family": None, "parent": None, "offices": (),
        "revenue": (), "founded": 2001,
    }  # fmt: skip
    return Organization(id=f"o{number}", name=name, kind=kind, **(values | more))  # type: ignore[arg-type]


PEOPLE = (
    _person(1, "Ines", "Maria", "Tarrow"),
    _person(2, "Kofi", "Asante", "Lindqvist", "Jr"),
    _person(3, "Mei", "Lin", "Abernathy"),
    _person(4, "Dov", "Aaron", "Castellane"),
)
BODIES = (
    _body(1, "Tarrow for Congress", "campaign", fec_id="C99100011",
          offices=(Office("p3", "TREASURER", 0, 2021, 2024),)),
    _body(2, "Lindqvist for Congress", "campaign", fec_id="C99100029"),
    _body(3, "Lannock Forward", "super_pac", fec_id="C99100037", family="Quay", parent="o5"),
    _body(4, "Weavers Fund", "pac", fec_id="C99100045", parent="o9"),
    _body(
        5, "Quay Tenants & Neighbors Alliance", "c3", ein="07-0000101", family="Quay",
        offices=(Office("p3", "Executive Director", 118_400, 2022, 2023), Office("p4", "Chair", 0, 2021, 2024)),
        revenue=((2022, 900_000), (2023, 1_000_000)),
    ),
    _body(6, "Quay Action", "c4", ein="070000102", family="Quay", parent="o5", revenue=((2023, 400_000),)),
    _body(7, "Gannet Rock Fund", "c3", ein="070000103", revenue=((2023, 5_000_000),)),
    _body(8, "Tide Table Media", "company"),
    _body(9, "Weavers Union", "union", ein="070000104"),
    _body(10, "Halloran for Mayor", "campaign"),
    _body(11, "Corvane Public Affairs", "company"),
    _body(12, "Film Board of Kestria", "foreign_body"),
    _body(13, "Neighbors for Lannock", "super_pac"),
)  # fmt: skip


def _transfer(
    number: int, register: Register, kind: str, payer: str, payee: str, amount: int, **more: object
) -> Transfer:
    values: dict[str, object] = {"day": f"2023-0{number % 8 + 1}-15", "counts": True, "purpose": "General support"}
    return Transfer(f"t{number}", register, kind, payer, payee, amount, **(values | more))  # type: ignore[arg-type]


TRANSFERS = (
    _transfer(1, "fec", "contribution", "o4", "o1", 5000),
    _transfer(2, "fec", "contribution", "o4", "o1", 5000),
    _transfer(3, "fec", "contribution", "o4", "o1", 5000, counts=False),
    _transfer(4, "fec", "contribution", "o4", "o3", 7500),
    _transfer(5, "fec", "contribution", "o8", "o3", 40_000),
    _transfer(6, "fec", "contribution", "p4", "p1", 2900, earmark="o4"),
    _transfer(7, "fec", "contribution", "p4", "o2", 1000, counts=False),
    _transfer(8, "fec", "refund", "o1", "o4", 2000),
    _transfer(9, "fec", "refund", "o1", "p4", 900),
    _transfer(10, "fec", "transfer", "o1", "o4", 300),
    _transfer(11, "fec", "payment", "o1", "o8", 15_000),
    _transfer(12, "fec", "payment", "o1", "o8", 1750, counts=False),
    _transfer(13, "fec", "independent_expenditure", "o3", "o8", 120_000, support="O", whom="p2"),
    _transfer(14, "fec", "independent_expenditure", "o3", "o8", 75_000, support="S", whom="p1"),
    _transfer(15, "fec", "independent_expenditure", "o3", "o8", 75_000, support="S", whom="p1", counts=False),
    _transfer(16, "nyc-cfb", "contribution", "o9", "o10", 3700),
    _transfer(17, "nyc-cfb", "refund", "o10", "o9", 1600),
    _transfer(18, "nyc-cfb", "contribution", "p3", "p4", 250, earmark="p2"),
    _transfer(19, "nyc-cfb", "contribution", "o5", "o13", 9000),
    _transfer(20, "nyc-cfb", "contribution", "o9", "o10", 100, counts=False),
    _transfer(21, "irs-990", "grant", "o7", "o5", 250_000),
    _transfer(22, "irs-990", "grant", "o7", "o5", 50_000),
    _transfer(23, "irs-990", "grant", "o7", "o6", 80_000, day="2021-03-01"),
)

STATEMENTS = (
    Statement("s1", "endorsement", "endorsed", "o9", "p1", date_from="2023-05-02", date_to="2023-05-02",
              record="casebook"),
    Statement(
        "s2", "follower_growth", "followers_rose", "p1", "Clipstream", value=95_000, start=38_000, unit="followers",
        date_from="2023-09-01", date_to="2023-10-01", record="casebook",
    ),
    Statement("s3", "quotation", "said", "p3", words="Nobody sleeps, until it is done", said_of="o5", date_from="2023",
              date_to="2023", record="casebook"),
    Statement("s4", "event", "spoke_at", "p2", "rally on Pier 9", place="Lannock", date_from="2023-06-14",
              date_to="2023-06-14", record="casebook", whole=True),
    Statement("s5", "revenue", "had_revenue", "o5", value=1_000_000, unit="USD", record="irs-990"),
)  # fmt: skip


@dataclass
class HandMadeWorld:
    """A hand-made world: see the lists above."""

    seed: int = 7
    mentions: int = 500
    years: tuple[int, ...] = (2021, 2022, 2023, 2024)
    people: dict[str, Person] = field(default_factory=lambda: {p.id: p for p in PEOPLE})
    organizations: dict[str, Organization] = field(default_factory=lambda: {o.id: o for o in BODIES})
    candidates: tuple[Candidate, ...] = (
        Candidate("p1", "c1", "Meadow Party", "H4ND01017", None, "o1"),
        Candidate("p2", "c1", "Harbor Party", "H4ND01025", None, "o2"),
        Candidate("p4", "c2", "Harbor Party", None, "9101", "o10"),
        Candidate("p3", "c2", "Common Table", None, None, "o10"),
        Candidate("p3", "c3", "Common Table", None, None, "o10"),
        Candidate("p4", "c3", "Harbor Party", None, None, "o10"),
    )
    contests: tuple[Contest, ...] = (
        Contest("c1", "Congress", "Lannock", "2024-11-05", 2024, (("p1", 20_311), ("p2", 19_004)), 70_002, 40_001),
        Contest("c2", "mayor", "Lannock", "2023-11-07", 2023, (("p4", 4_812), ("p3", 4_809)), 20_000, 9_999),
        Contest("c3", "city council", "Stourley", "2023-11-07", 2023, (("p4", 12), ("p3", 7)), 55, 21),
    )
    transfers: tuple[Transfer, ...] = TRANSFERS
    registrations: tuple[Registration, ...] = (
        Registration("9001", "o11", "Film Board of Kestria", "Kestria", "2021-03-14", None),
        Registration("9001", "o11", "Ministry of Tides, Valdora", "Valdora", "2022-04-01", "2023-04-01"),
        Registration("9002", "p3", "Film Board of Kestria", "Kestria", "2019-01-20", "2022-11-30"),
    )
    statements: tuple[Statement, ...] = STATEMENTS

    def gifts(self, register: Register) -> Iterator[Gift]:
        """Two hundred gifts in each register, by a hundred donors, every twentieth refunded."""
        payees = ("o1", "o2", "o3") if register == "fec" else ("o10", "p4", "o13")
        for n in range(200):
            donor = Person(
                f"d{n % 100}", "Lila", "Ann", f"Marchetti{n % 100}", "", "hispanic", TOWN, "Mercy, Inc.", "Nurse"
            )
            yield Gift(n, donor, payees[n % 3], register, 25 + n, f"202{n % 4 + 1}-12-{n % 28 + 1:02d}", n % 20 == 0)

    def filed(self, who: str, n: int) -> str:
        """The legal name, every third time with a spelling of its own."""
        name = self.organizations[who].name if who in self.organizations else self.people[who].name
        return name.replace("Fund", "Fnd") if n % 3 == 2 else name
