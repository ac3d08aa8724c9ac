"""A temporary book to read one fixture into, and the way to the real records where they lie beside the checkout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.book.book import Book
from onrecord.book.duckdb_engine import DuckDB
from onrecord.book.ingest import Intake
from onrecord.sources.format import Format, RawRecord, Reading
from onrecord.sources.opened import opened

FIXTURES = Path(__file__).parents[1] / "fixtures"
SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.fixture
def fixtures() -> Path:
    """The folder of fictional records."""
    return FIXTURES


@pytest.fixture
def shared() -> Path:
    """The folder of real records; skips the test where there is none."""
    if not (SHARED / "records").is_dir():
        pytest.skip("the real records are not beside this checkout")
    return SHARED


@pytest.fixture
def ingest(tmp_path: Path) -> Iterator[Callable[[Format, Path], tuple[Book, Reading]]]:
    """``ingest(format, path)`` reads one file, as source 1 of a fresh book."""
    books: list[Book] = []

    def read(record_format: Format, path: Path) -> tuple[Book, Reading]:
        book = Book(DuckDB(tmp_path / f"book-{len(books)}.duckdb"))
        books.append(book)
        with opened(path) as file, book.engine.transaction():
            intake = Intake(book, "0123456789ab", 1)
            reading = record_format.read(file, intake)
            intake.close()
        return book, reading

    yield read
    for book in books:
        book.close()


@pytest.fixture
def record() -> Callable[[Format, Path, str], RawRecord | None]:
    """``record(format, path, where)`` gives the raw record behind one locator."""

    def find(record_format: Format, path: Path, where: str) -> RawRecord | None:
        with opened(path) as file:
            return record_format.record(file, where)

    return find
