"""From a name to the entities it can mean. All people and organizations but those of the casebook are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mentions_made import ids, organization, party, person

from onrecord.book.book import Book
from onrecord.identity.lookup import Lookup

Resolved = Callable[..., Book]


def test_ways_to_find_an_organization(resolved: Resolved) -> None:
    book = resolved([
        organization("a", "Rivers Rising Up and Moving", "filer", ein="990000001"),
        organization("b", "River Risers", ein="990000001"),
    ])  # fmt: skip
    find, entity = Lookup(book).find, ids(book)["a"]
    for text, how in [
        ("99-0000001", "identifier"),
        ("RIVERS RISING UP & MOVING, INC.", "name"),
        ("River Risers", "alias"),
        ("RRUM", "acronym"),
        ("Rivers Risings Up and Moving", "fuzzy"),
    ]:
        found = find(text)
        assert [(c.entity_id, c.how) for c in found] == [(entity, how)], text
    assert find("Harbor Kites") == []


def test_surer_ways_score_higher(resolved: Resolved) -> None:
    book = resolved(
        [
            organization("a", "Rivers Rising Up and Moving", ein="990000001"),
            organization("b", "Risers", ein="990000001"),
        ]
    )
    find = Lookup(book).find
    texts = ("990000001", "Rivers Rising Up and Moving", "Risers", "RRUM", "Rivers Rising")
    scores = [find(text)[0].score for text in texts]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_an_acronym_that_two_could_bear_finds_neither(resolved: Resolved) -> None:
    book = resolved(
        [organization("a", "Rivers Rising Up and Moving"), organization("b", "Rural Riders United Movement")]
    )
    assert [c.how for c in Lookup(book).find("RRUM")] == []


def test_an_acronym_belongs_to_the_one_that_gives_it(resolved: Resolved) -> None:
    book = resolved(
        [organization("a", "Rivers Rising Up and Moving (RRUM)"), organization("b", "Rural Riders United Movement")]
    )
    assert [(c.entity_id, c.how) for c in Lookup(book).find("R.R.U.M.")] == [(ids(book)["a"], "acronym")]


def test_a_name_on_file_goes_before_an_acronym(resolved: Resolved) -> None:
    book = resolved(
        [organization("a", "Rivers Rising Up and Moving"), organization("b", "RRUM"), organization("c", "RRUM Beats")]
    )
    assert [(c.entity_id, c.how) for c in Lookup(book).find("RRUM")] == [(ids(book)["b"], "name")]


@pytest.mark.parametrize("text", ["Lucia Quintana", "IBARRA QUINTANA, LUCIA", "Lucía Ibarra Quintana"])
def test_a_person_is_found_in_any_order(resolved: Resolved, text: str) -> None:
    book = resolved([person("a", "IBARRA QUINTANA, LUCIA", "candidate", fec_id="H0NY99001")])
    assert [c.entity_id for c in Lookup(book).find(text)] == [ids(book)["a"]]


def test_another_initial_is_another_person(resolved: Resolved) -> None:
    book = resolved([person("a", "PARK, JIWON A", "candidate"), person("b", "PARK, JIWON B", "candidate")])
    assert [c.entity_id for c in Lookup(book).find("Jiwon B. Park")] == [ids(book)["b"]]
    assert len(Lookup(book).find("Jiwon Park")) == 2


def test_private_people_are_found_only_on_demand(resolved: Resolved) -> None:
    book = resolved([person("a", "TANAKA, HARUKI", postcode="10001"), person("b", "TANAKA, HARUKI", postcode="10002")])
    assert Lookup(book).find("Haruki Tanaka") == []
    found = Lookup(book).find("Haruki Tanaka", include_private=True)
    assert {c.entity_id for c in found} == set(ids(book).values())
    assert not any(c.public_role for c in found)


def test_no_more_than_asked_for_best_first(resolved: Resolved) -> None:
    book = resolved([organization(f"{n}", f"Harbor Kite Club {n}") for n in range(9)])
    found = Lookup(book).find("Harbor Kite Club", limit=3)
    assert len(found) == 3
    assert {c.how for c in found} == {"fuzzy"}


def test_text_from_a_story_cannot_break_the_query(resolved: Resolved) -> None:
    find = Lookup(resolved([party("a", "Harbor Forum")])).find
    assert find("'; DROP TABLE entity; --") == find("x:1'") == find("") == find("'", include_private=True) == []
    assert find("Harbor Forum")


@pytest.mark.realdata
def test_the_acronym_of_the_real_casebook(casebook: Book) -> None:
    find = Lookup(casebook).find
    assert [(c.name, c.how) for c in find("DRUM")] == [("Desis Rising Up and Moving", "acronym")]
    assert [c.name for c in find("Desis Rising Up & Moving, Inc.")] == ["Desis Rising Up and Moving"]
    assert [(c.name, c.how) for c in find("DRUM Beats")] == [("DRUM Beats", "name")]
    assert not [c for c in find("DRUM MAJOR PAC") if c.how != "fuzzy"]
