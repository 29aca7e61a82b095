"""What all verbs share: exit statuses, errors in one line, progress on a terminal and nothing on a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from qingyang.errors import AppError
from qingyang.ingest import read_source
from qingyang.services import bulletin as printing
from qingyang.services import language
from qingyang.services.repairing import repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.workbench import Workbench

DONE, FINDINGS, MISTAKE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130
_Job = TypeVar("_Job")


def reviewed(path: Path, bench: Workbench) -> Reviewing:
    """Return the review desk of a raw text, without a desk file."""
    source, _ = read_source(path)
    return repaired(source, bench.lexicon).review()


def refuse_clashes(goals: Sequence[Path], force: bool) -> None:
    """Refuse two outputs of one name, and one that is there already. Raises `AppError` same_output, output_exists."""
    seen: set[Path] = set()
    for goal in goals:
        if goal in seen:
            raise AppError("same_output", path=str(goal))
        seen.add(goal)
        if goal.exists() and not force:
            raise AppError("output_exists", path=str(goal))


def say_error(error: AppError) -> None:
    """Tell an error in one line."""
    click.echo(language.wording().explain(error), err=True)


@contextmanager
def bar(jobs: Sequence[_Job]) -> Iterator[Iterable[_Job]]:
    """Show a progress bar on a terminal and nothing on a pipe."""
    if not sys.stderr.isatty() or len(jobs) < 2:
        yield jobs
        return
    with click.progressbar(jobs, file=sys.stderr) as bar:
        yield bar


@contextmanager
def share_bar() -> Iterator[printing.Progress | None]:
    """Show the share done on a terminal and nothing on a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=100, file=sys.stderr) as bar:

        def told(share: float) -> bool:
            bar.update(round(100 * share) - bar.pos)
            return True

        yield told
