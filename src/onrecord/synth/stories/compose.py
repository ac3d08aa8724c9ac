"""A claim in words: a phrasing of its type, relation, style and tone, its slots filled, and the verdict then due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.expected import due, holds
from onrecord.synth.stories.figures import as_printed
from onrecord.synth.stories.grammar import Expansion, expand
from onrecord.synth.stories.names import full_name, possessive
from onrecord.synth.stories.variants import NEEDS
from onrecord.synth.stories.wording import wordings

if TYPE_CHECKING:
    import random

    from onrecord.synth.stories.ground import Ground
    from onrecord.synth.stories.names import Naming
    from onrecord.synth.stories.phrasings import Phrasing, Phrasings
    from onrecord.synth.stories.telling import Due, Manner, Telling

TWO_PARTIES: Final = frozenset((
    "payment", "contribution", "grant", "independent_expenditure", "role", "membership", "affiliation", "collaboration",
    "endorsement", "shared_attribute", "founding", "investigation",
))  # fmt: skip
"""Types that say nothing unless both parties are named."""
DATED: Final = frozenset(("registration", "follower_growth"))
"""Types whose period is always told: without it they ask another question."""
LAW: Final = "Foreign Agents Registration Act"
_TRIES: Final = 8


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim in words, before it has its place. The clause's span is the claim within it."""

    told: Telling
    due: Due
    clause: Expansion
    phrasing: Phrasing


# ── one claim in words ───────────────────────────────────────────────────────────────────────────────────────────────


def worded(
    told: Telling, manner: Manner, phrasings: Phrasings, naming: Naming, ground: Ground, draw: random.Random
) -> Worded | None:
    """``told`` in a phrasing of its type, relation, style and tone; None where the set has none that can say it."""
    choices = phrasings.of(told.type, told.relation, manner.style, manner.tone, negated=told.negated)
    # A story does not say two things in the same words, as long as its set has others.
    choices = tuple(p for p in choices if p.where not in naming.spent) or choices
    for _ in range(_TRIES if choices else 0):
        phrasing = draw.choice(choices)
        fills = _fills(told, manner, naming, ground, draw)
        if any(fills.get(slot) is None and f"{{{slot}}}" in phrasing.text for slot in _MUST):
            continue
        clause = expand(phrasing.parts, fills, draw, phrasing.where)
        if is_clumsy(clause.text):
            continue
        said = told.only(clause.used)
        if not _says_enough(told, said, clause.used):
            continue
        # What the wording leaves out may make a false claim true ("gave $5,000", in whatever year).
        if not (said.variant.startswith("false") and holds(said, ground)):
            naming.spent.add(phrasing.where)
            naming.printed_in(clause.text, [who for who in (said.subject, said.object) if who])
            return Worded(said, due(said, ground), clause, phrasing)
    return None


_MUST: Final = ("subject", "subject's", "object", "object's", "amount", "start", "words", "said_of", "country")
"""Slots without which a sentence falls apart; a period or a place may be left out."""


def is_clumsy(text: str) -> bool:
    """Whether a slot came out wrong beside its neighbours: "at at least", "a more than $5,000 gift"."""
    return re.search("|".join(wordings()["clumsy"]), text, re.IGNORECASE) is not None


def _says_enough(told: Telling, said: Telling, used: frozenset[str]) -> bool:
    """Whether the wording left in what makes the claim what it is, and what makes it false."""
    if said.subject is None and told.type not in ("count", "turnout", "percentage"):
        return False
    if told.object is not None and said.object is None and told.type in TWO_PARTIES:
        return False
    if told.variant == "false_party" and (said.subject, said.object) != (told.subject, told.object):
        return False
    return used >= NEEDS.get(told.variant, frozenset())


def _fills(told: Telling, manner: Manner, naming: Naming, ground: Ground, draw: random.Random) -> dict[str, str | None]:
    """What every slot says."""
    subject = naming.printed(told.subject, draw) if told.subject else None
    object_ = naming.printed(told.object, draw) if told.object else None
    if object_ and told.type == "event" and object_[:1].islower():
        object_ = f"{'an' if object_[0] in 'aeiou' else 'a'} {object_}"
    period = told.period.text if told.period else None
    if told.type not in DATED and told.variant != "false_year" and draw.random() < 0.2:
        period = None
    country = next((entry.country for entry in ground.registered(told.subject)), None)
    return {
        "subject": subject,
        "object": object_,
        "subject's": possessive(subject.partition(" (")[0]) if subject else None,
        "object's": possessive(object_.partition(" (")[0]) if object_ else None,
        "amount": as_printed(told.amount.text, manner.style) if told.amount else None,
        "start": as_printed(told.start.text, manner.style) if told.start else None,
        "period": period,
        "place": f"in {told.place}" if told.place and told.place not in (told.object or "") else None,
        "words": told.words,
        "said_of": full_name(ground.world, told.said_of),
        "title": _title(told.relation),
        "thing": told.relation.removeprefix("same_").removesuffix("_as").replace("_", " "),
        "country": country,
        "law": LAW,
    }


def _title(relation: str) -> str:
    """A title in words: executive director, secretary-treasurer."""
    plain = relation.removesuffix("_of").replace("_", " ")
    return str(wordings()["titles"].get(plain, plain))
