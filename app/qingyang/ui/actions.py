"""The one table of actions: menus, toolbar, context menu and shortcut sheet are made from it, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from qingyang.text.role import ROLES
from qingyang.ui.action import (
    ARTICLES,
    DOUBTS,
    HISTORY,
    HITS,
    NOTES,
    OFFER_KEYS,
    QT_TRANSLATE_NOOP,
    Action,
    Menu,
)


def _role_actions(*, keyed: bool) -> tuple[Action, ...]:
    """Return one action a role, those with a key or those without; their words are the role's names."""
    roles = sorted((r for r in ROLES if bool(r.key) == keyed), key=lambda r: (r.key == "0", r.key))
    return tuple(
        Action(
            f"role.{role.id}",
            "",
            f"review.set_role:{role.id}",
            (f"Ctrl+{role.key}",) if role.key else (),
            needs="row",
        )
        for role in roles
    )


def _offer_actions() -> tuple[Action, ...]:
    """Return one action a key that takes an alternative; their words come from the tables of words too."""
    return tuple(
        Action(f"offer.{key}", "", f"review.take_offer:{key}", (key,), needs="offer", scope=DOUBTS)
        for key in OFFER_KEYS
    )


_FILE = (
    Action("open", QT_TRANSLATE_NOOP("Action", "Open Desk…"), "files.open_desk", ("Ctrl+O",), "open"),
    Action("new", QT_TRANSLATE_NOOP("Action", "New Desk…"), "files.new_desk", ("Ctrl+N",)),
    None,
    Action(
        "import",
        QT_TRANSLATE_NOOP("Action", "Import…"),
        "files.import_files",
        ("Ctrl+I",),
        "import",
        toolbar=True,
    ),
    Action(
        "paste",
        QT_TRANSLATE_NOOP("Action", "Import Pasted Text"),
        "files.import_clipboard",
        ("Ctrl+V",),
        scope=ARTICLES,
    ),
    None,
    Action(
        "pdf",
        QT_TRANSLATE_NOOP("Action", "Export PDF…"),
        "exporting.pdf",
        ("Ctrl+E",),
        "export",
        "document",
        toolbar=True,
    ),
    Action(
        "docx",
        QT_TRANSLATE_NOOP("Action", "Save Article as DOCX…"),
        "exporting.docx",
        ("Ctrl+Shift+E",),
        "document",
        "row",
    ),
    Action(
        "preflight",
        QT_TRANSLATE_NOOP("Action", "Preflight PDF…"),
        "exporting.preflight",
        ("Ctrl+Alt+E",),
    ),
    Action("saved", QT_TRANSLATE_NOOP("Action", "Save"), "files.tell_saved", ("Ctrl+S",), needs="desk"),
    None,
    Action("quit", QT_TRANSLATE_NOOP("Action", "Quit"), "viewing.quit", ("Ctrl+Q",)),
)
_SCRIPT = (
    Action(
        "script.s2t",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional"),
        "converting.convert:s2t",
        ("Ctrl+Shift+T",),
        needs="document",
    ),
    Action(
        "script.s2tw",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional (Taiwan)"),
        "converting.convert:s2tw",
        needs="document",
    ),
    Action(
        "script.s2twp",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional (Taiwan, Words Too)"),
        "converting.convert:s2twp",
        needs="document",
    ),
    Action(
        "script.s2hk",
        QT_TRANSLATE_NOOP("Action", "Simplified → Traditional (Hong Kong)"),
        "converting.convert:s2hk",
        needs="document",
    ),
    None,
    Action(
        "script.t2s",
        QT_TRANSLATE_NOOP("Action", "Traditional → Simplified"),
        "converting.convert:t2s",
        ("Ctrl+Shift+S",),
        needs="document",
    ),
    Action(
        "script.tw2sp",
        QT_TRANSLATE_NOOP("Action", "Traditional (Taiwan, Words Too) → Simplified"),
        "converting.convert:tw2sp",
        needs="document",
    ),
    Action(
        "script.hk2s",
        QT_TRANSLATE_NOOP("Action", "Traditional (Hong Kong) → Simplified"),
        "converting.convert:hk2s",
        needs="document",
    ),
)
_EDIT = (
    Action(
        "undo", QT_TRANSLATE_NOOP("Action", "Undo"), "review.undo", ("Ctrl+Z",), "undo", "undo", toolbar=True
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("Action", "Redo"),
        "review.redo",
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        "redo",
        toolbar=True,
    ),
    None,
    Action(
        "edit_row", QT_TRANSLATE_NOOP("Action", "Edit Paragraph"), "review.edit_row", ("F2",), needs="row"
    ),
    Action(
        "split",
        QT_TRANSLATE_NOOP("Action", "Split Here"),
        "review.split",
        ("Ctrl+Return", "Ctrl+Enter"),
        "split",
        "row",
    ),
    Action("join", QT_TRANSLATE_NOOP("Action", "Join with Next"), "review.join", ("Ctrl+J",), "join", "row"),
    Action(
        "move_up", QT_TRANSLATE_NOOP("Action", "Move Up"), "review.move_up", ("Alt+Shift+Up",), "up", "row"
    ),
    Action(
        "move_down",
        QT_TRANSLATE_NOOP("Action", "Move Down"),
        "review.move_down",
        ("Alt+Shift+Down",),
        "down",
        "row",
    ),
    Action(
        "move_part",
        QT_TRANSLATE_NOOP("Action", "Move Part…"),
        "review.move_part",
        ("Ctrl+Shift+M",),
        needs="row",
    ),
    Action(
        "insert",
        QT_TRANSLATE_NOOP("Action", "Insert a Paragraph of One's Own…"),
        "review.insert",
        ("Ctrl+Shift+N",),
        "insert",
        "document",
    ),
    None,
    Menu("script", QT_TRANSLATE_NOOP("Menu", "Simplified and Traditional"), _SCRIPT),
    None,
    Action(
        "copy_plain",
        QT_TRANSLATE_NOOP("Action", "Copy Clean Article"),
        "exporting.copy_plain",
        ("Ctrl+Shift+C",),
        "copy",
        "row",
    ),
    Action(
        "copy_formatted",
        QT_TRANSLATE_NOOP("Action", "Copy Article with Formatting"),
        "exporting.copy_formatted",
        ("Ctrl+Alt+C",),
        needs="row",
    ),
    None,
    Action(
        "find",
        QT_TRANSLATE_NOOP("Action", "Find…"),
        "finding.open",
        ("Ctrl+F",),
        "find",
        "document",
        toolbar=True,
    ),
    Action(
        "replace",
        QT_TRANSLATE_NOOP("Action", "Replace…"),
        "finding.open_replace",
        ("Ctrl+H",),
        needs="document",
    ),
    Action("find_next", QT_TRANSLATE_NOOP("Action", "Find Next"), "finding.next", ("F3",), needs="document"),
    Action(
        "find_previous",
        QT_TRANSLATE_NOOP("Action", "Find Previous"),
        "finding.previous",
        ("Shift+F3",),
        needs="document",
    ),
)
_REMARKS = (
    Action("note", QT_TRANSLATE_NOOP("Action", "Remark…"), "remarks.add", ("Ctrl+Alt+M",), needs="row"),
    Action("note_answer", QT_TRANSLATE_NOOP("Action", "Answer"), "remarks.answer", ("R",), scope=NOTES),
    Action(
        "note_settle",
        QT_TRANSLATE_NOOP("Action", "Settled, or Open Again"),
        "remarks.settle",
        ("S",),
        scope=NOTES,
    ),
    Action(
        "note_go",
        QT_TRANSLATE_NOOP("Action", "Show the Text of the Remark"),
        "remarks.go",
        ("G",),
        scope=NOTES,
    ),
    None,
    Action(
        "bookmark", QT_TRANSLATE_NOOP("Action", "Bookmark"), "remarks.bookmark", ("Ctrl+F2",), needs="row"
    ),
    Action(
        "next_bookmark",
        QT_TRANSLATE_NOOP("Action", "Next Bookmark"),
        "remarks.next_bookmark",
        ("Ctrl+F3",),
        needs="document",
    ),
    Action(
        "previous_bookmark",
        QT_TRANSLATE_NOOP("Action", "Previous Bookmark"),
        "remarks.previous_bookmark",
        ("Ctrl+Shift+F3",),
        needs="document",
    ),
)
_HITS = (
    Action(
        "hits_toggle",
        QT_TRANSLATE_NOOP("Action", "Take One Out, or Put It Back"),
        "alike.toggle",
        ("Space",),
        scope=HITS,
    ),
    Action(
        "hits_settle",
        QT_TRANSLATE_NOOP("Action", "Settle the Rest"),
        "alike.settle",
        ("Return", "Enter"),
        scope=HITS,
    ),
    Action(
        "hits_refuse", QT_TRANSLATE_NOOP("Action", "Keep the Rest"), "alike.refuse", ("Delete",), scope=HITS
    ),
    Action("hits_go", QT_TRANSLATE_NOOP("Action", "Show the Place"), "alike.go", ("G",), scope=HITS),
    Action(
        "hits_close",
        QT_TRANSLATE_NOOP("Action", "Close the Concordance"),
        "alike.close",
        ("Esc",),
        scope=HITS,
    ),
)
_REVIEW = (
    Action(
        "next_doubt",
        QT_TRANSLATE_NOOP("Action", "Next Doubt"),
        "review.next_doubt",
        ("F8",),
        "next",
        "document",
        toolbar=True,
    ),
    Action(
        "previous_doubt",
        QT_TRANSLATE_NOOP("Action", "Previous Doubt"),
        "review.previous_doubt",
        ("Shift+F8",),
        "previous",
        "document",
        toolbar=True,
    ),
    None,
    Action(
        "take_repaired",
        QT_TRANSLATE_NOOP("Action", "Take Repaired"),
        "review.take_repaired",
        ("Alt+Right",),
        "accept",
        "row",
    ),
    Action(
        "restore_raw",
        QT_TRANSLATE_NOOP("Action", "Restore Raw"),
        "review.restore_raw",
        ("Alt+Left",),
        "reject",
        "row",
    ),
    None,
    Action(
        "alike",
        QT_TRANSLATE_NOOP("Action", "All Alike…"),
        "alike.show",
        ("Ctrl+Shift+A",),
        needs="row",
    ),
    Action(
        "rule_offer",
        QT_TRANSLATE_NOOP("Action", "Rule on Offer"),
        "learning.enter",
        ("Ctrl+Shift+L",),
        needs="document",
    ),
    Menu("hits", QT_TRANSLATE_NOOP("Menu", "In the Concordance"), _HITS),
    None,
    Menu("remarks", QT_TRANSLATE_NOOP("Menu", "Remarks and Bookmarks"), _REMARKS),
    Action(
        "take_back",
        QT_TRANSLATE_NOOP("Action", "Take Back in This Paragraph"),
        "history.take_back",
        ("Delete",),
        needs="row",
        scope=HISTORY,
    ),
    None,
    Action(
        "accept_next",
        QT_TRANSLATE_NOOP("Action", "Accept and Next"),
        "review.accept_next",
        ("Return", "Enter"),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "reject_next",
        QT_TRANSLATE_NOOP("Action", "Keep Raw and Next"),
        "review.reject_next",
        ("Delete",),
        needs="doubt",
        scope=DOUBTS,
    ),
    *_offer_actions(),
    Action(
        "alike_doubt",
        QT_TRANSLATE_NOOP("Action", "All Alike…"),
        "alike.show",
        ("A",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "queue_order",
        QT_TRANSLATE_NOOP("Action", "Next Order of the Queue"),
        "review.next_order",
        ("O",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "queue_kind",
        QT_TRANSLATE_NOOP("Action", "This Kind Only, or All"),
        "review.one_kind",
        ("K",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "later",
        QT_TRANSLATE_NOOP("Action", "Later"),
        "review.next_doubt",
        ("Space",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "leave",
        QT_TRANSLATE_NOOP("Action", "Back to the Text"),
        "viewing.focus_text",
        ("Esc",),
        needs="document",
        scope=DOUBTS,
    ),
)
_ORDER = (
    Action(
        "article_up",
        QT_TRANSLATE_NOOP("Action", "Move Up in the List"),
        "ordering.up",
        ("Alt+Up",),
        needs="desk",
        scope=ARTICLES,
    ),
    Action(
        "article_down",
        QT_TRANSLATE_NOOP("Action", "Move Down in the List"),
        "ordering.down",
        ("Alt+Down",),
        needs="desk",
        scope=ARTICLES,
    ),
    Action(
        "put_back",
        QT_TRANSLATE_NOOP("Action", "Put Article Back to Its Own Text"),
        "ordering.put_back",
        ("Alt+Home",),
        needs="desk",
        scope=ARTICLES,
    ),
    Action(
        "rename_line",
        QT_TRANSLATE_NOOP("Action", "Name Page, Document or Issue…"),
        "ordering.rename",
        ("Shift+F2",),
        needs="desk",
        scope=ARTICLES,
    ),
    None,
    Action(
        "in_issue",
        QT_TRANSLATE_NOOP("Action", "Put Document into the Issue or out of It"),
        "ordering.toggle_issue",
        ("Alt+End",),
        needs="desk",
        scope=ARTICLES,
    ),
)
_PICTURES = (
    Action(
        "place_picture",
        QT_TRANSLATE_NOOP("Action", "Place Picture…"),
        "illustrating.choose_files",
        ("Ctrl+Shift+I",),
        "picture",
        "row",
    ),
    Action(
        "paste_picture",
        QT_TRANSLATE_NOOP("Action", "Paste Picture"),
        "illustrating.paste",
        ("Ctrl+Shift+V",),
        needs="row",
    ),
    Action(
        "next_caption",
        QT_TRANSLATE_NOOP("Action", "Next Caption without Picture"),
        "illustrating.next_waiting",
        ("F7",),
        needs="document",
    ),
    None,
    Action(
        "take_off", QT_TRANSLATE_NOOP("Action", "Take Picture Off"), "illustrating.take_off", needs="picture"
    ),
    Action(
        "save_picture",
        QT_TRANSLATE_NOOP("Action", "Save Original Picture…"),
        "illustrating.save_original",
        needs="picture",
    ),
)
_MARK = (
    *_role_actions(keyed=True),
    Menu("roles", QT_TRANSLATE_NOOP("Menu", "More Roles"), _role_actions(keyed=False)),
    Action(
        "role_palette",
        QT_TRANSLATE_NOOP("Action", "Change Role…"),
        "vocabulary.palette",
        ("Ctrl+K",),
        needs="row",
    ),
    None,
    Action(
        "hold",
        QT_TRANSLATE_NOOP("Action", "Leave out of Print"),
        "review.hold",
        ("Ctrl+Shift+H",),
        needs="row",
        checkable=True,
    ),
    Action(
        "cut",
        QT_TRANSLATE_NOOP("Action", "Article Begins Here"),
        "review.cut",
        ("Ctrl+Shift+B",),
        needs="row",
        checkable=True,
    ),
    Action(
        "merge_article",
        QT_TRANSLATE_NOOP("Action", "Join with Article Before"),
        "articles.merge",
        ("Ctrl+Shift+J",),
        needs="row",
    ),
    Menu("order", QT_TRANSLATE_NOOP("Menu", "Order of the Issue"), _ORDER),
    None,
    Menu("pictures", QT_TRANSLATE_NOOP("Menu", "Pictures"), _PICTURES),
    None,
    Action(
        "guard",
        QT_TRANSLATE_NOOP("Action", "Protect Selected Name"),
        "vocabulary.guard",
        ("Ctrl+Shift+G",),
        needs="row",
    ),
    Action("names", QT_TRANSLATE_NOOP("Action", "House Names…"), "vocabulary.edit_names", needs="desk"),
    Action(
        "role_names", QT_TRANSLATE_NOOP("Action", "Names of Roles…"), "vocabulary.edit_roles", needs="desk"
    ),
)
_CHECK = (
    Action(
        "checks", QT_TRANSLATE_NOOP("Action", "Checks and Rules…"), "inspection.show_checks", needs="desk"
    ),
    Action("lists", QT_TRANSLATE_NOOP("Action", "Import Lists…"), "inspection.import_lists", needs="desk"),
    None,
    Action(
        "slip",
        QT_TRANSLATE_NOOP("Action", "Mark a Mistake…"),
        "remarks.mark_slip",
        ("Ctrl+Shift+X",),
        needs="row",
    ),
    Action(
        "slip_off",
        QT_TRANSLATE_NOOP("Action", "Take Marks of Mistakes Away"),
        "remarks.unmark_slip",
        needs="row",
    ),
    Action(
        "statistics",
        QT_TRANSLATE_NOOP("Action", "Statistics…"),
        "inspection.show_statistics",
        ("Ctrl+Shift+D",),
        needs="document",
    ),
)
_APPEARANCE = (
    Action(
        "theme.system",
        QT_TRANSLATE_NOOP("Action", "Follow the System"),
        "viewing.set_theme:system",
        checkable=True,
    ),
    Action("theme.light", QT_TRANSLATE_NOOP("Action", "Light"), "viewing.set_theme:light", checkable=True),
    Action("theme.dark", QT_TRANSLATE_NOOP("Action", "Dark"), "viewing.set_theme:dark", checkable=True),
)
_VIEW = (
    Action(
        "desk_review",
        QT_TRANSLATE_NOOP("Action", "Review"),
        "desks.review",
        ("F5",),
        "review",
        "document",
        toolbar=True,
        checkable=True,
    ),
    Action(
        "desk_pages",
        QT_TRANSLATE_NOOP("Action", "Pages"),
        "desks.pages",
        ("F6",),
        "pages",
        "document",
        toolbar=True,
        checkable=True,
    ),
    None,
    Action(
        "focus_articles", QT_TRANSLATE_NOOP("Action", "Go to Articles"), "viewing.focus_articles", ("Alt+1",)
    ),
    Action("focus_text", QT_TRANSLATE_NOOP("Action", "Go to Text"), "viewing.focus_text", ("Alt+2",)),
    Action("focus_doubts", QT_TRANSLATE_NOOP("Action", "Go to Doubts"), "viewing.focus_doubts", ("Alt+3",)),
    Action(
        "focus_figures", QT_TRANSLATE_NOOP("Action", "Go to Figures"), "viewing.focus:figures", ("Alt+4",)
    ),
    Action(
        "focus_article",
        QT_TRANSLATE_NOOP("Action", "Go to Article Properties"),
        "viewing.focus:article",
        ("Alt+5",),
    ),
    Action("focus_notes", QT_TRANSLATE_NOOP("Action", "Go to Remarks"), "viewing.focus:notes", ("Alt+6",)),
    Action(
        "focus_history", QT_TRANSLATE_NOOP("Action", "Go to History"), "viewing.focus:history", ("Alt+7",)
    ),
    None,
    Action(
        "show_articles", QT_TRANSLATE_NOOP("Action", "Show Articles"), "viewing.show:articles", checkable=True
    ),
    Action("show_doubts", QT_TRANSLATE_NOOP("Action", "Show Doubts"), "viewing.show:doubts", checkable=True),
    Action(
        "show_figures", QT_TRANSLATE_NOOP("Action", "Show Figures"), "viewing.show:figures", checkable=True
    ),
    Action(
        "show_article",
        QT_TRANSLATE_NOOP("Action", "Show Article Properties"),
        "viewing.show:article",
        checkable=True,
    ),
    None,
    Action(
        "blink",
        QT_TRANSLATE_NOOP("Action", "Raw Text in Place (hold)"),
        "viewing.blink",
        ("F9",),
        needs="document",
    ),
    Action("zoom_in", QT_TRANSLATE_NOOP("Action", "Zoom In"), "desks.zoom_in", ("Ctrl+=", "Ctrl++")),
    Action("zoom_out", QT_TRANSLATE_NOOP("Action", "Zoom Out"), "desks.zoom_out", ("Ctrl+-",)),
    Action("zoom_reset", QT_TRANSLATE_NOOP("Action", "Actual Size"), "desks.zoom_reset", ("Ctrl+Alt+0",)),
    Action(
        "fit_width",
        QT_TRANSLATE_NOOP("Action", "Page Width"),
        "desks.fit_width",
        ("Ctrl+Alt+1",),
        needs="document",
    ),
    Action(
        "fit_page",
        QT_TRANSLATE_NOOP("Action", "Whole Page"),
        "desks.fit_page",
        ("Ctrl+Alt+2",),
        needs="document",
    ),
    None,
    Menu("appearance", QT_TRANSLATE_NOOP("Menu", "Appearance"), _APPEARANCE),
)
_HELP = (
    Action(
        "palette",
        QT_TRANSLATE_NOOP("Action", "All Commands…"),
        "shortcuts.palette",
        ("Ctrl+Shift+P",),
    ),
    Action("sheet", QT_TRANSLATE_NOOP("Action", "Keyboard Shortcuts"), "shortcuts.sheet", ("F1", "?")),
    Action("keys", QT_TRANSLATE_NOOP("Action", "Change Keys…"), "shortcuts.change"),
    Action("about", QT_TRANSLATE_NOOP("Action", "About Qingyang"), "viewing.about"),
)
MENUS: tuple[Menu, ...] = (
    Menu("file", QT_TRANSLATE_NOOP("Menu", "File"), _FILE),
    Menu("edit", QT_TRANSLATE_NOOP("Menu", "Edit"), _EDIT),
    Menu("review", QT_TRANSLATE_NOOP("Menu", "Review"), _REVIEW),
    Menu("mark", QT_TRANSLATE_NOOP("Menu", "Mark"), _MARK),
    Menu("check", QT_TRANSLATE_NOOP("Menu", "Check"), _CHECK),
    Menu("view", QT_TRANSLATE_NOOP("Menu", "View"), _VIEW),
    Menu("help", QT_TRANSLATE_NOOP("Menu", "Help"), _HELP),
)
ROW_MENU = (
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
    "copy_plain",
    "copy_formatted",
)
"""Ids of the menu on a row; empty is a line, ``roles`` the menu of roles."""


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
