"""What a desk file holds, whether it is whole, and what works on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import click

from qingyang.cli.terminal import DONE, FINDINGS
from qingyang.services import doctor, language
from qingyang.services.project import Project
from qingyang.services.verifying import verify_desk
from qingyang.services.workbench import Workbench
from qingyang.text.search import EXPRESSION, PINYIN, PLAIN, WORD, Query


@click.command()
@click.argument("query")
@click.option("--desk", required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.option(
    "--mode",
    type=click.Choice(["exact", PLAIN, WORD, EXPRESSION, PINYIN]),
    default="exact",
    show_default=True,
)
@click.option("--any-script", is_flag=True, help="Simplified and traditional alike; not in mode exact.")
def search(query: str, desk: Path, as_json: bool, mode: str, any_script: bool) -> None:
    """Find a piece of text in the repaired text of a desk file.

    Modes: exact; plain, capitals and widths alike; word; expression, a regular one; pinyin, whole syllables or
    initials without tones. Not yet: replacing from here.
    """
    with Project.read(desk, workbench=Workbench()) as project:
        wanted = Query(query, mode, any_script=any_script)
        hits = project.lookup.exact(query) if mode == "exact" else project.lookup.by(wanted)
    if as_json:
        click.echo(json.dumps([hit._asdict() for hit in hits], ensure_ascii=False, indent=1))
        return
    for hit in hits:
        click.echo(f"{hit.title}:{hit.paragraph + 1}:{hit.offset}: {hit.excerpt}")


@click.command()
@click.option("--desk", required=True, type=click.Path(path_type=Path))
def verify(desk: Path) -> int:
    """Prove a desk file whole: integrity, hashes, journal replay."""
    found = verify_desk(desk, Workbench())
    said = language.wording()
    for where, finding in found:
        click.echo(f"{where}: {said.say(finding)}")
    if not found:
        click.echo(said.term("cli.verified"))
    return FINDINGS if found else DONE


@click.command("doctor")
def doctor_() -> int:
    """Say what works on this machine and what is missing."""
    answers = doctor.examine()
    said = language.wording()
    for answer in answers:
        click.echo(f"{'✓' if answer.works else '✗' if answer.needed else '–'} {said.say(answer.said)}")
    return doctor.status(answers)
