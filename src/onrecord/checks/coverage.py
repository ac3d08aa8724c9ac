"""What a source covers, and whether absence from it is evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks.compare import Window, inside, window

if TYPE_CHECKING:
    from onrecord.book.book import SourceRow


def covered(source: SourceRow) -> Window:
    """The stretch that a source covers."""
    return window(source.coverage.date_from, source.coverage.date_to)


def complete_for(source: SourceRow, claimed: Window) -> bool:
    """Whether absence from a source means something for a stretch of time: it is complete, and the stretch is in it."""
    return (
        source.coverage.complete
        and None not in claimed
        and None not in covered(source)
        and inside(claimed, covered(source))
    )


def coverage_in_words(source: SourceRow) -> str:
    """What a source covers, from when to when, and whether absence from it means anything."""
    coverage = source.coverage
    ends = (
        f"from {coverage.date_from}" if coverage.date_from else "",
        f"to {coverage.date_to}" if coverage.date_to else "",
    )
    whole = "complete: absence counts" if coverage.complete else "not complete: absence shows nothing"
    return "; ".join(part for part in (coverage.covers or source.title, " ".join(filter(None, ends)), whole) if part)
