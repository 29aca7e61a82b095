"""Issues in the article list: older ones are taken up again by mouse, keys and menu, and the pages follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from tests.ui.conftest import press, until_idle

from qingyang.services.project import Project
from qingyang.text.issue import Issue, IssueFacts
from qingyang.ui.outline_entry import Entry, Kind
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def project_of(window: Window) -> Project:
    assert window.session.project is not None
    return window.session.project


def tops(window: Window) -> list[Entry]:
    model = window.outline.entries
    found = (model.entry(model.index(k, 0)) for k in range(model.rowCount()))
    return [entry for entry in found if entry is not None]


@pytest.fixture
def older(desk: Window) -> Issue:
    """An older issue of the second document alone, below one of the whole desk."""
    project = project_of(desk)
    second = project.documents()[1].id
    made = project.issues.put(Issue(IssueFacts("旧报", "8", date="上月"), "a4-brief", (second,)))
    project.issues.put(Issue(IssueFacts("新报", "9")))
    return made


def choose(window: Window, title: str) -> None:
    model = window.outline.entries
    group = model.index(model.rowCount() - 1, 0)
    for k in range(model.rowCount(group)):
        if model.index(k, 0, group).data() == title:
            window.outline.setCurrentIndex(model.index(k, 0, group))
    window.outline.setFocus()
    press(window, "Return")


def test_an_older_issue_is_listed_with_its_date_and_enter_takes_it_up(desk: Window, older: Issue) -> None:
    assert [entry.kind for entry in tops(desk)] == [Kind.ISSUE, Kind.OTHERS]
    choose(desk, "旧报 第 8 期")
    assert project_of(desk).issues.at_hand() == older
    assert [entry.title for entry in tops(desk)] == ["旧报 第 8 期", "未编入本期", "其他各期"]
    model = desk.outline.entries
    assert model.rowCount(model.index(0, 0)) == 1
    other = model.entry(model.index(0, 0, model.index(2, 0)))
    assert other is not None and other.title == "新报 第 9 期"


def test_an_issue_of_the_same_name_is_listed_by_its_number(desk: Window, older: Issue) -> None:
    project_of(desk).issues.put(older._replace(facts=IssueFacts("新报", "8", date="上月")))
    model = desk.outline.entries
    assert model.index(0, 0, model.index(1, 0)).data() == "第 8 期"


def test_what_is_done_then_is_done_to_the_issue_at_hand(desk: Window, older: Issue) -> None:
    choose(desk, "旧报 第 8 期")
    first = project_of(desk).documents()[0].id
    desk.outline.setCurrentIndex(desk.outline.entries.document(first))
    desk.outline.setFocus()
    press(desk, "Alt+End")
    newer, changed = project_of(desk).issues.all()
    assert changed.id == older.id and set(changed.documents) == {first, *older.documents}
    assert newer.facts.number == "9" and not newer.documents
    press(desk, "Ctrl+Z")
    assert project_of(desk).issues.at_hand() == older


def test_the_menu_offers_every_issue_and_ticks_the_one_at_hand(desk: Window, older: Issue) -> None:
    press(desk, "Ctrl+Alt+I")
    menu = next(child for child in desk.outline.findChildren(QMenu) if child.isVisible())
    assert [(row.text().split("\u2003")[0], row.isChecked()) for row in menu.actions()] == [
        ("新报 第 9 期", True),
        ("旧报 第 8 期", False),
    ]
    # An open menu takes the keys, whatever has the focus.
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert project_of(desk).issues.at_hand() == older


def test_the_pages_are_those_of_the_issue_at_hand(desk: Window, older: Issue) -> None:
    press(desk, "F6")
    until_idle(desk)
    choose(desk, "旧报 第 8 期")
    until_idle(desk)
    paged = desk.page_desk.view.paged
    assert paged is not None and paged.layout.title == "旧报"
    assert desk.page_desk.form.fields["number"].text() == "8"


def test_nothing_is_dropped_on_an_issue_that_is_not_at_hand(desk: Window, older: Issue) -> None:
    model = desk.outline.entries
    group = model.index(model.rowCount() - 1, 0)
    for index in (group, model.index(0, 0, group)):
        assert not model.flags(index) & (Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable)
