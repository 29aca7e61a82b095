"""How one row looks. Nothing is decided here: what there is comes from the row's layout and the scene."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

from qingyang.text.article import CONFIRM, GAP_END, GAP_START, HOLD
from qingyang.text.guess import ASK_BELOW
from qingyang.ui.aligned.paint_sides import draw_frames, draw_raw, draw_tints, draw_words
from qingyang.ui.aligned.paint_signs import draw_sign
from qingyang.ui.aligned.paint_strokes import draw_strokes
from qingyang.ui.aligned.places import Place
from qingyang.ui.aligned.position import Seen
from qingyang.ui.aligned.row_layout import RowLayout, Strokes
from qingyang.ui.aligned.scene import Scene

_INSET = 3
"""Between the band's edges and the lines it joins."""
_FREE = 14
"""Of the room above an article, what the row's own ground leaves free."""


def draw_ground(painter: QPainter, scene: Scene, clip: QRectF) -> None:
    """Draw the two papers."""
    inks, at = scene.inks, scene.sheet.columns
    painter.fillRect(clip, inks.colour(inks.colours.paper))
    raw = QRectF(clip.left(), clip.top(), at.band - clip.left(), clip.height())
    painter.fillRect(raw, inks.colour(inks.colours.raw_paper))


def draw_row(painter: QPainter, scene: Scene, number: int, y: int, clip: QRectF) -> None:
    """Draw one part whose top stands at ``y``; ``clip`` is what has to be drawn of the view."""
    at, row = scene.sheet.columns, scene.sheet.layout(number)
    _draw_back(painter, scene, row, y, clip)
    top = y + row.top
    _draw_band(painter, scene, row, top)
    _draw_gutter(painter, scene, row, top)
    raw, text = row.strokes()
    painter.translate(at.raw, top)
    local = clip.translated(-at.raw, -top)
    draw_raw(painter, scene, row, local)
    draw_strokes(painter, scene.inks, raw, row.raw)
    painter.translate(at.text - at.raw, 0)
    if scene.raw_in_place and row.lines:
        _draw_raw_in_place(painter, scene, row, clip.translated(-at.text, -top))
    elif number == scene.editing:
        _draw_under_editor(painter, scene, row, text)
    else:
        draw_tints(painter, scene, row)
        draw_words(painter, scene, row, clip.translated(-at.text, -top))
        draw_strokes(painter, scene.inks, text, row.text)
        draw_frames(painter, scene, row)
    painter.translate(-at.text, -top)


def _draw_raw_in_place(painter: QPainter, scene: Scene, row: RowLayout, clip: QRectF) -> None:
    """Draw the raw lines where the repaired text stands."""
    painter.setPen(scene.inks.colour(scene.inks.colours.raw_text))
    row.raw.draw(painter, 0, 0, clip)


def _draw_under_editor(painter: QPainter, scene: Scene, row: RowLayout, strokes: Strokes) -> None:
    """Draw the marks that still fit: all, or those above the line being typed in."""
    painter.save()
    if scene.typed_from is not None:
        fit = row.text.line_of(min(scene.typed_from, row.text.length)) * row.text.face.line
        painter.setClipRect(QRectF(-row.text.face.em, 0, scene.sheet.columns.text_width * 2, fit))
    draw_tints(painter, scene, row)
    draw_strokes(painter, scene.inks, strokes, row.text)
    draw_frames(painter, scene, row)
    painter.restore()


def _draw_back(painter: QPainter, scene: Scene, row: RowLayout, y: int, clip: QRectF) -> None:
    inks, number = scene.inks, row.part.row
    height = scene.sheet.heights[scene.sheet.parts.at(number, row.part.start)]
    shade = scene.sheet.faces.px(_FREE) if _rules(row) else 0
    box = QRectF(clip.left(), y + shade, clip.width(), height - shade)
    if number in scene.rows and len(scene.rows) > 1:
        painter.fillRect(box, inks.colour(inks.colours.selected))
    elif number == scene.current:
        painter.fillRect(box, inks.colour(inks.colours.current))
    if number == scene.current:
        bar = QRectF(scene.sheet.columns.band, box.top(), scene.sheet.faces.px(3), box.height())
        painter.fillRect(bar, inks.colour(inks.colours.accent))
    if row.part.start == 0 and number:
        painter.setPen(inks.rule if _rules(row) else inks.line)
        line = y + shade // 2 if _rules(row) else y
        painter.drawLine(QPointF(clip.left(), line), QPointF(clip.right(), line))


def _rules(row: RowLayout) -> bool:
    return row.tagged.begins and row.part.start == 0 and row.part.row > 0


# -- the band and the gutter -------------------------------------------------------------------------------------


