"""Both engines, with the same files in them. Spark's tests are skipped, aloud, where Spark or Java is missing."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from engine_files import SETTINGS, record_files

from onrecord.book.duckdb_engine import DuckDB
from onrecord.book.engine import Engine
from onrecord.case import Case
from onrecord.errors import SourceError


@pytest.fixture(scope="session")
def spark_at() -> Iterator[Callable[[Path], Engine]]:
    """``spark_at(folder)`` opens a Spark book there."""
    missing = [what for what, there in (("pyspark", find_spec("pyspark")), ("java", shutil.which("java"))) if not there]
    if missing:
        warnings.warn(f"Spark is not tested: no {' and no '.join(missing)}", UserWarning, stacklevel=2)
        pytest.skip(f"no {' and no '.join(missing)}")
    from onrecord.book.spark_engine import Spark

    yield lambda folder: Spark(str(folder), settings=SETTINGS)
    from pyspark.sql import SparkSession

    if (active := SparkSession.getActiveSession()) is not None:
        active.stop()


@pytest.fixture
def engines(tmp_path: Path, spark_at: Callable[[Path], Engine]) -> Iterator[tuple[Engine, Engine]]:
    """A new book on each engine."""
    both = (DuckDB(tmp_path / "book.duckdb"), spark_at(tmp_path / "book"))
    yield both
    for engine in both:
        engine.close()


def filled(book: str, folder: Path) -> Case:
    """A case with every record that can be added, on the engine that ``book`` names, and who is who worked out."""
    case = Case.create(folder, book=book)
    case.config |= {"engine": SETTINGS} if book.startswith("pyspark") else {}
    for path in record_files():
        try:
            case.add_unresolved(path)
        except SourceError:
            continue  # a fixture without one readable row: refused by both engines alike
    case.resolve()
    return case


@pytest.fixture(scope="session")
def cases(tmp_path_factory: pytest.TempPathFactory, spark_at: Callable[[Path], Engine]) -> Iterator[tuple[Case, Case]]:
    """The same case twice: on DuckDB and on Spark."""
    folder = tmp_path_factory.mktemp("engines")
    both = filled("duckdb://book.duckdb", folder / "duckdb"), filled("pyspark://book", folder / "spark")
    yield both
    for case in both:
        case.close()
    shutil.rmtree(tempfile.gettempdir() + "/spark-warehouse", ignore_errors=True)
