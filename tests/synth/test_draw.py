"""Streams of chance: named, even where they should be, and within their bounds."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.synth.draw import amount, day_in, deck, later, scaled, stream


@given(st.integers(), st.text(max_size=20), st.integers(0, 10))
def test_a_stream_is_its_name(seed: int, purpose: str, n: int) -> None:
    assert [stream(seed, purpose, n).random() for _ in range(2)] == [stream(seed, purpose, n).random()] * 2


def test_streams_of_other_names_differ() -> None:
    firsts = {stream(seed, purpose, n).random() for seed in (1, 2) for purpose in ("a", "b") for n in (0, 1)}
    assert len(firsts) == 8


@given(st.integers(1, 40), st.integers(0, 200), st.integers(0, 99))
def test_a_deck_deals_evenly(items: int, dealt: int, seed: int) -> None:
    counts = Counter(islice(deck(stream(seed, "deck"), range(items)), dealt))
    most, least = max(counts.values(), default=0), min((counts[i] for i in range(items)), default=0)
    assert most - least <= 1


def test_an_empty_deck_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        next(deck(stream(1, "deck"), []))


@given(st.integers(1, 1_000), st.integers(1, 1_000_000), st.integers(0, 99), st.floats(0, 1))
def test_an_amount_stays_in_its_range(low: int, more: int, seed: int, rounded: float) -> None:
    assert low <= amount(stream(seed, "amount"), low, low + more, rounded) <= low + more


@given(st.dates(), st.dates(), st.integers(0, 99))
def test_a_day_stays_in_its_stretch(a: object, b: object, seed: int) -> None:
    first, last = sorted((str(a), str(b)))
    assert first <= day_in(stream(seed, "day"), first, last) <= last


def test_nothing_happens_after_the_last_day() -> None:
    assert later("2025-12-20", 5) == "2025-12-25"
    assert later("2025-12-20", 50) == "2025-12-31"


@given(st.integers(1, 10**9))
def test_numbers_of_principals_are_bounded(mentions: int) -> None:
    assert 9 <= scaled(24, 0.468, mentions, 9, 1_000) <= 1_000
    assert scaled(24, 0.468, mentions, 9, 1_000) <= scaled(24, 0.468, mentions * 2, 9, 1_000)
