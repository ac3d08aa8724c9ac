"""A made-up world, and every claim of its stories asked straight by the slots that the truth gives: no reader between.

What is wrong here is wrong in the checks, or in who is who. No verdict may decide what the truth leaves open.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from onrecord.case import Case
from onrecord.checks.check import check
from onrecord.checks.lineage_of_evidence import upstream_lineages
from onrecord.checks.question import Question
from onrecord.checks.records import Records
from onrecord.synth.write import add_to, write
from onrecord.vocabulary import Attribution, Period, Quantity

SEED, MENTIONS, STORIES = 11, 1_500, 40
EXACT = 0.9
"""The least share of verdicts that are the truth's own. Raise it when more are; never lower it."""

Judged = tuple[dict[str, Any], str, str]


def asked(claim: dict[str, Any], published: str) -> Question:
    """The question of one claim of the truth."""
    quantity, period = claim["quantity"], claim["period"]
    return Question(
        claim["id"], claim["type"], claim["subject"], claim["relation"], claim["object"],
        Quantity(
            "", quantity["low"], quantity["high"], quantity["unit"], from_low=quantity.get("from_low"),
            from_high=quantity.get("from_high"),
        ) if quantity else None,
        Period(period["text"], period["from"], period["to"]) if period else None, claim["place"],
        tuple(Attribution(one["source"], one["cue"], one["kind"]) for one in claim["attribution"]), claim["negated"],
        claim["words"], claim["said_of"], (), published,
    )  # fmt: skip


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[Judged]:
    """Every checkable claim with the verdict on it and the sentence that gives the reason."""
    folder = tmp_path_factory.mktemp("generated")
    write(folder / "world", seed=SEED, mentions=MENTIONS, stories=STORIES)
    case = Case.create(folder / "case", fictional=True)
    add_to(case, folder / "world")
    records, found = Records(case.book), []
    for line in (folder / "world" / "truth" / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        claims = [claim for claim in story["claims"] if claim["checkable"]]
        questions = [asked(claim, story["published"]) for claim in claims]
        upstream = upstream_lineages(questions, records)
        for claim, question in zip(claims, questions, strict=True):
            verdict = check(question, records, upstream)
            found.append((claim, verdict.status, verdict.because))
    case.close()
    return found


@pytest.mark.parametrize("status", ["supported", "contradicted"])
def test_nothing_is_decided_that_the_truth_leaves_open(judged: list[Judged], status: str) -> None:
    wrong = [
        f"{claim['text']} ({claim['variant']}, due {claim['verdict']}): {because}"
        for claim, given, because in judged
        if given == status and status not in (claim["verdict"], *claim["or"])
    ]
    assert wrong == []


def test_most_verdicts_are_the_ones_due(judged: list[Judged]) -> None:
    assert len(judged) > 200
    exact = sum(given == claim["verdict"] for claim, given, _ in judged)
    missed = Counter((c["type"], c["relation"], c["verdict"], given) for c, given, _ in judged if given != c["verdict"])
    assert exact >= EXACT * len(judged), missed.most_common(10)


def test_true_and_false_tellings_are_both_decided(judged: list[Judged]) -> None:
    decided = Counter(given for _, given, _ in judged)
    assert decided["supported"] > 100
    assert decided["contradicted"] > 10
