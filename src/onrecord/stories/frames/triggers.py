"""The words that open a frame, from ``triggers.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def triggers(family: str) -> dict[str, frozenset[str]]:
    """The trigger words of one family: lists of lemmas by the names that the frames call them."""
    text = resources.files("onrecord.stories.frames").joinpath("triggers.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text)[family].items()}
