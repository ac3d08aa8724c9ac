"""A claim as a sentence: in the story's own voice, or wrapped in who says so, where the two go together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.grammar import expand
from onrecord.synth.stories.telling import Claim, Source
from onrecord.synth.stories.wording import wordings

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from onrecord.synth.stories.compose import Worded
    from onrecord.synth.stories.grammar import Expansion
    from onrecord.synth.stories.phrasings import Phrasing, Phrasings
    from onrecord.synth.stories.telling import Manner, Telling

BARE: Final = 0.45
"""Share of claims that a story states in its own voice."""
OF_WORDS: Final = ("", "outlet", "records")
"""Kinds of source that a quotation may be wrapped in: its speaker says it already."""
_TRIES: Final = 6
_HERE: Final = "\ue010"
_QUOTED: Final = re.compile('[“"][^“”"]*[”"]')


def sentence(
    claim: Worded,
    manner: Manner,
    phrasings: Phrasings,
    draw: random.Random,
    *,
    first: bool = False,
    from_outlet: str | None = None,
) -> tuple[str, Claim]:
    """A claim as a sentence with its place in it. The ``first`` of a story joins on to nothing before it;
    ``from_outlet`` names the outlet that it was taken from, if the claim can be wrapped at all."""
    wrapper, around, source = _around(claim, manner, phrasings, draw, first=first, from_outlet=from_outlet)
    at = around.text.find(_HERE)
    text = around.text.replace(_HERE, claim.clause.text)
    text, start, end = punctuated(text, at + claim.clause.start, at + claim.clause.end)
    text, end = closed(text, end)
    loaded = (*claim.phrasing.loaded, *(wrapper.loaded if wrapper else ()))
    return text, Claim(
        start, end, "", claim.told, claim.due, (source,) if source else (),
        claim.phrasing.hedged or (wrapper is not None and wrapper.hedged), present(loaded, text), None,
        claim.phrasing.where,
    )  # fmt: skip


def present(loaded: Sequence[str], text: str) -> tuple[str, ...]:
    """Those of the evaluative words that a text does hold: a phrasing lists the words of all its alternatives."""
    said = _level(text)
    return tuple(word for word in dict.fromkeys(loaded) if re.search(rf"(?<!\w){re.escape(_level(word))}(?!\w)", said))


def _level(text: str) -> str:
    return text.lower().replace("’", "'").replace("‘", "'")


# ── what goes together ───────────────────────────────────────────────────────────────────────────────────────────────


def stands_alone(claim: Worded) -> bool:
    """Whether a clause is no sentence that another could take up: a caption, a list, a question, or has a colon."""
    return claim.phrasing.alone or re.search("[:;?]", _QUOTED.sub("", claim.clause.text)) is not None


def has_lead_in(clause: Expansion) -> bool:
    """Whether a clause begins with words of its own before the claim ("for the record, …")."""
    return clause.start > 0 or clause.text.lower().startswith(tuple(wordings()["lead_ins"]))


def fits(wrapper: Phrasing, around: str, claim: Worded) -> bool:
    """Whether a wrapper, as worded (with the mark of the clause's place in it), suits a claim."""
    before, _, after = around.partition(_HERE)
    words = (before + after).lower()
    table = wordings()
    if not words.strip():
        return True
    if stands_alone(claim) or (before and has_lead_in(claim.clause)):
        return False
    vouches = wrapper.tag == "records" or any(word in words for word in table["assuring"])
    if claim.phrasing.hedged and (wrapper.hedged or vouches):
        return False
    if any(word in words for word in table["of_figures"]) and claim.told.amount is None:
        return False
    return claim.told.type != "quotation" or wrapper.tag in OF_WORDS


def _around(
    claim: Worded, manner: Manner, phrasings: Phrasings, draw: random.Random, *, first: bool, from_outlet: str | None
) -> tuple[Phrasing | None, Expansion, Source | None]:
    """A wrapper that suits the claim, worded, and the source that it names; the bare clause where none does."""
    found = phrasings.wrapping(manner.style, manner.tone, "outlet" if from_outlet else None)
    bare = stands_alone(claim) or (from_outlet is None and draw.random() < BARE)
    for _ in range(0 if bare or not found else _TRIES):
        wrapper = draw.choice(found)
        name = from_outlet or _source_name(wrapper.tag, claim.told, draw)
        fills: dict[str, str | None] = dict.fromkeys(("clause", "clause_low", "Clause"), _HERE)
        fills |= {"source": name, "Source": name[:1].upper() + name[1:]}
        around = expand(wrapper.parts, fills, draw, wrapper.where)
        joins = wrapper.tag == "" and not wrapper.hedged and around.text != _HERE
        if (first and joins) or not fits(wrapper, around.text, claim):
            continue
        told_by = name if around.used & {"source", "Source"} else None
        return wrapper, around, Source(told_by, wrapper.cue, wrapper.tag) if wrapper.tag else None  # type: ignore[arg-type]
    return None, expand((_HERE,), {}, draw, "bare"), None


def _source_name(kind: str, told: Telling, draw: random.Random) -> str:
    """A printed source of this kind; records are named after the register that the claim is about."""
    sources = wordings()["sources"]
    if kind == "records":
        return str(draw.choice(sources["records"][told.statement.record or "casebook"]))
    if kind == "person":
        names = wordings()["authors"]
        return f"{draw.choice(names['given'])} {draw.choice(names['family'])}"
    if kind == "organization":
        return str(draw.choice(sources["organization"]))
    return str(draw.choice(sources.get(kind) or sources["unnamed"]))


# ── marks ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def punctuated(text: str, start: int, end: int) -> tuple[str, int, int]:
    """A text with every comma inside the closing quotation mark before it, as American style has it, and the place of
    the claim in the text made so. A claim that ends with the mark takes the comma in."""
    for found in re.finditer('[”"],', text):
        at = found.start()
        # One character for one: the mark and the comma change places, and nothing else moves.
        text = f"{text[:at]},{text[at]}{text[at + 2 :]}"
        end += end == at + 1
    return text, start, end


def closed(text: str, end: int) -> tuple[str, int]:
    """A sentence with a capital and an end mark; ``end`` is moved along where the mark falls within a quotation."""
    text = text[:1].upper() + text[1:] if text[:1].islower() else text
    if text.endswith((".", "!", "?", "…")):
        return text, end
    if text.endswith(("”", '"')) and text[-2:-1] not in (".", "!", "?", "…"):
        return f"{text[:-1]}.{text[-1]}", end + (end == len(text))
    return (text, end) if text.endswith(("”", '"')) else (f"{text}.", end)
