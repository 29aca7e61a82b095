"""A small desk: the aligned view on a review, wired as the window wires it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qingyang.services.reviewing import Reviewing
from qingyang.services.stepping import MemoryJournal
from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Proposals
from qingyang.text.source import source_of
from qingyang.ui.aligned import AlignedView
from qingyang.ui.aligned.position import Seen
from qingyang.ui.aligned.row_layout import RowLayout
from qingyang.ui.aligned.sheet import Sheet


def joins(text: str, p: float = 0.99) -> tuple[Edit, ...]:
    """Join every single line break; blank lines part paragraphs."""
    return tuple(Edit(m.start(), m.end(), "", "join", p) for m in re.finditer(r"(?<=[^\n])\n(?=[^\n])", text))


def review_of(text: str, edits: Iterable[Edit] | None = None) -> Reviewing:
    """Return a review of a text with single line breaks joined, or with these edits."""
    proposed = joins(text) if edits is None else tuple(edits)
    return Reviewing("test", Draft(source_of(text), Proposals("test", proposed)), MemoryJournal())


def newspaper(paragraphs: int, seed: int = 1, line: int = 14) -> str:
    """Return paragraphs of mixed lengths in narrow lines, a blank line between them."""
    pick = random.Random(seed)
    letters = [chr(0x4E00 + 11 * k) for k in range(900)]
    texts = []
    for _ in range(paragraphs):
        words = "".join(pick.choices(letters, k=pick.choice((3, 8, 20, 60, 150, 400)))) + "。"
        texts.append("\n".join(words[k : k + line] for k in range(0, len(words), line)))
    return "\n\n".join(texts)


class Desk:
    """The view and its review; every signal does what the window would do."""

    def __init__(self, review: Reviewing) -> None:
        self.review = review
        self.asked: list[tuple[object, ...]] = []
        self.view = AlignedView()
        self.view.resize(1000, 700)
        self._wire()
        review.listeners.append(self.view.refresh)
        self.view.set_review(review)

    def _wire(self) -> None:
        view, review = self.view, self.review
        for name, act in (
            ("edited", review.rewrite),
            ("split_asked", review.split),
            ("join_asked", review.join),
            ("move_rows_asked", review.move),
            ("move_selection_asked", review.move_selection),
            ("insert_asked", review.insert),
            ("replace_asked", review.replace),
        ):
            getattr(view, name).connect(self._noting(name, act))

    def _noting(self, name: str, act: Callable[..., object]) -> Callable[..., None]:
        def note(*values: object) -> None:
            self.asked.append((name, *values))
            act(*values)

        return note

    @property
    def sheet(self) -> Sheet:
        assert self.view._sheet is not None
        return self.view._sheet

    @property
    def seen(self) -> list[Seen]:
        return self.view._seen

    @property
    def editor(self):  # type: ignore[no-untyped-def]
        return self.view._editing.editor

    def texts(self) -> list[str]:
        return [self.review.text(row) for row in range(len(self.review))]

    def layout(self, row: int) -> RowLayout:
        return self.sheet.layout(self.sheet.parts.first(row))

    def point(self, row: int, offset: int) -> QPoint:
        """Return the middle of one character of a row in view, in the viewport."""
        number = self.sheet.parts.at(row, offset)
        y = next(one.y for one in self.seen if one.number == number)
        layout = self.sheet.layout(number)
        inside = offset - layout.part.start
        rect = layout.text.rects(inside, inside + 1)[0]
        return QPointF(
            self.sheet.columns.text + rect.left() + 2, y + layout.top + rect.center().y()
        ).toPoint()

    def raw_point(self, row: int, raw: int) -> QPoint:
        """Return the middle of one raw character of a row in view, in the viewport."""
        number = self.sheet.parts.first(row)
        y = next(one.y for one in self.seen if one.number == number)
        layout = self.sheet.layout(number)
        rect = layout.raw.raw_rects(raw, raw + 1)[0]
        at = QPointF(self.sheet.columns.raw + rect.center().x(), y + layout.top + rect.center().y())
        return at.toPoint()

    def handle(self, row: int) -> QPoint:
        """Return the middle of a row's handle, in the viewport."""
        number = self.sheet.parts.first(row)
        y = next(one.y for one in self.seen if one.number == number)
        return QPoint(self.sheet.columns.gutter + 6, y + self.sheet.heights[number] // 2)


@pytest.fixture
def desk(qtbot: QtBot) -> Callable[..., Desk]:
    """Return a maker of desks, shown and painted once."""

    def make(text: str | Reviewing, edits: Iterable[Edit] | None = None) -> Desk:
        made = Desk(text if isinstance(text, Reviewing) else review_of(text, edits))
        qtbot.addWidget(made.view)
        made.view.show()
        qtbot.waitExposed(made.view)
        made.view.activateWindow()
        QTest.qWaitForWindowActive(made.view, 20_000)
        made.view.setFocus()
        QApplication.processEvents()
        return made

    return make
