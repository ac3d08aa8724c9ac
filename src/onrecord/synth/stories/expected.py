"""The verdict that the records of a made-up world must give on a claim, by the house rules of evidence.

It knows the world and not the checker: no code of ``checks`` is used here. Where a more careful reading of the same
records may stay with "unverified", that stands in ``or_``. Never the other way round: what the records do not settle
is never due as "contradicted" or "supported".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories.ground import DENIES, MONEY, overlaps, stretch_of, sums, within
from onrecord.synth.stories.telling import Due

if TYPE_CHECKING:
    from onrecord.synth.stories.ground import Ground, Window
    from onrecord.synth.stories.telling import Telling
    from onrecord.synth.world import Statement

SUPPORTED: Final = Due("supported")
UNVERIFIED: Final = Due("unverified")
# "When in doubt the program answers unverified": to see that a complete register rules a claim out takes more than to
# find the record that shows it, so a reading that stays short of "contradicted" is careful and not wrong.
CONTRADICTED: Final = Due("contradicted", ("unverified",))
DERIVED: Final = Due("supported", ("unverified",))
"""Shown by two records together (a margin, growth from one day to another, a shared officer of two filings)."""

PRIMARY: Final = ("fec", "nyc-cfb", "irs-990", "fara", "elections")
"""Registers, whose records may exclude. Of a casebook only an official statement may: where the world says ``whole``. A
newsroom's report may support a claim and never exclude one."""
SINGLE: Final = frozenset(("revenue", "election_result", "turnout", "percentage", "count", "follower_growth"))
"""Types of which one subject has one figure at one time, so that another figure on record excludes it."""
LASTING: Final = frozenset(
    ("role", "membership", "affiliation", "collaboration", "shared_attribute", "legal_status", "registration")
)
"""What lasts: a record of a longer stretch shows a shorter one."""
TWO_RECORDS: Final = frozenset(("won_by", "followers_rose", "turnout_changed", "number_changed"))
FORMS: Final = ("is_501c3", "is_501c4", "is_501c5", "is_501c6")
"""Legal forms of which a body has one."""
EVERYBODY: Final = frozenset(("donors", "all donors", "contributors", "all contributors", "supporters"))
"""How a story names the givers of a total."""


def due(told: Telling, ground: Ground) -> Due:
    """The verdict due on a claim as told.

    A name that two principals print leaves open who is meant, so the verdict is "unverified"; accepted besides is what
    is so of the one who is meant, "contradicted" only if it is so of every one.
    """
    meant, *others = readings(told, ground)
    if not others:
        return meant
    statuses = {one.status for one in (meant, *others)}
    allowed = meant.status == "supported" or statuses == {"contradicted"}
    return Due("unverified", (meant.status,) if allowed else ())


def holds(told: Telling, ground: Ground) -> bool:
    """Whether the records may show a claim as printed, of whomever it is read."""
    return any(one.status in ("supported", "mixed") for one in readings(told, ground))


def readings(told: Telling, ground: Ground) -> list[Due]:
    """The verdict due for everybody whom the names of a claim may mean; first for those who are meant."""
    pairs = product(ground.namesakes(told.subject), ground.namesakes(told.object))
    return [_due(replace(told, subject=subject, object=object_), ground) for subject, object_ in pairs]


def _due(told: Telling, ground: Ground) -> Due:
    """The verdict due on a claim of these very parties."""
    if told.subject is None and told.object is None:
        # No party is named: nothing to look up. (A count may have no subject; it then has an object.)
        return UNVERIFIED
    if told.type in MONEY and told.subject is not None and told.object is not None:
        return _money(told, ground)
    if told.statement.type == "registration":
        return _registration(told, ground)
    return _stated(told, ground)


