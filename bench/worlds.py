"""Made-up worlds with known truth, as a folder of files and as a case that holds them.

What a person would state of each file (what it covers, whether it is complete) stands in the world's ``sources.toml``;
a case is made with exactly that.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench import made

if TYPE_CHECKING:
    from onrecord.case import Case, Stated

SEED: Final = 1


class NoWorldError(Exception):
    """A world could not be made; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a world as ``sources.toml`` lists it: where it is, its format, and what a person states of it."""

    path: Path
    format: str
    stated: dict[str, Any]


def world(mentions: int, stories: int, phrasings: str = "acceptance") -> Path:
    """The folder of a world of this size, made once a run; NoWorldError if the command cannot make one."""
    options = {"--mentions": mentions, "--seed": SEED, "--stories": stories, "--phrasings": phrasings}

    def make(path: Path) -> None:
        words = [word for name, value in options.items() for word in (name, str(value))]
        command = [sys.executable, "-m", "onrecord", "synth", str(path), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = (done.stderr or done.stdout).strip().splitlines()
            raise NoWorldError(lines[-1] if lines else f"onrecord synth ended with status {done.returncode}")

    return made.once(f"world-{mentions}-{stories}-{phrasings}", make)


def listed(folder: Path) -> Iterator[Listed]:
    """The files of a world, in the order of its ``sources.toml``."""
    data = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))
    for row in data["source"]:
        stated = {name: row.get(name) for name in ("covers", "date_from", "date_to", "complete", "publisher")}
        yield Listed(folder / row["path"], row["format"], stated)


def fill(case: Case, folder: Path) -> int:
    """Add every file of a world to a case, with the stated coverage; returns how many mentions they make."""
    return sum(case.add_unresolved(file.path, file.format, _stated(file.stated)).mentions for file in listed(folder))


def _stated(stated: dict[str, Any]) -> Stated:
    from onrecord.case import Stated

    return Stated(**stated)
