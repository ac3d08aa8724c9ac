"""Names in a story: what stands where, and what it is called in full.

Four votes, none of which knows who anybody is: names from the records (the gazetteer), acronyms that the story itself
defines, capitalised runs, and short forms of a name seen in full before (a surname, an acronym). Whether a run names a
person, an organization or a place is told from its form and its surroundings alone, so that a changed name cannot
change how a story is read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stories.gazetteer import Gazetteer
from onrecord.stories.kinds import Kind, Mention, kind_here, kind_of, lexicon
from onrecord.stories.runs import Span, runs
from onrecord.stories.short_names import DEFINED, in_full, initials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.text import Text

__all__ = ["Gazetteer", "Kind", "Mention", "find_mentions", "initials", "kind_of", "lexicon"]

KINDS: dict[str, Kind] = {
    "Person": "person",
    "Organization": "organization",
    "Company": "organization",
    "PublicBody": "organization",
}
AND = re.compile(r"^ (?:and|&) | (?:and|&) $")
LIST_BEFORE = re.compile(r"(?:^| (?:and|&) )$")
LIST_AFTER = re.compile(r"^(?:$| (?:and|&) )")


def find_mentions(text: Text, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every name in the body, headline and captions of a story, in reading order, without overlaps."""
    view = text.view
    found = [
        span
        for sentence in text.sentences
        if sentence.block.kind in ("body", "caption")
        for span in runs(view, sentence.start, sentence.end)
    ]
    known, others = _with_known(view, found, gazetteer)
    spans = known + [piece for span in others for piece in _split_lists(view, span)]
    spans += _in_headlines(text, spans)
    named = [m for m in (_named(view, *span) for span in spans) if m.name]
    return tuple(sorted(in_full(view, _agreed(named)), key=lambda m: m.start))


def _agreed(mentions: Sequence[Mention]) -> list[Mention]:
    """One kind for one name: what its surroundings say in one place holds in every other."""
    told: dict[str, set[Kind]] = {}
    for m in mentions:
        told.setdefault(m.name, set()).add(m.kind)
    order: tuple[Kind, ...] = ("person", "group", "place", "organization", "platform", "unknown")
    return [replace(m, kind=next(k for k in _ranked(m.name, order) if k in told[m.name])) for m in mentions]


def _ranked(name: str, order: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """What surroundings say goes before what form says."""
    form = kind_of(name)
    return (*(k for k in order if k != form), form)


def _in_headlines(text: Text, spans: Sequence[Span]) -> list[Span]:
    """Names of the body that stand in a headline too: there every word is capitalised, so capitals say nothing."""
    kinds = {text.view[start:end]: kind for start, end, kind in spans}
    found: list[Span] = []
    for block in (b for b in text.blocks if b.kind == "headline"):
        for name in sorted(kinds, key=len, reverse=True):
            for hit in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text.view[block.start : block.end]):
                start, end = block.start + hit.start(), block.start + hit.end()
                if not any(start < e and s < end for s, e, _ in found):
                    found.append((start, end, kinds[name]))
    return found


def _named(view: str, start: int, end: int, kind: Kind) -> Mention:
    if view[start:end].startswith("the "):
        start += 4
    return Mention(start, end, _clean(view[start:end]), kind_here(view, start, end, kind))


def _clean(name: str) -> str:
    return re.sub(r"^(?:the|The) (?=[a-z])", "", " ".join(name.split()).strip(" ,;:\"'"))


def _with_known(view: str, found: list[Span], gazetteer: Gazetteer) -> tuple[list[Span], list[Span]]:
    """The names that the records know, which are never cut, and the runs that are left beside them."""
    taken: list[Span] = []
    for start, end, entry in gazetteer.find(view):
        if not any(start < e and s < end for s, e, _ in taken):
            inside = next((r for r in found if r[0] <= start and end <= r[1]), None)
            # A known name inside a longer run of capitals is another name ("DRUM" in "DRUM Beats").
            if inside is None or _is_item(view, start, end, inside):
                taken.append((start, end, KINDS.get(entry.schema, kind_of(view[start:end]))))
    rest = [piece for run in found for piece in _beside(view, run, taken)]
    return taken, rest


def _is_item(view: str, start: int, end: int, run: Span) -> bool:
    """Whether a part of a run is the whole of it or one item of its list: "and", or nothing, on either side."""
    return bool(LIST_BEFORE.search(view[run[0] : start]) and LIST_AFTER.match(view[end : run[1]]))


def _beside(view: str, run: Span, taken: Sequence[Span]) -> list[Span]:
    """What a run holds besides known names: all of it, nothing, or the other items of its list."""
    known = sorted((s, e) for s, e, _ in taken if s < run[1] and run[0] < e)
    if not known:
        return [run]
    edges = [run[0], *(edge for pair in known for edge in pair), run[1]]
    pieces = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = AND.sub("", view[start:end]) if start < end else ""
        if words.strip():
            left = start + view[start:end].index(words)
            pieces.append((left, left + len(words), kind_of(words)))
    return pieces


def _split_lists(view: str, span: Span) -> list[Span]:
    """ "Ford and MacArthur" are two names, "Riders Rising Up and Moving" is one: told by the rest of the story."""
    start, end, _ = span
    name = view[start:end]
    match = re.search(r" (?:and|&) ", name)
    if not match or _one_name(view, start, end, name):
        return [span]
    left, right = (start, start + match.start()), (start + match.end(), end)
    return [
        piece for s, e in (left, right) if view[s:e].strip() for piece in _split_lists(view, (s, e, kind_of(view[s:e])))
    ]


def _one_name(view: str, start: int, end: int, name: str) -> bool:
    """Evidence that a run with "and" in it is one name."""
    defined = DEFINED.match(view[end : end + 14])
    if defined and initials(name) == defined.group(1).upper():
        return True
    left, _, right = re.split(r" (and|&) ", name, maxsplit=1)
    if right.startswith(("the ", "The ")):
        return False
    quoted = view[start - 1 : start] in '"“' and view[end : end + 1] in '"”.'
    beside = rf"\b{re.escape(left)}\b(?! (?:and|&) {re.escape(right.split()[0])}\b)"
    elsewhere = re.search(beside, view) is not None
    # "Rope and Signal Workers of Oklahoma": the form stands before the preposition.
    head = re.split(r" (?:of|for|on|in|to) ", right, maxsplit=1)[0]
    form = head.split()[-1] in lexicon()["organization_words"]
    alone = len(right.split()) == 1 and form
    return quoted or alone or (form and not elsewhere and kind_of(left) == "unknown")
