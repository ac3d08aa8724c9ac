"""The plan: its parts add up, no account has two parts to play, and what is planned is what is posted."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.posts import hashtags, urls
from onrecord.synth.posts import Plan, Post, plan
from onrecord.synth.posts.plans import DAY, FADED, FIRST, KINDS, SIZES


def seconds(post: Post) -> int:
    start = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
    return int((datetime.fromisoformat(post.created_at) - start).total_seconds())


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(1_000, 200_000), st.booleans(), st.booleans())
def test_the_parts_add_up(seed, posts, troops, lifelike):
    made_up = plan(seed, posts, troops=troops, lifelike=lifelike)
    planned = sum(push.shares for troop in made_up.troops for push in troop.pushes)
    planned += sum(event.shares for event in made_up.viral)
    daily = sum(len(feed.members) * len(feed.clocks) for feed in made_up.feeds) + len(made_up.schedulers)
    assert made_up.ordinary + planned + made_up.days * daily == posts
    assert made_up.ordinary > 0.8 * posts
    assert bool(made_up.troops) == troops
    for troop in made_up.troops:
        assert len(troop.members) in SIZES
        assert all(DAY // 2 <= push.start < made_up.seconds - troop.window for push in troop.pushes)
        assert all(2 <= push.shares <= len(troop.members) for push in troop.pushes)
    assert all(event.start + FADED * event.scale + 3_600 <= made_up.seconds for event in made_up.viral)
    if not lifelike:
        assert not made_up.feeds
        assert not made_up.schedulers


def test_no_account_has_two_parts():
    made_up = plan(2, 300_000)
    parts = Counter(account for troop in made_up.troops for account in troop.members)
    parts.update(account for feed in made_up.feeds for account in feed.members)
    parts.update(one.account for one in made_up.schedulers)
    assert set(parts.values()) == {1}


def test_a_larger_world_has_troops_of_all_kinds_sizes_and_strengths():
    troops = plan(2, 1_000_000).troops
    assert {troop.kind for troop in troops} == set(KINDS)
    assert {len(troop.members) for troop in troops} == set(SIZES)
    assert {troop.strength for troop in troops} == {"plain", "middling", "hard"}


def test_languages_have_troops_alike():
    """No language is singled out: over many worlds each has its sixth."""
    found = Counter(troop.language for seed in range(12) for troop in plan(seed, 100_000).troops)
    each = sum(found.values()) / 6
    assert len(found) == 6
    assert all(abs(count - each) < 4 * each**0.5 for count in found.values())


def test_no_plan_outgrows_its_limits():
    made_up = plan(1, 10**9)
    assert len(made_up.troops) <= 400
    assert len(made_up.viral) <= 1_000
    assert len(made_up.schedulers) <= 5_000
    assert made_up.ordinary > 0.8 * made_up.posts


@pytest.fixture(scope="session")
def by_account(world: list[Post]) -> dict[str, list[Post]]:
    found = defaultdict(list)
    for post in world:
        found[post.account_id].append(post)
    return found


def test_a_push_happens_within_its_window(planned: Plan, by_account):
    """At least as many members as planned share the object of the push from its start to the end of its window."""
    seen = 0
    for troop in planned.troops:
        for push in (push for push in troop.pushes if push.object_id):
            read = urls if push.object_kind == "url" else hashtags
            sharers = [
                account
                for account in troop.members
                if any(
                    0 <= seconds(post) - push.start <= troop.window and push.object_id in read(post.text)
                    for post in by_account[account]
                )
            ]
            assert len(sharers) >= push.shares
            seen += 1
    assert seen > 10


def test_members_answer_one_post_or_write_nearly_the_same(planned: Plan, by_account):
    kinds = set()
    for troop in planned.troops:
        for push in (push for push in troop.pushes if not push.object_id):
            posts = [
                post
                for account in troop.members
                for post in by_account[account]
                if 0 <= seconds(post) - push.start <= troop.window
            ]
            if troop.kind == "reply":
                assert Counter(post.in_reply_to for post in posts).most_common(1)[0][1] >= push.shares
            else:
                grams = Counter(
                    gram for post in posts for gram in {post.text[n : n + 4] for n in range(len(post.text))}
                )
                assert sum(count >= 0.7 * push.shares for count in grams.values()) > 10
            kinds.add(troop.kind)
    assert kinds == {"reply", "text"}


def test_members_act_together_and_live_on_their_own(planned: Plan, by_account):
    for troop in planned.troops:
        windows = [(push.start, push.start + troop.window) for push in troop.pushes]
        alone = 0
        for account in troop.members:
            inside = [any(a <= seconds(post) <= b for a, b in windows) for post in by_account[account]]
            assert any(inside)
            alone += not all(inside)
        assert alone >= 0.8 * len(troop.members)


def test_a_viral_event_has_its_shares_in_its_time(planned: Plan, world):
    for event in planned.viral:
        read = urls if event.object_kind == "url" else hashtags
        times = [seconds(post) - event.start for post in world if event.object_id in read(post.text)]
        spread = [time for time in times if time <= FADED * event.scale + 3_600]
        assert len(spread) >= event.shares
        assert min(times) >= 0
        half = sorted(spread)[len(spread) // 2]
        assert half < 2 * event.scale, "most of it is early"
