"""What a frame may look at: one parsed sentence, its figures and times, the names of its story; and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.stories.coreference import words_before
from onrecord.stories.frames.clauses import Clause, clauses, doer_of, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.coreference import Names
    from onrecord.stories.parse import Parsed, Token
    from onrecord.stories.periods import FoundPeriod
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.stories.text import Text
    from onrecord.vocabulary import ClaimType, Quantity


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making. ``verb`` is the word whose clause it is: attribution and hedges are read from there."""

    start: int
    end: int
    type: ClaimType
    verb: Token
    subject: str | None = None
    relation: str | None = None
    object: str | None = None
    quantity: Quantity | None = None
    negated: bool = False
    place: str | None = None
    candidates: tuple[str, ...] = ()
    weak: bool = False
    words: str | None = None
    said_of: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a story with everything that was found in it."""

    text: Text
    parsed: Parsed
    quantities: tuple[FoundQuantity, ...]
    periods: tuple[FoundPeriod, ...]
    names: Names
    clauses: tuple[Clause, ...] = field(default=())

    def money(self, start: int, end: int) -> list[FoundQuantity]:
        """Amounts of money between two offsets."""
        return [q for q in self.figures(start, end) if q.quantity.unit in CURRENCIES]

    def is_money(self, figure: FoundQuantity) -> bool:
        """Whether a figure is an amount of some currency."""
        return figure.quantity.unit in CURRENCIES

    def own_figures(self, clause: Clause, figures: Sequence[FoundQuantity]) -> list[FoundQuantity]:
        """Those figures that hang on the clause's own verb, not on a verb of a clause inside it."""
        return [q for q in figures if self._governor(q) in (clause.verb.i, None)]

    def governed(self, clause: Clause) -> list[FoundQuantity]:
        """Every figure under the clause's verb, wherever it stands, but not what is said of a name in passing."""
        return [q for q in self.quantities if self._governor(q) == clause.verb.i and not self._in_passing(q)]

    def counted(self, clause: Clause) -> list[FoundQuantity]:
        """Every figure under the clause's verb that is not money, in reading order."""
        own = self.governed(clause)
        return [q for q in self.figures(clause.start, clause.end) if not self.is_money(q) and (q in own or not own)]

    def noun_of(self, figure: FoundQuantity) -> Token | None:
        """The noun that a figure counts."""
        at = self.at(figure)
        for _ in range(3):
            if at is None or at.pos in ("NOUN", "PROPN"):
                return at
            at = self.parsed[at.head] if at.pos in ("NUM", "ADJ", "SYM", "ADV") and at.head != at.i else None
        return None

    def _governor(self, figure: FoundQuantity) -> int | None:
        at = self.at(figure)
        for _ in range(12):
            if at is None or at.head == at.i:
                return at.i if at is not None and at.pos in ("VERB", "AUX") else None
            if at.pos in ("VERB", "AUX") and at.dep != "xcomp" and not _measures(at):
                return at.i
            at = self.parsed[at.head]
        return None

    def _in_passing(self, figure: FoundQuantity) -> bool:
        """Whether a figure belongs to what is put beside a name: "Acme, a $5 million company,", "Acme, with $5,"."""
        at = first = self.at(figure)
        for _ in range(6):
            if at is None or at.pos in ("VERB", "AUX") or at.head == at.i:
                return False
            if (at.dep == "appos" and at is not first) or (at.dep == "prep" and at.lemma == "with"):
                return True
            at = self.parsed[at.head]
        return False

    def sums(self, start: int, end: int) -> list[FoundQuantity]:
        """Bare magnitudes ("millions"), which are money where somebody pays or gives them."""
        return [q for q in self.figures(start, end) if q.quantity.unit is None and "illion" in q.quantity.text]

    def figures(self, start: int, end: int) -> list[FoundQuantity]:
        """Every figure between two offsets."""
        return [q for q in self.quantities if start <= q.start and q.end <= end]

    def who(self, token: Token | None, besides: Token | None = None) -> tuple[str | None, tuple[str, ...]]:
        """The name behind a word, and the candidates where it is open."""
        if token is None:
            return None, ()
        if token.tag == "WP$":
            return self.who(self._whose(token), besides)
        token = _identity(self.parsed, token)
        if any(t.lemma == "own" for t in self.parsed.all_children(token.i, "amod")):
            besides = None
        owner = self._owner(token)
        if owner is not None:
            name, candidates = self.who(owner, besides)
            return (f"{name} {words_before(self.parsed, token)}" if name else None), candidates
        resolved = self.names.of(self.parsed, token, besides)
        return resolved.name, resolved.candidates

    def _owner(self, token: Token) -> Token | None:
        """The owner that "whose campaign" and "the campaign of Lee" name."""
        poss = self.parsed.child(token.i, "poss")
        if poss is not None and poss.tag == "WP$":
            return self._whose(poss)
        of = self.parsed.preposition(token.i, "of") if token.lemma in BODIES and token.mention is None else None
        return of if of is not None and of.mention is not None and of.mention.kind == "person" else None

    def _whose(self, pronoun: Token) -> Token | None:
        """The noun that "whose" stands for: the one that its relative clause hangs on."""
        at = pronoun
        for _ in range(8):
            if at.dep == "relcl":
                return self.parsed[at.head]
            at = self.parsed[at.head]
        return None

    def parties(self, token: Token | None, besides: Token | None = None) -> tuple[str | None, tuple[str, ...]]:
        """Everybody in a list of names, parted by "; " as casebooks part them; one name otherwise."""
        if token is None:
            return None, ()
        known = [_identity(self.parsed, t).mention for t in self.listed(token)]
        listed = [m.name for m in known if m is not None and m.kind in ("person", "organization", "unknown")]
        if len(listed) > 1 and token.mention is not None:
            return "; ".join(dict.fromkeys(listed)), ()
        return self.who(token, besides)

    def doer(self, clause: Clause) -> tuple[str | None, tuple[str, ...]]:
        """Who acts in a clause."""
        return self.who(doer_of(self.parsed, clause))

    def words_of(self, token: Token) -> tuple[int, int]:
        """The offsets of a noun phrase."""
        return phrase(self.parsed, token)

    def subtree_span(self, token: Token) -> tuple[int, int]:
        """The offsets of a word with everything that depends on it."""
        branch = self.parsed.subtree(token.i)
        return branch[0].start, branch[-1].end

    def at(self, figure: FoundQuantity) -> Token | None:
        """The word of the parse that a figure hangs on: its last word inside the figure that is a head."""
        inside = [t for t in self.parsed if figure.start <= t.start and t.end <= figure.end + 1]
        heads = [t for t in inside if not any(t.head == o.i for o in inside if o.i != t.i)]
        return heads[0] if heads else (inside[0] if inside else None)

    def listed(self, token: Token) -> list[Token]:
        """A word with everything in one list with it."""
        return self.parsed.conjuncts(token.i)


