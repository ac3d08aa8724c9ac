"""Everything that can go wrong, as one small family.

    OnRecordError
    ├── CaseError        the case folder: missing, already there, unreadable
    ├── SourceError      a file that cannot become a source
    │   └── FormatError  … because its format is unknown or its header is wrong
    ├── LocatorError     a locator that names no record
    ├── QueryError       a query the book cannot answer
    └── StoryError       a story that cannot be read

A message says what was wrong, in which file, at which line where there is one, and what to do next.
The command line prints it as one line and exits 1; no traceback reaches a user.
"""

from __future__ import annotations

from pathlib import Path


class OnRecordError(Exception):
    """Base of every error that onrecord raises on purpose.

    ``path`` and ``line`` say where; ``advice`` says what to do next. All three are part of the message.
    """

    def __init__(
        self, message: str, *, path: Path | str | None = None, line: int | None = None, advice: str | None = None
    ) -> None:
        self.message = message
        self.path = str(path) if path is not None else None
        self.line = line
        self.advice = advice
        super().__init__(str(self))

    def __str__(self) -> str:
        where = self.path or ""
        if where and self.line is not None:
            where += f":{self.line}"
        text = f"{where}: {self.message}" if where else self.message
        return f"{text} ({self.advice})" if self.advice else text


class CaseError(OnRecordError):
    """The case folder is missing, already there, or cannot be read."""


class SourceError(OnRecordError):
    """A file cannot become a source of the book."""


class FormatError(SourceError):
    """No format knows the file, or its header is not the one that its format requires."""


class LocatorError(OnRecordError):
    """A locator names no source of this book, or no record in it."""


class QueryError(OnRecordError):
    """The book cannot answer a query: it would write, or it does not parse."""


class StoryError(OnRecordError):
    """A story cannot be read: missing, empty, binary, or in an encoding that cannot be told."""
