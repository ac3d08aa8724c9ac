"""``onrecord synth``: what it prints, what it refuses, and that help is quick."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli.app import app
from onrecord.errors import CaseError


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["synth", *words])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    folder = tmp_path_factory.mktemp("synth") / "world"
    done = run(str(folder), "--mentions", "500", "--stories", "2", "--posts", "1000", "--add", "--json")
    assert done.exit_code == 0, done.output
    return folder, json.loads(done.stdout)


def test_json_tells_what_was_written_and_added(made) -> None:
    folder, document = made
    world = document["world"]
    assert world["mentions"] >= 500
    assert world["files"] == len(document["added"])
    assert world["bytes"] > 100_000
    assert sum(summary["rows_quarantined"] for summary in document["added"]) == 0
    assert sum(summary["mentions"] for summary in document["added"]) == world["mentions"]
    assert (folder / "case" / "onrecord.toml").is_file()


def test_stories_and_posts_lie_beside_the_records(made) -> None:
    folder, document = made
    assert [path.name for path in sorted((folder / "stories").iterdir())] == ["s00001.txt", "s00002.txt"]
    (posts,) = [summary for summary in document["added"] if summary["format"] == "posts"]
    assert (posts["posts"], posts["coverage"]["complete"]) == (1000, False)
    assert len((folder / "truth" / "claims.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_person_is_told_in_four_lines(tmp_path: Path) -> None:
    done = run(str(tmp_path / "world"), "--mentions", "500", "--seed", "9")
    assert done.exit_code == 0
    printed = done.stdout.splitlines()
    assert len(printed) == 4
    assert "seed 9" in printed[0]
    assert "fictional" in printed[0]
    assert "bytes" in printed[2]
    assert printed[3].startswith("Next: onrecord ")


def test_a_folder_of_something_else_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = run(str(tmp_path))
    assert isinstance(done.exception, CaseError)
    assert "something else than an earlier world" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("words", [("--mentions", "10"), ("--posts", "999"), ("--stories", "-1")])
def test_too_small_a_world_is_a_usage_error(tmp_path: Path, words: tuple[str, str]) -> None:
    assert run(str(tmp_path / "world"), *words).exit_code == 2
    assert not (tmp_path / "world").exists()


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['onrecord', 'synth', '--help']\n"
        "try:\n    from onrecord.cli import main; main()\nexcept SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "--mentions" in done.stdout
    assert not {"duckdb", "ibis", "pyarrow", "spacy", "lxml", "onrecord.synth.write", "onrecord.case"} & loaded
