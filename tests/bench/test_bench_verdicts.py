"""Verdicts are counted right: pairing by place, every outcome, every false "supported" and "contradicted"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.judged import Given, Tally, Told, judge
from bench.spans import cover, nearest, pairs, union_share
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import verdicts
from onrecord.vocabulary import Claim, Story, Verdict


def told(start: int, end: int, verdict: str = "supported", **more: object) -> Told:
    return Told(f"t{start}", start, end, str(more.pop("type", "payment")), verdict, **more)  # type: ignore[arg-type]


def ours(start: int, end: int, verdict: str = "supported", **more: object) -> Given:
    return Given(f"o{start}", start, end, str(more.pop("type", "payment")), verdict, **more)  # type: ignore[arg-type]


# ── pairing ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_shares_of_spans() -> None:
    assert union_share(told(0, 10), ours(5, 15)) == pytest.approx(1 / 3)
    assert cover(told(0, 10), ours(5, 15)) == 0.5
    assert union_share(told(0, 10), ours(10, 20)) == 0


def test_the_best_overlap_wins_and_nobody_is_taken_twice() -> None:
    truth = [told(0, 100), told(0, 60)]
    assert pairs(truth, [ours(0, 58), ours(0, 100)]) == {0: 1, 1: 0}
    assert pairs(truth, [ours(0, 58)]) == {1: 0}


def test_the_same_type_goes_before_a_better_overlap() -> None:
    truth = [told(0, 100)]
    assert pairs(truth, [ours(0, 100, type="grant"), ours(0, 70)]) == {0: 1}


def test_half_of_the_union_goes_before_a_mere_cover() -> None:
    truth = [told(50, 70)]
    assert pairs(truth, [ours(0, 200), ours(50, 65, type="role")]) == {0: 1}
    assert pairs(truth, [ours(0, 200, type="role")]) == {0: 0}
    assert pairs(truth, [ours(0, 59)]) == {}


def test_two_gifts_in_one_sentence_are_told_apart_by_who_gave() -> None:
    truth = [told(0, 80, subject="Acme"), told(0, 80, subject="Harbor Fund")]
    found = pairs(truth, [ours(0, 80, subject="harbor fund"), ours(0, 80, subject="acme")])
    assert found == {0: 1, 1: 0}


def test_other_slots_are_no_reason_not_to_pair() -> None:
    assert pairs([told(0, 80, subject="Acme")], [ours(0, 80, subject="Nobody", type="role")]) == {0: 0}


spans = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_pairs_are_one_to_one_near_and_as_many_as_greed_can_make(
    a: list[tuple[int, int]], b: list[tuple[int, int]]
) -> None:
    truth, given_ = [told(*span) for span in a], [ours(*span) for span in b]
    found = pairs(truth, given_)
    assert len(set(found.values())) == len(found)

    def near(t: int, o: int) -> bool:
        return max(union_share(truth[t], given_[o]), cover(truth[t], given_[o])) >= 0.5

    assert all(near(t, o) for t, o in found.items())
    open_truth, open_ours = set(range(len(a))) - set(found), set(range(len(b))) - set(found.values())
    assert not any(near(t, o) for t in open_truth for o in open_ours)


@settings(max_examples=60, deadline=None)
@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_every_claim_of_either_side_is_judged_once(a: list[tuple[int, int]], b: list[tuple[int, int]]) -> None:
    judged = list(judge([told(*span) for span in a], [ours(*span, verdict="unverified") for span in b]))
    outcomes = [j.outcome for j in judged]
    assert len(a) == sum(outcome not in ("beside", "spurious") for outcome in outcomes)
    assert len(b) == sum(j.given is not None for j in judged)
    assert not any(j.false for j in judged)


def test_a_piece_of_a_claim_stands_beside_it() -> None:
    truth = [told(0, 100), told(200, 260)]
    assert nearest(ours(90, 99), truth) == 0
    assert nearest(ours(120, 180), truth) is None


# ── what is false ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("truth", "also", "verdict", "outcome", "false"),
    [
        ("supported", (), "supported", "exact", False),
        ("contradicted", ("unverified",), "unverified", "accepted", False),
        ("contradicted", ("unverified",), "supported", "wrong", True),
        ("unverified", (), "contradicted", "wrong", True),
        ("unverified", ("supported",), "supported", "accepted", False),
        ("mixed", (), "supported", "wrong", True),
        ("supported", (), "mixed", "wrong", False),
        ("not_checkable", (), "supported", "wrong", True),
        ("supported", (), "not_checkable", "wrong", False),
    ],
)
def test_outcomes(truth: str, also: tuple[str, ...], verdict: str, outcome: str, false: bool) -> None:
    [judged] = judge([told(0, 50, truth, also=also)], [ours(0, 50, verdict)])
    assert (judged.outcome, judged.false) == (outcome, false)


def test_what_is_said_beyond_the_truth() -> None:
    truth = [told(0, 50, "unverified")]
    said = [
        ours(0, 50, "unverified"),
        ours(0, 40, "supported"),
        ours(100, 150, "contradicted"),
        ours(200, 250, "mixed"),
    ]
    judged = list(judge(truth, said))
    assert [(j.outcome, j.false) for j in judged] == [
        ("exact", False), ("beside", True), ("spurious", True), ("spurious", False),
    ]  # fmt: skip


def test_a_repeated_reading_that_says_the_truth_is_not_false() -> None:
    judged = list(judge([told(0, 50, "supported")], [ours(0, 50), ours(0, 45)]))
    assert [(j.outcome, j.false) for j in judged] == [("exact", False), ("beside", False)]


def test_silent_spans_of_ours_are_not_spurious() -> None:
    assert list(judge([], [ours(0, 50, "not_checkable", checkable=False)])) == []


# ── a small world, from files to figures ─────────────────────────────────────────────────────────────────────────────

TEXT = "Harbor Fund gave $5,000 to Tide Club. Tide Club is the worst of all clubs. Acme Corp. paid Tide Club in 2031.\n"
CLAIMS = [
    {
        "id": "c1", "start": 0, "end": 37, "text": TEXT[0:37], "type": "contribution", "subject": "Harbor Fund",
        "object": "Tide Club", "checkable": True, "variant": "true", "verdict": "supported", "or": [],
    },
    {
        "id": "c2", "start": 38, "end": 74, "text": TEXT[38:74], "type": "other", "subject": None, "object": None,
        "checkable": False, "variant": "uncheckable", "verdict": "not_checkable", "or": [],
    },
    {
        "id": "c3", "start": 75, "end": 109, "text": TEXT[75:109], "type": "payment", "subject": "Acme Corp.",
        "object": "Tide Club", "checkable": True, "variant": "false_party", "verdict": "contradicted",
        "or": ["unverified"],
    },
]  # fmt: skip


def world(folder: Path) -> Path:
    (folder / "stories").mkdir(parents=True)
    (folder / "truth").mkdir()
    (folder / "stories/s00001.txt").write_text(TEXT, encoding="utf-8")
    line = json.dumps({"story": "s00001.txt", "claims": CLAIMS})
    (folder / "truth/claims.jsonl").write_text(line + "\n", encoding="utf-8")
    return folder


def counted(
    folder: Path, claims: list[Claim], statuses: list[str]
) -> tuple[dict[str, object], list[dict[str, object]]]:
    place = world(folder / "world")
    story = Story(str(place / "stories/s00001.txt"), "", len(TEXT), tuple(claims))
    ruled = {claim.id: Verdict(status, "because") for claim, status in zip(claims, statuses, strict=True)}  # type: ignore[arg-type]
    misses = folder / "misses.jsonl"
    result = verdicts.count(verdicts.truth_of(place), [story], [ruled], misses)
    return result, [json.loads(line) for line in misses.read_text(encoding="utf-8").splitlines()]


def test_a_world_read_rightly(tmp_path: Path) -> None:
    claims = [
        Claim("c1", 0, 36, TEXT[0:36], "contribution"),
        Claim("c2", 38, 74, TEXT[38:74], "other", checkable=False, reason="opinion"),
        Claim("c3", 75, 108, TEXT[75:108], "payment"),
    ]
    result, misses = counted(tmp_path, claims, ["supported", "not_checkable", "contradicted"])
    assert result["figures"] == {
        "exact": 1.0, "exact of checkable": 1.0, "exact or accepted": 1.0, "claims": 3, "false supported": 0,
        "false contradicted": 0, "wrong": 0, "missed": 0, "beside": 0, "spurious": 0,
    }  # fmt: skip
    assert result["matrix"] == {
        "contradicted → contradicted": 1, "not_checkable → not_checkable": 1, "supported → supported": 1,
    }  # fmt: skip
    assert misses == []


def test_a_world_read_badly_counts_and_lists_every_miss(tmp_path: Path) -> None:
    claims = [
        Claim("k1", 38, 74, TEXT[38:74], "membership", subject="Tide Club"),
        Claim("k2", 75, 108, TEXT[75:108], "grant", subject="Nobody"),
    ]
    result, misses = counted(tmp_path, claims, ["supported", "unverified"])
    assert result["figures"] == {
        "exact": 0.0, "exact of checkable": 0.0, "exact or accepted": pytest.approx(1 / 3), "claims": 3,
        "false supported": 1, "false contradicted": 0, "wrong": 1, "missed": 1, "beside": 0, "spurious": 0,
    }  # fmt: skip
    assert result["matrix"] == {
        "contradicted → unverified": 1, "not_checkable → supported": 1, "supported → not read": 1,
    }  # fmt: skip
    assert result["groups"]["type other"]["false supported"] == 1  # type: ignore[index]
    assert result["groups"]["variant false_party"]["exact or accepted"] == 1.0  # type: ignore[index]
    assert [(m["outcome"], m["false"]) for m in misses] == [("missed", False), ("wrong", True), ("accepted", False)]
    assert misses[0]["verdict"] is None
    assert misses[0]["truth"] == CLAIMS[0]
    assert misses[1]["claim"]["subject"] == "Tide Club"  # type: ignore[index]
    assert misses[1]["verdict"]["because"] == "because"  # type: ignore[index]
    assert "worst of all clubs" in str(misses[1]["around"])


def test_shares_of_nothing_are_nothing() -> None:
    assert Tally().figures()["exact"] == 0
    assert Tally().figures()["exact of checkable"] == "none"
