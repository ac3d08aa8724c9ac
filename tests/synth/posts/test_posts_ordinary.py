"""Ordinary life: who posts how much and when, what repeats by chance, what feeds do for good reason."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from random import Random
from statistics import median

import pytest

from onrecord.synth.posts import made, plan
from onrecord.synth.posts.accounts import ZONES, Population
from onrecord.synth.posts.bursts import LONGEST, burst, cascade
from onrecord.synth.posts.language import COMMON, LANGUAGES

HAN = re.compile(r"[\u4e00-\u9fff]")


def word_count(text: str) -> int:
    """Runs between blanks; in Chinese two characters are a word."""
    return sum((len(HAN.findall(run)) + 1) // 2 or 1 for run in text.split())


@pytest.fixture(scope="module")
def null_world():
    return list(made(plan(4, 60_000, troops=False)))


def test_short_comments_repeat_as_often_as_measured_and_long_ones_never(null_world):
    accounts = defaultdict(set)
    comments = [post for post in null_world if post.in_reply_to]
    for post in comments:
        accounts[post.text].add(post.account_id)
    seen, repeated = Counter(), Counter()
    for post in comments:
        words = word_count(post.text)
        length = "short" if words <= 2 else "medium" if words <= 4 else "brief" if words <= 7 else "long"
        seen[length] += 1
        repeated[length] += len(accounts[post.text]) > 1
    for length, rate in COMMON.items():
        error = (rate * (1 - rate) / seen[length]) ** 0.5
        assert abs(repeated[length] / seen[length] - rate) < 4 * error + 0.01, length
    assert seen["long"] > 0.5 * len(comments)
    assert repeated["long"] == 0


def test_activity_has_a_heavy_tail(null_world):
    counts = sorted(Counter(post.account_id for post in null_world).values(), reverse=True)
    tenth = len(counts) // 10
    assert 0.25 < sum(counts[:tenth]) / sum(counts) < 0.6
    assert sum(count <= 3 for count in counts) > len(counts) / 4
    assert counts[0] < 0.02 * len(null_world)


def test_people_sleep():
    """Of the accounts of one zone, few post at 3 in the morning and many in the evening."""
    people, rng = Population(1, 100_000), Random(1)
    zone = ZONES.index(5)
    drawn = {hour: sum(people.draw(rng, hour) % len(ZONES) == zone for _ in range(20_000)) for hour in (22, 14)}
    assert drawn[14] > 5 * drawn[22]


def test_accounts_have_one_id_each_and_even_homes():
    people = Population(1, 100_000)
    assert len({people.id(n) for n in range(people.size)}) == people.size
    languages = Counter(people.home(n)[0] for n in range(people.size))
    assert all(abs(count - people.size / 6) < 5 * (people.size / 6) ** 0.5 for count in languages.values())


def test_weekends_are_quieter(null_world):
    days = Counter(post.created_at[:10] for post in null_world)
    weekdays = {name: sum(days[day] for day in days if date.fromisoformat(day).weekday() == name) for name in (1, 5)}
    assert weekdays[5] < 0.95 * weekdays[1]


def test_texts_are_of_all_languages_and_scripts(null_world):
    scripts = {
        "en": "[a-z]",
        "es": "[áéíóúñ¿]",
        "ar": "[\u0600-\u06ff]",
        "hi": "[\u0900-\u097f]",
        "zh": HAN,
        "ru": "[а-я]",
    }
    assert tuple(scripts) == LANGUAGES
    for script in scripts.values():
        assert sum(bool(re.search(script, post.text)) for post in null_world) > 0.05 * len(null_world)
    assert any("\n" in post.text for post in null_world)
    assert any("👍" in post.text for post in null_world)


def test_answers_and_reposts_have_an_original(null_world):
    ids, texts = set(), set()
    for post in null_world:
        if post.in_reply_to:
            assert post.in_reply_to in ids
        if post.text.startswith("RT @"):
            account, _, text = post.text.removeprefix("RT @").partition(": ")
            assert (account, text) in texts
        ids.add(post.post_id)
        texts.add((post.account_id, post.text))


def test_newsrooms_of_a_feed_post_one_headline_within_seconds():
    planned = plan(4, 20_000)
    feed = planned.feeds[0]
    stories = defaultdict(list)
    for post in made(planned):
        if post.account_id in feed.members:
            stories[post.text].append(post)
    together = [posts for posts in stories.values() if len(posts) == len(feed.members)]
    assert len(together) == planned.days * len(feed.clocks)
    assert all(len({post.created_at[:16] for post in posts}) == 1 for posts in together)


def test_schedulers_post_at_their_second():
    planned = plan(4, 20_000)
    one = planned.schedulers[0]
    clock = f"T{one.clock // 3600:02}:{one.clock // 60 % 60:02}:0"
    days = {
        post.created_at[:10] for post in made(planned) if post.account_id == one.account and clock in post.created_at
    }
    assert len(days) == planned.days


def test_planting_troops_moves_no_viral_event():
    """Troops take their posts from the ordinary ones, and nothing else."""
    with_viral_only = plan(4, 20_000, troops=False, lifelike=False)
    again = plan(4, 20_000, troops=True, lifelike=False)
    assert with_viral_only.viral == again.viral
    assert again.ordinary == with_viral_only.ordinary - sum(p.shares for troop in again.troops for p in troop.pushes)


def test_in_a_world_that_is_not_lifelike_interest_says_nothing():
    """Whoever posts much posts in every language."""
    languages = defaultdict(Counter)
    for post in made(plan(4, 20_000, troops=False, lifelike=False)):
        languages[post.account_id][bool(re.search("[\u0600-\u06ff]", post.text))] += 1
    busy = [counts for counts in languages.values() if counts.total() > 50]
    assert busy
    assert all(0.02 < counts[True] / counts.total() < 0.45 for counts in busy)


def test_bursts_and_cascades_are_in_order_and_exact():
    for shares in (1, 2, 150, 3_000):
        for times in (burst, cascade):
            found = list(times(Random(shares), shares, 5_000, 5))
            assert len(found) == shares
            assert all(one <= later for one, later in pairwise(found))
            assert found[0] >= 0
            assert found[-1] <= 5 * 5_000 + LONGEST


def test_a_cascade_clusters_more_than_a_burst():
    """With as many shares in as long a time, half of the gaps are far shorter."""

    def middle_gap(times):
        return median(later - one for one, later in pairwise(times(Random(7), 500, 200_000, 5)))

    assert middle_gap(cascade) < middle_gap(burst) / 2
