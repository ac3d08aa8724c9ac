"""Capitalised runs: where in a sentence a name begins and ends, whoever bears it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.stories.kinds import ACRONYM, CAPITAL, NUMBERED, Kind, is_common, kind_of, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int, Kind]
Words = "Sequence[tuple[int, int]]"
WORD = re.compile(r"@?[^\W_](?:[\w]|[-'.&](?=\w))*\.?|&")
CONTRACTION = re.compile(r"[a-z]'(?:re|ve|ll|d|m|t)$", re.IGNORECASE)
INITIALS = re.compile(r"^(?:[A-Z]\.)+$")
POSSESSIVE = re.compile(r"(?:'s|s')$")
KEEPS_DOT = re.compile(r"\b[A-Z]\.$|\b(?:Inc|Mich|Jr|Sr|Co|Corp|Ltd)\.$|U\.S\.$")
DAYS = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "I"])
MONTHS = frozenset((
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec.",
))  # fmt: skip
ALSO_FIRST_NAMES = frozenset({"April", "May", "June", "August"})
NO_NAME = re.compile(r"(?:[Ss]uper )?PACs?|[A-Z]-[a-z]+")
PRONOUNS = frozenset({"He", "She", "We", "You", "They", "It"})
"""No capitalised word follows a pronoun, unless the two are a name ("He Jianmin")."""
AS_NAME = re.compile(r" (?:is|was) an? |, (?:which|whose) |, an? [a-z]| \((?:[A-Z]{2,}|@)")
AN_ORDER = re.compile(
    r"[A-Z][a-z]+ (?:the|our|for) [A-Z]\w+(?:, (?:which|an?) "
    r"| (?:spent|raised|gave|paid|got|brought|won|ran|held|sent|took|made|led|put|lost|has|had|is|was|said|[a-z]+ed)\b)"
)
YEAR = re.compile(r"(?:19|20)\d\d")
IN_TIME = re.compile(
    r"\b(?:in|of|on|since|until|till|by|last|next|this|early|late|mid|from|to|through|before|after|between|and) $"
)


def runs(view: str, begin: int, end: int) -> list[Span]:
    """Maximal runs of capitalised words in one sentence, joined over small connecting words, with their kinds."""
    words = [(begin + m.start(), begin + m.end()) for m in WORD.finditer(view[begin:end])]
    found: list[Span] = []
    i = 0
    while i < len(words):
        if not _opens(view, words, i, begin):
            i += 1
            continue
        j = _extend(view, words, i)
        first = _with_particles(view, words, i)
        start, stop = words[first][0], _without_possessive(view, words[i][0], words[j][1])
        found += [piece for s, e in _split_office(view, start, stop) for piece in split_prepositions(view, s, e)]
        i = j + 1
    return [(s, e, k) for s, e, k in found if not NO_NAME.fullmatch(view[s:e])]


def _split_office(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "Treasury Secretary Ann Lee" is a department and a person, "Developer Ann Lee" a person: cut at the office."""
    words = list(re.finditer(r"\S+", view[start:end]))
    for k in range(len(words) - 2, -1, -1):
        word, rest = words[k].group(), view[start + words[k].end() + 1 : end]
        if not (word in lexicon()["titles"] or _describes(word)) or kind_of(rest) not in ("person", "unknown"):
            continue
        if (k == 0 and word in lexicon()["titles"]) or rest.split()[0] in lexicon()["connectors"]:
            return [(start, end)]
        if k == 0 and len(rest.split()) < 2:
            return [(start, end)]
        title = start + (words[k].start() if word in lexicon()["titles"] else words[k].end() + 1)
        while k and words[k - 1].group() in lexicon()["titles"] and word in lexicon()["titles"]:
            k -= 1
            title = start + words[k].start()
        return [(title, end)] if k == 0 else [(start, start + words[k - 1].end()), (title, end)]
    return [(start, end)]


@cache
def _describes(word: str) -> bool:
    """Whether a word says what somebody is or does ("Developer", "Republican", "CEO")."""
    from onrecord.stories.frames.clauses import triggers

    return word.lower() in triggers("roles")["nouns"] | lexicon()["descriptions"]


