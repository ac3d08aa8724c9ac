"""Claims as sentences: wrappers suit what they wrap, marks stand where American style has them, offsets stay exact."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_story_world import STATEMENTS, SmallWorld

from onrecord.synth.stories.compose import Worded, is_clumsy
from onrecord.synth.stories.edition import tales
from onrecord.synth.stories.grammar import expand, parse
from onrecord.synth.stories.ground import Ground
from onrecord.synth.stories.phrasings import Phrasing, Phrasings, load, read
from onrecord.synth.stories.telling import Due, Manner, Tale
from onrecord.synth.stories.variants import tell
from onrecord.synth.stories.wording import wordings
from onrecord.synth.stories.wrapping import closed, fits, present, punctuated, sentence

SAMPLE = read(Path(__file__).parent / "sample_phrasings", "sample")
GROUND = Ground(SmallWorld())
WIRE = Manner("wire", "neutral", "Meridian Wire", "2025-03-01")
HERE = "\ue010"


def clause(text: str, statement: str = "m1", **marks: Any) -> Worded:
    """A claim of the small world in these words."""
    told = tell(STATEMENTS[statement], "true", GROUND, "wire", random.Random(1))
    assert told is not None
    phrasing = Phrasing("here", text, parse(text, "here"), **marks)
    return Worded(told, Due("supported"), expand(phrasing.parts, {}, random.Random(1), "here"), phrasing)


def wrapper(text: str, tag: str = "", *, hedged: bool = False, loaded: tuple[str, ...] = ()) -> Phrasing:
    return Phrasing("there", text, parse(text, "there"), tag=tag, hedged=hedged, loaded=loaded, cue="said")


def suits(around: Phrasing, claim: Worded) -> bool:
    return fits(around, around.text.replace("{clause}", HERE).replace("{clause_low}", HERE), claim)


PLAIN = clause("Ann Lee gave $3,000 to Bo Roe")
COLON = clause("pass the punch: <Ann Lee gave $3,000 to Bo Roe>")
LED = clause("for the record, <Ann Lee gave $3,000 to Bo Roe>")
HEDGED = clause("Ann Lee allegedly gave $3,000 to Bo Roe", hedged=True)
CAPTION = clause("Ann Lee over Bo Roe", alone=True)
SPOKEN = clause("“We were here first,” said Ann Lee", "q1")
OFFICE = clause("Ann Lee is treasurer of the fund", "t1")
LEADS = wrapper("{source} showed this: {clause}", "records")
SAID = wrapper("{source} said that {clause}", "person")
TRAILS = wrapper("{clause}, {source} said", "person")
RUMOR = wrapper("{clause}, if the talk is to be believed", hedged=True)
FOUND = wrapper("{source} found that {clause}", "organization")
COUNT = wrapper("{clause}, {source} estimated", "analysts")
PAPER = wrapper("{clause}, {source} reported", "outlet")


@pytest.mark.parametrize(
    ("around", "claim", "goes"),
    [
        (LEADS, PLAIN, True), (LEADS, COLON, False), (TRAILS, COLON, False), (LEADS, LED, False), (SAID, LED, False),
        (TRAILS, LED, True), (SAID, CAPTION, False), (TRAILS, CAPTION, False), (wrapper("{clause}"), CAPTION, True),
        (wrapper("{clause}"), COLON, True), (RUMOR, PLAIN, True), (RUMOR, HEDGED, False), (FOUND, HEDGED, False),
        (TRAILS, HEDGED, True), (COUNT, PLAIN, True), (COUNT, OFFICE, False), (SAID, SPOKEN, False),
        (TRAILS, SPOKEN, False), (PAPER, SPOKEN, True), (SAID, clause("the founder? That was Ann Lee"), False),
        (SAID, clause("payer, Ann Lee; payee, Bo Roe"), False), 
        (PAPER, clause("“No: never,” said Ann Lee", "q1"), True),
    ],
)  # fmt: skip
def test_a_wrapper_goes_round_what_it_suits(around: Phrasing, claim: Worded, goes: bool) -> None:
    assert suits(around, claim) is goes


def test_the_first_sentence_joins_on_to_nothing() -> None:
    only = Phrasings("x", {}, (wrapper("Meanwhile, {clause_low}"),), (), {})
    texts = [
        {sentence(PLAIN, WIRE, only, random.Random(n), first=first)[0] for n in range(40)} for first in (True, False)
    ]
    assert texts[0] == {"Ann Lee gave $3,000 to Bo Roe."}
    assert texts[1] == {*texts[0], "Meanwhile, Ann Lee gave $3,000 to Bo Roe."}


def test_the_truth_keeps_the_loaded_words_that_are_there() -> None:
    claim = clause("(shady|fat-cat) donor Ann Lee gave $3,000 to Bo Roe", loaded=("shady", "fat-cat"))
    around = Phrasings("x", {}, (wrapper("{clause}, {source} sniped", "unnamed", loaded=("sniped", "barked")),), (), {})
    for n in range(20):
        text, told = sentence(claim, WIRE, around, random.Random(n))
        assert set(told.loaded) == {word for word in ("shady", "fat-cat", "sniped") if word in text.lower()}
        assert 1 <= len(told.loaded) <= 2


def test_loaded_words_are_whole_words_whatever_the_marks() -> None:
    assert present(("hot", "Nobody's fool", "hot"), "A hotel for nobody’s fool") == ("Nobody's fool",)


@pytest.mark.parametrize(
    ("text", "span", "printed", "claimed"),
    [
        ("“We won”, said Lee, reportedly", (0, 18), "“We won,” said Lee, reportedly", "“We won,” said Lee"),
        ('Lee said, "We won", officials said', (0, 18), 'Lee said, "We won," officials said', 'Lee said, "We won,"'),
        ("the workers’, he said", (0, 12), "the workers’, he said", "the workers’"),
        ("Lee gave $5, he said", (0, 11), "Lee gave $5, he said", "Lee gave $5"),
    ],
)
def test_a_comma_stands_inside_the_closing_mark(text: str, span: tuple[int, int], printed: str, claimed: str) -> None:
    made, start, end = punctuated(text, *span)
    assert made == printed
    assert made[start:end] == claimed


@given(st.text(alphabet="ab “”,\"'", max_size=30), st.data())
def test_marks_change_places_and_nothing_else_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made, s, e = punctuated(text, start, end)
    assert sorted(made) == sorted(text)
    assert len(made) == len(text)
    assert (s, end) <= (e, e) <= (len(made), end + 1)
    assert not re.search('[”"],(?![”",])', made) or ",," in text


def test_a_closing_mark_takes_the_full_stop_in() -> None:
    assert closed("Lee said, “We won”", 18) == ("Lee said, “We won.”", 19)


@pytest.mark.parametrize(
    "text", ["came in at at least $3,000", "revenue of in excess of $5", "a more than $5 gift", "its end came"]
)
def test_what_no_newsroom_prints_is_clumsy(text: str) -> None:
    assert is_clumsy(text)
    assert not is_clumsy("an estimated $5 gift of at least a day, about which more than one is said to be close")


# ── whole stories of both sets ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module", params=["tuning", "acceptance"])
def told(request: pytest.FixtureRequest) -> list[Tale]:
    return list(tales(SmallWorld(), 11, 150, load(request.param)))


def test_a_story_keeps_its_word(told: list[Tale]) -> None:
    for tale in told:
        assert not re.search('[”"],', tale.text), tale.text
        for claim in tale.claims:
            assert tale.text[claim.start : claim.end] == claim.text
            line = tale.text[tale.text.rfind("\n", 0, claim.start) + 1 : tale.text.find("\n", claim.end)]
            assert present(claim.loaded, line) == claim.loaded
        silent = [claim.phrasing for claim in tale.claims if claim.told is None and claim.phrasing != "furniture"]
        assert len(set(silent)) == len(silent)


def test_nobody_is_told_of_with_themselves(told: list[Tale]) -> None:
    names = [p.name for p in SmallWorld().people.values()] + [o.name for o in SmallWorld().organizations.values()]
    for tale in told:
        head = tale.text.partition("\n")[0]
        for text in (head, *(claim.text for claim in tale.claims if claim.told is None)):
            assert not any(text.count(name) > 1 for name in names), text


def test_a_sentence_has_one_lead_in(told: list[Tale]) -> None:
    leads = "|".join(re.escape(words) for words in wordings()["lead_ins"])
    stacked = re.compile(rf"(?:said|says|reported|found|told \w+ \w+|showed) that (?:{leads})|: (?:{leads})")
    for tale in told:
        for line in re.split(r"(?<=[.?!])\s|\n", tale.text):
            assert line.count(": ") < 2 or "“" in line or '"' in line, line
            assert not stacked.search(line), line


def test_an_acronym_is_introduced_before_it_is_used(told: list[Tale]) -> None:
    for tale in told:
        for body in SmallWorld().organizations.values():
            if body.short and (first := re.search(rf"\b{body.short}\b", tale.text)):
                assert tale.text[: first.start()].endswith(f"{body.name} (")
