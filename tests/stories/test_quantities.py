from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.quantities import FoundQuantity, find_quantities

SHARED = Path(__file__).parents[2].parent / "shared"


def one(text: str) -> FoundQuantity:
    """The only quantity of ``text``."""
    (found,) = find_quantities(text)
    return found


def interval(text: str) -> tuple[float | None, float | None]:
    quantity = one(text).quantity
    return quantity.low, quantity.high


# ── what the words allow ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("nearly $2.5 million", 2_375_000, 2_500_000),
        ("almost $9M", 8_550_000, 9_000_000),
        ("just under $1 million", 950_000, 1_000_000),
        ("about $24 million", 22_800_000, 25_200_000),
        ("an estimated 200 people", 190, 210),
        ("more than 150,000 voters", 150_000, None),
        ("over 750", 750, None),
        ("at least 170", 170, None),
        ("no fewer than 12 groups", 12, None),
        ("$10 million-plus", 10_000_000, None),
        ("100 or more people", 100, None),
        ("less than $5,000", None, 5_000),
        ("up to $8,000", None, 8_000),
        ("no more than 5 donors", None, 5),
        ("2.5 million votes", 2_450_000, 2_550_000),
        ("$24 million", 23_500_000, 24_500_000),
        ("3 million followers", 2_500_000, 3_500_000),
        ("432,305", 432_305, 432_305),
        ("$20,000", 20_000, 20_000),
        ("$14.25", 14.25, 14.25),
        ("13%", 12.5, 13.5),
        ("13.5 percent", 13.45, 13.55),
        ("hundreds of votes", 200, None),
        ("tens of thousands of volunteers", 20_000, None),
        ("hundreds of thousands of residents", 200_000, None),
        ("millions", 2_000_000, None),
        ("dozens of posts", 24, None),
        ("several hundred thousand voters", 300_000, None),
        ("half a million followers", 475_000, 525_000),
        ("more than a quarter of a billion dollars", 250_000_000, None),
        ("more than one-third of all residents", 33.3333, None),
        ("nearly half of the voters", 47.5, 50),
        ("nearly double the number", 1.9, 2),
        ("quadrupled", 3.6, 4.4),
        ("threefold", 2.7, 3.3),
        ("14 times", 13.5, 14.5),
    ],
)
def test_interval(text: str, low: float | None, high: float | None) -> None:
    assert interval(text) == pytest.approx((low, high))


def test_about_is_never_narrower_than_the_bare_figure() -> None:
    assert interval("about 7%") == (6.5, 7.5)


def test_a_leading_one_is_not_rounded_to_its_half() -> None:
    low, _ = interval("gave 1 million dollars")
    assert low is not None
    assert low > 600_000


# ── numbers, scales, units ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five groups", 25),
        ("one hundred and ten donors", 110),
        ("a dozen members", 12),
        ("two dozen members", 24),
        ("seventeen states", 17),
        ("twenty-five thousand three hundred votes", 25_300),
        ("eight communities", 8),
        ("one vote", 1),
    ],
)
def test_number_words(text: str, value: int) -> None:
    assert interval(text) == (value, value)


@pytest.mark.parametrize(
    ("text", "middle", "unit"),
    [
        ("$2.5M", 2.5e6, "USD"),
        ("24bn rubles", 24e9, "RUB"),
        ("€9.4 million", 9.4e6, "EUR"),
        ("9.4 million euros", 9.4e6, "EUR"),
        ("£740,000", 740_000, "GBP"),
        ("$5.2m", 5.2e6, "USD"),
        ("two and a half million dollars", 2.5e6, "USD"),
        ("3K followers", 3_000, "followers"),
        ("12 percentage points", 12, "percentage_points"),
        ("40 per cent", 40, "percent"),
    ],
)
def test_scales_and_currencies(text: str, middle: float, unit: str) -> None:
    low, high = interval(text)
    assert low is not None
    assert high is not None
    assert (low + high) / 2 == pytest.approx(middle)
    assert one(text).quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("more than 150,000 North Shore and Old Harbor voters came", "voters"),
        ("76 Harbor Party affiliates, allied clubs and unions", "affiliates"),
        ("30 civic and neighborhood groups", "groups"),
        ("over 750 nearly identical comments traced back", "comments"),
        ("110 groups backing Vale", "groups"),
        ("groups in 17 states, from coast to coast", "states"),
        ("hundreds of thousands of Lakeside residents", "residents"),
        ("40 sports clubs", "clubs"),
        ("700 Lakesiders", None),
        ("432,305 in the final round", None),
        ("flooded his pages by the hundreds", None),
    ],
)
def test_counted_noun(text: str, unit: str | None) -> None:
    assert one(text).quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("up 13%", "not_stated"),
        ("by 12.8 points", "percentage_points"),
        ("7% of the voters", "percent"),
        ("13% more voters", "percent"),
        ("a 1,295% increase", "percent"),
        ("nearly half of the voters", "percent"),
        ("3,000 voters", None),
    ],
)
def test_base_of_a_percentage(text: str, base: str | None) -> None:
    assert one(text).quantity.base == base


