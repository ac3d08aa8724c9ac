"""Contribution rows in the layout of the federal file ``indiv``, as many as are asked for, in constant memory.

For measuring engines, not accuracy: ``onrecord synth`` makes worlds whose truth is known. Donors come back (a few
often, most once), their names are written with and without the middle initial, committees are of every size. The
layout is that of ``onrecord.sources.fec_individuals``; a row is about 160 bytes, the agency's own about 180.
"""

from __future__ import annotations

import datetime
import sys
import tomllib
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from random import Random
from typing import Any

CHUNK = 20_000
"""Rows written at once."""
ROWS_A_DONOR = 3
ROWS_A_COMMITTEE = 2_000
MIX = 0x9E3779B97F4A7C15
"""An odd number that scatters consecutive ones (Knuth's multiplicative hash)."""


def write(path: Path, rows: int, seed: int = 1) -> int:
    """Write ``rows`` rows to ``path``; returns its size in bytes. The same seed and number give the same bytes."""
    stream = lines(rows, seed)
    with path.open("w", encoding="ascii", newline="\n") as file:
        while chunk := "".join(islice(stream, CHUNK)):
            file.write(chunk)
    return path.stat().st_size


def lines(rows: int, seed: int = 1) -> Iterator[str]:
    """The rows, one line each with its line end."""
    words = _words()
    families, givens = _joined(words["family"]), _joined(words["given"])
    places, employers = _places(words["place"]), _employers(words["work"])
    occupations, amounts, reports = words["work"]["occupation"], words["gift"]["amounts"], words["gift"]["reports"]
    days = _days()
    committees = [f"C{90_000_000 + n}" for n in range(max(20, rows // ROWS_A_COMMITTEE))]
    donors = rows // ROWS_A_DONOR + 1
    letters = [f" {chr(65 + n)}" if n < 26 else "" for n in range(32)]
    bits_of = Random(f"{seed}/rows").getrandbits
    for n in range(rows):
        bits = bits_of(96)
        # Squared, so that the first donors and committees come often and the last ones rarely.
        share = (bits & 0xFFFFFFF) / 0x10000000
        donor = int(donors * share * share) * MIX & 0xFFFFFFFFFFFFFFFF
        share = (bits >> 28 & 0xFFFF) / 0x10000
        committee = committees[int(len(committees) * share * share)]
        noise = bits >> 44 & 0xFF
        initial = "" if noise < 24 else letters[donor >> 24 & 31]
        kind, other, memo = "15", "", ""
        if noise >= 248:
            kind, other, memo = "15E", "C90000001", "EARMARKED CONTRIBUTION"
        elif noise == 247:
            kind = "22Y"
        city, state, postcode = places[donor >> 29 & 4095]
        yield (
            f"{committee}|N|{reports[bits >> 52 & 7]}|P|{202_001_000_000_000_000 + n}|{kind}|IND|"
            f"{families[donor >> 52]}, {givens[donor >> 41 & 511]}{initial}|{city}|{state}|{postcode}|"
            f"{employers[donor >> 15 & 255]}|{occupations[donor >> 11 & 15]}|{days[(bits >> 55 & 0xFFFF) % 730]}|"
            f"{amounts[(bits >> 71 & 0xFFFF) % len(amounts)]}|{other}|SA{n}|{1_400_000 + n // 500}||{memo}|"
            f"{4_000_000_000_000_000_000 + n}\n"
        )


def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "rows.toml").read_text(encoding="utf-8"))


def _joined(parts: dict[str, list[str]]) -> list[str]:
    """Every name that first, middle and last syllables make: 4,096 families, 512 given names."""
    return ["".join(triple) for triple in product(parts["first"], parts["middle"], parts["last"])]


def _places(parts: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """4,096 places: a town, its state, its postcode."""
    towns = product(parts["first"], parts["last"], parts["states"])
    return [(first + last, state, f"{10_000 + 19 * n:05}") for n, (first, last, state) in enumerate(towns)]


def _employers(parts: dict[str, list[str]]) -> list[str]:
    """256 employers; every fourth donor has none."""
    made = [f"{first} {last}" for first, last in product(parts["employer_first"], parts["employer_last"])]
    return [parts["none"][n // 4 % len(parts["none"])] if n % 4 == 0 else name for n, name in enumerate(made)]


def _days() -> list[str]:
    """The days of 2019 and 2020, month first, as the layout writes them."""
    first = datetime.date(2019, 1, 1)
    return [(first + datetime.timedelta(days=n)).strftime("%m%d%Y") for n in range(730)]


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]), int(float(sys.argv[2]))):,} bytes")
