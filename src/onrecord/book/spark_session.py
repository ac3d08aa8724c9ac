"""Starting Spark: on a cluster where one is configured, else on this machine."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from onrecord.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SETTINGS: Final = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
LOCAL: Final = {
    "spark.master": "local[*]",
    # For every shuffle of a session on one machine; a cluster's own default is better there.
    "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1)),
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}


def start(given: Mapping[str, str]) -> Any:
    """A session of its own on the context that is there already, else on a new one; ``given`` are Spark's settings.

    CaseError where Spark is not installed or does not start.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        advice = "pip install 'onrecord[spark]', and Java 17"
        raise CaseError("this book needs Spark, which is not installed", advice=advice) from error
    # Spark's workers start whichever Python comes first on the path unless told otherwise.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("onrecord")
    for key, value in (SETTINGS | (LOCAL if "spark.master" not in given else {}) | dict(given)).items():
        builder = builder.config(key, value)
    try:
        with _unheard():
            # A session apart, because temporary tables belong to one: two books may be open at once.
            session = builder.getOrCreate().newSession()
    except Exception as error:  # the gateway raises RuntimeError, the Java machine whatever it likes
        why = str(error).splitlines()[0]
        raise CaseError(f"Spark does not start: {why}", advice="is a Java 17 runtime on the path?") from error
    session.sparkContext.setLogLevel("OFF")
    # Every error arrives as an exception; Spark would also print it, with the whole stack.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    return session


@contextmanager
def _unheard() -> Iterator[None]:
    """Start the Java machine without a standard error: what goes wrong arrives as an exception."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
