"""Words for peoples, faiths and parties are told by grammar, whichever they are."""

from __future__ import annotations

import pytest

from onrecord.stories.mentions import Gazetteer, find_mentions
from onrecord.stories.parse import parse
from onrecord.stories.text import read_text

ADJECTIVES = ["Kestrian", "Pakistani", "Jewish", "South Asian", "Italian-American", "Catholic", "Democratic", "Hausa"]
PLURALS = ["Kestrians", "Pakistanis", "Catholics", "South Asians", "Republicans", "Poles"]


def kinds(sentence: str) -> dict[str, str]:
    text = read_text(f"The meeting went on for most of the evening, and few left.\n\n{sentence}\n")
    parsed = parse(text, find_mentions(text, Gazetteer()))
    return {t.mention.name: t.mention.kind for p in parsed for t in p if t.mention is not None}


@pytest.mark.parametrize("word", ADJECTIVES)
def test_a_name_that_only_stands_before_a_noun_is_a_group(word: str) -> None:
    assert kinds(f"In May the ferry carried {word} voters and residents.")[word] == "group"


@pytest.mark.parametrize("word", PLURALS)
def test_a_counted_plural_is_a_group(word: str) -> None:
    assert kinds(f"In May turnout rose among {word} in the city.")[word] == "group"


@pytest.mark.parametrize("word", ADJECTIVES)
def test_a_word_with_an_article_is_a_group(word: str) -> None:
    assert kinds(f"In May they met a {word} who had left.")[word] == "group"


@pytest.mark.parametrize("word", ["Sternlight", "Emgard", "Okonkwu"])
def test_a_name_that_also_acts_is_no_group(word: str) -> None:
    assert kinds(f"In May {word} voters left. In June {word} paid them.")[word] != "group"
