"""Who acts when: streams of moments in order of time, and their lazy merging into one.

A stream is opened only when its first moment has come, so the open ones are few however long the world lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from heapq import heappop, heappush
from random import Random
from typing import TYPE_CHECKING, Final

from onrecord.synth.posts.accounts import WEEK, Population
from onrecord.synth.posts.bursts import burst, cascade
from onrecord.synth.posts.plans import DAY, FADED, FIRST, Plan, Push, Troop, Viral

if TYPE_CHECKING:
    from onrecord.synth.posts.acts import Act, Acts

    Moment = tuple[int, int, Act]
    """Seconds from the start, account number, what it does."""
    Opening = tuple[int, Callable[[], Iterator[Moment]]]
    """From when on a stream has moments, and how to open it."""

HOUR: Final = 3_600
SESSION: Final = 0.15
"""How many ordinary posts come from somebody who just posted."""
JUST_NOW: Final = 8
FEED_LAG, SCHEDULER_LAG = 5, 3


def moments(plan: Plan, population: Population, acts: Acts) -> Iterator[Moment]:
    """Everything that happens, in order of time."""
    return merged(opening(plan, population, acts), ordinary(plan, population, acts.ordinary))


def merged(openings: list[Opening], steady: Iterator[Moment]) -> Iterator[Moment]:
    """One stream in order of time from a steady one and from those that open as time goes by."""
    waiting = sorted(enumerate(openings), key=lambda entry: (entry[1][0], entry[0]), reverse=True)
    ahead: list[tuple[int, int, Moment, Iterator[Moment]]] = []
    for moment in steady:
        while (waiting and waiting[-1][1][0] <= moment[0]) or (ahead and ahead[0][0] <= moment[0]):
            yield from _next(waiting, ahead)
        yield moment
    while waiting or ahead:
        yield from _next(waiting, ahead)


def _next(
    waiting: list[tuple[int, Opening]], ahead: list[tuple[int, int, Moment, Iterator[Moment]]]
) -> Iterator[Moment]:
    """Open the stream that is due, or give the moment that is."""
    if waiting and (not ahead or waiting[-1][1][0] <= ahead[0][0]):
        order, (_, opened) = waiting.pop()
        stream = opened()
    else:
        _, order, moment, stream = heappop(ahead)
        yield moment
    following = next(stream, None)
    if following:
        heappush(ahead, (following[0], order, following, stream))


def ordinary(plan: Plan, population: Population, act: Act) -> Iterator[Moment]:
    """What nobody planned: by the rhythm of day and week, at times in sessions."""
    rng = Random(f"{plan.seed}/posts/ordinary")
    weights = [
        population.rhythm[hour % 24] * WEEK[(FIRST.weekday() + hour // 24) % 7] for hour in range(plan.days * 24)
    ]
    passed, given, whole = 0.0, 0, sum(weights)
    lately = list[int]()
    for hour, weight in enumerate(weights):
        passed += weight
        until = plan.ordinary if hour == len(weights) - 1 else round(plan.ordinary * passed / whole)
        for second in sorted([int(HOUR * rng.random()) for _ in range(given, until)]):
            if plan.lifelike and lately and rng.random() < SESSION:
                number = rng.choice(lately)
            else:
                number = population.draw(rng, hour % 24)
                lately = [number, *lately[: JUST_NOW - 1]]
            yield hour * HOUR + second, number, act
        given = until


def opening(plan: Plan, population: Population, acts: Acts) -> list[Opening]:
    """All streams but the ordinary one, each with its start."""
    found: list[Opening] = []
    if plan.feeds or plan.schedulers:
        found.append((0, partial(automatic, plan, acts)))
    found += [(event.start, partial(viral, plan, population, acts, n)) for n, event in enumerate(plan.viral)]
    for troop in plan.troops:
        found += [(push.start, partial(joint, plan, acts, troop, n)) for n, push in enumerate(troop.pushes)]
    return found


def automatic(plan: Plan, acts: Acts) -> Iterator[Moment]:
    """Feeds and schedulers: the same seconds every day, a lag of a few aside."""
    rng = Random(f"{plan.seed}/posts/automatic")
    scheduled = acts.scheduled(Random(f"{plan.seed}/posts/scheduled"))
    daily = [(clock, n, m) for n, feed in enumerate(plan.feeds) for m, clock in enumerate(feed.clocks)]
    daily += [(one.clock, -1, n) for n, one in enumerate(plan.schedulers)]
    daily.sort()
    stories = 2_000_000
    for day in range(plan.days):
        held: list[tuple[int, int, int, Moment]] = []
        for order, (clock, n, m) in enumerate(daily):
            while held and held[0][0] < day * DAY + clock:
                yield heappop(held)[3]
            if n < 0:
                due = [(plan.schedulers[m].number, scheduled, SCHEDULER_LAG)]
            else:
                stories += 1
                act = acts.headline(plan.feeds[n], stories)
                due = [(number, act, FEED_LAG) for number in plan.feeds[n].numbers]
            for place, (number, act, lag) in enumerate(due):
                time = day * DAY + clock + rng.randrange(lag)
                heappush(held, (time, order, place, (time, number, act)))
        while held:
            yield heappop(held)[3]


def viral(plan: Plan, population: Population, acts: Acts, n: int) -> Iterator[Moment]:
    """The shares of one viral event, by people who are awake and mostly of its language."""
    event, rng = plan.viral[n], Random(f"{plan.seed}/posts/viral/{n}/shares")
    act, times = acts.spreading(event, rng), cascade if event.kind == "cascade" else burst
    for after in times(rng, event.shares, event.scale, FADED):
        time = event.start + int(after)
        yield time, _sharer(plan, population, event, rng, time // HOUR % 24), act


def _sharer(plan: Plan, population: Population, event: Viral, rng: Random, hour: int) -> int:
    number = population.draw(rng, hour)
    for _ in range(12 if plan.lifelike and rng.random() < 0.9 else 0):
        if population.home(number)[0] == event.language:
            break
        number = population.draw(rng, hour)
    return number


def joint(plan: Plan, acts: Acts, troop: Troop, n: int) -> Iterator[Moment]:
    """One push of a troop: who takes part, each at some second of the window. Every member does at least once."""
    push: Push = troop.pushes[n]
    rng = Random(f"{plan.seed}/posts/push/{troop.id}/{n}")
    act, turn = acts.pushed(troop, push, rng), -(-len(troop.numbers) // len(troop.pushes))
    members = list(troop.numbers[n * turn : (n + 1) * turn][: push.shares])
    members += rng.sample([one for one in troop.numbers if one not in members], push.shares - len(members))
    for after, number in sorted((rng.randint(0, troop.window), number) for number in members):
        yield push.start + after, number, act