def _draw_band(painter: QPainter, scene: Scene, row: RowLayout, top: int) -> None:
    if len(row.lines) < 2:
        return
    at, inks = scene.sheet.columns, scene.inks
    left, right = at.band + scene.sheet.faces.px(3), at.band + at.band_width
    path = QPainterPath(QPointF(left, top + _INSET))
    path.lineTo(right, top + _INSET)
    low, high = top + row.raw.height - _INSET, top + row.text.height - _INSET
    path.lineTo(right, high)
    middle = (left + right) / 2
    path.cubicTo(middle, high, middle, low, left, low)
    path.closeSubpath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, inks.colour(inks.colours.band))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _draw_gutter(painter: QPainter, scene: Scene, row: RowLayout, top: int) -> None:
    if row.part.start:
        _draw_continued(painter, scene, row, top)
        return
    inks, faces, at = scene.inks, scene.sheet.faces, scene.sheet.columns
    if row.part.row == scene.handle:
        _draw_handle(painter, scene, top)
    x, baseline = at.gutter + faces.px(18), top + faces.reading.baseline
    current = row.part.row == scene.current
    painter.setFont(faces.label.font)
    label = scene.names.get(row.tagged.role, row.tagged.role)
    unsure = row.tagged.p < ASK_BELOW
    if unsure:
        label += "?"
    ink = inks.colours.ask_frame if unsure else inks.colours.accent if current else inks.colours.muted
    painter.setPen(inks.colour(ink))
    painter.drawText(QPointF(x, baseline), label)
    if HOLD in row.tagged.marks:
        width = QFontMetricsF(faces.label.font).horizontalAdvance(label)
        middle = baseline - faces.label.em * 0.36
        painter.drawLine(QPointF(x, middle), QPointF(x + width, middle))
    painter.setPen(inks.colour(inks.colours.ask_frame))
    for k, words in enumerate(_mark_names(row.tagged.marks), 1):
        painter.drawText(QPointF(x, baseline + k * faces.label.line), words)
    _draw_signs(painter, scene, row, top)


def _draw_signs(painter: QPainter, scene: Scene, row: RowLayout, top: int) -> None:
    faces = scene.sheet.faces
    size, step = faces.px(9), faces.label.line
    x = scene.sheet.columns.gutter + faces.px(3)
    y = top + faces.reading.baseline - size
    for k, sign in enumerate(scene.signs.get(row.part.row, ())):
        draw_sign(painter, sign, QRectF(x, y + k * step, size, size), scene.inks.ask_sign)


def _mark_names(marks: frozenset[str]) -> list[str]:
    say = QCoreApplication.translate
    names = []
    if GAP_START in marks:
        names.append(say("AlignedView", "Start lost"))
    if GAP_END in marks:
        names.append(say("AlignedView", "End lost"))
    if CONFIRM in marks:
        names.append(say("AlignedView", "To confirm"))
    if HOLD in marks:
        names.append(say("AlignedView", "Not printed"))
    return names


def _draw_continued(painter: QPainter, scene: Scene, row: RowLayout, top: int) -> None:
    faces, at = scene.sheet.faces, scene.sheet.columns
    painter.setFont(faces.label.font)
    painter.setPen(scene.inks.colour(scene.inks.colours.muted))
    words = QCoreApplication.translate("AlignedView", "continued")
    painter.drawText(QPointF(at.gutter + faces.px(18), top + faces.reading.baseline), words)


def _draw_handle(painter: QPainter, scene: Scene, top: int) -> None:
    faces, at = scene.sheet.faces, scene.sheet.columns
    size, step = faces.px(2), faces.px(4)
    x, y = at.gutter + faces.px(5), top + faces.px(8)
    dot = scene.inks.colour(scene.inks.colours.muted)
    for k in range(6):
        painter.fillRect(QRectF(x + k % 2 * step, y + k // 2 * step, size, size), dot)


# -- what is being dragged -----------------------------------------------------------------------------------------


def draw_drop(painter: QPainter, scene: Scene, place: Place, seen: Sequence[Seen], *, rows: bool) -> None:
    """Draw where what is being dragged would go: a line between rows, or a caret."""
    y = next((one.y for one in seen if one.number == place.number), None)
    if y is None:
        return
    painter.setPen(scene.inks.frame)
    at, row = scene.sheet.columns, scene.sheet.layout(place.number)
    if rows:
        y += 0 if place.upper else scene.sheet.heights[place.number]
        painter.drawLine(QPointF(at.band, y), QPointF(at.text + at.text_width, y))
        return
    offset = place.offset - row.start
    top = y + row.top + row.text.line_of(offset) * row.text.face.line
    x = at.text + row.text.x(offset)
    painter.drawLine(QPointF(x, top), QPointF(x, top + row.text.face.line))
