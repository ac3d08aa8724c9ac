"""A text file written line by line, in chunks: a world has millions of lines, and a few thousand are held at a time."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNK: Final = 20_000
"""Lines held before they are written."""


def quoted(value: str) -> str:
    """A value of a CSV line, in quotation marks."""
    return '"' + value.replace('"', '""') + '"'


class Lines:
    """A UTF-8 text file, written line by line. ``head`` goes on top once there is a line.

    ``flushed`` is told, at each chunk, how many lines there are. A file without a line is never made: no reader takes
    it.
    """

    def __init__(
        self, path: Path, head: str = "", end: str = "\n", flushed: Callable[[int], None] | None = None
    ) -> None:
        self.path = path
        self._flushed = flushed
        self._written = 0
        self._end = end
        self._head = [head] if head else []
        self._held: list[str] = []
        self._stream: IO[str] | None = None

    @property
    def count(self) -> int:
        """Lines so far, the head left out."""
        return self._written + len(self._held)

    def add(self, line: str) -> None:
        """Add one line, without its end."""
        self._held.append(line)
        if len(self._held) >= CHUNK:
            self._flush()

    def close(self) -> None:
        """Write what is held."""
        if self._held:
            self._flush()
        if self._stream is not None:
            self._stream.close()

    def _flush(self) -> None:
        if self._stream is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self.path.open("w", encoding="utf-8", newline="")
            self._stream.write("".join(line + self._end for line in self._head))
        self._written += len(self._held)
        self._stream.write(self._end.join(self._held) + self._end)
        self._held.clear()
        if self._flushed is not None:
            self._flushed(self._written)
