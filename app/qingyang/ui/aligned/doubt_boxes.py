"""Where a doubt shows in a row, on both sides."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from qingyang.text.edit import Move
from qingyang.text.finding import Finding
from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.ui.aligned.row_layout import RowLayout


def span_of(doubt: Doubt, reading: Reading) -> tuple[int, int]:
    """Return the repaired span a doubt is about; empty between two characters or paragraphs."""
    blank = not reading.text[doubt.at : doubt.end].strip()
    return doubt.at, doubt.at if blank else doubt.end


def text_boxes(row: RowLayout, doubt: Doubt, reading: Reading) -> list[QRectF]:
    """Return the boxes of a doubt on the repaired side; one between characters takes in both neighbours."""
    start, end = span_of(doubt, reading)
    if start < end:
        return row.rects(start, end)
    if start >= row.end:
        return [_end_box(row)]
    return row.rects(max(row.start, start - 1), min(row.end, start + 1))


def goal_boxes(row: RowLayout, doubt: Doubt, reading: Reading) -> list[QRectF]:
    """Return the edge of the character beside which an offered move would put its text."""
    move = doubt.subject
    if not isinstance(move, Move) or doubt.applied:
        return []
    character = move.to - 1 if move.after else move.to
    edges = row.rects(*reading.run(character, character + 1))
    return [
        QRectF(box.right() - 1 if move.after else box.left() - 1, box.top(), 2, box.height()) for box in edges
    ]


def _end_box(row: RowLayout) -> QRectF:
    """Return the box behind a paragraph's last character: here it may go on."""
    block = row.text
    line, em = block.face.line, block.face.em
    last = block.line_of(max(0, block.length - 1))
    return QRectF(block.x(block.length) + em * 0.25, last * line, em, line)


def raw_boxes(row: RowLayout, doubt: Doubt) -> list[QRectF]:
    """Return the boxes of a doubt on the raw side; for a line break, one behind the line."""
    subject = doubt.subject
    start, end = subject.raw if isinstance(subject, Finding) else (subject.start, subject.end)
    rects = row.raw.raw_rects(start, end)
    if rects:
        return rects
    face = row.raw.face
    for k, line in enumerate(row.lines):
        if line.start < start <= line.end:
            return [QRectF(row.raw.end_x(k), row.raw.bottom(k) - face.line, face.em * 0.9, face.line)]
    return []
