"""Federal bulk file ``oppexp``: operating expenditures of federal committees.

Official layout: https://www.fec.gov/campaign-finance-data/operating-expenditures-file-description/ (25 named fields
and an empty one at the end, dates MM/DD/YYYY). Memo items (MEMO_CD X) say what a payment counted elsewhere was for,
for example what a card was used for: they are kept and do not count (``netted`` false). Negative amounts are voided
checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import fec_codes, pipe_rows
from onrecord.sources.format import Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord
    from onrecord.sources.opened import Opened

LAYOUT: Final = pipe_rows.layout(
    "CMTE_ID,AMNDT_IND,RPT_YR,RPT_TP,IMAGE_NUM,LINE_NUM,FORM_TP_CD,SCHED_TP_CD,NAME,CITY,STATE,ZIP_CODE,TRANSACTION_DT,"
    "TRANSACTION_AMT,TRANSACTION_PGI,PURPOSE,CATEGORY,CATEGORY_DESC,MEMO_CD,MEMO_TEXT,ENTITY_TP,SUB_ID,FILE_NUM,TRAN_ID,"
    "BACK_REF_TRAN_ID",
    key="SUB_ID",
    shapes={"CMTE_ID": pipe_rows.COMMITTEE, "SUB_ID": pipe_rows.RECORD},
    spare=1,
)
FAULTS: Final = {**fec_codes.AMOUNT, "NAME IS NULL": "'no payee'"}
ITEMS: Final = f"""
SUB_ID, CMTE_ID, NAME, CITY, STATE, ZIP_CODE, {fec_codes.SCHEMA} AS schema,
    {pipe_rows.iso("TRANSACTION_DT", 7, 1, 4)} AS date, try_cast(TRANSACTION_AMT AS DOUBLE) AS amount,
    coalesce(MEMO_CD, '') = 'X' AS memo, coalesce(AMNDT_IND, '') = 'A' AS amended,
    nullif(concat_ws('; ', PURPOSE, trim(CATEGORY_DESC),
        CASE WHEN MEMO_TEXT <> coalesce(PURPOSE, '') THEN MEMO_TEXT END), '') AS purpose
FROM {{fields}}
"""
PAYERS: Final = "SELECT CMTE_ID AS id, min(n) * 16 + 1 AS m, arg_min(SUB_ID, n) AS SUB_ID FROM items GROUP BY CMTE_ID"
MENTIONS: Final = """
SELECT {base} + n * 16 AS mention_id, 'SUB_ID=' || SUB_ID AS locator, 'payee' AS role, schema, NAME AS name,
    CITY AS city, STATE AS state, ZIP_CODE AS postcode, NULL AS fec_id
FROM items
UNION ALL
SELECT {base} + m, 'SUB_ID=' || SUB_ID, 'committee', 'Organization', NULL, NULL, NULL, NULL, id FROM payers
"""
LINKS: Final = """
SELECT {base} + n * 16 AS link_id, 'SUB_ID=' || items.SUB_ID AS locator, 'payment' AS kind,
    {base} + m AS subject_mention, {base} + n * 16 AS object_mention, amount, 'USD' AS currency, date, purpose, memo,
    amended, NOT memo AND amount <> 0 AS netted
FROM items JOIN payers ON id = CMTE_ID
"""


class Expenditures:
    """Operating expenditures of federal committees."""

    name: ClassVar[str] = "fec-oppexp"
    title: ClassVar[str] = "Federal operating expenditures"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/operating-expenditures-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """25 fields, perhaps an empty one more, with a SUB_ID as the 22nd."""
        return pipe_rows.looks_like(opened, LAYOUT)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every row becomes a mention of the payee and a payment by the committee that filed it."""
        loaded = pipe_rows.load(opened, intake, LAYOUT, ITEMS, FAULTS)
        intake.derive("payers", PAYERS)
        intake.insert("mention", MENTIONS)
        intake.insert("link", LINKS)
        covers = "itemized operating expenditures of federal committees: payments of more than $200 to one payee"
        first, last = pipe_rows.span(intake, "items")
        return Reading(loaded.rows, Coverage(covers, first, last), loaded.notes + pipe_rows.undated(intake, "items"))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``SUB_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)
