"""Lines of the federal bulk files: fields between pipes, no header, no quoting, a double quote is a character.

Layouts: https://www.fec.gov/campaign-finance-data/ (one "file description" page a file). People put the agency's header
line on top, with commas or pipes; such a line is recognized and is not a row. A line that does not fit is set aside
with its reason; a line that repeats an earlier one to the letter is dropped and counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onrecord.errors import FormatError
from onrecord.sources.format import RawRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.book.ingest import Intake
    from onrecord.sources.opened import Opened

COMMITTEE: Final = "^C[0-9]{8}$"
CANDIDATE: Final = "^[HSP][0-9A-Z]{8}$"
RECORD: Final = "^[0-9]{19}$"
"""Shapes of the register's identifiers: a committee, a candidate, a transaction (SUB_ID)."""
SAMPLE: Final = 100
"""Lines of the head that recognition looks at."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One file of the register: its official columns in order, the one that identifies a record, and telling shapes.

    ``shapes`` maps a column to the pattern that its every value has; ``spare`` is how many empty fields may follow the
    last named one.
    """

    columns: tuple[str, ...]
    key: str
    shapes: Mapping[str, str]
    spare: int = 0

    @property
    def headers(self) -> tuple[str, str]:
        """The header line as the agency publishes it, and as people rewrite it."""
        return ",".join(self.columns), "|".join(self.columns)

    def split(self, line: str) -> list[str] | None:
        """The values of one line, or None if it has another number of fields."""
        values = line.split("|")
        return values[: len(self.columns)] if self._fits(values) else None

    def is_header(self, line: str) -> bool:
        """Whether a line is this layout's header."""
        return line in self.headers

    def _fits(self, values: list[str]) -> bool:
        extra = len(values) - len(self.columns)
        return 0 <= extra <= self.spare and not any(values[len(self.columns) :])


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading gave: how many lines were rows, and what a person should know of them."""

    rows: int
    notes: tuple[str, ...]


def layout(columns: str, key: str, shapes: Mapping[str, str], spare: int = 0) -> Layout:
    """A layout from its header line as published."""
    return Layout(tuple(columns.split(",")), key, shapes, spare)


# ── recognition ──────────────────────────────────────────────────────────────────────────────────────────────────


def sample(opened: Opened, layout: Layout) -> list[dict[str, str]]:
    """The rows among the first lines that have this layout's number of fields and shapes."""
    return [row for line in _head(opened.head) if (row := _row(line, layout)) is not None]


def looks_like(opened: Opened, layout: Layout) -> bool:
    """Whether most of the first lines have this layout, or its header is all there is."""
    lines = [line for line in _head(opened.head) if not layout.is_header(line)]
    if not lines:
        return layout.is_header(opened.first_line)
    return 2 * len(sample(opened, layout)) > len(lines)


@lru_cache(maxsize=1)
def _head(head: str) -> tuple[str, ...]:
    """The first lines that are whole and not empty; every format asks for them, of one file at a time."""
    # Not splitlines(): a stray control character inside a value ends no record.
    lines = head.split("\n")
    whole = lines[:-1] if len(lines) > 1 else lines
    return tuple(line.rstrip("\r") for line in whole[:SAMPLE] if line.strip())


def _row(line: str, layout: Layout) -> dict[str, str] | None:
    values = layout.split(line)
    if values is None:
        return None
    row = dict(zip(layout.columns, values, strict=True))
    return row if all(re.match(shape, row[name]) for name, shape in layout.shapes.items()) else None


# ── loading ──────────────────────────────────────────────────────────────────────────────────────────────────────


def load(opened: Opened, intake: Intake, layout: Layout, items: str, faults: Mapping[str, str] | None = None) -> Loaded:
    """Load the rows that can be read as the table ``items``, and set the others aside.

    ``items`` is the SQL after ``SELECT`` over the file's columns (text, empty is NULL; ``n`` is the line number); it
    may join further tables. ``faults`` maps an SQL condition to the reason (SQL too) for which a row that meets it
    cannot be read. One pass over the file does all of it. FormatError if the file is a header and nothing else.
    """
    intake.lines(opened.text)
    intake.derive("items", _items(layout, items, faults or {}))
    readable = f"CASE WHEN reason IS NULL THEN {layout.key} END"
    rows, distinct = intake.value(f"SELECT [count(*), count(DISTINCT {readable})] FROM items")
    if rows == 0:
        raise FormatError(
            "only a header line, no rows", path=opened.path, line=1, advice="add the data file of that name"
        )
    # Where every row has a key of its own, nothing is unreadable and nothing is repeated.
    return Loaded(rows, _set_aside(intake, layout) if distinct < rows else ())


def _set_aside(intake: Intake, layout: Layout) -> tuple[str, ...]:
    """Take unreadable and repeated rows out of ``items``; quarantine the former, note the latter."""
    intake.derive("dropped", _dropped(layout.key))
    intake.derive("items", "SELECT * FROM items WHERE n NOT IN (SELECT n FROM dropped)")
    intake.quarantine(
        f"SELECT CASE WHEN nameless THEN 'line ' || d.n ELSE '{layout.key}=' || {layout.key} END AS locator, reason, "
        "line AS raw FROM dropped AS d JOIN raw ON raw.n = d.n WHERE reason IS NOT NULL"
    )
    repeated = int(intake.value("SELECT count(*) FROM dropped WHERE reason IS NULL"))
    return (f"lines dropped because they repeat an earlier line: {repeated}",) if repeated else ()


