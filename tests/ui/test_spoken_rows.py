"""Each row in view is there for a screen reader, with its role, its words and its doubts; for nobody else."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import press, reviewed

from qingyang.ui.spoken_rows import SpokenRow
from qingyang.ui.window import Window


def told(desk: Window) -> list[SpokenRow]:
    desk.spoken.tell()
    return [row for row in desk.view.viewport().findChildren(SpokenRow) if row.isVisible()]


def test_none_is_made_while_nobody_listens(desk: Window) -> None:
    desk.view.go_to_row(40)
    QApplication.processEvents()
    assert not desk.view.findChildren(SpokenRow)


def test_each_row_in_view_is_told_where_it_stands_from_top_to_bottom(desk: Window) -> None:
    for row in (0, 30, 3, len(reviewed(desk)) - 1):
        desk.view.go_to_row(row)
        QApplication.processEvents()
        rows, places = told(desk), desk.view.rows_in_view()
        assert row in places
        assert [each.accessibleName() for each in rows] == [desk.view.words_of(n) for n in places]
        assert [each.geometry() for each in rows] == list(places.values())
        assert [each.y() for each in rows] == sorted(each.y() for each in rows)
    assert len(desk.view.findChildren(SpokenRow)) < 40


def test_a_row_tells_its_doubts_until_they_are_settled(desk: Window) -> None:
    press(desk, "F8")
    doubt = desk.session.doubt
    assert doubt is not None
    row = desk.session.row_of(doubt)
    (words,) = [
        each.accessibleDescription()
        for each in told(desk)
        if each.accessibleName() == desk.view.words_of(row)
    ]
    assert f"{round(100 * doubt.subject.p)}%。" in words
    reviewed(desk).judge([d.key for d in desk.session.doubts], accept=False)
    assert not any(each.accessibleDescription() for each in told(desk))


def test_a_click_and_the_caret_go_through_to_the_text(desk: Window) -> None:
    told(desk)
    place = desk.view.rows_in_view()[1].center()
    QTest.mouseDClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x() + 200, place.y()))
    assert desk.view.is_editing() and desk.view.current_row() == 1
    assert desk.view.viewport().childAt(place).__class__ is not SpokenRow
