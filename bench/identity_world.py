"""How well, and at what cost, are the mentions of a made-up world told apart? Against the truth of that world.

Two mentions are a pair if they are one entity. Precision: of our pairs, how many are true; recall: of the true pairs,
how many are ours; both from the table of our clusters by true entities, never from the pairs themselves.

By the origin of a name (which is in the truth and in no record): recall at one and the same precision for all, found by
letting go of the mentions whose link to their cluster scores lowest. Here each mention counts once (B-cubed: which part
of its true entity is in its cluster, which part of its cluster is its entity), because among pairs one donor of a
hundred gifts outweighs all the rest of an origin. A gap between origins says something where it is wider than
``chance``: as wide as the widest among so many equal origins would be in one world of twenty.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final

from bench import made, worlds
from bench.apart import TaskError, apart
from bench.row import Row, limit_of
from bench.stopwatch import Timed

if TYPE_CHECKING:
    import duckdb

STORIES: Final = 0
STEP: Final = 0.02
"""Scores are cut off at multiples of this."""
LARGEST: Final = 1_000_000
"""Worlds larger than this take longer to write than to resolve."""
RARE: Final = 0.05
PRECISION: Final = 0.99
"""The precision at which origins are compared, or the best that all of them reach."""

CELLS: Final = """
SELECT *, sum(n) OVER (PARTITION BY cluster) AS ours, sum(n) OVER (PARTITION BY entity_id) AS told
FROM (SELECT cluster, entity_id, origin, count(*) AS n FROM judged GROUP BY ALL)
"""
"""Our clusters by true entities: how many mentions are in both, in the cluster, in the entity."""
PAIRS: Final = f"""
WITH cells AS ({CELLS}) SELECT sum(n * (n - 1)),
    (SELECT sum(n * (n - 1)) FROM (SELECT sum(n) AS n FROM cells GROUP BY cluster)),
    (SELECT sum(n * (n - 1)) FROM (SELECT sum(n) AS n FROM cells GROUP BY entity_id)) FROM cells
"""
"""Ordered pairs in both, in ours, in the truth."""
BY_ORIGIN: Final = f"""
SELECT origin, sum(m), sum(p), sum(x), sum(x * x), sum(x * m), sum(m * m) FROM (
    SELECT origin, entity_id, any_value(told) AS m, sum(n * n / ours) AS p, sum(n * n / told) AS x
    FROM ({CELLS}) GROUP BY ALL)
WHERE origin <> '' GROUP BY origin
"""
"""By origin, over its entities: mentions, B-cubed precision and recall as sums over mentions, and recall's moments."""
MATCHED: Final = """
CREATE OR REPLACE TEMP TABLE matched AS
SELECT mention_id, any_value(entity_id) AS entity_id, any_value(origin) AS origin, any_value(cluster) AS cluster,
       any_value(score) AS score
FROM (SELECT m.mention_id, t.entity_id, coalesce(e.origin, '') AS origin, i.entity_id AS cluster, i.score
      FROM mention AS m JOIN source AS s USING (source_id) JOIN identity AS i USING (mention_id)
      JOIN told AS t ON ends_with(s.path, '/' || t.file) AND t.locator = m.locator AND t.role = m.role
          AND coalesce(t.name, '') = coalesce(m.name, '')
      LEFT JOIN entities AS e ON e.entity_id = t.entity_id)
GROUP BY mention_id HAVING count(DISTINCT entity_id) = 1
"""
"""Every mention whose record, role and name tell its true entity; two of one record with one name tell none."""


def run(sizes: Sequence[int]) -> list[Row]:
    """For every size that is not too large, one row over all mentions and one a origin."""
    return [row for size in sizes if size <= LARGEST for row in _rows(size)]


def _rows(size: int) -> list[Row]:
    question = "who is who in a made-up world"
    try:
        world = worlds.world(size, STORIES)
        used = apart("bench.identity_world:ours", str(world), str(made.folder(f"identity-{size}")))
    except (worlds.NoWorldError, TaskError) as error:
        return [Row(question, size, "mentions", skipped=str(error))]
    value = used.value
    return [
        Row(
            question,
            size,
            "mentions",
            seconds=value["seconds"],
            cpu=used.cpu,
            memory_mb=used.peak_mb,
            limit=limit_of(value["steps"]),
            steps=value["steps"],
            figures=value["figures"],
            note="seconds are of resolve alone; memory and processor time of adding the records too",
        ),
        Row(f"{question}, recall by origin", size, "mentions", figures=value["origins"]),
    ]


