"""Quotations: paired without refusing a text, told apart by kind, and given to who is said to have said them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.quotations import Quotation, find_quotations
from onrecord.stories.text import load, read_text

STORIES = Path(__file__).parents[3] / "shared" / "stories"


def quotations(raw: str) -> tuple[Quotation, ...]:
    return find_quotations(read_text(raw))


def only(raw: str) -> Quotation:
    (found,) = quotations(raw)
    return found


# ── who said it ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("raw", "cue", "speaker"),
    [
        ("“We kept our promise,” said Jane Roe, a spokeswoman for the League.", "said", "Jane Roe"),
        ("“We kept our promise,” Jane Roe, who runs the League, said on Monday.", "said", "Jane Roe"),
        ('"We will appeal," the group\'s lawyer, Omar Haddad, told the Riverton Herald.', "told", "Omar Haddad"),
        ("“Never again in this town!” Smith said.", "said", "Smith"),
        ("“Who paid for it?” asked Lena Ortiz.", "asked", "Lena Ortiz"),
        ('"We had no idea", said the director, who resigned in May.', "said", "the director"),
        ("“It was legal,” he told reporters.", "told", "he"),
        ('Ana Petrov told Channel Nine: "The money is gone."', "told", "Ana Petrov"),
        ("The spokesman for Fix the Town said “we followed the law.”", "said", "The spokesman for Fix the Town"),
        ("Rep. Dan Cole (R-Ohio) said the deal “stinks to high heaven.”", "said", "Rep. Dan Cole (R-Ohio)"),
        ("Cole, who chairs the board, admitted the deal “was a mistake.”", "admitted", "Cole"),
        ("However, Lena Ortiz, the treasurer, admitted it: “We never filed,” a rare slip.", "admitted", "Lena Ortiz"),
        ("According to the League, “nobody was paid.”", "According to", "the League"),
        ("The bill, “a gift to donors” in the words of Cole, failed.", "in the words of", "Cole"),
        ("Its leaders proudly described themselves as “a family.”", "described", "Its leaders"),
        ("In May, its director Omar Haddad posted about his “chance to learn” there.", "posted", "Omar Haddad"),
        ("Ortiz won, posting on Facebook that her campaign “knocked on every door.”", "posting", "Ortiz"),
        ("Harbor Now (HN) — a group that openly advocates “a new order” — met.", "advocates", "Harbor Now (HN)"),
        ("Jane Roe: “I never met him.”", ":", "Jane Roe"),
        ("“I never met him.” — Jane Roe", "—", "Jane Roe"),
        ("‘We won the count,’ said Lena Ortiz.", "said", "Lena Ortiz"),
        ("Lawmakers are calling the fund “a slush fund for insiders.”", "calling", "Lawmakers"),
    ],
)  # fmt: skip
def test_the_speaker_is_found(raw: str, cue: str, speaker: str) -> None:
    found = only(raw)
    assert (found.kind, found.cue, found.speaker) == ("speech", cue, speaker)
    assert raw[found.cue_start : found.cue_end] == cue
    assert raw[found.speaker_start : found.speaker_end] == speaker


def test_quotations_joined_in_a_sentence_share_their_speaker() -> None:
    raw = "Ortiz bragged about it, posting that they “knocked on doors,” adding that “we did it” and “we won.”"
    found = quotations(raw)
    assert [q.speaker for q in found] == ["Ortiz"] * 3
    assert [q.cue for q in found] == ["posting", "adding", "adding"]
    assert all(q.loaded_cue for q in found)


def test_speech_goes_on_behind_its_attribution_but_not_past_another_sentence() -> None:
    assert [q.speaker for q in quotations("“We won,” Cole said. “The count is over.”")] == ["Cole"] * 2
    apart = quotations("“We won,” Cole said. Petrov was not so sure of it. “The count goes on.”")
    assert [q.speaker for q in apart] == ["Cole", None]


@pytest.mark.parametrize(
    ("raw", "of", "speaker"),
    [
        ("Haddad met them, praising their ideas as “encouraging.”", "their ideas", "Haddad"),
        ("He described his talks with both groups as “encouraging and useful,” she wrote.", None, "she"),
        ("He described his talks with both groups as “encouraging and useful.”", "his talks with both groups", "He"),
        ("Petrov called the plan “a bad joke.”", "the plan", "Petrov"),
        ("The plan was described by Senator Cole as “reckless and cruel.”", "The plan", "Senator Cole"),
        ("The report was dismissed as “fake.”", "The report", None),
        ("The League is pushing Cole and Petrov as its “star candidates.”", "Cole and Petrov", "The League"),
        ("Harbor Rising describes itself as “a grassroots coalition” of families.", "itself", "Harbor Rising"),
        ("Cole said that what began as a club “has become a party.”", None, "Cole"),
    ],
)
def test_what_the_words_are_said_of(raw: str, of: str | None, speaker: str | None) -> None:
    found = only(raw)
    assert (found.kind, found.said_of, found.speaker) == ("speech", of, speaker)


@pytest.mark.parametrize(
    ("raw", "venue"),
    [
        ("“It was legal,” he told the Riverton Herald.", "the Riverton Herald"),
        ("Leaders called themselves “a family” in a Harbor Weekly interview.", "Harbor Weekly"),
        ("In an interview with the Daily Ledger, Petrov called it “a joke.”", "the Daily Ledger"),
        ("Ortiz won, posting on Facebook that they “knocked on every door.”", "Facebook"),
        ("In a tweet, the League wrote that it was “proud of its members.”", "a tweet"),
        ("“We kept our promise,” Jane Roe said in a written statement.", "a written statement"),
        ("“It was legal,” he said at a rally in Dover.", "a rally"),
        ("“It was legal,” he said.", None),
    ],
)
def test_the_venue_is_found(raw: str, venue: str | None) -> None:
    assert only(raw).venue == venue


@pytest.mark.parametrize("verb", ["bragged that", "boasted that", "admitted that", "claimed", "proudly said that"])
def test_a_verb_that_judges_its_speaker_is_marked(verb: str) -> None:
    assert only(f"The senator {verb} “we own this council.”").loaded_cue
    assert not only("The senator said that “we own this council.”").loaded_cue


# ── what kind it is ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("So much for the “independent” candidate.", "scare"),
        ("It was a lot less “grassroots.”", "scare"),
        ("If a rival did this, every paper would be calling it “corruption.”", "scare"),
        ("The “Clean Water Now” campaign spent $2 million.", "title"),
        ("Members include the “Riverton American Advocacy Group” and others.", "title"),
        ("A group called “Citizens for Riverton” paid for it.", "title"),
        ("Their slogan, “hope and work,” was everywhere.", "title"),
        ("Comments like “Go Dana!” came from abroad.", "title"),
        ("“Nobody in this town was ever asked about it.”", "speech"),
        ("“The count is over.”", "speech"),
    ],
)
def test_kinds(raw: str, kind: str) -> None:
    found = only(raw)
    assert found.kind == kind
    assert found.speaker is None


# ── pairing ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("He said “people just say, ‘Oh no. They are here.’” twice.", ["people just say, ‘Oh no. They are here.’"]),
        ("A,“ “Harbor Action Coalition,” and “Pier Group” met.", ["Harbor Action Coalition,", "Pier Group"]),
        ("Both of them.’ The workers' union and the teachers’ union ‘agreed.", []),
        ("She said ““doubled” marks.", ["doubled"]),
        ("She said “one” and ”two” here.", ["one"]),
        ('He said "one" and "two".', ["one", "two"]),
        ('It\'s 5\'10" tall and "big".', ["big"]),
        ("« Nous avons gagné », said Lena.", [" Nous avons gagné "]),
        ("“*” indicates nothing.", []),
        ("He said “one thing\" and left.", ["one thing"]),
    ],
)  # fmt: skip
def test_marks_are_paired_whatever_their_state(raw: str, words: list[str]) -> None:
    assert [q.words for q in quotations(raw)] == words


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_a_quotation_goes_on_over_paragraphs(opening: str, closing: str) -> None:
    first, second = "We paid nobody for this work.", "We never will,"
    raw = f"{opening}{first}\n\n{opening}{second}{closing} Cole said.\n\nHe left the room in silence."
    found = only(raw)
    assert found.words == f"{first}\n{second}"
    assert (found.start, found.speaker) == (0, "Cole")


def test_an_open_mark_does_not_swallow_the_next_paragraph() -> None:
    raw = "She said “this never closes, and the paragraph ends.\n\nThe next one quotes “two words” of Cole."
    assert [q.words for q in quotations(raw)] == ["two words"]


marks = st.text(st.sampled_from("ab C.,!?:—-\n '\"“”‘’„«»said by as Roe told "), max_size=120)


@given(marks | st.text(max_size=80))
def test_no_text_is_refused_and_every_offset_slices(raw: str) -> None:
    end = 0
    for found in quotations(raw):
        assert end <= found.start < found.end <= len(raw)
        end = found.end
        assert found.words.split("\n")[0].strip("\r") in raw[found.start : found.end].replace("\n", " \n")
        if found.speaker is not None:
            assert found.speaker == raw[found.speaker_start : found.speaker_end] != ""
        if found.cue is not None:
            assert found.cue_start is not None
            assert found.cue_end is not None
            assert found.cue_start < found.cue_end
        start, stop = found.phrase
        assert start <= found.start
        assert found.end <= stop


# ── the labelled stories ─────────────────────────────────────────────────────────────────────────────────────────


def labelled() -> Iterator[tuple[Path, dict[str, Any]]]:
    for gold in [STORIES / "gold_000.jsonl", *sorted((STORIES / "dev").glob("*.gold.jsonl"))]:
        for line in gold.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["record"] == "claim" and row["type"] == "quotation" and row["checkable"]:
                yield STORIES / ("seeds" if gold.name == "gold_000.jsonl" else "dev") / row["article"], row


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (b[1] - b[0] + a[1] - a[0] - shared)


def matches(row: dict[str, Any], found: Quotation) -> bool:
    gold = (row["start"], row["end"])
    return found.kind == "speech" and max(overlap(gold, (found.start, found.end)), overlap(gold, found.phrase)) >= 0.5


@pytest.mark.realdata
@pytest.mark.skipif(not STORIES.is_dir(), reason="the labelled stories are not here")
def test_labelled_quotations_are_found_with_their_speakers() -> None:
    rows = list(labelled())
    spans = speakers = 0
    for path, row in rows:
        hits = [found for found in quotations(load(path)) if matches(row, found)]
        name = row["subject"].removesuffix(" (unnamed)").split()[-1]
        spans += bool(hits)
        speakers += any(name in (hit.speaker or "") for hit in hits)
    print(f"quotations: {spans} of {len(rows)} spans, {speakers} with the labelled speaker")
    assert len(rows) >= 10
    assert spans >= 0.9 * len(rows)
    assert speakers >= 0.8 * len(rows)
