"""Which story derives from which: told from shared rare quotations and figures, shared claims, and who names whom.

Five rewrites of one report are one source. The evidence is listed, and where it does not suffice the answer is
"undetermined", never a guess.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.stories.alignment import key_of
from onrecord.vocabulary import Alignment, Claim, Lineage, Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RARE_WORDS: Final = 3
"""A quotation of at least so many words that two stories share is not there by chance."""
TELLING: Final = 3
"""So many shared rare quotations and telling figures say that two stories have one root."""
RELAYING = re.compile(
    r"\b(?:reported|reports|according to|published|told|first reported|said in|revealed)\b", re.IGNORECASE
)


def descend(stories: Sequence[Story], alignments: Sequence[Alignment], texts: Mapping[str, str]) -> tuple[Lineage, ...]:
    """The relation of every pair of stories. ``texts`` maps a path to its text: only outlets' names are looked up."""
    return tuple(_relation(a, b, alignments, texts) for a, b in combinations(stories, 2))


def _relation(a: Story, b: Story, alignments: Sequence[Alignment], texts: Mapping[str, str]) -> Lineage:
    shared = [x for x in alignments if x.a.startswith(a.sha256[:12]) and x.b.startswith(b.sha256[:12])]
    evidence, weight = _evidence(a, b, shared)
    because = "; ".join(evidence) or "they share no rare quotation and no telling figure"
    for later, earlier in ((a, b), (b, a)):
        named = _names_outlet(texts.get(later.path, ""), texts.get(earlier.path, ""))
        if named and (weight or shared):
            return Lineage(later.path, earlier.path, "derives_from", f"it names {named} as its source; {because}")
    if weight >= TELLING:
        order = _later(a, b)
        if order is not None:
            return Lineage(order[0].path, order[1].path, "derives_from", f"it appeared later; {because}")
        return Lineage(a.path, b.path, "common_source", because)
    if weight:
        return Lineage(a.path, b.path, "undetermined", because)
    return Lineage(a.path, b.path, "independent" if not shared else "undetermined", because)


def _evidence(a: Story, b: Story, shared: Sequence[Alignment]) -> tuple[list[str], int]:
    """What the two have in common that chance would not give, in words, and how much of it there is."""
    ours = {key_of(a, c): c for c in a.claims} | {key_of(b, c): c for c in b.claims}
    quotes, figures = [], []
    for pair in shared:
        x, y = ours[pair.a], ours[pair.b]
        if x.words and y.words and len(x.words.split()) >= RARE_WORDS:
            quotes.append(f"“{x.words.strip('.,')}”")
        elif _telling(x) and x.quantity and y.quantity and x.quantity.low == y.quantity.low:
            figures.append(x.quantity.text.strip())
    said = []
    if quotes:
        said.append(f"both quote {', '.join(dict.fromkeys(quotes))}")
    if figures:
        said.append(f"both give {', '.join(dict.fromkeys(figures))}")
    if shared:
        said.append(f"{len(shared)} claims in common")
    return said, len(set(quotes)) + len(set(figures))


def _telling(claim: Claim) -> bool:
    """Whether a figure is one that two writers would not both print by chance: three significant digits or more."""
    digits = re.sub(r"\D", "", claim.quantity.text) if claim.quantity else ""
    return len(digits.strip("0")) >= 2


def _names_outlet(later: str, earlier: str) -> str | None:
    """The earlier story's outlet (its first line or byline), where the later one names it as a source."""
    lines = [line.strip() for line in earlier.splitlines()[:8] if 4 <= len(line.strip()) <= 40]
    for line in lines:
        name = re.sub(r"^(?:by|by the|the)\s+", "", line, flags=re.IGNORECASE)
        if len(name.split()) < 2 and "." not in name:
            continue
        for hit in re.finditer(re.escape(name), later):
            if RELAYING.search(later[max(0, hit.start() - 80) : hit.end() + 40]):
                return line
    return None


def _later(a: Story, b: Story) -> tuple[Story, Story] | None:
    if a.published and b.published and a.published != b.published:
        return (a, b) if a.published > b.published else (b, a)
    return None
