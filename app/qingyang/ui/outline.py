"""The article list: the desk's documents and, below the one under review, its articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from qingyang.ui.theme import GRID, LIGHT, NORMAL, SMALL, Theme, font

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
_TOP = 0
"""Internal id of a document; an article carries its document's number plus one."""


class Entry(NamedTuple):
    """One line of the list."""

    title: str
    doubts: int = 0
    """Doubts left; -1 where nobody has looked yet."""
    id: str = ""
    """Of a document."""
    row: int = 0
    """First row of an article."""
    held: bool = False
    """Whether nothing of it goes to print."""


class OutlineModel(QAbstractItemModel):
    """Documents, and articles below them."""

    def __init__(self) -> None:
        super().__init__()
        self._documents: list[Entry] = []
        self._articles: list[list[Entry]] = []

    def set_documents(self, documents: Sequence[Entry]) -> None:
        """Show another list of documents, without articles as yet."""
        self.beginResetModel()
        self._documents = list(documents)
        self._articles = [[] for _ in documents]
        self.endResetModel()

    def set_articles(self, document: str, articles: Sequence[Entry], doubts: int) -> None:
        """Show a document's articles; only what differs is touched, so that nothing jumps."""
        place = self.place(document)
        if place < 0:
            return
        top = self.index(place, 0)
        self._documents[place] = self._documents[place]._replace(doubts=doubts)
        self.dataChanged.emit(top, top)
        old = self._articles[place]
        self._resize(top, old, len(articles))
        old[:] = articles
        if articles:
            self.dataChanged.emit(self.index(0, 0, top), self.index(len(articles) - 1, 0, top))

    def _resize(self, top: QModelIndex, old: list[Entry], wanted: int) -> None:
        if wanted > len(old):
            self.beginInsertRows(top, len(old), wanted - 1)
            old += [Entry("")] * (wanted - len(old))
            self.endInsertRows()
        elif wanted < len(old):
            self.beginRemoveRows(top, wanted, len(old) - 1)
            del old[wanted:]
            self.endRemoveRows()

    def place(self, document: str) -> int:
        """Return the number of a document, -1 if it is not in the list."""
        return next((k for k, entry in enumerate(self._documents) if entry.id == document), -1)

    def entry(self, index: _Index) -> Entry | None:
        """Return the line at an index."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._documents[index.row()]
        return self._articles[index.internalId() - 1][index.row()]

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._documents)
        return len(self._articles[parent.row()]) if parent.internalId() == _TOP else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title
        return f"{entry.title} {state(entry)}" if role == Qt.ItemDataRole.AccessibleTextRole else None


def state(entry: Entry) -> str:
    """Return in words how far a document or an article has come."""
    if entry.held:
        return translate("Outline", "out of print")
    if entry.doubts < 0:
        return ""
    return translate("Outline", "{count} to check").format(count=entry.doubts) if entry.doubts else "✓"


class OutlineDelegate(QStyledItemDelegate):
    """Draws a title and, at the right, what is left to do."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, (9 if index.parent().isValid() else 10) * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRect(0, rect.top(), rect.right() + 1, rect.height()), QColor(self.theme.tint))
            painter.fillRect(QRect(0, rect.top(), 3, rect.height()), QColor(self.theme.accent))
        self._draw(painter, rect.adjusted(GRID, 0, -3 * GRID, 0), entry, top=not index.parent().isValid())
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, entry: Entry, *, top: bool) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        said = state(entry)
        small = font(SMALL)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.accent if said == "✓" else self.theme.muted))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, said)
        room = rect.width() - QFontMetrics(small).horizontalAdvance(said) - 2 * GRID
        face = font(NORMAL, bold=top)
        painter.setFont(face)
        painter.setPen(QColor(self.theme.muted if entry.held else self.theme.text))
        title = QFontMetrics(face).elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, title)


class Outline(QTreeView):
    """The article list; a click, Enter or the arrow keys go there."""

    document_chosen = Signal(str)
    article_chosen = Signal(str, int)
    """A document's id and the first row of one of its articles."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = OutlineModel()
        self.delegate = OutlineDelegate()
        self.setModel(self.entries)
        self.setItemDelegate(self.delegate)
        self.setHeaderHidden(True)
        self.setIndentation(4 * GRID)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Outline", "Articles"))
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)

    def mark(self, document: str, article: int) -> None:
        """Select an article of a document without going there."""
        place = self.entries.place(document)
        top = self.entries.index(place, 0) if place >= 0 else QModelIndex()
        self.setExpanded(top, True)
        wanted = self.entries.index(article, 0, top)
        self.setCurrentIndex(wanted if wanted.isValid() else top)

    def _chosen(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index)
        if entry is None:
            return
        if entry.id:
            self.document_chosen.emit(entry.id)
            return
        above = self.entries.entry(index.parent())
        self.article_chosen.emit(above.id if above else "", entry.row)
