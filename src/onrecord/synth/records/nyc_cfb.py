"""City contributions of a made-up world, in the 52 columns of the New York City Campaign Finance Board's export.

A refund is a row of its own, negative as filed. What does not count is filed under an adjustment type that the Board's
key leaves out of its totals. A recipient who is no candidate is an independent spender.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.sources.nyc_cfb import CUT
from onrecord.synth.lines import quoted
from onrecord.synth.noise import filed_person
from onrecord.synth.records.names import Filed, listed

if TYPE_CHECKING:
    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Place, Transfer

FILE: Final = "records/nyc-cfb/contributions.csv"
HEAD: Final = (
    "ELECTION,OFFICECD,RECIPID,CANCLASS,RECIPNAME,COMMITTEE,FILING,SCHEDULE,PAGENO,SEQUENCENO,REFNO,DATE,REFUNDDATE,"
    "NAME,C_CODE,STRNO,STRNAME,APARTMENT,BOROUGHCD,CITY,STATE,ZIP,OCCUPATION,EMPNAME,EMPSTRNO,EMPSTRNAME,EMPCITY,"
    "EMPSTATE,AMNT,MATCHAMNT,PREVAMNT,PAY_METHOD,INTERMNO,INTERMNAME,INTSTRNO,INTSTRNM,INTAPTNO,INTCITY,INTST,INTZIP,"
    "INTEMPNAME,INTEMPSTNO,INTEMPSTNM,INTEMPCITY,INTEMPST,INTOCCUPA,PURPOSECD,EXEMPTCD,ADJTYPECD,RR_IND,SEG_IND,"
    "INT_C_CODE"
)
OFFICES: Final = (
    ("public advocate", "2"), ("comptroller", "3"), ("borough president", "4"), ("council", "5"), ("mayor", "1"),
)  # fmt: skip
CODES: Final = {
    "union": "EMPO", "company": "CORP", "pac": "PCOMP", "super_pac": "PCOMP", "party": "PCOMZ", "campaign": "PCOMC",
}  # fmt: skip
SCHEDULES: Final = {
    (False, "contribution", True): ("ABC", ""), (False, "contribution", False): ("K", "5"),
    (False, "transfer", True): ("G", "1"), (False, "transfer", False): ("G", "5"),
    (False, "refund", True): ("M", "2"), (False, "refund", False): ("M", "5"),
    (True, "contribution", True): ("ICONT", ""), (True, "refund", True): ("IREF", ""),
}  # fmt: skip
"""Schedule and adjustment type: whether the recipient is an independent spender, the kind, whether it counts."""
RETURNED_AFTER: Final = timedelta(days=19)


class Recipient(NamedTuple):
    """Who got the money: the entity, and the row's fields that are the same whoever gave."""

    entity: str
    name: str
    fields: str
    number: str
    key: str
    independent: bool


class Giver(NamedTuple):
    """Who gave, as the row's fields have it."""

    entity: str
    name: str
    code: str
    place: Place
    employer: str = ""
    occupation: str = ""


def write(output: Output) -> None:
    """Write contributions.csv: principals first, then the ordinary donors."""
    export = _Export(output)
    for transfer in output.world.transfers:
        if transfer.register == "nyc-cfb":
            export.transfer(transfer)
    export.gifts()
    output.done(export.lines, "nyc-cfb-contributions")


