"""Where words were said: an outlet, a platform, a document or a gathering, by its surface."""

from __future__ import annotations

import re
from functools import cache

from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.noun_phrases import NAME


def venue(around: str) -> str | None:
    """The venue named in ``around``, the text beside a quotation: "Harbor Weekly", "Facebook", "a statement"."""
    found = (pattern.search(around) for pattern in _venues())
    return next((match[1].strip(" ,'") for match in found if match), None)


@cache
def _venues() -> tuple[re.Pattern[str], ...]:
    """Most telling first: who was told, whose interview it was, then platforms, documents and gatherings."""
    outlet, documents, one = rf"((?:the\s+)?{NAME})", _list("documents"), r"(?:an?|the|its|their|his|her)"
    sources = (
        rf"\bt(?:old|elling|ells)\s+{outlet}",
        rf"\b(?i:in|during|on)\s+an?\s+(?:[a-z][\w-]*\s+)?{outlet}\s+{documents}\b",
        rf"\binterview(?:ed)?\s+(?:with|on|for|by)\s+{outlet}",
        rf"\b(?i:on|to|via)\s+(?:{one}\s+)?({_list('platforms')})\b",
        rf"\b(?i:in|during|at|on)\s+({one}\s+(?:[\w'-]+\s+){{0,3}}?{documents})\b",
        rf"\b(?i:at|during)\s+({one}\s+(?:[\w'-]+\s+){{0,3}}?{_list('gatherings')})\b",
    )
    return tuple(re.compile(source) for source in sources)


def _list(name: str) -> str:
    return any_of(lexicon("quotations")[name])
