"""Adding files to a book: each becomes one source, whole or not at all.

A large file is read by the book's own engine. Many small documents are spread over processes (or a cluster's workers):
each worker reads its share into a book of its own, in memory, by this same code, and hands over that book's tables.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.book.book import Book, SourceRow
from onrecord.book.ingest import Intake
from onrecord.errors import OnRecordError, SourceError
from onrecord.vocabulary import SOURCE_TABLES, Coverage, IngestSummary, Quarantined

if TYPE_CHECKING:
    import pyarrow as pa

    from onrecord.sources.opened import Opened

SHOWN_QUARANTINED: Final = 20
DOCUMENT: Final = 4 << 20
"""Bytes up to which a file counts as a document: read by one worker among others, not by the whole engine."""
MANY: Final = 16
"""Documents from which on it pays to start workers."""
SHARE: Final = 200
"""Documents that a worker reads into one book of its own."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says of a source on the command line; ``None`` leaves what the file and its format show.

    A layout is used by others than the office that made it: ``publisher`` says whose file this one is.
    """

    covers: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    complete: bool | None = None
    publisher: str | None = None

    def over(self, shown: Coverage) -> Coverage:
        """The coverage that results: a person's word goes before the file's."""
        given = {name: getattr(self, name) for name in ("covers", "date_from", "date_to", "complete")}
        return replace(shown, **{name: value for name, value in given.items() if value is not None})

    @property
    def says_something(self) -> bool:
        """Whether the person stated anything."""
        return self != Stated()


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not become a source, and why, in one line."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A file and the number that it has as a source of the book."""

    path: str
    number: int


# ── one file ─────────────────────────────────────────────────────────────────────────────────────────────────────


def add_file(book: Book, path: Path, format_name: str | None = None, stated: Stated | None = None) -> IngestSummary:
    """Add one file to the book, whole or not at all; the same file a second time changes nothing but its coverage."""
    from onrecord.sources.opened import opened

    with opened(path) as file:
        sources = book.sources()
        known = next((source for source in sources if source.sha256 == file.sha256), None)
        if known is not None:
            return _again(book, known, path, stated or Stated())
        number = max((source.source_no for source in sources), default=0) + 1
        return _read(book, file, number, format_name, stated or Stated())


def _read(book: Book, file: Opened, number: int, format_name: str | None, stated: Stated) -> IngestSummary:
    from onrecord.sources.format import named, recognize

    chosen = named(format_name) if format_name else recognize(file)
    intake = Intake(book, file.sha256[:12], number)
    with book.engine.sized_for(file.text.stat().st_size), book.engine.transaction():
        reading = chosen.read(file, intake)
        counts = intake.counts()
        if not reading.rows_read or counts["quarantine"] >= reading.rows_read:
            advice = "--as FORMAT names another format"
            raise SourceError(f"no row of it could be read as {chosen.name}", path=file.path, advice=advice)
        today = datetime.datetime.now(datetime.UTC).date().isoformat()
        row = SourceRow(
            intake.source_id, number, str(file.path.resolve()), chosen.name, chosen.title,
            stated.publisher or chosen.publisher, file.sha256, today, stated.over(reading.coverage),
            reading.rows_read, counts["quarantine"],
        )  # fmt: skip
        book.add_source(row)
        intake.close()
    return IngestSummary(
        row.source_id, str(file.path), row.format, row.title, row.coverage, row.rows_read, row.rows_quarantined,
        counts["mention"], counts["link"], counts["measure"], counts["fact"], counts["post"],
        quarantined=_set_aside(book, row), notes=(*file.notes, *reading.notes),
    )  # fmt: skip


def _set_aside(book: Book, source: SourceRow) -> tuple[Quarantined, ...]:
    if not source.rows_quarantined:
        return ()
    where = f"WHERE source_id = '{source.source_id}' ORDER BY locator LIMIT {SHOWN_QUARANTINED}"
    return tuple(Quarantined(**row) for row in book.rows(f"SELECT locator, reason, raw FROM quarantine {where}"))


def _again(book: Book, known: SourceRow, path: Path, stated: Stated) -> IngestSummary:
    """The same file a second time: its coverage may be stated anew, and where it now lies if it has moved."""
    source = replace(known, coverage=stated.over(known.coverage))
    if not Path(known.path).exists():
        source = replace(source, path=str(path.resolve()))
    if source != known:
        book.restate(source)
    return IngestSummary(
        source.source_id, source.path, source.format, source.title, source.coverage, source.rows_read,
        source.rows_quarantined, 0, 0, 0, 0, 0, already_there=True,
    )  # fmt: skip


# ── many documents ───────────────────────────────────────────────────────────────────────────────────────────────


def is_document(path: Path) -> bool:
    """Whether a file is small enough to be one worker's business among others."""
    return path.is_file() and path.stat().st_size <= DOCUMENT


def add_documents(
    book: Book,
    paths: Sequence[Path],
    format_name: str | None = None,
    stated: Stated | None = None,
    step: Callable[[int], None] = lambda more: None,
) -> list[IngestSummary | Failed]:
    """Add many documents at once, spread over workers, each whole or not at all; what became of each, in order.

    ``step`` is told how many more have been read. A document that cannot be read leaves a gap in the sources' numbers.
    """
    from onrecord.sources.opened import digest

    by_digest: dict[str, Path] = {}
    for path in paths:
        by_digest.setdefault(digest(path), path)
    sources = book.sources()
    known = {source.sha256: source for source in sources}
    first = max((source.source_no for source in sources), default=0) + 1
    new = [path for sha, path in by_digest.items() if sha not in known]
    numbered = [Numbered(str(path), first + i) for i, path in enumerate(new)]
    shares = [numbered[i : i + SHARE] for i in range(0, len(numbered), SHARE)]
    said: list[IngestSummary | Failed] = []
    with book.engine.transaction():
        for text in book.engine.spread(Reader(format_name, stated or Stated()), shares):
            share = [_told(row) for row in json.loads(text)]
            said += share
            step(len(share))
    there = {sha: path for sha, path in by_digest.items() if sha in known}
    return said + [_again(book, known[sha], path, stated or Stated()) for sha, path in there.items()]


@dataclass(frozen=True, slots=True)
class Reader:
    """What a worker does with its share: it can be sent to another process."""

    format_name: str | None
    stated: Stated

    def __call__(self, share: Sequence[Numbered]) -> tuple[dict[str, pa.Table], str]:
        """The tables of a book that holds just this share, and what became of each document (JSON)."""
        from onrecord.book.duckdb_engine import DuckDB
        from onrecord.sources.opened import opened

        book = Book(DuckDB(None))
        said: list[IngestSummary | Failed] = []
        for document in share:
            try:
                with opened(Path(document.path)) as file:
                    said.append(_read(book, file, document.number, self.format_name, self.stated))
            except OnRecordError as error:
                said.append(Failed(document.path, " ".join(str(error).split())))
        tables = {name: book.arrow(f"SELECT * FROM {name}") for name in ("source", *SOURCE_TABLES)}
        book.close()
        return tables, json.dumps([asdict(row) for row in said])


def _told(row: dict[str, object]) -> IngestSummary | Failed:
    if "why" in row:
        return Failed(str(row["path"]), str(row["why"]))
    plain = dict(row)
    plain["coverage"] = Coverage(**plain["coverage"])  # type: ignore[arg-type]
    plain["quarantined"] = tuple(Quarantined(**part) for part in plain["quarantined"])  # type: ignore[attr-defined]
    plain["notes"] = tuple(plain["notes"])  # type: ignore[arg-type]
    return IngestSummary(**plain)  # type: ignore[arg-type]
