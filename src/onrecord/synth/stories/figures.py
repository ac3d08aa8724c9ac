"""How an amount is worded, and which numbers the wording allows.

A wording is true of a value if the interval that the house table gives it (``stories/quantities.toml``, the one place)
holds the value. A false one states a figure that is off by a factor of :data:`OFF` or more, whatever its qualifier.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.stories.lexicon import lexicon
from onrecord.stories.numbers import Figure
from onrecord.stories.tolerance import tolerated
from onrecord.synth.stories.wording import wordings

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

OFF: Final = 1.4
"""The least factor between a false figure and the true one."""
PERCENT: Final = ("percent", "percentage_points")
FEW: Final = 10
"""Things that a newsroom counts exactly."""
MOST: Final = 99.0
"""No share of a whole and no turnout is told to be above this percentage."""
_TRIES: Final = 40


@dataclass(frozen=True, slots=True)
class Worded:
    """A figure in words: ``low``/``high`` in ``unit`` (None is open), ``stated`` the number printed."""

    text: str
    low: float | None
    high: float | None
    unit: str
    qualifier: str | None
    stated: float

    def holds(self, value: float) -> bool:
        """Whether the words are true of ``value``. "Nearly x" and "more than x" stop short of x itself."""
        open_low = self.qualifier in _words("more_than") or self.qualifier in _words("just_over")
        open_high = self.qualifier in _words("nearly") or self.qualifier in _words("less_than")
        if self.low is not None and (value < self.low or (open_low and value == self.low)):
            return False
        return not (self.high is not None and (value > self.high or (open_high and value == self.high)))

    def allows(self, value: float) -> bool:
        """Whether ``value`` lies in the interval as a reader has it, its ends included."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def apart(self, value: float, factor: float = 1.0) -> bool:
        """Whether every number that the words allow is off ``value``, by ``factor`` or more where one is given."""
        if factor == 1.0:
            return not self.allows(value)
        above = self.low is not None and self.low >= factor * value > 0
        below = self.high is not None and self.high * factor <= value
        return above or below


def true_figure(value: float, unit: str, style: str, draw: random.Random, *, plain: bool = False) -> Worded:
    """``value`` in words that are true of it. ``plain`` allows no qualifier (the figure in full, or rounded)."""
    exact = Decimal(str(value))
    for _ in range(_TRIES):
        kind = "bare" if plain else draw.choices(*_kinds(style))[0]
        found = [w for w in _forms(kind, exact, unit, style, draw) if w.holds(value)]
        if found:
            return draw.choice(found)
    return _bare(exact, unit, style, step=None)


def exact(value: float, unit: str, style: str) -> Worded:
    """``value`` in full, with nothing to bound it."""
    return _bare(Decimal(str(value)), unit, style, step=None)


def false_figure(
    value: float, unit: str, style: str, draw: random.Random, *, higher: bool | None = None, most: float | None = None
) -> Worded | None:
    """Another figure in words, clearly off ``value``; None where there is none (below one thing, above ``most``)."""
    most = MOST if most is None and unit in PERCENT else most
    for _ in range(_TRIES):
        up = draw.random() < 0.7 if higher is None else higher
        factor = draw.uniform(1.5, 4.0)
        wrong = value * factor if up else value / factor
        if unit not in PERCENT:
            wrong = round(wrong, -max(0, len(str(int(wrong))) - 3)) if wrong >= 1 else 0
        else:
            wrong = round(wrong, 1)
        if wrong <= 0 or (most is not None and wrong > most):
            continue
        worded = true_figure(wrong, unit, style, draw)
        if worded.apart(value, OFF) and (most is None or (worded.high or worded.low or 0) <= most):
            return worded
    return None


def as_printed(text: str, style: str) -> str:
    """A figure as a style prints it: percent as a sign or as a word."""
    return text.replace(" percent", "%") if style in ("tabloid", "blog") and text.endswith(" percent") else text


