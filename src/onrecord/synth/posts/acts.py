"""What an account does at its moment: the words it posts, and the post that it answers.

Words are found only when the moment has come, since they may depend on what others posted just before.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from onrecord.synth.posts.accounts import PLATFORMS, Population
from onrecord.synth.posts.language import LANGUAGES, TOPICS, Voice, words
from onrecord.synth.posts.objects import LINKS, Objects
from onrecord.synth.posts.plans import Feed, Plan, Push, Troop, Viral
from onrecord.synth.posts.timeline import Seen, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[int, int], "Said"]
    """Time and account number in, words out."""

ANSWER, REPOST = 0.32, 0.48
LINK = REPOST + LINKS
VIDEO = LINK + 0.04
"""Cumulative shares of what ordinary posts are; the rest are words with or without a hashtag."""
TALKED_ABOUT: Final = 2 * 86_400
"""Seconds for which people answer the first post of a viral event."""
OWN_TOPIC: Final = 0.7
EDITS: Final = {"plain": 1, "middling": 2, "hard": 4}
"""Most edits to a template, by the strength of a troop."""


class Said(NamedTuple):
    """What a post says, the id of the post that it answers, where it stands (language and platform in one number), and
    until when it spreads, if it does."""

    text: str
    answers: str
    place: int
    until: int = 0


class Acts:
    """Everything that accounts of one world do."""

    def __init__(self, plan: Plan, population: Population) -> None:
        self.plan, self.population = plan, population
        self.voice = Voice(plan.seed)
        self.objects = Objects(plan.seed, self.voice, plan.posts, plan.seconds)
        self.timeline = Timeline(len(LANGUAGES) * PLATFORMS)
        self.platforms: list[str] = words("every_language")["platforms"]
        self._rng = Random(f"{plan.seed}/posts/ordinary/words")

    def home(self, rng: Random, number: int) -> tuple[int, int, int]:
        """Language, topic and place of what an account posts now."""
        if not self.plan.lifelike:
            language = int(len(LANGUAGES) * rng.random())
            return language, int(len(TOPICS) * rng.random()), language * PLATFORMS
        language, topic, platform = self.population.home(number)
        if rng.random() > OWN_TOPIC:
            topic = int(len(TOPICS) * rng.random())
        return language, topic, language * PLATFORMS + platform

    def ordinary(self, time: int, number: int) -> Said:
        """Somebody answers, passes on, shares a link or a video, or just says something."""
        rng = self._rng
        language, topic, place = self.home(rng, number)
        kind, own = rng.random(), self.population.id(number)
        if kind < ANSWER and (seen := self.timeline.answered(rng, place, time, own)):
            return Said(self.voice.comment(rng, language, topic), seen.id, place)
        if ANSWER < kind < REPOST and (seen := self.timeline.any(rng, place, own)):
            return Said(reposted(seen), "", place)
        if REPOST < kind < LINK:
            return Said(self._linked(rng, time, language, topic), "", place)
        if LINK < kind < VIDEO:
            invitation = self.voice.invitation(rng, language, "video", self.platforms[place % PLATFORMS])
            return Said(f"{invitation} {self.objects.video(rng, time, language, topic)}", "", place)
        return Said(self._tagged(rng, time, language, topic), "", place)

    def _linked(self, rng: Random, time: int, language: int, topic: int) -> str:
        address = self.objects.article(rng, time, language, topic)
        if rng.random() < 0.2:
            return f"{self.voice.invitation(rng, language, 'article', outlet(address))} {address}"
        return f"{self.voice.post(rng, language, topic)} {address}"

    def _tagged(self, rng: Random, time: int, language: int, topic: int) -> str:
        text, kind = self.voice.post(rng, language, topic), rng.random()
        if kind < 0.5:
            return text if kind > 0.02 else text.replace(" ", "\n", 1)
        if kind < 0.65:
            return f"{text} #{self.objects.event_tag(time, language, topic)}"
        return f"{text} #{self.voice.tag(rng, language, topic)}"

    def scheduled(self, rng: Random) -> Act:
        """An account's daily post: words and an article."""

        def act(time: int, number: int) -> Said:
            language, topic, place = self.home(rng, number)
            address = self.objects.article(rng, time, language, topic)
            return Said(f"{self.voice.post(rng, language, topic)} {address}", "", place)

        return act

    def headline(self, feed: Feed, number: int) -> Act:
        """The same headline and address for every newsroom of a feed."""
        address = self.objects.planted_address(number, feed.language, feed.topic)
        text = f"{self.voice.statement(feed.language, feed.topic)} {address}"
        return lambda _, who: Said(text, "", feed.language * PLATFORMS + self.population.home(who)[2])

    def spreading(self, event: Viral, rng: Random) -> Act:
        """Shares of a viral object: the first one is seen and answered widely, others repost it or use own words."""
        over, first = event.start + TALKED_ABOUT, list[Seen]()
        tag, address = f"#{event.object_id}", event.object_id

        def own(language: int, place: int) -> str:
            if event.object_kind == "hashtag":
                return f"{self.voice.post(rng, language, event.topic)} {tag}"
            if rng.random() < 0.3:
                name = self.platforms[place % PLATFORMS]
                return f"{self.voice.invitation(rng, language, 'video', name)} {address}"
            return f"{self.voice.post(rng, language, event.topic)} {address}"

        def act(time: int, number: int) -> Said:
            language, _, place = self.home(rng, number)
            if first and rng.random() < 0.3:
                return Said(reposted(first[0]), "", place)
            text = own(language, place)
            if first:
                return Said(text, "", place)
            first.append(Seen("", self.population.id(number), text, over))
            return Said(text, "", place, over)

        return act

    def pushed(self, troop: Troop, push: Push, rng: Random) -> Act:
        """What the members of a troop do in one push."""
        place = troop.language * PLATFORMS + (troop.platform if self.plan.lifelike else 0)
        template, target, edits = list[str](), list[Seen | None](), EDITS[troop.strength]

        def act(time: int, number: int) -> Said:
            """What one member says: the first of a push makes what the others repeat."""
            if troop.kind in ("text", "reply") and not template:
                template.append(self.voice.statement(troop.language, troop.topic))
            if troop.kind == "text":
                return Said(self.voice.edited(rng, template[0], rng.randint(0, edits)), "", place)
            if troop.kind == "reply":
                if not target:
                    target.append(self.timeline.any(rng, place))
                answers = target[0].id if target[0] else ""
                if rng.random() < 0.5:
                    return Said(self.voice.edited(rng, template[0], rng.randint(1, 1 + edits)), answers, place)
                return Said(self.voice.post(rng, troop.language, troop.topic), answers, place)
            mark = "#" if troop.kind == "hashtag" else ""
            return Said(f"{self.voice.post(rng, troop.language, troop.topic)} {mark}{push.object_id}", "", place)

        return act


def reposted(seen: Seen) -> str:
    """The words as passed on; who passes on a repost names the first author."""
    return seen.text if seen.text.startswith("RT @") else f"RT @{seen.account}: {seen.text}"


def outlet(address: str) -> str:
    """The name in an address."""
    return address.removeprefix("https://").partition(".")[0]
