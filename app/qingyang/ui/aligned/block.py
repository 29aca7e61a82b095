"""A laid out text: lines of one height, and where each character stands in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextLine, QTextOption

from qingyang.text.row import RawLine
from qingyang.ui.aligned.faces import Face
from qingyang.ui.aligned.utf16 import Units, showable

_SEPARATOR = "\u2028"


class Block:
    """One text laid out at a width; offsets are characters of it, lengths are from its top left corner."""

    def __init__(self, text: str, face: Face, width: int) -> None:
        self.face = face
        self.length = len(text)
        self.units = Units(text)
        self._layout = QTextLayout(_drawn(text), face.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._lines: list[QTextLine] = []
        self._starts: list[int] = []
        self._lay_out(width)

    def _lay_out(self, width: int) -> None:
        face, layout = self.face, self._layout
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(self._lines) * face.line + face.baseline - line.ascent()))
            self._lines.append(line)
            self._starts.append(line.textStart())
        layout.endLayout()

    @property
    def height(self) -> int:
        """Height of all lines."""
        return max(1, len(self._lines)) * self.face.line

    def line_of(self, offset: int) -> int:
        """Return the number of the line that shows a character."""
        return max(0, bisect_right(self._starts, self.units.unit(offset)) - 1)

    def x(self, offset: int) -> float:
        """Return where the caret stands before a character."""
        if not self._lines:
            return 0.0
        return _x(self._lines[self.line_of(offset)], self.units.unit(offset))

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles, one a line, that characters start to end cover."""
        if start >= end or not self._lines:
            return []
        a, b = self.units.unit(start), self.units.unit(end)
        found = []
        for k in range(self.line_of(start), self.line_of(end - 1) + 1):
            line = self._lines[k]
            first = line.textStart()
            left = _x(line, max(a, first))
            right = _x(line, min(b, first + line.textLength()))
            found.append(QRectF(left, k * self.face.line, max(0.0, right - left), self.face.line))
        return found

    def offset_at(self, x: float, y: float) -> int:
        """Return the caret's place nearest to a point."""
        if not self._lines:
            return 0
        line = self._line_at(y)
        unit = line.xToCursor(x)
        last = line.textStart() + line.textLength()
        if unit == last and line is not self._lines[-1]:
            # The place behind a line's last character belongs to the next line.
            unit = self.units.unit(max(0, self.units.point(unit) - 1))
        return min(self.units.point(unit), self.length)

    def character_at(self, x: float, y: float) -> int | None:
        """Return the character under a point, None where there is none."""
        if not self._lines or not 0 <= y < self.height:
            return None
        line = self._line_at(y)
        if not 0 <= x < line.naturalTextWidth():
            return None
        unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self.units.point(unit), self.length - 1)

    def _line_at(self, y: float) -> QTextLine:
        return self._lines[max(0, min(int(y // self.face.line), len(self._lines) - 1))]

    def draw(self, painter: QPainter, x: float, y: float, clip: QRectF) -> None:
        """Draw the text with the painter's pen; only lines inside the clip, which is in the painter's terms."""
        self._layout.draw(painter, QPointF(x, y), [], clip)


def _drawn(text: str) -> str:
    if _SEPARATOR not in text:
        return showable(text)
    return _SEPARATOR.join(showable(line) for line in text.split(_SEPARATOR))


def _x(line: QTextLine, unit: int) -> float:
    # The stubs say float; it is the place and the offset it belongs to.
    found: object = line.cursorToX(unit)
    return float(found[0]) if isinstance(found, tuple) else 0.0


class RawBlock(Block):
    """Raw lines one below the other; offsets are raw ones."""

    def __init__(self, raw: str, lines: Sequence[RawLine], face: Face, width: int) -> None:
        self.lines = lines
        self._points: list[int] = []
        point = 0
        for line in lines:
            self._points.append(point)
            point += line.end - line.start + 1
        super().__init__(_SEPARATOR.join(raw[line.start : line.end] for line in lines), face, width)

    def top(self, k: int) -> int:
        """Return where the k-th raw line begins."""
        return self.line_of(self._points[k]) * self.face.line

    def bottom(self, k: int) -> int:
        """Return where the k-th raw line ends."""
        last = self._points[k] + self.lines[k].end - self.lines[k].start
        return (self.line_of(last) + 1) * self.face.line

    def end_x(self, k: int) -> float:
        """Return where the k-th raw line's last character ends."""
        return self.x(self._points[k] + self.lines[k].end - self.lines[k].start)

    def raw_rects(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles that raw[start:end] covers."""
        found: list[QRectF] = []
        for k, line in enumerate(self.lines):
            low, high = max(start, line.start), min(end, line.end)
            if low < high:
                shift = self._points[k] - line.start
                found += self.rects(low + shift, high + shift)
        return found

    def raw_at(self, x: float, y: float) -> int | None:
        """Return the raw character under a point, None where there is none."""
        point = self.character_at(x, y)
        if point is None:
            return None
        k = bisect_right(self._points, point) - 1
        at = self.lines[k].start + point - self._points[k]
        return at if at < self.lines[k].end else None
