"""The table of actions made alive: menus, toolbar, the menu on a row, and what can be done just now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from qingyang.ui.action import WINDOW, Action, Menu
from qingyang.ui.actions import DOUBT_MENU, MENUS, ROW_MENU, actions
from qingyang.ui.dialogs import shown_keys
from qingyang.ui.icons import SIZE, icon
from qingyang.ui.state import State
from qingyang.ui.theme import Theme
from qingyang.wording import Wording


class Commands:
    """Every action of the table as a QAction, bound to the controller that does it."""

    def __init__(
        self,
        window: QMainWindow,
        controllers: Mapping[str, object],
        lists: Mapping[str, QWidget],
        words: Wording,
        state: State,
    ) -> None:
        self._window = window
        self._words = words
        self._state = state
        self.table: dict[str, Action] = {action.id: action for action in actions()}
        self.made: dict[str, QAction] = {}
        self.before: Callable[[Action], None] = lambda action: None
        """Called before an action is done."""
        self._menus: dict[str, QMenu] = {}
        self._there: set[str] | None = None
        """What was there when it was last asked for."""
        for action in self.table.values():
            self._make(action, _handler(action.handler, controllers), lists.get(action.scope))

    def name(self, action: Action) -> str:
        """Return what an action is called; without a text of its own, by its id in the tables of words."""
        return action.words if action.text else self._words.term(action.id)

    def title(self, id: str) -> str:
        """Return what an action is called, without the dots that say it will ask."""
        return self.name(self.table[id]).rstrip("…")

    # -- keys ----------------------------------------------------------------------------------------------------

    def keys(self, id: str) -> Sequence[str]:
        """Return an action's keys: those this person chose, else those it came with; the first one is shown."""
        own = self._state.keys(id)
        return self.table[id].keys if own is None else own

    def set_keys(self, id: str, keys: Sequence[str] | None) -> None:
        """Give an action other keys, kept for this person; None: those it came with."""
        self._state.set_keys(id, None if keys is None or tuple(keys) == self.table[id].keys else keys)
        self._bind(id)

    def having(self, key: str, id: str) -> list[str]:
        """Return the other actions that a key would do where this one can be done."""
        scope = self.table[id].scope
        together = (
            other for other in self.table.values() if WINDOW in (scope, other.scope) or other.scope == scope
        )
        return [other.id for other in together if other.id != id and key in map(_plain, self.keys(other.id))]

    def _bind(self, id: str) -> None:
        made, keys = self.made[id], self.keys(id)
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.setToolTip(f"{made.iconText()} ({shown_keys(keys[:1])})" if keys else "")

    # -- making --------------------------------------------------------------------------------------------------

    def _make(self, action: Action, handler: Callable[[], object], home: QWidget | None) -> None:
        made = QAction(self.name(action), self._window)
        made.setIconText(self.name(action).rstrip("…"))
        made.setCheckable(action.checkable)
        made.setObjectName(action.id)
        made.triggered.connect(lambda _checked=False: (self.before(action), handler()))
        if home is not None:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            home.addAction(made)
        else:
            self._window.addAction(made)
        self.made[action.id] = made
        self._bind(action.id)

    # -- where they show -----------------------------------------------------------------------------------------

    def fill_menus(self) -> None:
        """Fill the menu bar."""
        for menu in MENUS:
            self._fill(self._window.menuBar().addMenu(menu.words), menu)

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        self._menus[menu.id] = shown
        for item in menu.actions:
            if item is None:
                shown.addSeparator()
            elif isinstance(item, Menu):
                self._fill(shown.addMenu(item.words), item)
            else:
                shown.addAction(self.made[item.id])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Fill the toolbar with what the table marks for it, a line between menus."""
        bar.setIconSize(QSize(SIZE, SIZE))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for menu in MENUS:
            chosen = [action for action in actions([menu]) if action.toolbar]
            if chosen and bar.actions():
                bar.addSeparator()
            for action in chosen:
                bar.addAction(self.made[action.id])

    def row_menu(self) -> QMenu:
        """Return the menu on a row."""
        return self._menu_of(ROW_MENU)

    def doubt_menu(self) -> QMenu:
        """Return the menu on a doubt in its list."""
        return self._menu_of(DOUBT_MENU)

    def _menu_of(self, ids: Iterable[str]) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in ids:
            if not id:
                menu.addSeparator()
            elif id == "roles":
                # `addMenu` would take the menu bar's own menu with this one when it closes.
                menu.addAction(self._menus["mark"].menuAction())
            else:
                menu.addAction(self.made[id])
        return menu

    def sheet(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return every action that has keys, by menu, for the shortcut sheet."""
        groups = []
        for menu in MENUS:
            lines = [
                (self.name(a), shown_keys(self.keys(a.id)) + ("" if a.scope == WINDOW else " *"))
                for a in actions([menu])
                if self.keys(a.id)
            ]
            groups.append((menu.words, lines))
        return groups

    # -- what can be done just now -------------------------------------------------------------------------------

    def enable(self, there: set[str]) -> None:
        """Let only those actions be done whose needs are there."""
        if there == self._there:
            return
        self._there = there
        for id, action in self.table.items():
            self.made[id].setEnabled(not action.needs or action.needs in there)

    def check(self, id: str, on: bool) -> None:
        """Show whether a checkable action is on."""
        self.made[id].setChecked(on)

    def rename(self, id: str, text: str) -> None:
        """Change what the menu says of an action; the toolbar keeps its short name."""
        short = self.made[id].iconText()
        self.made[id].setText(text)
        self.made[id].setIconText(short)

    def set_theme(self, theme: Theme) -> None:
        """Draw every icon in a theme's colours."""
        for id, action in self.table.items():
            if action.icon:
                self.made[id].setIcon(icon(action.icon, theme))


def _plain(key: str) -> str:
    """Return a key as Qt spells it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _handler(path: str, controllers: Mapping[str, object]) -> Callable[[], object]:
    """Return the method a table's handler names, with its argument."""
    place, _, argument = path.partition(":")
    controller, _, method = place.partition(".")
    bound = getattr(controllers[controller], method)
    return partial(bound, argument) if argument else bound
