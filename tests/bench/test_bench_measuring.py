"""Time and memory are those of the task, and the steps are all of its time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench.apart import TaskError, apart
from bench.stopwatch import Timed

from bench import made


def test_a_task_returns_its_value_and_what_it_used() -> None:
    used = apart("json:dumps", {"a": [1, None]})
    assert used.value == '{"a": [1, null]}'
    assert 0 <= used.seconds < 5
    assert 1 < used.peak_mb < 200


def test_memory_is_that_of_the_task_alone() -> None:
    held = bytearray(300_000_000)  # this process is large; the task is not
    held[::4096] = b"x" * len(held[::4096])
    small, large = apart("builtins:len", "x").peak_mb, apart("builtins:eval", "len(bytearray(100_000_000))").peak_mb
    assert small < 150
    assert 80 < large - small < 130


def test_a_failing_task_says_why() -> None:
    with pytest.raises(TaskError, match=r"json:loads: .*Expecting value"):
        apart("json:loads", "nonsense")


def test_stopping_the_caller_stops_the_task(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    tell = f"__import__('pathlib').Path({str(mark)!r}).write_text(str(__import__('os').getpid()))"
    sleeper = f"{tell} and __import__('time').sleep(60)"
    code = f"from bench.apart import apart, stop_when_told; stop_when_told(); apart('builtins:eval', {sleeper!r})"
    caller = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2])
    deadline = time.monotonic() + 20
    while not (mark.exists() and mark.read_text(encoding="utf-8")) and time.monotonic() < deadline:
        time.sleep(0.02)
    task = int(mark.read_text(encoding="utf-8"))
    caller.terminate()
    assert caller.wait(20) == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(task, 0)


class Engine:
    """An engine whose every call takes a known time."""

    def keep(self, name: str, sql: str) -> None:
        time.sleep(0.02)

    def insert(self, table: str, sql: str) -> int:
        time.sleep(0.04)
        return 7

    def load_lines(self, path: Path, name: str) -> None:
        time.sleep(0.01)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        yield
        time.sleep(0.03)

    @property
    def name(self) -> str:
        return "engine"


def test_steps_tell_kinds_of_work_apart_and_add_up() -> None:
    begin = time.perf_counter()
    watch = Timed(Engine(), outside="read")
    with watch.transaction():
        watch.load_lines(Path("a"), "raw")
        watch.keep("items", "SELECT string_split(line, '|') FROM raw")
        watch.keep("grouped", "SELECT name, count(*) FROM items GROUP BY name")
        assert watch.insert("link", "SELECT 1") == 7
    time.sleep(0.05)
    steps = watch.steps()
    assert watch.name == "engine"
    assert sum(steps.values()) == pytest.approx(time.perf_counter() - begin, abs=0.01)
    least = {"read": 0.06, "parse": 0.02, "join": 0.02, "write": 0.07}
    assert steps.keys() == least.keys()
    assert all(steps[name] >= seconds for name, seconds in least.items())
    assert list(steps.values()) == sorted(steps.values(), reverse=True)


def test_a_transaction_that_fails_fails() -> None:
    rolled_back = []

    class Failing(Engine):
        @contextmanager
        def transaction(self) -> Iterator[None]:
            try:
                yield
            except KeyError:
                rolled_back.append(True)
                raise

    with pytest.raises(KeyError), Timed(Failing(), outside="read").transaction():
        raise KeyError("x")
    assert rolled_back == [True]


def test_what_was_on_disk_on_the_way_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "LOOK", 0.01)
    with made.Fullest(tmp_path) as fullest:
        (tmp_path / "log").write_bytes(b"x" * 2_000_000)
        time.sleep(0.2)
        (tmp_path / "log").unlink()
        time.sleep(0.05)
    assert fullest.mb == 2.0


def test_data_is_made_once_and_made_anew_after_a_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(made.WORK, str(tmp_path))
    calls: list[Path] = []

    def make(path: Path) -> None:
        calls.append(path)
        path.write_text("whole", encoding="utf-8")

    def stopped(path: Path) -> None:
        path.mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made.once("a", stopped)
    assert [made.once("a", make).read_text(encoding="utf-8") for _ in range(2)] == ["whole", "whole"]
    assert calls == [tmp_path / "a"]
    assert made.size_mb(tmp_path / "a") == pytest.approx(5e-6)
