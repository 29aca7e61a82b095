"""Remarks, bookmarks, marked mistakes and a paragraph's history in the window: by keys, undone, and said aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot
from tests.ui.conftest import complaint, press, reviewed, take_keys, type_text, until_idle
from tests.ui.test_undo import state

from qingyang.services.noting import Noting
from qingyang.ui.checks_dialog import ChecksDialog
from qingyang.ui.palette import Palette
from qingyang.ui.statistics_dialog import StatisticsDialog
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def remark(window: Window, row: int, text: str) -> None:
    take_keys(window)
    window.view.setFocus()
    window.view.go_to_row(row)
    press(window, "Ctrl+Alt+M")
    assert window.docks.notes.line.hasFocus()
    type_text(window, text)
    press(window, "Return")


def bookmark(window: Window) -> None:
    window.view.setFocus()
    window.view.go_to_row(2)
    press(window, "Ctrl+F2")


def mistake(window: Window) -> None:
    window.view.setFocus()
    window.view.edit_row(1, 2)
    press(window, "Shift+Right")
    press(window, "Ctrl+Shift+X")
    (asked,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    asked.query.setText("错别字")
    press(asked, "Return")


DEEDS: dict[str, tuple[Callable[[Window], None], str]] = {
    "a remark": (lambda window: remark(window, 1, "再核一下"), "note"),
    "a bookmark": (bookmark, "bookmark"),
    "a mistake": (mistake, "slip"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_done_undone_redone_undone(desk: Window, deed: str) -> None:
    act, kind = DEEDS[deed]
    before = state(desk)
    act(desk)
    after = state(desk)
    assert after != before and reviewed(desk).changes[-1].kind == kind
    for wanted, keys in ((before, "Ctrl+Z"), (after, "Ctrl+Y"), (before, "Ctrl+Z")):
        desk.view.setFocus()
        press(desk, keys)
        assert state(desk) == wanted


def test_a_remark_is_answered_and_settled_by_keys(desk: Window) -> None:
    remark(desk, 1, "数字对吗？")
    assert desk.view.hasFocus()
    assert desk.view._signs == {1: ("remark",)}
    press(desk, "Alt+6")
    notes = desk.docks.notes
    assert notes.list.hasFocus() and "数字对吗？" in notes.list.item(0).text()
    press(desk, "R")
    type_text(desk, "对，查过了")
    press(desk, "Return")
    assert notes.list.hasFocus() and "对，查过了" in notes.list.item(0).text()
    press(desk, "S")
    assert notes.list.count() == 0 and desk.view._signs == {}
    notes.all.setChecked(True)
    assert notes.list.item(0).text().startswith("✓")


def test_esc_leaves_a_remark_unwritten(desk: Window) -> None:
    desk.view.setFocus()
    press(desk, "Ctrl+Alt+M")
    type_text(desk, "想想")
    press(desk, "Esc")
    assert desk.view.hasFocus() and not Noting(reviewed(desk)).remarks()


def test_bookmarks_are_walked_round_and_round(desk: Window) -> None:
    for row in (1, 5, 9):
        desk.view.go_to_row(row)
        press(desk, "Ctrl+F2")
    seen = []
    for _ in range(4):
        press(desk, "Ctrl+F3")
        seen.append(desk.view.current_row())
    assert seen == [1, 5, 9, 1]
    press(desk, "Ctrl+Shift+F3")
    assert desk.view.current_row() == 9
    assert desk.view._signs[5] == ("bookmark",)


def test_the_history_of_the_carets_paragraph_and_taking_one_of_it_back(desk: Window) -> None:
    review = reviewed(desk)
    start = review.passages[1].start
    review.replace(start, start + 2, "重庆")
    review.set_role([1], "subhead")
    desk.view.setFocus()
    desk.view.go_to_row(1)
    press(desk, "Alt+7")
    shown = desk.docks.history.list
    lines = [shown.item(k).text() for k in range(shown.count())]
    assert "改角色" in lines[0] and "test" not in lines[0] and review.person in lines[0]
    assert "渝中→重庆" in lines[1]
    shown.setCurrentRow(1)
    press(desk, "Delete")
    assert review.text(1).startswith("渝中") and review.tags[1].role == "subhead"
    press(desk, "Ctrl+Z")
    assert review.text(1).startswith("重庆")
    desk.view.go_to_row(0)
    assert any("规则" in shown.item(k).text() for k in range(shown.count()))


def test_what_nobody_sees_is_not_taken_back(desk: Window) -> None:
    review, history = reviewed(desk), desk.docks.panels["history"]
    start = review.passages[1].start
    review.replace(start, start + 2, "重庆")
    desk.view.setFocus()
    desk.view.go_to_row(1)
    press(desk, "Alt+7")
    desk.docks.history.list.setCurrentRow(0)
    # Another panel lies over it, and the caret goes to the last row.
    press(desk, "Alt+3")
    last = len(review) - 1
    desk.view.go_to_row(last)
    review.move([last - 1], 0)
    before = str(review.reading.text)
    desk.commands.made["take_back"].trigger()
    assert history.in_sight and str(review.reading.text) == before
    desk.view.go_to_row(2)
    desk.docks.history.list.setCurrentRow(0)
    assert review.text(2).startswith("重庆")
    desk.commands.made["take_back"].trigger()
    assert review.text(2).startswith("渝中")


def test_statistics_count_what_is_marked_against_the_law(desk: Window) -> None:
    mistake(desk)
    press(desk, "Ctrl+Shift+D")
    until_idle(desk)
    (shown,) = [each for each in desk.findChildren(StatisticsDialog) if each.isVisible()]
    assert "/万" in shown.verdict.text() and "法定 3/万" in shown.verdict.text()
    assert shown.figures["errors"].text().startswith("1 / ")
    assert [shown.work.item(k, 1).text() for k in range(shown.work.rowCount())] == ["标记差错"]  # type: ignore[union-attr]
    shown.scope.setCurrentIndex(1)
    shown.scope.activated.emit(1)
    until_idle(desk)
    assert shown.figures["errors"].text().startswith("1 / ")


def checks(window: Window) -> ChecksDialog:
    window.commands.made["checks"].trigger()
    (shown,) = [each for each in window.findChildren(ChecksDialog) if each.isVisible()]
    return shown


def broken_rule(window: Window) -> str:
    """Type a stop twice; return the check that minds it."""
    review = reviewed(window)
    at = str(review.reading.text).index("。")
    review.replace(at, at + 1, "。。")
    return next(d.subject.rule for d in window.session.doubts if d.at <= at + 1 <= d.end)


def switch(window: Window, shown: ChecksDialog, rule: str) -> QTreeWidgetItem:
    """Return the line of a check in the dialog."""
    name = window.commands._words.term(f"rule.{rule}")
    (item,) = shown.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return item


def test_a_check_is_switched_off_and_on(desk: Window) -> None:
    rule, shown = broken_rule(desk), checks(desk)
    for state_now, wanted in ((Qt.CheckState.Unchecked, False), (Qt.CheckState.Checked, True)):
        switch(desk, shown, rule).setCheckState(0, state_now)
        until_idle(desk)
        assert (rule in {d.subject.rule for d in desk.session.doubts}) is wanted


def test_house_lists_come_in_and_a_faulty_one_is_told(desk: Window, tmp_path: Path) -> None:
    good, bad = tmp_path / "错敏词.csv", tmp_path / "坏.csv"
    good.write_text("词语,级别,改为\n谋划之年,慎用,\n", "utf-8")
    bad.write_text("甲,乙\n一,二\n", "utf-8")
    shown = checks(desk)
    desk.inspection.take_lists([good], shown)
    until_idle(desk)
    assert "house" in {d.subject.rule for d in desk.session.doubts}
    assert any("错敏词" in item.text(0) for item, _ in shown._ticked)
    shown.close()
    desk.inspection.take_lists([bad])
    until_idle(desk)
    box = complaint(desk)
    assert box is not None and "表头" in box.text()
    box.close()
    QApplication.processEvents()


def test_a_house_list_is_undone_and_done_again_and_the_doubts_follow(desk: Window, tmp_path: Path) -> None:
    path = tmp_path / "错敏词.csv"
    path.write_text("词语,级别,改为\n谋划之年,慎用,\n", "utf-8")
    desk.inspection.take_lists([path])
    until_idle(desk)
    for keys, there in (("Ctrl+Z", False), ("Ctrl+Y", True)):
        desk.view.setFocus()
        press(desk, keys)
        until_idle(desk)
        assert ("house" in {d.subject.rule for d in desk.session.doubts}) is there
    assert "收入词表" in desk.status.passing.text()


def test_a_switch_is_undone_and_done_again_and_the_doubts_follow(desk: Window) -> None:
    rule, shown = broken_rule(desk), checks(desk)
    switch(desk, shown, rule).setCheckState(0, Qt.CheckState.Unchecked)
    until_idle(desk)
    assert rule not in {d.subject.rule for d in desk.session.doubts}
    shown.close()
    for keys, there in (("Ctrl+Z", True), ("Ctrl+Y", False), ("Ctrl+Z", True)):
        desk.view.setFocus()
        press(desk, keys)
        until_idle(desk)
        assert (rule in {d.subject.rule for d in desk.session.doubts}) is there
    assert "停用检查" in desk.status.passing.text()


def test_every_control_says_its_name(desk: Window, qtbot: QtBot) -> None:
    for widget in (
        desk.docks.queue.order,
        desk.docks.queue.kind,
        desk.docks.hits.list,
        desk.docks.hits.scope,
        desk.docks.notes.list,
        desk.docks.notes.line,
        desk.docks.history.list,
        desk.find_bar.mode,
        desk.find_bar.new,
    ):
        assert widget.accessibleName()
