"""The table of claims and verdicts that ends ``onrecord demo``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from onrecord.case import Checked


def claims_table(checked: Checked) -> Table:
    """Every checkable claim of every story with its verdict and the grade of evidence it rests on."""
    table = Table(box=None, pad_edge=False)
    table.add_column("verdict", no_wrap=True, min_width=12)
    table.add_column("rests on", no_wrap=True, min_width=18)
    table.add_column("claim", no_wrap=True, overflow="ellipsis", ratio=1)
    for story in checked.stories:
        table.add_row("", "", Text(f"— {Path(story.path).name}", style="bold"))
        for claim in (c for c in story.claims if c.checkable):
            verdict = checked.verdicts[story.path][claim.id]
            grade = (verdict.grade or "").replace("_", " ")
            table.add_row(verdict.status.replace("_", " "), grade, Text(" ".join(claim.text.split())))
    return table
