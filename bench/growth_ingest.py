"""How does the cost of adding contribution rows to a book grow with their number?

Floor: read the file's bytes. Peer: DuckDB alone, the same text to Parquet, nothing interpreted. Ours: add the file to a
new case (digest, recognition, mentions, links, quarantine), without working out who is who; the aim is 10 million rows
in a minute under 4 GB on two cores.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import best, made
from bench.apart import apart
from bench.row import Row, Side, limit_of
from bench.stopwatch import Timed

CHUNK = 1 << 22
FEW = 100_000
"""Up to so many rows, the best of three runs counts; above, one run is steady enough."""


def run(sizes: Sequence[int]) -> list[Row]:
    """One row of the report a size."""
    return [_row(size) for size in sizes]


def _row(size: int) -> Row:
    text = made.rows(size)
    times = 3 if size <= FEW else 1
    floor = apart("bench.growth_ingest:floor", str(text), times)
    peer = apart("bench.growth_ingest:peer", str(text), times)
    used = [apart("bench.growth_ingest:ours", str(text), str(made.folder(f"case-{size}"))) for _ in range(times)]
    mine = min(used, key=lambda u: float(u.value["seconds"]))
    return Row(
        "contribution rows into the book",
        size,
        "rows",
        seconds=mine.value["seconds"],
        cpu=mine.cpu,
        peer=Side("DuckDB copy to Parquet", peer.value),
        floor=Side("read the bytes", floor.value),
        memory_mb=mine.peak_mb,
        disk_mb=mine.value["disk_mb"],
        input_mb=text.stat().st_size / 1e6,
        limit=limit_of(mine.value["steps"]),
        steps=mine.value["steps"],
        figures={"mentions": mine.value["mentions"], "links": mine.value["links"], "set aside": mine.value["aside"]},
        note=f"on the way {mine.value['fullest_mb']:,.0f} MB of disk; peer's peak {peer.peak_mb:,.0f} MB",
    )


def floor(text: str, times: int) -> float:
    """Seconds to read every byte of the file."""

    def read() -> None:
        with Path(text).open("rb", buffering=0) as file:
            while file.read(CHUNK):
                pass

    return best(read, times)


def peer(text: str, times: int) -> float:
    """Seconds for the engine alone to copy the file to Parquet, every field as text."""
    import duckdb

    target = Path(text).with_suffix(".parquet")
    con = duckdb.connect()
    fields = "delim='|', header=false, quote='', all_varchar=true, null_padding=true"
    seconds = best(
        lambda: con.execute(f"COPY (FROM read_csv('{text}', {fields})) TO '{target}' (FORMAT parquet)"), times
    )
    con.close()
    target.unlink()
    return seconds


def ours(text: str, folder: str, memory: str | None = None) -> dict[str, Any]:
    """Add the file to a new case in ``folder``: seconds, seconds by kind of work, megabytes, counts.

    ``memory`` is what the engine may hold ("1GB"), as much as it likes where it is None.
    """
    import duckdb  # noqa: F401  the program's own start is not what is measured
    import ibis  # noqa: F401

    from onrecord.case import Case

    shutil.rmtree(folder, ignore_errors=True)
    begin = time.perf_counter()
    Case.create(Path(folder))
    case = Case(Path(folder), memory=memory)
    assert case.book.con is not None  # the engine opens when it is first asked for something
    watch = Timed(case.book.engine, outside="read")
    case.book.engine = watch
    opened = time.perf_counter() - begin
    with made.Fullest(Path(folder)) as fullest:
        summary = case.add_unresolved(Path(text))
        case.close()
    steps = watch.steps()
    return {
        "seconds": time.perf_counter() - begin,
        "steps": {**steps, "open": opened},
        "fullest_mb": fullest.mb,
        "disk_mb": made.size_mb(Path(folder)),
        "mentions": summary.mentions,
        "links": summary.links,
        "aside": summary.rows_quarantined,
    }
