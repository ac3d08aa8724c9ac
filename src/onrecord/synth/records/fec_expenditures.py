"""Federal operating expenditures of a made-up world (oppexp): what committees paid.

What does not count is a memo item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.synth.records.fec_transactions import REPORTS, party_of
from onrecord.synth.records.names import Filed

if TYPE_CHECKING:
    from onrecord.synth.records.output import Output

FILE: Final = "records/fec/oppexp.txt"


def write(output: Output) -> None:
    """Write oppexp.txt, with the empty 26th field that the agency's file has."""
    lines, filed, truth = output.lines(FILE), Filed(output.world), output.truth
    known: set[str] = set()
    payments = [t for t in output.world.transfers if t.register == "fec" and t.kind == "payment"]
    for n, payment in enumerate(payments, 1):
        payer = output.parties.require_committee(payment.payer, payment.id)
        payee, day, sub = party_of(output, filed, payment.payee), payment.day, f"499004{n:013d}"
        memo = "" if payment.counts else "X"
        lines.add(
            f"{payer.fec_id}|N|{day[:4]}|{REPORTS[int(day[5:7])]}|{day[:4]}{n:014d}|17|F3|SB|{payee.name}|{payee.city}|"
            f"{payee.state}|{payee.postcode}|{day[5:7]}/{day[8:10]}/{day[:4]}|{payment.amount}|G|"
            f"{payment.purpose.upper()}|001|Administrative/Salary/Overhead Expenses |{memo}||{payee.kind}|{sub}|"
            f"1990004|SB17.{n}||"
        )
        locator = f"SUB_ID={sub}"
        truth.mention(FILE, locator, "payee", payee.name, payee.entity)
        if payer.id not in known:
            known.add(payer.id)
            truth.numbered(FILE, locator, "committee", payer.fec_id or "", payer.id)
        if payment.counts:
            truth.money("fec", "payment", payer.id, payee.entity, day, payment.amount)
    output.done(lines, "fec-oppexp")
