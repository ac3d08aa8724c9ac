"""Registers: who is entered, from when to when, and what absence from a complete copy shows, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from onrecord.checks import facts, words
from onrecord.checks.compare import Window, dated, inside, speaks_of, window, window_of
from onrecord.checks.coverage import complete_for
from onrecord.checks.facts import Rule
from onrecord.checks.finding import Bearing, Finding, Witness, from_register, searches
from onrecord.checks.naming import levelled
from onrecord.checks.wordlists import wordlist

if TYPE_CHECKING:
    from onrecord.book.book import SourceRow
    from onrecord.checks.facts import Asked
    from onrecord.checks.question import Question
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Link

REGISTRATION: Final = Rule(("registration",), ("statement", "legal_status"), pace="lasting")
STATUS: Final = Rule(("legal_status",), ("statement", "registration", "affiliation"), pace="lasting", open_object=True)


def registration(question: Question, records: Records) -> Finding:
    """Whether a name is entered in a register at the time claimed."""
    found = facts.examine(question, records, REGISTRATION)
    register = register_named(question.object)
    ask = facts.asked(question, records, REGISTRATION)
    if register is None or len(ask.subject) != 1:
        return found
    sources = records.registers(register["formats"])
    entries = records.links((register["link"],), subject=ask.subject)
    witnesses = tuple(_entry_witness(question, records, entry, ask.denied) for entry in entries)
    query = f"entries under the name {words.parties(ask.subject)} in the register “{register['name']}”"
    found += Finding(witnesses, searches(sources, query, [entry.source_id for entry in entries]))
    return found if entries else found + _absence(question, register, sources, ask)


def register_named(name: str | None) -> dict[str, Any] | None:
    """The register that a claim names, if it is one we know."""
    plain = levelled(name or "")
    tables = (table for key, table in wordlist("registers").items() if key != "statuses")
    return next((table for table in tables if plain in table["names"]), None)


def _entry_witness(question: Question, records: Records, entry: Link, denied: bool) -> Witness:
    stretch = window(entry.date_from or entry.date, entry.date_to)
    stance, caveat = _entry_bearing(question, records.sources[entry.source_id], stretch, denied)
    says = f"{entry.subject} is entered in the register{words.since(stretch)}."
    return from_register(records.sources[entry.source_id], entry.locator, says, stance, caveat)


def _entry_bearing(question: Question, source: SourceRow, stretch: Window, denied: bool) -> tuple[Bearing, str | None]:
    """An entry shows registration at the time claimed; where none is claimed, as of the copy, if it has not ended."""
    claimed = window_of(question.period)
    end = source.coverage.date_to
    if not dated(claimed):
        if denied:
            return "context", "the claim gives no date"
        still = stretch[1] is None
        return ("supports" if still else "context"), f"as of {end}, the copy's last entry" if still and end else None
    held = inside(claimed, (stretch[0], stretch[1] or window(end, end)[1]))
    if not held:
        return "context", words.other_period(stretch)
    return ("excludes" if denied else "supports"), None


def _absence(question: Question, register: dict[str, Any], sources: list[SourceRow], ask: Asked) -> Finding:
    """No entry under the name: evidence only in a complete copy that covers the time claimed."""
    copy = next((source for source in sources if source.format == register["complete_format"]), None)
    if copy is None:
        return Finding(missing=f"this book holds no list of everybody in the register “{register['name']}”")
    party = ask.subject[0]
    end = copy.coverage.date_to or "an unknown date"
    says = f"No registration under the name {words.parties(ask.subject)} as of {end} (the copy's last entry)."
    claimed = window_of(question.period)
    if not dated(claimed):
        claimed = window(question.story_date, question.story_date)
    open_because = _why_open(copy, claimed, party.ambiguous, party.alike)
    if open_because is not None:
        missing = f"{says.rstrip('.')}; {open_because}. {register['caution']}"
        return Finding((from_register(copy, "line 1", says, "context"),), missing=missing)
    stance: Bearing = "supports" if ask.denied else "excludes"
    return Finding((from_register(copy, "line 1", says, stance, register["caution"].rstrip(".")),))


def _why_open(copy: SourceRow, claimed: Window, ambiguous: bool, alike: tuple[str, ...]) -> str | None:
    """Why absence settles nothing here; None if it does."""
    if ambiguous:
        return "the name may be any of several on record"
    if alike:
        return f"similar names are on record ({words.listed(alike)})"
    if not copy.coverage.complete:
        return "the copy is not known to be complete"
    if not dated(claimed):
        return "the claim gives no date"
    if complete_for(copy, claimed):
        return None
    later = claimed[1] is None or (copy.coverage.date_to or "") < (claimed[1] or "")
    return "the claim speaks of a later time" if later else "the copy does not cover the time claimed"


# ── legal status ─────────────────────────────────────────────────────────────────────────────────────────────────


def legal_status(question: Question, records: Records) -> Finding:
    """What kind of body it is for tax or election law, as far as a register notes it."""
    found = facts.examine(question, records, STATUS)
    status = wordlist("registers")["statuses"].get((question.relation or "").casefold())
    party = records.resolve(question.subject)
    if status is None or not party.known:
        return found
    noted = records.details(party)
    witnesses = tuple(w for row in noted if (w := _status_witness(question, records, row, status, party.shown)))
    sources = [records.sources[i] for i in dict.fromkeys(row["source_id"] for row in noted)]
    query = f"what registers note of “{party.shown}”"
    return found + Finding(witnesses, searches(sources, query, [w.evidence.source for w in witnesses]))


def _status_witness(
    question: Question, records: Records, row: dict[str, Any], status: dict[str, Any], name: str
) -> Witness | None:
    """A note that holds the status supports it. Another status of its family is shown: a note may be old, or a slip."""
    note = (row["detail"] or "").casefold()
    shown = any(word in note for word in status["says"])
    if not shown and not (status["family"] and status["family"] in note):
        return None
    stance: Bearing = "context"
    if shown and speaks_of(question.period, (None, None)):
        stance = "excludes" if question.negated else "supports"
    says = f"The record notes of {name} ({row['role']}): {row['detail']}."
    return from_register(records.sources[row["source_id"]], row["locator"], says, stance)
