"""Options that several commands share, and how every command prints."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from onrecord.case import Case

CaseFolder = Annotated[
    Path | None,
    typer.Option("--case", metavar="DIR", help="The case folder; default: the nearest one above this folder."),
]
BookAddress = Annotated[
    str | None,
    typer.Option("--book", metavar="ADDRESS", help="Another book: duckdb://FILE or pyspark://FOLDER."),
]
Memory = Annotated[
    str | None,
    typer.Option(metavar="SIZE", help="The most memory to work in, such as 2GB: it is slower, and finishes."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


def open_case(folder: Path | None, book: str | None = None, memory: str | None = None) -> Case:
    """The case that ``--case`` names, or the nearest one above the working folder, with its book or another."""
    from onrecord.case import Case

    return Case(folder or Case.find(Path.cwd()).folder, book=book, memory=memory)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=_plain) + "\n")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)
