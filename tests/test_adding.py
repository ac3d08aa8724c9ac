"""Many documents at once: the same rows as one after the other, and a faulty one takes no other with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.adding import Failed, Stated
from onrecord.case import Case
from onrecord.vocabulary import TABLES, IngestSummary

RETURN = (Path(__file__).parent / "fixtures/irs_990/return_990.xml").read_text(encoding="utf-8")


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Twenty returns of twenty years' amounts, one of them twice, one of them no return."""
    folder = tmp_path / "returns"
    folder.mkdir()
    for n in range(20):
        (folder / f"{n:02}.xml").write_text(
            RETURN.replace("<Return ", f"<!-- copy {n} --><Return ", 1), encoding="utf-8"
        )
    (folder / "again.xml").write_bytes((folder / "03.xml").read_bytes())
    (folder / "broken.xml").write_text(RETURN[:500], encoding="utf-8")
    return sorted(folder.iterdir())


def rows(case: Case, table: str) -> list[str]:
    """The rows of a table, without the numbers that depend on which files failed before."""
    drop = [
        name
        for name in TABLES[table]
        if name == "source_no" or (name.endswith(("_id", "mention")) and name != "source_id")
    ]
    return sorted(
        repr([v for k, v in row.items() if k not in drop]) for row in case.book.rows(f"SELECT * FROM {table}")
    )


def test_documents_spread_give_the_same_rows_as_one_by_one(documents: list[Path], tmp_path: Path) -> None:
    one, many = Case.create(tmp_path / "one"), Case.create(tmp_path / "many")
    for path in documents:
        if path.name != "broken.xml":
            one.add_unresolved(path, None, Stated(complete=True))
    told: list[int] = []
    read = many.add_documents(documents, None, Stated(complete=True), told.append)
    assert sum(told) == len(documents) - 1
    assert {table: rows(many, table) for table in TABLES} == {table: rows(one, table) for table in TABLES}
    assert [type(row) for row in read if "broken" in row.path] == [Failed]
    good = [row for row in read if isinstance(row, IngestSummary)]
    assert len(good) == 20
    assert all(row.coverage.complete and row.mentions for row in good)
    assert many.resolve() == one.resolve()
    assert all(row.already_there for row in many.add_documents(documents[:3]) if isinstance(row, IngestSummary))
    one.close()
    many.close()
