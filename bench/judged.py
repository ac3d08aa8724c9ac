"""Verdicts against the truth, counted. Every claim of the truth counts once, and so does everything said beyond it.

A claim of the truth is *exact* (our verdict is its verdict), *accepted* (another verdict that the truth allows),
*wrong*, or *missed* (we read no claim there). A claim of ours that pairs with none is *beside* the claim whose place it
shares, or *spurious* if it shares none's. **False** is every "supported" and every "contradicted" that the truth does
not give or allow: on a claim paired or beside, and on a spurious one always.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bench import spans

Outcome = Literal["exact", "accepted", "wrong", "missed", "beside", "spurious"]
DECIDED = ("supported", "contradicted")
"""The verdicts that say something of the world: a false one is the worst there is."""
UNREAD = "not read"
NOT_THERE = "no claim"
WORDS = ("supported", "contradicted", "mixed", "unverified", "not_checkable", UNREAD, NOT_THERE)
"""The order in which a matrix is shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the truth: its verdict, and the other verdicts that are right too (``also``)."""

    id: str
    start: int
    end: int
    type: str
    verdict: str
    also: tuple[str, ...] = ()
    checkable: bool = True
    variant: str = ""
    subject: str | None = None
    object: str | None = None

    def allows(self, status: str) -> bool:
        """Whether this verdict is the truth's own or one that it accepts."""
        return status == self.verdict or status in self.also


@dataclass(frozen=True, slots=True)
class Given:
    """A claim of ours and the verdict on it."""

    id: str
    start: int
    end: int
    type: str
    verdict: str
    checkable: bool = True
    subject: str | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of the truth, or of ours, or of both, and what came of it."""

    outcome: Outcome
    told: Told | None
    given: Given | None

    @property
    def false(self) -> bool:
        """Whether we say "supported" or "contradicted" where the truth neither says nor accepts it."""
        if self.given is None or self.given.verdict not in DECIDED:
            return False
        return self.told is None or not self.told.allows(self.given.verdict)


def judge(truth: Sequence[Told], ours: Sequence[Given]) -> Iterator[Judged]:
    """What came of every claim of one story, the truth's first. Our silent spans that stay alone are left out."""
    paired = spans.pairs(truth, ours)
    for t, told in enumerate(truth):
        if t not in paired:
            yield Judged("missed", told, None)
            continue
        given = ours[paired[t]]
        exact = given.verdict == told.verdict
        yield Judged("exact" if exact else "accepted" if told.allows(given.verdict) else "wrong", told, given)
    alone = set(range(len(ours))) - set(paired.values())
    for given in (ours[o] for o in sorted(alone) if ours[o].checkable):
        at = spans.nearest(given, truth)
        yield Judged("spurious", None, given) if at is None else Judged("beside", truth[at], given)


@dataclass(slots=True)
class Tally:
    """The counts over many claims."""

    outcomes: Counter[str] = field(default_factory=Counter)
    checkable: Counter[str] = field(default_factory=Counter)
    matrix: Counter[tuple[str, str]] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)

    def add(self, judged: Judged) -> None:
        """Count one."""
        self.outcomes[judged.outcome] += 1
        if judged.told is not None and judged.told.checkable:
            self.checkable[judged.outcome] += 1
        if judged.outcome != "beside":
            told = judged.told.verdict if judged.told else NOT_THERE
            self.matrix[told, judged.given.verdict if judged.given else UNREAD] += 1
        if judged.false and judged.given is not None:
            self.false[judged.given.verdict] += 1

    @property
    def claims(self) -> int:
        """How many claims the truth has."""
        return _of_truth(self.outcomes)

    def figures(self) -> dict[str, float | int | str]:
        """The result: shares of the truth's claims, from 0 to 1, and counts."""
        shares: dict[str, float | int | str] = {
            "exact": _share(self.outcomes, "exact"),
            "exact of checkable": _share(self.checkable, "exact") if _of_truth(self.checkable) else "none",
            "exact or accepted": _share(self.outcomes, "exact", "accepted"),
        }
        counts = {
            "claims": self.claims,
            "false supported": self.false["supported"],
            "false contradicted": self.false["contradicted"],
            "wrong": self.outcomes["wrong"],
            "missed": self.outcomes["missed"],
            "beside": self.outcomes["beside"],
            "spurious": self.outcomes["spurious"],
        }
        return {**shares, **counts}

    def cells(self) -> dict[str, int]:
        """The confusion matrix, "truth → ours", cells that are not empty, in alphabetical order."""
        return {f"{told} → {given}": n for (told, given), n in sorted(self.matrix.items())}

    def markdown(self) -> str:
        """The confusion matrix as a table: what the truth says down, what we say across."""
        rows, columns = ([word for word in WORDS if any(cell[side] == word for cell in self.matrix)] for side in (0, 1))
        lines = [["truth ↓ ours →", *columns], ["---", *("---:" for _ in columns)]]
        lines += [[row, *(str(self.matrix[row, column]) for column in columns)] for row in rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def told_of(claim: dict[str, Any]) -> Told:
    """A claim of ``truth/claims.jsonl``."""
    return Told(
        claim["id"], claim["start"], claim["end"], claim["type"], claim["verdict"], tuple(claim.get("or") or ()),
        claim.get("checkable", True), claim.get("variant") or "", claim.get("subject"), claim.get("object"),
    )  # fmt: skip


def _of_truth(outcomes: Counter[str]) -> int:
    return sum(outcomes[name] for name in ("exact", "accepted", "wrong", "missed"))


def _share(outcomes: Counter[str], *names: str) -> float:
    """0 where there is nothing to share."""
    return sum(outcomes[name] for name in names) / (_of_truth(outcomes) or 1)
