"""What is so in a world, looked up by what a claim asks: money between two, statements by their parties.

Candidates and their committees are one party here where money is asked for, as a story means them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.periods import window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.synth.world import Registration, Statement, World

MONEY: Final = ("payment", "contribution", "independent_expenditure", "grant")
MUTUAL: Final = frozenset(
    ("affiliated_with", "sister_organization_of", "worked_with", "same_address_as", "same_director_as",
     "same_treasurer_as")
)  # fmt: skip
"""Relations that hold both ways."""
DENIES: Final = {"not_registered_under": "registered_under"}
"""Relations that say no, and what they deny."""
IMPLIES: Final = {
    "political_arm_of": ("affiliated_with",),
    "sister_organization_of": ("affiliated_with",),
    "is_project_of": ("affiliated_with", "part_of"),
    "part_of": ("affiliated_with",),
}
"""A closer relation on record shows the looser one."""

type Entry = tuple[str, float, str]
"""Day, dollars (negative where given back), and the register that shows it."""
type Window = tuple[str | None, str | None]


@dataclass
class Ground:
    """The statements and the money of a world, indexed once."""

    world: World
    _between: dict[tuple[str, str, str], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    _payers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _said: dict[tuple[str, str], list[Statement]] = field(default_factory=lambda: defaultdict(list))
    _about: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    _named: dict[tuple[str, str], list[Statement]] = field(default_factory=lambda: defaultdict(list))
    _entries: dict[str, list[Registration]] = field(default_factory=lambda: defaultdict(list))
    _others: dict[tuple[str, str, str | None, str], list[str]] = field(default_factory=dict)
    _party: dict[str, str] = field(default_factory=dict)
    _bearers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for candidate in self.world.candidates:
            self._party[candidate.committee] = candidate.person
        for transfer in self.world.transfers:
            if not transfer.counts:
                continue
            kind = self._kind(transfer.kind, transfer.support)
            payer, payee, sign = transfer.payer, transfer.whom or transfer.payee, 1
            if transfer.kind == "refund":
                back = ("refund", self.party(payer), self.party(payee))
                self._between[back].append((transfer.day, float(transfer.amount), transfer.register))
                self._payers["refund"].add(self.party(payer))
                kind, payer, payee, sign = "contribution", transfer.payee, transfer.payer, -1
            key = (kind, self.party(payer), self.party(payee))
            self._between[key].append((transfer.day, sign * float(transfer.amount), transfer.register))
            self._payers[kind].add(self.party(payer))
        for statement in self.world.statements:
            self._said[(statement.type, statement.relation)].append(statement)
            for who in dict.fromkeys((statement.subject, statement.object)):
                if who is None:
                    continue
                self._named[(statement.relation, who)].append(statement)
                if self.is_principal(who):
                    self._about[who].append(statement)
            if not self.is_principal(statement.subject) and not self.is_principal(statement.object):
                # The turnout of a place is told of those who stood there.
                for who in self._stood(statement):
                    self._about[who].append(statement)
        for entry in self.world.registrations:
            self._entries[entry.registrant].append(entry)
        for person in self.world.people.values():
            self._bearers[person.name.casefold()].append(person.id)
        for body in self.world.organizations.values():
            self._bearers[body.name.casefold()].append(body.id)
        self.titles = sorted({s.relation for s in self.world.statements if s.type == "role"})
        self.first_year, self.last_year = min(self.world.years), max(self.world.years)

    def _stood(self, statement: Statement) -> list[str]:
        """The candidates of the contests at the place and on the day of a statement."""
        there = [c for c in self.world.contests if c.place == statement.place and c.day == statement.date_to]
        return list(dict.fromkeys(who for contest in there for who, _ in contest.votes))

    def party(self, who: str) -> str:
        """The one party that a story means by a candidate or by the candidate's committee."""
        return self._party.get(who, who)

    def namesakes(self, who: str | None) -> list[str | None]:
        """Everybody among the principals whose name prints as that of ``who`` does, ``who`` first; plain text stands
        for itself."""
        people, bodies = self.world.people, self.world.organizations
        body = people.get(who or "") or bodies.get(who or "")
        others = self._bearers[body.name.casefold()] if body else []
        return [who, *(other for other in others if other != who)]

    def about(self, who: str) -> list[Statement]:
        """The statements that name a principal."""
        return self._about.get(who, [])

    def like(self, kind: str, relation: str) -> list[Statement]:
        """The statements of a type and a relation."""
        return self._said.get((kind, relation), [])

    def registered(self, who: str | None) -> list[Registration]:
        """The entries of somebody in the foreign agents register."""
        return self._entries.get(who or "", [])

    def others(self, statement: Statement, side: str) -> list[str]:
        """The principals on one side of statements of the same type, relation and register."""
        key = (statement.type, statement.relation, statement.record, side)
        found = self._others.get(key)
        if found is None:
            alike = [s for s in self.like(statement.type, statement.relation) if s.record == statement.record]
            names = dict.fromkeys(getattr(s, side) for s in alike)
            found = self._others[key] = [who for who in names if self.is_principal(who)]
        return found

    def is_principal(self, who: str | None) -> bool:
        """Whether an id is one of the world's people or organizations."""
        return who is not None and (who in self.world.people or who in self.world.organizations)

    def principals(self, at_least: int) -> list[str]:
        """Everybody of whom there is enough to tell, in the order of the world."""
        everybody = (*self.world.people, *self.world.organizations)
        return [who for who in everybody if len(self._about.get(who, ())) >= at_least]

    def covers(self, stretch: Window) -> bool:
        """Whether a stretch of time lies in the years of this world's records."""
        first, last = stretch
        if first is None or last is None:
            return False
        return self.first_year <= int(first[:4]) and int(last[:4]) <= self.last_year

    # ── money ────────────────────────────────────────────────────────────────────────────────────────────────────

    def money(self, kind: str, relation: str, payer: str, payee: str) -> list[Entry]:
        """Every record of this kind of money from one to the other, refunds negative; of refunds, what came back."""
        return self._between.get((self._key(kind, relation), self.party(payer), self.party(payee)), [])

    def pays(self, kind: str, relation: str, payer: str) -> bool:
        """Whether a payer has any record of this kind."""
        return self.party(payer) in self._payers[self._key(kind, relation)]

    def _key(self, kind: str, relation: str) -> str:
        if relation == "refunded":
            return "refund"
        return self._kind(kind, {"spent_for": "S", "spent_against": "O"}.get(relation))

    @staticmethod
    def _kind(kind: str, support: str | None) -> str:
        return f"{kind} {support}" if kind == "independent_expenditure" else kind

    # ── elections ────────────────────────────────────────────────────────────────────────────────────────────────

    def ahead(self, subject: str, rival: str | None, stretch: Window) -> bool | None:
        """Whether somebody was ahead of a rival (None: of everybody) in a contest in this time; None if there is no
        such count."""
        for contest in self.world.contests:
            votes = dict(contest.votes)
            if subject in votes and (rival is None or rival in votes) and within((contest.day, contest.day), stretch):
                others = [rival] if rival is not None else [who for who in votes if who != subject]
                return all(votes[subject] > votes[other] for other in others)
        return None

    # ── statements ───────────────────────────────────────────────────────────────────────────────────────────────

    def stated(self, kind: str, relation: str, subject: str | None, object_: str | None) -> list[Statement]:
        """The statements of these parties under this relation, or under a closer one that implies it."""
        relations = [relation, *(closer for closer, looser in IMPLIES.items() if relation in looser)]
        named = subject or object_
        found = [
            s
            for word in relations
            for s in (self._named.get((word, named), []) if named else self.like(kind, word))
            if s.type == kind and self._joins(s, word, subject, object_)
        ]
        if relation == "voted":
            return found + self._levels(subject)
        return list(map(self._by_levels, found)) if relation == "turnout_changed" else found

    def _levels(self, subject: str | None) -> list[Statement]:
        """The turnout at both ends of every change: a casebook writes a change down as two levels."""
        changes = self._named.get(("turnout_changed", subject or ""), [])
        ends = [(s, s.start, s.date_from) for s in changes] + [(s, s.value, s.date_to) for s in changes]
        return [replace(s, relation="voted", value=v, start=None, date_from=d, date_to=d) for s, v, d in ends]

    def _by_levels(self, change: Statement) -> Statement:
        """A change of turnout that no record tells is on record all the same if both its levels are."""
        told = [s for s in self._named.get(("voted", change.subject), []) if s.record is not None]
        at = {(s.date_to, s.value): s.record for s in told if s.place == change.place}
        first, last = at.get((change.date_from, change.start)), at.get((change.date_to, change.value))
        return replace(change, record=last) if change.record is None and first and last else change

    def _joins(self, statement: Statement, word: str, subject: str | None, object_: str | None) -> bool:
        ends = (statement.subject, statement.object)
        if _fits(ends, subject, object_):
            return True
        return word in MUTUAL and _fits((ends[1] or "", ends[0]), subject, object_)