def split_prepositions(view: str, start: int, end: int) -> list[Span]:
    """ "Ann Lee of the Harbor Party" is a person and an organization, "Board of Trade" one: told by the left part."""
    for hit in re.finditer(r" (?:of|in|on) (?:the )?", view[start:end]):
        left, right = view[start : start + hit.start()], view[start + hit.end() : end]
        if _are_two(left, hit.group().split()[0], right):
            rest = split_prepositions(view, start + hit.end(), end)
            return [(start, start + hit.start(), kind_of(left)), *rest]
    return [(start, end, kind_of(view[start:end]))]


def _are_two(left: str, preposition: str, right: str) -> bool:
    """Whether what stands on both sides of a preposition are two names: somebody and where, or whose, they are."""
    kind, other = kind_of(left), kind_of(right)
    if preposition != "of":
        return kind in ("person", "place") and other in ("place", "unknown")
    surname = kind == "place" and len(left.split()) == 2 and left.split()[-1] in lexicon()["also_surnames"]
    if surname or kind == "person":
        return other == "organization" or not all(is_common(w) for w in left.split())
    return False


def _opens(view: str, words: Sequence[tuple[int, int]], i: int, begin: int) -> bool:
    """Whether a name can begin at word ``i``: capitalised, and not merely because a sentence begins there."""
    start, end = words[i]
    word = view[start:end]
    bare = POSSESSIVE.sub("", word)
    if CONTRACTION.search(word) or not CAPITAL.match(word) or not any(c.isalpha() for c in word):
        return False
    if _is_date(bare):
        return _is_first_name(view, words, i, bare)
    if bare == "PAC" and i and not _capital(view, words[i - 1]):
        return False
    if bare == "The":
        return _named_the(view, words, i, begin)
    if not _at_start(view, start, begin):
        return bare not in lexicon()["never_names"]
    return _opens_sentence(view, words, i, bare)


def _opens_sentence(view: str, words: Sequence[tuple[int, int]], i: int, bare: str) -> bool:
    """Whether the first word of a sentence begins a name: it does if it is no common word, or the story says so."""
    follows = _follows(view, words, i)
    pair = view[words[i][0] : words[i + 1][1]] if follows else bare
    if bare.rstrip(".") in lexicon()["not_names"]:
        return follows and (pair in _inside_pairs(view) or bare in PRONOUNS)
    if bare in _inside_words(view) or ACRONYM.match(bare) or follows:
        return bare not in lexicon()["never_names"]
    return not is_common(bare) or _stands_as_name(view, *words[i])


def _stands_as_name(view: str, start: int, end: int) -> bool:
    """Whether a common word at the start of a sentence is used as no common word can be ("Baobab is a super PAC").

    "Fix the Harbor spent …": an order is not followed by another verb, so the order is a name.
    """
    if view[start:end].lower() in lexicon()["news_words"]:
        return False
    return bool(AS_NAME.match(view[end : end + 40])) or bool(AN_ORDER.match(view[start : start + 60]))


