"""How Spark is set for small tests, and the files that both engines are given."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

SETTINGS = {
    "spark.master": "local[2]",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    # To compile a query takes longer than to work on a few rows.
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}
FIXTURES = Path(__file__).parents[1] / "fixtures"


def record_files() -> list[Path]:
    """Every fixture, with all its faults, and what the built-in case needs to answer a story."""
    demo = Path(str(files("onrecord.demo") / "files" / "records"))
    fixtures = [path for path in sorted(FIXTURES.rglob("*")) if path.suffix in (".txt", ".csv", ".xml")]
    return [*fixtures, *(demo / name for name in DEMO)]


DEMO = ("casebook.csv", "cm.txt", "itcont.txt", "oppexp.txt", "FARA_All_Registrants.csv", "ed_mayor_2025.csv")
