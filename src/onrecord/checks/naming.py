"""When two names in slots and records are one name: exactly, after spelling is levelled. Never by likeness."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from onrecord.checks.wordlists import wordlist

_ASIDE = re.compile(r"\s*\([^)]*\)")
_POSSESSIVE = re.compile(r"['’]s?\b")
_NOT_A_WORD = re.compile(r"[^\w]+")


@cache
def levelled(name: str) -> str:
    """A name without case, accents, punctuation, possessives, asides in brackets and a leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = _POSSESSIVE.sub("", _ASIDE.sub("", plain) or plain).replace("&", " and ")
    words = _NOT_A_WORD.sub(" ", plain.casefold()).split()
    articles = wordlist("naming")["articles"]
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)


def without_aside(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return _ASIDE.sub("", name).strip()


def same_name(a: str, b: str) -> bool:
    """Whether two names are spelled alike, once levelled."""
    return bool(levelled(a)) and levelled(a) == levelled(b)


def heads(name: str) -> frozenset[str]:
    """The content words of a label for a group of people, in the singular."""
    idle = wordlist("naming")["group_words"]
    return frozenset(_singular(word) for word in levelled(name).split() if word not in idle)


def same_group(a: str, b: str) -> bool:
    """Whether two labels name one group: every content word is in both."""
    return bool(heads(a)) and heads(a) == heads(b)


def without_campaign(name: str) -> str | None:
    """Whose campaign a name means: "Ann Lee's mayoral campaign" is of "ann lee"; None for a name of another kind."""
    words = levelled(name).split()
    if len(words) < 2 or words[-1] != "campaign":
        return None
    idle = wordlist("naming")["campaign_words"]
    while words and words[-1] in idle:
        words.pop()
    return " ".join(words) or None


def parts(name: str) -> tuple[str, ...]:
    """The names that one slot may hold: "A; B" or "A and B". The first entry of a single name is itself."""
    joiners = "|".join(re.escape(joiner) for joiner in wordlist("naming")["joiners"])
    split = tuple(part.strip() for part in re.split(joiners, name) if part.strip())
    return split or (name,)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
