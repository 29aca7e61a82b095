"""The page desk in a real window: to the pages and back, seeing a change, choosing, stopping; nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, press, reviewed, until_idle, wait_for_document

from qingyang.compose.places import blocks
from qingyang.services.paging import Paged
from qingyang.services.project import Project
from qingyang.text.issue import Issue
from qingyang.ui.export_dialog import ExportPdf
from qingyang.ui.pages.view import PageView
from qingyang.ui.window import Window

pytestmark = pytest.mark.window


def on_pages(window: Window) -> Paged:
    """Go to the pages by key and wait for them."""
    press(window, "F6")
    return shown(window)


def shown(window: Window) -> Paged:
    """Return the pages once they are made and drawn."""
    until_idle(window)
    paged = window.page_desk.view.paged
    assert paged is not None and window.page_desk.view.next_wanted() is None
    return paged


def project_of(window: Window) -> Project:
    assert window.session.project is not None
    return window.session.project


def row_on(window: Window) -> int:
    """Return the row of the paragraph that is current on the pages."""
    view = window.page_desk.view
    assert view.paged is not None and view.current is not None
    document, row = view.paged.row_of(*view.current)
    assert document == window.session.document
    return row


def picture_of(window: Window) -> QImage:
    """Return the current paragraph's page as it is drawn."""
    view = window.page_desk.view
    assert view.paged is not None and view.current is not None
    return view._drawn.all[view.paged.page_of(*view.current)].image.copy()


def click(view: PageView, article: int, paragraph: int) -> None:
    """Bring a paragraph into sight and click its first line."""
    assert view.go_to(article, paragraph) and view.paged is not None
    page = view.paged.page_of(article, paragraph)
    block = next(
        b for b in blocks(view.paged.layout.pages[page]) if (b.article, b.paragraph) == (article, paragraph)
    )
    box = view._box(page, block)[0]
    at = QPoint(round(box.center().x()), round(box.top()) + 3)
    at -= QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("way", ["key", "menu", "toolbar"])
def test_the_pages_come_and_go_with_the_place(desk: Window, way: str) -> None:
    desk.view.go_to_row(12)
    if way == "key":
        press(desk, "F6")
    elif way == "menu":
        desk.commands.made["desk_pages"].trigger()
    else:
        bar = desk.findChild(QToolBar)
        assert bar is not None
        button = bar.widgetForAction(desk.commands.made["desk_pages"])
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    shown(desk)
    assert desk.middle.currentWidget() is desk.page_desk and desk.page_desk.view.hasFocus()
    assert desk.commands.made["desk_pages"].isChecked() and not desk.commands.made["desk_review"].isChecked()
    assert row_on(desk) == 12
    press(desk, "F5")
    assert desk.middle.currentWidget() is desk.desk and desk.view.current_row() == 12
    assert desk.commands.made["desk_review"].isChecked()


def test_a_click_on_a_block_returns_to_its_paragraph(desk: Window) -> None:
    paged = on_pages(desk)
    place = list(paged.pages)[20]
    click(desk.page_desk.view, *place)
    until_idle(desk)
    document, row = paged.row_of(*place)
    assert desk.middle.currentWidget() is desk.desk
    assert (desk.session.document, desk.view.current_row()) == (document, row)


def test_a_click_on_a_block_of_another_document_opens_that_one(desk: Window) -> None:
    paged = on_pages(desk)
    other = next(place for place in paged.pages if paged.row_of(*place)[0] != desk.session.document)
    click(desk.page_desk.view, *other)
    until_idle(desk)
    assert (desk.session.document, desk.view.current_row()) == paged.row_of(*other)


def test_keys_alone_choose_a_paragraph_and_go_to_it(desk: Window) -> None:
    desk.view.go_to_row(3)
    on_pages(desk)
    for _ in range(4):
        press(desk, "Down")
    press(desk, "Up")
    row = row_on(desk)
    assert row > 3
    press(desk, "Return")
    assert desk.middle.currentWidget() is desk.desk and desk.view.current_row() == row
    press(desk, "F6")
    press(desk, "Down")
    row = row_on(desk)
    press(desk, "F5")
    assert desk.view.current_row() == row


