"""Which story derives from which, with the evidence, or that it cannot be told."""

from __future__ import annotations

from onrecord.stories.alignment import align
from onrecord.stories.lineage import descend
from onrecord.vocabulary import Claim, Lineage, Quantity, Story


def quoted(number: int, words: str) -> Claim:
    return Claim(
        f"c{number}", number * 100, number * 100 + 50, f"“{words}”", "quotation", "Rolf Vance", "said", words=words
    )


def counted(number: int, value: float, text: str) -> Claim:
    figure = Quantity(text, value, value, "votes")
    start, said = number * 100, f"Okafor had {text} votes"
    return Claim(f"c{number}", start, start + 50, said, "election_result", "Ada Okafor", "received_votes", None, figure)


SHARED = (quoted(1, "before the tide turns"), quoted(2, "we knock on every door"), counted(3, 61204, "61,204"))


def story(name: str, claims: tuple[Claim, ...], published: str | None = None) -> Story:
    return Story(name, (name * 64)[:64], 500, claims, published=published)


def related(a: Story, b: Story, texts: dict[str, str] | None = None) -> Lineage:
    (found,) = descend([a, b], align([a, b]), texts or {})
    return found


def test_a_story_that_names_the_other_as_its_source_derives_from_it() -> None:
    a, b = story("a", SHARED), story("b", SHARED)
    texts = {"a": "The Quay Ledger\nHome\n\nText.", "b": "Bay Wire\n\nThe Quay Ledger reported on Monday that …"}
    found = related(a, b, texts)
    assert (found.a, found.b, found.relation) == ("b", "a", "derives_from")
    assert "The Quay Ledger" in found.because


def test_shared_rare_quotations_and_figures_and_a_later_date_say_so_too() -> None:
    found = related(story("a", SHARED, "2031-03-02"), story("b", SHARED, "2031-03-05"))
    assert (found.a, found.b, found.relation) == ("b", "a", "derives_from")
    assert "before the tide turns" in found.because


def test_without_dates_the_root_is_common_and_the_direction_open() -> None:
    assert related(story("a", SHARED), story("b", SHARED)).relation == "common_source"


def test_one_shared_figure_is_not_enough() -> None:
    assert related(story("a", SHARED[2:]), story("b", SHARED[2:])).relation == "undetermined"


def test_nothing_in_common_is_independent() -> None:
    assert related(story("a", SHARED[:1]), story("b", SHARED[2:])).relation == "independent"


def test_round_figures_are_no_evidence() -> None:
    round_figure = (counted(1, 50000, "50,000"),)
    assert related(story("a", round_figure), story("b", round_figure)).relation == "undetermined"
    assert "50,000" not in related(story("a", round_figure), story("b", round_figure)).because
