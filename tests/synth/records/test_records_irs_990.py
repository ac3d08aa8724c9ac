"""Tax returns of a made-up world: one an organization and year, with pay, revenue, grants and kin as in the world."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand_made_world import TRANSFERS, HandMadeWorld

from onrecord.synth import write


def test_there_is_a_return_for_every_year_with_revenue_or_grants(on_disk) -> None:
    assert sorted(path.name for path in (on_disk.folder / "records" / "irs-990").iterdir()) == [
        "gannet-rock-fund_2021.xml",
        "gannet-rock-fund_2023.xml",
        "quay-action_2023.xml",
        "quay-tenants-neighbors-alliance_2022.xml",
        "quay-tenants-neighbors-alliance_2023.xml",
    ]


def test_the_book_reads_the_worlds_revenue(on_disk) -> None:
    whose = on_disk.whose()
    rows = on_disk.case.book.rows(
        "SELECT subject_mention AS who, value, left(date, 4) AS year FROM measure WHERE metric = 'revenue'"
    )
    held = {(whose[row["who"]], row["year"]): row["value"] for row in rows}
    assert held == {
        ("o5", "2022"): 900_000, ("o5", "2023"): 1_000_000, ("o6", "2023"): 400_000, ("o7", "2023"): 5_000_000,
    }  # fmt: skip


def test_grants_paid_are_what_schedule_i_lists(on_disk) -> None:
    rows = on_disk.case.book.rows(
        "SELECT m.value AS stated, (SELECT coalesce(sum(l.amount), 0) FROM link AS l WHERE l.kind = 'grant' AND "
        "l.source_id = m.source_id) AS listed FROM measure AS m WHERE metric = 'grants_paid'"
    )
    assert [row for row in rows if row["stated"] != row["listed"]] == []
    assert {row["stated"] for row in rows} == {0, 80_000, 300_000}


def test_officers_stand_in_the_returns_of_their_years_with_their_pay(on_disk) -> None:
    whose = on_disk.whose()
    rows = on_disk.case.book.rows(
        "SELECT subject_mention AS who, object_mention AS of, amount, purpose, left(date_from, 4) AS year "
        "FROM link WHERE kind = 'officer'"
    )
    held = {(whose[r["who"]], whose[r["of"]], r["year"], r["purpose"]): r["amount"] for r in rows}
    assert held == {
        ("p3", "o5", year, "EXECUTIVE DIRECTOR"): 118_400 for year in ("2022", "2023")
    } | {("p4", "o5", year, "CHAIR"): 0 for year in ("2022", "2023")}  # fmt: skip


def test_schedule_r_lists_the_arm_and_the_parent(on_disk) -> None:
    whose = on_disk.whose()
    rows = on_disk.case.book.rows(
        "SELECT subject_mention AS a, object_mention AS b FROM link WHERE kind = 'related_organization'"
    )
    assert {(whose[row["a"]], whose[row["b"]]) for row in rows} == {("o5", "o6"), ("o6", "o5")}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"counts": False}, "every one counts"),
        ({"kind": "payment"}, "a return shows grants"),
        ({"payer": "o8"}, "o8 files no return"),
    ],
)
def test_what_no_return_can_show_is_refused(tmp_path: Path, change: dict[str, object], said: str) -> None:
    world = HandMadeWorld(transfers=(replace(TRANSFERS[20], **change),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=said):
        write.write_records(tmp_path, world)
