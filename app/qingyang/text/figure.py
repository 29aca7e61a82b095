"""A figure: a picture, its caption, who took it and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from qingyang.text.article import Paragraph
from qingyang.text.edit import Figure

CAPTION = "caption"


class Placed(NamedTuple):
    """A figure as it stands in the text."""

    figure: Figure
    """What a hand has made; without an id for a caption that still waits for its picture."""
    row: int
    """The paragraph it stands with, from 0."""
    caption: str
    """Empty where that paragraph is none."""
    credit: str
    """By hand, or as the caption says."""

    @property
    def waits(self) -> bool:
        """Say whether there is no picture yet."""
        return not self.figure.picture


def placed(
    paragraph: Callable[[int], Paragraph], captions: Iterable[int], hands: Iterable[tuple[int, Figure]]
) -> list[Placed]:
    """Return every figure in reading order: those of hands at their rows, and captions still without a picture.

    ``captions`` are the rows that are captions; ``paragraph`` gives the one of a row.
    """
    found = [_placed(figure, row, paragraph(row)) for row, figure in hands]
    taken = {each.row for each in found}
    for row in captions:
        if row not in taken:
            waiting = paragraph(row)
            found.append(_placed(Figure("", waiting.anchor), row, waiting))
    return sorted(found, key=lambda each: (each.row, each.figure.id))


def _placed(figure: Figure, row: int, paragraph: Paragraph) -> Placed:
    if paragraph.role != CAPTION:
        return Placed(figure, row, "", figure.credit)
    return Placed(figure, row, paragraph.text, figure.credit or credited(paragraph))


def credited(paragraph: Paragraph) -> str:
    """Return who a caption says has taken the picture."""
    spans = (span for span in paragraph.spans if span.role == "credit")
    return next((paragraph.text[span.start : span.end].strip() for span in spans), "")
