"""What will happen among the posts of a world, before any is written: its span, its troops, its viral events.

``plan(seed, posts)`` is small whatever the number of posts, since there are at most so many events. Ordinary posts
fill what the planned ones leave, so a world has exactly as many posts as were asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Final, Literal

from onrecord.synth.posts.accounts import Population
from onrecord.synth.posts.language import LANGUAGES, TOPICS, Voice
from onrecord.synth.posts.objects import Objects

TroopKind = Literal["link", "text", "hashtag", "reply"]
"""What a troop does together: the same address, nearly the same words, a hashtag, answers to one post."""
Strength = Literal["plain", "middling", "hard"]
ObjectKind = Literal["url", "hashtag", "text", "reply"]
ViralKind = Literal["burst", "cascade"]
"""A burst rises and decays on its own; in a cascade each share brings more within minutes."""

LEAST: Final = 1_000
FIRST: Final = date(2025, 1, 1)
"""The first day; the longest world ends with the last day of the other records."""
DAY: Final = 86_400
DAYS: Final = (14, 365)
POSTS_A_DAY: Final = 20_000
SIZES: Final = (5, 12, 20, 50)
KINDS: Final[tuple[TroopKind, ...]] = ("link", "text", "hashtag", "reply")
STRENGTHS: Final[tuple[Strength, ...]] = ("plain", "middling", "hard")
WINDOW: Final[dict[TroopKind, int]] = {"link": 15, "text": 120, "hashtag": 300, "reply": 90}
"""Seconds within which a plain troop acts; a middling one takes 4 times as long, a hard one 20 times."""
SLOWER: Final[dict[Strength, int]] = {"plain": 1, "middling": 4, "hard": 20}
TURNOUT: Final[dict[Strength, float]] = {"plain": 0.9, "middling": 0.6, "hard": 0.3}
PUSHED: Final[dict[TroopKind, ObjectKind]] = {"link": "url", "text": "text", "hashtag": "hashtag", "reply": "reply"}
MOST_TROOPS, MOST_VIRAL, MOST_FEEDS, MOST_SCHEDULERS = 400, 1_000, 200, 5_000
FADED: Final = 5
"""After how many of its scales a viral event is over."""


@dataclass(frozen=True, slots=True)
class Push:
    """One joint act: seconds from the start of the world, how many members take part, the object ("" where the words
    or the post answered are found only as it happens)."""

    start: int
    shares: int
    object_kind: ObjectKind
    object_id: str


@dataclass(frozen=True, slots=True)
class Troop:
    """A planted troop. All posts of a push fall within ``window`` seconds of its start."""

    id: str
    kind: TroopKind
    strength: Strength
    members: tuple[str, ...]
    numbers: tuple[int, ...]
    window: int
    language: int
    topic: int
    platform: int
    pushes: tuple[Push, ...]


@dataclass(frozen=True, slots=True)
class Viral:
    """An object that many share of their own accord: ``scale`` seconds to the crest or so, over after ``FADED`` times
    that."""

    object_kind: Literal["url", "hashtag"]
    object_id: str
    kind: ViralKind
    start: int
    scale: int
    shares: int
    language: int
    topic: int


@dataclass(frozen=True, slots=True)
class Feed:
    """Local newsrooms of one publisher: the same headline and address within seconds, daily at fixed times, for good
    reason. ``clocks`` are seconds of the day."""

    members: tuple[str, ...]
    numbers: tuple[int, ...]
    clocks: tuple[int, ...]
    language: int
    topic: int


@dataclass(frozen=True, slots=True)
class Scheduler:
    """An ordinary account that posts at one second of every day."""

    account: str
    number: int
    clock: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The posts of one seed and size. ``accounts`` is the population, of which not everybody posts; ``ordinary`` how
    many posts nobody planned. Times are whole seconds from the start of the first day, UTC."""

    seed: int
    posts: int
    accounts: int
    days: int
    ordinary: int
    lifelike: bool
    troops: tuple[Troop, ...]
    viral: tuple[Viral, ...]
    feeds: tuple[Feed, ...]
    schedulers: tuple[Scheduler, ...]

    @property
    def seconds(self) -> int:
        """How long the world lasts."""
        return self.days * DAY

    @property
    def start(self) -> str:
        """The first day (ISO)."""
        return FIRST.isoformat()

    @property
    def end(self) -> str:
        """The last day (ISO)."""
        return (FIRST + timedelta(self.days - 1)).isoformat()