def rounded_up(value: float, unit: str, style: str) -> Worded | None:
    """What a careless retelling makes of a figure: the next rounder one, bare; None above a hundred percent."""
    exact = Decimal(str(value))
    up = _rounded(exact, 1, ROUND_CEILING)
    if up < exact * Decimal("1.1"):
        up = _rounded(exact * Decimal("1.5"), 1, ROUND_CEILING)
    return None if unit in PERCENT and up > 100 else _bare(up, unit, style, step=None)


# ── the forms of a figure ────────────────────────────────────────────────────────────────────────────────────────────


def _forms(kind: str, value: Decimal, unit: str, style: str, draw: random.Random) -> list[Worded]:
    """What a kind of wording can make of ``value``; not all of it need be true."""
    if kind == "bare":
        return list(_bare_forms(value, unit, style))
    if kind == "scale":
        return list(_of_scale(value, unit))
    if kind == "part":
        return list(_parts(value, unit))
    way = {"nearly": ROUND_CEILING, "less_than": ROUND_CEILING, "at_most": ROUND_CEILING}.get(kind, ROUND_FLOOR)
    if kind == "about":
        if unit != "USD" and unit not in PERCENT and value < FEW:
            # Nobody counts "roughly two affiliates".
            return []
        way = ROUND_HALF_UP
    return [
        _qualified(x, kind, unit, style, draw)
        for digits in (1, 2, 3)
        if (x := _rounded(value, digits, way)) > 0
        if abs(x - value) <= value * Decimal("0.15")
        if unit not in PERCENT or x == int(x)
    ]


def _bare_forms(value: Decimal, unit: str, style: str) -> Iterator[Worded]:
    if unit in PERCENT:
        yield _bare(value.quantize(Decimal(1), ROUND_HALF_UP), unit, style, step=Decimal(1))
        yield _bare(value.quantize(Decimal("0.1"), ROUND_HALF_UP), unit, style, step=Decimal("0.1"))
        return
    if value < 1_000_000 or style in ("wire", "local"):
        yield _bare(value, unit, style, step=None)
    for scale in (1_000_000, 1_000_000_000):
        if scale <= value < scale * 1000:
            for decimals in (1, 2):
                step = Decimal(scale).scaleb(-decimals)
                yield _bare((value / step).quantize(Decimal(1), ROUND_HALF_UP) * step, unit, style, step=step)
    if unit == "USD" and style in ("tabloid", "blog") and 10_000 <= value < 1_000_000:
        yield _bare((value / 1000).quantize(Decimal(1), ROUND_HALF_UP) * 1000, unit, style, step=Decimal(1000))


def _bare(value: Decimal, unit: str, style: str, *, step: Decimal | None) -> Worded:
    """The figure as printed, without a qualifier. ``step`` is the place value it is rounded to; None: in full."""
    text, figure = _printed(value, unit, style, step)
    low, high = tolerated(figure, None)
    return Worded(_with_noun(text, unit, value), low, high, unit, None, float(value))


def _qualified(value: Decimal, rule: str, unit: str, style: str, draw: random.Random) -> Worded:
    table = lexicon("quantities")["rules"][rule]
    text, figure = _printed(value, unit, style, _round_step(value, unit))
    low, high = tolerated(figure, rule)
    after = [words for words in wordings()["after"].get(rule, ()) if words in table.get("after", ())]
    if after and unit not in PERCENT and value >= 20 and draw.random() < 0.15:
        words = draw.choice(after)
        text = _with_noun(f"{text}{'' if words[0] in '-+' else ' '}{words}", unit, value)
        return Worded(text, low, high, unit, words, float(value))
    before = [words for words in wordings()["before"][rule] if words in table["before"]]
    words = draw.choice(before)
    if words == "fewer than" and unit == "USD":
        words = "less than"
    return Worded(f"{words} {_with_noun(text, unit, value)}", low, high, unit, words, float(value))


