"""The desk as a tree: the issue, its documents, their pages where they are known, articles, blocks and figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from qingyang.ui.outline_entry import ENTRY, Branch, Entry, Kind, state, told
from qingyang.ui.outline_node import (
    Node,
    article_goal,
    articles,
    block_goal,
    document_goal,
    host_of,
    page_of,
    shape,
)

MIME = "application/x-qingyang-outline"
_Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractItemModel):
    """The issue and what it is made of; tells what was dragged where or called what, and changes nothing itself."""

    article_dropped = Signal(object, str, object, object)
    """The entry of an article, the document to read it in, the article (document, number) it is to stand before
    (None: at the end), and the page (None: as it was)."""
    block_dropped = Signal(object, object)
    """The entry of a block or figure, and that of the block it is to stand before or of the article it ends."""
    document_dropped = Signal(str, str, bool)
    """A document, the one it is to stand before (empty: at the end), and whether it is in the issue there."""
    named = Signal(object, object, str)
    """The entry of an issue, document or page, the articles (document, number) below it, and its name to be."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: dict[int, Node] = {}
        self._made = 0
        self._root = self._node(Entry(""), None)

    def _node(self, entry: Entry, above: Node | None) -> Node:
        self._made += 1
        node = self._nodes[self._made] = Node(entry, above, self._made)
        return node

    # -- what is shown -------------------------------------------------------------------------------------------

    def set_documents(self, groups: Sequence[Branch]) -> None:
        """Show the issue and the rest of the desk; where the documents are others, without articles as yet."""
        if shape(groups) == [
            (node.entry.kind, [below.entry.id for below in node.below]) for node in self._root.below
        ]:
            for node, group in zip(self._root.below, groups, strict=True):
                node.entry = group.entry
                for below, branch in zip(node.below, group.below, strict=True):
                    below.entry = branch.entry._replace(doubts=below.entry.doubts)
                self._tell(node, 0, len(node.below) - 1)
            self._tell(self._root, 0, len(groups) - 1)
            return
        self.beginResetModel()
        self._nodes.clear()
        self._root = self._node(Entry(""), None)
        for group in groups:
            node = self._node(group.entry, self._root)
            node.below = [self._node(branch.entry, node) for branch in group.below]
            self._root.below.append(node)
        self.endResetModel()

    def set_articles(self, document: str, branches: Sequence[Branch], doubts: int) -> None:
        """Show what is read in a document; only what differs is touched, so that nothing jumps."""
        node = self._document(document)
        if node is None or node.above is None:
            return
        node.entry = node.entry._replace(doubts=doubts)
        place = node.above.below.index(node)
        self._tell(node.above, place, place)
        self._fit(node, branches)

    def _fit(self, node: Node, branches: Sequence[Branch]) -> None:
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

    def _resize(self, node: Node, wanted: int) -> None:
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

    def _forget(self, node: Node) -> None:
        del self._nodes[node.id]
        for child in node.below:
            self._forget(child)

    def _tell(self, node: Node, first: int, last: int) -> None:
        if last < first:
            return
        index = self._index(node)
        self.dataChanged.emit(self.index(first, 0, index), self.index(last, 0, index))

    # -- where it is ---------------------------------------------------------------------------------------------

    def _document(self, document: str) -> Node | None:
        return next(
            (each for group in self._root.below for each in group.below if each.entry.id == document), None
        )

    def document(self, document: str) -> QModelIndex:
        """Return where a document stands, an invalid index where it is not in the list."""
        node = self._document(document)
        return self._index(node) if node is not None else QModelIndex()

    def entry(self, index: _Index) -> Entry | None:
        """Return the line at an index."""
        return self._nodes[index.internalId()].entry if index.isValid() else None

    def host_of(self, index: _Index) -> str:
        """Return the id of the document in which a line is read; empty above documents."""
        node = self._of(index)
        while node.above is not None and node.entry.kind is not Kind.DOCUMENT:
            node = node.above
        return node.entry.id if node.above is not None else ""

    def documents(self, index: _Index) -> list[str]:
        """Return the documents of the group that holds a line."""
        node = self._of(index)
        while node.above is not None and node.above is not self._root:
            node = node.above
        return [below.entry.id for below in node.below]

    def section(self, document: str) -> list[tuple[Entry, str | None]]:
        """Return the articles that are read in a document, each with its page where pages show."""
        node = self._document(document)
        return [(each.entry, page_of(each)) for each in articles(node)] if node is not None else []

    def article(self, document: str, number: int) -> QModelIndex:
        """Return where an article of a document stands, an invalid index where it does not show."""
        for group in self._root.below:
            for host in group.below:
                for node in articles(host):
                    if (node.entry.document, node.entry.number) == (document, number):
                        return self._index(node)
        return QModelIndex()

    def block(self, article: QModelIndex, row: int) -> QModelIndex:
        """Return where the block of a row stands below an article, an invalid index where it does not show."""
        for node in self._of(article).below:
            if node.entry.kind is Kind.BLOCK and node.entry.row == row:
                return self._index(node)
        return QModelIndex()

    def _of(self, index: _Index) -> Node:
        return self._nodes[index.internalId()] if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
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
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.EditRole:
            return _name(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return told(entry)
        if role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        return " ".join(part for part in (entry.label, told(entry), state(entry)) if part)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what a page, a document or the issue is to be called; it shows when it is done."""
        node, name = self._of(index), " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name or name == _name(node.entry):
            return False
        below = [(each.entry.document, each.entry.number) for each in articles(node)]
        entry = node.entry
        QTimer.singleShot(0, self, lambda: self.named.emit(entry, below, name))
        return True

    # -- dragging ------------------------------------------------------------------------------------------------

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        entry = self.entry(index)
        if entry is None:
            return flags
        if entry.kind in (Kind.DOCUMENT, Kind.ARTICLE, Kind.BLOCK, Kind.FIGURE):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if entry.kind in (Kind.ISSUE, Kind.DOCUMENT) or (entry.kind is Kind.PAGE and entry.id):
            flags |= Qt.ItemFlag.ItemIsEditable
        if entry.kind in (Kind.OTHERS, Kind.OTHER):
            return flags
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
        said = bytes(data.data(MIME).data()).decode() or "0"
        node, goal = self._nodes.get(int(said)), self._of(parent)
        if node is not None and goal is not self._root:
            tell = self._goal(node, goal, row)
            # Once the drag is over: the tree changes under it otherwise.
            QTimer.singleShot(0, self, tell)
        return False

    def _goal(self, node: Node, goal: Node, row: int) -> Callable[[], None]:
        """Return what tells where a line goes that is dropped on ``goal``, or at a row below it."""
        entry = node.entry
        if entry.kind is Kind.DOCUMENT:
            return partial(self.document_dropped.emit, entry.id, *document_goal(goal, row))
        host = host_of(goal)
        if host is None:
            return lambda: None
        if entry.kind is Kind.ARTICLE:
            before, page = article_goal(host, goal, row)
            return partial(self.article_dropped.emit, entry, host.entry.id, before, page)
        block = block_goal(goal, row)
        return partial(self.block_dropped.emit, entry, block) if block is not None else lambda: None


def _name(entry: Entry) -> str:
    """Return what is typed over where a line is renamed."""
    return entry.title if entry.kind is Kind.DOCUMENT else entry.id
