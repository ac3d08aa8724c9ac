"""Made-up worlds with known truth, as a folder of files and as a case that holds them.

What a person would state of each file (what it covers, whether it is complete) stands in the world's ``sources.toml``;
a case is made with exactly that.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import made

if TYPE_CHECKING:
    from onrecord.case import Case

SEED: Final = 1
STATED: Final = ("covers", "date_from", "date_to", "complete", "publisher")
"""What a person says of a file when adding it."""


class NoWorldError(Exception):
    """A world could not be made; the message says why, in one line."""


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


def fill(case: Case, folder: Path) -> int:
    """Add every file of a world to a case as ``sources.toml`` states it; returns how many mentions they make.

    Who is who is left open: what a bench measures apart, it does apart.
    """
    from onrecord.adding import Stated

    sources = tomllib.loads((folder / "sources.toml").read_text(encoding="utf-8"))["source"]
    mentions = 0
    for source in sources:
        stated = Stated(**{name: source.get(name) for name in STATED})
        mentions += case.add_unresolved(folder / source["path"], source["format"], stated).mentions
    return mentions
