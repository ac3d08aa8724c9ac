"""Election results of a made-up world: by precinct (OpenElections' layout), and some by the city's election districts.

The districts of a contest add up to the world's figures: every candidate's votes, the ballots cast, the registered
voters. A contest stands in one file. The city's layout names no place and no day, so it takes the contests whose office
and year no other contest has, one in four of them.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.sources.canvass import office_in
from onrecord.sources.nyc_elections import COLUMNS as CITY_COLUMNS
from onrecord.synth.lines import quoted
from onrecord.synth.records.parties import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.synth.lines import Lines
    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Contest

PRECINCT_COLUMNS: Final = "county,precinct,office,district,candidate,party,votes"
ASSEMBLIES: Final = 4
"""Assembly districts over which the election districts of a contest are spread."""
BALLOTS_A_PRECINCT: Final = 900
FEWEST: Final = 4
"""Precincts of a contest, at least."""
MOST: Final = 60
"""Precincts of a contest, at most."""


def write(output: Output) -> None:
    """Write every contest into a file of its own."""
    city = _in_the_citys_layout(output)
    for contest in output.world.contests:
        (_districts if contest.id in city else _precincts)(output, contest)


def split(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts of ``total`` in proportion to the weights: they add up to it exactly (largest remainder)."""
    whole = sum(weights)
    shares = [total * weight / whole for weight in weights]
    parts = [int(share) for share in shares]
    most_left = sorted(range(len(weights)), key=lambda i: (parts[i] - shares[i], i))
    for i in most_left[: total - sum(parts)]:
        parts[i] += 1
    return parts


class Row(NamedTuple):
    """A line of the ballot, or a counter: its name, its party, its figure by precinct, and who stands on it."""

    name: str
    party: str
    votes: list[int]
    person: str | None = None


class _Count:
    """The count of a contest by precinct: candidates' votes in ballot order, ballots cast, voters registered."""

    def __init__(self, seed: int, contest: Contest) -> None:
        cast = sum(votes for _, votes in contest.votes)
        if not cast <= contest.ballots <= contest.registered:
            raise ValueError(f"{contest.id}: {cast} votes of {contest.ballots} ballots of {contest.registered} voters")
        draw = Random(f"{seed}/elections/{contest.id}")
        places = max(FEWEST, min(MOST, contest.ballots // BALLOTS_A_PRECINCT))
        size = [draw.uniform(0.5, 1.5) for _ in range(places)]
        self.votes = [
            (person, split(votes, [weight * draw.uniform(0.4, 1.6) for weight in size]))
            for person, votes in contest.votes
        ]
        # Some ballots name nobody who stood: a few write-ins, the rest blank.
        none = contest.ballots - cast
        self.scattered = split(none // 5, size)
        blank = split(none - none // 5, size)
        counted = [sum(parts) for parts in zip(*(parts for _, parts in self.votes), strict=True)] or [0] * places
        self.ballots = [sum(parts) for parts in zip(counted, self.scattered, blank, strict=True)]
        absent = split(contest.registered - contest.ballots, size)
        self.registered = [sum(parts) for parts in zip(self.ballots, absent, strict=True)]


def _precincts(output: Output, contest: Contest) -> None:
    kind = "primary" if "primary" in contest.office.casefold() else "general"
    state = _state(output, contest).lower()
    name = f"{contest.day.replace('-', '')}__{state}__{kind}__{slug(contest.place)}-{slug(contest.id)}__precinct.csv"
    file = f"records/elections/{name}"
    lines, count = output.lines(file, PRECINCT_COLUMNS), _Count(output.world.seed, contest)
    rows = [
        Row("Registered Voters", "", count.registered),
        Row("Public Counter", "", count.ballots),
        *(Row(_name(output, who), _party(output, contest, who), parts, who) for who, parts in count.votes),
        Row("Scattered", "", count.scattered),
    ]
    where, office = quoted(contest.place), quoted(contest.office[:1].upper() + contest.office[1:])
    for n in range(len(count.ballots)):
        for row in rows:
            lines.add(f"{where},{n + 1:03d}/01,{office},{where},{quoted(row.name)},{row.party},{row.votes[n]}")
            _mention(output, lines, row, first=n == 0)
    output.done(lines, "openelections-precincts", (contest.day, contest.day))


def _districts(output: Output, contest: Contest) -> None:
    file = f"records/elections/ed_{slug(contest.office).replace('-', '_')}_{contest.year}.csv"
    lines, count = output.lines(file, ",".join(CITY_COLUMNS)), _Count(output.world.seed, contest)
    rows = [
        *(Row(_name(output, who), f"({_party(output, contest, who)})", parts, who) for who, parts in count.votes),
        Row("WRITE-IN", "&nbsp", count.scattered),
    ]
    places, scraped = len(count.ballots), f"{contest.day}_23:45:00.000000"
    for assembly in range(ASSEMBLIES):
        own = range(assembly, places, ASSEMBLIES)
        for n in own:
            for row in rows:
                lines.add(_district(f"ED {n // ASSEMBLIES + 1:4d}", row, row.votes[n], assembly, scraped))
                _mention(output, lines, row, first=n == 0)
        for row in rows:
            lines.add(_district("Total", row, sum(row.votes[n] for n in own), assembly, scraped))
    output.done(lines, "nyc-election-districts", (contest.day, contest.day))


def _district(district: str, row: Row, votes: int, assembly: int, scraped: str) -> str:
    return f"{district},100.00%,{quoted(row.name)},{row.party},{votes},AD {assembly + 1:02d},{scraped}"


def _in_the_citys_layout(output: Output) -> set[str]:
    """Contests that the city's layout can tell apart: of an office it knows, and the only one of the year."""
    named: dict[tuple[str, int], list[Contest]] = {}
    for contest in output.world.contests:
        parties = {_party(output, contest, who) for who, _ in contest.votes}
        if len(parties) > 1 and (office := office_in(contest.office)):
            named.setdefault((office, contest.year), []).append(contest)
    alone = [contests[0].id for contests in named.values() if len(contests) == 1]
    return set(alone[::4])


def _mention(output: Output, lines: Lines, row: Row, *, first: bool) -> None:
    """The mention of who stood, on the line just added, the first of the contest that has the name."""
    if first and row.person:
        file = lines.path.relative_to(output.folder).as_posix()
        output.truth.mention(file, f"line {lines.count + 1}", "candidate", row.name, row.person)


def _name(output: Output, person: str) -> str:
    return output.world.people[person].name


def _party(output: Output, contest: Contest, person: str) -> str:
    """The code of the party for which somebody stands in a contest."""
    found = next((c for c in output.world.candidates if c.person == person and c.contest == contest.id), None)
    return output.parties.party_code(found.party) if found else "IND"


def _state(output: Output, contest: Contest) -> str:
    """The state of a contest: its candidates' home."""
    return next((output.world.people[who].home.state for who, _ in contest.votes), "ZZ")
