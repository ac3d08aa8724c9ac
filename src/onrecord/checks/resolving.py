"""Which entity a name stands for: by number, name, alias or acronym, where just one fits. Never by likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from onrecord.checks import queries
from onrecord.checks.queries import listed, quoted
from onrecord.checks.rows import Resolution

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TIERS: Final = ("identifier", "name", "alias", "acronym")
"""Ways in which a name may be resolved for a verdict, the strictest first. Likeness ("fuzzy") is not among them."""
PUBLIC_ROLES: Final = ("candidate", "officer", "treasurer", "registrant", "lobbyist", "subject", "object")
"""Roles of a mention that make it public; a casebook (subject, object) names only people in public roles."""


class Candidate(Protocol):
    """One entity that a name may stand for."""

    @property
    def entity_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def schema(self) -> str: ...
    @property
    def how(self) -> str: ...


class Finder(Protocol):
    """Finds entities by name; ``onrecord.identity.lookup.Lookup`` is the one in use."""

    def find(self, name: str, *, include_private: bool = False) -> Sequence[Candidate]:
        """The entities that ``name`` may stand for, best first; private people only where they are asked for."""
        ...


class Names:
    """Names looked up, each once. ``ask`` answers one SQL text over the book."""

    def __init__(self, finder: Finder, ask: Callable[[str], list[dict[str, Any]]]) -> None:
        self._finder = finder
        self._ask = ask
        self._resolved: dict[str, Resolution] = {}

    def resolve(self, name: str | None) -> Resolution:
        """What ``name`` stands for: the one entity of the strictest way that finds any, or several to choose from."""
        if not name:
            return Resolution("")
        if name not in self._resolved:
            self._resolved[name] = self._resolve(name)
        return self._resolved[name]

    def among(self, name: str | None, entities: frozenset[str]) -> Resolution:
        """What ``name`` stands for where the claim asks for one of these entities: a name that several bear is then
        the one of them that there is."""
        whole = self.resolve(name)
        if not whole.ambiguous or not name:
            return whole
        fits = [c for c in self._finder.find(name) if c.how in TIERS and c.entity_id in entities]
        if len({c.entity_id for c in fits}) != 1:
            return whole
        one = fits[0]
        names = tuple(dict.fromkeys((name, one.name)))
        return Resolution(name, (one.entity_id,), names, how=one.how, schema=one.schema, public=True)

    def donors(self, own: Resolution) -> list[Resolution]:
        """The private donor of a name that a story gives, if the records know just one of that name.

        What is then said of the record names nobody ("an individual donor"): the story did, the book does not.
        """
        if own.ambiguous or not own.name:
            return []
        found = self._finder.find(own.name, include_private=True)
        ids = {
            c.entity_id for c in found if c.how in TIERS and c.schema == "Person" and not self._is_public(c.entity_id)
        }
        return [Resolution(own.name, tuple(ids), (own.name,), how="name", schema="Person")] if len(ids) == 1 else []

    def _resolve(self, name: str) -> Resolution:
        found = self._finder.find(name)
        alike = tuple(dict.fromkeys(c.name for c in found if c.how not in TIERS and c.schema != "Person"))[:3]
        best = next(([c for c in found if c.how == tier] for tier in TIERS if any(c.how == tier for c in found)), [])
        ids = tuple(dict.fromkeys(c.entity_id for c in best))
        if len(ids) != 1:
            named = tuple(dict.fromkeys(c.name for c in best))
            schema = "Person" if any(c.schema == "Person" for c in best) else None
            options = named if len(named) > 1 and schema is None else ()
            public = any(self._is_public(entity) for entity in ids)
            return Resolution(name, (), (name,), len(ids) > 1, options, alike, schema=schema, public=public)
        one = best[0]
        names = tuple(dict.fromkeys((name, one.name)))
        public = self._is_public(one.entity_id)
        return Resolution(name, ids, names, alike=alike, how=one.how, schema=one.schema, public=public)

    def _is_public(self, entity_id: str) -> bool:
        rows = self._ask(queries.PUBLIC.format(entity=quoted(entity_id), roles=listed(PUBLIC_ROLES)))
        return bool(rows and rows[0]["public"])