def test_an_edit_shows_on_its_page_and_undo_takes_it_back_from_there(desk: Window) -> None:
    desk.view.go_to_row(12)
    before = on_pages(desk)
    seen = picture_of(desk)
    press(desk, "F5")
    review = reviewed(desk)
    start = review.passages[12].start
    review.replace(start, start, "改动一处，")
    after = on_pages(desk)
    assert "改动一处" in after.layout.text.replace("\n", "") and "改动一处" not in before.layout.text
    assert row_on(desk) == 12 and picture_of(desk) != seen
    press(desk, "Ctrl+Z")
    assert shown(desk).layout == before.layout and picture_of(desk) == seen
    assert desk.middle.currentWidget() is desk.page_desk


def test_only_pages_in_sight_are_drawn(desk: Window) -> None:
    paged = on_pages(desk)
    view = desk.page_desk.view
    assert len(paged.layout.pages) > len(view._drawn.all) >= len(view.in_sight())
    press(desk, "End")
    until_idle(desk)
    assert set(view.in_sight()) <= set(view._drawn.all)


def test_the_old_page_stays_in_sight_until_the_new_one_is_drawn(
    desk: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    on_pages(desk)
    view = desk.page_desk.view
    cut = project_of(desk).workbench.words.cut
    words = project_of(desk).workbench.words
    monkeypatch.setattr(type(words), "cut", lambda _self, text: (time.sleep(0.05), cut(text))[1])
    desk.page_desk.template_chosen.emit("a4-brief")
    qtbot.waitUntil(lambda: view._dim and desk.status.stop.isVisible(), timeout=PATIENCE)
    assert view._drawn.all
    monkeypatch.undo()
    shown(desk)
    assert not view._dim


def test_stopping_keeps_the_old_pages_and_says_so(
    desk: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before = on_pages(desk)
    words = project_of(desk).workbench.words
    cut = words.cut
    monkeypatch.setattr(type(words), "cut", lambda _self, text: (time.sleep(0.05), cut(text))[1])
    desk.page_desk.template_chosen.emit("a4-brief")
    qtbot.waitUntil(desk.status.stop.isVisible, timeout=PATIENCE)
    QTest.mouseClick(desk.status.stop, Qt.MouseButton.LeftButton)
    until_idle(desk)
    monkeypatch.undo()
    assert desk.page_desk.view.paged is before and desk.page_desk.again.isVisible()
    QTest.mouseClick(desk.page_desk.again, Qt.MouseButton.LeftButton)
    assert shown(desk).template.name == "a4-brief"
    assert not desk.page_desk.again.isVisible()


def test_templates_have_names_and_another_one_is_shown_and_kept(desk: Window) -> None:
    on_pages(desk)
    box = desk.page_desk.template
    names = [box.itemText(k) for k in range(box.count())]
    assert not set(names) & set(project_of(desk).workbench.templates())
    box.setFocus()
    while box.currentData() != "tabloid-five-column":
        press(desk, "Down" if box.currentIndex() < box.findData("tabloid-five-column") else "Up")
    assert shown(desk).template.name == "tabloid-five-column"
    assert project_of(desk).issues.get().template == "tabloid-five-column"


def test_facts_are_on_the_page_and_there_after_reopening(
    desk: Window, make_window: Callable[[], Window], qtbot: QtBot
) -> None:
    on_pages(desk)
    desk.page_desk.tabs.setCurrentIndex(1)
    for name, text in (("name", "渝中简报"), ("number", "12"), ("approver", "张三")):
        field = desk.page_desk.form.fields[name]
        field.setFocus()
        QTest.keyClicks(field, text) if text.isascii() else field.setText(text)
        press(desk, "Return")
    press(desk, "Escape")
    assert desk.page_desk.view.hasFocus()
    until_idle(desk)
    said = "".join(run.text for page in shown(desk).layout.pages for run in page.furniture)
    assert "渝中简报" in said and "12" in said
    path = project_of(desk).path
    desk.close()
    again = make_window()
    again.files.open_path(path)
    wait_for_document(again, qtbot)
    on_pages(again)
    fields = again.page_desk.form.fields
    assert [fields[n].text() for n in ("name", "number", "approver")] == ["渝中简报", "12", "张三"]


def test_what_is_typed_when_one_leaves_is_kept(desk: Window) -> None:
    on_pages(desk)
    desk.page_desk.tabs.setCurrentIndex(1)
    desk.page_desk.form.fields["copies"].setFocus()
    desk.page_desk.form.fields["copies"].setText("300")
    press(desk, "F5")
    assert project_of(desk).issues.get().facts.copies == "300"


def test_the_next_issue_is_begun_and_the_last_one_stays(desk: Window) -> None:
    on_pages(desk)
    desk.page_desk.form.fields["number"].setText("9")
    desk.page_desk.form.commit()
    first = project_of(desk).issues.get()
    desk.page_desk.form.next.click()
    until_idle(desk)
    assert desk.page_desk.form.fields["number"].text() == "10"
    assert project_of(desk).issues.get(first.id) == first


def test_too_few_pages_are_told_and_the_finding_leads_to_its_text(desk: Window) -> None:
    on_pages(desk)
    desk.page_desk.form.most.setValue(1)
    paged = shown(desk)
    assert len(paged.layout.pages) == 1
    findings = desk.page_desk.findings
    row = next(k for k, told in enumerate(findings.told) if told.what.id == "page.overset")
    findings.setFocus()
    findings.setCurrentRow(row)
    assert "行" in findings.item(row).text()
    told = findings.told[row]
    press(desk, "Return")
    until_idle(desk)
    document, at = paged.row_of(told.article, told.paragraph)
    assert desk.middle.currentWidget() is desk.desk
    assert (desk.session.document, desk.view.current_row()) == (document, at)


def test_export_from_the_pages_begins_with_their_template_and_facts(
    desk: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    on_pages(desk)
    desk.page_desk.form.fields["name"].setText("渝中简报")
    desk.page_desk.form.commit()
    desk.page_desk.template_chosen.emit("a4-brief")
    until_idle(desk)
    press(desk, "Ctrl+E")
    asked = desk.findChild(ExportPdf)
    assert asked is not None
    wish = asked.wish()
    assert (wish.name, wish.template, wish.whole_issue) == ("渝中简报", "a4-brief", True)
    assert asked.template.currentText() == desk.page_desk.template.currentText()
    asked.path.setText(str(tmp_path / "a.pdf"))
    asked.accept()
    qtbot.waitUntil(lambda: desk.written.isVisible(), timeout=PATIENCE)
    assert len(PdfDocument(tmp_path / "a.pdf")) == len(shown(desk).layout.pages)


def test_an_act_on_the_text_is_seen_in_the_text(desk: Window) -> None:
    on_pages(desk)
    press(desk, "Down")
    row = row_on(desk)
    press(desk, "Ctrl+2")
    assert desk.middle.currentWidget() is desk.desk and desk.view.current_row() == row
    assert reviewed(desk).tags[row].p == 1
    press(desk, "F6")
    press(desk, "Ctrl+F")
    assert desk.find_bar.query.hasFocus()


def test_nothing_to_print_says_what_to_do(desk: Window) -> None:
    review = reviewed(desk)
    review.hold(range(len(review)), True)
    on = desk.session.document
    project_of(desk).issues.put(desk.laying.issue()._replace(documents=(on,)))
    press(desk, "F6")
    until_idle(desk)
    assert desk.page_desk.view.paged is None and "Ctrl+I" in desk.page_desk.view._empty
    press(desk, "Ctrl+Z")
    assert shown(desk).layout.pages


def test_a_broken_template_is_told_in_place_and_the_pages_stay(
    desk: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = on_pages(desk)
    own = tmp_path / "own"
    own.mkdir()
    (own / "本报.toml").write_text("name = 3", encoding="utf-8")
    monkeypatch.setattr(project_of(desk).workbench, "_own_templates", own)
    desk.page_desk.template_chosen.emit("本报")
    until_idle(desk)
    assert desk.page_desk.view.paged is before
    assert desk.page_desk.note.isVisible() and "本报.toml" in desk.page_desk.note.text()
    assert desk.page_desk.template.currentText() == "本报"


def test_docks_of_the_text_make_room_and_come_back(desk: Window) -> None:
    before = {name: panel.isHidden() for name, panel in desk.docks.panels.items()}
    on_pages(desk)
    assert desk.docks.panels["doubts"].isHidden() and not desk.docks.panels["articles"].isHidden()
    press(desk, "F5")
    assert {name: panel.isHidden() for name, panel in desk.docks.panels.items()} == before


def test_a_screen_reader_hears_which_page_and_its_first_headline(desk: Window) -> None:
    paged = on_pages(desk)
    view = desk.page_desk.view
    view.go_to_page(0)
    assert (
        view.accessibleName() == f"第 1 页，共 {len(paged.layout.pages)} 页：{paged.layout.outline[0].title}"
    )
    press(desk, "PgDown")
    press(desk, "End")
    assert f"第 {view.page + 1} 页" in view.accessibleName() and view.page > 0


def test_zoom_acts_on_what_is_in_front(desk: Window) -> None:
    text = desk.viewing.zoom
    on_pages(desk)
    press(desk, "Ctrl+Alt+0")
    assert desk.page_desk.view.scale == pytest.approx(1) and desk.status.zoom.text() == "100%"
    press(desk, "Ctrl+=")
    assert desk.page_desk.view.scale == pytest.approx(1.25) and desk.viewing.zoom == text
    press(desk, "Ctrl+Alt+2")
    view = desk.page_desk.view
    assert view._sheets().page_height <= view.height()
    press(desk, "F5")
    assert desk.status.zoom.text() == f"{round(100 * text)}%"


def test_changes_that_follow_fast_are_of_one_issue(desk: Window) -> None:
    on_pages(desk)
    form = desk.page_desk.form
    desk.laying.make()
    for name in ("name", "number", "copies"):
        form.fields[name].setText("1")
        form.commit()
    until_idle(desk)
    issue = project_of(desk).issues.get()
    assert (issue.facts.name, issue.facts.number, issue.facts.copies) == ("1", "1", "1")
    assert len(project_of(desk).ledger.of(Issue)) == 1


def test_another_desk_does_not_show_the_pages_of_the_one_before(desk: Window, tmp_path: Path) -> None:
    paged = on_pages(desk)
    late = desk.laying._paging
    desk.files.open_path(tmp_path / "新.qy", create=True)
    until_idle(desk)
    assert late is not None
    desk.laying._made(late, paged)
    assert desk.page_desk.view.paged is None and desk.middle.currentWidget() is desk.welcome


def test_a_drawn_page_is_painted_pixel_for_pixel(desk: Window) -> None:
    on_pages(desk)
    view = desk.page_desk.view
    view.go_to_page(0)
    until_idle(desk)
    view.current = None
    drawn, sheets = view._drawn.all[0], view._sheets()
    grabbed = view.viewport().grab().toImage()
    ratio = view.viewport().devicePixelRatioF()
    down = view.verticalScrollBar().value()
    drawn_image, top = drawn.image, sheets.top(0) - down
    for y in range(120, 500, 20):
        for x in range(60, sheets.page_width - 40, 3):
            at = round(ratio * (sheets.left + x)), round(ratio * (top + y))
            assert grabbed.pixelColor(*at) == drawn_image.pixelColor(round(ratio * x), round(ratio * y)), (
                x,
                y,
            )
