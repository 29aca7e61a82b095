"""Every action done, undone, redone and undone through the window: text, roles and records byte for byte."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox
from tests.ui.conftest import press, reviewed, type_text, until_idle

from qingyang.text.edit import Edit
from qingyang.text.row import Doubt
from qingyang.ui.dialogs import OwnParagraph
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
ROW = 11


def state(window: Window) -> tuple[object, ...]:
    """Everything that can be seen of a document, to be compared exactly."""
    review = reviewed(window)
    rows = tuple(review.row(k) for k in range(len(review)))
    return (
        str(review.reading.text).encode(),
        rows,
        dict(review.draft.records),
        tuple(review.doubts()),
        tuple(review.articles()),
    )


def go_to(window: Window, row: int) -> None:
    """Put the caret's row somewhere, the keys in the text."""
    window.view.setFocus()
    window.view.go_to_row(row)


def doubt(window: Window, applied: bool) -> Doubt:
    """Make the first edit that is applied, or only offered, the current doubt, the keys in its list."""
    found = next(d for d in window.session.doubts if d.applied == applied and isinstance(d.subject, Edit))
    window.doubts.setFocus()
    window.deciding.go_to(found)
    window.doubts.setFocus()
    return found


def accept(window: Window) -> None:
    doubt(window, applied=False)
    press(window, "Return")


def reject(window: Window) -> None:
    doubt(window, applied=True)
    press(window, "Delete")


def take(window: Window) -> None:
    doubt(window, applied=False)
    window.view.setFocus()
    press(window, "Alt+Right")


