"""The page in a real browser: phone and desk, scripts on and off, on paper, offline."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from dossier_sample import sample

from onrecord.dossier.html import write

playwright = pytest.importorskip("playwright.sync_api", reason="the playwright package is not installed")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: the page was not opened"),
]
TOO_WIDE = """[...document.querySelectorAll("body *")]
  .filter((e) => !e.closest(".banner, .sr, .skip, svg") && e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => `${e.tagName}.${e.className}`)"""
POOR_CONTRAST = """(() => {
  const linear = (v) => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
  const rgb = (css) => css.match(/[\\d.]+/g).map(Number);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
  const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const poor = [];
  for (const e of document.querySelectorAll("body *")) {
    if (!own(e) || e.closest("svg, script, [hidden]")) continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push(`${e.tagName}.${e.className}: ${ratio.toFixed(2)}`);
  }
  return poor;
})()"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    write(sample(), path)
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def asked() -> list[str]:
    """What the page asked for, and what it complained of."""
    return []


def _open(browser: playwright.Browser, url: str, asked: list[str] | None = None, **options: object) -> playwright.Page:
    page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | options).new_page()
    log = [] if asked is None else asked
    page.on("request", lambda request: log.append(request.url))
    page.on("console", lambda message: log.append(message.text))
    page.on("pageerror", lambda error: log.append(str(error)))
    page.goto(url)
    return page


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways_even_with_all_receipts_open(
    browser: playwright.Browser, url: str, width: int
) -> None:
    page = _open(browser, url, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE) == []
    page.context.close()


def test_text_and_cards_stand_side_by_side_at_a_desk_and_one_below_the_other_on_a_phone(
    browser: playwright.Browser, url: str
) -> None:
    for width, beside in ((1280, True), (360, False)):
        page = _open(browser, url, viewport={"width": width, "height": 800})
        text, cards = (page.locator(f"#s1 {part}").bounding_box() for part in (".text", ".cards"))
        assert text is not None
        assert cards is not None
        assert (cards["x"] > text["x"] + text["width"]) is beside
        assert (cards["y"] > text["y"] + text["height"]) is not beside
        page.context.close()


def test_without_scripts_the_page_is_complete(browser: playwright.Browser, url: str) -> None:
    page = _open(browser, url, java_script_enabled=False)
    assert page.get_by_text("her supporters called it a neighborhood miracle").is_visible()
    assert page.locator("#s1-c13 h4").inner_text().split() == ["Contradicted", "Percentage", "·", "c13"]
    assert page.locator("tr[data-status]").count() == 17
    assert not page.locator("#filter").is_visible()
    raw = page.locator("#s1-c3 .raw")
    assert not raw.is_visible()
    page.locator("#s1-c3 .receipt summary").click()
    assert "F-20931|HARBORLIGHT ACTION" in raw.inner_text()
    page.locator("#s1-c4-t").click()
    assert page.url.endswith("#s1-c4")
    page.context.close()


def test_nothing_is_asked_of_the_network_and_nothing_is_complained_of(
    browser: playwright.Browser, url: str, asked: list[str]
) -> None:
    page = _open(browser, url, asked)
    page.keyboard.press("j")
    page.locator("#filter button").nth(1).click()
    page.wait_for_timeout(100)
    assert asked == [url]
    page.context.close()


def test_j_and_k_step_through_the_claims_and_show_their_words(browser: playwright.Browser, url: str) -> None:
    page = _open(browser, url)
    steps = page.locator(".claim").count()
    seen = []
    for _ in range(steps + 1):
        page.keyboard.press("j")
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen[:3] == ["s1-c1", "s1-c3", "s1-c4"]
    assert len(set(seen)) == steps
    assert seen[-1] == seen[-2]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == seen[-3]
    assert page.locator(".m.here").first.is_visible()
    page.context.close()


def test_the_filter_narrows_the_summary_and_widens_it_again(browser: playwright.Browser, url: str) -> None:
    page = _open(browser, url)
    rows = page.locator("tr[data-status]:visible")
    page.get_by_role("button", name="Contradicted").click()
    assert rows.count() == 4
    page.get_by_role("button", name="All").click()
    assert rows.count() == 17
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast_enough(browser: playwright.Browser, url: str, scheme: str) -> None:
    page = _open(browser, url, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert page.evaluate(POOR_CONTRAST) == []
    page.context.close()


def test_it_prints_with_the_receipts_open_even_without_scripts(
    browser: playwright.Browser, url: str, tmp_path: Path
) -> None:
    page = _open(browser, url, java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator("#s1-c3 .raw").bounding_box() is not None
    assert not page.locator("nav").is_visible()
    assert page.pdf(path=tmp_path / "dossier.pdf", prefer_css_page_size=True).startswith(b"%PDF")
    page.context.close()
