"""The single amounts of a text, before qualifiers and pairs are read: figures, shares, multiples, magnitudes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.numbers import GAP, Figure, figure_pattern, flat, read_figure, scale_of
from onrecord.stories.tolerance import multiple, qualifier_before

Kind = Literal["money", "percent", "points", "count", "ratio", "magnitude"]


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with the unit that is written on it.

    ``unit`` is a currency code, ``percent``, ``percentage_points`` or ``times``; a count has none yet. ``scale`` is the
    scale word's size (1 without one); ``spelled`` marks numbers in words; ``share`` a fraction of something; ``floor``
    are the words of an order of magnitude ("hundreds of"), whose figure is a lower bound.
    """

    start: int
    end: int
    figure: Figure
    kind: Kind
    unit: str | None = None
    scale: Decimal = Decimal(1)
    spelled: bool = False
    share: bool = False
    floor: str | None = None


def amounts(view: str) -> list[Amount]:
    """Every amount of ``view`` in order; where two readings overlap, the one that starts first, then the longer."""
    found = [*_figures(view), *_fractions(view), *_multiples(view), *_magnitudes(view)]
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda amount: (amount.start, -amount.end)):
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


# ── figures: $2.5 million, 13%, 12.8 points, 14 times, 150,000 ───────────────────────────────────────────────────────


def _figures(view: str) -> Iterator[Amount]:
    for match in _figure().finditer(view):
        kind, unit = _unit_of(match)
        if _stands_alone(view, match, kind):
            yield _with_unit(match, kind, unit)


def _with_unit(match: re.Match[str], kind: Kind, unit: str | None) -> Amount:
    figure = read_figure(match)
    if kind in ("percent", "points") and not figure.step:
        figure = Figure(figure.value, Decimal(1))
    if kind == "ratio":
        figure = multiple(figure.value, figure.step or Decimal(1))
    floor = flat(match[0]) if match["vague"] else None
    spelled = bool(match["words"] or match["vague"])
    return Amount(match.start(), match.end(), figure, kind, unit, scale_of(match), spelled=spelled, floor=floor)


def _unit_of(match: re.Match[str]) -> tuple[Kind, str | None]:
    if match["percent"]:
        return "percent", "percent"
    if match["points"]:
        return "points", "percentage_points"
    if match["times"]:
        return "ratio", "times"
    if match["currency"]:
        return "money", lexicon("quantities")["currencies"][match["currency"].upper()]
    if match["money"]:
        words = {word.lower(): code for word, code in lexicon("quantities")["currency_words"].items()}
        return "money", words[flat(match["money"])]
    return ("magnitude" if match["vague"] else "count"), None


def _stands_alone(view: str, match: re.Match[str], kind: Kind) -> bool:
    """Not part of a longer token ("32BJ", "9/11", "10:30", "two-time")."""
    behind = view[match.end() : match.end() + 6]
    if re.match(r"[\w(]|[/:]\d|,\d{3}|\.\d", behind):
        return False
    return kind != "count" or not re.match(r"-(?!plus)[A-Za-z]", behind)


@cache
def _figure() -> re.Pattern[str]:
    words = lexicon("quantities")
    percent, points = (any_of(re.escape(word) for word in words["percent"][name]) for name in ("words", "points"))
    money = any_of(re.escape(word) for word in words["currency_words"])
    tail = (
        rf"(?P<points>[-\s]{points}\b)|(?P<percent>\s?%|[-\s]{percent}\b)"
        rf"|[-\s](?P<money>{money})\b|(?P<times>[-\s]times\b|-?fold\b|[x×](?!\w))"
    )
    return re.compile(rf"{figure_pattern()}(?:{tail})?", re.IGNORECASE)


# ── shares: half of, more than one-third, a quarter of ───────────────────────────────────────────────────────────────


def _fractions(view: str) -> Iterator[Amount]:
    for match in _fraction().finditer(view):
        words = " ".join(re.split(r"[-\s]+", (match["words"] or match["one"]).lower()))
        if words == "half" and not _is_share(view, match):
            continue
        numerator, denominator = lexicon("quantities")["fractions"][words]
        figure = Figure((Decimal(100) * numerator / denominator).quantize(Decimal("0.0001")), loose=True)
        yield Amount(match.start(), match.end(), figure, "percent", "percent", spelled=True, share=True)


def _is_share(view: str, match: re.Match[str]) -> bool:
    words = lexicon("quantities")["fraction_words"]
    before = re.search(r"(\w+)\s+$", view[max(0, match.start() - 20) : match.start()])
    if before and before[1].lower() in words["half_not_behind"]:
        return False
    behind = re.match(r"\s+(\w+)", view[match.end() : match.end() + 20])
    followed = behind is not None and behind[1].lower() in words["half_before"]
    return followed or (qualifier_before(view, match.start()) is not None and not (behind and behind[1] in ("a", "an")))


@cache
def _fraction() -> re.Pattern[str]:
    fractions = lexicon("quantities")["fractions"]
    several = any_of(word.replace(" ", rf"(?:-|{GAP})") for word in fractions if " " in word)
    single = any_of(word for word in fractions if " " not in word and word != "half")
    pattern = rf"(?<![\w-])(?:(?P<words>{several}|half)(?![\w-])|a{GAP}(?P<one>{single})(?={GAP}of\b))"
    return re.compile(pattern, re.IGNORECASE)


# ── multiples: doubled, nearly triple ────────────────────────────────────────────────────────────────────────────────


def _multiples(view: str) -> Iterator[Amount]:
    for match in _multiple().finditer(view):
        word = match[0].lower()
        if _multiplies(view, match, word):
            figure = multiple(Decimal(str(lexicon("quantities")["multiples"][word])), Decimal(0))
            yield Amount(match.start(), match.end(), figure, "ratio", "times", spelled=True)


def _multiplies(view: str, match: re.Match[str], word: str) -> bool:
    words = lexicon("quantities")["multiple_words"]
    behind = re.match(r"[\s-]+(\w+)", view[match.end() : match.end() + 20])
    following = behind[1].lower() if behind else ""
    if following in words["never_before"] or view[match.end() : match.end() + 1] == "-":
        return False
    return (
        word not in words["bare"] or following in words["before"] or qualifier_before(view, match.start()) is not None
    )


@cache
def _multiple() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(lexicon('quantities')['multiples'])}(?!\w)", re.IGNORECASE)


# ── orders of magnitude: hundreds, tens of thousands, millions of dollars ────────────────────────────────────────────


def _magnitudes(view: str) -> Iterator[Amount]:
    bounds = lexicon("quantities")["at_least_of"]
    codes = {word.lower(): code for word, code in lexicon("quantities")["currency_words"].items()}
    for match in _magnitude().finditer(view):
        words, code = flat(match["words"]), codes[flat(match["money"])] if match["money"] else None
        floor = f"{words} of" if match["of"] is not None else words
        kind: Kind = "money" if code else "magnitude"
        yield Amount(match.start(), match.end(), Figure(Decimal(bounds[words])), kind, code, spelled=True, floor=floor)


@cache
def _magnitude() -> re.Pattern[str]:
    words = any_of(word.replace(" ", GAP) for word in lexicon("quantities")["at_least_of"] if word != "scores")
    money = any_of(re.escape(word) for word in lexicon("quantities")["currency_words"])
    tail = rf"{GAP}(?:of|in){GAP}(?P<money>{money})\b|(?P<of>(?={GAP}of\b))"
    return re.compile(rf"(?<![\w-])(?P<words>{words}|scores(?={GAP}of\b))(?![\w-])(?:{tail})?", re.IGNORECASE)
