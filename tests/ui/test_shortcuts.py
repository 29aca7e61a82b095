"""Finding an action by a few letters, and keys of one's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot
from tests.ui.conftest import press, reviewed, take_keys, type_text, until_idle

from qingyang.ui.dialogs import ShortcutSheet
from qingyang.ui.keys_dialog import KeysDialog
from qingyang.ui.palette import Choice, Palette, matching
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
SOUNDS = {"jie": "接借街", "shou": "受手", "cha": "查插", "zhao": "找照"}
CHOICES = [
    Choice("take", "接受并到下一处", english="Accept and Next"),
    Choice("find", "查找", english="Find…"),
    Choice("insert", "插入一段", english="Insert a Paragraph"),
]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ["take", "find", "insert"]),
        ("查", ["find"]),
        ("next", ["take"]),
        ("PARA", ["insert"]),
        ("chazhao", ["find"]),
        ("cz", ["find"]),
        ("js", ["take"]),
        ("下一", ["take"]),
        ("xyz", []),
        ("ext", []),
    ],
)
def test_an_action_is_found_as_one_thinks_of_it(typed: str, wanted: list[str]) -> None:
    assert [choice.id for choice in matching(typed, CHOICES, SOUNDS)] == wanted


def test_what_begins_so_comes_first() -> None:
    choices = [Choice("a", "改查找"), Choice("b", "查找")]
    assert [choice.id for choice in matching("查", choices, {})] == ["b", "a"]


def shown(window: Window) -> Palette:
    (found,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    return found


def test_pinyin_initials_and_enter_do_an_action(desk: Window, qtbot: QtBot) -> None:
    desk.view.setFocus()
    press(desk, "Ctrl+Shift+P")
    palette = shown(desk)
    until_idle(desk)
    type_text(palette, "fd")  # 分段? no: 放大 is what sounds so and can be done here.
    names = [palette.list.item(k).text() for k in range(palette.list.count())]
    assert any(name.startswith("放大") for name in names)
    palette.query.setText("fangda")
    zoom = desk.viewing.zoom
    press(palette, "Return")
    assert desk.viewing.zoom > zoom
    assert not [each for each in desk.findChildren(Palette) if each.isVisible()]


def test_what_cannot_be_done_is_not_offered(window: Window) -> None:
    press(window, "Ctrl+Shift+P")
    listed = [shown(window).list.item(k).text() for k in range(shown(window).list.count())]
    assert not any("撤销" in each for each in listed)
    assert any("打开稿件库" in each for each in listed)
    until_idle(window)
    shown(window).close()


def keys_dialog(window: Window) -> KeysDialog:
    window.shortcuts.change()
    (found,) = [each for each in window.findChildren(KeysDialog) if each.isVisible()]
    take_keys(found)
    return found


def choose(dialog: KeysDialog, id: str, key: str) -> None:
    dialog.table.setCurrentCell(list(dialog._commands.table).index(id), 0)
    dialog.edit.setKeySequence(QKeySequence(key))


def test_a_key_of_ones_own_acts_and_is_kept(desk: Window, make_window: Callable[[], Window]) -> None:
    dialog = keys_dialog(desk)
    choose(dialog, "hold", "Ctrl+Alt+P")
    dialog.assign()
    dialog.close()
    take_keys(desk)
    desk.view.setFocus()
    before = reviewed(desk).tags[desk.view.current_row()].marks
    press(desk, "Ctrl+Alt+P")
    assert reviewed(desk).tags[desk.view.current_row()].marks != before
    other = make_window()
    assert [key.toString() for key in other.commands.made["hold"].shortcuts()] == ["Ctrl+Alt+P"]
    assert "Ctrl+Alt+P" in [keys for _, lines in other.commands.sheet() for _, keys in lines]


def test_a_key_that_is_taken_is_told_and_changes_hands(desk: Window) -> None:
    dialog = keys_dialog(desk)
    choose(dialog, "hold", "F8")
    assert desk.commands.title("next_doubt") in dialog.told.text()
    dialog.assign()
    assert desk.commands.keys("next_doubt") == []
    assert desk.commands.keys("hold") == ["F8"]
    dialog.reset()
    assert desk.commands.keys("next_doubt") == ("F8",)
    assert desk.commands.made["next_doubt"].shortcuts() == [QKeySequence("F8")]


def test_a_list_may_use_a_key_that_another_list_uses(desk: Window) -> None:
    assert desk.commands.having("Del", "article_up") == []
    assert desk.commands.having("Del", "accept_next") == ["reject_next"]


def test_a_question_mark_shows_the_sheet_but_can_still_be_typed(desk: Window) -> None:
    desk.view.setFocus()
    press(desk, "F2")
    press(desk, "?")
    assert not [each for each in desk.findChildren(ShortcutSheet) if each.isVisible()]
    assert "?" in desk.view._editing.editor.toPlainText()
    press(desk, "Esc")
    desk.view.setFocus()
    press(desk, "?")
    assert [each for each in desk.findChildren(ShortcutSheet) if each.isVisible()]
