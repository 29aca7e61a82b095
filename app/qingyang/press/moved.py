"""The sign for matter that was moved (GB/T 14706-93): brackets around it, and a lead from where it stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qingyang.compose.layout import Colour, Layout, Line, Page, Rule, Run
from qingyang.compose.metrics import EM, Ink
from qingyang.press.faces import Faces

RED = Colour(0, 1, 1, 0)
WIDTH = 0.5
_FOOT = 0.3
"""How far a bracket reaches to the side, in em."""
_NOTE = 6.5


class Spot(NamedTuple):
    """A place in the text."""

    article: int
    paragraph: int
    offset: int


class MovedText(NamedTuple):
    """A stretch of text that reads elsewhere than in the raw text."""

    start: Spot
    end: Spot
    """Of its last character."""
    home: Spot | None
    """The character it stood right behind; None where that is not printed."""


class _Point(NamedTuple):
    """A place on a page."""

    page: int
    line: Line
    x: float


def moved(layout: Layout, texts: Sequence[MovedText], faces: Faces) -> Moved:
    """Return the signs of all that was moved, by page; what is not printed has none."""
    lines: dict[tuple[int, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(layout.pages) if texts else ():
        for line in page.lines:
            lines[line.article, line.paragraph].append((number, line))

    def point(spot: Spot | None, behind: bool) -> _Point | None:
        return _point(lines[spot.article, spot.paragraph], spot.offset, behind, faces) if spot else None

    rules: dict[int, list[Rule]] = defaultdict(list)
    runs: dict[int, list[Run]] = defaultdict(list)
    for text in texts:
        first, last, home = (
            point(spot, behind) for spot, behind in zip(text, (False, True, True), strict=True)
        )
        if first is None or last is None:
            continue
        rules[first.page] += _bracket(first, 1)
        rules[last.page] += _bracket(last, -1)
        if home is not None and home.page == first.page:
            rules[home.page] += [*_caret(home), Rule(*_top(home), *_top(first), WIDTH, RED)]
        elif home is not None:
            rules[home.page] += _caret(home)
            runs[first.page] += _number(home.page + 1, first, faces)
            runs[home.page] += _number(first.page + 1, home, faces)
    return Moved(rules, runs)


def _point(lines: Sequence[tuple[int, Line]], offset: int, behind: bool, faces: Faces) -> _Point | None:
    for number, line in lines:
        if line.start <= offset < line.end:
            found = [place for run in line.runs for place in places(run, faces)]
            edges = found[min(offset - line.start, len(found) - 1)] if found else (line.x, line.x)
            return _Point(number, line, edges[behind])
    return None


@dataclass(frozen=True, slots=True)
class Moved:
    """Signs by page."""

    rules: dict[int, list[Rule]]
    runs: dict[int, list[Run]]

    def on(self, number: int, page: Page) -> Page:
        """Return a page (from 0) with its signs."""
        more, said = self.rules.get(number, []), self.runs.get(number, [])
        return replace(page, rules=(*page.rules, *more), furniture=(*page.furniture, *said))


def places(run: Run, faces: Faces) -> Iterator[tuple[float, float]]:
    """Yield where the black of every character of a run begins and ends."""
    x, moves, em = run.x, dict(run.moves), run.size / 1000
    for k, char in enumerate(run.text):
        ink = faces.ink(run.face, char) if run.face else Ink(0, EM)
        yield x + ink.left * run.scale * em, x + ink.right * run.scale * em
        advance = faces.advance(run.face, char) if run.face else EM
        x += ((advance + moves.get(k, 0)) * run.scale + run.spacing) * em


def _size(point: _Point) -> float:
    return point.line.runs[0].size if point.line.runs else point.line.height


def _top(point: _Point) -> tuple[float, float]:
    return point.x, point.line.y + 0.95 * _size(point)


def _bracket(point: _Point, side: int) -> Iterator[Rule]:
    """Yield a corner bracket before a character (``side`` 1) or behind one (-1)."""
    size, x = _size(point), point.x - side
    low, high = point.line.y - 0.2 * size, point.line.y + 0.95 * size
    yield Rule(x, low, x, high, 2 * WIDTH, RED)
    foot = high if side > 0 else low
    yield Rule(x, foot, x + side * _FOOT * size, foot, 2 * WIDTH, RED)


def _caret(point: _Point) -> Iterator[Rule]:
    """Yield a mark where something stood that is elsewhere now."""
    x, high = _top(point)
    cut = 0.25 * _size(point)
    yield Rule(x - cut, high + cut, x, high, WIDTH, RED)
    yield Rule(x, high, x + cut, high + cut, WIDTH, RED)


def _number(page: int, point: _Point, faces: Faces) -> Iterator[Run]:
    """Yield the number of the page at the lead's other end, above the sign."""
    x, y = _top(point)
    for char in str(page):
        face = faces.face(faces.first, char)
        yield Run(x, y + 1, face, _NOTE, char, colour=RED)
        x += faces.advance(face, char) * _NOTE / EM
