"""The engine beneath the book: one Ibis connection, and the few things that each engine does in its own way.

Everything set-wise is an Ibis expression or one SQL text in DuckDB's dialect that goes through the same connection, so
that it runs unchanged on another engine. Only what is written here may depend on which engine it is.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import CaseError, SourceError
from onrecord.vocabulary import TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

SQL_TYPES: Final[dict[Column, str]] = {
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "string": "VARCHAR",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}
SMALL: Final = 64 << 20
"""Bytes below which one thread reads a file faster than two (measured: bench/ingest_fec.py)."""
NO_DELIMITER: Final = "\x01"
"""A byte that no public record contains: read with it as the delimiter, a line arrives in one piece."""


def connect(path: Path) -> Any:
    """Open (or create) the DuckDB file at ``path`` and return its Ibis connection, the book's tables in place."""
    import duckdb
    import ibis

    try:
        con = ibis.duckdb.connect(path)
    except duckdb.Error as error:
        raise CaseError(
            f"the book cannot be opened: {str(error).splitlines()[0]}",
            path=path,
            advice="is another onrecord command still writing to this case?",
        ) from error
    # This machine's zone must not change what a record says, and a progress bar of the engine's own would clash.
    con.raw_sql("SET TimeZone = 'UTC'")
    # Of the ways to store text, this one costs a tenth of ingest and saves a third of the file: time goes first.
    con.raw_sql("SET disabled_compression_methods = 'fsst'")
    create_missing_tables(con)
    return con


def create_missing_tables(con: Any) -> None:
    """Create the tables of the vocabulary that the book does not have yet."""
    there = set(con.list_tables())
    for name, columns in TABLES.items():
        if name not in there:
            typed = ", ".join(f'"{column}" {SQL_TYPES[kind]}' for column, kind in columns.items())
            con.raw_sql(f"CREATE TABLE {name} ({typed})")


def ask(con: Any, sql: str) -> pa.Table:
    """The answer to one SQL text, as an Arrow table. Straight from the engine: an Ibis expression would ask twice."""
    return con.raw_sql(sql).to_arrow_table()


def insert(con: Any, table: str, select: str) -> int:
    """Add the rows of one SELECT to a table, column by name; columns it does not give stay empty. Returns how many."""
    import duckdb

    try:
        return int(con.raw_sql(f"INSERT INTO {table} BY NAME {select}").fetchone()[0])
    except duckdb.BinderException as error:
        raise ValueError(f"{table}: {str(error).splitlines()[0]}") from error


@contextmanager
def transaction(con: Any) -> Iterator[None]:
    """All of what happens inside, or none of it."""
    con.raw_sql("BEGIN TRANSACTION")
    try:
        yield
    except BaseException:
        con.raw_sql("ROLLBACK")
        raise
    con.raw_sql("COMMIT")


@contextmanager
def one_thread_for(con: Any, size: int) -> Iterator[None]:
    """Read a file of ``size`` bytes with one thread if it is small: handing rows between threads would cost more."""
    if size >= SMALL:
        yield
        return
    con.raw_sql("SET threads = 1")
    try:
        yield
    finally:
        con.raw_sql("RESET threads")


def load_lines(con: Any, path: Path, name: str) -> None:
    """Load a text file into the temporary table ``name`` (n, line): one row a line, numbered from 1.

    Nothing is interpreted: no quoting, no header, no types. The file must be UTF-8 (see ``sources.opened``).
    """
    import duckdb

    options = (
        f"delim = '{NO_DELIMITER}', header = false, quote = '', escape = '', auto_detect = false, "
        "columns = {'line': 'VARCHAR'}, max_line_size = 16000000, null_padding = true"
    )
    quoted = str(path).replace("'", "''")
    try:
        con.raw_sql(
            f"CREATE OR REPLACE TEMP TABLE {name} AS "
            f"SELECT row_number() OVER () AS n, coalesce(line, '') AS line FROM read_csv('{quoted}', {options})"
        )
    except duckdb.Error as error:
        raise SourceError(f"the lines cannot be read: {str(error).splitlines()[0]}", path=path) from error


def load_rows(con: Any, name: str, columns: Sequence[str], rows: pa.Table) -> None:
    """Load an Arrow table into the temporary table ``name``, which must hold ``columns``."""
    con.create_table(name, obj=rows.select(list(columns)), temp=True, overwrite=True)


def drop(con: Any, *names: str) -> None:
    """Drop temporary tables that a reading left behind."""
    for name in names:
        con.drop_table(name, force=True)
