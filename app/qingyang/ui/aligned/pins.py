"""Rows held by their first character, so that they are found again after any change."""

from __future__ import annotations

from qingyang.services.reviewing import Reviewing, Shown
from qingyang.text.article import Anchor


def pin(review: Reviewing, row: int) -> Anchor | None:
    """Return what holds a row, None where there is none."""
    return review.anchor(row) if 0 <= row < len(review) else None


def followed(review: Reviewing, row: int, held: Anchor | None, shown: Shown) -> int:
    """Return where a row has come to; where it is gone, the row now in its place, -1 in an empty document."""
    if not len(review):
        return -1
    if row < shown.first:
        return max(0, row)
    if row >= shown.first + shown.old:
        return row + shown.new - shown.old
    if not shown.new:
        return min(shown.first, len(review) - 1)
    place = review.reading.place(held) if held is not None else None
    found = review.row_at(place) if place is not None else -1
    if shown.first <= found < shown.first + shown.new:
        return found
    return shown.first + min(row - shown.first, shown.new - 1)
