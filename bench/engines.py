"""Do both engines make the same book of the same rows, and what does each take for it?

Ours: Spark on this machine adds contribution rows to a new book and works out who is who. Peer: the same by DuckDB. The
two books are then compared row by row, every table, both ways: the figure that counts is how many rows differ. Spark
costs more on one machine; it is there for what one machine cannot hold.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench import made
from bench.apart import TaskError, apart
from bench.row import Row, Side

SIZE = 1_000_000
"""Rows, or the largest size asked for if that is less."""


def run(sizes: Sequence[int]) -> list[Row]:
    """One row of the report."""
    question = "Spark on this machine, same book"
    if find_spec("pyspark") is None or shutil.which("java") is None:
        return [Row(question, SIZE, "rows", skipped="no pyspark or no Java runtime here")]
    size = min(SIZE, max(sizes, default=SIZE))
    text = made.rows(size)
    try:
        duckdb, spark = (
            apart("bench.engines:filled", address, str(text), str(made.folder(name)))
            for name, address in (("on-duckdb", "duckdb://book.duckdb"), ("on-spark", "pyspark://book"))
        )
    except TaskError as error:
        return [Row(question, size, "rows", skipped=f"failed: {error}")]
    differ = apart("bench.engines:different", str(made.folder("on-duckdb")), str(made.folder("on-spark"))).value
    return [
        Row(
            question,
            size,
            "rows",
            seconds=spark.value["seconds"],
            cpu=spark.cpu,
            peer=Side("DuckDB", duckdb.value["seconds"]),
            disk_mb=made.size_mb(made.folder("on-spark") / "book"),
            input_mb=text.stat().st_size / 1e6,
            limit="join",
            steps=spark.value["steps"],
            figures={"rows": sum(differ["rows"].values()), "rows that differ": sum(differ["differ"].values())},
            note=f"the Java machine's memory is not counted; entities {spark.value['entities']:,}",
        )
    ]


def filled(address: str, text: str, folder: str) -> dict[str, Any]:
    """Add the rows to a new case on the engine of ``address``, resolve, export: seconds, by step, entities."""
    from onrecord.case import Case

    shutil.rmtree(folder, ignore_errors=True)
    case = Case.create(Path(folder), book=address)
    assert case.book.engine.ask("SELECT 1 AS started").num_rows == 1  # the engine's own start is not what is measured
    begin = time.perf_counter()
    case.add_unresolved(Path(text))
    added = time.perf_counter()
    entities = case.resolve()
    done = time.perf_counter()
    case.export(f"{folder}/export")
    case.close()
    return {"seconds": done - begin, "steps": {"write": added - begin, "join": done - added}, "entities": entities}


def different(one: str, other: str) -> dict[str, dict[str, int]]:
    """Rows of each exported table, and how many stand in one book and not in the other."""
    import duckdb

    from onrecord.vocabulary import TABLES

    con = duckdb.connect()
    rows, differ = {}, {}
    for table in TABLES:
        sides = [f"FROM read_parquet('{folder}/export/{table}/*.parquet')" for folder in (one, other)]
        there = [bool(list(Path(folder, "export", table).glob("*.parquet"))) for folder in (one, other)]
        if not any(there):
            continue
        if not all(there):
            rows[table] = differ[table] = con.sql(f"SELECT count(*) {sides[there.index(True)]}").fetchall()[0][0]
            continue
        rows[table] = con.sql(f"SELECT count(*) {sides[0]}").fetchall()[0][0]
        columns = ", ".join(TABLES[table])
        picked = [f"SELECT {columns} {side}" for side in sides]
        differ[table] = sum(
            con.sql(f"SELECT count(*) FROM ({a} EXCEPT ALL {b})").fetchall()[0][0]
            for a, b in (picked, reversed(picked))
        )
    return {"rows": rows, "differ": differ}
