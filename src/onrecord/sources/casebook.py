"""Casebook: sourced facts that a reporter wrote down, one a row, each with its citation, grade and lineage.

Official layout: ``docs/formats/casebook.md`` (RFC 4180, UTF-8, one header line). A casebook is never complete: a fact
that is not in it is not thereby false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import csv_rows
from onrecord.sources.format import RawRecord, Reading
from onrecord.vocabulary import GRADES, Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.opened import Opened
    from onrecord.vocabulary import Column

COLUMNS: Final = (
    "fact_id", "kind", "subject", "relation", "object", "amount_low", "amount_high", "unit", "date_from", "date_to",
    "place", "statement", "grade", "publisher", "title", "url", "published", "lineage", "note",
)  # fmt: skip

SIDE_SPAN: Final = 8
"""Names that a fact may have on one side."""
TEXTS: Final = tuple(name for name in COLUMNS if name not in ("amount_low", "amount_high"))
RAW: Final[dict[str, Column]] = {"n": "int64", **dict.fromkeys(COLUMNS, "string"), "raw": "string"}
JUDGED: Final = f"""
SELECT *, CASE
    WHEN fact_id IS NULL THEN 'no fact_id'
    WHEN count(*) OVER (PARTITION BY fact_id) > 1 THEN 'fact_id is not unique'
    WHEN subject IS NULL OR statement IS NULL THEN 'no subject or no statement'
    WHEN grade IS NULL THEN 'no grade'
    WHEN grade NOT IN {GRADES} THEN 'unknown grade: ' || grade
    WHEN NOT regexp_matches(coalesce(amount_low, '0'), '^-?[0-9]+([.][0-9]+)?$')
      OR NOT regexp_matches(coalesce(amount_high, '0'), '^-?[0-9]+([.][0-9]+)?$') THEN 'an amount is not a number'
    WHEN low > high THEN 'amount_low is above amount_high'
END AS reason FROM (
    SELECT *, try_cast(amount_low AS DOUBLE) AS low, try_cast(amount_high AS DOUBLE) AS high FROM raw
)
"""
REFUSED: Final = """
SELECT CASE WHEN fact_id IS NULL OR reason = 'fact_id is not unique' THEN 'line ' || n ELSE 'fact_id=' || fact_id END
       AS locator, reason, raw FROM judged WHERE reason IS NOT NULL
"""
FACTS: Final = f"SELECT {', '.join(TEXTS)}, low, high, 'fact_id=' || fact_id AS locator FROM good"
PARTIES: Final[dict[str, Column]] = {"n": "int64", "k": "int64", "side": "string", "name": "string"}
MENTIONS: Final = """
SELECT {base} + parties.n * 16 + k AS mention_id, 'fact_id=' || fact_id AS locator, side AS role,
       'LegalEntity' AS schema, name FROM parties JOIN good ON parties.n = good.n
"""
FACT_PARTIES: Final = """
SELECT fact_id, side, {base} + parties.n * 16 + k AS mention_id FROM parties JOIN good ON parties.n = good.n
"""


class Casebook:
    """A reporter's sourced facts."""

    name: ClassVar[str] = "casebook"
    title: ClassVar[str] = "Casebook of sourced facts"
    publisher: ClassVar[str] = "the newsroom's own reading"
    official: ClassVar[str] = "docs/formats/casebook.md"

    def recognizes(self, opened: Opened) -> bool:
        """A header with the columns that only a casebook has."""
        return {"fact_id", "statement", "grade", "lineage"} <= set(csv_rows.header_of(opened))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every row becomes a fact; its named subjects and objects become mentions."""
        csv_rows.require(opened, COLUMNS)
        rows = _rows(opened)
        intake.rows(rows, RAW)
        intake.derive("judged", JUDGED)
        intake.quarantine(REFUSED)
        intake.derive("good", "SELECT * FROM judged WHERE reason IS NULL")
        parties, left_out = _parties(rows)
        intake.rows(parties, PARTIES, "parties")
        intake.insert("mention", MENTIONS)
        intake.insert("fact_party", FACT_PARTIES)
        facts = intake.insert("fact", FACTS)
        first, last = intake.value("SELECT min(date_from) FROM good"), intake.value("SELECT max(date_to) FROM good")
        notes = (f"{left_out} names left out: a fact has at most {SIDE_SPAN} a side",) if left_out else ()
        return Reading(len(rows), Coverage(f"{facts} sourced facts; never complete", first, last), notes)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The row with this ``fact_id``."""
        return csv_rows.find(
            opened, lambda row, fields: where in (f"fact_id={fields.get('fact_id')}", f"line {row.line}")
        )


def _rows(opened: Opened) -> list[list[str | int | None]]:
    """Every record in the order of ``RAW``, a blank as None; by name, since a reporter may move columns."""
    header = csv_rows.header_of(opened)
    at = [header.index(name) for name in COLUMNS]
    padded = [(row, row.values + [""] * len(header)) for row in csv_rows.records(opened.text)]
    return [[row.line, *(values[i].strip() or None for i in at), row.raw] for row, values in padded]


def _parties(rows: list[list[str | int | None]]) -> tuple[list[tuple[int, int, str, str]], int]:
    """Who a fact names, a name each, and how many names found no room: a row has ids for sixteen mentions."""
    parties, left_out = [], 0
    for row in rows:
        fields = dict(zip(RAW, row, strict=True))
        # The object of a quotation or a statement is what was said, not somebody.
        sides = ("subject",) if fields["kind"] in ("quotation", "statement") else ("subject", "object")
        for offset, side in enumerate(sides):
            names = [name for part in str(fields[side] or "").split(";") if (name := part.strip())]
            parties += [
                (int(row[0] or 0), SIDE_SPAN * offset + k, side, name) for k, name in enumerate(names[:SIDE_SPAN])
            ]
            left_out += len(names[SIDE_SPAN:])
    return parties, left_out
