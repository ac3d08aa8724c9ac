"""Names of people, from lists by origin: each origin equally often, each name of a list equally often."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.synth.draw import words

if TYPE_CHECKING:
    import random

COMPOUND: Final = 0.12
"""Share of people, of every origin, with two family names joined by a hyphen."""
SUFFIXED: Final = 0.025
"""Share of people, of every origin, with a suffix."""
SUFFIXES: Final = ("Jr.", "Sr.", "II", "III")


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of one origin; ``variants`` and ``nicknames`` by given name."""

    origin: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    variants: dict[str, tuple[str, ...]]
    nicknames: dict[str, tuple[str, ...]]


@cache
def lists() -> tuple[NameList, ...]:
    """The lists of every origin, in the order of the file."""
    return tuple(
        NameList(
            origin,
            tuple(table["given"].split()),
            tuple(table["family"].split()),
            {name: tuple(other.split()) for name, other in table["variants"].items()},
            {name: tuple(other.split()) for name, other in table["nicknames"].items()},
        )
        for origin, table in words("names").items()
    )


@cache
def origins() -> tuple[str, ...]:
    """The origins that names are drawn from."""
    return tuple(one.origin for one in lists())


@cache
def by_origin() -> dict[str, NameList]:
    """The lists by origin."""
    return {one.origin: one for one in lists()}


def other_forms(origin: str, given: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Transliterations of a given name, and the short forms that people use for it."""
    found = by_origin().get(origin)
    return (found.variants.get(given, ()), found.nicknames.get(given, ())) if found else ((), ())


def drawn(draw: random.Random, origin: str) -> tuple[str, str, str, str]:
    """Given, middle, family name and suffix of somebody of an origin."""
    found = by_origin()[origin]
    given, middle = draw.choice(found.given), draw.choice(found.given)
    family = draw.choice(found.family)
    if draw.random() < COMPOUND and "-" not in family:
        other = draw.choice(found.family)
        family = f"{family}-{other}" if other != family else family
    suffix = draw.choice(SUFFIXES) if draw.random() < SUFFIXED else ""
    return given, "" if middle == given else middle, family, suffix
