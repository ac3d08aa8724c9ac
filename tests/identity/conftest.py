"""A temporary book to put mentions into, resolved."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from mentions_made import Mention

from onrecord.book.book import Book
from onrecord.book.duckdb_engine import DuckDB
from onrecord.identity.resolve import resolve

SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.fixture
def resolved(tmp_path: Path) -> Iterator[Callable[..., Book]]:
    """``resolved(source, …)``: a book that holds these sources, each a list of mentions, and has been resolved."""
    books: list[Book] = []

    def build(*sources: Sequence[Mention], record_format: str = "fictional") -> Book:
        book = Book(DuckDB(tmp_path / f"book-{len(books)}.duckdb"))
        books.append(book)
        for number, mentions in enumerate(sources, start=1):
            _fill(book, number, mentions, record_format)
        with book.engine.transaction():
            resolve(book)
        return book

    yield build
    for book in books:
        book.close()


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Book]:
    """The real casebook in a book, resolved; skips the test where there is none."""
    from onrecord.book.ingest import Intake
    from onrecord.sources.casebook import Casebook
    from onrecord.sources.opened import opened

    path = SHARED / "casebook" / "nyc-2025.csv"
    if not path.is_file():
        pytest.skip("the real records are not beside this checkout")
    book = Book(DuckDB(tmp_path / "casebook.duckdb"))
    with opened(path) as file, book.engine.transaction():
        intake = Intake(book, "casebook", 1)
        Casebook().read(file, intake)
        intake.close()
        resolve(book)
    yield book
    book.close()


def _fill(book: Book, number: int, mentions: Sequence[Mention], record_format: str) -> None:
    # A source's id is made of what it holds, as in a real book: it must not tell in which order sources were added.
    source_id = f"{zlib.crc32(repr(mentions).encode()):08x}"
    book.con.raw_sql(
        "INSERT INTO source (source_id, source_no, format, publisher) VALUES (?, ?, ?, 'A fictional board')",
        parameters=[source_id, number, record_format],
    )
    for n, mention in enumerate(mentions):
        row = {"mention_id": (number << 38) + n * 16, "source_id": source_id, "locator": f"line {n}"} | mention
        marks = ", ".join("?" * len(row))
        book.con.raw_sql(f"INSERT INTO mention ({', '.join(row)}) VALUES ({marks})", parameters=list(row.values()))
