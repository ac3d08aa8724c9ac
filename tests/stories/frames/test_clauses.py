"""Clauses: who acts, on whom, denied or not, real or only supposed, and in which words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stories.frames.clauses import Clause, clauses
from onrecord.stories.mentions import Gazetteer, find_mentions
from onrecord.stories.parse import parse
from onrecord.stories.text import Text, read_text

HEAD = "Notes of the week\n\nBy Orla Benavides\n\n"


def read(sentence: str) -> tuple[Text, list[Clause]]:
    text = read_text(f"{HEAD}{sentence}\n")
    parsed = parse(text, find_mentions(text, Gazetteer()))
    body = [p for p in parsed if p.sentence.block.kind == "body"]
    return text, [clause for p in body for clause in clauses(p)]


def clause_of(sentence: str, lemma: str) -> Clause:
    return next(c for c in read(sentence)[1] if c.lemma == lemma)


@pytest.mark.parametrize(
    ("sentence", "doer", "patient"),
    [
        ("Kofi Lindqvist paid Ines Tarrow.", "Kofi Lindqvist", "Ines Tarrow"),
        ("Ines Tarrow was paid by Kofi Lindqvist.", "Kofi Lindqvist", "Ines Tarrow"),
        ("Ines Tarrow, paid by Kofi Lindqvist, spoke.", "Kofi Lindqvist", "Ines Tarrow"),
        ("Kofi Lindqvist met voters and paid Ines Tarrow.", "Kofi Lindqvist", "Ines Tarrow"),
        ("They saw Kofi Lindqvist, who paid Ines Tarrow.", "Kofi Lindqvist", "Ines Tarrow"),
    ],
)
def test_doer_and_patient(sentence: str, doer: str, patient: str) -> None:
    clause = clause_of(sentence, "pay")
    assert clause.subject is not None
    assert clause.subject.mention is not None
    assert clause.object is not None
    assert clause.object.mention is not None
    assert (clause.subject.mention.name, clause.object.mention.name) == (doer, patient)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kofi Lindqvist did not pay Ines Tarrow.",
        "Kofi Lindqvist never paid Ines Tarrow.",
        "Kofi Lindqvist failed to pay Ines Tarrow.",
        "Kofi Lindqvist refused to pay Ines Tarrow.",
        "Kofi Lindqvist denied paying Ines Tarrow.",
        "Nobody paid Ines Tarrow.",
        "Kofi Lindqvist never met or paid Ines Tarrow.",
    ],
)
def test_denials(sentence: str) -> None:
    assert clause_of(sentence, "pay").negated


@pytest.mark.parametrize(
    "sentence",
    [
        "Kofi Lindqvist paid Ines Tarrow.",
        "Kofi Lindqvist paid Ines Tarrow, who has no office.",
        "Kofi Lindqvist, who never spoke, paid Ines Tarrow.",
        "Kofi Lindqvist did not speak but paid Ines Tarrow.",
        "Kofi Lindqvist helped to pay Ines Tarrow.",
    ],
)
def test_what_is_neither_denied_nor_supposed(sentence: str) -> None:
    clause = clause_of(sentence, "pay")
    assert not clause.negated
    assert not clause.unreal


@pytest.mark.parametrize(
    "sentence",
    [
        "Kofi Lindqvist will pay Ines Tarrow.",
        "Kofi Lindqvist might have paid Ines Tarrow.",
        "If Kofi Lindqvist paid Ines Tarrow, she forgot.",
        "Kofi Lindqvist wants to pay Ines Tarrow.",
        "Kofi Lindqvist pledged to pay Ines Tarrow.",
        "Kofi Lindqvist would meet and pay Ines Tarrow.",
        "Kofi Lindqvist made a plan to pay Ines Tarrow.",
        "Nobody knows whether Kofi Lindqvist paid Ines Tarrow.",
    ],
)
def test_what_is_only_supposed(sentence: str) -> None:
    assert clause_of(sentence, "pay").unreal


@pytest.mark.parametrize(
    ("sentence", "lemma", "words"),
    [
        ("Filings show that Kofi Lindqvist paid Ines Tarrow.", "pay", "Kofi Lindqvist paid Ines Tarrow"),
        ("Kofi Lindqvist paid Ines Tarrow, its filing shows.", "pay", "Kofi Lindqvist paid Ines Tarrow"),
        ("In May Kofi Lindqvist paid Ines Tarrow and left.", "pay", "In May Kofi Lindqvist paid Ines Tarrow"),
        ("Kofi Lindqvist paid Ines Tarrow, who left for Boston.", "pay", "Kofi Lindqvist paid Ines Tarrow"),
        ("Kofi Lindqvist spoke because Ines Tarrow left.", "speak", "Kofi Lindqvist spoke"),
    ],
)
def test_the_words_of_a_clause(sentence: str, lemma: str, words: str) -> None:
    text, found = read(sentence)
    clause = next(c for c in found if c.lemma == lemma)
    assert text.view[clause.start : clause.end] == words


WORDS = ["Kofi Lindqvist", "Ines Tarrow", "paid", "never", "and", "who", "won", ",", "by", "to", "the", "$5,000", "if"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_words_give_spans_inside_the_text(words: list[str]) -> None:
    text, found = read(" ".join(words) + ".")
    assert all(0 <= c.start < c.end <= len(text.view) for c in found)
    assert all(c.start <= c.verb.start and c.verb.end <= max(c.end, c.verb.end) for c in found)
