"""The article panel: the headline group and what the article is said to be, filled from tags, settled by hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qingyang.text.property import HEADLINES, NAMES, Value
from qingyang.ui.short_text import Line, Lines
from qingyang.ui.theme import GRID

translate = QCoreApplication.translate


class ArticlePanel(QScrollArea):
    """One line a property; what a hand has written has a button that gives it back to the tags."""

    headline_said = Signal(str, str)
    said = Signal(str, str)
    forget_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Line | Lines] = {}
        self.resets: dict[str, QToolButton] = {}
        self._shown: dict[str, str] = {}
        self._article = -1
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        form = QFormLayout()
        form.setSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, told in _labels().items():
            form.addRow(told, self._line(name, told))
        column.addLayout(form)
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusProxy(self.fields["headline"])

    def _line(self, name: str, told: str) -> QWidget:
        # A headline is longer than the panel is wide.
        field = self.fields[name] = Lines() if name in HEADLINES else Line()
        field.setAccessibleName(told)
        field.editingFinished.connect(lambda: self._said(name))
        if name in HEADLINES:
            return field
        reset = self.resets[name] = QToolButton()
        reset.setText("↺")
        reset.setToolTip(translate("Article", "By hand. Fill from the tags again"))
        reset.setAccessibleName(translate("Article", "Fill {name} from the tags again").format(name=told))
        reset.clicked.connect(lambda: self.forget_asked.emit(name))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(field)
        row.addWidget(reset)
        return line

    def show_article(self, article: int, headlines: Mapping[str, str], values: Mapping[str, Value]) -> None:
        """Show an article, -1 for none; a field that is being typed in is left alone while it is the same one."""
        other = article != self._article
        self._article = article
        shown = {**headlines, **{name: value.text for name, value in values.items()}}
        for name, field in self.fields.items():
            text = shown.get(name, "")
            field.setEnabled(article >= 0)
            if (other or not field.hasFocus() or not field.isModified()) and field.text() != text:
                field.setText(text)
                if isinstance(field, Line):
                    field.setCursorPosition(0)
        self._shown = shown
        for name, reset in self.resets.items():
            by_hand = name in values and values[name].by_hand
            if reset.hasFocus() and not by_hand:
                self.fields[name].setFocus()
            reset.setVisible(by_hand)

    def commit(self) -> None:
        """Write what is being typed, before anything else happens."""
        for name, field in self.fields.items():
            if field.hasFocus():
                self._said(name)

    def _said(self, name: str) -> None:
        text = self.fields[name].text()
        if self._article < 0 or text == self._shown.get(name, ""):
            return
        self.fields[name].setModified(False)
        if name not in HEADLINES:
            self.said.emit(name, text)
        elif text.strip():
            self.headline_said.emit(name, text)
        else:
            # A headline is a paragraph: it goes by being deleted in the text, where one sees what else goes.
            self.fields[name].setText(self._shown.get(name, ""))


def _labels() -> dict[str, str]:
    labels = {
        "kicker": translate("Article", "Kicker"),
        "headline": translate("Article", "Headline"),
        "deck": translate("Article", "Deck"),
        "column": translate("Article", "Column"),
        "page": translate("Article", "Page"),
        "authors": translate("Article", "Authors"),
        "place": translate("Article", "Dateline place"),
        "date": translate("Article", "Date"),
        "source": translate("Article", "Source"),
        "people": translate("Article", "People"),
    }
    assert set(labels) == {*HEADLINES, *NAMES}
    return labels
