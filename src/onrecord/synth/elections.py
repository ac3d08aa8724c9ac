"""Contests, who stands in them, and how they end: votes below ballots, ballots below registered voters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.synth import places
from onrecord.synth.draw import deck, scaled, stream, words
from onrecord.synth.organizations import campaign_name
from onrecord.synth.world import Candidate, Contest

if TYPE_CHECKING:
    import random

    from onrecord.synth.organizations import Register
    from onrecord.synth.world import Person

DAYS: Final = {2021: "2021-11-02", 2022: "2022-11-08", 2023: "2023-11-07", 2024: "2024-11-05", 2025: "2025-11-04"}
FEDERAL_YEARS: Final = (2024, 2022)
CITY_YEARS: Final = (2025, 2021)
STANDING: Final = 5
"""Candidates in a contest, in the middle."""
REGISTERED: Final = {
    "Senate": (900_000, 6_000_000), "House": (380_000, 620_000), "mayor": (280_000, 900_000),
    "city council": (48_000, 130_000),
}  # fmt: skip
"""Registered voters, from least to most; a city's other offices are voted on by as many as its mayor."""


class Ballot:
    """The contests and candidates of a world while they are being drawn."""

    def __init__(self, seed: int, mentions: int, register: Register) -> None:
        self.candidates: list[Candidate] = []
        self.contests: list[Contest] = []
        self._register, self._draw = register, stream(seed, "contests")
        self._codes = deck(stream(seed, "parties"), words("organizations")["kinds"]["party"]["codes"])
        self._numbers = iter(range(101, 1_000_000))
        self._voters: dict[str, int] = {}
        self.city = stream(seed, "city").choice(places.cities_in(places.HOME_STATE))[0]
        wanted = scaled(24, 0.468, mentions, 9, 1_000)
        self._fill(wanted)
        self._namesakes(seed)

    def _fill(self, wanted: int) -> None:
        number = 0
        contests = max(4, round(wanted / STANDING))
        seats = self._seats()
        while number < contests:
            standing = max(2, round((wanted - len(self.candidates)) / (contests - number)))
            self._contest(f"e{number + 1:04d}", *seats[number], standing)
            number += 1

    def _seats(self) -> list[tuple[str, str, str, int]]:
        """Office, place, state and year, by turns federal and of the city, no seat twice in a year."""
        states = deck(self._draw, places.states())
        home = places.HOME_STATE
        # The same two states vote for their other senator two years on: turnout then has something to change from.
        pair = [next(states), next(states)]
        senate = [("Senate", places.state_name(s), s, y) for y in FEDERAL_YEARS for s in pair]
        senate += [("Senate", places.state_name(s), s, 2024) for s in places.states() if s not in pair]
        house = [
            ("House", f"{places.state_name(s)}'s {_ordinal(d)} district", s, y)
            for d in range(1, 9) for y in FEDERAL_YEARS for s in places.states()
        ]  # fmt: skip
        self._draw.shuffle(house)
        city = [(office, self.city, home, y) for y in CITY_YEARS for office in ("mayor", "comptroller")]
        city += [("public advocate", self.city, home, y) for y in CITY_YEARS]
        city += [
            ("city council", f"{self.city}'s {_ordinal(d)} district", home, y)
            for y in (2025, 2023, 2021) for d in range(1, 52)
        ]  # fmt: skip
        federal = [senate[0], house[0], senate[2], senate[1], house[1], senate[3]]
        federal += [seat for both in zip(senate[4:], house[2:], strict=False) for seat in both] + house[60:]
        first_city = [city[0], city[2], city[1], *city[3:]]
        return [seat for both in zip(first_city, federal, strict=False) for seat in both] + federal[len(first_city) :]

    def _contest(self, id_: str, office: str, place: str, state: str, year: int, standing: int) -> None:
        draw = self._draw
        own = [self._candidate(id_, office, state, place, year) for _ in range(min(standing, 9))]
        registered = self._registered(office, place)
        share = (
            draw.uniform(0.42, 0.68) if office in REGISTERED and office != "city council" else draw.uniform(0.2, 0.4)
        )
        ballots = int(registered * share)
        votes = _split(draw, int(ballots * draw.uniform(0.965, 0.993)), len(own))
        result = tuple(zip((candidate.person for candidate in own), votes, strict=True))
        self.contests.append(Contest(id_, office, place, DAYS[year], year, result, registered, ballots))
        self.candidates.extend(own)

    def _registered(self, office: str, place: str) -> int:
        """As many voters as the place had before, give or take three in a hundred."""
        low, high = REGISTERED.get(office, REGISTERED["mayor"])
        if place not in self._voters:
            self._voters[place] = self._draw.randrange(low, high)
        return int(self._voters[place] * self._draw.uniform(0.985, 1.015))

    def _candidate(self, contest: str, office: str, state: str, place: str, year: int) -> Candidate:
        register, person = self._register, self._register.society.add("candidate", state=state)
        number = next(self._numbers)
        federal = office in words("organizations")["contests"]["federal"]
        keeper = register.officers("campaign", state)
        committee = register.add(
            "campaign", campaign_name(register, person, office, year), state=state, offices=keeper, files=federal
        )
        district = "".join(c for c in place.rpartition("'s ")[2] if c.isdigit()) if office == "House" else ""
        fec_id = f"{office[0]}{year % 10}{state}{int(district or 0):02d}{number % 1_000:03d}" if federal else None
        cfb_id = None if federal else str(1_500 + number)
        return Candidate(person.id, contest, next(self._codes), fec_id, cfb_id, committee.id)

    def _namesakes(self, seed: int) -> None:
        """Parents and children of candidates, and strangers of their name in another state, in other public roles."""
        draw, society, register = stream(seed, "namesakes"), self._register.society, self._register
        chosen = draw.sample(self.candidates, max(2, len(self.candidates) // 10))
        bodies = [
            body
            for body in register.of_kind("trade_body", "union", "c3")
            if len(body.offices) > 1 and body.family is None
        ]
        for turn, candidate in enumerate(chosen):
            person = society.people[candidate.person]
            if turn % 2 == 0:
                other = self._parent(person)
            else:
                other_state = next(s for s in draw.sample(places.states(), 2) if s != person.home.state)
                other = society.namesake(person, "stranger", state=other_state)
            body = register.organizations[draw.choice(bodies).id]
            last = body.offices[-1]
            seat = type(last)(other.id, last.title, last.pay, last.first_year, last.last_year)
            register.change(body.id, offices=(*body.offices[:-1], seat))

    def _parent(self, person: Person) -> Person:
        """The elder of two of one name; the candidate becomes the younger."""
        society = self._register.society
        society.people[person.id] = replace(person, suffix="Jr.")
        return society.namesake(person, "parent", suffix="Sr.")


def _ordinal(n: int) -> str:
    ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _split(draw: random.Random, total: int, parts: int) -> list[int]:
    """``total`` votes over so many candidates, no two alike: two strong ones, the rest weaker."""
    weights = [draw.uniform(0.8, 1.3) if i < 2 else draw.uniform(0.05, 0.55) for i in range(parts)]
    draw.shuffle(weights)
    votes = [int(total * weight / sum(weights)) for weight in weights]
    while len(set(votes)) < parts:
        votes = [vote - draw.randrange(1, 40) for vote in votes]
    return votes
