"""Work spread over processes: the same results in the same order, and never more taken than is being worked on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onrecord.book.workers import workers


def doubled(n: int) -> int:
    if n < 0:
        raise ValueError(n)
    return 2 * n


@pytest.mark.parametrize("pieces", [0, 1, 40])
def test_results_come_in_order(pieces: int) -> None:
    with workers(pieces) as do:
        assert list(do(doubled, range(pieces))) == [2 * n for n in range(pieces)]


def test_pieces_are_taken_as_they_are_worked_on() -> None:
    taken = 0

    def pieces() -> Iterator[int]:
        nonlocal taken
        for n in range(1000):
            taken += 1
            yield n

    with workers(1000) as do:
        results = do(doubled, pieces())
        assert next(results) == 0
        assert taken < 50
        assert sum(1 for _ in results) == 999


def test_what_fails_in_a_process_fails_here() -> None:
    with workers(4) as do, pytest.raises(ValueError, match="-1"):
        list(do(doubled, [1, -1, 2]))
