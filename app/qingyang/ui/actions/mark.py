"""The menu of marking: roles, articles, pictures, names."""

from __future__ import annotations

from qingyang.text.role import ROLES
from qingyang.ui.action import ARTICLES, QT_TRANSLATE_NOOP, Action, Menu


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
    Action(
        "choose_issue",
        QT_TRANSLATE_NOOP("Action", "Go to Issue…"),
        "ordering.choose_issue",
        ("Ctrl+Alt+I",),
        needs="desk",
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
MENU = Menu("mark", QT_TRANSLATE_NOOP("Menu", "Mark"), _MARK)
