"""How does the cost of working out who is who grow with the number of mentions?

Floor: the engine groups the mentions by their names, letter by letter, and nothing else. Ours: ``resolve`` over all
mentions of a book of contribution rows. No peer yet: Splink over the same mentions belongs here once it is a dependency.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import best, growth_ingest, made
from bench.apart import apart
from bench.row import Row, Side, limit_of
from bench.stopwatch import Stopwatch


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
    sql = "CREATE OR REPLACE TEMP TABLE grouped AS SELECT name, count(*) AS n FROM mention GROUP BY name"
    seconds = best(lambda: case.book.con.raw_sql(sql))
    case.close()
    return seconds


def ours(folder: str, memory: str | None = None) -> dict[str, Any]:
    """Resolve the case in ``folder``: seconds, seconds by kind of work, how many mentions, names and entities."""
    import pyarrow as pa

    from onrecord.book import engine
    from onrecord.case import Case

    case = Case(Path(folder))
    con = case.book.con
    engine.load_rows(con, "warm", ["a"], pa.table({"a": [1]}))  # the program's own start is not what is measured
    engine.drop(con, "warm")
    if memory:
        con.raw_sql(f"SET memory_limit = '{memory}'")
    mentions, names = con.raw_sql("SELECT count(*), count(DISTINCT name) FROM mention").fetchone()
    begin = time.perf_counter()
    watch = Stopwatch(con, outside="parse")  # names are read in Python, outside the engine
    entities = case.resolve()
    steps = watch.steps()
    resolved = time.perf_counter()
    case.close()
    end = time.perf_counter()
    steps["write"] = steps.get("write", 0.0) + end - resolved
    return {"seconds": end - begin, "steps": steps, "mentions": mentions, "names": names, "entities": entities}
