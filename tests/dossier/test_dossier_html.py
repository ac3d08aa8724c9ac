"""The page: complete, self-contained, and text only, whatever a story or a record says."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from dossier_sample import sample, story
from lxml.html import HtmlElement

from onrecord.dossier.html import render, visible, web_address, write
from onrecord.dossier.views import CheckedStory, DossierView, Receipt, dossier
from onrecord.errors import OnRecordError
from onrecord.vocabulary import (
    Arithmetic,
    Attribution,
    Claim,
    Evidence,
    Lineage,
    Period,
    Quantity,
    Search,
    Settlement,
    Story,
    Verdict,
)

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}]]>--></style>\u202egnp.exe\u2067\x00&amp;"
NOTHING_LOADS = (
    "//*[self::link or self::img or self::iframe or self::object or self::embed or self::base or self::form]"
)


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return lxml.html.document_fromstring(render(sample()))


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _as_typed(page: HtmlElement, anchor: str) -> str:
    """The story's text on the page, without the numbers set into it."""
    (typed,) = page.xpath(f"//section[@id='{anchor}']//div[@class='typed']")
    for chip in typed.xpath(".//a[contains(@class, 'chip')]"):
        chip.drop_tree()
    return str(typed.text_content())


def _hostile(text: str = HOSTILE) -> DossierView:
    """A case in which everything that somebody else wrote is hostile."""
    verdict = Verdict(
        "mixed", text, "primary_record", (Evidence(text, text, "primary_record", text, text, "supports"),),
        (Search(text, text, text, 1),), (Settlement(text, text),), Verdict("unverified", text),
    )  # fmt: skip
    claims = (
        Claim(
            "c1", 0, len(text), text, "quotation", text, text, text, Quantity(text, 1, 2, text), Period(text, text),
            text, (Attribution(text, text, "person"),), loaded_terms=(text,), candidates=(text,), words=text,
            said_of=text,
        ),
        Claim(text, 0, 3, text[:3], "other", checkable=False, reason="opinion", loaded_terms=(text,)),
    )  # fmt: skip
    read = Story(text, "0" * 64, len(text), claims, (Arithmetic((text,), text, "consistent", text),), text, text)
    receipt = Receipt(text, text, text, text, text, ((text, text), ("url", "javascript:alert(1)")), text)
    return dossier(
        [CheckedStory(read, text, {"c1": verdict})],
        {(text, text): receipt},
        case_title=text,
        generated=text,
        lineage=[Lineage(text, text, "independent", text)],
    )


def test_the_page_stands_alone(page: HtmlElement) -> None:
    assert page.xpath(NOTHING_LOADS) == []
    assert page.xpath("//@src | //@srcset | //@style | //@action") == []
    assert all(href.startswith("#") for href in page.xpath("//*[local-name()='use']/@href"))
    assert "url(" not in page.xpath("string(//style)")
    assert "@import" not in page.xpath("string(//style)")
    outward = [href for href in page.xpath("//a/@href") if not href.startswith("#")]
    assert set(outward) == {"https://courier.example/2031/07/turnout"}


