"""The posts of a world as files: the platform's export, and the truth that no platform has.

records/posts.csv     post_id, account_id, created_at, text, platform, in_reply_to: the ``posts`` format
truth/troops.csv      account_id, troop, kind
truth/viral.csv       object_kind, object_id, kind
truth/automated.csv   account_id, group, kind: feeds and schedulers, which act together for good reason
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final, Literal, NamedTuple

from onrecord.synth.posts.accounts import PLATFORMS, Population
from onrecord.synth.posts.acts import Acts
from onrecord.synth.posts.plans import DAY, FIRST, Plan, plan
from onrecord.synth.posts.streams import moments
from onrecord.synth.posts.timeline import Seen

Resolution = Literal["second", "minute"]
"""How finely the platform tells the time; the minute is the one that has begun."""


class Post(NamedTuple):
    """One row of the export."""

    post_id: str
    account_id: str
    created_at: str
    text: str
    platform: str
    in_reply_to: str


CLOCK: Final = tuple(f"T{minute // 60:02}:{minute % 60:02}" for minute in range(DAY // 60))
SECOND: Final = tuple(f":{second:02}Z" for second in range(60))


def write(
    folder: Path,
    seed: int,
    posts: int,
    *,
    troops: bool = True,
    lifelike: bool = True,
    resolution: Resolution = "second",
) -> dict[str, int]:
    """Write ``posts`` posts (1,000 or more) and their truth below ``folder``; return how many of each thing there are.

    The same arguments give the same bytes. For ``troops`` and ``lifelike`` see ``plan``.

    Raises:
        ValueError: if fewer than 1,000 posts are asked for.
    """
    planned = plan(seed, posts, troops=troops, lifelike=lifelike)
    for name in ("records", "truth"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    _table(folder / "records/posts.csv", Post._fields, made(planned, resolution))
    members = ((account, troop.id, troop.kind) for troop in planned.troops for account in troop.members)
    _table(folder / "truth/troops.csv", ("account_id", "troop", "kind"), members)
    viral = ((event.object_kind, event.object_id, event.kind) for event in planned.viral)
    _table(folder / "truth/viral.csv", ("object_kind", "object_id", "kind"), viral)
    _table(folder / "truth/automated.csv", ("account_id", "group", "kind"), _automated(planned))
    return {
        "posts": planned.posts,
        "accounts": planned.accounts,
        "troops": len(planned.troops),
        "troop_members": sum(len(troop.members) for troop in planned.troops),
        "viral": len(planned.viral),
    }


def made(planned: Plan, resolution: Resolution = "second") -> Iterator[Post]:
    """Every post of a world in order of time, one after the other; none is held."""
    population = Population(planned.seed, planned.posts)
    acts = Acts(planned, population)
    days = [(FIRST + timedelta(day)).isoformat() for day in range(planned.days)]
    by_minute = resolution == "minute"
    for n, (time, number, act) in enumerate(moments(planned, population, acts), 1):
        text, answers, place, until = act(time, number)
        post_id, account = f"p{n:09}", population.id(number)
        if not answers:
            acts.timeline.add(place, Seen(post_id, account, text, until))
        day, second = divmod(time, DAY)
        created = days[day] + CLOCK[second // 60] + SECOND[0 if by_minute else second % 60]
        yield Post(post_id, account, created, text, acts.platforms[place % PLATFORMS], answers)


def _automated(planned: Plan) -> Iterator[tuple[str, str, str]]:
    for n, feed in enumerate(planned.feeds, 1):
        yield from ((account, f"f{n:03}", "feed") for account in feed.members)
    yield from ((one.account, "", "scheduler") for one in planned.schedulers)


def _table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
