"""The casebook of a made-up world: facts that no register holds, as a reporter wrote them down.

The world says in ``Statement.whole`` whether a record rules other figures out. Where it does, the row is an official
statement; where not, a newsroom's report, which may support a claim and never exclude one. Every third fact stands
once more as a copy that names what it copies, every fifth in the words of the party itself: neither adds anything.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from onrecord.sources.casebook import COLUMNS
from onrecord.synth.lines import quoted
from onrecord.synth.records.parties import slug

if TYPE_CHECKING:
    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Statement
    from onrecord.vocabulary import Grade

FILE: Final = "records/casebook.csv"
COPIED: Final = 3
"""Every which fact another outlet copies."""
OWN_WORD: Final = 5
"""Every which fact the party itself tells too."""


def write(output: Output) -> None:
    """Write casebook.csv: the statements of the world that the casebook records."""
    book = _Book(output)
    for n, statement in enumerate(s for s in output.world.statements if s.record == "casebook"):
        book.fact(statement, n)
    output.done(book.lines, "casebook")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "casebook.toml").read_text(encoding="utf-8"))


class Level(NamedTuple):
    """One fact of a statement: its relation, its figure, its time, and the statement it is of."""

    statement: Statement
    relation: str
    value: float | None
    date_from: str
    date_to: str


class _Book:
    def __init__(self, output: Output) -> None:
        self.lines = output.lines(FILE, ",".join(COLUMNS), "\r\n")
        self._output = output

    def fact(self, statement: Statement, n: int) -> None:
        """The rows of one statement: a level at each end where it tells a change, and who else has it."""
        grade: Grade = "official_statement" if statement.whole else "independent_report"
        for key, level in _levels(statement):
            source = self._row(key, level, grade, n)
            if n % COPIED == 0:
                self._row(f"{key}-copy", level, "lineage_copy", n, source)
            if n % OWN_WORD == 0:
                self._row(f"{key}-own", level, "interested_party", n)

    def _row(self, key: str, level: Level, grade: Grade, n: int, lineage: str = "") -> str:
        """Add one row and its mentions; returns how another row would name it as its source."""
        statement, parties = level.statement, self._output.parties
        names = _words()["publishers"][grade]
        publisher = names[n % len(names)]
        subject = parties.named(statement.subject)
        object_ = parties.named(statement.object) if statement.object else None
        said = statement.type == "quotation"
        shown = f'"{statement.words}"' if said and statement.words else object_[1] if object_ else ""
        amount = "" if level.value is None else f"{level.value:.15g}"
        published = _day(statement.date_to or statement.date_from) or self._output.years[1]
        values = {
            "fact_id": key, "kind": statement.type, "subject": subject[1], "relation": level.relation,
            "object": shown, "amount_low": amount, "amount_high": amount, "unit": statement.unit or "",
            "date_from": level.date_from, "date_to": level.date_to, "place": statement.place or "",
            "statement": _sentence(level, subject[1], shown), "grade": grade, "publisher": f"{publisher} (fictional)",
            "title": f"{subject[1]}: {statement.type.replace('_', ' ')}",
            "url": f"https://{slug(publisher)}.example/{slug(key)}", "published": published, "lineage": lineage,
            "note": f"Said of {parties.named(statement.said_of)[1]}." if statement.said_of else "",
        }  # fmt: skip
        self.lines.add(",".join(quoted(values[name]) if values[name] else "" for name in COLUMNS))
        self._mention(key, "subject", subject)
        if object_ and not said:
            self._mention(key, "object", object_)
        return f"{publisher} {published}"

    def _mention(self, key: str, side: str, party: tuple[str, str]) -> None:
        who, name = party
        self._output.truth.entity(who, "LegalEntity", name, "named")
        self._output.truth.mention(FILE, f"fact_id={key}", side, name, who)


def _levels(statement: Statement) -> list[tuple[str, Level]]:
    """The facts of a statement under their ids: one, or two levels where it tells a change from a start."""
    first, last = statement.date_from or "", statement.date_to or ""
    relation = _words()["levels"].get(statement.relation, statement.relation)
    if statement.start is None:
        return [(statement.id, Level(statement, statement.relation, statement.value, first, last))]
    return [
        (f"{statement.id}-start", Level(statement, relation, statement.start, first, first)),
        (f"{statement.id}-end", Level(statement, relation, statement.value, last or first, last or first)),
    ]


def _sentence(level: Level, subject: str, shown: str) -> str:
    """The fact in one plain sentence."""
    phrase = _words()["phrases"].get(level.relation, level.relation.replace("_", " "))
    figure = "" if level.value is None else f"{level.value:,.15g} {(level.statement.unit or '').replace('_', ' ')}"
    if "{figure}" in phrase:
        phrase, figure = phrase.replace("{figure}", figure.strip()), ""
    told = " ".join(f"{subject} {phrase} {shown}".split())
    place, days = level.statement.place, dict.fromkeys(filter(None, (level.date_from, level.date_to)))
    where = f" in {place}" if place and place not in told else ""
    when = f" ({' to '.join(days)})" if days else ""
    return f"{told}{where}{when}{f': {figure.strip()}' if figure else ''}."


def _day(date: str | None) -> str | None:
    """The last day that a date can mean: a year's is its 31 December."""
    if not date:
        return None
    return date if len(date) == 10 else f"{date}-28" if len(date) == 7 else f"{date[:4]}-12-31"
