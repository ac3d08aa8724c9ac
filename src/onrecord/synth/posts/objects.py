"""What posts pass on: articles that are new for some hours, lasting pages, videos, and the hashtags of the day.

No object is held: which articles are new in a community (a language and a topic) follows from the time alone. Planted
objects look like every other one: the number behind an address shows nothing.
"""

from __future__ import annotations

from random import Random
from typing import Final

from onrecord.synth.posts.accounts import Opaque
from onrecord.synth.posts.language import LANGUAGES, TOPICS, Voice, words

COMMUNITIES: Final = len(LANGUAGES) * len(TOPICS)
LINKS: Final = 0.18
"""How many of all posts share an article."""
SHARES: Final = 10
"""How often an article is shared in the mean."""
LASTING: Final = 0.08
AT_A_TIME: Final = 8
"""How many articles of a community are new at a time; half of the attention goes to one of them."""
OLDEST: Final = 40
ARTICLE, PAGE, VIDEO, PLANTED = range(4)


class Objects:
    """The addresses and hashtags of a world of so many posts in so many seconds."""

    def __init__(self, seed: int, voice: Voice, posts: int, seconds: int) -> None:
        self._voice, self._code = voice, Opaque(Random(f"{seed}/posts/objects"))
        self._outlets: list[str] = words("every_language")["outlets"]
        self._interval = max(60, int(seconds * COMMUNITIES * SHARES * AT_A_TIME / (LINKS * posts)))

    def _address(self, community: int, number: int, space: int) -> str:
        code = self._code((number * 4 + space) * COMMUNITIES + community)
        outlet = self._outlets[code % len(self._outlets)]
        return f"https://{outlet}.example/{TOPICS[community % len(TOPICS)]}/{code:x}"

    def article(self, rng: Random, time: int, language: int, topic: int) -> str:
        """An address that this community shares now: the newest most, older ones ever less, some pages always."""
        community = language * len(TOPICS) + topic
        if rng.random() < LASTING:
            return self._address(community, int(30 * rng.random() * rng.random()), PAGE)
        which, age = int(AT_A_TIME * rng.random() ** 3), min(OLDEST, int((1 - rng.random()) ** -0.8) - 1)
        issue = (time + self._interval * which // AT_A_TIME) // self._interval + OLDEST - age
        return self._address(community, issue * AT_A_TIME + which, ARTICLE)

    def video(self, rng: Random, time: int, language: int, topic: int) -> str:
        """A video of the last days."""
        number = time // self._interval + int(6 * rng.random() * rng.random())
        return self._address(language * len(TOPICS) + topic, number, VIDEO)

    def planted_address(self, number: int, language: int, topic: int) -> str:
        """The address of the ``number``-th planted object (of a viral event, a troop or a feed)."""
        return self._address(language * len(TOPICS) + topic, number, PLANTED)

    def event_tag(self, time: int, language: int, topic: int) -> str:
        """The hashtag of the day in a community."""
        day = time // 86_400
        return f"{self._voice.word(language, topic, day)}{1000 + 2 * day}"

    def planted_tag(self, number: int, language: int, topic: int) -> str:
        """The ``number``-th planted hashtag: like one of a day, but no day's."""
        return f"{self._voice.word(language, topic, number)}{1001 + 2 * number}"
