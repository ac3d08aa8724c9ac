"""Ingest: one file becomes one source, whole or not at all.

A format never writes to the book. It is handed an ``Intake`` and says, in SQL over the raw rows, which mentions, links,
measures and facts they state, and which rows it cannot read and why. The intake fills in identifiers, casts to the
tables' types, and writes everything in the transaction that its caller opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.vocabulary import SOURCE_TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from onrecord.book.book import Book

ROW_SPAN = 16
"""Ids that one raw row may use for its mentions (or links, or measures)."""
SOURCE_SPAN = 1 << 38
"""Ids that one source may use: about 17 thousand million rows."""


class Intake:
    """What a format writes through while its source is being read.

    In every SQL text ``{source}`` stands for the source id (quoted), ``{base}`` for the first id of this source. A row
    numbered ``n`` (from 1) uses the ids ``{base} + n * 16 + k`` with k from 0 to 15: the same file always gives the
    same ids within its source. No SELECT gives ``source_id``; the intake does.
    """

    def __init__(self, book: Book, source_id: str, source_no: int) -> None:
        self.source_id = source_id
        self.source_no = source_no
        self.base = source_no * SOURCE_SPAN
        self._engine = book.engine
        self._quoted = f"'{source_id}'"
        self._temporary: list[str] = []
        self._tally = dict.fromkeys(SOURCE_TABLES, 0)

    def lines(self, path: Path, name: str = "raw") -> None:
        """Load a text file as the temporary table ``name`` (n, line)."""
        self._engine.load_lines(path, name)
        self._temporary.append(name)

    def rows(self, rows: Iterable[Sequence[Any]], columns: Mapping[str, Column], name: str = "raw") -> None:
        """Load rows made in Python as the temporary table ``name`` with these columns."""
        import ibis
        import pyarrow as pa

        schema = ibis.schema(dict(columns)).to_pyarrow()
        values = list(zip(*rows, strict=True)) or [()] * len(columns)
        arrays = [pa.array(column, field.type) for column, field in zip(values, schema, strict=True)]
        table = pa.table(arrays, schema=schema)
        self._engine.load_rows(name, list(columns), table)
        self._temporary.append(name)

    def derive(self, name: str, sql: str) -> None:
        """Materialize one SELECT as the temporary table ``name``."""
        self._engine.keep(name, self._fill(sql))
        self._temporary.append(name)

    def insert(self, table: str, sql: str) -> int:
        """Add the rows of one SELECT to a table of the book; columns it does not name stay empty. Returns how many."""
        given = f"SELECT {self._quoted} AS source_id, stated.* FROM ({self._fill(sql)}) AS stated"
        number = self._engine.insert(table, given)
        self._tally[table] += number
        return number

    def quarantine(self, sql: str) -> int:
        """Set rows aside: the SELECT gives ``locator``, ``reason`` and ``raw``. Returns how many."""
        return self.insert("quarantine", sql)

    def value(self, sql: str) -> Any:
        """The single value that a SELECT over the raw rows gives (a date, a count)."""
        return self._engine.ask(self._fill(sql)).column(0)[0].as_py()

    def close(self) -> None:
        """Drop the temporary tables."""
        self._engine.drop(*dict.fromkeys(self._temporary))

    def counts(self) -> dict[str, int]:
        """How many rows this source has put into each table."""
        return dict(self._tally)

    def _fill(self, sql: str) -> str:
        return sql.replace("{source}", self._quoted).replace("{base}", str(self.base))
