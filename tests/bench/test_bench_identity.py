"""Pairs are counted from clusters: a hand-made book against a hand-made truth."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import duckdb
import pytest
from bench.identity_world import Share, at_one_precision, compared
from hypothesis import given, settings
from hypothesis import strategies as st

Rows = list[tuple[str, str, float]]
"""A mention each: its true entity, our cluster, the score of the link between mention and cluster."""


def book(folder: Path, rows: Rows) -> tuple[Path, Path]:
    """The mentions as a book and as a truth; entity ids that begin with a are of origin a, and so on."""
    truth = folder / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    path = folder / "book.duckdb"
    path.unlink(missing_ok=True)
    con = duckdb.connect(str(path))
    con.execute("CREATE TABLE source (source_id VARCHAR, path VARCHAR)")
    con.execute(
        "CREATE TABLE mention (mention_id BIGINT, source_id VARCHAR, locator VARCHAR, role VARCHAR, name VARCHAR)"
    )
    con.execute("CREATE TABLE identity (mention_id BIGINT, entity_id VARCHAR, score DOUBLE)")
    con.execute("INSERT INTO source VALUES ('s', '/x/world/records/a.txt'), ('o', '/x/world/records/b.txt')")
    told = ["file,locator,role,name,entity_id"]
    for n, (entity, cluster, score) in enumerate(rows):
        con.execute(
            "INSERT INTO mention VALUES (?, 's', ?, 'contributor', ?)", [n, f"line {n}", None if n % 2 else "N, M"]
        )
        con.execute("INSERT INTO identity VALUES (?, ?, ?)", [n, cluster, score])
        told.append(f"records/a.txt,line {n},contributor,{'' if n % 2 else chr(34) + 'N, M' + chr(34)},{entity}")
    con.close()
    (truth / "mentions.csv").write_text("\n".join(told) + "\n", encoding="utf-8")
    entities = sorted({entity for entity, _, _ in rows})
    lines = ["entity_id,schema,name,kind,origin,family", *(f"{e},Person,{e},donor,{e[0]}," for e in entities)]
    (truth / "entities.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path, truth


def test_precision_and_recall_of_pairs(tmp_path: Path) -> None:
    rows: Rows = [("a1", "E1", 1.0), ("a1", "E1", 1.0), ("a1", "E2", 1.0), ("b1", "E2", 0.5), ("b2", "E3", 1.0)]
    figures, _ = compared(*book(tmp_path, rows))
    # Ours: (0,1), (2,3). True: (0,1), (0,2), (1,2). In both: (0,1).
    assert (figures["precision"], figures["recall"]) == (0.5, pytest.approx(1 / 3))
    assert figures["F1"] == pytest.approx(0.4)
    assert (figures["of the truth"], figures["matched"]) == (5, 5)


def test_origins_are_compared_at_one_precision(tmp_path: Path) -> None:
    rows: Rows = [
        ("a1", "E1", 1.0), ("a1", "E1", 1.0), ("a2", "E1", 0.4),
        ("b1", "E2", 1.0), ("b1", "E2", 1.0), ("b1", "E2", 1.0), ("b1", "E3", 1.0),
    ]  # fmt: skip
    _, origins = compared(*book(tmp_path, rows))
    # Letting go of the mention at .4 makes origin a precise, and costs it nothing. Of b1, three mentions find three
    # quarters of it, and one finds a quarter: (3 * .75 + .25) / 4.
    assert origins == {"at precision": 0.99, "widest gap": 0.375, "chance": 0.0, "a": 1.0, "b": 0.625}


def test_a_gap_is_wide_only_if_it_is_wider_than_chance(tmp_path: Path) -> None:
    rows: Rows = [("a1", "E1", 1.0), ("a1", "E2", 1.0), ("a2", "E3", 1.0), ("a2", "E3", 1.0), ("b1", "E4", 1.0)]
    _, origins = compared(*book(tmp_path, rows))
    # Origin a: recall .5 and 1 on two entities of two mentions: (1 - 1.5)^2 + (2 - 1.5)^2 over 4^2.
    assert (origins["a"], origins["widest gap"]) == (0.75, 0.25)
    assert origins["chance"] == pytest.approx(1.959964 * (0.5 / 16) ** 0.5)


def test_the_more_origins_are_looked_at_the_wider_a_gap_chance_makes() -> None:
    def chance(number: int) -> float:
        shares = {chr(97 + n): Share(1.0, 0.9 - n / 1_000, 0.0001) for n in range(number)}
        return float(at_one_precision([shares])["chance"])

    assert chance(2) == pytest.approx(1.959964 * 0.0002**0.5)
    assert chance(12) == pytest.approx(3.3678 * 0.0002**0.5, rel=0.01)


def test_a_precision_that_one_origin_cannot_reach_binds_nobody() -> None:
    by_cut = [{"a": Share(0.5, 1.0), "b": Share(1.0, 0.5)}, {"a": Share(1.0, 0.5), "b": Share(0.5, 0.25)}]
    found = {"widest gap": 0.0, "chance": 0.0, "a": 0.5, "b": 0.5}
    assert at_one_precision(by_cut) == {"at precision": 0.99, **found}
    assert at_one_precision(by_cut[:1]) == {"at precision": 0.5, **found, "widest gap": 0.5, "a": 1.0}


def test_a_mention_that_could_be_two_is_not_counted(tmp_path: Path) -> None:
    path, truth = book(tmp_path, [("a1", "E1", 1.0), ("a1", "E1", 1.0), ("a2", "E2", 1.0)])
    with (truth / "mentions.csv").open("a", encoding="utf-8") as file:
        file.write('records/a.txt,line 2,contributor,"N, M",a1\n')
    figures, _ = compared(path, truth)
    assert (figures["matched"], figures["of the truth"], figures["F1"]) == (2, 4, 1.0)


labels = st.lists(
    st.tuples(st.sampled_from(["a1", "a2", "b1", "b2"]), st.sampled_from(["E1", "E2", "E3"]), st.just(1.0)),
    min_size=1, max_size=12,
)  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(labels)
def test_the_table_gives_what_counting_the_pairs_gives(tmp_path_factory: pytest.TempPathFactory, rows: Rows) -> None:
    figures, _ = compared(*book(tmp_path_factory.mktemp("pairs"), rows))
    every = list(combinations(rows, 2))
    both = sum(a[0] == b[0] and a[1] == b[1] for a, b in every)
    given_, told = sum(a[1] == b[1] for a, b in every), sum(a[0] == b[0] for a, b in every)
    assert figures["precision"] == pytest.approx(both / given_ if given_ else 1.0)
    assert figures["recall"] == pytest.approx(both / told if told else 1.0)
