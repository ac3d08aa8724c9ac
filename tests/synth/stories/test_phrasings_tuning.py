"""The tuning set of phrasings keeps its contract: enough of them, well formed in every expansion, relations known."""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Final, get_args

import pytest

from onrecord.checks.relations import rung
from onrecord.stories.frames.proceedings import ASKED, CLOSED, STEPS
from onrecord.stories.frames.triggers import triggers
from onrecord.synth.stories.grammar import Choice, Expansion, Sequence, count, expand, parse, slots_of
from onrecord.synth.stories.phrasings import Phrasing, Phrasings, load
from onrecord.vocabulary import ClaimType, Reason

TYPES: Final = get_args(ClaimType)
THIN: Final = frozenset(("other", "percentage", "count", "legal_status"))
"""Types of which forty texts are enough."""
BOTH: Final = frozenset(("subject", "object", "subject's", "object's"))
SLOTS: Final = {
    **dict.fromkeys(("payment", "contribution", "grant"), BOTH | {"amount", "period"}),
    **dict.fromkeys(("independent_expenditure", "investigation"), BOTH | {"amount", "period"}),
    **dict.fromkeys(("revenue", "count"), BOTH | {"amount", "period"}),
    **dict.fromkeys(("percentage", "engagement", "other"), BOTH | {"amount", "period"}),
    **dict.fromkeys(("turnout", "follower_growth"), BOTH | {"amount", "start", "period"}),
    **dict.fromkeys(("membership", "affiliation", "legal_status"), BOTH | {"period"}),
    **dict.fromkeys(("endorsement", "collaboration", "event", "founding"), BOTH | {"period", "place"}),
    "election_result": BOTH | {"amount", "period", "place"},
    "role": BOTH | {"title", "period"},
    "shared_attribute": BOTH | {"thing", "period"},
    "registration": BOTH | {"law", "country", "period"},
    "quotation": BOTH | {"words", "said_of", "period", "place"},
}
FILLS: Final = {
    "subject": "Harbor Fund", "object": "Bell and Sons", "subject's": "Harbor Fund's", "object's": "Bell and Sons'",
    "amount": "nearly $40,000", "start": "12,000 followers", "period": "in March 2024", "place": "in Calder Bay",
    "words": "We kept our word", "said_of": "the budget vote", "title": "executive director", "thing": "treasurer",
    "country": "Norway", "law": "Foreign Agents Registration Act", "clause": "Harbor Fund paid Ann Lee",
    "clause_low": "Harbor Fund paid Ann Lee", "source": "tax filings", "Source": "Tax filings", "author": "Dana Cole",
    "outlet": "the Harrow Courier", "city": "Calder Bay", "date": "March 3, 2024", "year": "2024",
}  # fmt: skip
STATUSES: Final = (
    "501c3", "501c4", "501c5", "501c6", "super_pac", "pac", "nonprofit", "charity", "tax_exempt", "union",
)  # fmt: skip
TIES: Final = ("political_arm_of", "sister_organization_of", "is_project_of", "part_of", "affiliated_with")
FIXED: Final = {
    "payment": {"paid"}, "contribution": {"gave", "refunded"}, "grant": {"gave"},
    "independent_expenditure": {"spent_for", "spent_against"}, "revenue": {"had_revenue"}, "count": {"counted"},
    "turnout": {"turnout_changed", "turnout_rose", "turnout_fell", "voted", "helped_turn_out"},
    "percentage": {"share_of"},
    "election_result": {"received_votes", "received_share", "defeated", "won", "won_by"},
    "follower_growth": {"followers_rose", "had_followers"}, "engagement": {"drew"}, "membership": {"member_of"},
    "affiliation": set(TIES), "legal_status": {f"is_{form}" for form in STATUSES},
    "registration": {"registered_under", "not_registered_under"}, "endorsement": {"endorsed"},
    "collaboration": {"worked_with"}, "quotation": {"said"}, "founding": {"founded"},
    "investigation": {*STEPS, ASKED, CLOSED, "pleaded_guilty"}, "other": {"hold", "owe", "cost", "own"},
}  # fmt: skip
PAST: Final = {"spoke_at": "speak", "attended": "attend", "hosted": "host", "visited": "visit", "addressed": "address",
               "met_with": "meet", "signed": "sign", "resigned_from": "resign"}  # fmt: skip


@cache
def tuning() -> Phrasings:
    return load("tuning")


def every() -> list[tuple[str, Phrasing]]:
    return [(kind, p) for kind, all_ in tuning().claims.items() for p in all_]


def document(name: str) -> dict[str, Any]:
    folder = resources.files("onrecord.synth.stories").joinpath("phrasings", "tuning")
    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def drawn(phrasing: Phrasing, times: int = 12, **without: None) -> list[Expansion]:
    """A seeded sample of expansions."""
    draw = random.Random(phrasing.where + phrasing.text)
    return [expand(phrasing.parts, {**FILLS, **without}, draw, phrasing.where) for _ in range(times)]


