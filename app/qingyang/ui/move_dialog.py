"""Moving a part: a paragraph, before which other one, along with all through a third; by number or words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qingyang.services.reviewing import Reviewing
from qingyang.ui.dialogs import ok_and_cancel
from qingyang.ui.theme import GRID, SMALL, font

translate = QCoreApplication.translate
_SHOWN = 22
"""Characters shown of a paragraph that has been found."""


def row_named(review: Reviewing, typed: str) -> int | None:
    """Return the row of a number from 1, that begins with some words, or else that holds them; None for none."""
    typed = typed.strip()
    if not typed:
        return None
    if typed.isdecimal() and 1 <= int(typed) <= len(review):
        return int(typed) - 1
    hits = review.find(typed)
    begun = (hit.row for hit in hits if hit.start == review.passages[hit.row].start)
    return next(begun, hits[0].row if hits else None)


class _Named(QWidget):
    """A line to name a paragraph in, and below it what paragraph that is."""

    def __init__(self, review: Reviewing, name: str, otherwise: str, typed: str) -> None:
        super().__init__()
        self._review = review
        self._otherwise = otherwise
        self.line = QLineEdit(typed)
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(90 * GRID)
        self.found = QLabel()
        self.found.setFont(font(SMALL))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self.line)
        box.addWidget(self.found)
        self.line.textChanged.connect(self._show)
        self._show()

    @property
    def row(self) -> int | None:
        """Return the row that is named, None for none."""
        return row_named(self._review, self.line.text())

    @property
    def fits(self) -> bool:
        """Say whether a paragraph is named, or nothing where that means something."""
        return self.row is not None or (bool(self._otherwise) and not self.line.text().strip())

    def _show(self) -> None:
        row = self.row
        if row is not None:
            told = translate("MovePart", "Paragraph {number}: {words}")
            shown = told.format(number=row + 1, words=self._review.text(row)[:_SHOWN])
        elif self.line.text().strip():
            shown = translate("MovePart", "There is no such paragraph.")
        else:
            shown = self._otherwise
        self.found.setText(shown)
        self.line.setAccessibleDescription(shown)


class MovePart(QDialog):
    """Asks which paragraphs are to be read where."""

    def __init__(
        self, parent: QWidget, review: Reviewing, rows: Sequence[int], done: Callable[[range, int], None]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("MovePart", "Move Part"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._review = review
        several = len(rows) > 1
        named = (str(rows[0] + 1), str(rows[-1] + 1) if several else "")
        first, last, before = (
            translate("MovePart", "Paragraph"),
            translate("MovePart", "Along with all through"),
            translate("MovePart", "To before"),
        )
        self.first = _Named(review, first, "", named[0])
        self.last = _Named(review, last, translate("MovePart", "This paragraph alone"), named[1])
        self.before = _Named(review, before, translate("MovePart", "At the end of the text"), "")
        form = QFormLayout(self)
        form.setSpacing(3 * GRID)
        form.setContentsMargins(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID)
        hint = QLabel(translate("MovePart", "Name each paragraph by its number or its first words."))
        form.addRow(hint)
        # What is seldom wanted comes last: a paragraph and its goal are one Tab apart.
        for name, line in ((first, self.first), (before, self.before), (last, self.last)):
            form.addRow(name, line)
            line.line.textChanged.connect(self._allow)
        buttons = ok_and_cancel(self, translate("MovePart", "Move"))
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        form.addRow(buttons)
        self.accepted.connect(lambda: done(self.rows(), self.target()))
        (self.before if several else self.first).line.setFocus()
        self.first.line.selectAll()
        self._allow()

    def rows(self) -> range:
        """Return the rows that are to move, in order however they were named."""
        first = self.first.row or 0
        last = first if self.last.row is None else self.last.row
        return range(min(first, last), max(first, last) + 1)

    def target(self) -> int:
        """Return the row before which they are to be read."""
        return len(self._review) if self.before.row is None else self.before.row

    def _allow(self) -> None:
        inside = self.rows().start <= self.target() <= self.rows().stop
        named = self.first.fits and self.last.fits and self.before.fits
        self._ok.setEnabled(named and not inside)