def test_a_fall_is_a_negative_change() -> None:
    assert interval("Contributions fell 44% that year") == (-44.5, -43.5)
    assert interval("a 30% drop") == (-30.5, -29.5)
    assert interval("fell by more than 10%") == (None, -10)
    assert interval("fell to 44%") == (43.5, 44.5)


# ── pairs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "start", "end", "unit"),
    [
        ("jumped from 213,000 to nearly 3 million followers", (213_000, 213_000), (2_850_000, 3_000_000), "followers"),
        ("went from $2.0 million to $11 million", (1_950_000, 2_050_000), (10_500_000, 11_500_000), "USD"),
        ("rose from 10% to over half", (9.5, 10.5), (50, None), "percent"),
        ("from 10 to 20 percent", (9.5, 10.5), (19.5, 20.5), "percent"),
        ("from 12 to 20 million views", (11.5e6, 12.5e6), (19.5e6, 20.5e6), "views"),
        ("$5.2m, up from $2.5m", (2.45e6, 2.55e6), (5.15e6, 5.25e6), "USD"),
    ],
)
def test_from_to(text: str, start: tuple[float, float], end: tuple[float, float | None], unit: str) -> None:
    quantity = one(text).quantity
    assert (quantity.from_low, quantity.from_high) == pytest.approx(start)
    assert (quantity.low, quantity.high) == pytest.approx(end)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 20 groups", 10, 20),
        ("12-14 members", 12, 14),
        ("500 to 600 volunteers", 500, 600),
        ("10 to 20 percent", 9.5, 20.5),
        ("2.5 to 3.5 million views", 2_450_000, 3_550_000),
        ("gifts ranged from $9,000 to over $41,000", 9_000, None),
    ],
)
def test_range(text: str, low: float, high: float | None) -> None:
    quantity = one(text).quantity
    assert (quantity.low, quantity.high) == (low, high)
    assert quantity.from_low is None


def test_a_result_is_two_figures_not_a_range() -> None:
    votes = [found.quantity.low for found in find_quantities("Vale defeated Okafor 573,169 to 443,229 in the end")]
    assert votes == [573_169, 443_229]
    assert len(find_quantities("Okafor lost to Vale, 443,229 to 573,169")) == 2


# ── what is no amount ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "a 501(c)(3) and its 501(c)(4)", "in 2021", "since 2016", "turnout rose over 2021", "in 2022-23",
        "the 34-year-old lawyer", "Jordan Vale, 34, said", "72-18 Roosevelt Avenue", "lives at 123 Main St.",
        "40-10 73rd Street", "Local 32BJ", "on June 1", "on November 4th", "by Sept. 25", "Assembly District 30",
        "call 212-555-0100", "the third round", "in round three of counting", "on Form 990", "said on Fox 5",
        "12 hours ago", "in 30 days", "on day one", "a 5-4 ruling", "tax ID 12-3456789", "during Covid-19",
        "since 9/11", "open 24/7", "at 7:30 p.m.", "a two-time winner", "one of them", "Oakland, CA 94601",
        "the Sixteen Thirty Fund", "he doubled down", "a double standard", "the second half", "half an hour",
        "No. 12",
        "voters over 45 came", "one of the city's clubs", "a ratio of 30 to 1", "serial " + "9" * 400,
        "Proposition 2", "26 U.S.C. 501", "her half-brother", "Climate 200 was formed",
    ],
)  # fmt: skip
def test_not_an_amount(text: str) -> None:
    assert find_quantities(text) == []


# ── spans and properties ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("They raised nearly $2.5 million in all", "nearly $2.5 million"),
        ("some 30 groups met", "some 30 groups"),
        ("they brought more than 150,000 Old Harbor voters", "more than 150,000"),
        ("a following that went from 213,000 to nearly 3 million", "from 213,000 to nearly 3 million"),
    ],
)
def test_span(text: str, span: str) -> None:
    found = one(text)
    assert text[found.start : found.end] == span == found.quantity.text


