"""A made-up race for mayor of a made-up city, checked: every verdict, every grade, claims that overlap and nest.

The stories are ``data/*.txt``; their claims, verdicts and records stand in ``data/sample.toml``.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from onrecord.dossier.views import CheckedStory, DossierView, Receipt, dossier
from onrecord.vocabulary import (
    Alignment,
    Arithmetic,
    Attribution,
    Claim,
    Evidence,
    Lineage,
    Period,
    Quantity,
    Search,
    Settlement,
    Story,
    Verdict,
)

_DATA = Path(__file__).parent / "data"
_SAMPLE: dict[str, Any] = tomllib.loads((_DATA / "sample.toml").read_text(encoding="utf-8"))


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _claim(row: dict[str, Any], raw: str) -> Claim:
    slots = _tuples({key: value for key, value in row.items() if key != "verdict"})
    if "quantity" in slots:
        slots["quantity"] = Quantity(**{"low": None, "high": None} | slots["quantity"])
    if "period" in slots:
        slots["period"] = Period(**slots["period"])
    slots["attribution"] = tuple(Attribution(**{"source": None} | one) for one in row.get("attribution", ()))
    start = raw.index(row["text"])
    return Claim(start=start, end=start + len(row["text"]), **slots)


def _verdict(row: dict[str, Any]) -> Verdict:
    slots = dict(row)
    for key, kind in (("searched", Search), ("would_settle", Settlement)):
        slots[key] = tuple(kind(**one) for one in row.get(key, ()))
    slots["evidence"] = tuple(Evidence(**{"lineage": None} | one) for one in row.get("evidence", ()))
    if "attribution_verdict" in row:
        slots["attribution_verdict"] = _verdict(row["attribution_verdict"])
    return Verdict(**slots)


def story(name: str) -> CheckedStory:
    """One of the two stories: "ledger", which reports, and "courier", which retells it and drifts."""
    raw, row = (_DATA / f"{name}.txt").read_text(encoding="utf-8"), _SAMPLE["stories"][name]
    claims = tuple(_claim(one, raw) for one in row["claims"])
    sums = tuple(Arithmetic(**_tuples(one)) for one in row.get("arithmetic", ()))
    sha = hashlib.sha256(raw.encode()).hexdigest()
    read = Story(f"stories/{name}.txt", sha, len(raw), claims, sums, row["title"], row["published"])
    return CheckedStory(read, raw, {one["id"]: _verdict(one["verdict"]) for one in row["claims"] if "verdict" in one})


def receipts() -> dict[tuple[str, str], Receipt]:
    """Every record that the made-up verdicts rest on and that the made-up book holds."""
    return {(one["source"], one["locator"]): _receipt(**one) for one in _SAMPLE["receipts"]}


def _receipt(source: str, locator: str, fields: list[list[str]], raw: str) -> Receipt:
    rows = tuple((name, value) for name, value in fields)
    about = _SAMPLE["sources"][source]
    return Receipt(about["title"], about["publisher"], about["coverage"], "2031-07-14", locator, rows, raw)


def sample() -> DossierView:
    """The whole case as the page reads it."""
    first, second = story("ledger"), story("courier")
    a, b = first.story.sha256[:12], second.story.sha256[:12]
    because = "The later story names the earlier one as its source and shares four of its five figures."
    return dossier(
        [first, second],
        case_title="The race for mayor of Port Larkin",
        generated="2031-07-15",
        receipts=receipts(),
        fictional=True,
        alignments=[
            Alignment(f"{a}:c3", f"{b}:c1", "drifted", ("quantity", "attribution", "loaded_terms")),
            Alignment(f"{a}:c7", f"{b}:c2", "drifted", ("quantity", "period")),
            Alignment(f"{a}:c11", f"{b}:c3", "conflicting", ("quantity",)),
        ],
        lineage=[Lineage(second.story.path, first.story.path, "derives_from", because)],
    )
