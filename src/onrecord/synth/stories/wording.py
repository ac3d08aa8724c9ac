"""The words that composing adds of its own: qualifiers, sources, outlets, styles (``wording.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def wordings() -> dict[str, Any]:
    """The whole table."""
    text = resources.files("onrecord.synth.stories").joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
