"""The table of actions: one handler each, no key twice, and everything reachable by menu and by key."""

from __future__ import annotations

import inspect
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from tests.ui.conftest import press

from qingyang.text.role import ROLES
from qingyang.ui.action import DOUBTS, WINDOW
from qingyang.ui.actions import DOUBT_MENU, MENUS, ROW_MENU, actions
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def shortcuts(scope: str) -> list[str]:
    """Every key of a scope, as Qt compares them."""
    found = [key for action in actions() if action.scope in (WINDOW, scope) for key in action.keys]
    return [QKeySequence(key).toString() for key in found]


def in_menus(menu: QMenu) -> Iterator[QAction]:
    """Every action of a menu and the menus in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from in_menus(inner)
        elif not action.isSeparator():
            yield action


def test_ids_are_unique() -> None:
    assert [id for id, n in Counter(a.id for a in actions()).items() if n > 1] == []


@pytest.mark.parametrize("scope", [WINDOW, "doubts", "articles", "hits", "notes", "history"])
def test_no_key_means_two_things(scope: str) -> None:
    assert [key for key, n in Counter(shortcuts(scope)).items() if n > 1] == []


def test_every_key_is_one_qt_knows() -> None:
    assert "" not in shortcuts(DOUBTS)


def test_roles_have_the_keys_of_their_table() -> None:
    keys = {a.id: a.keys for a in actions()}
    for role in ROLES:
        assert keys[f"role.{role.id}"] == ((f"Ctrl+{role.key}",) if role.key else ())


def test_the_row_menu_names_only_actions() -> None:
    assert set(ROW_MENU) - {a.id for a in actions()} == {"", "roles"}
    assert set(DOUBT_MENU) - {a.id for a in actions()} == {""}


def test_every_action_is_in_the_menus_with_its_key(window: Window) -> None:
    shown = {
        action.objectName(): action
        for top in window.menuBar().actions()
        if isinstance(top.menu(), QMenu)
        for action in in_menus(top.menu())  # type: ignore[arg-type]
    }
    assert list(shown) == [a.id for a in actions()]
    for action in actions():
        assert [s.toString() for s in shown[action.id].shortcuts()] == [
            QKeySequence(key).toString() for key in action.keys
        ]
        assert shown[action.id].text()
    assert len(window.menuBar().actions()) == len(MENUS)


def test_handlers_exist_and_take_what_the_table_gives(window: Window) -> None:
    for action in actions():
        place, _, argument = action.handler.partition(":")
        controller, _, method = place.partition(".")
        bound = getattr(getattr(window, controller), method)
        inspect.signature(bound).bind(*([argument] if argument else []))


def reaching(desk: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record which action is triggered instead of doing it."""
    triggered: list[str] = []
    for id, action in desk.commands.made.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, id=id: triggered.append(id))
        action.setEnabled(True)
    return triggered


def test_every_action_is_reached_by_its_keys(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    triggered = reaching(desk, monkeypatch)
    for name in ("hits", "notes", "history"):
        desk.docks.panels[name].show()
        desk.docks.panels[name].show_count("", empty=False)
    homes = {
        WINDOW: desk.view,
        "text": desk.view,
        "doubts": desk.doubts,
        "articles": desk.outline,
        "hits": desk.docks.hits.list,
        "notes": desk.docks.notes.list,
        "history": desk.docks.history.list,
    }
    for action in actions():
        for key in action.keys:
            if action.scope in desk.docks.panels:
                desk.docks.panels[action.scope].raise_()
            homes[action.scope].setFocus()
            triggered.clear()
            press(desk, key)
            assert triggered == [action.id], key


def test_every_action_is_reached_by_its_menu(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    triggered = reaching(desk, monkeypatch)
    for top in desk.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        for action in in_menus(menu):
            action.trigger()
    assert triggered == [a.id for a in actions()]


def test_the_keys_of_a_list_do_nothing_elsewhere(desk: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    triggered = reaching(desk, monkeypatch)
    homes = {
        "text": desk.doubts,
        "doubts": desk.outline,
        "articles": desk.view,
        "hits": desk.view,
        "notes": desk.view,
        "history": desk.view,
    }
    for action in actions():
        if action.scope != WINDOW:
            homes[action.scope].setFocus()
            for key in action.keys:
                triggered.clear()
                press(desk, key)
                # Ctrl+V pastes in the text and imports in the list of articles.
                assert action.id not in triggered, key


def test_the_sheet_lists_every_key(window: Window) -> None:
    listed = [words for _, lines in window.commands.sheet() for words, _ in lines]
    assert len(listed) == sum(bool(a.keys) for a in actions())


def test_the_menu_on_a_row_opens_as_often_as_one_likes(desk: Window) -> None:
    """It shows the menu bar's own menu of roles, which must outlive it."""
    for _ in range(3):
        menu = desk.commands.row_menu()
        assert any(each.menu() is not None for each in menu.actions())
        menu.close()
        menu.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
