"""The names that a story may contain. All people and organizations but those of the casebook are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mentions_made import Mention, ids, organization, party, person

from onrecord.book.book import Book
from onrecord.identity.gazetteer import gazetteer, printed, readable

Resolved = Callable[..., Book]


def _names(book: Book) -> set[str]:
    return {entry.name for entry in gazetteer(book)}


@pytest.mark.parametrize(
    ("filed", "name"),
    [
        ("RIVERS RISING UP AND MOVING INC", "Rivers Rising up and Moving"),
        ("THE HARBOR FORUM", "The Harbor Forum"),
        ("NORTH SHORE PAC", "North Shore PAC"),
        ("WOMEN'S KITE CLUB", "Women's Kite Club"),
        ("RRUM Beats", "RRUM Beats"),
        ("HBR-KITE NRTH", "HBR-KITE NRTH".replace("KITE", "Kite").replace("HBR", "Hbr")),
    ],
)
def test_full_capitals_become_readable(filed: str, name: str) -> None:
    assert name.casefold() in {form.casefold() for form in printed(filed, "Organization")}
    if filed.endswith(("FORUM", "CLUB", "PAC", "Beats")):
        assert readable(filed) == name


def test_organizations_and_public_people_as_a_story_prints_them(resolved: Resolved) -> None:
    book = resolved([
        organization("a", "RIVERS RISING & MOVING, INC."),
        person("b", "IBARRA QUINTANA, LUCIA M. DR.", "candidate"),
        person("c", "Park Jr., Ji-won", "officer"),
    ])  # fmt: skip
    names = {name.casefold() for name in _names(book)}
    assert {"rivers rising & moving", "rivers rising and moving", "rivers rising & moving, inc."} <= names
    assert {"lucia m. ibarra quintana", "lucia ibarra quintana", "ji-won park"} <= names
    entry = next(e for e in gazetteer(book) if e.name == "Lucia Ibarra Quintana")
    assert (entry.schema, entry.entity_id) == ("Person", ids(book)["b"])


def test_private_people_never_enter(resolved: Resolved) -> None:
    donor = {"postcode": "10001", "city": "Harborton", "state": "NY"}
    book = resolved(
        [
            person("a", "TANAKA, HARUKI", **donor),
            organization("b", "TANAKA, HARUKI"),
            person("c", "Haruki Tanaka", "payee"),
        ]
    )
    assert gazetteer(book) == ()


DESCRIPTIONS = ["harbor voters", "North Shore voters", "about 30 kite groups", "67 overseas donors", "all donors"]
DESCRIPTIONS += ["left-of-harbor", "Kites, Harbors and allied groups", "HF"]


@pytest.mark.parametrize("description", DESCRIPTIONS)
def test_descriptions_are_no_names(resolved: Resolved, description: str) -> None:
    assert gazetteer(resolved([party("a", description)])) == ()


def test_common_words_and_shops_are_no_names(resolved: Resolved) -> None:
    filed: list[Mention] = [organization(f"{n}", f"Victory for Harbor {n}", "committee") for n in range(6)]
    filed += [organization("common", "VICTORY", "committee"), organization("shop", "ZANZIBARO", "payee")]
    names = _names(
        resolved([*filed, organization("rare", "KITEBLUE", "committee"), organization("short", "HKC", "committee")])
    )
    assert {"Kiteblue", "HKC"} <= names
    assert not {"Victory", "Zanzibaro"} & names


@pytest.mark.realdata
def test_names_of_the_real_casebook(casebook: Book) -> None:
    names = _names(casebook)
    assert {"Desis Rising Up and Moving", "DRUM Beats", "Zohran Mamdani", "House Committee on Ways and Means"} <= names
    assert not [name for name in names if "voters" in name or "groups" in name]