def ours(world: str, folder: str) -> dict[str, Any]:
    """Add a world's records to a new case, resolve it, and set the clusters beside the truth."""
    import shutil

    from onrecord.case import Case

    shutil.rmtree(folder, ignore_errors=True)
    case = Case.create(Path(folder))
    mentions = worlds.fill(case, Path(world))
    begin = time.perf_counter()
    watch = Timed(case.book.engine, outside="parse")
    case.book.engine = watch
    entities = case.resolve()
    seconds, steps = time.perf_counter() - begin, watch.steps()
    case.close()
    figures, origins = compared(next(Path(folder).glob("*.duckdb")), Path(world) / "truth")
    counted: dict[str, float | int] = {"mentions": mentions, "entities": entities}
    return {"seconds": seconds, "steps": steps, "figures": {**figures, **counted}, "origins": origins}


def compared(book: Path, truth: Path) -> tuple[dict[str, float | int], dict[str, float | int | str]]:
    """Precision, recall and F1 over all pairs; recall by origin at one precision."""
    import duckdb

    con = duckdb.connect(str(book), read_only=True)
    _load(con, truth)
    con.execute(MATCHED)
    told, matched = (con.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("told", "matched"))
    _cut(con, 0.0)
    figures = {**_overall(con), "of the truth": told[0] if told else 0}
    figures["matched"] = matched[0] if matched else 0
    scores = con.execute(f"SELECT DISTINCT floor(score / {STEP}) * {STEP} FROM matched ORDER BY 1").fetchall()
    by_cut = [_by_origin(con, cut) for (cut,) in scores]
    con.close()
    return figures, at_one_precision(by_cut)


@dataclass(frozen=True, slots=True)
class Share:
    """Precision and recall over the mentions of one origin, and the variance of recall over its entities."""

    precision: float
    recall: float
    variance: float = 0.0


def at_one_precision(by_cut: Sequence[Mapping[str, Share]]) -> dict[str, float | int | str]:
    """Recall of every origin where its precision reaches the same mark, at the cut that keeps most.

    The mark is ``PRECISION``, or the best precision that all origins reach at some cut.
    """
    measured = {o: [shares[o] for shares in by_cut if o in shares] for o in sorted({o for s in by_cut for o in s})}
    mark = min([PRECISION, *(max(share.precision for share in points) for points in measured.values())])
    kept = {
        origin: max((share for share in points if share.precision >= mark), key=lambda share: share.recall)
        for origin, points in measured.items()
    }
    ordered = sorted(kept.values(), key=lambda share: share.recall)
    gap, chance = 0.0, 0.0
    if ordered:
        gap = ordered[-1].recall - ordered[0].recall
        # The widest of all pairs was picked, so each pair gets its part of the one in twenty (Bonferroni).
        looks = max(len(ordered) * (len(ordered) - 1) / 2, 1.0)
        z = NormalDist().inv_cdf(1 - RARE / looks / 2)
        chance = z * sqrt(ordered[-1].variance + ordered[0].variance)
    recalls = {origin: share.recall for origin, share in kept.items()}
    return {"at precision": mark, "widest gap": gap, "chance": chance, **recalls}


def _cut(con: duckdb.DuckDBPyConnection, cut: float) -> None:
    """Let the mentions that score below ``cut`` go, each into a cluster of its own."""
    kept = f"CASE WHEN score >= {cut} THEN cluster ELSE cast(mention_id AS VARCHAR) END"
    con.execute(f"CREATE OR REPLACE TEMP VIEW judged AS SELECT {kept} AS cluster, entity_id, origin FROM matched")


def _overall(con: duckdb.DuckDBPyConnection) -> dict[str, float | int]:
    """Pairwise figures; 1 where nothing was said, or nothing was there to be found."""
    both, ours, told = (float(value or 0) for value in con.execute(PAIRS).fetchall()[0])
    precision, recall = both / ours if ours else 1.0, both / told if told else 1.0
    total = precision + recall
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / total if total else 0.0}


def _by_origin(con: duckdb.DuckDBPyConnection, cut: float) -> dict[str, Share]:
    _cut(con, cut)
    return {origin: _share(*map(float, sums)) for origin, *sums in con.execute(BY_ORIGIN).fetchall()}


def _share(mentions: float, precise: float, found: float, xx: float, xm: float, mm: float) -> Share:
    recall = found / mentions
    # The variance of a ratio of sums, its entities drawn anew.
    return Share(precise / mentions, recall, max(xx - 2 * recall * xm + recall**2 * mm, 0.0) / mentions**2)


def _load(con: duckdb.DuckDBPyConnection, truth: Path) -> None:
    """The truth's mentions and entities as temporary tables, every field as text."""
    for name, file in (("told", "mentions.csv"), ("entities", "entities.csv")):
        read = f"read_csv('{truth / file}', header=true, all_varchar=true, quote='\"', escape='\"')"
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM {read}")
