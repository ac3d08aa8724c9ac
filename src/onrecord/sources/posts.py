"""Posts: messages or comments of a platform, one a row, as researchers and platforms export them.

Layout (ours; RFC 4180, header line, UTF-8): ``post_id, account_id, created_at, text`` and, where known, ``platform``
and ``in_reply_to``; ``comment_id`` is read as ``post_id``. See ``docs/formats/posts.md``.

Accounts are never made into people: an account is an opaque id, counted and not named. Links and hashtags of a text
become shares (``url``, ``hashtag``), so that posts which pass on the same thing can be found.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final
from urllib.parse import urlsplit

from onrecord.sources import csv_rows
from onrecord.sources.format import RawRecord, Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.book.ingest import Intake
    from onrecord.sources.csv_rows import CsvRow
    from onrecord.sources.opened import Opened
    from onrecord.vocabulary import Column

REQUIRED: Final = ("post_id", "account_id", "created_at", "text")
OPTIONAL: Final = ("platform", "in_reply_to")
ALSO: Final = {"comment_id": "post_id"}
RAW: Final[dict[str, Column]] = {
    "locator": "string", **dict.fromkeys((*REQUIRED, *OPTIONAL), "string"), "reason": "string", "raw": "string",
}  # fmt: skip
SHARES: Final[dict[str, Column]] = {"object_kind": "string", "object_id": "string", "post_id": "string"}

URL = re.compile(r"https?://[^\s<>\"”“]+", re.IGNORECASE)
HASHTAG = re.compile(r"(?<![\w&/])[#＃](\w*[^\W\d_]\w*)")
AFTER_URL = ".,;:!?…'’\""
PAIRS: Final = {")": "(", "]": "[", "}": "{"}


def instant(text: str) -> str | None:
    """An ISO 8601 time, one with an offset turned to UTC, one without as filed; None for anything else."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) == len("2025-06-24"):
        return read.date().isoformat()
    return (read.astimezone(UTC).replace(tzinfo=None) if read.tzinfo else read).isoformat()


def urls(text: str) -> list[str]:
    """The web addresses in a text, without the punctuation that follows them; scheme and host in lower case."""
    return list(dict.fromkeys(filter(None, map(_url, URL.findall(text)))))


def _url(found: str) -> str | None:
    while found and (found[-1] in AFTER_URL or _is_unpaired(found)):
        found = found[:-1]
    try:
        parts = urlsplit(found)
    except ValueError:
        return None
    host = parts.netloc.lower()
    return parts._replace(scheme=parts.scheme.lower(), netloc=host, fragment="").geturl() if host else None


def _is_unpaired(found: str) -> bool:
    """Whether the last character closes a bracket that was opened before the address."""
    opening = PAIRS.get(found[-1])
    return opening is not None and found.count(found[-1]) > found.count(opening)


def hashtags(text: str) -> list[str]:
    """The hashtags in a text, without the mark, blind to case; a number is none, a fragment of an address is none."""
    return list(dict.fromkeys(tag.casefold() for tag in HASHTAG.findall(URL.sub(" ", text))))


def _names(opened: Opened) -> list[str]:
    """The header in our names."""
    return [ALSO.get(name, name) for name in csv_rows.header_of(opened)]


def _rows(opened: Opened) -> Iterator[tuple[CsvRow, dict[str, str]]]:
    names = _names(opened)
    for row in csv_rows.records(opened.text):
        yield row, dict(zip(names, row.values, strict=False))


def _reason(fields: dict[str, str], earlier: dict[str, int]) -> str | None:
    """Why a row cannot be a post."""
    if missing := [name for name in REQUIRED if not fields.get(name, "").strip() and name != "text"]:
        return f"no {missing[0]}"
    if "text" not in fields:
        return "the row ends before its text"
    if instant(fields["created_at"].strip()) is None:
        return f"created_at is not an ISO 8601 time: {fields['created_at']!r}"
    first = earlier.get(fields["post_id"].strip())
    return f"post_id repeats line {first}" if first else None


def _values(row: CsvRow, fields: dict[str, str], reason: str | None) -> list[object]:
    """One row in the order of ``RAW``; blanks are unknown, but an empty text is a text."""
    known = {name: fields.get(name, "").strip() or None for name in (*REQUIRED, *OPTIONAL)}
    locator = f"post_id={known['post_id']}" if known["post_id"] and not (reason or "").startswith("post_id") else None
    known["created_at"] = instant(known["created_at"] or "")
    known["text"] = fields.get("text", "")
    return [locator or f"line {row.line}", *known.values(), reason, row.raw]


class Posts:
    """Messages or comments of a platform."""

    name: ClassVar[str] = "posts"
    title: ClassVar[str] = "Posts"
    publisher: ClassVar[str] = "the collector of the posts"
    official: ClassVar[str] = "docs/formats/posts.md"

    def recognizes(self, opened: Opened) -> bool:
        """A header with an id, an account, a time and a text."""
        return set(REQUIRED) <= set(_names(opened))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Each row becomes a post; its links and hashtags become shares."""
        values, earlier = [], dict[str, int]()
        for row, fields in _rows(opened):
            reason = _reason(fields, earlier)
            values.append(_values(row, fields, reason))
            if not reason:
                earlier[fields["post_id"].strip()] = row.line
        intake.rows(values, RAW)
        intake.rows([share for row in values if row[-2] is None for share in _shares(row)], SHARES, "shares")
        intake.quarantine("SELECT locator, reason, raw FROM raw WHERE reason IS NOT NULL")
        intake.insert("post", "SELECT * EXCLUDE (reason, raw) FROM raw WHERE reason IS NULL")
        intake.insert("share", "SELECT * FROM shares")
        return Reading(len(values), _coverage(intake), _notes(opened))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The row ``post_id=…`` or ``line 17``, in the file's own names."""
        names = csv_rows.header_of(opened)
        for row, fields in _rows(opened):
            if where in (f"post_id={fields.get('post_id', '').strip()}", f"line {row.line}"):
                return RawRecord(tuple(zip(names, row.values, strict=False)), row.raw)
        return None


def _shares(row: list[object]) -> Iterator[tuple[str, str, object]]:
    text, post_id = str(row[1 + REQUIRED.index("text")]), row[1]
    yield from (("url", url, post_id) for url in urls(text))
    yield from (("hashtag", tag, post_id) for tag in hashtags(text))


def _coverage(intake: Intake) -> Coverage:
    good = "FROM raw WHERE reason IS NULL"
    posts, accounts = (intake.value(f"SELECT count({what}) {good}") for what in ("*", "DISTINCT account_id"))
    first, last = (intake.value(f"SELECT {bound}(created_at) {good}") for bound in ("min", "max"))
    covers = f"{posts:,} posts by {accounts:,} accounts, as collected; what else was posted is not known"
    return Coverage(covers, first and first[:10], last and last[:10])


def _notes(opened: Opened) -> tuple[str, ...]:
    names = csv_rows.header_of(opened)
    unused = [name for name in names if ALSO.get(name, name) not in (*REQUIRED, *OPTIONAL)]
    renamed = [f"{name} is read as {ALSO[name]}" for name in names if name in ALSO]
    return (*renamed, *([f"columns not used: {', '.join(unused)}"] if unused else []))
