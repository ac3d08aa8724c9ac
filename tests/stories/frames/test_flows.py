"""Money named by nouns, in lines without a verb, and beside a verb that says little: one reading for each way of it."""

from __future__ import annotations

import pytest
from frame_case import Row, assert_states, claims_of

PAC, FIRM, FUND, GROUP = "Oakdale Harbor PAC", "Verlin Print Works LLC", "Mossmere Trust", "Tidewell Housing Alliance"
BID = "Lewin for Senate"

PAYMENTS: list[Row] = [
    (f"[Payments from {PAC} to {FIRM} totaled $1,604 in 2029].", PAC, "paid", FIRM, "1604 USD"),
    (f"[The invoice from {FIRM} to {PAC} was $1,300].", PAC, "paid", FIRM, "1300 USD"),
    (f"[The fees that {PAC} made to {FIRM} came to $2,780].", PAC, "paid", FIRM, "2780 USD"),
    (f"[It was {PAC} that paid {FIRM} $50,180 in 2029].", PAC, "paid", FIRM, "50180 USD"),
    (f"[{PAC} hired {FIRM} and paid $161,710 for the work].", PAC, "paid", FIRM, "161710 USD"),
    (f"[{PAC} spent $50,000 on services by {FIRM}].", PAC, "paid", FIRM, "50000 USD"),
    (f"[{PAC} put $95,036 toward {FIRM}'s invoices].", PAC, "paid", FIRM, "95036 USD"),
    (f"[{PAC} remunerated {FIRM} with $1,000].", PAC, "paid", FIRM, "1000 USD"),
    (f"[{GROUP} was due and got $9,000 from {PAC}].", PAC, "paid", GROUP, "9000 USD"),
    (f"Money out: [{PAC} to {FIRM}, $3,598 in fees in 2029].", PAC, "paid", FIRM, "3598 USD"),
    (f"[{PAC} made disbursements adding up to $130,000 to {FIRM}].", PAC, "paid", FIRM, "130000 USD"),
]

GIFTS: list[Row] = [
    (f"[Contributions from {PAC} to {BID} totaled $9,700 in 2030].", PAC, "gave", BID, "9700 USD"),
    (f"[{PAC}'s donations to {BID} reached $4,500].", PAC, "gave", BID, "4500 USD"),
    (f"[Lena Ortiz was a donor behind $2,250 given to {BID}].", "Lena Ortiz", "gave", BID, "2250 USD"),
    (f"[{BID} was the recipient of $3,000 given by Lena Ortiz].", "Lena Ortiz", "gave", BID, "3000 USD"),
    (f"[{BID}'s war chest grew by $3,000 with a gift from Lena Ortiz].", "Lena Ortiz", "gave", BID, "3000 USD"),
    (f"[{PAC} backed {BID} with a donation of $2,250].", PAC, "gave", BID, "2250 USD"),
    (f"[{PAC} dug deep and gave {BID} $15,000].", PAC, "gave", BID, "15000 USD"),
    (f"[Checks from {PAC} netted {BID} $600].", PAC, "gave", BID, "600 USD"),
    (f"[{PAC} donated $17,500 to {FIRM} in 2029].", PAC, "gave", FIRM, "17500 USD"),
    (f"[{FIRM} accepted $9,176 in campaign cash from {PAC}].", PAC, "gave", FIRM, "9176 USD"),
    (f"[{PAC} funneled $12,952 to {FIRM}].", PAC, "gave", FIRM, "12952 USD"),
    (f"[$1,200: that is what Lena Ortiz gave {BID} in 2029].", "Lena Ortiz", "gave", BID, "1200 USD"),
]

REFUNDS: list[Row] = [
    (f"[{BID} refunded $700 to Lena Ortiz in 2030].", BID, "refunded", "Lena Ortiz", "700 USD"),
    (f"[{BID} gave back $700 to Lena Ortiz].", BID, "refunded", "Lena Ortiz", "700 USD"),
    (f"[Lena Ortiz got back $700 from {BID}].", BID, "refunded", "Lena Ortiz", "700 USD"),
    (f"[{BID} issued a refund of $700 to Lena Ortiz].", BID, "refunded", "Lena Ortiz", "700 USD"),
]

GRANTS: list[Row] = [
    (f"[{GROUP} pulled in $807,000 in grants from {FUND} in 2030].", FUND, "gave", GROUP, "807000 USD"),
    (f"[Grants from {FUND} to {GROUP} reached $691,000 in 2030].", FUND, "gave", GROUP, "691000 USD"),
    (f"[A grant of $210,000 went from {FUND} to {GROUP}].", FUND, "gave", GROUP, "210000 USD"),
    (f"[{GROUP} was a grant recipient of {FUND}, which gave it $131,444].", FUND, "gave", GROUP, "131444 USD"),
    (f"[It was {GROUP} that received {FUND}'s grant of $500,000].", FUND, "gave", GROUP, "500000 USD"),
    (f"[{FUND} was the source of a grant of $129,000 to {GROUP}].", FUND, "gave", GROUP, "129000 USD"),
    (f"[With a grant of $90,000, {FUND} supported {GROUP}].", FUND, "gave", GROUP, "90000 USD"),
    (f"Grant watch: [{FUND} to {GROUP}, $300,000].", FUND, "gave", GROUP, "300000 USD"),
]

