"""How long does adding the federal bulk sample take, against a bare copy of the same files by the same engine?

Floor: unzip the files and read their bytes. Peer: DuckDB alone, pipe-delimited text to Parquet, nothing interpreted.
Ours: add the zipped files to a new case (digest, recognition, mentions, links, measures, quarantine), without working
out who is who. The aim is at most four times the peer.
"""

from __future__ import annotations

import tempfile
import zipfile
from itertools import count
from pathlib import Path

from bench import best, shared

AIM = 4.0


def run() -> None:
    """Print floor, peer, ours and the ratio; one line where the sample is absent."""
    archives = sorted((shared() / "records/fec_bulk/2020_early").glob("*.zip"))
    if not archives:
        print(f"   skipped: no federal bulk sample under {shared()} ($ONRECORD_SHARED names another folder)")
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        work = Path(folder)
        plain = _unzipped(archives, work)
        floor = best(lambda: _floor(archives))
        peer = best(lambda: _peer(plain, work / "copy.parquet"))
        fresh = count()
        ours = best(lambda: _ours(archives, work / f"case-{next(fresh)}"))
    size = sum(info.file_size for path in archives for info in zipfile.ZipFile(path).infolist()) / 1e6
    print(f"   {len(archives)} files, {size:.1f} MB of text, best of three runs")
    print(f"   floor, unzip and read   {floor:6.2f} s")
    print(f"   peer, DuckDB to Parquet {peer:6.2f} s")
    print(f"   ours, add to a case     {ours:6.2f} s")
    print(f"   ratio ours to peer      {ours / peer:6.2f}   (aim: at most {AIM:.0f})")


def _unzipped(archives: list[Path], work: Path) -> list[Path]:
    """The files of the archives, unzipped beforehand: the peer is not charged for it."""
    files = []
    for path in archives:
        with zipfile.ZipFile(path) as archive:
            files += [Path(archive.extract(name, work / path.stem)) for name in archive.namelist()]
    return files


def _floor(archives: list[Path]) -> int:
    return sum(len(zipfile.ZipFile(path).read(name)) for path in archives for name in zipfile.ZipFile(path).namelist())


def _peer(files: list[Path], target: Path) -> None:
    import duckdb

    con = duckdb.connect()
    for path in files:
        text = f"read_csv('{path}', delim='|', header=false, quote='', all_varchar=true, null_padding=true)"
        con.execute(f"COPY (SELECT * FROM {text}) TO '{target}' (FORMAT parquet)")
    con.close()


def _ours(archives: list[Path], folder: Path) -> None:
    from onrecord.case import Case

    case = Case.create(folder)
    for path in archives:
        case.add_unresolved(path)
    case.close()
