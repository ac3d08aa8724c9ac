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
    table = Table("story", "claim", "type", "verdict", "rests on", show_lines=False)
    for story in checked.stories:
        for claim in (c for c in story.claims if c.checkable):
            verdict = checked.verdicts[story.path][claim.id]
            words = " ".join(claim.text.split())
            table.add_row(
                Path(story.path).stem,
                Text(words if len(words) <= 72 else words[:71] + "…"),
                claim.type.replace("_", " "),
                Text(verdict.status.replace("_", " ")),
                (verdict.grade or "").replace("_", " "),
            )
    return table
