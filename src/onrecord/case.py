"""The case: the folder a person works in, and the one object to hold. It opens the book and puts the rooms in reach.

case = Case.create(Path("nyc"))
case.add(Path("cm20.zip"))
checked = case.check([Path("story.txt")])
case.report(checked, Path("dossier.html"))
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.book import locators
from onrecord.book.book import Book, SourceRow
from onrecord.book.engine import DEFAULT, open_engine
from onrecord.errors import CaseError, LocatorError, OnRecordError, SourceError
from onrecord.vocabulary import Alignment, Coverage, IngestSummary, Lineage, Quarantined, Story, Verdict

if TYPE_CHECKING:
    from onrecord.dossier.views import Receipt
    from onrecord.identity.search import Hit
    from onrecord.sources.format import Format, Reading
    from onrecord.sources.opened import Opened
    from onrecord.stories.mentions import Gazetteer

CONFIG = "onrecord.toml"
SHOWN_QUARANTINED = 20


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says of a source on the command line; ``None`` leaves what the file and its format show.

    A layout is used by others than the office that made it: ``publisher`` says whose file this one is.
    """

    covers: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    complete: bool | None = None
    publisher: str | None = None

    def over(self, shown: Coverage) -> Coverage:
        """The coverage that results: a person's word goes before the file's."""
        given = {name: getattr(self, name) for name in ("covers", "date_from", "date_to", "complete")}
        return replace(shown, **{name: value for name, value in given.items() if value is not None})

    @property
    def says_something(self) -> bool:
        """Whether the person stated anything."""
        return self != Stated()


@dataclass(frozen=True, slots=True)
class Checked:
    """Stories read and checked: texts by path, verdicts by path and claim id, and what the stories share."""

    stories: tuple[Story, ...]
    texts: dict[str, str]
    verdicts: dict[str, dict[str, Verdict]]
    alignments: tuple[Alignment, ...]
    lineage: tuple[Lineage, ...]


