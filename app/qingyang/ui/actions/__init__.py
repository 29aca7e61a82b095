"""The one table of actions, a file a menu: menus, toolbar, context menu and shortcut sheet come from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from qingyang.ui.action import Action, Menu
from qingyang.ui.actions import check, edit, file, help, mark, review, view

MENUS: tuple[Menu, ...] = (
    file.MENU, edit.MENU, review.MENU, mark.MENU, check.MENU, view.MENU, help.MENU,
)  # fmt: skip
ROW_MENU = (
    "clip_cut",
    "clip_copy",
    "clip_paste",
    "",
    "edit_row",
    "split",
    "join",
    "move_up",
    "move_down",
    "move_part",
    "insert",
    "",
    "take_repaired",
    "restore_raw",
    "alike",
    "",
    "roles",
    "hold",
    "cut",
    "",
    "note",
    "bookmark",
    "",
    "copy_raw",
    "copy_plain",
    "copy_formatted",
)
"""Ids of the menu on a row; empty is a line, ``roles`` the menu of roles."""
DOUBT_MENU = ("accept_next", "reject_next", "later", "", "alike_doubt", "", "queue_order", "queue_kind")
"""Ids of the menu on a doubt in its list."""


def actions(menus: Iterable[Menu] = MENUS) -> list[Action]:
    """Return every action in the order of the menus, those of menus within menus too."""
    found: list[Action] = []
    for menu in menus:
        for item in menu.actions:
            if isinstance(item, Menu):
                found += actions([item])
            elif item is not None:
                found.append(item)
    return found
