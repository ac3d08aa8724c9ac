"""What the book asks of an engine, asked of both: the same words mean the same, and half a change is none."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.book.book import Book
from onrecord.book.engine import megabytes, open_engine
from onrecord.errors import CaseError, QueryError

if TYPE_CHECKING:
    from onrecord.book.engine import Engine

Both = tuple["Engine", "Engine"]

MEANINGS = {
    "a date": "SELECT try_cast(t AS DATE) AS v FROM (VALUES ('2024-02-29'), ('2023-02-29'), ('2024-05'),"
    " ('0000-00-00'), ('2024-1-5'), ('20240105'), ('x'), (NULL)) AS _(t)",
    "a number": "SELECT try_cast(t AS DOUBLE) AS v FROM (VALUES ('1'), ('-1.50'), ('1d'), ('1e3'), ('.5'), ('5.'),"
    " (''), ('1,000'), (' 7 '), ('+3'), ('--1'), (NULL)) AS _(t)",
    "beyond the end of a list": "SELECT string_split('a|b', '|')[3] AS v, array_length(string_split('a||', '|')) AS n",
    "the value at the least": "SELECT arg_min(v, k) AS v, arg_max(v, k) AS w FROM "
    "(VALUES (NULL, 1), ('b', 2), ('c', 3), (NULL, 4)) AS _(v, k)",
    "the middle": "SELECT quantile_disc(v, 0.5) AS v FROM (VALUES (1), (2), (3), (10)) AS _(v)",
    "order of nothing": "SELECT v FROM (VALUES (2), (NULL), (1)) AS _(v) ORDER BY v DESC",
    "the first of each": "SELECT k, v FROM (VALUES (1, 'b'), (1, NULL), (1, 'a'), (2, NULL)) AS _(k, v) "
    "QUALIFY row_number() OVER (PARTITION BY k ORDER BY v) = 1 ORDER BY k",
    "letters of all scripts": r"SELECT trim(regexp_replace(lower(v), '[^\\p{L}\\p{N}]+', ' ', 'g')) AS v FROM "
    "(VALUES ('¡Año 2024!'), ('Привет, мир'), ('مرحبا 12'), ('東京-大阪'), ('🙂')) AS _(v)",
    "a list in order": "SELECT string_agg(v, ', ' ORDER BY v) AS v FROM (VALUES ('b'), ('a'), (NULL)) AS _(v)",
    "quotes and backslashes": r"SELECT 'it''s \\d \\n' AS v, 'a\\b' LIKE 'a%' AS w",
    "counting what is there": "SELECT bool_or(v) AS a, bool_and(v) AS b, count(v) AS c, min(v) AS d FROM "
    "(VALUES (TRUE), (NULL), (FALSE)) AS _(v)",
    "text in pieces": "SELECT split_part('1/2', '/', 3) AS a, left('abc', 2) AS b, lpad('12345', 3, '0') AS c, "
    "substr('abc', 2, 1) AS d, concat_ws('; ', 'a', NULL, 'b') AS e, starts_with('abc', 'ab') AS f, "
    "regexp_extract('a12', '[0-9]') AS g, md5('x') AS h, 'n' || 3 AS i, length('né') AS j",
}


@pytest.mark.parametrize("meaning", MEANINGS)
def test_the_same_words_mean_the_same(engines: Both, meaning: str) -> None:
    duckdb, spark = (engine.ask(MEANINGS[meaning]).to_pylist() for engine in engines)
    assert sorted(map(repr, spark)) == sorted(map(repr, duckdb))


def test_lines_have_the_same_numbers(engines: Both, tmp_path: Path) -> None:
    draw = random.Random("lines")
    lines = ["".join(draw.choices("ab|\"'\\ é", k=draw.randrange(30))) for _ in range(3000)]
    for name, end in (("unix.txt", "\n"), ("windows.txt", "\r\n")):
        path = tmp_path / name
        path.write_text(end.join(lines) + end, encoding="utf-8", newline="")
        for engine in engines:
            engine.load_lines(path, "raw")
            rows = engine.ask("SELECT n, line FROM raw ORDER BY n").to_pylist()
            assert [(row["n"], row["line"]) for row in rows] == list(enumerate(lines, 1))
            engine.drop("raw")


def test_lines_are_counted_across_the_pieces_that_workers_read(spark_at, tmp_path: Path) -> None:
    spark = spark_at(tmp_path / "book")
    spark.session.conf.set("spark.sql.files.maxPartitionBytes", "2000")
    spark.session.conf.set("spark.sql.files.openCostInBytes", "0")
    path = tmp_path / "long.txt"
    path.write_text("".join(f"line {n}\n" for n in range(1, 5001)), encoding="utf-8")
    spark.load_lines(path, "raw")
    assert spark.ask("SELECT count(*) AS n FROM raw WHERE line = 'line ' || n").to_pylist() == [{"n": 5000}]
    spark.close()


def stopped_halfway(engine: Engine, row: str) -> None:
    with engine.transaction():
        engine.insert("quarantine", row)
        engine.replace("source", "SELECT 'x' AS source_id")
        assert engine.ask("SELECT count(*) AS n FROM quarantine").to_pylist() == [{"n": 2}]
        raise RuntimeError("halfway")


def test_a_transaction_is_all_or_nothing(engines: Both) -> None:
    row = "SELECT 's' AS source_id, 'line 1' AS locator, 'why' AS reason"
    for engine in engines:
        with engine.transaction():
            assert engine.insert("quarantine", row) == 1
        with pytest.raises(RuntimeError, match="halfway"):
            stopped_halfway(engine, row)
        assert engine.ask("SELECT locator, raw FROM quarantine").to_pylist() == [{"locator": "line 1", "raw": None}]
        assert engine.ask("SELECT * FROM source").num_rows == 0


def test_a_column_that_a_table_does_not_have_is_refused(engines: Both) -> None:
    for engine in engines:
        with pytest.raises(ValueError, match="quarantine"):
            engine.insert("quarantine", "SELECT 1 AS colour")


def test_a_table_may_be_made_of_itself(engines: Both) -> None:
    for engine in engines:
        engine.keep("held", "SELECT 1 AS n UNION ALL SELECT 2")
        engine.keep("held", "SELECT n FROM held WHERE n > 1")
        engine.insert("quarantine", "SELECT 'a' AS source_id UNION ALL SELECT 'b'")
        engine.replace("quarantine", "SELECT * FROM quarantine WHERE source_id = 'b'")
        assert engine.ask("SELECT n, source_id FROM held, quarantine").to_pylist() == [{"n": 2, "source_id": "b"}]


def test_a_query_that_cannot_be_answered_is_one_clear_line(engines: Both) -> None:
    for engine in engines:
        book = Book(engine)
        with pytest.raises(QueryError) as wrong:
            book.query("SELECT colour FROM mention")
        assert "colour" in str(wrong.value)
        assert "\n" not in str(wrong.value)
        with pytest.raises(QueryError, match="reading"):
            book.query("DROP TABLE mention")


def test_a_spark_book_is_there_again_and_two_writers_do_not_overwrite_each_other(spark_at, tmp_path: Path) -> None:
    first, second = spark_at(tmp_path / "book"), spark_at(tmp_path / "book")
    first.insert("quarantine", "SELECT 'a' AS source_id")
    assert second.ask("SELECT source_id FROM quarantine").to_pylist() == [{"source_id": "a"}]
    first.insert("quarantine", "SELECT 'b' AS source_id")
    with pytest.raises(CaseError, match="another program"):
        second.insert("quarantine", "SELECT 'c' AS source_id")
    again = spark_at(tmp_path / "book")
    assert again.ask("SELECT source_id FROM quarantine ORDER BY 1").to_pylist() == [
        {"source_id": "a"}, {"source_id": "b"},
    ]  # fmt: skip
    for engine in (first, second, again):
        engine.close()


def test_a_book_without_spark_installed_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(CaseError, match=r"onrecord\[spark\]"):
        open_engine("pyspark://book", tmp_path).ask("SELECT 1")


@pytest.mark.parametrize(("text", "size"), [("2GB", 2048), ("500 mb", 500), ("1.5g", 1536), ("256MiB", 256)])
def test_an_amount_of_memory_is_read(text: str, size: int) -> None:
    assert megabytes(text) == size


@pytest.mark.parametrize("text", ["much", "2", "-1GB", "10MB", "2TB", ""])
def test_no_amount_of_memory_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CaseError, match="2GB"):
        megabytes(text)


@pytest.mark.parametrize("address", ["book.duckdb", "mysql://x", "duckdb://", ""])
def test_an_unknown_engine_is_refused_with_what_to_write(tmp_path: Path, address: str) -> None:
    with pytest.raises(CaseError, match=r"duckdb://book\.duckdb"):
        open_engine(address, tmp_path)
