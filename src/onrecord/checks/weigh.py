"""From records to a status: which records count, which exclude, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.checks import words
from onrecord.checks.naming import levelled
from onrecord.vocabulary import GRADES, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.checks.finding import Finding, Witness
    from onrecord.vocabulary import Settlement

MOST: Final = 12
"""Records shown with a verdict; the sentence says how many more there are."""
DECIDES: Final = ("primary_record", "official_statement", "independent_report")
"""Grades that may support content."""
EXCLUDES: Final = ("primary_record", "official_statement")
"""Grades that may contradict it."""
ORDER: Final = {"supports": 0, "excludes": 1, "context": 2}


def weigh(finding: Finding, upstream: frozenset[str] = frozenset(), settle: tuple[Settlement, ...] = ()) -> Verdict:
    """The verdict on one finding. ``upstream`` are the accounts that the story itself seems to be made from."""
    counted = [_counted(witness, upstream) for witness in finding.witnesses]
    supports = [w for w in counted if w.stance == "supports"]
    excludes = [w for w in counted if w.stance == "excludes"]
    status = _status(supports, excludes)
    resting = {"supported": supports, "contradicted": excludes, "mixed": supports + excludes}.get(status, [])
    shown = sorted(counted, key=lambda w: (ORDER[w.stance], GRADES.index(w.evidence.grade)))
    more = len(shown) - MOST
    said = _because(status, supports, excludes, finding, upstream)
    return Verdict(
        status=status,
        because=f"{said} {words.more(more)}" if more > 0 else said,
        grade=min((w.evidence.grade for w in resting), key=GRADES.index, default=None),
        evidence=tuple(w.evidence for w in shown[:MOST]),
        searched=finding.searched,
        would_settle=() if status in ("supported", "contradicted") else settle,
    )


def _counted(witness: Witness, upstream: frozenset[str]) -> Witness:
    """A record that may not decide, as context."""
    if witness.stance == "context":
        return witness
    grade = witness.evidence.grade
    own = witness.own_word and grade == "interested_party"
    allowed = grade in DECIDES or own
    return witness if allowed and witness.account not in upstream else witness.bearing("context")


def _status(supports: Sequence[Witness], excludes: Sequence[Witness]) -> Status:
    if supports and excludes:
        return "mixed"
    if supports:
        return "supported"
    return "contradicted" if any(w.evidence.grade in EXCLUDES for w in excludes) else "unverified"


def _because(
    status: Status, supports: Sequence[Witness], excludes: Sequence[Witness], finding: Finding, upstream: frozenset[str]
) -> str:
    if status == "supported":
        return _on_record(supports)
    if status == "contradicted":
        first = excludes[0]
        grade = words.grade(first.evidence.grade)
        return f"Ruled out by {first.origin} ({grade}): {first.evidence.says}{_aside(excludes)}"
    if status == "mixed":
        return f"Records disagree. {_one_side('For', supports)} {_one_side('Against', excludes)}{_aside(supports)}"
    return " ".join(_unsettled(finding, excludes, upstream))


def _one_side(side: str, witnesses: Sequence[Witness]) -> str:
    """Whose records are on one side, and what the first of them says."""
    return f"{side} it ({words.origins(witnesses)}): {witnesses[0].evidence.says}"


def _on_record(supports: Sequence[Witness]) -> str:
    """How many independent accounts say so, and with what reservation."""
    best = min(supports, key=lambda w: GRADES.index(w.evidence.grade))
    origins = {levelled(w.origin): w.origin for w in reversed(supports)}
    count = "one source" if len(origins) == 1 else f"{len(origins)} independent sources"
    return f"On record in {count}: {words.origins(supports)} ({words.grade(best.evidence.grade)}).{_aside([best])}"


def _unsettled(finding: Finding, excludes: Sequence[Witness], upstream: frozenset[str]) -> list[str]:
    """Why it stays open: what the records are that would have supported it, then what is missing."""
    said = []
    would = [w for w in finding.witnesses if w.stance == "supports"]
    own = [w for w in would if w.account in upstream]
    if own and len(own) == len(would):
        said.append(f"{words.because('upstream')} ({words.origins(own)}).")
    elif would:
        interested = [w for w in would if w.evidence.grade == "interested_party"]
        key = "interested" if interested else "copies"
        said.append(f"{words.because(key)} ({words.origins(interested or would)}).")
    if excludes:
        said.append(words.because("report_differs"))
    if finding.missing:
        said.append(words.sentence(finding.missing))
    if not said:
        key = "context" if finding.witnesses else "nothing" if finding.searched else "no_source"
        said.append(words.because(key) + _aside(finding.witnesses))
    return said


def _aside(witnesses: Sequence[Witness]) -> str:
    """The first reservation among some records, as a sentence."""
    caveat = next((w.caveat for w in witnesses if w.caveat), None)
    return f" {words.sentence(caveat)}" if caveat else ""
