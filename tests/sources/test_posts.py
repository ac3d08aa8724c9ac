"""Posts: every row a post or set aside; links and hashtags become shares; accounts become nobody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import posts
from onrecord.sources.posts import Posts

FIXTURE = "posts/posts.csv"


def test_rows_become_posts_with_times_in_utc(ingest, fixtures):
    book, reading = ingest(Posts(), fixtures / FIXTURE)
    rows = book.rows(
        "SELECT post_id, account_id, created_at, platform, in_reply_to, locator FROM post ORDER BY post_id"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("p1", "a1", "2031-06-24T08:00:00", "Wharf", None, "post_id=p1"),
        ("p2", "a2", "2031-06-24T09:30:00", "Wharf", "p1", "post_id=p2"),
        ("p3", "a1", "2031-06-25", "Wharf", None, "post_id=p3"),
    ]
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2031-06-24", "2031-06-25")
    assert not reading.coverage.complete
    assert reading.notes == ("columns not used: likes",)


def test_an_account_is_no_mention(ingest, fixtures):
    book, _ = ingest(Posts(), fixtures / FIXTURE)
    assert book.rows("SELECT * FROM mention") == []


def test_links_and_hashtags_become_shares(ingest, fixtures):
    book, _ = ingest(Posts(), fixtures / FIXTURE)
    rows = book.rows("SELECT post_id, object_kind, object_id FROM share ORDER BY ALL")
    assert [tuple(row.values()) for row in rows] == [
        ("p1", "hashtag", "portalder"),
        ("p1", "url", "https://tide.example/Poll?x=1"),
        ("p2", "hashtag", "portalder"),
        ("p2", "url", "https://tide.example/a_(b)"),
    ]


def test_unreadable_rows_are_set_aside(ingest, fixtures):
    book, reading = ingest(Posts(), fixtures / FIXTURE)
    rows = book.rows("SELECT locator, reason FROM quarantine ORDER BY reason")
    assert [tuple(row.values()) for row in rows] == [
        ("post_id=p4", "created_at is not an ISO 8601 time: 'yesterday'"),
        ("post_id=p5", "no account_id"),
        ("line 8", "no post_id"),
        ("line 6", "post_id repeats line 2"),
        ("post_id=p6", "the row ends before its text"),
    ]
    assert reading.rows_read == 8


def test_the_receipt_is_the_row(fixtures, record):
    shown = record(Posts(), fixtures / FIXTURE, "post_id=p2")
    assert dict(shown.fields)["text"].endswith("second line")
    assert shown.text.startswith('p2,a2,2031-06-24 09:30:00,"(see')
    assert record(Posts(), fixtures / FIXTURE, "post_id=p99") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see http://A.example/B.", ["http://a.example/B"]),
        ("(http://a.example)", ["http://a.example"]),
        ("http://[bad and https://", []),
        ("http://a.example#x http://a.example#y", ["http://a.example"]),
        ("no address", []),
    ],
)
def test_addresses(text, found):
    assert posts.urls(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#One, #one #TWO2", ["one", "two2"]),
        ("C#4 a#b &#39; #2031", []),
        ("http://a.example/#frag", []),
        ("#Wähl #投票", ["wähl", "投票"]),
    ],
)
def test_hashtags(text, found):
    assert posts.hashtags(text) == found


@given(st.text())
def test_what_is_found_stands_in_the_text(text):
    assert all(tag in text.casefold() for tag in posts.hashtags(text))
    assert all(url.lower().startswith("http") for url in posts.urls(text))


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_is_the_same_in_every_zone(moment):
    as_read = posts.instant(moment.isoformat())
    assert as_read is not None
    assert datetime.fromisoformat(as_read).replace(tzinfo=UTC) == moment


@pytest.mark.parametrize("text", ["", "yesterday", "24/06/2031", "2031-13-01", "1687600000x"])
def test_what_is_no_time_is_none(text):
    assert posts.instant(text) is None


@pytest.mark.realdata
def test_real_comments_are_read_by_their_own_names(ingest, shared):
    book, reading = ingest(Posts(), shared / "posts/video_comments.csv")
    assert reading.rows_read == 700 == book.rows("SELECT count(*) AS n FROM post")[0]["n"]
    assert reading.notes[0] == "comment_id is read as post_id"
