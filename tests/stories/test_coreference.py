"""Who a pronoun or "the group" is: one name in reach, or nobody with the candidates. All names are invented."""

from __future__ import annotations

import pytest

from onrecord.stories.coreference import Names
from onrecord.stories.mentions import Gazetteer, find_mentions
from onrecord.stories.parse import parse
from onrecord.stories.text import read_text


def resolved(story: str, word: str) -> tuple[str | None, tuple[str, ...]]:
    """What the last occurrence of a word refers to."""
    text = read_text(f"The meeting went on for most of the evening, and few left.\n\n{story}\n")
    mentions = find_mentions(text, Gazetteer())
    parsed = parse(text, mentions)
    found = [(p, t) for p in parsed for t in p if t.text == word]
    answer = Names(mentions, parsed).of(*found[-1])
    return answer.name, answer.candidates


@pytest.mark.parametrize("pronoun", ["he", "she"])
@pytest.mark.parametrize("person", ["Ines Corvo", "Chidi Okonkwu", "Min-ji Park", "Grace Hill"])
def test_a_pronoun_is_the_one_person_in_reach(pronoun: str, person: str) -> None:
    assert resolved(f"{person} said the ferry was late. Later {pronoun} left.", pronoun) == (person, ())


def test_a_pronoun_with_two_people_in_reach_is_nobody() -> None:
    name, candidates = resolved("Ines Corvo met Oksana Verbytska. Later she left.", "she")
    assert name is None
    assert candidates == ("Ines Corvo", "Oksana Verbytska")


def test_it_is_the_one_organization_in_reach_and_no_person() -> None:
    assert resolved("Quay Action told Ines Corvo. Later it moved.", "it") == ("Quay Action", ())


def test_it_is_never_a_word_for_a_people() -> None:
    assert resolved("Quay Action met Kestrian voters. Later it moved.", "it") == ("Quay Action", ())


@pytest.mark.parametrize("noun", ["group", "organization", "nonprofit"])
def test_the_group_is_the_one_organization_in_reach(noun: str) -> None:
    assert resolved(f"Quay Action opened in May. Later the {noun} moved.", noun) == ("Quay Action", ())


def test_the_party_is_no_fund() -> None:
    name, candidates = resolved("The Gannet Rock Fund opened in May. Later the party moved.", "party")
    assert name is None
    assert candidates == ("Gannet Rock Fund",)


def test_the_fund_is_the_fund() -> None:
    assert resolved("The Gannet Rock Fund opened in May. Later the fund moved.", "fund") == ("Gannet Rock Fund", ())


def test_nobody_is_far_away() -> None:
    far = "Ines Corvo spoke. " + "The ferry was late again. " * 8
    assert resolved(f"{far}Later she left.", "she") == (None, ())


def test_a_noun_put_beside_a_name_is_that_name() -> None:
    assert resolved("They met Sternlight, a firm that films boats.", "firm") == ("Sternlight", ())


def test_masking_makes_every_name_one_word() -> None:
    text = read_text("The meeting went on for most of the evening.\n\nIn May they told Will Young about it.\n")
    mentions = find_mentions(text, Gazetteer())
    masked = Names(mentions, parse(text, mentions)).masked(text.view)
    assert "told Xxxxxxxxxx about" in masked
    assert len(masked) == len(text.view)
