"""What composing returns: where every glyph, rule and line of a bulletin stands. Frozen values, points throughout.

The origin is the lower left corner of the trimmed page, x to the right, y upwards, as in a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from qingyang.wording import Message


class Colour(NamedTuple):
    """Cyan, magenta, yellow and black, 0 to 1."""

    c: float = 0.0
    m: float = 0.0
    y: float = 0.0
    k: float = 1.0


BLACK = Colour()


class Run(NamedTuple):
    """Glyphs of one face, size and colour on one baseline."""

    x: float
    y: float
    face: str
    """Empty where no face has the characters: a placeholder is drawn, the text stays itself."""
    size: float
    text: str
    spacing: float = 0.0
    """Added after every glyph, 1/1000 em."""
    moves: tuple[tuple[int, float], ...] = ()
    """(k, by): the pen moves on by this many 1/1000 em after character k (back where negative)."""
    scale: float = 1.0
    """Horizontal scale of glyphs and moves."""
    colour: Colour = BLACK


class Rule(NamedTuple):
    """A straight line."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: Colour = BLACK


class Line(NamedTuple):
    """One line of an article and the text it shows."""

    runs: tuple[Run, ...]
    x: float
    """Left edge of the frame the line stands in, with ``width`` the box a click falls into."""
    y: float
    """Baseline."""
    width: float
    height: float
    article: int
    """Index into the articles composed."""
    paragraph: int
    """Index into the article's paragraphs."""
    start: int
    """Offset in the paragraph's text of the first character shown."""
    end: int
    role: str

    @property
    def text(self) -> str:
        """Return the characters the line draws."""
        return "".join(run.text for run in self.runs)


class Picture(NamedTuple):
    """A picture in its box, whatever its pixels are like: whoever draws it fills the box."""

    name: str
    """As the `Figure` has it: what opens the pixels."""
    x: float
    """Left edge."""
    y: float
    """Lower edge."""
    width: float
    height: float
    alt: str
    """What it shows, in words; empty where nobody said."""
    article: int
    figure: int
    """Index into the article's figures."""
    before: int
    """Index into the page's lines of the line it stands before in reading order; its caption's, where it has one."""


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page."""

    lines: tuple[Line, ...]
    """The articles' lines in reading order; a paragraph's lines follow one another, on the next page too."""
    furniture: tuple[Run, ...]
    """Masthead, running head, folio, contents, 下转 and 报尾: not part of the text, artifacts in a PDF."""
    rules: tuple[Rule, ...]
    """Lines and tints (a tint is a rule as wide as its box is high), below all glyphs; artifacts too."""
    pictures: tuple[Picture, ...] = ()
    """In reading order."""


class Entry(NamedTuple):
    """One bookmark."""

    title: str
    page: int
    """From 0."""
    y: float
    """The height the view jumps to."""
    article: int


class Finding(NamedTuple):
    """Something composing wants the editor to know; nothing was lost because of it."""

    message: Message
    article: int
    paragraph: int
    offset: int
    """Offset in the paragraph's text."""


class Overset(NamedTuple):
    """The part of a paragraph for which the pages allowed have no room."""

    article: int
    paragraph: int
    start: int
    """Offset in the paragraph's text of the first character left over."""
    lines: int
    """How many lines are left over."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A composed bulletin."""

    title: str
    width: float
    """Of the trimmed page."""
    height: float
    bleed: float
    pages: tuple[Page, ...]
    outline: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()
    overset: tuple[Overset, ...] = ()
    """What found no room on the pages allowed; empty where their number is free."""

    def lines(self) -> Iterator[Line]:
        """Yield every line of every page, in reading order."""
        for page in self.pages:
            yield from page.lines

    @property
    def text(self) -> str:
        """Return the text as composed, a line break after every line."""
        return "\n".join(line.text for line in self.lines())


def printed(layout: Layout) -> str:
    """Return a layout as text, one line a row: page, x, baseline, role and words (for golden files)."""
    rows = []
    for number, page in enumerate(layout.pages, 1):
        rows.append(f"page {number}")
        for k, line in enumerate(page.lines):
            rows += [_shown(picture) for picture in page.pictures if picture.before == k]
            rows.append(f"{line.x:7.1f} {line.y:7.1f} {line.role:12} {line.text}")
        rows += [_shown(picture) for picture in page.pictures if picture.before >= len(page.lines)]
    return "\n".join(rows) + "\n"


def _shown(picture: Picture) -> str:
    size = f"{picture.width:.1f} x {picture.height:.1f}"
    return f"{picture.x:7.1f} {picture.y:7.1f} {'picture':12} {size} {picture.name}"
