"""Itemized transactions of federal committees: what the three files with transaction types have in common.

One row is one transaction between the committee that filed it and one other party. ``TRANSACTION_TP`` says what it is
and which way the money went: types beginning 1 or 3 are money in, 2 or 4 money out, both written positive
(https://www.fec.gov/campaign-finance-data/transaction-type-code-descriptions/).

*Who OTHER_ID is.* It identifies the party named, except where it cannot: on an earmarked gift (15E) it is the conduit,
on a gift passed on (24I, 24T) the recipient, on an independent expenditure the candidate; a row that names a person and
gives a committee's number means the committee that got the money. Only in the first case does the name get the number.

*What counts in totals* (``netted``). Memo items repeat money that is counted elsewhere (file descriptions of indiv, oth
and pas2, MEMO_CD: "not included in the itemization total"); gifts passed on are counted where they arrive; a
transaction that both committees report is counted once, on the payer's row; a zero adds nothing. Corrections count
with their sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.sources import fec_codes, pipe_rows
from onrecord.sources.format import Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.opened import Opened
    from onrecord.sources.pipe_rows import Layout

SHAPES: Final = {"CMTE_ID": pipe_rows.COMMITTEE, "SUB_ID": pipe_rows.RECORD}
FAULTS: Final = {
    **fec_codes.AMOUNT,
    f"coalesce(TRANSACTION_TP, '') NOT IN {fec_codes.known()}": (
        "'unknown TRANSACTION_TP: ' || coalesce(TRANSACTION_TP, '')"
    ),
}
IS_COMMITTEE: Final = "(OTHER_ID LIKE 'C%' AND length(OTHER_ID) = 9)"
IS_CANDIDATE: Final = "(substr(OTHER_ID, 1, 1) IN ('H', 'S', 'P') AND length(OTHER_ID) = 9)"
PERSON: Final = "coalesce(ENTITY_TP, '') IN ('IND', 'CAN')"
OTHER_CANDIDATE: Final = f"CASE WHEN {IS_CANDIDATE} THEN OTHER_ID END"
"""SQL for the candidate whom a row of indiv or oth identifies."""

ITEMS: Final = """
SUB_ID, CMTE_ID AS filer, trim(NAME) AS NAME, CITY, STATE, ZIP_CODE, EMPLOYER, OCCUPATION, {schema} AS schema,
    kind, flow, support, earmark, about, {iso} AS date, try_cast(TRANSACTION_AMT AS DOUBLE) AS amount,
    coalesce(MEMO_CD, '') = 'X' AS memo, coalesce(AMNDT_IND, '') = 'A' AS amended,
    code, coalesce(': ' || MEMO_TEXT, '')
        || CASE WHEN (about OR {gift_to_candidate}) AND NAME IS NOT NULL THEN '; to ' || NAME
                WHEN code = '24C' THEN coalesce('; for candidate ' || {candidate}, '') ELSE '' END AS remark,
    CASE WHEN about OR earmark OR kind = 'intermediary' THEN NULL
         WHEN {is_committee} AND NOT {person} THEN OTHER_ID
         WHEN {is_candidate} AND ENTITY_TP = 'CAN' THEN OTHER_ID END AS party_id,
    CASE WHEN about OR {gift_to_candidate} THEN {candidate}
         WHEN NOT {is_committee} THEN NULL
         WHEN earmark OR (flow = 'out' AND (kind = 'intermediary' OR {person})) THEN OTHER_ID END AS other
FROM {{fields}} LEFT JOIN codes ON code = TRANSACTION_TP
"""
REFERRED: Final = """
SELECT id, min(m) AS m, arg_min(SUB_ID, m) AS SUB_ID FROM (
    SELECT filer AS id, n * 16 + 1 AS m, SUB_ID FROM items
    UNION ALL SELECT other, n * 16 + 2, SUB_ID FROM items WHERE other IS NOT NULL) GROUP BY id
