"""How does the cost of working out who is who grow with the number of mentions?

Floor: the engine groups the mentions by their names, letter by letter, and nothing else. Ours: ``resolve`` over all
mentions of a book of contribution rows. No peer yet: Splink over the same mentions belongs here once it is in use.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import best, growth_ingest, made
from bench.apart import apart
from bench.row import Row, Side, limit_of
from bench.stopwatch import Timed


def run(sizes: Sequence[int]) -> list[Row]:
    """One row of the report a size."""
    return [_row(size) for size in sizes]


def _row(size: int) -> Row:
    folder = made.once(f"resolved-{size}", lambda path: apart("bench.growth_resolve:book", size, str(path)))
    floor = apart("bench.growth_resolve:floor", str(folder))
    used = apart("bench.growth_resolve:ours", str(folder))
    return Row(
        "who is who over contribution rows",
        size,
        "rows",
        seconds=used.value["seconds"],
        cpu=used.cpu,
        floor=Side("group by name", floor.value),
        memory_mb=used.peak_mb,
        disk_mb=made.size_mb(folder),
        limit=limit_of(used.value["steps"]),
        steps=used.value["steps"],
        figures={name: used.value[name] for name in ("mentions", "names", "entities")},
    )


def book(size: int, folder: str) -> None:
    """A case that holds ``size`` contribution rows."""
    growth_ingest.ours(str(made.rows(size)), folder)


def floor(folder: str) -> float:
    """Seconds for the engine to group the mentions by name."""
    from onrecord.case import Case

    case = Case(Path(folder))
    sql = "SELECT name, count(*) AS n FROM mention GROUP BY name"
    seconds = best(lambda: case.book.engine.keep("grouped", sql))
    case.close()
    return seconds


def ours(folder: str, memory: str | None = None) -> dict[str, Any]:
    """Resolve the case in ``folder``: seconds, seconds by kind of work, how many mentions, names and entities."""
    import pyarrow as pa

    from onrecord.case import Case

    case = Case(Path(folder), memory=memory)
    case.book.engine.load_rows("warm", ["a"], pa.table({"a": [1]}))  # the program's own start is not what is measured
    case.book.engine.drop("warm")
    counted = case.book.rows("SELECT count(*) AS mentions, count(DISTINCT name) AS names FROM mention")[0]
    begin = time.perf_counter()
    watch = Timed(case.book.engine, outside="parse")  # names are read in Python, outside the engine
    case.book.engine = watch
    entities = case.resolve()
    case.close()
    return {"seconds": time.perf_counter() - begin, "steps": watch.steps(), **counted, "entities": entities}
