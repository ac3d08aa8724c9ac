"""Foreign Agents Registration Act (FARA): the Justice Department's bulk CSV of registrants and foreign principals.

Official layout: https://efile.fara.gov (bulk data), ``FARA_All_Registrants`` and ``FARA_All_ForeignPrincipals``; the
columns are written with spaces or with underscores, by year. ``docs/formats/fara.md`` says how a row becomes a record.

The bulk files list every registration since 1942. A small file of the same layout cannot be told from a cut one, so a
file speaks for the whole register only from ``WHOLE_REGISTER`` records on, unless a person says that it is complete.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import csv_rows
from onrecord.sources.format import RawRecord, Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.book.ingest import Intake
    from onrecord.sources.csv_rows import CsvRow
    from onrecord.sources.opened import Opened
    from onrecord.vocabulary import Column

WHOLE_REGISTER: Final = 5_000
"""Records from which on a file is taken for the whole register (it held 6,718 registrants in August 2023)."""

REGISTRANT: Final = (
    "Registration_Number", "Registration_Date", "Termination_Date", "Name", "Business_Name", "Address_1", "Address_2",
    "City", "State", "Zip",
)  # fmt: skip
PRINCIPAL: Final = (
    "Foreign_Principal_Termination_Date", "Foreign_Principal", "Foreign_Principal_Registration_Date",
    "Country/Location_Represented", "Registration_Number", "Registrant_Date", "Registrant_Name", "Address_1",
    "Address_2", "City", "State", "Zip",
)  # fmt: skip
REGISTRANT_NAMES: Final = {"name": "Name", "from": "Registration_Date", "to": "Termination_Date"}
PRINCIPAL_NAMES: Final = {
    "name": "Foreign_Principal", "from": "Foreign_Principal_Registration_Date",
    "to": "Foreign_Principal_Termination_Date",
}  # fmt: skip
RAW: Final[dict[str, Column]] = {
    "n": "int64", "locator": "string", "number": "string", "name": "string", "business": "string", "address": "string",
    "city": "string", "state": "string", "zip": "string", "registrant": "string", "country": "string",
    "date_from": "string", "date_to": "string", "again": "boolean", "reason": "string", "raw": "string",
}  # fmt: skip
REGISTER_MENTION: Final = """
SELECT {base} AS mention_id, 'line 1' AS locator, 'register' AS role, 'LegalEntity' AS schema,
       'Foreign Agents Registration Act register' AS name, 'fara:register' AS registry_id
"""
REGISTRANT_MENTIONS: Final = """
SELECT {base} + n * 16 AS mention_id, locator, 'registrant' AS role, 'LegalEntity' AS schema, name, address, city,
       state, zip AS postcode, 'fara:' || number AS registry_id, business AS detail FROM good
"""
REGISTRATIONS: Final = """
SELECT {base} + n * 16 AS link_id, locator, 'registration' AS kind, {base} + n * 16 AS subject_mention,
       {base} AS object_mention, date_from, date_to FROM good
"""
PRINCIPAL_MENTIONS: Final = """
SELECT {base} + n * 16 AS mention_id, locator, 'principal' AS role, 'LegalEntity' AS schema, name, address, city, state,
       country, zip AS postcode FROM good
"""
NUMBERS: Final = "SELECT number, min(n) AS first FROM good GROUP BY number"
AGENT_MENTIONS: Final = """
SELECT {base} + good.n * 16 + 1 AS mention_id, locator, 'registrant' AS role, 'LegalEntity' AS schema,
       registrant AS name, 'fara:' || good.number AS registry_id
FROM good JOIN numbers ON good.n = numbers.first
"""
REPRESENTATIONS: Final = """
SELECT {base} + good.n * 16 AS link_id, locator, 'representation' AS kind,
       {base} + numbers.first * 16 + 1 AS subject_mention, {base} + good.n * 16 AS object_mention, date_from, date_to,
       country AS purpose, NOT again AS netted