def known(kind: str, relation: str) -> bool:
    """Whether the reader, or the checks, have this relation for this type."""
    if kind == "role":
        return relation.endswith("_of") and bool(set(relation.split("_")) & (triggers("roles")["nouns"] | {"partner"}))
    if kind == "shared_attribute":
        return re.fullmatch(r"same_\w+_as", relation) is not None
    if kind == "event":
        return PAST.get(relation, relation) in triggers("events")["verbs"]
    return relation in FIXED[kind]


@pytest.mark.parametrize("kind", TYPES)
def test_a_type_has_many_texts_and_hundreds_of_expansions(kind: str) -> None:
    texts, expansions = tuning().counts()[kind]
    assert texts >= (40 if kind in THIN else 60)
    assert expansions >= 300


@pytest.mark.parametrize("kind", TYPES)
def test_no_two_texts_are_the_same(kind: str) -> None:
    texts = [" ".join(p.text.lower().split()) for p in tuning().claims[kind]]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("kind", TYPES)
def test_a_quarter_has_an_edge_and_some_deny(kind: str) -> None:
    held = tuning().claims[kind]
    assert sum(p.tone != "any" for p in held) >= len(held) / 4
    assert {"hostile", "friendly"} <= {p.tone for p in held}
    assert any(p.negated for p in held)
    assert any(p.hedged for p in held)


@pytest.mark.parametrize("kind", TYPES)
def test_every_relation_can_be_told_and_denied_in_any_style(kind: str) -> None:
    plain = [p for p in tuning().claims[kind] if (p.tone, p.style, p.hedged) == ("any", "any", False)]
    for relation in {r for p in tuning().claims[kind] for r in p.relations}:
        assert any(relation in p.relations and not p.negated for p in plain), relation
        assert any(relation in p.relations and p.negated for p in plain), relation


@pytest.mark.parametrize("kind", TYPES)
def test_relations_and_slots_are_those_of_the_type(kind: str) -> None:
    for phrasing in tuning().claims[kind]:
        assert [r for r in phrasing.relations if not known(kind, r)] == [], phrasing.where
        assert slots_of(phrasing.parts) <= SLOTS[kind], phrasing.text


def test_steps_of_a_proceeding_are_the_readers_own() -> None:
    used = {r for p in tuning().claims["investigation"] for r in p.relations}
    assert {"investigates", "audited", "subpoenaed", "fined", "cleared", "referred", "sued", "charged"} <= used
    assert {rung(step) for step in ("accused", "referred", "audited", "charged", "fined")} == {
        "complaint", "referral", "inquiry", "charge", "conviction",
    }  # fmt: skip


def test_an_expansion_is_clean_with_every_slot_and_without_a_period() -> None:
    bad = []
    for _, phrasing in every():
        for one in (*drawn(phrasing), *drawn(phrasing, 4, period=None, place=None)):
            text = one.text
            unbalanced = text.count("“") != text.count("”") or text.count("(") != text.count(")")
            loose = "  " in text or text != text.strip() or re.search(r"\s[,;:.?!]|,,|[<>{}|]", text)
            if unbalanced or loose or text[-1] in ".!?,;:—–-" or "—" in text:
                bad.append(text)
            if not 0 <= one.start < one.end <= len(text):
                bad.append(text)
    assert bad == []


def test_the_raw_text_has_balanced_brackets_and_at_most_one_span() -> None:
    for _, phrasing in every():
        for opening, closing in ("()", "{}", "<>"):
            assert phrasing.text.count(opening) == phrasing.text.count(closing), phrasing.text
        assert phrasing.text.count("<") <= 1


def test_a_span_holds_the_parties() -> None:
    """What is told of whom stands inside the claim, never in the lead-in."""
    for _, phrasing in every():
        inside = re.search(r"<(.*)>", phrasing.text)
        if inside:
            outside = phrasing.text.replace(inside[0], "")
            assert not re.search(r"\{(subject|object|amount|period|title)", outside), phrasing.text


def test_an_article_never_meets_a_figure() -> None:
    """ "A nearly $40,000 gift" and "a $8 million gift" are no English."""
    for _, phrasing in every():
        for one in drawn(phrasing):
            assert not re.search(r"\ban? (?:nearly \$|12,000)", one.text), one.text


def test_no_bracket_is_left_in_a_claim_but_that_of_a_legal_form() -> None:
    """A group without a bar is plain text: "(was given)" would be printed with its brackets."""
    for _, phrasing in every():
        for text in texts_of(phrasing.parts):
            assert "(" not in re.sub(r"501\(c\)\(\d\)", "", text), phrasing.text


