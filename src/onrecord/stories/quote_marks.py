"""Pairing the quote marks of a story, paragraph by paragraph, without ever refusing one.

Curly marks tell their direction; straight ones get it from the space beside them. Only outermost pairs count. A mark
without a partner is left alone, unless its paragraph's successor reopens: then the quotation goes on there.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from onrecord.stories.blocks import Block

Span = tuple[int, int]

_DOUBLE: Final = frozenset('"“”„‟«»″＂')
_SINGLE: Final = frozenset("'‘’‚‛")
_OPENING: Final = frozenset("“„‟«")
_CLOSING: Final = frozenset("”»")
_BEFORE_OPEN: Final = frozenset("([{—–-/:\"'“‘")


def quoted_spans(raw: str, blocks: Iterable[Block]) -> list[tuple[Block, list[Span]]]:
    """Each quotation as the block it starts in and its pieces with their marks, one a paragraph, in order.

    All pieces but the last lack a closing mark.
    """
    found: list[tuple[Block, list[Span]]] = []
    carried: tuple[Block, list[Span]] | None = None
    for block, following in pairwise([*blocks, None]):
        assert block is not None, "only the sentinel behind the last block is None"
        pairs, orphan = _pairs(raw, block)
        if carried and pairs and pairs[0][0] == block.start:
            found.append((carried[0], [*carried[1], pairs.pop(0)]))
            carried = None
        if orphan is None or following is None or not _reopens(raw, block, orphan, following):
            carried = None
        elif carried and orphan == block.start:
            carried = carried[0], [*carried[1], (orphan, block.end)]
        else:
            carried = block, [(orphan, block.end)]
        found += [(block, [pair]) for pair in pairs]
    return sorted(found, key=lambda entry: entry[1][0])


def _reopens(raw: str, block: Block, orphan: int, following: Block) -> bool:
    """Whether the next paragraph begins with the mark that was left open here."""
    return raw[following.start] == raw[orphan] and following.kind == block.kind and not raw[orphan + 1].isspace()


def _pairs(raw: str, block: Block) -> tuple[list[Span], int | None]:
    """Outermost pairs of marks in a block, and the last double mark that opened and never closed."""
    doubles, orphan = _double_pairs(raw, block)
    singles = [pair for pair in _single_pairs(raw, block) if not any(_collides(pair, other) for other in doubles)]
    if orphan is not None and any(start > orphan for start, _ in doubles):
        orphan = None
    return _outermost(doubles + singles), orphan


def _double_pairs(raw: str, block: Block) -> tuple[list[Span], int | None]:
    stack: list[int] = []
    pairs: list[Span] = []
    for at in range(block.start, block.end):
        if raw[at] not in _DOUBLE:
            continue
        if _opens(raw, at, block, bool(stack)):
            stack.append(at)
        elif stack:
            pairs.append((stack.pop(), at + 1))
    return _outermost(pair for pair in pairs if _has_words(raw, pair)), stack[-1] if stack else None


def _opens(raw: str, at: int, block: Block, is_open: bool) -> bool:
    """Whether a double mark opens: by its shape where it has one, else by the space on one side of it."""
    space_before = at == block.start or raw[at - 1].isspace()
    space_after = at + 1 >= block.end or raw[at + 1].isspace()
    if raw[at] in _OPENING:
        return space_before or not space_after
    if raw[at] in _CLOSING:
        return False
    if space_before != space_after:
        return space_before
    return not is_open and (space_before or raw[at - 1] in _BEFORE_OPEN or not raw[at - 1].isalnum())


def _single_pairs(raw: str, block: Block) -> list[Span]:
    """Single marks that enclose words: opened at a word's start, closed at a word's end, apostrophes left alone."""
    pairs: list[Span] = []
    free = block.start
    for at in range(block.start, block.end):
        if at >= free and raw[at] in _SINGLE and _single_opens(raw, at, block):
            close = _single_close(raw, at, block)
            if close is not None:
                pairs.append((at, close + 1))
                free = close + 1
    return pairs


def _single_opens(raw: str, at: int, block: Block) -> bool:
    starts_word = at == block.start or raw[at - 1].isspace() or raw[at - 1] in _BEFORE_OPEN
    return starts_word and raw[at] != "’" and at + 1 < block.end and raw[at + 1].isalpha()


def _single_close(raw: str, at: int, block: Block) -> int | None:
    """The closing mark: the first that follows punctuation, else the first at a word's end; never past an opener."""
    at_word_end: int | None = None
    for mark in range(at + 2, block.end):
        if raw[mark] not in _SINGLE:
            continue
        if _single_opens(raw, mark, block):
            break
        if raw[mark] in "'’" and (mark + 1 >= block.end or not raw[mark + 1].isalnum()):
            if raw[mark - 1] in ",.?!":
                return mark
            if at_word_end is None and not raw[mark - 1].isspace():
                at_word_end = mark
    return at_word_end


def _has_words(raw: str, pair: Span) -> bool:
    return any(character.isalnum() for character in raw[pair[0] + 1 : pair[1] - 1])


def _outermost(pairs: Iterable[Span]) -> list[Span]:
    """The pairs that lie in no other; of two that cross, the first."""
    kept: list[Span] = []
    for pair in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not kept or pair[0] >= kept[-1][1]:
            kept.append(pair)
    return kept


def _collides(single: Span, double: Span) -> bool:
    """A single pair inside a double one is nested; one that crosses it was an apostrophe."""
    contains = single[0] <= double[0] and double[1] <= single[1]
    return not contains and single[0] < double[1] and double[0] < single[1]