def _items(layout: Layout, items: str, faults: Mapping[str, str]) -> str:
    columns = ", ".join(f"nullif(f[{i}], '') AS {name}" for i, name in enumerate(layout.columns, 1))
    headers = " AND ".join(f"line <> '{header}'" for header in layout.headers)
    misfit = f"width <> {len(layout.columns)}"
    return f"""
    SELECT n, {misfit} OR {layout.key} IS NULL AS nameless, {_reason(layout, misfit, faults)} AS reason, {
        items.replace(
            "{fields}",
            f'''(
        SELECT n, {_width(layout)} AS width, {columns} FROM (
            SELECT n, string_split(line, '|') AS f FROM raw WHERE line <> '' AND {headers}))''',
        )
    }
    """


def _width(layout: Layout) -> str:
    """SQL for the number of fields, empty spare ones not counted."""
    width = len(layout.columns)
    spare = " ".join(
        f"WHEN array_length(f) = {width + extra} AND "
        + " AND ".join(f"f[{width + i}] = ''" for i in range(1, extra + 1))
        + f" THEN {width}"
        for extra in range(1, layout.spare + 1)
    )
    return f"CASE {spare} ELSE array_length(f) END" if spare else "array_length(f)"


def _reason(layout: Layout, misfit: str, faults: Mapping[str, str]) -> str:
    """SQL for why a row cannot be read, NULL if it can."""
    cases = [f"WHEN {misfit} THEN width || ' fields where {len(layout.columns)} are expected'"]
    cases += [
        f"WHEN {name} IS NULL OR NOT regexp_matches({name}, '{shape}') "
        f"THEN '{name} is not an identifier: ' || coalesce({name}, '')"
        for name, shape in layout.shapes.items()
    ]
    cases += [f"WHEN {condition} THEN {reason}" for condition, reason in faults.items()]
    return f"CASE {' '.join(cases)} END"


def _dropped(key: str) -> str:
    """SQL for the rows left out: those that cannot be read, with a reason; those that repeat a line, without."""
    return f"""
    SELECT n, {key}, nameless, reason FROM items WHERE reason IS NOT NULL
    UNION ALL
    SELECT later.n, later.{key}, FALSE, CASE WHEN raw.line <> first_raw.line
        THEN '{key} stands on line ' || twice.n || ' too, with other content' END AS reason
    FROM (SELECT {key}, min(n) AS n FROM items WHERE reason IS NULL GROUP BY {key} HAVING count(*) > 1) AS twice
    JOIN items AS later ON later.{key} = twice.{key} AND later.n > twice.n AND later.reason IS NULL
    JOIN raw ON raw.n = later.n JOIN raw AS first_raw ON first_raw.n = twice.n
    """


# ── what several formats ask of the loaded rows ──────────────────────────────────────────────────────────────────


def iso(column: str, year: int, month: int, day: int) -> str:
    """SQL for the ISO date in a text column whose parts begin at these places; NULL if it is no date."""
    text = f"substr({column}, {year}, 4) || '-' || substr({column}, {month}, 2) || '-' || substr({column}, {day}, 2)"
    return f"cast(try_cast({text} AS DATE) AS VARCHAR)"


def span(intake: Intake, table: str, years: int = 3) -> tuple[str | None, str | None]:
    """First and last ``date`` of a table, dates more than ``years`` from the median left out: one row may say 1918."""
    found = intake.value(
        f"SELECT min(date) || ' ' || max(date) FROM {table}, "
        f"(SELECT quantile_disc(cast(substr(date, 1, 4) AS INT), 0.5) AS middle FROM {table} WHERE date IS NOT NULL) "
        f"WHERE abs(cast(substr(date, 1, 4) AS INT) - middle) <= {years}"
    )
    first, _, last = (found or "").partition(" ")
    return first or None, last or None


def undated(intake: Intake, table: str) -> tuple[str, ...]:
    """A note on the rows of a table without a valid date, if there are any."""
    count = intake.value(f"SELECT count(*) FROM {table} WHERE date IS NULL")
    return (f"{count} rows have no valid date; kept without one",) if count else ()


def find(opened: Opened, layout: Layout, where: str) -> RawRecord | None:
    """The first line at ``KEY=value`` or ``line N``, as fields by official name and as text."""
    name, _, value = where.partition("=")
    at = layout.columns.index(name) if name in layout.columns else None
    for number, line in _lines(opened, value if at is not None else ""):
        values = line.split("|")
        if where == f"line {number}" or (at is not None and len(values) > at and values[at].strip() == value):
            names = layout.columns + tuple(f"(field {i + 1})" for i in range(len(layout.columns), len(values)))
            return RawRecord(tuple(zip(names, values, strict=False)), line)
    return None


def _lines(opened: Opened, needle: str) -> Iterator[tuple[int, str]]:
    """Numbered lines that contain ``needle``: most are passed over without being split."""
    with opened.text.open(encoding="utf-8", newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            if needle in line:
                yield number, line.rstrip("\r\n")
