"""What somebody is quoted as saying: that the words were said is one claim, what they say is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.negation import is_negated
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.parse import Token
    from onrecord.stories.quotations import Quotation

OF_WORDS = re.compile(r"(?:is|was|are|were|came|comes)\b")
NOT_WHAT = re.compile(r",? (?:is|was|are|were)(?:n't| not| never) ")
FRAGMENT_WORDS = 5
"""A quotation of at most so many words is part of a clause of the story, and the claim is that clause."""
WITH_CUE = 1.5
"""A longer quotation takes its cue and speaker into the claim where these add at most half its length."""


def quoted(scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """One claim for each quotation of a sentence; fragments of one clause are one claim."""
    sentence = scene.parsed.sentence
    done: list[tuple[int, int]] = []
    for quotation in quotations:
        if not (sentence.start <= quotation.start < sentence.end) or quotation.kind != "speech":
            continue
        start, end = _span(scene, quotation)
        if _nobody(scene, quotation) or any(a <= start and end <= b for a, b in done):
            continue
        done.append((start, end))
        anchor = scene.parsed.at(quotation.cue_start if quotation.cue_start is not None else quotation.start)
        verb = anchor or scene.parsed.at(quotation.start + 1) or scene.parsed.tokens[0]
        speaker, candidates = _speaker(scene, quotation)
        if speaker is None and not candidates and (only := _only_person(scene, quotation)) is not None:
            speaker, candidates = scene.who(only)
            start, end = min(start, only.start), max(end, only.end)
        inside = scene.figures(quotation.start, quotation.end)
        yield Draft(
            start, end, "quotation", verb, speaker, "said", quotation.venue,
            inside[0].quantity if inside else None, _denied(scene, quotation), None, candidates,
            words=quotation.words, said_of=quotation.said_of,
        )  # fmt: skip


def _denied(scene: Scene, quotation: Quotation) -> bool:
    """ "Lee did not say, …": whether the clause of the cue is denied."""
    if NOT_WHAT.match(scene.text.view[quotation.end : scene.parsed.sentence.end]):
        return True
    if quotation.cue_start is None:
        return False
    cue = next((c for c in scene.clauses if c.verb.start <= quotation.cue_start < c.verb.end), None)
    if cue is None:
        return False
    above, outer = cue.verb, scene.parsed[cue.verb.head]  # "… is not what Lee said"
    said = outer.lemma == "be" and above.dep in ("ccomp", "attr", "csubj", "nsubj", "relcl", "advcl")
    return cue.negated or (said and is_negated(scene.parsed, outer))


def _only_person(scene: Scene, quotation: Quotation) -> Token | None:
    """The one person whom a sentence names around whole words of speech: "Lee's words on it: …", "… is how Lee put it".

    Only where the words are led in by a colon, or are what the sentence is about; else who spoke stays open.
    """
    view, sentence = scene.text.view, scene.parsed.sentence
    before, after = view[sentence.start : quotation.start].rstrip(), view[quotation.end : sentence.end].lstrip()
    led_in = before.endswith(":") or (not before and OF_WORDS.match(after) is not None)
    named = {t.mention.name: t for t in scene.parsed if t.mention is not None and t.mention.kind == "person"}
    outside = [t for t in named.values() if not quotation.start <= t.start < quotation.end]
    return outside[0] if led_in and quotation.speaker_start is None and len(outside) == 1 else None


def _nobody(scene: Scene, quotation: Quotation) -> bool:
    """Words put into the mouth of people in general ("hailed by supporters as …"): there is nobody to ask."""
    if (
        quotation.speaker is None
        or quotation.speaker_start is None
        or quotation.venue
        or len(quotation.words.split()) > FRAGMENT_WORDS
    ):
        return False
    end = quotation.speaker_end or quotation.speaker_start
    inside = [t for t in scene.parsed if quotation.speaker_start <= t.start < end]
    return not any(t.mention or t.pos == "PRON" for t in inside) and any(t.tag == "NNS" for t in inside)


def _speaker(scene: Scene, quotation: Quotation) -> tuple[str | None, tuple[str, ...]]:
    """The speaker's name where the quoted phrase holds one, else what the phrase refers to."""
    if quotation.speaker_start is None or quotation.speaker_end is None:
        return None, ()
    inside = [t for t in scene.parsed if quotation.speaker_start <= t.start < quotation.speaker_end]
    named = next((t for t in reversed(inside) if t.mention and t.mention.kind == "person"), None)
    if named is not None and named.mention is not None:
        return named.mention.name, ()
    heads = [t for t in inside if not any(t.head == o.i for o in inside if o.i != t.i)]
    for token in heads:
        name, candidates = scene.who(token)
        if name or candidates:
            return name, candidates
    return quotation.speaker, ()


def _length(scene: Scene, start: int, end: int) -> int:
    """Words between two offsets; a name is one word, however long it is."""
    return sum(start <= t.start < end for t in scene.parsed)


def _span(scene: Scene, quotation: Quotation) -> tuple[int, int]:
    if len(quotation.words.split()) <= FRAGMENT_WORDS:
        around = [c for c in scene.clauses if c.start <= quotation.start and quotation.end <= c.end + 2]
        by_cue = [
            c for c in around if quotation.cue_start is not None and c.verb.start <= quotation.cue_start < c.verb.end
        ]
        best = by_cue or sorted(around, key=lambda c: c.end - c.start)
        if best:
            return best[0].start, max(best[0].end, quotation.end)
        start, end = quotation.phrase
        return start, end
    start, end = quotation.phrase
    inside = _length(scene, quotation.start, quotation.end)
    if _length(scene, start, end) <= WITH_CUE * inside and start >= scene.parsed.sentence.start:
        return start, end
    return quotation.start, quotation.end
