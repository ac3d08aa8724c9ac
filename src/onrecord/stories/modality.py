"""How a story stands to what it says: hedges, loaded words, and sentences that hold nothing to check.

Everything here is a list of words (``modality.toml``) and an order in which it is tried. No name is ever looked at, so
that who a sentence is about cannot change what comes out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from onrecord.stories.lexicon import any_of, any_word, lexicon
from onrecord.vocabulary import Reason

_CLAUSE_END: Final = re.compile(
    r"""[;:!?…—()]|,(?=\s|["'])|\.(?=\s|["')]|$)|\s–\s|$"""
    r"""|\s(?=(?:but|while|although|though|because|whereas|unless|so that)\s)"""
)
_NUMBER: Final = re.compile(r"\d|\b(?:dozens|hundreds|thousands|millions|billions)\b")
_CAPITALISED: Final = re.compile(r"\b[A-ZÀ-Þ][\w'-]+")
_LONGEST: Final = 2000
"""Characters beyond which a run of text is no sentence; what stands behind them is not read for cues."""
_BY_KIND: Final[dict[str, Reason]] = {"navigation": "boilerplate", "form": "boilerplate", "credit": "photo_credit"}


@dataclass(frozen=True, slots=True)
class Hedge:
    """An epistemic or distancing word. ``scope_hint`` is the rest of its clause; the parse says how far it reaches."""

    start: int
    end: int
    cue: str
    scope_hint: tuple[int, int]


def hedges(view: str, start: int, end: int) -> tuple[Hedge, ...]:
    """The hedging words in ``view[start:end]``, in order."""
    return tuple(
        Hedge(match.start(), match.end(), match[0].lower(), _scope(view, match.end(), end))
        for match in _words("hedges").finditer(view, start, end)
    )


def _scope(view: str, start: int, end: int) -> tuple[int, int]:
    """From the first character after a hedge to the end of its clause."""
    closing = _CLAUSE_END.search(view, start, end)
    right = closing.start() if closing else end
    return min(start + (view[start : start + 1] == " "), right), right


def loaded_terms(view: str, start: int, end: int) -> tuple[str, ...]:
    """The evaluative words in ``view[start:end]`` as worded, each once, in order. They leave the proposition."""
    return tuple(dict.fromkeys(match[0].lower() for match in _words("loaded").finditer(view, start, end)))


def not_checkable_reason(sentence_view: str, kind: str) -> Reason | None:
    """Why a sentence, beyond what any frame reads from it, holds nothing to check; ``None`` if no cue says so.

    ``kind`` is the kind of its block. The reason speaks for the sentence's frame, not for figures, payments or roles
    stated inside it: a frame that fires keeps its claim.
    """
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    text = _without_speech(sentence_view.strip()[:_LONGEST])
    for reason, pattern in _reasons():
        if pattern.search(text):
            return reason
    if _is_bare_loaded_saying(text):
        return "loaded_attribution"
    return "opinion" if _is_bare_judgement(text) else None


def _without_speech(text: str) -> str:
    """The sentence without the words of others: quotations of more than four words, which are claims of their own."""
    return re.sub(r'"[^"]*"', lambda quoted: quoted[0] if quoted[0].count(" ") < 4 else '""', text)


def _is_bare_loaded_saying(text: str) -> bool:
    """ "She even bragged about it": the verb judges, and what was said is not there."""
    return bool(_words("loaded_sayings").search(text)) and not re.search(r"\d", text) and '"' not in text


def _is_bare_judgement(text: str) -> bool:
    """Evaluative words, and neither a name nor a number that a record could be asked about."""
    return bool(_words("loaded").search(text)) and not _NUMBER.search(text) and not _names_someone(text)


def _names_someone(text: str) -> bool:
    """A capitalised word; at the head of the sentence only if it is none of the plain words that open sentences."""
    plain = lexicon("sentences")["starters"]
    return any(word.start() > 0 or _first(word[0]) not in plain for word in _CAPITALISED.finditer(text))


def _first(word: str) -> str:
    return word.lower().split("'")[0]


@cache
def _words(name: str) -> re.Pattern[str]:
    return any_word(lexicon("modality")[name])


@cache
def _reasons() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    """Reasons in the order in which they are tried, each with one pattern."""
    return tuple(
        (cast(Reason, row["reason"]), re.compile(rf"(?<![\w-]){any_of(row['patterns'])}(?!\w)", re.IGNORECASE))
        for row in lexicon("modality")["reasons"]
    )
