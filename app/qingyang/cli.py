"""The same desks from the command line; it needs no display and never imports Qt.

Exit status: 0 done, 1 done with findings, 2 the user's mistake or environment (one clear line), 3 our fault
(the log is named), 130 interrupted.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from qingyang import __version__
from qingyang.checks.error_rate import LEGAL
from qingyang.compose import IssueFacts
from qingyang.errors import AppError
from qingyang.export import FORMATS
from qingyang.export.report import to_bytes
from qingyang.ingest import read_source, read_table
from qingyang.lexicon import CONVERSIONS
from qingyang.press import preflight as examine_pdf
from qingyang.press.profiles import NAMES as PURPOSES
from qingyang.resources import seeds
from qingyang.services import bulletin as printing
from qingyang.services import checking, demonstration, doctor, language
from qingyang.services.arranging import Arranging
from qingyang.services.display import has_display
from qingyang.services.files import make_folder, write_file
from qingyang.services.logs import write_log
from qingyang.services.project import Project, verify_desk
from qingyang.services.proofing import corrections
from qingyang.services.repairing import json_report, repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.statistics import Statistics
from qingyang.services.statistics import statistics as statistics_of
from qingyang.services.workbench import Workbench
from qingyang.text.finding import Check
from qingyang.text.house import HouseList, house_list
from qingyang.text.issue import DEFAULT_TEMPLATE, NAMES
from qingyang.text.search import EXPRESSION, PINYIN, PLAIN, WORD, Query
from qingyang.text.tally import work_rows
from qingyang.wording import Message, message

DONE, FINDINGS, MISTAKE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130
_Job = TypeVar("_Job")
_SUFFIX = {"json": "json", "txt": "txt", "md": "md"}


def run(words: Sequence[str]) -> int:
    """Carry out one command line and return its exit status; nothing but click's own output and one line on errors."""
    try:
        status = verbs.main(list(words), prog_name="qingyang", standalone_mode=False)
    except AppError as error:
        _say_error(error)
        return MISTAKE
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, printing.Cancelled):
        return INTERRUPTED
    except BrokenPipeError:
        return DONE
    except Exception:
        log = write_log(traceback.format_exc())
        click.echo(language.wording().say(message("cli.fault", log=str(log))), err=True)
        return FAULT
    return status if isinstance(status, int) else DONE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qingyang")
def verbs() -> None:
    """清样 Qingyang: from raw newspaper text to a print-ready bulletin, offline.

    Without a verb, or with desk files (*.qy) alone, it opens the window.
    """


@verbs.command()
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


@verbs.command()
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
    _refuse_clashes(goals, force)
    make_folder(out)
    bench = Workbench()
    failed = False
    with _bar(list(zip(paths, goals, strict=True))) as jobs:
        for path, goal in jobs:
            try:
                write_file(goal, _repaired_bytes(path, form, script, bench))
            except AppError as error:
                _say_error(error)
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


@verbs.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--desk", required=True, type=click.Path(path_type=Path), help="Desk file, made if it is not there."
)
def import_(paths: tuple[Path, ...], desk: Path) -> int:
    """Import raw texts into a desk file, repaired and tagged on the way.

    Reads plain text in any Chinese encoding. Not yet: PDF, Word or pictures.
    """
    failed, came = False, []
    with Project.open(desk, create=not desk.exists(), workbench=Workbench()) as project, _bar(paths) as jobs:
        for path in jobs:
            try:
                came.append(project.import_file(path))
            except AppError as error:
                _say_error(error)
                failed = True
        project.join_issue(came)
    return MISTAKE if failed else DONE


