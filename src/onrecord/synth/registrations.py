"""Registrations as agents of foreign principals: who, for whom, from which country, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.synth.draw import chance, day_in, deck, later, stream, words
from onrecord.synth.world import Registration

if TYPE_CHECKING:
    from onrecord.synth.organizations import Register


def registrations(seed: int, register: Register) -> tuple[Registration, ...]:
    """Every foreign body has an agent; some agents have several. Countries are dealt evenly, whoever is the agent."""
    draw = stream(seed, "registrations")
    countries = deck(stream(seed, "countries"), words("places")["abroad"]["countries"])
    agents = [body.id for body in register.of_kind("company") if " & " not in body.name]
    draw.shuffle(agents)
    chosen = agents[: max(2, len(agents) // 3)]
    numbers = {agent: str(6_400 + 3 * i) for i, agent in enumerate(chosen)}
    ends: dict[str, bool] = {agent: chance(draw, 0.2) for agent in chosen}
    found = []
    for i, body in enumerate(register.of_kind("foreign_body")):
        agent = chosen[i % len(chosen)]
        first = day_in(draw, "2019-01-01", "2024-06-30")
        last = later(first, draw.randrange(240, 540)) if ends[agent] or chance(draw, 0.1) else None
        found.append(Registration(numbers[agent], agent, body.name, next(countries), first, last))
    return tuple(found)
