"""What every canvass has in common: lines that count ballots rather than votes, and how a line enters the book.

A canvass lists, by district, a figure a line. Most lines are a candidate's votes; some are counters ("Public Counter",
"Scattered") that the publisher mixes in under ``candidate``, and on a ballot question they are answers. A counter must
never become somebody who stood for election: its metric is ``counter: public counter`` and it has no subject. An
answer's metric is ``votes: yes``. The lists are in ``canvass.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from onrecord.vocabulary import Quarantined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.book.ingest import Intake
    from onrecord.sources.csv_rows import CsvRow
    from onrecord.vocabulary import Column

LINES: Final[dict[str, Column]] = {
    "n": "int64", "subject": "int64", "metric": "string", "votes": "int64", "unit": "string", "place": "string",
    "contest": "string", "date": "string", "as_of": "string",
}  # fmt: skip
CANDIDATES: Final[dict[str, Column]] = {
    "id": "int64",
    "n": "int64",
    "role": "string",
    "name": "string",
    "detail": "string",
}
REFUSED: Final[dict[str, Column]] = {"locator": "string", "reason": "string", "raw": "string"}

MENTIONS: Final = """
SELECT {base} + id AS mention_id, 'line ' || n AS locator, role, 'Person' AS schema, name, detail FROM candidates
"""
MEASURES: Final = """
SELECT {base} + n * 16 AS measure_id, 'line ' || n AS locator, {base} + subject AS subject_mention, metric,
       votes AS value, unit, place, contest, date, as_of FROM raw
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a canvass: ``votes`` beside ``name`` in one district of one contest, on one party's line."""

    n: int
    name: str
    party: str
    votes: int
    place: str
    contest: str
    raw: str = ""
    date: str | None = None
    as_of: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether somebody stands for election on this line, rather than a counter or an answer."""
        return self.name.casefold() not in _listed("counters") | _listed("answers")


@cache
def _words() -> dict[str, list[str]]:
    return tomllib.loads((files(__package__) / "canvass.toml").read_text(encoding="utf-8"))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_words()[name])


def office_in(file_name: str) -> str | None:
    """The office that a file's name speaks of (``ed_mayor_2025.csv``: mayor), or None."""
    words = " ".join(re.split(r"[\W_]+", file_name.casefold()))
    return next((office for office in _words()["offices"] if f" {office} " in f" {words} "), None)


def whole(text: str) -> int | None:
    """A count of votes, with or without thousands commas; None for anything else, a blank included."""
    if re.fullmatch(r"\d+|\d{1,3}(,\d{3})+", text.strip(), re.ASCII):
        return int(text.replace(",", ""))
    return None


def refuse(row: CsvRow, reason: str) -> Quarantined:
    """Set one row of a canvass aside."""
    return Quarantined(f"line {row.line}", reason, row.raw)


def without_repeats(lines: Iterable[Line]) -> tuple[list[Line], list[Quarantined]]:
    """The lines, and those set aside because an earlier line speaks of the same district, contest, name and party."""
    seen: dict[tuple[str, ...], Line] = {}
    refused = []
    for line in lines:
        first = seen.setdefault((line.place, line.contest, line.name, line.party), line)
        if first is not line:
            same = "repeats" if first.votes == line.votes else "gives another figure than"
            refused.append(Quarantined(f"line {line.n}", f"{same} line {first.n}", line.raw))
    return list(seen.values()), refused


def write(intake: Intake, lines: Sequence[Line], refused: Sequence[Quarantined], metric: str = "votes") -> None:
    """Write measures, one candidate mention per name and contest, and quarantine.

    ``metric`` is what a candidate's figure counts. A candidate's party lines share one subject, so that the sum over a
    subject adds them. "A / B" is a ticket: the votes are A's, and B is mentioned as the running mate.
    """
    subjects: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.is_named:
            subjects.setdefault((line.name, line.contest), []).append(line)
    first = {key: own[0].n * 16 for key, own in subjects.items()}
    intake.rows([_measure(line, first.get((line.name, line.contest)), metric) for line in lines], LINES)
    intake.rows([row for own in subjects.values() for row in _mentions(own)], CANDIDATES, "candidates")
    intake.rows([(r.locator, r.reason, r.raw) for r in refused], REFUSED, "refused")
    intake.insert("mention", MENTIONS)
    intake.insert("measure", MEASURES)
    intake.quarantine("SELECT locator, reason, raw FROM refused")


def _measure(line: Line, subject: int | None, metric: str) -> tuple[object, ...]:
    counts, unit = metric, "votes"
    if line.name.casefold() in _listed("answers"):
        counts = f"votes: {line.name.casefold()}"
    elif not line.is_named:
        counts, unit = f"counter: {line.name.casefold()}", "ballots"
    return (line.n, subject, counts, line.votes, unit, line.place, line.contest, line.date, line.as_of)


def _mentions(own: list[Line]) -> list[tuple[object, ...]]:
    """The candidate of these lines, and a running mate if the name is a ticket's."""
    parties = dict.fromkeys(line.party for line in own if line.party)
    detail = "; ".join([own[0].contest, *([f"on the lines of {', '.join(parties)}"] if parties else [])])
    head, *mates = own[0].name.split(" / ")
    roles = [("candidate", head), *(("running mate", mate) for mate in mates)]
    return [(own[0].n * 16 + k, own[0].n, role, name.strip(), detail) for k, (role, name) in enumerate(roles)]
