"""Spelling noise: always the same for the same record, never too much of it, nothing lost in the truth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.synth import names
from onrecord.synth.draw import words
from onrecord.synth.noise import filed_organization, filed_person, slip
from onrecord.synth.world import Organization, Person, Place

HOME = Place("12 Quay St", "Gullhaven", "NY", "12012")
TARROW = Person("d000000012", "William", "Arthur", "Tarrow-Birch", "Jr.", "anglo", HOME, "RETIRED", "RETIRED")
COUNCIL = Organization(
    "o00007", "Flint and Ferry Workers Council Inc", "FFWC", "union", HOME, None, None, None, None, (), (), 1999
)
MANY = 6_000


@given(st.integers(0, 10**9))
def test_a_record_is_always_spelled_the_same(n: int) -> None:
    assert filed_person(TARROW, n) == filed_person(TARROW, n)
    assert filed_organization(COUNCIL, n) == filed_organization(COUNCIL, n)


@given(st.integers(0, 10**9), st.sampled_from(names.lists()), st.data())
def test_every_spelling_fits_the_layouts(n: int, one: names.NameList, data: st.DataObject) -> None:
    given_name, family = data.draw(st.sampled_from(one.given)), data.draw(st.sampled_from(one.family))
    person = replace(TARROW, given=given_name, family=family, origin=one.origin)
    name = filed_person(person, n)
    assert name == name.upper().strip()
    assert name.isascii()
    assert not set(name) & set('|"\n')
    assert name[0] in (family[0].upper(), given_name[0].upper())


def test_the_city_register_keeps_small_letters() -> None:
    for n in range(200):
        assert filed_person(TARROW, n, upper=False).upper() == filed_person(TARROW, n)
    assert filed_person(TARROW, 1, upper=False) != filed_person(TARROW, 1)


def test_people_are_spelled_in_all_the_ways_at_about_their_rates() -> None:
    rates = words("noise")["person"]
    filed = [filed_person(replace(TARROW, id=f"d{n:09d}"), n) for n in range(MANY)]
    shares = {
        "nickname": sum(any(f" {name}" in one for name in ("BILL", "WILL ", "WILL,")) for one in filed) / MANY,
        "suffix_left_out": sum("JR" not in one and "J.R" not in one for one in filed) / MANY,
        "hyphen_split": sum("TARROW BIRCH" in one for one in filed) / MANY,
        "straight_order": sum("," not in one for one in filed) / MANY,
        "middle_initial": sum(" A." in one for one in filed) / MANY,
        "middle_name": sum(" ARTHUR" in one for one in filed) / MANY,
    }
    for kind, share in shares.items():
        assert share == pytest.approx(rates[kind], abs=0.035), kind
    assert len(set(filed)) > 40


def test_typos_stay_below_one_record_in_twenty() -> None:
    plain = replace(TARROW, middle="", suffix="", family="Tarrow")
    right = {"TARROW, WILLIAM", "WILLIAM TARROW", "TARROW, W.", "W. TARROW", "TARROW, BILL", "TARROW, WILL"}
    right |= {
        f"TARROW, {given} {title}" for given in ("WILLIAM", "BILL", "WILL", "W.") for title in ("MR.", "MS.", "DR.")
    }
    right |= {"BILL TARROW", "WILL TARROW"}
    wrong = sum(filed_person(replace(plain, id=f"d{n:09d}"), n) not in right for n in range(MANY)) / MANY
    assert 0.015 < wrong < 0.05


def test_organizations_are_abbreviated_cut_and_written_short() -> None:
    filed = {filed_organization(COUNCIL, n) for n in range(2_000)}
    assert {"FFWC", "FLINT AND FERRY WORKERS COUNCIL INC", "FLINT & FERRY WORKERS COUNCIL, INC."} <= filed
    assert any("CNCL" in name for name in filed)
    assert any(name.startswith("THE ") for name in filed)
    assert any(len(name) == words("noise")["organization"]["width"] for name in filed)
    plain = sum(filed_organization(COUNCIL, n).upper() == COUNCIL.name.upper() for n in range(2_000))
    assert 250 < plain < 500


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"]), min_size=4, max_size=20), st.integers(0, 2**32))
def test_a_slip_is_one_slip(text: str, chance: int) -> None:
    slipped = slip(text, chance)
    assert slipped[0] == text[0]
    assert abs(len(slipped) - len(text)) <= 1
    if len(slipped) == len(text):
        assert sorted(slipped) == sorted(text)
        assert sum(a != b for a, b in zip(slipped, text, strict=True)) in (0, 2)


def test_nothing_to_slip_on_stays() -> None:
    assert slip("A. B", 5) == "A. B"
