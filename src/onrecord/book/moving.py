"""A whole book as Parquet files with a manifest, and a book from them: how a case moves between machines and engines.

``manifest.json`` is written last: it names every file with its size and SHA-256, so that a copy cut short is refused.
The target may be a local folder or whatever address the book's engine can write (an object store).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import OnRecordError, SourceError
from onrecord.vocabulary import TABLES

if TYPE_CHECKING:
    from onrecord.book.book import Book

MANIFEST: Final = "manifest.json"
LAYOUT: Final = 1
"""Raised whenever a table loses a column or a column its meaning; one that is added needs no new number."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was written or read: rows by table, and how many files and bytes that was."""

    title: str
    rows: dict[str, int]
    files: int
    bytes: int


def export_book(book: Book, target: str, title: str) -> Moved:
    """Write every table of the book below ``target``; SourceError where something is there already."""
    target = target.rstrip("/")
    try:
        if book.engine.files(target):
            raise SourceError("there is something here already", path=target, advice="name a new folder")
        rows = {}
        for table in TABLES:
            rows[table] = int(book.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"])
            if rows[table]:
                book.engine.export(f"SELECT * FROM {table}", f"{target}/{table}")
        files = book.engine.files(target)
        manifest = {"onrecord": LAYOUT, "title": title, "rows": rows, "files": files}
        book.engine.write_text(f"{target}/{MANIFEST}", json.dumps(manifest, indent=1, sort_keys=True) + "\n")
    except book.engine.errors as error:
        raise _unreachable(error, target) from error
    return _moved(manifest)


def import_book(book: Book, source: str) -> Moved:
    """Fill an empty book with what ``export_book`` wrote below ``source``, all of it or nothing.

    SourceError where the manifest is missing, of a newer layout, or where a file is not the one it names.
    """
    source = source.rstrip("/")
    try:
        manifest = _manifest(book, source)
        _compare(manifest["files"], book.engine.files(source), source)
        with book.engine.transaction():
            for table, expected in manifest["rows"].items():
                got = book.engine.import_rows(table, f"{source}/{table}") if expected else 0
                if got != expected:
                    raise SourceError(f"{table} has {got} rows where the manifest says {expected}", path=source)
    except book.engine.errors as error:
        raise _unreachable(error, source) from error
    return _moved(manifest)


def _manifest(book: Book, source: str) -> dict[str, Any]:
    text = book.engine.read_text(f"{source}/{MANIFEST}")
    if text is None:
        advice = "onrecord export --to parquet makes one; was the copy cut short?"
        raise SourceError(f"there is no {MANIFEST} here", path=source, advice=advice)
    try:
        manifest = json.loads(text)
        layout, known = int(manifest["onrecord"]), set(manifest["rows"]) <= set(TABLES)
        complete = isinstance(manifest["files"], dict) and isinstance(manifest["title"], str)
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError("this manifest cannot be read", path=f"{source}/{MANIFEST}") from error
    if layout != LAYOUT or not known or not complete:
        raise SourceError("this export is of another version of onrecord", path=source, advice="export it anew")
    return dict(manifest)


def _compare(named: dict[str, list[Any]], there: dict[str, list[Any]], source: str) -> None:
    for name, expected in named.items():
        if name not in there:
            raise SourceError(f"{name} is missing", path=source, advice="copy the whole folder again")
        if there[name] != expected:
            raise SourceError(f"{name} is not the file that was exported", path=source, advice="copy it again")


def _moved(manifest: dict[str, Any]) -> Moved:
    sizes = [int(size) for size, _ in manifest["files"].values()]
    return Moved(manifest["title"], dict(manifest["rows"]), len(sizes), sum(sizes))


def _unreachable(error: Exception, where: str) -> OnRecordError:
    return SourceError(f"the engine cannot get at it: {str(error).splitlines()[0]}", path=where)
