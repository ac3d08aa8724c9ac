"""A file as offered to the formats: unzipped, in UTF-8, with its digest and its first lines at hand.

A newsroom's files come zipped, with byte-order marks, in Windows-1252, or cut short. What can be told apart is mended
here once, and said in ``notes``; what cannot is refused in one line before the book is touched.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from onrecord.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = 1 << 16
CHUNK = 1 << 20
MAX_RATIO = 200
"""A member that unzips to more than this many times its packed size is a bomb, not a record."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One file, ready to be recognized and read.

    ``path`` is the file as given, ``name`` its own name (the member's, inside an archive), ``text`` a plain UTF-8 file
    of the same lines, ``sha256`` the digest of the bytes as given, ``head`` the first 64 Ki characters, ``notes`` what
    was mended.
    """

    path: Path
    name: str
    text: Path
    sha256: str
    head: str
    notes: tuple[str, ...] = ()

    @property
    def first_line(self) -> str:
        """The first line without its line end."""
        return self.head.partition("\n")[0].rstrip("\r")


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open one file for reading as a source; raises SourceError for what can never be one."""
    if not path.exists():
        raise SourceError("no such file", path=path)
    if path.is_dir():
        raise SourceError("this is a folder", path=path, advice="name its files, for example FOLDER/*.csv")
    if path.stat().st_size == 0:
        raise SourceError("the file is empty (0 bytes)", path=path, advice="download it again")
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        work = Path(folder)
        plain, name = (_unzip(path, work), _member(path).filename) if zipfile.is_zipfile(path) else (path, path.name)
        if plain is path and path.suffix.lower() == ".zip":
            raise SourceError("the archive is damaged or cut short", path=path, advice="download it again")
        text, notes = _as_utf8(plain, path, work)
        with text.open(encoding="utf-8", newline="") as lines:
            head = lines.read(HEAD)
        yield Opened(path, name, text, digest(path), head, notes)


def digest(path: Path) -> str:
    """SHA-256 of the bytes of a file, as 64 hexadecimal characters."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _member(path: Path) -> zipfile.ZipInfo:
    """The one data file of an archive."""
    with zipfile.ZipFile(path) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX")]
    if len(members) != 1:
        raise SourceError(
            f"the archive holds {len(members)} files where one is expected",
            path=path,
            advice="unzip it and add its files",
        )
    return members[0]


def _unzip(path: Path, work: Path) -> Path:
    member = _member(path)
    if member.file_size > MAX_RATIO * max(member.compress_size, 1) and member.file_size > CHUNK:
        raise SourceError("the archive unzips to far more than any record would", path=path)
    target = work / "member"
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as packed, target.open("wb") as plain:
            shutil.copyfileobj(packed, plain, CHUNK)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise SourceError("the archive is damaged or cut short", path=path, advice="download it again") from error
    if not target.stat().st_size:
        raise SourceError("the archived file is empty (0 bytes)", path=path, advice="download it again")
    return target


def _as_utf8(plain: Path, path: Path, work: Path) -> tuple[Path, tuple[str, ...]]:
    """The file itself if it is clean UTF-8 without a mark, else a mended copy and what was mended."""
    with plain.open("rb") as stream:
        start = stream.read(HEAD)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _recoded(plain, work, "utf-16"), ("read as UTF-16",)
    if b"\0" in start:
        raise SourceError("this is a binary file, not a record", path=path, advice="export it as text, CSV or XML")
    if start.startswith(b"\xef\xbb\xbf"):
        return _checked(plain, work, "utf-8-sig", ("byte-order mark dropped",))
    return _checked(plain, work, "utf-8", ())


def _checked(plain: Path, work: Path, encoding: str, notes: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    try:
        if notes:
            return _recoded(plain, work, encoding), notes
        with plain.open(encoding=encoding, newline="") as stream:
            while stream.read(CHUNK):
                pass
    except UnicodeDecodeError:
        return _recoded(plain, work, "cp1252"), ("not UTF-8: read as Windows-1252",)
    return plain, notes


def _recoded(plain: Path, work: Path, encoding: str) -> Path:
    target = work / "text"
    # Windows-1252 leaves five bytes undefined; a record is not lost over one of them.
    errors = "replace" if encoding == "cp1252" else "strict"
    with (
        plain.open(encoding=encoding, errors=errors, newline="") as old,
        target.open("w", encoding="utf-8", newline="") as new,
    ):
        _copy(old, new)
    return target


def _copy(old: IO[str], new: IO[str]) -> None:
    while chunk := old.read(CHUNK):
        new.write(chunk)
