"""How long does checking a story of 900 words take, against the language model's own parse of the same text?

Floor: the model reads the same sentences and nothing else. Ours: read the story into claims and check each against a
case that holds the federal sample, warm (the model loaded, the book open). The aim is under 5 seconds.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench import best, shared
from bench.apart import peak_mb
from bench.row import Row, Side, limit_of

AIM_SECONDS = 5.0
WORDS = 900


def run(sizes: Sequence[int]) -> list[Row]:
    """One row, whatever the sizes; it says so where the samples are absent."""
    question = "a story read and checked"
    records = sorted((shared() / "records/fec_bulk/2020_early").glob("*.zip"))
    casebook = shared() / "casebook/nyc-2025.csv"
    stories = sorted((shared() / "stories/seeds").glob("*.txt"))
    if not (records and stories and casebook.exists()):
        return [Row(question, WORDS, "words", skipped="no samples ($ONRECORD_SHARED names the folder of records)")]
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        path = Path(folder) / "story.txt"
        path.write_text(_of_length(stories), encoding="utf-8", newline="")
        floor, ours, read, statuses = _measured(Path(folder) / "case", [*records, casebook], path)
    steps = {"model": floor, "parse": read - floor, "join": ours - read}
    return [
        Row(
            question,
            WORDS,
            "words",
            seconds=ours,
            floor=Side("the model's parse", floor),
            memory_mb=peak_mb(),
            limit=limit_of(steps),
            steps=steps,
            figures=statuses,
            note=f"warm, best of three, federal sample and casebook in the book; the aim is under {AIM_SECONDS:.0f} s",
        )
    ]


def _of_length(stories: list[Path]) -> str:
    """The stories' paragraphs, one after the other, up to the wanted number of words."""
    kept: list[str] = []
    for paragraph in "\n\n".join(path.read_text(encoding="utf-8") for path in stories).split("\n"):
        kept.append(paragraph)
        if sum(len(p.split()) for p in kept) >= WORDS:
            break
    return "\n".join(kept) + "\n"


def _measured(folder: Path, files: list[Path], story: Path) -> tuple[float, float, float, dict[str, int]]:
    from onrecord.case import Case, read_stories
    from onrecord.stories.parse import model
    from onrecord.stories.text import load, read_text

    case = Case.create(folder)
    for path in files:
        case.add_unresolved(path)
    case.resolve()
    text = read_text(load(story))
    sentences = [text.view[s.start : s.end] for s in text.sentences]
    checked = case.check([story])  # warm
    floor = best(lambda: list(model().pipe(sentences, batch_size=64)))
    read = best(lambda: read_stories([story], case.gazetteer))
    ours = best(lambda: case.check([story]))
    case.close()
    statuses = Counter(verdict.status for verdict in checked.verdicts[str(story)].values())
    return floor, ours, read, {status.replace("_", " "): n for status, n in sorted(statuses.items())}
