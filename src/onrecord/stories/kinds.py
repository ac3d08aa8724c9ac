"""What a name names - a person, an organization, a place, a platform, a group of people - told from form and place.

Form: its last word, an acronym, small words in the middle. Surroundings: a title before it, "who" or an age after it, a
preposition of place before it, a plural after "among". No list says who is who: a name whose form and surroundings say
nothing is ``unknown``, whoever bears it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["person", "organization", "place", "platform", "group", "unknown"]
CAPITAL = re.compile(r"^@?(?:(?:al|el|ul|as|ash|ad|an|ar|az|at)-|[dl]')?[^\W\d_a-zß-öø-ÿ]|^\d+[A-Z]")
ACRONYM = re.compile(r"^[A-Z][A-Z0-9&]{1,7}$")
NUMBERED = frozenset({"Local", "District", "Lodge", "Chapter", "Pier", "Ward", "Council", "Post"})
NUMBERED_PLACES = frozenset({"District", "Pier", "Ward"})
SMALL_IN_ORGANIZATIONS = frozenset({"of", "for", "and", "&", "in", "on", "the"})
SAID = r"(?:said|says|told|wrote|added|tweeted|posted|argued|explained|recalled|testified)"
PERSON_AFTER = re.compile(rf",? who\b|, \d\d(?:,|$)| {SAID}\b|, (?:an?|the) \w+er\b")
PLACE_BEFORE = re.compile(r"\b(?:in|across|throughout|near|outside|inside|around) (?:the |downtown |nearby )?$")
TRUST_IN = re.compile(
    r"\b(?:believ\w*|invest\w*|stake|confidence|faith|trust|shares?|interest|role|involve\w*|members?(?:hip)?|part)"
    r" in $"
)
DESCRIBING = re.compile(
    r"-(?:[a-z]{2,}ed|led|run|based|born|owned|style|wide|time|era|area|language|speaking|leaning|friendly)$"
)
PEOPLE_AFTER = re.compile(r" (?:who|are|were|have)\b")
QUANTIFIED = re.compile(
    r"\b(?:among|many|most|some|few|fewer|more|several|\d[\d,.]*|fellow|these|those|all|both) $", re.I
)
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
ARTICLE = re.compile(r"\b(?:an|a) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. ``name`` is its fullest form in the story, or in the records where they know it."""

    start: int
    end: int
    name: str
    kind: Kind


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The word lists of ``names.toml``."""
    text = resources.files("onrecord.stories").joinpath("names.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


def is_common(word: str) -> bool:
    """Whether a word is an ordinary English word, in which case a capital at the start of a sentence says nothing."""
    from onrecord.stories.parse import dictionary

    lowered = word.lower()
    if lowered in lexicon()["always_capital"] or lowered.removesuffix("s") in lexicon()["always_capital"]:
        return False
    return lowered in dictionary() or any(base in dictionary() for base in _bases(lowered))


def _bases(word: str) -> Iterator[str]:
    """What an inflected word may be a form of ("parties", "endorsed", "planning")."""
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word.removesuffix(ending)
            yield base + instead
            if ending in ("ed", "ing") and base[-1] == base[-2]:
                yield base[:-1]


def kind_of(name: str) -> Kind:
    """What a name names, told from its form alone."""
    words = name.replace("’", "'").split()
    for rule in (_titled_kind, _listed_kind, _numbered_kind, _organization_form, _place_form):
        if (kind := rule(name, words)) is not None:
            return kind
    proper = [w for w in words if CAPITAL.match(w)]
    return "person" if 2 <= len(proper) <= 5 else "unknown"


def _titled_kind(name: str, words: list[str]) -> Kind | None:
    """A title before a name of no organization's form makes a person of it, also of a Hill or a Park."""
    count = next((i for i, w in enumerate(words) if w not in lexicon()["titles"]), len(words))
    rest = words[count:]
    if count and not rest:
        return "unknown"
    if not count or len(rest) > 4 or SMALL_IN_ORGANIZATIONS & set(rest):
        return None
    if len(rest) == 1 and rest[0] in lexicon()["organization_words"] - lexicon()["also_surnames"]:
        return None
    surname = len(rest) > 1 and rest[-1] in lexicon()["also_surnames"]
    return "person" if surname or kind_of(" ".join(rest)) in ("person", "unknown") else None


