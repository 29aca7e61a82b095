"""Simplified to traditional and back from the window: the rows selected or all, one step, one undo."""

from __future__ import annotations

import pytest
from tests.ui.conftest import press, reviewed, until_idle
from tests.ui.test_actions import in_menus

from qingyang.lexicon import CONVERSIONS, load_converter
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def convert(window: Window, name: str) -> None:
    """Choose a conversion in the menu and wait for it."""
    window.commands.made[f"script.{name}"].trigger()
    until_idle(window)


def texts(window: Window) -> list[str]:
    review = reviewed(window)
    return [review.text(k) for k in range(len(review))]


def test_every_conversion_stands_in_one_menu(window: Window) -> None:
    shown = [a.objectName() for top in window.menuBar().actions() for a in in_menus(top.menu())]
    assert [name for name in shown if name.startswith("script.")] == [f"script.{n}" for n in CONVERSIONS]
    assert all("→" in window.commands.made[f"script.{name}"].text() for name in CONVERSIONS)
    assert not any(window.commands.made[f"script.{name}"].isEnabled() for name in CONVERSIONS)


@pytest.mark.parametrize("name", CONVERSIONS)
def test_the_whole_document_is_converted_and_one_undo_takes_it_back(desk: Window, name: str) -> None:
    before, converter = texts(desk), load_converter(name)
    desk.view.setFocus()
    convert(desk, name)
    assert texts(desk) == [converter.convert(text) for text in before]
    if texts(desk) != before:
        press(desk, "Ctrl+Z")
    assert texts(desk) == before
    assert reviewed(desk).undoable() is None


def test_only_selected_rows_are_converted(desk: Window) -> None:
    before = texts(desk)
    desk.view.setFocus()
    desk.view.go_to_row(3)
    press(desk, "Shift+Down")
    assert list(desk.view.selected_rows()) == [3, 4]
    press(desk, "Ctrl+Shift+T")
    until_idle(desk)
    converter = load_converter("s2t")
    wanted = [converter.convert(text) if row in (3, 4) else text for row, text in enumerate(before)]
    assert texts(desk) == wanted != before


def test_there_and_back_by_key_leaves_nothing_behind(desk: Window) -> None:
    before = texts(desk)
    desk.view.setFocus()
    for keys in ("Ctrl+Shift+T", "Ctrl+Shift+S"):
        press(desk, keys)
        until_idle(desk)
    assert texts(desk) == before
    assert not reviewed(desk).draft.records


def test_it_is_said_what_was_done_or_that_nothing_was(desk: Window) -> None:
    desk.view.setFocus()
    convert(desk, "s2t")
    assert "处" in desk.status.passing.text()
    convert(desk, "s2t")
    assert desk.status.passing.text() == "这里没有需要转换的字。"
    press(desk, "Ctrl+Z")
    assert "简繁转换" in desk.status.passing.text()


def test_a_text_changed_meanwhile_is_left_alone(desk: Window) -> None:
    before = texts(desk)
    desk.commands.made["script.s2t"].trigger()
    desk.session.perform(lambda: reviewed(desk).rewrite(0, before[0] + "新"))
    until_idle(desk)
    assert texts(desk) == [before[0] + "新", *before[1:]]
