"""Noun phrases by their surface: pronouns, capitalised runs, a determiner and its noun. No parse, no names known.

Used where a parse is of no help: around quotation marks, which parsers read badly.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from onrecord.stories.lexicon import any_of, lexicon

Span = tuple[int, int]

_CAPITALISED: Final = r"(?:(?:al|el|ul|as|ash|ad|an|ar|az|at)-|[dl]')?[A-ZÀ-Þ@][\w'&.@-]*(?<![.'])"
_TITLE: Final = r"(?:(?:Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Lt|Gen|Col|Rev|Prof|St|[A-Z])\.\s+)"
_SUFFIX: Final = r"(?:[A-Z]\.|Jr\.|Sr\.)(?=\s|$)"
_JOINED: Final = r"(?:(?:of|the|for|and|de|del|la|al|el|van|von|der|den|bin|ibn|e|y|&|to)\s+){0,2}"
NAME: Final = rf"(?:{_TITLE}*{_CAPITALISED}(?:\s+(?:{_SUFFIX}|{_JOINED}{_CAPITALISED}))*(?:\s+\([^()]{{1,40}}\))?)"
"""A capitalised run: titles, initials, small joining words, and an acronym in brackets included."""

_REACH: Final = 240
"""Characters to the left within which a phrase must begin."""


def last_phrase(view: str, start: int, end: int, *, name_only: bool = False) -> Span | None:
    """The noun phrase that ends at ``end`` of ``view[start:end]``, white space aside."""
    start = max(start, end - _REACH)
    text = view[start:end].rstrip()
    for pattern in _names_at_end() if name_only else _phrases_at_end():
        if found := pattern.search(text):
            return start + found.start(1), start + found.end(1)
    return None


def first_phrase(view: str, start: int, end: int) -> Span | None:
    """The first noun phrase of a sentence, past "In 2022," and the like."""
    return phrase_at(view, after_openings(view, start, end), end)


def phrase_at(view: str, start: int, end: int) -> Span | None:
    """The noun phrase with which ``view[start:end]`` begins."""
    found = re.compile(rf"\s*{forward()}").match(view, start, end)
    return found.span("phrase") if found else None


def after_openings(view: str, start: int, end: int) -> int:
    """Where a sentence begins in earnest: behind "However," and "In an interview with the Herald,"."""
    while opening := _opening().match(view, start, end):
        start = opening.end()
    return start


@cache
def forward() -> str:
    """Pattern source of a noun phrase read forward, as group ``phrase``."""
    determiner = rf"(?i:{_list('determiners')})\s+"
    office = rf"(?:{determiner})?(?:[a-z][\w'-]*\s+){{0,5}}?{NAME}"
    group = rf"{determiner}(?:(?:[a-z]+'s|[a-z-]+(?:al|ic|ive|an|or|er|ing|ior))\s+){{0,2}}[a-z][\w-]*"
    return rf"(?P<phrase>(?i:{_list('pronouns')})\b|{office}|{group}|[a-z][\w-]*s\b)"


@cache
def _phrases_at_end() -> tuple[re.Pattern[str], ...]:
    determiner = rf"(?i:{_list('determiners')})\s+"
    pronoun = r"\b((?i:he|she|they|it|we|you)|I)$"
    office = rf"\b({determiner}(?:[a-z][\w'-]*\s+){{1,4}}(?:of|for|at|with|from)\s+(?:the\s+)?{NAME})$"
    plain = rf"\b({determiner}(?:[\w'-]+\s+){{0,4}}?[\w'-]+|(?:[A-Z][\w-]*\s+)?[a-z][\w-]*s)$"
    return re.compile(pronoun), re.compile(office), *_names_at_end(), re.compile(plain)


@cache
def _names_at_end() -> tuple[re.Pattern[str], ...]:
    return (re.compile(rf"(?<![\w'-])({NAME})$"),)


@cache
def _opening() -> re.Pattern[str]:
    phrase = rf"(?i:{_list('openings')})\b[^,;\"]{{0,90}},\s+"
    adverb = r"(?i:[a-z]+ly|however|yet|but|and|so|still),?\s+(?=[A-Z])"
    return re.compile(rf"\s*(?:{phrase}|{adverb}|(?i:yet|but|and|so)\s+)")


def _list(name: str) -> str:
    return any_of(lexicon("quotations")[name])
