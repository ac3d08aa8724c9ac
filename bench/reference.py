"""The frozen run, committed beside the code, and what has changed since.

Figures (accuracy, counts) are exact: any change is shown, old and new. Timings and memory belong to the machine they
were measured on, so they are shown as a ratio and decide nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import report
from bench.row import Row

PATH = Path(__file__).parent / "reference.json"


def load(path: Path = PATH) -> dict[str, Any]:
    """The frozen run: the machine, and by row key seconds, memory and figures; empty where none was frozen yet."""
    if not path.exists():
        return {"machine": None, "rows": {}}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def freeze(rows: Sequence[Row], path: Path = PATH) -> None:
    """Put these rows in the place of the frozen ones of the same keys; the others stay."""
    kept = load(path)["rows"]
    new = {row.key: _frozen(row) for row in rows if not row.skipped}
    data = {"machine": report.machine(), "rows": dict(sorted({**kept, **new}.items()))}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def changes(rows: Sequence[Row], reference: Mapping[str, Any]) -> list[str]:
    """One line a change: first every figure that differs, then the timings as ratios."""
    frozen = reference["rows"]
    known = [row for row in rows if not row.skipped and row.key in frozen]
    new = [row.key for row in rows if not row.skipped and row.key not in frozen]
    figures = [f"{row.key}: {line}" for row in known for line in _figures(row, frozen[row.key]["figures"])]
    timings = [line for row in known if (line := _timing(row, frozen[row.key]))]
    same = [f"figures as in the reference: {len(known)} rows"] if known and not figures else []
    missing = [f"not in the reference: {', '.join(new)}"] if new else []
    return [*same, *figures, *missing, *timings]


def _frozen(row: Row) -> dict[str, Any]:
    rounded = {name: _exact(value) for name, value in row.figures.items()}
    memory = None if row.memory_mb is None else round(row.memory_mb)
    return {"seconds": None if row.seconds is None else float(f"{row.seconds:.3g}"), "mb": memory, "figures": rounded}


def _exact(value: float | int | str) -> float | int | str:
    """As compared: shares to four digits, so that a reference reads back as it was printed."""
    return round(value, 4) if isinstance(value, float) else value


def _figures(row: Row, old: Mapping[str, Any]) -> list[str]:
    new = {name: _exact(value) for name, value in row.figures.items()}
    return [
        f"{name} {_shown(old.get(name))} → {_shown(new.get(name))}"
        for name in dict.fromkeys((*new, *old))
        if new.get(name) != old.get(name)
    ]


def _shown(value: float | int | str | None) -> str:
    return "none" if value is None else report.figure(value)


def _timing(row: Row, old: Mapping[str, Any]) -> str:
    parts = [
        f"{name} × {new / before:.2f} ({report.seconds(before)} → {report.seconds(new)} {unit})"
        for name, new, before, unit in (
            ("time", row.seconds, old["seconds"], "s"),
            ("memory", row.memory_mb, old["mb"], "MB"),
        )
        if new is not None and before
    ]
    return f"{row.key}: {', '.join(parts)}" if parts else ""
