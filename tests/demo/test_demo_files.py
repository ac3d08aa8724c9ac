"""The demo's files, read without onrecord: their layouts, their figures, and that they say that they are fictional."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

ROOT = Path(__file__).parents[2]
FILES = ROOT / "src" / "onrecord" / "demo" / "files"
RECORDS = FILES / "records"
SEEDS = ROOT.parent / "shared" / "stories" / "seeds"
EXPECTED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))
STORIES = {path.stem: path.read_text(encoding="utf-8") for path in (FILES / "stories").glob("*.txt")}
EFILE = {"e": "http://www.irs.gov/efile"}

ELECTION = "20251104__zz__general__ansel__precinct.csv"
CONTRIBUTIONS = "port_ansel_contributions_2025.csv"
PIPE_WIDTHS = {
    "cm.txt": 15, "cn.txt": 15, "ccl.txt": 7, "itcont.txt": 21, "itpas2.txt": 22, "itoth.txt": 21, "oppexp.txt": 26,
}  # fmt: skip
VOTED = ("Kofi Lindqvist", "Ines Tarrow", "Dov Castellane", "Scattered")
COUNTERS = {"Public Counter", "Manually Counted Emergency", "Absentee / Military", "Affidavit"}
VERDICTS = {"supported", "contradicted", "mixed", "unverified"}
MALFORMED = {"itcont.txt": 1}


def table(name: str) -> list[dict[str, str]]:
    with (RECORDS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pipes(name: str) -> list[list[str]]:
    return [line.split("|") for line in (RECORDS / name).read_text(encoding="utf-8").splitlines()]


def filing(name: str) -> etree._ElementTree:
    return etree.parse(RECORDS / f"form990_{name}_2024.xml")


def city(recipient: str, donor: str = "") -> float:
    """Contributions less adjustments of types 1, 2 and 4, as the official key has it; liabilities are none."""
    rows = [r for r in table(CONTRIBUTIONS) if r["RECIPNAME"] == recipient and r["NAME"].startswith(donor)]
    counted = [r for r in rows if r["SCHEDULE"] in ("ABC", "D") or r["ADJTYPECD"] in ("1", "2", "4")]
    return round(sum(float(r["AMNT"]) for r in counted), 2)


def federal(name: str, committee: str, **fields: str) -> float:
    """The sum of a bulk file's rows that are no memos."""
    at = {"type": 5, "payee": 7, "candidate": 16} if name != "oppexp.txt" else {"payee": 8}
    amount, memo = (14, 18 if name == "itcont.txt" else 19) if name != "oppexp.txt" else (13, 18)
    rows = [r for r in pipes(name) if len(r) == PIPE_WIDTHS[name] and r[0] == committee and r[memo] != "X"]
    return sum(float(r[amount]) for r in rows if all(r[at[key]] == value for key, value in fields.items()))


def primary(candidate: str | None = None, totals: bool = False) -> int:
    rows = [r for r in table("ed_mayor_2025.csv") if totals or r["ED_num"] != "Total"]
    return sum(int(r["votes"]) for r in rows if candidate in (None, r["candidate"]))


def general(*names: str) -> int:
    return sum(int(r["votes"]) for r in table(ELECTION) if r["candidate"] in names)


def revenue(name: str) -> int:
    return int(filing(name).findtext(".//e:CYTotalRevenueAmt", namespaces=EFILE) or 0)


def grant(ein: str) -> int:
    path = f".//e:RecipientTable[e:RecipientEIN='{ein}']/e:CashGrantAmt/text()"
    return sum(int(amount) for amount in filing("gannet_rock_fund").xpath(path, namespaces=EFILE))


def near_identical() -> int:
    """The largest set of comments that are one text but for case, punctuation and signs."""
    return max(Counter(" ".join(re.findall(r"[a-z]+", r["text"].lower())) for r in table("posts.csv")).values())


def spent(committee: str, candidate: str, kind: str) -> float:
    return federal("itpas2.txt", committee, type=kind, candidate=candidate)


