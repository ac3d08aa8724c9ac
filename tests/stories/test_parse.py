"""The grammar of a sentence does not depend on who it is about, and its words keep the offsets of the story."""

from __future__ import annotations

import pytest

from onrecord.stories.mentions import Gazetteer, find_mentions
from onrecord.stories.parse import Parsed, parse
from onrecord.stories.text import read_text

FRAMES = [
    "In May {} paid the printers $20,000 for mailers.",
    "In May the board was told by {} that the ferry was late.",
    "In May the printers, whom {} had hired, left early.",
    "In May they met {}, a friend of the ferry, and left.",
]
NAMES = [
    "Ines Corvo", "Chidi Okonkwu", "Elena de la Torre", "Tariq al-Masrawi", "Quay Action", "the Ansel Board of Trade",
    "Sternlight", "NAJM", "Haqooq-e-Awam Party",
]  # fmt: skip


def parsed(sentence: str) -> tuple[str, Parsed]:
    text = read_text(f"The meeting went on for most of the evening, and few left.\n\n{sentence}\n")
    return text.view, parse(text, find_mentions(text, Gazetteer()))[-1]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_changes_no_dependency(frame: str, name: str) -> None:
    article = "the " if name.startswith("the ") else ""
    _, one = parsed(frame.format(f"{article}Anna Berg" if not article else "the Berg Board"))
    _, other = parsed(frame.format(name))
    assert [(t.dep, t.head, t.pos) for t in one] == [(t.dep, t.head, t.pos) for t in other]


@pytest.mark.parametrize("name", NAMES)
def test_every_word_stands_where_the_story_has_it(name: str) -> None:
    view, sentence = parsed(FRAMES[0].format(name))
    for token in sentence:
        words = view[token.start : token.end]
        assert words == (token.mention.name if token.mention else token.text)


def test_a_list_is_its_conjuncts_in_order() -> None:
    _, sentence = parsed("In May they met Ines Corvo, Sternlight and NAJM.")
    first = next(t for t in sentence if t.mention)
    assert [t.mention.name for t in sentence.conjuncts(first.i) if t.mention] == ["Ines Corvo", "Sternlight", "NAJM"]


def test_what_stands_in_brackets_does_not_end_the_sentence() -> None:
    _, sentence = parsed("In May they met Ines Corvo (who was late) and paid Sternlight.")
    assert [t.mention.name for t in sentence if t.mention] == ["Ines Corvo", "Sternlight"]
