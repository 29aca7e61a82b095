"""The desk as a tree: documents, their pages where they are known, articles, and the blocks and figures of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from qingyang.ui.outline_entry import ENTRY, Branch, Entry, Kind, state

MIME = "application/x-qingyang-outline"
_Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True, eq=False)
class _Node:
    entry: Entry
    above: _Node | None
    id: int
    below: list[_Node] = field(default_factory=list)
    blocks: Callable[[], Sequence[Entry]] | None = None
    open: bool = False


class OutlineModel(QAbstractItemModel):
    """Documents and what they are made of; tells what was dragged where and changes nothing itself."""

    article_dropped = Signal(int, int, object)
    """An article, the one it is to stand before, and the page (None: as it was)."""
    block_dropped = Signal(object, int)
    """The entry of a block or figure, and the row it is to stand before."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: dict[int, _Node] = {}
        self._made = 0
        self._root = self._node(Entry(""), None)

    def _node(self, entry: Entry, above: _Node | None) -> _Node:
        self._made += 1
        node = self._nodes[self._made] = _Node(entry, above, self._made)
        return node

    # -- what is shown -------------------------------------------------------------------------------------------

    def set_documents(self, documents: Sequence[Entry]) -> None:
        """Show another list of documents, without articles as yet."""
        self.beginResetModel()
        self._nodes.clear()
        self._root = self._node(Entry(""), None)
        self._root.below = [self._node(entry, self._root) for entry in documents]
        self.endResetModel()

    def set_articles(self, document: str, branches: Sequence[Branch], doubts: int) -> None:
        """Show what a document is made of; only what differs is touched, so that nothing jumps."""
        place = self.place(document)
        if place < 0:
            return
        top = self._root.below[place]
        top.entry = top.entry._replace(doubts=doubts)
        self._tell(self._root, place, place)
        self._fit(top, branches)

    def close_articles(self, document: str) -> None:
        """Leave a document's articles in the list as they are, but without what only one under review shows."""
        place = self.place(document)
        if place >= 0:
            self._fit(self._root.below[place], _closed(self._root.below[place]))

    def _fit(self, node: _Node, branches: Sequence[Branch]) -> None:
        self._resize(node, len(branches))
        changed = []
        for number, (child, branch) in enumerate(zip(node.below, branches, strict=True)):
            if child.entry != branch.entry or (child.blocks is None) != (branch.blocks is None):
                changed.append(number)
            child.entry, child.blocks = branch.entry, branch.blocks
        if changed:
            self._tell(node, changed[0], changed[-1])
        for child, branch in zip(node.below, branches, strict=True):
            # One that was open stays so for the view, also while there is nothing to show in it.
            blocks = child.blocks() if child.open and child.blocks is not None else ()
            if child.below or branch.below or blocks:
                self._fit(child, branch.below or [Branch(entry) for entry in blocks])

    def _resize(self, node: _Node, wanted: int) -> None:
        there = len(node.below)
        if wanted > there:
            self.beginInsertRows(self._index(node), there, wanted - 1)
            node.below += [self._node(Entry(""), node) for _ in range(wanted - there)]
            self.endInsertRows()
        elif wanted < there:
            self.beginRemoveRows(self._index(node), wanted, there - 1)
            for gone in node.below[wanted:]:
                self._forget(gone)
            del node.below[wanted:]
            self.endRemoveRows()

    def _forget(self, node: _Node) -> None:
        del self._nodes[node.id]
        for child in node.below:
            self._forget(child)

    def _tell(self, node: _Node, first: int, last: int) -> None:
        index = self._index(node)
        self.dataChanged.emit(self.index(first, 0, index), self.index(last, 0, index))

    # -- where it is ---------------------------------------------------------------------------------------------

    def place(self, document: str) -> int:
        """Return the number of a document, -1 if it is not in the list."""
        return next((k for k, node in enumerate(self._root.below) if node.entry.id == document), -1)

    def entry(self, index: _Index) -> Entry | None:
        """Return the line at an index."""
        return self._nodes[index.internalId()].entry if index.isValid() else None

    def document_of(self, index: _Index) -> str:
        """Return the id of the document that holds a line."""
        return self._top(self._of(index)).entry.id

    def _top(self, node: _Node) -> _Node:
        while node.above is not None and node.above is not self._root:
            node = node.above
        return node

    def article(self, document: str, number: int) -> QModelIndex:
        """Return where an article under review stands, an invalid index where it does not show."""
        place = self.place(document)
        top = self._root.below[place] if place >= 0 else None
        for node in self._articles(top) if top is not None else ():
            if node.entry.number == number:
                return self._index(node)
        return QModelIndex()

    def block(self, article: QModelIndex, row: int) -> QModelIndex:
        """Return where the block of a row stands below an article, an invalid index where it does not show."""
        for node in self._of(article).below:
            if node.entry.kind is Kind.BLOCK and node.entry.row == row:
                return self._index(node)
        return QModelIndex()

    def _articles(self, node: _Node) -> Iterator[_Node]:
        for child in node.below:
            if child.entry.kind is Kind.ARTICLE:
                yield child
            elif child.entry.kind is Kind.PAGE:
                yield from self._articles(child)

    def _of(self, index: _Index) -> _Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: _Node) -> QModelIndex:
        if node.above is None:
            return QModelIndex()
        return self.createIndex(node.above.below.index(node), 0, node.id)

    # -- Qt's own questions --------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        node = self._of(parent)
        if column or not 0 <= row < len(node.below):
            return QModelIndex()
        return self.createIndex(row, 0, node.below[row].id)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._of(index).above
        return self._index(above) if above is not None else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._of(parent).below)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        node = self._of(parent)
        return bool(node.below) or self.canFetchMore(parent)

    def canFetchMore(self, parent: _Index) -> bool:
        node = self._of(parent)
        return node.blocks is not None and not node.open

    def fetchMore(self, parent: _Index) -> None:
        node = self._of(parent)
        if node.blocks is not None and not node.open:
            node.open = True
            self._fit(node, [Branch(entry) for entry in node.blocks()])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        return " ".join(part for part in (entry.label, entry.title, state(entry)) if part)

    # -- dragging ------------------------------------------------------------------------------------------------

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        entry = self.entry(index)
        if entry is None:
            return flags
        if entry.number >= 0:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, str(indexes[0].internalId()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Tell where a line was dropped; what comes of it shows when it is done."""
        told = bytes(data.data(MIME).data()).decode() or "0"
        node, goal = self._nodes.get(int(told)), self._of(parent)
        if node is not None and goal is not self._root and self._top(node) is self._top(goal):
            # Once the drag is over: the tree changes under it otherwise.
            entry = node.entry
            if entry.kind is Kind.ARTICLE:
                before, page = _article_goal(goal, row)
                QTimer.singleShot(0, self, lambda: self.article_dropped.emit(entry.number, before, page))
            elif goal.entry.number >= 0:
                before = _row_goal(goal, row)
                QTimer.singleShot(0, self, lambda: self.block_dropped.emit(entry, before))
        return False


def _closed(node: _Node) -> list[Branch]:
    shown = [child for child in node.below if child.entry.kind in (Kind.PAGE, Kind.ARTICLE)]
    return [Branch(child.entry._replace(number=-1), _closed(child)) for child in shown]


def _article_goal(goal: _Node, row: int) -> tuple[int, str | None]:
    """Return the article before which one dropped on ``goal``, or at a row below it, is to stand, and its page."""
    if goal.entry.kind in (Kind.BLOCK, Kind.FIGURE):
        assert goal.above is not None
        goal = goal.above
    above = goal if goal.entry.kind is Kind.PAGE else goal.above
    page = above.entry.id if above is not None and above.entry.kind is Kind.PAGE else None
    if goal.entry.kind is Kind.ARTICLE:
        return goal.entry.number, page
    if 0 <= row < len(goal.below):
        return _first(goal.below[row]), page
    return _last(goal) + 1, page


def _first(node: _Node) -> int:
    return node.entry.number if node.entry.kind is Kind.ARTICLE else _first(node.below[0])


def _last(node: _Node) -> int:
    return node.entry.number if node.entry.kind is Kind.ARTICLE else _last(node.below[-1])


def _row_goal(goal: _Node, row: int) -> int:
    """Return the row before which a block dropped on ``goal``, or at a row below it, is to stand."""
    if goal.entry.kind is not Kind.ARTICLE:
        return goal.entry.row
    return goal.below[row].entry.row if 0 <= row < len(goal.below) else goal.entry.end
