"""The main claims of the three stories against the real casebook: what is on record, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from checks_world import ByName, by, number, usd

from onrecord.book.book import Book
from onrecord.book.duckdb_engine import DuckDB
from onrecord.book.ingest import Intake
from onrecord.checks.check import check_story
from onrecord.checks.records import Records
from onrecord.sources.casebook import Casebook
from onrecord.sources.opened import opened
from onrecord.vocabulary import Claim, Period, Quantity, Story, Verdict

CASEBOOK = Path(__file__).parents[3] / "shared" / "casebook" / "nyc-2025.csv"
pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not CASEBOOK.exists(), reason="the real casebook is not beside the checkout"),
]
DRUM, BEATS, MAYOR = "Desis Rising Up and Moving", "DRUM Beats", "Zohran Mamdani"
FORUM, SINGHAM = "The People's Forum", "Neville Roy Singham"
PRIMARY = Period("during the primary")
AGAINST_2021 = Period("compared to 2021", "2021", "2021")


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    book = Book(DuckDB(tmp_path_factory.mktemp("seeds") / "book.duckdb"))
    with opened(CASEBOOK) as file, book.engine.transaction():
        intake = Intake(book, "a" * 12, 1)
        reading = Casebook().read(file, intake)
        intake.close()
    book.con.raw_sql(
        f"INSERT INTO source SELECT '{'a' * 12}', 1, 'nyc-2025.csv', 'casebook', 'Casebook', 'newsroom', 'x', "
        f"'2025-12-01', '{reading.coverage.covers}', '{reading.coverage.date_from}', '{reading.coverage.date_to}', "
        "FALSE, 120, 0"
    )
    book.con.raw_sql(
        "INSERT INTO entity SELECT 'n:' || lower(name), 'LegalEntity', min(name), TRUE, 1 "
        "FROM mention GROUP BY lower(name)"
    )
    book.con.raw_sql("INSERT INTO identity SELECT mention_id, 'n:' || lower(name), 1.0, 'name' FROM mention")
    yield Records(book, ByName(book))
    book.close()


def claim(
    claim_id: str, type: str, subject: str | None, relation: str, object: str | None = None, **slots: object
) -> Claim:
    return Claim(claim_id, 0, 1, "x", type, subject, relation, object, **slots)  # type: ignore[arg-type]


def percent(value: float) -> Quantity:
    return number(value - 0.5, value + 0.5, "percent", "not_stated")


FIRST = (
    claim(
        "150k",
        "turnout",
        DRUM,
        "helped_turn_out",
        "South Asian and Indo-Caribbean voters",
        quantity=number(150_000, None, "voters"),
        attribution=by(DRUM),
    ),
    claim(
        "40",
        "turnout",
        "South Asian voters",
        "turnout_changed",
        quantity=percent(40),
        period=AGAINST_2021,
        attribution=by(DRUM),
    ),
    claim(
        "13",
        "turnout",
        "Bangladeshi voters",
        "turnout_changed",
        quantity=percent(13),
        period=AGAINST_2021,
        attribution=by(DRUM),
    ),
    claim(
        "11",
        "turnout",
        "Pakistani voters",
        "turnout_changed",
        quantity=percent(11),
        period=AGAINST_2021,
        attribution=by(DRUM),
    ),
    claim(
        "13more", "turnout", "Bangladeshi voters", "number_changed", quantity=number(12.5, 13.5, "percent", "percent")
    ),
    claim("organizing", "role", "Kazi Fouzia", "director_of_organizing_of", DRUM),
    claim("organizing2", "role", "Kazi Fouzia", "organizing_director_of", DRUM),
    claim("director", "role", "Fahd Ahmed", "executive_director_of", DRUM),
    claim("arm", "affiliation", BEATS, "political_arm_of", DRUM),
    claim("address", "shared_attribute", DRUM, "same_address_as", BEATS),
    claim("same director", "shared_attribute", DRUM, "same_executive_director_as", BEATS),
    claim("staff", "shared_attribute", DRUM, "same_staff_as", BEATS),
    claim(
        "20k",
        "payment",
        "Zohran Mamdani's campaign",
        "paid",
        BEATS,
        quantity=usd(20_000),
        period=PRIMARY,
        attribution=by("city records", "records"),
    ),
    claim("primary", "election_result", MAYOR, "defeated", "Andrew Cuomo", period=Period("the primary")),
    claim("general", "election_result", MAYOR, "defeated", "Andrew Cuomo", period=Period("the general election")),
    claim(
        "followers",
        "follower_growth",
        MAYOR,
        "followers_rose",
        "Instagram",
        quantity=Quantity(
            "from 213,000 to nearly 3 million", 2.85e6, 3e6, "followers", from_low=213_000, from_high=213_000
        ),
        period=Period("Between June 1 and July 1", "2025-06-01", "2025-07-01"),
    ),
    claim("comments", "count", "comments", "traced_to", "foreign accounts", quantity=number(750, None, "comments")),
    claim(
        "abroad",
        "engagement",
        "users in India, Pakistan, and Bangladesh",
        "more_engagement_than",
        "users in the United States",
        attribution=by(None, "analysts"),
    ),
    claim(
        "praise",
        "quotation",
        "Fahd Ahmed",
        "said",
        None,
        words="encouraging and impressive",
        said_of="their ideas",
        attribution=by("Fahd Ahmed", "person"),
    ),
    claim("probe", "investigation", None, "investigates", FORUM),
    claim("form", "legal_status", DRUM, "is_501c3", "501(c)(3)"),
    claim("margin", "election_result", None, "equals_margin", "the exact margin"),
    claim(
        "posted",
        "quotation",
        MAYOR,
        "said",
        None,
        words="we made videos in Bangla and Urdu",
        attribution=by(MAYOR, "person"),
    ),
)
SECOND = (
    claim("jan", "founding", "Ammar Ali Jan", "founded", "Haqooq-e-Khalq Party"),
    claim("tariq", "founding", "Farooq Tariq", "founded", "Haqooq-e-Khalq Party"),
    claim("20m", "contribution", FORUM, "funded_by", SINGHAM, quantity=usd(19.5e6, 20.5e6)),
    claim("20m grant", "grant", SINGHAM, "gave", FORUM, quantity=usd(19.5e6, 20.5e6)),
    claim("lawmakers", "investigation", "Lawmakers", "investigates", FORUM),
    claim(
        "unregistered", "registration", FORUM, "not_registered_under", "Foreign Agents Registration Act", negated=True
    ),
    claim("pac", "contribution", "Unity and Justice Fund PAC", "contributed_to", MAYOR),
    claim("worked", "collaboration", DRUM, "worked_with", FORUM),
    claim(
        "gang",
        "quotation",
        "Kazi Fouzia",
        "said",
        None,
        words="We're like a gang",
        attribution=by("Kazi Fouzia", "person"),
    ),
)
THIRD = (
    claim("110", "count", "groups backing Zohran Mamdani", "counted", None, quantity=number(110, 110, "groups")),
    claim(
        "76",
        "count",
        "Democratic Party affiliates, allied groups and unions",
        "support",
        MAYOR,
        quantity=number(76, 76, "groups"),
    ),
    claim("30", "count", "ethnic and religious groups", "support", MAYOR, quantity=number(29.5, 30.5, "groups")),
    claim(
        "2.5m",
        "grant",
        "Open Society Foundations",
        "gave",
        "MPower Change and Emgage",
        quantity=usd(2_375_000, 2_500_000),
        period=Period("in recent years"),
        attribution=by("tax filings", "records"),
    ),
    claim("2.5m alone", "grant", "Open Society Foundations", "gave", "Emgage", quantity=usd(2_375_000, 2_500_000)),
    claim("24m", "revenue", "about 30 ethnic and religious groups", "had_revenue", None, quantity=usd(22.8e6, 25.2e6)),
    claim("hammoud", "endorsement", "Emgage PAC", "endorsed", "Abdullah Hammoud"),
)
SUPPORTED = {"40", "organizing", "organizing2", "director", "arm", "primary", "general", "jan"}


@pytest.fixture(scope="module")
def verdicts(records: Records) -> dict[str, Verdict]:
    stories = (Story("story", "0" * 64, 1, claims) for claims in (FIRST, SECOND, THIRD))
    return {key: verdict for story in stories for key, verdict in check_story(story, records).items()}


@pytest.mark.parametrize("key", [c.id for c in (*FIRST, *SECOND, *THIRD)])
def test_each_main_claim_has_the_status_that_the_casebook_gives_it(key: str, verdicts: dict[str, Verdict]) -> None:
    assert verdicts[key].status == ("supported" if key in SUPPORTED else "unverified"), verdicts[key].because
