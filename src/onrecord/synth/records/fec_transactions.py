"""Federal transactions of a made-up world: by individuals (indiv), between committees (oth), about candidates (pas2).

Every transaction becomes rows that net, by the register's own rules, to just what counts. A gift between committees
stands on the giver's row and, not counted, on the receiver's. One about a candidate stands in pas2 and in oth under the
same SUB_ID. An earmarked gift stands with its receiver, who got the money, and once more with the conduit that passed
it on. What does not count is a memo item.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.synth.noise import filed_person
from onrecord.synth.records.names import Filed

if TYPE_CHECKING:
    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Organization, Transfer

ROLES: Final = {
    "10": "contributor", "15": "contributor", "15E": "contributor", "24I": "contributor", "22Y": "contributor",
    "22Z": "contributor", "17Z": "contributor", "24K": "recipient", "18K": "contributor", "24G": "recipient",
    "18G": "payer", "24A": "payee", "24E": "payee",
}  # fmt: skip
"""The role in which the book puts the party that a row names, by transaction type."""
ENTITY_TYPES: Final = {"campaign": "CCM", "party": "PTY", "pac": "PAC", "super_pac": "COM"}
"""ENTITY_TP by kind of committee; a person is IND, everybody else ORG."""
REPORTS: Final = ("", "YE", "Q1", "Q1", "Q1", "Q2", "Q2", "Q2", "Q3", "Q3", "Q3", "YE", "YE")
REFUNDED_AFTER: Final = timedelta(days=24)
REPORTED_AFTER: Final = timedelta(days=3)


class Party(NamedTuple):
    """The party that a row names, as the layout's fields have it, and whose it is."""

    entity: str
    kind: str
    name: str
    city: str
    state: str
    postcode: str
    employer: str = ""
    occupation: str = ""


class Referred(NamedTuple):
    """Somebody whom a row gives by number alone."""

    number: str
    entity: str


class Rows:
    """The rows of one file; ``digit`` keeps its SUB_IDs apart from those of other files."""

    def __init__(self, output: Output, file: str, digit: int) -> None:
        self.lines = output.lines(file)
        self._truth, self._file, self._digit = output.truth, file, digit
        self._known: set[str] = set()

    def add(
        self,
        filer: Organization,
        code: str,
        party: Party,
        day: str,
        amount: int,
        *,
        other: str = "",
        refers: Referred | None = None,
        candidate: str | None = None,
        memo: bool = False,
        text: str = "",
        sub: str | None = None,
    ) -> str:
        """Add one row and its mentions; returns its SUB_ID.

        ``other`` is OTHER_ID, ``refers`` whom the book refers to by number on such a row, ``candidate`` the column
        CAND_ID, which pas2 alone has: with it goes the SUB_ID under which the same row stands in oth.
        """
        n = self.lines.count + 1
        sub = sub or f"49900{self._digit}{n:013d}"
        column = "" if candidate is None else f"{candidate}|"
        self.lines.add(
            f"{filer.fec_id}|N|{REPORTS[int(day[5:7])]}|G|{day[:4]}{n:014d}|{code}|{party.kind}|{party.name}|{party.city}|"
            f"{party.state}|{party.postcode}|{party.employer}|{party.occupation}|{day[5:7]}{day[8:10]}{day[:4]}|"
            f"{amount}|{other}|{column}T{self._digit}{n}|{1_990_000 + self._digit}|{'X' if memo else ''}|{text}|{sub}"
        )
        locator = f"SUB_ID={sub}"
        if party.name:
            self._truth.mention(self._file, locator, ROLES[code], party.name, party.entity)
        self.refer(locator, Referred(filer.fec_id or "", filer.id))
        if refers is not None:
            self.refer(locator, refers)
        return sub

    def refer(self, locator: str, who: Referred) -> None:
        """The mention of somebody given by number: one a file, on the first row that has it."""
        if who.number not in self._known:
            self._known.add(who.number)
            role = "committee" if who.number.startswith("C") else "candidate"
            self._truth.numbered(self._file, locator, role, who.number, who.entity)


