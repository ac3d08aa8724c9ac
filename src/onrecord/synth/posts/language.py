"""What posts say: invented neutral sentences of six languages, composed so that a longer text never occurs twice.

The fragments of a form are the digits of one number in mixed radix, and the numbers are gone through in a scattered
order without repeating one. So no text has to be remembered. Short comments repeat as often as people's do.
"""

from __future__ import annotations

import tomllib
from bisect import bisect
from functools import cache
from importlib.resources import files
from math import gcd, prod
from random import Random
from typing import Any, Final

LANGUAGES: Final = ("en", "es", "ar", "hi", "zh", "ru")
TOPICS: Final = ("transport", "weather", "sport", "town", "election")
LENGTHS: Final = ("short", "medium", "brief", "plain", "long", "longest")
OF_COMMENTS: Final = (0.11, 0.21, 0.39, 0.69, 0.89)
"""Where one length ends and the next begins among comments, as counted in 700 real ones."""
OF_POSTS: Final = (0.0, 0.03, 0.15, 0.6, 0.93)
COMMON: Final = {"short": 0.34, "medium": 0.12, "brief": 0.03}
"""How many comments of 1 to 2, 3 to 4 and 5 to 7 words are a common phrase; longer ones never are."""
FOR_ALL_TOPICS: Final = ("short", "medium")
WITH_EMOJI: Final = 0.2
NUMBERS: Final = tuple(range(2, 92))
TIMES: Final = tuple(f"{minute // 60}:{minute % 60:02}" for minute in range(0, 24 * 60, 5))


@cache
def words(name: str) -> dict[str, Any]:
    """The word lists of ``name``.toml."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


class Form:
    """One kind of sentence: a pattern with slots, and the fragments that may fill each."""

    def __init__(self, pattern: str, fragments: dict[str, tuple[str, ...]], rng: Random) -> None:
        names = [piece.partition("}")[0] for piece in pattern.split("{")[1:]]
        self._slots = [fragments[name.rstrip("23")] for name in names]
        self._pattern = pattern
        for name in names:
            self._pattern = self._pattern.replace(f"{{{name}}}", "%s", 1)
        self.count = prod(map(len, self._slots))
        self._factor, self._shift = _coprime(rng.randrange(self.count), self.count), rng.randrange(self.count)
        self._given = 0

    def next(self) -> str:
        """A text that this form has not given yet."""
        turn, nth = divmod(self._given, self.count)
        self._given += 1
        number, chosen = (nth * self._factor + self._shift) % self.count, []
        for slot in self._slots:
            number, digit = divmod(number, len(slot))
            chosen.append(slot[digit])
        text = self._pattern % tuple(chosen)
        return f"{text} ({turn + 1})" if turn else text


def _coprime(number: int, to: int) -> int:
    while gcd(number, to) > 1:
        number += 1
    return number


def _fragments(language: dict[str, Any], topic: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """What may stand in each slot; a circumstance stands with its figure."""
    lists = {**language, **topic}
    named = {name: tuple(lists[f"{name}s"]) for name in ("place", "opener", "closer", "reaction", "noun", "verb")}
    return {**named, "when": tuple(when.format(n=n) for when in language["whens"] for n in NUMBERS), "t": TIMES}


class Voice:
    """Everybody's words. ``language`` and ``topic`` are numbers in ``LANGUAGES`` and ``TOPICS``."""

    def __init__(self, seed: int) -> None:
        self._words = [words(name) for name in LANGUAGES]
        self._common = [{length: w["common"][length] for length in COMMON} for w in self._words]
        self._emoji: list[str] = words("every_language")["emoji"]
        self._forms: list[list[list[Form]]] = []
        for language, lists in zip(LANGUAGES, self._words, strict=True):
            rng = Random(f"{seed}/posts/words/{language}")
            patterns = lists["patterns"]
            fragments = [_fragments(lists, lists["topics"][topic]) for topic in TOPICS]
            shared = [Form(patterns[length], fragments[0], rng) for length in FOR_ALL_TOPICS]
            own = LENGTHS[len(FOR_ALL_TOPICS) :]
            self._forms.append([shared + [Form(patterns[length], f, rng) for length in own] for f in fragments])

    def comment(self, rng: Random, language: int, topic: int) -> str:
        """What somebody says under a post: often short, and then often what others say too."""
        length = bisect(OF_COMMENTS, rng.random())
        common = self._common[language].get(LENGTHS[length])
        if common and rng.random() < COMMON[LENGTHS[length]]:
            return str(common[int(len(common) * rng.random() * rng.random())])
        return self._forms[language][topic][length].next()

    def post(self, rng: Random, language: int, topic: int) -> str:
        """What somebody posts: a text that nobody wrote before."""
        text = self._forms[language][topic][bisect(OF_POSTS, rng.random())].next()
        return f"{text} {self.emoji(rng)}" if rng.random() < WITH_EMOJI else text

    def statement(self, language: int, topic: int) -> str:
        """A text of some length, as one writes a notice or a slogan."""
        return self._forms[language][topic][LENGTHS.index("long")].next()

    def invitation(self, rng: Random, language: int, kind: str, name: str) -> str:
        """The text that a platform (kind ``video``) or an outlet (``article``) puts before a shared address."""
        return str(rng.choice(self._words[language][kind])).format(platform=name, outlet=name)

    def emoji(self, rng: Random) -> str:
        """Any one of them."""
        return self._emoji[int(len(self._emoji) * rng.random())]

    def tag(self, rng: Random, language: int, topic: int) -> str:
        """A hashtag that is in use all the time: mostly of the topic, at times a place."""
        lists = self._words[language]
        tags = lists["topics"][TOPICS[topic]]["tags"] if rng.random() < 0.7 else lists["places"]
        return str(tags[int(len(tags) * rng.random() * rng.random())])

    def word(self, language: int, topic: int, number: int) -> str:
        """One of the topic's hashtags, by number."""
        tags = self._words[language]["topics"][TOPICS[topic]]["tags"]
        return str(tags[number % len(tags)])

    def edited(self, rng: Random, text: str, edits: int) -> str:
        """The same text with a few small edits: a word left out, one doubled in stress, an emoji, another figure."""
        blank = " " if " " in text else ""
        parts = text.split(" ") if blank else list(text)
        for _ in range(edits):
            at, how = rng.randrange(len(parts)), rng.randrange(4)
            if how == 0 and len(parts) > 6:
                del parts[at]
            elif how == 1:
                parts[at] = parts[at].upper() if parts[at].islower() else parts[at] + "!"
            elif how == 2:
                parts.append(self.emoji(rng))
            else:
                parts[at] = str(rng.choice(NUMBERS)) if parts[at].isdigit() else parts[at] + blank + "…"
        return blank.join(parts)
