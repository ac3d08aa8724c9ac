"""``claims``, ``check``, ``report``: stories from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.options import AsJson, BookAddress, CaseFolder, Memory, open_case, print_json

if TYPE_CHECKING:
    from onrecord.case import Checked
    from onrecord.vocabulary import Claim, Story, Verdict

Stories = Annotated[list[Path], typer.Argument(metavar="STORY…", help="Story files in plain text.")]
MARKS = {"supported": "+", "contradicted": "x", "mixed": "±", "unverified": "?", "not_checkable": "–"}


def register(app: typer.Typer) -> None:
    """Add the commands of this group."""
    app.command("claims", epilog="Example: onrecord claims story.txt --json")(claims)
    app.command("check", epilog="Example: onrecord check story.txt retelling.txt")(check)
    app.command("report", epilog="Example: onrecord report story.txt -o dossier.html")(report)


def claims(stories: Stories, case: CaseFolder = None, as_json: AsJson = False) -> None:
    """Read stories into claims. Needs no case; in one, the names of its records help."""
    from onrecord.case import Case, read_stories
    from onrecord.errors import CaseError

    try:
        gazetteer = (Case(case) if case else Case.find(Path.cwd())).gazetteer
    except CaseError:
        if case is not None:
            raise
        gazetteer = None
    read = read_stories(stories, gazetteer)
    if as_json:
        print_json(document(read))
        return
    for story in read.stories:
        _print_claims(story)


def check(
    stories: Stories,
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Check stories against the book: a verdict for every claim, with what was searched and what would settle it."""
    checked = open_case(case, book, memory).check(stories)
    if as_json:
        print_json(document(checked))
        return
    for story in checked.stories:
        _print_verdicts(story, checked.verdicts[story.path])
    for line in checked.lineage:
        if line.relation != "independent":
            typer.echo(f"\n{Path(line.a).name} {line.relation.replace('_', ' ')} {Path(line.b).name}: {line.because}")


def report(
    stories: Stories,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.html", help="Where to write the dossier.")
    ] = Path("dossier.html"),
    case: CaseFolder = None,
    book: BookAddress = None,
    memory: Memory = None,
    as_json: AsJson = False,
) -> None:
    """Check stories and write a dossier: one HTML file that works offline and prints."""
    opened = open_case(case, book, memory)
    checked = opened.check(stories)
    path = opened.report(checked, output)
    if as_json:
        print_json({"dossier": str(path), "verdicts": tally(checked)})
    else:
        typer.echo(f"{_in_words(tally(checked))}\nThe dossier lies in {path}")


def document(read: Checked) -> dict[str, Any]:
    """The JSON document of ``claims`` and ``check``."""
    from dataclasses import asdict

    stories = []
    for story in read.stories:
        told = asdict(story)
        if story.path in read.verdicts:
            for claim in told["claims"]:
                claim["verdict"] = asdict(read.verdicts[story.path][claim["id"]])
        stories.append(told)
    return {
        "stories": stories,
        "alignments": [asdict(a) for a in read.alignments],
        "lineage": [asdict(line) for line in read.lineage],
    }


def tally(checked: Checked) -> dict[str, int]:
    """How many claims have each verdict."""
    counts = dict.fromkeys(MARKS, 0)
    for by_claim in checked.verdicts.values():
        for verdict in by_claim.values():
            counts[verdict.status] += 1
    return counts


def _in_words(counts: dict[str, int]) -> str:
    return ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in counts.items() if number)


def _shortened(claim: Claim, width: int = 100) -> str:
    text = " ".join(claim.text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _print_claims(story: Story) -> None:
    number = sum(c.checkable for c in story.claims)
    typer.echo(f"{Path(story.path).name}: {number} {'claim' if number == 1 else 'claims'} that can be checked")
    for claim in story.claims:
        kind = claim.type if claim.checkable else f"not checkable ({(claim.reason or '').replace('_', ' ')})"
        typer.echo(f"  {claim.id:>4}  {kind:22}  {_shortened(claim)}")
    for row in story.arithmetic:
        typer.echo(f"  sums  {row.outcome.replace('_', ' '):22}  {row.because}")


def _print_verdicts(story: Story, verdicts: dict[str, Verdict]) -> None:
    typer.echo(f"\n{Path(story.path).name}")
    for claim in story.claims:
        verdict = verdicts[claim.id]
        if verdict.status == "not_checkable":
            continue
        typer.echo(f"  {MARKS[verdict.status]} {verdict.status:13} {claim.id:>4}  {_shortened(claim, 90)}")
        typer.echo(f"      {verdict.because}")
        for evidence in verdict.evidence[:3]:
            typer.echo(
                f"      {evidence.stance}: {evidence.source}#{evidence.locator} ({evidence.grade.replace('_', ' ')})"
            )
        if verdict.attribution_verdict is not None:
            typer.echo(
                f"      who says so: {verdict.attribution_verdict.status}: {verdict.attribution_verdict.because}"
            )
        for settle in verdict.would_settle[:1]:
            typer.echo(f"      would settle it: {settle.record} — {settle.how}")
    silent = sum(v.status == "not_checkable" for v in verdicts.values())
    typer.echo(f"  {silent} further passages are not checkable (opinion, insinuation, site furniture)")
    for row in story.arithmetic:
        typer.echo(f"  sums {row.outcome.replace('_', ' ')}: {row.because}")
