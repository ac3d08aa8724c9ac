"""Does adding more rows than memory holds finish, and what does it cost?

The engine may hold 1 GB; the rows, as text and with all that is made of them on the way, are several times that from
ten million rows on. Peer: the same work without the limit. The process as a whole holds more than the engine: Python,
and what the engine does not count (its own allocator keeps some back).
"""

from __future__ import annotations

from collections.abc import Sequence

from bench import made
from bench.apart import TaskError, apart
from bench.row import Row, Side, limit_of

MEMORY = "1GB"
MANY = 10_000_000
"""Fewer rows than this fit into the limit, or nearly so, and show nothing."""


def run(sizes: Sequence[int]) -> list[Row]:
    """One row of the report, for the largest size if it is large enough."""
    question = f"rows into the book, engine held to {MEMORY}"
    size = max(sizes, default=0)
    if size < MANY:
        return [Row(question, MANY, "rows", skipped=f"needs --sizes {MANY:.0e}".replace("e+0", "e"))]
    text = made.rows(size)
    free = apart("bench.growth_ingest:ours", str(text), str(made.folder("free")))
    try:
        held = apart("bench.growth_ingest:ours", str(text), str(made.folder("held")), MEMORY)
    except TaskError as error:
        return [Row(question, size, "rows", skipped=f"did not finish: {error}")]
    value = held.value
    return [
        Row(
            question,
            size,
            "rows",
            seconds=value["seconds"],
            cpu=held.cpu,
            peer=Side("the same without a limit", free.value["seconds"]),
            memory_mb=held.peak_mb,
            disk_mb=value["disk_mb"],
            input_mb=text.stat().st_size / 1e6,
            limit=limit_of(value["steps"]),
            steps=value["steps"],
            figures={"mentions": value["mentions"], "links": value["links"], "set aside": value["aside"]},
            note=f"on the way {value['fullest_mb']:,.0f} MB of disk; with no limit the peak is {free.peak_mb:,.0f} MB",
        )
    ]
