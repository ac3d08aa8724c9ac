"""Counts, turnout and percentages: labels of groups, units, periods, disagreement, lineage."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks_world import World, by, number, year

from onrecord.vocabulary import Period

WARD = "Fifth Ward voters"
WIRE = {"lineage": "Bay Wire 2025-11-03", "publisher": "Bay Wire (repost)"}
CHANGE = {"unit": "percent", "date_from": "2021", "date_to": "2025-11-04"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path / "book.duckdb")


def percent(value: float, base: str = "not_stated") -> object:
    return number(value - 0.5, value + 0.5, "percent", base)


def test_a_change_in_turnout_is_matched_by_the_words_of_the_group(world: World) -> None:
    world.fact("t1", "turnout", WARD, "turnout_changed", low=13, high=13, **CHANGE)
    for subject, period in (("Fifth Ward turnout", None), (WARD, Period("compared to 2021", "2021", "2021"))):
        verdict = world.verdict(world.claim("turnout", subject, "turnout_changed", quantity=percent(13), period=period))
        assert verdict.status == "supported"
    assert "does not say of what" in verdict.because
    other = world.claim("turnout", "registered Fifth Ward voters", "turnout_changed", quantity=percent(13))
    assert world.verdict(other).status == "unverified"


@pytest.mark.parametrize(
    "slots",
    [
        {"quantity": percent(13, "percentage_points")},
        {"quantity": percent(14)},
        {"quantity": percent(13), "period": Period("compared to 2017", "2017", "2017")},
        {"quantity": percent(13), "place": "Gannet County"},
        {"quantity": percent(13), "period": Period("in the June primary")},
    ],
)
def test_another_unit_figure_time_place_or_election_supports_nothing(world: World, slots: dict[str, object]) -> None:
    world.fact(
        "t1", "turnout", WARD, "turnout_changed", "general election", low=13, high=13, place="Port Ansel", **CHANGE
    )
    assert world.verdict(world.claim("turnout", WARD, "turnout_changed", **slots)).status == "unverified"


def test_the_same_figure_of_a_party_with_a_word_in_common_is_shown_and_supports_nothing(world: World) -> None:
    world.fact(
        "t1", "count", "groups in the Quay database", "support", "Kofi Lindqvist", low=110, high=110, unit="groups"
    )
    for subject, shown in (("groups", 1), ("unions", 0)):
        claim = world.claim("count", subject, "counted", None, quantity=number(110, 110, "groups"))
        verdict = world.verdict(claim)
        assert verdict.status == "unverified"
        assert len(verdict.evidence) == shown


def test_a_number_of_voters_is_not_a_rate_of_turnout(world: World) -> None:
    world.fact("t1", "turnout", WARD, "turnout_changed", low=13, high=13, **CHANGE)
    verdict = world.verdict(world.claim("turnout", WARD, "number_changed", quantity=percent(13)))
    assert verdict.status == "unverified"
    assert [e.stance for e in verdict.evidence] == ["context"]


def test_an_official_count_of_the_same_period_rules_another_out(world: World) -> None:
    world.fact(
        "t1",
        "turnout",
        WARD,
        "voted",
        low=900,
        high=900,
        unit="voters",
        date_from="2025",
        date_to="2025",
        grade="official_statement",
    )
    claims = {
        value: world.claim("turnout", WARD, "voted", quantity=number(value, value, "voters"), period=year("2025"))
        for value in (900, 800)
    }
    assert world.verdict(claims[900]).status == "supported"
    assert world.verdict(claims[800]).status == "contradicted"
    undated = world.claim("turnout", WARD, "voted", quantity=number(800, 800, "voters"))
    assert world.verdict(undated).status == "unverified"


def test_a_report_alone_rules_nothing_out(world: World) -> None:
    world.fact("t1", "turnout", WARD, "voted", low=900, high=900, unit="voters", date_from="2025", date_to="2025")
    verdict = world.verdict(
        world.claim("turnout", WARD, "voted", quantity=number(800, 800, "voters"), period=year("2025"))
    )
    assert verdict.status == "unverified"
    assert "not enough to rule the claim out" in verdict.because


def test_two_reports_of_one_count_that_disagree_are_mixed(world: World) -> None:
    for key, value in (("t1", 900), ("t2", 910)):
        world.fact(
            key,
            "turnout",
            WARD,
            "voted",
            low=value,
            high=value,
            unit="voters",
            date_from="2025-11-04",
            date_to="2025-11-05",
        )
    verdict = world.verdict(world.claim("turnout", WARD, "voted", quantity=number(900, 900, "voters")))
    assert verdict.status == "mixed"
    assert "For it (Paper t1): A record states t1. Against it (Paper t2): A record states t2." in verdict.because


@pytest.mark.parametrize(
    ("grade", "status"),
    [("interested_party", "unverified"), ("lineage_copy", "unverified"), ("official_statement", "supported")],
)
def test_only_three_grades_support_content(world: World, grade: str, status: str) -> None:
    world.fact("t1", "count", "Quay Alliance", "reached", "tenants", low=9_000, unit="people", grade=grade)
    verdict = world.verdict(
        world.claim("count", "Quay Alliance", "reached", "tenants", quantity=number(9_000, None, "people"))
    )
    assert verdict.status == status


def test_a_story_is_never_confirmed_by_the_account_it_is_made_from(world: World) -> None:
    world.fact("t1", "turnout", WARD, "turnout_changed", low=13, high=13, **WIRE, **CHANGE)
    world.fact("t2", "turnout", "Pier voters", "turnout_changed", low=11, high=11, **WIRE, **CHANGE)
    first = world.claim("turnout", WARD, "turnout_changed", quantity=percent(13))
    second = world.claim("turnout", "Pier voters", "turnout_changed", quantity=percent(11), id="c2")
    assert world.verdict(first).status == "supported"
    verdict = world.verdict(first, second)
    assert verdict.status == "unverified"
    assert verdict.because == "The only record is the report this story appears to derive from (Bay Wire 2025-11-03)."
    assert world.verdict(first, second, published="2025-10-01").status == "supported"
    world.fact("t3", "turnout", WARD, "turnout_changed", low=13, high=13, lineage="The Count 2025-11-01", **CHANGE)
    assert world.verdict(first, second).status == "supported"


def test_a_release_that_several_newsrooms_read_is_no_upstream_story(world: World) -> None:
    for key, paper in (("t1", "Bay Wire"), ("t2", "The Ansel Monitor (repost)")):
        world.fact(
            key, "turnout", WARD, "voted", low=900, high=900, unit="voters", lineage="Board 2025-11-05", publisher=paper
        )
        world.fact(
            f"{key}b",
            "turnout",
            "Pier voters",
            "voted",
            low=70,
            high=70,
            unit="voters",
            lineage="Board 2025-11-05",
            publisher=paper,
        )
    first = world.claim("turnout", WARD, "voted", quantity=number(900, 900, "voters"))
    second = world.claim("turnout", "Pier voters", "voted", quantity=number(70, 70, "voters"), id="c2")
    verdict = world.verdict(first, second)
    assert verdict.status == "supported"
    assert verdict.because.startswith("On record in one source: Board 2025-11-05")


def test_it_is_so_and_they_said_so_are_two_questions(world: World) -> None:
    world.fact("t1", "turnout", WARD, "turnout_changed", low=13, high=13, lineage="The Count 2025-11-01", **CHANGE)
    verdict = world.verdict(
        world.claim("turnout", WARD, "turnout_changed", quantity=percent(13), attribution=by("Quay Alliance"))
    )
    assert verdict.status == "supported"
    assert verdict.attribution_verdict is not None
    assert verdict.attribution_verdict.status == "unverified"
    assert verdict.attribution_verdict.because == "It is on record from The Count 2025-11-01, not from “Quay Alliance”."
    named = world.verdict(
        world.claim("turnout", WARD, "turnout_changed", quantity=percent(13), attribution=by("The Count", "outlet"))
    )
    assert named.attribution_verdict is not None
    assert named.attribution_verdict.status == "supported"


def test_a_party_s_own_word_shows_that_it_said_so_and_not_that_it_is_so(world: World) -> None:
    world.fact(
        "t1",
        "turnout",
        "Quay Alliance",
        "helped_turn_out",
        "tenants",
        low=9_000,
        unit="voters",
        grade="interested_party",
    )
    claim = world.claim(
        "turnout",
        "Quay Alliance",
        "helped_turn_out",
        "tenants",
        quantity=number(9_000, None, "voters"),
        attribution=by("Quay Alliance"),
    )
    verdict = world.verdict(claim)
    assert verdict.status == "unverified"
    assert verdict.attribution_verdict is not None
    assert verdict.attribution_verdict.status == "supported"


@pytest.mark.parametrize(("grade", "status"), [("primary_record", "supported"), ("independent_report", "unverified")])
def test_records_show_needs_the_record_itself(world: World, grade: str, status: str) -> None:
    world.fact("t1", "count", "Quay Alliance", "reached", "tenants", low=9, high=9, unit="people", grade=grade)
    claim = world.claim(
        "count",
        "Quay Alliance",
        "reached",
        "tenants",
        quantity=number(9, 9, "people"),
        attribution=by("city records", "records"),
    )
    verdict = world.verdict(claim)
    assert verdict.status == "supported"
    assert verdict.attribution_verdict is not None
    assert verdict.attribution_verdict.status == status


def test_nobody_named_nobody_asked(world: World) -> None:
    world.fact("t1", "count", "Quay Alliance", "reached", "tenants", low=9, high=9, unit="people")
    for source, kind in ((None, "unnamed"), ("analysts", "analysts")):
        claim = world.claim(
            "count",
            "Quay Alliance",
            "reached",
            "tenants",
            quantity=number(9, 9, "people"),
            attribution=by(source, kind),
        )
        attributed = world.verdict(claim).attribution_verdict
        assert attributed is not None
        assert attributed.status == "unverified"


def test_a_count_of_a_party_itself_has_no_object_on_either_side(world: World) -> None:
    union = "Harbor Workers Union"
    world.fact("n1", "count", union, "counted", low=4_000, high=4_000, unit="members")
    slots = {"quantity": number(4_000, 4_000, "members")}
    assert world.verdict(world.claim("count", union, "counted", None, **slots)).status == "supported"
    assert world.verdict(world.claim("count", union, "had", "members", **slots)).status == "supported"
    assert world.verdict(world.claim("count", union, "counted", "Ansel Quay", **slots)).status == "unverified"


def test_a_count_that_a_record_gives_of_somebody_else_is_not_the_partys(world: World) -> None:
    union = "Harbor Workers Union"
    world.fact("n1", "count", union, "counted", "Ansel Quay Action", low=4_000, high=4_000, unit="members")
    slots = {"quantity": number(4_000, 4_000, "members")}
    assert world.verdict(world.claim("count", union, "counted", None, **slots)).status == "unverified"


@pytest.mark.parametrize(("days", "status"), [(("2025-01-02", "2025-01-02"), "unverified"),
                                              (("2025-01-02", "2025-05-09"), "supported")])  # fmt: skip
def test_two_reports_of_one_newsroom_are_one_account_only_if_they_are_one_publication(
    world: World, days: tuple[str, str], status: str
) -> None:
    bodies = ("Harbor Workers Union", "Ansel Quay Action")
    claims = []
    for name, day, figure in zip(bodies, days, (4_000, 731), strict=True):
        paper = {"publisher": "The Harbor Ledger", "published": day, "unit": "members"}
        world.fact(f"n-{name}", "count", name, "counted", low=figure, high=figure, **paper)
        quantity = number(figure, figure, "members")
        claims.append(world.claim("count", name, "counted", None, quantity=quantity, id=name))
    verdicts = world.verdicts(*claims, published="2025-11-30")
    assert [verdicts[name].status for name in bodies] == [status, status]


def test_a_share_of_something_of_somebodys_is_no_share_of_it_in_general(world: World) -> None:
    whole = "the vendor spending of Ansel Quay Action"
    world.fact("p1", "percentage", "Meadowlark Print", "share_of", whole, low=53, high=53, unit="percent")
    slots = {"quantity": number(53, 53, "percent")}
    for named, status in (
        (whole, "supported"),
        ("the vendor spending", "unverified"),
        ("Ansel Quay Action", "unverified"),
    ):
        assert world.verdict(world.claim("percentage", "Meadowlark Print", "share_of", named, **slots)).status == status


def test_voters_of_one_group_are_not_voters_in_general(world: World) -> None:
    slots = {"quantity": number(4_000, None, "voters")}
    world.fact(
        "t1", "turnout", "Ansel Quay Action", "helped_turn_out", "tenants", low=12_500, high=12_500, unit="voters"
    )
    for group, status in (("tenants", "supported"), ("voters", "unverified"), ("commuters", "unverified")):
        claim = world.claim("turnout", "Ansel Quay Action", "helped_turn_out", group, **slots)
        assert world.verdict(claim).status == status
