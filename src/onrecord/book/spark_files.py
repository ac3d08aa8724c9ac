"""The folder of a Spark book: its paths, its log, and what Spark's file systems do with both.

``log/000012.json`` says, after the twelfth change, which folders of Parquet make up each table. Nothing is ever written
over: a change writes new folders first and its log entry last, in one step, and two writers cannot make the same entry.
"""

from __future__ import annotations

import json
import uuid
from contextlib import suppress
from functools import cached_property
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

    def newest(self) -> State:
        """Which folders make up each table, by the newest entry of the log."""
        entries = self._entries()
        if not entries:
            return {}
        return dict(json.loads(self.session.read.text(entries[-1], wholetext=True).first()[0]))

    def log(self, state: State) -> None:
        """Make the next entry; CaseError where another program has made it in the meantime."""
        entries = self._entries()
        number = int(Path(entries[-1]).stem) + 1 if entries else 1
        try:
            stream = self._system.create(self._address(self.path("log", f"{number:06}.json")), False)
        except Exception as error:  # py4j wraps whatever the file system raises
            raise CaseError("another program has just changed this book", path=self.root, advice="try again") from error
        stream.write(bytearray(json.dumps(state, indent=1).encode()))
        stream.close()

    def remove(self, path: str) -> None:
        """Delete a folder. One that cannot be deleted is in no log entry, and so not in the book."""
        with suppress(Exception):
            self._system.delete(self._address(path), True)

    def within_reach(self, path: Path) -> str:
        """The address of a local file for all workers: on a cluster it is first copied to where the book is."""
        here = path.resolve().as_uri()
        if self.session.sparkContext.master.startswith("local"):
            return here
        target = self.scratch()
        try:
            self._system.copyFromLocalFile(self._address(here), self._address(target))
        except Exception as error:
            raise SourceError("it cannot be copied to where the book is", path=path) from error
        return target

    def _entries(self) -> list[str]:
        folder = self._address(self.path("log"))
        if not self._system.exists(folder):
            return []
        return sorted(str(status.getPath().toString()) for status in self._system.listStatus(folder))

    def _address(self, path: str) -> Any:
        return self.session.sparkContext._jvm.org.apache.hadoop.fs.Path(path)

    @cached_property
    def _system(self) -> Any:
        return self._address(self.root).getFileSystem(self.session.sparkContext._jsc.hadoopConfiguration())
