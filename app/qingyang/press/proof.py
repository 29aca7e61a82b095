"""Proofs: a layout with red marks where its text was changed, or with its lines numbered for reading aloud.

Signs after GB/T 14706-93, used to say what has been done: a ring around what is new, a caret where something went, a
lead to the margin and there, struck out, what stood in its place. All of it is furniture: the text stays the text.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from qingyang.compose.layout import Colour, Layout, Line, Page, Rule, Run
from qingyang.compose.metrics import EM
from qingyang.press.faces import Faces
from qingyang.press.moved import RED, WIDTH, MovedText, moved, places

GREY = Colour(0, 0, 0, 0.6)
_NOTE, _LEADING = 6.5, 7.5
"""Size and line height of a note in the margin, in points."""
_EDGE = 6.0
"""White between page edge, note and text."""
_ROWS = 3
"""Lines a note may have."""
_DIGITS = 5.5
_EVERY = 5
"""Which lines are numbered, the first one of a column aside."""


class Correction(NamedTuple):
    """A stretch of a paragraph that reads otherwise than the raw text."""

    article: int
    paragraph: int
    start: int
    """Offset in the paragraph's text."""
    end: int
    """Equal to ``start`` where something was left out."""
    old: str
    """What the raw text has there; empty where something was put in."""
    new: str

    @property
    def form_only(self) -> bool:
        """Say whether only the form of the same characters changed (half and full width)."""
        return unicodedata.normalize("NFKC", self.old) == unicodedata.normalize("NFKC", self.new)


def corrected(
    layout: Layout, corrections: Sequence[Correction], faces: Faces, moved_texts: Sequence[MovedText] = ()
) -> Layout:
    """Return a layout with its corrections marked in red; those of form alone have a ring and no note.

    What was moved stands between brackets, with a lead from where it stood.
    """
    by_paragraph: dict[tuple[int, int], list[Correction]] = defaultdict(list)
    for correction in corrections:
        by_paragraph[correction.article, correction.paragraph].append(correction)
    told: set[Correction] = set()
    pages = [_marked(page, layout, by_paragraph, told, faces) for page in layout.pages]
    return replace(layout, pages=tuple(map(moved(layout, moved_texts, faces).on, range(len(pages)), pages)))


def _marked(
    page: Page,
    layout: Layout,
    by_paragraph: Mapping[tuple[int, int], Sequence[Correction]],
    told: set[Correction],
    faces: Faces,
) -> Page:
    margins = _margins(page, layout, faces)
    rules = list(page.rules)
    for line in page.lines:
        for correction in by_paragraph.get((line.article, line.paragraph), ()):
            x = _stretch(line, correction, faces)
            if x is None or (correction.start == correction.end and correction in told):
                continue
            rules += _sign(line, *x)
            if correction not in told and correction.old and not correction.form_only:
                margins.note(line, x, correction.old)
            told.add(correction)
    margins.draw()
    return replace(page, rules=(*rules, *margins.rules), furniture=(*page.furniture, *margins.runs))


def _stretch(line: Line, correction: Correction, faces: Faces) -> tuple[float, float] | None:
    """Return where a correction begins and ends on a line, None where it is on another one."""
    low, high = max(correction.start, line.start), min(correction.end, line.end)
    if low > high or (low == high and correction.start != correction.end):
        return None
    edges = [edge for run in line.runs for edge in places(run, faces)]
    first, last = low - line.start, min(high - line.start, len(edges)) - 1
    if not edges or first > len(edges):
        return None
    if high == low:
        x = edges[first][0] if first < len(edges) else edges[-1][1]
        return x, x
    return edges[min(first, last)][0], edges[last][1]


def _sign(line: Line, left: float, right: float) -> Iterator[Rule]:
    """Yield a ring around what stands there, or a caret where nothing does any more."""
    size = line.runs[0].size if line.runs else line.height
    low, high, cut = line.y - 0.18 * size, line.y + 0.92 * size, 0.25 * size
    if right - left < 0.5:
        tip = line.y + 0.45 * size
        points = [(left - cut, high), (left, tip), (left + cut, high)]
    else:
        left, right = left - 1.2, right + 1.2
        cut = min(cut, (right - left) / 2)
        points = [
            (left + cut, low), (right - cut, low), (right, low + cut), (right, high - cut), (right - cut, high),
            (left + cut, high), (left, high - cut), (left, low + cut), (left + cut, low),
        ]  # fmt: skip
    for (a, b), (c, d) in pairwise(points):
        yield Rule(a, b, c, d, WIDTH, RED)


