"""The menu of reviewing: doubts, all alike, remarks and bookmarks."""

from __future__ import annotations

from qingyang.ui.action import DOUBTS, HISTORY, HITS, NOTES, OFFER_KEYS, QT_TRANSLATE_NOOP, Action, Menu


def _offer_actions() -> tuple[Action, ...]:
    """Return one action a key that takes an alternative; their words come from the tables of words too."""
    return tuple(
        Action(f"offer.{key}", "", f"deciding.take_offer:{key}", (key,), needs="offer", scope=DOUBTS)
        for key in OFFER_KEYS
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
        "deciding.next_doubt",
        ("F8",),
        "next",
        "document",
        toolbar=True,
    ),
    Action(
        "previous_doubt",
        QT_TRANSLATE_NOOP("Action", "Previous Doubt"),
        "deciding.previous_doubt",
        ("Shift+F8",),
        "previous",
        "document",
        toolbar=True,
    ),
    None,
    Action(
        "take_repaired",
        QT_TRANSLATE_NOOP("Action", "Take Repaired"),
        "deciding.take_repaired",
        ("Alt+Right",),
        "accept",
        "row",
    ),
    Action(
        "restore_raw",
        QT_TRANSLATE_NOOP("Action", "Restore Raw"),
        "deciding.restore_raw",
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
        "deciding.accept_next",
        ("Return", "Enter"),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "reject_next",
        QT_TRANSLATE_NOOP("Action", "Keep Raw and Next"),
        "deciding.reject_next",
        ("Delete",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Menu("offers", QT_TRANSLATE_NOOP("Menu", "Alternatives"), _offer_actions()),
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
        "deciding.next_order",
        ("O",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "queue_kind",
        QT_TRANSLATE_NOOP("Action", "This Kind Only, or All"),
        "deciding.one_kind",
        ("K",),
        needs="doubt",
        scope=DOUBTS,
    ),
    Action(
        "later",
        QT_TRANSLATE_NOOP("Action", "Later"),
        "deciding.next_doubt",
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
MENU = Menu("review", QT_TRANSLATE_NOOP("Menu", "Review"), _REVIEW)
