"""A page template as values. Lengths say their unit in `Template`'s fields; `template_file` reads one from TOML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from qingyang.compose.layout import BLACK, Colour

MM = 72 / 25.4
"""Points a millimetre."""


class Rung(NamedTuple):
    """One step of a headline's ladder of sizes."""

    size: float
    """In points."""
    lines: int
    """How many lines it may take at this size."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the paragraphs of one role look."""

    face: str = "song"
    size: float = 10.5
    """In points."""
    align: str = "justify"
    """justify, left, center or right."""
    indent: float = 0.0
    """Of the first line, in em."""
    hang: float = 0.0
    """Of every other line, in em."""
    margin: float = 0.0
    """White on both sides, in em."""
    height: float = 0.0
    """Line height in em; 0 puts every line on the baseline grid."""
    before: float = 0.0
    """White above, in grid lines; dropped at the head of a column."""
    after: float = 0.0
    """White below, in grid lines."""
    phrase: float = 0.5
    """Width of a space between Chinese phrases, in em."""
    span: bool = False
    """Whether it runs across all columns."""
    keep: bool = False
    """Whether the next paragraph must begin in the same column."""
    box: bool = False
    """Whether a frame stands around it, and around its neighbours with one (框文)."""
    colour: Colour = BLACK
    ladder: tuple[Rung, ...] = ()
    """Sizes to try, largest first; empty: the one size, as many lines as it takes."""


class FurnitureText(NamedTuple):
    """A line of the masthead, running head or folio."""

    text: str
    """With `FACTS` in braces; left out where one of them is empty."""
    on: str
    """first, later, last or all pages."""
    face: str
    size: float
    align: str
    y: float
    """Baseline, in points from the top of the trimmed page."""
    tracking: float
    """Added between characters, in em."""
    colour: Colour


class FurnitureRule(NamedTuple):
    """A horizontal rule across the type area."""

    on: str
    y: float
    """In points from the top of the trimmed page."""
    width: float
    """In points."""
    colour: Colour


class Lettering(NamedTuple):
    """How the words of a piece of furniture look."""

    face: str
    size: float
    """In points."""
    colour: Colour


class FigureStyle(NamedTuple):
    """How large pictures are set."""

    span: int = 1
    """The most columns a picture takes by itself."""
    highest: int = 24
    """Grid lines a picture may be high."""
    dpi: float = 200.0
    """Pixels an inch below which a picture is not enlarged any further."""


FIGURE = FigureStyle()


class BoxStyle(NamedTuple):
    """The frame of a boxed story."""

    rule: float = 0.5
    """Width of its lines."""
    colour: Colour = BLACK
    tint: Colour | None = None
    """What lies below the text, if anything."""


BOX = BoxStyle()


class ContentsStyle(NamedTuple):
    """The list of articles on the first page (目录)."""

    title: str
    least: int
    """How many articles it takes to list them."""
    heading: Lettering
    entry: Lettering


class ContinuedStyle(NamedTuple):
    """What a story that leaves its page says, and where it goes on."""

    next: str
    """With {page} for the number of the page it goes on on: （下转第{page}版）."""
    previous: str
    lettering: Lettering


class ColophonStyle(NamedTuple):
    """What stands at the foot of the last page (报尾), between rules: whom it goes to, how many, who signs."""

    texts: tuple[str, ...]
    """With facts in braces; a tab spreads the parts of a line; what has an empty fact is left out."""
    lettering: Lettering
    rule: float


@dataclass(frozen=True, slots=True)
class Template:
    """A page: its size, grid, furniture and one style a role. Lengths in points unless said otherwise."""

    name: str
    width: float
    height: float
    bleed: float
    columns: int
    measure: float
    """Width of a column."""
    gutter: float
    column_rule: float
    """Width of the rule between columns, 0 for none."""
    leading: float
    lines: int
    """Grid lines a page."""
    top: float
    """From the top of the page to the first grid line."""
    masthead: int
    """Grid lines the masthead takes of the first page."""
    story_gap: int
    """Grid lines between two stories."""
    story_rule: float
    """Width of the rule between two stories, 0 for none."""
    story_beside: int
    """Stories lower than so many grid lines across all columns stand side by side; 0: never."""
    least: int
    """Grid lines of text that must stand below a headline on its page."""
    faces: tuple[tuple[str, str], ...]
    """(name in this template, name of the font file without its ending)."""
    styles: tuple[tuple[str, Style], ...]
    """(role id, style), one for every role there is."""
    texts: tuple[FurnitureText, ...] = ()
    rules: tuple[FurnitureRule, ...] = ()
    figure: FigureStyle = FIGURE
    box: BoxStyle = BOX
    contents: ContentsStyle | None = None
    continued: ContinuedStyle | None = None
    colophon: ColophonStyle | None = None

    @property
    def type_width(self) -> float:
        """Return the width of all columns and the gutters between them."""
        return self.across(self.columns)

    def across(self, columns: int) -> float:
        """Return the width of so many columns and the gutters between them."""
        return columns * self.measure + (columns - 1) * self.gutter

    def column_left(self, number: int) -> float:
        """Return the left edge of a column, counted from 0."""
        return self.left + number * (self.measure + self.gutter)

    def height_at(self, line: float) -> float:
        """Return how high above the foot of the page the upper edge of a grid line is."""
        return self.height - self.top - line * self.leading

    @property
    def left(self) -> float:
        """Return the left edge of the first column; the type area stands in the middle of the page."""
        return (self.width - self.type_width) / 2
