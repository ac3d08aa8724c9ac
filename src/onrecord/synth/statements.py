"""What is so in a world, one statement a thing: figures first, from money, elections, returns and plain counting.

Ties between people and organizations are in ``ties.py``, what only reporting could show in ``reported.py``. Statements
are drawn up from what the world holds, so that no statement and no record can disagree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.synth import reported, ties
from onrecord.synth.draw import stream
from onrecord.synth.money import netted
from onrecord.synth.reported import told
from onrecord.synth.world import Statement

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.synth.world import Candidate, Contest, Organization, Person, Registration, Transfer
    from onrecord.synth.world import Register as Office
    from onrecord.vocabulary import ClaimType

RELATIONS: Final[dict[tuple[str, str | None], tuple[ClaimType, str]]] = {
    ("contribution", None): ("contribution", "gave"), ("grant", None): ("grant", "gave"),
    ("payment", None): ("payment", "paid"), ("independent_expenditure", "S"): ("independent_expenditure", "spent_for"),
    ("independent_expenditure", "O"): ("independent_expenditure", "spent_against"),
}  # fmt: skip
"""Claim type and relation of money by kind and side. Transfers between affiliates are no claim of their own."""


def statements(
    seed: int,
    people: Mapping[str, Person],
    bodies: Mapping[str, Organization],
    candidates: Sequence[Candidate],
    contests: Sequence[Contest],
    transfers: Sequence[Transfer],
    registrations: Sequence[Registration],
) -> tuple[Statement, ...]:
    """Every statement of a world, numbered."""
    parts: list[Iterator[Statement]] = [
        _money(bodies, transfers), _refunds(bodies, transfers), _shares(stream(seed, "say shares"), bodies, transfers),
        _revenue(bodies), _counts(stream(seed, "say counts"), bodies, transfers),
        _results(stream(seed, "say results"), contests), _turnout(stream(seed, "say turnout"), contests),
        ties.ties(seed, people, bodies, registrations), reported.reported(seed, people, bodies, candidates, contests),
    ]  # fmt: skip
    found = (statement for part in parts for statement in part)
    return tuple(replace(statement, id=f"st{i + 1:06d}") for i, statement in enumerate(found))


# ── money ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _money(bodies: Mapping[str, Organization], transfers: Sequence[Transfer]) -> Iterator[Statement]:
    """The net of each pair by year, and over all years."""
    for ((kind, payer, payee, side, _), register), years in netted(transfers).items():
        if (kind, side) not in RELATIONS:
            continue
        claim, relation = RELATIONS[kind, side]
        whole = _is_whole(bodies, register, kind, payer, payee)
        for year, dollars in sorted(years.items()):
            if dollars > 0:
                yield Statement(
                    "", claim, relation, payer, payee, float(dollars), "USD", date_from=f"{year}-01-01",
                    date_to=f"{year}-12-31", record=register, whole=whole,
                )  # fmt: skip
        if sum(years.values()) > 0:
            dollars = sum(years.values())
            yield Statement("", claim, relation, payer, payee, float(dollars), "USD", record=register, whole=whole)


def _refunds(bodies: Mapping[str, Organization], transfers: Sequence[Transfer]) -> Iterator[Statement]:
    """What campaigns gave back, by pair and year."""
    sums: Counter[tuple[str, str, str, Office]] = Counter()
    for row in transfers:
        if row.kind == "refund" and row.counts:
            sums[row.payer, row.payee, row.day[:4], row.register] += row.amount
    for (payer, payee, year, register), dollars in sums.items():
        yield Statement(
            "", "contribution", "refunded", payer, payee, float(dollars), "USD", date_from=f"{year}-01-01",
            date_to=f"{year}-12-31", record=register,
            whole=_is_whole(bodies, register, "contribution", payee, payer),
        )  # fmt: skip


def _is_whole(bodies: Mapping[str, Organization], register: Office, kind: str, payer: str, payee: str) -> bool:
    """Whether the register lists all such money: that of federal committees, given to committees or spent by them."""
    if register != "fec" or payer not in bodies or not bodies[payer].fec_id:
        return False
    return kind in ("payment", "independent_expenditure") or (payee in bodies and bodies[payee].fec_id is not None)


def _shares(
    draw: random.Random, bodies: Mapping[str, Organization], transfers: Sequence[Transfer]
) -> Iterator[Statement]:
    """Which part of a committee's payments to companies, and of a funder's grants, went to one receiver."""
    sums: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in transfers:
        if row.counts and row.kind in ("payment", "grant"):
            sums[row.kind, row.payer][row.payee] += row.amount
    for (kind, payer), by_payee in sums.items():
        payee, most = max(by_payee.items(), key=lambda item: (item[1], item[0]))
        if len(by_payee) > 1:
            share = round(100 * most / sum(by_payee.values()), 1)
            whole = f"the {'vendor spending' if kind == 'payment' else 'grants'} of {bodies[payer].name}"
            yield Statement("", "percentage", "share_of", payee, whole, share, "percent", record=told(draw))


def _revenue(bodies: Mapping[str, Organization]) -> Iterator[Statement]:
    """What tax-exempt organizations took in, by tax year."""
    for body in bodies.values():
        for year, dollars in body.revenue:
            yield Statement(
                "", "revenue", "had_revenue", body.id, None, float(dollars), "USD", date_from=f"{year}-01-01",
                date_to=f"{year}-12-31", record="irs-990",
            )  # fmt: skip


def _counts(
    draw: random.Random, bodies: Mapping[str, Organization], transfers: Sequence[Transfer]
) -> Iterator[Statement]:
    """How many affiliates, grants a year, institutional donors and members there are."""
    affiliates = Counter(body.parent for body in bodies.values() if body.parent)
    for parent, number in affiliates.items():
        if number > 1:
            yield Statement("", "count", "counted", parent, None, float(number), "affiliates", record=told(draw))
    grants = Counter((row.payer, row.day[:4]) for row in transfers if row.kind == "grant" and row.counts)
    for (payer, year), number in grants.items():
        if number > 1:
            yield Statement(
                "", "count", "counted", payer, None, float(number), "grants", date_from=f"{year}-01-01",
                date_to=f"{year}-12-31", record=told(draw),
            )  # fmt: skip
    givers: dict[str, set[str]] = defaultdict(set)
    for row in transfers:
        if row.kind == "contribution" and row.counts and row.payer in bodies:
            givers[row.payee].add(row.payer)
    for payee, payers in givers.items():
        if len(payers) > 2:
            number = len(payers)
            yield Statement(
                "", "count", "counted", payee, None, float(number), "institutional donors", record=told(draw)
            )
    for body in bodies.values():
        if body.kind in ("union", "trade_body"):
            members = draw.randrange(180, 90_000) if body.kind == "union" else draw.randrange(20, 2_400)
            yield Statement("", "count", "counted", body.id, None, float(members), "members", record=told(draw))


# ── elections ────────────────────────────────────────────────────────────────────────────────────────────────────


def _results(draw: random.Random, contests: Sequence[Contest]) -> Iterator[Statement]:
    """Votes, shares, who won, against whom and by how much."""
    for contest in contests:
        label, day = f"general election for {contest.office}", contest.day
        ranked = sorted(contest.votes, key=lambda item: -item[1])
        cast = sum(votes for _, votes in ranked)
        base = Statement(
            "", "election_result", "received_votes", "", label, date_from=day, date_to=day, place=contest.place,
            record="elections", whole=True,
        )  # fmt: skip
        for person, votes in ranked:
            yield replace(base, subject=person, value=float(votes), unit="votes")
            yield replace(
                base, relation="received_share", subject=person, value=round(100 * votes / cast, 1), unit="percent",
                record=told(draw), whole=False,
            )  # fmt: skip
        (winner, most), (second, next_most) = ranked[:2]
        yield replace(base, relation="won", subject=winner)
        yield replace(
            base, relation="won_by", subject=winner, object=second, value=float(most - next_most), unit="votes"
        )
        for i, (person, _) in enumerate(ranked):
            for loser, _ in ranked[i + 1 :]:
                if i == 0 or loser == ranked[-1][0]:
                    yield replace(base, relation="defeated", subject=person, object=loser)


def _turnout(draw: random.Random, contests: Sequence[Contest]) -> Iterator[Statement]:
    """Turnout of registered voters, and its change between two contests for one seat."""
    before: dict[tuple[str, str], tuple[Contest, float]] = {}
    for contest in sorted(contests, key=lambda one: one.day):
        percent = round(100 * contest.ballots / contest.registered, 1)
        who = f"{contest.place} voters"
        yield Statement(
            "", "turnout", "voted", who, None, percent, "percent", date_from=contest.day, date_to=contest.day,
            place=contest.place, record=told(draw),
        )  # fmt: skip
        last = before.get((contest.office, contest.place))
        if last is not None and last[1] != percent:
            yield Statement(
                "", "turnout", "turnout_changed", who, None, percent, "percent", start=last[1],
                date_from=last[0].day, date_to=contest.day, place=contest.place, record=told(draw),
            )  # fmt: skip
        before[contest.office, contest.place] = contest, percent
