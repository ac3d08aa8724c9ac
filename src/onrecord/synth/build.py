"""The world of a seed and a size: one after the other who there is, what they do, and what is therefore so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.synth import families, noise
from onrecord.synth.draw import RETURNS, YEARS, amount, stream
from onrecord.synth.elections import Ballot
from onrecord.synth.gifts import ALL_YEARS, Payee, gifts
from onrecord.synth.money import Flows, is_funder
from onrecord.synth.organizations import EXEMPT, Register
from onrecord.synth.people import Society
from onrecord.synth.registrations import registrations
from onrecord.synth.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.synth.world import (
        Candidate,
        Contest,
        Gift,
        Organization,
        Person,
        Registration,
        Statement,
        Transfer,
    )
    from onrecord.synth.world import Register as Office

FEDERAL: Final = 0.65
"""Share of ordinary donors' gifts that the federal register shows; the rest is the city's."""
PER_TRANSFER: Final = 3
"""Mentions that the records of one transfer make, about."""
INCOME: Final = {
    "c3": (180_000, 9_000_000),
    "c4": (90_000, 5_000_000),
    "union": (150_000, 40_000_000),
    "trade_body": (300_000, 12_000_000),
}
"""Whole dollars a year, from least to most, before grants."""


@dataclass(frozen=True, slots=True)
class Made:
    """A world. Its principals are held, its donors' gifts are drawn anew whenever somebody goes through them."""

    seed: int
    mentions: int
    years: tuple[int, ...]
    people: dict[str, Person]
    organizations: dict[str, Organization]
    candidates: tuple[Candidate, ...]
    contests: tuple[Contest, ...]
    transfers: tuple[Transfer, ...]
    registrations: tuple[Registration, ...]
    statements: tuple[Statement, ...]
    payees: dict[str, tuple[Payee, ...]]
    given: dict[str, int]

    def gifts(self, register: Office) -> Iterator[Gift]:
        """Every contribution of ordinary donors in one register (``fec`` or ``nyc-cfb``), always in the same order."""
        yield from gifts(self.seed, register, self.given.get(register, 0), self.payees.get(register, ()))

    def filed(self, who: str, n: int) -> str:
        """The name of a principal as its ``n``-th record writes it. KeyError for anybody else."""
        person = self.people.get(who)
        return noise.filed_person(person, n) if person else noise.filed_organization(self.organizations[who], n)


def build(seed: int, mentions: int) -> Made:
    """Make the world of a seed with about so many mentions in its records: the same arguments, the same world.

    ValueError for fewer than 500 mentions: not even the principals would fit.
    """
    if mentions < 500:
        raise ValueError(f"a world has at least 500 mentions, not {mentions:,}")
    society = Society(seed)
    register = Register(seed, society)
    families.populate(seed, mentions, register)
    ballot = Ballot(seed, mentions, register)
    candidates, contests = tuple(ballot.candidates), tuple(ballot.contests)
    transfers = Flows(seed, register, candidates, contests).drawn()
    _revenues(seed, register, transfers)
    foreign = registrations(seed, register)
    total = max(mentions - PER_TRANSFER * len(transfers), mentions // 2)
    federal = round(total * FEDERAL)
    return Made(
        seed=seed, mentions=mentions, years=YEARS, people=society.people, organizations=register.organizations,
        candidates=candidates, contests=contests, transfers=transfers, registrations=foreign,
        statements=statements(
            seed, society.people, register.organizations, candidates, contests, transfers, foreign
        ),
        payees=_payees(seed, register, candidates, contests), given={"fec": federal, "nyc-cfb": total - federal},
    )  # fmt: skip


def _revenues(seed: int, register: Register, transfers: Sequence[Transfer]) -> None:
    """What organizations took in by year: grants that they got and more, and at least what they gave away."""
    draw = stream(seed, "revenue")
    flows: dict[tuple[str, int], tuple[int, int]] = {}
    for row in transfers:
        if row.kind == "grant":
            year = int(row.day[:4])
            for who, got, gave in ((row.payee, row.amount, 0), (row.payer, 0, row.amount)):
                before = flows.get((who, year), (0, 0))
                flows[who, year] = before[0] + got, before[1] + gave
    for body in register.of_kind(*EXEMPT):
        usual = amount(draw, *INCOME[body.kind], rounded=0.0)
        yearly = []
        for year in RETURNS:
            got, gave = flows.get((body.id, year), (0, 0))
            own = int(usual * draw.uniform(0.75, 1.35))
            yearly.append((year, got + max(own, int(gave * draw.uniform(1.05, 1.6)) if is_funder(body) else own)))
        register.change(body.id, revenue=tuple(yearly))


def _payees(
    seed: int, register: Register, candidates: Sequence[Candidate], contests: Sequence[Contest]
) -> dict[str, tuple[Payee, ...]]:
    """Who gets ordinary donors' gifts, and when: campaigns before their day, other committees all the time."""
    draw, ends = stream(seed, "payees"), {contest.id: contest.day for contest in contests}
    found: dict[str, list[Payee]] = {"fec": [], "nyc-cfb": []}
    for candidate in candidates:
        last = ends[candidate.contest]
        first = max(f"{int(last[:4]) - 1}-01-15", ALL_YEARS[0])
        own = Payee(candidate.committee, draw.lognormvariate(0, 1), first, last)
        found["fec" if candidate.fec_id else "nyc-cfb"].append(own)
    for body in register.of_kind("party", "pac", "super_pac"):
        weight = draw.lognormvariate(-1.2 if body.kind == "super_pac" else -0.4, 1)
        found["fec"].append(Payee(body.id, weight, *ALL_YEARS))
    return {name: tuple(payees) for name, payees in found.items()}
