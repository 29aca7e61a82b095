"""Raw texts in: the demonstration, a repair without a desk file, an import into one."""

from __future__ import annotations

from pathlib import Path

import click

from qingyang.cli.terminal import DONE, MISTAKE, bar, refuse_clashes, say_error
from qingyang.errors import AppError
from qingyang.export import FORMATS
from qingyang.export.report import to_bytes
from qingyang.files import make_folder, write_file
from qingyang.ingest import read_source
from qingyang.lexicon import CONVERSIONS
from qingyang.resources import seeds
from qingyang.services import demonstration, language
from qingyang.services.display import has_display
from qingyang.services.project import Project
from qingyang.services.repairing import json_report, repaired
from qingyang.services.workbench import Workbench

_SUFFIX = {"json": "json", "txt": "txt", "md": "md"}


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), default=None, help="Folder; ./qingyang-demo by default."
)
@click.option("--no-window", is_flag=True, help="Do not open the window afterwards.")
def demo(out: Path | None, no_window: bool) -> None:
    """Take the two seeds all the way: desk file, repaired texts, bulletin; then open the window."""
    made = demonstration.demonstrate(out, seeds(), Workbench(), language.wording())
    for path in made:
        click.echo(str(path))
    if not no_window and has_display():
        demonstration.open_window(made[0])


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the repaired files.")
@click.option("--format", "form", type=click.Choice(sorted(_SUFFIX)), default="json", show_default=True)
@click.option("--script", type=click.Choice(CONVERSIONS), help="Convert between simplified and traditional.")
@click.option("--force", is_flag=True, help="Overwrite files that are there already.")
def repair(paths: tuple[Path, ...], out: Path, form: str, script: str | None, force: bool) -> int:
    """Repair raw texts, one output a source, named after it; no database.

    Scripts are named as OpenCC does: s simplified, t traditional, tw and hk as Taiwan and Hong Kong write it, p with
    the words of the place too.

    Not yet: columns that a scan ran together without a space are not cut.
    """
    goals = [out / f"{path.name.removesuffix(path.suffix)}.{_SUFFIX[form]}" for path in paths]
    refuse_clashes(goals, force)
    make_folder(out)
    bench = Workbench()
    failed = False
    with bar(list(zip(paths, goals, strict=True))) as jobs:
        for path, goal in jobs:
            try:
                write_file(goal, _repaired_bytes(path, form, script, bench))
            except AppError as error:
                say_error(error)
                failed = True
    return MISTAKE if failed else DONE


def _repaired_bytes(path: Path, form: str, script: str | None, bench: Workbench) -> bytes:
    source, _ = read_source(path)
    done = repaired(source, bench.lexicon)
    review = done.review()
    if script is not None:
        review.convert(bench.converter(script))
    if form == "json":
        return to_bytes(json_report(done, review, language.wording("en")))
    return FORMATS[form](review.articles())


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--desk", required=True, type=click.Path(path_type=Path), help="Desk file, made if it is not there."
)
def import_(paths: tuple[Path, ...], desk: Path) -> int:
    """Import raw texts into a desk file, repaired and tagged on the way.

    Reads plain text in any Chinese encoding. Not yet: PDF, Word or pictures.
    """
    failed, came = False, []
    with Project.open(desk, create=not desk.exists(), workbench=Workbench()) as project, bar(paths) as jobs:
        for path in jobs:
            try:
                came.append(project.import_file(path))
            except AppError as error:
                say_error(error)
                failed = True
        project.join_issue(came)
    return MISTAKE if failed else DONE
