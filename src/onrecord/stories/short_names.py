"""Short forms of a name that the story gives in full: acronyms, surnames, "the Alliance".

A short form that could stand for two of the story's names stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stories.kinds import ACRONYM, CAPITAL, PERSON_AFTER, SAID, Kind, Mention, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEFINED = re.compile(r"^\s?\((?:the |aka |or )?\"?([A-Z][A-Za-z&-]{1,9})\"?\)")
LOCATIVE = re.compile(r"\b(?:in|from|across|near|outside|inside|throughout|around|into|within) $")
NOT_SHORT = frozenset({"Party", "Action", "Democrats", "Republicans", "Campaign", "PAC"})
SHORTEST = 2
Known = dict[str, dict[str, tuple[str, Kind]]]
"""Short form to the full names that it could stand for, each by its comparable form."""


def in_full(view: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give every short form the full name that the story uses for it; ambiguous short forms stay short."""
    known: Known = {}
    for m in mentions:
        for short, name, kind in _short_forms(view, m):
            known.setdefault(_key(short), {}).setdefault(_plain(name), (name, kind))
    long = [m for m in mentions if len(m.name.split()) > 2 and m.kind == "organization"]
    by_initials = {initials(m.name): m for m in long}
    return [_resolved(view, m, known, by_initials) for m in mentions]


def initials(name: str) -> str:
    """First letters of the words that count: "Desis Rising Up and Moving" gives DRUM."""
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()).upper()


def untitled(name: str) -> str:
    """A person's name without the titles before it ("Lt. Gov. Ann Lee" is Ann Lee)."""
    words = name.split()
    while len(words) > 1 and words[0] in lexicon()["titles"]:
        words = words[1:]
    return " ".join(words)


def _short_forms(view: str, m: Mention) -> Iterator[tuple[str, str, Kind]]:
    bare = re.sub(r"^The ", "", m.name)
    if (defined := DEFINED.match(view[m.end : m.end + 14])) is not None:
        yield defined.group(1), m.name, "organization" if m.kind in ("unknown", "person") else m.kind
    if bare != m.name:
        yield bare, m.name, m.kind
    words = m.name.split()
    if m.kind == "person":
        name = untitled(m.name)
        for short in _parts(name.split()):
            if short == name.split()[-1] or _is_somebody(view, m, short):
                yield short, name, "person"
    elif m.kind == "organization" and len(words) > 2 and words[-1] in lexicon()["organization_words"] - NOT_SHORT:
        yield words[-1], m.name, m.kind  # "the Alliance" after "the Ansel Renters Alliance"


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Whatever of a person's name may stand for it: any of its words, and any end of it ("García López", "al-Masri").

    Which word is the surname is nobody's to assume: it comes last in some languages, first or next to last in others.
    """
    kept = [w for w in words if w.rstrip(".") not in lexicon()["suffixes"]]
    if len(kept) < 2:
        return
    yield from (w for w in kept if CAPITAL.match(w) and len(w) >= SHORTEST and not w.endswith("."))
    yield from (" ".join(kept[i:]) for i in range(1, len(kept) - 1))


def _is_somebody(view: str, m: Mention, short: str) -> bool:
    """Whether the story shows a full name, or a part of it on its own, to be a person's."""
    before = m.name.partition(short)[0]
    said = (hit.start() for hit in re.finditer(rf"\b{re.escape(short)} {SAID}\b", view))
    alone = any(not before or not view[:start].endswith(before) for start in said)
    titled = m.name != untitled(m.name)
    return titled or alone or PERSON_AFTER.match(view[m.end : m.end + 24]) is not None


def _key(short: str) -> str:
    """A short form as it is looked up: a particle at the start of a sentence is the same ("Al-Masri", "De Leon")."""
    first = re.split(r"[ -]", short)[0]
    particle = first.lower() in lexicon()["particles"] and first != short
    return first.lower() + short[len(first) :] if particle else short


def _plain(name: str) -> str:
    """A name as compared with another of the same story: without "the", "&" written out."""
    return re.sub(r"^the ", "", name.lower().replace("&", "and"))


def _resolved(view: str, m: Mention, known: Known, by_initials: dict[str, Mention]) -> Mention:
    name = untitled(m.name) if m.kind == "person" else m.name
    options = known.get(_key(name), {})
    if len(options) == 1 and not (m.kind == "place" and _is_place_here(view, m)):
        full, kind = next(iter(options.values()))
        return replace(m, name=full, kind=kind)
    if ACRONYM.match(name) and name in by_initials and m.kind != "place":
        return replace(m, name=by_initials[name].name, kind="organization")
    return replace(m, name=name)


def _is_place_here(view: str, m: Mention) -> bool:
    """A place whose name is also a surname in the story ("Jordan"): it is the person where the story has it speak."""
    if LOCATIVE.search(view[max(m.start - 12, 0) : m.start]):
        return True
    return (
        re.search(rf"(?<![A-Z]\w)\b{re.escape(m.name)}(?: {SAID}\b|,? who\b|'s (?:campaign|opponent)\b)", view) is None
    )
