"""Who "he", "its" and "the group" are: the nearest name that fits, or nobody, with the candidates listed.

A guess here would put one person's deeds on another. So a pronoun is resolved only where exactly one name fits in the
nearest sentence that holds any; otherwise the slot stays empty and the reader is shown who it could be.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.kinds import Mention
    from onrecord.stories.parse import Parsed, Token

PERSON_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
GROUP_PRONOUNS = frozenset({"it", "its", "itself", "they", "them", "their", "theirs", "themselves"})
GROUP_NOUNS = frozenset(
    (
        "group", "organization", "organisation", "nonprofit", "pac", "committee", "party", "coalition", "foundation",
        "fund", "network", "union", "charity", "association", "institute", "company", "firm", "board", "agency",
        "entity", "campaign",
    )
)  # fmt: skip
ANY_GROUP = frozenset({"group", "organization", "organisation", "nonprofit", "charity", "entity"})
"""Nouns that fit any organization, whatever form its name says it has."""
PERSON_NOUNS = frozenset({"nominee", "candidate", "challenger", "incumbent", "frontrunner"})
REACH = 4
"""How many sentences back a pronoun may look."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name, or ``None`` with the names that it could be."""

    name: str | None
    candidates: tuple[str, ...] = ()


class Names:
    """The names of one story, asked about in the places where they are only hinted at."""

    def __init__(self, mentions: Sequence[Mention], sentences: Sequence[Parsed]) -> None:
        self._sentences = [p.sentence for p in sentences]
        self._all = list(_mentioned(sentences))
        self._masked: str | None = None
        described = {m.start for m in _mentioned(sentences) if m.kind in ("group", "place", "platform")}
        filed = [(p.sentence.start, p.tokens[0].start) for p in sentences if p.tokens]  # datelines are about nobody
        named = [m for m in mentions if m.start not in described and not any(s <= m.start < e for s, e in filed)]
        self._mentions = [m for m in named if m.kind in ("person", "organization", "unknown")]

    def masked(self, view: str) -> str:
        """The text with every name made the same word, so that words in names ("Will", "Free") are no words of it.

        A name is a run of x that begins with a capital; the name of a group of people is small throughout.
        """
        if self._masked is None:
            out, at = [], 0
            for m in self._all:
                out += [view[at : m.start], "x" if m.kind == "group" else "X", "x" * (m.end - m.start - 1)]
                at = m.end
            self._masked = "".join([*out, view[at:]])
        return self._masked

    def of(self, parsed: Parsed, token: Token, besides: Token | None = None) -> Resolved:
        """What a word refers to. ``besides`` is the doer of the same clause, whom an object pronoun cannot mean."""
        if token.mention is not None:
            return Resolved(token.mention.name)
        other = besides.mention.name if besides is not None and besides.mention is not None else None
        if token.lemma in PERSON_PRONOUNS or token.text.lower() in PERSON_PRONOUNS:
            return self._nearest(_first_like(parsed, token), ("person",), other)
        if token.text.lower() in GROUP_PRONOUNS:
            return self._nearest(token.start, ("organization", "unknown"), other)
        beside = _put_beside(parsed, token)
        if beside is not None:
            return Resolved(beside)
        if token.lemma in PERSON_NOUNS and parsed.child(token.i, "det", "poss") is not None:
            return self._nearest(token.start, ("person",), other)
        if token.lemma in GROUP_NOUNS and _definite(parsed, token):
            return self._meant(token, other)
        return self._described(parsed, token, besides)

    def _nearest(self, offset: int, kinds: tuple[str, ...], other: str | None) -> Resolved:
        here = next((i for i, s in enumerate(self._sentences) if s.start <= offset < s.end), 0)
        for i in range(here, max(here - REACH, -1), -1):
            sentence = self._sentences[i]
            fitting = [
                m for m in self._mentions if m.kind in kinds and sentence.start <= m.start < min(sentence.end, offset)
            ]
            names = [n for n in dict.fromkeys(m.name for m in fitting) if n != other]
            if len(names) == 1:
                return Resolved(names[0])
            if names:
                # An organization named twice, once with an addition, is the one without ("DRUM", "DRUM Beats").
                return Resolved(None, tuple(names))
        return Resolved(None)

    def _meant(self, token: Token, other: str | None) -> Resolved:
        """Whom "the group" means: any organization; "the party" only a party, or one whose name says no other form."""
        found = self._nearest(token.start, ("organization", "unknown"), other)
        if found.name is None or token.lemma in ANY_GROUP:
            return found
        forms = {w.lower() for w in found.name.split()} & GROUP_NOUNS - ANY_GROUP
        return found if not forms or token.lemma in forms else Resolved(None, (found.name,))

    def _described(self, parsed: Parsed, token: Token, besides: Token | None) -> Resolved:
        """A noun with a name before it ("Lee's campaign"), or a noun phrase as it stands ("city voters")."""
        owner = parsed.child(token.i, "poss")
        if owner is not None:
            held = self.of(parsed, owner, besides)
            head = words_before(parsed, token)
            return Resolved(f"{held.name} {head}", ()) if held.name else Resolved(None, held.candidates)
        named = [parsed[c].mention for c in parsed.children[token.i] if parsed[c].dep in ("compound", "nmod", "amod")]
        if token.lemma in GROUP_NOUNS and len(named) == 1 and named[0] is not None and named[0].kind == "organization":
            return Resolved(named[0].name)  # "the Ansel Renters Congress group" is the congress
        if token.pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            return Resolved(words_before(parsed, token, determiner=False) or None)
        return Resolved(None)


def _mentioned(sentences: Sequence[Parsed]) -> Iterator[Mention]:
    """The names of parsed sentences, of the kinds that grammar has given them."""
    return (t.mention for parsed in sentences for t in parsed if t.mention is not None)


def _first_like(parsed: Parsed, token: Token) -> int:
    """Where the first pronoun of the same kind stands in the sentence: a later one means the same person."""
    family = HE if token.text.lower() in HE else PERSON_PRONOUNS - HE
    return next(t.start for t in parsed if t.text.lower() in family)


def _put_beside(parsed: Parsed, token: Token) -> str | None:
    """The name that a noun is put beside: "Corvane, a firm that …" is about Corvane."""
    head = parsed[token.head]
    if token.dep == "appos" and head.mention is not None and head.mention.kind in ("person", "organization", "unknown"):
        return head.mention.name
    return None


def _definite(parsed: Parsed, token: Token) -> bool:
    determiner = parsed.child(token.i, "det")
    return (
        determiner is not None
        and determiner.lemma in ("the", "this", "that")
        and not any(parsed[c].mention for c in parsed.children[token.i])
        and parsed.child(token.i, "prep", "relcl") is None
    )


def words_before(parsed: Parsed, token: Token, determiner: bool = False) -> str:
    """A noun with its modifiers, names in full: "own organizing director", "South Asian voters"."""
    skipped = {"det", "poss", "nummod", "punct", "prep", "relcl", "acl", "appos", "conj", "cc", "case", "advmod"}
    words = []
    for t in parsed.subtree(token.i, without=tuple(skipped)):
        if t.i > token.i or (t.dep in skipped and t.i != token.i):
            continue
        words.append(t.mention.name if t.mention else t.text)
    return " ".join(w for w in words if w.lower() not in ("own", "same"))
