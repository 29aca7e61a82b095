"""The queue of doubts in the window: in which order one walks, what is shown, and what is said to be left."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed, take_keys, type_text

from qingyang.text.queue import KIND, NEED, TEXT, need
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def enter(window: Window) -> None:
    take_keys(window)
    window.view.setFocus()
    press(window, "Alt+3")


def test_the_list_has_a_current_doubt_as_soon_as_the_keys_come_to_it(desk: Window) -> None:
    desk.view.setFocus()
    assert desk.session.doubt is None
    enter(desk)
    assert desk.doubts.hasFocus()
    assert desk.session.doubt == desk.session.doubts[0]


def test_o_walks_through_the_orders(desk: Window) -> None:
    enter(desk)
    assert desk.session.queue_view.order == TEXT
    press(desk, "O")
    needs = [need(doubt) for doubt in desk.session.queue]
    assert desk.session.queue_view.order == NEED and needs == sorted(needs, reverse=True)
    assert desk.docks.queue.order.currentData() == NEED
    press(desk, "O")
    rules = [doubt.subject.rule for doubt in desk.session.queue]
    assert desk.session.queue_view.order == KIND and rules == sorted(rules)
    press(desk, "O")
    assert list(desk.session.queue) == list(desk.session.doubts)


def test_f8_walks_as_the_list_stands(desk: Window) -> None:
    enter(desk)
    press(desk, "O")
    queue = list(desk.session.queue)
    desk.session.set_doubt(None)
    desk.view.setFocus()
    for doubt in queue[:4]:
        press(desk, "F8")
        assert desk.session.doubt == doubt
    press(desk, "Shift+F8")
    assert desk.session.doubt == queue[2]


def test_f8_from_the_row_being_edited_goes_on_typing_at_the_doubt(desk: Window) -> None:
    desk.view.edit_row(len(reviewed(desk)) - 1)
    type_text(desk, "刚打的字")
    press(desk, "F8")
    doubt = desk.session.doubt
    assert doubt == desk.session.queue[0]
    assert reviewed(desk).text(len(reviewed(desk)) - 1).endswith("刚打的字")
    assert desk.view.is_editing() and desk.view.caret_offset() == doubt.at
    assert desk.view._highlights.current_doubt == doubt


def test_one_kind_alone_until_the_last_of_it_is_settled(desk: Window) -> None:
    enter(desk)
    rule = desk.session.doubts[0].subject.rule
    press(desk, "K")
    assert {doubt.subject.rule for doubt in desk.session.queue} == {rule}
    assert desk.docks.queue.kind.currentData() == rule
    for _ in range(len(desk.session.queue)):
        press(desk, "Return")
    assert desk.session.queue_view.kind == ""
    assert rule not in {doubt.subject.rule for doubt in desk.session.doubts}


def test_the_choices_over_the_list_do_the_same_by_mouse(desk: Window) -> None:
    bar = desk.docks.queue
    bar.order.setCurrentIndex(bar.order.findData(NEED))
    bar.order.activated.emit(bar.order.currentIndex())
    assert desk.session.queue_view.order == NEED
    assert str(len(desk.session.doubts)) in bar.kind.itemText(0)


def test_esc_leaves_and_decides_nothing(desk: Window) -> None:
    enter(desk)
    before = len(reviewed(desk).changes)
    press(desk, "Esc")
    assert desk.view.hasFocus() and len(reviewed(desk).changes) == before


def test_what_is_likely_wrong_unasked_goes_down_as_sure_edits_are_judged(desk: Window, qtbot: QtBot) -> None:
    before = desk.session.likely_wrong
    assert before > 0
    sure = [
        e for e in reviewed(desk).draft.proposals.edits if e.p >= reviewed(desk).draft.proposals.sure_from
    ]
    risky = min(sure, key=lambda edit: edit.p)
    reviewed(desk).judge([risky.key], accept=True)
    assert desk.session.likely_wrong == pytest.approx(before - (1 - risky.p))
    qtbot.waitUntil(lambda: f"{desk.session.likely_wrong:.1f}" in desk.status.wrong.text())
    assert "估计余错" in desk.status.wrong.text()
