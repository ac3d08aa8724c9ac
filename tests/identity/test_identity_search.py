"""Searching the book by name. All people and organizations are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mentions_made import organization, party, person

from onrecord.book.book import Book
from onrecord.identity.search import search

Resolved = Callable[..., Book]


@pytest.fixture
def book(resolved: Resolved) -> Book:
    """Three public names that share words, and two donors who share one of them."""
    book = resolved(
        [
            organization("a", "Rivers Rising Up and Moving", "committee", fec_id="C00999001"),
            person("b", "RIVERS, JANA", "candidate"),
        ],
        [
            party("c", "Rivers Rising Up and Moving"),
            organization("d", "RRUM Beats"),
            organization("e", "Kites of Rivers"),
        ],
        [person("f", "RIVERS, TARIQ", postcode="10001"), person("g", "RIVERS, TARIQ", postcode="10002")],
    )
    first, second = 1 << 38, 2 << 38
    for link in (
        f"(1, 'x', 'SUB_ID=1', 'payment', {first}, {second + 16})",
        f"(2, 'y', 'SUB_ID=1', 'payment', {first}, {second + 16})",
        f"(3, 'x', 'line 1', 'payment', {second + 32}, {first})",
    ):
        columns = "link_id, source_id, locator, kind, subject_mention, object_mention"
        book.con.raw_sql(f"INSERT INTO link ({columns}) VALUES {link}")
    book.con.raw_sql(f"INSERT INTO measure (measure_id, subject_mention) VALUES (1, {first})")
    book.con.raw_sql(f"INSERT INTO fact_party VALUES ('x', 'fact-1', 'subject', {second})")
    return book


def test_a_hit_says_what_is_on_record(book: Book) -> None:
    hit = search(book, "Rivers Rising Up & Moving")[0]
    assert (hit.name, hit.how) == ("Rivers Rising Up and Moving", "name")
    # One record in two copies of a register is one link; a record without a key is its own.
    assert (hit.mentions, hit.links, hit.measures, hit.facts, len(hit.sources)) == (2, 2, 1, 1, 2)
    assert "2 mentions, 2 links, 1 measure, 1 fact" in str(hit)


def test_names_that_contain_the_words_are_found(book: Book) -> None:
    found = [hit.name for hit in search(book, "rivers") if hit.entity_id]
    assert set(found) == {"Rivers Rising Up and Moving", "RIVERS, JANA", "Kites of Rivers"}


def test_an_acronym_is_found_beside_a_name_that_contains_it(book: Book) -> None:
    assert {hit.name for hit in search(book, "RRUM")} == {"Rivers Rising Up and Moving", "RRUM Beats"}


def test_private_people_are_counted_and_never_named(book: Book) -> None:
    last = search(book, "Rivers")[-1]
    assert (last.entity_id, last.mentions, last.how) == (None, 2, "counted")
    assert str(last) == "2 private individuals match; use show on a receipt"
    assert not any("TARIQ" in str(hit) for hit in search(book, "Tariq Rivers"))


def test_nothing_is_found_for_nothing(book: Book) -> None:
    assert search(book, "") == search(book, "';--") == search(book, "Zanzibaro") == []


def test_no_more_than_the_limit(book: Book) -> None:
    assert len([hit for hit in search(book, "rivers", limit=1) if hit.entity_id]) == 1
