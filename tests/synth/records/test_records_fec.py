"""Federal files of a made-up world: the official columns, who files what, and what does not count."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hand_made_world import TRANSFERS, HandMadeWorld

from onrecord.sources import fec_candidate_gifts, fec_committees, fec_expenditures, fec_individuals
from onrecord.synth import write


def lines(folder: Path, name: str) -> list[list[str]]:
    return [line.split("|") for line in (folder / "records" / "fec" / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "layout", "spare"),
    [
        ("cm.txt", fec_committees.LAYOUT, 0),
        ("indiv.txt", fec_individuals.LAYOUT, 0),
        ("oth.txt", fec_individuals.LAYOUT, 0),
        ("pas2.txt", fec_candidate_gifts.LAYOUT, 0),
        ("oppexp.txt", fec_expenditures.LAYOUT, 1),
    ],
)
def test_every_line_has_the_official_columns(on_disk, name, layout, spare) -> None:
    assert {len(values) for values in lines(on_disk.folder, name)} == {len(layout.columns) + spare}


def test_every_transaction_has_a_number_of_its_own(on_disk) -> None:
    subs = [
        values[-1] for name in ("indiv.txt", "oth.txt") for values in lines(on_disk.folder, name)
    ] + [values[21] for values in lines(on_disk.folder, "oppexp.txt")]  # fmt: skip
    assert len(set(subs)) == len(subs)
    assert {len(sub) for sub in subs} == {19}


def test_what_is_about_a_candidate_stands_in_both_files_alike(on_disk) -> None:
    about = lines(on_disk.folder, "pas2.txt")
    both = {values[-1]: values for values in lines(on_disk.folder, "oth.txt")}
    assert len(about) == 6
    for values in about:
        other = both[values[-1]]
        assert values[:4] == other[:4]
        assert values[5:16] == other[5:16]


def test_both_committees_report_a_gift_and_it_counts_once(on_disk) -> None:
    types = Counter((values[5], values[18]) for values in lines(on_disk.folder, "oth.txt"))
    assert types["24K", ""] == types["18K", ""] == 3
    assert types["24K", "X"] == 1
    counted = on_disk.case.book.rows(
        "SELECT count(*) AS n, sum(amount) AS total FROM link JOIN source USING (source_id) "
        "WHERE format = 'fec-oth' AND kind = 'contribution' AND netted"
    )
    assert (counted[0]["n"], counted[0]["total"]) == (3, 17_500)


def test_an_earmarked_gift_is_the_givers_and_went_through_the_conduit(on_disk) -> None:
    whose = on_disk.whose()
    links = on_disk.case.book.rows(
        "SELECT kind, subject_mention AS a, object_mention AS b, netted FROM link WHERE purpose LIKE '%EARMARKED %'"
    )
    # The receiver's row gives the gift and the conduit's part in it, the conduit's own row what it passed on.
    assert Counter((row["kind"], whose[row["a"]], whose[row["b"]], row["netted"]) for row in links) == {
        ("contribution", "p4", "o1", True): 1,
        ("intermediary", "o4", "o1", False): 2,
    }


def test_a_committee_has_its_treasurer_its_sponsor_and_its_candidate(on_disk) -> None:
    by_number = {values[0]: values for values in lines(on_disk.folder, "cm.txt")}
    assert by_number["C99100011"][2].startswith("ABERNATHY")
    assert by_number["C99100011"][8:11] == ["P", "H", "MEA"]
    assert by_number["C99100011"][14] == "H4ND01017"
    assert by_number["C99100045"][9:10] + by_number["C99100045"][12:14] == ["Q", "L", "WEAVERS UNION"]
    assert by_number["C99100029"][2] == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"payee": "o8"}, "o8 is no federal committee"),
        ({"kind": "independent_expenditure", "support": "S", "whom": None, "payee": "o8"}, "for or against whom"),
        ({"kind": "payment", "payer": "o8"}, "o8 is no federal committee"),
    ],
)
def test_what_no_row_can_show_is_refused(tmp_path: Path, change: dict[str, str], said: str) -> None:
    world = HandMadeWorld(transfers=(replace(TRANSFERS[0], **change),))
    with pytest.raises(ValueError, match=said):
        write.write_records(tmp_path, world)
