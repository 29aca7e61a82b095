"""Where the head of a selection of characters goes at a key, through parts and rows as if they were one text."""

from __future__ import annotations

from enum import Enum

from qingyang.ui.aligned.sheet import Sheet

_FAR = 1e6
"""Farther right than any line reaches, in pixels."""


class Stride(Enum):
    """What a key with Shift does to the head of a selection."""

    BACK = "back"
    ON = "on"
    UP = "up"
    DOWN = "down"
    LINE_START = "line start"
    LINE_END = "line end"
    START = "start"
    END = "end"


def strode(sheet: Sheet, head: int, stride: Stride) -> int:
    """Return the repaired offset that a stride from a repaired offset leads to."""
    match stride:
        case Stride.START | Stride.END:
            passages = sheet.review.passages
            return passages[0].start if stride is Stride.START else passages[-1].end
        case Stride.BACK | Stride.ON:
            return _beside(sheet, head, 1 if stride is Stride.ON else -1)
        case Stride.LINE_START | Stride.LINE_END:
            return _along(sheet, head, last=stride is Stride.LINE_END)
        case Stride.UP | Stride.DOWN:
            return _across(sheet, head, 1 if stride is Stride.DOWN else -1)


def _beside(sheet: Sheet, head: int, by: int) -> int:
    """Go by a character; what parts two rows counts as one."""
    passages = sheet.review.passages
    row = sheet.review.row_at(head)
    if passages[row].start <= head + by <= passages[row].end:
        return head + by
    if not 0 <= row + by < len(passages):
        return head
    return passages[row + by].start if by > 0 else passages[row + by].end


def _along(sheet: Sheet, head: int, *, last: bool) -> int:
    layout = sheet.layout(sheet.part_at(head))
    line = layout.text.line_of(head - layout.start)
    y = line * layout.text.face.line
    return layout.start + layout.text.offset_at(_FAR if last else 0, y)


def _across(sheet: Sheet, head: int, by: int) -> int:
    """Go by a line, straight up or down; beyond the first or last line to the end of the text."""
    number = sheet.part_at(head)
    layout = sheet.layout(number)
    block, inside = layout.text, head - layout.start
    x, line, high = block.x(inside), block.line_of(inside) + by, block.face.line
    if 0 <= line * high < block.height:
        return layout.start + block.offset_at(x, line * high)
    if not 0 <= number + by < len(sheet.parts):
        return layout.end if by > 0 else layout.start
    beyond = sheet.layout(number + by)
    return beyond.start + beyond.text.offset_at(x, 0 if by > 0 else beyond.text.height - 1)
