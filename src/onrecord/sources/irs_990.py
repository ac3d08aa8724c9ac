"""IRS Form 990, 990-EZ and 990-PF, as e-filed: one organization's return a file.

Official layout: https://www.irs.gov/charities-non-profits/tax-exempt-organization-search-bulk-data-downloads and the
e-file schemas. ``irs_990.toml`` says where a figure stands in the versions that we know; an unknown version is read by
the nearest names, and what is missing or not read is said in the notes.

**Locator**: ``return=EIN/end of the tax period/form;path``, for example
``return=273912345/2014-12/990;ReturnData/IRS990ScheduleI/RecipientTable[3]``. The part before the semicolon is the
return's own key, so that copies of one return are one record; the rest is the element below ``Return``.

Read: the filer, headline figures, officers, directors and trustees with their pay, grants, related organizations.
Not read: the donors of Schedule B (withheld in public copies), the preparer, the signer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Final

from onrecord.sources import efile_xml as xml
from onrecord.sources.format import RawRecord, Reading
from onrecord.sources.irs_990_filing import Filing, address, business, ein, filing_of, paths
from onrecord.vocabulary import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from onrecord.book.ingest import Intake
    from onrecord.sources.opened import Opened
    from onrecord.vocabulary import Column

GROUPS: Final = ("officers", "grants", "individuals", "related")
WITHHELD: Final = "RESTRICTED"
MENTIONS: Final[dict[str, Column]] = {
    "id": "int64", "locator": "string", "role": "string", "schema": "string", "name": "string", "ein": "string",
    "detail": "string", "address": "string", "city": "string", "state": "string", "country": "string",
    "postcode": "string",
}  # fmt: skip
LINKS: Final[dict[str, Column]] = {
    "id": "int64", "locator": "string", "kind": "string", "subject": "int64", "object": "int64", "amount": "float64",
    "purpose": "string", "date_from": "string", "date_to": "string", "amended": "boolean",
}  # fmt: skip
MEASURES: Final[dict[str, Column]] = {
    "id": "int64", "locator": "string", "subject": "int64", "metric": "string", "value": "float64", "date": "string",
    "as_of": "string",
}  # fmt: skip
REFUSED: Final[dict[str, Column]] = {"locator": "string", "reason": "string", "raw": "string"}
INSERTS: Final = (
    ("mention", "SELECT {base} + id * 16 AS mention_id, * EXCLUDE (id) FROM mentions"),
    (
        "link",
        "SELECT {base} + id * 16 AS link_id, locator, kind, {base} + subject * 16 AS subject_mention, "
        "{base} + object * 16 AS object_mention, amount, CASE WHEN amount IS NOT NULL THEN 'USD' END AS currency, "
        "date_from, date_to, purpose, amended FROM links",
    ),
    (
        "measure",
        "SELECT {base} + id * 16 AS measure_id, locator, {base} + subject * 16 AS subject_mention, metric, value, "
        "'USD' AS unit, date, as_of FROM measures",
    ),
    ("quarantine", "SELECT locator, reason, raw FROM refused"),
)


class UnreadableGroupError(Exception):
    """Why one group of a return cannot be read."""


@dataclass(slots=True)
class Rows:
    """What a return states, in the order of the columns above; ids count from 1 within each table."""

    mentions: list[tuple[Any, ...]] = field(default_factory=list)
    links: list[tuple[Any, ...]] = field(default_factory=list)
    measures: list[tuple[Any, ...]] = field(default_factory=list)
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    withheld: int = 0
    read: int = 0

    def mention(
        self, locator: str, role: str, schema: str, name: str, number: str | None, detail: str | None, at: Any = None
    ) -> int:
        """Add one mention; returns its id."""
        place = address(at) if at is not None else (None,) * 5
        self.mentions.append((len(self.mentions) + 1, locator, role, schema, name, number, detail, *place))
        return len(self.mentions)

    def link(
        self, filing: Filing, locator: str, kind: str, parties: tuple[int, int], amount: float | None, why: str | None
    ) -> None:
        """Add one link for the filing's period; ``parties`` are subject and object."""
        period = (filing.begin, filing.end, filing.amended)
        self.links.append((len(self.links) + 1, locator, kind, *parties, amount, why, *period))

    def measure(self, filing: Filing, element: _Element, subject: int, metric: str, value: float) -> None:
        """Add one figure for the filing's period."""
        where = filing.locator(element)
        self.measures.append((len(self.measures) + 1, where, subject, metric, value, filing.begin, filing.end))

    def amount(self, group: _Element, names: list[str]) -> float | None:
        """The amount at the first of several paths, None if absent or withheld; UnreadableGroupError if no number."""
        text = xml.text(group, names)
        if text is None:
            return None
        if text == WITHHELD:
            self.withheld += 1
            return None
        if not re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII):
            raise UnreadableGroupError(f"an amount is not a number: {text!r}")
        return float(text)


