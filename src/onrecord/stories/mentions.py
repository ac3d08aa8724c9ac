"""Names in a story: what stands where, and what it is called in full.

Four votes, none of which knows who anybody is: names from the records (the gazetteer), acronyms that the story itself
defines, capitalised runs, and short forms of a name seen in full before (a surname, an acronym). Whether a run names a
person, an organization or a place is told from its form and its surroundings alone, so that a changed name cannot
change how a story is read.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.stories.text import Text
    from onrecord.vocabulary import GazetteerEntry

Kind = Literal["person", "organization", "place", "platform", "group", "unknown"]
WORD = re.compile(r"@?[^\W_](?:[\w]|[-'.&](?=\w))*\.?|&")
CAPITAL = re.compile(r"^@?(?:(?:al|el|ul|as|ash|ad|an|ar|az)-|[dl]')?[^\W\d_a-zß-öø-ÿ]|^\d+[A-Z]")
ACRONYM = re.compile(r"^[A-Z][A-Z0-9&]{1,7}$")
DEFINED = re.compile(r"^\s?\((?:the |aka |or )?\"?([A-Z][A-Za-z&]{1,9})\"?\)")
CONTRACTION = re.compile(r"[a-z]'(?:re|ve|ll|d|m|t)$", re.IGNORECASE)
ABBREVIATED = re.compile(r"^(?:[A-Z]\.|[A-Z][a-z]{0,5}\.|(?:[A-Z]\.)+)$")
POSSESSIVE = re.compile(r"(?:'s|s')$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. ``name`` is its fullest form in the story, or in the records where they know it."""

    start: int
    end: int
    name: str
    kind: Kind


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """The word lists of ``names.toml``."""
    text = resources.files("onrecord.stories").joinpath("names.toml").read_text(encoding="utf-8")
    return {key: frozenset(words) for key, words in tomllib.loads(text).items()}


class Gazetteer:
    """The names that the records know, ready to be found in a text (Aho-Corasick over lower-cased names)."""

    def __init__(self, entries: Iterable[GazetteerEntry] = ()) -> None:
        import ahocorasick

        self._automaton = ahocorasick.Automaton()
        for entry in entries:
            key = entry.name.lower().replace("’", "'")
            if len(key) >= 3:
                self._automaton.add_word(key, (len(key), entry))
        self._ready = len(self._automaton) > 0
        if self._ready:
            self._automaton.make_automaton()

    def find(self, view: str) -> list[tuple[int, int, GazetteerEntry]]:
        """Every known name that stands capitalised and whole in the text, longest first where they overlap."""
        if not self._ready:
            return []
        lowered = view.lower()
        if len(lowered) != len(view):  # a letter whose lower case is longer would shift every offset
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in view)
        found = []
        for last, (length, entry) in self._automaton.iter(lowered):
            start, end = last + 1 - length, last + 1
            if _whole(view, start, end) and CAPITAL.match(view[start:end]):
                found.append((start, end, entry))
        return sorted(found, key=lambda hit: (hit[0] - hit[1], hit[0]))


def _whole(view: str, start: int, end: int) -> bool:
    before, after = view[start - 1 : start], view[end : end + 1]
    return not (before.isalnum() or before == "@") and not after.isalnum()


