"""A world as a folder: what is stated of its files, the same bytes again, and no folder but a world's is touched."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hand_made_world import HandMadeWorld

from onrecord.case import Case
from onrecord.errors import CaseError
from onrecord.synth import stated, write

WHOLE = {"fec-cm", "fec-cn", "fec-ccl", "fec-pas2", "fec-oth", "fec-oppexp", "fara-registrants", "fara-principals",
         "openelections-precincts", "nyc-election-districts"}  # fmt: skip


def everything(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the world made by hand stand for whatever would be built."""
    monkeypatch.setattr("onrecord.synth.write._build", lambda seed, mentions: HandMadeWorld(seed, mentions))


def test_every_file_is_recognized_and_read_whole(on_disk) -> None:
    from onrecord.sources.format import recognize
    from onrecord.sources.opened import opened

    assert {s.format for s in on_disk.summaries} >= {
        "fec-indiv",
        "irs-990",
        "nyc-cfb-contributions",
        "casebook",
    } | WHOLE
    for summary in on_disk.summaries:
        assert summary.rows_quarantined == 0, summary.quarantined
        assert summary.rows_read > 0
        with opened(Path(summary.path)) as file:
            assert recognize(file).name == summary.format


def test_what_is_stated_is_what_the_book_holds(on_disk) -> None:
    for summary in on_disk.summaries:
        assert summary.coverage.complete is (summary.format in WHOLE), summary.format
        assert summary.coverage.date_from
        assert summary.coverage.date_to
    publishers = {row.publisher for row in on_disk.case.book.sources() if row.format.startswith("fec-")}
    assert len(publishers) == 1


def test_adding_again_changes_nothing(on_disk) -> None:
    before = on_disk.held()
    assert all(summary.already_there for summary in stated.add_to(on_disk.case, on_disk.folder))
    assert on_disk.held() == before


@pytest.mark.usefixtures("built")
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write.write(tmp_path / "a", seed=3, mentions=500)
    write.write(tmp_path / "b", seed=3, mentions=500)
    write.write(tmp_path / "c", seed=4, mentions=500)
    a, b, c = (everything(tmp_path / name) for name in "abc")
    assert a == b
    assert a != c
    assert first.files == len(tomllib.loads((tmp_path / "a" / "sources.toml").read_text())["source"])
    assert tomllib.loads((tmp_path / "a" / "world.toml").read_text()) == {
        "seed": 3,
        "mentions": 500,
        "phrasings": "tuning",
        "written": {
            "mentions": first.mentions, "entities": first.entities, "files": first.files, "stories": 0, "posts": 0,
        },
    }  # fmt: skip


@pytest.mark.usefixtures("built")
def test_an_earlier_world_is_made_anew_and_what_it_did_not_make_stays(tmp_path: Path) -> None:
    write.write(tmp_path, seed=3)
    (tmp_path / "records" / "old.csv").write_text("left over")
    (tmp_path / "notes.txt").write_text("mine")
    write.write(tmp_path, seed=3)
    assert not (tmp_path / "records" / "old.csv").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_of_something_else_is_refused_untouched(tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "mine.csv").write_text("mine")
    with pytest.raises(CaseError, match="something else than an earlier world"):
        write.write(tmp_path)
    assert everything(tmp_path) == {"records/mine.csv": b"mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "world").write_text("")
    with pytest.raises(CaseError, match="this is a file"):
        write.write(tmp_path / "world")


def test_unknown_phrasings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="tuning, acceptance"):
        write.write(tmp_path / "world", phrasings="all")
    assert not (tmp_path / "world").exists()


def test_a_folder_without_a_world_cannot_be_added(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "case")
    with pytest.raises(CaseError, match="no world lies here"):
        write.add_to(case, tmp_path)
    case.close()


@pytest.mark.usefixtures("built")
def test_steps_are_told_in_order(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    write.write(tmp_path / "world", step=lambda what, mentions: told.append((what, mentions)))
    assert [what for what, _ in told][:3] == ["who there is", "fec masters", "fec transactions"]
    counts = [count for _, count in told]
    assert counts == sorted(counts)
