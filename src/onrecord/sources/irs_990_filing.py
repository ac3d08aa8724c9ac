"""The header of an IRS 990 return, and how names, addresses and numbers are written in any of its schedules."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from onrecord.errors import FormatError
from onrecord.sources import efile_xml as xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from onrecord.sources.opened import Opened

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
NOT_A_NAME = re.compile(r"(attn|attention|c/o)\b", re.IGNORECASE)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files(__package__) / "irs_990.toml").read_text(encoding="utf-8"))


def paths(table: str) -> dict[str, Any]:
    """Where figures and names stand, by schema version: one table of ``irs_990.toml``."""
    return _tables()[table]


@dataclass(frozen=True, slots=True)
class Filing:
    """One return: who filed which form for which period, and its tree."""

    root: _Element
    ein: str
    name: str
    form: str
    begin: str
    end: str
    amended: bool

    @property
    def tax_year(self) -> str:
        """The year in which the period begins: a year to June 2024 is tax year 2023."""
        return self.begin[:4]

    def locator(self, element: _Element) -> str:
        """Return key and path of one element."""
        return f"return={self.ein}/{self.end[:7]}/{self.form};{xml.path_of(element)}"

    def groups(self, kind: str) -> list[_Element]:
        """Every group of one kind (``officers``, ``grants``, …), whichever schema names it."""
        return [group for path in paths(kind)["groups"] for group in xml.find_all(self.root, f"ReturnData/{path}")]

    def own_address(self) -> _Element | None:
        """The filer's address."""
        return xml.first(self.root, [f"ReturnHeader/{path}" for path in paths("header")["address"]])


def filing_of(opened: Opened) -> Filing:
    """The return in this file; FormatError if it lacks what makes it a return, or is of another form."""
    root = xml.parse(opened)
    header, where = xml.first(root, ["ReturnHeader"]), paths("header")
    form, begin, end = (xml.text(header, where[key]) or "" for key in ("form", "begin", "end"))
    number, name = ein(xml.text(header, where["ein"])), business(header, where["name"])
    if not (number and name and DAY.fullmatch(begin) and DAY.fullmatch(end)):
        raise FormatError("the header lacks EIN, name or tax period", path=opened.path, advice="is the file whole?")
    if form not in paths("figures"):
        advice = "forms 990, 990EZ and 990PF are read"
        raise FormatError(f"this is a return of form {form or 'unknown'}", path=opened.path, advice=advice)
    flag = xml.text(root, [f"ReturnData/IRS{form}/{path}" for path in paths("amended")["flags"]])
    return Filing(root, number, name, form, begin, end, flag is not None and flag.casefold() not in {"0", "false"})


def address(element: _Element) -> tuple[str | None, ...]:
    """Street, city, state, country, postcode; an address in the United States has no country element."""
    where = paths("address")
    street = ", ".join(filter(None, (xml.text(element, where["street"]), xml.text(element, where["more"]))))
    city, state, country, code = (xml.text(element, where[key]) for key in ("city", "state", "country", "postcode"))
    return street or None, city, state, country or (None if "Foreign" in xml.tag(element) else "US"), code


def business(element: _Element | None, at: list[str]) -> str | None:
    """The business name at the first of several paths: its two lines as one, without an "Attn" line."""
    found = xml.first(element, at) if element is not None else None
    if found is None:
        return None
    line, more = (xml.text(found, paths("name")[key]) for key in ("lines", "more"))
    return " ".join(filter(None, (line, more if not NOT_A_NAME.match(more or "") else None))) or None


def ein(text: str | None) -> str | None:
    """Nine digits, leading zeros kept; None for a blank, a filler or something else."""
    digits = (text or "").replace("-", "")
    return digits if re.fullmatch(r"\d{9}", digits, re.ASCII) and int(digits) else None
