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
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


def open_case(folder: Path | None) -> Case:
    """The case that ``--case`` names, or the nearest one above the working folder."""
    from onrecord.case import Case

    return Case(folder) if folder is not None else Case.find(Path.cwd())


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=_plain) + "\n")


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)
