"""``onrecord new`` and ``onrecord export``: make a case, and move it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import AsJson, BookAddress, CaseFolder, Memory, open_case, print_json


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("new", epilog="Example: onrecord new harbor --title 'Harbor City, mayor 2025'")(new)
    app.command("export", epilog="Example: onrecord export --to parquet -o harbor-2025")(export)


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    title: Annotated[str | None, typer.Option(help="What the case is called in its dossiers.")] = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="EXPORT", help="Fill it with an exported book: a folder or address.")
    ] = None,
    book: BookAddress = None,
    as_json: AsJson = False,
) -> None:
    """Make a new case: a folder for records, stories and decisions."""
    from onrecord.book.engine import DEFAULT
    from onrecord.case import Case

    address = book or DEFAULT
    case = Case.create_from(folder, source, title, book=address) if source else Case.create(folder, title, book=address)
    if as_json:
        print_json({"case": str(case.folder), "title": case.title})
    else:
        typer.echo(f"Made the case {case.title!r} in {case.folder}. Next: onrecord add FILE --case {case.folder}")


def export(
    target: Annotated[
        str, typer.Option("-o", "--output", metavar="TARGET", help="A new folder, or an address the engine can write.")
    ],
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="parquet: the whole book, to move it.")] = "parquet",
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Write the whole book as Parquet files with a manifest and checksums; ``new --from`` makes a case of them."""
    if to != "parquet":
        raise typer.BadParameter(f"no export to {to!r}; there is: parquet", param_hint="--to")
    moved = open_case(case, book, memory).export(target)
    if as_json:
        print_json(moved)
        return
    rows = sum(moved.rows.values())
    typer.echo(f"Wrote {rows:,} rows in {moved.files:,} files, {moved.bytes:,} bytes, to {target}")
    typer.echo(f"Next, where it is to go: onrecord new DIR --from {target}")
