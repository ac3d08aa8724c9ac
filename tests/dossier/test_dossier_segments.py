"""A story cut at claims is still the story, and no claim is lost under another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossier.segments import Segment, split
from onrecord.errors import StoryError
from onrecord.vocabulary import Claim


def _claims(raw: str, spans: list[tuple[int, int]]) -> list[Claim]:
    return [Claim(f"c{n}", low, high, raw[low:high], "other") for n, (low, high) in enumerate(spans, start=1)]


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    raw = draw(st.text(alphabet=st.one_of(st.sampled_from("\n\r \t.é"), st.characters()), min_size=1, max_size=80))
    ends = st.integers(0, len(raw))
    spans = draw(st.lists(st.tuples(ends, ends).filter(lambda s: s[0] < s[1]), max_size=12))
    return raw, _claims(raw, spans)


@given(stories())
def test_segments_join_to_the_text_and_know_their_claims(story: tuple[str, list[Claim]]) -> None:
    raw, claims = story
    length = {claim.id: claim.end - claim.start for claim in claims}
    at = 0
    for segment in (s for paragraph in split(raw, claims) for s in paragraph):
        end = at + len(segment.text)
        assert segment.text == raw[at:end] != ""
        assert set(segment.claims) == {c.id for c in claims if c.start <= at and end <= c.end}
        assert list(segment.claims) == sorted(segment.claims, key=lambda id_: length[id_])
        assert set(segment.ends) == {c.id for c in claims if c.end == end}
        at = end
    assert at == len(raw)


def test_nested_and_overlapping_claims_each_keep_an_end() -> None:
    raw = "abcdefgh"
    (paragraph,) = split(raw, _claims(raw, [(0, 8), (0, 4), (2, 6), (2, 6)]))
    assert paragraph == (
        Segment("ab", ("c2", "c1")),
        Segment("cd", ("c3", "c4", "c2", "c1"), ("c2",)),
        Segment("ef", ("c3", "c4", "c1"), ("c3", "c4")),
        Segment("gh", ("c1",), ("c1",)),
    )


def test_a_blank_line_begins_a_paragraph_even_inside_a_claim() -> None:
    raw = "One.\n \nTwo.\nThree."
    first, second = split(raw, _claims(raw, [(0, len(raw))]))
    assert "".join(s.text for s in first) == "One.\n \n"
    assert [(s.text, s.ends) for s in second] == [("Two.\nThree.", ("c1",))]
    assert first[0].ends == ()


def test_an_empty_text_has_no_paragraph() -> None:
    assert split("", []) == ()


@pytest.mark.parametrize(("start", "end", "text"), [(0, 3, "abd"), (2, 9, "cdef"), (2, 2, ""), (-2, 4, "cd")])
def test_offsets_that_do_not_hold_the_claim_are_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(StoryError, match="c1 does not stand at") as refused:
        split("abcdef", [Claim("c1", start, end, text, "other")])
    assert refused.value.advice
