"""Where people and organizations are: invented cities and streets in real states."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.synth.draw import words
from onrecord.synth.world import Place

if TYPE_CHECKING:
    import random

HOME_STATE: Final = "NY"
"""The state of the city whose campaigns the city register shows: the layout is that of New York City."""


@cache
def states() -> tuple[str, ...]:
    """Codes of the states, two letters each."""
    return tuple(words("places")["states"])


def state_name(code: str) -> str:
    """A state's name."""
    return str(words("places")["states"][code][0])


@cache
def cities() -> tuple[tuple[str, str, str], ...]:
    """Every city: its name, its state's code, the first four digits of its postcodes."""
    codes = states()
    table = words("places")
    return tuple(
        (name, codes[i % len(codes)], f"{table['states'][codes[i % len(codes)]][1]}{i // len(codes)}")
        for i, name in enumerate(table["names"]["cities"])
    )


@cache
def cities_in(state: str) -> tuple[tuple[str, str, str], ...]:
    """The cities of a state; there is at least one."""
    return tuple(city for city in cities() if city[1] == state)


@cache
def _streets() -> tuple[str, ...]:
    table = words("places")["names"]
    return tuple(f"{name} {kind}" for name in table["streets"] for kind in table["street_kinds"])


def drawn(draw: random.Random, state: str | None = None, suite: float = 0.0) -> Place:
    """An address; in ``state`` where one is given; with that chance of a suite."""
    name, code, prefix = draw.choice(cities_in(state) if state else cities())
    street = f"{draw.randrange(1, 1900)} {draw.choice(_streets())}"
    if suite and draw.random() < suite:
        street += f" Ste {draw.randrange(100, 990, 5)}"
    return Place(street, name, code, f"{prefix}{draw.randrange(10)}")


def abroad(draw: random.Random) -> Place:
    """An address outside the country: it has no state and no postcode."""
    city = draw.choice(words("places")["abroad"]["cities"])
    return Place(f"{draw.randrange(1, 400)} {draw.choice(_streets())}", city, "", "")
