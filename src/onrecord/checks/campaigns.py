"""Who is meant by a party to political money: a candidate, the candidate's campaign, or a committee of that campaign.

A register may list a gift under the candidate, under the committee, or under both; a story names either. A campaign
that no record names by its own name is found through the candidate it is called after, where just one candidate of the
register fits: by full name, or by family name with an office or a year that the register gives too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.checks.compare import offices, years_in
from onrecord.checks.naming import levelled, without_campaign
from onrecord.checks.rows import Resolution
from onrecord.checks.wordlists import wordlist

if TYPE_CHECKING:
    from onrecord.checks.records import Records

GIVEN: Final = ("contribution",)
AUTHORIZED: Final = ("principal campaign", "authorized by a candidate")
"""Words of a linkage that make a committee the candidate's own; a leadership committee has neither."""
INFERRED: Final = "campaign"
"""How a candidate was found who stands for a campaign that is on no record by its own name. Never enough to exclude."""
YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Standing:
    """One candidate as a register of gifts lists them: name as filed, and what it notes of office and election."""

    entity_id: str
    name: str
    detail: str

    @property
    def family(self) -> str:
        """The family name, levelled; "" where the register does not write it first."""
        family, comma, _ = self.name.partition(",")
        return levelled(family) if comma else ""

    @property
    def full(self) -> str:
        """First and family name, levelled."""
        family, comma, given = self.name.partition(",")
        return levelled(f"{(given.split() or [''])[0]} {family}" if comma else self.name)


def sides(records: Records, name: str | None, *, receives: bool = False) -> tuple[Resolution, ...]:
    """Every party by which registers may list the one named: itself, its candidate, that candidate's committees.

    ``receives`` is whether it gets political money or has it spent on it. Of several people of one name that is then
    the one candidate among them; who gives may be anybody.
    """
    own = records.names.among(name, records.candidates) if receives else records.resolve(name)
    found = dict.fromkeys((own, *records.names.donors(own)))
    called = without_campaign(name) if name else None
    candidate = records.resolve(called) if called else own
    if called is None and not records.that_know(records.with_links(GIVEN), (own,)):
        candidate = _candidate_of(records, own)
    if candidate.known:
        found |= dict.fromkeys((candidate, *_committees(records, candidate)))
    return tuple(found)


def _candidate_of(records: Records, campaign: Resolution) -> Resolution:
    """The one candidate after whom a campaign is called, or nobody."""
    called, told = _taken_apart(campaign.name)
    if not called:
        return Resolution(campaign.name)
    fits = {
        standing.entity_id: standing
        for standing in records.standing
        if standing.full == called or (told and standing.family == called)
        if _same_race(told, standing.detail)
    }
    if len(fits) != 1:
        return Resolution(campaign.name)
    entity, standing = fits.popitem()
    return Resolution(
        campaign.name, (entity,), (campaign.name, standing.name), how=INFERRED, schema="Person", public=True
    )


def _committees(records: Records, candidate: Resolution) -> list[Resolution]:
    """The committees that a candidate authorized."""
    links = records.links(("candidate_committee",), subject=(candidate,))
    own = [link for link in links if any(word in (link.purpose or "") for word in AUTHORIZED)]
    return [
        Resolution(k.object, (k.object_entity,), (k.object,), how="identifier", schema="Organization")
        for k in own
        if k.object_entity
    ]


# ── how campaigns are called ─────────────────────────────────────────────────────────────────────────────────────────


def _taken_apart(name: str) -> tuple[str, str]:
    """Whose campaign a name means, and what it tells of office and year: "lee" and "mayor 2025"; "" for no campaign."""
    words = levelled(name)
    told: list[str] = []
    rest, _, last = words.rpartition(" ")
    if rest and YEAR.fullmatch(last):
        words, told = rest, [last]
    before, _, office = words.rpartition(" for ")
    if before and offices(office):
        words, told = before, [office, *told]
    start = next((p for p in wordlist("naming")["campaign_starts"] if words.startswith(f"{p} ")), "")
    return (words.removeprefix(start).strip(), " ".join(told)) if start or told else ("", "")


def _same_race(told: str, detail: str) -> bool:
    """Whether a register gives the office and the year that a campaign's name tells."""
    years, asked = years_in(told), offices(told)
    return (not years or bool(years & years_in(detail))) and (not asked or bool(asked & offices(detail)))


def settled(party: Resolution) -> bool:
    """Whether a party was found by a name or number of its own, and none is like it: else silence means nothing."""
    return party.known and party.how != INFERRED and not party.alike
