"""Federal bulk file ``oth``: any transaction from one committee to another (and the people behind joint fundraisers).

Official layout: https://www.fec.gov/campaign-finance-data/any-transaction-one-committee-another-file-description/.
Nearly nine rows in ten are memo items (15J). Both committees report one gift (24K by the giver, 18K by the receiver;
24G and 18G for transfers): the receiver's row is kept, and not counted again (``netted`` false).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import fec_itemized, pipe_rows
from onrecord.sources.fec_individuals import LAYOUT

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord, Reading
    from onrecord.sources.opened import Opened

COVERS: Final = "federal transactions between committees, as both sides report them, with memo items"

MIRRORED: Final = """n IN (
    SELECT taken.n FROM (
        SELECT n, filer, party_id, amount, row_number() OVER (PARTITION BY filer, party_id, amount ORDER BY date, n)
        AS k FROM items WHERE flow = 'in' AND party_id LIKE 'C%' AND NOT memo) AS taken
    JOIN (
        SELECT filer, party_id, amount, row_number() OVER (PARTITION BY filer, party_id, amount ORDER BY date, n) AS k
        FROM items WHERE flow = 'out' AND party_id LIKE 'C%' AND NOT memo) AS given
    ON given.filer = taken.party_id AND given.party_id = taken.filer AND given.amount = taken.amount AND given.k =
    taken.k)"""
"""The receiver's row of a transaction whose payer reports it too: the same two committees and the same amount.
Between two committees that report an amount a and b times, the larger of a and b counts."""


class Transactions:
    """Any transaction from one committee to another."""

    name: ClassVar[str] = "fec-oth"
    title: ClassVar[str] = "Federal transactions between committees"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = (
        "https://www.fec.gov/campaign-finance-data/any-transaction-one-committee-another-file-description/"
    )

    def recognizes(self, opened: Opened) -> bool:
        """21 fields, and mostly transaction types that the file of individuals does not have."""
        if not pipe_rows.looks_like(opened, LAYOUT):
            return False
        rows = pipe_rows.sample(opened, LAYOUT)
        return "oth" in opened.name if not rows else fec_itemized.share_of_individuals(rows) <= 0.5

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every row becomes a mention of the other party and a link with the committee that filed it."""
        return fec_itemized.read(opened, intake, LAYOUT, COVERS, mirrored=MIRRORED)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``SUB_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)
