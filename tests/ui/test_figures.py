"""Pictures, the tree, the article panel and the newsroom's words, with the hands of a user."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from tests.ui.conftest import complaint, focused, press, reviewed, take_keys, type_text, until_idle

from qingyang.text.figure import Placed
from qingyang.text.tiles import Tiles
from qingyang.ui import illustrating
from qingyang.ui.names_dialog import NamesDialog
from qingyang.ui.outline_entry import Entry, Kind
from qingyang.ui.palette import Palette
from qingyang.ui.roles_dialog import RolesDialog
from qingyang.ui.short_text import Lines
from qingyang.ui.window import Window

pytestmark = pytest.mark.window
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "快递.jpg"
    Image.effect_noise((600, 400), 60).convert("RGB").save(path, dpi=(300, 300))
    return path


def caption_row(window: Window) -> int:
    return next(figure.row for figure in window.session.figures if figure.caption)


def shown(window: Window) -> Placed:
    """The one figure with a picture."""
    (figure,) = [figure for figure in window.session.figures if not figure.waits]
    return figure


def state(window: Window) -> tuple[object, ...]:
    review = reviewed(window)
    return str(review.reading.text), [(t.role, t.begins) for t in review.tags], dict(review.draft.records)


def both_ways(window: Window, act: Callable[[], object]) -> None:
    """Do something, and undo and redo it: exactly as before, exactly as after."""
    before = state(window)
    act()
    until_idle(window)
    QApplication.processEvents()
    after = state(window)
    assert after != before
    for keys, wanted in (("Ctrl+Z", before), ("Ctrl+Y", after), ("Ctrl+Z", before), ("Ctrl+Y", after)):
        window.view.setFocus()
        press(window, keys)
        assert state(window) == wanted


# -- pictures in ---------------------------------------------------------------------------------------------------


def hand_over(target: QWidget, data: QMimeData, at: QPoint) -> None:
    for kind in (QDragEnterEvent, QDropEvent):
        where = at if kind is QDragEnterEvent else QPointF(at)
        event = kind(where, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)  # type: ignore[arg-type]
        QApplication.sendEvent(target, event)


def drop(window: Window, data: QMimeData, row: int) -> None:
    """Drop something on a row of the text as another program does."""
    window.view.go_to_row(row)
    QApplication.processEvents()
    target: QWidget = window.view.viewport()
    target = target if target.acceptDrops() else window
    hand_over(target, data, target.mapFromGlobal(window.view.row_place(row)) + QPoint(120, -4))
    until_idle(window)
    QApplication.processEvents()


def test_a_picture_is_chosen_for_the_caption_at_the_caret(
    desk: Window, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    press(desk, "F7")
    assert desk.view.current_row() == caption_row(desk)
    both_ways(desk, lambda: press(desk, "Ctrl+Shift+I"))
    figure, panel = shown(desk), desk.docks.figures
    assert figure.row == caption_row(desk)
    assert desk.session.project is not None
    assert desk.session.project.picture_bytes(figure.figure.picture) == photo.read_bytes()
    assert "600" in panel.facts.text() and "RGB" in panel.facts.text() and "300" in panel.facts.text()
    assert "181" in panel.sharpness.text()  # 600 pixels on 84 mm
    panel.width_box.setValue(42)
    assert "363" in panel.sharpness.text()
    assert not panel.preview.pixmap().isNull() and panel.buttons["save"].isEnabled()


def test_a_picture_is_dropped_on_a_paragraph_and_a_text_beside_it_comes_in_too(
    desk: Window, photo: Path, tmp_path: Path
) -> None:
    text = tmp_path / "稿.txt"
    text.write_text("今日要闻。\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    drop(desk, data, 60)
    assert (shown(desk).row, shown(desk).caption) == (60, "")
    desk._take_paths([photo, text], QPoint(-1, -1))
    until_idle(desk)
    assert desk.outline.entries.rowCount(desk.outline.entries.index(0, 0)) == 3


def test_a_picture_dropped_from_a_browser_comes_in_and_its_address_is_left_alone(
    desk: Window, photo: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl("http://192.0.2.1/x.jpg")])
    data.setText("http://192.0.2.1/x.jpg")
    data.setImageData(QImage(str(photo)))
    drop(desk, data, 60)
    assert shown(desk).row == 60
    assert desk.outline.entries.rowCount(desk.outline.entries.index(0, 0)) == 2


@pytest.mark.parametrize("how", ["bytes", "image", "file"])
def test_a_picture_is_pasted(desk: Window, photo: Path, how: str) -> None:
    data = QMimeData()
    if how == "bytes":
        data.setData("image/jpeg", photo.read_bytes())
    elif how == "image":
        data.setImageData(QImage(str(photo)))
    else:
        data.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(data)
    desk.view.go_to_row(caption_row(desk))
    press(desk, "Ctrl+Shift+V")
    until_idle(desk)
    sha = hashlib.sha256(photo.read_bytes()).hexdigest()
    assert (shown(desk).figure.picture == sha) is (how != "image")
    QGuiApplication.clipboard().setText("不是图片")
    press(desk, "Ctrl+Shift+V")
    assert "没有图片" in desk.status.passing.text()


def test_several_pictures_go_to_the_captions_that_follow(desk: Window, photo: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一张.png"
    Image.new("RGB", (30, 20), (9, 9, 9)).save(other)
    row = caption_row(desk)
    reviewed(desk).set_role([row + 4], "caption")
    desk.illustrating.take([photo, other], row)
    until_idle(desk)
    assert [f.row for f in desk.session.figures if not f.waits] == [row, row + 4]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("x.svg", b"<svg><script>alert(1)</script></svg>", "不是 JPEG"),
        ("x.jpg", b"\xff\xd8\xff\xe0 broken", "x.jpg"),
        ("x.png", b"", "不是 JPEG"),
    ],
)
def test_what_is_no_picture_is_told_and_the_others_come_in(
    desk: Window, photo: Path, tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    desk.illustrating.take([bad, photo], caption_row(desk))
    until_idle(desk)
    QApplication.processEvents()
    box = complaint(desk)
    assert box is not None and told in box.text()
    assert shown(desk).row == caption_row(desk)


def test_a_picture_that_takes_long_does_not_hold_up_the_window(desk: Window, tmp_path: Path) -> None:
    large = tmp_path / "大.png"
    Image.new("L", (9000, 9000), 7).save(large)
    desk.illustrating.take([large], caption_row(desk))
    assert desk.jobs.running and desk.status.progress.isVisible()
    QTest.mouseClick(desk.status.stop, LEFT)
    until_idle(desk)
    assert [f for f in desk.session.figures if not f.waits] == []


def test_a_decoder_that_dies_is_told_and_nothing_else_happens(
    desk: Window, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(_report: object) -> object:
        raise EOFError

    before = state(desk)
    monkeypatch.setattr(illustrating, "in_process", lambda *_: dies)
    desk.illustrating.take([photo], caption_row(desk))
    until_idle(desk)
    QApplication.processEvents()
    box = complaint(desk)
    assert box is not None and "一张一张" in box.text() and state(desk) == before


# -- what is said of them ------------------------------------------------------------------------------------------


def test_every_field_of_the_panel_is_written_when_one_leaves_it_and_undone(desk: Window, photo: Path) -> None:
    desk.illustrating.take([photo], caption_row(desk))
    until_idle(desk)
    press(desk, "Alt+4")
    panel = desk.docks.figures
    assert focused(desk) is panel.list

    def say(field: str, text: str) -> None:
        widget = getattr(panel, field)
        widget.setFocus()
        widget.selectAll()
        type_text(desk, text)
        panel.list.setFocus()

    for field, text in (
        ("caption", "快递员在分拣。 记者 晏艳辉 摄"),
        ("credit", "张三"),
        ("alt", "两名快递员"),
    ):
        both_ways(desk, lambda field=field, text=text: say(field, text))  # type: ignore[misc]
    figure = shown(desk)
    assert (figure.caption, figure.credit, figure.figure.alt) == (
        "快递员在分拣。 记者 晏艳辉 摄",
        "张三",
        "两名快递员",
    )
    both_ways(desk, lambda: QTest.mouseClick(panel.buttons["off"], LEFT))
    assert all(f.waits for f in desk.session.figures) and not panel.buttons["off"].isEnabled()


def test_a_picture_dropped_on_the_panel_takes_the_place_of_the_one_it_shows(
    desk: Window, photo: Path
) -> None:
    row, panel = caption_row(desk), desk.docks.figures
    desk.view.go_to_row(row)
    press(desk, "Alt+4")
    said = panel.caption.text()
    other = photo.with_name("另一张.png")
    Image.new("RGB", (30, 20), (9, 9, 9)).save(other)
    for path, field in ((photo, panel.caption.viewport()), (other, panel.credit)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        # File managers say where it is in words, too.
        data.setText(data.urls()[0].toString())
        hand_over(field, data, field.rect().center())
        until_idle(desk)
        assert shown(desk).figure.picture == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (shown(desk).row, panel.caption.text()) == (row, said)
    assert "file:" not in panel.caption.text() + panel.credit.text()


def test_the_keys_stay_in_the_panel_when_its_picture_is_taken_off(desk: Window, photo: Path) -> None:
    desk.view.go_to_row(caption_row(desk))
    desk.illustrating.take([photo])
    until_idle(desk)
    press(desk, "Alt+4")
    off = desk.docks.figures.buttons["off"]
    off.setFocus()
    QTest.mouseClick(off, LEFT)
    assert not [figure for figure in desk.session.figures if not figure.waits]
    assert focused(desk) is desk.docks.figures.list


def test_a_picture_is_changed_for_another_from_the_panel(
    desk: Window, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.illustrating.take([photo], caption_row(desk))
    until_idle(desk)
    press(desk, "Alt+4")
    desk.illustrating.describe("alt", "分拣")
    other = tmp_path / "另一张.png"
    Image.new("RGB", (30, 20), (9, 9, 9)).save(other)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    before = shown(desk).figure
    both_ways(desk, lambda: QTest.mouseClick(desk.docks.figures.buttons["place"], LEFT))
    after = shown(desk).figure
    assert after == before._replace(picture=after.picture) != before


def test_the_original_is_saved_as_it_came(
    desk: Window, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.illustrating.take([photo], caption_row(desk))
    until_idle(desk)
    press(desk, "Alt+4")
    goal = tmp_path / "out.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(goal), ""))
    QTest.mouseClick(desk.docks.figures.buttons["save"], LEFT)
    assert goal.read_bytes() == photo.read_bytes()


def test_several_figures_are_listed_side_by_side_with_all_fields_of_one(desk: Window, photo: Path) -> None:
    desk.resize(1280, 900)
    desk.viewing.focus("figures")
    for row in range(1, 9, 2):
        desk.view.go_to_row(row)
        desk.illustrating.take([photo])
        until_idle(desk)
    QApplication.processEvents()
    panel = desk.docks.figures
    rows = [panel.list.visualItemRect(panel.list.item(n)) for n in range(panel.list.count())]
    assert len(rows) >= 4
    assert all(panel.list.viewport().rect().contains(row) for row in rows[:4])
    for height in (900, 800):
        desk.resize(1280, height)
        QApplication.processEvents()
        assert panel.width_box.visibleRegion().boundingRect() == panel.width_box.rect()


def test_a_picture_without_a_caption_gets_one_from_the_panel(desk: Window, photo: Path) -> None:
    desk.view.go_to_row(60)
    desk.illustrating.take([photo])
    until_idle(desk)
    panel = desk.docks.figures
    panel.caption.setFocus()
    type_text(desk, "蚕房一角")
    both_ways(desk, panel.list.setFocus)
    assert (shown(desk).caption, reviewed(desk).tags[60].role) == ("蚕房一角", "caption")


# -- the tree ------------------------------------------------------------------------------------------------------


def article(window: Window, number: int) -> QModelIndex:
    return window.outline.entries.article(window.session.document, number)


def children(window: Window, index: QModelIndex) -> list[Entry]:
    model = window.outline.entries
    window.outline.expand(index)
    found = [model.entry(model.index(k, 0, index)) for k in range(model.rowCount(index))]
    return [entry for entry in found if entry is not None]


def drag(window: Window, source: QModelIndex, parent: QModelIndex, row: int) -> None:
    """Drop a line of the tree below another one, at a row (-1: on it)."""
    model = window.outline.entries
    assert model.flags(source) & Qt.ItemFlag.ItemIsDragEnabled
    data = model.mimeData([source])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)
    QTest.qWait(1)


def titles(window: Window) -> list[str]:
    return [window.session.title(n) for n in range(len(window.session.article_starts))]


def test_an_article_opens_into_its_blocks_and_one_of_them_is_gone_to(desk: Window) -> None:
    index = article(desk, 2)
    blocks = children(desk, index)
    rows = desk.session.article_rows(2)
    assert [b.row for b in blocks] == list(rows)
    assert blocks[0].label == "引题" and "缺图" in [b.note for b in blocks]
    desk.outline.clicked.emit(desk.outline.entries.index(3, 0, index))
    assert desk.view.current_row() == rows[3]
    assert desk.outline.current_entry() == blocks[3]
    # What is done by key goes to the block.
    press(desk, "Ctrl+6")
    assert reviewed(desk).tags[rows[3]].role == "subhead"
    assert children(desk, article(desk, 2))[3].label == "小标题"


def test_articles_are_dragged_and_moved_by_keys(desk: Window) -> None:
    before = titles(desk)
    both_ways(desk, lambda: drag(desk, article(desk, 3), article(desk, 0), -1))
    assert titles(desk) == [before[3], *before[:3]]
    desk.outline.setFocus()
    desk.outline.setCurrentIndex(article(desk, 0))
    both_ways(desk, lambda: (desk.outline.setFocus(), press(desk, "Alt+Down")))
    assert titles(desk) == [before[0], before[3], *before[1:3]]
    desk.outline.setFocus()
    press(desk, "Alt+Up")
    assert titles(desk) == [before[3], *before[:3]]
    top = desk.outline.entries.document(desk.session.document)
    both_ways(desk, lambda: drag(desk, article(desk, 0), top, -1))
    assert titles(desk) == before


def second_document(window: Window) -> str:
    entry = window.outline.entries.entry(
        window.outline.entries.index(1, 0, window.outline.entries.index(0, 0))
    )
    assert entry is not None
    return entry.id


def test_articles_of_a_document_no_longer_under_review_stay_listed(desk: Window) -> None:
    left, model = desk.session.document, desk.outline.entries
    children(desk, article(desk, 2))
    desk.view.go_to_row(0)
    doubts = len(desk.session.doubts)
    desk.files.open_document(second_document(desk))
    until_idle(desk)
    place = model.document(left)
    closed = model.index(2, 0, place)
    assert closed.data().startswith("渝中多措") and not model.hasChildren(closed)
    entry = model.entry(place)
    assert entry is not None and entry.doubts == doubts
    desk.files.open_document(left)
    until_idle(desk)
    assert model.hasChildren(article(desk, 2)) and len(children(desk, article(desk, 2))) == 8


# -- over several documents ----------------------------------------------------------------------------------------


def listed(window: Window, document: str) -> list[str]:
    return [entry.title for entry, _page in window.outline.entries.section(document)]


def everything(window: Window) -> object:
    project = window.session.project
    assert project is not None
    return state(window), project.planning.plan(), dict(project.ledger.records)


def there_and_back(window: Window, act: Callable[[], object]) -> None:
    """Do something from the tree, undo it, do it again."""
    before = everything(window)
    act()
    until_idle(window)
    after = everything(window)
    assert after != before
    window.view.setFocus()
    press(window, "Ctrl+Z")
    assert everything(window) == before
    press(window, "Ctrl+Y")
    assert everything(window) == after


def test_an_article_is_dragged_to_another_document_and_back(desk: Window) -> None:
    first, second = desk.session.document, second_document(desk)
    title = titles(desk)[2]
    raw = reviewed(desk).draft.source.text
    goal = desk.outline.entries.index(0, 0, desk.outline.entries.document(second))
    there_and_back(desk, lambda: drag(desk, article(desk, 2), goal, -1))
    assert listed(desk, second)[0] == title and title not in listed(desk, first)
    assert reviewed(desk).draft.source.text == raw and title in titles(desk)
    entry = desk.outline.entries.entry(article(desk, 2))
    assert entry is not None and (entry.document, entry.origin) == (
        first,
        desk.outline.entries.document(first).data(),
    )
    # It is counted there, and a click goes to its own text.
    host = desk.outline.entries.entry(desk.outline.entries.document(second))
    assert host is not None and host.doubts == entry.doubts
    desk.view.go_to_row(0)
    desk.outline.clicked.emit(article(desk, 2))
    assert (desk.session.document, desk.view.current_row()) == (first, desk.session.article_starts[2])
    desk.outline.setFocus()
    desk.outline.setCurrentIndex(article(desk, 2))
    there_and_back(desk, lambda: (desk.outline.setFocus(), press(desk, "Alt+Home")))
    assert listed(desk, first)[2] == title and len(listed(desk, second)) == 1
    desk.outline.setFocus()
    desk.outline.setCurrentIndex(article(desk, 0))
    press(desk, "Alt+Home")
    assert "本来就在" in desk.status.passing.text()


def test_the_history_of_an_article_tells_where_it_was_put_and_takes_it_back(desk: Window) -> None:
    first, second = desk.session.document, second_document(desk)
    project = desk.session.project
    assert project is not None
    project.planning.move((first, 1), second)
    desk.view.go_to_row(desk.session.article_starts[1] + 2)
    desk.viewing.focus("history")
    told = desk.docks.history.list.item(0).text()
    assert told.startswith("调稿 · ") and len(listed(desk, second)) == 2
    desk.history.take_back()
    assert len(listed(desk, second)) == 1
    desk.view.go_to_row(0)
    desk.history.show()
    assert not any(
        "调稿" in desk.docks.history.list.item(k).text() for k in range(desk.docks.history.list.count())
    )


def test_an_article_goes_over_the_edge_of_its_document_by_keys(desk: Window) -> None:
    first, second = desk.session.document, second_document(desk)
    last = titles(desk)[-1]
    number = len(titles(desk)) - 1
    desk.outline.setCurrentIndex(article(desk, number))
    there_and_back(desk, lambda: (desk.outline.setFocus(), press(desk, "Alt+Down")))
    assert listed(desk, second)[0] == last
    desk.outline.setFocus()
    press(desk, "Alt+Down")
    assert listed(desk, second)[1] == last
    press(desk, "Alt+Up")
    press(desk, "Alt+Up")
    assert listed(desk, first)[-1] == last and last not in listed(desk, second)


def test_an_article_of_a_text_nobody_has_opened_is_dragged_too(desk: Window) -> None:
    first, second = desk.session.document, second_document(desk)
    project = desk.session.project
    assert project is not None and project.opened(second) is None
    guest = desk.outline.entries.index(0, 0, desk.outline.entries.document(second))
    title = guest.data()
    there_and_back(desk, lambda: drag(desk, guest, article(desk, 1), -1))
    assert listed(desk, first)[1] == title and project.opened(second) is None
    desk.outline.clicked.emit(desk.outline.entries.article(second, 0))
    until_idle(desk)
    assert desk.session.document == second and listed(desk, first)[1] == title


def test_a_figure_is_dragged_to_an_article_of_another_document(desk: Window, photo: Path) -> None:
    first, second, row = desk.session.document, second_document(desk), caption_row(desk)
    desk.illustrating.take([photo], row)
    until_idle(desk)
    index, words = article(desk, 2), reviewed(desk).text(row)
    where = [b.row for b in children(desk, index)].index(row)
    goal = desk.outline.entries.index(0, 0, desk.outline.entries.document(second))
    drag(desk, desk.outline.entries.index(where, 0, index), goal, -1)
    until_idle(desk)
    assert [f for f in desk.session.figures if not f.waits] == [] and reviewed(desk).text(row) == words
    press(desk, "Ctrl+Z")
    assert [f.row for f in desk.session.figures if not f.waits] == [row]
    press(desk, "Ctrl+Y")
    desk.files.open_document(second)
    until_idle(desk)
    (figure,) = [f for f in desk.session.figures if not f.waits]
    assert figure.caption == words and desk.session.document != first


def test_plain_paragraphs_stay_with_their_text(desk: Window) -> None:
    second, before = second_document(desk), everything(desk)
    index = article(desk, 2)
    children(desk, index)
    goal = desk.outline.entries.index(0, 0, desk.outline.entries.document(second))
    drag(desk, desk.outline.entries.index(0, 0, index), goal, -1)
    until_idle(desk)
    assert everything(desk) == before and "只有稿件和图片" in desk.status.passing.text()


def documents(window: Window, group: int) -> list[str]:
    model = window.outline.entries
    top = model.index(group, 0)
    found = [model.entry(model.index(k, 0, top)) for k in range(model.rowCount(top))]
    return [entry.id for entry in found if entry is not None]


def test_documents_are_put_in_order_and_taken_out_of_the_issue(desk: Window) -> None:
    model, (first, second) = desk.outline.entries, documents(desk, 0)
    desk.outline.expand(model.document(second))
    there_and_back(desk, lambda: drag(desk, model.document(second), model.document(first), -1))
    assert documents(desk, 0) == [second, first] and desk.outline.isExpanded(model.document(second))
    desk.outline.setCurrentIndex(model.document(second))
    there_and_back(desk, lambda: (desk.outline.setFocus(), press(desk, "Alt+Down")))
    assert documents(desk, 0) == [first, second]
    desk.outline.setCurrentIndex(model.document(second))
    there_and_back(desk, lambda: (desk.outline.setFocus(), press(desk, "Alt+End")))
    assert (documents(desk, 0), documents(desk, 1)) == ([first], [second])
    assert model.index(1, 0).data() == "未编入本期" and desk.outline.isExpanded(model.document(first))
    project = desk.session.project
    assert project is not None and project.chosen(project.issues.get()) == [first]
    drag(desk, model.document(first), model.index(1, 0), -1)
    assert documents(desk, 0) == [first] and "至少" in desk.status.passing.text()
    there_and_back(desk, lambda: drag(desk, model.document(second), model.index(0, 0), 0))
    assert documents(desk, 0) == [second, first] and model.rowCount() == 1


def on_page(window: Window, page: str, *articles: int) -> None:
    for number in articles:
        window.articles._do(lambda arranging, number=number: arranging.say(number, "page", page))


def test_the_issue_and_its_pages_are_named_in_the_tree(desk: Window) -> None:
    model = desk.outline.entries
    there_and_back(desk, lambda: (model.setData(model.index(0, 0), "渝中简报"), QTest.qWait(1)))
    assert model.index(0, 0).data() == "渝中简报"
    project = desk.session.project
    assert project is not None and project.issues.get().facts.name == "渝中简报"
    document = model.document(desk.session.document)
    there_and_back(desk, lambda: (model.setData(document, "  要闻 素材 "), QTest.qWait(1)))
    assert model.document(desk.session.document).data() == "要闻 素材" == project.documents()[0].title
    on_page(desk, "2", 0, 1)
    page = article(desk, 0).parent()
    assert page.data() == "第 2 版" and model.flags(page) & Qt.ItemFlag.ItemIsEditable
    there_and_back(desk, lambda: (model.setData(page, "要闻"), QTest.qWait(1)))
    assert article(desk, 0).parent().data() == "要闻" == article(desk, 1).parent().data()
    assert article(desk, 2).parent().data() == "未定版次"


def test_a_page_and_the_issue_are_renamed_by_key(desk: Window) -> None:
    on_page(desk, "2", 0, 1)
    desk.outline.setFocus()
    desk.outline.setCurrentIndex(article(desk, 1))
    press(desk, "Shift+F2")
    editor = desk.outline.findChild(QLineEdit)
    assert editor is not None and editor.text() == "2"
    editor.setText("要闻")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    # Qt takes what was typed a turn later, and so do we.
    QTest.qWait(50)
    assert article(desk, 1).parent().data() == "要闻"


def test_an_article_crosses_to_the_next_page_by_keys(desk: Window) -> None:
    on_page(desk, "1", 0, 1)
    on_page(desk, "2", 2, 3)
    before = titles(desk)
    desk.outline.setCurrentIndex(article(desk, 2))
    there_and_back(desk, lambda: (desk.outline.setFocus(), press(desk, "Alt+Up")))
    assert titles(desk) == before and article(desk, 2).parent() == article(desk, 1).parent()


def test_a_figure_is_dragged_to_another_place(desk: Window, photo: Path) -> None:
    row = caption_row(desk)
    desk.illustrating.take([photo], row)
    until_idle(desk)
    index = article(desk, 2)
    where = [b.row for b in children(desk, index)].index(row)
    both_ways(desk, lambda: drag(desk, desk.outline.entries.index(where, 0, index), index, -1))
    assert shown(desk).row == desk.session.article_rows(2)[-1]
    desk.illustrating.take([photo], 2)
    until_idle(desk)
    bare = children(desk, article(desk, 0))[2]
    assert (bare.kind, bare.row) == (Kind.FIGURE, 2)
    both_ways(desk, lambda: desk.ordering.move_row(bare, 5))
    assert [f.row for f in desk.session.figures if not f.waits and not f.caption] == [5]


def test_pages_stand_above_articles_once_they_are_known(desk: Window) -> None:
    desk.view.go_to_row(desk.session.article_starts[2])
    press(desk, "Alt+5")
    field = desk.docks.article.fields["page"]
    field.setFocus()
    type_text(desk, "3")
    both_ways(desk, desk.view.setFocus)
    page = article(desk, 2).parent()
    assert page.data() == "第 3 版" and article(desk, 0).parent().data() == "未定版次"
    both_ways(desk, lambda: drag(desk, article(desk, 3), page, 0))
    assert titles(desk)[2].startswith("巫溪县") and article(desk, 2).parent() == article(desk, 3).parent()


def test_a_guest_stands_on_the_page_it_is_put_to_and_what_is_put_around_it_keeps_its_own(
    desk: Window,
) -> None:
    first, second = desk.session.document, second_document(desk)
    on_page(desk, "1", 0, 1)
    on_page(desk, "2", 2, 3)
    guest = desk.outline.entries.index(0, 0, desk.outline.entries.document(second))
    there_and_back(desk, lambda: drag(desk, guest, article(desk, 3).parent(), 1))
    entries = desk.outline.entries
    assert entries.article(second, 0).parent() == article(desk, 2).parent() == article(desk, 3).parent()
    there_and_back(desk, lambda: drag(desk, article(desk, 1), article(desk, 0), -1))
    assert [page for _entry, page in entries.section(first)] == ["1", "1", "2", "2", "2"]
    project = desk.session.project
    assert project is not None
    project.planning.move((first, 3), first, (first, 2))
    assert [page for _entry, page in entries.section(first)] == ["1", "1", "2", "2", "2"]
    project.planning.move((first, 2), first, (first, 1))
    assert [page for _entry, page in entries.section(first)] == ["2", "1", "1", "2", "2"]


def test_the_tree_shows_one_role_alone(desk: Window) -> None:
    choice, tree = desk.docks.filtered.choice, desk.outline
    tree.setExpanded(article(desk, 2), True)
    choice.setCurrentIndex(choice.findData("source"))
    top = desk.outline.entries.document(desk.session.document)
    articles = [desk.outline.entries.index(k, 0, top) for k in range(desk.outline.entries.rowCount(top))]
    assert [[b.label for b in children(desk, index)] for index in articles] == [["来源"], ["来源"]]
    assert all(map(tree.isExpanded, articles))
    choice.setCurrentIndex(choice.findData("body"))
    choice.setCurrentIndex(0)
    count = len(desk.session.article_starts)
    assert desk.outline.entries.rowCount(top) == count
    assert [tree.isExpanded(article(desk, k)) for k in range(count)] == [k == 2 for k in range(count)]


def test_articles_are_joined_and_split(desk: Window) -> None:
    count = len(desk.session.article_starts)
    desk.view.go_to_row(desk.session.article_starts[3] + 1)
    both_ways(desk, lambda: press(desk, "Ctrl+Shift+J"))
    assert len(desk.session.article_starts) == count - 1
    desk.view.go_to_row(58)
    both_ways(desk, lambda: press(desk, "Ctrl+Shift+B"))
    assert 58 in desk.session.article_starts
    desk.view.go_to_row(0)
    press(desk, "Ctrl+Shift+J")
    assert "第一篇" in desk.status.passing.text()


# -- the article panel ---------------------------------------------------------------------------------------------


def test_properties_are_filled_settled_by_hand_and_given_back(desk: Window) -> None:
    panel = desk.docks.article
    desk.view.go_to_row(desk.session.article_starts[2] + 3)
    assert (panel.fields["authors"].text(), panel.fields["date"].text()) == ("晏艳辉", "11月13日")
    assert panel.resets["authors"].isHidden()
    press(desk, "Alt+5")
    assert focused(desk) is panel.fields["headline"]
    panel.fields["authors"].setFocus()
    panel.fields["authors"].selectAll()
    type_text(desk, "张三、李四")
    both_ways(desk, desk.view.setFocus)
    assert not panel.resets["authors"].isHidden()
    row = desk.view.current_row()
    reviewed(desk).rewrite(row, reviewed(desk).text(row).replace("晏艳辉", "王五"))
    assert panel.fields["authors"].text() == "张三、李四"
    panel.resets["authors"].click()
    assert panel.fields["authors"].text() == "王五" and panel.resets["authors"].isHidden()


def test_what_a_field_wrote_is_undone_from_the_next_field(desk: Window) -> None:
    panel, start = desk.docks.article, desk.session.article_starts[2]
    desk.view.go_to_row(start)
    for name, next_one in (("headline", "deck"), ("authors", "date")):
        before = state(desk)
        panel.fields[name].setFocus()
        panel.fields[name].selectAll()
        type_text(desk, "渝中")
        panel.fields[next_one].setFocus()
        after = state(desk)
        assert after != before
        for keys, wanted in (("Ctrl+Z", before), ("Ctrl+Y", after), ("Ctrl+Z", before)):
            press(desk, keys)
            assert state(desk) == wanted and focused(desk) is panel.fields[next_one]


def test_the_headline_group_is_the_text_itself(desk: Window) -> None:
    panel, start = desk.docks.article, desk.session.article_starts[2]
    desk.view.go_to_row(start)
    panel.fields["headline"].setFocus()
    panel.fields["headline"].selectAll()
    type_text(desk, "渝中迎快递旺季")
    both_ways(desk, desk.view.setFocus)
    assert reviewed(desk).text(start + 1) == "渝中迎快递旺季" == desk.session.title(2)
    panel.fields["headline"].setFocus()
    panel.fields["headline"].clear()
    desk.view.setFocus()
    assert panel.fields["headline"].text() == "渝中迎快递旺季" == reviewed(desk).text(start + 1)


def test_a_headline_of_two_lines_is_read_whole_in_its_field_and_enter_writes_it(desk: Window) -> None:
    desk.viewing.focus("article")
    field, start = desk.docks.article.fields["headline"], desk.session.article_starts[2]
    desk.view.go_to_row(start)
    QApplication.processEvents()
    assert isinstance(field, Lines) and len(field.text()) >= 10
    field.setFocus()
    field.selectAll()
    type_text(desk, "渝中多措并举迎来快递旺季城市网点")
    QApplication.processEvents()
    assert field.document().lineCount() == 2 and field.verticalScrollBar().maximum() == 0
    both_ways(desk, lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    assert reviewed(desk).text(start + 1) == field.text() == "渝中多措并举迎来快递旺季城市网点"


def test_what_is_being_typed_is_kept_when_the_window_closes(desk: Window) -> None:
    assert desk.session.project is not None
    review, path = reviewed(desk), desk.session.project.path
    desk.view.go_to_row(0)
    desk.docks.article.fields["column"].setFocus()
    type_text(desk, "要闻")
    desk.close()
    assert any("要闻" in record for record in review.draft.records.values()) and path.exists()


# -- roles ---------------------------------------------------------------------------------------------------------


def palette(window: Window) -> Palette:
    (found,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    return found


def test_the_palette_changes_many_rows_by_a_few_letters(desk: Window) -> None:
    desk.view.setFocus()
    desk.view.go_to_row(56)
    press(desk, "Shift+Down")

    def choose() -> None:
        desk.view.go_to_row(56)
        press(desk, "Shift+Down")
        press(desk, "Ctrl+K")
        asked = palette(desk)
        QTest.keyClicks(asked.query, "quo")
        QTest.keyClick(asked.query, Qt.Key.Key_Down)
        QTest.keyClick(asked.query, Qt.Key.Key_Return)

    both_ways(desk, choose)
    assert [reviewed(desk).tags[k].role for k in (56, 57)] == ["pull_quote"] * 2


def test_the_palette_of_roles_hears_pinyin(desk: Window) -> None:
    desk.view.go_to_row(56)
    press(desk, "Ctrl+K")
    asked = palette(desk)
    QTest.keyClicks(asked.query, "tuzhu")
    until_idle(desk)
    QTest.keyClick(asked.query, Qt.Key.Key_Return)
    assert reviewed(desk).tags[56].role == "caption"


def test_a_click_on_the_label_opens_the_palette(desk: Window) -> None:
    desk.view.go_to_row(55)
    QApplication.processEvents()
    at = desk.view.viewport().mapFromGlobal(desk.view.row_place(55)) + QPoint(30, -4)
    QTest.mouseClick(desk.view.viewport(), LEFT, pos=at)
    asked = palette(desk)
    assert desk.view.current_row() == 55 and asked.list.currentItem().text().startswith("主题")
    QTest.keyClick(asked.query, Qt.Key.Key_Escape)
    assert not [each for each in desk.findChildren(Palette) if each.isVisible()]


def unsure(window: Window) -> int:
    """Have the tagger unsure of one row's role and of no other's."""
    review, row = reviewed(window), 55
    tags = [t._replace(p=0.6 if k == row else 1.0) for k, t in enumerate(review.tags)]
    review._standing = replace(review._standing, tags=Tiles(tags))
    review._doubting = None
    window.session.look_again()
    (doubt,) = [doubt for doubt in window.session.doubts if doubt.subject.rule == "role"]
    window.deciding.go_to(doubt)
    return row


@pytest.mark.parametrize(("keys", "told"), [("Return", ""), ("Delete", "body"), ("1", "offer")])
def test_a_role_in_doubt_is_settled_from_the_queue(desk: Window, keys: str, told: str) -> None:
    row = unsure(desk)
    was = reviewed(desk).tags[row].role
    doubt = desk.session.doubt
    assert doubt is not None and doubt.offers
    wanted = {"": was, "body": "body", "offer": doubt.offers[0]}[told]

    def settle() -> None:
        desk.deciding.go_to(doubt)
        desk.doubts.setFocus()
        press(desk, keys)

    both_ways(desk, settle)
    assert reviewed(desk).tags[row] == reviewed(desk).tags[row]._replace(role=wanted, p=1.0)
    assert not [d for d in desk.session.doubts if d.subject.rule == "role"]


# -- the newsroom's words ------------------------------------------------------------------------------------------


def test_roles_are_called_and_added_to_as_the_newsroom_likes(desk: Window) -> None:
    desk.commands.made["role_names"].trigger()
    (dialog,) = desk.findChildren(RolesDialog)
    row = next(k for k in range(dialog.table.rowCount()) if dialog.table.item(k, 0).text() == "引题")
    dialog.table.item(row, 1).setText("肩题{0}")
    assert desk.commands.made["role.kicker"].text() == "肩题{0}"
    assert desk.docks.filtered.choice.findText("肩题{0}  1") >= 0
    dialog.name.setText("微评")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    dialog.close()
    QApplication.processEvents()
    take_keys(desk)
    desk.view.setFocus()
    desk.view.go_to_row(57)
    press(desk, "Ctrl+K")
    palette(desk).query.insert("微")
    QTest.keyClick(palette(desk).query, Qt.Key.Key_Return)
    own = reviewed(desk).tags[57].role
    assert own.startswith("own.") and desk.vocabulary.role_names[own] == "微评"
    project = desk.session.project
    assert project is not None
    # In print and in files it is what it is set like.
    assert {p.role for a in project.articles() for p in a.paragraphs} & {own} == set()
    desk.commands.made["role_names"].trigger()
    dialog = next(each for each in desk.findChildren(RolesDialog) if each.isVisible())
    dialog.table.item(row, 1).setText("")
    assert desk.commands.made["role.kicker"].text() == "引题"


def test_names_of_the_house_are_found_ticked_off_and_never_flagged(desk: Window) -> None:
    project = desk.session.project
    assert project is not None
    desk.commands.made["names"].trigger()
    (dialog,) = desk.findChildren(NamesDialog)
    listed = {
        dialog.table.item(k, 0).text(): dialog.table.item(k, 1).text() for k in range(dialog.table.rowCount())
    }
    assert listed["晏艳辉"] == "人名" and listed["巫溪县融媒体中心"] == "机构" and listed["青羊区"] == "地名"
    row = [dialog.table.item(k, 0).text() for k in range(dialog.table.rowCount())].index("何奇")
    dialog.table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
    assert "何奇" not in {name.name for name in project.names() if name.on}
    assert dialog.table.item(row, 2).text() != "文中"
    # What was taken off stays off when the tags find it again.
    reviewed(desk).set_role([56], "body")
    project.settle()
    assert "何奇" not in {name.name for name in project.names() if name.on}
    dialog.table.item(row, 0).setCheckState(Qt.CheckState.Checked)
    dialog.name.setText("菱角镇")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert {"何奇", "菱角镇"} <= {name.name for name in project.names()}
    dialog.close()
    press(desk, "Ctrl+F")
    completer = desk.find_bar.query.completer()
    completer.setCompletionPrefix("菱")
    assert completer.currentCompletion() == "菱角镇"


def test_every_new_control_has_a_name_for_a_screen_reader(desk: Window) -> None:
    panel = desk.docks.figures
    fields = [panel.list, panel.caption, panel.credit, panel.alt, panel.width_box, desk.docks.filtered.choice]
    fields += [*desk.docks.article.fields.values(), *desk.docks.article.resets.values()]
    assert all(field.accessibleName() for field in fields)


def test_another_document_shows_its_own_figures(desk: Window, photo: Path, qtbot: object) -> None:
    desk.illustrating.take([photo], caption_row(desk))
    until_idle(desk)
    desk.files.open_document(second_document(desk))
    until_idle(desk)
    assert all(figure.waits for figure in desk.session.figures)
    assert desk.docks.figures.preview.pixmap().isNull()
