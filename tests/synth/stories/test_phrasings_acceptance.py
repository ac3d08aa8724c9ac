"""The held-out set of phrasings: complete, well formed, sound at its seams, and marked as its texts are."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from random import Random
from typing import Any, Final, get_args

import pytest

from onrecord.synth.stories.grammar import SLOTS, Expansion, count, expand, parse, slots_of
from onrecord.vocabulary import AttributionKind, ClaimType, Reason

TYPES: Final = get_args(ClaimType)
THIN: Final = ("other", "percentage", "count", "legal_status")
STYLES: Final = ("any", "wire", "tabloid", "local", "blog", "newsletter")
TONES: Final = ("any", "hostile", "friendly")
PARTIES: Final = frozenset(("subject", "subject's"))
OTHERS: Final = frozenset(("object", "object's"))
BETWEEN_TWO: Final = (
    "payment", "contribution", "grant", "independent_expenditure", "role", "membership", "affiliation",
    "shared_attribute", "endorsement", "collaboration", "founding", "event",
)  # fmt: skip
RELATIONS: Final[dict[str, str]] = {
    "payment": "paid",
    "contribution": "gave|refunded",
    "grant": "gave",
    "independent_expenditure": "spent_for|spent_against",
    "revenue": "had_revenue",
    "count": "counted",
    "percentage": "share_of",
    "turnout": "turnout_(changed|rose|fell)|voted|helped_turn_out",
    "election_result": "received_votes|received_share|won|won_by|defeated",
    "follower_growth": "followers_rose|had_followers|had_followers_on",
    "engagement": "drew|engagement_changed",
    "role": "TITLE_of|[a-z_]+_of",
    "membership": "member_of",
    "affiliation": "political_arm_of|sister_organization_of|is_project_of|part_of|affiliated_with",
    "shared_attribute": "same_[a-z_]+_as",
    "legal_status": "is_501c[3456]|is_super_pac|is_pac|is_nonprofit|is_charity|is_union|is_tax_exempt",
    "registration": "registered_under|not_registered_under",
    "investigation": "investigates|subpoenaed|audited|referred|accused|sued|charged|convicted|cleared|fined"
    "|closed_investigation_of|asked_for_inquiry_into",
    "endorsement": "endorsed",
    "collaboration": "worked_with",
    "quotation": "said",
    "event": "meet|met_with|speak|spoke_at|address|addressed|host|hosted|attend|attended|sign|signed|resign"
    "|resigned_from|visit|visited|testify|testified_before",
    "founding": "founded",
    "other": "counted",
}
"""The relations that a type's phrasings may word: the reader's own words, or the world's for the same thing."""
FILLS: Final[dict[str, str | None]] = {
    "subject": "Harbor Fund", "subject's": "Harbor Fund's", "object": "Lee Marsh", "object's": "Lee Marsh's",
    "amount": "more than 40 things", "start": "30 things", "period": "in 2024", "place": "on Elm Street",
    "words": "We count every vote", "said_of": "the budget", "title": "treasurer", "thing": "address",
    "country": "Norway", "law": "Foreign Agents Registration Act", "clause": "it rained", "clause_low": "it rained",
    "source": "the Harrow Courier", "Source": "The Harrow Courier", "author": "Ann Roe", "outlet": "The Lantern",
    "city": "Calder Bay", "day": "May 2, 2025", "year": "2025",
}  # fmt: skip
HEDGE: Final = re.compile(
    r"\b(allegedly|reportedly|apparently|supposedly|purportedly|may|might|said to"
    r"|(is|are|it is) (said|believed|reported|thought))\b"
)
DENIAL: Final = re.compile(
    r"\b(no|not|nothing|never|none|unregistered|without|missing|absent|failed|declined|refused|withheld|passed over"
    r"|stayed away|left off|left \w+ \w+ off)\b"
)
SMOOTH_VOWELS: Final = re.compile(r"\ba [aeiou](?!ne\b|ne-|ni|sed?\b|uro)", re.IGNORECASE)
ROUGH_CONSONANTS: Final = re.compile(r"\ban [bcdfgjklmnpqrstvwxyz]|\ban h(?!our|onest|onor|eir)", re.IGNORECASE)
DOUBLED: Final = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)


