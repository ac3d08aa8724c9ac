"""The lists of names: as full for one origin as for another, and drawn evenly."""

from __future__ import annotations

from collections import Counter

import pytest

from onrecord.synth import names, places
from onrecord.synth.draw import stream, words
from onrecord.synth.organizations import acronym, stems

LEAST_GIVEN, LEAST_FAMILY, LEAST_FORMS = 60, 80, 10


def test_there_are_names_of_many_origins() -> None:
    assert len(names.origins()) >= 10
    assert len(set(names.origins())) == len(names.origins())


@pytest.mark.parametrize("one", names.lists(), ids=lambda one: one.origin)
def test_every_origin_has_as_full_a_list(one: names.NameList) -> None:
    assert len(set(one.given)) == len(one.given) >= LEAST_GIVEN
    assert len(set(one.family)) == len(one.family) >= LEAST_FAMILY
    assert len(one.variants) >= LEAST_FORMS
    assert len(one.nicknames) >= LEAST_FORMS
    assert set(one.variants) | set(one.nicknames) <= set(one.given)
    assert all(name not in forms for name, forms in one.variants.items())


@pytest.mark.parametrize("one", names.lists(), ids=lambda one: one.origin)
def test_names_fit_the_layouts(one: names.NameList) -> None:
    forms = [form for table in (one.variants, one.nicknames) for own in table.values() for form in own]
    for name in (*one.given, *one.family, *forms):
        assert name.isascii()
        assert not set(name) & set('|,";\t')


def test_what_is_drawn_is_of_the_origin_and_no_other_list_decides() -> None:
    draw = stream(3, "names")
    for one in names.lists():
        given, middle, family, suffix = names.drawn(draw, one.origin)
        assert given in one.given
        assert middle in (*one.given, "")
        assert set(family.split("-")) <= set(one.family) or family in one.family
        assert suffix in (*names.SUFFIXES, "")


def test_suffixes_and_compounds_come_as_often_for_all_origins() -> None:
    draw, each = stream(5, "names"), 1_500
    for one in names.lists():
        drawn = [names.drawn(draw, one.origin) for _ in range(each)]
        suffixed = sum(bool(suffix) for *_, suffix in drawn) / each
        compound = sum("-" in family for _, _, family, _ in drawn) / each
        assert abs(suffixed - names.SUFFIXED) < 0.015, one.origin
        assert abs(compound - names.COMPOUND) < 0.04, one.origin


def test_invented_words_are_many_and_none_is_known() -> None:
    avoided = {word.casefold() for word in words("organizations")["stems"]["avoid"].split()}
    towns = {name.casefold() for name, _, _ in places.cities()}
    assert len(stems()) > 2_500
    assert not {word.casefold() for word in stems()} & (avoided | towns)


def test_every_state_has_a_city_and_every_city_a_postcode_of_its_state() -> None:
    assert len(places.states()) == 50
    for state in places.states():
        start = words("places")["states"][state][1]
        assert places.cities_in(state)
        assert all(prefix.startswith(start) for _, _, prefix in places.cities_in(state))
    place = places.drawn(stream(1, "place"), "OH")
    assert place.state == "OH"
    assert len(place.postcode) == 5
    assert place.postcode.isdigit()
    assert Counter(len(places.cities_in(state)) for state in places.states())[0] == 0


def test_an_acronym_takes_the_words_that_count() -> None:
    assert acronym("Fernmark Museum and Library Society") == "FMLS"
    assert acronym("Fernmark Endowment") is None
