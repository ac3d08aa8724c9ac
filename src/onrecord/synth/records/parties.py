"""Who is who by the registers' identifiers: which committee is whose, which candidate stands behind a payee."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.synth.world import Candidate, Organization, Person, World


class Parties:
    """The principals of a world, found by what a record needs of them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.contests = {contest.id: contest for contest in world.contests}
        federal = [candidate for candidate in world.candidates if candidate.fec_id]
        city = [candidate for candidate in world.candidates if candidate.cfb_id]
        self._federal = {who: c for c in reversed(federal) for who in (c.person, c.committee)}
        self._arms: dict[str, list[Organization]] = {}
        for body in world.organizations.values():
            if body.parent:
                self._arms.setdefault(body.parent, []).append(body)
        self._named = {body.name: body.id for body in world.organizations.values()}
        self._city = {who: c for c in reversed(city) for who in (c.person, c.committee)}

    def organization(self, who: str) -> Organization | None:
        """The organization with this id, None if it is a person's."""
        return self.world.organizations.get(who)

    def person(self, who: str) -> Person | None:
        """The person with this id, None if it is an organization's."""
        return self.world.people.get(who)

    def federal(self, who: str) -> Candidate | None:
        """The federal candidate whom a person's or a campaign committee's id means, if any."""
        return self._federal.get(who)

    def city(self, who: str) -> Candidate | None:
        """The city candidate whom a person's or a campaign committee's id means, if any."""
        return self._city.get(who)

    def committee(self, who: str) -> Organization | None:
        """The federal committee with this id, None for anybody else, a candidate among them."""
        found = self.world.organizations.get(who)
        return found if found is not None and found.fec_id else None

    def require_committee(self, who: str, record: str) -> Organization:
        """The federal committee that an id means: itself, or the campaign of a candidate.

        ValueError if there is none: no row of the register can then show the record.
        """
        candidate = self._federal.get(who)
        found = self.committee(candidate.committee if candidate else who)
        if found is None:
            raise ValueError(f"{record}: {who} is no federal committee")
        return found

    def federal_committees(self) -> list[Organization]:
        """Every organization with a federal number."""
        return [organization for organization in self.world.organizations.values() if organization.fec_id]

    def party_code(self, party: str) -> str:
        """A party's code of three letters, as the layouts have it: of its name if it is an organization's id."""
        organization = self.world.organizations.get(party)
        letters = [letter for letter in (organization.name if organization else party).upper() if letter.isalpha()]
        return "".join(letters[:3])

    def kin(self, body: Organization) -> list[Organization]:
        """The organizations that one run as a family has over it and under it: its parent, its own arms."""
        near = list(self._arms.get(body.id, []))
        if body.parent:
            near.append(self.world.organizations[body.parent])
        return [other for other in near if body.family and other.family == body.family]

    def treasurer(self, committee: Organization) -> str | None:
        """The person who keeps a committee's books, whom the master names: the last treasurer, if it has one."""
        held = [office for office in committee.offices if "treasurer" in office.title.casefold()]
        last = max(held, key=lambda office: office.last_year, default=None)
        return last.person if last else None

    def named(self, who: str) -> tuple[str, str]:
        """The entity and the name of a party given by its id, or in plain words: then the words make the entity."""
        person, body = self.world.people.get(who), self.world.organizations.get(who)
        if person is not None:
            return person.id, person.name
        if body is not None:
            return body.id, body.name
        return self._named.get(who) or "text/" + slug(who), who


def slug(text: str) -> str:
    """A text as a part of a file's name or of an id: small letters and digits, parted by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