def _follows(view: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether a capitalised word comes straight after word ``i``."""
    return i + 1 < len(words) and _capital(view, words[i + 1]) and view[words[i][1] : words[i + 1][0]] == " "


def _is_date(word: str) -> bool:
    """A month or a day, also at the end of a sentence; "Jan" without a dot may be a name."""
    return bool({word, word.rstrip(".")} & (MONTHS | DAYS))


def _is_first_name(view: str, words: Sequence[tuple[int, int]], i: int, bare: str) -> bool:
    """ "told May Thorne", but not "in May Thorne paid"."""
    before = view[max(words[i][0] - 10, 0) : words[i][0]]
    return (
        bare in ALSO_FIRST_NAMES
        and _follows(view, words, i)
        and bool(before.strip())
        and not IN_TIME.search(before.lower())
    )


def _named_the(view: str, words: Sequence[tuple[int, int]], i: int, begin: int) -> bool:
    """ "The" inside a sentence, before two capitalised words, is part of a name ("The People's Forum")."""
    inside = words[i][0] != begin and view[words[i][0] - 1 : words[i][0]] not in ("", "\n")
    return inside and i + 2 < len(words) and _capital(view, words[i + 1]) and _capital(view, words[i + 2])


def _at_start(view: str, start: int, begin: int) -> bool:
    before = view[max(begin, start - 2) : start]
    return start == begin or before[-1:] in "\"“‘'([\n—" or before in (": ", "— ", "– ", "… ", ". ", "? ", "! ")


def _capital(view: str, span: tuple[int, int]) -> bool:
    return bool(CAPITAL.match(view[slice(*span)]))


@cache
def _inside_words(view: str) -> frozenset[str]:
    """Words that stand capitalised inside sentences somewhere in the story."""
    return frozenset(m.group(1) for m in re.finditer(r"(?<=[a-z,;)\d] )([A-Z][\w'-]+)", view))


@cache
def _inside_pairs(view: str) -> frozenset[str]:
    """Pairs of capitalised words inside sentences: "told He Jianmin" makes a later "He Jianmin" a name."""
    return frozenset(m.group(1) for m in re.finditer(r"(?<=[a-z,;)\d] )([A-Z][\w'-]+ [A-Z][\w'-]+)", view))


def _with_particles(view: str, words: Sequence[tuple[int, int]], i: int) -> int:
    """The first word of the name with small particles before it: "de la Cruz", "bin Saleh"."""
    while i and view[slice(*words[i - 1])] in lexicon()["particles"] and view[words[i - 1][1] : words[i][0]] == " ":
        i -= 1
    return i


def _extend(view: str, words: Sequence[tuple[int, int]], i: int) -> int:
    """The last word of the run that begins at word ``i``."""
    j = i
    while j + 1 < len(words):
        here, word = view[slice(*words[j])], view[slice(*words[j + 1])]
        if _ends_run(here, word) or not _joined(view, words, j):
            break
        if _is_date(POSSESSIVE.sub("", word)) and (word not in ALSO_FIRST_NAMES or here.endswith("'s")):
            break
        if CAPITAL.match(word) or (word.isdigit() and here in NUMBERED) or _is_campaign_year(view, words, j + 1):
            j += 1
        elif word in lexicon()["connectors"] and (step := _over_connectors(view, words, j + 1)):
            j = step
        else:
            break
    return j


def _is_campaign_year(view: str, words: Sequence[tuple[int, int]], j: int) -> bool:
    """Whether word ``j`` is the year in a body's name ("Kessel 2024", "Victory 2024"), not that of a contest."""
    here, word = view[slice(*words[j - 1])], POSSESSIVE.sub("", view[slice(*words[j])])
    if not YEAR.fullmatch(word.rstrip(".")) or not here[-1].isalpha() or view[words[j][1] : words[j][1] + 1] in "-–/":
        return False
    return here not in lexicon()["dated_words"] and not _is_date(here) and here not in lexicon()["connectors"]


def _ends_run(word: str, following: str) -> bool:
    """Whether a name ends with this word: a possessive ("Kestria's Party") or the end of a sentence."""
    if word.endswith("'s"):
        # "The People's Forum": people in general, in the possessive, stay inside their name.
        return not (word[:-2] in lexicon()["possessive_in_names"] and CAPITAL.match(following))
    return word.endswith(".") and not _abbreviated(word)


def _abbreviated(word: str) -> bool:
    """Whether the dot belongs to the word: an initial, a title, a state."""
    return bool(INITIALS.match(word)) or word in lexicon()["titles"] | lexicon()["places"] | lexicon()["suffixes"]


def _joined(view: str, words: Sequence[tuple[int, int]], j: int) -> bool:
    """Whether only a space parts word ``j`` from the next, or the apostrophe of "Workers' Party"."""
    gap = view[words[j][1] : words[j + 1][0]]
    return gap == " " or (gap == "' " and view[slice(*words[j])] in lexicon()["possessive_in_names"])


def _over_connectors(view: str, words: Sequence[tuple[int, int]], j: int) -> int | None:
    """The capitalised word after one or two connectors at ``j``, or None if no name goes on there."""
    for k in (j + 1, j + 2):
        if k < len(words) and view[words[k - 1][1] : words[k][0]] == " ":
            word = view[slice(*words[k])]
            bare = POSSESSIVE.sub("", word)
            if CAPITAL.match(word) and bare.rstrip(".") not in lexicon()["never_names"] and not _is_date(bare):
                return k
            if word not in lexicon()["connectors"]:
                return None
    return None


def _without_possessive(view: str, start: int, end: int) -> int:
    word = view[start:end]
    if word.endswith("'s"):
        return end - 2
    return end - 1 if word.endswith((".", "'")) and not KEEPS_DOT.search(word) else end
