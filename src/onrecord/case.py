"""The case: the folder a person works in, and the one object to hold. It opens the book and puts the rooms in reach.

case = Case.create(Path("nyc"))
case.add(Path("cm20.zip"))
checked = case.check([Path("story.txt")])
case.report(checked, Path("dossier.html"))
"""

from __future__ import annotations

import datetime
import json
import shutil
import tomllib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.adding import Failed, Stated, add_documents, add_file
from onrecord.book import locators
from onrecord.book.book import Book
from onrecord.book.engine import DEFAULT, open_engine
from onrecord.book.workers import Do, workers
from onrecord.errors import CaseError, LocatorError, OnRecordError, SourceError
from onrecord.vocabulary import Alignment, IngestSummary, Lineage, Story, Verdict

if TYPE_CHECKING:
    from onrecord.book.moving import Moved
    from onrecord.dossier.views import Receipt
    from onrecord.identity.search import Hit
    from onrecord.stories.mentions import Gazetteer

CONFIG = "onrecord.toml"
SHARE = 25
"""Stories that one worker reads at a time: enough to be worth the names that it is sent with them."""


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
    def create_from(cls, folder: Path, export: str, title: str | None = None, *, book: str = DEFAULT) -> Case:
        """Make a new case from what ``export`` wrote; nothing is left where that cannot be read whole."""
        from onrecord.book.moving import import_book

        if folder.exists() and any(folder.iterdir()):
            raise CaseError("this folder is not empty", path=folder, advice="name a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        filled = Book(open_engine(book, folder))
        try:
            moved = import_book(filled, export)
        except BaseException:
            filled.close()
            shutil.rmtree(folder)
            raise
        filled.close()
        return cls.create(folder, title or moved.title, book=book)

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
        memory = self._memory or self.config.get("memory")
        settings = {str(key): str(value) for key, value in dict(self.config.get("engine", {})).items()}
        return Book(open_engine(address, self.folder, memory=memory, settings=settings))

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
        return add_file(self.book, path, format_name, stated)

    def add_documents(
        self,
        paths: Sequence[Path],
        format_name: str | None = None,
        stated: Stated | None = None,
        step: Callable[[int], None] = lambda more: None,
    ) -> list[IngestSummary | Failed]:
        """Add many small files, spread over workers, and leave identities as they are; what became of each."""
        return add_documents(self.book, paths, format_name, stated, step)

    def resolve(self) -> int:
        """Work out which links count and which mentions are one entity; returns how many entities there are."""
        from onrecord.identity.resolve import resolve

        with self.book.engine.transaction():
            self.book.supersede()
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

    def export(self, target: str) -> Moved:
        """Write the whole book as Parquet with a manifest, to a new folder or an address that its engine can write."""
        from onrecord.book.moving import export_book

        return export_book(self.book, target, self.title)

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

        read = read_stories(paths, self.gazetteer, self.book.engine.workers)
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


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a share of stories (path, text) into claims; it can be sent to another process."""

    gazetteer: Gazetteer | None

    def __call__(self, share: Sequence[tuple[str, str]]) -> list[Story]:
        """The stories of a share, in order."""
        from onrecord.stories.read import read_story

        return [read_story(raw, path, self.gazetteer) for path, raw in share]


def read_stories(
    paths: Sequence[Path],
    gazetteer: Gazetteer | None = None,
    spread: Callable[[int], AbstractContextManager[Do]] = workers,
) -> Checked:
    """Read stories, align what they share and tell their lineage; no record is looked at but for names.

    Many stories are read at once, where ``spread`` says: by this machine's processors, or by an engine's workers.
    """
    from onrecord.stories.alignment import align
    from onrecord.stories.lineage import descend
    from onrecord.stories.text import load

    texts = {str(path): load(path) for path in dict.fromkeys(paths)}
    given = list(texts.items())
    shares = [given[i : i + SHARE] for i in range(0, len(given), SHARE)]
    with spread(len(shares)) as do:
        stories = tuple(story for read in do(Reader(gazetteer), shares) for story in read)
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
