"""Finding: while one types, with a count, round and round, and true after every change."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import complaint, press, reviewed, take_keys, type_text, until_idle

from qingyang.text.search import EXPRESSION
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def test_hits_are_counted_while_typing(desk: Window) -> None:
    desk.view.setFocus()
    press(desk, "Ctrl+F")
    assert desk.find_bar.isVisible()
    type_text(desk, "渝中")
    total = str(reviewed(desk).reading.text).count("渝中")
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


def test_escape_in_the_text_lets_go_first_and_then_closes_the_bar(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("渝中")
    desk.view.setFocus()
    before = str(reviewed(desk).reading.text)
    press(desk, "F2")
    press(desk, "Esc")
    assert desk.find_bar.isVisible() and not desk.view.is_editing()
    press(desk, "Shift+Down")
    press(desk, "Esc")
    assert desk.find_bar.isVisible() and len(desk.view.selected_rows()) == 1
    press(desk, "Esc")
    assert not desk.find_bar.isVisible() and str(reviewed(desk).reading.text) == before


def test_what_was_found_is_typed_over_once_the_bar_is_closed(desk: Window) -> None:
    desk.view.setFocus()
    press(desk, "Ctrl+F")
    type_text(desk, "渝中")
    press(desk, "Return")
    second = reviewed(desk).find("渝中")[1]
    press(desk, "Esc")
    assert desk.view.selection() == (second.start, second.end)
    type_text(desk, "重庆")
    desk.view.commit()
    assert reviewed(desk).reading.text[second.start : second.end] == "重庆"


def test_a_selected_word_is_the_first_hit_and_enter_goes_to_the_next(desk: Window) -> None:
    hits = reviewed(desk).find("渝中")
    one = next(k for k, hit in enumerate(hits) if hits[k - 1].row == hit.row)
    desk.view.edit_span(hits[one].start, hits[one].end)
    press(desk, "Ctrl+F")
    assert desk.find_bar.count.text() == f"{one + 1} / {len(hits)}"
    press(desk, "Return")
    assert desk.find_bar.count.text() == f"{one + 2} / {len(hits)}"


def test_a_search_taken_up_again_begins_at_the_caret_and_leaves_no_hit_out(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("渝中")
    press(desk, "Esc")
    hits = reviewed(desk).find("渝中")
    one = next(k for k, hit in enumerate(hits) if hits[k - 1].row == hit.row)
    desk.view.edit_span(hits[one].start, hits[one].start)
    press(desk, "Ctrl+F")
    press(desk, "Return")
    assert desk.find_bar.count.text() == f"{one + 1} / {len(hits)}"


def test_f3_from_the_row_being_edited_selects_what_it_finds(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("渝中")
    desk.view.edit_row(0, 0)
    press(desk, "F3")
    press(desk, "F3")
    hit = reviewed(desk).find("渝中")[desk.finding._number]
    assert desk.view.selection() == (hit.start, hit.end) and desk.view.is_editing()


def test_the_bar_leaves_the_lists_at_the_sides_as_wide_as_they_are(desk: Window) -> None:
    desk.resize(1024, 700)
    QApplication.processEvents()
    sides = [desk.docks.panels[name] for name in ("articles", "doubts")]
    before = [side.width() for side in sides]
    desk.finding.open_replace()
    desk.find_bar.query.setText("渝中")
    QApplication.processEvents()
    assert [side.width() for side in sides] == before
    desk.finding.close()


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
    left = str(reviewed(desk).reading.text).count("主持人")
    assert left < before
    assert desk.find_bar.count.text() == (f"1 / {left}" if left else "未找到")


def mode(window: Window, name: str) -> None:
    """Choose a way to search, as by mouse."""
    bar = window.find_bar
    bar.mode.setCurrentIndex(bar.mode.findData(name))
    bar.mode.activated.emit(bar.mode.currentIndex())


@pytest.mark.parametrize(
    ("how", "typed", "wanted"),
    [
        ("plain", "渝中", "渝中"),
        ("word", "渝中", "渝中"),
        ("expression", "渝[中州]", "渝中"),
        ("pinyin", "yuzhong", "渝中"),
    ],
)
def test_every_way_to_search(desk: Window, how: str, typed: str, wanted: str) -> None:
    desk.finding.open()
    mode(desk, how)
    desk.find_bar.query.setText(typed)
    until_idle(desk)
    text = str(reviewed(desk).reading.text)
    found = [text[hit.start : hit.end] for hit in desk.finding._hits]
    assert found and set(found) == {wanted}


def test_traditional_finds_simplified_and_half_width_finds_full(desk: Window) -> None:
    desk.finding.open()
    desk.find_bar.query.setText("踐,即")
    assert desk.find_bar.count.text() == "未找到"
    desk.find_bar.any_script.trigger()
    until_idle(desk)
    assert desk.find_bar.count.text().startswith("1 /")
    desk.find_bar.any_width.trigger()
    assert desk.find_bar.count.text() == "未找到"


def test_a_faulty_expression_is_told_and_nothing_is_lost(desk: Window) -> None:
    desk.finding.open()
    mode(desk, "expression")
    desk.find_bar.query.setText("(渝")
    assert "有误" in desk.find_bar.fault.text() and complaint(desk) is None


def replace(window: Window, old: str, new: str) -> None:
    window.view.setFocus()
    press(window, "Ctrl+H")
    type_text(window, old)
    press(window, "Tab")
    window.find_bar.new.setFocus()
    type_text(window, new)


def test_enter_replaces_one_and_goes_on(desk: Window) -> None:
    text = str(reviewed(desk).reading.text)
    replace(desk, "渝中", "渝中渝中")
    press(desk, "Return")
    assert str(reviewed(desk).reading.text) == text.replace("渝中", "渝中渝中", 1)
    assert desk.find_bar.count.text().startswith("3 /")
    press(desk, "Return")
    assert str(reviewed(desk).reading.text) == text.replace("渝中", "渝中渝中", 2)
    desk.view.setFocus()
    for _ in range(2):
        press(desk, "Ctrl+Z")
    assert str(reviewed(desk).reading.text) == text


def test_all_is_looked_through_before_it_is_replaced_and_undone_as_one(desk: Window) -> None:
    text = str(reviewed(desk).reading.text)
    replace(desk, "开放", "改革")
    desk.find_bar.replace_all_asked.emit()
    lines = desk.docks.hits.hits.lines
    assert len(lines) == text.count("开放") and {line.new for line in lines} == {"改革"}
    assert str(reviewed(desk).reading.text) == text
    press(desk, "Space")
    press(desk, "Return")
    after = str(reviewed(desk).reading.text)
    assert after.count("开放") == 1 and after.replace("改革", "开放") == text.replace("改革", "开放")
    desk.view.setFocus()
    press(desk, "Ctrl+Z")
    assert str(reviewed(desk).reading.text) == text
    press(desk, "Ctrl+Y")
    assert str(reviewed(desk).reading.text) == after


def test_groups_of_an_expression_go_into_what_is_put_there(desk: Window) -> None:
    desk.finding.open_replace()
    mode(desk, "expression")
    desk.find_bar.query.setText("(渝)(中)")
    desk.find_bar.new.setText(r"\2\1")
    desk.finding.replace_one()
    assert "中渝" in str(reviewed(desk).reading.text)


def test_a_fault_in_an_expression_is_told_whole_and_leaves_the_lists_their_room(desk: Window) -> None:
    take_keys(desk)
    widths = [desk.docks.panels[name].width() for name in ("articles", "doubts")]
    desk.finding.open_replace()
    bar = desk.find_bar
    bar.mode.setCurrentIndex(bar.mode.findData(EXPRESSION))
    bar.query.setText("(开放[")
    QApplication.processEvents()
    assert bar.fault.isVisible() and bar.fault.text()
    assert bar.fault.heightForWidth(bar.fault.width()) <= bar.fault.height()
    assert [desk.docks.panels[name].width() for name in ("articles", "doubts")] == widths
    bar.query.setText("开放")
    assert not bar.fault.isVisible() and bar.count.text()
