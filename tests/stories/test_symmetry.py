"""Who a story is about changes nothing in how it is read: the same templates, with names of many origins and kinds.

Every column of names is compared with every other. The claims must be the same up to the names themselves: number,
order, type, quantity, period, hedge, reason, attribution and relation. All people and organizations are invented.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from onrecord.stories.read import read_story
from onrecord.vocabulary import Claim

DATA = tomllib.loads(Path(__file__).with_name("symmetry.toml").read_text(encoding="utf-8"))
COLUMNS: dict[str, dict[str, str]] = DATA["columns"]
TEMPLATES: dict[str, str] = DATA["templates"]
EDITS: dict[str, dict[str, str]] = DATA["edits"]
LEAD = "The meeting went on for most of the evening, and few people left before it ended.\n\n"
SWAP_MAP = Path(__file__).parents[3] / "shared" / "stories" / "SYMMETRY.md"


@dataclass(frozen=True)
class Reading:
    """What must not depend on who is named: a claim with every name replaced by its placeholder."""

    type: str
    checkable: bool
    reason: str | None
    subject: str | None
    relation: str | None
    object: str | None
    candidates: tuple[str, ...]
    amount: tuple[object, ...] | None
    period: tuple[str | None, str | None] | None
    hedged: bool
    negated: bool
    attribution: tuple[tuple[str | None, str, str], ...]
    words: str
    said_of: str | None


def render(template: str, column: dict[str, str]) -> str:
    filled = re.sub(r"\{(\w+)\}", lambda hit: column[hit.group(1)], template)
    return LEAD + re.sub(r"(?:^|(?<=\. ))[a-z]", lambda hit: hit.group().upper(), filled) + "\n"


def anonymous(words: str | None, column: dict[str, str]) -> str | None:
    """Words with every name of a column replaced by its placeholder, longest names first."""
    if words is None:
        return None
    for key, name in sorted(column.items(), key=lambda item: -len(item[1])):
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"<{key}>", words, flags=re.IGNORECASE)
    return words


def reading(claim: Claim, column: dict[str, str]) -> Reading:
    q, period = claim.quantity, claim.period
    return Reading(
        claim.type,
        claim.checkable,
        claim.reason,
        anonymous(claim.subject, column),
        claim.relation,
        anonymous(claim.object, column),
        tuple(anonymous(c, column) or "" for c in claim.candidates),
        (q.low, q.high, q.unit, q.base, q.qualifier, q.from_low, q.from_high) if q else None,
        (period.date_from, period.date_to) if period else None,
        claim.hedged,
        claim.negated,
        tuple((anonymous(a.source, column), a.cue, a.kind) for a in claim.attribution),
        anonymous(claim.text, column) or "",
        anonymous(claim.said_of, column),
    )


def readings(template: str, column: dict[str, str]) -> list[Reading]:
    return [reading(c, column) for c in read_story(render(template, column), "story.txt").claims]


@pytest.mark.parametrize("kind", TEMPLATES)
def test_names_change_no_claim(kind: str) -> None:
    read = {label: readings(TEMPLATES[kind], column) for label, column in COLUMNS.items()}
    for one, other in combinations(read, 2):
        assert read[one] == read[other], f"{kind}: {one} against {other}"


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_template_states_what_it_is_named_after(kind: str) -> None:
    found = {c.type if c.checkable else "not_checkable" for c in readings(TEMPLATES[kind], COLUMNS["harbor"])}
    assert kind.split("-")[0] in found


@pytest.mark.parametrize("label", EDITS)
def test_an_edit_changes_what_it_should_in_every_column_alike(label: str) -> None:
    edit = EDITS[label]
    changed = []
    for column in COLUMNS.values():
        before, after = (sorted(slot(r, edit["slot"]) for r in readings(edit[k], column)) for k in ("before", "after"))
        assert before != after, label
        changed.append((before, after))
    assert all(pair == changed[0] for pair in changed)


def slot(claim: Reading, name: str) -> str:
    return repr(getattr(claim, name))


def swap_map() -> list[dict[str, str]]:
    """The columns of the swap map that was handed over: one name a slot, alternatives and remarks left out."""
    rows = [line.strip("|").split("|") for line in SWAP_MAP.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    wanted = {row[0].strip(): [first(cell) for cell in row[1:5]] for row in rows if len(row) == 5}
    keys = DATA["swap_map"]
    return [{key: wanted[row][i] for key, row in keys.items()} for i in range(4)]


def first(cell: str) -> str:
    cell = cell.strip().removeprefix("invented:").strip()
    return re.split(r"[,/(+]", cell)[0].strip()


@pytest.mark.realdata
@pytest.mark.skipif(not SWAP_MAP.exists(), reason="the swap map is not beside this checkout")
@pytest.mark.parametrize("kind", DATA["realdata"])
def test_the_rows_of_the_swap_map_change_no_claim(kind: str) -> None:
    read = [readings(DATA["realdata"][kind], column) for column in swap_map()]
    for one, other in combinations(read, 2):
        assert one == other
