"""A story on its page: headline, byline and day, paragraphs of sentences, with the exact place of every claim."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.grammar import expand, slots_of
from onrecord.synth.stories.names import full_name, possessive
from onrecord.synth.stories.periods import written
from onrecord.synth.stories.telling import Claim, Due, Tale
from onrecord.synth.stories.wording import wordings
from onrecord.synth.stories.wrapping import closed, present, punctuated

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from onrecord.synth.stories.phrasings import Phrasing, Phrasings
    from onrecord.synth.stories.telling import Manner
    from onrecord.synth.world import World

CURLY: Final = ("newsletter", "tabloid", "local")
"""Styles that print curly quotation marks."""
SILENT: Final = 0.34
"""Share of claims that are followed by a sentence that cannot be checked."""
ALONE: Final = ("boilerplate", "photo_credit")
"""What stands in a paragraph of its own."""
PARAGRAPH: Final = 3
"""Sentences of a paragraph, at most."""
SECOND: Final = frozenset(("object", "object's"))
"""Slots that only somebody besides the subject can fill."""
type Fills = dict[str, str | None]


@dataclass
class _Page:
    """The text of a story as it grows, the claims at their places, and what was said and need not be said again."""

    parts: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    length: int = 0
    said: set[str] = field(default_factory=set)

    def add(self, text: str) -> int:
        """Append, and where it stands."""
        at = self.length
        self.parts.append(text)
        self.length += len(text)
        return at

    def place(self, text: str, claim: Claim) -> None:
        """Append a sentence and the claim in it."""
        at = self.add(text)
        self.claims.append(replace(claim, start=at + claim.start, end=at + claim.end))

    def pick(self, fitting: Sequence[Phrasing], fills: Fills, draw: random.Random) -> Phrasing | None:
        """One of these that this story has not used yet, and that asks for nobody who is not in it."""
        alone = fills["object"] is None
        fresh = [p for p in fitting if p.where not in self.said and not (alone and SECOND & slots_of(p.parts))]
        chosen = draw.choice(fresh) if fresh else None
        if chosen is not None:
            self.said.add(chosen.where)
        return chosen


def story(
    name: str, sentences: Sequence[tuple[str, Claim]], cast: Sequence[str], manner: Manner, phrasings: Phrasings,
    world: World, draw: random.Random,
) -> Tale:  # fmt: skip
    """A whole story from its sentences: furniture around them, what nobody can check between them."""
    page = _Page()
    fills = _cast_fills(cast, [claim for _, claim in sentences], manner, world, draw)
    for place in ("headline", "byline", "date"):
        page.add(_line(place, page, manner, phrasings, fills, draw) + "\n\n")
    if (dateline := _furniture("dateline", page, manner, phrasings, fills, draw)) is not None:
        page.add(f"{dateline.rstrip(' .')} " if dateline.endswith(("—", "–", "-")) else f"{dateline} — ")
    left = draw.randint(1, PARAGRAPH)
    for number, (text, claim) in enumerate(sentences):
        page.place(text, claim)
        left -= 1
        if draw.random() < SILENT:
            left -= _silence(page, manner, phrasings, fills, draw)
        if number == len(sentences) - 1:
            break
        if left <= 0:
            page.add("\n\n")
            left = draw.randint(1, PARAGRAPH)
            # A sentence that joins on by itself needs no other.
            joins = sentences[number + 1][1].start > 0
            if draw.random() < 0.14 and not joins:
                turn = _furniture("transition", page, manner, phrasings, fills, draw)
                page.add(closed(turn, 0)[0] + " " if turn else "")
        else:
            page.add(" ")
    closer = _furniture("closer", page, manner, phrasings, fills, draw)
    if closer is not None and draw.random() < 0.6:
        page.add("\n\n")
        line = closed(closer, 0)[0]
        page.place(line, _silent(line, "boilerplate"))
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


def _silence(page: _Page, manner: Manner, phrasings: Phrasings, fills: Fills, draw: random.Random) -> int:
    """A sentence that cannot be checked, if the set has one; returns how much of the paragraph it fills."""
    chosen = page.pick(phrasings.placed("uncheckable", manner.style, manner.tone), fills, draw)
    if chosen is None:
        return 0
    text, _, _ = punctuated(expand(chosen.parts, fills, draw, chosen.where).text, 0, 0)
    text, _ = closed(text, 0)
    alone = chosen.tag in ALONE
    page.add("\n\n" if alone else " ")
    page.place(text, _silent(text, chosen.tag, chosen))
    return PARAGRAPH if alone else 1


def _silent(text: str, reason: str, phrasing: Phrasing | None = None) -> Claim:
    loaded = present(phrasing.loaded, text) if phrasing else ()
    where = phrasing.where if phrasing else "furniture"
    hedged = phrasing.hedged if phrasing else False
    return Claim(0, len(text), "", None, Due("not_checkable"), (), hedged, loaded, reason, where)  # type: ignore[arg-type]


def _cast_fills(
    cast: Sequence[str], claims: Sequence[Claim], manner: Manner, world: World, draw: random.Random
) -> Fills:
    """The slots of furniture and of uncheckable sentences: who the story is about, who wrote it, where and when.

    The second party is the other of the cast, else the next one that the story names; None where it names nobody else.
    """
    names = wordings()["authors"]
    author = f"{draw.choice(names['given'])} {draw.choice(names['family'])}"
    subject = full_name(world, cast[0]) or cast[0]
    around = [who for claim in claims if claim.told for who in (claim.told.subject, claim.told.object) if who]
    others = [who for who in (*cast[1:], *around) if who in world.people or who in world.organizations]
    # Two people may print the same name: "Ann Lee and Ann Lee" is nobody's headline.
    object_ = next((name for who in others if (name := full_name(world, who)) != subject), None)
    home, body = world.people.get(cast[0]), world.organizations.get(cast[0])
    place = home.home if home else body.place if body else None
    return {
        "subject": subject, "object": object_, "subject's": possessive(subject),
        "object's": possessive(object_) if object_ else None, "author": author, "reporter": author,
        "outlet": manner.outlet, "city": place.city if place else None, "place": place.city if place else None,
        "date": written(manner.published, manner.style), "day": written(manner.published, manner.style),
        "year": manner.published[:4], "month": written(manner.published[:7], manner.style), "period": None,
        "source": None, "amount": None,
    }  # fmt: skip


def _furniture(
    place: str, page: _Page, manner: Manner, phrasings: Phrasings, fills: Fills, draw: random.Random
) -> str | None:
    chosen = page.pick(phrasings.placed(place, manner.style, manner.tone), fills, draw)
    return expand(chosen.parts, fills, draw, chosen.where).text if chosen else None


def _line(place: str, page: _Page, manner: Manner, phrasings: Phrasings, fills: Fills, draw: random.Random) -> str:
    """A line above the story. The date line is always the same for a reader: a day with its year."""
    if place == "date":
        return f"{draw.choice(('Published', 'Updated', ''))} {fills['date']}".strip()
    made = _furniture(place, page, manner, phrasings, fills, draw)
    if made is None:
        made = f"By {fills['author']}" if place == "byline" else f"What the records say about {fills['subject']}"
    return made[:1].upper() + made[1:]
