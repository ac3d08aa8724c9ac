"""Rows as a table on the terminal, as Markdown, and as JSON with the machine they were measured on."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Container, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.row import Row, Side, of_json

COLUMNS = ("question", "size", "seconds", "a second", "peer", "×", "floor", "×", "peak MB", "disk MB", "limit")
RIGHT = frozenset({"size", "seconds", "a second", "×", "peak MB", "disk MB"})
NUMBERS = frozenset(i for i, name in enumerate(COLUMNS) if name in RIGHT)
HERE = 0.02
"""A step that took less than this part of the time is left out of the line on steps."""


def machine() -> dict[str, str | int | float]:
    """What the timings were measured on: processors, memory, interpreter and engine. No name of any machine."""
    pages = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        "memory_gb": round(pages / 1e9),
        "python": platform.python_version(),
        "duckdb": version("duckdb"),
    }


def described(on: dict[str, Any]) -> str:
    """The machine in one line."""
    return f"{on['cores']} cores, {on['memory_gb']} GB, Python {on['python']}, DuckDB {on['duckdb']}"


def cells(row: Row) -> tuple[str, ...]:
    """A row as the cells of ``COLUMNS``; what was not measured is empty."""
    return (
        row.question,
        f"{row.size:,} {row.unit}",
        seconds(row.seconds),
        f"{row.a_second:,.0f}" if row.a_second else "",
        _side(row.peer),
        _times(row.to_peer),
        _side(row.floor),
        _times(row.to_floor),
        _whole(row.memory_mb),
        _whole(row.disk_mb),
        row.limit or "",
    )


def remarks(row: Row) -> list[str]:
    """What stands under a row: steps, figures, the note, or why it was left out."""
    if row.skipped:
        return [f"skipped: {row.skipped}"]
    total = sum(row.steps.values())
    steps = ", ".join(f"{name} {seconds(took)} s" for name, took in row.steps.items() if took >= HERE * total)
    figures = ", ".join(f"{name} {figure(value)}" for name, value in row.figures.items())
    return [line for line in (f"steps: {steps}" if steps else "", figures, row.note) if line]


def text(rows: Iterable[Row]) -> str:
    """The rows as an aligned table, remarks indented beneath each; then rows of figures alone, by kind."""
    rows = list(rows)
    timed = [row for row in rows if row.seconds is not None or row.skipped]
    widths = _widths([COLUMNS, *map(cells, timed)])
    printed = [_aligned(COLUMNS, widths)]
    for row in timed:
        printed.append(_aligned(cells(row), widths))
        printed += [f"    {line}" for line in remarks(row)]
    for kind in dict.fromkeys(tuple(row.figures) for row in rows if row not in timed):
        alike = [row for row in rows if row not in timed and tuple(row.figures) == kind]
        head = ("question", "size", *kind)
        lines = [(row.question, f"{row.size:,} {row.unit}", *map(figure, row.figures.values())) for row in alike]
        if len(alike) == 1:
            # One of its kind, and perhaps wide: down the page.
            printed += ["", " · ".join(lines[0][:2]), *(f"    {n}: {figure(v)}" for n, v in alike[0].figures.items())]
            continue
        widths = _widths([head, *lines])
        printed += ["", *(_aligned(line, widths, right=range(1, len(head))) for line in (head, *lines))]
    return "\n".join(printed)


def markdown(rows: Iterable[Row]) -> str:
    """The rows as one Markdown table, remarks in its last column."""
    marks = ["---:" if name in RIGHT else "---" for name in COLUMNS] + ["---"]
    lines = [[*COLUMNS, "remarks"], marks, *([*cells(row), "; ".join(remarks(row))] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def save(folder: Path, rows: Sequence[Row]) -> None:
    """Leave ``report.md`` and ``report.json`` in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    on = machine()
    heading = f"# Benchmarks\n\nOn {described(on)}, by `python -m bench`.\n\n"
    (folder / "report.md").write_text(heading + markdown(rows) + "\n", encoding="utf-8")
    data = {"machine": on, "rows": [row.as_json() for row in rows]}
    (folder / "report.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def saved(folder: Path) -> list[Row]:
    """The rows of the last report in ``folder``."""
    data = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return [of_json(row) for row in data["rows"]]


def seconds(value: float | None) -> str:
    """Seconds with two digits or three, as people write them; empty where there are none."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def figure(value: float | int | str) -> str:
    """A result as it is compared: whole numbers whole, shares with four digits."""
    return f"{value:.4f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else value


def _side(side: Side | None) -> str:
    return f"{side.name} {seconds(side.seconds)}" if side else ""


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.1f}"


def _whole(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(len, column)) for column in zip(*lines, strict=True)]


def _aligned(line: Sequence[str], widths: Sequence[int], right: Container[int] = NUMBERS) -> str:
    padded = (
        cell.rjust(width) if i in right else cell.ljust(width)
        for i, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join(padded).rstrip()
