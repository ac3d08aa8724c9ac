"""The engine beneath the book: what a record book asks of a database, and which one an address names.

Everything set-wise is one SQL text in DuckDB's dialect (or an Ibis expression over ``con``), so that it runs unchanged
on every engine. Only the modules that implement this protocol may know which engine it is: ``duckdb_engine`` (one file,
one machine) and ``spark_engine`` (a folder of Parquet, one machine or a cluster).
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from onrecord.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import pyarrow as pa

    from onrecord.book.workers import Do

DEFAULT: Final = "duckdb://book.duckdb"
MEMORY: Final = re.compile(r"^\s*([0-9]+(?:\.[0-9]+)?)\s*(MB|GB|MIB|GIB|M|G)\s*$", re.IGNORECASE)


class Engine(Protocol):
    """A database that holds one record book. All SQL is one SELECT in DuckDB's dialect."""

    name: str

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """What it raises where a query is wrong."""
        ...

    @property
    def con(self) -> Any:
        """The Ibis connection."""
        ...

    def ask(self, sql: str) -> pa.Table:
        """The answer to a query."""
        ...

    def keep(self, name: str, sql: str) -> None:
        """Hold the answer to a query as the temporary table ``name``, which it may itself read and replace."""
        ...

    def keep_read(
        self, name: str, sql: str, read: Callable[[pa.RecordBatch], pa.RecordBatch], schema: pa.Schema
    ) -> None:
        """Hold what ``read`` makes of the answer to a query as the temporary table ``name``.

        It is given a batch of rows at a time, as Arrow, and gives rows of ``schema``; where there is much to read, in
        several processes at once, so it must be a function of a module or a partial of one. Never more than some
        batches are held.
        """
        ...

    def insert(self, table: str, sql: str) -> int:
        """Add the rows of a query to a table of the book, column by name; columns that it does not give stay empty.

        Returns how many rows. ValueError if it gives a column that the table does not have.
        """
        ...

    def replace(self, table: str, sql: str) -> int:
        """Put the rows of a query in the place of all rows of a table; returns how many rows."""
        ...

    def load_lines(self, path: Path, name: str) -> None:
        """Load a text file into the temporary table ``name`` (n, line): one row a line, numbered from 1.

        Nothing is interpreted: no quoting, no header, no types. The file must be UTF-8 (see ``sources.opened``).
        """
        ...

    def load_rows(self, name: str, columns: Sequence[str], rows: pa.Table) -> None:
        """Load these columns of an Arrow table into the temporary table ``name``."""
        ...

    def drop(self, *names: str) -> None:
        """Drop temporary tables."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All of what happens inside, or none of it."""
        ...

    def sized_for(self, size: int) -> AbstractContextManager[None]:
        """Work inside on one file of ``size`` bytes."""
        ...

    def workers(self, pieces: int) -> AbstractContextManager[Do]:
        """Where work on so many pieces is done: in processes of this machine, or on a cluster."""
        ...

    def spread(self, read: Callable[[Any], tuple[dict[str, pa.Table], str]], shares: Sequence[Any]) -> Iterator[str]:
        """Have workers do ``read`` on every share; add the rows they give, table by table, and yield what they say."""
        ...

    # ── moving a book: addresses are local paths, or whatever else the engine can reach (an object store) ────────

    def export(self, sql: str, target: str) -> None:
        """Write the rows of a query as Parquet files into the new folder ``target``."""
        ...

    def import_rows(self, table: str, source: str) -> int:
        """Add the rows of all Parquet files in the folder ``source`` to a table of the book."""
        ...

    def files(self, folder: str) -> dict[str, list[Any]]:
        """Every Parquet file below a folder, by its path from there: size in bytes and SHA-256. Empty if none is."""
        ...

    def read_text(self, address: str) -> str | None:
        """A small text file, None where there is none."""
        ...

    def write_text(self, address: str, text: str) -> None:
        """Write a small text file."""
        ...

    def close(self) -> None:
        """Give the book back to other programs."""
        ...


def open_engine(
    address: str, folder: Path, *, memory: str | None = None, settings: Mapping[str, str] | None = None
) -> Engine:
    """The engine that an address such as ``duckdb://book.duckdb`` or ``pyspark://book`` names, its tables in place.

    A relative path is one in ``folder``. ``memory`` is the most that it may hold at once (``2GB``; it then works in
    pieces on disk, slower); ``settings`` are options of the engine's own.
    """
    scheme, mark, place = address.partition("://")
    limit = megabytes(memory) if memory is not None else None
    if mark and place and scheme == "duckdb":
        from onrecord.book.duckdb_engine import DuckDB

        return DuckDB(folder / place, limit, dict(settings or {}))
    if mark and place and scheme == "pyspark":
        from onrecord.book.spark_engine import Spark

        root = place if "://" in place else str((folder / place).resolve())
        return Spark(root, limit, dict(settings or {}))
    raise CaseError(
        f"no engine for the book {address!r}",
        advice='write book = "duckdb://book.duckdb" or "pyspark://book" into onrecord.toml',
    )


def megabytes(text: str) -> int:
    """Read an amount of memory such as ``2GB`` or ``500 MB``; CaseError says what is expected."""
    found = MEMORY.match(text)
    size = float(found[1]) * (1024 if found[2][0] in "gG" else 1) if found else 0
    if size < 128:
        raise CaseError(f"{text!r} is no amount of memory to work in", advice="write for example 2GB; at least 128MB")
    return int(size)
