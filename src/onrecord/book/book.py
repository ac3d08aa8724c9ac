"""The record book: all tables of a case behind one connection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.errors import LocatorError, QueryError
from onrecord.vocabulary import TABLES, Coverage

if TYPE_CHECKING:
    import pyarrow as pa

    from onrecord.book.engine import Engine

READS = re.compile(r"^\s*(?:--[^\n]*\n\s*)*(select|with|from|describe|show|summarize|explain|values)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of the book, as ``onrecord sources`` lists it."""

    source_id: str
    source_no: int
    path: str
    format: str
    title: str
    publisher: str
    sha256: str
    retrieved_at: str
    coverage: Coverage
    rows_read: int
    rows_quarantined: int


class Book:
    """All tables of a case. Opening it creates what is missing; nothing is read until it is asked for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @property
    def con(self) -> Any:
        """The Ibis connection, for expressions."""
        return self.engine.con

    def close(self) -> None:
        """Give the book back to other programs."""
        self.engine.close()

    def arrow(self, sql: str) -> pa.Table:
        """The answer to one SQL text in DuckDB's dialect, as an Arrow table."""
        return self.engine.ask(sql)

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The answer to one SQL text, a dictionary a row."""
        return list(self.arrow(sql).to_pylist())

    def query(self, sql: str) -> pa.Table:
        """A person's own query. Only reads: anything that could write is refused with a QueryError."""
        import sqlglot

        text = sql.strip().rstrip(";")
        if not READS.match(text) or ";" in text:
            raise QueryError("only one reading query at a time", advice="begin with SELECT, WITH, FROM or DESCRIBE")
        wrong: tuple[type[Exception], ...] = (*self.engine.errors, sqlglot.errors.SqlglotError)
        try:
            return self.engine.ask(text)
        except wrong as error:
            raise QueryError(str(error).splitlines()[0], advice="docs/schema.md describes the tables") from error

    def sources(self) -> list[SourceRow]:
        """Every source of the book, in the order in which they were added."""
        return [_source(row) for row in self.rows("SELECT * FROM source ORDER BY source_no")]

    def source(self, prefix: str) -> SourceRow:
        """The source whose id begins with ``prefix``; LocatorError if there is none, or more than one."""
        found = [row for row in self.sources() if row.source_id.startswith(prefix)]
        if len(found) == 1:
            return found[0]
        advice = "onrecord sources lists them"
        if found:
            raise LocatorError(f"{prefix!r} begins more than one source id", advice=advice)
        raise LocatorError(f"no source of this book is called {prefix!r}", advice=advice)

    def restate(self, source: SourceRow) -> None:
        """Replace what is said of a source: what it covers, where its file lies. Its rows stay as they are."""
        others = f"SELECT {', '.join(TABLES['source'])} FROM source WHERE source_id <> {literal(source.source_id)}"
        with self.engine.transaction():
            self.engine.replace("source", f"{others} UNION ALL {_stated(source)}")

    def supersede(self) -> int:
        """Mark the links that another source states better; returns how many. Whoever has added sources calls it."""
        several = self.rows("SELECT count(DISTINCT source_id) > 1 AS several FROM link")[0]["several"]
        return self.engine.replace("superseded", SUPERSEDED if several else "SELECT * FROM superseded WHERE FALSE")

    def add_source(self, row: SourceRow) -> None:
        """Put one source on the list of sources; its rows are in the book from then on."""
        self.engine.insert("source", _stated(row))


def _stated(row: SourceRow) -> str:
    """SQL: one row of the table ``source``, in the order of its columns."""
    said = row.coverage
    plain = {name: getattr(row, name) for name in SourceRow.__dataclass_fields__ if name != "coverage"}
    plain |= {"covers": said.covers, "coverage_from": said.date_from, "coverage_to": said.date_to}
    plain |= {"coverage_complete": said.complete}
    return "SELECT " + ", ".join(f"{literal(plain[name])} AS {name}" for name in TABLES["source"])


def literal(value: str | int | bool | None) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value).upper()


def _source(row: dict[str, Any]) -> SourceRow:
    coverage = Coverage(row["covers"], row["coverage_from"], row["coverage_to"], bool(row["coverage_complete"]))
    plain = {name: row[name] for name in SourceRow.__dataclass_fields__ if name != "coverage"}
    return SourceRow(**plain, coverage=coverage)


CURRENT_LINKS = "SELECT link.* FROM link ANTI JOIN superseded USING (link_id)"
"""Every link once: a register's own key names one record, however many copies of the register the book holds."""

SUPERSEDED = """
SELECT link_id FROM (
    SELECT link_id, row_number() OVER (PARTITION BY kind, locator ORDER BY size, format, link_id DESC) AS place
    FROM (SELECT kind, locator FROM link WHERE contains(locator, '=') GROUP BY kind, locator HAVING count(*) > 1)
    JOIN link USING (kind, locator) LEFT JOIN source USING (source_id)
    LEFT JOIN (SELECT format, sum(rows_read) AS size FROM source GROUP BY format) AS file USING (format))
WHERE place > 1
"""
"""The links that another source of the book states too, and states better.

Within a format the newest source wins, so that a later export corrects an earlier one. Where one file is contained in
another (the federal file of gifts to candidates in that of all transactions between committees), the narrower one says
more about the record, and wins in whatever order they were added.
"""
