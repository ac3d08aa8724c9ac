"""Files as offered to formats: what is mended, what is refused, each in one line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources.opened import opened


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_plain_file_is_read_where_it_lies(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", b"x,y\r\n1,2\r\n")
    with opened(path) as file:
        assert (file.text, file.name, file.first_line, file.notes) == (path, "a.csv", "x,y", ())


def test_the_one_member_of_an_archive_is_read(tmp_path: Path) -> None:
    with opened(zipped(tmp_path / "a.zip", **{"in.txt": b"one\ntwo\n"})) as file:
        assert file.name == "in.txt"
        assert file.text.read_text(encoding="utf-8") == "one\ntwo\n"


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("Peña,1\n".encode("cp1252"), "Windows-1252"),
        (b"\xef\xbb\xbfPe\xc3\xb1a,1\n", "byte-order mark"),
        ("Peña,1\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_other_encodings_are_mended_and_said(tmp_path: Path, content: bytes, note: str) -> None:
    with opened(write(tmp_path / "a.csv", content)) as file:
        assert file.first_line == "Peña,1"
        assert note in file.notes[0]


def test_a_stray_byte_late_in_the_file_is_found_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", b"x\n" * 100_000 + b"Pe\xf1a\n")
    with opened(path) as file:
        assert file.text.read_text(encoding="utf-8").endswith("Peña\n")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("a.csv", b"", "0 bytes"), ("a.bin", b"\x7fELF\0\0\0", "binary"), ("a.zip", b"PK\x03\x04 cut short", "damaged")],
)
def test_what_can_never_be_a_source_is_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said), opened(write(tmp_path / name, content)):
        pass


def test_a_truncated_archive_is_refused(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "whole.zip", **{"in.txt": b"a line\n" * 9000}).read_bytes()
    with pytest.raises(SourceError, match="damaged"), opened(write(tmp_path / "cut.zip", whole[: len(whole) // 2])):
        pass


def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path: Path) -> None:
    with (
        pytest.raises(SourceError, match="far more"),
        opened(zipped(tmp_path / "b.zip", **{"in.txt": b"\n" * 30_000_000})),
    ):
        pass


def test_an_archive_of_many_files_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="2 files"), opened(zipped(tmp_path / "a.zip", **{"a": b"1", "b": b"2"})):
        pass


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"), opened(tmp_path / "none.csv"):
        pass
    with pytest.raises(SourceError, match="folder"), opened(tmp_path):
        pass