class Returns:
    """A nonprofit's annual return."""

    name: ClassVar[str] = "irs-990"
    title: ClassVar[str] = "IRS Form 990 return"
    publisher: ClassVar[str] = "U.S. Internal Revenue Service"
    official: ClassVar[str] = "https://www.irs.gov/charities-non-profits/form-990-series-downloads"

    def recognizes(self, opened: Opened) -> bool:
        """An XML document whose root is a ``Return`` with a ``ReturnHeader``."""
        return all(re.search(rf"<(\w+:)?{name}[\s>]", opened.head) for name in ("Return", "ReturnHeader"))

    def read(self, opened: Opened, intake: Intake) -> Reading:
        """Filer, figures, officers, grants and related organizations become mentions, measures and links."""
        filing = filing_of(opened)
        rows = Rows()
        filer = _filer(filing, rows)
        figures = _figures(filing, filer, rows)
        for kind, reader in zip(GROUPS, (_officer, _grant, _individuals, _related), strict=True):
            for group in filing.groups(kind):
                _guarded(filing, rows, group, filer, reader)
        tables = (("mentions", MENTIONS), ("links", LINKS), ("measures", MEASURES), ("refused", REFUSED))
        for name, columns in tables:
            intake.rows(getattr(rows, name), columns, name)
        for table, sql in INSERTS:
            intake.insert(table, sql)
        covers = f"form {filing.form} of {filing.name}, tax year {filing.tax_year}"
        return Reading(rows.read, Coverage(covers, filing.begin, filing.end), tuple(_notes(filing, rows, figures)))

    def record(self, opened: Opened, where: str) -> RawRecord | None:
        """The element behind ``return=…;path``: its leaves as fields, and its XML."""
        filing = filing_of(opened)
        key, _, path = where.partition(";")
        element = xml.at(filing.root, path)
        return xml.raw_record(element) if element is not None and filing.locator(filing.root) == f"{key};" else None


def _guarded(filing: Filing, rows: Rows, group: _Element, filer: int, reader: Any) -> None:
    """Read one group whole, or set it aside: what it had added before it failed is taken back."""
    rows.read += 1
    before = len(rows.mentions), len(rows.links), len(rows.measures)
    try:
        reader(filing, rows, group, filer)
    except UnreadableGroupError as error:
        for table, length in zip((rows.mentions, rows.links, rows.measures), before, strict=True):
            del table[length:]
        rows.refused.append((filing.locator(group), str(error), xml.raw_record(group).text))


def _filer(filing: Filing, rows: Rows) -> int:
    element = xml.find_all(filing.root, "ReturnHeader/Filer")[0]
    detail = f"form {filing.form}, tax year {filing.tax_year}"
    return rows.mention(
        filing.locator(element), "filer", "Organization", filing.name, filing.ein, detail, filing.own_address()
    )


def _figures(filing: Filing, filer: int, rows: Rows) -> list[str]:
    """Headline figures; returns the names of those that the return does not state where we know them."""
    missing = []
    for metric, places in paths("figures")[filing.form].items():
        element = xml.first(filing.root, [f"ReturnData/IRS{filing.form}/{path}" for path in places])
        if element is None:
            missing.append(metric)
        else:
            _guarded(filing, rows, element, filer, _figure_reader(metric))
    return missing


def _figure_reader(metric: str) -> Any:
    def read(filing: Filing, rows: Rows, element: _Element, filer: int) -> None:
        value = rows.amount(element, [])
        if value is not None:
            rows.measure(filing, element, filer, metric, value)

    return read


