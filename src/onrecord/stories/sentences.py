"""Cutting one block of a story into sentences.

A cut is made after a full stop, a question or an exclamation mark with whatever quotes and brackets close behind it,
unless an abbreviation, a web address or a lower-case continuation says otherwise. Text that lost the space after a full
stop ("... the mayor.Smith said") is cut there too. Nothing but white space is ever left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.stories.lexicon import lexicon

_STOP = re.compile(r"""[.!?…]+['")\]’”]*""")
_OPENERS = " \t\r\n'\"([“‘«•—–-"
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
_LAST_TOKEN = re.compile(r"[^\s\"'(\[“‘—–]*$")
_GLUED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}|[A-Z](?=\s)")
_ATTRIBUTION = re.compile(r"\s+(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,4}(?:said|says|asked|added|told|wrote|tweeted|posted)\b")


def cut(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``view[start:end]`` as (start, end) pairs in order, trimmed of white space."""
    left = start
    for stop in _STOP.finditer(view, start, end):
        if stop.end() < end and stop.end() > left and _ends_sentence(view, stop, left, end):
            yield from _trimmed(view, left, stop.end())
            left = stop.end()
    yield from _trimmed(view, left, end)


def _trimmed(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = view[start:end]
    if stripped := text.strip():
        offset = start + len(text) - len(text.lstrip())
        yield offset, offset + len(stripped)


def _ends_sentence(view: str, stop: re.Match[str], left: int, end: int) -> bool:
    if not view[stop.end()].isspace():
        return _is_glued(view, stop, left, end)
    following = view[stop.end() : end].lstrip(_OPENERS)
    if following[:1].islower() or _inside_nested(view, stop, left):
        return False
    if stop.group()[0] in "!?":
        return not (len(stop.group()) > 1 and _ATTRIBUTION.match(view, stop.end(), end))
    return not _is_abbreviation(view, stop, left, following)


def _is_glued(view: str, stop: re.Match[str], left: int, end: int) -> bool:
    """A space is missing after a full stop: a word of three small letters before, a capitalised word behind."""
    following = _GLUED.match(view, stop.end(), end)
    if following is None or following.group().lower() in _words("web"):
        return False
    token = _token(view, stop.start(), left)
    return bool(re.search(r"[a-zà-ÿ0-9]{3}$|[%)]$", token)) and not re.search(r"[@/#]|^www\.", token)


def _is_abbreviation(view: str, stop: re.Match[str], left: int, following: str) -> bool:
    if not stop.group().startswith("."):
        return False
    token, word = _token(view, stop.start(), left).lower(), _first_word(following)
    if stop.group().startswith("..") or _is_initials(token) or token in _words("maybe"):
        return word not in _words("starters")
    return token in _words("always") or (token in _words("before_number") and following[:1].isdigit())


def _is_initials(token: str) -> bool:
    return bool(_ACRONYM.match(token)) or (len(token) == 1 and token.isalpha())


def _inside_nested(view: str, stop: re.Match[str], left: int) -> bool:
    """Inside single quotes within double ones, where a cut would tear one person's words from another's."""
    so_far = view[left : stop.end()]
    if so_far.count('"') % 2 == 0:
        return False
    inner = so_far[so_far.rfind('"') :]
    return len(re.findall(r"(?<=\s)'(?=\w)", inner)) > len(re.findall(r"(?<=[.,!?])'", inner))


def _token(view: str, end: int, left: int) -> str:
    match = _LAST_TOKEN.search(view, max(left, end - 40), end)
    return match.group() if match else ""


def _first_word(text: str) -> str:
    match = re.match(r"\w+", text)
    return match.group().lower() if match else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("sentences")[name])