"""
MENTIONS: Final = """
SELECT {base} + n * 16 AS mention_id, 'SUB_ID=' || SUB_ID AS locator, CASE
        WHEN kind IN ('refund', 'intermediary') OR (kind = 'contribution' AND flow = 'in') THEN 'contributor'
        WHEN kind IN ('payment', 'independent_expenditure') AND flow = 'out' THEN 'payee'
        WHEN kind = 'loan' AND flow = 'in' THEN 'lender'
        WHEN flow = 'in' THEN 'payer' ELSE 'recipient' END AS role, schema, NAME AS name, CITY AS city, STATE AS state,
    ZIP_CODE AS postcode, EMPLOYER AS employer, OCCUPATION AS detail, party_id AS fec_id
FROM items WHERE NAME IS NOT NULL
UNION ALL
SELECT {base} + m, 'SUB_ID=' || SUB_ID, CASE WHEN id LIKE 'C%' THEN 'committee' ELSE 'candidate' END,
    CASE WHEN id LIKE 'C%' THEN 'Organization' ELSE 'Person' END, NULL, NULL, NULL, NULL, NULL, NULL, id FROM referred
"""
SIDES: Final = """
SELECT items.*, code || ' ' || words || remark AS purpose, filers.m AS filer_m, others.m AS other_m, CASE
        WHEN about OR (flow = 'out' AND other IS NOT NULL) THEN others.m
        WHEN NAME IS NOT NULL THEN n * 16 END AS party_m
FROM items JOIN (SELECT code, words FROM codes) AS spoken USING (code)
JOIN referred AS filers ON filers.id = filer LEFT JOIN referred AS others ON others.id = other
"""
LINKS: Final = """
SELECT {{base}} + n * 16 AS link_id, 'SUB_ID=' || SUB_ID AS locator, kind,
    {{base}} + CASE flow WHEN 'in' THEN party_m ELSE filer_m END AS subject_mention,
    {{base}} + CASE flow WHEN 'in' THEN filer_m ELSE party_m END AS object_mention,
    amount, 'USD' AS currency, date, purpose, support, memo, amended,
    NOT memo AND amount <> 0 AND kind <> 'intermediary' AND NOT {mirrored} AS netted
FROM ({sides})
UNION ALL
SELECT {{base}} + n * 16 + 1, 'SUB_ID=' || SUB_ID, 'intermediary', {{base}} + other_m, {{base}} + filer_m,
    amount, 'USD', date, purpose, NULL, memo, amended, FALSE
FROM ({sides}) WHERE earmark AND other_m IS NOT NULL
"""


def read(
    opened: Opened,
    intake: Intake,
    layout: Layout,
    covers: str,
    *,
    candidate: str = OTHER_CANDIDATE,
    mirrored: str = "FALSE",
) -> Reading:
    """Read one of the three files.

    ``covers`` says what the file is; ``candidate`` is SQL for the candidate a row identifies; ``mirrored`` is SQL over
    ``items`` for "the other committee's row already counts this".
    """
    intake.derive("codes", fec_codes.transactions())
    loaded = pipe_rows.load(opened, intake, layout, _items(candidate), FAULTS)
    intake.derive("referred", REFERRED)
    intake.insert("mention", MENTIONS)
    intake.insert("link", LINKS.format(sides=SIDES, mirrored=mirrored))
    first, last = pipe_rows.span(intake, "items")
    return Reading(loaded.rows, Coverage(covers, first, last), loaded.notes + pipe_rows.undated(intake, "items"))


def _items(candidate: str) -> str:
    # A gift whose row identifies the candidate is a gift to that candidate; only pas2 has a column for it.
    gift = (
        "FALSE"
        if candidate == OTHER_CANDIDATE
        else f"kind = 'contribution' AND flow = 'out' AND {candidate} IS NOT NULL"
    )
    return ITEMS.format(
        schema=fec_codes.SCHEMA,
        iso=pipe_rows.iso("TRANSACTION_DT", 5, 1, 3),
        is_committee=IS_COMMITTEE,
        is_candidate=IS_CANDIDATE,
        person=PERSON,
        candidate=candidate,
        gift_to_candidate=gift,
    )


def share_of_individuals(rows: list[dict[str, str]]) -> float:
    """Which part of the rows has a type that only the file of contributions by individuals has: from 0 to 1."""
    theirs = set(fec_codes.codes()["files"]["individuals"])
    return sum(row["TRANSACTION_TP"] in theirs for row in rows) / max(len(rows), 1)
