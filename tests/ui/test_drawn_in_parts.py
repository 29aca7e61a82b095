"""What is drawn anew in parts looks as if all were drawn: no old frame, tint or band is left standing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import press, reviewed, take_keys

from qingyang.text.edit import Edit
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
_NO = Qt.KeyboardModifier.NoModifier


def on_the_screen(window: Window) -> QImage:
    """Return the text as it stands on the screen, nothing drawn for it."""
    QApplication.processEvents()
    view = window.view.viewport()
    corner = view.mapTo(window, QPoint(0, 0))
    shot = window.screen().grabWindow(window.winId(), corner.x(), corner.y(), view.width(), view.height())
    return shot.toImage()


def is_whole(window: Window) -> bool:
    """Say whether the text stands on the screen as it does when all of it is drawn."""
    stands = on_the_screen(window)
    window.view.viewport().update()
    return not stands.isNull() and stands == on_the_screen(window)


def keys_to_the_queue(window: Window) -> None:
    take_keys(window)
    window.view.setFocus()
    press(window, "Alt+3")


def test_walking_and_deciding(desk: Window) -> None:
    keys_to_the_queue(desk)
    for keys in ("F8", "F8", "Shift+F8", "Return", "Delete", "F8", "Return", "Delete", "Ctrl+Z", "Ctrl+Y"):
        press(desk, keys)
        assert is_whole(desk), keys
    while desk.session.doubts:
        press(desk, "Return")
        assert is_whole(desk), len(desk.session.doubts)


def test_one_kind_alone_and_all_again(desk: Window) -> None:
    keys_to_the_queue(desk)
    for keys in ("K", "Down", "K", "O", "Down", "Down"):
        press(desk, keys)
        assert is_whole(desk), keys


def test_going_and_selecting(desk: Window) -> None:
    take_keys(desk)
    desk.view.setFocus()
    desk.view.go_to_row(3)
    for keys in (
        "Down",
        "Down",
        "Shift+Down",
        "Shift+Down",
        "Up",
        "Ctrl+A",
        "Down",
        "PgDown",
        "Home",
        "F8",
        "Up",
    ):
        press(desk, keys)
        assert is_whole(desk), keys


def test_scrolling_after_a_doubt(desk: Window) -> None:
    keys_to_the_queue(desk)
    for turn in (-120, -120, 120, -360):
        press(desk, "F8")
        at = QPointF(desk.view.viewport().rect().center())
        wheel = QWheelEvent(
            at,
            at,
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            _NO,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(desk.view.viewport(), wheel)
        assert is_whole(desk), turn


def test_a_selection_of_characters_is_let_go(desk: Window) -> None:
    viewport, columns = desk.view.viewport(), desk.view.columns()
    assert columns is not None
    start = QPoint(columns.text + 40, 60)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(120, 60))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(120, 60))
    for keys in ("F8", "Down"):
        press(desk, keys)
        assert is_whole(desk), keys


def test_the_frame_goes_with_its_doubt_where_the_caret_stays(desk: Window) -> None:
    keys_to_the_queue(desk)
    for _ in range(3):
        press(desk, "F8")
        assert is_whole(desk)
        desk.session.set_doubt(None)
        assert is_whole(desk)


def test_doubts_settled_elsewhere_lose_their_tint_and_get_it_back(desk: Window) -> None:
    for doubt in list(desk.session.doubts):
        desk.view.go_to_row(desk.session.row_of(doubt))
        desk.view.step(-1)
        desk.session.set_doubt(None)
        assert is_whole(desk)
        if doubt.applied and isinstance(doubt.subject, Edit):
            reviewed(desk).judge([doubt.key], accept=True)
            assert is_whole(desk), doubt
            press(desk, "Ctrl+Z")
            assert is_whole(desk), doubt
