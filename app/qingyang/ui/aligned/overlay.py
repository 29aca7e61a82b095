"""Where the editor lies in the view."""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.ui.aligned.position import Seen
from qingyang.ui.aligned.sheet import PADDING, Sheet


def top_over(sheet: Sheet, seen: Sequence[Seen], number: int) -> int | None:
    """Return the top of a part's text in the viewport, None while it is out of view."""
    y = next((one.y for one in seen if one.number == number), None)
    return None if y is None else y + sheet.layout(number).top


def top_before(sheet: Sheet, seen: Sequence[Seen], row: int) -> int | None:
    """Return the top of the room kept for a new row before a row, None while it is out of view."""
    number = sheet.parts.first(row) - 1
    if number < 0:
        first = seen[0] if seen else Seen(0, 0)
        return first.y + sheet.faces.px(PADDING) if first.number == 0 else None
    y = next((one.y for one in seen if one.number == number), None)
    return None if y is None else y + sheet.heights[number] - sheet.room(number)
