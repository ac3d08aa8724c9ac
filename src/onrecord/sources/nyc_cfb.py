"""New York City Campaign Finance Board: the contribution search export, one row a contribution, refund or liability.

Official layout: the Board's key to the contributions report (52 columns), https://www.nyccfb.info/follow-the-money/.
Street columns are not stored: for the self-employed, the employer's street may be a home.

*What counts in totals* (``netted``) follows the key: contributions are schedules ABC, D, G (type 1) and K (type 2),
less schedule M of types 1, 2 and 4. An adjustment of type 5 is not taken off. Refunds are negative as filed, so that
adding the rows that count gives the Board's net. Schedule N rows are what the campaign owes, never a contribution.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar, Final

from onrecord.sources import csv_rows
from onrecord.sources.format import Reading
from onrecord.sources.pipe_rows import span
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord
    from onrecord.sources.opened import Opened
    from onrecord.vocabulary import Column

COLUMNS: Final = (
    "ELECTION", "OFFICECD", "RECIPID", "CANCLASS", "RECIPNAME", "SCHEDULE", "REFNO", "DATE", "REFUNDDATE", "NAME",
    "C_CODE", "CITY", "STATE", "ZIP", "OCCUPATION", "EMPNAME", "AMNT", "INTERMNAME", "INTCITY", "INTST", "INTZIP",
    "INTEMPNAME", "INTOCCUPA", "PURPOSECD", "ADJTYPECD", "INT_C_CODE",
)  # fmt: skip
TELLING: Final = {"ELECTION", "RECIPID", "REFNO", "SCHEDULE", "C_CODE", "ADJTYPECD", "INTERMNAME"}
CUT: Final = 30
"""Characters at which the export cuts an organization's name, an employer and an occupation."""
RAW: Final[dict[str, Column]] = {"n": "int64", "misfit": "string", **dict.fromkeys(COLUMNS, "string"), "raw": "string"}

