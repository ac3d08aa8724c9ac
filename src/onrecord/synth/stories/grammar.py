"""The small grammar that phrasings are written in, and its expansion with the exact place of the claim.

    {slot}      filled by the composer; a name outside :data:`SLOTS` is an error
    (a|b|c)     one of these; may nest; an alternative may be empty. Without a bar the marks are plain: "501(c)(3)"
    <…>         the claim within a longer text; without it the whole text is the claim

A slot that has nothing to say is left out with the space before it and the commas around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.errors import OnRecordError

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

SLOTS: Final = frozenset((
    "subject", "object", "subject's", "object's", "amount", "start", "period", "place", "words", "said_of", "title",
    "thing", "country", "law", "clause", "clause_low", "Clause", "source", "Source", "author", "outlet", "city", "date",
    "day", "year", "month", "reporter",
))  # fmt: skip
"""Every slot that a text may hold, in phrasings, wrappers and furniture together."""

_DROPPED: Final = "\ue000"
_OPEN: Final = "\ue001"
_CLOSE: Final = "\ue002"
_MARKS: Final = f"[{_OPEN}{_CLOSE}]"
_SPACE: Final = re.compile(rf"({_MARKS}?) {{2,}}")


class PhrasingError(OnRecordError):
    """A phrasing file that cannot be used. The message names the file and the phrasing."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to be filled."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, of which an expansion takes one."""

    options: tuple[Sequence, ...]


type Part = str | Slot | Choice
type Sequence = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A text with every slot filled, where in it the claim stands (code points), and which slots it does say."""

    text: str
    start: int
    end: int
    used: frozenset[str] = frozenset()


def parse(text: str, where: str) -> Sequence:
    """``text`` as a tree. ``where`` names the file and the phrasing in errors."""
    parts, at = _sequence(text, 0, where, inside=False)
    if at != len(text):
        raise PhrasingError(f"{where}: “)” without “(” at {at} in: {text}")
    if not _ends(parts, 0, where) <= {0, 2}:
        raise PhrasingError(f"{where}: “<” is not closed in every expansion of: {text}")
    return parts


def slots_of(parts: Sequence) -> frozenset[str]:
    """The slots that some expansion holds."""
    names: set[str] = set()
    for part in parts:
        if isinstance(part, Slot):
            names.add(part.name)
        elif isinstance(part, Choice):
            names.update(*(slots_of(option) for option in part.options))
    return frozenset(names)


def count(parts: Sequence) -> int:
    """How many expansions there are, slots not filled."""
    total = 1
    for part in parts:
        if isinstance(part, Choice):
            total *= sum(count(option) for option in part.options)
    return total


def expand(parts: Sequence, fills: Mapping[str, str | None], draw: random.Random, where: str) -> Expansion:
    """One expansion, alternatives drawn at random. A slot that ``fills`` lacks is an error; ``None`` leaves it out."""
    pieces: list[str] = []
    used: set[str] = set()
    _write(parts, fills, draw, where, pieces, used)
    placed = _placed(_without_gaps("".join(pieces)))
    return replace(placed, used=frozenset(used))


def _write(
    parts: Sequence, fills: Mapping[str, str | None], draw: random.Random, where: str, out: list[str], used: set[str]
) -> None:
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        elif isinstance(part, Slot):
            if part.name not in fills:
                raise PhrasingError(f"{where}: nothing to fill {{{part.name}}} with")
            fill = fills[part.name]
            out.append(_DROPPED if fill is None else fill)
            if fill is not None:
                used.add(part.name)
        else:
            _write(part.options[int(draw.random() * len(part.options))], fills, draw, where, out, used)


# ── leaving out ──────────────────────────────────────────────────────────────────────────────────────────────────────

_AROUND: Final = (
    (re.compile(rf", *{_DROPPED} *,"), ""),
    (re.compile(rf"^({_MARKS}?){_DROPPED} *"), r"\1"),
    (re.compile(rf" *{_DROPPED}"), ""),
)


def _without_gaps(text: str) -> str:
    """The text with what was left out closed up: "X, in 2024, gave" becomes "X gave"."""
    if _DROPPED in text:
        at_start = re.match(rf"({_MARKS}?){_DROPPED} *,? *", text)
        if at_start:
            text = at_start[1] + text[at_start.end() :]
        for pattern, by in _AROUND:
            text = pattern.sub(by, text)
    text = _SPACE.sub(r"\1 ", text)
    text = re.sub(rf" +({_MARKS}?)([,;.?!])", r"\1\2", text)
    return text.strip(" ,;")


def _placed(text: str) -> Expansion:
    """The marks of the claim taken out, and where they stood; white space and commas belong to no claim."""
    start = text.find(_OPEN)
    if start < 0:
        return Expansion(text, 0, len(text))
    end = text.find(_CLOSE) - 1
    plain = text.replace(_OPEN, "").replace(_CLOSE, "")
    while start < end and plain[start] in " ,;":
        start += 1
    while end > start and plain[end - 1] in " ,;":
        end -= 1
    return Expansion(plain, start, end)


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sequence(text: str, at: int, where: str, *, inside: bool) -> tuple[Sequence, int]:
    """The parts from ``at`` on, up to the end or to a bar or closing mark of the group that holds them."""
    parts: list[Part] = []
    plain: list[str] = []

    def close() -> None:
        if plain:
            parts.append("".join(plain))
            plain.clear()

    while at < len(text):
        sign = text[at]
        if sign in "|)":
            if not inside and sign == "|":
                raise PhrasingError(f"{where}: “|” outside of brackets in: {text}")
            break
        if sign == "{":
            close()
            slot, at = _slot(text, at, where)
            parts.append(slot)
            continue
        if sign == "(":
            options, at = _group(text, at, where)
            if len(options) == 1:
                plain.append("(")
                close()
                parts.extend(options[0])
                plain.append(")")
            else:
                close()
                parts.append(Choice(tuple(options)))
            continue
        plain.append({"<": _OPEN, ">": _CLOSE}.get(sign, sign))
        at += 1
    close()
    return tuple(parts), at


def _group(text: str, at: int, where: str) -> tuple[list[Sequence], int]:
    opened, options = at, []
    while True:
        option, at = _sequence(text, at + 1, where, inside=True)
        options.append(option)
        if at >= len(text):
            raise PhrasingError(f"{where}: “(” at {opened} is not closed in: {text}")
        if text[at] == ")":
            return options, at + 1


def _slot(text: str, at: int, where: str) -> tuple[Slot, int]:
    end = text.find("}", at)
    name = text[at + 1 : end].replace("’", "'") if end > 0 else ""
    if name not in SLOTS:
        raise PhrasingError(f"{where}: no such slot: {text[at : end + 1] or text[at:]}")
    return Slot(name), end + 1


def _ends(parts: Sequence, state: int, where: str) -> set[int]:
    """In which states an expansion may end: 0 no mark, 1 opened, 2 closed again."""
    states = {state}
    for part in parts:
        if isinstance(part, str):
            states = {_marked(part, one, where) for one in states}
        elif isinstance(part, Choice):
            states = {end for one in states for option in part.options for end in _ends(option, one, where)}
    return states


def _marked(text: str, state: int, where: str) -> int:
    for sign in text:
        if sign in (_OPEN, _CLOSE):
            if state != (0 if sign == _OPEN else 1):
                raise PhrasingError(f"{where}: more than one “<…>”, or “>” before “<”")
            state += 1
    return state
