"""Measured constants, and what they say of a thousand million rows: the tables of ``docs/scale.md``.

A constant is the slope between the two largest sizes of a curve: what one more row costs once the fixed costs are paid.
The plan multiplies; where a step grows faster than its rows, the plan says by how much it has grown per tenfold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from bench import report
from bench.row import Row

CURVES = ("growth_ingest", "growth_resolve", "growth_check", "beyond_memory")
NATION = 1_000_000_000
"""Rows that the plan is for."""
HOUR = 3600.0
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
"""Where the tables stand in ``docs/scale.md``."""


@dataclass(frozen=True, slots=True)
class Constants:
    """What one more row costs: microseconds of the wall and of processors, by kind of work, and bytes.

    ``growth`` is the exponent between the two largest sizes: 1 where ten times the rows take ten times the time.
    """

    question: str
    unit: str
    wall: float
    cpu: float
    steps: dict[str, float]
    input_bytes: float
    disk_bytes: float
    memory_bytes: float
    growth: float


def constants(rows: Sequence[Row]) -> list[Constants]:
    """The constants of every question that was measured at two sizes or more."""
    by_question: dict[str, list[Row]] = {}
    for row in rows:
        if row.seconds and not row.skipped:
            by_question.setdefault(row.question, []).append(row)
    curves = [sorted(curve, key=lambda row: row.size) for curve in by_question.values()]
    return [_slope(curve[-2], curve[-1]) for curve in curves if len({row.size for row in curve}) > 1]


def _slope(small: Row, large: Row) -> Constants:
    more = large.size - small.size

    def each(name: str, times: float) -> float:
        a, b = getattr(small, name), getattr(large, name)
        return max((b - a) * times / more, 0.0) if a is not None and b is not None else 0.0

    steps = {name: (took - small.steps.get(name, 0.0)) * 1e6 / more for name, took in large.steps.items()}
    return Constants(
        large.question,
        large.unit,
        each("seconds", 1e6),
        each("cpu", 1e6),
        {name: micro for name, micro in steps.items() if micro > 0},
        each("input_mb", 1e6),
        each("disk_mb", 1e6),
        each("memory_mb", 1e6),
        log((large.seconds or 1) / (small.seconds or 1)) / log(large.size / small.size),
    )


def markdown(rows: Sequence[Row], on: dict[str, Any]) -> str:
    """Curves, constants and what they come to, as three Markdown tables."""
    found = constants(rows)
    parts = [f"On {report.described(on)}.", report.markdown(rows)]
    if found:
        parts += ["What one more costs, between the two largest sizes:", _table(_CONSTANTS, map(_constant, found))]
        planned = [_planned(c) for c in found if c.unit == "rows"]
        parts += ["A thousand million rows, if every step grows with its rows:", _table(_PLAN, planned)]
    return "\n\n".join(parts)


def renew(page: Path, rows: Sequence[Row], on: dict[str, Any]) -> None:
    """Put the tables between the two marks of a page; ValueError if it has none."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{page}: no place for the tables between {BEGIN} and {END}")
    page.write_text(f"{before}{BEGIN}\n\n{markdown(rows, on)}\n\n{END}{after}", encoding="utf-8")


_CONSTANTS = (
    "one more in",
    "wall µs",
    "processor µs",
    "steps µs",
    "text bytes",
    "disk bytes",
    "memory bytes, no limit",
    "growth",
)
_PLAN = (
    f"{NATION:.0e} rows".replace("e+0", "e"),
    "core-hours",
    "hours here",
    "text GB",
    "disk GB",
    "memory GB, no limit",
)


def _constant(c: Constants) -> list[str]:
    steps = ", ".join(f"{name} {micro:,.1f}" for name, micro in sorted(c.steps.items(), key=lambda item: -item[1]))
    sizes = (f"{size:,.0f}" if size else "" for size in (c.input_bytes, c.disk_bytes, c.memory_bytes))
    return [f"{c.question}, by {c.unit}", f"{c.wall:,.1f}", f"{c.cpu:,.1f}", steps, *sizes, f"{c.growth:.2f}"]


def _planned(c: Constants) -> list[str]:
    """The constant times the nation's rows, as if every step grew with its rows."""
    hours = (micro * NATION / 1e6 / HOUR for micro in (c.cpu, c.wall))
    sizes = (size * NATION / 1e9 for size in (c.input_bytes, c.disk_bytes, c.memory_bytes))
    return [c.question, *(f"{hour:,.1f}" for hour in hours), *(f"{size:,.0f}" if size else "" for size in sizes)]


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    marks = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, marks, *lines))