def _measures(verb: Token) -> bool:
    """ "Payments totaling $5": a verb that only says how much."""
    return verb.dep == "acl" and verb.lemma in ("total", "exceed", "top", "average")


def _identity(parsed: Parsed, token: Token) -> Token:
    """The name that stands beside a common noun: "the super PAC Acme", "its sister group, Acme"."""
    if token.mention is not None:
        return token
    beside = next((t for t in parsed.all_children(token.i, "appos", "nmod") if t.mention is not None), None)
    if (
        beside is not None
        and beside.mention is not None
        and beside.mention.kind in ("person", "organization", "unknown")
    ):
        return beside if beside.i > token.i else token
    return token


BODIES = frozenset({"campaign", "committee", "administration", "office", "team"})
"""What a person has and is not: money to Lee's campaign is not money to Lee."""
CURRENCIES = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "INR", "JPY", "PKR", "ILS", "RUB"})


def scene_of(
    text: Text,
    parsed: Parsed,
    quantities: Sequence[FoundQuantity],
    periods: Sequence[FoundPeriod],
    names: Names,
) -> Scene:
    """The scene of one sentence, from the findings of a whole story."""
    start, end = parsed.sentence.start, parsed.sentence.end
    named = [(t.start, t.end) for t in parsed if t.mention is not None]
    if len(parsed.tokens):
        named.append((start, parsed.tokens[0].start))  # the dateline

    def free(found: FoundPeriod | FoundQuantity) -> bool:
        """Whether words of this sentence are no part of a name: the year of "Kessel 2024" is no time."""
        inside = start <= found.start and found.end <= end
        return inside and not any(s <= found.start and found.end <= e for s, e in named)

    return Scene(
        text,
        parsed,
        tuple(q for q in quantities if free(q)),
        tuple(p for p in periods if free(p)),
        names,
        tuple(clauses(parsed)),
    )
