"""Reading a story: text in, claims out, every sentence accounted for.

The order of work is that of ``docs/claims.md``: text, names, grammar with names made neutral, figures, quotations,
frames, who says so, hedges; then what is left over, with the reason why it cannot be checked.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from onrecord.stories import modality
from onrecord.stories.arithmetic import reckon
from onrecord.stories.attribution import chain
from onrecord.stories.coreference import Names
from onrecord.stories.frames import timing
from onrecord.stories.frames.counts import counts
from onrecord.stories.frames.elections import elections
from onrecord.stories.frames.events import events
from onrecord.stories.frames.growth import growth
from onrecord.stories.frames.money import money
from onrecord.stories.frames.negation import no_such
from onrecord.stories.frames.quoted import quoted
from onrecord.stories.frames.registers import registers
from onrecord.stories.frames.roles import roles
from onrecord.stories.frames.scene import Draft, Scene, scene_of
from onrecord.stories.frames.ties import ties
from onrecord.stories.mentions import Gazetteer, find_mentions
from onrecord.stories.parse import parse
from onrecord.stories.periods import FoundPeriod, find_periods
from onrecord.stories.quantities import find_quantities
from onrecord.stories.quotations import find_quotations
from onrecord.stories.text import read_text
from onrecord.vocabulary import Attribution, Claim, Period, Reason, Story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.stories.quotations import Quotation
    from onrecord.stories.text import Sentence, Text

FRAMES: Final = (money, elections, registers, ties, roles, growth)
LEFTOVER: Final = 24
"""Words of a sentence that no claim covers are shown on their own from so many characters on."""
SAME_YEAR: Final = ("that year", "the same year", "that same year", "in that year", "in the same year")
STANDING: Final = ("role", "membership", "affiliation", "legal_status")
OWN_DENIAL: Final = ("quotation", "investigation", "registration")
"""Types whose frames know what a denial in their clause denies."""
BLOCK_REASONS: Final[dict[str, Reason]] = {"navigation": "boilerplate", "form": "boilerplate", "credit": "photo_credit"}


@dataclass(frozen=True, slots=True)
class _Found:
    draft: Draft
    scene: Scene


def read_story(raw: str, path: str, gazetteer: Gazetteer | None = None, year: int | None = None) -> Story:
    """Read one story. ``raw`` is its text as in the file.

    A date without a year is taken to be in ``year``, or else in the year of the story's own date line, if it has one.
    """
    text = read_text(raw)
    mentions = find_mentions(text, gazetteer or Gazetteer())
    parsed = parse(text, mentions)
    names = Names(mentions, parsed)
    published = _published(text)
    year = year or (int(published[:4]) if published else None)
    quantities, periods = find_quantities(text.view), _in_context(find_periods(text.view, year))
    quotations = find_quotations(text)
    found: list[_Found] = []
    for sentence in parsed:
        if sentence.sentence.block.kind in ("body", "caption"):
            scene = scene_of(text, sentence, quantities, periods, names)
            found += [_Found(d, scene) for d in _settled(_drafts(scene, quotations), scene, quotations)]
    claims = [_claim(f, quotations) for f in found] + list(
        _silent(replace(text, view=names.masked(text.view)), [f.draft for f in found])
    )
    numbered = _numbered(claims)
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    return Story(path, digest, len(raw), numbered, reckon(numbered), _title(text), published)


def _title(text: Text) -> str | None:
    block = next((b for b in text.blocks if b.kind == "headline"), None)
    return text.raw[block.start : block.end].strip() if block else None


def _published(text: Text) -> str | None:
    """The day in the lines above or below the story that give one ("Published Nov. 12, 2031"), as an ISO date."""
    for block in (b for b in text.blocks if b.kind == "navigation"):
        for found in find_periods(text.view[block.start : block.end]):
            if len(day := found.period.date_from or "") == len("2031-11-12"):
                return day
    return None


def _in_context(periods: Sequence[FoundPeriod]) -> list[FoundPeriod]:
    """Periods in reading order, "that year" being the year named last."""
    settled: list[FoundPeriod] = []
    for found in periods:
        if found.period.text.lower() in SAME_YEAR and (named := [p for p in settled if p.period.date_from]):
            year = (named[-1].period.date_from or "")[:4]
            found = replace(found, period=replace(found.period, date_from=year, date_to=year))
        settled.append(found)
    return settled


def _drafts(scene: Scene, quotations: Sequence[Quotation]) -> list[Draft]:
    drafts = list(quoted(scene, quotations))
    for frame in FRAMES:
        drafts += frame(scene)
    drafts += counts(scene, drafts)
    return [*drafts, *events(scene)]


def _settled(drafts: Sequence[Draft], scene: Scene, quotations: Sequence[Quotation]) -> list[Draft]:
    """Drafts that stand: not said inside a quotation, not supposed, and each proposition once."""
    kept: list[Draft] = []
    for draft in drafts:
        start, end = _tight(scene.text.view, draft.start, draft.end)
        draft = replace(draft, start=start, end=end, negated=draft.negated or _denied(draft, scene))
        if draft.end <= draft.start or _inside_speech(draft, quotations) or _supposed(draft, scene):
            continue
        if not any(_repeats(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _denied(draft: Draft, scene: Scene) -> bool:
    """Whether the clause that a claim is read from is denied as a whole, whatever the frame took from it."""
    if draft.type in OWN_DENIAL:
        return False
    if no_such(scene.parsed, draft.verb):
        return True
    return any(c.negated for c in scene.clauses if c.verb.i == draft.verb.i)


def _tight(view: str, start: int, end: int) -> tuple[int, int]:
    """Without white space and commas at the ends; a bracket opened inside is closed inside."""
    while start < end and view[start] in " ,;:—–-\n)":
        start += 1
    while end > start and view[end - 1] in " ,;:—–-\n(":
        end -= 1
    if (definition := re.match(r" \([A-Z][A-Za-z]{1,8}\)", view[end:])) is not None:
        end += definition.end()
    if view[start:end].count("(") > view[start:end].count(")") and view[end : end + 1] == ")":
        end += 1
    return start, end


def _inside_speech(draft: Draft, quotations: Sequence[Quotation]) -> bool:
    return draft.type != "quotation" and any(
        q.kind == "speech" and q.start <= draft.start and draft.end <= q.end for q in quotations
    )


SUPPOSING: frozenset[Reason] = frozenset(("counterfactual", "prediction", "rhetorical_question"))


def _supposed(draft: Draft, scene: Scene) -> bool:
    """Whether the sentence only supposes what it says: a prediction, a question, a contrary-to-fact."""
    view = scene.names.masked(scene.text.view)
    if draft.type == "quotation":
        return False
    if view[draft.start : draft.end].count('"') % 2:
        return True
    reason = modality.not_checkable_reason(view[scene.parsed.sentence.start : scene.parsed.sentence.end], "body")
    if reason in ("counterfactual", "rhetorical_question"):
        return True
    own = modality.not_checkable_reason(view[draft.start : draft.end], "body")
    if draft.weak:
        return own is not None
    return own in SUPPOSING and draft.quantity is None and draft.type != "registration"


def _repeats(draft: Draft, other: Draft) -> bool:
    """Whether a draft says over what a draft of an earlier frame has said."""
    shared = min(draft.end, other.end) - max(draft.start, other.start)
    if shared <= 0:
        return False
    together = max(draft.end, other.end) - min(draft.start, other.start)
    if draft.type == other.type:
        return _slots(draft) == _slots(other) or shared > 0.8 * together
    if draft.weak:
        return shared > 0.5 * min(draft.end - draft.start, other.end - other.start)
    if draft.quantity is not None and other.quantity is not None and draft.quantity.text == other.quantity.text:
        return True
    return shared > 0.8 * together


def _slots(draft: Draft) -> tuple[object, ...]:
    return draft.subject, draft.relation, draft.object, draft.quantity


def _claim(found: _Found, quotations: Sequence[Quotation]) -> Claim:
    draft, scene = found.draft, found.scene
    view = scene.names.masked(scene.text.view)
    return Claim(
        id="",
        start=draft.start,
        end=draft.end,
        text=scene.text.raw[draft.start : draft.end],
        type=draft.type,
        subject=draft.subject,
        relation=draft.relation,
        object=draft.object,
        quantity=draft.quantity,
        period=_period(draft, scene, quotations),
        place=draft.place,
        attribution=_said_by(draft, scene, quotations),
        hedged=draft.type != "quotation" and bool(modality.hedges(view, draft.start, draft.end)),
        negated=draft.negated,
        loaded_terms=modality.loaded_terms(view, draft.start, draft.end),
        settled_by=settled_by()[draft.type],
        candidates=draft.candidates,
        words=draft.words,
        said_of=draft.said_of,
    )


def _in_passing(draft: Draft) -> bool:
    """Whether a claim is a noun put beside a name ("X's director Ann Lee"): its sentence says other things."""
    return draft.type in STANDING and draft.verb.pos not in ("VERB", "AUX")


def _period(draft: Draft, scene: Scene, quotations: Sequence[Quotation]) -> Period | None:
    """The time of a claim; a time inside the words of a quotation is not when they were said."""
    spoken = [(q.start, q.end) for q in quotations] if draft.type == "quotation" else []
    open_to = [p for p in scene.periods if not any(s <= p.start and p.end <= e for s, e in spoken)]
    found = timing.time_of(scene, draft, open_to) or (open_to[0] if spoken and len(open_to) == 1 else None)
    return found.period if found is not None else None


def _said_by(draft: Draft, scene: Scene, quotations: Sequence[Quotation]) -> tuple[Attribution, ...]:
    if draft.type == "quotation":
        cue = next((q.cue for q in quotations if draft.start <= q.start < draft.end and q.cue), None)
        return (Attribution(draft.subject, cue or "quotation marks", "person" if draft.subject else "unnamed"),)
    if _in_passing(draft):
        return ()  # in the story's own voice
    return chain(scene.parsed, draft.verb, scene.names)


@cache
def settled_by() -> dict[str, tuple[str, ...]]:
    """The records that would settle a claim, by claim type (``settles.toml``)."""
    text = resources.files("onrecord.stories").joinpath("settles.toml").read_text(encoding="utf-8")
    return {kind: tuple(records) for kind, records in tomllib.loads(text).items()}


def _silent(text: Text, drafts: Sequence[Draft]) -> Iterator[Claim]:
    """Every part of the story that holds no claim, with the reason why it cannot be checked."""
    for start, end, kind in _runs_of_blocks(text):
        yield _not_checkable(text, start, end, BLOCK_REASONS[kind])
    for sentence in text.sentences:
        if sentence.block.kind not in BLOCK_REASONS:
            yield from _silent_parts(text, sentence, drafts)


def _runs_of_blocks(text: Text) -> Iterator[tuple[int, int, str]]:
    """Neighbouring blocks of site furniture as one span."""
    run: tuple[int, int, str] | None = None
    for block in text.blocks:
        if run is not None and run[2] == block.kind and block.kind != "credit":
            run = (run[0], block.end, run[2])
            continue
        if run is not None:
            yield run
        run = (block.start, block.end, block.kind) if block.kind in BLOCK_REASONS else None
    if run is not None:
        yield run


def _silent_parts(text: Text, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Claim]:
    covering = sorted((d.start, d.end) for d in drafts if d.start < sentence.end and sentence.start < d.end)
    if not covering:
        words = text.view[sentence.start : sentence.end]
        reason = modality.not_checkable_reason(words, sentence.block.kind) or _default(words)
        yield _not_checkable(text, sentence.start, sentence.end, reason)
        return
    at = sentence.start
    for start, end in [*covering, (sentence.end, sentence.end)]:
        left, right = _tight(text.view, at, max(at, start))
        if right - left >= LEFTOVER:
            why = modality.not_checkable_reason(text.view[left:right], sentence.block.kind)
            if why is not None:
                yield _not_checkable(text, left, right, why)
        at = max(at, end)


def _default(words: str) -> Reason:
    """Why a sentence that no frame reads and no cue explains is left: it names nobody, or nothing to measure."""
    return "no_measure" if re.search(r"\bXx", words) else "no_subject"


def _not_checkable(text: Text, start: int, end: int, reason: Reason) -> Claim:
    return Claim(
        id="", start=start, end=end, text=text.raw[start:end], type="other", checkable=False, reason=reason,
        hedged=bool(modality.hedges(text.view, start, end)), loaded_terms=modality.loaded_terms(text.view, start, end),
    )  # fmt: skip


def _numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    ordered = sorted(claims, key=lambda c: (c.start, -c.end, c.type))
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(ordered, 1))
