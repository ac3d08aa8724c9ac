from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.periods import days_of, find_periods, parse_date


@pytest.mark.parametrize(
    ("text", "words", "date_from", "date_to", "kind"),
    [
        ("posted in 2022 that", "in 2022", "2022", "2022", "at"),
        ("given since 2016", "since 2016", "2016", None, "since"),
        ("closed by 2021", "by 2021", None, "2021", "until"),
        ("rose compared to 2021", "compared to 2021", "2021", "2021", "comparison"),
        ("13% over 2021", "over 2021", "2021", "2021", "comparison"),
        ("on November 4, 2025, they", "on November 4, 2025", "2025-11-04", "2025-11-04", "at"),
        ("In September 2024 leaders", "In September 2024", "2024-09", "2024-09", "at"),
        ("14 June 2025", "14 June 2025", "2025-06-14", "2025-06-14", "at"),
        ("filed 2025-06-24", "2025-06-24", "2025-06-24", "2025-06-24", "at"),
        ("ran from June 2020 through June 2021", "from June 2020 through June 2021", "2020-06", "2021-06", "span"),
        ("between June 1 and July 1, 2025", "between June 1 and July 1, 2025", "2025-06-01", "2025-07-01", "span"),
        ("between June 1 and July 1", "between June 1 and July 1", None, None, "span"),
        ("owned from 2015 to 2021", "from 2015 to 2021", "2015", "2021", "span"),
        ("spent in 2022-23", "in 2022-23", "2022", "2023", "span"),
        ("during the 2025 primary", "during the 2025 primary", "2025", "2025", "event"),
        ("during the primary", "during the primary", None, None, "event"),
        ("before the 2025 primary", "before the 2025 primary", None, None, "event"),
        ("on June 12 to run", "on June 12", None, None, "at"),
        ("revenue for fiscal 2020", "for fiscal 2020", None, None, "fiscal"),
        ("a rally last year", "last year", None, None, "relative"),
        ("in recent years", "in recent years", None, None, "relative"),
        ("a walk this June", "this June", None, None, "relative"),
        ("in just one month", "in just one month", None, None, "duration"),
        ("raised in five years", "in five years", None, None, "duration"),
        ("seen 12 hours ago", "12 hours ago", None, None, "duration"),
        ("on February 30, 2024", "on February 30, 2024", None, None, "at"),
    ],
)
def test_find_periods(text: str, words: str, date_from: str | None, date_to: str | None, kind: str) -> None:
    (found,) = find_periods(text)
    assert (found.period.text, found.period.date_from, found.period.date_to) == (words, date_from, date_to)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "date_from", "date_to"),
    [
        ("on June 12", "2025-06-12", "2025-06-12"),
        ("between June 1 and July 1", "2025-06-01", "2025-07-01"),
        ("last year", "2024", "2024"),
        ("this June", "2025-06", "2025-06"),
        ("since May", "2025-05", None),
        ("on November 4, 2021", "2021-11-04", "2021-11-04"),
        ("in recent years", None, None),
        ("last June", None, None),
    ],
)
def test_the_year_of_the_story_dates_what_has_no_year(text: str, date_from: str | None, date_to: str | None) -> None:
    (found,) = find_periods(text, anchor_year=2025)
    assert (found.period.date_from, found.period.date_to) == (date_from, date_to)


@pytest.mark.parametrize(
    "text",
    [
        "they may sue",
        "a march on city hall",
        "$2020",
        "2,021 voters",
        "2000 percent",
        "over 750 comments",
        "Form 990",
        "in the second quarter",
        "after the Board of Elections met",
    ],
)
def test_no_period(text: str) -> None:
    assert find_periods(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("in just one month", (28, 31)),
        ("30 days", (30, 30)),
        ("over two weeks", (14, 14)),
        ("in five years", (1825, 1830)),
        ("a year", (365, 366)),
        ("in recent years", None),
        ("since 2016", None),
    ],
)
def test_days_of(text: str, days: tuple[int, int] | None) -> None:
    assert days_of(text) == days


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_written_date_comes_back(day: date) -> None:
    assert parse_date(f"{day:%B} {day.day}, {day.year}") == day.isoformat()
    assert parse_date(f"{day.day} {day:%B} {day.year}") == day.isoformat()
    assert parse_date(day.isoformat()) == day.isoformat()
    assert parse_date(f"{day:%B} {day.day}", anchor_year=day.year) == day.isoformat()


_words = st.sampled_from(
    [
        "in",
        "2022",
        "since",
        "June",
        "1",
        "and",
        "between",
        "to",
        "-",
        "last",
        "year",
        "the",
        "primary",
        "\n\n",
        "5",
        "months",
    ]
)


@given(st.lists(_words, max_size=20))
def test_periods_are_in_order_and_slice_back(words: list[str]) -> None:
    text, end = " ".join(words), 0
    for found in find_periods(text, 2025):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.period.text
        end = found.end
