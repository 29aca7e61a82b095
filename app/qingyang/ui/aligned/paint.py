"""How one row looks. Nothing is decided here: what there is comes from the row's layout and the scene."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from qingyang.text.article import CONFIRM, GAP_END, GAP_START, HOLD
from qingyang.text.row import Doubt
from qingyang.ui.aligned.block import Block
from qingyang.ui.aligned.counterpart import raw_spans_of
from qingyang.ui.aligned.doubt_boxes import raw_boxes, text_boxes
from qingyang.ui.aligned.highlights import Highlights
from qingyang.ui.aligned.inks import Inks
from qingyang.ui.aligned.places import Place
from qingyang.ui.aligned.position import Seen
from qingyang.ui.aligned.row_layout import RowLayout, Strokes
from qingyang.ui.aligned.sheet import Sheet

_INSET = 3


@dataclass
class Scene:
    """Everything a row's looks depend on beside the row itself."""

    sheet: Sheet
    inks: Inks
    highlights: Highlights
    names: Mapping[str, str] = field(default_factory=dict)
    current: int = -1
    """The current row."""
    rows: range = range(0)
    """Selected rows."""
    selection: tuple[int, int] | None = None
    editing: int = -1
    """The part the editor lies over: its repaired text is not drawn."""
    typed_from: int | None = None
    """From which of its characters on marks no longer fit, because of what is being typed."""
    handle: int = -1
    """The row whose handle shows."""


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
    _draw_raw(painter, scene, row, local)
    _draw_strokes(painter, scene.inks, raw, row.raw)
    painter.translate(at.text - at.raw, 0)
    if number == scene.editing:
        _draw_under_editor(painter, scene, row, text)
    else:
        _draw_tints(painter, scene, row)
        _draw_words(painter, scene, row, clip.translated(-at.text, -top))
        _draw_strokes(painter, scene.inks, text, row.text)
        _draw_frames(painter, scene, row)
    painter.translate(-at.text, -top)


def _draw_under_editor(painter: QPainter, scene: Scene, row: RowLayout, strokes: Strokes) -> None:
    """Draw the marks that still fit: all, or those above the line being typed in."""
    painter.save()
    if scene.typed_from is not None:
        fit = row.text.line_of(min(scene.typed_from, row.text.length)) * row.text.face.line
        painter.setClipRect(QRectF(-row.text.face.em, 0, scene.sheet.columns.text_width * 2, fit))
    _draw_tints(painter, scene, row)
    _draw_strokes(painter, scene.inks, strokes, row.text)
    _draw_frames(painter, scene, row)
    painter.restore()


def _draw_back(painter: QPainter, scene: Scene, row: RowLayout, y: int, clip: QRectF) -> None:
    inks, number = scene.inks, row.part.row
    height = scene.sheet.heights[scene.sheet.parts.at(number, row.part.start)]
    shade = scene.sheet.faces.px(ARTICLE_SHADE) if _rules(row) else 0
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


ARTICLE_SHADE = 14
"""Of the room above an article that the row's own ground leaves free."""


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
    painter.setPen(inks.colour(inks.colours.accent if current else inks.colours.muted))
    label = scene.names.get(row.tagged.role, row.tagged.role)
    painter.drawText(QPointF(x, baseline), label)
    if HOLD in row.tagged.marks:
        width = QFontMetricsF(faces.label.font).horizontalAdvance(label)
        middle = baseline - faces.label.em * 0.36
        painter.drawLine(QPointF(x, middle), QPointF(x + width, middle))
    painter.setPen(inks.colour(inks.colours.ask_frame))
    for k, words in enumerate(_mark_names(row.tagged.marks), 1):
        painter.drawText(QPointF(x, baseline + k * faces.label.line), words)


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


# -- the raw side ------------------------------------------------------------------------------------------------


def _draw_raw(painter: QPainter, scene: Scene, row: RowLayout, clip: QRectF) -> None:
    inks, block = scene.inks, row.raw
    if not row.lines:
        return
    reading = scene.sheet.review.reading
    for doubt in _doubts(scene, row):
        _tint(painter, inks, raw_boxes(row, doubt), doubt.applied)
    if scene.selection is not None:
        low, high = max(scene.selection[0], row.start), min(scene.selection[1], row.end)
        for start, end in raw_spans_of(reading, low, high) if low < high else ():
            _fill(painter, block.raw_rects(start, end), inks.colour(inks.colours.selection))
    if scene.highlights.hover is not None:
        _fill(painter, block.raw_rects(*scene.highlights.hover.raw), inks.colour(inks.colours.hover))
    painter.setPen(inks.colour(inks.colours.raw_text))
    block.draw(painter, 0, 0, clip)
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


