"""Lines of a text file in Spark, each with its number in the file: Spark reads pieces side by side, and counts none."""

from __future__ import annotations

from typing import Any


def placed(session: Any, address: str) -> Any:
    """Every line with the piece of the file in which it stands (by its first byte) and an order within that piece."""
    from pyspark.sql import functions as f

    return session.read.text(address, lineSep="\n").select(
        f.regexp_replace("value", "\r$", "").alias("line"),
        f.input_file_block_start().alias("piece"),
        f.monotonically_increasing_id().alias("place"),
    )


def numbered(lines: Any) -> Any:
    """Placed lines as (n, line), numbered from 1: counted within each piece, and the pieces put end to end."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    pieces = lines.groupBy("piece").agg(f.count("*").alias("lines"), f.min("place").alias("first"))
    earlier = Window.orderBy("piece").rowsBetween(Window.unboundedPreceding, -1)
    before = f.coalesce(f.sum("lines").over(earlier), f.lit(0)).alias("before")
    together = lines.join(f.broadcast(pieces.select("piece", "first", before)), "piece")
    return together.select((f.col("place") - f.col("first") + f.col("before") + 1).alias("n"), "line")
