"""The command line: help at once, one JSON document, one clear line and exit 1 on bad input, the book unchanged."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord import cli
from onrecord.case import Case
from onrecord.cli.app import app

COMMANDS = ["new", "export", "add", "sources", "show", "sql", "search", "claims", "check", "report", "demo", "synth"]
CASEBOOK = """fact_id,kind,subject,relation,object,amount_low,amount_high,unit,date_from,date_to,place,statement,grade,\
publisher,title,url,published,lineage,note
pay-01,payment,Ada Okafor campaign,paid,Quay Action,18000,18000,USD,2031-05-02,2031-05-02,Port Ansel,\
The campaign of Ada Okafor paid Quay Action $18000.,primary_record,Port Ansel Campaign Board,Disclosure,,2031-06-01,,
"""
STORY = (
    "Money moved early.\n\nIn May, Ada Okafor's campaign paid Quay Action $18,000 for canvassing, city records show.\n"
)

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Case.create(tmp_path / "case").close()
    (tmp_path / "casebook.csv").write_text(CASEBOOK, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def invoke(*words: str) -> Result:
        return CliRunner().invoke(app, [*words, "--case", str(folder / "case")])

    return invoke


def loaded_by(*words: str) -> set[str]:
    """The modules that a command imports, in a fresh interpreter."""
    code = (
        f"import sys; sys.argv = {['onrecord', *words]!r}\n"
        "try:\n    from onrecord.cli import main; main()\nexcept SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    assert not loaded_by(*words) & {"spacy", "ibis", "duckdb", "pyarrow", "pandas", "numpy", "lxml", "jinja2"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert f"Example: onrecord {command}" in shown.stdout
    assert "--json" in shown.stdout


def test_every_command_has_its_page() -> None:
    pages = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parents[2].glob("docs/commands/*.md"))
    registered = [command.name for command in app.registered_commands]
    assert registered == COMMANDS
    assert all(f"onrecord {name}" in pages for name in COMMANDS)


def test_new_makes_a_case_and_not_twice(tmp_path: Path) -> None:
    made = CliRunner().invoke(app, ["new", str(tmp_path / "x"), "--title", "Harbor", "--json"])
    assert json.loads(made.stdout) == {"case": str(tmp_path / "x"), "title": "Harbor"}
    again = CliRunner().invoke(app, ["new", str(tmp_path / "x")])
    assert "there is a case here already" in str(again.exception)


def test_adding_twice_changes_nothing(run: Run, folder: Path) -> None:
    first = json.loads(run("add", str(folder / "casebook.csv"), "--json").stdout)["added"][0]
    again = json.loads(run("add", str(folder / "casebook.csv"), "--json").stdout)["added"][0]
    assert (first["rows_read"], first["facts"], first["already_there"]) == (1, 1, False)
    assert (again["source_id"], again["already_there"]) == (first["source_id"], True)
    counted = json.loads(run("sql", "SELECT count(*) AS n FROM fact", "--json").stdout)
    assert counted == {"columns": ["n"], "rows": [{"n": 1}]}


def test_coverage_can_be_stated_and_stated_anew(run: Run, folder: Path) -> None:
    run("add", str(folder / "casebook.csv"), "--covers", "all of it", "--complete", "--json")
    (source,) = json.loads(run("sources", "--json").stdout)["sources"]
    assert (source["coverage"]["covers"], source["coverage"]["complete"]) == ("all of it", True)
    run("add", str(folder / "casebook.csv"), "--partial", "--to", "2031-12-31")
    (source,) = json.loads(run("sources", "--json").stdout)["sources"]
    assert (source["coverage"]["complete"], source["coverage"]["date_to"]) == (False, "2031-12-31")


def test_show_prints_the_raw_record(run: Run, folder: Path) -> None:
    added = json.loads(run("add", str(folder / "casebook.csv"), "--json").stdout)["added"][0]
    shown = json.loads(run("show", f"{added['source_id']}#fact_id=pay-01", "--json").stdout)
    assert ["amount_low", "18000"] in shown["fields"]
    assert shown["raw"].startswith("pay-01,payment,")


def test_check_answers_with_the_record(run: Run, folder: Path) -> None:
    run("add", str(folder / "casebook.csv"))
    document = json.loads(run("check", str(folder / "story.txt"), "--json").stdout)
    paid = next(c for c in document["stories"][0]["claims"] if c["type"] == "payment")
    assert paid["verdict"]["status"] == "supported"
    assert paid["verdict"]["grade"] == "primary_record"
    assert paid["verdict"]["evidence"][0]["locator"] == "fact_id=pay-01"
    assert STORY[paid["start"] : paid["end"]] == paid["text"]


def test_claims_needs_no_case(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    document = json.loads(CliRunner().invoke(app, ["claims", "story.txt", "--json"]).stdout)
    assert [c["type"] for c in document["stories"][0]["claims"] if c["checkable"]] == ["payment"]


def test_report_writes_one_file(run: Run, folder: Path) -> None:
    run("add", str(folder / "casebook.csv"))
    run("report", str(folder / "story.txt"), "-o", str(folder / "d.html"))
    page = (folder / "d.html").read_text(encoding="utf-8")
    assert "Quay Action" in page
    assert "pay-01,payment" in page  # the raw record is in it


def bad_files(folder: Path) -> dict[str, Path]:
    whole = folder / "whole.zip"
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("casebook.csv", CASEBOOK * 500)
    made = {
        "unknown": b"one thing\nanother thing\n",
        "empty": b"",
        "binary": b"\x89PNG\r\n\x1a\n\0\0\0",
        "wrong-header": CASEBOOK.replace("amount_low", "amount_lo").encode(),
        "cut.zip": whole.read_bytes()[:300],
    }
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in [*made, "missing"]}


@pytest.mark.parametrize("name", ["unknown", "empty", "binary", "wrong-header", "cut.zip", "missing"])
def test_bad_records_are_refused_in_one_line_and_the_book_stays(run: Run, folder: Path, name: str) -> None:
    run("add", str(folder / "casebook.csv"))
    refused = run("add", str(bad_files(folder)[name]))
    assert refused.exit_code == 1
    assert len(refused.stderr.strip().splitlines()) == 1
    assert name in refused.stderr
    assert len(json.loads(run("sources", "--json").stdout)["sources"]) == 1


def main_with(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit status and standard error of the whole program."""
    monkeypatch.setattr(sys, "argv", ["onrecord", *words])
    with pytest.raises(SystemExit) as done:
        cli.main()
    return int(done.value.code or 0), capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"\0\1\2", None])
def test_bad_stories_are_refused_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    path = folder / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    status, said = main_with(monkeypatch, capsys, "claims", str(path))
    assert status == 1
    assert said.startswith("onrecord: ")
    assert len(said.strip().splitlines()) == 1


def test_a_story_in_another_encoding_is_read(folder: Path) -> None:
    (folder / "old.txt").write_bytes(STORY.replace("Okafor", "Peña").encode("cp1252"))
    document = json.loads(CliRunner().invoke(app, ["claims", str(folder / "old.txt"), "--json"]).stdout)
    assert any(c["subject"] == "Ada Peña campaign" for c in document["stories"][0]["claims"])


def test_a_missing_case_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = main_with(monkeypatch, capsys, "sources", "--case", str(tmp_path))
    assert status == 1
    assert "onrecord new" in said


def test_usage_errors_exit_with_two(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main_with(monkeypatch, capsys, "check")[0] == 2


def test_the_module_runs_as_the_program_does() -> None:
    shown = subprocess.run([sys.executable, "-m", "onrecord", "--help"], capture_output=True, text=True, check=True)
    assert "sources" in shown.stdout
