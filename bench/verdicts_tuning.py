"""How often is the verdict right, over stories in the phrasings that the reader may be tuned on?

The same measure as ``verdicts``; its misses are in ``bench/out/verdicts-tuning.jsonl``. No wording of these stories is
one of those by which ``verdicts`` accepts. Runs when it is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from bench import verdicts
from bench.row import Row


def run(sizes: Sequence[int]) -> list[Row]:
    """The rows of the phrasings for tuning."""
    return verdicts.measured(sizes, "tuning")