def restore(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Alt+Left")


def split(window: Window) -> None:
    go_to(window, ROW)
    window.view.edit_row(ROW, 8)
    press(window, "Ctrl+Return")


def join(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Ctrl+J")


def edit(window: Window) -> None:
    go_to(window, ROW)
    window.view.edit_row(ROW, 3)
    type_text(window, "清样x")
    window.view.commit()


def move_up(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Alt+Shift+Up")


def move_down(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Alt+Shift+Down")


def insert(window: Window) -> None:
    go_to(window, 1)
    press(window, "Ctrl+Shift+N")
    dialog = next(d for d in window.findChildren(OwnParagraph) if d.isVisible())
    dialog.text.setPlainText("补上的标题")
    dialog.role.setCurrentText("主题")
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def hold(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Ctrl+Shift+H")


def role(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Ctrl+6")


def cut(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Ctrl+Shift+B")


def convert(window: Window) -> None:
    go_to(window, ROW)
    press(window, "Ctrl+Shift+T")
    until_idle(window)


DEEDS: dict[str, Callable[[Window], None]] = {
    "accept": accept,
    "reject": reject,
    "take": take,
    "restore": restore,
    "split": split,
    "join": join,
    "edit": edit,
    "move_up": move_up,
    "move_down": move_down,
    "insert": insert,
    "hold": hold,
    "role": role,
    "cut": cut,
    "convert": convert,
}
KINDS = {
    "take": "accept",
    "restore": "reject",
    "move_up": "move",
    "move_down": "move",
    "hold": "mark",
}


@pytest.mark.parametrize("deed", DEEDS)
def test_done_undone_redone_undone(desk: Window, deed: str) -> None:
    before = state(desk)
    DEEDS[deed](desk)
    after = state(desk)
    assert after != before
    change = reviewed(desk).undoable()
    assert change is not None and change.kind == KINDS.get(deed, deed)
    for wanted, keys in ((before, "Ctrl+Z"), (after, "Ctrl+Y"), (before, "Ctrl+Z")):
        desk.view.setFocus()
        press(desk, keys)
        assert state(desk) == wanted


def test_undo_says_what_it_takes_back(desk: Window) -> None:
    undo = desk.commands.made["undo"]
    assert not undo.isEnabled()
    join(desk)
    assert (undo.text(), undo.isEnabled()) == ("撤销 并段", True)
    press(desk, "Ctrl+Z")
    assert desk.commands.made["redo"].text() == "重做 并段"
    assert "并段" in desk.status.passing.text()


def test_undo_goes_to_what_it_takes_back(desk: Window) -> None:
    go_to(desk, 1)
    desk.view.edit_row(1, 0)
    type_text(desk, "甲")
    last = len(reviewed(desk)) - 1
    desk.view.go_to_row(last)
    press(desk, "Ctrl+Z")
    assert desk.view.current_row() == 1 and not desk.view.is_editing()
    desk.view.edit_row(last, 0)
    press(desk, "Ctrl+Y")
    assert reviewed(desk).text(1).startswith("甲")
    assert desk.view.current_row() == 1 and desk.view.is_editing()


def test_undo_in_the_row_at_hand_leaves_what_is_selected(desk: Window) -> None:
    reviewed(desk).replace(reviewed(desk).passages[2].start, reviewed(desk).passages[2].start, "甲")
    go_to(desk, 1)
    press(desk, "Shift+Down")
    press(desk, "Ctrl+Z")
    assert desk.view.selected_rows() == (1, 2)


def test_a_paragraph_of_ones_own_stands_where_asked_with_its_role(desk: Window) -> None:
    insert(desk)
    review = reviewed(desk)
    assert (review.text(1), review.tags[1].role) == ("补上的标题", "headline")
    assert review.raw_lines(1) == ()


def test_after_a_decision_the_next_doubt_is_current(desk: Window) -> None:
    first, second = desk.session.doubts[:2]
    desk.doubts.setFocus()
    desk.deciding.go_to(first)
    desk.doubts.setFocus()
    press(desk, "Return")
    assert desk.session.doubt is not None and desk.session.doubt.key == second.key
    assert desk.doubts.hasFocus()
    assert first.key not in [d.key for d in desk.session.doubts]


def test_doubts_are_walked_in_text_order_and_round(desk: Window) -> None:
    go_to(desk, 0)
    walked = []
    for _ in range(len(desk.session.doubts) + 1):
        press(desk, "F8")
        assert desk.session.doubt is not None
        walked.append(desk.session.doubt.key)
        assert desk.view.current_row() == desk.session.row_of(desk.session.doubt)
    assert walked[:-1] == [d.key for d in desk.session.doubts]
    assert walked[-1] == walked[0]
    press(desk, "Shift+F8")
    assert desk.session.doubt.key == walked[-2]


def test_doubts_are_walked_from_the_carets_row(desk: Window) -> None:
    rows = [desk.session.row_of(d) for d in desk.session.doubts]
    there = rows[2]
    assert rows[1] < there
    for start, keys, wanted in ((there, "F8", 2), (there + 1, "Shift+F8", 2), (there, "Shift+F8", 1)):
        go_to(desk, start)
        press(desk, keys)
        assert desk.session.doubt == desk.session.doubts[wanted]


def test_leaving_the_row_leaves_the_doubt(desk: Window) -> None:
    doubt(desk, applied=True)
    go_to(desk, 0)
    assert desk.session.doubt is None
    assert not desk.doubts.selectionModel().hasSelection()


def test_escape_leaves_and_never_decides(desk: Window) -> None:
    before = state(desk)
    doubt(desk, applied=True)
    press(desk, "Esc")
    assert state(desk) == before
    assert not desk.doubts.hasFocus()


def test_what_is_being_typed_is_settled_before_anything_else(desk: Window) -> None:
    go_to(desk, ROW)
    desk.view.edit_row(ROW, 0)
    type_text(desk, "新")
    desk.commands.made["role.subhead"].trigger()
    review = reviewed(desk)
    assert review.text(ROW).startswith("新")
    assert review.tags[ROW].role == "subhead"


def test_every_kind_of_change_has_a_name(desk: Window) -> None:
    for kind in {*DEEDS, *KINDS.values()} - set(KINDS):
        assert desk.words.term(f"change.{kind}") != f"change.{kind}"


def test_keys_are_shown_as_the_system_writes_them() -> None:
    assert QKeySequence("Ctrl+Shift+H").toString(QKeySequence.SequenceFormat.NativeText)


def texts(window: Window) -> list[str]:
    """The rows as they read."""
    review = reviewed(window)
    return [review.text(k) for k in range(len(review))]


def test_what_the_keys_do_to_the_rows(desk: Window) -> None:
    before = texts(desk)
    head, row, following = before[:ROW], before[ROW], before[ROW + 1]
    split(desk)
    assert texts(desk) == [*head, row[:8], row[8:], *before[ROW + 1 :]]
    press(desk, "Ctrl+Z")
    join(desk)
    assert texts(desk) == [*head, row + following, *before[ROW + 2 :]]
    press(desk, "Ctrl+Z")
    edit(desk)
    assert texts(desk) == [*head, f"{row[:3]}清样x{row[3:]}", *before[ROW + 1 :]]
    desk.view.setFocus()
    press(desk, "Ctrl+Z")
    move_down(desk)
    assert texts(desk) == [*head, following, row, *before[ROW + 2 :]]
    assert desk.view.current_row() == ROW + 1
    press(desk, "Alt+Shift+Up")
    assert texts(desk) == before
    assert desk.view.current_row() == ROW


def test_what_the_keys_do_to_roles_and_marks(desk: Window) -> None:
    role(desk)
    assert reviewed(desk).tags[ROW].role == "subhead"
    hold(desk)
    assert not reviewed(desk).paragraph(ROW).printed
    assert desk.commands.made["hold"].isChecked()
    hold(desk)
    assert reviewed(desk).paragraph(ROW).printed
    cut(desk)
    assert reviewed(desk).tags[ROW].begins
    cut(desk)
    assert not reviewed(desk).tags[ROW].begins


def test_what_the_keys_do_to_doubts(desk: Window) -> None:
    offered = doubt(desk, applied=False)
    press(desk, "Return")
    assert offered.subject in reviewed(desk).draft.edits_in_force()
    applied = doubt(desk, applied=True)
    press(desk, "Delete")
    assert applied.subject not in reviewed(desk).draft.edits_in_force()
    assert {offered.key, applied.key}.isdisjoint(d.key for d in desk.session.doubts)


def test_keys_act_on_every_selected_row(desk: Window) -> None:
    desk.view.setFocus()
    desk.view.go_to_row(ROW)
    press(desk, "Shift+Down")
    assert desk.view.selected_rows() == (ROW, ROW + 1)
    press(desk, "Ctrl+6")
    assert [t.role for t in reviewed(desk).tags[ROW : ROW + 2]] == ["subhead", "subhead"]


def test_undo_can_be_clicked_as_soon_as_something_is_typed(desk: Window) -> None:
    undo, before = desk.commands.made["undo"], str(reviewed(desk).reading.text)
    desk.view.edit_row(1, 0)
    assert not undo.isEnabled()
    type_text(desk, "刚")
    assert undo.isEnabled() and undo.text() == "撤销 改字" and undo.iconText() == "撤销"
    press(desk, "Backspace")
    assert not undo.isEnabled()
    type_text(desk, "打的字")
    undo.trigger()
    assert str(reviewed(desk).reading.text) == before
    assert not undo.isEnabled() and desk.commands.made["redo"].isEnabled()
