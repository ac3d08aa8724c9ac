"""What each paragraph of a story is: navigation, headline, caption, credit, body or form.

The rules look at shape (length, end mark, capitals, place on the page) and at the words of page furniture, never at
who or what a paragraph is about. In doubt a paragraph is body: a sentence lost is worse than a menu read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from onrecord.stories.lexicon import any_of, any_word, lexicon

BlockKind = Literal["navigation", "headline", "caption", "credit", "body", "form"]

_LINE = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]*\S[^\r\n\f\v\u0085\u2028\u2029]*")
_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n\f\v\u0085\u2028\u2029])[ \t]*(?:\r\n|[\r\n\f\v\u0085\u2028\u2029])")
_TERMINAL = re.compile(r"""[.!?…:;]['")\]*]*$""")
_BULLET = re.compile(r"^[•·▪◦*|»›–-]\s")
_WORD = re.compile(r"[\w$€£%@#][\w'.,&/-]*")
_CAPITALS = r"[A-ZÀ-Þ@][\w'&.-]*(?:\s+(?:(?:of|and|for|the)\s+)*[A-ZÀ-Þ@&][\w'&.-]*)*(?:\s\([^()]*\))?"
_NAME_THEN_PARTICIPLE = re.compile(
    rf"(?:(?:The|An?)\s+)?{_CAPITALS}(?:,[^,]{{3,80}},|\s+(?:of|from|with)\s[^,]{{3,60}},)?\s+[a-z]+ing\b"
)
_WRAP_WIDTH: Final = range(45, 101)
"""Line lengths, in characters, between which a text may be hard-wrapped."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or the caption or the credit in it. ``start``/``end`` trim white space."""

    kind: BlockKind
    start: int
    end: int


def find_blocks(view: str) -> tuple[Block, ...]:
    """Every paragraph of ``view`` in order, typed; together they hold every character that is not white space."""
    paragraphs = _paragraphs(view)
    prose = [number for number, (start, end) in enumerate(paragraphs) if _is_prose(view[start:end])]
    first, last = (prose[0], prose[-1]) if prose else (len(paragraphs), -1)
    title = _title(view, paragraphs[:first]) if prose else None
    blocks: list[Block] = []
    for number, (start, end) in enumerate(paragraphs):
        text = view[start:end]
        place = _Place(before=number < first, after=number > last, title=number == title, no_prose=not prose)
        if credit := _credit_start(text):
            blocks += [Block("caption", start, start + len(text[:credit].rstrip()))] if credit > 0 else []
            blocks.append(Block("credit", start + max(credit, 0), end))
        else:
            blocks.append(Block(_kind(text, place), start, end))
    return tuple(_forms_spread(view, blocks))


@dataclass(frozen=True, slots=True)
class _Place:
    before: bool
    after: bool
    title: bool
    no_prose: bool


def _kind(text: str, place: _Place) -> BlockKind:
    if _is_form(text):
        return "form"
    if place.title:
        return "headline"
    if _is_navigation(text, outside=place.before or place.after):
        return "navigation"
    if _is_caption(text):
        return "caption"
    if _is_prose(text) or _TERMINAL.search(text) or _BULLET.match(text):
        return "body"
    if place.no_prose:
        return "body" if len(_words(text)) >= 4 else "navigation"
    if place.before or place.after:
        return "headline" if place.before and len(_words(text)) >= 4 else "navigation"
    return "headline" if len(_words(text)) <= 20 else "body"


def _paragraphs(view: str) -> list[tuple[int, int]]:
    """Lines as (start, end), hard-wrapped ones joined."""
    lines = [(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip())) for m in _LINE.finditer(view)]
    width = max((end - start for start, end in lines), default=0)
    joined: list[tuple[int, int]] = []
    previous: tuple[int, int] | None = None
    for line in lines:
        if previous and _continues(view, previous, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        previous = line
    return joined


def _continues(view: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the first word of ``following`` would not have fitted on ``line``: the mark of a hard wrap."""
    if (
        width not in _WRAP_WIDTH
        or _BLANK_LINE.search(view, line[1], following[0])
        or _BULLET.match(view[slice(*following)])
    ):
        return False
    first_word = view[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(first_word) > width


def _is_prose(text: str) -> bool:
    words = _words(text)
    if len(words) >= 30:
        return True
    if len(words) < 8 or not _TERMINAL.search(text) or _is_form(text) or _is_navigation(text, outside=False):
        return False
    return not (text.rstrip("\"')").endswith(("?", "!")) and _title_share(words) > 0.6)


def _title(view: str, head: list[tuple[int, int]]) -> int | None:
    """Which paragraph above the story is its headline: the longest that is no menu, byline or date."""
    lengths = {
        number: len(_words(view[start:end]))
        for number, (start, end) in enumerate(head)
        if not (_is_form(view[start:end]) or _is_navigation(view[start:end], outside=False))
    }
    if not lengths:
        return None
    longest = max(lengths, key=lambda number: lengths[number])
    return longest if lengths[longest] >= 3 else None


def _is_form(text: str) -> bool:
    words = _words(text)
    if len(words) > 60:
        return False
    if _pattern("form").search(text) or text.endswith("?*"):
        return True
    called = len(words) <= 25 and _starts_with_call(text) and _pattern("call_targets").search(text)
    return bool(called) or _is_shouted(text, words)


def _is_shouted(text: str, words: list[str]) -> bool:
    """Capitals only, opening with a call to act: no sentence of a story."""
    return text.isupper() and len(words) >= 2 and bool(_starts_with_call(text))


def _is_navigation(text: str, *, outside: bool) -> bool:
    words = _words(text)
    if outside and len(words) <= 5 and _BULLET.match(text):
        return True
    return len(words) <= 20 and bool(_whole("navigation").fullmatch(text.strip(" •·|*")))


def _credit_start(text: str) -> int | None:
    """Where a credit begins in a paragraph: -1 if the whole is one, ``None`` if there is none."""
    if len(_words(text)) > 70:
        return None
    for match in (_slash_credit().search(text), _tail_credit().search(text)):
        if match and _is_picture_line(text[: match.start(1)]):
            return match.start(1) or -1
    return _name_tail(text)


def _is_picture_line(text: str) -> bool:
    """What may stand before a credit: nothing, or one or two sentences."""
    return len(re.findall(r"[.!?](?=\s|$)", text)) <= 3 and len(_words(text)) <= 60


def _name_tail(text: str) -> int | None:
    """A bare name, not a signature, behind one or two sentences and without a full stop of its own."""
    match = re.search(r"""[.!?]['")]*\s+((?=[^\W\d]|[(@])(?:[^.!?]|\.(?=\w))+)$""", text)
    if not match or not 1 <= len(words := _words(match[1])) <= 10 or _title_share(words) < 0.99:
        return None
    return (
        match.start(1) if len(_words(text[: match.start()])) <= 45 and text[: match.start()].count(". ") <= 1 else None
    )


def _is_caption(text: str) -> bool:
    words = _words(text)
    if len(words) > 45:
        return False
    if any_word(lexicon("blocks")["picture_words"]).search(text):
        return len(words) <= 30
    return 4 <= len(words) <= 30 and _is_bare_participle(text)


def _is_bare_participle(text: str) -> bool:
    """A name, perhaps an apposition, then an -ing form and no finite verb: "Jane Roe speaking at a rally."."""
    if not _NAME_THEN_PARTICIPLE.match(text):
        return False
    return not any_word(lexicon("blocks")["finite_verbs"]).search(text) and not _has_past_verb(text)


def _has_past_verb(text: str) -> bool:
    return bool(re.search(r"\b[a-z]{2,}ed\s+(?!by\b)", text))


def _forms_spread(view: str, blocks: list[Block]) -> list[Block]:
    """Short lines that touch a line of a form, without an empty line between them, belong to the form."""
    spread = list(blocks)
    for here in [*range(len(blocks)), *reversed(range(len(blocks)))]:
        for there in (here - 1, here + 1):
            if (
                0 <= there < len(blocks)
                and spread[there].kind == "form"
                and _touches(view, spread[here], spread[there])
            ):
                spread[here] = Block("form", spread[here].start, spread[here].end)
    return spread


def _touches(view: str, block: Block, form: Block) -> bool:
    between = view[min(block.end, form.end) : max(block.start, form.start)]
    text = view[block.start : block.end]
    short = len(_words(text)) <= 25 and (
        block.kind in ("navigation", "headline") or text.isupper() or text.endswith("*")
    )
    return short and not _BLANK_LINE.search(between)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _title_share(words: list[str]) -> float:
    """Share of the words that carry meaning which begin with a capital."""
    heavy = [word for word in words if word.lower() not in lexicon("blocks")["small_words"]]
    return sum(not word[0].islower() for word in heavy) / len(heavy) if heavy else 0.0


def _starts_with_call(text: str) -> re.Match[str] | None:
    return re.match(rf"{any_of(lexicon('blocks')['call_verbs'])}\b", text, re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(lexicon('blocks')[name])}(?!\w)", re.IGNORECASE)


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(any_of(lexicon("blocks")[name]), re.IGNORECASE)


@cache
def _slash_credit() -> re.Pattern[str]:
    """ "Name Name / Facebook" at the end, from the last sentence end on."""
    return re.compile(
        rf"(?:^|(?<=[.!?])\s+|(?<=[.!?]['\")])\s+)([^.!?]{{2,80}}?\s*/\s*(?i:{any_of(lexicon('blocks')['platforms'])}))[.)]?\s*$"
    )


@cache
def _tail_credit() -> re.Pattern[str]:
    """A worded credit at the end: "Photo: Jane Roe", "Jane Roe via Getty Images", "(AP Photo/Jane Roe)"."""
    name = r"(?:[A-ZÀ-Þ][\w.'-]*\s+){0,4}"
    return re.compile(
        rf"(?:^|(?<=[.!?])\s+|(?<=[.!?]['\")])\s+)((?:{name})(?i:{any_of(lexicon('blocks')['credit'])})[.]?)\s*$"
    )
