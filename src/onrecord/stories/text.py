"""A story's text: read faithfully, seen plainly, cut into blocks and sentences.

Offsets everywhere in this room are Unicode code points of the file as read, newlines untouched, a byte-order mark not
counted. The plain view has the length of the raw text, character for character, so the same offset means the same place
in both and no map is needed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.errors import StoryError
from onrecord.stories.blocks import Block, BlockKind, find_blocks
from onrecord.stories.sentences import cut

__all__ = ["Block", "BlockKind", "Sentence", "Text", "load", "plain", "read_text"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_SAVE_AS: Final = "save the story as plain text in UTF-8"
_HIGH_SHARE: Final = 0.15
"""More accented letters than this, of all letters, and a single-byte file is in no encoding of western English text."""

_PLAIN: Final = str.maketrans(
    dict.fromkeys("“”„‟«»″＂", '"')
    | dict.fromkeys("‘’‚‛‹›′ʼ＇", "'")
    | dict.fromkeys(
        "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\ufeff",
        " ",
    )
    | dict.fromkeys("‐‑−", "-")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or a line that is none, of a block."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class Text:
    """A story read: ``raw`` as in the file, ``view`` plain and of the same length, blocks and sentences in order."""

    raw: str
    view: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


def read_text(raw: str) -> Text:
    """Cut a story into blocks and sentences. Never fails; a text of white space has none."""
    view = plain(raw)
    blocks = find_blocks(view)
    sentences = tuple(
        Sentence(start, end, block) for block in blocks for start, end in cut(view, block.start, block.end)
    )
    return Text(raw, view, blocks, sentences)


def plain(raw: str) -> str:
    """``raw`` with quotes straight, spaces plain and hyphens one kind: same length, character for character."""
    return raw.translate(_PLAIN)


def load(path: Path | str) -> str:
    """The text of a story file, byte for byte: UTF-8, UTF-16 or UTF-32 with its mark, else Windows-1252.

    Raises:
        StoryError: missing, a folder, unreadable, empty, binary, or in an encoding that cannot be told.
    """
    path = Path(path)
    content = _content(path)
    if content.startswith(_BINARY):
        raise StoryError("is not a text file", path=path, advice=_SAVE_AS)
    text = _decoded(content, path)
    if "\0" in text or _control_share(text) > 0.02:
        raise StoryError("is a binary file, not a text", path=path, advice=_SAVE_AS)
    if not text.strip():
        raise StoryError("holds no text", path=path, advice="name a file that holds a story")
    return text


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise StoryError("is a folder, not a story", path=path, advice="name the files in it")
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise StoryError("there is no such file", path=path, advice="check the spelling of its name") from None
    except OSError as problem:
        raise StoryError(
            f"cannot be read: {problem.strerror}", path=path, advice="check that you may read it"
        ) from None
    if not content:
        raise StoryError("is empty (0 bytes)", path=path, advice="name a file that holds a story")
    return content


def _decoded(content: bytes, path: Path) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding, path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        if _is_broken_utf8(content):
            raise _broken(content, problem, path) from None
        return _single_byte(content, path)


def _strictly(content: bytes, encoding: str, path: Path) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        raise _broken(content, problem, path) from None


def _broken(content: bytes, problem: UnicodeDecodeError, path: Path) -> StoryError:
    line = content.count(b"\n", 0, problem.start) + 1
    return StoryError(f"is broken {problem.encoding.upper()}", path=path, line=line, advice=_SAVE_AS)


def _is_broken_utf8(content: bytes) -> bool:
    """More whole multi-byte characters than stray bytes: UTF-8 that was damaged, not another encoding."""
    decoded = content.decode("utf-8", errors="replace")
    stray = decoded.count("\ufffd")
    whole = sum(character > "\x7f" for character in decoded) - stray
    return whole > stray


def _single_byte(content: bytes, path: Path) -> str:
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError:
        raise StoryError("is in an encoding that cannot be told", path=path, advice=_SAVE_AS) from None
    letters = re.findall(r"[^\W\d_]", text)
    if sum(letter > "\x7f" for letter in letters) > _HIGH_SHARE * len(letters):
        raise StoryError("is in an encoding that cannot be told", path=path, advice=_SAVE_AS)
    return text


def _control_share(text: str) -> float:
    return sum(character < " " and character not in "\t\n\r\f\v" for character in text) / max(1, len(text))
