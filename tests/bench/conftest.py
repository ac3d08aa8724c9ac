"""The benchmarks stand beside the program, not in it: the checkout is put on the path for their tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
