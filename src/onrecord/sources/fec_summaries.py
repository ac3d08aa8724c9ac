"""Federal summary files: ``weball`` and ``webl`` (one line a candidate) and ``webk`` (one line a PAC or party
committee).

Official layouts: https://www.fec.gov/campaign-finance-data/all-candidates-file-description/ and
https://www.fec.gov/campaign-finance-data/pac-and-party-summary-file-description/. Figures are dollars for the cycle
up to the coverage end date. A blank figure is unknown, not zero, and makes no measure: four lines in five of ``webk``
are so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from onrecord.sources import pipe_rows
from onrecord.sources.fec_codes import codes, spoken
from onrecord.sources.format import Reading
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from onrecord.book.ingest import Intake
    from onrecord.sources.format import RawRecord
    from onrecord.sources.opened import Opened
    from onrecord.sources.pipe_rows import Layout

CANDIDATES: Final = pipe_rows.layout(
    "CAND_ID,CAND_NAME,CAND_ICI,PTY_CD,CAND_PTY_AFFILIATION,TTL_RECEIPTS,TRANS_FROM_AUTH,TTL_DISB,TRANS_TO_AUTH,COH_BOP,"
    "COH_COP,CAND_CONTRIB,CAND_LOANS,OTHER_LOANS,CAND_LOAN_REPAY,OTHER_LOAN_REPAY,DEBTS_OWED_BY,TTL_INDIV_CONTRIB,"
    "CAND_OFFICE_ST,CAND_OFFICE_DISTRICT,SPEC_ELECTION,PRIM_ELECTION,RUN_ELECTION,GEN_ELECTION,GEN_ELECTION_PRECENT,"
    "OTHER_POL_CMTE_CONTRIB,POL_PTY_CONTRIB,CVG_END_DT,INDIV_REFUNDS,CMTE_REFUNDS",
    key="CAND_ID",
    shapes={"CAND_ID": pipe_rows.CANDIDATE},
)
COMMITTEES: Final = pipe_rows.layout(
    "CMTE_ID,CMTE_NM,CMTE_TP,CMTE_DSGN,CMTE_FILING_FREQ,TTL_RECEIPTS,TRANS_FROM_AFF,INDV_CONTRIB,OTHER_POL_CMTE_CONTRIB,"
    "CAND_CONTRIB,CAND_LOANS,TTL_LOANS_RECEIVED,TTL_DISB,TRANF_TO_AFF,INDV_REFUNDS,OTHER_POL_CMTE_REFUNDS,CAND_LOAN_REPAY,"
    "LOAN_REPAY,COH_BOP,COH_COP,DEBTS_OWED_BY,NONFED_TRANS_RECEIVED,CONTRIB_TO_OTHER_CMTE,IND_EXP,PTY_COORD_EXP,"
    "NONFED_SHARE_EXP,CVG_END_DT",
    key="CMTE_ID",
    shapes={"CMTE_ID": pipe_rows.COMMITTEE},
)
OF_CANDIDATE: Final = f"""'candidate' AS role, 'Person' AS schema, CAND_NAME AS name,
    concat_ws(', ', 'office state ' || CAND_OFFICE_ST, 'district ' || CAND_OFFICE_DISTRICT, 'party ' ||
    CAND_PTY_AFFILIATION, {spoken("CAND_ICI", "incumbency")}) AS detail"""
OF_COMMITTEE: Final = f"""'committee' AS role, 'Organization' AS schema, CMTE_NM AS name,
    concat_ws(', ', 'type ' || CMTE_TP || ' (' || {spoken("CMTE_TP", "committee_types")} || ')',
        'designation ' || CMTE_DSGN || ' (' || {spoken("CMTE_DSGN", "designations")} || ')') AS detail"""


class CandidateSummaries:
    """What each federal candidate raised, spent and holds."""

    name: ClassVar[str] = "fec-weball"
    title: ClassVar[str] = "Federal candidate summaries"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/all-candidates-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """30 fields, the first a candidate's number."""
        return pipe_rows.looks_like(opened, CANDIDATES)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every line becomes a candidate and one measure a figure."""
        return _read(opened, intake, CANDIDATES, OF_CANDIDATE, codes()["candidate_measures"])

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``CAND_ID``."""
        return pipe_rows.find(opened, CANDIDATES, where)


class CommitteeSummaries:
    """What each federal PAC or party committee raised, spent and holds."""

    name: ClassVar[str] = "fec-webk"
    title: ClassVar[str] = "Federal PAC and party summaries"
    publisher: ClassVar[str] = "Federal Election Commission"
    official: ClassVar[str] = "https://www.fec.gov/campaign-finance-data/pac-and-party-summary-file-description/"

    def recognizes(self, opened: Opened) -> bool:
        """27 fields, the first a committee's number."""
        return pipe_rows.looks_like(opened, COMMITTEES)

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Every line becomes a committee and one measure a figure that is not blank."""
        return _read(opened, intake, COMMITTEES, OF_COMMITTEE, codes()["committee_measures"])

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The line with this ``CMTE_ID``."""
        return pipe_rows.find(opened, COMMITTEES, where)


def _read(opened: Opened, intake: Intake, layout: Layout, who: str, metrics: dict[str, str]) -> Reading:
    faults = {_not_a_number(name): f"'{name} is not a number: ' || {name}" for name in metrics}
    columns = ", ".join((layout.key, *metrics))
    items = f"{layout.key} AS id, {who}, {pipe_rows.iso('CVG_END_DT', 7, 1, 4)} AS date, {columns} FROM {{fields}}"
    loaded = pipe_rows.load(opened, intake, layout, items, faults)
    intake.derive(
        "figures", " UNION ALL ".join(_figure(k, name, metric) for k, (name, metric) in enumerate(metrics.items()))
    )
    where = f"'{layout.key}=' || id AS locator"
    intake.insert(
        "mention",
        f"SELECT {{base}} + n * 16 AS mention_id, {where}, id AS fec_id, role, schema, name, detail FROM items",
    )
    # A line has more than 16 figures, so each line takes the ids of two.
    intake.insert(
        "measure",
        f"SELECT {{base}} + n * 32 + k AS measure_id, {where}, {{base}} + n * 16 AS subject_mention, metric, value, "
        "'USD' AS unit, date AS as_of FROM figures",
    )
    last = intake.value("SELECT max(date) FROM items")
    coverage = Coverage("federal summaries of receipts, spending and cash", None, last)
    return Reading(loaded.rows, coverage, loaded.notes + _blank(intake, metrics))


def _not_a_number(name: str) -> str:
    return f"{name} IS NOT NULL AND try_cast({name} AS DOUBLE) IS NULL"


def _figure(k: int, name: str, metric: str) -> str:
    """SQL for one figure of every line that has it."""
    value = f"cast({name} AS DOUBLE) AS value"
    return f"SELECT n, id, date, {k} AS k, '{metric}' AS metric, {value} FROM items WHERE {name} IS NOT NULL"


def _blank(intake: Intake, metrics: dict[str, str]) -> tuple[str, ...]:
    count = intake.value(f"SELECT count(*) FROM items WHERE coalesce({', '.join(metrics)}) IS NULL")
    return (f"{count} lines report no figure at all: unknown, not zero",) if count else ()
