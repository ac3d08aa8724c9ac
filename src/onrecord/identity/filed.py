"""Every name as filed, read once: its keys go into a temporary table, so that all that follows is joins.

This is the only part of resolution that leaves the engine. It goes over distinct names, in Arrow batches, and never
over records: sixty million contributions hold a few million names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.identity.names import is_personal, organization_name, person_name

if TYPE_CHECKING:
    import pyarrow as pa

    from onrecord.book.book import Book

TABLE: Final = "who_form"
COLUMNS: Final = ("name", "kind", "whole", "org", "person", "middle", "suffix", "listed", "acronyms")
"""``whole``: normalized; ``org``, ``person``: keys; ``listed``: in the form "LAST, FIRST" that only people have."""
KIND: Final = (
    "CASE coalesce(mention.schema, '') "
    "WHEN 'Person' THEN 'person' WHEN 'LegalEntity' THEN 'either' ELSE 'organization' END"
)
"""SQL: what a mention's schema says that it is."""

Form = tuple[str, str, str, str, str, bool, tuple[str, ...]]


def read_names(book: Book) -> None:
    """Fill the temporary table ``who_form``: one row for every distinct name and kind of party."""
    distinct = f"SELECT DISTINCT name, {KIND} AS kind FROM mention WHERE name IS NOT NULL"
    book.engine.keep_read(TABLE, distinct, forms, _schema())


def _schema() -> pa.Schema:
    import pyarrow as pa

    types = {"listed": pa.bool_(), "acronyms": pa.list_(pa.string())}
    return pa.schema([(name, types.get(name, pa.string())) for name in COLUMNS])


def forms(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The keys of a batch of names (name, kind), in the columns of ``who_form``."""
    import pyarrow as pa

    schema = _schema()
    names, kinds = (column.to_pylist() for column in batch.columns)
    rows = [(name, kind, *form(name, kind)) for name, kind in zip(names, kinds, strict=True)]
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def form(name: str, kind: str) -> Form:
    """A name read as its kind of party allows: a party of unstated kind may be a person or an organization."""
    if kind == "person":
        person = person_name(name)
        return "", "", person.key, person.middle, person.suffix, True, ()
    whole, org, short = organization_name(name)
    if (kind == "organization" and "," not in name) or not is_personal(name):
        return whole, org, "", "", "", False, short
    person = person_name(name)
    return whole, org, person.key, person.middle, person.suffix, "," in name, short