ITEMS: Final = """
SELECT *, CASE WHEN kind = 'refund' THEN coalesce(refunded, received) ELSE received END AS date,
    CASE WHEN misfit <> '' THEN misfit
         WHEN ELECTION IS NULL OR RECIPID IS NULL OR REFNO IS NULL THEN 'no ELECTION, RECIPID or REFNO'
         WHEN kind IS NULL THEN 'unknown SCHEDULE: ' || coalesce(SCHEDULE, '')
         WHEN amount IS NULL THEN 'AMNT is not a number: ' || coalesce(AMNT, '')
         WHEN filed_date IS NOT NULL AND received IS NULL THEN 'DATE is not a date: ' || filed_date
         WHEN REFUNDDATE IS NOT NULL AND refunded IS NULL THEN 'REFUNDDATE is not a date: ' || REFUNDDATE
         WHEN NAME IS NULL THEN 'no name' END AS reason
FROM (SELECT n, misfit, filed_date, {columns}, {kind} AS kind, {flow} AS flow, {words} AS words, {counted} AS counted,
        {received} AS received, {refunded} AS refunded, try_cast(AMNT AS DOUBLE) AS amount,
        ELECTION || '/' || RECIPID || '/' || REFNO AS refno_key
    FROM (SELECT n, misfit, nullif(DATE, '') AS filed_date, {nulls} FROM raw))
"""
DROPPED: Final = """
SELECT n, reason FROM items WHERE reason IS NOT NULL
UNION ALL
SELECT later.n, CASE WHEN raw.raw <> first_raw.raw THEN 'REFNO stands on line ' || twice.n ||
    ' too, with other content' END
FROM (SELECT refno_key, min(n) AS n FROM items WHERE reason IS NULL GROUP BY refno_key HAVING count(*) > 1) AS twice
JOIN items AS later ON later.refno_key = twice.refno_key AND later.n > twice.n AND later.reason IS NULL
JOIN raw ON raw.n = later.n JOIN raw AS first_raw ON first_raw.n = twice.n
"""
QUARANTINE: Final = """
SELECT CASE WHEN refno_key IS NULL OR items.misfit <> '' THEN 'line ' || dropped.n ELSE 'REFNO=' || refno_key END AS
    locator,
    dropped.reason, raw.raw
FROM dropped JOIN items ON items.n = dropped.n JOIN raw ON raw.n = dropped.n WHERE dropped.reason IS NOT NULL
"""
RECIPIENTS: Final = """
SELECT RECIPID, min(n) AS n, arg_min(refno_key, n) AS refno_key, arg_min(RECIPNAME, n) AS name, arg_min(office, n) AS
    office,
    arg_min(CASE OFFICECD WHEN 'IS' THEN 'independent spender' ELSE 'candidate for ' || {office} END
        || ', election ' || ELECTION || coalesce(', ' || {program}, ''), n) AS detail
FROM (SELECT *, coalesce(OFFICECD, '') AS office FROM good) GROUP BY RECIPID
"""
MENTIONS: Final = """
SELECT {{base}} + n * 16 AS mention_id, 'REFNO=' || refno_key AS locator,
    CASE WHEN kind = 'outstanding_liability' THEN 'creditor' ELSE 'contributor' END AS role, {person} AS schema, NAME
    AS name,
    CITY AS city, STATE AS state, ZIP AS postcode, EMPNAME AS employer,
    nullif(concat_ws('; ', {contributor}, OCCUPATION,
        CASE WHEN {person} <> 'Person' AND length(NAME) = {cut} THEN 'name possibly cut at {cut} characters' END), '')
        AS detail,
    NULL AS registry_id FROM good
UNION ALL
SELECT {{base}} + n * 16 + 1, 'REFNO=' || refno_key, CASE WHEN office = 'IS' THEN 'independent_spender' ELSE
    'candidate' END,
    CASE WHEN office = 'IS' THEN 'Organization' ELSE 'Person' END, name, NULL,
    CASE WHEN office <> 'IS' THEN 'NY' END, NULL, NULL, detail, 'nyc-cfb:' || RECIPID
FROM recipients
UNION ALL
SELECT {{base}} + n * 16 + 2, 'REFNO=' || refno_key, 'intermediary',
    {intermediary}, INTERMNAME, INTCITY, INTST, INTZIP, INTEMPNAME, INTOCCUPA, NULL
FROM good WHERE INTERMNAME IS NOT NULL
"""
LINKS: Final = """
SELECT {base} + good.n * 16 AS link_id, 'REFNO=' || good.refno_key AS locator, kind,
    CASE flow WHEN 'in' THEN {base} + good.n * 16 ELSE {base} + recipients.n * 16 + 1 END AS subject_mention,
    CASE flow WHEN 'in' THEN {base} + recipients.n * 16 + 1 ELSE {base} + good.n * 16 END AS object_mention,
    amount, 'USD' AS currency, date, words AS purpose, FALSE AS memo, FALSE AS amended, counted AS netted
FROM good JOIN recipients ON recipients.RECIPID = good.RECIPID
UNION ALL
SELECT {base} + good.n * 16 + 1, 'REFNO=' || good.refno_key, 'intermediary', {base} + good.n * 16 + 2,
    {base} + recipients.n * 16 + 1, amount, 'USD', date, words, FALSE, FALSE, FALSE
FROM good JOIN recipients ON recipients.RECIPID = good.RECIPID WHERE INTERMNAME IS NOT NULL
"""


class Contributions:
    """Contributions to candidates and independent spenders in New York City."""

    name: ClassVar[str] = "nyc-cfb-contributions"
    title: ClassVar[str] = "New York City campaign contributions"
    publisher: ClassVar[str] = "New York City Campaign Finance Board"
    official: ClassVar[str] = "https://www.nyccfb.info/follow-the-money/"

    def recognizes(self, opened: Opened) -> bool:
        """A header with the columns that only this export has."""
        return set(csv_rows.header_of(opened)) >= TELLING

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every row becomes a mention of the contributor and a link with the recipient; an intermediary one more."""
        csv_rows.require(opened, COLUMNS)
        rows = _rows(opened)
        intake.rows(rows, RAW)
        intake.derive("items", _items())
        intake.derive("dropped", DROPPED)
        intake.quarantine(QUARANTINE)
        intake.derive("good", "SELECT * FROM items WHERE n NOT IN (SELECT n FROM dropped)")
        intake.derive(
            "recipients",
            RECIPIENTS.format(office=_spoken("OFFICECD", "offices"), program=_spoken("CANCLASS", "programs")),
        )
        intake.insert("mention", _mentions())
        intake.insert("link", LINKS)
        return Reading(len(rows), _coverage(intake), _notes(intake))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The row with this ``REFNO=ELECTION/RECIPID/REFNO``: REFNO alone is unique only within one candidate."""
        return csv_rows.find(opened, lambda row, fields: where in (_key(fields), f"line {row.line}"))


@cache
def _codes() -> dict[str, Any]:
    return tomllib.loads((files("onrecord.sources") / "nyc_cfb.toml").read_text(encoding="utf-8"))


def _key(fields: dict[str, str]) -> str:
    return "REFNO=" + "/".join(fields.get(name, "").strip() for name in ("ELECTION", "RECIPID", "REFNO"))


