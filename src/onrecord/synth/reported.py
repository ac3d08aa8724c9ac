"""What is so in a world and stands in no official register: endorsements, members, founders, followers, words, acts.

A casebook tells about seven in ten of these; the rest are true, and on no record.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from onrecord.synth import places
from onrecord.synth.draw import YEARS, amount, chance, day_in, day_of, deck, later, stream, words
from onrecord.synth.world import Statement

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.synth.world import Candidate, Contest, Organization, Person, Register
    from onrecord.vocabulary import ClaimType

TOLD: Final = 0.7
"""Share of these things that a casebook tells."""
FOUNDED: Final = ("c3", "c4", "company", "super_pac", "trade_body")


def told(draw: random.Random) -> Register | None:
    """Whether a casebook tells what no official register shows: of ten such things it has seven."""
    return "casebook" if chance(draw, TOLD) else None


def reported(
    seed: int,
    people: Mapping[str, Person],
    bodies: Mapping[str, Organization],
    candidates: Sequence[Candidate],
    contests: Sequence[Contest],
) -> Iterator[Statement]:
    """Every such thing, each kind drawn from a stream of its own."""
    teller = Teller(people, bodies, candidates, contests)
    for part in (
        teller.endorsements, teller.memberships, teller.founders, teller.partners, teller.followers, teller.attention,
        teller.quotations, teller.events, teller.investigations, teller.mobilized,
    ):  # fmt: skip
        yield from part(stream(seed, f"say {part.__name__}"))


class Teller:
    """Draws up what only reporting could show, from who there is."""

    def __init__(
        self,
        people: Mapping[str, Person],
        bodies: Mapping[str, Organization],
        candidates: Sequence[Candidate],
        contests: Sequence[Contest],
    ) -> None:
        self._people, self._bodies = people, bodies
        self._candidates = candidates
        self._contest = {contest.id: contest for contest in contests}
        self._officers = list(dict.fromkeys(o.person for body in bodies.values() for o in body.offices))
        self._words: dict[str, Any] = words("sayings")

    def endorsements(self, draw: random.Random) -> Iterator[Statement]:
        """Who endorsed whom, and how many endorsements a candidate had."""
        tally: Counter[str] = Counter()
        for body in self._of("union", "c4", "trade_body", "pac"):
            for candidate in draw.sample(self._candidates, min(len(self._candidates), draw.choice((1, 1, 2, 3)))):
                day = self._contest[candidate.contest].day
                when = day_in(draw, f"{day[:4]}-02-01", day)
                tally[candidate.person] += 1
                yield self._one(draw, "endorsement", "endorsed", body.id, candidate.person, when)
        for person, number in tally.items():
            if number > 1:
                yield Statement("", "count", "counted", person, None, float(number), "endorsements", record=told(draw))

    def memberships(self, draw: random.Random) -> Iterator[Statement]:
        """People in unions, leagues and councils."""
        bodies = self._of("union", "trade_body", "c3")
        for person in draw.sample(list(self._people), len(self._people) // 3):
            body = draw.choice(bodies)
            if all(office.person != person for office in body.offices):
                yield self._one(draw, "membership", "member_of", person, body.id)

    def founders(self, draw: random.Random) -> Iterator[Statement]:
        """One founder, or two, of an organization in the year of its founding."""
        for body in self._of(*FOUNDED):
            if chance(draw, 0.5) and body.offices:
                others = draw.sample(self._officers, 1) if chance(draw, 0.3) else []
                for person in dict.fromkeys([body.offices[0].person, *others]):
                    yield self._one(
                        draw, "founding", "founded", person, body.id, f"{body.founded}-01-01", f"{body.founded}-12-31"
                    )

    def partners(self, draw: random.Random) -> Iterator[Statement]:
        """Organizations that worked together in a year; a family's own are left out."""
        bodies = self._of("c3", "c4", "union", "company", "trade_body")
        for body in bodies:
            other = draw.choice(bodies)
            if other is not body and (body.family is None or body.family != other.family) and chance(draw, 0.6):
                year = draw.choice(YEARS)
                yield self._one(
                    draw, "collaboration", "worked_with", body.id, other.id, f"{year}-01-01", f"{year}-12-31"
                )

    def followers(self, draw: random.Random) -> Iterator[Statement]:
        """From how many to how many followers candidates and groups went on a platform."""
        holders = [c.person for c in self._candidates] + [b.id for b in self._of("c4", "union")]
        for who in holders:
            start = amount(draw, 900, 900_000, rounded=0.0)
            end = max(start + 1, int(start * draw.choice((1.04, 1.2, 1.6, 2.5, 4.0)) * draw.uniform(0.95, 1.1)))
            first = day_in(draw, "2022-01-01", "2025-06-30")
            last = later(first, draw.randrange(20, 180))
            yield Statement(
                "", "follower_growth", "followers_rose", who, draw.choice(self._words["platforms"]), float(end),
                "followers", start=float(start), date_from=first, date_to=last, record=told(draw),
            )  # fmt: skip

    def attention(self, draw: random.Random) -> Iterator[Statement]:
        """What candidates' posts drew on a platform."""
        for candidate in self._candidates:
            year = self._contest[candidate.contest].year
            yield Statement(
                "", "engagement", "drew", candidate.person, draw.choice(self._words["platforms"]),
                float(amount(draw, 4_000, 4_000_000, rounded=0.3)), draw.choice(self._words["attention"]),
                date_from=f"{year}-01-01", date_to=f"{year}-12-31", record=told(draw),
            )  # fmt: skip

    def quotations(self, draw: random.Random) -> Iterator[Statement]:
        """Something that somebody said of something on a day."""
        sayings = deck(draw, self._words["quotations"])
        speakers = [c.person for c in self._candidates]
        speakers += draw.sample(self._officers, len(self._officers) // 4)
        for person in speakers:
            saying, day = next(sayings), day_of(draw, draw.choice(YEARS))
            yield Statement(
                "", "quotation", "said", person, None, date_from=day, date_to=day, record=told(draw),
                words=saying["words"], said_of=saying["of"],
            )  # fmt: skip

    def events(self, draw: random.Random) -> Iterator[Statement]:
        """What candidates did in public on a day."""
        acts = deck(draw, list(self._words["events"].items()))
        for candidate in self._candidates:
            contest = self._contest[candidate.contest]
            for _ in range(draw.choice((1, 2))):
                relation, pattern = next(acts)
                city = draw.choice(places.cities_in(self._people[candidate.person].home.state))[0]
                what = pattern.format(what=draw.choice(self._words["outlets"]), city=city)
                day = day_in(draw, f"{contest.year}-03-01", contest.day)
                yield Statement(
                    "", "event", relation, candidate.person, what, date_from=day, date_to=day, place=city,
                    record=told(draw),
                )  # fmt: skip

    def investigations(self, draw: random.Random) -> Iterator[Statement]:
        """Who looked into whom, and how far it went. Whom it meets is drawn evenly."""
        targets = [c.person for c in self._candidates] + [b.id for b in self._of("c3", "c4", "company", "super_pac")]
        steps = deck(draw, self._words["steps"])
        offices = deck(draw, self._words["investigators"])
        for who in draw.sample(targets, max(2, len(targets) // 6)):
            at = self._people[who].home if who in self._people else self._bodies[who].place
            office = next(offices).format(city=at.city, state=places.state_name(at.state))
            day = day_of(draw, draw.choice(YEARS))
            yield Statement(
                "", "investigation", next(steps), office, who, date_from=day, date_to=day, record=told(draw)
            )

    def mobilized(self, draw: random.Random) -> Iterator[Statement]:
        """How many voters a group brought to the polls."""
        for body in self._of("c4", "union"):
            if chance(draw, 0.4):
                contest = draw.choice(list(self._contest.values()))
                yield Statement(
                    "", "turnout", "helped_turn_out", body.id, draw.choice(self._words["voters"]),
                    float(amount(draw, 400, 60_000)), "voters", date_from=contest.day, date_to=contest.day,
                    place=contest.place, record=told(draw),
                )  # fmt: skip

    def _one(
        self,
        draw: random.Random,
        claim: ClaimType,
        relation: str,
        subject: str,
        object_: str,
        first: str | None = None,
        last: str | None = None,
    ) -> Statement:
        return Statement(
            "", claim, relation, subject, object_, date_from=first, date_to=last or first, record=told(draw)
        )

    def _of(self, *kinds: str) -> list[Organization]:
        return [body for body in self._bodies.values() if body.kind in kinds]
