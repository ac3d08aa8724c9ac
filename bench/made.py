"""What the questions work on, made once a run and shared by all of them: rows, cases, worlds.

Everything lies in one folder (``$ONRECORD_BENCH_WORK``), which the command makes and takes away again; ``--keep`` names
one that stays, so that a later run finds its data there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from bench import rows as contribution_rows

WORK = "ONRECORD_BENCH_WORK"
DONE = ".whole"
"""A file beside what was made whole: a run that was stopped leaves none, and its piece is made anew."""


def folder(name: str) -> Path:
    """The path ``name`` in the run's folder; it need not exist."""
    place = os.environ.get(WORK)
    if not place:
        raise RuntimeError(f"no folder for made data: set ${WORK}")
    return Path(place) / name


def once(name: str, make: Callable[[Path], object]) -> Path:
    """The file or folder ``name``, made by ``make`` if it is not there whole."""
    path, mark = folder(name), folder(name + DONE)
    if not mark.exists():
        shutil.rmtree(path, ignore_errors=True)
        make(path)
        mark.touch()
    return path


def rows(size: int) -> Path:
    """A file of ``size`` contribution rows."""
    return once(f"rows-{size}.txt", lambda path: contribution_rows.write(path, size))


def size_mb(path: Path) -> float:
    """Bytes of a file, or of all files in a folder, in 10^6."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sum(p.stat().st_size for p in files) / 1e6
