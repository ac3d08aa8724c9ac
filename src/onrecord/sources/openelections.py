"""OpenElections: results by precinct, as volunteers convert them from county canvasses.

Layout: https://github.com/openelections (a CSV a county and election, ``20201103__ny__general__queens__precinct.csv``).
Columns differ by year and county, so they are found by name; ``docs/formats/openelections-precincts.md``.

Two rules for party lines. A candidate's lines are added, a line whose party the county left **blank** among them: it is
a line like the others (an independent body without a code). Only where a candidate's blank line equals the sum of the
candidate's other lines in every precinct is it a total, and left out with a note.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import canvass, csv_rows
from onrecord.sources.canvass import Line
from onrecord.sources.format import RawRecord, Reading
from onrecord.vocabulary import Coverage, Quarantined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.book.ingest import Intake
    from onrecord.sources.csv_rows import CsvRow
    from onrecord.sources.opened import Opened

COLUMNS: Final = ("county", "precinct", "office", "district", "party", "candidate", "votes")
USED: Final = {*COLUMNS, "assembly_district"}
ED_AD = re.compile(r"0*(\d+)[~/]0*(\d+)", re.ASCII)


def place(county: str, precinct: str, assembly_district: str = "") -> str:
    """``Queens 001/23`` for election district 1 of assembly district 23, however that year's file writes it.

    Known spellings: ``001/23``, ``1~23``, and ``1`` beside a column ``assembly_district``. Others stay as filed.
    """
    pair = f"{precinct}/{assembly_district}" if assembly_district else precinct
    if found := ED_AD.fullmatch(pair):
        pair = f"{int(found[1]):03}/{int(found[2])}"
    return f"{county} {pair}"


def election_day(file_name: str) -> str | None:
    """The date with which a file's name begins or that stands alone in it (``20201103__ny__…``), or None."""
    for digits in re.findall(r"(?<!\d)\d{8}(?!\d)", file_name, re.ASCII):
        try:
            return date.fromisoformat(digits).isoformat()
        except ValueError:
            continue
    return None


def _line(row: CsvRow, header: list[str], day: str | None, primary: bool) -> Line | Quarantined:
    """One row by column names, or why it cannot be read."""
    # A row that spills over is split after its votes only if further columns follow them in the header.
    spills = len(row.values) > len(header)
    if len(row.values) <= header.index("votes") or (spills and header[-1] == "votes"):
        return canvass.refuse(row, f"{len(row.values)} fields where the header names {len(header)}")
    fields = {key: " ".join(value.split()) for key, value in zip(header, row.values, strict=False)}
    if not all(fields.get(key) for key in ("county", "precinct", "office", "candidate")):
        return canvass.refuse(row, "no county, precinct, office or candidate")
    votes = canvass.whole(fields["votes"])
    if votes is None:
        return canvass.refuse(row, f"votes is not a whole number: {fields['votes']!r}")
    party = fields.get("party", "")
    contest = " ".join(filter(None, (fields["office"], fields.get("district", ""))))
    contest += f", {party} primary" if primary and party else ""
    where = place(fields["county"], fields["precinct"], fields.get("assembly_district", ""))
    return Line(row.line, fields["candidate"], party, votes, where, contest, row.raw, day)


def _blank_totals(lines: Sequence[Line]) -> set[int]:
    """Rows that state a candidate's total beside the party lines: blank party, equal to their sum everywhere."""
    sums: defaultdict[tuple[str, str], Counter[tuple[str, bool]]] = defaultdict(Counter)
    blank: defaultdict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        key = (line.name, line.contest)
        sums[key][line.place, bool(line.party)] += line.votes
        if not line.party:
            blank[key].append(line)
    return {line.n for key, own in blank.items() if _is_total(sums[key], own) for line in own}


def _is_total(sums: Counter[tuple[str, bool]], blank: list[Line]) -> bool:
    places = {where for where, _ in sums}
    return (
        len(blank) == len(places)
        and any(sums[where, True] for where in places)
        and all(sums[where, False] == sums[where, True] for where in places)
    )


class Precincts:
    """Results by precinct, one county and election a file."""

    name: ClassVar[str] = "openelections-precincts"
    title: ClassVar[str] = "OpenElections results by precinct"
    publisher: ClassVar[str] = "OpenElections, from the county board of elections"
    official: ClassVar[str] = "https://github.com/openelections"

    def recognizes(self, opened: Opened) -> bool:
        """The columns that every year has."""
        return set(COLUMNS) <= set(csv_rows.header_of(opened))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Each row becomes one measure: a candidate's votes on one line, an answer's, or a counter's ballots."""
        csv_rows.require(opened, COLUMNS)
        header = csv_rows.header_of(opened)
        day, primary = election_day(opened.name), "primary" in opened.name.casefold()
        rows = [(row, _line(row, header, day, primary)) for row in csv_rows.records(opened.text)]
        refused = [line for _, line in rows if isinstance(line, Quarantined)]
        lines, repeats = canvass.without_repeats(line for _, line in rows if isinstance(line, Line))
        totals = _blank_totals([line for line in lines if line.is_named])
        kept = [line for line in lines if line.n not in totals]
        canvass.write(intake, kept, [*refused, *repeats])
        spilled = sum(len(row.values) > len(header) for row, line in rows if isinstance(line, Line))
        return Reading(len(rows), _coverage(kept, day), _notes(header, spilled, len(totals)))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The row on ``line 17``."""
        return csv_rows.find(opened, lambda row, _: where == f"line {row.line}")


def _coverage(lines: Sequence[Line], day: str | None) -> Coverage:
    counties = ", ".join(sorted({line.place.rpartition(" ")[0] for line in lines})) or "no county"
    places, contests = len({line.place for line in lines}), len({line.contest for line in lines})
    covers = f"{counties}: {contests} contests in {places:,} precincts; whether all are there cannot be told"
    return Coverage(covers, day, day)


def _notes(header: list[str], spilled: int, totals: int) -> tuple[str, ...]:
    notes = []
    if unused := [name for name in header if name not in USED]:
        notes.append(f"columns not used: {', '.join(unused)}")
    if spilled:
        notes.append(
            f"{spilled:,} rows have more fields than the header names; the spill is after votes, which are read"
        )
    if totals:
        notes.append(f"{totals:,} lines without a party left out: they total the candidate's other lines")
    return tuple(notes)
