"""The truth beside the records: the same mentions as the book, the same sums, everybody listed, ties in both."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from onrecord.synth.lines import Lines, quoted
from onrecord.synth.truth import Seen, Truth


def test_every_mention_of_the_book_is_told_and_the_other_way_round(on_disk) -> None:
    held = on_disk.held()
    assert held.total() > 400
    assert held == on_disk.told()


def test_the_book_adds_up_to_the_totals(on_disk) -> None:
    totals = on_disk.totals()
    assert totals == on_disk.sums()
    assert totals["fec", "contribution", "o4", "o1", "2023", ""] == (10_000, 2)
    assert totals["fec", "contribution", "o4", "p1", "2023", ""] == (10_000, 2)
    assert totals["fec", "refund", "o1", "o4", "2023", ""] == (2_000, 1)
    assert totals["fec", "independent_expenditure", "o3", "p2", "2023", "O"] == (120_000, 1)
    assert totals["nyc-cfb", "refund", "p4", "o9", "2023", ""] == (1_600, 1)
    assert totals["irs-990", "grant", "o7", "*", "2023", ""] == (300_000, 2)


def test_every_entity_of_a_mention_is_listed_once(on_disk) -> None:
    listed = [row["entity_id"] for row in on_disk.table("entities.csv")]
    assert len(set(listed)) == len(listed)
    assert {row["entity_id"] for row in on_disk.table("mentions.csv")} <= set(listed)
    assert {row["origin"] for row in on_disk.table("entities.csv") if row["kind"] == "donor"} == {"hispanic"}


def test_ties_are_those_of_the_world(on_disk) -> None:
    ties = {(row["subject"], row["relation"], row["object"]) for row in on_disk.table("ties.csv")}
    assert {
        ("p3", "officer", "o5"),
        ("p3", "treasurer", "o1"),
        ("o5", "connected_organization", "o6"),
        ("o3", "same_family", "o6"),
        ("p1", "candidate_committee", "o1"),
        ("o11", "representation", "o12"),
        ("o11", "representation", "text/ministry-of-tides-valdora"),
    } <= ties


def test_a_run_that_fails_leaves_no_totals(tmp_path: Path) -> None:
    try:
        with Truth(tmp_path) as told:
            told.money("fec", "payment", "o1", "o2", "2023-01-01", 5)
            raise KeyError("a world that is not whole")
    except KeyError:
        pass
    assert not (tmp_path / "totals.csv").exists()


@given(st.lists(st.from_regex(r"[a-z/]{0,3}0{0,2}[0-9]{0,4}", fullmatch=True), max_size=60))
def test_seen_is_a_set(names: list[str]) -> None:
    seen, known = Seen(), set()
    for name in names:
        assert seen.first(name) is (name not in known)
        known.add(name)


def test_lines_come_out_whole_whatever_the_chunk(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.synth.lines.CHUNK", 3)
    told: list[int] = []
    lines = Lines(tmp_path / "deep" / "file.csv", "head", "\r\n", told.append)
    for n in range(7):
        lines.add(str(n))
    assert lines.count == 7
    lines.close()
    assert (tmp_path / "deep" / "file.csv").read_bytes() == b"head\r\n" + b"".join(b"%d\r\n" % n for n in range(7))
    assert told == [3, 6, 7]


def test_a_file_without_a_line_is_not_made(tmp_path: Path) -> None:
    Lines(tmp_path / "file.csv", "head").close()
    assert not (tmp_path / "file.csv").exists()


def test_a_quotation_mark_inside_a_value_is_doubled() -> None:
    assert quoted('Tarn "Valley", Inc.') == '"Tarn ""Valley"", Inc."'


def test_a_built_world_holds_together(built_on_disk) -> None:
    assert not [s for s in built_on_disk.summaries if s.rows_quarantined]
    assert built_on_disk.held() == built_on_disk.told()
    assert built_on_disk.totals() == built_on_disk.sums()
