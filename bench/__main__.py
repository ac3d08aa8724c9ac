"""Run every question, or those named, each in a process of its own; print the report and what changed.

python -m bench [NAME …] [--sizes 1e4,1e5,1e6,1e7] [--freeze] [--curves | --into PAGE] [--keep DIR]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from bench import ROOT, made, reference, report, scale
from bench.apart import TaskError, apart, stop_when_told
from bench.row import Row, of_json

QUESTIONS = (
    "ingest_fec", "check_story", "growth_ingest", "growth_resolve", "growth_check", "beyond_memory",
    "identity_world", "engines", "verdicts",
)  # fmt: skip
"""The modules that answer a question, the quick ones first."""
ON_REQUEST = ("verdicts_tuning",)
"""Run only when named."""
SIZES = "1e4,1e5,1e6,1e7"
OUT = ROOT / "bench" / "out"


def run(name: str, sizes: Sequence[int]) -> list[dict[str, object]]:
    """The rows of one question, as plain data: what the fresh process hands back."""
    return [row.as_json() for row in import_module(f"bench.{name}").run(sizes)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, save, compare; freeze where that was asked for."""
    asked = _parser().parse_args(arguments)
    if asked.saved:
        rows = report.saved(OUT)
    else:
        rows = _measured(
            asked.names or (scale.CURVES if asked.curves or asked.into else QUESTIONS), asked.sizes, asked.keep
        )
    if asked.into:
        scale.renew(asked.into, rows, report.machine())
        print(f"renewed: {asked.into}")
        return
    if asked.curves:
        print(scale.markdown(rows, report.machine()))
        return
    print(f"{report.described(report.machine())}\n\n{report.text(rows)}\n\nAgainst bench/reference.json:")
    print("\n".join(f"    {line}" for line in reference.changes(rows, reference.load())))
    if asked.freeze:
        reference.freeze(rows)
        print(f"frozen: {sum(not row.skipped for row in rows)} rows")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").splitlines()[0])
    known = f"{' '.join(QUESTIONS)}; on request: {' '.join(ON_REQUEST)}"
    parser.add_argument("names", nargs="*", choices=[[], *QUESTIONS, *ON_REQUEST], metavar="NAME", help=known)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help=f"row numbers of the growth curves ({SIZES})")
    parser.add_argument("--freeze", action="store_true", help="put these rows into bench/reference.json")
    parser.add_argument("--curves", action="store_true", help="print the tables of docs/scale.md")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put those tables into a page (docs/scale.md)")
    parser.add_argument("--saved", action="store_true", help="do not measure: print the last report again")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="make data in DIR and leave it there for the next run")
    return parser


def _sizes(text: str) -> list[int]:
    return sorted({int(float(size)) for size in text.split(",")})


def _measured(names: Sequence[str], sizes: Sequence[int], keep: Path | None) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as passing:
        folder = keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ[made.WORK] = str(folder.resolve())
        rows: list[Row] = []
        for name in names:
            print(f"{name} …", file=sys.stderr, flush=True)
            try:
                rows += [of_json(row) for row in apart("bench.__main__:run", name, list(sizes)).value]
            except TaskError as error:
                rows.append(Row(name, 0, "", skipped=f"failed: {error}"))
            report.save(OUT, rows)  # after each: a run that is stopped has not measured for nothing
        return rows


if __name__ == "__main__":
    stop_when_told()
    main()
