"""``onrecord new``: make a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import AsJson, print_json


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("new", epilog="Example: onrecord new harbor --title 'Harbor City, mayor 2025'")(new)


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    title: Annotated[str | None, typer.Option(help="What the case is called in its dossiers.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make a new case: a folder for records, stories and decisions."""
    from onrecord.case import Case

    case = Case.create(folder, title)
    if as_json:
        print_json({"case": str(case.folder), "title": case.title})
    else:
        typer.echo(f"Made the case {case.title!r} in {case.folder}. Next: onrecord add FILE --case {case.folder}")
