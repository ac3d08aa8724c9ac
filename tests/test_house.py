"""The house keeps its promises: each format has test and page, each table is described, nothing local is named."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from onrecord.errors import OnRecordError
from onrecord.sources.format import FORMATS, formats
from onrecord.vocabulary import TABLES

ROOT = Path(__file__).parents[1]
PAGES = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/formats").glob("*.md"))


@pytest.mark.parametrize("module", sorted({entry.partition(":")[0] for entry in FORMATS}))
def test_every_format_has_a_test_of_its_name(module: str) -> None:
    assert (ROOT / f"tests/sources/test_{module}.py").is_file()


@pytest.mark.parametrize("name", [f.name for f in formats()])
def test_every_format_has_its_page(name: str) -> None:
    assert f"`{name}`" in PAGES


def test_format_names_are_unique() -> None:
    names = [f.name for f in formats()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_column_is_described(table: str) -> None:
    rows = (ROOT / "docs/schema.md").read_text(encoding="utf-8").splitlines()
    row = next(line for line in rows if line.startswith(f"| `{table}` |"))
    assert not [column for column in TABLES[table] if not re.search(rf"\b{column}\b", row)]


def tracked() -> list[Path]:
    """The files of the repository; of the folder where there is no git."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def test_no_machine_path_stands_in_the_tree() -> None:
    local = re.compile(r"(?<![\w.])/(?:tmp|work|root|home)/[\w.]")
    named = [
        path
        for path in tracked()
        if path.suffix in (".py", ".md", ".toml", ".html", ".jinja", ".js", ".css", "")
        and local.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert named == []


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = OnRecordError("the header lacks votes", path="a.csv", line=1, advice="add the official export")
    assert str(error) == "a.csv:1: the header lacks votes (add the official export)"
    assert str(OnRecordError("no case here")) == "no case here"
