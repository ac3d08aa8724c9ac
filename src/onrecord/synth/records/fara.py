"""The foreign agents register of a made-up world: registrants, and the principals that they speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.sources.fara import PRINCIPAL, REGISTRANT
from onrecord.synth.lines import quoted
from onrecord.synth.records.names import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Place, Registration

REGISTRANTS: Final = "records/fara/registrants.csv"
PRINCIPALS: Final = "records/fara/principals.csv"
REGISTER: Final = ("fara-register", "Foreign Agents Registration Act register")
"""The register itself, which the book mentions once: its entity and its name."""


def write(output: Output) -> None:
    """Write registrants.csv and principals.csv: one registrant a number, one principal a registration."""
    by_number: dict[str, list[Registration]] = {}
    for registration in output.world.registrations:
        by_number.setdefault(registration.number, []).append(registration)
    first = min((row.first_day for row in output.world.registrations), default=output.years[0])
    days = (min(first, output.years[0]), output.years[1])
    _registrants(output, by_number, days)
    _principals(output, by_number, days)


def _registrants(output: Output, by_number: dict[str, list[Registration]], days: tuple[str, str]) -> None:
    lines, truth = output.lines(REGISTRANTS, _head(REGISTRANT), "\r\n"), output.truth
    for number, rows in by_number.items():
        name, home = _agent(output, rows[0].registrant)
        ends = [row.last_day for row in rows]
        last = None if None in ends else max(day for day in ends if day)
        values = {
            "Registration_Number": number, "Registration_Date": _day(min(row.first_day for row in rows)),
            "Termination_Date": _day(last), "Name": name, "Address_1": home.street, "City": home.city,
            "State": home.state, "Zip": home.postcode,
        }  # fmt: skip
        lines.add(_record(REGISTRANT, values))
        truth.mention(REGISTRANTS, f"Registration_Number={number}", "registrant", name, rows[0].registrant)
    if by_number:
        truth.entity(REGISTER[0], "LegalEntity", REGISTER[1], "register")
        truth.mention(REGISTRANTS, "line 1", "register", REGISTER[1], REGISTER[0])
    output.done(lines, "fara-registrants", days)


def _principals(output: Output, by_number: dict[str, list[Registration]], days: tuple[str, str]) -> None:
    lines, truth = output.lines(PRINCIPALS, _head(PRINCIPAL), "\r\n"), output.truth
    for number, rows in by_number.items():
        agent, _ = _agent(output, rows[0].registrant)
        since = _day(min(row.first_day for row in rows))
        for k, row in enumerate(rows):
            who, name = output.parties.named(row.principal)
            body = output.parties.organization(who)
            street, city = (body.place.street, body.place.city) if body else ("", "")
            values = {
                "Foreign_Principal_Termination_Date": _day(row.last_day), "Foreign_Principal": name,
                "Foreign_Principal_Registration_Date": _day(row.first_day),
                "Country/Location_Represented": row.country.upper(), "Registration_Number": number,
                "Registrant_Date": since, "Registrant_Name": agent, "Address_1": street, "City": city,
            }  # fmt: skip
            lines.add(_record(PRINCIPAL, values))
            if body is None:
                truth.entity(who, "LegalEntity", name, "foreign_body")
            locator = f"line {lines.count + 1}"
            truth.mention(PRINCIPALS, locator, "principal", name, who)
            if k == 0:
                truth.mention(PRINCIPALS, locator, "registrant", agent, row.registrant)
    output.done(lines, "fara-principals", days)


def _agent(output: Output, who: str) -> tuple[str, Place]:
    """Name and address of a registrant; a person is listed by family name."""
    person = output.parties.person(who)
    if person is not None:
        return listed(person), person.home
    body = output.world.organizations[who]
    return body.name, body.place


def _day(day: str | None) -> str:
    return f"{day[5:7]}/{day[8:10]}/{day[:4]}" if day else ""


def _head(columns: Sequence[str]) -> str:
    return ",".join(quoted(name) for name in columns)


def _record(columns: Sequence[str], values: Mapping[str, str]) -> str:
    return ",".join(quoted(values.get(name, "")) for name in columns)
