"""Tax returns of a made-up world: Form 990, one file an organization and year, with Schedules I and R where they apply.

Revenue, officers with their pay, grants and related organizations are the world's. Figures of which the world says
nothing (expenses, assets) are drawn, and grants are never more than expenses.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from onrecord.synth.records.names import Filed
from onrecord.synth.records.parties import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.synth.records.output import Output
    from onrecord.synth.world import Office, Organization, Place, Transfer

SECTIONS: Final = {"c3": "3", "c4": "4", "union": "5", "trade_body": "6"}
"""The paragraph of section 501(c) under which each kind of filer is exempt; nobody else files."""
HEAD: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    "<!-- FICTIONAL: a made-up return of a made-up organization, in the layout of an e-filed Form 990. -->\n"
    '<Return xmlns="http://www.irs.gov/efile" returnVersion="2024v5.0">'
)


def write(output: Output) -> None:
    """Write a return for every year in which an exempt organization had revenue or gave a grant."""
    grants: dict[tuple[str, int], list[Transfer]] = {}
    for transfer in output.world.transfers:
        if transfer.register == "irs-990":
            _require_shown(output, transfer)
            grants.setdefault((transfer.payer, int(transfer.day[:4])), []).append(transfer)
    returns = _Returns(output)
    for body in output.world.organizations.values():
        if body.ein and body.kind in SECTIONS:
            revenue = dict(body.revenue)
            for year in sorted({*revenue, *(y for who, y in grants if who == body.id)}):
                returns.add(body, year, revenue.get(year), grants.get((body.id, year), []))


def _require_shown(output: Output, transfer: Transfer) -> None:
    body = output.world.organizations.get(transfer.payer)
    if transfer.kind != "grant" or not transfer.counts:
        raise ValueError(f"{transfer.id}: a return shows grants, and every one counts")
    if body is None or not body.ein or body.kind not in SECTIONS:
        raise ValueError(f"{transfer.id}: {transfer.payer} files no return")


class _Returns:
    def __init__(self, output: Output) -> None:
        self._output, self._truth = output, output.truth
        self._filed = Filed(output.world)
        self._names: set[str] = set()

    def add(self, body: Organization, year: int, revenue: int | None, grants: list[Transfer]) -> None:
        """Write one return, with what it says of whom."""
        file = f"records/irs-990/{self._name(body, year)}.xml"
        lines = self._output.lines(file, HEAD)
        key = f"return={_digits(body)}/{year}-12/990"
        name = body.name.upper()
        self._truth.mention(file, f"{key};ReturnHeader/Filer", "filer", name, body.id)
        for part in (
            _header(body, name, year),
            "<ReturnData>\n<IRS990>\n" + "\n".join(_figures(self._output.world.seed, body, year, revenue, grants)),
            *self._officers(body, year, file, key),
            "</IRS990>",
            *self._grants(grants, file, key),
            *self._related(body, file, key),
            "</ReturnData>\n</Return>",
        ):
            lines.add(part)
        self._output.done(lines, "irs-990", (f"{year}-01-01", f"{year}-12-31"))

    def _name(self, body: Organization, year: int) -> str:
        """A file name of the organization's own, with its number where another one's is alike."""
        name = f"{slug(body.name)}_{year}"
        name = f"{slug(body.name)}-{_digits(body)}_{year}" if name in self._names else name
        self._names.add(name)
        return name

    def _officers(self, body: Organization, year: int, file: str, key: str) -> Iterator[str]:
        serving = [office for office in body.offices if office.first_year <= year <= office.last_year]
        places = _places(f"{key};ReturnData/IRS990/Form990PartVIISectionAGrp", len(serving))
        for office, locator in zip(serving, places, strict=True):
            name = self._filed.spoken(office.person)
            self._truth.mention(file, locator, "officer", name, office.person)
            yield _officer(office, name)

    def _grants(self, grants: list[Transfer], file: str, key: str) -> Iterator[str]:
        if not grants:
            return
        yield "<IRS990ScheduleI>"
        places = _places(f"{key};ReturnData/IRS990ScheduleI/RecipientTable", len(grants))
        for grant, locator in zip(grants, places, strict=True):
            recipient = self._output.world.organizations[grant.payee]
            name = self._filed.spoken(recipient.id)
            self._truth.mention(file, locator, "grantee", name, recipient.id)
            self._truth.money("irs-990", "grant", grant.payer, recipient.id, grant.day, grant.amount)
            section = f"<IRCSectionDesc>501(C)({SECTIONS[recipient.kind]})</IRCSectionDesc>"
            yield (
                f"<RecipientTable>{_business('RecipientBusinessName', name)}{_address(recipient.place)}"
                f"{f'<RecipientEIN>{_digits(recipient)}</RecipientEIN>' if recipient.ein else ''}"
                f"{section if recipient.kind in SECTIONS else ''}<CashGrantAmt>{grant.amount}</CashGrantAmt>"
                f"<PurposeOfGrantTxt>{escape(grant.purpose.upper())}</PurposeOfGrantTxt></RecipientTable>"
            )
        yield "</IRS990ScheduleI>"

    def _related(self, body: Organization, file: str, key: str) -> Iterator[str]:
        """Schedule R, part II: the exempt organizations under common control."""
        related = [other for other in self._output.parties.kin(body) if other.ein and other.kind in SECTIONS]
        if not related:
            return
        yield "<IRS990ScheduleR>"
        places = _places(f"{key};ReturnData/IRS990ScheduleR/IdRelatedTaxExemptOrgGrp", len(related))
        for other, locator in zip(related, places, strict=True):
            name = self._filed.spoken(other.id)
            self._truth.mention(file, locator, "related organization", name, other.id)
            yield (
                f"<IdRelatedTaxExemptOrgGrp>{_business('DisregardedEntityName', name)}{_address(other.place)}"
                f"<EIN>{_digits(other)}</EIN><ExemptCodeSectionTxt>501(C)({SECTIONS[other.kind]})</ExemptCodeSectionTxt>"
                "</IdRelatedTaxExemptOrgGrp>"
            )
        yield "</IRS990ScheduleR>"


def _digits(body: Organization) -> str:
    """An employer identification number as returns have it: nine digits."""
    return (body.ein or "").replace("-", "")


def _places(path: str, count: int) -> list[str]:
    """The paths of elements of one name: numbered only where there are several."""
    return [path] if count == 1 else [f"{path}[{n}]" for n in range(1, count + 1)]


def _header(body: Organization, name: str, year: int) -> str:
    return (
        f"<ReturnHeader>\n<TaxPeriodEndDt>{year}-12-31</TaxPeriodEndDt>\n<ReturnTypeCd>990</ReturnTypeCd>\n"
        f"<TaxPeriodBeginDt>{year}-01-01</TaxPeriodBeginDt>\n<Filer><EIN>{_digits(body)}</EIN>"
        f"{_business('BusinessName', name)}{_address(body.place)}</Filer>\n<TaxYr>{year}</TaxYr>\n</ReturnHeader>"
    )


def _figures(seed: int, body: Organization, year: int, revenue: int | None, grants: list[Transfer]) -> Iterator[str]:
    """Headline figures; the revenue is left out where the world knows none."""
    draw, given = Random(f"{seed}/irs-990/{body.id}/{year}"), sum(grant.amount for grant in grants)
    income = revenue if revenue is not None else given
    expenses = given + round(max(income - given, 0) * draw.uniform(0.8, 1.05))
    assets = round(income * draw.uniform(0.3, 1.8))
    figures = {
        "CYContributionsGrantsAmt": None if revenue is None else round(revenue * draw.uniform(0.6, 1.0)),
        "CYTotalRevenueAmt": revenue,
        "CYGrantsAndSimilarPaidAmt": given,
        "CYTotalExpensesAmt": expenses,
        "TotalAssetsEOYAmt": assets,
        "NetAssetsOrFundBalancesEOYAmt": round(assets * draw.uniform(0.4, 0.95)),
    }
    yield f'<Organization501cInd organization501cTypeTxt="{SECTIONS[body.kind]}">X</Organization501cInd>'
    yield f"<FormationYr>{body.founded}</FormationYr>"
    yield from (f"<{name}>{value}</{name}>" for name, value in figures.items() if value is not None)


def _officer(office: Office, name: str) -> str:
    return (
        f"<Form990PartVIISectionAGrp><PersonNm>{escape(name)}</PersonNm>"
        f"<TitleTxt>{escape(office.title.upper())}</TitleTxt><OfficerInd>X</OfficerInd>"
        f"<ReportableCompFromOrgAmt>{office.pay}</ReportableCompFromOrgAmt>"
        "<ReportableCompFromRltdOrgAmt>0</ReportableCompFromRltdOrgAmt></Form990PartVIISectionAGrp>"
    )


def _business(element: str, name: str) -> str:
    return f"<{element}><BusinessNameLine1Txt>{escape(name)}</BusinessNameLine1Txt></{element}>"


def _address(place: Place) -> str:
    return (
        f"<USAddress><AddressLine1Txt>{escape(place.street.upper())}</AddressLine1Txt>"
        f"<CityNm>{escape(place.city.upper())}</CityNm><StateAbbreviationCd>{place.state}</StateAbbreviationCd>"
        f"<ZIPCd>{place.postcode}</ZIPCd></USAddress>"
    )