REVENUES: list[Row] = [
    (f"[{GROUP} operated on revenue of $2,490,000 in 2030].", GROUP, "had_revenue", None, "2490000 USD"),
    (f"[{GROUP}'s haul in 2030 was $641,388].", GROUP, "had_revenue", None, "641388 USD"),
    (f"[It was $641,388 that {GROUP} received in 2030].", GROUP, "had_revenue", None, "641388 USD"),
    (f"[$641,388 in income came in to {GROUP} during 2030].", GROUP, "had_revenue", None, "641388 USD"),
    (f"[{GROUP} took in $641,388 in 2030 from all sources].", GROUP, "had_revenue", None, "641388 USD"),
    (f"From the Sable Creek Observer: [{GROUP} took in $641,388 in 2030].", GROUP, "had_revenue", None, "641388 USD"),
]


@pytest.mark.parametrize("row", PAYMENTS, ids=lambda row: row[0])
def test_payments(row: Row) -> None:
    assert_states("payment", row)


@pytest.mark.parametrize("row", [*GIFTS, *REFUNDS], ids=lambda row: row[0])
def test_contributions_and_refunds(row: Row) -> None:
    assert_states("contribution", row)


@pytest.mark.parametrize("row", GRANTS, ids=lambda row: row[0])
def test_grants(row: Row) -> None:
    assert_states("grant", row)


@pytest.mark.parametrize("row", REVENUES, ids=lambda row: row[0])
def test_revenues(row: Row) -> None:
    assert_states("revenue", row)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GROUP} lost $2,000,000 in revenue in 2030.",
        f"{GROUP} may take in $2,000,000 in revenue.",
        f"{GROUP} pulled in $807,000 in grants from {FUND} in 2030.",
        f"Checks from {PAC} netted {BID} $600.",
    ],
)
def test_money_that_is_no_revenue(sentence: str) -> None:
    assert not [c for c in claims_of(sentence) if c.type == "revenue"]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        (f"Contributions from {PAC} to {BID} totaled $9,700 in 2030.", "2030"),
        (f"It was {PAC} that paid {FIRM} $50,180 in 2029.", "2029"),
        (f"GANNET COVE, March 3, 2031 - {PAC} paid {FIRM} $12,500 in 2029.", "2029"),
        (f"Donor roundup: {PAC} to {BID}, $730 in 2028.", "2028"),
    ],
)
def test_the_year_is_kept(sentence: str, year: str) -> None:
    told = [c for c in claims_of(sentence) if c.quantity is not None]
    assert [c.period.date_from for c in told if c.period is not None] == [year], told


@pytest.mark.parametrize(
    "sentence",
    [
        f"{PAC} never made a donation of $500 to {BID}.",
        f"No payment of $500 went from {PAC} to {FIRM}.",
        f"{BID} did not refund $500 to Lena Ortiz.",
        f"{GROUP} did not receive grants of $500 from {FUND}.",
        f"{PAC} did not back {BID} with a donation of $500.",
    ],
)
def test_what_is_denied_stays_denied(sentence: str) -> None:
    told = [c for c in claims_of(sentence) if c.quantity is not None]
    assert told
    assert all(c.negated for c in told), told


def test_a_label_names_no_giver() -> None:
    told = claims_of(f"From the Sable Creek Observer: {GROUP} received $5,000 in revenue in 2030.")
    assert all("Observer" not in (c.subject or "") for c in told)


SPENDINGS: list[tuple[str, str]] = [
    ("[Oakdale Forward squandered $4,286 to prop up Omar Haddad].", "spent_for"),
    ("[Omar Haddad was boosted by $360,000 in outside spending from Oakdale Forward].", "spent_for"),
    ("[Oakdale Forward stood up for Omar Haddad with $39,481 in independent spending].", "spent_for"),
    ("[Omar Haddad faced $360,000 in negative spending by Oakdale Forward].", "spent_against"),
    ("[To stop Omar Haddad, Oakdale Forward spent $185,555].", "spent_against"),
    ("[In opposition to Omar Haddad, Oakdale Forward spent $100,527].", "spent_against"),
    ("[$332,525 was put up by Oakdale Forward to stop Omar Haddad].", "spent_against"),
]


@pytest.mark.parametrize(("marked", "side"), SPENDINGS, ids=lambda part: part)
def test_spending_for_and_against(marked: str, side: str) -> None:
    amount = marked.split("$")[1].split()[0].rstrip(".]").replace(",", "")
    assert_states("independent_expenditure", (marked, "Oakdale Forward", side, "Omar Haddad", f"{amount} USD"))
