"""Make the built-in case in a folder, check its stories, leave its dossier: what ``onrecord demo`` does."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from onrecord.adding import Stated
from onrecord.case import Case, Checked
from onrecord.errors import CaseError

TITLE = "Port Ansel, mayor 2025 (fictional)"
MARK = "onrecord.toml"
OFFICE = "Port Ansel Board of Elections (fictional)"
STATED = {
    "FARA_All_Registrants.csv": Stated(complete=True),
    "FARA_All_ForeignPrincipals.csv": Stated(complete=True),
    "ed_mayor_2025.csv": Stated(publisher=OFFICE),
    "port_ansel_contributions_2025.csv": Stated(
        covers="Contributions to city campaigns, Port Ansel, 2025 (fictional)",
        publisher="Port Ansel Campaign Board (fictional)",
    ),
}
"""What a person would state on the command line: whose files these are, and that the registers are whole."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What the demo leaves: the checked stories and where the dossier lies."""

    checked: Checked
    dossier: Path


def run(folder: Path, generated: str | None = None) -> Finished:
    """Make the case anew in ``folder`` and check it. A folder that holds anything but an earlier demo is left alone."""
    _clear(folder)
    with as_file(files("onrecord.demo") / "files") as kept:
        shutil.copytree(kept, folder, dirs_exist_ok=True)
    case = Case.create(folder, TITLE, fictional=True)
    try:
        for path in sorted((folder / "records").iterdir()):
            case.add_unresolved(path, None, STATED.get(path.name))
        case.resolve()
        checked = case.check(sorted((folder / "stories").glob("*.txt"), reverse=True))
        return Finished(checked, case.report(checked, folder / "dossier.html", generated))
    finally:
        case.close()


def _clear(folder: Path) -> None:
    if not folder.exists() or not any(folder.iterdir()):
        return
    config = folder / MARK
    if not (config.is_file() and "fictional = true" in config.read_text(encoding="utf-8")):
        raise CaseError(
            "this folder is not an earlier demo", path=folder, advice="name a new folder: onrecord demo DIR"
        )
    shutil.rmtree(folder)
