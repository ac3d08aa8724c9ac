"""Stretches of time in words, and that the reader reads the same dates out of them."""

from __future__ import annotations

import random

import pytest

from onrecord.stories.periods import find_periods
from onrecord.synth.stories.periods import coarser, told, window, within

STRETCHES = [
    ("2024", "2024"), ("2024-01-01", "2024-12-31"), ("2021", "2023"), ("2024-03", "2024-03"),
    ("2024-02-01", "2024-02-29"), ("2024-11-05", "2024-11-05"), ("2023-06-01", "2024-07-15"), ("2022-05-01", None),
    ("2019", "2024"),
]  # fmt: skip


@pytest.mark.parametrize("stretch", STRETCHES)
@pytest.mark.parametrize("style", ["wire", "newsletter"])
@pytest.mark.parametrize("wording", [told, within, coarser])
def test_the_reader_reads_the_dates_of_the_truth(stretch, style, wording) -> None:  # type: ignore[no-untyped-def]
    for seed in range(12):
        worded = wording(*stretch, style, random.Random(seed))
        found = find_periods(f"Lee paid Acme $5 {worded.text}.")
        assert [(p.period.date_from, p.period.date_to) for p in found] == [(worded.date_from, worded.date_to)], worded


@pytest.mark.parametrize("stretch", STRETCHES)
def test_words_for_a_stretch_mean_that_stretch(stretch: tuple[str, str | None]) -> None:
    worded = told(*stretch, "wire", random.Random(1))
    assert worded is not None
    assert window(worded.date_from, worded.date_to) == window(*stretch)


def test_nothing_is_said_of_no_time() -> None:
    assert told(None, None, "wire", random.Random(1)) is None


def test_a_year_within_lies_within() -> None:
    for seed in range(20):
        worded = within("2019", "2024", "wire", random.Random(seed))
        assert worded is not None
        assert "2019" < (worded.date_from or "") < "2024"
