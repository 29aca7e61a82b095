"""A concordance: hits one below the other with what stands around them, to be settled together but for some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qingyang.services.likewise import Line
from qingyang.ui.doubt_card import visible
from qingyang.ui.panels import label
from qingyang.ui.theme import GRID, LIGHT, NORMAL, SMALL, Theme, font

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_Mark = tuple[str, object, int]


class HitModel(QAbstractListModel):
    """Hits in order; each can be taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.titles: dict[str, str] = {}
        """What documents are called, where there are several."""
        self._out: set[_Mark] = set()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other hits; what was taken out before stays out."""
        self.beginResetModel()
        self.lines = lines
        self._out &= {_mark(line) for line in lines}
        self.endResetModel()

    def chosen(self) -> list[Line]:
        """Return the hits that were not taken out."""
        return [line for line in self.lines if _mark(line) not in self._out]

    def is_out(self, row: int) -> bool:
        """Say whether a hit was taken out."""
        return _mark(self.lines[row]) in self._out

    def toggle(self, row: int) -> None:
        """Take a hit out, or put it back."""
        self._out ^= {_mark(self.lines[row])}
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            new = f"→{visible(line.new)}" if line.new else ""
            told = f"{_plain(line.before)}[{visible(line.text)}{new}]{_plain(line.after)}"
            out = translate("Concordance", "taken out") if self.is_out(index.row()) else ""
            return " ".join(part for part in (out, told, self.titles.get(line.document, "")) if part)
        return None


def _mark(line: Line) -> _Mark:
    return (line.document, line.key or line.start, line.row if line.key else line.end)


def _plain(text: str) -> str:
    return " ".join(text.split("\n"))


class HitDelegate(QStyledItemDelegate):
    """Draws one hit: itself in the middle, what stands around it on either side."""

    HEIGHT = 8 * GRID

    def __init__(self, model: HitModel) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(320, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        theme, rect, out = self.theme, option.rect, self._model.is_out(index.row())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        painter.setFont(font(NORMAL))
        painter.setPen(QColor(theme.muted if out else theme.accent))
        sign = "○" if out else "✓"
        painter.drawText(rect.adjusted(4 * GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, sign)
        inner = rect.adjusted(10 * GRID, 0, -3 * GRID, 0)
        title = self._model.titles.get(line.document, "")
        if title:
            inner = self._title(painter, inner, title)
        self._hit(painter, inner, line, out=out)
        painter.restore()

    def _title(self, painter: QPainter, rect: QRect, title: str) -> QRect:
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self.theme.muted))
        room = rect.adjusted(rect.width() - 40 * GRID, 0, 0, 0)
        told = QFontMetrics(font(SMALL)).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, told)
        return rect.adjusted(0, 0, -42 * GRID, 0)

    def _hit(self, painter: QPainter, rect: QRect, line: Line, *, out: bool) -> None:
        theme, face = self.theme, font(NORMAL, bold=True)
        metrics, plain = QFontMetrics(face), QFontMetrics(font(NORMAL))
        side = (rect.width() - min(rect.width() // 3, 60 * GRID)) // 2
        y = rect.top() + (rect.height() - plain.height()) // 2 + plain.ascent()
        before = plain.elidedText(_plain(line.before), Qt.TextElideMode.ElideLeft, side)
        painter.setFont(font(NORMAL))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect.left() + side - plain.horizontalAdvance(before), y, before)
        x = rect.left() + side + 1
        face.setStrikeOut(bool(line.new) and not out)
        painter.setFont(face)
        painter.setPen(QColor(theme.muted if out else theme.removed if line.new else theme.text))
        old = visible(line.text) or "│"
        painter.drawText(x, y, old)
        x += metrics.horizontalAdvance(old) + 1
        if line.new:
            painter.setFont(font(NORMAL, bold=True))
            painter.setPen(QColor(theme.muted if out else theme.added))
            painter.drawText(x, y, visible(line.new))
            x += metrics.horizontalAdvance(visible(line.new)) + 1
        painter.setFont(font(NORMAL))
        painter.setPen(QColor(theme.muted))
        after = plain.elidedText(_plain(line.after), Qt.TextElideMode.ElideRight, rect.right() - x)
        painter.drawText(x, y, after)


class Concordance(QWidget):
    """The hits, what they are, over how much text, and what may be done with them."""

    scope_changed = Signal(bool)
    """Whether all documents are meant."""
    go_asked = Signal(int)
    """Show the place of the hit in this row."""

    def __init__(self) -> None:
        super().__init__()
        self.hits = HitModel()
        self.list = QListView()
        self.delegate = HitDelegate(self.hits)
        self.list.setModel(self.hits)
        self.list.setItemDelegate(self.delegate)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("Concordance", "Hits"))
        self.list.doubleClicked.connect(lambda index: self.go_asked.emit(index.row()))
        self.list.clicked.connect(self._clicked)
        self.setFocusProxy(self.list)
        self.title = label(size=NORMAL, bold=True)
        self.scope = QComboBox()
        self.scope.setAccessibleName(translate("Concordance", "Where"))
        self.scope.addItem(translate("Concordance", "In this document"))
        self.scope.addItem(translate("Concordance", "In all documents"))
        self.scope.activated.connect(lambda number: self.scope_changed.emit(number == 1))
        self.first, self.second = QPushButton(), QPushButton()
        head = QHBoxLayout()
        head.setContentsMargins(4 * GRID, 0, 3 * GRID, GRID)
        head.setSpacing(2 * GRID)
        head.addWidget(self.title, 1)
        for widget in (self.scope, self.first, self.second):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_hits(self, title: str, lines: Sequence[Line], titles: dict[str, str]) -> None:
        """Show some hits; ``titles`` name their documents where several are meant."""
        current = self.row()
        self.title.setText(title)
        self.hits.titles = titles
        self.hits.show(lines)
        if lines:
            self.list.setCurrentIndex(self.hits.index(min(max(0, current), len(lines) - 1)))

    def show_deeds(self, first: str, second: str) -> None:
        """Name what may be done; an empty name for nothing."""
        for button, told in ((self.first, first), (self.second, second)):
            button.setText(told)
            button.setVisible(bool(told))

    def row(self) -> int:
        """Return the current row, -1 for none."""
        return self.list.currentIndex().row()

    def toggle(self) -> None:
        """Take the current hit out, or put it back, and go to the next one."""
        row = self.row()
        if row >= 0:
            self.hits.toggle(row)
            self.list.setCurrentIndex(self.hits.index(min(row + 1, len(self.hits.lines) - 1)))

    def _clicked(self, index: QModelIndex) -> None:
        # On the sign at the left a click takes out, as a box to tick would.
        x = self.list.viewport().mapFromGlobal(self.list.cursor().pos()).x()
        if x < 9 * GRID:
            self.hits.toggle(index.row())

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme's colours."""
        self.delegate.theme = theme
        self.list.viewport().update()
