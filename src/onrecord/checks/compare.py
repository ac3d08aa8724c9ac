"""Comparing a slot with a record: figures, units, periods, places, contests.

Every test answers "may this record speak to this claim?" strictly; what fails is shown as context, never counted.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from onrecord.checks.naming import levelled
from onrecord.checks.wordlists import wordlist
from onrecord.intervals import Interval, disjoint, within

if TYPE_CHECKING:
    from onrecord.vocabulary import Period, Quantity

type Fit = Literal["fits", "partly", "apart"]
type Window = tuple[str | None, str | None]
type Pace = Literal["whole", "lasting", "counted", "changed"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def fit(claimed: Interval, recorded: Interval) -> Fit:
    """How a recorded interval lies to the claimed one: "fits" supports, "apart" excludes, "partly" does neither.

    A record within the claim fits. A claim within the record fits only if the record is itself nearly exact: "over 20
    million" on record says nothing for a claim of 50 million.
    """
    if disjoint(claimed, recorded):
        return "apart"
    if within(recorded, claimed) or (within(claimed, recorded) and _narrow(recorded)):
        return "fits"
    return "partly"


def same_figure(claimed: Interval, recorded: Interval) -> bool:
    """Whether both print one figure: each within the other's rounding, or the same open end."""
    if (claimed[0] is None) != (recorded[0] is None) or (claimed[1] is None) != (recorded[1] is None):
        return False
    return fit(claimed, recorded) == "fits" or fit(recorded, claimed) == "fits"


def unit_of(unit: str | None) -> str | None:
    """The one name of a unit; a unit that the table lacks is its own name."""
    if not unit:
        return None
    plain = unit.strip().casefold()
    return _units().get(plain, plain)


def same_unit(quantity: Quantity, unit: str | None) -> bool:
    """Whether a claimed quantity and a recorded figure count the same thing.

    An unstated unit is never money and never a percentage. A percentage whose base the story leaves open is read as the
    record prints it only where the record says percent; points have to be said.
    """
    claimed, recorded = unit_of(quantity.unit), unit_of(unit)
    if quantity.base == "percentage_points":
        claimed = "percentage_points"
    if claimed is None or recorded is None:
        return (claimed or recorded) not in ("USD", "percent", "percentage_points", None)
    return claimed == recorded


def first_day(date: str | None) -> str | None:
    """The first day of a date that may be a year or a month only."""
    return f"{date}-01-01"[:10] if date and len(date) == 4 else f"{date}-01"[:10] if date else None


def last_day(date: str | None) -> str | None:
    """The last day of a date that may be a year or a month only (the 31st of every month: it is only compared)."""
    return f"{date}-12-31"[:10] if date and len(date) == 4 else f"{date}-31"[:10] if date else None


def window(date_from: str | None, date_to: str | None) -> Window:
    """The stretch from the first day of one date to the last day of the other; empty dates are open."""
    return first_day(date_from), last_day(date_to)


def window_of(period: Period | None) -> Window:
    """The stretch that a claim speaks of; (None, None) where it gives no date."""
    return window(period.date_from, period.date_to) if period else (None, None)


def dated(stretch: Window) -> bool:
    """Whether a stretch has an end at all."""
    return stretch != (None, None)


def inside(inner: Window, outer: Window) -> bool:
    """Whether one stretch lies in the other. A missing end of ``outer`` is open; one of ``inner`` makes it a day."""
    start, end = inner[0] or inner[1], inner[1] or inner[0]
    if start is None or end is None:
        return False
    return (outer[0] is None or outer[0] <= start) and (outer[1] is None or end <= outer[1])


def speaks_of(period: Period | None, recorded: Window, pace: Pace = "whole") -> bool:
    """Whether a record speaks of the time claimed. A claim without a date is open to any record; the reverse is not so.

    ``pace`` says how the matter lies in time. "whole": the record's stretch lies in the claim's (a sum, an event).
    "lasting": or the claim's in the record's (a role, an affiliation). "counted": the day of the count or of the
    vote is in the claim's stretch. "changed": the later of two dates is, or the earlier is what the claim measures
    against.
    """
    claimed = window_of(period)
    if not dated(claimed):
        return True
    if is_comparison(period):
        return pace != "changed" or inside((recorded[0], recorded[0]), claimed)
    if inside(recorded, claimed):
        return pace != "lasting" or _throughout(recorded, claimed)
    if pace == "lasting":
        return None not in recorded and None not in claimed and inside(claimed, recorded)
    if pace == "counted":
        return inside((recorded[0], recorded[0]), claimed) or inside((recorded[1], recorded[1]), claimed)
    return pace == "changed" and inside((recorded[1], recorded[1]), claimed)


def _throughout(recorded: Window, claimed: Window) -> bool:
    """Whether what is on record for a part of a stretch shows a lasting thing for all of it: a role in one year shows
    the role for that year, and not for several. An open end claims no more than that it began, or that it ended."""
    if None in claimed:
        return True
    years = [(day or "")[:4] for day in claimed]
    held = [(day or "")[:4] for day in (recorded[0] or recorded[1], recorded[1] or recorded[0])]
    return years[0] == years[1] or (held[0] <= years[0] and years[1] <= held[1])


def is_comparison(period: Period | None) -> bool:
    """Whether a period is only what something is measured against ("compared to 2021")."""
    words = levelled(period.text) if period else ""
    return any(words == cue or words.startswith(f"{cue} ") for cue in wordlist("comparison")["comparisons"]["cues"])


def pinned(claimed: Window, recorded: Window) -> bool:
    """Whether claim and record name the very same stretch: only then can a figure exclude another."""
    return None not in claimed and claimed == recorded


def place_fits(claimed: str | None, recorded: str | None) -> bool:
    """Whether two places may be one: either is not stated, or the words of one are among the other's."""
    if not claimed or not recorded:
        return True
    a, b = set(levelled(claimed).split()), set(levelled(recorded).split())
    return a <= b or b <= a


def contests(*texts: str | None) -> frozenset[str]:
    """Which elections the texts name: primary, general, runoff, special."""
    return _named(texts, "contests")


def offices(*texts: str | None) -> frozenset[str]:
    """Which offices the texts name: mayor, governor, senate."""
    return _named(texts, "offices")


def contest_fits(claimed: frozenset[str], recorded: frozenset[str]) -> bool:
    """Whether two sides may speak of one election or office: what both name must have something in common."""
    return not claimed or not recorded or bool(claimed & recorded)


def _named(texts: tuple[str | None, ...], table: str) -> frozenset[str]:
    words = {word for text in texts if text for word in levelled(text.replace("_", " ")).split()}
    return frozenset(name for name, forms in wordlist("comparison")[table].items() if words & set(forms))


def years_in(text: str | None) -> frozenset[str]:
    """The years that a label names."""
    return frozenset(_YEAR.findall(text or ""))


def _narrow(recorded: Interval) -> bool:
    low, high = recorded
    if low is None or high is None:
        return False
    middle = (abs(low) + abs(high)) / 2
    return high - low <= float(wordlist("comparison")["limits"]["narrow"]) * middle


@cache
def _units() -> dict[str, str]:
    return {form: name for name, forms in wordlist("comparison")["units"].items() for form in forms}
