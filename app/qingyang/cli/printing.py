"""Out of a desk file or raw texts: the bulletin as PDF, other formats, and a look at a finished PDF."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import click

from qingyang.cli.terminal import DONE, FINDINGS, refuse_clashes, reviewed, share_bar
from qingyang.compose import IssueFacts
from qingyang.export import FORMATS
from qingyang.files import write_file
from qingyang.press import preflight as examine_pdf
from qingyang.press.profiles import NAMES as PURPOSES
from qingyang.services import bulletin as printing
from qingyang.services import language
from qingyang.services.arranging import Arranging
from qingyang.services.project import Project
from qingyang.services.proofing import corrections, moved_texts
from qingyang.services.workbench import Workbench
from qingyang.text.issue import DEFAULT_TEMPLATE, NAMES, Issue
from qingyang.wording import message

_ISSUE = click.option(
    "--issue",
    "said_issue",
    default="",
    metavar="ID|NUMBER",
    help="An issue kept in the desk file, by its number or id.",
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--desk", type=click.Path(path_type=Path), help="Desk file to take the documents from.")
@_ISSUE
@click.option("--template", help=f"The issue's own, or {DEFAULT_TEMPLATE}, if left out.")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--marks", is_flag=True, help="Crop and registration marks outside the bleed.")
@click.option(
    "--profile",
    "purpose",
    type=click.Choice(PURPOSES),
    default=printing.PRINT.purpose,
    show_default=True,
    help="x4 for a print house (PDF/X-4, CMYK), digital for screens (RGB).",
)
@click.option(
    "--icc", type=click.Path(path_type=Path), help="The print house's colour profile; Fogra 39 if left out."
)
@click.option(
    "--proof",
    type=click.Choice(printing.PROOFS),
    help="A proof instead: what was changed marked in red, or lines numbered for reading.",
)
@click.option("--name", default="", help="Name in the masthead.")
@click.option("--number", default="", help="Issue number.")
@click.option("--date", default="", help="Date as it is to be printed.")
@click.option(
    "--fact",
    "more",
    multiple=True,
    metavar="NAME=TEXT",
    help=f"What else the template says: {', '.join(NAMES)}.",
)
@click.option(
    "--pages", type=click.IntRange(min=1), help="How many pages there may be; told if more are needed."
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there already.")
def bulletin(
    paths: tuple[Path, ...],
    desk: Path | None,
    said_issue: str,
    template: str | None,
    output: Path,
    marks: bool,
    purpose: str,
    icc: Path | None,
    proof: str | None,
    name: str,
    number: str,
    date: str,
    more: tuple[str, ...],
    pages: int | None,
    force: bool,
) -> int:
    """Set a bulletin and write it as PDF, from a desk file or straight from raw texts.

    What the editor should know is told line by line; the status is 1 where text found no room on the pages allowed.

    Either profile is made as PDF/A-2u and tagged as PDF/UA-1 asks.

    Not yet: pictures beside raw texts; those a desk file has are printed.
    """
    if bool(paths) == bool(desk) or (said_issue and not desk):
        raise click.UsageError(language.wording().term("cli.desk_or_paths"))
    refuse_clashes([output], force)
    bench = Workbench()
    facts = replace(
        _facts(more), **{k: v for k, v in (("name", name), ("number", number), ("date", date)) if v}
    )
    wanted = printing.Output(purpose, icc, marks, proof or "")
    with ExitStack() as until_written:
        if desk is not None:
            project = until_written.enter_context(Project.read(desk, workbench=bench))
            issue = project.issues.named(said_issue)
            facts = project.issues.facts(issue.id, facts)
            material = project.material(project.chosen(issue), changed=wanted.proof == printing.CHANGES)
        else:
            issue = Issue()
            reviews = [reviewed(path, bench) for path in paths]
            articles = [article for review in reviews for article in review.articles()]
            runs = [(review, rows) for review in reviews for rows in Arranging(review).runs()]
            material = printing.Material(articles, list(corrections(runs)), list(moved_texts(runs)))
        progress = until_written.enter_context(share_bar())
        layout = printing.export(
            output,
            material,
            bench,
            template=template or issue.template,
            issue=facts,
            most=pages or issue.most or None,
            output=wanted,
            progress=progress,
        )
    said = language.wording()
    for finding in layout.findings:
        article, paragraph = finding.article + 1, finding.paragraph + 1
        click.echo(f"{article}.{paragraph}: {said.say(finding.message)}", err=True)
    return FINDINGS if layout.overset else DONE


def _facts(told: Iterable[str]) -> IssueFacts:
    """Return what NAME=TEXT says of an issue."""
    facts = dict(fact.split("=", 1) for fact in told if "=" in fact)
    if len(facts) < len(list(told)) or not set(facts) <= set(NAMES):
        raise click.UsageError(language.wording().say(message("cli.facts", names=", ".join(NAMES))))
    return IssueFacts(**facts)


@click.command()
@click.option("--desk", required=True, type=click.Path(path_type=Path))
@_ISSUE
@click.option("--format", "form", required=True, type=click.Choice(sorted(FORMATS)))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite a file that is there already.")
def export(desk: Path, said_issue: str, form: str, output: Path, force: bool) -> None:
    """Write the articles of a desk file, or of one of its issues in the order of print, in another format.

    Not yet: EPUB, ninjs, NITF and TEI.
    """
    refuse_clashes([output], force)
    with Project.read(desk, workbench=Workbench()) as project:
        chosen = project.chosen(project.issues.named(said_issue)) if said_issue else None
        write_file(output, FORMATS[form](project.articles(chosen)))


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--profile", "purpose", type=click.Choice(PURPOSES), help="What it is for, whatever the file says."
)
@click.option("--json", "as_json", is_flag=True)
def preflight(path: Path, purpose: str | None, as_json: bool) -> int:
    """Look a PDF over as a print house would, ours or not.

    Boxes and bleed, fonts and glyphs, colours, ink, overprint, resolution, output intent, metadata, transparency, tags.
    Every finding says its page (0: the whole file), its place in millimetres from the trimmed page's upper left corner,
    and what to do. Ink is reckoned paint by paint, not from a rendered page.

    Not yet: ink of transparent things on one another, and of pictures that are indexed, JPEG 2000 or JBIG2; glyphs
    and widths of simple fonts.
    """
    found = examine_pdf(path, purpose=purpose or "")
    said = language.wording()
    if as_json:
        rows = [
            {
                "what": f.message.id,
                "page": f.page,
                "place": dict(zip(("left", "top", "width", "height"), f.place, strict=True))
                if f.place
                else None,
                "said": said.say(f.message),
                "todo": said.say(f.todo),
            }
            for f in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for finding in found:
            place = f" ({finding.place[0]:g}, {finding.place[1]:g} mm)" if finding.place else ""
            click.echo(f"{finding.page}{place}: {said.say(finding.message)} → {said.say(finding.todo)}")
    return FINDINGS if found else DONE
