"""What a frame may look at: one parsed sentence, its figures, its times, and the names of its story; and what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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

    def own_figures(self, clause: Clause, figures: Sequence[FoundQuantity]) -> list[FoundQuantity]:
        """Those figures that hang on the clause's own verb, not on a verb of a clause inside it."""
        return [q for q in figures if self._governor(q) in (clause.verb.i, None)]

    def _governor(self, figure: FoundQuantity) -> int | None:
        at = self.at(figure)
        for _ in range(12):
            if at is None or at.head == at.i:
                return at.i if at is not None and at.pos in ("VERB", "AUX") else None
            if at.pos in ("VERB", "AUX") and at.dep != "xcomp":
                return at.i
            at = self.parsed[at.head]
        return None

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
        resolved = self.names.of(self.parsed, token, besides)
        return resolved.name, resolved.candidates

    def parties(self, token: Token | None, besides: Token | None = None) -> tuple[str | None, tuple[str, ...]]:
        """Everybody in a list of names, parted by "; " as casebooks part them; one name otherwise."""
        if token is None:
            return None, ()
        listed = [t.mention.name for t in self.listed(token) if t.mention and t.mention.kind in ("person", "organization", "unknown")]
        if len(listed) > 1 and token.mention is not None:
            return "; ".join(dict.fromkeys(listed)), ()
        return self.who(token, besides)

    def doer(self, clause: Clause) -> tuple[str | None, tuple[str, ...]]:
        """Who acts in a clause."""
        return self.who(doer_of(self.parsed, clause))

    def words_of(self, token: Token) -> tuple[int, int]:
        """The offsets of a noun phrase."""
        return phrase(self.parsed, token)

    def at(self, figure: FoundQuantity) -> Token | None:
        """The word of the parse that a figure hangs on: its last word inside the figure that is a head."""
        inside = [t for t in self.parsed if figure.start <= t.start and t.end <= figure.end + 1]
        heads = [t for t in inside if not any(t.head == o.i for o in inside if o.i != t.i)]
        return heads[0] if heads else (inside[0] if inside else None)

    def listed(self, token: Token) -> list[Token]:
        """A word with everything in one list with it."""
        return self.parsed.conjuncts(token.i)


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
    return Scene(
        text,
        parsed,
        tuple(q for q in quantities if start <= q.start and q.end <= end),
        tuple(p for p in periods if start <= p.start and p.end <= end),
        names,
        tuple(clauses(parsed)),
    )
