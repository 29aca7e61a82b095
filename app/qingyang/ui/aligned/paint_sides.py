"""How the two sides of a row look: tints below the text, the text, frames above it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from qingyang.text.article import HOLD
from qingyang.text.row import Doubt
from qingyang.ui.aligned.counterpart import raw_spans_of
from qingyang.ui.aligned.doubt_boxes import goal_boxes, raw_boxes, text_boxes
from qingyang.ui.aligned.paint_strokes import draw_return, fill, outline, tint
from qingyang.ui.aligned.row_layout import RowLayout
from qingyang.ui.aligned.scene import Scene

# -- the raw side ------------------------------------------------------------------------------------------------


def draw_raw(painter: QPainter, scene: Scene, row: RowLayout, clip: QRectF) -> None:
    """Draw the raw lines with what is laid below and over them; the painter stands at their top left corner."""
    inks, block = scene.inks, row.raw
    if not row.lines:
        return
    reading = scene.sheet.review.reading
    for doubt in _doubts(scene, row):
        tint(painter, inks, raw_boxes(row, doubt), doubt.applied)
    if scene.selection is not None:
        low, high = max(scene.selection[0], row.start), min(scene.selection[1], row.end)
        for start, end in raw_spans_of(reading, low, high) if low < high else ():
            fill(painter, block.raw_rects(start, end), inks.colour(inks.colours.selection))
    if scene.highlights.hover is not None:
        fill(painter, block.raw_rects(*scene.highlights.hover.raw), inks.colour(inks.colours.hover))
    painter.setPen(inks.colour(inks.colours.raw_text))
    block.draw(painter, 0, 0, clip)
    current = scene.highlights.current_doubt
    if current is not None and current in _doubts(scene, row):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline(painter, inks.frame, raw_boxes(row, current))
    _draw_numbers(painter, scene, row, clip)


def _draw_numbers(painter: QPainter, scene: Scene, row: RowLayout, clip: QRectF) -> None:
    faces, at, block = scene.sheet.faces, scene.sheet.columns, row.raw
    painter.setFont(faces.number.font)
    painter.setPen(scene.inks.colour(scene.inks.colours.muted))
    right = at.number + at.number_width - at.raw
    digit = QFontMetricsF(faces.number.font).horizontalAdvance("0")
    for k, line in enumerate(row.lines):
        y = block.top(k)
        if clip.top() - block.face.line <= y <= clip.bottom():
            words = str(line.number)
            painter.drawText(QPointF(right - digit * len(words), y + block.face.baseline), words)
    _draw_leaps(painter, scene, row)


def _draw_leaps(painter: QPainter, scene: Scene, row: RowLayout) -> None:
    """Draw a line between raw lines that do not follow one another in the file."""
    raw = scene.sheet.review.draft.source.text
    painter.setPen(scene.inks.cut)
    for k, (one, other) in enumerate(pairwise(row.lines), 1):
        if other.start < one.end or raw[one.end : other.start].strip():
            y = row.raw.top(k)
            painter.drawLine(QPointF(0, y), QPointF(scene.sheet.columns.raw_width, y))


# -- the repaired side -------------------------------------------------------------------------------------------


def draw_tints(painter: QPainter, scene: Scene, row: RowLayout) -> None:
    """Draw what lies below the repaired text: doubts, hits, the selection, what is under the pointer."""
    inks, over = scene.inks, scene.highlights
    for doubt in _doubts(scene, row):
        boxes = text_boxes(row, doubt, scene.sheet.review.reading)
        tint(painter, inks, boxes, doubt.applied)
        if doubt.at >= row.end and not doubt.applied and boxes:
            draw_return(painter, inks, boxes[0])
    for hit in over.hits_in(row.start, row.end):
        colour = inks.colours.hit_current if hit == over.current_hit else inks.colours.hit
        fill(painter, row.rects(hit.start, hit.end), inks.colour(colour))
    if scene.selection is not None:
        fill(painter, row.rects(*scene.selection), inks.colour(inks.colours.selection))
    if over.hover is not None:
        fill(painter, row.rects(*over.hover.repaired), inks.colour(inks.colours.hover))


def draw_words(painter: QPainter, scene: Scene, row: RowLayout, clip: QRectF) -> None:
    """Draw the repaired text, paler where it is kept out of print."""
    colours = scene.inks.colours
    painter.setPen(scene.inks.colour(colours.muted if HOLD in row.tagged.marks else colours.text))
    row.text.draw(painter, 0, 0, clip)


def draw_frames(painter: QPainter, scene: Scene, row: RowLayout) -> None:
    """Draw what lies above the repaired text: frames of the current hit and doubt and of text that was cut.

    Where the current doubt would move text to, a bar stands.
    """
    inks, over = scene.inks, scene.highlights
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if over.current_hit is not None:
        outline(painter, inks.hit_frame, row.rects(over.current_hit.start, over.current_hit.end))
    if over.cut is not None:
        outline(painter, inks.cut, row.rects(*over.cut))
    doubt, reading = over.current_doubt, scene.sheet.review.reading
    if doubt is not None:
        fill(painter, goal_boxes(row, doubt, reading), inks.frame.color())
    if doubt is not None and doubt in _doubts(scene, row):
        outline(painter, inks.frame, text_boxes(row, doubt, reading))


def _doubts(scene: Scene, row: RowLayout) -> Sequence[Doubt]:
    """Return the doubts of a row, one behind its last character included."""
    passages, part = scene.sheet.review.passages, row.part
    if row.end < passages[part.row].end:
        return scene.highlights.doubts_in(row.start, row.end)
    following = passages[part.row + 1].start if part.row + 1 < len(passages) else row.end + 1
    return scene.highlights.doubts_in(row.start, max(row.end + 1, following))
