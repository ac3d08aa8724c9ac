"""Documents spread over Spark's workers and over processes of this machine: the same rows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from engine_files import FIXTURES, SETTINGS

from onrecord.adding import Failed
from onrecord.case import Case, read_stories
from onrecord.vocabulary import SOURCE_TABLES

RETURN = (FIXTURES / "irs_990/return_990.xml").read_text(encoding="utf-8")


def test_workers_of_both_engines_hand_over_the_same_rows(spark_at, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.adding.SHARE", 3)
    documents = []
    for n in range(8):
        documents.append(tmp_path / f"{n}.xml")
        documents[-1].write_text(RETURN.replace("<Return ", f"<!-- {n} --><Return ", 1), encoding="utf-8")
    documents[5].write_text("<Return>", encoding="utf-8")
    cases = Case.create(tmp_path / "duckdb"), Case.create(tmp_path / "spark", book="pyspark://book")
    cases[1].config |= {"engine": SETTINGS}
    read = [case.add_documents(documents) for case in cases]
    assert read[0] == read[1]
    assert [type(row) is Failed for row in read[0]] == [n == 5 for n in range(8)]
    for table in ("source", *SOURCE_TABLES):
        duckdb, spark = (Counter(map(repr, case.book.rows(f"SELECT * FROM {table}"))) for case in cases)
        assert spark == duckdb
    assert cases[0].resolve() == cases[1].resolve()
    for case in cases:
        case.close()


def test_stories_are_read_alike_by_one_process_by_several_and_by_sparks_workers(
    spark_at, tmp_path: Path, monkeypatch
) -> None:
    stories = [tmp_path / f"{n}.txt" for n in range(3)]
    for n, path in enumerate(stories):
        path.write_text(f"Rowan Ives gave ${n + 1},000 to the Alder Fund in 203{n}.\n", encoding="utf-8")
    alone = read_stories(stories)
    monkeypatch.setattr("onrecord.case.SHARE", 1)
    spark = spark_at(tmp_path / "book")
    assert read_stories(stories) == alone
    assert read_stories(stories, None, spark.workers) == alone
    assert sum(len(story.claims) for story in alone.stories) == 3
    spark.close()
