"""The list of articles on the first page (目录): titles, leaders, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qingyang.compose.cells import cells
from qingyang.compose.drafts import on_grid
from qingyang.compose.furniture import lettered
from qingyang.compose.items import items
from qingyang.compose.layout import Entry, Run
from qingyang.compose.lines import whites
from qingyang.compose.metrics import EM, Metrics
from qingyang.compose.template import ContentsStyle, Template

_TITLE = 2
"""Grid lines the heading takes."""
_NUMBER = 2.5
"""Em kept for the page number."""
_LEADER = "·"


def height(template: Template, articles: int) -> int:
    """Return the grid lines a list of so many articles takes with the white below it, half a page at most."""
    style = template.contents
    if style is None or articles < style.least:
        return 0
    return min(_TITLE + articles + 1, template.lines // 2)


def contents(
    template: Template, style: ContentsStyle, outline: Sequence[Entry], lines: int, metrics: Metrics
) -> Iterator[Run]:
    """Yield the glyphs of the list, as many entries as ``lines`` has room for."""
    left, width, at = template.left, template.type_width, template.masthead
    y = template.height_at(at) - on_grid(style.heading.size, _TITLE * template.leading)
    yield from lettered(style.title, style.heading, metrics, left, width, y, "center")
    for k, entry in enumerate(outline[: lines - _TITLE - 1]):
        y = template.height_at(at + _TITLE + k) - on_grid(style.entry.size, template.leading)
        yield from _entry(entry, style, metrics, left, width, y)


def _entry(
    entry: Entry, style: ContentsStyle, metrics: Metrics, left: float, width: float, y: float
) -> Iterator[Run]:
    size = style.entry.size
    title = lettered(entry.title, style.entry, metrics, left, width - _NUMBER * size, y)
    yield from title
    yield from lettered(str(entry.page + 1), style.entry, metrics, left, width, y, "right")
    natural = _width(entry.title, style.entry.face, metrics) * (title[0].size if title else size) / EM
    room = width - natural - _NUMBER * size
    dot = _width(_LEADER * 9, style.entry.face, metrics) / 9 * size / EM
    count = int(room / dot)
    if count > 2:
        x = left + width - _NUMBER * size / 1.5 - count * dot
        yield from lettered(_LEADER * count, style.entry, metrics, x, count * dot, y, "right")


def _width(words: str, face: str, metrics: Metrics) -> float:
    made = items(words, cells(face, metrics), display=True)
    return whites(made, 0, len(made.text), 1 << 30, False).width if made.text else 0.0
