"""The federal masters of a made-up world: committees (cm), candidates (cn), and which committee is whose (ccl)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.synth.records.names import Filed, listed

if TYPE_CHECKING:
    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Candidate, Organization

TYPES: Final = {"party": "Y", "pac": "Q", "super_pac": "O"}
"""CMTE_TP by kind; a campaign's is its candidate's office."""
CONNECTED: Final = {"union": "L", "company": "C", "trade_body": "T"}
"""ORG_TP by the kind of the organization behind a committee; a membership organization is the rest."""


def write(output: Output) -> None:
    """Write cm.txt, cn.txt and ccl.txt."""
    _committees(output)
    _candidates(output)
    _linkages(output)


def kind_of_committee(body: Organization, candidate: Candidate | None) -> tuple[str, str]:
    """Type and designation of a committee: a campaign is the principal committee (P) of its candidate."""
    if candidate is not None and candidate.fec_id:
        return candidate.fec_id[0], "P"
    return TYPES.get(body.kind, "N"), "U"


def _committees(output: Output) -> None:
    file, parties, truth = "records/fec/cm.txt", output.parties, output.truth
    lines, filed = output.lines(file), Filed(output.world)
    known: set[str] = set()
    for body in parties.federal_committees():
        candidate = parties.federal(body.id)
        kind, designation = kind_of_committee(body, candidate)
        treasurer, parent = parties.treasurer(body), parties.organization(body.parent or "")
        behind = CONNECTED.get(parent.kind, "M") if parent else ""
        keeper = filed.listed(treasurer) if treasurer else ""
        name, sponsor = body.name.upper(), parent.name.upper() if parent else ""
        home, number = body.place, candidate.fec_id if candidate else None
        party = parties.party_code(candidate.party) if candidate else ""
        lines.add(
            f"{body.fec_id}|{name}|{keeper}|{home.street.upper()}||{home.city.upper()}|{home.state}|{home.postcode}|"
            f"{designation}|{kind}|{party}|Q|{behind}|{sponsor}|{number or ''}"
        )
        locator = f"CMTE_ID={body.fec_id}"
        truth.mention(file, locator, "committee", name, body.id)
        if treasurer:
            truth.mention(file, locator, "treasurer", keeper, treasurer)
        if parent:
            truth.mention(file, locator, "connected_organization", sponsor, parent.id)
        if candidate and number and number not in known:
            known.add(number)
            truth.numbered(file, locator, "candidate", number, candidate.person)
    output.done(lines, "fec-cm")


def _candidates(output: Output) -> None:
    file, parties, truth = "records/fec/cn.txt", output.parties, output.truth
    lines = output.lines(file)
    known: set[str] = set()
    for candidate in _federal(output):
        number, person = candidate.fec_id or "", output.world.people[candidate.person]
        committee = parties.organization(candidate.committee)
        principal = (committee.fec_id if committee else None) or ""
        name, home, (state, district) = listed(person).upper(), person.home, _seat(number)
        lines.add(
            f"{number}|{name}|{parties.party_code(candidate.party)}|{parties.contests[candidate.contest].year}|{state}|"
            f"{number[0]}|{district}|O|C|{principal}|{home.street.upper()}||{home.city.upper()}|{home.state}|"
            f"{home.postcode}"
        )
        truth.mention(file, f"CAND_ID={number}", "candidate", name, person.id)
        if principal and principal not in known:
            known.add(principal)
            truth.numbered(file, f"CAND_ID={number}", "committee", principal, candidate.committee)
    output.done(lines, "fec-cn")


def _linkages(output: Output) -> None:
    file, parties, truth = "records/fec/ccl.txt", output.parties, output.truth
    lines = output.lines(file)
    known: set[str] = set()
    for n, candidate in enumerate(_federal(output), 1):
        committee = parties.organization(candidate.committee)
        if committee is None or not committee.fec_id:
            continue
        kind, designation = kind_of_committee(committee, candidate)
        year = parties.contests[candidate.contest].year
        lines.add(f"{candidate.fec_id}|{year}|{year + year % 2}|{committee.fec_id}|{kind}|{designation}|{990_000 + n}")
        sides = ((candidate.fec_id, "candidate", candidate.person), (committee.fec_id, "committee", committee.id))
        for number, role, entity in sides:
            if number and number not in known:
                known.add(number)
                truth.numbered(file, f"LINKAGE_ID={990_000 + n}", role, number, entity)
    output.done(lines, "fec-ccl")


def _federal(output: Output) -> list[Candidate]:
    """Every federal candidate, once a number: who stands again keeps it."""
    return list({candidate.fec_id: candidate for candidate in output.world.candidates if candidate.fec_id}.values())


def _seat(number: str) -> tuple[str, str]:
    """State and district that a candidate's number holds (H4ZZ01017: ZZ, 01); a president's is US, 00."""
    if number[0] == "P":
        return "US", "00"
    district = number[4:6]
    return number[2:4], district if number[0] == "H" and district.isdigit() else "00"
