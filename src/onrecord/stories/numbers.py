"""Numbers as they are written: 150,000 · 2.5 million · $24M · twenty-five · one hundred and ten · half a million.

A number comes back with the place value of its last written digit, because "2.5 million" and "2,500,000" are the same
value and not the same statement. Values are ``Decimal``: 8.7 million must not become 8,699,999.999.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import prod
from typing import Final

from onrecord.stories.lexicon import any_of, lexicon

GAP: Final = r"(?:[^\S\n]+\n?|\n)[^\S\n]*"
"""White space between two words of one paragraph: an empty line ends it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number: its value, and ``step``, the place value of its last written digit (0: written in full, exact).

    ``loose`` marks a number given as a part of a scale ("half a million"), which is rounder than its digits.
    """

    value: Decimal
    step: Decimal = Decimal(0)
    loose: bool = False


def read_figure(match: re.Match[str]) -> Figure:
    """The figure that a match of :func:`figure_pattern` stands for."""
    scale = scale_of(match)
    if match["part"]:
        return Figure(_part(match["part"]) * scale, loose=True)
    if match["vague"]:
        return Figure(Decimal(_table("vague")[flat(match["vague"])]) * scale)
    value, decimals = _mantissa(match["digits"], match["words"])
    if match["and_half"]:
        value, decimals = value + Decimal("0.5"), 1
    in_full = scale < 1000 and (decimals == 0 or bool(match["currency"]))
    return Figure(value * scale, Decimal(0) if in_full else scale.scaleb(-decimals))


def read_words(text: str) -> int | None:
    """The number that words such as "one hundred and ten" spell; ``None`` if they spell none."""
    total = group = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        value = _word_values().get(word)
        if value is None and word != "and":
            return None
        if value and value >= 1000:
            total, group = total + max(group, 1) * value, 0
        elif word in ("dozen", "hundred"):
            group = max(group, 1) * (value or 1)
        else:
            group += value or 0
    return total + group if text.strip() else None


@cache
def figure_pattern() -> str:
    """The pattern of a number with its currency sign and scale, in the named groups that :func:`read_figure` reads."""
    scales, currencies = any_of(_table("scales")), any_of(map(re.escape, _table("currencies")))
    part = r"half[-\s]an?|an?[-\s]half|half(?=-)|(?:an?|one|three)[-\s]quarters?(?:\s+of\s+an?)?|three-quarters of an?"
    suffixes = f"{any_of(_table('suffixes'))}|(?(currency){any_of(_table('money_suffixes'))}|(?!))"
    return (
        rf"(?:(?P<currency>{currencies})\s?)?(?:"
        rf"(?P<digits>(?<![\w./:#])(?<![A-Za-z]-)(?<!\d,)(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}(?!,?\d)|\d{{1,15}}(?!\d))(?:\.\d{{1,9}})?)"
        rf"|(?<![\w-])(?P<part>{part})(?=[-\s]+{scales}\b)"
        rf"|(?<![\w-])(?P<vague>{any_of(_table('vague'))})(?=\s+{scales}\b)"
        rf"|(?<![\w-])(?P<words>{number_words()}))"
        rf"(?P<and_half>{GAP}and{GAP}a{GAP}half(?=[-\s]+(?:{scales}|times)\b))?"
        rf"(?:(?P<suffix>(?-i:{suffixes}))(?![A-Za-z])|[-\s]{{1,2}}(?P<scale>(?:hundred{GAP}(?=[tmb]))?{scales})\b)?"
    )


@cache
def number_words() -> str:
    """The pattern of a spelled number below one million ("twenty-five", "a hundred and ten", "five thousand")."""
    ones, teens, tens = (any_of(_table(name)) for name in ("ones", "teens", "tens"))
    small = rf"(?:{tens}(?:[-\s]{ones}\b)?|{teens}|{ones})"
    hundreds = rf"(?:(?:an?|{small})[-\s]hundred(?:\s(?:and\s)?{small}\b)?|{small})"
    thousands = rf"(?:an?|{hundreds})[-\s]thousand\s(?:and\s)?{hundreds}"
    return rf"(?:{thousands}|{hundreds}|an?(?=[-\s](?:dozen|thousand|million|billion|trillion)\b))"


def scale_of(match: re.Match[str]) -> Decimal:
    """The size of the scale word of a match of :func:`figure_pattern`; 1 without one."""
    if match["scale"]:
        words = re.split(r"[-\s]+", match["scale"].lower())
        return Decimal(prod(_table("scales")[word] for word in words))
    if match["suffix"]:
        return Decimal((_table("suffixes") | _table("money_suffixes"))[match["suffix"]])
    return Decimal(1)


def _part(text: str) -> Decimal:
    if "half" in text.lower():
        return Decimal("0.5")
    return Decimal("0.75") if text.lower().startswith("three") else Decimal("0.25")


def _mantissa(digits: str | None, words: str | None) -> tuple[Decimal, int]:
    """Value and number of decimals of the number in front of the scale."""
    if digits:
        plain = digits.replace(",", "")
        return Decimal(plain), len(plain.partition(".")[2])
    return Decimal(read_words(words or "") or 0), 0


def flat(text: str) -> str:
    """``text`` in lower case, its words one space apart."""
    return " ".join(text.lower().split())


@cache
def _table(name: str) -> dict[str, int]:
    table: dict[str, int] = lexicon("quantities")[name]
    return table


@cache
def _word_values() -> dict[str, int]:
    return {"a": 1, "an": 1} | _table("ones") | _table("teens") | _table("tens") | _table("scales")
