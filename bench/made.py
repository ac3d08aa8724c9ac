"""What the questions work on, made once a run and shared by all of them: rows, cases, worlds.

Everything lies in one folder (``$ONRECORD_BENCH_WORK``), which the command makes and takes away again; ``--keep`` names
one that stays, so that a later run finds its data there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

from bench import rows as contribution_rows

WORK = "ONRECORD_BENCH_WORK"
LOOK = 0.2
"""Seconds between two looks at a folder that is being filled."""
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


class Fullest:
    """How large a folder gets while something works in it: 10^6 bytes, looked at five times a second.

    What an engine puts on disk on the way (a log, pieces that memory does not hold) is gone when it is done.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)
        self.mb = 0.0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(LOOK):
            # A file may go between being listed and being asked for its size.
            with suppress(OSError):
                self.mb = max(self.mb, size_mb(self._place))


def size_mb(path: Path) -> float:
    """Bytes of a file, or of all files in a folder, in 10^6."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return sum(p.stat().st_size for p in files) / 1e6
