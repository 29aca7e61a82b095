"""What is wrong with the pages: overset, lone last characters, loose lines, coarse or missing pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from qingyang.wording import Wording

if TYPE_CHECKING:
    from qingyang.services.paging import Told

translate = QCoreApplication.translate


class FindingList(QListWidget):
    """One line a finding: moving shows its page, Enter or a double click goes to its text."""

    shown = Signal(object)
    """This `Told` is the current one."""
    chosen = Signal(object)

    def __init__(self, words: Wording) -> None:
        super().__init__()
        self._words = words
        self.told: Sequence[Told] = ()
        self.setWordWrap(True)
        self.setAccessibleName(translate("Pages", "Page Findings"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filling = False
        self.currentRowChanged.connect(self._moved)
        self.itemActivated.connect(lambda item: self.chosen.emit(self.told[self.row(item)]))

    def show_told(self, told: Sequence[Told]) -> None:
        """List findings by page; the one that was current stays so."""
        kept = self.told[self.currentRow()] if 0 <= self.currentRow() < len(self.told) else None
        self.told = sorted(told, key=lambda each: (each.page, each.article, each.paragraph, each.offset))
        self._filling = True
        self.clear()
        for each in self.told:
            self.addItem(QListWidgetItem(self._said(each)))
        if kept in self.told:
            self.setCurrentRow(self.told.index(kept))
        self._filling = False

    def _said(self, told: Told) -> str:
        said = self._words.say(told.what)
        if told.page >= 0:
            said = translate("Pages", "Page {number}: {finding}").format(number=told.page + 1, finding=said)
        return f"{said}\n“{told.words}”" if told.words else said

    def _moved(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self.told):
            self.shown.emit(self.told[row])
