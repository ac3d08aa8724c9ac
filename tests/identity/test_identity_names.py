"""Names as keys. All people and organizations are invented."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.identity.names import (
    PLAIN,
    acronyms,
    given_acronyms,
    is_personal,
    normalize,
    organization_key,
    person_key,
    person_name,
)

ACCENTS = str.maketrans("aeiouncszAEIOUNCSZ", "áéíóúñçšžÁÉÍÓÚÑÇŠŽ")
words = st.text(alphabet=string.ascii_letters, min_size=2, max_size=9)
names = st.lists(words, min_size=1, max_size=6).map(" ".join)


@given(st.text(max_size=60))
def test_normalize_is_idempotent(text: str) -> None:
    once = normalize(text)
    assert normalize(once) == once


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert organization_key(organization_key(text)) == organization_key(text)
    assert person_key(text) == "" or len(person_key(text).split()) == 2
    assert all(3 <= len(a) <= 10 or a in given_acronyms(text) for a in acronyms(text))


@given(names)
def test_keys_ignore_case_accents_and_punctuation(name: str) -> None:
    for spelling in (
        name.upper(),
        name.lower(),
        name.translate(ACCENTS),
        f"{name}.",
        f"“{name}”",
        name.replace(" ", "  "),
    ):
        assert normalize(spelling) == normalize(name)
        assert organization_key(spelling) == organization_key(name)


@given(words, words)
def test_a_person_has_one_key_in_either_order(first: str, last: str) -> None:
    assert person_name(f"{last.upper()}, {first.upper()}").last == normalize(last)
    if person_key(f"{first} {last}") == f"{normalize(first)} {normalize(last)}":
        assert person_key(f"{last.upper()}, {first.upper()} Q. JR.") == person_key(f"{first} Q. {last}, Jr.")


@given(st.from_regex(r"[A-Z]{3,8}, [A-Z]{3,8}( [A-Z]\.?)?", fullmatch=True))
def test_the_short_cut_for_plain_names_reads_as_the_long_way_does(name: str) -> None:
    assert PLAIN.match(name)
    assert person_name(name) == person_name(name.replace(", ", " , "))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor Workers & Neighbors", "HARBOR WORKERS AND NEIGHBORS"),
        ("The Harbor Forum, Inc.", "Harbor Forum"),
        ("Lindqvist Political Action Committee", "LINDQVIST PAC"),
        ("Lindqvist, Inc. Political Action Committee", "Lindqvist PAC"),
        ("People’s Kitchen", "PEOPLES KITCHEN"),
        ("J. P. Okonkwo & Co.", "JP Okonkwo and Company"),
        ("U.S. Kite Fliers Assn.", "US KITE FLIERS ASSOCIATION"),
        ("Casa de la Niñez", "CASA DE LA NINEZ"),
        ("Rivers Rising Up and Moving (RRUM)", "Rivers Rising Up & Moving"),
        ("Rivers Rising Up And Moving (R", "RIVERS RISING UP AND MOVING INC"),
        ("Natl Cmte for Kites LLC", "National Committee for Kites"),
    ],
)
def test_spellings_of_one_organization(one: str, other: str) -> None:
    assert organization_key(one) == organization_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor Foundation", "Harbor Action"),
        ("Harbor Action", "Harbor Action Fund"),
        ("Harbor Foundation", "Harbor Foundation Action Fund"),
        ("RRUM", "RRUM Beats"),
        ("RRUM", "RRUM Major PAC"),
        ("Harbor Point USA", "Harbor Point Action"),
        ("Harbor PAC", "Harbor"),
        ("Kite Fliers Local 12", "Kite Fliers Local 21"),
        ("Friends of CO", "Friends of"),
        ("Harbor Party", "Harbor Party (North Shore)"),
    ],
)
def test_names_of_different_organizations(one: str, other: str) -> None:
    assert organization_key(one) != organization_key(other)


@pytest.mark.parametrize(
    ("filed", "printed"),
    [
        ("WHITCOMB, ALDEN R. JR.", "Alden Whitcomb, Jr."),
        ("WHITCOMB JR, ALDEN", "Alden R. Whitcomb Jr"),
        ("O'HALLORAN, DEIRDRE MS.", "Deirdre O’Halloran"),
        ("IBARRA QUINTANA, LUCIA", "Lucía Ibarra Quintana"),
        ("DE LA FUENTE, MATEO", "Mateo de la Fuente"),
        ("RAHMAN, MD", "Md Rahman"),
        ("CHAUDHURI, ANJALI DR", "Dr. Anjali Chaudhuri"),
        ("HOSSAIN, IMAM", "Imam Hossain"),
        ("AL-KHOURY, RANIA", "Rania al-Khoury"),
        ("BIN YUSUF, TARIQ", "Tariq bin Yusuf"),
        ("TANAKA, HARUKI", "Haruki Tanaka"),
        ("PARK, JI-WON", "Ji Won Park"),
        ("NGUYEN, THI MINH", "Thi Minh Nguyen"),
        ("KOWALCZYK, LUKASZ", "Łukasz Kowalczyk"),
        ("NOVAKOVA, JANA MUDR., MD", "Jana Nováková, MD"),
        ("OKONKWO, CHIDI PHD", "Chidi Okonkwo"),
    ],
)
def test_one_person_in_two_orders(filed: str, printed: str) -> None:
    assert person_key(filed) == person_key(printed) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("WHITCOMB, ALDEN", "Thomas Whitcomb"),
        ("IBARRA, LUCIA", "Lucía Quintana"),
        ("CHAUDHURI, ANJALI", "Anjali Chowdhary"),
        ("AL-KHOURY, RANIA", "Rania al-Masri"),
        ("PARK, JI-WON", "Ji-woo Kim"),
        ("KOWALCZYK, LUKASZ", "Łukasz Kowal"),
        ("THOMAS, JAMES", "Thomas James"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


def test_parts_of_a_name() -> None:
    assert person_name("WHITCOMB, J.R.") == ("jr", "", "whitcomb", "")
    assert person_name("Whitcomb, M.D., Alden") == ("alden", "", "whitcomb", "")
    assert person_name("WHITCOMB, ALDEN MR. III") == ("alden", "", "whitcomb", "iii")
    assert person_name("Okonkwo").key == person_name("").key == ""


def test_acronyms_are_initials_or_given() -> None:
    assert "RRUM" in acronyms("Rivers Rising Up and Moving")
    assert acronyms("HARBOR LABORERS UNION OF NORTH ISLAND (HARLUNI)") >= {"HARLUNI"}
    assert "CHAIRMAN" not in acronyms("Harbor Committee on Kites (CHAIRMAN)")
    assert acronyms("RRUM Beats") == set()


@pytest.mark.parametrize(
    "name", ["Rania al-Khoury", "WHITCOMB, ALDEN", "Ji Won Park", "Mateo de la Fuente", "Md Rahman"]
)
def test_personal_names(name: str) -> None:
    assert is_personal(name)


@pytest.mark.parametrize("name", ["Harbor Forum", "kite voters", "Whitcomb & Sons", "Local 12", "RRUM", "Whitcomb PAC"])
def test_names_that_are_no_persons(name: str) -> None:
    assert not is_personal(name)
