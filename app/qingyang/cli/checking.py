"""What still wants a person, and the lists a newsroom checks by."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from qingyang.checks.error_rate import LEGAL
from qingyang.cli.terminal import DONE, FINDINGS, reviewed
from qingyang.ingest import read_table
from qingyang.services import checking, language
from qingyang.services.project import Project
from qingyang.services.reviewing import Reviewing
from qingyang.services.statistics import Statistics
from qingyang.services.statistics import statistics as statistics_of
from qingyang.services.workbench import Workbench
from qingyang.text.finding import Check
from qingyang.text.house import HouseList, house_list
from qingyang.text.issue import DEFAULT_TEMPLATE
from qingyang.text.tally import work_rows
from qingyang.wording import Message, message


@click.command()
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
        yield [(path.name, reviewed(path, bench)) for path in paths], checking.checks_of
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


@click.command()
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