def find_mentions(text: Text, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every name in the body, headline and captions of a story, in reading order, without overlaps."""
    runs = [
        span
        for sentence in text.sentences
        if sentence.block.kind in ("body", "caption")
        for span in _runs(text, sentence.start, sentence.end)
    ]
    spans = _with_known(text.view, runs, gazetteer)
    spans = [piece for span in spans for piece in _split_lists(text.view, span, spans)]
    spans += _in_headlines(text, spans)
    named = [_named(text.view, *span) for span in spans]
    return tuple(sorted(_canonical(text.view, [m for m in named if m.name]), key=lambda m: m.start))


def _in_headlines(text: Text, spans: Sequence[Span]) -> list[Span]:
    """Names of the body that stand in a headline too: there every word is capitalised, so capitals say nothing."""
    kinds = {text.view[start:end]: kind for start, end, kind in spans}
    found: list[Span] = []
    for block in (b for b in text.blocks if b.kind == "headline"):
        for name in sorted(kinds, key=len, reverse=True):
            for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text.view[block.start : block.end]):
                start, end = block.start + hit.start(), block.start + hit.end()
                if not any(start < e and s < end for s, e, _ in found):
                    found.append((start, end, kinds[name]))
    return found


def _is_place_of(view: str, end: int) -> bool:
    """"Dearborn, Mich.": a name before a state is a place."""
    following = re.match(r", ([A-Z][\w.]+(?: [A-Z]\w+)?)", view[end : end + 24])
    return following is not None and bool({following.group(1), following.group(1).split()[0]} & lexicon()["places"])


def _named(view: str, start: int, end: int, kind: Kind) -> Mention:
    if view[start:end].startswith("the "):
        start += 4
    if kind == "unknown" and _is_place_of(view, end):
        kind = "place"
    return Mention(start, end, _clean(view[start:end]), kind)


Span = tuple[int, int, "Kind"]
NOT_SHORT = frozenset({"Party", "Action", "Democrats", "Republicans", "Campaign", "PAC"})
NUMBERED = frozenset({"Local", "District", "Lodge", "Chapter", "Pier", "Ward", "Council"})
NO_NAME_INSIDE = frozenset(
    ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December"]
    + ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "I"]
)


def _runs(text: Text, begin: int, end: int) -> list[Span]:
    """Maximal runs of capitalised words in one sentence, joined over small connecting words."""
    words = [(begin + m.start(), begin + m.end()) for m in WORD.finditer(text.view[begin:end])]
    runs: list[Span] = []
    i = 0
    while i < len(words):
        if not _opens(text, words, i, begin):
            i += 1
            continue
        j = _extend(text.view, words, i)
        start, stop = words[i][0], _without_possessive(text.view, words[i][0], words[j][1])
        runs += _split_prepositions(text.view, start, stop)
        i = j + 1
    return runs


def _split_prepositions(view: str, start: int, end: int) -> list[Span]:
    """"Ann Lee of the Harbor Party" is a person and an organization, "Board of Trade" is one: told by the left part."""
    for hit in re.finditer(r" (?:of|for|in|on) (?:the )?", view[start:end]):
        left = view[start : start + hit.start()]
        kind = kind_of(left)
        person = kind == "person" and not all(is_common(w) for w in left.split())
        if person or (kind == "place" and hit.group().strip() in ("in", "on")):
            rest = _split_prepositions(view, start + hit.end(), end)
            return [(start, start + hit.start(), kind), *rest]
    return [(start, end, kind_of(view[start:end]))]


def _opens(text: Text, words: Sequence[tuple[int, int]], i: int, begin: int) -> bool:
    """Whether a name can begin at word ``i``: capitalised, and not merely because a sentence begins there."""
    word = text.view[slice(*words[i])]
    bare = POSSESSIVE.sub("", word)
    if CONTRACTION.search(word) or (bare == "PAC" and not _capital(text.view, words[i - 1])):
        return False
    if not CAPITAL.match(word) or not any(c.isalpha() for c in word) or bare.rstrip(".") in lexicon()["not_names"]:
        return bare == "The" and i + 2 < len(words) and text.view[words[i][0] - 1 : words[i][0]] not in ("", "\n") and (
            _capital(text.view, words[i + 1]) and _capital(text.view, words[i + 2]) and words[i][0] != begin
        )
    at_start = words[i][0] == begin or text.view[words[i][0] - 1 : words[i][0]] in '"“‘\''
    if at_start and bare not in _inside(text):
        follows = i + 1 < len(words) and _capital(text.view, words[i + 1]) and text.view[words[i][1] : words[i + 1][0]] == " "
        return bool(ACRONYM.match(bare)) or follows or not is_common(bare)
    return True


def _capital(view: str, span: tuple[int, int]) -> bool:
    return bool(CAPITAL.match(view[slice(*span)]))


@cache
def _inside_words(view: str) -> frozenset[str]:
    return frozenset(m.group(1) for m in re.finditer(r"(?<=[a-z,;)\d] )([A-Z][\w'-]+)", view))


def _inside(text: Text) -> frozenset[str]:
    """Words that stand capitalised inside sentences somewhere in the story."""
    return _inside_words(text.view)


def is_common(word: str) -> bool:
    """Whether a word is an ordinary English word, in which case a capital at the start of a sentence says nothing."""
    from onrecord.stories.parse import dictionary

    return word.lower() in dictionary()


def is_adjective(word: str) -> bool:
    """Whether English knows a capitalised word as an adjective, or as its plural ("South Asian", "Republicans")."""
    from onrecord.stories.parse import adjectives

    last = word.lower().rsplit("-", 1)[-1]
    if not (lexicon()["group_endings"] & {last[-n:] for n in (2, 3, 4)} or word in lexicon()["group_words"]):
        return False
    return last in adjectives() or (last.endswith("s") and last[:-1] in adjectives())


def _extend(view: str, words: Sequence[tuple[int, int]], i: int) -> int:
    """The last word of the run that begins at word ``i``."""
    j = i
    while j + 1 < len(words):
        gap, word = view[words[j][1] : words[j + 1][0]], view[slice(*words[j + 1])]
        if _ends_run(view[slice(*words[j])], word) or gap != " " or word.rstrip(".") in NO_NAME_INSIDE:
            break
        if CAPITAL.match(word) or (word.isdigit() and view[slice(*words[j])] in NUMBERED):
            j += 1
        elif word in lexicon()["connectors"] and (step := _over_connectors(view, words, j + 1)):
            j = step
        else:
            break
    return j


def _ends_run(word: str, following: str) -> bool:
    """Whether a name ends with this word: a possessive ("Pakistan's Party") or the end of a sentence."""
    if word.endswith("'s"):
        # "The People's Forum", "Workers' Party": an ordinary word in the possessive stays inside its name.
        return not (is_common(word[:-2]) and word[:-2] not in lexicon()["places"] and CAPITAL.match(following))
    return word.endswith(".") and not ABBREVIATED.match(word)


def _over_connectors(view: str, words: Sequence[tuple[int, int]], j: int) -> int | None:
    """The capitalised word after one or two connectors at ``j``, or None if no name goes on there."""
    for k in (j + 1, j + 2):
        if k < len(words) and view[words[k - 1][1] : words[k][0]] == " ":
            word = view[slice(*words[k])]
            if CAPITAL.match(word) and POSSESSIVE.sub("", word) not in lexicon()["not_names"] | {"I"}:
                return k
            if word not in lexicon()["connectors"]:
                return None
    return None


def _without_possessive(view: str, start: int, end: int) -> int:
    word = view[start:end]
    if word.endswith("'s"):
        return end - 2
    return end - 1 if word.endswith((".", "'")) and not re.search(r"\b[A-Z]\.$|Inc\.$|Mich\.$|U\.S\.$", word) else end


def kind_of(name: str) -> Kind:
    """What a name names, told from its form alone."""
    words, lists = name.replace("’", "'").split(), lexicon()
    if words[-1] in lists["thing_words"]:
        return "unknown"
    if name.removeprefix("the ").removeprefix("The ") in lists["places"] or name in lists["places"]:
        return "place"
    if name in lists["platforms"]:
        return "platform"
    if len(words) > 1 and words[-2] in NUMBERED and words[-1].isdigit():
        return "place" if words[-2] in ("District", "Pier", "Ward") else "organization"
    if any(w.rstrip(",'s") in lists["organization_words"] or w in lists["organization_words"] for w in words) or name.startswith("@"):
        return "organization"
    if words[-1] in lists["place_words"]:
        # "Fix the City" is no city: a place has no small words in the middle of its name.
        return "organization" if "the" in words[1:-1] else "place"
    if ACRONYM.match(words[-1]) and len(words[-1]) > 1:
        return "organization"
    proper = [w for w in words if CAPITAL.match(w)]
    if len(words) > 1 and any(w in {"of", "for", "and", "&", "in", "on"} for w in words):
        return "organization"
    if is_adjective(words[-1]):
        return "group"
    if words[0] == "The":
        return "organization"
    return "person" if 2 <= len(proper) <= 4 else "unknown"


def _with_known(view: str, runs: list[Span], gazetteer: Gazetteer) -> list[Span]:
    """Runs, with the names that the records know put in their place: a known name is never cut."""
    kinds: dict[str, Kind] = {"Person": "person", "Organization": "organization", "Company": "organization", "PublicBody": "organization"}
    taken: list[Span] = []
    for start, end, entry in gazetteer.find(view):
        if not any(start < e and s < end for s, e, _ in taken):
            inside = next((r for r in runs if r[0] <= start and end <= r[1]), None)
            # A known name inside a longer run of capitals is another name ("DRUM" in "DRUM Beats").
            if inside is None or (start, end) == inside[:2] or " and " in view[inside[0] : inside[1]]:
                taken.append((start, end, kinds.get(entry.schema, kind_of(view[start:end]))))
    return taken + [r for r in runs if not any(r[0] < e and s < r[1] for s, e, _ in taken)]


def _split_lists(view: str, span: Span, spans: Sequence[Span]) -> list[Span]:
    """"Ford and MacArthur" are two names, "Desis Rising Up and Moving" is one: told by the rest of the story."""
    start, end, kind = span
    name = view[start:end]
    match = re.search(r" (?:and|&) ", name)
    if not match or _one_name(view, start, end, name):
        return [span]
    left, right = (start, start + match.start()), (start + match.end(), end)
    return [
        piece
        for s, e in (left, right)
        if view[s:e].strip()
        for piece in _split_lists(view, (s, e, kind_of(view[s:e])), spans)
    ]


def _one_name(view: str, start: int, end: int, name: str) -> bool:
    """Evidence that a run with "and" in it is one name."""
    defined = DEFINED.match(view[end : end + 14])
    if defined and initials(name) == defined.group(1).upper():
        return True
    left, _, right = re.split(r" (and|&) ", name, maxsplit=1)
    quoted = view[start - 1 : start] in "\"“" and view[end : end + 1] in "\"”."
    elsewhere = len(re.findall(rf"\b{re.escape(left)}\b", view)) > len(re.findall(re.escape(name), view))
    form = right.split()[-1] in lexicon()["organization_words"]
    alone = len(right.split()) == 1 and form
    return quoted or alone or (form and not elsewhere and kind_of(left) == "unknown")


def initials(name: str) -> str:
    """First letters of the words that count: "Desis Rising Up and Moving" gives DRUM."""
    return "".join(w[0] for w in re.findall(r"[A-Za-z]+", name) if w[0].isupper()).upper()


def _clean(name: str) -> str:
    return re.sub(r"^(?:the|The) (?=[a-z])", "", " ".join(name.split()).strip(" ,;:\"'"))


def _canonical(view: str, mentions: list[Mention]) -> list[Mention]:
    """Give every short form the full name that the story uses for it elsewhere; ambiguous short forms stay short."""
    full: dict[str, dict[str, tuple[str, Kind]]] = {}

    def learn(short: str, name: str, kind: Kind) -> None:
        known = full.setdefault(short, {})
        if short not in lexicon()["places"]:
            known.setdefault(_plain(name), (name, kind))

    for m in mentions:
        bare = re.sub(r"^The ", "", m.name)
        defined = DEFINED.match(view[m.end : m.end + 14])
        if defined:
            learn(defined.group(1), m.name, "organization" if m.kind in ("unknown", "person") else m.kind)
        if m.kind == "person":
            name = _untitled(m.name)
            learn(name.split()[-1], name, "person")
        if bare != m.name:
            learn(bare, m.name, m.kind)
        last = m.name.split()[-1]
        if m.kind == "organization" and len(m.name.split()) > 2 and last in lexicon()["organization_words"] - NOT_SHORT:
            learn(last, m.name, m.kind)  # "the Alliance" after "the Ansel Renters Alliance"
    by_initials = {initials(m.name): m for m in mentions if len(m.name.split()) > 2 and m.kind == "organization"}
    return [_in_full(m, full, by_initials) for m in mentions]


def _plain(name: str) -> str:
    """A name as compared with another of the same story: without "the", "&" written out."""
    return re.sub(r"^the ", "", name.lower().replace("&", "and"))


def _untitled(name: str) -> str:
    words = name.split()
    while len(words) > 2 and (words[0] in lexicon()["titles"] or words[0].endswith(".")):
        words = words[1:]
    return " ".join(words)


def _in_full(m: Mention, full: dict[str, dict[str, tuple[str, Kind]]], by_initials: dict[str, Mention]) -> Mention:
    known = full.get(m.name, {})
    if len(known) == 1:
        name, kind = next(iter(known.values()))
        return replace(m, name=name, kind=kind)
    if ACRONYM.match(m.name) and m.name in by_initials:
        return replace(m, name=by_initials[m.name].name, kind="organization")
    return replace(m, name=_untitled(m.name)) if m.kind == "person" else m
