"""Plain sentences for verdicts. No sentence depends on who a claim is about, and no private person is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.checks.naming import levelled
from onrecord.checks.rows import PRIVATE_PERSON
from onrecord.checks.wordlists import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.checks.compare import Window
    from onrecord.checks.finding import Witness
    from onrecord.checks.rows import Fact, Link, Resolution
    from onrecord.checks.sums import Sum
    from onrecord.intervals import Interval
    from onrecord.vocabulary import Grade


def because(key: str) -> str:
    """One of the fixed sentences."""
    return str(wordlist("words")["because"][key])


def reason(key: str | None) -> str:
    """Why a span is not checkable."""
    why = wordlist("words")["reasons"].get(key or "")
    return f"{because('not_checkable')}: {why}." if why else f"{because('not_checkable')}."


def grade(name: Grade) -> str:
    """A grade as a reader would call it."""
    return str(wordlist("words")["grades"][name])


def unit(name: str | None) -> str:
    """A unit as a reader would call it."""
    return str(wordlist("words")["units"].get(name or "", (name or "no stated unit").replace("_", " ")))


def kind(name: str) -> str:
    """A kind of fact or link as a reader would call it."""
    return str(wordlist("words")["kinds"].get(name, name.replace("_", " ")))


# ── figures and dates ────────────────────────────────────────────────────────────────────────────────────────────


def number(value: float) -> str:
    """A number with thousands separators and no idle decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


def money(value: float) -> str:
    """A sum in US dollars; a negative one keeps its sign before the mark."""
    return f"-${number(-value)}" if value < 0 else f"${number(value)}"


def amount(interval: Interval, unit_name: str | None) -> str:
    """A recorded figure: "150,000 or more voters", "$2,375,000 to $2,500,000"."""
    low, high = interval
    show = money if unit_name == "USD" else number
    if low is not None and high is not None:
        text = show(low) if low == high else f"{show(low)} to {show(high)}"
    else:
        text = (
            f"{show(low)} or more" if low is not None else f"at most {show(high)}" if high is not None else "no figure"
        )
    return text if unit_name == "USD" else f"{text} {unit(unit_name)}" if unit_name else text


def stretch(window: Window) -> str:
    """A stretch of time, shortened where it is a whole year, a whole month or a day."""
    start, end = (_short(day, last) for day, last in zip(window, (False, True), strict=True))
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"as of {end}" if end else f"from {start}" if start else "no stated time"


def speaks_of(window: Window) -> str:
    """Which time a record speaks of."""
    return f"the record {'is' if window[0] is None else 'speaks of'} {stretch(window)}"


def other_period(window: Window) -> str:
    """That a record speaks of another time than the claim."""
    return f"{speaks_of(window)}, which is not the time claimed"


def _short(day: str | None, last: bool) -> str | None:
    if day is None:
        return None
    if day[4:] == ("-12-31" if last else "-01-01"):
        return day[:4]
    return day[:7] if day[7:] == ("-31" if last else "-01") else day


# ── lists and names ──────────────────────────────────────────────────────────────────────────────────────────────


def listed(names: Iterable[str], most: int = 4) -> str:
    """Names in a row, the first few, and how many more."""
    all_names = list(dict.fromkeys(names))
    shown = "; ".join(all_names[:most])
    return shown if len(all_names) <= most else f"{shown}; and {len(all_names) - most} more"


def parties(side: Sequence[Resolution]) -> str:
    """Who is asked about, as it may be printed."""
    return " and ".join(f"“{one.shown}”" if one.shown == one.name else one.shown for one in side) or "anyone"


def facts_query(kinds: Sequence[str], subject: Sequence[Resolution], object_: Sequence[Resolution]) -> str:
    """A look into a casebook, in words."""
    asked = f"facts of kind {' or '.join(map(kind, kinds))} with subject {parties(subject)}"
    return f"{asked} and object {parties(object_)}" if object_ else asked


def links_query(kinds: Sequence[str], subject: Sequence[Resolution], object_: Sequence[Resolution]) -> str:
    """A look into a register, in words."""
    return f"links of kind {' or '.join(map(kind, kinds))} from {parties(subject)} to {parties(object_)}"


def together(fact: Fact) -> str:
    """The several parties of a fact."""
    several = fact.objects if len(fact.objects) > 1 else fact.subjects
    return listed(side.name for side in several)


def unknown(name: str, options: Sequence[str], schema: str | None) -> str:
    """That a name is not one name on record."""
    if options and schema != "Person":
        return f"“{name}” may be any of several names on record ({listed(options)}); none was assumed"
    return "a name in the claim may be any of several on record; none was assumed"


# ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────


def other_figure(fact: Fact) -> str:
    """That a record gives another figure, and which."""
    return f"the record gives {amount(fact.interval, fact.unit)}, {speaks_of(fact.window)}"


def wider_figure(fact: Fact) -> str:
    """That the claim is narrower than the record."""
    return f"the record gives only {amount(fact.interval, fact.unit)}"


def link(row: Link) -> str:
    """One record of a register as a neutral sentence, with its amount and date."""
    form = wordlist("words")["links"].get(row.kind, "{a} is linked to {b}")
    giver = "an individual donor" if row.kind == "contribution" and row.subject == PRIVATE_PERSON else row.subject
    sum_ = money(row.amount) if row.amount is not None else "an unstated sum"
    text = form.format(a=giver, b=row.object, amount=sum_, side=side(row.support), purpose=row.purpose or "an officer")
    counted = "" if row.netted else " (not counted in totals under the register's rules)"
    return f"{text[0].upper()}{text[1:]}{_when(row)}{counted}."


def side(support: str | None) -> str:
    """Whether money was spent for somebody or against them."""
    return {"S": "in support of", "O": "against"}.get(support or "", "in connection with")


def link_sum(row: Link, total: Sum) -> str:
    """Several records between the same two parties, added up."""
    one = link(replace(row, amount=total.amount, date=None, date_from=None, date_to=None, netted=True))
    return f"{one.rstrip('.')}, in total, {total.over} ({total.rows} records)."


def _when(row: Link) -> str:
    if row.date:
        return f", {row.date}"
    if row.date_from or row.date_to:
        ends = (f"from {row.date_from}" if row.date_from else "", f"to {row.date_to}" if row.date_to else "")
        return ", " + " ".join(end for end in ends if end)
    return ""


def origins(witnesses: Iterable[Witness]) -> str:
    """Whose accounts these are, each once: "the Board (a copy)" and "the Board" are one."""
    first: dict[str, str] = {}
    for witness in witnesses:
        first.setdefault(levelled(witness.origin), witness.origin)
    return listed(first.values())


def more(count: int) -> str:
    """How many records are left out of a list."""
    return "One more record is not listed." if count == 1 else f"{count} more records are not listed."


def sentence(text: str) -> str:
    """A capital at the start and a full stop at the end."""
    return f"{text[0].upper()}{text[1:].rstrip('.')}." if text else ""


def since(window: Window) -> str:
    """From when to when an entry holds, as far as it says."""
    start, end = window
    if start and end:
        return f" from {start} to {end}"
    return f" since {start}" if start else f" until {end}" if end else ""