def write(output: Output) -> None:
    """Write indiv.txt, oth.txt and pas2.txt."""
    _Register(output).write()


class _Register:
    """The three files while they are written: some transactions stand in two of them."""

    def __init__(self, output: Output) -> None:
        self._output, self._truth, self._parties = output, output.truth, output.parties
        self._filed = Filed(output.world)
        self._indiv = Rows(output, "records/fec/indiv.txt", 1)
        self._oth = Rows(output, "records/fec/oth.txt", 2)
        self._pas2 = Rows(output, "records/fec/pas2.txt", 3)

    def write(self) -> None:
        for transfer in self._output.world.transfers:
            if transfer.register == "fec" and transfer.kind != "payment":
                self._transfer(transfer)
        self._gifts()
        for rows, name in ((self._indiv, "fec-indiv"), (self._oth, "fec-oth"), (self._pas2, "fec-pas2")):
            self._output.done(rows.lines, name)

    # ── ordinary donors ──────────────────────────────────────────────────────────────────────────────────────

    def _gifts(self) -> None:
        add, truth = self._indiv.add, self._truth
        committees: dict[str, tuple[Organization, str]] = {}
        for gift in self._output.world.gifts("fec"):
            found = committees.get(gift.payee)
            if found is None:
                body = self._parties.require_committee(gift.payee, f"gift {gift.n}")
                found = committees[gift.payee] = (body, "10" if body.kind == "super_pac" else "15")
            body, code = found
            donor, home = gift.donor, gift.donor.home
            party = Party(
                donor.id, "IND", filed_person(donor, gift.n), home.city.upper(), home.state, home.postcode,
                donor.employer.upper(), donor.occupation.upper(),
            )  # fmt: skip
            add(body, code, party, gift.day, gift.amount)
            truth.donor(donor)
            truth.received("fec", "contribution", body.id, gift.day, gift.amount)
            if gift.refunded:
                day = _later(gift.day, REFUNDED_AFTER)
                add(body, "22Y", party, day, gift.amount, text="REFUND")
                truth.returned("fec", body.id, day, gift.amount)

    # ── principals ───────────────────────────────────────────────────────────────────────────────────────────

    def _transfer(self, transfer: Transfer) -> None:
        {
            "contribution": self._contribution, "transfer": self._between, "refund": self._refund,
            "independent_expenditure": self._independent,
        }[transfer.kind](transfer)  # fmt: skip

    def _contribution(self, transfer: Transfer) -> None:
        """A gift by a committee goes between committees; anybody else's is reported by the receiver alone."""
        if self._parties.committee(transfer.payer) is not None:
            self._between(transfer)
            return
        receiver = self._parties.require_committee(transfer.payee, transfer.id)
        giver, code = self._party(transfer.payer), "10" if receiver.kind == "super_pac" else "15"
        conduit = self._parties.committee(transfer.earmark) if transfer.earmark else None
        text, memo = transfer.purpose.upper(), not transfer.counts
        if conduit is None:
            self._indiv.add(receiver, code, giver, transfer.day, transfer.amount, memo=memo, text=text)
        else:
            through, to = conduit.fec_id or "", receiver.fec_id or ""
            self._indiv.add(
                receiver, "15E", giver, transfer.day, transfer.amount, other=through,
                refers=Referred(through, conduit.id), memo=memo, text=f"EARMARKED THROUGH {conduit.name.upper()}",
            )  # fmt: skip
            self._indiv.add(
                conduit, "24I", giver, transfer.day, transfer.amount, other=to, refers=Referred(to, receiver.id),
                text=f"EARMARKED FOR {receiver.name.upper()}",
            )  # fmt: skip
        if transfer.counts:
            self._truth.money("fec", "contribution", transfer.payer, receiver.id, transfer.day, transfer.amount)

    def _between(self, transfer: Transfer) -> None:
        """Money from committee to committee: the giver's row counts, the receiver's repeats it."""
        giver = self._parties.require_committee(transfer.payer, transfer.id)
        receiver = self._parties.require_committee(transfer.payee, transfer.id)
        gives, gets = ("24G", "18G") if transfer.kind == "transfer" else ("24K", "18K")
        memo, text = not transfer.counts, transfer.purpose.upper()
        candidate = self._parties.federal(receiver.id) if gives == "24K" else None
        party, number = self._party(receiver.id), receiver.fec_id or ""
        sub = self._oth.add(giver, gives, party, transfer.day, transfer.amount, other=number, memo=memo, text=text)
        if candidate is not None and candidate.fec_id:
            self._pas2.add(
                giver, gives, party, transfer.day, transfer.amount, other=number, candidate=candidate.fec_id,
                refers=Referred(candidate.fec_id, candidate.person), memo=memo, text=text, sub=sub,
            )  # fmt: skip
        self._mirror(transfer, gets, receiver, giver)
        if transfer.counts:
            self._truth.money("fec", transfer.kind, giver.id, receiver.id, transfer.day, transfer.amount)
            if candidate is not None:
                self._truth.pair("fec", transfer.kind, giver.id, candidate.person, transfer.day, transfer.amount)

    def _mirror(self, transfer: Transfer, code: str, filer: Organization, other: Organization) -> None:
        """The other side's row of a transaction between committees. A memo item has none: it is nobody's money."""
        if transfer.counts:
            day, number = _later(transfer.day, REPORTED_AFTER), other.fec_id or ""
            self._oth.add(filer, code, self._party(other.id), day, transfer.amount, other=number)

    def _refund(self, transfer: Transfer) -> None:
        """Money back: the payer is the committee that had got it."""
        filer = self._parties.require_committee(transfer.payer, transfer.id)
        other = self._parties.committee(transfer.payee)
        memo, text = not transfer.counts, transfer.purpose.upper()
        party = self._party(other.id if other else transfer.payee)
        if other is None:
            self._indiv.add(filer, "22Y", party, transfer.day, transfer.amount, memo=memo, text=text)
        else:
            number = other.fec_id or ""
            self._oth.add(filer, "22Z", party, transfer.day, transfer.amount, other=number, memo=memo, text=text)
            self._mirror(transfer, "17Z", other, filer)
        if transfer.counts:
            self._truth.money("fec", "refund", filer.id, party.entity, transfer.day, transfer.amount)

    def _independent(self, transfer: Transfer) -> None:
        """Spending for or against a candidate: the name on the row is who was paid, the number is the candidate's."""
        filer = self._parties.require_committee(transfer.payer, transfer.id)
        candidate = self._parties.federal(transfer.whom or transfer.payee)
        if candidate is None or not candidate.fec_id or transfer.support is None:
            raise ValueError(f"{transfer.id}: spending for or against whom?")
        code = "24E" if transfer.support == "S" else "24A"
        paid = None if transfer.payee in (candidate.person, candidate.committee) else transfer.payee
        party = self._party(paid) if paid else Party("", "", "", "", "", "")
        sub = None
        for rows, column in ((self._oth, None), (self._pas2, candidate.fec_id)):
            sub = rows.add(
                filer, code, party, transfer.day, transfer.amount, other=candidate.fec_id, candidate=column,
                refers=Referred(candidate.fec_id, candidate.person), memo=not transfer.counts,
                text=transfer.purpose.upper(), sub=sub,
            )  # fmt: skip
        if transfer.counts:
            self._truth.money(
                "fec", transfer.kind, filer.id, candidate.person, transfer.day, transfer.amount, transfer.support
            )

    def _party(self, who: str) -> Party:
        """A principal as the next record writes it."""
        return party_of(self._output, self._filed, who)


def party_of(output: Output, filed: Filed, who: str) -> Party:
    """A principal as the fields of a federal row have it; the name as its next record writes it."""
    person, name = output.parties.person(who), filed.listed(who).replace("|", " ")
    if person is not None:
        home = person.home
        return Party(
            person.id, "IND", name, home.city.upper(), home.state, home.postcode, person.employer.upper(),
            person.occupation.upper(),
        )  # fmt: skip
    body = output.world.organizations[who]
    kind = ENTITY_TYPES.get(body.kind, "ORG") if body.fec_id else "ORG"
    return Party(body.id, kind, name, body.place.city.upper(), body.place.state, body.place.postcode)


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()
