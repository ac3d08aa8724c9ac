"""Stories are read byte for byte, typed block by block and cut into sentences without losing a character."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoryError
from onrecord.stories.text import Text, load, plain, read_text

SEEDS = Path(__file__).parents[3] / "shared" / "stories" / "seeds"
realdata = pytest.mark.realdata


def kinds(text: Text) -> list[tuple[str, str]]:
    return [(block.kind, text.raw[block.start : block.end]) for block in text.blocks]


def sentences(raw: str) -> list[str]:
    text = read_text(raw)
    return [raw[sentence.start : sentence.end] for sentence in text.sentences]


# ── reading files ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Café “Río” paid.\r\nNext".encode(), "Café “Río” paid.\r\nNext"),
        (b"\xef\xbb\xbfThe mark is dropped.", "The mark is dropped."),
        ("Naïve “text”".encode("utf-16"), "Naïve “text”"),
        (b"\xfe\xff" + "Big end".encode("utf-16-be"), "Big end"),
        ("Wide".encode("utf-32"), "Wide"),
        ("The caf\u00e9 \u201cpaid\u201d \u2014 it said.".encode("cp1252"), "The café “paid” — it said."),
    ],
)
def test_text_is_read_byte_for_byte(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    assert load(path) == expected


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "0 bytes"),
        (b" \n\t\n", "no text"),
        (b"The story\0with\0nothing", "binary"),
        (b"%PDF-1.7 some text", "not a text file"),
        (b"PK\x03\x04word/document.xml", "not a text file"),
        ("Привет, город, это рассказ".encode("cp1251"), "encoding"),
        ("Ünï “one” “two” “three” ".encode() + b"\xff broken", "broken UTF-8"),
        (b"\xff\xfe" + b"\x00\xd8", "broken UTF-16"),
        ("no mark".encode("utf-16-le"), "binary"),
    ],
)
def test_what_is_no_story_is_refused_in_one_line(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)
    with pytest.raises(StoryError) as refusal:
        load(path)
    message = str(refusal.value)
    assert complaint in message
    assert "story.txt" in message
    assert "\n" not in message
    assert refusal.value.advice


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="no such file"):
        load(tmp_path / "absent.txt")
    with pytest.raises(StoryError, match="is a folder"):
        load(tmp_path)


def test_a_broken_file_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("“one”\n“two”\n".encode() + b"thr\xffee")
    with pytest.raises(StoryError) as refusal:
        load(path)
    assert refusal.value.line == 3


# ── blocks ───────────────────────────────────────────────────────────────────────────────────────────────────────

PAGE = """\
Home
The Riverton Ledger
  • City Hall
By Lena Ortiz
3 hours ago
Inside the Machine Behind Dana Whitlock’s Campaign for Mayor

Dana Whitlock won the Riverton primary in June, and city records show who paid for it.

Dana Whitlock speaking at a union hall in March. Riverton Workers – United & Rising

Money From Abroad

The group paid Harbor Strategies $20,000, according to its filing with the city.

Omar Haddad of the Harbor League stands on the pier. Omar Haddad / Facebook

Jane Roe and Ana Petrov, co-founders of the league, marching on Pier Street.

“*” indicates required fields

Should the mayor resign?*
This poll subscribes you to our list. Unsubscribe at any time.

