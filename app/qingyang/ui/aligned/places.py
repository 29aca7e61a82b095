"""What lies under a point of the view."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF

from qingyang.ui.aligned.counterpart import repaired_of
from qingyang.ui.aligned.position import Seen
from qingyang.ui.aligned.sheet import Sheet


class Zone(Enum):
    """The columns of the view, as a pointer meets them."""

    RAW = "raw"
    BAND = "band"
    HANDLE = "handle"
    GUTTER = "gutter"
    TEXT = "text"


class Place(NamedTuple):
    """One point of the view."""

    zone: Zone
    number: int
    """The part."""
    row: int
    offset: int
    """The nearest place for a caret in the repaired text."""
    character: int | None
    """The repaired character under the point."""
    raw: int | None
    """The raw character under the point."""
    upper: bool
    """Whether the point lies in the upper half of its row."""


def place_at(sheet: Sheet, seen: Sequence[Seen], point: QPointF) -> Place | None:
    """Return what lies under a point; below the last row that row, None on an empty sheet."""
    if not seen:
        return None
    number, y = seen[0]
    for one in seen:
        if one.y > point.y():
            break
        number, y = one
    row = sheet.layout(number)
    zone = _zone(sheet, point.x())
    down = point.y() - y - row.top
    character, raw = None, None
    if zone is Zone.RAW:
        raw = row.raw.raw_at(point.x() - sheet.columns.raw, down)
        offset = row.start if raw is None else repaired_of(sheet.review.reading, raw)[0]
        offset = max(row.start, min(offset, row.end))
    else:
        x = point.x() - sheet.columns.text
        within = row.text.character_at(x, down)
        character = None if within is None else row.start + within
        offset = row.start + row.text.offset_at(x, down)
    upper = point.y() - y < sheet.heights[number] / 2
    return Place(zone, number, row.part.row, offset, character, raw, upper)


def _zone(sheet: Sheet, x: float) -> Zone:
    at = sheet.columns
    if x < at.band:
        return Zone.RAW
    if x < at.gutter:
        return Zone.BAND
    if x >= at.text:
        return Zone.TEXT
    return Zone.HANDLE if x < at.gutter + sheet.faces.px(16) else Zone.GUTTER
