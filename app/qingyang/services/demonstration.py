"""The main job on the seeds, along the very way a user's own texts go."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from qingyang.compose import IssueFacts
from qingyang.errors import AppError
from qingyang.export import FORMATS
from qingyang.export.report import to_bytes
from qingyang.files import make_folder, write_file
from qingyang.ingest import read_source
from qingyang.services.project import Project
from qingyang.services.repairing import json_report, repaired
from qingyang.services.workbench import Workbench
from qingyang.text.issue import Issue
from qingyang.wording import Wording

FOLDER = "qingyang-demo"
ISSUE = IssueFacts(name="渝中简报", number="1", total="1", date="2025年11月22日")


def demonstrate(out: Path | None, sources: Sequence[Path], bench: Workbench, wording: Wording) -> list[Path]:
    """Take sources all the way into a new folder; return desk file, repaired texts and bulletin.

    Raises `AppError` output_exists for a named folder with a desk in it; without a name a free one is found.
    """
    folder = out or free_folder(Path.cwd() / FOLDER)
    desk, texts, pdf = folder / "desk.qy", folder / "repaired", folder / "bulletin.pdf"
    for there in (desk, pdf):
        if there.exists():
            raise AppError("output_exists", path=str(there))
    make_folder(texts)
    made = [desk]
    with Project.open(desk, create=True, workbench=bench) as project:
        for path in sources:
            source, data = read_source(path)
            done = repaired(source, bench.lexicon)
            review = project.review(project.take_in(done, data))
            report = json_report(done, review, wording)
            outputs = {"json": to_bytes(report), **{f: FORMATS[f](review.articles()) for f in ("txt", "md")}}
            for suffix, content in outputs.items():
                goal = texts / f"{path.stem}.{suffix}"
                write_file(goal, content)
                made.append(goal)
        project.issues.put(Issue(ISSUE, documents=tuple(row.id for row in project.documents())))
        project.export_pdf(pdf, issue=ISSUE)
    return [*made, pdf]


def free_folder(wanted: Path) -> Path:
    """Return the wanted folder, or the first of wanted-2, wanted-3 … that is free: no earlier demo is written over."""
    number, folder = 1, wanted
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return folder


def open_window(desk: Path) -> None:
    """Open the window on a desk file in a new process that outlives this one."""
    subprocess.Popen(
        [sys.executable, "-m", "qingyang.main", str(desk)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
