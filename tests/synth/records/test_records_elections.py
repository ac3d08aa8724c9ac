"""Election files of a made-up world: districts add up to the contest, in either layout."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand_made_world import HandMadeWorld
from hypothesis import given
from hypothesis import strategies as st

from onrecord.synth import write
from onrecord.synth.records.elections import split


@given(st.integers(0, 10**9), st.lists(st.floats(0.01, 100), min_size=1, max_size=60))
def test_parts_add_up_and_are_near_their_share(total: int, weights: list[float]) -> None:
    parts = split(total, weights)
    assert sum(parts) == total
    assert all(abs(part - total * weight / sum(weights)) < 1.01 for part, weight in zip(parts, weights, strict=True))


def test_districts_add_up_to_the_contests_votes(on_disk) -> None:
    whose = on_disk.whose()
    rows = on_disk.case.book.rows(
        "SELECT path, subject_mention AS who, sum(value) AS votes FROM measure JOIN source USING (source_id) "
        "WHERE metric = 'votes' GROUP BY ALL"
    )
    held = sorted((whose[row["who"]], row["votes"]) for row in rows)
    assert held == sorted((who, votes) for contest in on_disk.world.contests for who, votes in contest.votes)


def test_ballots_and_voters_are_counted_where_the_layout_has_them(on_disk) -> None:
    rows = on_disk.case.book.rows(
        "SELECT metric, date, sum(value) AS n FROM measure WHERE metric LIKE 'counter:%' AND date IS NOT NULL "
        "GROUP BY ALL"
    )
    held = {(row["metric"], row["date"]): row["n"] for row in rows}
    assert held["counter: registered voters", "2024-11-05"] == 70_002
    assert held["counter: public counter", "2024-11-05"] == 40_001
    assert held["counter: public counter", "2023-11-07"] == 21
    assert held["counter: scattered", "2024-11-05"] == (40_001 - 39_315) // 5


def test_each_contest_stands_in_one_file_and_one_in_the_citys_layout(on_disk) -> None:
    assert sorted(path.name for path in (on_disk.folder / "records" / "elections").iterdir()) == [
        "20231107__nd__general__stourley-c3__precinct.csv",
        "20241105__nd__general__lannock-c1__precinct.csv",
        "ed_mayor_2023.csv",
    ]


def test_more_votes_than_ballots_are_refused(tmp_path: Path) -> None:
    world = HandMadeWorld()
    world.contests = (replace(world.contests[0], ballots=39_314), *world.contests[1:])
    with pytest.raises(ValueError, match="39315 votes of 39314 ballots"):
        write.write_records(tmp_path, world)
