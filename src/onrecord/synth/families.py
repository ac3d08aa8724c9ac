"""Who there is beside the candidates: families of organizations, unions with their parts, stand-alone bodies, and
false friends, whose names mislead.

A family is a (c)(3), its (c)(4) and its political committee, run as one from one address: three organizations, never
one. A union's national body, its state chapters and its locals are different organizations too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.synth import places
from onrecord.synth.draw import chance, deck, scaled, stream, words
from onrecord.synth.organizations import acronym, stems
from onrecord.synth.world import Office

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from onrecord.synth.organizations import Register
    from onrecord.synth.world import Kind, Organization


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of each there are, from how many organizations a world of this size has beside its campaigns."""

    families: int
    funders: int
    charities: int
    unions: int
    companies: int
    trade_bodies: int
    parties: int
    super_pacs: int
    pacs: int
    foreign: int
    false_friends: int


def quota(mentions: int) -> Quota:
    """About 60 organizations at 20,000 mentions, 800 at a million, never more than 4,000."""
    n = scaled(52, 0.66, mentions, 40, 4_000)
    return Quota(
        families=n // 10, funders=max(3, n // 14), charities=n // 16, unions=max(2, n // 26), companies=max(6, n // 7),
        trade_bodies=max(2, n // 26), parties=max(1, n // 60), super_pacs=max(4, n // 12), pacs=max(2, n // 20),
        foreign=max(3, n // 20), false_friends=max(1, n // 50),
    )  # fmt: skip


def populate(seed: int, mentions: int, register: Register) -> None:
    """Enter every organization that is no campaign."""
    draw, wanted, kinds = stream(seed, "families"), quota(mentions), words("organizations")["kinds"]
    states = deck(stream(seed, "states of organizations"), places.states())
    for number in range(wanted.families):
        _family(register, draw, kinds, next(states), f"f{number + 1:04d}")
    for number in range(wanted.unions):
        _union(register, draw, kinds["union"], states, f"u{number + 1:04d}")
    _parties(register, kinds["party"], states, wanted.parties)
    alone: tuple[tuple[Kind, list[str], int], ...] = (
        ("c3", kinds["c3"]["funders"], wanted.funders), ("c3", kinds["c3"]["names"], wanted.charities),
        ("company", kinds["company"]["names"], wanted.companies),
        ("super_pac", kinds["super_pac"]["names"], wanted.super_pacs), ("pac", kinds["pac"]["alone"], wanted.pacs),
        ("trade_body", kinds["trade_body"]["names"], wanted.trade_bodies),
        ("foreign_body", kinds["foreign_body"]["names"], wanted.foreign),
    )  # fmt: skip
    for kind, patterns, count in alone:
        for pattern in _dealt(draw, patterns, count):
            state = next(states)
            name = register.named([pattern], **_parts(register, draw, state))
            short = acronym(name) if kind in ("c3", "trade_body") and chance(draw, 0.5) else None
            register.add(kind, name, state=None if kind == "foreign_body" else state, short=short)
    for _ in range(wanted.false_friends):
        _look_alike(register, draw, kinds, next(states))
        _same_letters(register, draw, next(states))


def _dealt(draw: random.Random, patterns: list[str], count: int) -> list[str]:
    cards = deck(draw, patterns)
    return [next(cards) for _ in range(count)]


def _parts(register: Register, draw: random.Random, state: str) -> dict[str, str]:
    """Whatever a name's pattern may ask for."""
    first, second = draw.sample(words("organizations")["trades"]["names"].split(), 2)
    families = [word for table in words("names").values() for word in table["family"].split()]
    return {
        "stem": register.stem(), "trade": first, "other": second, "state": places.state_name(state),
        "family": draw.choice(families), "other_family": draw.choice(families),
    }  # fmt: skip


# ── families ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _family(register: Register, draw: random.Random, kinds: dict[str, Any], state: str, label: str) -> None:
    """A charity, its political arm and its committee; some run a project and a sister organization beside."""
    stem, place = register.stem(), places.drawn(draw, state, suite=0.6)
    charity_name = register.named(kinds["c3"]["names"], stem=stem)
    # The acronym is the charity's; its arm is called by its own name.
    charity = register.add("c3", charity_name, place=place, short=acronym(charity_name), family=label)
    arm_name = register.named(kinds["c4"]["names"], stem=stem)
    arm = register.add(
        "c4", arm_name, place=place, family=label, parent=charity.id, offices=_shared(register, charity, "c4", 2)
    )
    committee = register.named(kinds["pac"]["names"], stem=stem)
    register.add("pac", committee, place=place, family=label, parent=arm.id, offices=_keeper(charity))
    if chance(draw, 0.4):
        project = register.named([name for name in kinds["c3"]["names"] if "Project" in name], stem=register.stem())
        register.add(
            "c3", project, place=place, family=label, parent=charity.id, offices=_shared(register, charity, "c3", 1)
        )
    if chance(draw, 0.3):
        sister = register.named(kinds["c4"]["names"], stem=stem)
        register.add("c4", sister, state=state, family=label, offices=_shared(register, charity, "c4", 1))


def _shared(register: Register, of: Organization, kind: str, shared: int) -> tuple[Office, ...]:
    """Officers of an arm: the first ones of the body it belongs to, under the same titles, then its own."""
    own = register.officers("c4" if kind == "c4" else "c3", of.place.state)
    titles = list(dict.fromkeys(office.title for office in of.offices))
    kept = [Office(o.person, o.title, o.pay // 3, o.first_year, o.last_year) for o in of.offices]
    wanted = (titles[0], "TREASURER")[:shared]
    common = [office for office in kept if office.title in wanted]
    taken = {office.person for office in common}
    return (*common, *(o for o in own if o.title not in wanted and o.person not in taken))


def _keeper(of: Organization) -> tuple[Office, ...]:
    """The treasurer of an organization keeps the books of its committee too, unpaid."""
    keepers = (office for office in of.offices if "TREASURER" in office.title)
    return tuple(Office(o.person, "TREASURER", 0, o.first_year, o.last_year) for o in keepers)


# ── unions and parties ───────────────────────────────────────────────────────────────────────────────────────────


def _union(register: Register, draw: random.Random, table: dict[str, Any], states: Iterator[str], label: str) -> None:
    """A national body with its committee; chapters and locals of the same trade elsewhere."""
    parts = _parts(register, draw, home := next(states))
    name = register.named(table["national"], **parts)
    national = register.add("union", name, state=home, short=acronym(name), family=label)
    committee = register.named([table["committee"]], base=name)
    register.add("pac", committee, place=national.place, family=label, parent=national.id, offices=_keeper(national))
    base = f"{parts['trade']} and {parts['other']} Workers"
    for _ in range(draw.choice((1, 1, 2))):
        state = next(states)
        chapter = register.named([table["chapter"]], base=base, state=places.state_name(state))
        register.add("union", chapter, state=state, parent=national.id)
    for _ in range(draw.choice((1, 2, 3))):
        local = register.named([table["local"]], base=base, number=draw.randrange(3, 1200))
        register.add("union", local, state=draw.choice((next(states), places.HOME_STATE)), parent=national.id)


def _parties(register: Register, table: dict[str, Any], states: Iterator[str], each: int) -> None:
    """Every party with its national committee and as many state committees as every other party."""
    for word in table["words"][:2] if each < 2 else table["words"]:
        national = register.add("party", register.named([table["national"]], word=word), state=next(states))
        for _ in range(min(each, 12)):
            state = next(states)
            name = register.named([table["state"]], word=word, state=places.state_name(state))
            register.add("party", name, state=state, parent=national.id)


# ── false friends ────────────────────────────────────────────────────────────────────────────────────────────────


def _look_alike(register: Register, draw: random.Random, kinds: dict[str, Any], state: str) -> None:
    """A committee named almost like a family's and run by others elsewhere: "Harborlights PAC"."""
    real = draw.choice([body for body in register.of_kind("pac") if body.parent])
    stem, _, rest = real.name.partition(" ")
    name = register.named([f"{stem}s {rest}", f"{stem} Citizens PAC", f"New {real.name}"])
    register.add("pac", name, state=state)
    name = register.named(kinds["company"]["names"][:9], stem=stem)
    register.add("company", name, state=state)


def _same_letters(register: Register, draw: random.Random, state: str) -> None:
    """A charity somewhere else with the acronym of another."""
    known = set(stems())
    first = draw.choice([body for body in register.of_kind("c3") if body.short and body.name.split()[0] in known])
    stem, _, rest = first.name.partition(" ")
    same = [other for other in stems() if other[0] == stem[0] and other != stem]
    name = register.named([f"{draw.choice(same)} {rest}"])
    register.add("c3", name, state=state, short=first.short)