FIGURES: dict[str, Callable[[], float]] = {
    "primary_first_choices_lindqvist": lambda: primary("Kofi Lindqvist"),
    "primary_first_choices_lindqvist_doubled": lambda: primary("Kofi Lindqvist", totals=True),
    "primary_first_choices_all": primary,
    "general_votes_lindqvist": lambda: general("Kofi Lindqvist"),
    "general_votes_tarrow": lambda: general("Ines Tarrow"),
    "general_votes_castellane": lambda: general("Dov Castellane"),
    "general_votes_all": lambda: general(*VOTED),
    "general_ballots": lambda: general(*COUNTERS),
    "general_margin": lambda: general("Kofi Lindqvist") - general("Ines Tarrow"),
    "general_share_lindqvist": lambda: round(100 * general("Kofi Lindqvist") / general(*VOTED), 1),
    "turnout_city": lambda: round(100 * general(*COUNTERS) / 411_929, 1),
    "city_dockworkers_to_lindqvist": lambda: city("Lindqvist, Kofi", "Dockworkers Local 88 PAC"),
    "city_bricklayers_to_tarrow": lambda: city("Tarrow, Ines", "Bricklayers and Masons Coopera"),
    "city_net_lindqvist": lambda: city("Lindqvist, Kofi"),
    "city_net_tarrow": lambda: city("Tarrow, Ines"),
    "federal_boateng_to_sternlight": lambda: federal("itcont.txt", "C99900037", payee="BOATENG, CASIMIR"),
    "federal_action_to_sternlight": lambda: federal("itcont.txt", "C99900037", payee="ANSEL QUAY ACTION"),
    "federal_hollander_to_meadowlark": lambda: federal("itcont.txt", "C99900052", payee="HOLLANDER, RASHID"),
    "federal_sternlight_against_tarrow": lambda: spent("C99900037", "H4ZZ01025", "24A"),
    "federal_sternlight_for_tarrow": lambda: spent("C99900037", "H4ZZ01025", "24E"),
    "federal_meadowlark_against_lindqvist": lambda: spent("C99900052", "H4ZZ01017", "24A"),
    "federal_tarrow_to_corvane": lambda: federal("oppexp.txt", "C99900029", payee="CORVANE PUBLIC AFFAIRS LLC"),
    "revenue_alliance_2024": lambda: revenue("ansel_quay_tenants_alliance"),
    "revenue_action_2024": lambda: revenue("ansel_quay_action"),
    "grant_gannet_alliance_2024": lambda: grant("070000101"),
    "grant_gannet_meadowlark_2024": lambda: grant("070000105"),
    "near_identical_comments": near_identical,
}


@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_what_the_raw_files_add_up_to(name: str) -> None:
    assert FIGURES[name]() == EXPECTED["figures"][name]


def test_every_expected_figure_is_recomputed() -> None:
    assert set(FIGURES) == set(EXPECTED["figures"])


# ── what is expected of the claims hangs together ────────────────────────────────────────────────────────────────────


def cases(kind: str) -> Iterator[Any]:
    return (pytest.param(row, id=f"{row['story']}-{row['fragment'][:30]}") for row in EXPECTED[kind])


@pytest.mark.parametrize("row", [*cases("claim"), *cases("not_checkable")])
def test_fragments_occur_once_in_their_story(row: dict[str, Any]) -> None:
    assert STORIES[row["story"]].count(row["fragment"]) == 1


@pytest.mark.parametrize("row", [case for case in cases("claim") if "figure" in case.values[0]])
def test_a_claim_that_is_supported_contains_its_figure_and_a_contradicted_one_excludes_it(row: dict[str, Any]) -> None:
    low, high = row["says"]
    assert (low <= EXPECTED["figures"][row["figure"]] <= high) == (row["status"] == "supported")


def test_every_verdict_and_nearly_every_claim_type_occurs() -> None:
    assert {row["status"] for row in EXPECTED["claim"]} == VERDICTS
    assert len({row["type"] for row in EXPECTED["claim"]}) >= 20
    assert EXPECTED["not_checkable"]


