"""Frames round boxed text (框文): one round every run of boxed rows in a column, or round a whole story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from qingyang.compose.columns import Row
from qingyang.compose.figures import Illustration
from qingyang.compose.layout import Rule
from qingyang.compose.template import Template

OFF = 0.3
"""Grid lines of white between frame and text, above and below."""


def boxes(stood: Sequence[tuple[Row, int]], x: float, template: Template) -> Iterator[Rule]:
    """Yield tints and frames for rows that stand in a column, each with the grid line of its upper edge."""
    for boxed, group in groupby(stood, key=lambda row: _boxed(row[0])):
        if boxed:
            placed = list(group)
            last, at = placed[-1]
            # At a column's head and foot there is no white to reach into.
            above = OFF if placed[0] is not stood[0] else 0.0
            below = OFF if placed[-1] is not stood[-1] else 0.0
            foot = at + last.height + below
            yield from box(template, x, x + template.measure, placed[0][1] - above, foot)


def _boxed(row: Row) -> bool:
    return not isinstance(row.block, Illustration) and row.block.style.box


def box(template: Template, x: float, right: float, head: float, foot: float) -> Iterator[Rule]:
    """Yield the tint and the frame of a box from one grid line to another."""
    style = template.box
    top, low = template.height_at(head), template.height_at(foot)
    if style.tint:
        middle = (top + low) / 2
        yield Rule(x, middle, right, middle, top - low, style.tint)
    if style.rule:
        # The lines reach over the corners, so that no corner has a notch.
        off = style.rule / 2
        for y in (top, low):
            yield Rule(x - off, y, right + off, y, style.rule, style.colour)
        for side in (x, right):
            yield Rule(side, low, side, top, style.rule, style.colour)
