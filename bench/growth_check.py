"""How does the cost of checking stories grow with their number, and with the size of the book?

Floor: the language model parses the same sentences and nothing else. Ours: read the stories into claims, in one
process, and check every claim. A thousandth of each size is checked as stories against a book of 20,000 mentions; and
ten stories are checked against a book of each size.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bench import made, worlds
from bench.apart import TaskError, apart
from bench.row import Row, Side, limit_of

MENTIONS: Final = 20_000
STORIES: Final = 1_000
"""As many stories as the world has; a size that asks for more is left out."""
FEW: Final = 10
LARGEST: Final = 1_000_000
"""Books larger than this take longer to make than the question is worth."""


def run(sizes: Sequence[int]) -> list[Row]:
    """A row for every number of stories, then a row for every size of book."""
    numbers = sorted({max(size // 1_000, 1) for size in sizes if size // 1_000 <= STORIES})
    books = [size for size in sizes if size <= LARGEST]
    by_stories = [_row("stories checked", MENTIONS, max(numbers), n, n, "stories") for n in numbers]
    return by_stories + [_row(f"{FEW} stories checked over a book", size, FEW, FEW, size, "mentions") for size in books]


def _row(question: str, mentions: int, written: int, checked: int, size: int, unit: str) -> Row:
    try:
        world = worlds.world(mentions, written)
        name = f"check-{mentions}-{written}"
        case = made.once(name, lambda path: apart("bench.growth_check:book", str(world), str(path)))
        used = apart("bench.growth_check:ours", str(world), str(case), checked)
        floor = apart("bench.growth_check:floor", str(world), checked)
    except (worlds.NoWorldError, TaskError) as error:
        return Row(question, size, unit, skipped=str(error))
    value = used.value
    steps = {
        "model": floor.value,
        "parse": max(value["read"] - floor.value, 0.0),
        "join": value["checked"],
        "names": value["names"],
    }
    return Row(
        question,
        size,
        unit,
        seconds=value["names"] + value["read"] + value["checked"],
        cpu=used.cpu,
        floor=Side("the model's parse", floor.value),
        memory_mb=used.peak_mb,
        limit=limit_of(steps),
        steps=steps,
        figures={"claims": value["claims"], "words": value["words"]},
        note="names: those of the book made ready for reading, once a run",
    )


def book(world: str, folder: str) -> None:
    """A resolved case in ``folder`` that holds every record of a world."""
    from onrecord.case import Case

    shutil.rmtree(folder, ignore_errors=True)
    case = Case.create(Path(folder))
    worlds.fill(case, Path(world))
    case.resolve()
    case.close()


def ours(world: str, folder: str, number: int) -> dict[str, Any]:
    """Read and check the first stories of a world: seconds for names, reading and checking; claims and words."""
    from onrecord.case import Case
    from onrecord.checks.check import check_story
    from onrecord.checks.records import Records
    from onrecord.stories.parse import model
    from onrecord.stories.read import read_story

    list(model().pipe(["The program's own start is not what is measured."]))
    case = Case(Path(folder))
    texts = _texts(world, number)
    begin = time.perf_counter()
    names = case.gazetteer
    named = time.perf_counter()
    stories = [read_story(raw, path, names) for path, raw in texts.items()]
    read = time.perf_counter()
    records = Records(case.book)
    verdicts = [check_story(story, records) for story in stories]
    checked = time.perf_counter()
    case.close()
    return {
        "names": named - begin,
        "read": read - named,
        "checked": checked - read,
        "claims": sum(map(len, verdicts)),
        "words": sum(len(raw.split()) for raw in texts.values()),
    }


def floor(world: str, number: int) -> float:
    """Seconds for the language model to parse the sentences of the same stories."""
    from onrecord.stories.parse import model
    from onrecord.stories.text import read_text

    read = [read_text(raw) for raw in _texts(world, number).values()]
    sentences = [text.view[s.start : s.end] for text in read for s in text.sentences]
    list(model().pipe(sentences[:1]))
    begin = time.perf_counter()
    list(model().pipe(sentences, batch_size=64))
    return time.perf_counter() - begin


def _texts(world: str, number: int) -> dict[str, str]:
    """The first stories of a world, by path."""
    from onrecord.stories.text import load

    return {str(path): load(path) for path in sorted((Path(world) / "stories").glob("*.txt"))[:number]}
