"""A made-up world as a folder: its records, its stories, its posts, and the truth beside them.

from onrecord.synth.write import add_to, write
written = write(Path("world"), seed=1, mentions=20_000)
add_to(Case.create(Path("world/case"), fictional=True), Path("world"))
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.errors import CaseError
from onrecord.synth import stated, truth
from onrecord.synth.records.output import Output, Written
from onrecord.synth.records.parties import Parties
from onrecord.synth.stated import add_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.synth.world import World

__all__ = ["MARK", "WRITERS", "WorldWritten", "add_to", "write", "write_records"]

MARK: Final = "world.toml"
"""The file that tells a folder to be a world."""
WRITERS: Final = (
    "fec_masters", "fec_transactions", "fec_expenditures", "nyc_cfb", "irs_990", "fara", "elections", "casebook",
)  # fmt: skip
"""The modules of ``records`` in the order in which their files are written and should be added."""
PARTS: Final = ("records", "truth", "stories", "case", stated.FILE, MARK)
"""All that a world's folder holds; making it anew clears these and nothing else."""
type Step = Callable[[str, int], None]
PHRASINGS: Final = ("tuning", "acceptance")


@dataclass(frozen=True, slots=True)
class WorldWritten:
    """What was written: the folder, its files, mentions, stories, posts and bytes."""

    folder: str
    seed: int
    files: int
    mentions: int
    entities: int
    stories: int
    posts: int
    bytes: int


def write(
    folder: Path,
    *,
    seed: int = 1,
    mentions: int = 20_000,
    stories: int = 0,
    posts: int = 0,
    phrasings: str = "tuning",
    step: Step | None = None,
) -> WorldWritten:
    """Write the world of a seed and a size into a folder; ``step`` is told what is being written and how
    many mentions there are.

    CaseError if the folder holds anything but an earlier world. The same arguments always give the same bytes.
    """
    if phrasings not in PHRASINGS:
        raise CaseError(f"no phrasings are called {phrasings!r}", advice=f"one of: {', '.join(PHRASINGS)}")
    clear(folder)
    tell = step or _silent
    tell("who there is", 0)
    world = _build(seed, mentions)
    # The mark goes first: what a stopped run leaves is a world too, and is made anew.
    (folder / MARK).write_text(_mark(seed, mentions, phrasings, {}), encoding="utf-8")
    told, entities, files = write_records(folder, world, tell)
    if posts:
        tell("posts", told)
        files.append(_posts(folder, seed, posts))
    stated.write(folder, files)
    if stories:
        tell("stories", told)
        writer = import_module("onrecord.synth.stories")
        writer.write(folder, world, seed, stories, phrasings)
    counts = {"mentions": told, "entities": entities, "files": len(files), "stories": stories, "posts": posts}
    (folder / MARK).write_text(_mark(seed, mentions, phrasings, counts), encoding="utf-8")
    size = sum(path.stat().st_size for part in PARTS[:3] for path in (folder / part).rglob("*") if path.is_file())
    return WorldWritten(str(folder), seed, len(files), told, entities, stories, posts, size)


def _silent(_what: str, _mentions: int) -> None:
    """Tell nobody."""


def write_records(folder: Path, world: World, tell: Step = _silent) -> tuple[int, int, list[Written]]:
    """Write the records of a world and the truth beside them; returns mentions, entities and the files."""
    parties, what = Parties(world), "who there is"
    with truth.Truth(folder / "truth", lambda mentions: tell(what, mentions)) as told:
        truth.principals(told, parties)
        output = Output(world, folder, told, parties)
        for name in WRITERS:
            what = name.replace("_", " ")
            tell(what, told.mentions.count)
            import_module(f"onrecord.synth.records.{name}").write(output)
    return told.mentions.count, told.entities.count, output.files


def clear(folder: Path) -> None:
    """Make the folder, or empty it of an earlier world; CaseError if it holds anything else."""
    if folder.is_file():
        raise CaseError("this is a file", path=folder, advice="name a folder: onrecord synth DIR")
    try:
        if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
            raise CaseError(
                "this folder holds something else than an earlier world",
                path=folder,
                advice="name a new folder: onrecord synth DIR",
            )
        folder.mkdir(parents=True, exist_ok=True)
        for part in PARTS:
            path = folder / part
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    except OSError as error:
        raise CaseError(f"the folder cannot be written: {error.strerror}", path=folder) from error


def _build(seed: int, mentions: int) -> World:
    world: World = import_module("onrecord.synth.build").build(seed, mentions)
    return world


def _posts(folder: Path, seed: int, posts: int) -> Written:
    """Write the posts. Which days they cover is for their file to show: it depends on how many there are."""
    import_module("onrecord.synth.posts").write(folder, seed, posts)
    return Written("records/posts.csv", "posts", "", "")


def _mark(seed: int, mentions: int, phrasings: str, counts: dict[str, int]) -> str:
    lines = [
        "# A made-up world, written by onrecord synth. Everything in this folder is fictional.",
        f"seed = {seed}",
        f"mentions = {mentions}",
        f'phrasings = "{phrasings}"',
    ]
    if counts:
        lines += ["", "[written]", *(f"{name} = {count}" for name, count in counts.items())]
    return "\n".join(lines) + "\n"
