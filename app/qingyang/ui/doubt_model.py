"""The doubts as a list that Qt asks for, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from qingyang.text.doubts import Doubts, others
from qingyang.text.reading import Reading
from qingyang.text.row import Doubt
from qingyang.ui.doubt_card import card
from qingyang.wording import Wording

CARD = Qt.ItemDataRole.UserRole
"""The role under which a row gives its `Card`."""
_Index = QModelIndex | QPersistentModelIndex


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
        first, last, now = others(before, doubts)
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
