"""Ingest: whole or not at all; ids, types and locators filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.book.book import Book
from onrecord.book.duckdb_engine import DuckDB
from onrecord.book.ingest import SOURCE_SPAN, Intake


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = Book(DuckDB(tmp_path / "book.duckdb"))
    yield opened
    opened.close()


def test_lines_are_numbered_and_never_interpreted(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text('a|"b\n\nc|d, e\\|f\n', encoding="utf-8")
    intake = Intake(book, "abc", 1)
    intake.lines(path)
    assert book.con.raw_sql("SELECT * FROM raw ORDER BY n").fetchall() == [(1, 'a|"b'), (2, ""), (3, "c|d, e\\|f")]
    intake.close()
    assert "raw" not in book.con.list_tables()


def test_every_line_of_a_long_file_keeps_its_number(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"line {n} {'x' * (n % 90)}\n" for n in range(1, 60_001)), encoding="utf-8")
    intake = Intake(book, "abc", 1)
    intake.lines(path)
    wrong = book.con.raw_sql("SELECT count(*) FROM raw WHERE split_part(line, ' ', 2) <> n::VARCHAR").fetchone()
    assert wrong == (0,)
    assert intake.value("SELECT count(*) FROM raw") == 60_000


def test_rows_become_mentions_with_ids_of_their_source(book: Book) -> None:
    intake = Intake(book, "abc", 3)
    intake.rows([(1, "Ada Onyx"), (2, "Bo Quill")], {"n": "int64", "name": "string"})
    assert intake.insert("mention", "SELECT {base} + n * 16 AS mention_id, 'line ' || n AS locator, name FROM raw") == 2
    rows = book.rows("SELECT mention_id, source_id, locator, name, ein FROM mention ORDER BY mention_id")
    assert rows[0] == {
        "mention_id": 3 * SOURCE_SPAN + 16,
        "source_id": "abc",
        "locator": "line 1",
        "name": "Ada Onyx",
        "ein": None,
    }
    assert rows[1]["mention_id"] == 3 * SOURCE_SPAN + 32


def test_no_rows_are_no_trouble(book: Book) -> None:
    intake = Intake(book, "abc", 1)
    intake.rows([], {"n": "int64", "name": "string"})
    assert intake.insert("mention", "SELECT n AS mention_id, name FROM raw") == 0


def test_an_unknown_column_is_a_mistake_of_the_format(book: Book) -> None:
    with pytest.raises(ValueError, match="shoe_size"):
        Intake(book, "abc", 1).insert("mention", "SELECT 1 AS mention_id, 44 AS shoe_size")


def test_a_transaction_that_fails_leaves_nothing(book: Book) -> None:
    def half_a_source() -> None:
        with book.engine.transaction():
            Intake(book, "abc", 1).insert("mention", "SELECT 1 AS mention_id, 'Ada Onyx' AS name")
            raise RuntimeError("the file broke off")

    with pytest.raises(RuntimeError):
        half_a_source()
    assert book.rows("FROM mention") == []
    with book.engine.transaction():
        Intake(book, "abc", 1).insert("mention", "SELECT 1 AS mention_id, 'Ada Onyx' AS name")
    assert len(book.rows("FROM mention")) == 1


def test_quarantined_rows_keep_reason_and_raw_text(book: Book) -> None:
    intake = Intake(book, "abc", 1)
    assert intake.quarantine("SELECT 'line 4' AS locator, '3 fields for 5' AS reason, 'a|b|c' AS raw") == 1
    assert intake.counts()["quarantine"] == 1
