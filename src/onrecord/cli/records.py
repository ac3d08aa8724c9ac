"""``add``, ``sources``, ``show``, ``sql``, ``search``: the record book from the command line."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import AsJson, BookAddress, CaseFolder, Memory, open_case, print_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.vocabulary import Coverage, IngestSummary


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("add", epilog="Example: onrecord add cm20.zip indiv20.zip --from 2019-01-01 --to 2019-03-17")(add)
    app.command("sources", epilog="Example: onrecord sources --json")(sources)
    app.command("show", epilog="Example: onrecord show '3fa2c1d0a9b8#SUB_ID=4010320191234567890'")(show)
    app.command("sql", epilog="Example: onrecord sql 'SELECT kind, count(*), sum(amount) FROM link GROUP BY kind'")(sql)
    app.command("search", epilog="Example: onrecord search 'Tenants Alliance'")(search)


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Record files, plain or zipped.")],
    format_name: Annotated[
        str | None, typer.Option("--as", metavar="FORMAT", help="The format, where it is not recognized.")
    ] = None,
    covers: Annotated[str | None, typer.Option(help="What the source covers, in words.")] = None,
    date_from: Annotated[str | None, typer.Option("--from", metavar="DATE", help="First day covered.")] = None,
    date_to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last day covered.")] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Whose file it is, where another office uses the layout.")
    ] = None,
    complete: Annotated[
        bool | None, typer.Option("--complete/--partial", help="Whether absence from it is evidence.")
    ] = None,
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Add public-record files to the book, each whole or not at all. Adding a file twice changes nothing."""
    from onrecord.adding import MANY, Failed, Stated, is_document
    from onrecord.errors import OnRecordError
    from onrecord.vocabulary import IngestSummary

    opened = open_case(case, book, memory)
    stated = Stated(covers, date_from, date_to, complete, publisher)
    done: list[IngestSummary] = []
    failed: list[str] = []
    documents = [path for path in files if is_document(path)]
    documents = documents if len(documents) >= MANY else []
    with _progress(len(files), as_json) as step:
        for path in [path for path in files if path not in set(documents)]:
            try:
                done.append(opened.add_unresolved(path, format_name, stated))
            except OnRecordError as error:
                failed.append(" ".join(str(error).split()))
            step(1)
        if documents:
            read = opened.add_documents(documents, format_name, stated, step)
            done += [summary for summary in read if isinstance(summary, IngestSummary)]
            failed += [file.why for file in read if isinstance(file, Failed)]
    if any(not s.already_there for s in done):
        opened.resolve()
    if as_json:
        print_json({"added": done, "failed": failed})
    else:
        for summary in done:
            _print_summary(summary)
    for line in failed:
        typer.echo(f"onrecord: {line}", err=True)
    raise typer.Exit(1 if failed else 0)


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal and silence otherwise; what is given takes how many more files are done."""
    if quiet or not sys.stderr.isatty():
        yield lambda files: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Adding", total=total)
        yield lambda files: progress.advance(task, files)


def _print_summary(summary: IngestSummary) -> None:
    if summary.already_there:
        typer.echo(f"{summary.source_id}  {Path(summary.path).name}: already in the book, nothing changed")
        return
    counts = (
        (summary.mentions, "names"),
        (summary.links, "links"),
        (summary.measures, "measures"),
        (summary.facts, "facts"),
        (summary.posts, "posts"),
    )
    stated = ", ".join(f"{number:,} {word}" for number, word in counts if number)
    typer.echo(f"{summary.source_id}  {Path(summary.path).name}: {summary.title}")
    typer.echo(f"    {summary.rows_read:,} rows read, {summary.rows_quarantined:,} set aside; {stated}")
    typer.echo(f"    covers {_coverage(summary.coverage)}")
    for row in summary.quarantined:
        typer.echo(f"    set aside: {row.locator}: {row.reason}")
    if summary.rows_quarantined > len(summary.quarantined):
        typer.echo(
            f"    … and {summary.rows_quarantined - len(summary.quarantined):,} more (onrecord sql 'FROM quarantine')"
        )
    for note in summary.notes:
        typer.echo(f"    note: {note}")


def _coverage(coverage: Coverage) -> str:
    dates = (
        f", {coverage.date_from or '…'} to {coverage.date_to or '…'}" if coverage.date_from or coverage.date_to else ""
    )
    return f"{coverage.covers}{dates}; {'complete' if coverage.complete else 'not complete'}"


def sources(case: CaseFolder = None, book: BookAddress = None, memory: Memory = None, as_json: AsJson = False) -> None:
    """List the sources of the book and what each covers."""
    rows = open_case(case, book, memory).book.sources()
    if as_json:
        print_json({"sources": rows})
        return
    for row in rows:
        typer.echo(f"{row.source_id}  {row.format:24} {row.rows_read:>10,} rows  {Path(row.path).name}")
        typer.echo(f"    covers {_coverage(row.coverage)}; added {row.retrieved_at}")
    if not rows:
        typer.echo("The book is empty. Next: onrecord add FILE")


def show(
    locator: Annotated[str, typer.Argument(metavar="LOCATOR", help="SOURCE#WHERE, as every receipt prints it.")],
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Show the raw record behind a locator."""
    receipt = open_case(case, book, memory).show(locator)
    if as_json:
        print_json(receipt)
        return
    typer.echo(f"{receipt.locator}\n{receipt.source_title} · {receipt.publisher}")
    typer.echo(f"covers {receipt.coverage}; added {receipt.retrieved}\n")
    width = max((len(name) for name, _ in receipt.fields), default=0)
    for name, value in receipt.fields:
        if value:
            typer.echo(f"  {name:{width}}  {value}")
    typer.echo(f"\n{receipt.raw}")


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One reading query in DuckDB's dialect.")],
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Ask the book in SQL. Only reads; docs/schema.md describes the tables."""
    answer = open_case(case, book, memory).book.query(query)
    if as_json:
        print_json({"columns": answer.column_names, "rows": answer.to_pylist()})
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*answer.column_names)
    for row in answer.to_pylist():
        table.add_row(*(Text("" if value is None else str(value)) for value in row.values()))
    Console().print(table)


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name, an acronym or an identifier.")],
    limit: Annotated[int, typer.Option(help="How many to list.")] = 20,
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Find names in the book. Individual donors are counted, never named."""
    hits = open_case(case, book, memory).search(text, limit)
    if as_json:
        print_json({"hits": hits})
        return
    for hit in hits:
        typer.echo(str(hit))
    if not hits:
        typer.echo(f"Nothing in these records is called {text!r}.")
