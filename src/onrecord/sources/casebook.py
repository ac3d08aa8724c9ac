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

RAW: Final[dict[str, Column]] = {"n": "int64", **dict.fromkeys(COLUMNS, "string"), "raw": "string"}
BAD = f"""
SELECT n, coalesce('fact_id=' || nullif(fact_id, ''), 'line ' || n) AS locator, raw, CASE
    WHEN fact_id = '' THEN 'no fact_id'
    WHEN count(*) OVER (PARTITION BY fact_id) > 1 THEN 'fact_id is not unique'
    WHEN subject = '' OR statement = '' THEN 'no subject or no statement'
    WHEN grade NOT IN {GRADES} THEN 'unknown grade: ' || grade
    WHEN (amount_low <> '' AND try_cast(amount_low AS DOUBLE) IS NULL)
      OR (amount_high <> '' AND try_cast(amount_high AS DOUBLE) IS NULL) THEN 'an amount is not a number'
    WHEN try_cast(amount_low AS DOUBLE) > try_cast(amount_high AS DOUBLE) THEN 'amount_low is above amount_high'
END AS reason FROM raw
"""
PARTIES = """
SELECT n, fact_id, side, trim(name) AS name, k FROM (
    SELECT n, fact_id, 'subject' AS side, unnest(string_split(subject, ';')) AS name,
           generate_subscripts(string_split(subject, ';'), 1) AS k FROM good
    UNION ALL
    SELECT n, fact_id, 'object' AS side, unnest(string_split(object, ';')) AS name,
           8 + generate_subscripts(string_split(object, ';'), 1) AS k FROM good WHERE kind NOT IN ('quotation', 'statement')
) WHERE trim(name) <> '' AND k < 16
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
        intake.derive("bad", BAD)
        intake.quarantine("SELECT locator, reason, raw FROM bad WHERE reason IS NOT NULL")
        intake.derive("good", "SELECT * FROM raw WHERE n NOT IN (SELECT n FROM bad WHERE reason IS NOT NULL)")
        intake.derive("parties", PARTIES)
        intake.insert(
            "mention",
            "SELECT {base} + n * 16 + k AS mention_id, 'fact_id=' || fact_id AS locator, side AS role, "
            "'LegalEntity' AS schema, name FROM parties",
        )
        intake.insert("fact_party", "SELECT fact_id, side, {base} + n * 16 + k AS mention_id FROM parties")
        intake.insert(
            "fact",
            "SELECT *, 'fact_id=' || fact_id AS locator, try_cast(amount_low AS DOUBLE) AS low, "
            "try_cast(amount_high AS DOUBLE) AS high FROM (SELECT * EXCLUDE (n, raw) FROM good)".replace(
                "SELECT *,", "SELECT * EXCLUDE (amount_low, amount_high),", 1
            ),
        )
        dates = intake.value("SELECT min(nullif(date_from, '')) FROM good"), intake.value("SELECT max(date_to) FROM good")
        return Reading(len(rows), Coverage(f"{len(rows)} sourced facts; never complete", dates[0], dates[1] or None))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The row with this ``fact_id``."""
        return csv_rows.find(opened, lambda row, fields: where in (f"fact_id={fields.get('fact_id')}", f"line {row.line}"))


def _rows(opened: Opened) -> list[list[object]]:
    """Every record in the order of ``RAW``: by column name, since a reporter may have moved the columns."""
    header = csv_rows.header_of(opened)
    at = [header.index(name) for name in COLUMNS]
    padded = [(row, row.values + [""] * len(header)) for row in csv_rows.records(opened.text)]
    return [[row.line, *(values[i].strip() for i in at), row.raw] for row, values in padded]
