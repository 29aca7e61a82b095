"""The article list: the desk as a tree, to go through, to filter by role, and to put in order by drag or keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from qingyang.ui.outline_entry import ENTRY, GROUPS, Entry, Kind, state
from qingyang.ui.outline_model import OutlineModel
from qingyang.ui.theme import GRID, LIGHT, NORMAL, SMALL, Theme, font

translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_Key = tuple[Kind, str, str, int]


_PLAIN = (Kind.ARTICLE, Kind.BLOCK, Kind.FIGURE, Kind.OTHER)
_GUEST = "↪"
"""Before an article whose text is in another document."""


class OutlineDelegate(QStyledItemDelegate):
    """Draws a title, before it what a block is, and at the right what is left to do."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry = index.data(ENTRY)
        block = isinstance(entry, Entry) and entry.kind in (Kind.BLOCK, Kind.FIGURE)
        top = isinstance(entry, Entry) and entry.kind in (*GROUPS, Kind.DOCUMENT)
        return QSize(120, (10 if top else 7 if block else 9) * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        painter.save()
        rect = option.rect
        self._draw(painter, rect.adjusted(GRID, 0, -3 * GRID, 0), entry)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        said, small = state(entry), font(SMALL)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.accent if said == "✓" else self.theme.muted))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, said)
        room = rect.width() - metrics.horizontalAdvance(said) - 2 * GRID
        label = entry.label or (_GUEST if entry.origin else "")
        if label:
            painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, label)
            taken = metrics.horizontalAdvance(label) + 2 * GRID
            rect, room = rect.adjusted(taken, 0, 0, 0), room - taken
        quiet = entry.held or entry.kind in (Kind.PAGE, Kind.REST, Kind.OTHERS)
        face = font(SMALL if entry.label else NORMAL, bold=entry.kind not in _PLAIN)
        painter.setFont(face)
        painter.setPen(QColor(self.theme.muted if quiet else self.theme.text))
        title = QFontMetrics(face).elidedText(entry.title, Qt.TextElideMode.ElideRight, max(0, room))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, title)


class Outline(QTreeView):
    """The tree; a click, Enter or the arrow keys go there, a drag puts articles and blocks elsewhere."""

    document_chosen = Signal(str)
    issue_chosen = Signal(str)
    """The id of an issue that is not at hand yet."""
    article_chosen = Signal(str, int)
    """A document's id and the first row of one of its articles, or a row of one of its blocks."""
    figure_chosen = Signal(str)
    """The id of a picture's figure that has no caption."""

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
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAccessibleName(translate("Outline", "Articles"))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._shut: set[Kind] = set()
        self._opened: set[str] = set()
        self._before: set[_Key] | None = None
        self.entries.modelAboutToBeReset.connect(self._remember)
        self.entries.modelReset.connect(self._restore)
        self.clicked.connect(self._chosen)
        self.activated.connect(self._chosen)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw what is selected behind the whole line, below the sign that opens it."""
        if self.selectionModel().isSelected(index):
            theme, rect = self.delegate.theme, option.rect
            painter.fillRect(rect, QColor(theme.tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        super().drawRow(painter, option, index)

    def mark(self, document: str, article: int, row: int = -1) -> None:
        """Select an article of a document, or the block of a row where its article is open, without going there."""
        top, wanted = self.entries.document(document), self.entries.article(document, article)
        self._open(wanted if wanted.isValid() else self.entries.index(0, 0, top))
        if wanted.isValid():
            block = self.entries.block(wanted, row) if self.isExpanded(wanted) else QModelIndex()
            wanted = block if block.isValid() else wanted
        self.setCurrentIndex(wanted if wanted.isValid() else top)

    def _open(self, index: QModelIndex) -> None:
        """Open everything above a line."""
        above = index.parent()
        if above.isValid():
            self._open(above)
            self.setExpanded(above, True)

    def current_entry(self) -> Entry | None:
        """Return the line that is selected."""
        return self.entries.entry(self.currentIndex())

    def _chosen(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index)
        if entry is None or entry.kind in GROUPS:
            return
        if entry.kind is Kind.OTHER:
            self.issue_chosen.emit(entry.id)
            return
        if entry.kind is Kind.DOCUMENT:
            self.document_chosen.emit(entry.id)
            return
        self.article_chosen.emit(entry.document, entry.row)
        if entry.kind is Kind.FIGURE:
            self.figure_chosen.emit(entry.id)

    # -- what is filtered is open, and as before afterwards ------------------------------------------------------

    def remember_open(self) -> None:
        """Remember what is open until it is to be so again."""
        if self._before is None:
            self._before = {key for index, key in self._lines(QModelIndex()) if self.isExpanded(index)}

    def open_as_before(self) -> None:
        """Have open what was remembered."""
        before, self._before = self._before, None
        if before is not None:
            for index, key in list(self._lines(QModelIndex())):
                self.setExpanded(index, key in before)

    def _lines(self, above: QModelIndex) -> Iterator[tuple[QModelIndex, _Key]]:
        """Yield everything that can be opened, and what it is known by."""
        for k in range(self.entries.rowCount(above)):
            index = self.entries.index(k, 0, above)
            entry = self.entries.entry(index)
            if entry is None or entry.kind in (Kind.BLOCK, Kind.FIGURE):
                continue
            yield index, (entry.kind, entry.id, entry.document, entry.number)
            if entry.kind is not Kind.ARTICLE:
                yield from self._lines(index)

    # -- what is open stays open -----------------------------------------------------------------------------------

    def _remember(self) -> None:
        model = self.entries
        groups = [model.index(k, 0) for k in range(model.rowCount())]
        entries = ((model.entry(group), self.isExpanded(group)) for group in groups)
        self._shut = {entry.kind for entry, is_open in entries if entry is not None and not is_open}
        self._opened = {
            entry.id
            for group in groups
            for index in (model.index(k, 0, group) for k in range(model.rowCount(group)))
            if (entry := model.entry(index)) is not None and self.isExpanded(index)
        }

    def _restore(self) -> None:
        model = self.entries
        for group in (model.index(k, 0) for k in range(model.rowCount())):
            entry = model.entry(group)
            self.setExpanded(group, entry is not None and entry.kind not in self._shut)
        for document in self._opened:
            self.setExpanded(model.document(document), True)


class FilteredOutline(QWidget):
    """The tree below a choice of role: only blocks of this role show, and the articles that have one."""

    filter_changed = Signal()

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self.outline = outline
        self.choice = QComboBox()
        self.choice.setAccessibleName(translate("Outline", "Show only this role"))
        self.choice.currentIndexChanged.connect(lambda _index: self.filter_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(3 * GRID, 0, 3 * GRID, GRID)
        head.addWidget(self.choice)
        column.addLayout(head)
        column.addWidget(outline, 1)
        self.setFocusProxy(outline)

    @property
    def role(self) -> str:
        """Return the role shown alone, empty for all."""
        return str(self.choice.currentData() or "")

    def show_roles(self, counts: Mapping[str, int], names: Mapping[str, str]) -> None:
        """Offer the roles of the text with how many there are; the one chosen stays chosen."""
        wanted = [("", translate("Outline", "All roles"))]
        wanted += [(role, f"{names.get(role, role)}  {count}") for role, count in counts.items()]
        if wanted == [(self.choice.itemData(k), self.choice.itemText(k)) for k in range(self.choice.count())]:
            return
        chosen = self.role
        self.choice.blockSignals(True)
        self.choice.clear()
        for role, told in wanted:
            self.choice.addItem(told, role)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.blockSignals(False)
        if self.role != chosen:
            self.filter_changed.emit()
