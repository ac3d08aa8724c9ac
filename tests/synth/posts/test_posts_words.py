"""The word lists: complete, distinct where texts must differ, and hashtags that a reader takes whole."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.sources.posts import hashtags, urls
from onrecord.synth.posts.acts import outlet
from onrecord.synth.posts.language import LANGUAGES, LENGTHS, TOPICS, Form, Voice, words
from onrecord.synth.posts.objects import Objects


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_are_complete_and_distinct(language):
    lists = words(language)
    assert set(lists["patterns"]) == set(LENGTHS)
    assert tuple(lists["topics"]) == TOPICS
    for name in ("places", "openers", "closers", "whens", "reactions"):
        assert len(set(lists[name])) == 12
    assert all("{n}" in when for when in lists["whens"])
    for one, other in combinations(lists["topics"].values(), 2):
        assert not set(one["nouns"]) & set(other["nouns"]), "a text tells its topic, so that topics never coincide"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hashtags_are_read_whole(language):
    lists = words(language)
    for tag in (*lists["places"], *(tag for topic in lists["topics"].values() for tag in topic["tags"])):
        assert hashtags(f"x #{tag}1000") == [f"{tag}1000".casefold()]


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_a_form_gives_every_text_once_and_then_goes_on(seed):
    form = Form("{place} {noun2}", {"place": ("a", "b", "c"), "noun": ("x", "y", "z", "w")}, Random(seed))
    texts = [form.next() for _ in range(3 * form.count)]
    assert form.count == 12
    assert len(set(texts)) == len(texts)
    assert sorted(texts[:12]) == sorted(f"{place} {noun}" for place in "abc" for noun in "xyzw")


def test_no_statement_occurs_twice():
    voice = Voice(1)
    texts = [voice.statement(n % 6, n % 5) for n in range(30_000)]
    assert len(set(texts)) == len(texts)


@given(st.integers(0, 10**6), st.integers(0, 5), st.integers(0, 4))
@settings(max_examples=30, deadline=None)
def test_edits_are_small(edits, language, topic):
    voice, rng = Voice(1), Random(edits)
    text = voice.statement(language, topic)
    assert voice.edited(rng, text, 0) == text
    assert abs(len(voice.edited(rng, text, 2)) - len(text)) < 20


def test_objects_are_read_as_they_are_written():
    things, rng = Objects(1, Voice(1), 10_000, 10**6), Random(1)
    for n in range(300):
        address = things.article(rng, 1_000 * n, n % 6, n % 5)
        assert urls(f"x {address}") == [address]
        assert address.startswith(f"https://{outlet(address)}.example/")


def test_planted_objects_are_nobody_elses():
    things, rng = Objects(1, Voice(1), 10_000, 10**6), Random(1)
    ordinary = {things.article(rng, n * 100, 0, 0) for n in range(5_000)} | {
        things.video(rng, n, 0, 0) for n in range(99)
    }
    ordinary |= {things.event_tag(day * 86_400, 0, 0) for day in range(365)}
    planted = [things.planted_address(n, 0, 0) for n in range(5_000)] + [
        things.planted_tag(n, 0, 0) for n in range(5_000)
    ]
    assert len(set(planted)) == len(planted)
    assert not ordinary & set(planted)