def _draw_tints(painter: QPainter, scene: Scene, row: RowLayout) -> None:
    inks, over = scene.inks, scene.highlights
    for doubt in _doubts(scene, row):
        boxes = text_boxes(row, doubt, scene.sheet.review.reading)
        _tint(painter, inks, boxes, doubt.applied)
        if doubt.at >= row.end and not doubt.applied:
            _draw_return(painter, inks, boxes[0])
    for hit in over.hits_in(row.start, row.end):
        colour = inks.colours.hit_current if hit == over.current_hit else inks.colours.hit
        _fill(painter, row.rects(hit.start, hit.end), inks.colour(colour))
    if scene.selection is not None:
        _fill(painter, row.rects(*scene.selection), inks.colour(inks.colours.selection))
    if over.hover is not None:
        _fill(painter, row.rects(*over.hover.repaired), inks.colour(inks.colours.hover))


def _draw_words(painter: QPainter, scene: Scene, row: RowLayout, clip: QRectF) -> None:
    colours = scene.inks.colours
    painter.setPen(scene.inks.colour(colours.muted if HOLD in row.tagged.marks else colours.text))
    row.text.draw(painter, 0, 0, clip)


def _draw_frames(painter: QPainter, scene: Scene, row: RowLayout) -> None:
    inks, over = scene.inks, scene.highlights
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if over.current_hit is not None:
        _outline(painter, inks.hit_frame, row.rects(over.current_hit.start, over.current_hit.end))
    if over.cut is not None:
        _outline(painter, inks.cut, row.rects(*over.cut))
    doubt = over.current_doubt
    if doubt is not None and doubt in _doubts(scene, row):
        _outline(painter, inks.frame, text_boxes(row, doubt, scene.sheet.review.reading))


def _doubts(scene: Scene, row: RowLayout) -> Sequence[Doubt]:
    """Return the doubts of a row, one behind its last character included."""
    passages, part = scene.sheet.review.passages, row.part
    if row.end < passages[part.row].end:
        return scene.highlights.doubts_in(row.start, row.end)
    following = passages[part.row + 1].start if part.row + 1 < len(passages) else row.end + 1
    return scene.highlights.doubts_in(row.start, max(row.end + 1, following))


# -- strokes -----------------------------------------------------------------------------------------------------


def _draw_strokes(painter: QPainter, inks: Inks, strokes: Strokes, block: Block) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in strokes.chequers:
        band = rect.adjusted(0, block.face.line * 0.32, 0, -block.face.line * 0.28)
        painter.fillRect(band, inks.chequer)
    for lines, pen in (
        (strokes.ticks, inks.tick),
        (strokes.dotted, inks.dotted),
        (strokes.solid, inks.solid),
        (strokes.struck, inks.struck),
    ):
        if lines:
            painter.setPen(pen)
            painter.drawLines(lines)
    if strokes.double:
        painter.setPen(inks.double)
        gap = max(2.0, block.face.em * 0.14)
        painter.drawLines([*strokes.double, *(line.translated(0, gap) for line in strokes.double)])
    _outline(painter, inks.boxed, strokes.boxes)
    if not strokes.curves.isEmpty() or strokes.carets:
        _draw_curves(painter, inks, strokes, block)


def _draw_curves(painter: QPainter, inks: Inks, strokes: Strokes, block: Block) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(inks.joined)
    painter.drawPath(strokes.curves)
    painter.setPen(inks.struck)
    em = block.face.em
    for point in strokes.carets:
        painter.drawPolyline(
            [point + QPointF(-em * 0.2, em * 0.3), point, point + QPointF(em * 0.2, em * 0.3)]
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _draw_return(painter: QPainter, inks: Inks, box: QRectF) -> None:
    """Draw the sign of a paragraph's end into the box behind it: here the text may go on."""
    x, y, step = box.center().x(), box.center().y(), box.width() * 0.22
    sign = [(step, -1.4 * step), (step, step), (-step, step), (-step * 0.3, 0.3 * step)]
    points = [QPointF(x + dx, y + dy) for dx, dy in sign]
    painter.setPen(inks.ask_sign)
    painter.drawPolyline(points)
    painter.drawLine(points[2], QPointF(x - step * 0.3, y + 1.7 * step))


def _fill(painter: QPainter, rects: Iterable[QRectF], colour: QColor) -> None:
    for rect in rects:
        painter.fillRect(rect, colour)


def _outline(painter: QPainter, pen: QPen, rects: Iterable[QRectF]) -> None:
    painter.setPen(pen)
    for rect in rects:
        painter.drawRect(rect.adjusted(0.5, 1.5, -0.5, -1.5))


def _tint(painter: QPainter, inks: Inks, rects: Sequence[QRectF], applied: bool) -> None:
    """Tint a doubt: dotted where it is applied already, dashed where it is only asked."""
    colours = inks.colours
    _fill(painter, rects, inks.colour(colours.likely if applied else colours.ask))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _outline(painter, inks.likely if applied else inks.ask, rects)


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
