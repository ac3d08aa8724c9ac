"""New York City Board of Elections: unofficial results by election district, in long form.

The board publishes them as web pages (https://enr.boenyc.gov) from election night on; this is the layout into which
those pages are commonly scraped, one row per district and candidate. ``docs/formats/nyc-election-districts.md``.

Beside the districts the pages show one set of rows per assembly district, ``Total``: stored, every sum would double.
They are counted, compared with their districts, and left out.

The city's primaries are ranked, and the district pages show **first choices** only: where the whole file is of one
party, the election is a primary and the metric is ``votes_first_choice``; else it is ``votes``. The count is
preliminary: ``as_of`` is the day on which the page was read, and the day of the election is not in the file.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import canvass, csv_rows
from onrecord.sources.canvass import Line
from onrecord.sources.format import RawRecord, Reading
from onrecord.vocabulary import Coverage, Quarantined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.book.ingest import Intake
    from onrecord.sources.csv_rows import CsvRow
    from onrecord.sources.opened import Opened

COLUMNS: Final = ("ED_num", "reported", "candidate", "party", "votes", "AD_num", "scrape_time")
TOTAL: Final = "Total"


def _line(row: CsvRow, header: list[str]) -> Line | Quarantined:
    """One row, or why it cannot be read."""
    if len(row.values) != len(header):
        return canvass.refuse(row, f"{len(row.values)} fields where the header names {len(header)}")
    fields = {key: " ".join(value.replace("&nbsp", " ").split()) for key, value in zip(header, row.values, strict=True)}
    district, assembly, name = fields["ED_num"], fields["AD_num"], fields["candidate"]
    if not (district and assembly and name):
        return canvass.refuse(row, "no district or no candidate")
    votes = canvass.whole(fields["votes"])
    if votes is None:
        return canvass.refuse(row, f"votes is not a whole number: {fields['votes']!r}")
    party, day = fields["party"].strip("(); "), fields["scrape_time"][:10] or None
    return Line(row.line, name, party, votes, f"{assembly} / {district}", "", row.raw, as_of=day)


def _is_total(line: Line) -> bool:
    return line.place.endswith(f" / {TOTAL}")


def _assembly_sums(lines: Iterable[Line]) -> Counter[tuple[str, str, str]]:
    sums: Counter[tuple[str, str, str]] = Counter()
    for line in lines:
        sums[line.place.partition(" / ")[0], line.name, line.party] += line.votes
    return sums


def _disagreements(districts: list[Line], totals: list[Line]) -> list[str]:
    """Where a ``Total`` differs from the sum of its districts, one line each."""
    added, stated = _assembly_sums(districts), _assembly_sums(totals)
    # A Counter gives 0 for a missing key, and a candidate without votes is no disagreement.
    return [
        f"{assembly}, {name}: 'Total' says {stated[key]:,}, its districts add up to {added[key]:,}"
        for key in {**added, **stated}
        for assembly, name, _ in [key]
        if added[key] != stated[key]
    ]


def _contest(lines: list[Line], file_name: str) -> tuple[str, str]:
    """What was voted on, as far as file and file name say, and the metric that a candidate's figure counts."""
    parties = sorted({line.party for line in lines if line.party})
    office = canvass.office_in(file_name)
    year = next((line.as_of[:4] for line in lines if line.as_of), None)
    kind, metric = (f"{parties[0]} primary", "votes_first_choice") if len(parties) == 1 else ("election", "votes")
    return "".join([kind, f" for {office}" if office else "", f", {year}" if year else ""]), metric


class ElectionDistricts:
    """City results by election district."""

    name: ClassVar[str] = "nyc-election-districts"
    title: ClassVar[str] = "New York City results by election district"
    publisher: ClassVar[str] = "New York City Board of Elections"
    official: ClassVar[str] = "https://enr.boenyc.gov"

    def recognizes(self, opened: Opened) -> bool:
        """The seven columns of the long layout."""
        return set(COLUMNS) <= set(csv_rows.header_of(opened))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Each district's row becomes a measure, a zero too; ``Total`` rows are compared and left out."""
        csv_rows.require(opened, COLUMNS)
        header = csv_rows.header_of(opened)
        rows = [_line(row, header) for row in csv_rows.records(opened.text)]
        refused = [row for row in rows if isinstance(row, Quarantined)]
        unique, repeats = canvass.without_repeats(row for row in rows if isinstance(row, Line))
        totals = [line for line in unique if _is_total(line)]
        contest, metric = _contest(unique, opened.name)
        lines = [_in_contest(line, contest) for line in unique if not _is_total(line)]
        canvass.write(intake, lines, [*refused, *repeats], metric)
        differing = _disagreements(lines, totals) if totals else []
        coverage = _coverage(contest, lines, whole=bool(totals) and not differing)
        return Reading(len(rows), coverage, _notes(len(totals), differing))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The row on ``line 17``."""
        return csv_rows.find(opened, lambda row, _: where == f"line {row.line}")


def _in_contest(line: Line, contest: str) -> Line:
    return Line(line.n, line.name, line.party, line.votes, line.place, contest, line.raw, None, line.as_of)


def _coverage(contest: str, lines: list[Line], whole: bool) -> Coverage:
    """Complete for its contest, as of the day of the scrape, where every assembly district's total agrees."""
    days = sorted({line.as_of for line in lines if line.as_of})
    places = len({line.place for line in lines})
    covers = f"{contest}: {places:,} election districts, preliminary count"
    first, last = (days[0], days[-1]) if days else (None, None)
    return Coverage(covers, first, last, complete=whole)


def _notes(totals: int, differing: list[str]) -> tuple[str, ...]:
    if not totals:
        return ("no 'Total' rows: whether every district is there cannot be told",)
    verdict = f"{len(differing)} differ from their districts" if differing else "all equal the sum of their districts"
    return (f"{totals:,} 'Total' rows left out, which repeat their districts; {verdict}", *differing[:5])
