"""Stretches of time in a story: "between June 1 and July 1", "since 2016", "last year", "in just one month".

A date goes no further than the words do: a day without a year has no ISO date unless the caller knows the year of the
story (``anchor_year``), and "in recent years" never has one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal

from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.numbers import GAP, number_words, read_words
from onrecord.vocabulary import Period

PeriodKind = Literal["at", "since", "until", "span", "comparison", "duration", "relative", "event", "fiscal"]
Dates = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period and where it stands. ``kind`` says how it bounds: a ``comparison`` is what something is measured
    against ("compared to 2021"), a ``duration`` a length without a place in time ("in one month")."""

    start: int
    end: int
    period: Period
    kind: PeriodKind


def find_periods(view: str, anchor_year: int | None = None) -> list[FoundPeriod]:
    """Every period in ``view``, in order, none overlapping another.

    ``anchor_year`` is the year the story was published, if known: "June 12" and "last year" then get their year.
    """
    found: list[FoundPeriod] = []
    for match in _periods().finditer(view):
        kind: PeriodKind = match.lastgroup  # type: ignore[assignment]
        date_from, date_to = _DATED[kind](match[0], anchor_year) if kind in _DATED else (None, None)
        found.append(FoundPeriod(match.start(), match.end(), Period(match[0], date_from, date_to), kind))
    return found


def parse_date(text: str, anchor_year: int | None = None) -> str | None:
    """The ISO date of "November 4, 2025", "4 Nov. 2025", "June 2020" or "2016"; ``None`` if the year is not known."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        return _valid(text.strip())
    written_year, month, day = _parts(text)
    year = written_year or anchor_year
    if year is None or (month is None and written_year is None):
        return None
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else _valid(f"{year:04}-{month:02}-{day:02}")


def _valid(iso: str) -> str | None:
    """``iso`` if the calendar has that day."""
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return None


def _parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as written."""
    year = re.search(_YEAR, text)
    month = re.search(_month(), text)
    rest = text.replace(year[0], " ", 1) if year else text
    day = re.search(r"\b([12]?\d|3[01])(?:st|nd|rd|th)?\b", rest) if month else None
    number = lexicon("periods")["months"][month[0]] if month else None
    return int(year[0]) if year else None, number, int(day[1]) if day else None


# ── what the words make of the dates ─────────────────────────────────────────────────────────────────────────────────


def _at(text: str, anchor_year: int | None) -> Dates:
    told = parse_date(text, anchor_year)
    return told, told


def _since(text: str, anchor_year: int | None) -> Dates:
    return parse_date(text, anchor_year), None


def _until(text: str, anchor_year: int | None) -> Dates:
    return None, parse_date(text, anchor_year)


def _span(text: str, anchor_year: int | None) -> Dates:
    """Both ends; an end without a year takes the other's ("between June 1 and July 1, 2025")."""
    if short := re.search(rf"({_YEAR})[-–](\d\d)\Z", text):
        return _short_span(short[1], short[2])
    first, last = re.findall(_date(), text)[:2]
    year_first, year_last = _parts(first)[0], _parts(last)[0]
    known = year_last or year_first or anchor_year
    return parse_date(first, year_first or known), parse_date(last, year_last or known)


def _short_span(year: str, digits: str) -> Dates:
    """ "2022-23" is two years, "2025-06" a month."""
    if digits > year[2:]:
        return year, year[:2] + digits
    month = f"{year}-{digits}" if "01" <= digits <= "12" else None
    return month, month


def _event(text: str, anchor_year: int | None) -> Dates:
    """ "During the 2025 primary" lies in 2025; before or after it could be any time."""
    return _at(text, None) if text.lower().startswith(("during", "throughout")) else (None, None)


def _relative(text: str, anchor_year: int | None) -> Dates:
    if anchor_year is None:
        return None, None
    words = " ".join(text.lower().split())
    offsets: dict[str, int] = lexicon("periods")["relative"]["year_offsets"]
    for phrase, offset in offsets.items():
        if words.endswith(phrase):
            return str(anchor_year + offset), str(anchor_year + offset)
    if "this " in words and re.search(_month(), text):
        return _at(text, anchor_year)
    return None, None


_DATED: Final[dict[str, Callable[[str, int | None], Dates]]] = {
    "at": _at, "comparison": _at, "since": _since, "until": _until,
    "span": _span, "relative": _relative, "event": _event,
}  # fmt: skip


# ── patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_YEAR: Final = r"(?<![\d$€£.,])(?<!\d-)(?:1[6-9]|20)\d{2}(?![\d%]|,\d{3}|\.\d|\s(?:percent|per cent)\b)"
_DAY: Final = r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)?(?![\d%]|,\d{3}|\.\d)"


@cache
def _month() -> str:
    return rf"\b(?>{any_of(map(re.escape, lexicon('periods')['months']))})(?![a-z])"


