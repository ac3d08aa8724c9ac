"""What somebody is quoted as saying: speaker, venue, words, and what the words are said of. All names are invented."""

from __future__ import annotations

import pytest
from frame_case import claims_of

from onrecord.vocabulary import Claim

WORDS = "Nobody sleeps until the last boat is in"


def quotation(story: str) -> Claim:
    return next(c for c in claims_of(story) if c.type == "quotation")


@pytest.mark.parametrize(
    "sentence",
    [
        f'"{WORDS}," Ines Corvo said.',
        f'"{WORDS}," said Ines Corvo.',
        f'Ines Corvo said, "{WORDS}."',
        f'Ines Corvo said: "{WORDS}."',
        f'"{WORDS}," Ines Corvo told the Harbor Ledger.',
        f'"{WORDS}," Ines Corvo wrote in May.',
        f'"{WORDS}," Ines Corvo added.',
        f'"{WORDS}," said Ines Corvo, the director of Sternlight.',
        f'"{WORDS}," according to Ines Corvo.',
        f'In May, Ines Corvo said, "{WORDS}."',
        f'Ines Corvo told reporters: "{WORDS}."',
        f'"{WORDS}," Ines Corvo recalled.',
        f'Ines Corvo, 41, said: "{WORDS}."',
        f'"{WORDS}," Ines Corvo said in a speech at Pier 9.',
        f'Ines Corvo spoke first. "{WORDS}," she said.',
        f'Ines Corvo spoke first. "{WORDS}," Corvo said.',
        f"“{WORDS},” Ines Corvo said.",
        f'"{WORDS}," Ines Corvo boasted.',
        f'"{WORDS}," Ines Corvo insisted in May.',
        f'"{WORDS}," Mayor Ines Corvo said.',
    ],
)
def test_the_speaker_is_found_before_after_and_by_a_pronoun(sentence: str) -> None:
    found = quotation(sentence)
    assert (found.subject, found.relation) == ("Ines Corvo", "said")
    assert found.words is not None
    assert found.words.strip(",.") == WORDS
    assert [a.source for a in found.attribution] == ["Ines Corvo"]


def test_a_pronoun_with_two_names_in_reach_is_nobody_with_both_as_candidates() -> None:
    found = quotation(f'Ines Corvo met Oksana Verbytska. "{WORDS}," she said.')
    assert found.subject is None
    assert found.candidates == ("Ines Corvo", "Oksana Verbytska")


def test_a_fragment_is_part_of_the_clause_that_holds_it() -> None:
    found = quotation('Two years ago Ines Corvo called the ferry school "patient and practical."')
    assert found.subject == "Ines Corvo"
    assert found.text.startswith(("Two years", "Ines Corvo"))
    assert found.said_of == "the ferry school"


def test_the_venue_of_a_quotation_is_its_object() -> None:
    found = quotation(f'"{WORDS}," Ines Corvo told the Harbor Ledger.')
    assert found.object is not None
    assert "Harbor Ledger" in found.object


def test_scare_quotes_are_no_speech() -> None:
    assert [c for c in claims_of('The so-called "grassroots" group opened in May.') if c.type == "quotation"] == []


def test_a_long_name_changes_no_span() -> None:
    short = quotation(f'"{WORDS}," Ines Corvo told reporters.')
    long = quotation(f'"{WORDS}," Maximiliane Brandenburgerova told reporters.')
    assert short.text.replace("Ines Corvo", "X") == long.text.replace("Maximiliane Brandenburgerova", "X")
