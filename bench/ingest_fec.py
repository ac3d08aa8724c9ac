"""How long does adding the federal bulk sample take, against a bare copy of the same files by the same engine?

Floor: unzip the files and read their bytes. Peer: DuckDB alone, pipe-delimited text to Parquet, nothing interpreted.
Ours: add the zipped files to a new case (digest, recognition, mentions, links, measures, quarantine), without working
out who is who. The aim is at most four times the peer.
"""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import best, made, shared
from bench.apart import apart
from bench.row import Row, Side, limit_of
from bench.stopwatch import Timed

AIM = 4.0


def run(sizes: Sequence[int]) -> list[Row]:
    """One row, whatever the sizes; it says so where the sample is absent."""
    question = "the federal bulk sample into the book"
    archives = sorted((shared() / "records/fec_bulk/2020_early").glob("*.zip"))
    if not archives:
        return [
            Row(question, 0, "rows", skipped="no federal bulk sample ($ONRECORD_SHARED names the folder of records)")
        ]
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        work = Path(folder)
        plain = _unzipped(archives, work)
        floor = best(lambda: _floor(archives))
        peer = apart("bench.ingest_fec:peer", [str(path) for path in plain], str(work / "copy.parquet"))
        used = [
            apart("bench.ingest_fec:ours", [str(path) for path in archives], str(work / f"case-{n}")) for n in range(3)
        ]
        mine = min(used, key=lambda u: float(u.value["seconds"]))
        size = made.size_mb(work / "case-0")
    return [
        Row(
            question,
            mine.value["rows"],
            "rows",
            seconds=mine.value["seconds"],
            cpu=mine.cpu,
            peer=Side("DuckDB copy to Parquet", peer.value),
            floor=Side("unzip and read", floor),
            memory_mb=mine.peak_mb,
            disk_mb=size,
            input_mb=sum(info.file_size for path in archives for info in zipfile.ZipFile(path).infolist()) / 1e6,
            limit=limit_of(mine.value["steps"]),
            steps=mine.value["steps"],
            figures={"set aside": mine.value["aside"]},
            note=f"{len(archives)} files; the aim is at most {AIM:.0f} times the peer",
        )
    ]


def _unzipped(archives: list[Path], work: Path) -> list[Path]:
    """The files of the archives, unzipped beforehand: the peer is not charged for it."""
    files = []
    for path in archives:
        with zipfile.ZipFile(path) as archive:
            files += [Path(archive.extract(name, work / path.stem)) for name in archive.namelist()]
    return files


def _floor(archives: list[Path]) -> int:
    return sum(len(zipfile.ZipFile(path).read(name)) for path in archives for name in zipfile.ZipFile(path).namelist())


def peer(files: list[str], target: str) -> float:
    """Seconds for the engine alone to copy the unzipped files to Parquet, every field as text."""
    import duckdb

    def copied() -> None:
        con = duckdb.connect()
        for path in files:
            text = f"read_csv('{path}', delim='|', header=false, quote='', all_varchar=true, null_padding=true)"
            con.execute(f"COPY (SELECT * FROM {text}) TO '{target}' (FORMAT parquet)")
        con.close()

    return best(copied)


def ours(archives: list[str], folder: str) -> dict[str, Any]:
    """Add the archives to a new case in ``folder``: seconds, seconds by kind of work, rows read and set aside."""
    import duckdb  # noqa: F401  the program's own start is not what is measured
    import ibis  # noqa: F401

    from onrecord.case import Case

    begin = time.perf_counter()
    case = Case.create(Path(folder))
    assert case.book.con is not None  # the engine opens when it is first asked for something
    opened = time.perf_counter() - begin
    watch = Timed(case.book.engine, outside="read")
    case.book.engine = watch
    read = [case.add_unresolved(Path(path)) for path in archives]
    case.close()
    steps = {**watch.steps(), "open": opened}
    counted = {"rows": sum(s.rows_read for s in read), "aside": sum(s.rows_quarantined for s in read)}
    return {"seconds": time.perf_counter() - begin, "steps": steps, **counted}
