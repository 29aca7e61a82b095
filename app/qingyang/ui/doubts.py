"""The doubt queue: every place that waits for a person, with its evidence in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qingyang.text.alignment import alike
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Edit, Flag, Move
from qingyang.text.finding import Finding
from qingyang.text.guess import Guess
from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.text.tiles import Span
from qingyang.ui.action import OFFER_KEYS
from qingyang.ui.theme import GRID, LIGHT, NORMAL, SMALL, Theme, font
from qingyang.wording import Message, Wording, message

translate = QCoreApplication.translate
_AROUND = 9
"""Characters shown on either side of a doubt."""
_BESIDE = 3
"""Characters shown before a doubt where alternatives are told behind it."""
_QUOTED = 5
"""Characters quoted of either side of a move: both are to stand on one line."""
_SIGNS = {"\n": "↵", "\v": "↵", "\f": "↵", "\u2028": "↵", " ": "␣", "\u3000": "□"}
_Index = QModelIndex | QPersistentModelIndex
Place = tuple[tuple[str, "Look"], ...]
CARD = Qt.ItemDataRole.UserRole


class Look(Enum):
    """How a bit of a doubt's place is drawn."""

    AROUND = "around"
    GONE = "gone"
    NEW = "new"
    MEANT = "meant"
    """What it is all about, as it stands."""


class Card(NamedTuple):
    """One doubt as it is shown."""

    kind: str
    why: str
    chance: str
    place: Place
    """The text with what is in doubt, bit by bit."""
    told: str
    """The same as a screen reader says it."""
    applied: bool

    @property
    def spoken(self) -> str:
        """Return the doubt as a screen reader says it."""
        return f"{self.kind} {self.chance}。{self.told}。{self.why}"


def card(doubt: Doubt, raw: str, reading: Reading, words: Wording) -> Card:
    """Return how one doubt reads."""
    match doubt.subject:
        case Edit() as edit:
            place, told = _edit_place(edit, doubt, raw, reading)
        case Move() as move:
            told = move_said(move, raw, words)
            place = ((told, Look.MEANT),)
        case Flag() | Finding():
            place, told = _flag_place(doubt, reading, doubt.offers)
        case Guess():
            place, told = _flag_place(doubt, reading, [words.term(f"role.{role}") for role in doubt.offers])
    return Card(
        kind=kind_name(doubt.subject.rule, words),
        why=words.say(doubt.evidence(raw)) if doubt.subject.why.id else "",
        chance=f"{round(100 * doubt.subject.p)}%",
        place=place,
        told=told,
        applied=doubt.applied,
    )


def _edit_place(edit: Edit, doubt: Doubt, raw: str, reading: Reading) -> tuple[Place, str]:
    before, after = _around(doubt, reading)
    old, new = visible(raw[edit.start : edit.end]), visible(edit.new)
    place = ((before, Look.AROUND), (old, Look.GONE), (new, Look.NEW), (after, Look.AROUND))
    return place, f"{before}[{old}→{new}]{after}"


def _flag_place(doubt: Doubt, reading: Reading, offered: Sequence[str]) -> tuple[Place, str]:
    before, after = _around(doubt, reading)
    meant = visible(_shortened(reading.text[doubt.at : doubt.end], _AROUND))
    # Each alternative behind the key that takes it; ringed to the eye, for it may be a number itself, or nothing.
    keyed = [(key, visible(offer) or "∅") for key, offer in zip(OFFER_KEYS, offered, strict=False)]
    ringed = " ".join(chr(ord("①") + int(key) - 1) + offer for key, offer in keyed)
    spoken = " ".join(key + offer for key, offer in keyed)
    shown, told = (f" {offers} " if offers else "" for offers in (ringed, spoken))
    # What can be taken must be in sight: the words before yield to it.
    before = before[-_BESIDE:] if shown else before
    place = ((before, Look.AROUND), (meant, Look.MEANT), (shown, Look.NEW), (after, Look.AROUND))
    return place, f"{before}[{meant}]{told}{after}"


def _around(doubt: Doubt, reading: Reading) -> tuple[str, str]:
    before = reading.text[max(0, doubt.at - _AROUND) : doubt.at]
    return _plain(before).lstrip(), _plain(reading.text[doubt.end : doubt.end + _AROUND])