@verbs.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--desk", type=click.Path(path_type=Path), help="Desk file to take the documents from.")
@click.option("--issue", "issue_id", default="", help="Id of an issue kept in the desk file.")
@click.option("--template", default=DEFAULT_TEMPLATE, show_default=True)
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
    issue_id: str,
    template: str,
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
    if bool(paths) == bool(desk):
        raise click.UsageError(language.wording().term("cli.desk_or_paths"))
    _refuse_clashes([output], force)
    bench = Workbench()
    facts = replace(
        _facts(more), **{k: v for k, v in (("name", name), ("number", number), ("date", date)) if v}
    )
    wanted = printing.Output(purpose, icc, marks, proof or "")
    with ExitStack() as until_written:
        if desk is not None:
            project = until_written.enter_context(Project.read(desk, workbench=bench))
            facts = project.issues.facts(issue_id, facts)
            chosen = project.chosen(project.issues.get(issue_id))
            material = project.material(chosen, changed=wanted.proof == printing.CHANGES)
        else:
            reviews = [_review(path, bench) for path in paths]
            articles = [article for review in reviews for article in review.articles()]
            runs = [(review, rows) for review in reviews for rows in Arranging(review).runs()]
            material = printing.Material(articles, list(corrections(runs)))
        progress = until_written.enter_context(_share_bar())
        layout = printing.export(
            output,
            material,
            bench,
            template=template,
            issue=facts,
            most=pages,
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


@verbs.command()
@click.option("--desk", required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", required=True, type=click.Choice(sorted(FORMATS)))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite a file that is there already.")
def export(desk: Path, form: str, output: Path, force: bool) -> None:
    """Write the articles of a desk file in another format.

    Not yet: EPUB, ninjs, NITF and TEI.
    """
    _refuse_clashes([output], force)
    with Project.read(desk, workbench=Workbench()) as project:
        write_file(output, FORMATS[form](project.articles()))


@verbs.command()
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
        hits = project.search(query) if mode == "exact" else project.search_for(wanted)
    if as_json:
        click.echo(json.dumps([hit._asdict() for hit in hits], ensure_ascii=False, indent=1))
        return
    for hit in hits:
        click.echo(f"{hit.title}:{hit.paragraph + 1}:{hit.offset}: {hit.excerpt}")


@verbs.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--desk", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.option("--statistics", is_flag=True, help="Tell lengths, work by person and the error rate instead.")
@click.option("--template", default=DEFAULT_TEMPLATE, show_default=True, help="Page of the error rate.")
@click.option("--list", "lists", multiple=True, type=click.Path(path_type=Path), help="A list of one's own.")
def check(
    paths: tuple[Path, ...],
    desk: Path | None,
    as_json: bool,
    statistics: bool,
    template: str,
    lists: tuple[Path, ...],
) -> int:
    """Say what still wants a person: lost text, open doubts, and what the editorial checks find.

    Punctuation and numerals by the national standards, pairs, repeats, dates, sums, headline against body, names,
    guests, and the newsroom's own lists: those kept in the desk file and those given here (CSV or Excel).

    Not yet: the error rate counts no pictures, spellings, units or faults of layout.
    """
    if bool(paths) == bool(desk):
        raise click.UsageError(language.wording().term("cli.desk_or_paths"))
    bench = Workbench()
    given = [house_list(str(path), path.stem, read_table(path)) for path in lists]
    with _on_the_desk(paths, desk, bench) as (titled, checks):
        if statistics:
            reviews = [review for _, review in titled]
            articles = [article for review in reviews for article in review.articles()]
            figures = statistics_of(reviews, articles, bench, template)
            _tell_statistics(figures, as_json)
            return DONE if figures.rate.passes else FINDINGS
        found = [(title, f) for title, review in titled for f in checking.check(review, checks(given))]
    _tell_findings(found, as_json)
    return FINDINGS if found else DONE


@contextmanager
def _on_the_desk(
    paths: Sequence[Path], desk: Path | None, bench: Workbench
) -> Iterator[tuple[list[tuple[str, Reviewing]], Callable[[Sequence[HouseList]], Sequence[Check]]]]:
    """Give the documents of a desk file, or of raw texts, by title, and the checks that go with some house lists."""
    if desk is None:
        yield [(path.name, _review(path, bench)) for path in paths], checking.checks_of
        return
    with Project.read(desk, workbench=bench) as project:
        yield [(row.title, project.review(row.id)) for row in project.documents()], project.house.checks


def _tell_statistics(figures: Statistics, as_json: bool) -> None:
    length, rate = figures.length, figures.rate
    told = {**length._asdict(), "with_marks": length.with_marks, "without_marks": length.without_marks}
    errors = {
        "errors": float(rate.errors),
        "slips": figures.slips,
        "base": rate.base,
        "pages": figures.pages,
        "rate": round(float(rate.rate), 2),
        "legal": float(LEGAL),
    }
    rows = work_rows(figures.work)
    if as_json:
        work = [{"person": person, "kind": kind, "count": count} for person, kind, count in rows]
        click.echo(
            json.dumps({"length": told, "work": work, "error_rate": errors}, ensure_ascii=False, indent=1)
        )
        return
    said = language.wording()
    click.echo(said.say(message("statistics.length", **told)))
    for person, kind, count in rows:
        click.echo(
            said.say(message("statistics.work", person=person, kind=Message(f"change.{kind}"), count=count))
        )
    click.echo(said.say(message("statistics.rate", **errors)))


@verbs.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--desk", required=True, type=click.Path(path_type=Path))
def lists(paths: tuple[Path, ...], desk: Path) -> None:
    """Take the newsroom's own lists (CSV or Excel) into a desk file; one of the same name gives way.

    The headings say which kind a list is; empty ones to fill in are in resources/lists.
    """
    with Project.open(desk, workbench=Workbench()) as project:
        for made in project.house.take_in(paths):
            click.echo(f"{made.name}: {len(made.entries)}")


def _tell_findings(found: Sequence[tuple[str, checking.Finding]], as_json: bool) -> None:
    said = language.wording()
    if as_json:
        rows = [
            {
                "document": title,
                "what": f.message.id,
                "paragraph": f.row,
                "offset": f.offset,
                "excerpt": f.excerpt,
                "rule": f.rule,
                "said": said.say(f.message),
                "offers": f.offers,
            }
            for title, f in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for title, finding in found:
        click.echo(f"{title}:{finding.row + 1}: {said.say(finding.message)}  {finding.excerpt}")


@verbs.command()
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

    Not yet: ink of transparent things on one another, and of pictures that are indexed, JPEG 2000 or JBIG2; glyphs of
    fonts that are not TrueType.
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


@verbs.command()
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


@verbs.command("doctor")
def doctor_() -> int:
    """Say what works on this machine and what is missing."""
    answers = doctor.examine()
    said = language.wording()
    for answer in answers:
        click.echo(f"{'✓' if answer.works else '✗' if answer.needed else '–'} {said.say(answer.said)}")
    return doctor.status(answers)


def _review(path: Path, bench: Workbench) -> Reviewing:
    source, _ = read_source(path)
    return repaired(source, bench.lexicon).review()


def _refuse_clashes(goals: Sequence[Path], force: bool) -> None:
    seen: set[Path] = set()
    for goal in goals:
        if goal in seen:
            raise AppError("same_output", path=str(goal))
        seen.add(goal)
        if goal.exists() and not force:
            raise AppError("output_exists", path=str(goal))


def _say_error(error: AppError) -> None:
    click.echo(language.wording().explain(error), err=True)


@contextmanager
def _bar(jobs: Sequence[_Job]) -> Iterator[Iterable[_Job]]:
    """Show a progress bar on a terminal and nothing on a pipe."""
    if not sys.stderr.isatty() or len(jobs) < 2:
        yield jobs
        return
    with click.progressbar(jobs, file=sys.stderr) as bar:
        yield bar


@contextmanager
def _share_bar() -> Iterator[printing.Progress | None]:
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, file=sys.stderr) as bar:

        def told(share: float) -> bool:
            bar.update(round(100 * share) - bar.pos)
            return True

        yield told
