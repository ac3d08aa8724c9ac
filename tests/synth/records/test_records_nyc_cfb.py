"""The city's export of a made-up world: 52 columns, refunds below zero, independent spenders, an intermediary."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hand_made_world import TRANSFERS, HandMadeWorld

from onrecord.synth import write
from onrecord.synth.records.nyc_cfb import FILE


@pytest.fixture
def rows(on_disk) -> list[dict[str, str]]:
    with (on_disk.folder / FILE).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_row_has_the_52_columns(on_disk) -> None:
    with (on_disk.folder / FILE).open(encoding="utf-8", newline="") as stream:
        assert {len(row) for row in csv.reader(stream)} == {52}


def test_fields_stand_where_the_header_says(rows) -> None:
    union = rows[0]
    assert (union["RECIPID"], union["OFFICECD"], union["RECIPNAME"]) == ("9101", "1", "Castellane, Dov Aaron")
    assert (union["NAME"], union["C_CODE"], union["AMNT"], union["SCHEDULE"]) == (
        "Weavers Union", "EMPO", "3700.00", "ABC",
    )  # fmt: skip
    assert (union["CITY"], union["STATE"], union["ZIP"], union["RR_IND"]) == ("Lannock", "ND", "58002", "N")
    donor = next(row for row in rows if row["C_CODE"] == "IND" and not row["INTERMNAME"])
    assert (donor["OCCUPATION"], donor["EMPNAME"]) == ("Nurse", "Mercy, Inc.")


def test_a_refund_is_negative_on_the_day_of_the_refund(rows) -> None:
    back = [row for row in rows if row["SCHEDULE"] == "M"]
    assert len(back) > 3
    assert all(row["AMNT"].startswith("-") and row["REFUNDDATE"] and row["ADJTYPECD"] == "2" for row in back)


def test_who_is_no_candidate_is_an_independent_spender(rows) -> None:
    outside = [row for row in rows if row["OFFICECD"] == "IS"]
    assert {row["RECIPNAME"] for row in outside} == {"Neighbors for Lannock"}
    assert {row["SCHEDULE"] for row in outside} == {"ICONT", "IREF"}


def test_an_intermediary_is_named_on_the_row(rows) -> None:
    through = [row for row in rows if row["INTERMNAME"]]
    assert len(through) == 1
    assert through[0]["INTERMNAME"].startswith("Lindqvist")
    assert (through[0]["INTCITY"], through[0]["INTOCCUPA"], through[0]["INT_C_CODE"]) == ("Lannock", "Weaver", "IND")


def test_names_of_organizations_are_cut_where_the_export_cuts_them(rows) -> None:
    assert {row["NAME"] for row in rows if row["C_CODE"] == "OTHR"} == {"Quay Tenants & Neighbors Allia"}


def test_a_payment_has_no_schedule(tmp_path: Path) -> None:
    world = HandMadeWorld(transfers=(replace(TRANSFERS[15], kind="payment"),))
    with pytest.raises(ValueError, match="no schedule for this payment"):
        write.write_records(tmp_path, world)
