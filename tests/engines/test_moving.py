"""A case moved: from one engine to the other and back, the same rows; a damaged copy is refused and leaves nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from engine_files import SETTINGS, record_files

from onrecord.case import Case
from onrecord.errors import SourceError
from onrecord.vocabulary import TABLES


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, Path]:
    """A small case on DuckDB, and its export."""
    folder = tmp_path_factory.mktemp("moving")
    case = Case.create(folder / "case", "Alder, 2031")
    for path in record_files():
        if path.name in ("casebook.csv", "posts.csv", "ccl.txt", "oppexp.txt"):
            case.add_unresolved(path)
    case.resolve()
    moved = case.export(str(folder / "export"))
    assert moved.files == sum(1 for rows in moved.rows.values() if rows)
    return case, folder / "export"


def rows(case: Case) -> dict[str, list[str]]:
    return {table: sorted(map(repr, case.book.rows(f"SELECT * FROM {table}"))) for table in TABLES}


def test_a_case_comes_back_whole(exported: tuple[Case, Path], tmp_path: Path) -> None:
    case, export = exported
    again = Case.create_from(tmp_path / "again", str(export))
    assert rows(again) == rows(case)
    assert again.title == "Alder, 2031"
    again.close()


def test_a_case_moves_to_spark_and_back(exported: tuple[Case, Path], tmp_path: Path, spark_at) -> None:
    case, export = exported
    spark = Case.create_from(tmp_path / "spark", str(export), book="pyspark://book")
    spark.config |= {"engine": SETTINGS}
    assert rows(spark) == rows(case)
    moved = spark.export((tmp_path / "back").as_uri())
    assert moved.rows == json.loads((export / "manifest.json").read_text())["rows"]
    spark.close()
    back = Case.create_from(tmp_path / "case", str(tmp_path / "back"), "Alder again")
    assert rows(back) == rows(case)
    assert back.title == "Alder again"
    back.close()


def test_an_address_is_read_by_the_engine(exported: tuple[Case, Path], tmp_path: Path) -> None:
    case, export = exported
    again = Case.create_from(tmp_path / "again", export.as_uri())
    assert rows(again) == rows(case)
    again.close()


def test_receipts_are_found_again_once_the_file_is_where_the_case_is(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_bytes(next(path for path in record_files() if path.name == "casebook.csv").read_bytes())
    case = Case.create(tmp_path / "case")
    summary = case.add(old)
    where = case.book.rows("SELECT min(locator) AS locator FROM fact")[0]["locator"]
    old.rename(new)
    with pytest.raises(SourceError):
        case.show(f"{summary.source_id}#{where}")
    assert case.add(new).already_there
    assert case.show(f"{summary.source_id}#{where}").raw
    case.close()


def damage(export: Path, how: str) -> None:
    part = next((export / "mention").iterdir())
    match how:
        case "a file is missing":
            part.unlink()
        case "a file is cut short":
            part.write_bytes(part.read_bytes()[:-9])
        case "no manifest":
            (export / "manifest.json").unlink()
        case "a manifest of another kind":
            (export / "manifest.json").write_text("[1]")
        case "another version":
            manifest = json.loads((export / "manifest.json").read_text())
            (export / "manifest.json").write_text(json.dumps(manifest | {"onrecord": 99}))
        case "a row too few":
            manifest = json.loads((export / "manifest.json").read_text())
            manifest["rows"]["mention"] += 1
            (export / "manifest.json").write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    "how",
    ["a file is missing", "a file is cut short", "no manifest", "a manifest of another kind", "another version",
     "a row too few"],
)  # fmt: skip
def test_a_damaged_copy_is_refused_and_leaves_nothing(exported: tuple[Case, Path], tmp_path: Path, how: str) -> None:
    import shutil

    shutil.copytree(exported[1], tmp_path / "copy")
    damage(tmp_path / "copy", how)
    with pytest.raises(SourceError) as refused:
        Case.create_from(tmp_path / "new", str(tmp_path / "copy"))
    assert str(tmp_path / "copy") in str(refused.value)
    assert not (tmp_path / "new").exists()


def test_nothing_is_written_over(exported: tuple[Case, Path]) -> None:
    with pytest.raises(SourceError, match="already"):
        exported[0].export(str(exported[1]))