def test_the_policy_allows_its_own_style_and_script_only(page: HtmlElement) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (element,) = page.xpath(f"//{name}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_every_link_inside_the_page_leads_somewhere(page: HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    used = {*page.xpath("//@href"), *(f"#{id_}" for value in page.xpath("//@aria-labelledby") for id_ in value.split())}
    assert {href[1:] for href in used if href.startswith("#")} <= set(ids)


def test_the_story_stands_as_typed(page: HtmlElement) -> None:
    fresh = lxml.html.document_fromstring(render(sample()))
    assert _as_typed(fresh, "s1") == story("ledger").raw
    assert _as_typed(fresh, "s2") == story("courier").raw


def test_every_claim_can_be_selected_in_the_text(page: HtmlElement) -> None:
    chips = page.xpath("//section[@id='s1']//a[contains(@class, 'chip')]")
    assert {chip.get("href") for chip in chips} == {f"#s1-c{n}" for n in range(1, 20)}
    assert {chip.get("aria-label") for chip in chips} >= {"Claim c4: Mixed", "Claim c16: Not checkable"}
    for chip in chips:
        assert page.get_element_by_id(chip.get("href")[1:]).get("class").startswith("claim ")


def test_the_summary_lists_every_claim_held_against_records_with_verdict_and_grade(page: HtmlElement) -> None:
    rows = [
        [_text(cell) for cell in row.xpath("./td")] for row in page.xpath("//table[@class='claims']//tr[@data-status]")
    ]
    assert len(rows) == 17
    assert ["Supported", "Primary record"] in [row[2:] for row in rows]
    assert all(row[2] != "Not checkable" for row in rows)  # those stand in a list of their own, under their story
    assert rows[-2][2:] == ["Unverified", "no record that settles it"]


def test_a_card_says_all_there_is_to_say(page: HtmlElement) -> None:
    card = _text(page.get_element_by_id("s1-c10"))
    for words in (
        "Unverified", "Turnout · c10", "No record here counts voters by who brought them to the polls.",
        "at least 12,000 voters, worded “more than 12,000”", "Harborlight Action (“says”)",
        "does not state it outright",
        "What would settle it", "ask Harborlight Action", "Where we looked (1 source)", "21 records found",
        "did Harborlight Action say so? Supported", "Rests on: Interested party",
    ):  # fmt: skip
        assert words in card


def test_a_receipt_shows_fields_and_the_raw_record(page: HtmlElement) -> None:
    (receipt,) = page.xpath("//*[@id='s1-c3']//details[@class='receipt']")
    shown = _text(receipt)
    assert "Port Larkin Campaign Finance Office" in shown
    assert [_text(cell) for cell in receipt.xpath(".//tr[4]/*")] == ["amount", "18500.00"]
    assert "F-20931|HARBORLIGHT ACTION|40 TANNERY ROW" in shown


def test_headings_step_down_one_at_a_time_and_landmarks_are_there(page: HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.get("lang") == "en"
    assert [len(page.xpath(f"//body/{path}")) for path in ("header", "header/nav", "main", "footer")] == [1, 1, 1, 1]


def test_fiction_is_announced_only_where_it_is_fiction(page: HtmlElement) -> None:
    assert "Everything in this case is fictional." in _text(page)
    assert "fictional" not in render(_hostile("plain words"))


def test_the_same_case_gives_the_same_page() -> None:
    assert render(sample()) == render(sample())


def test_hostile_text_stays_text() -> None:
    page = lxml.html.document_fromstring(render(_hostile()))
    assert page.xpath(NOTHING_LOADS) == []
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    assert all(href.startswith("#") for href in page.xpath("//a/@href"))
    assert "javascript:alert(1)" in page.text_content()
    assert "49" not in _text(page.xpath("//h1")[0])
    assert _as_typed(page, "s1") == HOSTILE.replace("\x00", "")


def test_reordering_characters_never_leave_their_own_box() -> None:
    outside = re.sub(r'<bdi class="ctl"[^>]*>[\u202e\u2067]</bdi>', "", render(_hostile()))
    body = re.sub(r"<title>.*?</title>", "", outside, flags=re.S)
    assert not re.search(r">[^<]*[\u202a-\u202e\u2066-\u2069]", body)
    assert visible("a\u202eb") == 'a<bdi class="ctl" data-c="U+202E" title="U+202E, a hidden character">\u202e</bdi>b'


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a.example/\u202ex",
        "http://a.example/ and more",
        "//a.example",
        "https://",
        "https://a.example@b.example/",
        "https://a.example\n",
    ],
)
def test_only_a_plain_web_address_becomes_a_link(text: str) -> None:
    assert "<a" not in web_address(text)


def test_a_web_address_is_a_link_that_shows_where_it_leads() -> None:
    assert web_address('https://a.example/?q=1&r="') == (
        '<a href="https://a.example/?q=1&amp;r=&#34;" rel="noreferrer noopener">https://a.example/?q=1&amp;r=&#34;</a>'
    )


def test_a_line_of_two_megabytes_is_kept_whole_in_its_text_and_cut_in_the_summary() -> None:
    line = "x" * 2_000_000
    read = Story("s.txt", "0" * 64, len(line), (Claim("c1", 0, len(line), line, "other"),))
    view = dossier(
        [CheckedStory(read, line, {"c1": Verdict("unverified", "No record.")})], {}, case_title="", generated=""
    )
    started = time.perf_counter()
    html = render(view)
    assert time.perf_counter() - started < 5
    assert len(html) < 2.2 * len(line)


def test_an_empty_story_still_makes_a_page() -> None:
    empty = CheckedStory(Story("s.txt", "0" * 64, 0, ()), "", {})
    assert "No claim in this text can be held against a record." in render(
        dossier([empty], {}, case_title="t", generated="")
    )


def test_write_leaves_the_page_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_text("old")
    write(sample(), path)
    assert path.read_text(encoding="utf-8") == render(sample())
    assert list(tmp_path.iterdir()) == [path]


def test_write_takes_text_that_no_file_can_hold(tmp_path: Path) -> None:
    write(_hostile("lone \ud800 half"), tmp_path / "d.html")
    assert b"lone" in (tmp_path / "d.html").read_bytes()


def test_write_fails_with_advice_and_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "taken.html").mkdir()
    for path in (tmp_path / "missing" / "d.html", tmp_path / "taken.html"):
        with pytest.raises(OnRecordError, match="cannot write the dossier") as failed:
            write(sample(), path)
        assert failed.value.advice
    assert [p.name for p in tmp_path.iterdir()] == ["taken.html"]
