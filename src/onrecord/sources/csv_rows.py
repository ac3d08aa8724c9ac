"""Rows of a quoted CSV file, each with the line on which it begins, and the few checks that every such format makes."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import FormatError, SourceError
from onrecord.sources.format import RawRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from onrecord.sources.opened import Opened

csv.field_size_limit(1 << 24)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One record of a CSV file: the line on which it begins (from 1), its values, and its text as filed."""

    line: int
    values: list[str]
    raw: str


def header_of(opened: Opened) -> list[str]:
    """The column names in the first record, stripped."""
    return [name.strip() for name in next(csv.reader([opened.first_line]), [])]


def require(opened: Opened, columns: Sequence[str]) -> None:
    """Raise a FormatError unless the header has every one of these columns."""
    missing = [name for name in columns if name not in header_of(opened)]
    if missing:
        raise FormatError(
            f"the header lacks {', '.join(missing)}",
            path=opened.path,
            line=1,
            advice="is this the official export, unedited?",
        )


def records(path: Path) -> Iterator[CsvRow]:
    """Every record below the header, empty lines left out. A line feed inside quotes belongs to its value."""
    with path.open(encoding="utf-8", newline="") as stream:
        kept: list[str] = []

        def remember() -> Iterator[str]:
            for line in stream:
                kept.append(line)
                yield line

        reader = csv.reader(remember())
        next(reader, None)
        begin = reader.line_num + 1
        kept.clear()
        try:
            for values in reader:
                if any(values):
                    yield CsvRow(begin, values, "".join(kept).rstrip("\r\n"))
                kept.clear()
                begin = reader.line_num + 1
        except csv.Error as error:
            advice = "a quotation mark that is never closed?"
            raise SourceError(f"it is no longer CSV: {error}", path=path, line=begin, advice=advice) from error


def find(opened: Opened, wanted: Callable[[CsvRow, dict[str, str]], bool]) -> RawRecord | None:
    """The first record that ``wanted`` accepts, as fields by column name and as text."""
    header = header_of(opened)
    for row in records(opened.text):
        if wanted(row, dict(zip(header, row.values, strict=False))):
            names = header + [f"(column {i + 1})" for i in range(len(header), len(row.values))]
            return RawRecord(tuple(zip(names, row.values, strict=False)), row.raw)
    return None
