"""Pipe-delimited lines: split as filed, headers recognized, misfits set aside with a reason, repetitions counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FormatError
from onrecord.sources import format as registry
from onrecord.sources import pipe_rows
from onrecord.sources.fec_committees import LAYOUT, Committees
from onrecord.sources.fec_individuals import Individuals
from onrecord.sources.opened import opened

COMMITTEE = "C90000001|RIVERTON BAKERS PAC|||||||U|Q|||||"
FEC = {
    "cm": "fec-cm", "cn": "fec-cn", "ccl": "fec-ccl", "indiv": "fec-indiv", "oth": "fec-oth", "pas2": "fec-pas2",
    "oppexp": "fec-oppexp", "weball": "fec-weball", "webk": "fec-webk",
}  # fmt: skip
VALUES = st.lists(
    st.text(st.characters(exclude_characters="|\r\n\0\x01", exclude_categories=("Cs",))), min_size=15, max_size=15
)


@given(VALUES)
def test_a_line_splits_into_the_values_it_was_joined_from(values):
    assert LAYOUT.split("|".join(values)) == values


@given(st.lists(st.text("ab\"', "), min_size=1, max_size=20))
def test_only_a_line_of_the_right_width_fits(values):
    assert (LAYOUT.split("|".join(values)) is None) == (len(values) != len(LAYOUT.columns))


@given(st.integers(0, 3), st.booleans())
def test_spare_fields_must_be_few_and_empty(extra, filled):
    layout = pipe_rows.layout("A,B", "A", {}, spare=1)
    line = "|".join(["1", "2"] + ["x" if filled else ""] * extra)
    assert (layout.split(line) is not None) == (extra == 0 or (extra == 1 and not filled))


@pytest.mark.parametrize("stem", FEC)
def test_every_file_is_recognized_from_its_content_by_one_format(stem, fixtures, tmp_path):
    renamed = tmp_path / "download.txt"
    renamed.write_bytes((fixtures / f"fec/{stem}.txt").read_bytes())
    with opened(renamed) as file:
        known = [f.name for f in registry.formats() if f.recognizes(file)]
    assert known == [FEC[stem]]


@pytest.mark.parametrize("separator", [",", "|"])
def test_a_header_line_on_top_is_no_row(separator, ingest, tmp_path):
    path = tmp_path / "cm.txt"
    path.write_text(f"{separator.join(LAYOUT.columns)}\n{COMMITTEE}\n")
    book, reading = ingest(Committees(), path)
    assert reading.rows_read == 1
    assert book.rows("SELECT locator FROM quarantine") == []
    with opened(path) as file:
        assert Committees().recognizes(file)


def test_a_header_file_by_itself_is_refused_in_words(ingest, tmp_path):
    path = tmp_path / "cm_header_file.csv"
    path.write_text(",".join(LAYOUT.columns) + "\n")
    with opened(path) as file:
        assert registry.recognize(file).name == "fec-cm"
    with pytest.raises(FormatError, match="only a header line"):
        ingest(Committees(), path)


def test_quotes_are_characters_and_line_ends_are_not(ingest, tmp_path):
    path = tmp_path / "cm.txt"
    path.write_text('C90000001|THE "BEST|||||||U|Q|||||\r\n\r\nC90000002|OTHER" ONE|||||||U|Q|||||\r\n', newline="")
    book, reading = ingest(Committees(), path)
    assert reading.rows_read == 2
    assert [row["name"] for row in book.rows("SELECT name FROM mention ORDER BY mention_id")] == [
        'THE "BEST',
        'OTHER" ONE',
    ]


def test_one_bad_line_on_top_does_not_hide_the_format(tmp_path, fixtures):
    path = tmp_path / "x.txt"
    path.write_text("downloaded today\n" + (fixtures / "fec/indiv.txt").read_text())
    with opened(path) as file:
        assert Individuals().recognizes(file)


def test_a_record_is_found_by_key_and_by_line(record, fixtures):
    path = fixtures / "fec/cm.txt"
    by_key = record(Committees(), path, "CMTE_ID=C90000002")
    assert dict(by_key.fields)["CMTE_NM"] == "MERRIWEATHER FOR RIVERTON"
    assert record(Committees(), path, "line 2") == by_key
    misfit = record(Committees(), path, "line 8")
    assert misfit.text == "C90000006|TOO FEW FIELDS"
    assert record(Committees(), path, "CMTE_ID=C99999999") is None
    assert record(Committees(), path, "line 99") is None
    assert record(Committees(), path, "nonsense") is None


def test_the_median_keeps_a_far_date_out_of_the_coverage(ingest, fixtures):
    _, reading = ingest(Individuals(), fixtures / "fec/indiv.txt")
    assert (reading.coverage.date_from, reading.coverage.date_to) == ("2031-03-01", "2031-03-10")