def plan(seed: int, posts: int, *, troops: bool = True, lifelike: bool = True) -> Plan:
    """What happens among ``posts`` posts (1,000 or more).

    ``troops=False`` plants none: a null world. ``lifelike=False`` takes out, for calibration, what synchronizes
    ordinary people: who shares what then depends on the hour alone (one platform, no interests, no sessions, no feeds,
    no schedulers); viral events stay.

    Raises:
        ValueError: if fewer than 1,000 posts are asked for.
    """
    if posts < LEAST:
        raise ValueError(f"a world needs {LEAST} posts or more, not {posts}")
    days = min(max(posts // POSTS_A_DAY, DAYS[0]), DAYS[1])
    draft = _Draft(seed, posts, days * DAY)
    feeds, schedulers = (draft.feeds(), draft.schedulers()) if lifelike else ((), ())
    viral = tuple(draft.viral())
    planted = tuple(draft.troops()) if troops else ()
    automatic = days * (sum(len(feed.members) * len(feed.clocks) for feed in feeds) + len(schedulers))
    pushed = sum(push.shares for troop in planted for push in troop.pushes)
    ordinary = posts - automatic - pushed - sum(event.shares for event in viral)
    accounts = draft.population.size
    return Plan(seed, posts, accounts, days, ordinary, lifelike, planted, viral, feeds, schedulers)


class _Draft:
    """Draws the parts of a plan, each from a random stream of its own."""

    def __init__(self, seed: int, posts: int, seconds: int) -> None:
        self.seed, self.posts, self.seconds = seed, posts, seconds
        self.population = Population(seed, posts)
        self.objects = Objects(seed, Voice(seed), posts, seconds)
        self.taken = set[int]()

    def _stream(self, purpose: str, n: int = 0) -> Random:
        return Random(f"{self.seed}/posts/{purpose}/{n}")

    def _accounts(self, rng: Random, count: int, home: tuple[int, int] | None = None) -> tuple[int, ...]:
        """Accounts of middling activity that nothing is planned for yet; of one language and platform if told."""
        chosen = list[int]()
        low, high = self.population.size // 100, self.population.size // 6
        while len(chosen) < count:
            number = rng.randrange(low, high)
            language, _, platform = self.population.home(number)
            if number not in self.taken and home in (None, (language, platform)):
                self.taken.add(number)
                chosen.append(number)
            elif rng.random() < 0.001:
                high = self.population.size
        return tuple(chosen)

    def _ids(self, numbers: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(map(self.population.id, numbers))

    def feeds(self) -> tuple[Feed, ...]:
        """One group of newsrooms for each 50,000 posts."""
        return tuple(
            self._feed(self._stream("feed", n)) for n in range(min(MOST_FEEDS, (self.posts + 40_000) // 50_000))
        )

    def _feed(self, rng: Random) -> Feed:
        numbers = self._accounts(rng, rng.randint(4, 8))
        clocks = rng.sample(range(6 * 4, 21 * 4), rng.randint(2, 5))
        day = tuple(sorted(900 * clock for clock in clocks))
        return Feed(self._ids(numbers), numbers, day, rng.randrange(len(LANGUAGES)), rng.randrange(len(TOPICS)))

    def schedulers(self) -> tuple[Scheduler, ...]:
        """One account that posts by the clock for each 5,000 posts."""
        rng = self._stream("schedulers")
        numbers = self._accounts(rng, min(MOST_SCHEDULERS, self.posts // 5_000))
        clocks = (900 * rng.choice((24, 28, 32, 36, 48, 68, 72, 76, rng.randrange(96))) for _ in numbers)
        return tuple(Scheduler(self.population.id(n), n, clock) for n, clock in zip(numbers, clocks, strict=True))

    def viral(self) -> Iterator[Viral]:
        """Events of 150 to 5,000 shares until 4 % of all posts are theirs; fewer shares in a small world."""
        left = self.posts // 25
        for n in range(MOST_VIRAL):
            rng = self._stream("viral", n)
            shares = min(max(150, int(rng.lognormvariate(6.2, 0.8))), 5_000, max(20, self.posts // 20))
            if shares > left and n:
                return
            left -= shares
            language, topic, scale = (
                rng.randrange(len(LANGUAGES)),
                rng.randrange(len(TOPICS)),
                rng.randint(3_600, 28_800),
            )
            kind: ViralKind = "cascade" if rng.random() < 0.5 else "burst"
            start = rng.randrange(self.seconds - FADED * scale - 3_600)
            number = 1_000_000 + n
            if rng.random() < 0.6:
                found: tuple[Literal["url", "hashtag"], str] = (
                    "url",
                    self.objects.planted_address(number, language, topic),
                )
            else:
                found = "hashtag", self.objects.planted_tag(2 * n, language, topic).casefold()
            yield Viral(*found, kind, start, scale, shares, language, topic)

    def troops(self) -> Iterator[Troop]:
        """Troops of all kinds, sizes and strengths in turn, a few per cent of all posts, at least one."""
        left, n = int(min(0.04 * self.posts, 400 + 0.012 * self.posts)), 0
        mixed = list(product(KINDS, SIZES, STRENGTHS))
        self._stream("troops").shuffle(mixed)
        while True:
            before = n
            for kind, size, strength in mixed:
                troop = self._troop(n, kind, size, strength, left)
                if troop and n < MOST_TROOPS:
                    left -= sum(push.shares for push in troop.pushes)
                    n += 1
                    yield troop
            if n == before:
                if not n:
                    yield self._made(self._stream("troop"), 0, "link", 5, "plain", [4] * 4)
                return

    def _troop(self, n: int, kind: TroopKind, size: int, strength: Strength, left: int) -> Troop | None:
        """The ``n``-th troop, unless it would take more than ``left`` posts or too many of the accounts."""
        if size * 60 > self.population.size:
            return None
        rng = self._stream("troop", n)
        counts = [max(2, round(rng.gauss(TURNOUT[strength], 0.08) * size)) for _ in range(rng.randint(8, 20))]
        counts = [min(size, count) for count in counts]
        return None if sum(counts) > left else self._made(rng, n, kind, size, strength, counts)

    def _made(self, rng: Random, n: int, kind: TroopKind, size: int, strength: Strength, counts: list[int]) -> Troop:
        home, topic = (rng.randrange(len(LANGUAGES)), rng.randrange(3)), rng.randrange(len(TOPICS))
        numbers, window = self._accounts(rng, size, home), WINDOW[kind] * SLOWER[strength]
        starts = sorted(rng.randrange(DAY // 2, self.seconds - window) for _ in counts)
        pushes = tuple(
            Push(start, count, PUSHED[kind], self._pushed(rng, kind, 100 * n + m, start, home[0], topic))
            for m, (start, count) in enumerate(zip(starts, counts, strict=True))
        )
        return Troop(
            f"t{n + 1:03}", kind, strength, self._ids(numbers), numbers, window, home[0], topic, home[1], pushes
        )

    def _pushed(self, rng: Random, kind: TroopKind, number: int, start: int, language: int, topic: int) -> str:
        """What a push is about: half the time something that ordinary people share at the time too."""
        circulating = rng.random() < 0.5
        if kind == "link" and circulating:
            return self.objects.article(rng, start, language, topic)
        if kind == "link":
            return self.objects.planted_address(number, language, topic)
        if kind == "hashtag" and circulating:
            return self.objects.event_tag(start, language, topic).casefold()
        return self.objects.planted_tag(2 * number + 1, language, topic).casefold() if kind == "hashtag" else ""
