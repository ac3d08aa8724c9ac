"""How long does checking a story of 900 words take, against the language model's own parse of the same text?

Floor: the model reads the same sentences and nothing else. Ours: read the story into claims and check each against a
case that holds the federal sample, warm (the model loaded, the book open). The aim is under 5 seconds.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import best, shared

AIM_SECONDS = 5.0
WORDS = 900


def run() -> None:
    """Print floor, ours and the ratio; one line where the samples are absent."""
    records = sorted((shared() / "records/fec_bulk/2020_early").glob("*.zip"))
    casebook = shared() / "casebook/nyc-2025.csv"
    stories = sorted((shared() / "stories/seeds").glob("*.txt"))
    if not (records and stories and casebook.exists()):
        print(f"   skipped: no samples under {shared()} ($ONRECORD_SHARED names another folder)")
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as folder:
        path = Path(folder) / "story.txt"
        path.write_text(_of_length(stories), encoding="utf-8", newline="")
        floor, ours, read = _measured(Path(folder) / "case", [*records, casebook], path)
    print(f"   a story of {WORDS} words, the federal sample and a casebook in the book, best of three runs, warm")
    print(f"   floor, the model's parse {floor:6.2f} s")
    print(f"   ours, read into claims   {read:6.2f} s")
    print(f"   ours, read and checked   {ours:6.2f} s   (aim: under {AIM_SECONDS:.0f} s)")
    print(f"   ratio ours to floor      {ours / floor:6.2f}")


def _of_length(stories: list[Path]) -> str:
    """The stories' paragraphs, one after the other, up to the wanted number of words."""
    kept: list[str] = []
    for paragraph in "\n\n".join(path.read_text(encoding="utf-8") for path in stories).split("\n"):
        kept.append(paragraph)
        if sum(len(p.split()) for p in kept) >= WORDS:
            break
    return "\n".join(kept) + "\n"


def _measured(folder: Path, files: list[Path], story: Path) -> tuple[float, float, float]:
    from onrecord.case import Case, read_stories
    from onrecord.stories.parse import model
    from onrecord.stories.text import load, read_text

    case = Case.create(folder)
    for path in files:
        case.add_unresolved(path)
    case.resolve()
    text = read_text(load(story))
    sentences = [text.view[s.start : s.end] for s in text.sentences]
    case.check([story])  # warm
    floor = best(lambda: list(model().pipe(sentences, batch_size=64)))
    read = best(lambda: read_stories([story], case.gazetteer))
    ours = best(lambda: case.check([story]))
    case.close()
    return floor, ours, read
