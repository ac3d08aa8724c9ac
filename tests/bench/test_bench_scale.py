"""Constants are slopes between measured sizes, and the plan multiplies them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from bench.__main__ import ON_REQUEST, QUESTIONS
from bench.row import Row

from bench import scale

ROOT = Path(__file__).parents[2]


def curve(*points: tuple[int, float]) -> list[Row]:
    return [
        Row(
            "rows into the book", size, "rows", seconds=took, cpu=2 * took, input_mb=size * 160 / 1e6,
            disk_mb=size * 100 / 1e6, memory_mb=500 + size * 50 / 1e6, steps={"write": took - 0.5, "open": 0.5},
        )
        for size, took in points
    ]  # fmt: skip


def test_a_constant_is_what_one_more_row_costs() -> None:
    [found] = scale.constants(curve((1_000_000, 7.0), (10_000_000, 61.0), (10_000, 0.6)))
    assert (found.unit, found.wall, found.cpu) == ("rows", pytest.approx(6.0), pytest.approx(12.0))
    assert (found.input_bytes, found.disk_bytes, found.memory_bytes) == (
        pytest.approx(160), pytest.approx(100), pytest.approx(50),
    )  # fmt: skip
    assert found.steps == {"write": pytest.approx(6.0)}
    assert found.growth == pytest.approx(0.94, abs=0.005)


def test_one_size_makes_no_constant_and_skipped_rows_none() -> None:
    assert scale.constants([*curve((1_000, 1.0)), Row("q", 1, "rows", skipped="why")]) == []


def test_the_tables_hold_curve_constants_and_plan() -> None:
    tables = scale.markdown(curve((1_000_000, 7.0), (10_000_000, 61.0)), {**dict.fromkeys("abc", 1), **ON}).split(
        "\n\n"
    )
    assert len(tables) == 6
    # 12 processor microseconds a row are 3.3 core-hours for a thousand million rows; 160 bytes are 160 GB.
    assert "| rows into the book | 3.3 | 1.7 | 160 | 100 | 50 |" in tables[5]


def test_a_page_is_renewed_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    page = tmp_path / "scale.md"
    page.write_text(f"Before.\n{scale.BEGIN}\nold\n{scale.END}\nAfter.\n", encoding="utf-8")
    for _ in range(2):
        scale.renew(page, curve((1_000_000, 7.0), (10_000_000, 61.0)), ON)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith(f"{scale.END}\nAfter.\n")
    assert "old" not in text
    assert text.count("| question |") == 1
    page.write_text("No marks.", encoding="utf-8")
    with pytest.raises(ValueError, match="no place for the tables"):
        scale.renew(page, [], ON)


ON = {"cores": 2, "memory_gb": 24, "python": "3.12", "duckdb": "1.5"}


@pytest.mark.parametrize("name", [*QUESTIONS, *ON_REQUEST])
def test_every_question_has_a_module_that_says_what_it_asks(name: str) -> None:
    text = (ROOT / f"bench/{name}.py").read_text(encoding="utf-8")
    assert "def run(sizes: Sequence[int]) -> list[Row]:" in text
    assert "?" in (ast.get_docstring(ast.parse(text)) or "")


def test_the_benches_import_without_an_engine_or_a_model() -> None:
    modules = ", ".join(f"bench.{path.stem}" for path in sorted((ROOT / "bench").glob("[!_]*.py")))
    heavy = "{'pyspark', 'duckdb', 'spacy', 'pyarrow', 'ibis'}"
    code = f"import sys, {modules}; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
