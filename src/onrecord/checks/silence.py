"""Where silence is evidence: in a register that would have to hold such a link, whole for the time, its names settled.

A complete register excludes what it lacks only if the link would have to stand there. Payments, grants and spending are
filed by whoever pays; a gift is on file only where giver and receiver both file. An office that has one of the parties
in a register of its own that is not whole may hold the link instead. Money of another kind between the two may be what
the claim's words mean. And a name that is merely like the one asked for,
among those whom the same party paid, may be the party itself, misspelled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.checks.compare import Window, dated, inside, window
from onrecord.checks.coverage import complete_for, covered
from onrecord.checks.likeness import may_be_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.book.book import SourceRow
    from onrecord.checks.records import Records
    from onrecord.checks.rows import Resolution

BOTH_FILE: Final = ("contribution", "refund", "independent_expenditure")
"""Kinds of link that a register has to hold only where both are committees or candidates of it."""
POLITICAL: Final = (*BOTH_FILE, "transfer")
"""Kinds of link to which a committee or candidate of a register is a party; a vendor that it merely pays is not."""
MONEY: Final = ("contribution", "grant", "independent_expenditure", "loan", "payment", "transfer")
"""Kinds of link that loose words take for one another: where one is on record, silence about another decides little."""
BOTH_TELL: Final = ("contribution", "refund")
"""Kinds of link that either party may report, each to its own office."""

type Parties = Sequence[Resolution]


def whole_register(
    records: Records, kind: str, givers: Parties, takers: Parties, claimed: Window, office: str | None = None
) -> SourceRow | None:
    """The register in which every such link of the time claimed has to stand, or None where there is no such thing.

    ``office`` is its publisher, where only one will do.
    """
    sources = records.with_links((kind,))
    acting = records.acting((kind,), subject=givers)
    knowing = records.acting(POLITICAL, subject=takers) | records.acting(POLITICAL, object=takers)
    fit = [
        source
        for source in sources
        if source.source_id in acting
        and complete_for(source, claimed)
        and (kind not in BOTH_FILE or source.source_id in knowing)
        and office in (None, source.publisher)
    ]
    if not fit:
        return None
    held = acting | (_told_elsewhere(records, kind, takers, fit[0]) if kind in BOTH_TELL else set())
    rest = [s for s in sources if s.source_id in held and s not in fit and not _apart(covered(s), claimed)]
    if rest or _other_money(records, kind, givers, takers, claimed):
        return None
    if _like_names(records, kind, givers, takers, fit, claimed):
        return None
    return fit[0]


def _told_elsewhere(records: Records, kind: str, takers: Parties, whole: SourceRow) -> set[str]:
    """The sources of other offices to which the receivers report."""
    reported = records.acting((kind,), object=takers)
    return {source_id for source_id in reported if records.sources[source_id].publisher != whole.publisher}


def _other_money(records: Records, kind: str, givers: Parties, takers: Parties, claimed: Window) -> bool:
    """Whether money of another kind went from one to the other at that time: "gave" may have been said of a payment."""
    others = tuple(other for other in MONEY if other != kind)
    links = records.links(others, subject=givers, object=takers)
    return any(link.day is None or inside(window(link.day, link.day), claimed) for link in links)


def _like_names(
    records: Records, kind: str, givers: Parties, takers: Parties, sources: Sequence[SourceRow], claimed: Window
) -> bool:
    """Whether the register has a name like a party's own at the other end of the other party's links of that time."""
    for asked, ends in ((takers, {"subject": givers}), (givers, {"object": takers})):
        own = {entity for party in asked for entity in party.entities}
        names = {name for party in asked for name in (party.name, *party.names)}
        for entity, name in records.counterparts(kind, sources, claimed, **ends):
            if entity not in own and any(may_be_one(name, mine) for mine in names):
                return True
    return False


def _apart(coverage: Window, claimed: Window) -> bool:
    """Whether a source is of another time altogether."""
    if not dated(coverage) or not dated(claimed):
        return False
    ended = coverage[1] is not None and claimed[0] is not None and coverage[1] < claimed[0]
    return ended or (coverage[0] is not None and claimed[1] is not None and claimed[1] < coverage[0])