def move_said(move: Move, raw: str, words: Wording) -> str:
    """Return what a move reads where, in words: its first ones, and those it comes to stand beside."""
    to = max(0, move.to)
    text = _shortened(_plain(raw[move.start : move.end]).strip(), _QUOTED)
    before, behind = _plain(raw[max(0, to - _AROUND) : to]).strip(), _plain(raw[to : to + _AROUND]).strip()
    if move.after and before:
        return words.say(message("doubt.moved_behind", text=text, other="…" + before[-_QUOTED:]))
    if behind:
        return words.say(message("doubt.moved_before", text=text, other=_shortened(behind, _QUOTED)))
    return words.say(message("doubt.moved_last" if to else "doubt.moved_first", text=text))


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


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


class DoubtModel(QStringListModel):
    """The doubts as they are walked; cards are made when they are first looked at.

    Its rows are counted by Qt itself: a list of ten thousand asks for them at every step.
    """

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self._doubts: Sequence[Doubt] = Doubts()
        self._following: Sequence[Doubt] = self._doubts
        """What is shown as soon as Qt counts as many rows."""
        self._raw = ""
        self._reading: Reading | None = None

    def set_doubts(self, doubts: Sequence[Doubt], raw: str, reading: Reading | None) -> None:
        """Show these doubts; what stays where it was is not touched."""
        before = self._doubts
        if isinstance(before, Doubts) and isinstance(doubts, Doubts) and len(before):
            self._change(before, doubts)
            self._doubts, self._raw, self._reading = doubts, raw, reading
            # What stands around a doubt may read otherwise now.
            if len(doubts):
                self.dataChanged.emit(self.index(0), self.index(len(doubts) - 1))
        else:
            self._doubts = self._following = doubts
            self._raw, self._reading = raw, reading
            # Resets the model.
            self.setStringList([""] * len(doubts))

    def _change(self, before: Doubts, doubts: Doubts) -> None:
        first, last, now = _others(before, doubts)
        if last > first:
            self._following = before.spliced(first, last, ())
            self.removeRows(first, last - first)
            self._doubts = self._following
        if now > first:
            self._following = before.spliced(first, last, doubts[first:now])
            self.insertRows(first, now - first)
        self._following = doubts

    def doubt(self, row: int) -> Doubt | None:
        """Return the doubt of a row."""
        # While rows come and go, Qt asks for those before and those after.
        shown = self._following if self.rowCount() == len(self._following) else self._doubts
        return shown[row] if 0 <= row < len(shown) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let rows be chosen, never written in."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        doubt = self.doubt(index.row()) if index.isValid() else None
        if doubt is None or self._reading is None:
            return None
        if role in (CARD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = card(doubt, self._raw, self._reading, self._words)
            return shown if role == CARD else shown.spoken
        if role == Qt.ItemDataRole.ToolTipRole and doubt.subject.why.id:
            return self._words.say(doubt.evidence(self._raw))
        return None


def _others(before: Doubts, now: Doubts) -> Span:
    """Return which doubts are about other things than before."""
    first, last, until = now.since(before)
    old, new = ([doubt.subject for doubt in part] for part in (before[first:last], now[first:until]))
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    return Span(first + head, last - tail, until - tail)


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
        theme, metrics = self.theme, QFontMetrics(font(NORMAL))
        colours = {
            Look.AROUND: theme.muted,
            Look.GONE: theme.removed,
            Look.NEW: theme.added,
            Look.MEANT: theme.text,
        }
        x = rect.left()
        for text, look in shown.place:
            room = rect.right() - x
            if not text or room <= 0:
                continue
            face = font(NORMAL)
            face.setStrikeOut(look is Look.GONE and not set(text) <= set(_SIGNS.values()))
            painter.setFont(face)
            painter.setPen(QColor(colours[look]))
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


_BY_KEY = (
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class DoubtList(QListView):
    """The queue itself; says what to do when it is empty."""

    entered = Signal()
    """The keys have come here by a key."""

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
        self.viewport().update()

    def show_current(self, number: int) -> None:
        """Mark the current doubt; -1 for none."""
        if number < 0:
            # Taking nothing away is felt too in a long list.
            if self.selectionModel().hasSelection():
                self.clearSelection()
            if self.currentIndex().isValid():
                self.setCurrentIndex(QModelIndex())
            return
        self.setCurrentIndex(self.doubts.index(number))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys have come."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.entered.emit()

    def _clicked(self, index: QModelIndex) -> None:
        doubt = self.doubts.doubt(index.row())
        if doubt is not None:
            self._chosen(doubt)
