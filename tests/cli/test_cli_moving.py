"""A case moved and held to little memory, from the command line; many documents in one command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import main
from onrecord.cli.app import app

FIXTURES = Path(__file__).parents[1] / "fixtures"


def run(*words: str, status: int = 0) -> str:
    shown = CliRunner().invoke(app, list(words))
    assert shown.exit_code == status, shown.output
    return shown.stdout


def fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line of a command that fails."""
    monkeypatch.setattr("sys.argv", ["onrecord", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_case_is_exported_and_made_again(tmp_path: Path) -> None:
    run("new", str(tmp_path / "a"), "--title", "Alder")
    run("add", str(FIXTURES / "fec/ccl.txt"), "--case", str(tmp_path / "a"))
    told = json.loads(run("export", "-o", str(tmp_path / "out"), "--case", str(tmp_path / "a"), "--json"))
    assert told["rows"]["source"] == 1
    assert "Alder" in run("new", str(tmp_path / "b"), "--from", str(tmp_path / "out"))
    listed = [json.loads(run("sources", "--case", str(tmp_path / name), "--json")) for name in "ab"]
    assert listed[0] == listed[1]


def test_an_unknown_kind_of_export_is_a_usage_error(tmp_path: Path) -> None:
    run("new", str(tmp_path / "a"))
    run("export", "--to", "papyrus", "-o", str(tmp_path / "out"), "--case", str(tmp_path / "a"), status=2)
    assert not (tmp_path / "out").exists()


def test_little_memory_gives_the_same_book(tmp_path: Path) -> None:
    books = []
    for name, memory in (("much", ()), ("little", ("--memory", "200MB"))):
        run("new", str(tmp_path / name))
        run("add", str(FIXTURES / "fec/indiv.txt"), "--case", str(tmp_path / name), *memory)
        books.append(
            run("sql", "SELECT * FROM link ORDER BY link_id", "--case", str(tmp_path / name), "--json", *memory)
        )
    assert books[0] == books[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sources", "--memory", "plenty"), "2GB"),
        (("sources", "--book", "mysql://x"), "duckdb://book.duckdb"),
        (("export", "-o", "."), "already"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    run("new", str(tmp_path / "a"))
    run("add", str(FIXTURES / "fec/ccl.txt"), "--case", str(tmp_path / "a"))
    run("export", "-o", str(tmp_path), "--case", str(tmp_path / "a")) if "export" in words else None
    monkeypatch.chdir(tmp_path)
    assert said in fails(monkeypatch, capsys, *words, "--case", str(tmp_path / "a"))


def test_no_case_is_made_of_what_is_no_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "manifest.json" in fails(
        monkeypatch, capsys, "new", str(tmp_path / "b"), "--from", str(tmp_path / "nowhere")
    )
    assert not (tmp_path / "b").exists()


def test_many_documents_are_added_in_one_command(tmp_path: Path) -> None:
    text = (FIXTURES / "irs_990/return_990.xml").read_text(encoding="utf-8")
    files = [tmp_path / f"{n:02}.xml" for n in range(17)]
    for n, path in enumerate(files):
        path.write_text(text.replace("<Return ", f"<!-- {n} --><Return ", 1) if n else "<Return>", encoding="utf-8")
    run("new", str(tmp_path / "a"))
    told = json.loads(run("add", *map(str, files), "--case", str(tmp_path / "a"), "--json", status=1))
    assert len(told["added"]) == 16
    assert len(told["failed"]) == 1
    assert "00.xml" in told["failed"][0]
