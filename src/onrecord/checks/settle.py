"""Which record would settle a claim, and where to get it: by type, and by where the parties file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.checks.naming import levelled
from onrecord.checks.wordlists import wordlist
from onrecord.vocabulary import Settlement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.checks.question import Question
    from onrecord.checks.records import Records


def settlements(question: Question, records: Records) -> tuple[Settlement, ...]:
    """The records to get, the fitting office first; the general advice only where no office is known."""
    entries = wordlist("settle").get(question.type) or wordlist("settle")["other"]
    tags = _filed_where(question, records)
    fitting = [entry for entry in entries if entry["when"] in tags]
    chosen = fitting or [entry for entry in entries if not entry["when"]]
    return tuple(Settlement(entry["record"], entry["how"]) for entry in chosen)


def _filed_where(question: Question, records: Records) -> set[str]:
    """The places that the claim itself, or else the records about its parties, put it in."""
    said = " ".join(levelled(text) for text in _of_the_claim(question))
    named = {tag for tag, phrases in wordlist("settle")["places"].items() if _has(said, phrases)}
    if named:
        return named
    known = " ".join(levelled(text) for text in _of_the_records(question, records))
    placed = {tag for tag, phrases in wordlist("settle")["places"].items() if _has(known, phrases)}
    return placed | _formats(question, records)


def _of_the_claim(question: Question) -> Iterator[str]:
    yield question.place or ""
    yield question.subject or ""
    yield question.object or ""
    for link in question.attribution:
        yield link.source or ""
        yield link.cue


def _of_the_records(question: Question, records: Records) -> Iterator[str]:
    """Where casebooks place the parties."""
    for name in (question.subject, question.object):
        if name:
            yield from records.places(records.resolve(name))


def _formats(question: Question, records: Records) -> set[str]:
    """The offices in whose registers the parties stand."""
    rows = [row for name in (question.subject, question.object) for row in records.details(records.resolve(name))]
    held = {records.sources[row["source_id"]].format for row in rows}
    table = wordlist("settle")["formats"]
    return {tag for tag, starts in table.items() if any(name.startswith(tuple(starts)) for name in held)}


def _has(text: str, phrases: list[str]) -> bool:
    return any(f" {phrase} " in f" {text} " for phrase in phrases)
