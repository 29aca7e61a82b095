"""The sign for matter that was moved (GB/T 14706-93): brackets around it, and a caret where it stood.

Within one line a lead joins the two. Anywhere else it would run across text: both ends bear the same letter instead,
with the other end's page where that is another one; a bar runs beside the lines of what is longer than one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qingyang.compose.layout import Colour, Layout, Line, Page, Rule, Run
from qingyang.compose.metrics import EM, Ink
from qingyang.press.faces import Faces

RED = Colour(0, 1, 1, 0)
WIDTH = 0.5
_FOOT = 0.3
"""How far a bracket reaches to the side, in em."""
_BAR = 2.5
"""White between a bar and the lines it runs beside."""
_CUT = 2.6
"""How far a caret reaches to the sides."""
_SIZE = 6.5
"""Of a note."""
_LETTERS = 26


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
    opening: bool = False
    """Nothing stood before it: ``home`` is the character it stood right before."""


class _Place(NamedTuple):
    """A line of a page."""

    page: int
    number: int
    """Index into the page's lines."""
    line: Line


class _Point(NamedTuple):
    """A place in a line of a page."""

    page: int
    number: int
    line: Line
    x: float


class _Note(NamedTuple):
    """What is said above a sign."""

    at: _Point
    text: str


class _Ends(NamedTuple):
    """Where the signs of one move stand."""

    first: _Point
    last: _Point
    home: _Point | None


def moved(layout: Layout, texts: Sequence[MovedText], faces: Faces) -> Moved:
    """Return the signs of all that was moved, by page; what is not printed has none."""
    signs = Moved(defaultdict(list), defaultdict(list))
    notes, letters = list[_Note](), 0
    for first, last, home in sorted(_ends(layout, texts, faces), key=_in_order) if texts else ():
        signs.enclose(first, last, layout.pages)
        if home is None:
            continue
        signs.rules[home.page] += _caret(home)
        if _line(home) == _line(first):
            signs.rules[home.page].append(Rule(*_top(home), *_top(first), WIDTH, RED))
            continue
        letter, letters, same = _letter(letters), letters + 1, home.page == first.page
        notes.append(_Note(first, letter if same else f"{letter}←{home.page + 1}"))
        notes.append(_Note(home._replace(x=home.x + _CUT), letter if same else f"{letter}→{first.page + 1}"))
    signs.say(notes, faces)
    return signs


def _ends(layout: Layout, texts: Sequence[MovedText], faces: Faces) -> Iterator[_Ends]:
    lines: dict[tuple[int, int], list[_Place]] = defaultdict(list)
    for number, page in enumerate(layout.pages):
        for k, line in enumerate(page.lines):
            lines[line.article, line.paragraph].append(_Place(number, k, line))

    def point(spot: Spot | None, behind: bool) -> _Point | None:
        return _point(lines[spot.article, spot.paragraph], spot.offset, behind, faces) if spot else None

    for text in texts:
        first, last = point(text.start, False), point(text.end, True)
        if first and last:
            yield _Ends(first, last, point(text.home, not text.opening))


def _in_order(ends: _Ends) -> tuple[int, int, float]:
    return *_line(ends.first), ends.first.x


def _line(point: _Point) -> tuple[int, int]:
    return point.page, point.number


def _point(lines: Sequence[_Place], offset: int, behind: bool, faces: Faces) -> _Point | None:
    for page, number, line in lines:
        if line.start <= offset < line.end:
            found = [place for run in line.runs for place in places(run, faces)]
            edges = found[min(offset - line.start, len(found) - 1)] if found else (line.x, line.x)
            return _Point(page, number, line, edges[behind])
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

    def enclose(self, first: _Point, last: _Point, pages: Sequence[Page]) -> None:
        """Put brackets around what reads from one point to another, and a bar beside more than one line."""
        self.rules[first.page] += _bracket(first, 1)
        self.rules[last.page] += _bracket(last, -1)
        if _line(first) == _line(last):
            return
        for page in range(first.page, last.page + 1):
            low = first.number if page == first.page else 0
            high = last.number + 1 if page == last.page else None
            self.rules[page] += map(_bar, pages[page].lines[low:high])

    def say(self, notes: Iterable[_Note], faces: Faces) -> None:
        """Set notes above their signs, none over another of the same line."""
        line, free = None, 0.0
        for at, text in sorted(notes, key=lambda note: (*_line(note.at), note.at.x)):
            free = max(at.x, free) if _line(at) == line else at.x
            line = _line(at)
            for char in text:
                face = faces.face(faces.first, char)
                self.runs[at.page].append(Run(free, _top(at)[1] + 1, face, _SIZE, char, colour=RED))
                free += faces.advance(face, char) * _SIZE / EM
            free += _SIZE / 3


def places(run: Run, faces: Faces) -> Iterator[tuple[float, float]]:
    """Yield where the black of every character of a run begins and ends."""
    x, moves, em = run.x, dict(run.moves), run.size / 1000
    for k, char in enumerate(run.text):
        ink = faces.ink(run.face, char) if run.face else Ink(0, EM)
        yield x + ink.left * run.scale * em, x + ink.right * run.scale * em
        advance = faces.advance(run.face, char) if run.face else EM
        x += ((advance + moves.get(k, 0)) * run.scale + run.spacing) * em


def _size(line: Line) -> float:
    return line.runs[0].size if line.runs else line.height


def _top(point: _Point) -> tuple[float, float]:
    return point.x, point.line.y + 0.95 * _size(point.line)


def _bracket(point: _Point, side: int) -> Iterator[Rule]:
    """Yield a corner bracket before a character (``side`` 1) or behind one (-1)."""
    size, x = _size(point.line), point.x - side
    low, high = point.line.y - 0.2 * size, point.line.y + 0.95 * size
    yield Rule(x, low, x, high, 2 * WIDTH, RED)
    foot = high if side > 0 else low
    yield Rule(x, foot, x + side * _FOOT * size, foot, 2 * WIDTH, RED)


def _caret(point: _Point) -> Iterator[Rule]:
    """Yield a mark where something stood that is elsewhere now."""
    x, high = _top(point)
    for side in (-_CUT, _CUT):
        yield Rule(x + side, high + _CUT, x, high, WIDTH, RED)


def _bar(line: Line) -> Rule:
    """Return a stroke beside a line, as high as the line is."""
    size, x = _size(line), line.x - _BAR
    low = line.y - 0.2 * size
    return Rule(x, low, x, low + max(line.height, 1.15 * size), WIDTH, RED)


def _letter(number: int) -> str:
    """Return A, B … Z, AA, AB … for 0, 1 …"""
    more, last = divmod(number, _LETTERS)
    return (_letter(more - 1) if more else "") + chr(ord("A") + last)
