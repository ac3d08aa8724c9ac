"""The folder of a Spark book: its paths, its log, and what Spark's file systems do with both.

``log/000012.json`` says, after the twelfth change, which folders of Parquet make up each table. Nothing is ever written
over: a change writes new folders first and its log entry last, in one step, and two writers cannot make the same entry.
"""

from __future__ import annotations

import json
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Any

from onrecord.errors import CaseError, SourceError

State = dict[str, list[str]]
"""The folders of each table, relative to the book."""


class Files:
    """The files of the book at ``root``: a local path, or an address that Spark's Hadoop file systems know."""

    def __init__(self, session: Any, root: str) -> None:
        self.session = session
        self.root = root

    def path(self, *parts: str) -> str:
        """The address of something in the book."""
        return "/".join((self.root, *parts))

    def scratch(self) -> str:
        """A new address for something that only this session needs."""
        return self.path("scratch", uuid.uuid4().hex)

    def newest(self) -> tuple[int, State]:
        """The number of the newest entry of the log (0 if there is none), and the folders that it names."""
        entries = self._entries()
        if not entries:
            return 0, {}
        return int(Path(entries[-1]).stem), dict(json.loads(self.text(entries[-1]) or "{}"))

    def log(self, number: int, state: State) -> None:
        """Make the entry of this number; CaseError where another program has made it in the meantime."""
        try:
            self.write(self.path("log", f"{number:06}.json"), json.dumps(state, indent=1))
        except Exception as error:  # py4j wraps whatever the file system raises
            raise CaseError("another program has just changed this book", path=self.root, advice="try again") from error

    def write(self, address: str, text: str) -> None:
        """Write a small text file; fails where there is one."""
        stream = self._system(address).create(self._address(address), False)
        stream.write(bytearray(text.encode()))
        stream.close()

    def text(self, address: str) -> str | None:
        """A small text file, None where there is none."""
        if not self._system(address).exists(self._address(address)):
            return None
        return str(self.session.read.text(address, wholetext=True).first()[0])

    def digests(self, folder: str) -> dict[str, list[Any]]:
        """Every Parquet file below a folder, by its path from there: size in bytes and SHA-256."""
        from pyspark.sql import functions as f

        system, root = self._system(folder), self._address(folder)
        if not system.exists(root):
            return {}
        above = len(str(system.makeQualified(root).toUri().getPath())) + 1
        found = self.session.read.format("binaryFile").option("recursiveFileLookup", "true")
        read = found.option("pathGlobFilter", "*.parquet").load(folder)
        rows = read.select("path", "length", f.sha2("content", 256).alias("sha256")).collect()
        return {self._address(r["path"]).toUri().getPath()[above:]: [r["length"], r["sha256"]] for r in rows}

    def remove(self, path: str) -> None:
        """Delete a folder. One that cannot be deleted is in no log entry, and so not in the book."""
        with suppress(Exception):
            self._system(path).delete(self._address(path), True)

    def within_reach(self, path: Path) -> str:
        """The address of a local file for all workers: on a cluster it is first copied to where the book is."""
        here = path.resolve().as_uri()
        if self.session.sparkContext.master.startswith("local"):
            return here
        target = self.scratch()
        try:
            self._system(target).copyFromLocalFile(self._address(here), self._address(target))
        except Exception as error:
            raise SourceError("it cannot be copied to where the book is", path=path) from error
        return target

    def _entries(self) -> list[str]:
        folder = self._address(self.path("log"))
        system = self._system(self.root)
        if not system.exists(folder):
            return []
        return sorted(str(status.getPath().toString()) for status in system.listStatus(folder))

    def _address(self, path: str) -> Any:
        return self.session.sparkContext._jvm.org.apache.hadoop.fs.Path(path)

    def _system(self, address: str) -> Any:
        """The file system in which an address lies; CaseError where Spark cannot get at it."""
        from py4j.protocol import Py4JJavaError

        try:
            system = self._address(address).getFileSystem(self.session.sparkContext._jsc.hadoopConfiguration())
            system.exists(self._address(address))
        except Py4JJavaError as error:
            why = str(error.java_exception.getMessage()).splitlines()[0]
            advice = "Spark's own settings for it go under [engine] in onrecord.toml"
            raise CaseError(f"Spark cannot get at it: {why}", path=address, advice=advice) from error
        return system
