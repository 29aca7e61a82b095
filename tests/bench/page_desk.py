"""Edit one paragraph of a long bulletin and show its page again, as the page desk does.

    python tests/bench/page_desk.py [--pages 16] [--edits 25] [--dpi 96]

For each template, milliseconds of work, best and median of many edits: taking the articles from the review desk, making
the pages, drawing the changed one at so many dots an inch.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from prose import paragraphs

from qingyang.compose import IssueFacts
from qingyang.services.paging import Paging
from qingyang.services.project import Project
from qingyang.text.issue import Issue

PARTS = ("gather", "make", "draw", "all")
FACTS = IssueFacts(name="清样", number="1", date="2025年11月22日")


def text(characters: int) -> str:
    """Return articles of ten paragraphs, each under a heading, a blank line between any two."""
    lines = []
    for number, paragraph in enumerate(paragraphs(characters)):
        if number % 10 == 0:
            lines.append(paragraph[:18].rstrip("，。、；："))
        lines.append(paragraph)
    return "\n\n".join(lines) + "\n"


def filled(project: Project, paging: Paging, template: str, pages: int) -> str:
    """Import a document of about so many pages; return its id."""
    probe = project.import_text(text(20_000), "probe")
    issue = Issue(FACTS, template, (probe,))
    made = len(paging.compose(paging.gather(issue), issue).layout.pages)
    return project.import_text(text(20_000 * pages // made), template)


def timed(project: Project, template: str, pages: int, edits: int, dpi: float) -> None:
    """Print one template's times."""
    paging = Paging(project)
    document = filled(project, paging, template, pages)
    review, issue = project.review(document), Issue(FACTS, template, (document,))
    whole = paging.compose(paging.gather(issue), issue)
    paging.draw(whole, 0, dpi / 72)
    spent: dict[str, list[float]] = {part: [] for part in PARTS}
    for turn in range(edits):
        row = (turn * 37 + 5) % len(review)
        start = review.passages[row].start
        review.replace(start, start, "改动一处，" * (turn % 3 + 1))
        begun = time.perf_counter()
        gathered = paging.gather(issue)
        taken = time.perf_counter()
        made = paging.compose(gathered, issue)
        composed = time.perf_counter()
        place = made.paragraph_of(document, row)
        assert place is not None
        paging.draw(made, max(0, made.page_of(*place)), dpi / 72)
        done = time.perf_counter()
        times = taken - begun, composed - taken, done - composed, done - begun
        for part, seconds in zip(PARTS, times, strict=True):
            spent[part].append(seconds * 1000)
    told = "  ".join(f"{part} {min(t):5.1f} {statistics.median(t):5.1f}" for part, t in spent.items())
    print(f"{template:20} {len(whole.layout.pages):3} pages  {told}  ms (best, median)")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Show a changed page.")
    asked.add_argument("--pages", type=int, default=16)
    asked.add_argument("--edits", type=int, default=25)
    asked.add_argument("--dpi", type=float, default=96)
    wanted = asked.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.open(Path(folder) / "desk.qy", create=True, person="bench") as project,
    ):
        for name in project.workbench.templates():
            timed(project, name, wanted.pages, wanted.edits, wanted.dpi)
