"""A record book in one DuckDB file: the engine of a laptop, and the one that ``onrecord new`` chooses."""

from __future__ import annotations

from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

import duckdb

from onrecord.book.workers import Do, workers
from onrecord.errors import CaseError, SourceError
from onrecord.vocabulary import TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
BATCH: Final = 100_000
"""Rows that Python reads at a time."""
LONGEST: Final = 16_000_000
"""Bytes that a line may have. The reader would hold sixteen such lines at a time unless told how much to hold."""
NO_DELIMITER: Final = "\x01"
"""A byte that no public record contains: read with it as the delimiter, a line arrives in one piece."""


class DuckDB:
    """One file, or memory alone. ``memory`` is in MB; ``settings`` are DuckDB's own (duckdb.org/docs/configuration)."""

    name = "duckdb"
    errors: tuple[type[Exception], ...] = (duckdb.Error,)

    def __init__(self, path: Path | None, memory: int | None = None, settings: Mapping[str, str] | None = None) -> None:
        self.path = path
        self._settings = dict(settings or {})
        self._lines: dict[str, Path] = {}
        if memory is not None:
            # What does not fit goes to disk, beside the book and not into the folder one happens to stand in.
            self._settings |= {"memory_limit": f"{memory}MiB", "temp_directory": f"{path}.tmp"}

    @cached_property
    def con(self) -> Any:
        """The Ibis connection, the book's tables in place."""
        import ibis

        try:
            # The newer way to store text makes half the file in four fifths of the time; DuckDB 1.4 and later read it.
            con = ibis.duckdb.connect(self.path or ":memory:", storage_compatibility_version="v1.4.0")
            # This machine's zone must not change what a record says.
            con.raw_sql("SET TimeZone = 'UTC'")
            for name, value in self._settings.items():
                con.raw_sql(f"SET {name} = {_quoted(value)}")
        except duckdb.Error as error:
            raise CaseError(
                f"the book cannot be opened: {str(error).splitlines()[0]}",
                path=self.path,
                advice="is another onrecord command still writing to this case?",
            ) from error
        for name, columns in TABLES.items():
            typed = ", ".join(f'"{column}" {SQL_TYPES[kind]}' for column, kind in columns.items())
            con.raw_sql(f"CREATE TABLE IF NOT EXISTS {name} ({typed})")
        return con

    def close(self) -> None:
        """Give the file back to other programs."""
        if "con" in self.__dict__:
            self.con.disconnect()
            del self.__dict__["con"]

    def _run(self, sql: str) -> Any:
        """One statement; CaseError where it needs more memory than there is."""
        try:
            return self.con.raw_sql(sql)
        except duckdb.OutOfMemoryException as error:
            raise CaseError(
                f"not enough memory: {str(error).splitlines()[0].partition(': ')[2]}",
                path=self.path,
                advice="--memory with more, or memory in onrecord.toml",
            ) from error

    def ask(self, sql: str) -> pa.Table:
        """The answer to a query. Straight from the engine: an Ibis expression would ask twice."""
        return self._run(sql).to_arrow_table()

    def keep(self, name: str, sql: str) -> None:
        """Hold the answer to a query as a temporary table."""
        try:
            self._run(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")
        except duckdb.InvalidInputException as error:
            if not self._lines:
                raise
            message = f"the lines cannot be read: {str(error).splitlines()[0]}"
            raise SourceError(message, path=next(iter(self._lines.values()))) from error

    def keep_read(
        self, name: str, sql: str, read: Callable[[pa.RecordBatch], pa.RecordBatch], schema: pa.Schema
    ) -> None:
        """Hold what ``read`` makes of the answer to a query, batch by batch, as a temporary table."""
        # Numbered, and fetched by number: a cursor would be lost with the next statement on this connection.
        self.keep("to_read", f"SELECT row_number() OVER () AS place, rows.* FROM ({sql}) AS rows")
        size = self.ask("SELECT count(*) AS n FROM to_read").column("n")[0].as_py()
        self.load_rows(name, schema.names, schema.empty_table())
        piece = "SELECT * EXCLUDE (place) FROM to_read WHERE place > {0} AND place <= {0} + {1}"
        pieces = (
            batch
            for start in range(0, size, BATCH)
            for batch in self.ask(piece.format(start, BATCH)).combine_chunks().to_batches(BATCH)
        )
        with workers(size // BATCH) as do:
            for rows in do(read, pieces):
                self._take(rows, f"INSERT INTO {name} SELECT * FROM handed_over")
        self.drop("to_read")

    def insert(self, table: str, sql: str) -> int:
        """Add the rows of a query to a table of the book, column by name."""
        try:
            return int(self._run(f"INSERT INTO {table} BY NAME {sql}").fetchone()[0])
        except duckdb.BinderException as error:
            raise ValueError(f"{table}: {str(error).splitlines()[0]}") from error

    def replace(self, table: str, sql: str) -> int:
        """Put the rows of a query in the place of all rows of a table, which the query may read."""
        self.keep("replacement", sql)
        self._run(f"DELETE FROM {table}")
        number = self.insert(table, "SELECT * FROM replacement")
        self.drop("replacement")
        return number

    def load_lines(self, path: Path, name: str) -> None:
        """Load a text file into a temporary table (n, line)."""
        options = (
            f"delim = '{NO_DELIMITER}', header = false, quote = '', escape = '', auto_detect = false, "
            f"columns = {{'line': 'VARCHAR'}}, null_padding = true, "
            f"max_line_size = {LONGEST}, buffer_size = {2 * LONGEST}"
        )
        read = f"read_csv({_quoted(str(path))}, {options})"
        self.drop(name)
        # A view: lines are wanted once, so the text of the whole file need not lie in memory beside what is read of it.
        self._run(
            f"CREATE TEMP VIEW {name} AS SELECT row_number() OVER () AS n, coalesce(line, '') AS line FROM {read}"
        )
        self._lines[name] = path

    def load_rows(self, name: str, columns: Sequence[str], rows: pa.Table) -> None:
        """Load these columns of an Arrow table into a temporary table."""
        self.con.create_table(name, obj=rows.select(list(columns)), temp=True, overwrite=True)

    def drop(self, *names: str) -> None:
        """Drop temporary tables."""
        for name in names:
            kind = "VIEW" if self._lines.pop(name, None) else "TABLE"
            self._run(f"DROP {kind} IF EXISTS {name}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what happens inside, or none of it."""
        self._run("BEGIN TRANSACTION")
        try:
            yield
        except BaseException:
            self._run("ROLLBACK")
            raise
        self._run("COMMIT")

    @contextmanager
    def sized_for(self, size: int) -> Iterator[None]:
        """Work on a small file with one thread: handing its rows between threads would cost more."""
        if size >= SMALL or "threads" in self._settings:
            yield
            return
        self._run("SET threads = 1")
        try:
            yield
        finally:
            self._run("RESET threads")

    def workers(self, pieces: int) -> AbstractContextManager[Do]:
        """The processors of this machine."""
        return workers(pieces)

    def spread(self, read: Callable[[Any], tuple[dict[str, pa.Table], str]], shares: Sequence[Any]) -> Iterator[str]:
        """Have processes of this machine do ``read`` on every share, and add the rows they give."""
        with workers(len(shares)) as do:
            for tables, said in do(read, shares):
                for table, rows in tables.items():
                    self._take(rows, f"INSERT INTO {table} BY NAME SELECT * FROM handed_over")
                yield said

    def _take(self, rows: pa.Table | pa.RecordBatch, statement: str) -> None:
        """Run a statement that reads Arrow rows as ``handed_over``."""
        self.con.con.register("handed_over", rows)
        self._run(statement)
        self.con.con.unregister("handed_over")

    def export(self, sql: str, target: str) -> None:
        """Write the rows of a query as Parquet files into a new folder."""
        target = _reachable(target)
        if "://" not in target:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
        options = "FORMAT parquet, COMPRESSION zstd, FILE_SIZE_BYTES '256MB'"
        self._run(f"COPY ({sql}) TO {_quoted(target)} ({options})")

    def import_rows(self, table: str, source: str) -> int:
        """Add the rows of all Parquet files in a folder."""
        return self.insert(table, f"SELECT * FROM read_parquet({_quoted(_reachable(source) + '/*.parquet')})")

    def files(self, folder: str) -> dict[str, list[Any]]:
        """Every Parquet file below a folder: size in bytes and SHA-256."""
        folder = _reachable(folder)
        found = f"read_blob({_quoted(folder + '/**/*.parquet')})"
        if "://" not in folder and not any(Path(folder).rglob("*.parquet")):
            return {}
        rows = self.ask(f"SELECT filename, size, sha256(content) AS sha256 FROM {found}").to_pylist()
        return {row["filename"][len(folder) + 1 :]: [row["size"], row["sha256"]] for row in rows}

    def read_text(self, address: str) -> str | None:
        """A small text file, None where there is none."""
        rows = self.ask(f"SELECT content FROM read_text({_quoted(_reachable(address))})").to_pylist()
        return rows[0]["content"] if rows else None

    def write_text(self, address: str, text: str) -> None:
        """Write a small text file."""
        options = "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01'"
        self._run(f"COPY (SELECT {_quoted(text.rstrip())}) TO {_quoted(_reachable(address))} ({options})")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _reachable(address: str) -> str:
    """A ``file:`` address as the path that it means; DuckDB reads every other kind as it stands."""
    return url2pathname(urlsplit(address).path) if address.startswith("file:") else address