def sums(entries: Iterable[Entry], stretch: Window) -> list[float]:
    """Every sum that a claim over this stretch could mean: with dates all of that time, and each record on its own;
    without, all there is and each year. Registers are never added to one another; what came back only is no sum."""
    held = list(entries)
    offices = dict.fromkeys(register for _, _, register in held)
    found = (one for office in offices for one in _sums([e for e in held if e[2] == office], stretch))
    return [one for one in found if one > 0]


def _sums(held: list[Entry], stretch: Window) -> list[float]:
    if stretch != (None, None):
        inside = [amount for day, amount, _ in held if within((day, day), stretch)]
        return [sum(inside), *inside] if inside else []
    years = sorted({day[:4] for day, _, _ in held})
    yearly = [sum(amount for day, amount, _ in held if day.startswith(year)) for year in years]
    return [sum(amount for _, amount, _ in held), *yearly, *(amount for _, amount, _ in held)]


def stretch_of(date_from: str | None, date_to: str | None) -> Window:
    """Two dates as first and last day."""
    return window(date_from, date_to)


def within(inner: Window, outer: Window) -> bool:
    """Whether one stretch lies in the other; a missing end of ``outer`` is open."""
    start, end = inner[0] or inner[1], inner[1] or inner[0]
    if start is None or end is None:
        return False
    return (outer[0] is None or outer[0] <= start) and (outer[1] is None or end <= outer[1])


def overlaps(a: Window, b: Window) -> bool:
    """Whether two stretches share a day; open ends are open."""
    return (a[0] is None or b[1] is None or a[0] <= b[1]) and (b[0] is None or a[1] is None or b[0] <= a[1])


def _fits(ends: tuple[str, str | None], subject: str | None, object_: str | None) -> bool:
    return (subject is None or ends[0] == subject) and (object_ is None or ends[1] == object_)
