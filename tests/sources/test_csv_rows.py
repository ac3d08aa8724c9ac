"""Rows of a quoted CSV file: each with the line on which it begins, its text as filed, and no surprise at the end."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import FormatError, SourceError
from onrecord.sources import csv_rows
from onrecord.sources.opened import opened

CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def test_a_line_feed_inside_quotes_belongs_to_its_value(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'name,note\r\nOnyx,"two\nlines"\r\nQuill,one\r\n\r\n')
    rows = list(csv_rows.records(path))
    assert [(row.line, row.values) for row in rows] == [(2, ["Onyx", "two\nlines"]), (4, ["Quill", "one"])]
    assert rows[0].raw == 'Onyx,"two\nlines"'


def test_a_record_is_found_again_with_the_fields_it_has_too_many(tmp_path: Path) -> None:
    with opened(written(tmp_path / "a.csv", "name,note\nOnyx,a,b\n")) as file:
        found = csv_rows.find(file, lambda row, fields: fields["name"] == "Onyx")
    assert found is not None
    assert found.fields == (("name", "Onyx"), ("note", "a"), ("(column 3)", "b"))
    assert found.text == "Onyx,a,b"


def test_a_header_that_lacks_columns_is_named(tmp_path: Path) -> None:
    with opened(written(tmp_path / "a.csv", "name,note\nOnyx,a\n")) as file:
        csv_rows.require(file, ["name"])
        with pytest.raises(FormatError, match="the header lacks amount"):
            csv_rows.require(file, ["name", "amount"])


def test_a_quotation_mark_that_never_closes_is_said_with_its_line(tmp_path: Path) -> None:
    limit = csv.field_size_limit(1000)
    try:
        path = written(tmp_path / "a.csv", 'name\nOnyx\n"never closed\n' + "x\n" * 2000)
        with pytest.raises(SourceError, match=r"a\.csv:3: it is no longer CSV"):
            list(csv_rows.records(path))
    finally:
        csv.field_size_limit(limit)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2).filter(any), max_size=8))
def test_what_a_csv_writer_wrote_is_read_back(tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([["a", "b"], *table])
    path = written(tmp_path_factory.mktemp("csv") / "a.csv", text.getvalue())
    assert [row.values for row in csv_rows.records(path)] == table