_words = st.sampled_from(
    [
        "nearly", "from", "to", "between", "and", "half", "a", "million", "$", "12", "%", "3.5", "2021", "June",
        "voters", "of", "more than", "doubled", "hundreds", "-", "—", ",", ".", "“", "”", "’", "\n\n", "points", "é",
        "one", "third", "K", "(", "1,200", "up", "times", "fell",
    ]
)  # fmt: skip


@given(st.lists(_words, max_size=25), st.sampled_from(["", " "]))
def test_any_text_gives_ordered_spans_that_slice_back_and_sound_intervals(words: list[str], gap: str) -> None:
    text = gap.join(words)
    end = 0
    for found in find_quantities(text):
        quantity = found.quantity
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == quantity.text
        assert quantity.low is not None or quantity.high is not None
        if quantity.from_low is not None and quantity.from_high is not None:
            assert quantity.from_low <= quantity.from_high
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        end = found.end


@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    find_quantities(text)


@given(st.integers(min_value=2, max_value=10**12))
def test_a_figure_in_full_comes_back(value: int) -> None:
    assert interval(f"paid ${value:,} for it") == (value, value)
    assert interval(f"in all {value:,} voters") == (value, value)


@given(st.decimals(min_value="2", max_value="999", places=1), st.sampled_from(["million", "billion"]))
def test_a_rounded_figure_holds_its_value(value: float, scale: str) -> None:
    low, high = interval(f"spent ${value} {scale} on it")
    middle = float(value) * {"million": 1e6, "billion": 1e9}[scale]
    assert low is not None
    assert high is not None
    assert low < middle < high
    assert low + high == pytest.approx(2 * middle)


@pytest.mark.parametrize("who", ["South Harbor", "Old Town", "Irish-American", "Lakeside and Hill"])
def test_who_is_counted_changes_nothing(who: str) -> None:
    text = f"brought more than 150,000 {who} voters to the polls"
    quantity = one(text).quantity
    assert (quantity.low, quantity.high, quantity.unit) == (150_000, None, "voters")


# ── the labelled stories ─────────────────────────────────────────────────────────────────────────────────────────────


def _holds(found: FoundQuantity, amount: float) -> bool:
    """As the scoring tool reads it: the amount lies in the interval, or is one of its bounds."""
    slack = 1e-6 * max(1.0, abs(amount))
    bounds = [
        (found.quantity.low, found.quantity.high),
        (found.quantity.from_low, found.quantity.from_high),
    ]
    for low, high in bounds:
        if any(bound is not None and abs(bound - amount) <= slack for bound in (low, high)):
            return True
        if (low, high) != (None, None) and (low or amount) - slack <= amount <= (high or amount) + slack:
            return True
    return False


@pytest.mark.realdata
@pytest.mark.skipif(not SHARED.exists(), reason="no labelled stories beside the checkout")
def test_amounts_of_the_labelled_stories_are_found() -> None:
    stories = SHARED / "stories"
    right, missed = 0, []
    for gold in [stories / "gold_000.jsonl", *sorted(stories.glob("dev/*.gold.jsonl"))]:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("record") != "claim" or row.get("amount") is None:
                continue
            amounts = row["amount"] if isinstance(row["amount"], list) else [row["amount"]]
            folder = gold.parent if gold.parent.name == "dev" else stories / "seeds"
            with (folder / row["article"]).open(encoding="utf-8", newline="") as file:
                found = find_quantities(file.read())
            near = [each for each in found if each.start < row["end"] and each.end > row["start"]]
            for amount in amounts:
                hit = any(_holds(each, float(amount)) for each in near)
                right += hit
                missed += [] if hit else [(row["id"], amount)]
    print(f"\n{right} of {right + len(missed)} amounts held; missed {missed}")
    assert right >= 0.95 * (right + len(missed)), missed


def test_a_long_story_is_read_in_well_under_fifty_milliseconds() -> None:
    sentence = "The committee gave nearly $2.5 million to 30 groups in 2022, up 13% since June 2019, records show. "
    story = sentence * 53  # about 900 words, denser in figures than any news story
    find_quantities(story)
    times = []
    for _ in range(5):
        start = time.process_time()
        find_quantities(story)
        times.append(time.process_time() - start)
    assert min(times) < 0.05
