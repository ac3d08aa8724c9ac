"""Locators: one form, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.book import locators
from onrecord.errors import LocatorError


@given(st.from_regex(r"[0-9a-f]{6,12}", fullmatch=True), st.text(min_size=1).map(str.strip).filter(bool))
def test_a_locator_is_read_as_it_was_written(source: str, where: str) -> None:
    read = locators.parse(str(locators.Locator(source, where)))
    assert (read.source_id, read.where) == (source, where)


@pytest.mark.parametrize("text", ["", "#", "abc", "abc#", "#line 1"])
def test_anything_else_is_refused_with_the_form_expected(text: str) -> None:
    with pytest.raises(LocatorError, match="SOURCE#WHERE"):
        locators.parse(text)