FROM good JOIN numbers ON good.number = numbers.number
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One record, mended: its fields by column name (values on one line), and why it cannot be read, if it cannot."""

    line: int
    fields: dict[str, str]
    raw: str
    reason: str | None = None


def repaired(text: str) -> str:
    """C1 control characters are Windows-1252 punctuation that was read as Latin-1 upstream: give them back."""
    return re.sub("[\x80-\x9f]", lambda c: c[0].encode("latin-1").decode("cp1252", "ignore") or c[0], text)


def rejoined(values: list[str], width: int) -> list[str] | None:
    """The values of a record that stray quotes split into more than ``width`` fields, or None if that is unclear.

    A value is split at ``, ``, so a split-off field begins with a space. The quotation marks that caused the split are
    left over in the rejoined value, unbalanced, and are dropped from it.
    """
    split_off = [value.startswith(" ") and i > 0 for i, value in enumerate(values)]
    if len(values) - sum(split_off) != width:
        return values if len(values) == width else None
    if len(values) == width:
        return values
    joined: list[str] = []
    for value, is_rest in zip(values, split_off, strict=True):
        if is_rest:
            joined[-1] = f"{joined[-1]},{value}".replace('"', "")
        else:
            joined.append(value)
    return joined


def iso(text: str) -> str | None:
    """``MM/DD/YYYY`` as an ISO date; None for a blank; ValueError for anything else."""
    return datetime.strptime(text, "%m/%d/%Y").date().isoformat() if text else None  # noqa: DTZ007


def _header(opened: Opened) -> list[str]:
    return [name.replace(" ", "_") for name in csv_rows.header_of(opened)]


def _rows(opened: Opened, columns: tuple[str, ...]) -> Iterator[Row]:
    header = _header(opened)
    for row in csv_rows.records(opened.text):
        yield _row(row, header, columns)


def _row(row: CsvRow, header: list[str], columns: tuple[str, ...]) -> Row:
    values = rejoined([repaired(value) for value in row.values], len(header))
    if values is None:
        fields = dict(zip(header, row.values, strict=False))
        return Row(row.line, fields, row.raw, f"{len(row.values)} fields where the header names {len(header)}")
    fields = dict(zip(header, (" ".join(value.split()) for value in values), strict=True))
    return Row(row.line, fields, row.raw, _reason(fields, columns))


def _reason(fields: dict[str, str], columns: tuple[str, ...]) -> str | None:
    """Why a record cannot be read: its number must be one, what it is about must be named, a date must be one."""
    if not fields["Registration_Number"].isdigit():
        return f"the registration number is not a number: {fields['Registration_Number']!r}"
    who = "Foreign_Principal" if columns is PRINCIPAL else "Name"
    if not fields[who]:
        return f"{who} is blank"
    wrong = next((name for name in columns if name.endswith("_Date") and not _is_date(fields[name])), None)
    return f"{wrong} is not a date: {fields[wrong]!r}" if wrong else None


def _is_date(text: str) -> bool:
    try:
        iso(text)
    except ValueError:
        return False
    return True


def _prepare(intake: Intake, values: list[list[object]]) -> None:
    intake.rows(values, RAW)
    intake.quarantine("SELECT locator, reason, raw FROM raw WHERE reason IS NOT NULL")
    intake.derive("good", "SELECT * FROM raw WHERE reason IS NULL")


def _values(row: Row, locator: str, names: dict[str, str], again: bool = False) -> list[object]:
    """One row in the order of ``RAW``; ``names`` gives the columns that the two files call differently."""

    def get(key: str) -> str | None:
        return row.fields.get(names.get(key, key)) or None

    address = ", ".join(filter(None, (get("Address_1"), get("Address_2"))))
    dates = [None, None] if row.reason else [iso(get("from") or ""), iso(get("to") or "")]
    return [
        row.line, locator, get("Registration_Number"), get("name"), get("Business_Name"), address or None, get("City"),
        get("State"), get("Zip"), get("Registrant_Name"), get("Country/Location_Represented"), *dates, again,
        row.reason, row.raw,
    ]  # fmt: skip


def _coverage(intake: Intake, covers: str, rows: int) -> Coverage:
    """What the file covers: to the last registration in it, since a termination (and a slip) may be dated ahead."""
    today = datetime.now(UTC).date().isoformat()
    complete = rows >= WHOLE_REGISTER
    first = intake.value("SELECT min(date_from) FROM good")
    last = intake.value(f"SELECT max(date_from) FROM good WHERE date_from <= '{today}'")
    note = (
        "since 1942, as of the copy" if complete else f"as of the copy; {rows:,} records may be a part of the register"
    )
    return Coverage(f"{covers}, {note}", "1942" if complete else first, last, complete)


def _keyed(opened: Opened) -> Iterator[tuple[str, Row]]:
    """Registrants with their locators; the second record under one number is ``…=9003/2``."""
    seen: Counter[str] = Counter()
    for row in _rows(opened, REGISTRANT):
        number = row.fields.get("Registration_Number", "")
        seen[number] += 1
        again = f"/{seen[number]}" if seen[number] > 1 else ""
        yield (f"Registration_Number={number}{again}" if number.isdigit() else f"line {row.line}"), row


def _raw_record(row: Row) -> RawRecord:
    return RawRecord(tuple(row.fields.items()), row.raw)


def _register_itself(opened: Opened, where: str) -> RawRecord | None:
    """The register's own mention stands on the header line."""
    return (
        RawRecord(tuple((name, "") for name in csv_rows.header_of(opened)), opened.first_line)
        if where == "line 1"
        else None
    )