def _rows(opened: Opened) -> list[list[object]]:
    """Every record in the order of ``RAW``, by column name; one of another width is a misfit."""
    header = csv_rows.header_of(opened)
    at = [header.index(name) for name in COLUMNS]
    rows: list[list[object]] = []
    for row in csv_rows.records(opened.text):
        width = len(row.values)
        misfit = "" if width == len(header) else f"{width} fields where {len(header)} are expected"
        values = row.values + [""] * len(header)
        rows.append([row.line, misfit, *(values[i].strip() for i in at), row.raw])
    return rows


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _spoken(column: str, table: str) -> str:
    """SQL for the words of a code column, the code itself where the key does not know it."""
    cases = " ".join(f"WHEN {_text(code)} THEN {_text(words)}" for code, words in _codes()[table].items())
    return f"CASE {column} {cases} ELSE {column} END"


def _schedule(part: str) -> str:
    """SQL for one part of what the key says of a row's schedule; NULL for a schedule that it does not know."""
    cases = " ".join(f"WHEN {_text(code)} THEN {_text(row[part])}" for code, row in _codes()["schedules"].items())
    return f"CASE SCHEDULE {cases} END"


def _counted() -> str:
    """SQL for whether a row is part of the Board's contributions, by schedule and adjustment type."""
    cases = []
    for code, row in _codes()["schedules"].items():
        types = ", ".join(_text(kind) for kind in row["counted"])
        test = "TRUE" if "*" in row["counted"] else f"coalesce(ADJTYPECD, '') IN ({types})" if types else "FALSE"
        cases.append(f"WHEN {_text(code)} THEN {test}")
    return f"CASE SCHEDULE {' '.join(cases)} ELSE FALSE END"


def _iso(column: str) -> str:
    """SQL for the ISO date in a M/D/YYYY column; NULL if it is no date."""
    year, month, day = (f"split_part({column}, '/', {part})" for part in (3, 1, 2))
    return f"cast(try_cast({year} || '-' || lpad({month}, 2, '0') || '-' || lpad({day}, 2, '0') AS DATE) AS VARCHAR)"


def _items() -> str:
    adjustment = f"CASE WHEN SCHEDULE = 'M' THEN {_spoken('ADJTYPECD', 'adjustments')} END"
    received = "CASE WHEN SCHEDULE = 'M' THEN 'received ' || filed_date END"
    return ITEMS.format(
        columns=", ".join(name for name in COLUMNS if name != "DATE"),
        nulls=", ".join(f"nullif({name}, '') AS {name}" for name in COLUMNS if name != "DATE"),
        kind=_schedule("kind"),
        flow=_schedule("flow"),
        words=f"concat_ws('; ', {_schedule('words')}, {_spoken('PURPOSECD', 'purposes')}, {adjustment}, {received})",
        counted=_counted(),
        received=_iso("filed_date"),
        refunded=_iso("REFUNDDATE"),
    )


def _mentions() -> str:
    people = ", ".join(_text(code) for code in _codes()["people"]["codes"])
    person = (
        f"CASE WHEN C_CODE IN ({people}) THEN 'Person' WHEN C_CODE IS NULL THEN 'LegalEntity' ELSE 'Organization' END"
    )
    contributor = f"CASE WHEN C_CODE <> 'IND' THEN {_spoken('C_CODE', 'contributors')} END"
    return MENTIONS.format(
        person=person, contributor=contributor, cut=CUT, intermediary=person.replace("C_CODE", "INT_C_CODE")
    )


def _coverage(intake: Intake) -> Coverage:
    """Which recipients and elections the rows name. A search export answers one search: it is never complete."""
    recipients, name = (intake.value(f"SELECT {what} FROM recipients") for what in ("count(*)", "min(name)"))
    elections = intake.value(
        "SELECT string_agg(ELECTION, ', ' ORDER BY ELECTION) FROM (SELECT DISTINCT ELECTION FROM good)"
    )
    whom = name if recipients == 1 else f"{recipients} recipients"
    return Coverage(
        f"New York City campaign contributions to {whom}, election {elections}; one search export",
        *span(intake, "good", 5),
    )


def _notes(intake: Intake) -> tuple[str, ...]:
    repeated = intake.value("SELECT count(*) FROM dropped WHERE reason IS NULL")
    undated = intake.value("SELECT count(*) FROM good WHERE date IS NULL")
    return tuple(
        note
        for count, note in (
            (repeated, f"dropped {repeated} rows that repeat an earlier row"),
            (undated, f"{undated} rows have no date; kept without one"),
        )
        if count
    )
