"""Whether a desk file is whole: what it keeps, and the rows kept for readers against what the journal gives."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qingyang import store
from qingyang.services.project import Project
from qingyang.services.workbench import Workbench
from qingyang.wording import Message, message


def verify_desk(path: Path, workbench: Workbench) -> list[tuple[str, Message]]:
    """Return all that is wrong with a desk file, place and words.

    The store looks from pages to hashes; here the rows kept for readers are held against what the journal gives.
    """
    found = [(finding.where, finding.what) for finding in store.verify(path)]
    if found:
        return found
    with Project.read(path, workbench=workbench) as project, project._desk.snapshot():
        return [(title, message("verify.rows_differ")) for title in _differing(project)]


def _differing(project: Project) -> Iterable[str]:
    for row in project.documents():
        if row.stale:
            continue
        changes = project._desk.changes(row.id)
        draft = project._desk.draft(row.id, changes)
        reading = draft.reading()
        kept = [p.text for article in project._desk.articles(row.id) for p in article.paragraphs]
        if kept != [reading.text[p.start : p.end] for p in reading.passages()]:
            yield row.title