class _Export:
    def __init__(self, output: Output) -> None:
        self.lines = output.lines(FILE, HEAD, "\r\n")
        self._output, self._truth, self._filed = output, output.truth, Filed(output.world)
        self._recipients: dict[str, Recipient] = {}
        self._known: set[str] = set()

    def transfer(self, transfer: Transfer) -> None:
        """Money between principals; a refund runs from the recipient to the contributor."""
        back = transfer.kind == "refund"
        recipient = self._recipient(transfer.payer if back else transfer.payee)
        giver = self._principal(transfer.payee if back else transfer.payer)
        filed = SCHEDULES.get((recipient.independent, transfer.kind, transfer.counts))
        if filed is None:
            raise ValueError(f"{transfer.id}: the export has no schedule for this {transfer.kind}")
        through = self._principal(transfer.earmark) if transfer.earmark else None
        self._row(recipient, giver, filed, transfer.day, transfer.amount, back=back, through=through)
        if transfer.counts:
            sides = (recipient.entity, giver.entity) if back else (giver.entity, recipient.entity)
            self._truth.money("nyc-cfb", transfer.kind, *sides, transfer.day, transfer.amount)

    def gifts(self) -> None:
        """What ordinary donors gave, and what they got back."""
        truth, word = self._truth, "contribution"
        for gift in self._output.world.gifts("nyc-cfb"):
            donor, recipient = gift.donor, self._recipient(gift.payee)
            giver = Giver(
                donor.id, filed_person(donor, gift.n, upper=False), "IND", donor.home, donor.employer, donor.occupation
            )
            filed = SCHEDULES[recipient.independent, word, True]
            self._row(recipient, giver, filed, gift.day, gift.amount)
            truth.donor(donor)
            truth.received("nyc-cfb", word, recipient.entity, gift.day, gift.amount)
            if gift.refunded:
                day = (date.fromisoformat(gift.day) + RETURNED_AFTER).isoformat()
                filed = SCHEDULES[recipient.independent, "refund", True]
                self._row(recipient, giver, filed, day, gift.amount, back=True)
                truth.returned("nyc-cfb", recipient.entity, day, gift.amount)

    def _row(
        self,
        recipient: Recipient,
        giver: Giver,
        filed: tuple[str, str],
        day: str,
        amount: int,
        *,
        back: bool = False,
        through: Giver | None = None,
    ) -> None:
        n, (schedule, adjustment) = self.lines.count + 1, filed
        shown = f"{int(day[5:7])}/{int(day[8:10])}/{day[:4]}"
        place, sign = giver.place, "-" if back else ""
        between = _through(through) if through else "," * 13
        self.lines.add(
            f"{recipient.fields},6,{schedule},,,R{n:08d},{shown},{shown if back else ''},{quoted(giver.name)},"
            f"{giver.code},,,,,{quoted(place.city)},{place.state},{place.postcode},{quoted(giver.occupation[:CUT])},"
            f"{quoted(giver.employer[:CUT])},,,,,{sign}{amount}.00,0.00,0.00,{0 if back else 4},{between},,,"
            f"{adjustment},N,N,{through.code if through else ''}"
        )
        locator = f"REFNO={recipient.key}/R{n:08d}"
        self._truth.mention(FILE, locator, "contributor", giver.name, giver.entity)
        if recipient.number not in self._known:
            self._known.add(recipient.number)
            role = "independent_spender" if recipient.independent else "candidate"
            self._truth.mention(FILE, locator, role, recipient.name, recipient.entity)
        if through is not None:
            self._truth.mention(FILE, locator, "intermediary", through.name, through.entity)

    def _recipient(self, who: str) -> Recipient:
        """The candidate whom a payee's id means, or else an independent spender."""
        if who not in self._recipients:
            self._recipients[who] = self._candidate(who) or self._independent(who)
        return self._recipients[who]

    def _candidate(self, who: str) -> Recipient | None:
        candidate = self._output.parties.city(who)
        if candidate is None:
            return None
        contest = self._output.parties.contests[candidate.contest]
        person = self._output.world.people[candidate.person]
        office = next((code for word, code in OFFICES if word in contest.office.casefold()), "6")
        name = listed(person)
        fields = f"{contest.year},{office},{candidate.cfb_id},P,{quoted(name)},H"
        number = candidate.cfb_id or ""
        return Recipient(person.id, name, fields, number, f"{contest.year}/{number}", independent=False)

    def _independent(self, who: str) -> Recipient:
        body = self._output.world.organizations[who]
        year, number = max(self._output.world.years), f"Z{list(self._output.world.organizations).index(who) + 1:05d}"
        fields = f"{year},IS,{number},,{quoted(body.name)},"
        return Recipient(body.id, body.name, fields, number, f"{year}/{number}", independent=True)

    def _principal(self, who: str) -> Giver:
        """A principal as the next row writes it: an organization's name is cut where the export cuts it."""
        person, name = self._output.parties.person(who), self._filed.listed(who, upper=False)
        if person is not None:
            return Giver(person.id, name, "IND", person.home, person.employer, person.occupation)
        body = self._output.world.organizations[who]
        return Giver(body.id, name[:CUT].strip(), CODES.get(body.kind, "OTHR"), body.place)


def _through(giver: Giver) -> str:
    """The columns INTERMNO to INTOCCUPA."""
    city, state, code = quoted(giver.place.city), giver.place.state, giver.place.postcode
    return (
        f"1,{quoted(giver.name)},,,,{city},{state},{code},{quoted(giver.employer[:CUT])},,,,,"
        f"{quoted(giver.occupation[:CUT])}"
    )
