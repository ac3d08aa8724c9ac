"""Federal bulk file ``cn``: the candidate master, one line a candidate.

Official layout: https://www.fec.gov/campaign-finance-data/candidate-master-file-description/. The mailing street is not
stored: it may be a home. Election years are as filed, 2106 and 2916 among them. CAND_PCC names the principal campaign
committee.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import pipe_rows
from onrecord.sources.fec_codes import spoken
from onrecord.sources.format import Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord
    from onrecord.sources.opened import Opened

LAYOUT: Final = pipe_rows.layout(
    "CAND_ID,CAND_NAME,CAND_PTY_AFFILIATION,CAND_ELECTION_YR,CAND_OFFICE_ST,CAND_OFFICE,CAND_OFFICE_DISTRICT,CAND_ICI,"
    "CAND_STATUS,CAND_PCC,CAND_ST1,CAND_ST2,CAND_CITY,CAND_ST,CAND_ZIP",
    key="CAND_ID",
    shapes={"CAND_ID": pipe_rows.CANDIDATE},
)
FAULTS: Final = {"CAND_NAME IS NULL": "'no candidate name'"}
ITEMS: Final = f"""
CAND_ID, CAND_NAME, CAND_CITY, CAND_ST, CAND_ZIP,
    CASE WHEN CAND_PCC LIKE 'C%' AND length(CAND_PCC) = 9 THEN CAND_PCC END AS committee,
    concat_ws(', ', 'candidate for ' || {spoken("CAND_OFFICE", "offices")}, 'state ' || CAND_OFFICE_ST,
        CASE WHEN CAND_OFFICE = 'H' THEN 'district ' || CAND_OFFICE_DISTRICT END, 'party ' || CAND_PTY_AFFILIATION,
        'election ' || CAND_ELECTION_YR, {spoken("CAND_ICI", "incumbency")},
        {spoken("CAND_STATUS", "candidate_status")}) AS detail
FROM {{fields}}
"""
COMMITTEES: Final = """
SELECT committee AS id, min(n) * 16 + 1 AS m, arg_min(CAND_ID, n) AS CAND_ID
FROM items WHERE committee IS NOT NULL GROUP BY committee
"""
MENTIONS: Final = """
SELECT {base} + n * 16 AS mention_id, 'CAND_ID=' || CAND_ID AS locator, 'candidate' AS role, 'Person' AS schema,
    CAND_NAME AS name, CAND_CITY AS city, CAND_ST AS state, CAND_ZIP AS postcode, CAND_ID AS fec_id, detail FROM items
UNION ALL
SELECT {base} + m, 'CAND_ID=' || CAND_ID, 'committee', 'Organization', NULL, NULL, NULL, NULL, id, NULL FROM committees
"""
LINKS: Final = """
SELECT {base} + n * 16 AS link_id, 'CAND_ID=' || items.CAND_ID AS locator, 'candidate_committee' AS kind,
    {base} + n * 16 AS subject_mention, {base} + m AS object_mention, 'principal campaign committee' AS purpose
FROM items JOIN committees ON id = committee
"""


class Candidates:
    """The federal candidate master."""

    name: ClassVar[str] = "fec-cn"
    title: ClassVar[str] = "Federal candidate master"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/candidate-master-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """15 fields, the first a candidate's number."""
        return pipe_rows.looks_like(opened, LAYOUT)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every line becomes a candidate, with the principal campaign committee."""
        loaded = pipe_rows.load(opened, intake, LAYOUT, ITEMS, FAULTS)
        intake.derive("committees", COMMITTEES)
        intake.insert("mention", MENTIONS)
        intake.insert("link", LINKS)
        covers = (
            f"{loaded.rows:,} lines of the federal candidate master; of which cycle, and whether all, it does not say"
        )
        return Reading(loaded.rows, Coverage(covers), loaded.notes)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``CAND_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)
