"""What every canvass has in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import canvass
from onrecord.sources.canvass import Line


@given(st.integers(0, 10**9))
def test_a_count_is_read_with_and_without_commas(count):
    assert canvass.whole(str(count)) == canvass.whole(f"{count:,}") == count


@pytest.mark.parametrize("text", ["", " ", "-1", "1.5", "12,34", "1,2345", "NA", "٣"])
def test_what_is_no_count_is_none(text):
    assert canvass.whole(text) is None


@pytest.mark.parametrize("name", ["Public Counter", "ABSENTEE / MILITARY", "Scattered", "WRITE-IN", "Yes", "no"])
def test_counters_and_answers_name_nobody(name):
    assert not Line(1, name, "", 1, "p", "c").is_named


def test_a_candidate_whose_name_holds_a_counters_word_stands_for_election():
    assert Line(1, "Void Federal-Scattered", "", 1, "p", "c").is_named


@pytest.mark.parametrize(
    ("name", "office"),
    [("ed_mayor_2031.csv", "mayor"), ("Public-Advocate.csv", "public advocate"), ("mayoral.csv", None), ("x", None)],
)
def test_the_office_is_told_from_whole_words(name, office):
    assert canvass.office_in(name) == office


def test_a_repeat_is_told_from_a_conflict():
    lines = [Line(n, "A", "X", votes, "p", "c") for n, votes in ((1, 5), (2, 5), (3, 6))]
    kept, refused = canvass.without_repeats(lines)
    assert [line.n for line in kept] == [1]
    assert [r.reason for r in refused] == ["repeats line 1", "gives another figure than line 1"]
