"""Set news prose and measure lines, columns and speed: python tests/bench/typesetting.py --help.

Prints the meter's figures, how full the columns are, pages a second in this one process (segmentation, composing,
drawing, subsetting and saving all in), bytes a page and the peak of memory. ``rivals.py`` sets the same text in others.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from linemeter import measure
from prose import ROOT, fresh, mixed, news, paragraphs

from qingyang import press
from qingyang.compose import IssueFacts, Layout, Template, Words, compose
from qingyang.compose.breaking import TOLERANCES
from qingyang.lexicon.hyphenation import load_hyphens
from qingyang.press.templates import load as load_template
from qingyang.store.base import undisturbed
from qingyang.text.article import Article, Paragraph

RESOURCES = ROOT / "resources"
MAKERS = {"prose": paragraphs, "fresh": fresh, "news": news}


def template(em: float | None = None, name: str = "a4-two-column") -> Template:
    """Return a template, or the same with two or three columns of so many em."""
    found = load_template([RESOURCES / "templates"], name)
    if em is None:
        return found
    size = dict(found.styles)["body"].size
    columns = 2 if em > 16 else 3
    width = max(found.width, (columns * em + (columns - 1) * 2 + 4) * size)
    return replace(found, columns=columns, measure=em * size, width=width)


def several(page: Template, cut: Words | None, characters: int, seeds: Sequence[int]) -> dict[str, object]:
    """Return how full the columns of issues of mixed articles are, over some seeds."""
    faces = press.load(RESOURCES / "fonts", page.faces)
    found = []
    for seed in seeds:
        layout = compose(
            mixed(characters, seed), page, faces, cut, IssueFacts("清样"), hyphens=load_hyphens()
        )
        found.append((columns(layout, page), len(layout.pages)))
    count = sum(int(str(each["columns"])) for each, _ in found)
    short = sum(float(str(each["columns_short"])) * int(str(each["columns"])) for each, _ in found)
    white = sum(float(str(each["foot_white"])) * pages for each, pages in found)
    pages = sum(pages for _, pages in found)
    return {
        "pages": pages,
        "columns": count,
        "columns_short": round(short / count, 4),
        "foot_white": round(white / pages, 4),
        "last_page_spread": [each["last_page_spread"] for each, _ in found],
    }


def figures(texts: Sequence[str], page: Template, cut: Words | None) -> dict[str, object]:
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
    """Return how well pages are filled.

    The share of columns that miss the foot where their story goes on on the next page, of grid lines left white below
    the lowest line of a column, and how many lines the last page's columns are apart.
    """
    feet = [_feet(number, layout, page) for number in range(len(layout.pages))]
    foot = min((y for page_feet in feet for y in page_feet.values()), default=0.0)
    free = [[round((y - foot) / page.leading) for y in page_feet.values()] for page_feet in feet]
    full = [each for number, each in enumerate(free[:-1]) if _goes_on(number, layout)]
    columns = [lines for each in full for lines in each]
    every = [lines for each in free[:-1] for lines in each]
    return {
        "columns": len(columns),
        "columns_short": round(sum(map(bool, columns)) / max(1, len(columns)), 4),
        "foot_white": round(sum(every) / max(1, len(every) * page.lines), 4),
        "last_page_spread": max(free[-1], default=0) - min(free[-1], default=0),
    }


def _goes_on(number: int, layout: Layout) -> bool:
    """Say whether the last story of a page goes on on the next one."""
    here, there = layout.pages[number].lines, layout.pages[number + 1].lines
    return bool(here and there) and here[-1].article == there[0].article


def _feet(number: int, layout: Layout, page: Template) -> dict[int, float]:
    """Return the lowest line or picture of every column of a page; a line across columns is in each of them."""
    found: defaultdict[int, float] = defaultdict(lambda: float("inf"))
    drawn = layout.pages[number]
    placed = [(line.x, line.width, line.y) for line in drawn.lines]
    placed += [(what.x, what.width, what.y) for what in drawn.pictures]
    placed += [(run.x, 0.0, run.y) for run in drawn.furniture if run.text.startswith("（下转")]
    for x, width, y in placed:
        for column in range(page.columns):
            left = page.column_left(column)
            if x < left + page.measure - 1 and x + width > left - 1 and x + max(width, 1) > left:
                found[column] = min(found[column], y)
    return found


def speed(texts: Sequence[str], page: Template, cut: Words | None, rounds: int = 5) -> dict[str, object]:
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
    parser.add_argument(
        "--text", default="prose", help=f"{', '.join(MAKERS)}, mixed (articles), or a JSON file"
    )
    parser.add_argument(
        "--words",
        default="rjieba",
        choices=("rjieba", "jieba", "none"),
        help="none: lines may end inside any word at no price; how loose they then are, they must be",
    )
    parser.add_argument("--seeds", type=int, nargs="+", default=[7], help="of made text; figures of each")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _asked()
    sheet = template(asked.measure, asked.template)
    words = None
    if asked.words != "none":
        reader = importlib.import_module(f"qingyang.lexicon.{asked.words}_words")
        words = reader.open_words(Path(tempfile.mkdtemp())).cut
    if asked.text == "mixed":
        print(several(sheet, words, asked.characters, asked.seeds))
        sys.exit()
    for seed in asked.seeds:
        if asked.text in MAKERS:
            texts = MAKERS[asked.text](asked.characters, seed)
        else:
            texts = json.loads(Path(asked.text).read_text("utf-8"))
        # A space between phrases parts two Han characters and is no stretched gap.
        texts = [text.replace(" ", "") for text in texts]
        for name, value in (speed(texts, sheet, words) | figures(texts, sheet, words)).items():
            print(f"{name:16} {value}")
