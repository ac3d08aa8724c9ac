"""How often is the verdict on a claim the one that the records must give? Over the stories of a made-up world.

Every record of the world goes into a case with the coverage stated for it, every story is read and checked, and our
claims are set beside the truth's (``spans``), verdict beside verdict (``judged``). Aim: .97 exact, and not one false
"supported" or "contradicted". Every claim that did not come out exact is a line of
``bench/out/verdicts-acceptance.jsonl``; to work on the reader, use ``verdicts_tuning``, whose wordings are others.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench import ROOT, made, spans, worlds
from bench.apart import TaskError, apart
from bench.judged import Given, Judged, Tally, judge, told_of
from bench.row import Row, limit_of

if TYPE_CHECKING:
    from onrecord.vocabulary import Claim, GazetteerEntry, Story, Verdict

MENTIONS: Final = 20_000
STORIES: Final = 1_000
QUICK: Final = 100
FEW: Final = 100_000
"""Where no size asks for more than this, a hundred stories are checked: a look, no measure."""
WORKERS: Final = 2
AROUND: Final = 200
"""Characters of the story on either side of a miss."""
OUT: Final = ROOT / "bench" / "out"


def run(sizes: Sequence[int]) -> list[Row]:
    """The rows of the phrasings that no frame was tuned on."""
    return measured(sizes, "acceptance")


def measured(sizes: Sequence[int], phrasings: str) -> list[Row]:
    """The row over all claims, then one for every type and every variant of the truth, and the confusion matrix."""
    stories = STORIES if max(sizes, default=0) > FEW else QUICK
    question = f"verdicts, {phrasings} phrasings"
    try:
        folder = worlds.world(MENTIONS, stories, phrasings)
        used = apart("bench.verdicts:ours", str(folder), str(made.folder("verdicts-case")), str(OUT), phrasings)
    except (worlds.NoWorldError, TaskError) as error:
        return [Row(question, stories, "stories", skipped=str(error))]
    value = used.value
    whole = Row(
        question,
        stories,
        "stories",
        seconds=value["seconds"],
        cpu=used.cpu,
        memory_mb=used.peak_mb,
        limit=limit_of(value["steps"]),
        steps=value["steps"],
        figures=value["figures"],
        note=f"misses and matrices: bench/out/verdicts-{phrasings}.jsonl and .md; memory without the two that read",
    )
    groups = [
        Row(f"{question}: {name}", stories, "stories", figures=figures) for name, figures in value["groups"].items()
    ]
    return [whole, *groups, Row(f"{question}: truth → ours", stories, "stories", figures=value["matrix"])]


def ours(world: str, folder: str, out: str, name: str) -> dict[str, Any]:
    """Check every story of a world against all its records, in a new case: figures, groups, matrix, seconds.

    Leaves ``verdicts-NAME.jsonl`` (a line for every claim that did not come out exact) and ``verdicts-NAME.md`` (the
    confusion matrix of every type) in the folder ``out``.
    """
    import shutil

    from onrecord.case import Case
    from onrecord.checks.check import check_story
    from onrecord.checks.records import Records
    from onrecord.identity.gazetteer import gazetteer

    shutil.rmtree(folder, ignore_errors=True)
    case = Case.create(Path(folder))
    begin = time.perf_counter()
    worlds.fill(case, Path(world))
    case.resolve()
    filled = time.perf_counter()
    truths = truth_of(Path(world))
    stories = read([Path(world) / "stories" / f"{name}.txt" for name in truths], gazetteer(case.book))
    done = time.perf_counter()
    records = Records(case.book)
    verdicts = [check_story(story, records) for story in stories]
    checked = time.perf_counter()
    case.close()
    Path(out).mkdir(parents=True, exist_ok=True)
    counted = count(truths, stories, verdicts, Path(out) / f"verdicts-{name}.jsonl")
    (Path(out) / f"verdicts-{name}.md").write_text(counted.pop("matrices"), encoding="utf-8")
    steps = {"model": done - filled, "join": checked - done, "write": filled - begin}
    return {**counted, "seconds": checked - begin, "steps": steps}


def truth_of(world: Path) -> dict[str, list[dict[str, Any]]]:
    """The claims of every story, by the story's name without ending, as ``truth/claims.jsonl`` has them."""
    with (world / "truth" / "claims.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {Path(row["story"]).stem: row["claims"] for row in rows}


# ── reading, in two processes ────────────────────────────────────────────────────────────────────────────────────────


def read(paths: Sequence[Path], names: Sequence[GazetteerEntry]) -> list[Story]:
    """The stories at these paths as claims, in the same order."""
    with ProcessPoolExecutor(
        WORKERS, mp_context=get_context("spawn"), initializer=_prepare, initargs=(tuple(names),)
    ) as pool:
        return list(pool.map(_read, map(str, paths), chunksize=8))


_known: Any = None


def _prepare(names: tuple[GazetteerEntry, ...]) -> None:
    """Once a process: the names that the records know."""
    global _known
    from onrecord.stories.mentions import Gazetteer

    _known = Gazetteer(names)


def _read(path: str) -> Story:
    from onrecord.stories.read import read_story
    from onrecord.stories.text import load

    return read_story(load(path), path, _known)


# ── counting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def count(
    truths: dict[str, list[dict[str, Any]]],
    stories: Sequence[Story],
    verdicts: Sequence[dict[str, Verdict]],
    misses: Path,
) -> dict[str, Any]:
    """All claims judged and counted: figures over all, by type and by variant, the matrix; misses as JSON lines."""
    whole, groups = Tally(), dict[str, Tally]()
    with misses.open("w", encoding="utf-8") as out:
        for (name, claims), story, ruled in zip(truths.items(), stories, verdicts, strict=True):
            given = [given_of(claim, ruled[claim.id].status) for claim in story.claims]
            for judged in judge([told_of(claim) for claim in claims], given):
                whole.add(judged)
                for group in _groups(judged):
                    groups.setdefault(group, Tally()).add(judged)
                if judged.outcome != "exact" and (judged.outcome != "beside" or judged.false):
                    miss = _miss(name, judged, claims, story, given, ruled)
                    out.write(json.dumps(miss, ensure_ascii=False) + "\n")
    named = [("all claims", whole), *sorted(groups.items())]
    return {
        "figures": whole.figures(),
        "groups": {name: groups[name].figures() for name in sorted(groups)},
        "matrix": whole.cells(),
        "matrices": "\n\n".join(f"## {name}\n\n{tally.markdown()}" for name, tally in named) + "\n",
    }