@cache
def _day() -> str:
    """A day of a month, with or without its year."""
    month, year = _month(), _YEAR
    american = rf"{month}{GAP}{_DAY}(?:(?:,|{GAP})\s?{year})?"
    return rf"(?:\d{{4}}-\d{{2}}-\d{{2}}\b|{american}|\b{_DAY}{GAP}(?:of{GAP})?{month}(?:,?{GAP}{year})?)"


@cache
def _date() -> str:
    """A day, a month with its year, a month alone, or a year."""
    return rf"(?:{_day()}|{_month()},?{GAP}{_YEAR}|{_YEAR}|{_month()})"


@cache
def _periods() -> re.Pattern[str]:
    """One pattern for all kinds, the most telling first; the name of the group that matched is the kind."""
    return re.compile("|".join(rf"(?P<{kind}>{pattern})" for kind, pattern in _kinds()))


def _kinds() -> Iterator[tuple[str, str]]:
    words, dated = lexicon("periods"), _date()
    to = rf",?{GAP}(?:to|through|until|till|thru){GAP}"
    yield (
        "fiscal",
        rf"(?:\b{_word('in', 'for', 'during')}{GAP})?\b{_words(words['fiscal']['words'])}\s?{_YEAR}(?:[-–]\d\d)?\b",
    )
    between = rf"\b{_word('between')}{GAP}{dated},?{GAP}and{GAP}{dated}|\b{_word('from')}{GAP}{dated}{to}{dated}"
    years = rf"(?:\b{_word('in', 'from')}{GAP})?{_YEAR}[-–](?:{_YEAR}|\d\d\b(?!-\d))"
    yield "span", rf"{between}|{_day()}(?:{to}|\s?[-–]\s?){dated}|{years}"
    yield "event", _event_pattern()
    for kind in ("comparison", "since", "until"):
        yield kind, rf"\b{_words(words['leads'][kind])}(?:{GAP}the)?{GAP}{dated}"
    yield "relative", _relative_pattern()
    yield "duration", _duration_pattern()
    yield "at", _at_pattern()


def _at_pattern() -> str:
    """A date with or without its preposition; a bare month needs one, since "May" and "March" are words too."""
    leads, dated, month = _words(lexicon("periods")["leads"]["at"]), _date(), _month()
    return rf"\b{leads}(?:{GAP}the)?(?:{GAP}|-){dated}|(?!{month}(?!,?{GAP}\d)){dated}"


def _relative_pattern() -> str:
    words = lexicon("periods")["relative"]
    lead = rf"(?:\b{_word('in', 'on', 'over', 'during', 'since', 'from', 'by', 'for', 'until')}{GAP})?"
    single = rf"{_words(words['deictic'])}{GAP}(?:{_words(words['stretches'])}|{_month()})"
    many = (
        rf"(?:the{GAP})?{_word('recent', 'past', 'previous', 'coming', 'last')}{GAP}{_words(words['plural_stretches'])}"
    )
    weekday = rf"\b{_word('on', 'since', 'by', 'until')}{GAP}{_words(words['weekdays'])}"
    return rf"{lead}\b(?:{_words(words['phrases'])}|{single}|{many})\b|{weekday}\b"


def _duration_pattern() -> str:
    words = lexicon("periods")["duration_words"]
    units = any_of([*lexicon("periods")["durations"], *words["short"]])
    number = rf"(?:{_words(words['vague'])}|(?i:{number_words()})|\d+(?:\.\d+)?|an?)"
    length = rf"{number}(?:{GAP}|-)(?i:{units})(?:s\b|\b(?!-old))"
    return rf"(?:\b{_words(words['leads'])}{GAP})\b{length}(?:{GAP}ago\b)?|\b{length}{GAP}(?:ago|earlier|later)\b"


def _event_pattern() -> str:
    words = lexicon("periods")["events"]
    name = rf"(?:the|his|her|its|their|this|that|last|a){GAP}(?:(?!of\b)[A-Za-z0-9'’-]+{GAP}){{0,3}}?"
    return rf"\b{_words(words['leads'])}{GAP}{name}{_words(words['nouns'])}\b"


def _word(*words: str) -> str:
    return _words(words)


def _words(words: tuple[str, ...] | list[str]) -> str:
    """Any of ``words``, blind to case, with any gap between the words of a phrase."""
    return f"(?i:{any_of(re.escape(word).replace(chr(92) + ' ', GAP) for word in words)})"


# ── lengths ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def days_of(text: str) -> tuple[int, int] | None:
    """How many days a worded length spans, least and most: "in just one month" is 28 to 31; ``None`` if it has none."""
    units = lexicon("periods")["durations"]
    match = re.search(rf"(?i)\b({number_words()}|\d+|an?)[-\s]({any_of(units)})s?\b", text)
    if match is None:
        return None
    count = int(match[1]) if match[1].isdigit() else read_words(match[1])
    least, most = units[match[2].lower()]
    return None if not count else (count * least, count * most)