@pytest.mark.parametrize("row", EXPECTED["arithmetic"], ids=lambda row: f"{row['story']}-{row['outcome']}")
def test_arithmetic_holds_or_fails_as_expected(row: dict[str, Any]) -> None:
    assert all(fragment in STORIES[row["story"]] for fragment in row["fragments"])
    if "parts" in row:
        holds = sum(row["parts"]) == row["whole"]
    elif "points" in row:
        holds = row["to"] - row["from"] == row["points"]
    else:
        holds = 100 * (row["to"] - row["from"]) == row["percent"] * row["from"]
    assert holds == (row["outcome"] == "consistent")


def test_the_retelling_names_its_source_and_repeats_its_rare_quotations() -> None:
    (lineage,) = EXPECTED["lineage"]
    source, *shared = lineage["because"]
    assert source in STORIES[lineage["a"]]
    assert all(words in STORIES[lineage["a"]] and words in STORIES[lineage["b"]] for words in shared)


@pytest.mark.parametrize("row", EXPECTED["alignment"], ids=lambda row: str(row["b"][:30]))
def test_aligned_claims_stand_in_their_stories(row: dict[str, Any]) -> None:
    assert row["a"] in STORIES["harbor-ledger"]
    assert row["b"] in STORIES["bay-wire"]


# ── layouts ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", PIPE_WIDTHS)
def test_federal_lines_have_the_official_number_of_fields(name: str) -> None:
    wrong = [row for row in pipes(name) if len(row) != PIPE_WIDTHS[name]]
    assert len(wrong) == MALFORMED.get(name, 0)
    assert len(pipes(name)) >= 8


@pytest.mark.parametrize(
    ("name", "at"), [("itcont.txt", 20), ("itoth.txt", 20), ("itpas2.txt", 21), ("oppexp.txt", 21)]
)
def test_transactions_have_unique_record_numbers(name: str, at: int) -> None:
    keys = [row[at] for row in pipes(name) if len(row) == PIPE_WIDTHS[name]]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"\d{19}", key) for key in keys)


def test_federal_files_have_the_quirks_that_readers_must_bear() -> None:
    committees = (RECORDS / "cm.txt").read_text(encoding="utf-8").splitlines()
    assert len(committees) - len(set(committees)) == 1
    types = Counter(row[5] for name in ("itcont.txt", "itpas2.txt") for row in pipes(name))
    assert {"22Y", "24A", "24E", "24K"} <= set(types)
    assert any(row[18] == "X" for row in pipes("itcont.txt") if len(row) == 21)
    inner, outer = ({row[-1] for row in pipes(name)} for name in ("itpas2.txt", "itoth.txt"))
    assert inner < outer


