"""What Spark's workers hand over: whole Arrow tables as rows of a name and some bytes, packed there and unpacked there.

The driver never holds them: it only says which parcels go into which table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

SAID = "said"
"""The name of the parcel that holds what a worker said, as text."""


def packed(read: tuple[dict[str, pa.Table], str]) -> Iterator[tuple[str, bytes]]:
    """The tables that a worker read, each as its name and its Arrow stream; last, what it said."""
    import pyarrow as pa

    tables, said = read
    for name, table in tables.items():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
        yield name, sink.getvalue().to_pybytes()
    yield SAID, said.encode()


def unpacked(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows in parcels of one table (one column of bytes)."""
    import pyarrow as pa

    for batch in batches:
        for parcel in batch.column(0):
            with pa.ipc.open_stream(parcel.as_buffer()) as stream:
                yield from stream
