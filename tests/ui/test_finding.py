"""Finding: while one types, with a count, round and round, and true after every change."""

from __future__ import annotations

import pytest
from tests.ui.conftest import press, reviewed, type_text

from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def test_hits_are_counted_while_typing(desk: Window) -> None:
    desk.view.setFocus()
    press(desk, "Ctrl+F")
    assert desk.find_bar.isVisible()
    type_text(desk, "渝中")
    total = reviewed(desk).reading.text.count("渝中")
    assert desk.find_bar.count.text() == f"1 / {total}"
    press(desk, "F3")
    assert desk.find_bar.count.text() == f"2 / {total}"
    press(desk, "Shift+F3")
    press(desk, "Shift+F3")
    assert desk.find_bar.count.text() == f"{total} / {total}"
    last = reviewed(desk).find("渝中")[-1]
    assert desk.view.current_row() == last.row


def test_enter_goes_on_and_escape_closes(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("渝中")
    desk.find_bar.query.setFocus()
    press(desk, "Return")
    assert desk.find_bar.count.text().startswith("2 /")
    press(desk, "Shift+Return")
    assert desk.find_bar.count.text().startswith("1 /")
    press(desk, "Esc")
    assert not desk.find_bar.isVisible()


def test_what_is_not_there(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("没有这句话")
    assert desk.find_bar.count.text() == "未找到"
    desk.finding.next()


def test_hits_follow_a_change(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("主持人")
    before = int(desk.find_bar.count.text().split("/")[1])
    row = reviewed(desk).find("主持人")[0].row
    reviewed(desk).rewrite(row, "没有了")
    left = reviewed(desk).reading.text.count("主持人")
    assert left < before
    assert desk.find_bar.count.text() == (f"1 / {left}" if left else "未找到")