def rows(file: str, table: str) -> list[dict[str, Any]]:
    folder = resources.files("onrecord.synth.stories").joinpath("phrasings", "acceptance")
    document = tomllib.loads(folder.joinpath(f"{file}.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = document[table]
    return found


def phrasings(kind: str) -> list[dict[str, Any]]:
    return rows(kind, "phrasing")


def expansions(text: str, times: int = 10) -> list[Expansion]:
    """A seeded sample of the expansions of a text: with every slot filled, and without its period and place."""
    parts, draw = parse(text, text), Random(f"7/phrasings/{text}")
    bare = {**FILLS, "period": None, "place": None}
    return [expand(parts, fills, draw, text) for fills in (FILLS, bare) for _ in range(times)]


def faults(told: str) -> list[str]:
    """What is wrong with a finished text at its seams; its words are for people to judge."""
    wrong = []
    if "  " in told or re.search(r" [,;.:?!]|[,;:]{2}|,\?", told):
        wrong.append("a gap")
    if told != told.strip(" ,;"):
        wrong.append("loose ends")
    if told.count("(") != told.count(")") or told.count("“") != told.count("”") or set("<>|{}") & set(told):
        wrong.append("marks that do not balance")
    if SMOOTH_VOWELS.search(told) or ROUGH_CONSONANTS.search(told):
        wrong.append("the other article")
    if DOUBLED.search(told):
        wrong.append("a word twice")
    return wrong


def test_the_faults_are_seen() -> None:
    for bad in ("X  gave Y", "X gave , Y", "X gave Y,", "X (gave Y", "a odd gift", "an gift", "X gave gave Y"):
        assert faults(bad), bad
    assert not faults("a union gave an honest one-time gift of a European kind (so it said)")


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_enough_to_say_it_with(kind: str) -> None:
    texts = [row["text"] for row in phrasings(kind)]
    assert len({" ".join(text.lower().split()) for text in texts}) == len(texts) >= (40 if kind in THIN else 60)
    assert sum(count(parse(text, kind)) for text in texts) >= 300


@pytest.mark.parametrize("kind", TYPES)
def test_tones_and_denials_are_there(kind: str) -> None:
    found = phrasings(kind)
    for tone in ("hostile", "friendly"):
        assert sum(row["tone"] == tone for row in found) >= len(found) / 20
    assert sum(row["tone"] != "any" for row in found) >= len(found) / 4
    assert sum(row["negated"] for row in found) >= 3
    assert {row["style"] for row in found} <= set(STYLES)
    assert {row["tone"] for row in found} <= set(TONES)


@pytest.mark.parametrize("kind", TYPES)
def test_relations_are_known_and_slots_belong_to_the_claim(kind: str) -> None:
    for row in phrasings(kind):
        slots = slots_of(parse(row["text"], row["text"]))
        assert row["relations"]
        assert all(re.fullmatch(RELATIONS[kind], relation) for relation in row["relations"]), row
        assert slots <= SLOTS - {"clause", "clause_low", "Clause", "source", "Source", "author", "outlet", "city"}, row
        if kind in BETWEEN_TWO:
            assert slots & PARTIES, row
            assert slots & OTHERS, row
        if kind == "quotation":
            assert "words" in slots, row
        assert "start" not in slots or "amount" in slots, row
        assert not re.search(r"\b[aA]n? \{", row["text"]), f"no article fits every filling: {row['text']}"


@pytest.mark.parametrize("kind", TYPES)
def test_every_expansion_is_sound_at_its_seams(kind: str) -> None:
    for row in phrasings(kind):
        for made in expansions(row["text"]):
            assert not faults(made.text), (faults(made.text), made.text)
            assert not made.text.endswith((".", "!")), made.text
            assert made.start < made.end <= len(made.text)


@pytest.mark.parametrize("kind", TYPES)
def test_marks_say_what_the_texts_say(kind: str) -> None:
    for row in phrasings(kind):
        for made in expansions(row["text"], 4):
            assert all(word in made.text for word in row["loaded"]), (row["loaded"], made.text)
            assert bool(HEDGE.search(made.text)) == row["hedged"], made.text
            if row["negated"]:
                assert DENIAL.search(made.text), made.text
        assert not row["loaded"] or row["tone"] != "any", row


def test_the_claim_is_within_what_is_said_of_its_parties() -> None:
    for kind in TYPES:
        for row in phrasings(kind):
            if "<" in row["text"]:
                told = row["text"][row["text"].index("<") : row["text"].index(">")]
                assert "{subject" in told or "{object" in told, row


def test_wrappers_hold_their_clause_and_name_their_source() -> None:
    found = rows("wrappers", "wrapper")
    assert len({row["text"] + row["kind"] for row in found}) >= 80
    for row in found:
        slots = slots_of(parse(row["text"], row["text"]))
        assert len(slots & {"clause", "clause_low", "Clause"}) == 1, row
        assert bool(slots & {"source", "Source"}) == (row["kind"] != ""), row
        assert row["kind"] in ("", *get_args(AttributionKind))
        for made in expansions(row["text"], 4):
            assert not faults(made.text), made.text
            assert row["cue"].lower() in made.text.lower(), row
    kinds = [row["kind"] for row in found]
    assert all(kinds.count(kind) >= 8 for kind in get_args(AttributionKind))
    assert sum(row["text"] == "{clause}" for row in found) >= 5


@pytest.mark.parametrize("reason", get_args(Reason))
def test_what_nobody_can_check_is_worded_forty_times(reason: str) -> None:
    found = [row for row in rows("uncheckable", "sentence") if row["reason"] == reason]
    assert len({row["text"] for row in found}) == len(found) >= 40
    for row in found:
        assert slots_of(parse(row["text"], reason)) <= {"subject", "object"}, row
        assert reason != "rhetorical_question" or row["text"].endswith("?"), row
        for made in expansions(row["text"], 3):
            assert not faults(made.text), (faults(made.text), made.text)
            assert all(word in made.text for word in row["loaded"]), row


@pytest.mark.parametrize("place", ["headline", "byline", "dateline", "caption", "transition", "closer"])
def test_furniture_suits_every_style(place: str) -> None:
    found = rows("furniture", place)
    assert len(found) >= 6
    for row in found:
        assert row["style"] in STYLES
        assert row["tone"] in TONES
        for made in expansions(row["text"], 3):
            assert not faults(made.text), made.text
    if place in ("headline", "byline", "closer", "transition"):
        assert {row["style"] for row in found} >= set(STYLES)
