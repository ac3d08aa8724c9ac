"""Resolution: which mentions are one entity. It recomputes all of it, from the mentions alone.

``filed`` reads names into keys, ``rules`` decides by joins, ``entities`` writes the result. A better resolver takes the
place of ``rules``: whatever gives every mention a deciding key, a score and a reason can stand there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.identity import entities, filed, rules

if TYPE_CHECKING:
    from onrecord.book.book import Book


def resolve(book: Book) -> int:
    """Fill ``entity``, ``identity`` and ``entity_name`` from the mentions; returns how many entities there are.

    Runs inside the caller's transaction. The same records give the same entity ids, in whatever order they were added.
    """
    steps = rules.STEPS | entities.STEPS
    filed.read_names(book)
    for name, sql in steps.items():
        book.engine.keep(name, sql)
    written = {table: book.engine.replace(table, sql) for table, sql in entities.DERIVED.items()}
    book.engine.drop(filed.TABLE, *steps)
    return written["entity"]
