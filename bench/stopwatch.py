"""Where the time of a task goes, by kind of work, told from the statements that it sends to the engine.

What is spent outside the engine (digests, decoding, names read in Python) is one further kind, which the caller names.
"""

from __future__ import annotations

import re
import time
from typing import Any, Final

KINDS: Final = (
    (re.compile(r"\bread_(?:csv|parquet|json)\w*\s*\(", re.IGNORECASE), "read"),
    (re.compile(r"^\s*(?:INSERT|DELETE|UPDATE|COMMIT|CHECKPOINT|COPY)\b", re.IGNORECASE), "write"),
    (re.compile(r"\b(?:string_split|regexp_extract)\s*\(", re.IGNORECASE), "parse"),
)
"""The first that fits says what a statement is; every other one joins, groups or counts."""


def kind_of(sql: str) -> str:
    """The kind of work that a statement asks for: read, parse, join or write."""
    return next((kind for pattern, kind in KINDS if pattern.search(sql)), "join")


class Stopwatch:
    """Times every statement of one Ibis connection, from the moment it is made."""

    def __init__(self, con: Any, outside: str) -> None:
        self._outside = outside
        self._spent: dict[str, float] = {}
        self._begin = time.perf_counter()
        self._raw_sql = con.raw_sql
        con.raw_sql = self._timed

    def _timed(self, query: Any, *arguments: Any, **named: Any) -> Any:
        begin = time.perf_counter()
        try:
            return self._raw_sql(query, *arguments, **named)
        finally:
            kind = kind_of(str(query))
            self._spent[kind] = self._spent.get(kind, 0.0) + time.perf_counter() - begin

    def steps(self) -> dict[str, float]:
        """Seconds by kind of work so far, the largest first; together they are all the time since the start."""
        outside = max(time.perf_counter() - self._begin - sum(self._spent.values()), 0.0)
        spent = {**self._spent, self._outside: self._spent.get(self._outside, 0.0) + outside}
        return dict(sorted(spent.items(), key=lambda item: -item[1]))
