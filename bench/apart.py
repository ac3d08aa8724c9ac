"""A task in a process of its own, so that its time and its peak memory are its own.

``apart("bench.growth_ingest:ours", …)`` starts a fresh interpreter, calls the function with these arguments (anything
that JSON can hold) and gives back what it returned, with what the process used. What the task prints goes to standard
error.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from bench import ROOT

MB = 1e6
PATIENCE = 10.0
"""Seconds that a task which was told to end may take."""


class TaskError(Exception):
    """A task that ended otherwise than by returning; the message is the last line it left."""


@dataclass(frozen=True, slots=True)
class Used:
    """What a task returned, how long the call took on the wall and on all processors, and the process's peak (MB)."""

    value: Any
    seconds: float
    cpu: float
    peak_mb: float


def apart(task: str, *arguments: Any) -> Used:
    """Run ``module:function`` with ``arguments`` in a fresh process; TaskError if it fails."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "bench.apart", task, json.dumps(arguments), str(answer)]
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        # Straight to the descriptor: the answer has a file of its own, and standard output belongs to the report.
        running = subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": path}, stdout=2, stderr=subprocess.PIPE, text=True
        )
        with _ended_with_us(running):
            said = running.communicate()[1]
        if running.returncode or not answer.exists():
            lines = said.strip().splitlines() or [f"ended with status {running.returncode}"]
            raise TaskError(f"{task}: {lines[-1]}")
        return Used(**json.loads(answer.read_text(encoding="utf-8")))


@contextmanager
def _ended_with_us(running: subprocess.Popen[str]) -> Iterator[None]:
    """Whoever stops this process stops the task too, and what the task itself has started."""
    try:
        yield
    finally:
        if running.poll() is None:
            running.terminate()
            try:
                running.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()


def stop_when_told() -> None:
    """Take the signal to end as a reason to leave in order, so that nothing is left running."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def peak_mb() -> float:
    """The most memory that this process has held, in 10^6 bytes."""
    # The kernel carries a parent's maximum over into getrusage; the mark in /proc is this program's alone.
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024 / MB
    except (OSError, StopIteration):
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MB


def cpu_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    own, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime


def _run(task: str, arguments: str, answer: str) -> None:
    module, _, name = task.partition(":")
    function = getattr(import_module(module), name)
    cpu, begin = cpu_seconds(), time.perf_counter()
    value = function(*json.loads(arguments))
    used = {"seconds": time.perf_counter() - begin, "cpu": cpu_seconds() - cpu, "peak_mb": peak_mb()}
    Path(answer).write_text(json.dumps({"value": value, **used}), encoding="utf-8")


if __name__ == "__main__":
    stop_when_told()
    _run(*sys.argv[1:])