# ── money ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _money(told: Telling, ground: Ground) -> Due:
    """A record or a sum over the time told shows it; a complete register that covers the time may rule it out."""
    kind, payer, payee = told.type, told.subject or "", told.object or ""
    if payer.casefold() in EVERYBODY:
        return _raised(told, ground)
    stretch = stretch_of(told.date_from, told.date_to)
    held = ground.money(kind, told.relation, payer, payee)
    shown = _matches(told, ground) or any(told.amount is None or told.amount.allows(s) for s in sums(held, stretch))
    # Absence counts only in a complete register, for its time, and of a payer who files there.
    complete = _complete(told, ground) and ground.covers(stretch) and ground.pays(kind, told.relation, payer)
    if told.negated:
        if shown:
            # A record of the very gift excludes the claim that there was none.
            return CONTRADICTED if _may_exclude(told.statement) else UNVERIFIED
        # That there is no such record, or none of that amount, a complete register shows; a partial one shows nothing.
        return DERIVED if complete else UNVERIFIED
    if shown:
        if told.statement.record is None:
            return UNVERIFIED
        # A register of donors gives a name and a town, and other donors may have the name.
        giver = payee if told.relation == "refunded" else payer
        return DERIVED if kind == "contribution" and giver in ground.world.people else SUPPORTED
    if not complete:
        return UNVERIFIED
    # Neither one record nor the sum of the time told, in the whole register, is what the claim says.
    return CONTRADICTED


def _complete(told: Telling, ground: Ground) -> bool:
    """Whether the register for this kind of money is whole. What federal committees pay is all on file, whomever they
    pay; what they give is so only where the receiver is one whom the federal register lists."""
    payer = ground.world.organizations.get(told.subject or "")
    federal = payer is not None and payer.fec_id is not None
    return federal if told.type == "payment" else told.statement.whole


def _raised(told: Telling, ground: Ground) -> Due:
    """A total of all donors: part of a register gives a lower bound, so it shows "more than" and never a sum."""
    statement = told.statement
    if not _matches(told, ground) or told.negated:
        return CONTRADICTED if statement.whole and told.date_from and _may_exclude(statement) else UNVERIFIED
    open_end = told.amount is not None and told.amount.high is None
    if statement.whole or open_end:
        return SUPPORTED
    return Due("unverified")


# ── registers and statements ─────────────────────────────────────────────────────────────────────────────────────────


def _registration(told: Telling, ground: Ground) -> Due:
    """An entry at the time told shows registration; the complete list without an entry shows that there is none."""
    denied = (told.relation in DENIES) != told.negated
    entries = ground.registered(told.subject)
    stretch = stretch_of(told.date_from, told.date_to)
    during = [r for r in entries if overlaps((r.first_day, r.last_day), stretch)]
    if during:
        if stretch == (None, None):
            # Without a date the question is whether it is registered now: an entry that has ended leaves it open.
            still = any(r.last_day is None for r in during)
            return SUPPORTED if still and not denied else CONTRADICTED if still else UNVERIFIED
        held = any(within(stretch, (r.first_day, r.last_day)) for r in during)
        if not held:
            # Registered for a part of the time only: neither shown nor ruled out.
            return Due("unverified", ("supported",)) if not denied else UNVERIFIED
        return CONTRADICTED if denied else SUPPORTED
    if entries or not ground.covers(stretch):
        # Before or after its entry, or at no stated time: a careful reading asks for the date.
        return UNVERIFIED if stretch == (None, None) or not ground.covers(stretch) else _absent(denied)
    return _absent(denied)


def _absent(denied: bool) -> Due:
    return Due("supported", ("unverified",)) if denied else CONTRADICTED


def _stated(told: Telling, ground: Ground) -> Due:
    """Everything else rests on the statements that some record of the world makes."""
    statement = told.statement
    found = ground.stated(statement.type, told.relation, told.subject, told.object)
    on_record = [s for s in found if s.record is not None]
    fitting = [s for s in on_record if _fits(told, s)] or _by_two_roles(told, ground)
    if told.negated:
        # A record that says so excludes the denial; that no record says so does not show the denial. Another figure of
        # the same party and time, or another legal form, does show it to whoever takes there to be only one.
        if any(_may_exclude(s) for s in fitting):
            return CONTRADICTED
        shown = any(_another(told, s) for s in on_record) or (not fitting and _another_form(told, ground))
        return Due("unverified", ("supported",)) if shown else UNVERIFIED
    if fitting:
        if _rests_on_a_master_file(told, fitting) or _has_ended(told, fitting, ground):
            return DERIVED
        return DERIVED if told.relation in TWO_RECORDS or statement.type == "shared_attribute" else SUPPORTED
    if any(_excludes(told, s) for s in on_record):
        return CONTRADICTED
    asked = stretch_of(told.date_from, told.date_to)
    if told.relation in ("defeated", "won") and told.subject is not None and None not in asked:
        rival = told.object if told.relation == "defeated" else None
        if ground.ahead(told.subject, rival, asked) is False:
            # The one complete count of that time has both, and the named winner is not ahead. Without a common count,
            # or without a date, there is nothing to compare.
            return CONTRADICTED
    return UNVERIFIED


