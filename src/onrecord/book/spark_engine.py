"""A record book in a folder of Parquet files, worked by Spark: on this machine, or on a cluster that already stands.

Spark has no transactions over several tables, and no table survives its session without a metastore. So the book keeps
a log of its own (``spark_files``), and every table is what the newest entry says: readers see one state throughout. The
folder may lie in an object store (``pyspark://s3a://bucket/book``); everything goes through Spark's own file systems.
"""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from onrecord.book import spark_lines, spark_parcels, spark_session
from onrecord.book.spark_files import Files, State
from onrecord.book.spark_sql import translated
from onrecord.vocabulary import TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from onrecord.book.workers import Do

SQL_TYPES: Final[dict[Column, str]] = {
    "int64": "BIGINT",
    "float64": "DOUBLE",
    "string": "STRING",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
}


class Spark:
    """A folder (local, or an address that Spark knows). ``memory`` is the driver's, in MB; ``settings`` are Spark's own
    (https://spark.apache.org/docs/latest/configuration.html), for example ``spark.master``."""

    name = "pyspark"

    def __init__(self, root: str, memory: int | None = None, settings: Mapping[str, str] | None = None) -> None:
        self.root = root.rstrip("/")
        self._given = dict(settings or {}) | ({"spark.driver.memory": f"{memory}m"} if memory else {})
        self._temporary: dict[str, str] = {}
        self._open: list[str] | None = None
        self._logged = 0
        self._views: State = {}

    @cached_property
    def errors(self) -> tuple[type[Exception], ...]:
        """What Spark raises where a query is wrong."""
        _ = self.session  # says what to install where there is no Spark
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        return (PySparkException, Py4JError)

    @cached_property
    def session(self) -> Any:
        """This book's own Spark session."""
        return spark_session.start(self._given)

    @cached_property
    def _tables(self) -> Any:
        """The session, the book's tables in place."""
        self._refresh()
        return self.session

    @cached_property
    def _files(self) -> Files:
        return Files(self.session, self.root)

    @cached_property
    def _state(self) -> State:
        self._logged, state = self._files.newest()
        return state

    @cached_property
    def con(self) -> Any:
        """The Ibis connection, the book's tables in place."""
        import ibis

        return ibis.pyspark.connect(self._tables)

    def close(self) -> None:
        """Let go of the book. The session stays: another book may be using it."""
        self.drop(*self._temporary)
        for table in self._views:
            self.session.catalog.dropTempView(table)
        self._views = {}
        for name in ("con", "_tables", "_state"):
            self.__dict__.pop(name, None)

    # ── queries ──────────────────────────────────────────────────────────────────────────────────────────────

    def ask(self, sql: str) -> pa.Table:
        """The answer to a query."""
        return self._query(sql).toArrow()

    def keep(self, name: str, sql: str) -> None:
        """Hold the answer to a query as a temporary table: written out, so that nothing is worked out twice."""
        self._hold(name, self._query(sql))

    def keep_read(
        self, name: str, sql: str, read: Callable[[pa.RecordBatch], pa.RecordBatch], schema: pa.Schema
    ) -> None:
        """Hold what ``read`` makes of the answer to a query, on Spark's workers, as a temporary table."""
        from pyspark.sql.pandas.types import from_arrow_schema

        self._hold(name, self._query(sql).mapInArrow(lambda rows: map(read, rows), from_arrow_schema(schema)))

    def load_lines(self, path: Path, name: str) -> None:
        """Load a text file into a temporary table (n, line)."""
        target = self._files.scratch()
        spark_lines.placed(self.session, self._files.within_reach(path)).write.parquet(target)
        self._show(name, target, spark_lines.numbered(self.session.read.parquet(target)))

    def load_rows(self, name: str, columns: Sequence[str], rows: pa.Table) -> None:
        """Load these columns of an Arrow table into a temporary table."""
        self._hold(name, self.session.createDataFrame(rows.select(list(columns))))

    def drop(self, *names: str) -> None:
        """Drop temporary tables and what they hold on disk."""
        for name in names:
            self.session.catalog.dropTempView(name)
            if name in self._temporary:
                self._files.remove(self._temporary.pop(name))

    # ── tables of the book ───────────────────────────────────────────────────────────────────────────────────

    def insert(self, table: str, sql: str) -> int:
        """Add the rows of a query to a table of the book, column by name."""
        return self._add(table, self._query(sql))

    def replace(self, table: str, sql: str) -> int:
        """Put the rows of a query in the place of all rows of a table, which the query may read."""
        folder, number = self._written(table, self._query(sql))
        self._change(table, [folder] if number else [])
        return number

    @contextmanager
    def workers(self, pieces: int) -> Iterator[Do]:
        """Spark's workers; a single piece is not worth sending."""

        def do(read: Callable[[Any], Any], given: Iterable[Any], /) -> Iterator[Any]:
            shares = list(given)
            if len(shares) < 2:
                return map(read, shares)
            sent = self.session.sparkContext.parallelize(shares, len(shares))
            return iter(sent.map(lambda share: read(share)).collect())

        yield do

    def spread(self, read: Callable[[Any], tuple[dict[str, pa.Table], str]], shares: Sequence[Any]) -> Iterator[str]:
        """Have Spark's workers do ``read`` on every share, and add the rows they give."""
        if not shares:
            return
        context = self._tables.sparkContext
        handed = context.parallelize(shares, len(shares)).flatMap(lambda share: spark_parcels.packed(read(share)))
        self._hold("handed_over", self.session.createDataFrame(handed, "name string, content binary"))
        parcels = self.session.table("handed_over")
        for table in TABLES:
            wanted = parcels.where(f"name = '{table}'").select("content")
            schema = ", ".join(f"`{name}` {SQL_TYPES[kind]}" for name, kind in TABLES[table].items())
            self._add(table, wanted.mapInArrow(spark_parcels.unpacked, schema))
        for row in parcels.where(f"name = '{spark_parcels.SAID}'").collect():
            yield bytes(row["content"]).decode()
        self.drop("handed_over")

    def export(self, sql: str, target: str) -> None:
        """Write the rows of a query as Parquet files into a new folder."""
        self._query(sql).write.parquet(target)

    def import_rows(self, table: str, source: str) -> int:
        """Add the rows of all Parquet files in a folder."""
        return self._add(table, self.session.read.parquet(source))

    def files(self, folder: str) -> dict[str, list[Any]]:
        """Every Parquet file below a folder: size in bytes and SHA-256."""
        return self._files.digests(folder)

    def read_text(self, address: str) -> str | None:
        """A small text file, None where there is none."""
        return self._files.text(address)

    def write_text(self, address: str, text: str) -> None:
        """Write a small text file."""
        self._files.write(address, text)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what happens inside, or none of it: one entry in the log, at the end."""
        before, self._open = self._state, []
        try:
            yield
        except BaseException:
            written, self._open = self._open, None
            self._state = before
            self._refresh()
            for folder in written:
                self._files.remove(self._files.path(folder))
            raise
        self._open = None
        if self._state != before:
            self._log()

    @contextmanager
    def sized_for(self, size: int) -> Iterator[None]:
        """Nothing to do: Spark parts a file by itself."""
        yield

    def _query(self, sql: str) -> Any:
        return self._tables.sql(translated(sql))

    def _written(self, table: str, rows: Any) -> tuple[str, int]:
        """Write rows as a new folder of a table, every column in the table's type; returns the folder and how many."""
        columns = TABLES[table]
        if unknown := [name for name in rows.columns if name not in columns]:
            raise ValueError(f"{table}: there is no column {unknown[0]!r}")
        given = {name: f"CAST(`{name}` AS {SQL_TYPES[kind]})" for name, kind in columns.items() if name in rows.columns}
        folder = f"data/{table}/{uuid.uuid4().hex}"
        rows.selectExpr(
            *(f"{given.get(name, f'CAST(NULL AS {SQL_TYPES[kind]})')} AS `{name}`" for name, kind in columns.items())
        ).write.parquet(self._files.path(folder))
        if self._open is not None:
            self._open.append(folder)
        return folder, int(self.session.read.parquet(self._files.path(folder)).count())

    def _add(self, table: str, rows: Any) -> int:
        folder, number = self._written(table, rows)
        self._change(table, [*self._state.get(table, []), *([folder] if number else [])])
        return number

    def _log(self) -> None:
        self._files.log(self._logged + 1, self._state)
        self._logged += 1

    def _change(self, table: str, folders: list[str]) -> None:
        self._state = {**self._state, table: folders}
        self._refresh()
        if self._open is None:
            self._log()

    def _refresh(self) -> None:
        """Show every table as it now stands; those that did not change are left alone."""
        for table, columns in TABLES.items():
            folders = self._state.get(table, [])
            if self._views.get(table) == folders:
                continue
            schema = ", ".join(f"`{name}` {SQL_TYPES[kind]}" for name, kind in columns.items())
            read = self.session.read.schema(schema).parquet
            rows = read(*map(self._files.path, folders)) if folders else self.session.createDataFrame([], schema)
            rows.createOrReplaceTempView(table)
            self._views[table] = folders

    # ── temporary tables ─────────────────────────────────────────────────────────────────────────────────────

    def _hold(self, name: str, rows: Any) -> None:
        target = self._files.scratch()
        rows.write.parquet(target)
        self._show(name, target, self.session.read.parquet(target))

    def _show(self, name: str, folder: str, rows: Any) -> None:
        """Make rows that stand in ``folder`` the temporary table ``name``; what that name held before goes."""
        earlier = self._temporary.get(name)
        rows.createOrReplaceTempView(name)
        self._temporary[name] = folder
        if earlier:
            self._files.remove(earlier)
