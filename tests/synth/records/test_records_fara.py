"""The foreign agents register of a made-up world: numbers, dates, and principals as their agents name them."""

from __future__ import annotations


def test_a_registrant_has_one_number_from_its_first_day_until_its_last_principal_ends(on_disk) -> None:
    whose = on_disk.whose()
    rows = on_disk.case.book.rows(
        "SELECT subject_mention AS who, date_from, date_to FROM link WHERE kind = 'registration' ORDER BY date_from"
    )
    assert [(whose[row["who"]], row["date_from"], row["date_to"]) for row in rows] == [
        ("p3", "2019-01-20", "2022-11-30"),
        ("o11", "2021-03-14", None),
    ]


def test_principals_are_tied_to_their_agents_with_country_and_dates(on_disk) -> None:
    whose = on_disk.whose()
    rows = on_disk.case.book.rows(
        "SELECT subject_mention AS a, object_mention AS b, purpose, date_to FROM link WHERE kind = 'representation'"
    )
    assert {(whose[r["a"]], whose[r["b"]], r["purpose"], r["date_to"]) for r in rows} == {
        ("o11", "o12", "KESTRIA", None),
        ("o11", "text/ministry-of-tides-valdora", "VALDORA", "2023-04-01"),
        ("p3", "o12", "KESTRIA", "2022-11-30"),
    }


def test_the_register_is_complete_from_its_first_registration(on_disk) -> None:
    (coverage,) = [s.coverage for s in on_disk.summaries if s.format == "fara-registrants"]
    assert (coverage.date_from, coverage.date_to, coverage.complete) == ("2019-01-20", "2024-12-31", True)
