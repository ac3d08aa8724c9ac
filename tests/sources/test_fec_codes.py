"""The register's codes in words: every transaction type has a kind that the book knows and a direction."""

from __future__ import annotations

import pytest

from onrecord.sources import fec_codes
from onrecord.vocabulary import LINK_KINDS

TRANSACTIONS = fec_codes.codes()["transactions"]


def test_every_type_has_a_kind_that_the_book_knows():
    assert {row["kind"] for row in TRANSACTIONS.values()} <= set(LINK_KINDS)


@pytest.mark.parametrize("code", TRANSACTIONS)
def test_the_first_digit_says_which_way_the_money_goes(code):
    assert TRANSACTIONS[code]["flow"] == ("in" if code[0] in "13" else "out")


def test_spending_against_a_candidate_is_no_gift():
    against = {code for code, row in TRANSACTIONS.items() if row.get("support") == "O"}
    assert against == {"24A", "24N"}
    assert {TRANSACTIONS[code]["kind"] for code in against} == {"independent_expenditure"}


def test_the_types_of_the_individuals_file_are_known():
    assert set(fec_codes.codes()["files"]["individuals"]) <= set(TRANSACTIONS)


def test_a_quote_in_a_text_stays_in_the_text():
    assert fec_codes.text("candidate's") == "'candidate''s'"
    assert fec_codes.text(None) == "NULL"