def test_a_word_is_never_said_twice_in_a_row() -> None:
    for _, phrasing in every():
        for one in drawn(phrasing):
            assert not re.search(r"\b(\w+) \1\b", one.text, re.IGNORECASE), one.text


def test_loaded_words_stand_in_the_text() -> None:
    """Each in some expansion: a word of one alternative is not in the others."""
    for kind, phrasing in every():
        said = [x.lower() for x in texts_of(phrasing.parts)] if phrasing.loaded else []
        for word in phrasing.loaded:
            assert any(word in text for text in said), (kind, word, phrasing.text)


def texts_of(parts: Sequence) -> list[str]:
    """Every expansion, slots as they are written."""
    found = [""]
    for part in parts:
        if isinstance(part, Choice):
            tails = [text for option in part.options for text in texts_of(option)]
        else:
            tails = [part if isinstance(part, str) else f"{{{part.name}}}"]
        found = [head + tail for head in found for tail in tails]
    return found


def test_expansions_are_as_many_as_counted_and_all_different() -> None:
    for kind, held in tuning().claims.items():
        texts = [text for phrasing in held for text in texts_of(phrasing.parts)]
        assert len(texts) == sum(count(p.parts) for p in held)
        assert len(set(texts)) == len(texts), kind


def test_negations_deny_and_the_others_do_not() -> None:
    """A text that is marked as negated holds a denying word in every expansion; the others hold "not" in none."""
    denial = re.compile(r"\b(?:not|never|no|none|skipped)\b")
    for kind, phrasing in every():
        texts = texts_of(phrasing.parts)
        if phrasing.negated:
            assert all(denial.search(text) or "at no point" in text for text in texts), phrasing.text
        elif "not_registered_under" not in phrasing.relations and kind not in ("quotation", "investigation"):
            claims = [re.sub(r"^.*\ue001|\ue002.*$", "", text) for text in texts]
            assert not any(re.search(r"\b(?:did not|was not|is not|never|has not)\b", text) for text in claims), texts


def test_wrappers_hold_the_clause_once_and_their_cue() -> None:
    kinds = {w.tag for w in tuning().wrappers}
    assert kinds == {"", "records", "person", "organization", "outlet", "analysts", "unnamed"}
    assert len(tuning().wrappers) >= 100
    for wrapper in tuning().wrappers:
        for text in texts_of(wrapper.parts):
            assert text.count("{clause}") + text.count("{clause_low}") == 1, text
            assert wrapper.cue.lower() in text.lower(), text
            assert bool(wrapper.tag) == ("{source}" in text or "{Source}" in text), text
        assert bool(wrapper.cue) == bool(wrapper.tag)
    assert any(w.hedged for w in tuning().wrappers)
    assert any(w.loaded for w in tuning().wrappers)


@pytest.mark.parametrize("reason", get_args(Reason))
def test_a_reason_has_forty_sentences(reason: str) -> None:
    held = [p for p in tuning().uncheckable if p.tag == reason]
    assert len(held) >= 40
    assert all(slots_of(p.parts) <= BOTH for p in held)
    assert {p.style for p in held} >= {"any", "wire", "tabloid", "local", "blog", "newsletter"}


def test_a_question_is_a_question_and_nothing_else_is() -> None:
    for sentence in tuning().uncheckable:
        ends = sentence.text.endswith("?")
        assert ends == (sentence.tag == "rhetorical_question"), sentence.text


def test_furniture_has_every_place_in_every_style() -> None:
    for place in ("headline", "byline", "caption", "transition", "closer"):
        held = tuning().furniture[place]
        assert {p.style for p in held} >= {"any", "wire", "tabloid", "local", "blog", "newsletter"}
        assert len(held) >= 20
        for phrasing in held:
            assert all("{" not in one.text and "  " not in one.text for one in drawn(phrasing, 2)), phrasing.text


def test_every_file_is_parsed_whole() -> None:
    """Nothing in a file is passed over by the loader: tables of another name, or keys of another name."""
    keys = {"relations", "tone", "style", "text", "loaded", "hedged", "negated", "alone"}
    for kind in TYPES:
        assert set(document(kind)) == {"phrasing"}
        assert all(set(row) <= keys for row in document(kind)["phrasing"])
    assert set(document("wrappers")) == {"wrapper"}
    assert set(document("uncheckable")) == {"sentence"}
    assert set(document("furniture")) == {"headline", "byline", "dateline", "caption", "transition", "closer"}


def test_the_grammar_tells_a_legal_form_from_a_choice() -> None:
    parts = parse("a 501(c)(3) (nonprofit|charity)", "here")
    assert texts_of(parts) == ["a 501(c)(3) nonprofit", "a 501(c)(3) charity"]
