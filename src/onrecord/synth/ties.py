"""What is so between people and organizations: offices, arms, shared addresses and officers, status, registration."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.synth.draw import RETURNS, stream
from onrecord.synth.organizations import EXEMPT, FILES
from onrecord.synth.reported import told
from onrecord.synth.world import Statement

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.synth.world import Office, Organization, Person, Register, Registration

FARA: Final = "Foreign Agents Registration Act"
STATUSES: Final = {
    "c3": (("is_501c3", "501(c)(3)"), ("is_nonprofit", "nonprofit")),
    "c4": (("is_501c4", "501(c)(4)"), ("is_nonprofit", "nonprofit")),
    "union": (("is_501c5", "501(c)(5)"),), "trade_body": (("is_501c6", "501(c)(6)"),),
    "pac": (("is_pac", "PAC"),), "super_pac": (("is_super_pac", "super PAC"),),
}  # fmt: skip
"""What a kind of organization is in law: the reader's relation, and the words."""
ARMS: Final = {("c4", "c3"): "political_arm_of", ("c3", "c3"): "is_project_of"}
"""What an organization is to its parent, by both kinds; else one of its parent's own kind is a part of it."""


def ties(
    seed: int,
    people: Mapping[str, Person],
    bodies: Mapping[str, Organization],
    registrations: Sequence[Registration],
) -> Iterator[Statement]:
    """Every tie of a world that a filing could show, and whether one does."""
    draw = stream(seed, "say ties")
    yield from _roles(draw, bodies)
    yield from _affiliations(draw, bodies)
    yield from _shared(bodies)
    yield from _statuses(bodies)
    yield from _registered(draw, people, bodies, registrations)


def title_word(title: str) -> str:
    """A title as relations have it: "EXECUTIVE DIRECTOR" is ``executive_director``."""
    return title.casefold().replace("-", " ").replace(" ", "_")


def _span(office: Office) -> tuple[str, str]:
    return f"{office.first_year}-01-01", f"{office.last_year}-12-31"


def _keeper(body: Organization) -> Office | None:
    """The treasurer whom the committee master names: the last."""
    held = [office for office in body.offices if "TREASURER" in office.title]
    return max(held, key=lambda office: office.last_year, default=None)


def _return_of(body: Organization, office: Office) -> Register | None:
    """The register of tax returns, if a return that is in lists an officer."""
    return "irs-990" if body.kind in EXEMPT and office.first_year <= RETURNS[-1] else None


def _roles(draw: random.Random, bodies: Mapping[str, Organization]) -> Iterator[Statement]:
    for body in bodies.values():
        for office in body.offices:
            record: Register | None = _return_of(body, office)
            if body.kind in FILES and office == _keeper(body) and office.title == "TREASURER":
                record = "fec" if body.fec_id else None
            first, last = _span(office)
            yield Statement(
                "", "role", f"{title_word(office.title)}_of", office.person, body.id, date_from=first, date_to=last,
                record=record or told(draw),
            )  # fmt: skip


def _affiliations(draw: random.Random, bodies: Mapping[str, Organization]) -> Iterator[Statement]:
    for body in bodies.values():
        parent = bodies.get(body.parent or "")
        if parent is None:
            continue
        related: Register | None = "fec" if body.fec_id else "irs-990" if body.family else None
        closer = ARMS.get((body.kind, parent.kind), "part_of" if body.kind == parent.kind else None)
        if closer:
            yield Statement("", "affiliation", closer, body.id, parent.id, record=told(draw))
        yield Statement("", "affiliation", "affiliated_with", body.id, parent.id, record=related or told(draw))
    heads = {body.family: body for body in reversed(list(bodies.values())) if body.family}
    for body in bodies.values():
        head = heads.get(body.family or "")
        if head is not None and head is not body and body.parent is None:
            yield Statement("", "affiliation", "sister_organization_of", body.id, head.id, record=told(draw))


def _register_of(*both: Organization) -> Register | None:
    """The register that shows something of each of several bodies; a tax return, where it takes two registers."""
    if all(body.fec_id for body in both):
        return "fec"
    return "irs-990" if all(body.fec_id or body.ein for body in both) else None


def _shared(bodies: Mapping[str, Organization]) -> Iterator[Statement]:
    """Who shares an address, and who shares an officer under one title at one time."""
    at: dict[tuple[str, str], list[Organization]] = defaultdict(list)
    served: dict[tuple[str, str], list[tuple[Organization, Office]]] = defaultdict(list)
    for body in bodies.values():
        at[body.place.street, body.place.city].append(body)
        for office in body.offices:
            served[office.person, office.title].append((body, office))
    for there in at.values():
        for a, b in combinations(there, 2):
            yield Statement("", "shared_attribute", "same_address_as", b.id, a.id, record=_register_of(a, b))
    for (_, title), held in served.items():
        for (a, one), (b, other) in combinations(held, 2):
            first, last = max(one.first_year, other.first_year), min(one.last_year, other.last_year)
            if a is not b and first <= last:
                shown = all(
                    office == _keeper(body) if body.kind in FILES else _return_of(body, office)
                    for body, office in ((a, one), (b, other))
                )
                yield Statement(
                    "", "shared_attribute", f"same_{title_word(title)}_as", b.id, a.id, date_from=f"{first}-01-01",
                    date_to=f"{last}-12-31", record=_register_of(a, b) if shown else None,
                )  # fmt: skip


def _statuses(bodies: Mapping[str, Organization]) -> Iterator[Statement]:
    for body in bodies.values():
        for relation, form in STATUSES.get(body.kind, ()):
            record: Register = "fec" if body.fec_id else "irs-990"
            yield Statement("", "legal_status", relation, body.id, form, record=record)


def _registered(
    draw: random.Random,
    people: Mapping[str, Person],
    bodies: Mapping[str, Organization],
    registrations: Sequence[Registration],
) -> Iterator[Statement]:
    """Who is in the foreign agents register, from when to when; and of some, that they are not."""
    by_agent: dict[str, list[Registration]] = defaultdict(list)
    for row in registrations:
        by_agent[row.registrant].append(row)
    for agent, rows in by_agent.items():
        ends = [row.last_day for row in rows]
        last = None if None in ends else max(day for day in ends if day)
        yield Statement(
            "", "registration", "registered_under", agent, FARA, date_from=min(row.first_day for row in rows),
            date_to=last, record="fara", whole=True,
        )  # fmt: skip
    absent = [b.id for b in bodies.values() if b.kind in ("company", "c3", "c4", "trade_body") and b.id not in by_agent]
    absent += [person for person in people if person not in by_agent]
    for who in draw.sample(absent, min(len(absent), 2 * len(by_agent))):
        yield Statement("", "registration", "not_registered_under", who, FARA, record="fara", whole=True)
