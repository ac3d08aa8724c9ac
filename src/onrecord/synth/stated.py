"""What a person would state of a world's files when adding them: ``sources.toml``, and adding them all by it."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.case import Case
    from onrecord.synth.records.output import Written
    from onrecord.vocabulary import IngestSummary

FILE: Final = "sources.toml"


@cache
def _known() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "stated.toml").read_text(encoding="utf-8"))


def write(folder: Path, written: Iterable[Written]) -> None:
    """Write ``sources.toml``: one table ``source`` a file, in the order in which they should be added."""
    parts = ["# What to state of each file when adding it to a case. Everything in this folder is fictional.\n"]
    for one in written:
        known = _known()[one.format]
        values = {
            "path": one.path, "format": one.format, "covers": known["covers"], "publisher": known["publisher"],
            "date_from": one.date_from, "date_to": one.date_to, "complete": known["complete"],
        }  # fmt: skip
        # A JSON string, and a JSON boolean, is a TOML one too.
        lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value != "")
        parts.append("[[source]]\n" + "".join(lines))
    (folder / FILE).write_text("\n".join(parts), encoding="utf-8")


def add_to(case: Case, folder: Path, step: Callable[[str, int, int], None] | None = None) -> list[IngestSummary]:
    """Add every file of a world to a case as ``sources.toml`` states it, and work out who is who.

    ``step`` is told each file, how many there were before it, and how many there are. CaseError if the folder holds no
    world.
    """
    from onrecord.adding import Stated

    path = folder / FILE
    if not path.is_file():
        raise CaseError("no world lies here", path=folder, advice="onrecord synth DIR makes one")
    sources = tomllib.loads(path.read_text(encoding="utf-8")).get("source", [])
    summaries = []
    for n, source in enumerate(sources):
        if step:
            step(source["path"], n, len(sources))
        stated = Stated(
            source["covers"], source.get("date_from"), source.get("date_to"), source["complete"], source["publisher"]
        )
        summaries.append(case.add_unresolved(folder / source["path"], source["format"], stated))
    if any(not summary.already_there for summary in summaries):
        case.resolve()
    return summaries
