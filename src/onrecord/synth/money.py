"""Money between principals, record by record, and what it adds up to by the registers' own rules.

What does not count is a memo item: it says what another record was for. That the receiver of a gift between committees
reports it too is the business of the records, not of the world: here a gift is one transfer.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from onrecord.synth.draw import YEARS, amount, chance, day_in, day_of, later, stream, words
from onrecord.synth.world import Transfer

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

    from onrecord.synth.organizations import Register
    from onrecord.synth.world import Candidate, Contest, Organization, Payment, Person
    from onrecord.synth.world import Register as Office

type Support = Literal["S", "O"] | None
type Pair = tuple[str, str, str, str | None, str | None]
"""Kind, payer, payee, support, whom."""

MEMO: Final = 0.03
"""Share of records that are memo items."""
REFUNDED: Final = 0.04
"""Share of contributions that are given back, in whole or in part."""
EARMARKED: Final = 0.15
"""Share of federal gifts by people in public roles that go through a conduit."""
RECORDS: Final = (1, 1, 1, 2, 2, 3, 4)
"""Records of one pair in one year."""
RANGES: Final = {
    "committee": (1_000, 5_000), "city": (500, 3_850), "person": (500, 3_300), "outside": (5_000, 400_000),
    "party": (2_000, 62_000), "vendor": (900, 85_000), "spending": (4_000, 350_000), "grant": (15_000, 650_000),
    "affiliate": (5_000, 150_000),
}  # fmt: skip
"""Whole dollars of one record, from least to most."""


class Flows:
    """The transfers of a world while they are being drawn."""

    def __init__(
        self, seed: int, register: Register, candidates: Sequence[Candidate], contests: Sequence[Contest]
    ) -> None:
        self._seed, self._register = seed, register
        self._rows: list[Transfer] = []
        self._purposes = words("organizations")["purposes"]
        self._year = {contest.id: contest.year for contest in contests}
        self._day = {contest.id: contest.day for contest in contests}
        self._federal = [c for c in candidates if c.fec_id]
        self._city = [c for c in candidates if c.cfb_id]
        bodies = register.organizations
        self._vendors = [b.id for b in register.of_kind("company") if _sells(b)]
        self._pacs = [b for b in register.of_kind("pac") if b.fec_id]
        self._super_pacs = register.of_kind("super_pac")
        self._campaigns = [bodies[c.committee] for c in self._federal]

    def drawn(self) -> tuple[Transfer, ...]:
        """Every transfer, kind after kind."""
        for part in (
            self._committee_gifts, self._city_gifts, self._party_gifts, self._personal_gifts, self._outside_gifts,
            self._payments, self._grants, self._spending, self._affiliates,
        ):  # fmt: skip
            part(stream(self._seed, f"money{part.__name__}"))
        self._refunds(stream(self._seed, "refunds"))
        return tuple(replace(row, id=f"t{i + 1:06d}") for i, row in enumerate(self._rows))

    # ── gifts ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _committee_gifts(self, draw: random.Random) -> None:
        """Political committees to federal campaigns."""
        for pac in self._pacs:
            for candidate in _some(draw, self._federal, 2, 7):
                for year in self._running(draw, candidate):
                    self._records(draw, "fec", "contribution", pac.id, candidate.committee, year, "committee")

    def _city_gifts(self, draw: random.Random) -> None:
        """Unions, and a few committees and companies, to campaigns in the city."""
        givers = [*self._register.of_kind("union"), *_some(draw, self._pacs, 2, max(2, len(self._pacs) // 3))]
        givers += [
            self._register.organizations[v] for v in _some(draw, self._vendors, 1, max(1, len(self._vendors) // 4))
        ]
        for giver in givers:
            for candidate in _some(draw, self._city, 1, 4):
                year = self._year[candidate.contest]
                self._records(draw, "nyc-cfb", "contribution", giver.id, candidate.committee, year, "city")

    def _party_gifts(self, draw: random.Random) -> None:
        """Party committees to federal campaigns: every party draws among those who run under its code."""
        parties = self._register.of_kind("party")
        codes = draw.sample(known := words("organizations")["kinds"]["party"]["codes"], len(known))
        names = list(dict.fromkeys(party.name.split()[0] for party in parties))
        code = dict(zip(names, codes, strict=False))
        for party in parties:
            own = [c for c in self._federal if c.party == code.get(party.name.split()[0])]
            for candidate in _some(draw, own, 1, 4):
                year = self._year[candidate.contest]
                self._records(draw, "fec", "contribution", party.id, candidate.committee, year, "party")

    def _personal_gifts(self, draw: random.Random) -> None:
        """People in public roles to campaigns, in their own name, some through a conduit."""
        people = list(self._register.society.people.values())
        for person in _some(draw, people, len(people) // 4, len(people) // 3):
            candidate = draw.choice(self._federal if chance(draw, 0.6) else self._city)
            if candidate.person == person.id:
                continue
            register: Office = "fec" if candidate.fec_id else "nyc-cfb"
            year = self._year[candidate.contest]
            through = draw.choice(self._pacs).id if register == "fec" and chance(draw, EARMARKED) else None
            self._records(
                draw, register, "contribution", person.id, candidate.committee, year, "person", earmark=through
            )

    def _outside_gifts(self, draw: random.Random) -> None:
        """Companies, unions, advocacy groups and wealthy people to committees that spend independently."""
        givers: list[Organization | Person] = [*self._register.of_kind("company", "c4", "trade_body", "union")]
        givers += _some(draw, list(self._register.society.people.values()), 6, 6 + 2 * len(self._super_pacs))
        for committee in self._super_pacs:
            for giver in _some(draw, givers, 3, 8):
                for year in draw.sample(YEARS[:4], draw.choice((1, 1, 2))):
                    self._records(draw, "fec", "contribution", giver.id, committee.id, year, "outside")

    # ── what is paid, granted, spent ─────────────────────────────────────────────────────────────────────────────

    def _payments(self, draw: random.Random) -> None:
        """Committees to the companies that work for them."""
        for candidate in self._federal:
            for vendor in _some(draw, self._vendors, 2, 6):
                for year in self._running(draw, candidate):
                    self._records(draw, "fec", "payment", candidate.committee, vendor, year, "vendor")
        for body in [*self._pacs, *self._super_pacs, *self._register.of_kind("party")]:
            for vendor in _some(draw, self._vendors, 1, 4):
                for year in sorted(draw.sample(YEARS, draw.choice((1, 2, 3)))):
                    self._records(draw, "fec", "payment", body.id, vendor, year, "vendor")

    def _grants(self, draw: random.Random) -> None:
        """Funders to charities and to advocacy groups; charities to their own arms."""
        funders = [b for b in self._register.of_kind("c3") if is_funder(b)]
        takers = [b for b in self._register.of_kind("c3", "c4") if not is_funder(b)]
        for funder in funders:
            for taker in _some(draw, takers, 4, 11):
                for year in sorted(draw.sample(YEARS[:4], draw.choice((1, 2, 2, 3)))):
                    self._records(draw, "irs-990", "grant", funder.id, taker.id, year, "grant", records=(1, 1, 1, 2))
        for arm in self._register.of_kind("c4"):
            if arm.parent and chance(draw, 0.5):
                self._records(
                    draw, "irs-990", "grant", arm.parent, arm.id, draw.choice(YEARS[:4]), "grant", records=(1,)
                )

    def _spending(self, draw: random.Random) -> None:
        """Independent spending for and against federal candidates, paid to companies, in the year of the contest."""
        for committee in self._super_pacs:
            for candidate in _some(draw, self._federal, 2, 5):
                side: Support = "S" if chance(draw, 0.5) else "O"
                vendor, day = draw.choice(self._vendors), self._day[candidate.contest]
                for _ in range(draw.choice((1, 2, 2, 3, 4, 6))):
                    spent = amount(draw, *RANGES["spending"], rounded=0.3)
                    when = day_in(draw, f"{day[:4]}-06-01", day)
                    self._add(
                        draw, "fec", "independent_expenditure", committee.id, vendor, spent, when, "spending",
                        support=side, whom=candidate.person,
                    )  # fmt: skip

    def _affiliates(self, draw: random.Random) -> None:
        """National parties to their state committees; campaigns to a party's committee at the end."""
        parties = self._register.of_kind("party")
        for party in parties:
            if party.parent:
                for year in draw.sample(YEARS, 2):
                    self._records(draw, "fec", "transfer", party.parent, party.id, year, "affiliate")
        for campaign in _some(draw, self._campaigns, 1, max(1, len(self._campaigns) // 5)):
            self._records(draw, "fec", "transfer", campaign.id, draw.choice(parties).id, 2025, "affiliate")

    def _refunds(self, draw: random.Random) -> None:
        """Some gifts go back within the year, in whole or in part."""
        for row in list(self._rows):
            if row.kind == "contribution" and row.counts and row.earmark is None and chance(draw, REFUNDED):
                back = row.amount if chance(draw, 0.5) else max(1, row.amount // 2)
                day = min(later(row.day, draw.randrange(5, 90)), f"{row.day[:4]}-12-31")
                self._rows.append(
                    Transfer("", row.register, "refund", row.payee, row.payer, back, day, True, "CONTRIBUTION REFUND")
                )

    # ── records ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _running(self, draw: random.Random, candidate: Candidate) -> list[int]:
        """The years in which somebody runs: that of the contest, often the one before."""
        year = self._year[candidate.contest]
        return [year - 1, year] if chance(draw, 0.5) else [year]

    def _records(
        self,
        draw: random.Random,
        register: Office,
        kind: Payment,
        payer: str,
        payee: str,
        year: int,
        size: str,
        *,
        records: Sequence[int] = RECORDS,
        earmark: str | None = None,
    ) -> None:
        """One to four records of one pair in one year."""
        if payer == payee:
            return
        for _ in range(draw.choice(records)):
            given = amount(draw, *RANGES[size], rounded=0.3 if size == "vendor" else 0.7)
            self._add(draw, register, kind, payer, payee, given, day_of(draw, year), kind, earmark=earmark)

    def _add(
        self,
        draw: random.Random,
        register: Office,
        kind: Payment,
        payer: str,
        payee: str,
        dollars: int,
        day: str,
        purpose: str,
        *,
        support: Support = None,
        whom: str | None = None,
        earmark: str | None = None,
    ) -> None:
        # Tax returns know no memo items.
        counts = register == "irs-990" or earmark is not None or not chance(draw, MEMO)
        words_for = draw.choice(self._purposes[purpose])
        self._rows.append(
            Transfer("", register, kind, payer, payee, dollars, day, counts, words_for, support, whom, earmark)
        )


def is_funder(body: Organization) -> bool:
    """Whether a charity is one that makes grants for a living."""
    patterns = words("organizations")["kinds"]["c3"]["funders"]
    return body.kind == "c3" and body.family is None and any(
        body.name.endswith(pattern.replace("{stem} ", "")) for pattern in patterns
    )  # fmt: skip


def _sells(body: Organization) -> bool:
    return any(word in body.name for word in words("organizations")["kinds"]["company"]["vendors"])


def _some[T](draw: random.Random, items: Sequence[T], least: int, most: int) -> list[T]:
    """From ``least`` to ``most`` of the items, each once; all of them where there are fewer."""
    wanted = draw.randint(least, max(least, most))
    return draw.sample(items, min(wanted, len(items)))


# ── what it adds up to ───────────────────────────────────────────────────────────────────────────────────────────


def netted(transfers: Iterable[Transfer]) -> dict[tuple[Pair, Office], dict[int, int]]:
    """Dollars by pair, register and year: what counts, less what went back. Spending is for or against its candidate.

    A refund is taken off the gift it undoes: it runs from payee to payer in the record.
    """
    sums: dict[tuple[Pair, Office], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for row in transfers:
        if not row.counts:
            continue
        year = int(row.day[:4])
        if row.kind == "refund":
            sums[("contribution", row.payee, row.payer, None, None), row.register][year] -= row.amount
        elif row.kind == "independent_expenditure":
            sums[(row.kind, row.payer, row.whom or "", row.support, row.whom), row.register][year] += row.amount
        else:
            sums[(row.kind, row.payer, row.payee, None, None), row.register][year] += row.amount
    return sums