def test_city_contributions_have_52_columns_and_an_empty_last_line() -> None:
    raw = (RECORDS / CONTRIBUTIONS).read_bytes()
    assert raw.endswith(b"\r\n\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    rows = [row for row in csv.reader(io.StringIO(raw.decode(), newline="")) if row]
    assert {len(row) for row in rows} == {52}
    assert {row["SCHEDULE"] for row in table(CONTRIBUTIONS)} == {"ABC", "D", "M", "N"}
    assert all(re.fullmatch(r"[1-9]\d?/[1-9]\d?/2025", row["DATE"]) for row in table(CONTRIBUTIONS))
    refunds = [row for row in table(CONTRIBUTIONS) if row["SCHEDULE"] == "M"]
    assert all(float(row["AMNT"]) < 0 and row["REFUNDDATE"] and row["ADJTYPECD"] for row in refunds)
    assert any(row["INTERMNAME"] for row in table(CONTRIBUTIONS))


def test_election_districts_add_up_to_their_assembly_districts() -> None:
    sums: Counter[tuple[str, str]] = Counter()
    for row in table("ed_mayor_2025.csv"):
        sums[row["AD_num"], row["candidate"]] += int(row["votes"]) * (-1 if row["ED_num"] == "Total" else 1)
    assert set(sums.values()) == {0}
    assert len({(row["AD_num"], row["ED_num"]) for row in table("ed_mayor_2025.csv") if row["ED_num"] != "Total"}) == 24


def test_no_precinct_has_more_votes_than_ballots() -> None:
    votes: Counter[str] = Counter()
    for row in table(ELECTION):
        votes[row["precinct"]] += int(row["votes"]) * (1 if row["candidate"] in COUNTERS else -1)
    assert len(votes) == 24
    assert min(votes.values()) >= 0


@pytest.mark.parametrize(("name", "width", "split"), [("Registrants", 10, 0), ("ForeignPrincipals", 12, 1)])
def test_the_register_has_its_official_columns(name: str, width: int, split: int) -> None:
    with (RECORDS / f"FARA_All_{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows[0]) == width
    assert [len(row) for row in rows if len(row) != width] == [width + 1] * split


def test_nonprofit_returns_name_each_other_and_share_address_and_director() -> None:
    alliance, action = filing("ansel_quay_tenants_alliance"), filing("ansel_quay_action")

    def text(tree: etree._ElementTree, path: str) -> str | None:
        return tree.findtext(f".//e:{path}", namespaces=EFILE)

    assert text(alliance, "Filer/e:EIN") == text(action, "IdRelatedTaxExemptOrgGrp/e:EIN") == "070000101"
    assert text(action, "Filer/e:EIN") == text(alliance, "IdRelatedTaxExemptOrgGrp/e:EIN") == "070000102"
    for path in ("Filer/e:USAddress/e:AddressLine1Txt", "Form990PartVIISectionAGrp/e:PersonNm"):
        assert text(alliance, path) == text(action, path)


def test_grants_add_up_to_the_totals_of_their_return() -> None:
    for name in ("ansel_quay_tenants_alliance", "ansel_quay_action", "gannet_rock_fund"):
        tree = filing(name)
        paid = sum(int(a) for a in tree.xpath(".//e:RecipientTable/e:CashGrantAmt/text()", namespaces=EFILE))
        assert paid == int(tree.findtext(".//e:CYGrantsAndSimilarPaidAmt", namespaces=EFILE) or 0)


def test_casebook_has_every_grade_a_shared_lineage_and_unique_ids() -> None:
    rows = table("casebook.csv")
    assert len({row["fact_id"] for row in rows}) == len(rows) >= 25
    grades = {"primary_record", "official_statement", "independent_report", "interested_party", "lineage_copy"}
    assert {row["grade"] for row in rows} == grades
    assert max(Counter(row["lineage"] for row in rows if row["lineage"]).values()) >= 2
    assert not any("Bay Wire" in row["publisher"] or "Harbor Ledger" in row["publisher"] for row in rows)


def test_comments_are_those_of_anonymous_accounts() -> None:
    rows = table("posts.csv")
    assert len(rows) == 60
    assert all(re.fullmatch(r"fictional-\d{3}", row["account_id"]) for row in rows)


# ── fictional, and ours ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", sorted(FILES.rglob("*.*")), ids=lambda path: path.name)
def test_files_say_that_they_are_fictional(path: Path) -> None:
    """Two layouts have no field for it: the committee linkage and the district count hold codes and numbers only."""
    says_so = "fictional" in path.read_text(encoding="utf-8").lower()
    assert says_so != (path.name in ("ccl.txt", "ed_mayor_2025.csv"))


def windows(text: str, size: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[i:] for i in range(size)), strict=False))


def our_texts() -> Iterable[Path]:
    return [*(path for path in FILES.rglob("*.*") if path.is_file()), ROOT / "examples" / "nyc-2025" / "README.md"]


@pytest.mark.realdata
def test_no_nine_words_in_a_row_are_those_of_a_real_story() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the real stories are not beside this checkout")
    seeds = set().union(*(windows(path.read_text(encoding="utf-8")) for path in SEEDS.glob("*.txt")))
    assert seeds
    shared = {path.name: windows(path.read_text(encoding="utf-8")) & seeds for path in our_texts()}
    assert not any(shared.values()), shared
