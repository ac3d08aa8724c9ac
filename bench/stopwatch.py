"""Where the time of a task goes, by kind of work, told from what it asks of the engine.

What is spent outside the engine (digests, decoding, names read in Python) is one further kind, which the caller names.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

KINDS: Final = {
    "load_lines": "read", "import_rows": "read", "load_rows": "write", "insert": "write", "replace": "write",
    "export": "write", "close": "write", "keep": "join", "ask": "join",
}  # fmt: skip
"""What each method of an engine is, unless its SQL says otherwise."""
PARSES: Final = re.compile(r"\b(?:string_split|regexp_extract)\w*\s*\(", re.IGNORECASE)
"""Fields cut out of text: held under a name, that is parsing, whatever is joined to it on the way."""


class Timed:
    """An engine that notes how long everything takes that is asked of it, from the moment it is made.

    Put it in an engine's place (``book.engine = Timed(book.engine, outside="read")``).
    """

    def __init__(self, engine: Any, outside: str) -> None:
        self._engine = engine
        self._outside = outside
        self._spent: dict[str, float] = {}
        self._begin = time.perf_counter()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._engine, name)
        if name == "transaction":
            return lambda: self._committed(found())
        return self._noted(found, KINDS[name]) if name in KINDS else found

    def steps(self) -> dict[str, float]:
        """Seconds by kind of work so far, the largest first; together they are all the time since the start."""
        outside = max(time.perf_counter() - self._begin - sum(self._spent.values()), 0.0)
        spent = {**self._spent, self._outside: self._spent.get(self._outside, 0.0) + outside}
        return dict(sorted(spent.items(), key=lambda item: -item[1]))

    def _noted(self, method: Callable[..., Any], kind: str) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            parses = kind == "join" and any(isinstance(a, str) and PARSES.search(a) for a in arguments)
            with self._noting("parse" if parses else kind):
                return method(*arguments, **named)

        return timed

    @contextmanager
    def _noting(self, kind: str) -> Iterator[None]:
        begin = time.perf_counter()
        try:
            yield
        finally:
            self._spent[kind] = self._spent.get(kind, 0.0) + time.perf_counter() - begin

    @contextmanager
    def _committed(self, inner: AbstractContextManager[Any]) -> Iterator[Any]:
        """A transaction: what happens inside is noted as such, the commit as writing."""
        value = inner.__enter__()
        try:
            yield value
        except BaseException as error:
            if not inner.__exit__(type(error), error, error.__traceback__):
                raise
        else:
            with self._noting("write"):
                inner.__exit__(None, None, None)