def _of_scale(value: Decimal, unit: str) -> Iterator[Worded]:
    """ "Hundreds of thousands of dollars": at least two of them, and less than ten."""
    if unit in PERCENT:
        return
    floors: dict[str, int] = lexicon("quantities")["at_least_of"]
    for words in wordings()["scales"]:
        floor = Decimal(floors[words])
        if floor <= value < floor * 4:
            noun = "dollars" if unit == "USD" else unit
            # As the reader has it: "hundreds of votes", but "millions" of dollars.
            qualifier = words if unit == "USD" else f"{words} of"
            yield Worded(f"{words} of {noun}", float(floor), None, unit, qualifier, float(floor))


def _parts(value: Decimal, unit: str) -> Iterator[Worded]:
    """ "Half a million dollars"."""
    if unit in PERCENT:
        return
    for words, part in wordings()["parts"].items():
        stated = Decimal(str(part))
        low, high = tolerated(Figure(stated, loose=True), None)
        noun = "dollars" if unit == "USD" else unit
        if abs(stated - value) <= value / 10:
            yield Worded(f"{words} {noun}", low, high, unit, None, float(stated))


# ── printing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _printed(value: Decimal, unit: str, style: str, step: Decimal | None) -> tuple[str, Figure]:
    """A number as digits or words, and the figure that a reader takes it for."""
    if unit in PERCENT:
        decimals = 1 if value != int(value) or step == Decimal("0.1") else 0
        return f"{value:.{decimals}f}", Figure(value, Decimal(1).scaleb(-decimals))
    sign = "$" if unit == "USD" else ""
    if step is not None and step >= 1000:
        scale = 1_000_000_000 if value >= 1_000_000_000 else 1_000_000 if value >= 1_000_000 else 1000
        digits = _plain(value / scale, max(0, -(step / scale).adjusted()))
        word = {1000: "K", 1_000_000: " million", 1_000_000_000: " billion"}[scale]
        if style == "tabloid" and sign and scale > 1000:
            word = {" million": "M", " billion": "B"}[word]
        return f"{sign}{digits}{word}", Figure(value, step)
    if not sign and value == int(value) and value < (10 if style != "newsletter" else 21):
        return _spelled(int(value)), Figure(value)
    return f"{sign}{value:,.{0 if value == int(value) else 2}f}", Figure(value)


def _round_step(value: Decimal, unit: str) -> Decimal | None:
    """A round figure of a million and more is printed with its scale word."""
    if unit in PERCENT or value < 1_000_000:
        return None
    scale = Decimal(1_000_000_000 if value >= 1_000_000_000 else 1_000_000)
    for decimals in (0, 1, 2):
        step = scale.scaleb(-decimals)
        if value % step == 0:
            return step
    return None


def _plain(value: Decimal, decimals: int) -> str:
    return f"{value:,.{decimals}f}"


def _with_noun(text: str, unit: str, value: Decimal) -> str:
    if unit == "USD":
        return text
    if unit == "percent":
        return f"{text} percent"
    noun = unit.replace("_", " ")
    return f"{text} {noun if value != 1 else singular(noun)}"


def singular(noun: str) -> str:
    """One of a counted noun."""
    listed: dict[str, str] = lexicon("quantities")["nouns"]["singular"]
    return listed.get(noun, noun.removesuffix("s"))


def _spelled(number: int) -> str:
    table = lexicon("quantities")
    words = {n: word for name in ("ones", "teens", "tens") for word, n in table[name].items()}
    return words.get(number) or f"{words[number - number % 10]}-{words[number % 10]}"


def _rounded(value: Decimal, digits: int, way: str) -> Decimal:
    """``value`` to so many significant digits; whole things stay whole."""
    if value <= 0:
        return Decimal(0)
    step = Decimal(1).scaleb(max(value.adjusted() - digits + 1, 0))
    return (value / step).quantize(Decimal(1), way) * step


@cache
def _kinds(style: str) -> tuple[list[str], list[float]]:
    """Kinds of wording and how often a style uses them."""
    weights = wordings()["kinds"]
    kinds = weights.get(style, weights["any"])
    return list(kinds), list(kinds.values())


@cache
def _words(rule: str) -> frozenset[str]:
    return frozenset(lexicon("quantities")["rules"][rule].get("before", ()))
