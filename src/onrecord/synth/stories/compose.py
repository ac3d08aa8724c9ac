"""Claims into words and words into a story: headline, byline, date, paragraphs, with the exact place of every claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.expected import due
from onrecord.synth.stories.grammar import Expansion, expand
from onrecord.synth.stories.names import full_name, possessive
from onrecord.synth.stories.periods import written
from onrecord.synth.stories.telling import Claim, Due, Source
from onrecord.synth.stories.variants import NEEDS
from onrecord.synth.stories.wording import wordings

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from onrecord.synth.stories.ground import Ground
    from onrecord.synth.stories.names import Naming
    from onrecord.synth.stories.phrasings import Phrasing, Phrasings
    from onrecord.synth.stories.telling import Telling

CURLY: Final = ("newsletter", "tabloid", "local")
"""Styles that print curly quotation marks."""
TWO_PARTIES: Final = frozenset((
    "payment", "contribution", "grant", "independent_expenditure", "role", "membership", "affiliation", "collaboration",
    "endorsement", "shared_attribute", "founding", "investigation",
))  # fmt: skip
"""Types that say nothing unless both parties are named."""
DATED: Final = frozenset(("registration", "follower_growth"))
"""Types whose period is always told: without it they ask another question."""
LAW: Final = "Foreign Agents Registration Act"
BARE: Final = 0.45
"""Share of claims that a story states in its own voice."""
SILENT: Final = 0.34
"""Share of claims that are followed by a sentence that cannot be checked."""
ALONE: Final = ("boilerplate", "photo_credit")
"""What stands in a paragraph of its own."""
PARAGRAPH: Final = 3
"""Sentences of a paragraph, at most."""
_TRIES: Final = 8
_HERE: Final = "\ue010"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a story is told: style, tone, the outlet that prints it and the day (ISO)."""

    style: str
    tone: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim in words, before it has its place. The clause's span is the claim within it."""

    told: Telling
    due: Due
    clause: Expansion
    phrasing: Phrasing


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as it stands in its file, and its claims in reading order."""

    name: str
    text: str
    manner: Manner
    claims: tuple[Claim, ...]
    retells: str | None = None
    drift: tuple[str, ...] = ()


# ── one claim in words ───────────────────────────────────────────────────────────────────────────────────────────────


def worded(
    told: Telling, manner: Manner, phrasings: Phrasings, naming: Naming, ground: Ground, draw: random.Random
) -> Worded | None:
    """``told`` in a phrasing of its type, relation, style and tone; None where the set has none that can say it."""
    choices = phrasings.of(told.type, told.relation, manner.style, manner.tone, negated=told.negated)
    for _ in range(_TRIES if choices else 0):
        phrasing = draw.choice(choices)
        fills = _fills(told, manner, naming, ground, draw)
        if any(fills.get(slot) is None and f"{{{slot}}}" in phrasing.text for slot in _MUST):
            continue
        clause = expand(phrasing.parts, fills, draw, phrasing.where)
        said = told.only(clause.used)
        if not _says_enough(told, said, clause.used):
            continue
        verdict = due(said, ground)
        # What the wording leaves out may make a false claim true ("gave $5,000", in whatever year).
        if not (said.variant.startswith("false") and verdict.status in ("supported", "mixed")):
            naming.seen.update(who for who in (said.subject, said.object) if who)
            return Worded(said, verdict, clause, phrasing)
    return None


_MUST: Final = ("subject", "subject's", "object", "object's", "amount", "start", "words", "said_of", "country")
"""Slots without which a sentence falls apart; a period or a place may be left out."""


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
        "amount": _figure(told.amount.text, manner.style) if told.amount else None,
        "start": _figure(told.start.text, manner.style) if told.start else None,
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


def _figure(text: str, style: str) -> str:
    """Percent as the style prints it."""
    return text.replace(" percent", "%") if style in ("tabloid", "blog") and text.endswith(" percent") else text


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────────


def sentence(
    claim: Worded, manner: Manner, phrasings: Phrasings, draw: random.Random, *, from_outlet: str | None = None
) -> tuple[str, Claim]:
    """A claim as a sentence, bare or wrapped in who says so. ``from_outlet`` names the outlet it was taken from."""
    wrapper = _wrapper(manner, phrasings, draw, "outlet" if from_outlet else None)
    source = None
    text, at = claim.clause.text, 0
    if wrapper is not None:
        name = from_outlet or _source_name(wrapper.tag, claim.told, draw)
        fills: dict[str, str | None] = dict.fromkeys(("clause", "clause_low", "Clause"), _HERE)
        fills |= {"source": name, "Source": name[:1].upper() + name[1:]}
        around = expand(wrapper.parts, fills, draw, wrapper.where)
        at = around.text.find(_HERE)
        text = around.text.replace(_HERE, claim.clause.text)
        if wrapper.tag:
            told_by = name if around.used & {"source", "Source"} else None
            source = Source(told_by, wrapper.cue, wrapper.tag)  # type: ignore[arg-type]
    start, end = at + claim.clause.start, at + claim.clause.end
    text, end = closed(text, end)
    spoken = Claim(
        start, end, "", claim.told, claim.due, (source,) if source else (),
        claim.phrasing.hedged or (wrapper is not None and wrapper.hedged),
        (*claim.phrasing.loaded, *(wrapper.loaded if wrapper else ())), None, claim.phrasing.where,
    )  # fmt: skip
    return text, spoken


def closed(text: str, end: int) -> tuple[str, int]:
    """A sentence with a capital and an end mark; ``end`` is moved along where the mark falls within a quotation."""
    text = text[:1].upper() + text[1:] if text[:1].islower() else text
    if text.endswith((".", "!", "?", "…")):
        return text, end
    if text.endswith(("”", '"')) and text[-2:-1] not in (".", "!", "?", "…"):
        return f"{text[:-1]}.{text[-1]}", end + (end == len(text))
    return (text, end) if text.endswith(("”", '"')) else (f"{text}.", end)


def _wrapper(manner: Manner, phrasings: Phrasings, draw: random.Random, kind: str | None) -> Phrasing | None:
    if kind is None and draw.random() < BARE:
        return None
    fitting = phrasings.wrapping(manner.style, manner.tone, kind)
    return draw.choice(fitting) if fitting else None


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


# ── the story ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Page:
    """The text of a story as it grows, and the claims at their places."""

    parts: list[str]
    claims: list[Claim]
    length: int = 0

    def add(self, text: str) -> int:
        """Append, and where it stands."""
        at = self.length
        self.parts.append(text)
        self.length += len(text)
        return at


def story(
    name: str, sentences: Sequence[tuple[str, Claim]], cast: Sequence[str], manner: Manner, phrasings: Phrasings,
    naming: Naming, draw: random.Random,
) -> Tale:  # fmt: skip
    """A whole story from its sentences: furniture around them, what nobody can check between them."""
    page = _Page([], [])
    fills = _cast_fills(cast, manner, naming, draw)
    for place in ("headline", "byline", "date"):
        page.add(_line(place, manner, phrasings, fills, draw) + "\n\n")
    if (dateline := _furniture("dateline", manner, phrasings, fills, draw)) is not None:
        page.add(f"{dateline.rstrip(' .')} " if dateline.endswith(("—", "–", "-")) else f"{dateline} — ")
    left = draw.randint(1, PARAGRAPH)
    for number, (text, claim) in enumerate(sentences):
        _place(page, text, claim)
        left -= 1
        if draw.random() < SILENT:
            left -= _silence(page, manner, phrasings, fills, draw)
        if number == len(sentences) - 1:
            break
        if left <= 0:
            page.add("\n\n")
            left = draw.randint(1, PARAGRAPH)
            if draw.random() < 0.12 and (line := _furniture("transition", manner, phrasings, fills, draw)) is not None:
                page.add(closed(line, 0)[0] + " ")
        else:
            page.add(" ")
    if (closer := _furniture("closer", manner, phrasings, fills, draw)) is not None and draw.random() < 0.6:
        page.add("\n\n")
        line = closed(closer, 0)[0]
        _place(page, line, _silent(line, "boilerplate"))
    return _printed(name, page, manner)


def _printed(name: str, page: _Page, manner: Manner) -> Tale:
    """The page with the quotation marks of its style: one character for one, so that every place stays."""
    text = "".join(page.parts) + "\n"
    text = _curly(text) if manner.style in CURLY else text.translate(_STRAIGHT)
    claims = [replace(claim, text=text[claim.start : claim.end]) for claim in page.claims]
    return Tale(name, text, manner, tuple(sorted(claims, key=lambda c: (c.start, c.end))))


_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})


def _curly(text: str) -> str:
    """Straight marks made curly: opening after white space or a bracket, closing elsewhere."""
    out = list(text)
    for at, sign in enumerate(text):
        if sign in "\"'":
            opens = at == 0 or text[at - 1] in " \n([—–“‘"
            out[at] = ("“" if opens else "”") if sign == '"' else ("‘" if opens else "’")
    return "".join(out)


def _place(page: _Page, text: str, claim: Claim) -> None:
    at = page.add(text)
    page.claims.append(replace(claim, start=at + claim.start, end=at + claim.end))


def _silence(
    page: _Page, manner: Manner, phrasings: Phrasings, fills: dict[str, str | None], draw: random.Random
) -> int:
    """A sentence that cannot be checked, if the set has one; returns how much of the paragraph it fills."""
    fitting = phrasings.placed("uncheckable", manner.style, manner.tone)
    if not fitting:
        return 0
    chosen = draw.choice(fitting)
    text, _ = closed(expand(chosen.parts, fills, draw, chosen.where).text, 0)
    alone = chosen.tag in ALONE
    page.add("\n\n" if alone else " ")
    _place(page, text, _silent(text, chosen.tag, chosen))
    return PARAGRAPH if alone else 1


def _silent(text: str, reason: str, phrasing: Phrasing | None = None) -> Claim:
    loaded = phrasing.loaded if phrasing else ()
    where = phrasing.where if phrasing else "furniture"
    hedged = phrasing.hedged if phrasing else False
    return Claim(0, len(text), "", None, Due("not_checkable"), (), hedged, loaded, reason, where)  # type: ignore[arg-type]


def _cast_fills(cast: Sequence[str], manner: Manner, naming: Naming, draw: random.Random) -> dict[str, str | None]:
    """The slots of furniture and of uncheckable sentences: who the story is about, who wrote it, where and when."""
    names = wordings()["authors"]
    author = f"{draw.choice(names['given'])} {draw.choice(names['family'])}"
    subject = full_name(naming.world, cast[0]) or cast[0]
    object_ = full_name(naming.world, cast[-1]) if len(cast) > 1 else None
    home = naming.world.people.get(cast[0])
    body = naming.world.organizations.get(cast[0])
    place = home.home if home else body.place if body else None
    return {
        "subject": subject, "object": object_ or subject, "subject's": possessive(subject),
        "object's": possessive(object_ or subject), "author": author, "reporter": author, "outlet": manner.outlet,
        "city": place.city if place else None, "place": place.city if place else None,
        "date": written(manner.published, manner.style), "day": written(manner.published, manner.style),
        "year": manner.published[:4], "month": written(manner.published[:7], manner.style), "period": None,
        "source": None, "amount": None,
    }  # fmt: skip


def _furniture(
    place: str, manner: Manner, phrasings: Phrasings, fills: dict[str, str | None], draw: random.Random
) -> str | None:
    fitting = phrasings.placed(place, manner.style, manner.tone)
    if not fitting:
        return None
    chosen = draw.choice(fitting)
    return expand(chosen.parts, fills, draw, chosen.where).text


def _line(place: str, manner: Manner, phrasings: Phrasings, fills: dict[str, str | None], draw: random.Random) -> str:
    """A line above the story. The date line is always the same for a reader: a day with its year."""
    if place == "date":
        return f"{draw.choice(('Published', 'Updated', ''))} {fills['date']}".strip()
    made = _furniture(place, manner, phrasings, fills, draw)
    if made is None:
        made = f"By {fills['author']}" if place == "byline" else f"What the records say about {fills['subject']}"
    return made[:1].upper() + made[1:]
