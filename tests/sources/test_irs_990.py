"""A nonprofit's return: figures, officers, grants and relations, each with the path of its element."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import FormatError
from onrecord.sources.irs_990 import Returns
from onrecord.sources.irs_990_filing import ein
from onrecord.sources.opened import opened

LINKS = """
SELECT kind, s.name AS subject, o.name AS object, amount, purpose, link.locator, amended, date_from, date_to FROM link
JOIN mention s ON subject_mention = s.mention_id JOIN mention o ON object_mention = o.mention_id ORDER BY link_id
"""
KEY = "return=001234567/2032-06/990;"


@pytest.fixture
def path(fixtures: Path) -> Path:
    return fixtures / "irs_990/return_990.xml"


def figures(book) -> dict[str, float]:
    rows = book.rows(
        "SELECT metric, value FROM measure JOIN mention ON subject_mention = mention_id WHERE role = 'filer'"
    )
    return {row["metric"]: row["value"] for row in rows}


def test_the_filer_keeps_its_leading_zeros_and_loses_the_attn_line(ingest, path):
    book, reading = ingest(Returns(), path)
    (row,) = book.rows("SELECT * FROM mention WHERE role = 'filer'")
    assert (row["ein"], row["name"], row["schema"]) == ("001234567", "HARBORLINE CIVIC FUND & TRUST", "Organization")
    assert (row["address"], row["postcode"], row["locator"]) == (
        "12 QUAY STREET, SUITE 4",
        "10999",
        f"{KEY}ReturnHeader/Filer",
    )
    assert reading.coverage.covers == "form 990 of HARBORLINE CIVIC FUND & TRUST, tax year 2031"
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2031-07-01", "2032-06-30")


def test_figures_are_in_dollars_for_the_period_and_a_withheld_one_is_unknown(ingest, path):
    book, reading = ingest(Returns(), path)
    assert figures(book) == {
        "revenue": 1_500_000,
        "expenses": 1_400_000,
        "net_assets": -250,
        "grants_to_individuals": 3_500,
    }
    (row,) = book.rows("SELECT unit, date, as_of, locator FROM measure WHERE metric = 'revenue'")
    assert list(row.values()) == ["USD", "2031-07-01", "2032-06-30", f"{KEY}ReturnData/IRS990/CYTotalRevenueAmt"]
    assert "1 amounts are withheld (RESTRICTED)" in reading.notes


def test_an_officers_pay_from_relatives_is_not_lost(ingest, path):
    book, _ = ingest(Returns(), path)
    first, second = [row for row in book.rows(LINKS) if row["kind"] == "officer"]
    assert (first["subject"], first["amount"], first["purpose"]) == ("ODILE FARROW", 0, "EXECUTIVE DIRECTOR")
    assert (second["subject"], second["amount"]) == ("ALDER TRUST COMPANY", None)
    (pay,) = book.rows("SELECT value, locator FROM measure WHERE metric = 'pay_from_related_organizations'")
    assert pay["value"] == 90_500
    schemas = book.rows("SELECT schema, detail FROM mention WHERE role = 'officer' ORDER BY mention_id")
    assert [tuple(row.values()) for row in schemas] == [("Person", "EXECUTIVE DIRECTOR"), ("Organization", "TRUSTEE")]


def test_cash_and_non_cash_are_two_grants_with_two_locators(ingest, path):
    book, _ = ingest(Returns(), path)
    grants = [row for row in book.rows(LINKS) if row["kind"] == "grant"]
    assert [(row["object"], row["amount"], row["purpose"]) for row in grants] == [
        ("FERRY UNION", 20_000, "GENERAL SUPPORT"),
        ("FERRY UNION", 700, "non-cash: GENERAL SUPPORT"),
        ("TIDE CLUB", 50, "non-cash"),
    ]
    group = f"{KEY}ReturnData/IRS990ScheduleI/RecipientTable"
    assert [row["locator"] for row in grants[:2]] == [f"{group}[1]", f"{group}[1]/NonCashAssistanceAmt"]
    assert {row["amended"] for row in grants} == {True}
    assert book.rows("SELECT ein FROM mention WHERE name = 'FERRY UNION'") == [{"ein": "009876543"}]


def test_a_related_organization_is_named_by_its_odd_element(ingest, path):
    book, _ = ingest(Returns(), path)
    (row,) = [row for row in book.rows(LINKS) if row["kind"] == "related_organization"]
    assert (row["subject"], row["object"]) == ("HARBORLINE CIVIC FUND & TRUST", "HARBORLINE ACTION")
    assert row["purpose"] == "related tax-exempt organization"


def test_unreadable_groups_are_set_aside_whole(ingest, path):
    book, reading = ingest(Returns(), path)
    rows = book.rows("SELECT locator, reason, raw FROM quarantine ORDER BY locator")
    assert [(row["locator"], row["reason"]) for row in rows] == [
        (f"{KEY}ReturnData/IRS990/Form990PartVIISectionAGrp[3]", "nobody is named"),
        (f"{KEY}ReturnData/IRS990ScheduleI/RecipientTable[3]", "an amount is not a number: '1.2.3'"),
    ]
    assert rows[1]["raw"].startswith("<RecipientTable>")
    assert book.rows("SELECT * FROM mention WHERE name = 'MISPRINT SOCIETY'") == []
    assert reading.rows_read == 12


def test_what_is_not_read_is_said(ingest, path):
    _, reading = ingest(Returns(), path)
    assert "not read: IRS990ScheduleB" in reading.notes
    assert "an amended return" in reading.notes


def test_every_locator_has_its_receipt(ingest, path, record):
    book, _ = ingest(Returns(), path)
    for table in ("mention", "link", "measure", "quarantine"):
        for row in book.rows(f"SELECT locator FROM {table}"):
            assert record(Returns(), path, row["locator"]), row
    shown = record(Returns(), path, f"{KEY}ReturnData/IRS990ScheduleI/RecipientTable[1]/NonCashAssistanceAmt")
    assert dict(shown.fields)["RecipientBusinessName/BusinessNameLine1Txt"] == "FERRY UNION"
    assert "xmlns" not in shown.text


@pytest.mark.parametrize(
    "where",
    [
        "return=009999999/2032-06/990;ReturnHeader/Filer",
        f"{KEY}ReturnData/IRS990ScheduleI/RecipientTable[9]",
        f"{KEY}../..",
        f"{KEY}//*",
        "line 4",
    ],
)
def test_a_locator_of_another_return_or_of_nothing_has_none(path, record, where):
    assert record(Returns(), path, where) is None


def test_a_foundations_grants_keep_away_its_own_address(ingest, fixtures):
    book, reading = ingest(Returns(), fixtures / "irs_990/return_990pf.xml")
    rows = book.rows("SELECT name, schema, address, country FROM mention WHERE role = 'grantee' ORDER BY mention_id")
    assert [tuple(row.values()) for row in rows] == [
        ("ALDER UNIVERSITY", "LegalEntity", None, None),
        ("QUAY CHAPEL", "Organization", "1 STRAND", "VE"),
    ]
    assert figures(book) == {"revenue": 22_000, "expenses": 17_000}
    assert [row["amount"] for row in book.rows(LINKS)] == [1_200, 2_000, 6_000]
    assert "the header says tax year 2014; the period begins in 2015" in reading.notes


def test_an_older_schema_is_read_by_its_own_names(ingest, fixtures):
    book, _ = ingest(Returns(), fixtures / "irs_990/return_990_2012.xml")
    assert figures(book) == {"revenue": 910}
    assert [(row["kind"], row["subject"], row["object"], row["amount"]) for row in book.rows(LINKS)] == [
        ("officer", "BEL AURORE", "ALDER REEF SOCIETY", 0),
        ("grant", "ALDER REEF SOCIETY", "TIDE CLUB", 800),
    ]


def test_a_byte_order_mark_is_no_obstacle(ingest, path, tmp_path):
    marked = tmp_path / "marked.xml"
    marked.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    book, _ = ingest(Returns(), marked)
    assert figures(book)["revenue"] == 1_500_000


def test_windows_1252_under_a_utf_8_declaration_is_read(ingest, path, tmp_path):
    recoded = tmp_path / "recoded.xml"
    recoded.write_bytes(path.read_text().replace("TIDE CLUB", "TIDÉ CLUB").encode("cp1252"))
    book, _ = ingest(Returns(), recoded)
    assert book.rows("SELECT * FROM mention WHERE name = 'TIDÉ CLUB'")


ENTITY = '<!DOCTYPE Return [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('<Return xmlns="', f'{ENTITY}<Return xmlns="', "declares a document type"),
        ('<Return xmlns="', f'<!--{" " * 70_000}-->{ENTITY}<Return xmlns="', "declares a document type"),
        ("</IRS990ScheduleR>", "", "not whole"),
        ("<EIN>001234567</EIN>", "", "lacks EIN"),
        ("<ReturnTypeCd>990</ReturnTypeCd>", "<ReturnTypeCd>990T</ReturnTypeCd>", "form 990T"),
    ],
)
def test_what_is_no_return_is_refused_in_one_line(ingest, path, tmp_path, old, new, message):
    bad = tmp_path / "bad.xml"
    bad.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(FormatError, match=message) as error:
        ingest(Returns(), bad)
    assert "\n" not in str(error.value)


def test_a_return_is_recognized_from_its_content(path, fixtures):
    with opened(path) as file:
        assert Returns().recognizes(file)
    with opened(fixtures / "fara/registrants.csv") as file:
        assert not Returns().recognizes(file)


@pytest.mark.parametrize(
    ("text", "number"),
    [("001234567", "001234567"), ("00-1234567", "001234567"), ("000000000", None), ("1234567", None), (None, None)],
)
def test_an_ein_has_nine_digits(text, number):
    assert ein(text) == number


@pytest.mark.realdata
def test_three_copies_of_one_real_return_state_the_same_records(ingest, shared):
    stated = set()
    for name in ("270742c", "61c8170", "a8e9caf"):
        book, reading = ingest(Returns(), shared / f"records/irs_990/voice_of_san_diego_2014_{name}.xml")
        assert figures(book)["revenue"] == 1_726_766
        assert book.rows("SELECT count(*) AS n FROM link WHERE kind = 'officer'") == [{"n": 7}]
        assert reading.coverage.date_from == "2014-01-01"
        stated.add(tuple(row["locator"] for row in book.rows("SELECT locator FROM link ORDER BY link_id")))
    assert len(stated) == 1


@pytest.mark.realdata
def test_real_grants_cash_and_in_kind(ingest, shared):
    folder = shared / "records/irs_990"
    book, _ = ingest(Returns(), folder / "EXCERPT_202403589349300950_uchealth_foundation_2023.xml")
    sums = book.rows(
        "SELECT purpose LIKE 'non-cash%' AS in_kind, sum(amount) AS total FROM link "
        "WHERE kind = 'grant' GROUP BY 1 ORDER BY 1"
    )
    assert [tuple(row.values()) for row in sums] == [(False, 878_344), (True, 4_942_413)]
    assert figures(book)["grants_to_individuals"] == 350_165
    book, _ = ingest(Returns(), folder / "EXCERPT_201601249349100900_mcneil_trust_990pf_2015.xml")
    grants = book.rows("SELECT count(*) AS n, sum(amount) AS total FROM link WHERE kind = 'grant'")
    assert grants == [{"n": 4, "total": 12_000}]