TAP HERE
FOR THE WHOLE FRONT PAGE
"""


def test_a_page_is_typed_block_by_block() -> None:
    assert kinds(read_text(PAGE)) == [
        ("navigation", "Home"),
        ("navigation", "The Riverton Ledger"),
        ("navigation", "• City Hall"),
        ("navigation", "By Lena Ortiz"),
        ("navigation", "3 hours ago"),
        ("headline", "Inside the Machine Behind Dana Whitlock’s Campaign for Mayor"),
        ("body", "Dana Whitlock won the Riverton primary in June, and city records show who paid for it."),
        ("caption", "Dana Whitlock speaking at a union hall in March."),
        ("credit", "Riverton Workers – United & Rising"),
        ("headline", "Money From Abroad"),
        ("body", "The group paid Harbor Strategies $20,000, according to its filing with the city."),
        ("caption", "Omar Haddad of the Harbor League stands on the pier."),
        ("credit", "Omar Haddad / Facebook"),
        ("caption", "Jane Roe and Ana Petrov, co-founders of the league, marching on Pier Street."),
        ("form", "“*” indicates required fields"),
        ("form", "Should the mayor resign?*"),
        ("form", "This poll subscribes you to our list. Unsubscribe at any time."),
        ("form", "TAP HERE"),
        ("form", "FOR THE WHOLE FRONT PAGE"),
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "(AP Photo/Jane Roe)",
        "Jane Roe via Getty Images",
        "Photo: Jane Roe",
        "Courtesy of the Riverton Ledger",
        "Getty Images",
    ],
)
def test_worded_credits_are_told_from_their_captions(credit: str) -> None:
    text = read_text(
        f"The council paid for it in full, its records show.\n\nThe mayor arrives at City Hall. {credit}\n"
    )
    assert kinds(text)[1:] == [("caption", "The mayor arrives at City Hall."), ("credit", credit)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The group said in its newsletter that it paid canvassers $15 an hour.",
        "• The Harbor League gave $5,000 to the committee in May.",
        "They are all the same.",
        "Speaking at a rally in Dover, Cole said that he was never paid by the league.",
        "Cole, a former clerk, was paid $4,000 for polling.",
        "She joined the board in 2019 and left it a year later.",
        "The league wrote on Facebook that the money came from members.",
    ],
)
def test_sentences_of_the_story_stay_body(paragraph: str) -> None:
    first, last = "The first paragraph says enough to be prose.", "The last one is prose as well, and it ends it."
    text = read_text(f"{first}\n\n{paragraph}\n\n{last}\n")
    assert ("body", paragraph) in kinds(text)


def test_a_hard_wrapped_text_is_joined() -> None:
    raw = (
        "The Harbor League, which runs the largest field operation in the\n"
        "city, paid Dana Whitlock's former employer more than two hundred\n"
        "thousand dollars last year. It did not say what the money was\nfor.\n\n"
        "A second paragraph begins here and says a little more than this.\n"
    )
    assert [sentence.replace("\n", " ") for sentence in sentences(raw)][1] == "It did not say what the money was for."
    assert len(read_text(raw).blocks) == 2


def test_a_bare_claim_without_a_full_stop_is_body() -> None:
    assert kinds(read_text("Harbor League paid Dana Whitlock $5,000")) == [
        ("body", "Harbor League paid Dana Whitlock $5,000")
    ]


# ── sentences ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "parts",
    [
        ("Lt. Gov. Dan Cole met Sen. Ana Petrov in Dearborn, Mich., on Monday.", "It rained."),
        ("The U.S. Senate voted.", "The league lost."),
        ("It is based in the U.S.", "The league is not."),
        ("Acme Inc. paid Harbor Corp. twice.", "No. 5 was missed."),
        ("Is it legal?", "No.", "The board said so."),
        ("J. R. Smith v. Riverton was heard at 9 a.m. Tuesday.", "He lost."),
        ("She called it “a gift.”", "He did not."),
        ("“Never!” Smith said.", "“Not here.”"),
        ("“Who paid?” he asked.", "Nobody knew."),
        ("Turnout rose 3.5 percent.", "The site riverton.news and Ledger.com said so."),
        ("Comments like “Go!” (“run”) flooded in.", "They stopped."),
        ("“People say, ‘Oh no. The league is here.’”", "It sounds odd."),
        ("The group, a 501(c)(3), filed in Jan. 2024.", "It was late."),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("The mayor met Haddad.Haddad. Haddad left.", ["The mayor met Haddad.", "Haddad.", "Haddad left."]),
        ("He lost the race.The league won it.", ["He lost the race.", "The league won it."]),
        ("It rose 11%.The board agreed.", ["It rose 11%.", "The board agreed."]),
        ("Read more at Harbor.Com or Node.Js today.", ["Read more at Harbor.Com or Node.Js today."]),
        ("Write to a.cole@Harbor.Riverton today.", ["Write to a.cole@Harbor.Riverton today."]),
    ],
)
def test_a_lost_space_is_repaired(raw: str, expected: list[str]) -> None:
    assert sentences(raw) == expected


# ── properties ───────────────────────────────────────────────────────────────────────────────────────────────────

ragged = st.text(st.sampled_from("AbcDe .!?,\n\r\t\u00a0\"'“”‘’«»()–—-/•*$%0123é:;|"), max_size=200)


@given(st.text(max_size=200) | ragged)
def test_the_view_has_the_length_of_the_text(raw: str) -> None:
    assert len(plain(raw)) == len(raw)


@given(st.text(max_size=200) | ragged)
def test_blocks_and_sentences_tile_the_text(raw: str) -> None:
    text = read_text(raw)
    for pieces in (text.blocks, text.sentences):
        edges = [edge for piece in pieces for edge in (piece.start, piece.end)]
        assert edges == sorted(edges)
        assert all(piece.start < piece.end for piece in pieces)
        covered = set().union(*(range(piece.start, piece.end) for piece in pieces))
        assert all(text.view[at].isspace() for at in range(len(raw)) if at not in covered)
    assert all(s.block.start <= s.start and s.end <= s.block.end for s in text.sentences)


# ── the real stories ─────────────────────────────────────────────────────────────────────────────────────────────


@realdata
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed stories are not here")
@pytest.mark.parametrize(("number", "captions", "forms"), [("000", 4, 0), ("001", 0, 8), ("002", 0, 0)])
def test_the_furniture_of_the_seed_stories_is_found(number: str, captions: int, forms: int) -> None:
    text = read_text(load(next(SEEDS.glob(f"{number}_*.txt"))))
    found = [block.kind for block in text.blocks]
    assert found.count("caption") == found.count("credit") == captions
    assert found.count("form") == forms
    assert found.count("body") > 8
