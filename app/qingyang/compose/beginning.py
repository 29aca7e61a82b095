"""What of a story must stand on the page it begins on: its headlines with the beginning of its text."""

from __future__ import annotations

from qingyang.compose.columns import even, filled, rows, together
from qingyang.compose.drafts import stacked
from qingyang.compose.figures import Illustration
from qingyang.compose.stories import Band
from qingyang.compose.template import Template


def wanted(band: Band, columns: int, template: Template) -> int:
    """Return the grid lines a band must find on its page, in so many columns."""
    _, height = stacked(band.heads, template.leading)
    least = template.least
    # Every block is a line at least: these fill more than the columns looked at.
    beginning = band.text[: least * columns + 1]
    text = rows(beginning, template.leading, template.lines // 2)
    first = text[0].block if text else next(iter(band.floats), None)
    if isinstance(first, Illustration):
        # A headline never stands without the picture it is followed by.
        return min(height + first.height(template.leading), template.lines)
    if not text:
        return height
    made = filled(text, even(columns, least), True)
    beneath = height + max(least if made[-1].end < len(text) else 1, made[0].height)
    # What stays together may be more than that.
    return max(beneath, min(height + together(text), template.lines))
