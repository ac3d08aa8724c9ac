"""Run every benchmark module of this package that has ``run()``, or those named on the command line."""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import bench


def main(names: list[str]) -> None:
    """Run the benchmarks called ``names``, all of them if none is named."""
    for found in pkgutil.iter_modules(bench.__path__):
        if found.name.startswith("_") or (names and found.name not in names):
            continue
        module = import_module(f"bench.{found.name}")
        if hasattr(module, "run"):
            print(f"── {found.name}: {(module.__doc__ or '').splitlines()[0]}")
            module.run()


if __name__ == "__main__":
    main(sys.argv[1:])
