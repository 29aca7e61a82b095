"""Pictures: how large each is set, and what stands below it; a picture is never parted from its caption."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.template import MM, Template
from qingyang.text.article import Figure

INCH = 72.0
SMALLEST = 0.5
"""How small a picture may be set, as a share of the width it would like."""
NARROWEST = 72.0
"""How narrow a caption may be, in points."""
WIDE = 1.1
"""Width to height from which a picture may span columns by itself."""


class Frame(NamedTuple):
    """The box of a picture, in points."""

    columns: int
    width: float
    height: float


class Illustration(NamedTuple):
    """A picture and the captions that stay below it."""

    article: int
    number: int
    """Index into the article's figures."""
    figure: Figure
    frame: Frame
    captions: tuple[Block, ...]
    narrower: Illustration | None = None
    """The same in fewer columns, for a page that has no room for it as it is."""

    def height(self, leading: float) -> int:
        """Return the grid lines it takes, a quarter line of white above and below at least."""
        return math.ceil((self.frame.height + self.below(leading)) / leading + 0.5 - 1e-6)

    def below(self, leading: float) -> float:
        """Return how high its captions are, in points."""
        return sum(height_of(caption, leading) for caption in self.captions)


def narrowing(picture: Illustration | None) -> Iterator[Illustration]:
    """Yield a picture as it is, then in ever fewer columns."""
    while picture:
        yield picture
        picture = picture.narrower


def height_of(block: Block, leading: float) -> float:
    """Return how high a block is in points, its white included."""
    style = block.style
    return block.count * (style.height * block.size or leading) + (style.before + style.after) * leading


def lower(picture: Illustration, lines: int, leading: float) -> Illustration | None:
    """Return a picture no higher than so many grid lines, None where it would be too small or a hand set its width."""
    found = picture
    # Captions of a narrower picture may have more lines.
    while found.height(leading) > lines:
        share = ((lines - 0.5) * leading - found.below(leading)) / picture.frame.height
        if share < SMALLEST or picture.figure.wide:
            return None
        found = _scaled(picture, min(share, found.frame.width / picture.frame.width - 0.01))
    return found


def smallest(picture: Illustration) -> Illustration:
    """Return a picture as small as one may be; as it is where a hand set its width."""
    return picture if picture.figure.wide else _scaled(picture, SMALLEST)


def _scaled(picture: Illustration, share: float) -> Illustration:
    columns, width, height = picture.frame
    frame = Frame(columns, width * share, height * share)
    captions = tuple(block.within(captioned(frame)) for block in picture.captions)
    return picture._replace(frame=frame, captions=captions)


def captioned(frame: Frame) -> float:
    """Return how wide the captions of a picture are, in points: as wide as it is, but not too narrow to be read."""
    return max(frame.width, NARROWEST)


def framed(figure: Figure, template: Template, columns: int) -> Frame:
    """Return the box of a picture in a strip of so many columns.

    It takes as many columns as template and pixels allow; what would be too high is made narrower. One wider than
    the page is made to fit.
    """
    style = template.figure
    ratio = figure.height / figure.width
    highest = style.highest * template.leading
    if figure.wide > 0:
        width = min(figure.wide * MM, template.across(columns), highest / ratio)
        count = next(n for n in range(1, columns + 1) if template.across(n) >= width - 1)
        return Frame(count, width, width * ratio)
    for count in range(min(columns, style.span if ratio * WIDE <= 1 else 1), 0, -1):
        width = template.across(count)
        sharp = figure.width >= width / INCH * style.dpi
        if count == 1 or (sharp and width * ratio <= highest):
            break
    width = min(width, highest / ratio)
    return Frame(count, width, width * ratio)


def coarse(figure: Figure, frame: Frame, template: Template) -> bool:
    """Say whether a picture has too few pixels for the size it is set at."""
    return figure.width < frame.width / INCH * template.figure.dpi