class _Note(NamedTuple):
    """What stood somewhere, to be said in the margin."""

    y: float
    start: float
    """Where the lead leaves the sign."""
    old: str


@dataclass(slots=True)
class _Margins:
    """The notes of a page, in the nearer margin."""

    left: float
    """Edges of the text."""
    right: float
    width: float
    """Of the page."""
    faces: Faces
    notes: dict[bool, list[_Note]] = field(default_factory=lambda: {True: [], False: []})
    """In the left margin or not -> its notes."""
    rules: list[Rule] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def note(self, line: Line, stretch: tuple[float, float], old: str) -> None:
        """Keep what is to be said of a sign."""
        left = (stretch[0] + stretch[1]) / 2 < self.width / 2
        y = line.y - 0.25 * (line.runs[0].size if line.runs else line.height)
        self.notes[left].append(_Note(y, stretch[0] if left else stretch[1], old))

    def draw(self) -> None:
        """Set the notes from top to bottom, each with its lead, none over another."""
        for left, notes in self.notes.items():
            free = 1e9
            for note in sorted(notes, reverse=True):
                free = self._draw(note, min(note.y, free), left)

    def _draw(self, note: _Note, top: float, left: bool) -> float:
        edge = self.left - _EDGE / 2 if left else self.right + _EDGE / 2
        margin = edge - _EDGE / 2 if left else edge + _EDGE / 2
        lead = Rule(note.start, note.y, edge, note.y, WIDTH, RED)
        self.rules += [lead, Rule(edge, note.y, margin, top, WIDTH, RED)]
        rows = self._rows(note.old, (self.left if left else self.width - self.right) - 2 * _EDGE)
        for number, row in enumerate(rows):
            self._row(row, margin, top - number * _LEADING, left)
        return top - len(rows) * _LEADING - 1

    def _rows(self, old: str, room: float) -> list[str]:
        fit = max(3, int(room / _NOTE))
        shown = "".join(old.split())
        if len(shown) > fit * _ROWS:
            shown = shown[: fit * _ROWS - 1] + "…"
        return [shown[k : k + fit] for k in range(0, len(shown), fit)]

    def _row(self, text: str, margin: float, y: float, left: bool) -> None:
        """Set one line of a note, struck out, as far as it reaches from the text."""
        low = y - 0.3 * _NOTE
        runs, wide = list[Run](), 0.0
        for char in text:
            face = self.faces.face(self.faces.first, char)
            runs.append(Run(wide, low, face, _NOTE, char, colour=RED))
            wide += (self.faces.advance(face, char) if face else EM) * _NOTE / EM
        start = margin - 1 - wide if left else margin + 1
        self.runs += [run._replace(x=run.x + start) for run in runs]
        middle = low + 0.38 * _NOTE
        self.rules.append(Rule(start, middle, start + wide, middle, WIDTH, RED))


def _margins(page: Page, layout: Layout, faces: Faces) -> _Margins:
    left = min((line.x for line in page.lines), default=layout.width / 2)
    right = max((line.x + line.width for line in page.lines), default=layout.width / 2)
    return _Margins(left, right, layout.width, faces)


def numbered(layout: Layout, faces: Faces) -> Layout:
    """Return a layout with a number beside every fifth line and the first of each column, page by page."""
    return replace(layout, pages=tuple(_numbered(page, faces) for page in layout.pages))


def _numbered(page: Page, faces: Faces) -> Page:
    runs, before = list[Run](), 0.0
    for number, line in enumerate(page.lines, 1):
        if number % _EVERY == 0 or round(line.x) != round(before) or number == 1:
            text = str(number)
            wide = sum(faces.advance(faces.first, char) for char in text) * _DIGITS / 1000
            runs.append(Run(line.x - 3 - wide, line.y, faces.first, _DIGITS, text, colour=GREY))
        before = line.x
    return replace(page, furniture=(*page.furniture, *runs))
