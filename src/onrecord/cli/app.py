"""The ``onrecord`` command and its groups."""

from __future__ import annotations

import typer

from onrecord.cli import cases, demo, records, stories, synth

app = typer.Typer(
    name="onrecord",
    help="What is on record? Checks the sentences of a story against public records, with a receipt for every fact.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (cases, records, stories, demo, synth):
    group.register(app)


def version(value: bool) -> None:
    """Print the version and stop."""
    if value:
        from onrecord import __version__

        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _: bool = typer.Option(False, "--version", callback=version, is_eager=True, help="Print the version."),
) -> None:
    """What is on record? Checks the sentences of a story against public records, with a receipt for every fact."""
