"""Set news prose and measure lines, columns and speed: python tests/bench/typesetting.py --help.

Prints the meter's figures, how full the columns are, pages a second in this one process (segmentation, composing,
drawing, subsetting and saving all in), bytes a page and the peak of memory. ``rivals.py`` sets the same text in others.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from linemeter import measure
from prose import ROOT, fresh, paragraphs

from qingyang import press
from qingyang.compose import IssueFacts, Layout, Template, Words, compose
from qingyang.compose.breaking import TOLERANCES
from qingyang.lexicon.hyphenation import load_hyphens
from qingyang.press.templates import load as load_template
from qingyang.store.base import undisturbed
from qingyang.text.article import Article, Paragraph

RESOURCES = ROOT / "resources"
MAKERS = {"prose": paragraphs, "fresh": fresh}


def template(em: float | None = None, name: str = "a4-two-column") -> Template:
    """Return a template, or the same with two or three columns of so many em."""
    found = load_template([RESOURCES / "templates"], name)
    if em is None:
        return found
    size = dict(found.styles)["body"].size
    columns = 2 if em > 16 else 3
    width = max(found.width, (columns * em + (columns - 1) * 2 + 4) * size)
    return replace(found, columns=columns, measure=em * size, width=width)


def figures(texts: Sequence[str], page: Template, cut: Words) -> dict[str, object]:
    """Return the meter's figures of texts set as one article, and how full its columns are."""
    faces = press.load(RESOURCES / "fonts", page.faces)
    article = Article(tuple(map(Paragraph, texts)))
    layout = compose([article], page, faces, cut, IssueFacts("清样"), hyphens=load_hyphens())
    told = {
        f"{name}_told": _told(layout, f"page.{name}") for name in ("lone_last", "loose_line", "forced_line")
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.pdf"
        press.write(layout, faces, path)
        return measure(path, texts, cut) | told | {"fallback": fallback(layout)} | columns(layout, page)


def _told(layout: Layout, id: str) -> int:
    return sum(finding.message.id == id for finding in layout.findings)


def fallback(layout: Layout) -> float:
    """Return the share of lines whose gaps are wider than the first tolerance, those of the last resort among them."""
    spaced = [max((run.spacing for run in line.runs), default=0.0) for line in layout.lines()]
    return round(sum(each > TOLERANCES[0] for each in spaced) / max(1, len(spaced)), 4)


def columns(layout: Layout, page: Template) -> dict[str, object]:
    """Return the share of columns that miss the foot of a page whose text goes on, and the last page's spread."""
    feet = [_feet(number, layout) for number in range(len(layout.pages))]
    full = min((y for page_feet in feet for y in page_feet.values()), default=0.0)
    goes_on = [y for page_feet in feet[:-1] for y in page_feet.values()]
    short = sum(y > full + page.leading / 2 for y in goes_on)
    last = feet[-1].values()
    return {
        "columns": len(goes_on),
        "columns_short": round(short / max(1, len(goes_on)), 4),
        "last_page_spread": round((max(last) - min(last)) / page.leading) if last else 0,
    }


def _feet(number: int, layout: Layout) -> dict[float, float]:
    """Return the lowest baseline of every column of a page."""
    found: defaultdict[float, float] = defaultdict(lambda: float("inf"))
    for line in layout.pages[number].lines:
        found[round(line.x)] = min(found[round(line.x)], line.y)
    for run in layout.pages[number].furniture:
        if run.text.startswith("（下转"):
            found[max(x for x in found if x <= run.x)] = run.y
    return found


def speed(texts: Sequence[str], page: Template, cut: Words, rounds: int = 5) -> dict[str, object]:
    """Return the best of some rounds in a warm process, in processor seconds: other work on the machine counts not.

    As in `services.bulletin`, nothing looks for circles in memory meanwhile.
    """
    article = Article(tuple(map(Paragraph, texts)))
    faces = press.load(RESOURCES / "fonts", page.faces)
    purpose = press.profile("x4")
    best = {"compose": 9e9, "press": 9e9}
    pages = size = 0
    for _ in range(rounds):
        with undisturbed():
            begun = time.process_time()
            layout = compose([article], page, faces, cut, IssueFacts("清样"), hyphens=load_hyphens())
            composed = time.process_time()
            data = press.pdf(layout, faces, profile=purpose)
            done = time.process_time()
        if done - begun < sum(best.values()):
            best = {"compose": composed - begun, "press": done - composed}
        pages, size = len(layout.pages), len(data)
        del layout, data
    return {
        "pages": pages,
        **{f"{part}_s": round(seconds, 3) for part, seconds in best.items()},
        "pages_a_second": round(pages / sum(best.values())),
        "bytes_a_page": size // pages,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--characters", type=int, default=200_000)
    parser.add_argument("--measure", type=float, help="in em; the template's own if left out")
    parser.add_argument("--template", default="a4-two-column")
    parser.add_argument("--text", default="prose", help=f"{', '.join(MAKERS)} or a JSON list of paragraphs")
    parser.add_argument("--words", default="rjieba", choices=("rjieba", "jieba"))
    return parser.parse_args()


if __name__ == "__main__":
    asked = _asked()
    sheet = template(asked.measure, asked.template)
    if asked.text in MAKERS:
        texts = MAKERS[asked.text](asked.characters)
    else:
        texts = json.loads(Path(asked.text).read_text("utf-8"))
    # A space between phrases parts two Han characters and is no stretched gap.
    texts = [text.replace(" ", "") for text in texts]
    reader = importlib.import_module(f"qingyang.lexicon.{asked.words}_words")
    words = reader.open_words(Path(tempfile.mkdtemp())).cut
    for name, value in (speed(texts, sheet, words) | figures(texts, sheet, words)).items():
        print(f"{name:16} {value}")
