"""Locators: where a record stands. ``SOURCE#WHERE``, as printed in every receipt and taken by ``onrecord show``.

``SOURCE`` is a source id (or a beginning of it that only one source has). ``WHERE`` is the record's official key where
it has one (``SUB_ID=4010320191234``, ``fact_id=grant-02``), else its line (``line 17``), else an XPath (``/Return/…``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import LocatorError


@dataclass(frozen=True, slots=True)
class Locator:
    """One record of one source."""

    source_id: str
    where: str

    def __str__(self) -> str:
        return f"{self.source_id}#{self.where}"


def parse(text: str) -> Locator:
    """Read ``SOURCE#WHERE``; raises LocatorError with the expected form."""
    source_id, mark, where = text.strip().partition("#")
    if not (source_id and mark and where):
        raise LocatorError(
            f"{text!r} is not a locator", advice="write SOURCE#WHERE, for example '3fa2c1d0a9b8#line 17'"
        )
    return Locator(source_id, where)
