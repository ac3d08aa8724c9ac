"""Followers, comments, quotations, events, investigations."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_world import World, by, number, year

from onrecord.vocabulary import Period, Quantity

A, ALLIANCE = "Kofi Lindqvist", "Ansel Quay Tenants Alliance"
SEPTEMBER = Period("from Sept. 1 to Oct. 1", "2025-09-01", "2025-10-01")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def rise() -> Quantity:
    return Quantity("from 38,000 to 95,000", 95_000, 95_000, "followers", from_low=38_000, from_high=38_000)


def followers(world: World, key: str, value: float, day: str, platform: str = "Clipstream") -> None:
    slots = {"low": value, "high": value, "unit": "followers", "date_from": day, "date_to": day}
    world.fact(key, "follower_growth", A, "had_followers_on", platform, **slots)


def test_a_rise_needs_both_ends_each_on_its_day(world: World) -> None:
    claim = world.claim("follower_growth", A, "followers_rose", "Clipstream", quantity=rise(), period=SEPTEMBER)
    followers(world, "f1", 95_000, "2025-10-01")
    followers(world, "f2", 38_000, "2025-09-01", "Otherstream")
    assert world.verdict(claim).status == "unverified"
    followers(world, "f3", 38_000, "2025-08-15")
    verdict = world.verdict(claim)
    assert verdict.status == "unverified"
    assert "both ends" in verdict.because
    followers(world, "f4", 38_000, "2025-09-01")
    assert world.verdict(claim).status == "supported"


def test_an_end_that_an_official_count_excludes_contradicts(world: World) -> None:
    slots = {"low": 50_000, "high": 50_000, "unit": "followers", "date_from": "2025-10-01", "date_to": "2025-10-01"}
    world.fact("f1", "follower_growth", A, "had_followers_on", "Clipstream", grade="primary_record", **slots)
    claim = world.claim("follower_growth", A, "followers_rose", "Clipstream", quantity=rise(), period=SEPTEMBER)
    assert world.verdict(claim).status == "contradicted"


@pytest.mark.parametrize(
    ("relation", "object_", "status"),
    [("identical_comments", None, "supported"), ("traced_to", "foreign accounts", "unverified")],
)
def test_a_file_of_posts_counts_copies_and_does_not_place_their_writers(
    world: World, relation: str, object_: str | None, status: str
) -> None:
    source = world.source("s" * 12, "posts")
    for i in range(21):
        world.post(source, "Bring it home!" if i % 2 else "bring it  home", f"account-{i}")
    world.post(source, "What a game", "account-99")
    claim = world.claim("count", "comments", relation, object_, quantity=number(20, None, "comments"))
    verdict = world.verdict(claim)
    assert verdict.status == status
    assert verdict.evidence[0].says == "The most repeated text of 22 posts occurs 21 times, from 21 accounts."
    assert "account-" not in repr(verdict)


def test_a_quotation_is_matched_word_for_word_and_by_speaker(world: World) -> None:
    said = 'Pelletier told The Ansel Monitor: "Nobody sleeps until the last boat is in," she said.'
    world.fact("q1", "quotation", "Amara Pelletier", "said", statement=said)
    words = "nobody sleeps until the last boat is in"
    verdict = world.verdict(
        world.claim("quotation", "Amara Pelletier", "said", words=words, attribution=by("Amara Pelletier", "person"))
    )
    assert verdict.status == "supported"
    assert world.verdict(world.claim("quotation", A, "said", words=words)).status == "unverified"
    assert (
        world.verdict(world.claim("quotation", "Amara Pelletier", "said", words="nobody sleeps until dawn")).status
        == "unverified"
    )
    moved = world.claim("quotation", "Amara Pelletier", "said", words=words, said_of="the campaign's donors")
    assert "not what they were said of" in repr(world.verdict(moved)) or world.verdict(moved).status == "unverified"


@pytest.mark.parametrize(("grade", "status"), [("interested_party", "supported"), ("lineage_copy", "unverified")])
def test_a_speaker_s_own_word_answers_whether_it_was_said_and_a_copy_does_not(
    world: World, grade: str, status: str
) -> None:
    world.fact("q1", "quotation", ALLIANCE, "said", statement='It wrote: "We are the docks."', grade=grade)
    assert world.verdict(world.claim("quotation", ALLIANCE, "said", words="We are the docks")).status == status


def test_an_event_is_the_same_only_with_the_same_parties(world: World) -> None:
    world.fact("v1", "event", A, "spoke_at", "Pier 9", date_from="2025-09-14", date_to="2025-09-14")
    assert world.verdict(world.claim("event", A, "spoke_at", "Pier 9", period=year("2025-09"))).status == "supported"
    assert world.verdict(world.claim("event", A, "spoke_at", "Pier 10")).status == "unverified"
    assert world.verdict(world.claim("event", A, "spoke_at", "Pier 9", period=year("2024"))).status == "unverified"


@pytest.mark.parametrize(
    ("recorded", "claimed", "status"),
    [
        ("investigates", "investigates", "supported"),
        ("charged", "investigates", "supported"),
        ("wrote_to", "investigates", "unverified"),
        ("filed_complaint_against", "investigates", "unverified"),
        ("found_reason_to_believe", "fined", "unverified"),
        ("investigates", "charged", "unverified"),
    ],
)
def test_a_lower_step_on_record_is_shown_and_shows_no_higher_one(
    world: World, recorded: str, claimed: str, status: str
) -> None:
    world.fact("i1", "investigation", "Port Ansel Ethics Board", recorded, A)
    verdict = world.verdict(world.claim("investigation", "Port Ansel Ethics Board", claimed, A))
    assert verdict.status == status
    if status == "unverified":
        assert verdict.because.startswith("The step on record is")
        assert verdict.evidence[0].stance == "context"


def test_an_unnamed_office_may_be_any_and_a_named_one_only_itself(world: World) -> None:
    world.fact("i1", "investigation", "House Committee on Harbors", "investigates", ALLIANCE)
    for office, status in (
        (None, "supported"),
        ("Lawmakers", "supported"),
        ("House Committee on Piers", "unverified"),
        ("state lawmakers", "unverified"),
        ("Prosecutors", "unverified"),
    ):
        assert world.verdict(world.claim("investigation", office, "investigates", ALLIANCE)).status == status


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Said of the harbor ferry.", "supported"), ("Said of the harbor ferry, not of the school.", "supported"),
        ("Said of the school, not of the harbor ferry.", "unverified"),
        ("He took the harbor ferry home.", "unverified"), ("", "unverified"),
    ],
)  # fmt: skip
def test_what_a_quotation_is_about_may_stand_in_the_note(world: World, note: str, status: str) -> None:
    world.fact("q1", "quotation", A, "said", '"patient and practical"', note=note)
    claim = world.claim("quotation", A, "said", words="patient and practical", said_of="the harbor ferry")
    assert world.verdict(claim).status == status


def test_engagement_on_one_platform_shows_it_where_the_claim_names_none_and_excludes_nothing(world: World) -> None:
    slots = {"unit": "likes", "date_from": "2025-01-01", "date_to": "2025-12-31", "grade": "official_statement"}
    world.fact("e1", "engagement", A, "drew", "Clipstream", low=35_000, high=35_000, **slots)
    for likes, platform, status in (
        (35_000, None, "supported"), (35_000, "Clipstream", "supported"), (35_000, "Otherstream", "unverified"),
        (90_000, None, "unverified"), (90_000, "Clipstream", "contradicted"),
    ):  # fmt: skip
        quantity = number(likes, likes, "likes")
        claim = world.claim("engagement", A, "drew", platform, quantity=quantity, period=year("2025"))
        assert world.verdict(claim).status == status
