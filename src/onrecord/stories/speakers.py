"""Who is said to have said a quotation: the cue, the speaker, the venue, and what the words are put on.

Surface only: patterns over capitals, determiners and verbs of saying. What is found is a span of the story; who that
is, other modules decide. In doubt there is a cue and no speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.stories.lexicon import any_of, lexicon
from onrecord.stories.noun_phrases import NAME, Span, after_openings, first_phrase, forward, last_phrase, phrase_at
from onrecord.stories.venues import venue

REACH: Final = 170
"""Characters between a cue and a quotation to its right beyond which the cue is not taken to introduce it."""

_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$")
_IN_THEIR_WORDS: Final = frozenset({"according to", "in the words of"})


@dataclass(frozen=True, slots=True)
class Context:
    """Where to look: from ``left`` up to the quotation, and from its ``end`` up to ``right``.

    ``sentence`` is where the sentence begins that holds the opening mark; ``inherited`` is the speaker of the quotation
    before it in that sentence.
    """

    sentence: int
    left: int
    start: int
    end: int
    right: int
    inherited: Span | None = None


@dataclass(frozen=True, slots=True)
class Attributed:
    """A cue, the span of the speaker (``None``: the story names none), the venue and what the words are said of."""

    cue: str
    cue_start: int
    cue_end: int
    speaker: Span | None
    venue: str | None
    said_of: str | None
    loaded: bool


def attribute(view: str, context: Context) -> Attributed | None:
    """The attribution of one quotation, from what follows it ("... said Jane Roe"), else from what leads up to it."""
    return _after(view, context) or _before(view, context) or _colon(view, context)


# ── behind the quotation ─────────────────────────────────────────────────────────────────────────────────────────


def _after(view: str, context: Context) -> Attributed | None:
    match = _inverted().match(view, context.end, context.right)
    if not (match and match["cue"].lower() in _IN_THEIR_WORDS):
        if view[context.end - 2] not in ",?!.—-" and view[context.end : context.end + 1] not in ",—":
            return None
        match = match or _direct().match(view, context.end, context.right)
    if match is None:
        return _dash(view, context)
    if match["cue"].lower().endswith("ing"):
        return None
    return _attributed(view, context, match.span("cue"), _named(view, match.span("phrase")), None)


def _dash(view: str, context: Context) -> Attributed | None:
    """A dash and a name with nothing behind: how mottoes and letters are signed."""
    match = re.compile(rf"\s*([—–-]+)\s*({NAME})(?:,[^.!?]*)?\s*$").match(view, context.end, context.right)
    return _attributed(view, context, match.span(1), match.span(2), None) if match else None


def _named(view: str, span: Span) -> Span:
    """A name in apposition is the better speaker: "the group's director, Jane Roe" is Jane Roe."""
    name = re.compile(rf",\s+({NAME})(?=,|\.|\s*$)").match(view, span[1])
    return name.span(1) if name and not view[span[0]].isupper() else span


# ── before the quotation ─────────────────────────────────────────────────────────────────────────────────────────


def _before(view: str, context: Context) -> Attributed | None:
    cue = _last_cue(view, context)
    if cue is None:
        return None
    between = view[cue[1] : context.start]
    speaker = _speaker_before(view, context, cue, between)
    said_of = _passive_subject(view, context, cue) or _said_of(view[slice(*cue)].lower(), between)
    return _attributed(view, context, cue, speaker, said_of)


def _last_cue(view: str, context: Context) -> Span | None:
    """The nearest verb of saying to the left that is no noun, no mere possibility, and reaches the quotation."""
    for match in reversed(list(_cues().finditer(view, context.left, context.start))):
        between = view[match.end() : context.start]
        before = view[max(context.sentence, match.start() - 60) : match.start()]
        if len(between) > REACH or re.search(r"[;—]|\s–\s", between) or _is_noun(before, match[0]):
            continue
        if _possibility().search(before):
            return None
        if _introduces(match[0].lower(), between):
            return match.span()
    return None


def _is_noun(before: str, cue: str) -> bool:
    if cue.lower() not in _set("noun_forms"):
        return False
    return bool(re.search(r"(?:\b(?:the|an?|its|their|his|her|own|of|to|these|those|such)|'s|[a-z]s')\s+$", before))


def _introduces(cue: str, between: str) -> bool:
    if cue in _set("as_only"):
        return bool(re.search(r"\bas\b", between))
    return cue not in _set("name") or len(between.split()) <= 9


def _said_of(cue: str, between: str) -> str | None:
    """What stands between the verb and "as", or between a naming verb and the quotation."""
    if (cue in _set("as_only") or cue in _set("as_too")) and (match := _as().match(between)):
        return _cleaned(match[1])
    if cue in _set("name") and not re.match(r"\s*(?:for|on|upon)\b", between):
        return _cleaned(between)
    if match := re.match(r"\s+about\s+(.+?)\s*$", between):
        return _cleaned(match[1])
    return None


def _passive_subject(view: str, context: Context, cue: Span) -> str | None:
    """What a passive puts the words on: "the plan was described by X as ..."."""
    passive = _PASSIVE.search(view[context.left : cue[0]])
    if passive is None or view[slice(*cue)].lower().endswith("ing"):
        return None
    head = _bare(view[context.left : context.left + passive.start()])
    found = last_phrase(view, context.left, context.left + len(head))
    return _cleaned(view[slice(*found)]) if found else None


def _cleaned(text: str) -> str | None:
    """``text`` without a dangling article; nothing if only a small word is left."""
    text = re.sub(r"\s+(?:an?|the)$", "", text.strip(" ,:"))
    return (
        text
        if text
        and not re.fullmatch(r"(?:an?|the|that|to|in|for|his|her|its|their|himself|wh\w+(?:'s)?)", text, re.IGNORECASE)
        else None
    )


def _speaker_before(view: str, context: Context, cue: Span, between: str) -> Span | None:
    if view[slice(*cue)].lower() in _IN_THEIR_WORDS:
        return phrase_at(view, cue[1], context.start)
    if by := re.compile(r"\s+by\s+").match(view, cue[1]):
        return phrase_at(view, by.end(), context.start)
    if re.match(r"\s+as\b", between) and _PASSIVE.search(view[context.sentence : cue[0]]):
        return None
    return _subject(view, context, cue)


def _subject(view: str, context: Context, cue: Span) -> Span | None:
    """The subject of the verb at ``cue``, seen through adverbs, appositions and relative clauses."""
    before = view[context.left : cue[0]]
    head = _bare(before)
    end = context.left + len(head)
    participle = view[slice(*cue)].lower().endswith("ing") and not _PASSIVE.search(before)
    if participle or not head or re.search(r"(?:\b(?:and|but|or|then|by|of|while)|[—–:])$", head):
        return context.inherited or first_phrase(view, context.sentence, cue[0])
    if head.endswith(","):
        return _before_apposition(view, context, end) or context.inherited
    if relative := re.search(r",?\s+(?:who|that|which)$", head):
        return _antecedent(view, context.left, context.left + relative.start())
    return last_phrase(view, context.left, end) or context.inherited or first_phrase(view, context.sentence, cue[0])


def _bare(head: str) -> str:
    """``head`` without the adverbs and auxiliaries at its end."""
    return _adverbs_at_end().sub("", head.rstrip()).rstrip()


def _before_apposition(view: str, context: Context, end: int) -> Span | None:
    """The phrase before a pair of commas: "Jane Roe, who leads the group," is Jane Roe."""
    start = after_openings(view, context.left, end)
    commas = [comma.start() for comma in re.compile(",").finditer(view, start, end)]
    names = (last_phrase(view, start, comma, name_only=True) for comma in commas[:-1])
    return next(filter(None, names), None) or (last_phrase(view, start, commas[0]) if commas else None)


def _antecedent(view: str, start: int, end: int) -> Span | None:
    """What "who" or "that" stands for; "X (Y) - a group that ..." is X, not "a group"."""
    found = last_phrase(view, start, end)
    if found is None or not re.match(r"an?\s", view[found[0] :]):
        return found
    before = view[start : found[0]].rstrip()
    if before.endswith((",", "—", "–", "-")):
        return last_phrase(view, start, start + len(before) - 1, name_only=True) or found
    return found


def _colon(view: str, context: Context) -> Attributed | None:
    """A name and a colon, with nothing else before the mark."""
    match = re.compile(rf"\s*({NAME})\s*(:)\s*$").match(view, context.left, context.start)
    return _attributed(view, context, match.span(2), match.span(1), None) if match else None


# ── cue and patterns ─────────────────────────────────────────────────────────────────────────────────────────────


def _attributed(view: str, context: Context, cue: Span, speaker: Span | None, said_of: str | None) -> Attributed:
    word = view[slice(*cue)]
    where = venue(view[context.left : context.start]) or venue(view[context.end : context.right])
    return Attributed(word, *cue, speaker, where, said_of, _is_loaded(view, context, cue, word.lower()))


def _is_loaded(view: str, context: Context, cue: Span, word: str) -> bool:
    """The verb judges its speaker, or an adverb beside it does, or the verb does that a participle goes on from."""
    if word in _set("loaded") or _loaded_adverb().search(view, max(0, cue[0] - 40), cue[0]):
        return True
    return word.endswith("ing") and bool(_loaded().search(view, context.sentence, context.start))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(lexicon("quotations")[name])


@cache
def _list(*names: str) -> str:
    return any_of(word for name in names for word in lexicon("quotations")[name])


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_list('say', 'loaded', 'as_only', 'name')}(?![\w-])", re.IGNORECASE)


@cache
def _possibility() -> re.Pattern[str]:
    """What could or would be said was not said."""
    return re.compile(rf"\b{_list('modals')}\s+(?:(?:be|have|been|also|even|not|only|\w+ly)\s+)*$", re.IGNORECASE)


@cache
def _adverb() -> str:
    return rf"(?:{_list('auxiliaries')}|\w+ly)"


@cache
def _adverbs_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:^|\s+){_adverb()})+$")


@cache
def _speech() -> str:
    return rf"(?P<cue>(?i:{_list('say', 'loaded')}))"


@cache
def _inverted() -> re.Pattern[str]:
    return re.compile(rf"\s*[,—–-]*\s*(?:{_adverb()}\s+)?{_speech()}\s+{forward()}")


@cache
def _direct() -> re.Pattern[str]:
    apposition = r"(?:,[^,\"]{3,90}(?:,[^,\"]{2,60})?,)?"
    return re.compile(rf"\s*[,—–-]*\s*{forward()}{apposition}\s+(?:{_adverb()}\s+){{0,3}}{_speech()}\b")


@cache
def _as() -> re.Pattern[str]:
    """What stands before "as", past "by X"."""
    article = r"(?:(?:an?|the|its|their|his|her|being)\s+)?"
    return re.compile(rf"\s*(?:by\s[^,]*?\s)?(.*?)\s*\bas\s+{article}[\w\s-]{{0,30}}$")


@cache
def _loaded() -> re.Pattern[str]:
    return re.compile(rf"\b{_list('loaded')}\b", re.IGNORECASE)


@cache
def _loaded_adverb() -> re.Pattern[str]:
    return re.compile(rf"\b{_list('loaded_adverbs')}\s+(?:\w+\s+)?$", re.IGNORECASE)
