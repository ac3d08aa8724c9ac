"""What the page calls things: the label tables of ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

_OPENING: Final = ("“", '"', "«", "„")
_CLOSING: Final = ("”", '"', "»", "“")


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def label(key: str, table: str) -> str:
    """Return what a reader sees for ``key``; a word that the table lacks is shown as written, without underscores."""
    return _tables()[table].get(key) or key.replace("_", " ")


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Return a count with its noun: "1 claim", "1,204 claims"."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def quoted(text: str) -> str:
    """Return the words of somebody else on one line, in quotation marks unless they stand in their own."""
    line = " ".join(text.split())
    return line if line[:1] in _OPENING and line[-1:] in _CLOSING else f"“{line}”"
