"""Federal bulk file ``indiv``: itemized contributions by individuals (and others) to federal committees.

Official layout: https://www.fec.gov/campaign-finance-data/contributions-individuals-file-description/. Refunds (22Y)
and gifts passed on (24I, 24T) stand among them and go out of the committee. What counts in totals: see
``fec_itemized``. Contributor data from this register may not be sold or used to solicit (52 U.S.C. 30111(a)(4)).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import fec_itemized, pipe_rows

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord, Reading
    from onrecord.sources.opened import Opened

LAYOUT: Final = pipe_rows.layout(
    "CMTE_ID,AMNDT_IND,RPT_TP,TRANSACTION_PGI,IMAGE_NUM,TRANSACTION_TP,ENTITY_TP,NAME,CITY,STATE,ZIP_CODE,EMPLOYER,"
    "OCCUPATION,TRANSACTION_DT,TRANSACTION_AMT,OTHER_ID,TRAN_ID,FILE_NUM,MEMO_CD,MEMO_TEXT,SUB_ID",
    key="SUB_ID",
    shapes=fec_itemized.SHAPES,
)
COVERS: Final = (
    "itemized federal contributions by individuals: people who gave a committee more than $200 in a year or cycle; "
    "smaller gifts are not in it"
)


class Individuals:
    """Itemized contributions by individuals."""

    name: ClassVar[str] = "fec-indiv"
    title: ClassVar[str] = "Federal contributions by individuals"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/contributions-individuals-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """21 fields, and mostly transaction types that only this file has; the name decides for a bare header."""
        rows = pipe_rows.sample(opened, LAYOUT)
        if not rows:
            return pipe_rows.looks_like(opened, LAYOUT) and "oth" not in opened.name
        return pipe_rows.looks_like(opened, LAYOUT) and fec_itemized.share_of_individuals(rows) > 0.5

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every row becomes a mention of the contributor and a link with the committee that filed it."""
        return fec_itemized.read(opened, intake, LAYOUT, COVERS)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``SUB_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)