class Registrants:
    """Every agent registered under the act, with the dates of its registration."""

    name: ClassVar[str] = "fara-registrants"
    title: ClassVar[str] = "Foreign Agents Registration Act: registrants"
    publisher: ClassVar[str] = "U.S. Department of Justice"
    official: ClassVar[str] = "https://efile.fara.gov/ords/fara/f?p=API:BULKDATA"

    def recognizes(self, opened: Opened) -> bool:
        """The bulk file's ten columns, spaced or underscored."""
        return set(REGISTRANT) <= set(_header(opened))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Each record is one registrant and one registration."""
        rows = list(_keyed(opened))
        _prepare(intake, [_values(row, locator, REGISTRANT_NAMES) for locator, row in rows])
        intake.insert("mention", REGISTER_MENTION)
        intake.insert("mention", REGISTRANT_MENTIONS)
        intake.insert("link", REGISTRATIONS)
        twice = sum("/" in locator for locator, _ in rows)
        notes = (f"{twice} records repeat an earlier registration number; each is kept",) if twice else ()
        return Reading(len(rows), _coverage(intake, "agents registered under the act", len(rows)), notes)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The record ``Registration_Number=6653`` (its second: ``…/2``) or ``line 17``."""
        for locator, row in _keyed(opened):
            if where in (locator, f"line {row.line}"):
                return _raw_record(row)
        return _register_itself(opened, where)


class ForeignPrincipals:
    """Every foreign principal that a registrant represents or represented."""

    name: ClassVar[str] = "fara-principals"
    title: ClassVar[str] = "Foreign Agents Registration Act: foreign principals"
    publisher: ClassVar[str] = "U.S. Department of Justice"
    official: ClassVar[str] = "https://efile.fara.gov/ords/fara/f?p=API:BULKDATA"

    def recognizes(self, opened: Opened) -> bool:
        """The bulk file's twelve columns, spaced or underscored."""
        return set(PRINCIPAL) <= set(_header(opened))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Each record is one principal and one representation; an exact repetition is kept, not counted twice."""
        seen: Counter[str] = Counter()
        values = []
        for row in _rows(opened, PRINCIPAL):
            seen[row.raw] += 1
            values.append(_values(row, f"line {row.line}", PRINCIPAL_NAMES, seen[row.raw] > 1))
        _prepare(intake, values)
        intake.derive("numbers", NUMBERS)
        for table, sql in (("mention", PRINCIPAL_MENTIONS), ("mention", AGENT_MENTIONS), ("link", REPRESENTATIONS)):
            intake.insert(table, sql)
        notes = (f"{twice} records repeat an earlier one exactly",) if (twice := len(values) - len(seen)) else ()
        return Reading(len(values), _coverage(intake, "foreign principals of registered agents", len(values)), notes)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The record that begins on ``line 17``; a record that was split upstream is shown rejoined."""
        return next((_raw_record(row) for row in _rows(opened, PRINCIPAL) if where == f"line {row.line}"), None)
