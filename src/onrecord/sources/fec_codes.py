"""The Federal Election Commission's codes in words, from ``fec_codes.toml``, as SQL."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

SCHEMA: Final = (
    "CASE WHEN ENTITY_TP IN ('IND', 'CAN') THEN 'Person' WHEN ENTITY_TP IS NULL THEN 'LegalEntity' "
    "ELSE 'Organization' END"
)
"""SQL for what a party is, by its entity type: an individual or a candidate is a person, PAC, CCM, PTY, ORG are not."""
AMOUNT: Final = {
    "try_cast(TRANSACTION_AMT AS DOUBLE) IS NULL": (
        "'TRANSACTION_AMT is not a number: ' || coalesce(TRANSACTION_AMT, '')"
    )
}
"""The fault of a row whose amount is none."""


@cache
def codes() -> dict[str, Any]:
    """The code tables as filed in ``fec_codes.toml``."""
    return tomllib.loads((files("onrecord.sources") / "fec_codes.toml").read_text(encoding="utf-8"))


def transactions() -> str:
    """SQL for the table of transaction types: code, words, kind, flow, support, about, earmark."""
    rows = ", ".join(
        f"({text(code)}, {text(row['words'])}, {text(row['kind'])}, {text(row['flow'])}, {text(row.get('support'))}, "
        f"{row.get('about', False)}, {row.get('earmark', False)})"
        for code, row in codes()["transactions"].items()
    )
    return f"SELECT * FROM (VALUES {rows}) AS t(code, words, kind, flow, support, about, earmark)"


def known() -> str:
    """The transaction types as an SQL list."""
    return "(" + ", ".join(text(code) for code in codes()["transactions"]) + ")"


def spoken(column: str, table: str) -> str:
    """SQL for the words of a code column, the code itself where the tables do not know it, NULL where it is empty."""
    cases = " ".join(f"WHEN {text(code)} THEN {text(words)}" for code, words in codes()[table].items())
    return f"CASE {column} {cases} ELSE {column} END"


def labelled(label: str, column: str, table: str) -> str:
    """SQL for a code with its label and its words: ``type Q (PAC, qualified)``; NULL where it is empty."""
    return f"'{label} ' || {column} || ' (' || {spoken(column, table)} || ')'"


def text(value: str | None) -> str:
    """A text as an SQL literal."""
    return "NULL" if value is None else "'" + value.replace("'", "''") + "'"
