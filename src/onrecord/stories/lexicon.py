"""Word lists live in TOML files beside the code; this module reads them and builds patterns from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word lists of ``<name>.toml`` beside this module, read once."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(patterns: Iterable[str]) -> str:
    """One group that matches any of ``patterns``; longer ones are tried first, so that the longest wins."""
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


def any_word(patterns: Iterable[str]) -> re.Pattern[str]:
    """A compiled pattern, blind to case, for any of ``patterns`` standing as whole words."""
    return re.compile(rf"(?<![\w-]){any_of(patterns)}(?![\w-])", re.IGNORECASE)
