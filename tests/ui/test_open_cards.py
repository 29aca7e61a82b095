"""The current doubt's card lies open: all its evidence is read without a mouse, and the list stays calm."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import press, reviewed, take_keys

from qingyang.ui.card_layout import CLOSED, CardLayout
from qingyang.ui.doubt_card import Card, Look
from qingyang.ui.doubt_model import CARD
from qingyang.ui.theme import LIGHT
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
WHY = "行末不是句末，行排满：112.5／72 字；下一行接得上“供应链”；同一栏前后各行都这样断开。"


def enter(window: Window) -> None:
    take_keys(window)
    window.view.setFocus()
    press(window, "Alt+3")


def a_card(why: str, offers: str = "") -> Card:
    return Card("接行", why, "90%", (("前", Look.AROUND), ("𠮷", Look.MEANT), (offers, Look.NEW)), "", True)


def shown(laid: CardLayout) -> str:
    """Return the evidence as it is drawn, lines cut where they are too wide."""
    layout = laid._why._layout
    assert all(
        layout.lineAt(k).naturalTextWidth() <= laid._why._layout.lineAt(k).width()
        for k in range(layout.lineCount())
    )
    return layout.text()


def test_an_open_card_draws_every_word_and_a_closed_one_is_one_height(chinese: None) -> None:
    closed, opened = (CardLayout(a_card(WHY), 280, LIGHT, opened=opened) for opened in (False, True))
    assert closed.height == CLOSED and shown(closed).endswith("…")
    assert opened.height > CLOSED and shown(opened) == WHY


def test_a_card_whose_words_fit_is_no_higher_when_it_opens(chinese: None) -> None:
    assert CardLayout(a_card("短"), 280, LIGHT, opened=True).height == CLOSED


def test_alternatives_too_many_for_a_line_are_all_seen_on_the_open_card(chinese: None) -> None:
    offers = " ".join(f"{chr(0x2460 + k)}重庆市渝中区" for k in range(5))
    laid = CardLayout(a_card("短", offers), 280, LIGHT, opened=True)
    assert offers in laid._place._layout.text() and laid.height > CLOSED


def test_the_current_card_lies_open_and_what_is_above_it_stays(desk: Window) -> None:
    enter(desk)
    doubts, model = desk.doubts, desk.doubts.doubts
    doubts.resize(doubts.width(), 12 * CLOSED)
    for number in range(4):
        assert doubts.opened == desk.session.number(desk.session.doubt) == number
        tops = [doubts.visualRect(model.index(row)).top() for row in range(number + 1)]
        assert tops == [row * CLOSED for row in range(number + 1)]
        press(desk, "F8")


def test_a_place_in_the_list_is_the_row_drawn_there(desk: Window) -> None:
    enter(desk)
    doubts, model = desk.doubts, desk.doubts.doubts
    press(desk, "F8")
    rects = [doubts.visualRect(model.index(row)) for row in range(model.rowCount())]
    assert all(one.bottom() + 1 == other.top() for one, other in pairwise(rects))
    for row, rect in enumerate(rects):
        for place in (rect.topLeft(), rect.center(), rect.bottomRight()):
            assert doubts.indexAt(place).row() == row
    assert not doubts.indexAt(QPoint(5, rects[-1].bottom() + 5)).isValid()


def test_the_last_card_is_read_to_its_end(desk: Window) -> None:
    enter(desk)
    last = desk.doubts.doubts.rowCount() - 1
    press(desk, "End")
    rect = desk.doubts.visualRect(desk.doubts.doubts.index(last))
    assert desk.doubts.opened == last
    assert rect.top() >= 0 and rect.bottom() < desk.doubts.viewport().height()


def test_enter_decides_the_doubt_the_arrows_have_come_to(desk: Window) -> None:
    enter(desk)
    press(desk, "Down")
    press(desk, "Down")
    before, wanted, after = desk.session.queue[:2], desk.session.queue[2], desk.session.queue[3]
    assert desk.session.doubt == wanted
    press(desk, "Return")
    assert reviewed(desk).doubt_now(wanted) is None
    assert [desk.session.now(each) for each in (*before, after)] == [*before, after]


def test_a_click_on_a_card_below_the_open_one_goes_to_that_card(desk: Window) -> None:
    enter(desk)
    doubts = desk.doubts
    for row in (3, 1, 2):
        rect = doubts.visualRect(doubts.doubts.index(row))
        QTest.mouseClick(doubts.viewport(), Qt.MouseButton.LeftButton, pos=rect.bottomLeft() + QPoint(20, -3))
        QApplication.processEvents()
        assert desk.session.number(desk.session.doubt) == doubts.currentIndex().row() == row
        assert doubts.hasFocus()


def test_a_letter_that_is_no_command_moves_nothing(desk: Window) -> None:
    enter(desk)
    spoken = desk.doubts.doubts.index(3).data(Qt.ItemDataRole.DisplayRole)
    press(desk, "X")
    desk.doubts.keyboardSearch(spoken[:1])
    assert desk.doubts.currentIndex().row() == 0


def test_a_reader_hears_all_the_evidence(desk: Window) -> None:
    enter(desk)
    for row in range(desk.doubts.doubts.rowCount()):
        index = desk.doubts.doubts.index(row)
        card = index.data(CARD)
        assert card.why in index.data(Qt.ItemDataRole.AccessibleTextRole)
