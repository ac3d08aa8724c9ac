"""Names in running text, told from form alone: invented names of many origins in the same frames."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.mentions import Gazetteer, Mention, find_mentions, initials, kind_of
from onrecord.stories.text import read_text
from onrecord.vocabulary import GazetteerEntry

PEOPLE = [
    "Wendell Ashgrove", "Marisol Quintanilla", "Anjali Deshmukhi", "Tariq al-Masrawi", "Haruto Kinoshima",
    "Oksana Verbytska", "Chidi Okonkwu", "Sinead O'Marroway", "Lars Thorvik", "Mei-Ling Zhaoling",
]  # fmt: skip


def names(story: str, *known: GazetteerEntry) -> list[tuple[str, str]]:
    return [(m.name, m.kind) for m in find_mentions(read_text(story), Gazetteer(known))]


def prose(sentence: str) -> str:
    """A sentence in the middle of a story, so that its block is body text."""
    return f"The meeting went on for most of the evening, and few people left before it ended.\n\n{sentence}\n"


@pytest.mark.parametrize("person", PEOPLE)
def test_a_person_of_any_origin_is_found_in_the_same_frames(person: str) -> None:
    found = names(prose(f"In March the board heard {person}, who had asked to speak about the ferry."))
    assert (person, "person") in found


@pytest.mark.parametrize("person", PEOPLE)
def test_a_surname_stands_for_the_full_name(person: str) -> None:
    surname = person.split()[-1]
    found = names(prose(f"The board heard {person} first. After an hour, members thanked {surname} for coming."))
    assert [name for name, kind in found if kind == "person"] == [person, person]


def test_two_people_of_one_surname_stay_short() -> None:
    found = names(prose("They met Ines Ostrova and Pavel Ostrova there. Later they thanked Ostrova for coming."))
    assert found[-1][0] == "Ostrova"


def test_an_acronym_that_the_story_defines_is_the_full_name() -> None:
    found = names(prose("Money went to the Ansel Renters Congress (ARC) in May, and ARC spent it by June."))
    assert [name for name, _ in found] == ["Ansel Renters Congress"] * 3


def test_a_name_with_and_in_it_is_one_where_its_acronym_says_so() -> None:
    found = names(prose("A grant went to Riders Rising Up and Moving (RRUM), the records show."))
    assert found[0] == ("Riders Rising Up and Moving", "organization")


def test_two_listed_names_are_two() -> None:
    found = names(prose("The grants went to Sternlight Forward and Quay Action last year, the records show."))
    assert [name for name, _ in found] == ["Sternlight Forward", "Quay Action"]


def test_a_person_of_an_organization_is_two_names() -> None:
    found = names(prose("They listened to Anjali Deshmukhi of the Harbor Party for an hour."))
    assert found == [("Anjali Deshmukhi", "person"), ("Harbor Party", "organization")]


def test_a_possessive_ends_a_name_but_not_inside_the_peoples_forum() -> None:
    found = names(prose("They read Kestria's Fisheries Ministry on quotas. Then came The People's Forum in turn."))
    assert ("Kestria", "unknown") in found
    assert any(name.endswith("People's Forum") for name, _ in found)


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital() -> None:
    assert names(prose("Supporters waited outside. Money was short. Nobody came.")) == []


def test_a_known_name_is_never_cut_and_never_found_in_a_longer_one() -> None:
    known = GazetteerEntry("Quay", "Organization", "E1")
    found = names(prose("In May the money went to Quay Beats, and in June some went to Quay."), known)
    assert [name for name, _ in found] == ["Quay Beats", "Quay"]


def test_a_name_known_to_the_records_is_found_across_joining_words() -> None:
    known = GazetteerEntry("Fix the Harbor", "Organization", "E1")
    assert ("Fix the Harbor", "organization") in names(prose("In May, Fix the Harbor paid for the ads."), known)


def test_initials_leave_small_words_out() -> None:
    assert initials("Riders Rising Up and Moving") == "RRUM"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Ansel Board of Elections", "organization"), ("Pier Street", "place"), ("Hungary", "place"),
     ("TikTok", "platform"),
     ("Foreign Agents Registration Act", "unknown"), ("Fix the City", "organization"), ("@quaybeats", "organization")],
)  # fmt: skip
def test_what_a_name_names_is_told_from_its_form(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@given(st.text(max_size=300))
def test_any_text_gives_mentions_in_order_that_do_not_overlap(raw: str) -> None:
    found = find_mentions(read_text(raw), Gazetteer())
    assert all(isinstance(m, Mention) and raw[m.start : m.end].strip() for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In March they heard Will Young, who left early.", ("Will Young", "person")),
        ("In March they heard Grace Hill, 41, a teacher.", ("Grace Hill", "person")),
        ("In March they met in Grace Hill for an hour.", ("Grace Hill", "place")),
        ("Grace Hill said the ferry was late.", ("Grace Hill", "person")),
        ("In March they told Mayor Okonkwu about it.", ("Okonkwu", "person")),
        ("In March they told Sen. Elena de la Torre about it.", ("Elena de la Torre", "person")),
        ("In March they told Lt. Gov. Min-ji Park about it.", ("Min-ji Park", "person")),
        ("He Jianmin gave a speech about it.", ("He Jianmin", "person")),
        ("In March they told May Thornbury about it.", ("May Thornbury", "person")),
        ("In March they told María Ibarrola Sáenz about it.", ("María Ibarrola Sáenz", "person")),
        ("In March they told Ruben Diasso Jr. about it.", ("Ruben Diasso Jr.", "person")),
        ("Developer Ann Lindholm gave a speech.", ("Ann Lindholm", "person")),
        ("In March Treasury Secretary Ann Lindholm spoke.", ("Ann Lindholm", "person")),
        ("Most of it went to New Harborites for Lower Fares.", ("New Harborites for Lower Fares", "organization")),
        ("Baobab is a super PAC in the city.", ("Baobab", "unknown")),
        ("Fix the Harbor spent the money in March.", ("Fix the Harbor", "organization")),
        ("Most of it went to the Workers' Party of Kestria.", ("Workers' Party of Kestria", "organization")),
    ],
)
def test_names_that_are_ordinary_words_titles_or_of_unusual_form(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in names(prose(sentence))


@pytest.mark.parametrize(
    ("sentence", "absent"),
    [
        ("Endorsed by nobody, she left early.", "Endorsed"),
        ("In January the money was spent.", "January"),
        ("They waited for an answer until May. Nothing came.", "May"),
        ("It was a super PAC and it filed Form 990 on time.", "Form"),
        ("Longtime Quay Action organizers left early.", "Longtime"),
    ],
)
def test_capitals_that_name_nobody(sentence: str, absent: str) -> None:
    assert not any(absent in name.split() for name, _ in names(prose(sentence)))


@pytest.mark.parametrize("short", ["Ibarrola", "Sáenz", "Ibarrola Sáenz"])
def test_any_part_of_a_two_surname_name_may_stand_for_it(short: str) -> None:
    found = names(prose(f"They heard María Ibarrola Sáenz first. Then {short} said the ferry was late."))
    assert {name for name, _ in found} == {"María Ibarrola Sáenz"}


def test_a_surname_that_is_a_country_is_the_person_where_it_speaks_and_the_country_where_one_can_be() -> None:
    found = names(
        prose("They heard Ann Jordan in March. Jordan said the ferry was late. She has never been in Jordan.")
    )
    assert [name for name, _ in found] == ["Ann Jordan", "Ann Jordan", "Jordan"]


def test_a_particle_that_begins_a_sentence_is_the_same_name() -> None:
    found = names(prose("They heard Tariq al-Masrawi first. Al-Masrawi said the ferry was late."))
    assert {name for name, _ in found} == {"Tariq al-Masrawi"}
