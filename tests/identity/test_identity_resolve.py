"""Who is one entity and who is not. All people and organizations are invented."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from mentions_made import Mention, are_apart, are_one, ids, named, organization, party, person

from onrecord.book.book import Book
from onrecord.identity.resolve import resolve

Resolved = Callable[..., Book]


# ── identifiers ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_identifier_gives_an_entity_whatever_the_name(resolved: Resolved) -> None:
    book = resolved([
        organization("a", "Harbor Forum PAC", "committee", fec_id="C00999001"),
        organization("b", "HARBOR FRM", fec_id="c00999001"),
        organization("c", None, "committee", fec_id="C00999001"),
    ])  # fmt: skip
    assert are_one(book, "a", "b", "c")
    assert named(book, "b") == "Harbor Forum PAC"  # its own registration says what it is called
    assert book.rows("SELECT DISTINCT reason FROM identity")[0]["reason"] == "identifier fec_id C00999001"


@pytest.mark.parametrize("column", ["fec_id", "ein", "registry_id"])
def test_conflicting_identifiers_never_merge(resolved: Resolved, column: str) -> None:
    one, other = {"fec_id": ("C00999001", "C00999002"), "ein": ("990000001", "990000002")}.get(column, ("x:1", "x:2"))
    book = resolved([
        organization("a", "Democracy Kite PAC", **{column: one}),
        organization("b", "Democracy Kite PAC", **{column: other}),
        organization("c", "Democracy Kite PAC"),
        party("d", "Democracy Kite PAC"),
    ])  # fmt: skip
    assert are_apart(book, "a", "b", "c", "d")


def test_an_ein_is_one_with_hyphen_or_without(resolved: Resolved) -> None:
    book = resolved([organization("a", "Harbor Forum", ein="01-2345678"), organization("b", "Harbor", ein="12345678")])
    assert are_one(book, "a", "b")


def test_two_identifiers_of_one_party_are_tied_by_a_record(resolved: Resolved) -> None:
    book = resolved([
        organization("both", "Harbor PAC", fec_id="C00999001", ein="990000001"),
        organization("ein", "Harbor Political Committee", ein="99-0000001"),
    ])  # fmt: skip
    assert are_one(book, "both", "ein")


def test_an_ein_that_two_committees_share_ties_neither(resolved: Resolved) -> None:
    book = resolved([
        organization("a", "Harbor PAC", fec_id="C00999001", ein="990000001"),
        organization("b", "Harbor Victory", fec_id="C00999002", ein="990000001"),
        organization("c", "Harbor", ein="990000001"),
    ])  # fmt: skip
    assert are_apart(book, "a", "b", "c")


def test_one_number_of_two_registers_is_two(resolved: Resolved) -> None:
    book = resolved(
        [organization("a", "Harbor A", registry_id="x:7"), organization("b", "Harbor B", registry_id="y:7")]
    )
    assert are_apart(book, "a", "b")


def test_a_city_and_a_federal_candidate_of_one_name_are_tied_unless_a_register_knows_two(resolved: Resolved) -> None:
    book = resolved([
        person("city", "Novak, Jana", "candidate", registry_id="nyc-cfb:7", state="NY"),
        person("federal", "NOVAK, JANA", "candidate", fec_id="H0NY99001", state="NY"),
        person("city 2", "Park, Ji-won", "candidate", registry_id="nyc-cfb:8", state="NY"),
        person("federal 2", "PARK, JI-WON", "candidate", fec_id="H0NY99002", state="NY"),
        person("federal 3", "PARK, JI-WON", "candidate", fec_id="S0NY99003", state="NY"),
        person("city 3", "Okonkwo, Chidi", "candidate", registry_id="nyc-cfb:9", state="NY"),
        person("federal 4", "OKONKWO, CHIDI", "candidate", fec_id="H0TX99004", state="TX"),
    ])  # fmt: skip
    assert are_one(book, "city", "federal")
    assert are_apart(book, "city 2", "federal 2", "federal 3", "city 3", "federal 4", "city")


def test_a_city_candidate_of_no_stated_state_is_tied_to_no_federal_one(resolved: Resolved) -> None:
    book = resolved([
        person("city", "Novak, Jana", "candidate", registry_id="city:7"),
        person("federal", "NOVAK, JANA", "candidate", fec_id="H0TX99001", state="TX"),
    ])  # fmt: skip
    assert are_apart(book, "city", "federal")


def test_a_party_that_only_a_number_names_is_called_by_it(resolved: Resolved) -> None:
    book = resolved([organization("a", None, "committee", fec_id="C00999001")])
    assert named(book, "a") == "C00999001"


# ── organizations ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_name_attaches_to_its_one_identified_bearer(resolved: Resolved) -> None:
    book = resolved([
        organization("a", "HARBOR FORUM POLITICAL ACTION COMMITTEE", "committee", fec_id="C00999001"),
        organization("b", "Harbor Forum PAC"),
        party("c", "The Harbor Forum PAC"),
    ])  # fmt: skip
    assert are_one(book, "a", "b", "c")
    assert {"reason": "same name as fec_id C00999001", "score": 0.9} in book.rows("SELECT reason, score FROM identity")


def test_spellings_without_identifier_are_one(resolved: Resolved) -> None:
    book = resolved(
        [organization("a", "Kite & Sons, Inc."), organization("b", "KITE AND SONS"), organization("c", "Kites")]
    )
    assert are_one(book, "a", "b")
    assert are_apart(book, "a", "c")


def test_false_friends_stay_apart(resolved: Resolved) -> None:
    names = ["RRUM", "RRUM Beats", "RRUM MAJOR PAC", "Old RRUM Conservative PAC", "Rivers Rising Up and Moving"]
    names += ["Harbor Foundation", "Harbor Action", "Harbor Action Fund", "Harbor Foundation of North Shore"]
    book = resolved([organization(name, name) for name in names])
    assert are_apart(book, *names)


def test_a_cut_off_name_belongs_to_the_one_that_goes_on_like_it(resolved: Resolved) -> None:
    book = resolved(
        [
            organization("cut", "Harbor Longshore Allied Craftw"),
            organization("whole", "Harbor Longshore Allied Craftworkers Local 9"),
            organization("paren", "Rivers Rising Up And Moving (R"),
            organization("rivers", "RIVERS RISING UP AND MOVING INC"),
        ],
        record_format="nyc-cfb-contributions",
    )
    assert are_one(book, "cut", "whole")
    assert are_one(book, "paren", "rivers")
    assert named(book, "cut") == "Harbor Longshore Allied Craftworkers Local 9"


@pytest.mark.parametrize(
    ("cut", "longer"),
    [
        (
            "Harbor Longshore Allied Craftw",
            ["Harbor Longshore Allied Craftworkers", "Harbor Longshore Allied Craftwomen"],
        ),
        ("Harbor Longshore Allied Founda", ["Harbor Longshore Allied Craft"]),
        ("Harbor Longshore Kites Fund NY", ["Harbor Longshore Kites Fund NY Action"]),  # at a word's end: maybe whole
    ],
)
def test_a_cut_off_name_stays_apart_where_that_is_not_clear(resolved: Resolved, cut: str, longer: list[str]) -> None:
    book = resolved(
        [organization("cut", cut), *(organization(name, name) for name in longer)],
        record_format="nyc-cfb-contributions",
    )
    assert are_apart(book, "cut", *longer)


def test_only_a_register_that_cuts_names_has_cut_names(resolved: Resolved) -> None:
    cut, whole = "Harbor Longshore Allied Craftw", "Harbor Longshore Allied Craftworkers Local 9"
    book = resolved([organization("cut", cut), organization("whole", whole)], record_format="fec-oth")
    assert are_apart(book, "cut", "whole")


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_candidate_is_one_in_every_register_that_agrees(resolved: Resolved) -> None:
    book = resolved(
        [person("master", "IBARRA QUINTANA, LUCIA", "candidate", fec_id="H0NY99001", state="NY")],
        [person("count", "Lucía Ibarra Quintana", "candidate")],
        [party("story", "Lucia Quintana")],
    )
    assert are_one(book, "master", "count", "story")


def test_two_candidates_of_one_name_stay_two_and_a_story_joins_neither(resolved: Resolved) -> None:
    book = resolved([
        person("one", "PARK, JI-WON", "candidate", fec_id="H0NY99001", state="NY"),
        person("other", "PARK, JI-WON", "candidate", fec_id="H0CA99002", state="CA"),
        party("story", "Ji-won Park"),
    ])  # fmt: skip
    assert are_apart(book, "one", "other", "story")


def test_one_public_name_in_two_states_is_two_people(resolved: Resolved) -> None:
    book = resolved([
        person("ny", "WHITCOMB, ALDEN", "treasurer", state="NY"),
        person("ny too", "WHITCOMB, ALDEN", "treasurer", state="NY"),
        person("tx", "WHITCOMB, ALDEN", "treasurer", state="TX"),
        person("nowhere", "WHITCOMB, ALDEN", "treasurer"),
    ])  # fmt: skip
    assert are_one(book, "ny", "ny too")
    assert are_apart(book, "ny", "tx", "nowhere")


def test_father_and_son_and_two_initials_are_two_people(resolved: Resolved) -> None:
    book = resolved([
        person("sr", "OKONKWO, CHIDI SR", "treasurer", state="NY"),
        person("jr", "OKONKWO, CHIDI JR", "treasurer", state="NY"),
        person("a", "CHAUDHURI, ANJALI A", "officer"),
        person("b", "CHAUDHURI, ANJALI B", "officer"),
    ])  # fmt: skip
    assert are_apart(book, "sr", "jr", "a", "b")


def test_private_people_are_one_only_at_one_place(resolved: Resolved) -> None:
    book = resolved([
        person("a", "AL-KHOURY, RANIA", postcode="10001", state="NY"),
        person("b", "AL KHOURY, RANIA S", postcode="100011234", state="NY"),
        person("c", "AL-KHOURY, RANIA", postcode="10002", state="NY"),
        person("d", "AL-KHOURY, RANIA", city="Harborton", state="NY"),
        person("e", "AL-KHOURY, RANIA", city="HARBORTON", state="NY"),
        person("f", "AL-KHOURY, RANIA", city="Harborton", state="NJ"),
        person("g", "AL-KHOURY, RANIA"),
        person("h", "AL-KHOURY, RANIA"),
    ])  # fmt: skip
    assert are_one(book, "a", "b")
    assert are_one(book, "d", "e")
    assert are_apart(book, "a", "c", "d", "f", "g", "h")


def test_a_private_person_is_never_one_with_a_public_one(resolved: Resolved) -> None:
    place = {"postcode": "10001", "city": "Harborton", "state": "NY"}
    book = resolved([
        person("candidate", "TANAKA, HARUKI", "candidate", **place),
        person("donor", "TANAKA, HARUKI", "contributor", **place),
        person("payee", "TANAKA, HARUKI", "payee", **place),
        party("story", "Haruki Tanaka"),
    ])  # fmt: skip
    assert are_one(book, "candidate", "story")
    assert are_one(book, "donor", "payee")
    assert are_apart(book, "candidate", "donor")


def test_a_story_never_joins_a_private_person(resolved: Resolved) -> None:
    book = resolved([person("donor", "KOWALCZYK, LUKASZ", postcode="10001"), party("story", "Łukasz Kowalczyk")])
    assert are_apart(book, "donor", "story")


def test_a_donor_filed_with_an_organization_code_stays_private(resolved: Resolved) -> None:
    book = resolved(
        [
            organization("donor", "NOVAK, JANA", postcode="10001"),
            party("payee", "NOVAK, JANA", "payee", postcode="10001"),
        ]
    )
    assert are_one(book, "donor", "payee")
    assert book.rows("SELECT public_role FROM entity") == [{"public_role": False}]


def test_a_role_that_nobody_listed_is_private(resolved: Resolved) -> None:
    book = resolved(
        [person("a", "Jana Novak", "some new role", state="NY"), person("b", "Jana Novak", "officer", state="NY")]
    )
    assert are_apart(book, "a", "b")
    assert sorted(row["public_role"] for row in book.rows("SELECT public_role FROM entity")) == [False, True]


# ── the whole ────────────────────────────────────────────────────────────────────────────────────────────────────


def _sources() -> list[list[Mention]]:
    return [
        [
            organization("a1", "Harbor Forum PAC", "committee", fec_id="C00999001"),
            person("a2", "Park, Ji-won", "treasurer"),
        ],
        [organization("b1", "HARBOR FORUM PAC"), person("b2", "PARK, JI-WON", "candidate", state="NY")],
        [party("c1", "Harbor Forum PAC"), party("c2", "Ji-won Park"), party("c3", "Rivers Rising Up and Moving")],
        [person("d1", "PARK, JI-WON", postcode="10001"), person("d2", "PARK, JI-WON"), organization("d3", "Kites Inc")],
    ]


@pytest.mark.parametrize("seed", range(4))
def test_ids_do_not_depend_on_the_order_of_sources(resolved: Resolved, seed: int) -> None:
    sources = _sources()
    random.Random(seed).shuffle(sources)
    assert ids(resolved(*sources)) == ids(resolved(*_sources()))


def test_resolving_again_changes_nothing(resolved: Resolved) -> None:
    book = resolved(*_sources())
    tables = {t: book.rows(f"SELECT * FROM {t} ORDER BY ALL") for t in ("entity", "identity", "entity_name")}
    with book.engine.transaction():
        assert resolve(book) == len(tables["entity"])
    assert {t: book.rows(f"SELECT * FROM {t} ORDER BY ALL") for t in tables} == tables
    assert not [t for t in book.con.list_tables() if t.startswith("who_")]


def test_every_mention_has_one_entity_and_a_reason(resolved: Resolved) -> None:
    book = resolved(*_sources())
    assert book.rows("SELECT count(*) AS n, count(DISTINCT mention_id) AS d FROM identity") == [{"n": 10, "d": 10}]
    assert not book.rows("SELECT * FROM identity WHERE reason IS NULL OR score NOT BETWEEN 0 AND 1")
    assert book.rows("SELECT sum(mentions)::INT AS n FROM entity") == [{"n": 10}]


def test_an_empty_book_has_no_entities(resolved: Resolved) -> None:
    assert resolved().rows("SELECT * FROM entity") == []


def test_names_of_nothing_stay_by_themselves(resolved: Resolved) -> None:
    book = resolved(
        [organization("a", "***"), organization("b", "..."), party("c", "--"), person("d", "Cher", "officer")]
    )
    assert are_apart(book, "a", "b", "c", "d")


@pytest.mark.realdata
def test_the_real_casebook_keeps_an_organization_and_its_arm_apart(casebook: Book) -> None:
    rows = casebook.rows("SELECT DISTINCT m.name AS filed, entity_id FROM mention m JOIN identity USING (mention_id)")
    by_name = {row["filed"]: row["entity_id"] for row in rows}
    family = ["Desis Rising Up and Moving", "DRUM Beats", "Turning Point USA", "Turning Point Action"]
    family += ["Emgage", "Emgage Action", "Emgage PAC", "Emgage Foundation"]
    assert len({by_name[name] for name in family}) == len(family)
