"""``onrecord demo``: the built-in fictional case, checked from end to end."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import AsJson, print_json


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("demo", epilog="Example: onrecord demo demo")(demo)


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make the case; it is made anew each time.")
    ] = Path("demo"),
    as_json: AsJson = False,
) -> None:
    """Check the built-in case: a fictional city, two stories, and small records in the official layouts."""
    from onrecord.cli.stories import document, tally
    from onrecord.demo.run import run

    finished = run(folder)
    if as_json:
        print_json(
            {"dossier": str(finished.dossier), "verdicts": tally(finished.checked), **document(finished.checked)}
        )
        return
    from rich.console import Console

    from onrecord.cli.claims_table import claims_table

    Console().print(claims_table(finished.checked))
    typer.echo(f"Everything in this case is fictional.\nThe dossier lies in {finished.dossier}")
