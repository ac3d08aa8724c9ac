"""Every set-wise operation gives the same rows on both engines.

An operation that is added to the program is added to this list; one that cannot run on Spark stands in ``LEFT_OUT``
with its reason.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from onrecord.book.book import CURRENT_LINKS
from onrecord.case import Case
from onrecord.checks.records import Records
from onrecord.identity.gazetteer import gazetteer
from onrecord.identity.lookup import Lookup
from onrecord.sources.format import FORMATS, formats
from onrecord.vocabulary import TABLES

LEFT_OUT: dict[str, str] = {}
"""Formats and operations that Spark cannot do: name and reason."""

Rows = Counter[str]


def rows(case: Case, sql: str) -> Rows:
    """The rows of a query in no order, every value as text that shows its type."""
    return Counter(repr(row) for row in case.book.rows(sql))


@pytest.mark.parametrize("table", TABLES)
def test_the_same_files_give_the_same_tables(cases: tuple[Case, Case], table: str) -> None:
    duckdb, spark = (rows(case, f"SELECT * FROM {table}") for case in cases)
    assert duckdb, f"no fixture fills {table}"
    assert spark == duckdb


def test_every_format_is_among_the_files(cases: tuple[Case, Case]) -> None:
    added = {source.format for source in cases[1].book.sources()}
    assert added | set(LEFT_OUT) == {known.name for known in formats()}
    assert len(FORMATS) == len(formats())


QUERIES: dict[str, Callable[[Case], Any]] = {
    "every link once": lambda case: sorted(row["link_id"] for row in case.book.rows(CURRENT_LINKS)),
    "names for stories": lambda case: gazetteer(case.book),
    "nearest names": lambda case: Lookup(case.book).find("Ansel Quay Tenants"),
    "private names": lambda case: Lookup(case.book).find("Lindqvist, Kofi", include_private=True),
    "search": lambda case: case.search("ansel"),
    "search, nobody": lambda case: case.search("zzyzx"),
    "links": lambda case: Records(case.book).links(("contribution", "payment", "grant", "refund")),
    "repeated posts": lambda case: Records(case.book).repeated_posts(),
}


@pytest.mark.parametrize("name", QUERIES)
def test_the_same_questions_have_the_same_answers(cases: tuple[Case, Case], name: str) -> None:
    duckdb, spark = (QUERIES[name](case) for case in cases)
    assert spark == duckdb


STORY = """Kofi Lindqvist won 61,240 first-choice votes in the Harbor Party primary for mayor.

Ines Tarrow received 88,312 votes in the general election for mayor.

The Lindqvist campaign paid Quayside Print Works $4,000 in 2025.
"""


def test_the_same_story_gets_the_same_verdicts(cases: tuple[Case, Case], tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    duckdb, spark = (case.check([path]) for case in cases)
    assert [asdict(story) for story in spark.stories] == [asdict(story) for story in duckdb.stories]
    assert len(duckdb.verdicts[str(path)]) >= 3
    for claim, verdict in duckdb.verdicts[str(path)].items():
        assert json.dumps(asdict(spark.verdicts[str(path)][claim])) == json.dumps(asdict(verdict))


def test_the_same_receipts_are_shown(cases: tuple[Case, Case]) -> None:
    duckdb, spark = cases
    for row in duckdb.book.rows("SELECT source_id, min(locator) AS locator FROM fact GROUP BY source_id"):
        text = f"{row['source_id']}#{row['locator']}"
        assert spark.show(text) == duckdb.show(text)
