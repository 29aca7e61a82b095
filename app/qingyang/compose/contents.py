"""The list of articles on the first page (目录): titles, leaders, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qingyang.compose.cells import cells
from qingyang.compose.drafts import on_grid
from qingyang.compose.furniture import lettered
from qingyang.compose.headline import balanced
from qingyang.compose.items import Words, items
from qingyang.compose.layout import Entry, Run
from qingyang.compose.lines import whites
from qingyang.compose.metrics import EM, Metrics
from qingyang.compose.template import ContentsStyle, Template

_TITLE = 2
"""Grid lines the heading takes."""
_NUMBER = 2.5
"""Em kept for the page number."""
_LEADER = "·"
_MOST = 3
"""Lines of a title."""
_HANG = 1.0
"""Em by which the lines of a title after the first stand in."""


def height(template: Template, titles: Sequence[str], metrics: Metrics, words: Words | None) -> int:
    """Return the grid lines a list of these titles takes with the white below it, half a page at most."""
    style = template.contents
    if style is None or len(titles) < style.least:
        return 0
    lines = sum(len(_lines(title, style, template.type_width, metrics, words)) for title in titles)
    return min(_TITLE + lines + 1, template.lines // 2)


def _lines(
    title: str, style: ContentsStyle, width: float, metrics: Metrics, words: Words | None
) -> Sequence[str]:
    """Return a title in as few lines as take it, parted between words; one too long for any is made smaller."""
    made = items(title, cells(style.entry.face, metrics), words, display=True)
    room = int((width / style.entry.size - _NUMBER - _HANG) * EM)
    found = (balanced(made, room, lines, whole) for lines in range(1, _MOST + 1) for whole in (True, False))
    edges = next(filter(None, found), (0, len(made.text)))
    return [made.text[start:end].strip() for start, end in pairwise(edges)]


def contents(
    template: Template,
    style: ContentsStyle,
    outline: Sequence[Entry],
    lines: int,
    metrics: Metrics,
    words: Words | None,
) -> Iterator[Run]:
    """Yield the glyphs of the list, as many entries as ``lines`` has room for."""
    left, width, at = template.left, template.type_width, template.masthead
    y = template.height_at(at) - on_grid(style.heading.size, _TITLE * template.leading)
    yield from lettered(style.title, style.heading, metrics, left, width, y, "center")
    k, hang = _TITLE, _HANG * style.entry.size
    for entry in outline:
        parts = _lines(entry.title, style, width, metrics, words)
        if k + len(parts) > lines - 1:
            break
        for number, part in enumerate(parts):
            y = template.height_at(at + k) - on_grid(style.entry.size, template.leading)
            by = hang if number else 0.0
            page = str(entry.page + 1) if number == len(parts) - 1 else ""
            yield from _entry(part, page, style, metrics, left + by, width - by, y)
            k += 1


def _entry(
    words: str, page: str, style: ContentsStyle, metrics: Metrics, left: float, width: float, y: float
) -> Iterator[Run]:
    """Yield a line of a title; the last one with its page and what leads there."""
    size = style.entry.size
    title = lettered(words, style.entry, metrics, left, width - _NUMBER * size, y)
    yield from title
    if not page:
        return
    yield from lettered(page, style.entry, metrics, left, width, y, "right")
    natural = _width(words, style.entry.face, metrics) * (title[0].size if title else size) / EM
    room = width - natural - _NUMBER * size
    dot = _width(_LEADER * 9, style.entry.face, metrics) / 9 * size / EM
    count = int(room / dot)
    if count > 2:
        x = left + width - _NUMBER * size / 1.5 - count * dot
        yield from lettered(_LEADER * count, style.entry, metrics, x, count * dot, y, "right")


def _width(words: str, face: str, metrics: Metrics) -> float:
    made = items(words, cells(face, metrics), display=True)
    return whites(made, 0, len(made.text), 1 << 30, False).width if made.text else 0.0