def _officer(filing: Filing, rows: Rows, group: _Element, filer: int) -> None:
    """An officer, director, trustee or listed employee: the link carries the filer's own pay, title as purpose."""
    names = paths("officers")
    person, firm = xml.text(group, names["person"]), business(group, names["business"])
    title, where = xml.text(group, names["title"]), filing.locator(group)
    if not (person or firm):
        raise UnreadableGroupError("nobody is named")
    schema = "Person" if person else "Organization"
    officer = rows.mention(where, "officer", schema, person or firm or "", None, title)
    rows.link(filing, where, "officer", (officer, filer), rows.amount(group, names["pay"]), title)
    # All of somebody's pay can come from related organizations: left out, a well-paid officer would seem a volunteer.
    related = xml.first(group, names["related_pay"])
    if related is not None and (pay := rows.amount(group, names["related_pay"])) is not None:
        rows.measure(filing, related, officer, "pay_from_related_organizations", pay)


def _grant(filing: Filing, rows: Rows, group: _Element, filer: int) -> None:
    """A grant to a named recipient: cash and non-cash are two links, since only cash is money paid."""
    names = paths("grants")
    firm, person = business(group, names["business"]), xml.text(group, names["person"])
    if not (firm or person):
        raise UnreadableGroupError("no recipient is named")
    # Private foundations put organizations into the person's element too, so it makes nobody a person.
    schema = "Organization" if firm else "LegalEntity"
    at = xml.first(group, names["address"])
    if at is not None and _is_filers_own(filing, at):
        at = None
    where, section = filing.locator(group), xml.text(group, names["section"])
    number = ein(xml.text(group, names["ein"]))
    recipient = rows.mention(where, "grantee", schema, firm or person or "", number, section, at)
    for amount, locator, why in _sums(filing, rows, group, where):
        rows.link(filing, locator, "grant", (filer, recipient), amount, why)


def _sums(filing: Filing, rows: Rows, group: _Element, where: str) -> Iterator[tuple[float | None, str, str | None]]:
    """The one or two sums of a grant: amount, locator, purpose. A zero beside the other sum says nothing."""
    names = paths("grants")
    cash, other = rows.amount(group, names["cash"]), rows.amount(group, names["non_cash"])
    purpose = xml.text(group, names["purpose"])
    if cash or not other:
        yield cash, where, purpose
    if other and (element := xml.first(group, names["non_cash"])) is not None:
        yield other, filing.locator(element), f"non-cash: {purpose}" if purpose else "non-cash"


def _is_filers_own(filing: Filing, at: _Element) -> bool:
    """Foundations often give their own address for a recipient: it is then no address of the recipient."""
    own = filing.own_address()
    if own is None or filing.form != "990PF":
        return False
    (street, *_, postcode), (own_street, *_, own_postcode) = address(at), address(own)
    return postcode == own_postcode and (street == own_street or (street or "").upper().startswith("C/O"))


def _individuals(filing: Filing, rows: Rows, group: _Element, filer: int) -> None:
    """Grants to individuals are one sum a kind, without names: figures of the filer."""
    for key, metric in (("cash", "grants_to_individuals"), ("non_cash", "grants_to_individuals_non_cash")):
        names = paths("individuals")[key]
        element, value = xml.first(group, names), rows.amount(group, names)
        if element is not None and value is not None:
            rows.measure(filing, element, filer, metric, value)


def _related(filing: Filing, rows: Rows, group: _Element, filer: int) -> None:
    """A related organization of Schedule R; the purpose says which kind."""
    names, where = paths("related"), filing.locator(group)
    name = business(group, names["business"])
    if not name:
        raise UnreadableGroupError("no organization is named")
    number, activities = ein(xml.text(group, names["ein"])), xml.text(group, names["activities"])
    at = xml.first(group, names["address"])
    other = rows.mention(where, "related organization", "Organization", name, number, activities, at)
    rows.link(filing, where, "related_organization", (filer, other), None, paths("relations")[xml.tag(group)])


def _notes(filing: Filing, rows: Rows, missing: list[str]) -> Iterator[str]:
    read = {path.split("/")[0] for kind in GROUPS for path in paths(kind)["groups"]}
    data = xml.find_all(filing.root, "ReturnData")
    there = dict.fromkeys(xml.tag(child) for part in data for child in part if isinstance(child.tag, str))
    if unread := [name for name in there if name not in read]:
        yield f"not read: {', '.join(unread)}"
    if missing:
        yield f"not stated where schema {filing.root.get('returnVersion')} is known to state it: {', '.join(missing)}"
    if rows.withheld:
        yield f"{rows.withheld} amounts are withheld ({WITHHELD})"
    if filing.amended:
        yield "an amended return"
    year = xml.text(xml.first(filing.root, ["ReturnHeader"]), paths("header")["year"])
    if year and year != filing.tax_year:
        yield f"the header says tax year {year}; the period begins in {filing.tax_year}"
