"""Figures, dates and slots in plain words."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossier.amounts import amount, dates, interval, number
from onrecord.dossier.slots import slots, value_of
from onrecord.dossier.words import counted, label, quoted
from onrecord.vocabulary import (
    Attribution,
    Claim,
    ClaimType,
    Grade,
    Outcome,
    Period,
    Quantity,
    Reason,
    Status,
)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2_375_000, 2_500_000, "between 2.375 and 2.5 million"),
        (750, 750, "750"),
        (950_000, 1_000_000, "between 950,000 and 1 million"),
        (2_000_000, None, "at least 2 million"),
        (None, 13.5, "at most 13.5"),
        (1_234_567, 1_234_567, "1,234,567"),
        (12_000.000000002, None, "at least 12,000"),
        (-2.5, -1.5, "between -2.5 and -1.5"),
        (1.5e9, 2e9, "between 1.5 and 2 billion"),
        (None, None, "no figure given"),
    ],
)
def test_intervals_in_words(low: float | None, high: float | None, words: str) -> None:
    assert interval(low, high) == words


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_never_rounded(value: int) -> None:
    figure, _, scale = number(value).partition(" ")
    assert round(float(figure.replace(",", "")) * {"": 1, "million": 10**6, "billion": 10**9}[scale]) == value


def test_a_from_to_pair_names_both_ends_and_a_percentage_its_base() -> None:
    assert amount(Quantity("t", 285, 300, "followers", from_low=20, from_high=22)) == (
        "from between 20 and 22 to between 285 and 300 followers"
    )
    assert amount(Quantity("t", 40, 40, "percent", "percent")) == "40 percent"
    assert amount(Quantity("t", 40, 40, "percent", "percentage_points")) == "40 percentage points"
    assert amount(Quantity("t", 40, 40, "percent", "not_stated")) == "40 percent (the story does not say of what)"
    assert amount(Quantity("t", None, None, "USD")) == "no figure given"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-05", "2031-06", "“then” (2031-05 to 2031-06)"),
        ("2031", "2031", "“then” (2031)"),
        ("2031", None, "“then” (since 2031)"),
        (None, "2031", "“then” (until 2031)"),
        (None, None, "“then”"),
    ],
)
def test_dates_in_words(start: str | None, end: str | None, words: str) -> None:
    assert dates(Period("then", start, end)) == words


def test_slots_come_in_reading_order_with_loaded_terms_last() -> None:
    claim = Claim(
        "c1", 0, 1, "x", "payment", subject="A", relation="paid", object="B", quantity=Quantity("$5", 5, 5, "USD"),
        attribution=(Attribution("C", "says", "person"), Attribution(None, "reports", "outlet")),
        hedged=True, loaded_terms=("shady",),
    )  # fmt: skip
    rows = {slot.key: slot.value for slot in slots(claim)}
    assert list(rows) == ["subject", "relation", "object", "quantity", "attribution", "hedged", "loaded_terms"]
    assert rows["attribution"] == "C (“says”), as told by a news outlet (“reports”)"
    assert rows["loaded_terms"] == "“shady”"
    assert (value_of(claim, "type"), value_of(claim, "unit"), value_of(claim, "unheard_of")) == ("Payment", "USD", "")


def test_every_word_of_the_vocabulary_has_a_label() -> None:
    tables = {"status": Status, "grade": Grade, "type": ClaimType, "reason": Reason, "outcome": Outcome}
    for table, words in tables.items():
        for word in get_args(words):
            assert label(word, table) != word.replace("_", " "), (table, word)


def test_small_words() -> None:
    assert counted(1, "story", "stories") == "1 story"
    assert counted(1204, "claim") == "1,204 claims"
    assert quoted("so\n she  said") == "“so she said”"
    assert quoted("“so”") == "“so”"
    assert label("chair_emerita_of", "relation") == "chair emerita of"