def _by_two_roles(told: Telling, ground: Ground) -> list[Statement]:
    """Two offices on record that show a shared officer, though no record says "the same"."""
    if told.type != "shared_attribute" or told.subject is None or told.object is None:
        return []
    title = f"{told.relation.removeprefix('same_').removesuffix('_as')}_of"
    asked = stretch_of(told.date_from, told.date_to)
    sides = []
    for body in (told.subject, told.object):
        held = [s for s in ground.stated("role", title, None, body) if s.record is not None]
        sides.append([s for s in held if overlaps(stretch_of(s.date_from, s.date_to), asked)])
    people = {s.subject for s in sides[0]} & {s.subject for s in sides[1]}
    return [s for s in sides[0] if s.subject in people]


def _rests_on_a_master_file(told: Telling, fitting: list[Statement]) -> bool:
    """Whether a dated claim rests on a file that gives no date of its own: the treasurer of a committee is on the
    master file of all its years."""
    return told.period is not None and told.type in LASTING and all(s.record == "fec" for s in fitting)


def _has_ended(told: Telling, fitting: list[Statement], ground: Ground) -> bool:
    """Whether an office is told of at no time, as of one held today, and the records end it before their last year."""
    days = [s.date_to or "9999" for s in fitting]
    return told.type == "role" and told.period is None and all(int(day[:4]) < ground.last_year for day in days)


def _excludes(told: Telling, statement: Statement) -> bool:
    """Another figure for the very same party, measure and time, in a record that may exclude."""
    if statement.type not in SINGLE or not _may_exclude(statement) or told.amount is None or statement.value is None:
        return False
    if statement.unit != told.amount.unit or statement.relation != told.relation:
        return False
    asked = stretch_of(told.date_from, told.date_to)
    return (
        None not in asked
        and asked == stretch_of(statement.date_from, statement.date_to)
        and told.amount.apart(statement.value)
    )


def _another(told: Telling, statement: Statement) -> bool:
    """Whether a record gives another figure of the same measure for the time told, whatever its grade."""
    if told.amount is None or statement.value is None or statement.unit != told.amount.unit:
        return False
    return told.amount.apart(statement.value) and _fits(replace(told, amount=None), statement)


def _another_form(told: Telling, ground: Ground) -> bool:
    """Whether records give the party a legal form, and not the one told of."""
    forms = (s for form in FORMS for s in ground.stated("legal_status", form, told.subject, None))
    return told.relation in FORMS and any(s.record is not None and s.relation != told.relation for s in forms)


def _matches(told: Telling, ground: Ground) -> bool:
    """Whether the claim is its own statement, slot by slot."""
    statement = told.statement
    same = ground.party(told.subject or "") == ground.party(statement.subject)
    same &= ground.party(told.object or "") == ground.party(statement.object or "")
    return same and told.relation == statement.relation and _fits(told, statement)


def _fits(told: Telling, statement: Statement) -> bool:
    """Whether a statement shows the figure, the time, the place and the words told."""
    if told.amount is not None and (
        statement.value is None or told.amount.unit != statement.unit or not told.amount.allows(statement.value)
    ):
        return False
    if told.start is not None and (statement.start is None or not told.start.allows(statement.start)):
        return False
    if told.place is not None and statement.place is not None and told.place != statement.place:
        return False
    if told.words is not None and told.words != statement.words:
        return False
    if told.said_of is not None and told.said_of != statement.said_of:
        return False
    asked = stretch_of(told.date_from, told.date_to)
    if asked == (None, None):
        return True
    recorded = stretch_of(statement.date_from, statement.date_to)
    if recorded == (None, None):
        # The record gives no time, the claim does.
        return False
    lasting = statement.type in LASTING and within(asked, recorded)
    counted = statement.type in SINGLE and statement.type != "revenue" and within((recorded[1], recorded[1]), asked)
    return within(recorded, asked) or lasting or counted or _same_start(asked, recorded, statement)


def _same_start(asked: Window, recorded: Window, statement: Statement) -> bool:
    """A thing that began and has not ended is told of any time since."""
    return statement.type in LASTING and recorded[1] is None and within(asked, recorded)


def _may_exclude(statement: Statement) -> bool:
    return statement.record in PRIMARY or (statement.record == "casebook" and statement.whole)
