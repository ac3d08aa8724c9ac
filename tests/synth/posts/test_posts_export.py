"""The files: read by our own format without a row set aside, the same bytes every time, streamed."""

from __future__ import annotations

import csv
import tracemalloc
from itertools import islice, pairwise

import pytest

from onrecord.case import Case
from onrecord.synth.posts import made, plan, write

FILES = ("records/posts.csv", "truth/troops.csv", "truth/viral.csv", "truth/automated.csv")


def test_the_posts_format_reads_every_row(tmp_path):
    counts = write(tmp_path, 3, 3_000)
    case = Case.create(tmp_path / "case", fictional=True)
    try:
        added = case.add_unresolved(tmp_path / "records/posts.csv")
        assert (added.format, added.rows_read, added.rows_quarantined) == ("posts", 3_000, 0)
        assert counts["posts"] == case.book.rows("SELECT count(*) AS n FROM post")[0]["n"]
        shared = {(row["object_kind"], row["object_id"]) for row in case.book.rows("SELECT * FROM share")}
        planned = plan(3, 3_000)
        assert {(event.object_kind, event.object_id) for event in planned.viral} <= shared
        pushed = {(p.object_kind, p.object_id) for troop in planned.troops for p in troop.pushes if p.object_id}
        assert pushed <= shared
    finally:
        case.close()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path):
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        write(tmp_path / name, seed, 2_000)
    for file in FILES:
        first, again, other = ((tmp_path / name / file).read_bytes() for name in "abc")
        assert first == again != other or file == "truth/automated.csv"


def test_the_truth_is_the_plan(tmp_path):
    counts, planned = write(tmp_path, 5, 20_000), plan(5, 20_000)
    rows = [tuple(row.values()) for row in csv.DictReader((tmp_path / "truth/troops.csv").open(encoding="utf-8"))]
    assert rows == [(account, troop.id, troop.kind) for troop in planned.troops for account in troop.members]
    assert (counts["troops"], counts["troop_members"]) == (len(planned.troops), len(rows))
    rows = [tuple(row.values()) for row in csv.DictReader((tmp_path / "truth/viral.csv").open(encoding="utf-8"))]
    assert rows == [(event.object_kind, event.object_id, event.kind) for event in planned.viral]


def test_a_null_world_holds_no_troop(tmp_path):
    assert write(tmp_path, 5, 5_000, troops=False)["troops"] == 0
    assert (tmp_path / "truth/troops.csv").read_text(encoding="utf-8") == "account_id,troop,kind\n"
    members = {account for troop in plan(5, 5_000).troops for account in troop.members}
    assert members, "the same world with troops has some"


def test_a_platform_may_tell_the_minute_only():
    planned = plan(5, 2_000)
    exact, rounded = list(made(planned)), list(made(planned, "minute"))
    assert {post.created_at[-3:] for post in rounded} == {"00Z"}
    assert [post.created_at[:16] for post in exact] == [post.created_at[:16] for post in rounded]
    assert any(post.created_at[-3:] != "00Z" for post in exact)


def test_posts_come_in_order_of_time_within_the_span(world, planned):
    assert len(world) == planned.posts
    assert all(one.created_at <= next_one.created_at for one, next_one in pairwise(world))
    assert planned.start <= world[0].created_at[:10] <= world[-1].created_at[:10] <= planned.end
    assert len({post.post_id for post in world}) == len(world)


def test_memory_is_bounded_by_the_plan_not_by_the_posts():
    stream = made(plan(5, 20_000_000))
    next(stream)
    tracemalloc.start()
    try:
        posted = sum(len(post.text) for post in islice(stream, 10_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3_000_000, "what it holds while it goes on: the latest posts of each place"
    assert posted > 1_000_000, "of Latin letters alone, twice as much in other scripts"


def test_twice_the_posts_hold_no_more():
    """Once every place has its latest posts, going on takes no further memory."""
    stream = made(plan(5, 200_000, troops=False))
    for _ in islice(stream, 15_000):
        pass
    tracemalloc.start()
    try:
        held = []
        for _ in range(2):
            for _ in islice(stream, 6_000):
                pass
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert held[1] < 1.3 * held[0] + 200_000


@pytest.mark.parametrize("posts", [0, 999])
def test_a_world_too_small_is_refused(tmp_path, posts):
    with pytest.raises(ValueError, match="1000 posts or more"):
        write(tmp_path, 5, posts)
    assert list(tmp_path.iterdir()) == []
