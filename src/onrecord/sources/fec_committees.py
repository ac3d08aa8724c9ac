"""Federal bulk file ``cm``: the committee master, one line a committee registered in the cycle.

Official layout: https://www.fec.gov/campaign-finance-data/committee-master-file-description/. The real file repeats
some lines to the letter: a join over it would double rows, so a repeated line is dropped and counted. A connected
organization of NONE is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import pipe_rows
from onrecord.sources.fec_codes import labelled
from onrecord.sources.format import Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord
    from onrecord.sources.opened import Opened

LAYOUT: Final = pipe_rows.layout(
    "CMTE_ID,CMTE_NM,TRES_NM,CMTE_ST1,CMTE_ST2,CMTE_CITY,CMTE_ST,CMTE_ZIP,CMTE_DSGN,CMTE_TP,CMTE_PTY_AFFILIATION,"
    "CMTE_FILING_FREQ,ORG_TP,CONNECTED_ORG_NM,CAND_ID",
    key="CMTE_ID",
    shapes={"CMTE_ID": pipe_rows.COMMITTEE},
)
FAULTS: Final = {"CMTE_NM IS NULL": "'no committee name'"}
ITEMS: Final = f"""
CMTE_ID, CMTE_NM, TRES_NM, nullif(concat_ws(', ', CMTE_ST1, CMTE_ST2), '') AS address, CMTE_CITY, CMTE_ST, CMTE_ZIP,
    CASE WHEN upper(CONNECTED_ORG_NM) IN ('NONE', 'N/A', 'NA') THEN NULL ELSE CONNECTED_ORG_NM END AS connected,
    CAND_ID, concat_ws(', ', {labelled("type", "CMTE_TP", "committee_types")},
        {labelled("designation", "CMTE_DSGN", "designations")}, 'party ' || CMTE_PTY_AFFILIATION,
        {labelled("organization", "ORG_TP", "organization_types")},
        {labelled("filing", "CMTE_FILING_FREQ", "filing_frequencies")}) AS detail
FROM {{fields}}
"""
CANDIDATES: Final = """
SELECT CAND_ID AS id, min(n) * 16 + 3 AS m, arg_min(CMTE_ID, n) AS CMTE_ID
FROM items WHERE CAND_ID IS NOT NULL GROUP BY CAND_ID
"""
MENTIONS: Final = """
SELECT {base} + n * 16 AS mention_id, 'CMTE_ID=' || CMTE_ID AS locator, 'committee' AS role, 'Organization' AS schema,
    CMTE_NM AS name, address, CMTE_CITY AS city, CMTE_ST AS state, CMTE_ZIP AS postcode, CMTE_ID AS fec_id, detail
FROM items
UNION ALL
SELECT {base} + n * 16 + 1, 'CMTE_ID=' || CMTE_ID, 'treasurer', 'Person',
    TRES_NM, NULL, CMTE_CITY, CMTE_ST, NULL, NULL, NULL
FROM items WHERE TRES_NM IS NOT NULL
UNION ALL
SELECT {base} + n * 16 + 2, 'CMTE_ID=' || CMTE_ID, 'connected_organization', 'Organization',
    connected, NULL, NULL, NULL, NULL, NULL, NULL
FROM items WHERE connected IS NOT NULL
UNION ALL
SELECT {base} + m, 'CMTE_ID=' || CMTE_ID, 'candidate', 'Person', NULL, NULL, NULL, NULL, NULL, id, NULL FROM candidates
"""
LINKS: Final = """
SELECT {base} + n * 16 + 1 AS link_id, 'CMTE_ID=' || CMTE_ID AS locator, 'treasurer' AS kind,
    {base} + n * 16 + 1 AS subject_mention, {base} + n * 16 AS object_mention FROM items WHERE TRES_NM IS NOT NULL
UNION ALL
SELECT {base} + n * 16 + 2, 'CMTE_ID=' || CMTE_ID, 'connected_organization', {base} + n * 16 + 2, {base} + n * 16
FROM items WHERE connected IS NOT NULL
UNION ALL
SELECT {base} + n * 16 + 3, 'CMTE_ID=' || items.CMTE_ID, 'candidate_committee', {base} + m, {base} + n * 16
FROM items JOIN candidates ON id = CAND_ID
"""


class Committees:
    """The federal committee master."""

    name: ClassVar[str] = "fec-cm"
    title: ClassVar[str] = "Federal committee master"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/committee-master-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """15 fields, the first a committee's number."""
        return pipe_rows.looks_like(opened, LAYOUT)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every line becomes a committee, with its treasurer, connected organization and candidate."""
        loaded = pipe_rows.load(opened, intake, LAYOUT, ITEMS, FAULTS)
        intake.derive("candidates", CANDIDATES)
        intake.insert("mention", MENTIONS)
        intake.insert("link", LINKS)
        # A whole master file is a complete register of its cycle, but nothing in it says that it is whole.
        covers = (
            f"{loaded.rows:,} lines of the federal committee master; of which cycle, and whether all, it does not say"
        )
        return Reading(loaded.rows, Coverage(covers), loaded.notes)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``CMTE_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)
