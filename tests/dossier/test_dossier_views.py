"""A checked case shaped for reading."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier_sample import receipts, sample, story

from onrecord.dossier.views import STATUSES, CheckedStory, dossier
from onrecord.errors import StoryError
from onrecord.vocabulary import GRADES, Alignment, Claim, Evidence, Lineage, Story, Verdict


def _one(claim: Claim, verdict: Verdict | None, raw: str = "Words.") -> CheckedStory:
    read = Story("s.txt", "0" * 64, len(raw), (claim,))
    return CheckedStory(read, raw, {claim.id: verdict} if verdict else {})


def test_the_sample_shows_every_verdict_and_every_grade() -> None:
    view = sample()
    assert dict(view.tally) == dict(zip(STATUSES, (7, 4, 1, 5, 5), strict=True))
    shown = {
        row.evidence.grade
        for one in view.stories
        for claim in one.claims.values()
        for verdict in (claim.verdict, claim.verdict.attribution)
        if verdict
        for row in verdict.evidence
    }
    assert shown == set(GRADES)


def test_the_text_is_kept_to_the_character() -> None:
    for view, name in zip(sample().stories, ("ledger", "courier"), strict=True):
        assert "".join(s.text for paragraph in view.paragraphs for s in paragraph) == story(name).raw


def test_every_claim_ends_once_in_the_text_and_is_judged_or_not_checkable() -> None:
    for view in sample().stories:
        ends = [id_ for paragraph in view.paragraphs for segment in paragraph for id_ in segment.ends]
        assert sorted(ends) == sorted(view.claims)
        assert {*view.judged, *view.not_checkable} == set(view.claims.values())


def test_anchors_are_unique_and_safe() -> None:
    odd = _one(Claim('c"1 <', 0, 5, "Words", "other"), Verdict("unverified", "No record."))
    assert [claim.anchor for claim in dossier([odd], {}, case_title="", generated="").stories[0].claims.values()] == [
        "s1-c-1--"
    ]
    anchors = [claim.anchor for view in sample().stories for claim in view.claims.values()]
    assert len(set(anchors)) == len(anchors)
    assert "s1-c12" in anchors


def test_records_of_one_lineage_are_counted_once_and_find_their_receipt() -> None:
    filed, copied = sample().stories[0].claims["c3"].verdict.evidence
    assert (filed.counted_with, copied.counted_with) == (1, 1)
    assert filed.receipt == receipts()["cfb-2031", "TRAN_ID=F-20931"]
    assert filed.source == "Campaign expenditures 2031"
    assert copied.receipt is None
    assert copied.command == "onrecord show 'ledger-archive#line 88'"


def test_records_without_a_lineage_share_none() -> None:
    rows = tuple(Evidence("s", f"line {n}", "primary_record", None, "So.") for n in (1, 2))
    view = dossier(
        [_one(Claim("c1", 0, 5, "Words", "other"), Verdict("supported", "So.", evidence=rows))],
        {},
        case_title="",
        generated="",
    )
    assert [row.counted_with for row in view.stories[0].claims["c1"].verdict.evidence] == [0, 0]


def test_what_was_searched_is_named_by_its_title_where_known() -> None:
    ((title, search),) = sample().stories[0].claims["c3"].verdict.searched
    assert (title, search.source) == ("Campaign expenditures 2031", "cfb-2031")


def test_attribution_is_a_second_verdict_about_the_named_source() -> None:
    claim = sample().stories[0].claims["c10"]
    assert claim.verdict.attribution is not None
    assert (claim.verdict.status, claim.verdict.attribution.status) == ("unverified", "supported")
    assert claim.named_source == "Harborlight Action"
    unnamed = replace(claim, claim=replace(claim.claim, attribution=()))
    assert unnamed.named_source == "the named source"


def test_drift_shows_both_tellings_in_words() -> None:
    drifted = sample().pairs[1]
    assert (drifted.a.story, drifted.a.anchor, drifted.b.story, drifted.b.anchor) == (1, "s1-c7", 2, "s2-c2")
    assert [(d.name, d.a, d.b) for d in drifted.drifts] == [
        (
            "How much",
            "between 2.375 and 2.5 million USD, worded “nearly $2.5 million”",
            "between 2.95 and 3.05 million USD, worded “$3 million”",
        ),
        ("When", "“between 2028 and 2030” (2028 to 2030)", ""),
    ]


def test_descent_is_a_sentence_and_counts_once() -> None:
    (descent,) = sample().descents
    assert descent.sentence == (
        "“Calloway’s victory was bankrolled, report finds” retells “The quiet machine behind Port Larkin’s new mayor”."
    )
    assert descent.counted == "What both say is counted once."


def test_an_alignment_or_lineage_with_a_story_elsewhere_breaks_nothing() -> None:
    view = dossier(
        [story("ledger")], {}, case_title="", generated="",
        alignments=[Alignment("f" * 12 + ":c1", "e" * 12 + ":c1", "same")],
        lineage=[Lineage("stories/ledger.txt", "elsewhere.txt", "undetermined", "Nothing to tell by.")],
    )  # fmt: skip
    assert view.pairs == ()
    assert view.descents[0].sentence.endswith("“elsewhere.txt”.")


def test_a_checkable_claim_without_a_verdict_is_refused() -> None:
    with pytest.raises(StoryError, match=r"s\.txt: claim c1 has no verdict"):
        dossier([_one(Claim("c1", 0, 5, "Words", "other"), None)], {}, case_title="", generated="")


def test_a_not_checkable_claim_needs_none() -> None:
    opinion = Claim("c1", 0, 5, "Words", "other", checkable=False, reason="opinion")
    view = dossier([_one(opinion, None)], {}, case_title="", generated="")
    assert view.tally["not_checkable"] == 1
