"""How many, and how much more: turnout, followers, engagement, shares, changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.changes import changes, increases, levels
from onrecord.stories.frames.engagement import engagement
from onrecord.stories.frames.following import following
from onrecord.stories.frames.shares import shares
from onrecord.stories.frames.turnout import turnout, turnouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Draft, Scene


def growth(scene: Scene) -> Iterator[Draft]:
    """Every claim of a sentence that turns on a figure which is not money; each clause is read by one family."""
    for clause in scene.clauses:
        if not clause.unreal:
            yield from _first_reading(scene, clause)
    yield from turnouts(scene)
    yield from increases(scene)


def _first_reading(scene: Scene, clause: Clause) -> Iterator[Draft]:
    for family in (turnout, following, engagement, shares, changes, levels):
        drafts = list(family(scene, clause))
        if drafts:
            yield from drafts
            return
