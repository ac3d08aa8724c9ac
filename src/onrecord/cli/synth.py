"""``onrecord synth``: a made-up world whose truth is known."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from onrecord.cli.options import AsJson, print_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.vocabulary import IngestSummary


FEWEST_POSTS: Final = 1_000


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("synth", epilog="Example: onrecord synth world --mentions 20000 --stories 50 --add")(synth)


def enough(posts: int) -> int:
    """Refuse a number of posts that holds no troop and no ordinary life beside it."""
    if 0 < posts < FEWEST_POSTS:
        raise typer.BadParameter(f"none, or {FEWEST_POSTS:,} and more")
    return posts


def synth(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write; an earlier world is made anew.")],
    mentions: Annotated[int, typer.Option(min=500, help="About how many mentions its records make.")] = 20_000,
    seed: Annotated[int, typer.Option(help="Which world: the same seed and size give the same bytes.")] = 1,
    stories: Annotated[int, typer.Option(min=0, help="How many stories to write.")] = 0,
    posts: Annotated[int, typer.Option(min=0, callback=enough, help="How many posts: none, or 1,000 and more.")] = 0,
    phrasings: Annotated[str, typer.Option(help="Whose wording the stories use: tuning or acceptance.")] = "tuning",
    add: Annotated[bool, typer.Option("--add", help="Make a case in DIR/case too, with every record added.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write a made-up world: records in the official layouts, stories, posts, and the truth about all of them."""
    from onrecord.synth.write import write

    with _progress(as_json) as step:
        written = write(
            folder, seed=seed, mentions=mentions, stories=stories, posts=posts, phrasings=phrasings,
            step=lambda what, done: step(f"Writing {what}", done, mentions),
        )  # fmt: skip
        added = _add(folder, step) if add else []
    if as_json:
        print_json({"world": written, "added": added})
        return
    typer.echo(f"Wrote the world of seed {seed} into {folder}. Everything in it is fictional.")
    typer.echo(f"    {written.files:,} files of records, {written.mentions:,} mentions of {written.entities:,} parties")
    told = ", ".join(f"{n:,} {word}" for n, word in ((written.stories, "stories"), (written.posts, "posts")) if n)
    typer.echo(f"    {told + ', ' if told else ''}{written.bytes:,} bytes")
    if add:
        aside = sum(summary.rows_quarantined for summary in added)
        rows = sum(summary.rows_read for summary in added)
        typer.echo(f"    added to the case in {folder / 'case'}: {rows:,} rows read, {aside:,} set aside")
    else:
        typer.echo(f"Next: onrecord synth {folder} --add, or onrecord add with what {folder / 'sources.toml'} states")


def _add(folder: Path, step: Callable[[str, int, int], None]) -> list[IngestSummary]:
    """Make the case of a world and add everything to it."""
    from onrecord.case import Case
    from onrecord.synth.write import add_to

    case = Case.create(folder / "case", f"A made-up world in {folder.resolve().name}", fictional=True)
    try:
        return add_to(case, folder, lambda path, done, all_: step(f"Adding {path}", done, all_))
    finally:
        case.close()


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """What to tell each step, how much of it is done, and of how much: a bar on a terminal, nothing otherwise."""
    if quiet or not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Writing", total=None)
        yield lambda what, done, all_: progress.update(task, description=what, completed=done, total=all_)
