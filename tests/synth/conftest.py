"""A world made by hand, written once, and the book that its records give, with the truth read back beside it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hand_made_world import HandMadeWorld

from onrecord.case import Case
from onrecord.synth import stated, write
from onrecord.vocabulary import IngestSummary

REGISTERS = {"fec": "fec", "nyc": "nyc-cfb", "irs": "irs-990"}
MENTIONS = """
SELECT mention_id, path, mention.locator, role, coalesce(mention.name, fec_id, '') AS shown
FROM mention JOIN source USING (source_id)
"""
LINKS = """
SELECT source.format, link.locator, kind, subject_mention, object_mention, abs(amount) AS amount,
    coalesce(date, date_from) AS day, coalesce(support, '') AS support
FROM link JOIN source USING (source_id) WHERE amount IS NOT NULL AND kind <> 'officer' AND coalesce(netted, TRUE)
"""


@dataclass
class WorldOnDisk:
    """A world's folder, its case with everything added, and what adding gave."""

    folder: Path
    world: Any
    case: Case
    summaries: list[IngestSummary]

    def table(self, name: str) -> list[dict[str, str]]:
        """One file of the truth, a dict a row."""
        with (self.folder / "truth" / name).open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def told(self) -> Counter[tuple[str, ...]]:
        """The mentions of the truth: file, locator, role, name or number."""
        return Counter(_key(row) for row in self.table("mentions.csv"))

    def held(self) -> Counter[tuple[str, ...]]:
        """The mentions of the book, likewise."""
        return Counter(self._place(row) for row in self.case.book.rows(MENTIONS))

    def whose(self) -> dict[int, str]:
        """The entity of every mention of the book, by the truth."""
        entity = {_key(row): row["entity_id"] for row in self.table("mentions.csv")}
        return {row["mention_id"]: entity[self._place(row)] for row in self.case.book.rows(MENTIONS)}

    def sums(self) -> dict[tuple[str, ...], tuple[int, int]]:
        """Money that counts, added up from the book by the truth's own identities, as totals.csv has it."""
        whose, rows = self.whose(), {}
        for row in self.case.book.rows(LINKS):
            register = REGISTERS[row["format"][:3]]
            sides = whose[row["subject_mention"]], whose[row["object_mention"]]
            # One transaction about a candidate stands in two files under one locator.
            rows[register, row["kind"], *sides, row["locator"]] = (row["day"][:4], row["support"], round(row["amount"]))
        principals = {*self.world.people, *self.world.organizations}
        entries: dict[tuple[str, ...], dict[str, int]] = {}
        for (register, kind, payer, payee, locator), (year, support, amount) in rows.items():
            for a, b in ((payer, payee), ("*", payee), (payer, "*")):
                if {a, b} <= principals | {"*"}:
                    entries.setdefault((register, kind, a, b, year, support), {})[locator] = amount
        return {key: (sum(own.values()), len(own)) for key, own in entries.items()}

    def totals(self) -> dict[tuple[str, ...], tuple[int, int]]:
        """The totals of the truth."""
        names = ("register", "kind", "payer", "payee", "year", "support")
        return {
            tuple(row[name] for name in names): (int(row["amount"]), int(row["records"]))
            for row in self.table("totals.csv")
        }

    def _place(self, row: dict[str, Any]) -> tuple[str, ...]:
        path = Path(row["path"]).relative_to(self.folder.resolve()).as_posix()
        return path, row["locator"], row["role"], row["shown"]


def _key(row: dict[str, str]) -> tuple[str, ...]:
    return row["file"], row["locator"], row["role"], row["name"] or row["number"]


def written(folder: Path, world: Any) -> WorldOnDisk:
    """Write a world and add all of it to a case."""
    _, _, files = write.write_records(folder, world)
    stated.write(folder, files)
    case = Case.create(folder / "case", fictional=True)
    return WorldOnDisk(folder, world, case, stated.add_to(case, folder))


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorldOnDisk]:
    """The world made by hand, written and added."""
    found = written(tmp_path_factory.mktemp("world"), HandMadeWorld())
    yield found
    found.case.close()


@pytest.fixture(scope="session")
def built_on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorldOnDisk]:
    """A world built from a seed, written and added."""
    from onrecord.synth.build import build

    found = written(tmp_path_factory.mktemp("built"), build(5, 2_000))
    yield found
    found.case.close()


@pytest.fixture
def hand_made() -> HandMadeWorld:
    """The world made by hand."""
    return HandMadeWorld()