class Case:
    """One case folder: ``onrecord.toml``, the book, the stories, the decisions."""

    def __init__(self, folder: Path, *, book: str | None = None, memory: str | None = None) -> None:
        """Open a case. ``book``: an address in place of the configured one; ``memory``: the most it may hold."""
        self.folder = folder
        self._book = book
        self._memory = memory
        self.config = _config(folder)
        self.title = str(self.config.get("title") or folder.resolve().name)

    @classmethod
    def create(cls, folder: Path, title: str | None = None, *, fictional: bool = False, book: str = DEFAULT) -> Case:
        """Make a new case folder; raises CaseError where one is already."""
        if (folder / CONFIG).exists():
            raise CaseError("there is a case here already", path=folder, advice="choose another folder")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lines = [
                f"title = {json.dumps(title or folder.resolve().name, ensure_ascii=False)}",
                f"book = {json.dumps(book)}",
            ]
            lines += ["fictional = true"] if fictional else []
            (folder / CONFIG).write_text("\n".join(lines) + "\n", encoding="utf-8")
        except OSError as error:
            raise CaseError(f"the folder cannot be written: {error.strerror}", path=folder) from error
        return cls(folder)

    @classmethod
    def find(cls, start: Path) -> Case:
        """The case in ``start`` or in the nearest folder above it."""
        for folder in (start, *start.resolve().parents):
            if (folder / CONFIG).is_file():
                return cls(folder)
        raise CaseError(
            "no case here or in any folder above", path=start, advice="onrecord new DIR makes one; --case DIR names one"
        )

    @cached_property
    def book(self) -> Book:
        """The record book of the case."""
        address = self._book or str(self.config.get("book", DEFAULT))
        settings = {str(key): str(value) for key, value in dict(self.config.get("engine", {})).items()}
        return Book(open_engine(address, self.folder, memory=self._memory, settings=settings))

    def close(self) -> None:
        """Close the book, so that another program may open it."""
        if "book" in self.__dict__:
            self.book.close()

    # ── records ──────────────────────────────────────────────────────────────────────────────────────────────

    def add(self, path: Path, format_name: str | None = None, stated: Stated | None = None) -> IngestSummary:
        """Add one file to the book, whole or not at all, and work out again who is who."""
        summary = self.add_unresolved(path, format_name, stated)
        if not summary.already_there:
            self.resolve()
        return summary

    def add_unresolved(self, path: Path, format_name: str | None = None, stated: Stated | None = None) -> IngestSummary:
        """Add one file and leave identities as they are: for many files, followed by one ``resolve``."""
        from onrecord.sources.opened import opened

        with opened(path) as file:
            sources = self.book.sources()
            known = next((s for s in sources if s.sha256 == file.sha256), None)
            if known is not None:
                return self._again(known, stated or Stated())
            number = max((s.source_no for s in sources), default=0) + 1
            return self._read(file, number, format_name, stated or Stated())

    def _read(self, file: Opened, number: int, format_name: str | None, stated: Stated) -> IngestSummary:
        from onrecord.book.ingest import Intake
        from onrecord.sources.format import named, recognize

        chosen = named(format_name) if format_name else recognize(file)
        intake = Intake(self.book, file.sha256[:12], number)
        size = file.text.stat().st_size
        with self.book.engine.sized_for(size), self.book.engine.transaction():
            reading = chosen.read(file, intake)
            counts = intake.counts()
            if not reading.rows_read or counts["quarantine"] >= reading.rows_read:
                raise SourceError(
                    f"no row of it could be read as {chosen.name}",
                    path=file.path,
                    advice="--as FORMAT names another format",
                )
            coverage = stated.over(reading.coverage)
            publisher = stated.publisher or chosen.publisher
            self._record_source(file, chosen, publisher, reading, coverage, intake, counts["quarantine"])
            intake.close()
        return self._summary(file, chosen, reading, coverage, intake.source_id, counts)

    def _again(self, known: SourceRow, stated: Stated) -> IngestSummary:
        """The same file a second time: nothing changes, but for coverage where a person states it anew."""
        coverage = stated.over(known.coverage)
        if stated.says_something:
            self.book.set_coverage(known.source_id, coverage)
        return IngestSummary(
            known.source_id, known.path, known.format, known.title, coverage, known.rows_read, known.rows_quarantined,
            0, 0, 0, 0, 0, already_there=True,
        )  # fmt: skip

    def _record_source(
        self,
        file: Opened,
        chosen: Format,
        publisher: str,
        reading: Reading,
        coverage: Coverage,
        intake: Any,
        quarantined: int,
    ) -> None:
        row = SourceRow(
            intake.source_id, intake.source_no, str(file.path.resolve()), chosen.name, chosen.title, publisher,
            file.sha256, datetime.datetime.now(datetime.UTC).date().isoformat(), coverage,
            reading.rows_read, quarantined,
        )  # fmt: skip
        self.book.add_source(row)

    def _summary(
        self, file: Opened, chosen: Format, reading: Reading, coverage: Coverage, source_id: str, counts: dict[str, int]
    ) -> IngestSummary:
        aside = f"FROM quarantine WHERE source_id = '{source_id}' ORDER BY locator LIMIT {SHOWN_QUARANTINED}"
        rows = self.book.rows(f"SELECT locator, reason, raw {aside}") if counts["quarantine"] else []
        return IngestSummary(
            source_id, str(file.path), chosen.name, chosen.title, coverage, reading.rows_read, counts["quarantine"],
            counts["mention"], counts["link"], counts["measure"], counts["fact"], counts["post"],
            quarantined=tuple(Quarantined(**row) for row in rows), notes=(*file.notes, *reading.notes),
        )  # fmt: skip

    def resolve(self) -> int:
        """Work out which mentions are one entity; returns how many entities there are."""
        from onrecord.identity.resolve import resolve

        with self.book.engine.transaction():
            return resolve(self.book)

    def show(self, text: str) -> Receipt:
        """The raw record at ``SOURCE#WHERE``, read again from the file that was added."""
        locator = locators.parse(text)
        source = self.book.source(locator.source_id)
        found = self._receipts([(source.source_id, locator.where)])
        if not found:
            raise LocatorError(
                f"no record {locator.where!r} in {source.title}",
                path=source.path,
                advice="onrecord sources lists sources",
            )
        return found[source.source_id, locator.where]

    def receipts(self, verdicts: dict[str, dict[str, Verdict]]) -> dict[tuple[str, str], Receipt]:
        """The raw record behind every piece of evidence; a record whose file has gone is left out."""
        wanted = {
            (e.source, e.locator)
            for by_claim in verdicts.values()
            for verdict in by_claim.values()
            for v in (verdict, verdict.attribution_verdict)
            if v is not None
            for e in v.evidence
        }
        found = {}
        for source_id in sorted({s for s, _ in wanted}):
            try:
                found.update(self._receipts(sorted(w for w in wanted if w[0] == source_id)))
            except OnRecordError:
                continue  # the file has moved: the evidence still says where the record stood
        return found

    def _receipts(self, wanted: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Receipt]:
        """Receipts of one source, its file opened once."""
        from onrecord.dossier.views import Receipt
        from onrecord.sources.format import named
        from onrecord.sources.opened import opened

        source = self.book.source(wanted[0][0])
        with opened(Path(source.path)) as file:
            if file.sha256 != source.sha256:
                raise SourceError("the file has changed since it was added", path=source.path, advice="add it again")
            reader = named(source.format)
            records = {key: reader.record(file, key[1]) for key in wanted}
        return {
            key: Receipt(
                source.title, source.publisher, source.coverage.covers, source.retrieved_at, f"{key[0]}#{key[1]}",
                record.fields, record.text,
            )
            for key, record in records.items()
            if record is not None
        }  # fmt: skip

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Names in the book that are like ``text``."""
        from onrecord.identity.search import search

        return search(self.book, text, limit)

    # ── stories ──────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The names that the records know, for reading stories."""
        from onrecord.identity.gazetteer import gazetteer
        from onrecord.stories.mentions import Gazetteer

        return Gazetteer(gazetteer(self.book))

    def check(self, paths: Sequence[Path]) -> Checked:
        """Read stories and check every claim against the book."""
        from onrecord.checks.check import check_story
        from onrecord.checks.records import Records

        read = read_stories(paths, self.gazetteer)
        records = Records(self.book)
        return replace(read, verdicts={story.path: check_story(story, records) for story in read.stories})

    def report(self, checked: Checked, path: Path, generated: str | None = None) -> Path:
        """Write the dossier of checked stories as one HTML file."""
        from onrecord.dossier.html import write
        from onrecord.dossier.views import CheckedStory, dossier

        stories = [CheckedStory(s, checked.texts[s.path], checked.verdicts[s.path]) for s in checked.stories]
        view = dossier(
            stories,
            self.receipts(checked.verdicts),
            alignments=checked.alignments,
            lineage=checked.lineage,
            case_title=self.title,
            fictional=bool(self.config.get("fictional")),
            generated=generated or datetime.datetime.now(datetime.UTC).date().isoformat(),
        )
        write(view, path)
        return path


def read_stories(paths: Sequence[Path], gazetteer: Gazetteer | None = None) -> Checked:
    """Read stories, align what they share and tell their lineage; no record is looked at but for names."""
    from onrecord.stories.alignment import align
    from onrecord.stories.lineage import descend
    from onrecord.stories.read import read_story
    from onrecord.stories.text import load

    texts = {str(path): load(path) for path in dict.fromkeys(paths)}
    stories = tuple(read_story(raw, path, gazetteer) for path, raw in texts.items())
    alignments = align(stories)
    return Checked(stories, texts, {}, alignments, descend(stories, alignments, texts))


def _config(folder: Path) -> dict[str, Any]:
    path = folder / CONFIG
    if not path.is_file():
        raise CaseError("this is not a case: it has no onrecord.toml", path=folder, advice="onrecord new DIR makes one")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"it cannot be read: {error}", path=path, advice="mend or replace it") from error
