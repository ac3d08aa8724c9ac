"""Ways of telling: growth goes on growing however it is told, shares stay shares, small numbers are counted."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_story_world import STATEMENTS, SmallWorld

from onrecord.synth.stories.edition import tales
from onrecord.synth.stories.figures import OFF, true_figure
from onrecord.synth.stories.ground import Ground
from onrecord.synth.stories.names import Naming
from onrecord.synth.stories.phrasings import STYLES, load
from onrecord.synth.stories.retell import Retold, retold
from onrecord.synth.stories.telling import Claim, Due, Manner, Tale
from onrecord.synth.stories.truth import claims_line
from onrecord.synth.stories.variants import tell
from onrecord.synth.world import Statement

GROUND = Ground(SmallWorld())
SEEDS = st.integers(0, 10_000)


@given(st.integers(50, 2_000_000), st.floats(1.02, 5.0), st.sampled_from(STYLES), SEEDS)
@settings(max_examples=200, deadline=None)
def test_growth_grows_truly_and_falsely(start: int, times: float, style: str, seed: int) -> None:
    end = max(start + 1, int(start * times))
    grown = replace(STATEMENTS["f1"], start=float(start), value=float(end))
    for variant in ("true", "false_figure"):
        told = tell(grown, variant, GROUND, style, random.Random(seed))  # type: ignore[arg-type]
        if told is None:
            assert variant == "false_figure"
            continue
        assert told.start is not None
        assert told.amount is not None
        assert told.start.holds(start)
        assert told.amount.low is not None
        assert told.amount.low > told.start.stated
        assert told.amount.holds(end) if variant == "true" else told.amount.apart(end, OFF)


@given(st.integers(200, 900), st.integers(200, 900), st.sampled_from(STYLES), SEEDS)
@settings(max_examples=150, deadline=None)
def test_a_change_of_turnout_is_told_by_two_figures(before: int, after: int, style: str, seed: int) -> None:
    if before == after:
        return
    change = Statement(
        "x", "turnout", "turnout_changed", "Sable Creek voters", None, after / 10, "percent", before / 10,
        "2020-11-03", "2024-11-05", record="casebook",
    )  # fmt: skip
    told = tell(change, "true", GROUND, style, random.Random(seed))
    assert told is not None
    assert told.start is not None
    assert told.amount is not None
    assert told.start.stated != told.amount.stated
    assert told.amount.holds(after / 10)


@given(st.floats(20, 99), st.sampled_from(STYLES), SEEDS)
@settings(max_examples=150, deadline=None)
def test_no_share_of_the_vote_is_above_the_whole(share: float, style: str, seed: int) -> None:
    vote = replace(STATEMENTS["e2"], relation="received_share", value=round(share, 1), unit="percent")
    told = tell(vote, "false_figure", GROUND, style, random.Random(seed))
    if told is not None and told.amount is not None:
        assert max(told.amount.low or 0, told.amount.high or 0, told.amount.stated) < 100


def test_a_handful_is_counted_and_not_estimated() -> None:
    for seed in range(400):
        words = true_figure(4.0, "affiliates", "tabloid", random.Random(seed)).text
        assert not any(cue in words for cue in ("about", "roughly", "around", "approximately", "some", "estimated"))


def test_a_sentence_is_turned_round_between_two_of_one_kind_only() -> None:
    for seed in range(200):
        mixed = tell(STATEMENTS["m5"], "false_relation", GROUND, "wire", random.Random(seed))
        assert mixed is None or mixed.subject == "p6"
    turned = [tell(STATEMENTS["m3"], "false_relation", GROUND, "wire", random.Random(seed)) for seed in range(200)]
    assert any(told is not None and told.subject == "o5" for told in turned)


def test_a_level_in_percent_never_becomes_points() -> None:
    """A slip into points is one of changes: "turnout stood at 49 points" is no English."""
    told = tell(STATEMENTS["v1"], "true", GROUND, "wire", random.Random(2))
    assert told is not None
    claim = Claim(0, 1, "x", told, Due("supported"))
    tale = Tale("s1", "x", Manner("wire", "neutral", "Meridian Wire", "2025-01-01"), (claim,))
    bent: list[Retold] = [one for seed in range(300) for one in retold(tale, "wire", random.Random(seed))]
    assert any(one.bent == "amount" for one in bent)
    assert not any(one.bent == "unit" for one in bent)


def test_refunds_are_told_in_both_sets() -> None:
    for name in ("tuning", "acceptance"):
        phrasings = load(name)
        for style in STYLES:
            for denied in (True, False):
                assert phrasings.of("contribution", "refunded", style, "neutral", negated=denied), (name, style)


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def printings(world: SmallWorld, who: str) -> set[str]:
    """Every way in which stories print somebody, once they have been introduced as often as may be."""
    found = set()
    for seed in range(60):
        naming, draw = Naming(world, ["o2", "o3", "p1"]), random.Random(seed)
        for _ in range(4):
            name = naming.printed(who, draw)
            naming.printed_in(f"{name} did so", [who])
            found.add(name)
    return found


def test_an_acronym_that_two_bodies_have_is_never_printed() -> None:
    world = SmallWorld()
    assert printings(world, "o3") == {"Harbor Renters Alliance", "Harbor Renters Alliance (HRA)", "HRA"}
    world.organizations["o5"] = replace(world.organizations["o5"], short="HRA")
    assert printings(world, "o3") == {"Harbor Renters Alliance"}


@pytest.mark.parametrize("seed", range(20))
def test_an_acronym_comes_after_its_name(seed: int) -> None:
    naming, draw = Naming(SmallWorld(), ["o3"]), random.Random(seed)
    naming.printed_in("Harbor Renters Alliance paid", ["o3"])
    assert {naming.printed("o3", draw) for _ in range(20)} == {"Harbor Renters Alliance"}
    naming.printed_in("Harbor Renters Alliance (HRA) paid", ["o3"])
    assert "HRA" in {naming.printed("o3", draw) for _ in range(20)}


def test_a_set_is_read_with_its_captions() -> None:
    for name in ("tuning", "acceptance"):
        assert any(p.alone for held in load(name).claims.values() for p in held)


# ── what is printed is what the truth has ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["tuning", "acceptance"])
def test_the_slots_of_the_truth_stand_in_the_text(name: str) -> None:
    """Figures, periods, places and quoted words are found word for word in their claim, but for a capital."""
    checked = 0
    for tale in tales(SmallWorld(), 13, 60, load(name)):
        told = json.loads(claims_line(tale, SmallWorld()))
        for claim in told["claims"]:
            slots = [(claim["quantity"] or {}).get("text"), (claim["period"] or {}).get("text"), claim.get("words")]
            for slot in filter(None, slots):
                assert slot.lower() in claim["text"].lower(), claim
                checked += 1
    assert checked > 150


def test_a_denial_is_of_a_bare_figure() -> None:
    for seed in range(100):
        told = tell(STATEMENTS["r1"], "negation", GROUND, "tabloid", random.Random(seed))
        assert told is not None
        assert told.amount is not None
        assert told.amount.qualifier is None
