"""Federal bulk file ``pas2``: contributions by committees to candidates, and spending for or against candidates.

Official layout: https://www.fec.gov/campaign-finance-data/contributions-committees-candidates-file-description/.
Every row also stands in ``oth`` under the same SUB_ID, and becomes a link of the same kind there, so that a book that
holds both counts it once. Here the object is the candidate (CAND_ID); the name on the row, a campaign committee or a
payee, stays in ``purpose``. 24A is money spent *against* the candidate: never a gift.
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
    "OCCUPATION,TRANSACTION_DT,TRANSACTION_AMT,OTHER_ID,CAND_ID,TRAN_ID,FILE_NUM,MEMO_CD,MEMO_TEXT,SUB_ID",
    key="SUB_ID",
    shapes=fec_itemized.SHAPES,
)
COVERS: Final = (
    "contributions by federal committees to candidates, and independent expenditures for or against candidates"
)
CANDIDATE: Final = f"coalesce(CAND_ID, {fec_itemized.OTHER_CANDIDATE})"


class CandidateGifts:
    """Contributions by committees to candidates, and independent expenditures."""

    name: ClassVar[str] = "fec-pas2"
    title: ClassVar[str] = "Federal committee contributions to candidates and independent expenditures"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = (
        "https://www.fec.gov/campaign-finance-data/contributions-committees-candidates-file-description/"
    )

    def recognizes(self, opened: Opened) -> bool:
        """22 fields between a committee's number and a SUB_ID."""
        return pipe_rows.looks_like(opened, LAYOUT)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every row becomes a mention of the name on it and a link from the committee to the candidate."""
        return fec_itemized.read(opened, intake, LAYOUT, COVERS, candidate=CANDIDATE)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``SUB_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)
