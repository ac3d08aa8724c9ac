"""Benchmarks against peers and floors, one module a question. ``python -m bench`` runs them all.

A module answers with ``run()``: it prints what it measured, or one line that says why it could not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path


def shared() -> Path:
    """The folder of real records: ``$ONRECORD_SHARED``, else ``shared`` beside the checkout."""
    return Path(os.environ.get("ONRECORD_SHARED") or Path(__file__).parents[2] / "shared")


def best(task: Callable[[], object], times: int = 3) -> float:
    """The shortest of several runs, in seconds: what the work costs when nothing else disturbs it."""
    took = []
    for _ in range(times):
        begin = time.perf_counter()
        task()
        took.append(time.perf_counter() - begin)
    return min(took)
