"""The doubt queue: every place that waits for a person, with its evidence in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.ui.theme import GRID, LIGHT, NORMAL, SMALL, Theme, font
from qingyang.wording import Message, Wording

translate = QCoreApplication.translate
_AROUND = 9
"""Characters shown on either side of a doubt."""
_SIGNS = {"\n": "↵", "\v": "↵", "\f": "↵", "\u2028": "↵", " ": "␣", "\u3000": "□"}
_Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole


class Card(NamedTuple):
    """One doubt as it is shown."""

    kind: str
    why: str
    chance: str
    before: str
    raw: str
    new: str
    after: str
    applied: bool

    @property
    def spoken(self) -> str:
        """Return the doubt as a screen reader says it."""
        return f"{self.kind} {self.chance}。{self.before}[{self.raw}→{self.new}]{self.after}。{self.why}"


def card(doubt: Doubt, raw: str, reading: Reading, words: Wording) -> Card:
    """Return how one doubt reads."""
    edit = doubt.edit
    start, end = max(0, doubt.at - _AROUND), doubt.at
    tail = doubt.at + len(edit.new if doubt.applied else raw[edit.start : edit.end])
    return Card(
        kind=kind_name(edit.rule, words),
        why=words.say(edit.why) if edit.why.id else "",
        chance=f"{round(100 * edit.p)}%",
        before=_plain(reading.text[start:end]).lstrip(),
        raw=visible(raw[edit.start : edit.end]),
        new=visible(edit.new),
        after=_plain(reading.text[tail : tail + _AROUND]),
        applied=doubt.applied,
    )


def kind_name(rule: str, words: Wording) -> str:
    """Return what a rule's doubts are called."""
    for id in (f"rule.{rule}", f"rule.{rule}.title"):
        said = words.say(Message(id))
        if said != id:
            return said
    return rule


def visible(text: str) -> str:
    """Return text with white space made visible, runs of line breaks as one sign."""
    shown = "".join(_SIGNS.get(c, c) for c in text)
    while "↵↵" in shown:
        shown = shown.replace("↵↵", "↵")
    return shown


def _plain(text: str) -> str:
    return " ".join(part.strip() for part in re.split("[\n\v\f\u2028]+", text))


class DoubtModel(QAbstractListModel):
    """The doubts in text order; cards are made when they are first looked at."""

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._doubts: Sequence[Doubt] = ()
        self._raw = ""
        self._reading: Reading | None = None

    def set_doubts(self, doubts: Sequence[Doubt], raw: str, reading: Reading | None) -> None:
        """Show these doubts."""
        self.beginResetModel()
        self._doubts, self._raw, self._reading = doubts, raw, reading
        self.endResetModel()

    def doubt(self, row: int) -> Doubt | None:
        """Return the doubt of a row."""
        return self._doubts[row] if 0 <= row < len(self._doubts) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._doubts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        doubt = self.doubt(index.row()) if index.isValid() else None
        if doubt is None or self._reading is None:
            return None
        if role in (CARD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = card(doubt, self._raw, self._reading, self._words)
            return shown if role == CARD else shown.spoken
        return self._words.say(doubt.why) if role == Qt.ItemDataRole.ToolTipRole and doubt.why.id else None


class DoubtDelegate(QStyledItemDelegate):
    """Draws one doubt: what it is and how likely, the place itself, the evidence."""

    HEIGHT = 19 * GRID

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = index.data(CARD)
        if not isinstance(shown, Card):
            return
        theme, rect = self.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.tint))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        inner = rect.adjusted(4 * GRID, 2 * GRID, -3 * GRID, -2 * GRID)
        self._heading(painter, inner, shown)
        self._place(painter, inner.adjusted(0, 6 * GRID, 0, 0), shown)
        self._line(painter, inner.adjusted(0, 11 * GRID, 0, 0), shown.why, theme.muted, SMALL)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, shown: Card) -> None:
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent))
        # Applied already: a filled lozenge; only offered: an empty one.
        painter.setBrush(QColor(theme.accent) if shown.applied else Qt.BrushStyle.NoBrush)
        x, y = rect.left() + GRID, rect.top() + 2 * GRID + 1
        painter.drawPolygon(
            QPolygon([QPoint(x, y - 4), QPoint(x + 4, y), QPoint(x, y + 4), QPoint(x - 4, y)])
        )
        self._line(
            painter, rect.adjusted(4 * GRID, 0, -10 * GRID, 0), shown.kind, theme.text, NORMAL, bold=True
        )
        painter.setFont(font(SMALL))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, shown.chance)

    def _place(self, painter: QPainter, rect: QRect, shown: Card) -> None:
        face = font(NORMAL)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        x = rect.left()
        for text, colour, struck in (
            (shown.before, self.theme.muted, False),
            (shown.raw, self.theme.removed, True),
            (shown.new, self.theme.added, False),
            (shown.after, self.theme.muted, False),
        ):
            room = rect.right() - x
            if not text or room <= 0:
                continue
            struck_face = font(NORMAL)
            struck_face.setStrikeOut(struck and not set(text) <= set(_SIGNS.values()))
            painter.setFont(struck_face)
            painter.setPen(QColor(colour))
            bit = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPoint(x, rect.top() + metrics.ascent()), bit)
            x += metrics.horizontalAdvance(bit) + 1

    def _line(
        self, painter: QPainter, rect: QRect, text: str, colour: str, size: int, *, bold: bool = False
    ) -> None:
        face = font(size, bold=bold)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(QColor(colour))
        bit = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QPoint(rect.left(), rect.top() + metrics.ascent()), bit)


class DoubtList(QListView):
    """The queue itself; says what to do when it is empty."""

    def __init__(self, words: Wording, chosen: Callable[[Doubt], None]) -> None:
        super().__init__()
        self.doubts = DoubtModel(words)
        self.delegate = DoubtDelegate()
        self._chosen = chosen
        self.setModel(self.doubts)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Doubts", "Doubts"))
        self.clicked.connect(self._clicked)

    def show_doubts(self, doubts: Sequence[Doubt], raw: str, reading: Reading | None) -> None:
        """Show these doubts."""
        self.doubts.set_doubts(doubts, raw, reading)

    def show_current(self, number: int) -> None:
        """Mark the current doubt; -1 for none."""
        if number < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        self.setCurrentIndex(self.doubts.index(number))

    def _clicked(self, index: QModelIndex) -> None:
        doubt = self.doubts.doubt(index.row())
        if doubt is not None:
            self._chosen(doubt)
