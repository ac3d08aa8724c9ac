"""The book: reading queries only, coverage that can be overridden, links counted once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.book.book import CURRENT_LINKS, Book
from onrecord.book.duckdb_engine import DuckDB
from onrecord.book.ingest import Intake
from onrecord.errors import LocatorError, QueryError
from onrecord.vocabulary import TABLES, Coverage


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    opened = Book(DuckDB(tmp_path / "book.duckdb"))
    yield opened
    opened.close()


def put_source(book: Book, source_id: str, number: int) -> None:
    book.con.raw_sql(
        "INSERT INTO source VALUES "
        "(?, ?, 'a.csv', 'casebook', 'A', 'B', ?, '2030-01-01', 'all of it', NULL, NULL, false, 1, 0)",
        parameters=[source_id, number, source_id * 5],
    )


def test_a_new_book_has_every_table_of_the_vocabulary(book: Book) -> None:
    assert set(book.con.list_tables()) == set(TABLES)
    for name, columns in TABLES.items():
        assert book.con.table(name).columns == tuple(columns)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1 AS one",
        "FROM source",
        "WITH a AS (SELECT 1 AS one) SELECT * FROM a",
        "-- a note\nSELECT 1 AS one;",
        "DESCRIBE link",
    ],
)
def test_reading_queries_are_answered(book: Book, query: str) -> None:
    assert book.query(query).num_columns >= 1


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM source",
        "DROP TABLE link",
        "SELECT 1; DROP TABLE link",
        "INSERT INTO post VALUES (1)",
        "",
        "COPY source TO 'x.csv'",
    ],
)
def test_anything_that_could_write_is_refused(book: Book, query: str) -> None:
    with pytest.raises(QueryError):
        book.query(query)
    assert set(book.con.list_tables()) == set(TABLES)


def test_a_query_cannot_write_through_a_common_table_expression(book: Book) -> None:
    put_source(book, "aaa", 1)
    with pytest.raises(QueryError):
        book.query("WITH gone AS (DELETE FROM source RETURNING *) SELECT * FROM gone")
    assert len(book.sources()) == 1


def test_a_query_that_does_not_parse_says_so_in_one_line(book: Book) -> None:
    with pytest.raises(QueryError) as caught:
        book.query("SELECT FROM WHERE")
    assert "\n" not in str(caught.value)


def test_sources_are_found_by_the_beginning_of_their_id(book: Book) -> None:
    put_source(book, "aab", 1)
    put_source(book, "abb", 2)
    assert book.source("aa").source_no == 1
    with pytest.raises(LocatorError, match="more than one"):
        book.source("a")
    with pytest.raises(LocatorError, match="no source"):
        book.source("c")


def test_coverage_can_be_replaced(book: Book) -> None:
    put_source(book, "aaa", 1)
    stated = Coverage("every filing", "2029-01-01", "2029-12-31", complete=True)
    book.restate(replace(book.source("aaa"), coverage=stated))
    assert book.source("aaa").coverage == stated


def test_a_key_names_one_record_in_every_copy_of_a_register(book: Book) -> None:
    for number, source in enumerate(("aaa", "bbb"), 1):
        intake = Intake(book, source, number)
        intake.insert(
            "link", f"SELECT {{base}} + 1 AS link_id, 'SUB_ID=7' AS locator, 'payment' AS kind, {number}.0 AS amount"
        )
        intake.insert("link", "SELECT {base} + 2 AS link_id, 'line 7' AS locator, 'payment' AS kind, 5.0 AS amount")
    assert book.supersede() == 1
    amounts = sorted(row["amount"] for row in book.rows(f"SELECT amount FROM ({CURRENT_LINKS})"))
    assert amounts == [2.0, 5.0, 5.0]  # the newer copy of the keyed record, and both unkeyed lines