def _listed_kind(name: str, words: list[str]) -> Kind | None:
    lists = lexicon()
    if words[-1] in lists["thing_words"] and len(words) > 1:
        return "unknown"
    if re.sub(r"^[Tt]he ", "", name) in lists["places"]:
        return "place"
    return "platform" if name in lists["platforms"] else None


def _numbered_kind(name: str, words: list[str]) -> Kind | None:
    if len(words) > 1 and re.fullmatch(r"(?:19|20)\d\d", words[-1]):
        return "organization"  # "Kessel 2024" is a campaign, whoever runs
    if len(words) < 2 or words[-2] not in NUMBERED or not words[-1].isdigit():
        return None
    return "place" if words[-2] in NUMBERED_PLACES else "organization"


def _organization_form(name: str, words: list[str]) -> Kind | None:
    marks = lexicon()["organization_words"]
    if name.startswith("@") or any(w.rstrip(",") in marks or w.removesuffix("'s").rstrip(",'") in marks for w in words):
        return "organization" if len(words) > 1 or name.startswith("@") else "unknown"
    if words[-1] in lexicon()["place_words"]:
        # "Fix the City" is no city: a place has no small words in the middle of its name.
        return "organization" if "the" in words[1:-1] else None
    if ACRONYM.match(words[-1]) and not (len(words) > 1 and words[-1] in lexicon()["suffixes"]):
        return "organization"
    if len(words) > 1 and SMALL_IN_ORGANIZATIONS & set(words[1:]):
        return "organization"
    return "organization" if words[0] == "The" else None


def _place_form(name: str, words: list[str]) -> Kind | None:
    return "place" if words[-1] in lexicon()["place_words"] and len(words) > 1 else None


def kind_here(view: str, start: int, end: int, kind: Kind) -> Kind:
    """What a name is where it stands, where its surroundings say more than its form."""
    words, after, before = view[start:end].split(), view[end : end + 40], view[max(start - 24, 0) : start]
    if (
        len(words) in (2, 3)
        and kind in ("organization", "place", "unknown")
        and words[-1] in lexicon()["also_surnames"]
    ):
        if PERSON_AFTER.match(after) or _surname_alone(view, words):
            return "person"
        return "person" if kind == "place" and len(words) == 2 and not _stood_in(view, view[start:end]) else kind
    if kind == "unknown" and _is_place_of(view, end):
        return "place"
    if kind in ("unknown", "person") and _is_people(words[-1], before, after):
        return "group"
    if kind in ("unknown", "person") and PLACE_BEFORE.search(before) and not TRUST_IN.search(before):
        return "place" if not after.startswith("'s") and not re.match(r" [a-z]+s\b", after) else kind
    return "person" if kind == "unknown" and re.match(r",? who\b|, \d\d,", after) else kind


def _is_people(last: str, before: str, after: str) -> bool:
    """ "many Kestrians", "Harborites who", "a Democrat": a plural that is counted, or a word with an article."""
    if (ARTICLE.search(before) and not re.match(r"-| [A-Z]", after)) or DESCRIBING.search(last):
        return True
    if last.endswith("s") and not last.endswith("ss") and PEOPLE_AFTER.match(after):
        return True
    plural = last.endswith("s") and not last.endswith(("ss", "'s"))
    return bool(QUANTIFIED.search(before)) and (plural or before.endswith("among "))


def _stood_in(view: str, name: str) -> bool:
    """Whether the story puts something in, at or on a place of this name, or writes "the" before it."""
    return re.search(rf"\b(?:in|at|on|near|across|through|outside|inside|[Tt]he) {re.escape(name)}\b", view) is not None


def _surname_alone(view: str, words: list[str]) -> bool:
    """Whether the last word of a name stands alone elsewhere, as a surname does ("Grace Hill … Hill said")."""
    alone = re.compile(
        rf"(?<![\w.] )(?<![A-Z]){re.escape(words[-1])}(?:'s)?(?= {SAID}\b)|\b{re.escape(words[-1])} {SAID}\b"
    )
    return any(not view[: hit.start()].endswith(words[-2] + " ") for hit in alone.finditer(view))


def _is_place_of(view: str, end: int) -> bool:
    """ "Dearborn, Mich.": a name before a state is a place."""
    following = re.match(r", ([A-Z][\w.]+(?: [A-Z]\w+)?)", view[end : end + 24])
    return following is not None and bool({following.group(1), following.group(1).split()[0]} & lexicon()["places"])
