"""Where the writers of records write: files below the world's folder, the truth of every line beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.synth.lines import Lines

if TYPE_CHECKING:
    from onrecord.synth.records.parties import Parties
    from onrecord.synth.truth import Truth
    from onrecord.synth.world import World


@dataclass(frozen=True, slots=True)
class Written:
    """One file of records: its path below the world's folder, its format, and the days that it covers (blank where the
    file itself shows them)."""

    path: str
    format: str
    date_from: str
    date_to: str


@dataclass(slots=True)
class Output:
    """What a writer is handed: the world, its parties, the folder, the truth. ``files`` lists what was written."""

    world: World
    folder: Path
    truth: Truth
    parties: Parties
    files: list[Written] = field(default_factory=list)

    @property
    def years(self) -> tuple[str, str]:
        """The first and the last day of the world."""
        return f"{min(self.world.years)}-01-01", f"{max(self.world.years)}-12-31"

    def lines(self, path: str, head: str = "", end: str = "\n") -> Lines:
        """A new file at a path below the folder."""
        return Lines(self.folder / path, head, end)

    def done(self, lines: Lines, format_name: str, days: tuple[str, str] | None = None) -> None:
        """Close a file and list it, if it holds anything; it covers the whole time unless ``days`` says otherwise."""
        lines.close()
        if lines.count:
            path = lines.path.relative_to(self.folder).as_posix()
            self.files.append(Written(path, format_name, *(days or self.years)))
