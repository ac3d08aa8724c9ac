"""Federal bulk file ``ccl``: which committee is linked to which candidate, one line a link.

Official layout: https://www.fec.gov/campaign-finance-data/candidate-committee-linkage-file-description/. Both sides are
named by number only. A few lines carry a committee's number as CAND_ID, all of joint fundraisers: the committees that
take part. They become a link between two organizations.
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
    "CAND_ID,CAND_ELECTION_YR,FEC_ELECTION_YR,CMTE_ID,CMTE_TP,CMTE_DSGN,LINKAGE_ID",
    key="LINKAGE_ID",
    shapes={"CAND_ID": "^[CHSP][0-9A-Z]{8}$", "CMTE_ID": pipe_rows.COMMITTEE, "LINKAGE_ID": "^[0-9]+$"},
)
ITEMS: Final = f"""
LINKAGE_ID, CAND_ID, CMTE_ID, FEC_ELECTION_YR,
    concat_ws(', ', {spoken("CMTE_DSGN", "designations")}, {spoken("CMTE_TP", "committee_types")},
        'election ' || CAND_ELECTION_YR, 'cycle ' || FEC_ELECTION_YR) AS purpose
FROM {{fields}}
"""
REFERRED: Final = """
SELECT id, min(m) AS m, arg_min(LINKAGE_ID, m) AS LINKAGE_ID FROM (
    SELECT CAND_ID AS id, n * 16 AS m, LINKAGE_ID FROM items
    UNION ALL SELECT CMTE_ID, n * 16 + 1, LINKAGE_ID FROM items) GROUP BY id
"""
MENTIONS: Final = """
SELECT {base} + m AS mention_id, 'LINKAGE_ID=' || LINKAGE_ID AS locator, id AS fec_id,
    CASE WHEN id LIKE 'C%' THEN 'committee' ELSE 'candidate' END AS role,
    CASE WHEN id LIKE 'C%' THEN 'Organization' ELSE 'Person' END AS schema FROM referred
"""
LINKS: Final = """
SELECT {base} + n * 16 AS link_id, 'LINKAGE_ID=' || items.LINKAGE_ID AS locator,
    CASE WHEN CAND_ID LIKE 'C%' THEN 'related_organization' ELSE 'candidate_committee' END AS kind,
    {base} + who.m AS subject_mention, {base} + what.m AS object_mention, purpose
FROM items JOIN referred AS who ON who.id = CAND_ID JOIN referred AS what ON what.id = CMTE_ID
"""


class Linkages:
    """Links between federal candidates and committees."""

    name: ClassVar[str] = "fec-ccl"
    title: ClassVar[str] = "Federal candidate-committee linkages"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/candidate-committee-linkage-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """Seven fields with a candidate's and a committee's number."""
        return pipe_rows.looks_like(opened, LAYOUT)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every line becomes a link from the candidate to the committee."""
        loaded = pipe_rows.load(opened, intake, LAYOUT, ITEMS)
        intake.derive("referred", REFERRED)
        intake.insert("mention", MENTIONS)
        intake.insert("link", LINKS)
        return Reading(loaded.rows, _coverage(intake), loaded.notes)

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``LINKAGE_ID``."""
        return pipe_rows.find(opened, LAYOUT, where)


def _coverage(intake: Intake) -> Coverage:
    """The two-year cycle that ends with FEC_ELECTION_YR."""
    year = intake.value("SELECT max(try_cast(FEC_ELECTION_YR AS INT)) FROM items")
    if year is None:
        return Coverage("federal candidate-committee linkages")
    return Coverage(
        f"federal candidate-committee linkages of the {year - 1}-{year} cycle", f"{year - 1}-01-01", f"{year}-12-31"
    )
