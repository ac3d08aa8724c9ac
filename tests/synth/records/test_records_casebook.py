"""The casebook of a made-up world: a grade that follows from the world, levels for a change, copies that say so."""

from __future__ import annotations

import csv

import pytest

from onrecord.synth.records.casebook import FILE


@pytest.fixture
def facts(on_disk) -> dict[str, dict[str, str]]:
    with (on_disk.folder / FILE).open(encoding="utf-8", newline="") as stream:
        return {row["fact_id"]: row for row in csv.DictReader(stream)}


def test_only_what_the_casebook_records_is_in_it(facts) -> None:
    assert set(facts) == {"s1", "s1-copy", "s1-own", "s2-start", "s2-end", "s3", "s4", "s4-copy"}


def test_a_change_is_two_levels(facts) -> None:
    first, last = facts["s2-start"], facts["s2-end"]
    assert (first["relation"], first["amount_low"], first["date_to"]) == ("had_followers_on", "38000", "2023-09-01")
    assert (last["relation"], last["amount_high"], last["date_to"]) == ("had_followers_on", "95000", "2023-10-01")
    assert last["statement"] == "Ines Tarrow had 95,000 followers on Clipstream (2023-10-01)."
    assert facts["s4"]["statement"] == "Kofi Lindqvist spoke at rally on Pier 9 in Lannock (2023-06-14)."


def test_what_rules_others_out_is_an_official_statement(facts) -> None:
    assert facts["s1"]["grade"] == "independent_report"
    assert facts["s4"]["grade"] == "official_statement"


def test_a_copy_names_what_it_copies(facts) -> None:
    source = facts["s1"]["publisher"].removesuffix(" (fictional)")
    assert facts["s1-copy"]["lineage"] == f"{source} 2023-05-02"
    assert facts["s1-copy"]["grade"] == "lineage_copy"
    assert facts["s1-own"]["grade"] == "interested_party"


def test_a_quotation_keeps_its_words_and_what_they_are_about(facts) -> None:
    assert facts["s3"]["object"] == '"Nobody sleeps, until it is done"'
    assert facts["s3"]["note"] == "Said of Quay Tenants & Neighbors Alliance."
    assert facts["s3"]["published"] == "2023-12-31"


def test_plain_words_are_an_entity_of_their_own(on_disk) -> None:
    kinds = {row["entity_id"]: row["kind"] for row in on_disk.table("entities.csv")}
    assert kinds["text/rally-on-pier-9"] == "named"
