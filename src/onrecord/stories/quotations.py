"""Quotations in a story: what stands between quote marks, what kind of thing it is, and who is said to have said it.

Three kinds: speech, with a cue or long enough to be somebody's words; scare quotes, short and said by nobody; titles,
that is names, slogans and labels in quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from onrecord.stories.blocks import Block
from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.quote_marks import quoted_spans
from onrecord.stories.speakers import Attributed, Context, attribute
from onrecord.stories.text import Sentence, Text

QuotationKind = Literal["speech", "scare", "title"]
Span = tuple[int, int]

SCARE_WORDS: Final = 4
"""A quotation of at most so many words, with nobody saying it, keeps its distance from the words: scare quotes."""
_CHROME: Final = ("form", "navigation")
_JOINT: Final = re.compile(r"\s*,?\s*(?:and|or|but|then)?\s*(?:(?:a|an|the|that|of|its|their)\s+)?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``start``/``end`` include its marks; ``words`` do not, and are verbatim, a line a paragraph.

    ``cue`` is the word that says it was said; ``speaker`` is the surface text of the phrase nearest to the cue, a
    pronoun kept as it is; both ``None`` where the story gives none. ``venue`` is where it was said, ``said_of`` what
    the words are put on. ``loaded_cue`` marks a verb that judges its speaker ("bragged", "admitted").
    """

    start: int
    end: int
    words: str
    kind: QuotationKind
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    speaker: str | None = None
    venue: str | None = None
    said_of: str | None = None
    loaded_cue: bool = False

    @property
    def phrase(self) -> Span:
        """The quotation together with its cue and its speaker where these stand beside it in the story."""
        beside = (self.cue_start, self.cue_end, self.speaker_start, self.speaker_end)
        edges = [self.start, self.end, *(edge for edge in beside if edge is not None)]
        return min(edges), max(edges)


def find_quotations(text: Text) -> tuple[Quotation, ...]:
    """Every quotation of a story, outermost marks only, in reading order."""
    found: list[Quotation] = []
    spans = quoted_spans(text.raw, (block for block in text.blocks if block.kind not in _CHROME))
    before: Block | None = None
    for number, (block, pieces) in enumerate(spans):
        previous = found[-1] if before is block else None
        limit = spans[number + 1][1][0][0] if number + 1 < len(spans) else len(text.raw)
        found.append(_quotation(text, block, pieces, previous, limit))
        before = block
    return tuple(found)


def _quotation(text: Text, block: Block, pieces: list[Span], previous: Quotation | None, limit: int) -> Quotation:
    span = pieces[0][0], pieces[-1][1]
    words = _inner(text.raw, pieces)
    context = _context(text, block, span, previous, limit)
    said = attribute(text.view, context)
    if said is not None and said.cue in _words("name") and _is_name(words):
        said = None
    if said is None and previous and previous.kind == "speech" and _goes_on(text, previous, span, words):
        return replace(previous, start=span[0], end=span[1], words=words)
    bare = Quotation(*span, words=words, kind=_kind_without_cue(text.view, block, context.left, span[0], words))
    return _attributed(text.raw, bare, said) if said else bare


def _inner(raw: str, pieces: list[Span]) -> str:
    """The words between the marks; every piece but the last has an opening mark only."""
    opened = [raw[start + 1 : end] for start, end in pieces[:-1]]
    return "\n".join([*opened, raw[pieces[-1][0] + 1 : pieces[-1][1] - 1]])


def _attributed(raw: str, quotation: Quotation, said: Attributed) -> Quotation:
    start, end = said.speaker or (None, None)
    return replace(
        quotation, kind="speech", cue=said.cue, cue_start=said.cue_start, cue_end=said.cue_end, speaker_start=start,
        speaker_end=end, speaker=raw[start:end] if said.speaker else None, venue=said.venue, said_of=said.said_of,
        loaded_cue=said.loaded,
    )  # fmt: skip


def _goes_on(text: Text, previous: Quotation, span: Span, words: str) -> bool:
    """A quotation joined to the one before by "and" or a comma, or whole sentences right after attributed speech."""
    if _JOINT.fullmatch(text.view, previous.end, span[0]):
        return True
    following = bisect_left(text.sentences, previous.end, key=_start)
    interrupted = following < len(text.sentences) and text.sentences[following].start < span[0]
    return previous.cue is not None and _is_whole_sentence(words) and not interrupted


def _kind_without_cue(view: str, block: Block, left: int, start: int, words: str) -> QuotationKind:
    before = view[max(left, start - 40) : start]
    if _label_before().search(before) or (_is_name(words) and block.kind != "headline"):
        return "title"
    stands_alone = left == start and _is_whole_sentence(words) and words[-1] in ".!?"
    return "scare" if len(_tokens(words)) <= SCARE_WORDS and not stands_alone else "speech"


def _is_whole_sentence(words: str) -> bool:
    return words[:1].isupper() and len(_tokens(words)) > 1


def _is_name(words: str) -> bool:
    """Two to eight words, all capitalised but for the small ones."""
    tokens = _tokens(words)
    heavy = [token for token in tokens if len(token) > 3 or token[0].isupper()]
    capitalised = all(token[0].isupper() for token in [*tokens[:1], *heavy])
    return 2 <= len(tokens) <= 8 and len(heavy) > 1 and capitalised


def _context(text: Text, block: Block, span: Span, previous: Quotation | None, limit: int) -> Context:
    """The stretch of story around a quotation in which its speaker is looked for."""
    start, end = span
    opening = max(block.start, text.sentences[_sentence_at(text, start)].start)
    left = max(opening, previous.end if previous else 0)
    right = max(end, min(limit, _end_of_attribution(text, end)))
    return Context(opening, left, start, end, right, _shared(previous, opening))


def _end_of_attribution(text: Text, end: int) -> int:
    """How far behind a quotation its speaker may be named: to the end of its sentence.

    That is the quotation's own end if it closes a sentence, unless a dash follows or it ends in "!" or "?", behind
    which the sentence may go on (..."Never!" Smith said).
    """
    number = _sentence_at(text, end - 1)
    here = text.sentences[number]
    if here.end > end:
        return here.end
    if text.view[end - 2] not in ",?!" and not re.match(r"\s*[—–-]", text.view[end : end + 3]):
        return end
    following = text.sentences[number + 1] if number + 1 < len(text.sentences) else here
    return following.end if following.block is here.block else end


def _sentence_at(text: Text, position: int) -> int:
    """Which sentence holds a position that is not white space."""
    return bisect_right(text.sentences, position, key=_start) - 1


def _start(sentence: Sentence) -> int:
    return sentence.start


def _shared(previous: Quotation | None, opening: int) -> Span | None:
    """The speaker of the quotation before, if it stands in the same sentence."""
    if previous is None or previous.end <= opening or previous.speaker_start is None or previous.speaker_end is None:
        return None
    return previous.speaker_start, previous.speaker_end


def _tokens(words: str) -> list[str]:
    return re.findall(r"[@#]?\w[\w'’.-]*", words)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("quotations")[name])


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon('quotations')['label_words'])}\s*[,:]?\s*$", re.IGNORECASE)
