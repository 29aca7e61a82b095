"""Set news prose and measure lines and speed: python tests/bench/typesetting.py [CHARACTERS] [MEASURE in em].

Prints the meter's figures, pages a second in this one process (segmentation, composing, drawing, subsetting and
saving all in), bytes a page and the peak of memory.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from linemeter import measure
from prose import ROOT, paragraphs

from qingyang import press
from qingyang.compose import IssueFacts, Template, Words, compose
from qingyang.lexicon import load_words
from qingyang.press.templates import load as load_template
from qingyang.text.article import Article, Paragraph

RESOURCES = ROOT / "resources"


def template(em: float | None = None) -> Template:
    """Return the two-column template, or one of three narrow columns of so many em."""
    found = load_template([RESOURCES / "templates"], "a4-two-column")
    if em is None:
        return found
    size = dict(found.styles)["body"].size
    columns = 2 if em > 16 else 3
    width = max(found.width, (columns * em + (columns - 1) * 2 + 4) * size)
    return replace(found, columns=columns, measure=em * size, width=width)


def figures(texts: Sequence[str], page: Template, cut: Words) -> dict[str, object]:
    """Return the meter's figures of texts set as one article."""
    faces = press.load(RESOURCES / "fonts", page.faces)
    article = Article(tuple(map(Paragraph, texts)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.pdf"
        press.write(compose([article], page, faces, cut, IssueFacts("清样")), faces, path)
        return measure(path, texts, cut)


def speed(texts: Sequence[str], page: Template, cut: Words, rounds: int = 5) -> dict[str, object]:
    """Return the best of some rounds in a warm process, in processor seconds: other work on the machine counts not."""
    article = Article(tuple(map(Paragraph, texts)))
    faces = press.load(RESOURCES / "fonts", page.faces)
    best = {"compose": 9e9, "press": 9e9}
    for _ in range(rounds):
        begun = time.process_time()
        layout = compose([article], page, faces, cut, IssueFacts("清样"))
        composed = time.process_time()
        data = press.pdf(layout, faces)
        done = time.process_time()
        if done - begun < sum(best.values()):
            best = {"compose": composed - begun, "press": done - composed}
    pages = len(layout.pages)
    return {
        "pages": pages,
        **{f"{part}_s": round(seconds, 3) for part, seconds in best.items()},
        "pages_a_second": round(pages / sum(best.values())),
        "bytes_a_page": len(data) // pages,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    page = template(float(sys.argv[2]) if len(sys.argv) > 2 else None)
    texts = paragraphs(wanted)
    words = load_words(Path(tempfile.mkdtemp())).cut
    for name, value in (speed(texts, page, words) | figures(texts, page, words)).items():
        print(f"{name:16} {value}")
