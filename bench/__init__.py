"""Benchmarks against peers and floors, one module a question. ``python -m bench`` runs them and writes one report.

A question's module answers ``run(sizes) -> list[Row]``; the rest of this room is what they share:

    row.py        what one measurement says
    apart.py      a task in a process of its own: its time, its memory, nobody else's
    stopwatch.py  where the time of a task goes: read, parse, join, model, write
    rows.py       contribution rows in the official layout, as many as are asked for
    worlds.py     made-up worlds with known truth, as a case
    report.py     rows as a table, as Markdown, as JSON
    reference.py  what changed since the frozen run
    scale.py      measured constants, and what they say of a thousand million rows
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The checkout."""


def shared() -> Path:
    """The folder of real records: ``$ONRECORD_SHARED``, else ``shared`` beside the checkout."""
    return Path(os.environ.get("ONRECORD_SHARED") or ROOT.parent / "shared")


def best(task: Callable[[], object], times: int = 3) -> float:
    """The shortest of several runs, in seconds: what the work costs when nothing else disturbs it."""
    took = []
    for _ in range(times):
        begin = time.perf_counter()
        task()
        took.append(time.perf_counter() - begin)
    return min(took)
