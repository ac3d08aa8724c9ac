"""Whole stories of a made-up world: places exact, figures as the variant says, retellings, evenness, the same bytes."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from small_story_world import SmallWorld

from onrecord.stories.text import read_text
from onrecord.synth.stories import edition
from onrecord.synth.stories.edition import tales
from onrecord.synth.stories.expected import due
from onrecord.synth.stories.figures import OFF
from onrecord.synth.stories.grammar import PhrasingError
from onrecord.synth.stories.ground import Ground
from onrecord.synth.stories.phrasings import Phrasings, load, read, same_texts
from onrecord.synth.stories.telling import Tale
from onrecord.vocabulary import ClaimType, Reason

SAMPLE = read(Path(__file__).parent / "sample_phrasings", "sample")
MANY = 250


@pytest.fixture(scope="module")
def told() -> list[Tale]:
    return list(tales(SmallWorld(), 3, MANY, SAMPLE))


def test_every_claim_stands_where_the_truth_says(told: list[Tale]) -> None:
    for tale in told:
        for claim in tale.claims:
            assert tale.text[claim.start : claim.end] == claim.text
            assert claim.text.strip(" \n,") == claim.text != ""
        spans = [(claim.start, claim.end) for claim in tale.claims]
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_every_slot_is_filled(told: list[Tale]) -> None:
    for tale in told:
        assert not re.search(r"[{}<>|\ue000-\uf8ff]|None|  | [,.]|\.\.", tale.text), tale.text


def test_a_reader_finds_headline_and_day(told: list[Tale]) -> None:
    for tale in told[:40]:
        kinds = [block.kind for block in read_text(tale.text).blocks]
        assert kinds[0] == "headline"
        assert kinds.count("navigation") >= 2  # byline and date
        assert "body" in kinds


def test_figures_hold_the_value_or_not_as_the_variant_says(told: list[Tale]) -> None:
    seen: Counter[str] = Counter()
    for claim in (claim for tale in told for claim in tale.claims):
        if claim.told is None or claim.told.amount is None or claim.told.statement.value is None:
            continue
        amount, value = claim.told.amount, claim.told.statement.value
        seen[claim.told.variant] += 1
        if claim.told.variant == "false_figure":
            assert amount.apart(value, OFF)
        elif claim.told.variant != "drifted":
            assert amount.holds(value)
    assert seen["true"] > 100
    assert seen["false_figure"] > 30


def test_verdicts_fit_the_variants(told: list[Tale]) -> None:
    for claim in (claim for tale in told for claim in tale.claims):
        if claim.told is None:
            assert claim.due.status == "not_checkable"
        elif claim.told.variant == "true" and claim.told.type != "registration":
            assert claim.due.status == "supported"
        elif claim.told.variant.startswith("false"):
            assert claim.due.status in ("contradicted", "unverified")
        elif claim.told.variant == "unanswerable":
            assert claim.due.status == "unverified"


def test_every_way_of_telling_comes_up(told: list[Tale]) -> None:
    ways = Counter(claim.told.variant if claim.told else "uncheckable" for tale in told for claim in tale.claims)
    for way in ("true", "false_figure", "false_party", "false_year", "false_relation", "negation", "unanswerable",
                "drifted", "uncheckable"):  # fmt: skip
        assert ways[way] > 0, way
    statuses = Counter(claim.due.status for tale in told for claim in tale.claims)
    assert {"supported", "contradicted", "unverified", "not_checkable"} <= set(statuses)


def test_retellings_take_over_and_drift(told: list[Tale]) -> None:
    by_name = {tale.name: tale for tale in told}
    retold = [tale for tale in told if tale.retells]
    assert MANY * 0.1 < len(retold) < MANY * 0.3
    kinds = Counter(kind for tale in retold for kind in tale.drift)
    assert {"amount", "period", "attribution", "hedge", "copied_error"} <= set(kinds)
    ground = Ground(SmallWorld())
    for tale in retold:
        source = by_name[tale.retells or ""]
        assert source.retells is None
        assert source.manner.outlet != tale.manner.outlet
        own = {c.told.statement.id for c in source.claims if c.told}
        assert {c.told.statement.id for c in tale.claims if c.told} <= own
        for claim in tale.claims:
            if claim.told:
                assert due(claim.told, ground) == claim.due  # of the slots as told, not of the original


def test_nobody_is_written_about_more_than_others() -> None:
    """The people at the head of stories, by the list that their name is from: equal shares, one story apart."""
    world = SmallWorld()
    heads: Counter[str] = Counter()
    for n, who in zip(range(400), edition._decks(Ground(world).principals(1), 1), strict=False):
        heads[who] += n >= 0
    assert max(heads.values()) - min(heads.values()) <= 1


def test_the_origin_of_a_name_changes_nothing() -> None:
    """The same world with its origins dealt out anew tells the same stories, letter by letter."""
    plain, mixed = SmallWorld(), SmallWorld()
    origins = [person.origin for person in plain.people.values()]
    dealt = zip(mixed.people.items(), reversed(origins), strict=True)
    mixed.people = {who: replace(person, origin=origin) for (who, person), origin in dealt}
    assert [t.text for t in tales(plain, 5, 30, SAMPLE)] == [t.text for t in tales(mixed, 5, 30, SAMPLE)]


def test_more_stories_leave_the_first_ones_as_they_were() -> None:
    assert [t.text for t in tales(SmallWorld(), 9, 40, SAMPLE)][:15] == [
        t.text for t in tales(SmallWorld(), 9, 15, SAMPLE)
    ]


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int = 4) -> dict[str, int]:
    monkeypatch.setattr(edition, "load", lambda name: SAMPLE)
    return edition.write(folder, SmallWorld(), seed, 60, "tuning")


def test_the_files_agree_with_one_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = written(tmp_path, monkeypatch)
    rows = [json.loads(line) for line in (tmp_path / "truth/claims.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = [json.loads(line) for line in (tmp_path / "truth/gold.jsonl").read_text(encoding="utf-8").splitlines()]
    assert counts["stories"] == len(rows) == len(list((tmp_path / "stories").iterdir())) == 60
    assert counts["claims"] + counts["uncheckable"] == sum(len(row["claims"]) for row in rows) == len(gold)
    for row in rows:
        text = (tmp_path / "stories" / row["story"]).read_bytes().decode("utf-8")
        for claim in row["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["text"]
            _is_a_claim(claim)
    for row in gold:
        assert row["record"] == ("claim" if row["checkable"] else "noncheckable")
        assert {"article", "start", "end", "span", "type", "hedged"} <= set(row)
    with (tmp_path / "truth/lineage.csv").open(newline="", encoding="utf-8") as file:
        lineage = list(csv.DictReader(file))
    assert [(f"{row['story']}.txt", row["derives_from"]) for row in lineage] == [
        (row["story"], row["retells"]) for row in rows if row["retells"]
    ]
    assert counts["retellings"] == len(lineage)


def _is_a_claim(claim: dict[str, Any]) -> None:
    assert claim["type"] in get_args(ClaimType)
    assert (claim["verdict"] == "not_checkable") is not claim["checkable"]
    assert (claim["reason"] in get_args(Reason)) is not claim["checkable"]
    assert claim["verdict"] not in claim["or"]
    if claim["verdict"] == "unverified":
        assert "contradicted" not in claim["or"]


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        written(tmp_path / name, monkeypatch)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file())
    assert len(files) == 63
    for file in files:
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()


def test_a_missing_set_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(PhrasingError, match="nonesuch"):
        read(tmp_path / "nonesuch", "nonesuch")


def test_a_broken_file_is_said_by_name(tmp_path: Path) -> None:
    (tmp_path / "payment.toml").write_text('[[phrasing]]\nrelations = ["paid"]\ntext = "{subject} paid (a|b"\n')
    with pytest.raises(PhrasingError, match=r"payment\.toml, phrasing 1"):
        read(tmp_path, "x")


# ── the two sets ─────────────────────────────────────────────────────────────────────────────────────────────────────


def sets() -> tuple[Phrasings, Phrasings]:
    found = []
    for name in ("tuning", "acceptance"):
        try:
            found.append(load(name))
        except PhrasingError as error:
            pytest.skip(str(error))
    return found[0], found[1]


def test_no_phrasing_is_in_both_sets() -> None:
    assert same_texts(*sets()) == []


@pytest.mark.parametrize("place", [0, 1], ids=["tuning", "acceptance"])
def test_a_set_has_hundreds_of_ways_to_say_each_thing(place: int) -> None:
    phrasings = sets()[place]
    missing = sorted(set(get_args(ClaimType)) - set(phrasings.claims))
    if missing or not (phrasings.wrappers and phrasings.uncheckable and phrasings.furniture):
        pytest.skip(f"{phrasings.name} is not all there yet: {', '.join(missing) or 'wrappers, furniture'}")
    for kind, (texts, expansions) in phrasings.counts().items():
        assert texts >= 40, kind
        assert expansions >= 100, kind