def given_of(claim: Claim, status: str) -> Given:
    """A claim of ours with the verdict on it."""
    return Given(claim.id, claim.start, claim.end, claim.type, status, claim.checkable, claim.subject, claim.object)


def _groups(judged: Judged) -> Iterator[str]:
    if judged.told is not None:
        yield f"type {judged.told.type}"
        yield f"variant {judged.told.variant or 'none'}"
    elif judged.given is not None:
        yield f"type {judged.given.type}"


def _miss(
    name: str,
    judged: Judged,
    claims: Sequence[dict[str, Any]],
    story: Story,
    given: Sequence[Given],
    ruled: dict[str, Verdict],
) -> dict[str, Any]:
    """One miss with all that a person needs to see why: the text around it, the truth, our claim and its verdict.

    Beside a claim that was missed stands the piece of it that we did read, if any.
    """
    from onrecord.stories.text import load

    told, ours_ = judged.told, judged.given
    if told is not None and ours_ is None:
        ours_ = next((one for one in given if spans.nearest(one, [told]) is not None), None)
    start = min(side.start for side in (told, ours_) if side is not None)
    end = max(side.end for side in (told, ours_) if side is not None)
    return {
        "story": name,
        "outcome": judged.outcome,
        "false": judged.false,
        "around": load(story.path)[max(start - AROUND, 0) : end + AROUND],
        "truth": next((claim for claim in claims if told is not None and claim["id"] == told.id), None),
        "claim": next((asdict(claim) for claim in story.claims if ours_ is not None and claim.id == ours_.id), None),
        "verdict": asdict(ruled[ours_.id]) if ours_ is not None else None,
    }
