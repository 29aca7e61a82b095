"""Rows stay aligned wherever one scrolls, whatever becomes known of heights on the way."""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from qingyang.services.reviewing import Shown
from qingyang.ui.aligned.parts import LONGEST

from .conftest import Desk, newspaper, review_of

pytestmark = pytest.mark.window
Maker = Callable[..., Desk]


def check_view(desk: Desk) -> None:
    """Every part in view stands right below the one before, with its own lines on both sides."""
    height = desk.view.viewport().height()
    for one, other in pairwise(desk.seen):
        assert other.number == one.number + 1
        assert other.y == one.y + desk.sheet.heights[one.number]
    assert desk.seen[0].y <= 0
    last = desk.seen[-1]
    bottom = last.y + desk.sheet.heights[last.number]
    assert bottom >= height or last.number == len(desk.sheet.parts) - 1
    for number, _ in desk.seen:
        layout = desk.sheet.layout(number)
        row, passage = layout.part.row, desk.review.passages[layout.part.row]
        assert layout.start == passage.start + layout.part.start
        assert layout.height <= desk.sheet.heights[number]
        if layout.part.end - layout.part.start == passage.end - passage.start:
            assert tuple(layout.lines) == desk.review.raw_lines(row)


def test_aligned_at_a_thousand_positions(desk: Maker) -> None:
    made = desk(newspaper(1_500))
    pick, bar = random.Random(5), made.view.verticalScrollBar()
    for k in range(1_000):
        if k % 3:
            made.view.scroll_by(pick.randint(-900, 900))
        else:
            bar.setValue(pick.randrange(bar.maximum() + 1))
        check_view(made)
        assert bar.value() == made.view._position.y


def ink(image: QImage, left: int, right: int, top: int, bottom: int) -> int:
    """Return the first line of pixels that has something dark in it, from the top."""
    for y in range(max(0, top), min(bottom, image.height())):
        if any(image.pixelColor(x, y).lightness() < 120 for x in range(left, right, 1)):
            return y - top
    return -1


def test_both_sides_are_painted_at_one_height(desk: Maker) -> None:
    made = desk(newspaper(400, seed=2))
    pick, bar, at = random.Random(8), made.view.verticalScrollBar(), made.sheet.columns
    seen = 0
    for _ in range(25):
        bar.setValue(pick.randrange(bar.maximum()))
        made.view.scroll_by(37)
        image = made.view.viewport().grab().toImage()
        for number, y in made.seen:
            if y < 0 or y + 60 > made.view.viewport().height():
                continue
            raw = ink(image, at.raw, at.raw + 40, y + 1, y + 60)
            text = ink(image, at.text, at.text + 40, y + 1, y + 60)
            assert 0 <= text - raw <= 6, (number, raw, text)
            seen += 1
    assert seen > 30


def on_screen(desk: Desk) -> QImage:
    """Return what the screen shows of the view; `QWidget.grab` would draw it anew."""
    QTest.qWait(20)
    handle = desk.view.windowHandle()
    assert handle is not None
    return handle.screen().grabWindow(desk.view.winId()).toImage()


def alike(one: QImage, other: QImage) -> bool:
    """Say whether two pictures are the same, the rounding of clipped edges aside."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return a == b or (len(a) == len(b) and all(abs(x - y) <= 3 for x, y in zip(a, b, strict=True) if x != y))


def test_what_is_moved_on_screen_is_what_would_be_drawn(desk: Maker) -> None:
    made = desk(newspaper(200, seed=3))
    made.view.set_doubts(made.review.doubts())
    for pixels in (61, 240, -17, -150, 1_900, 3, -3):
        made.view.scroll_by(pixels)
        shown = on_screen(made)
        made.view.viewport().update()
        assert alike(shown, on_screen(made))


def test_a_row_that_grows_is_drawn_anew(desk: Maker) -> None:
    made = desk(newspaper(200, seed=3))
    made.view.go_to_row(20)
    for act in (lambda: made.review.join(19), lambda: made.review.rewrite(19, "短"), made.review.undo):
        act()
        shown = on_screen(made)
        made.view.viewport().update()
        assert alike(shown, on_screen(made))


def test_scrolling_back_arrives_where_it_began(desk: Maker) -> None:
    made = desk(newspaper(300))
    made.view.verticalScrollBar().setValue(9_000)
    before = made.seen[0]
    for pixels in (500, 700, -300, -900):
        made.view.scroll_by(pixels)
    assert made.seen[0] == before


def test_scrolling_up_moves_what_is_read_by_as_much(desk: Maker) -> None:
    made = desk(newspaper(300))
    made.view.verticalScrollBar().setValue(made.view.verticalScrollBar().maximum() // 2)
    for _ in range(200):
        before = dict(made.seen)
        made.view.scroll_by(-40)
        after = dict(made.seen)
        assert {after[n] - before[n] for n in before.keys() & after.keys()} == {40}


def test_the_end_is_reached_and_not_passed(desk: Maker) -> None:
    made = desk(newspaper(300))
    for _ in range(4):
        made.view.verticalScrollBar().setValue(made.view.verticalScrollBar().maximum())
    last = made.seen[-1]
    assert last.number == len(made.sheet.parts) - 1
    bottom = last.y + made.sheet.heights[last.number]
    assert 0 < made.view.viewport().height() - bottom < 60
    made.view.scroll_by(5_000)
    assert made.seen[-1] == last


def test_a_change_elsewhere_leaves_the_view_steady(desk: Maker) -> None:
    made = desk(newspaper(300))
    made.view.go_to_row(150)
    before = dict(made.seen)
    made.review.split(made.review.passages[3].start + 2)
    assert made.view.current_row() == 151
    assert {number - 1: y for number, y in made.seen} == before
    made.review.undo()
    assert made.view.current_row() == 150
    assert dict(made.seen) == before
    made.review.join(250)
    assert made.view.current_row() == 150
    assert dict(made.seen) == before
    check_view(made)


def test_roles_changed_all_around_leave_the_view_steady(desk: Maker) -> None:
    made = desk(newspaper(300))
    made.view.go_to_row(150)
    before = dict(made.seen)

    def told_of_all(shown: Shown) -> None:
        first, last = shown.first + shown.above, shown.first + shown.old - shown.below
        rows = len(made.review)
        made.view.refresh(shown._replace(first=0, old=300, new=rows, above=first, below=300 - last))

    made.review.listeners[:] = [told_of_all]
    made.review.split(made.review.passages[3].start + 2)
    assert made.view.current_row() == 151
    assert {number - 1: y for number, y in made.seen} == before


def test_rows_come_and_go_under_the_eye(desk: Maker) -> None:
    made = desk(newspaper(40))
    made.view.go_to_row(10)
    made.review.join(9)
    check_view(made)
    made.review.split(made.review.passages[9].start + 1)
    check_view(made)
    made.review.move([9, 10], 3)
    check_view(made)
    made.review.insert(0, "一行标题")
    check_view(made)
    for _ in range(4):
        made.review.undo()
        check_view(made)
    assert len(made.sheet.parts) == len(made.review)


def test_zoom_and_width_keep_the_top_row(desk: Maker) -> None:
    made = desk(newspaper(300))
    made.view.verticalScrollBar().setValue(12_345)
    top = made.seen[0].number
    for factor in (1.5, 2.0, 0.7, 1.0):
        made.view.set_zoom(factor)
        assert made.seen[0].number == top
        check_view(made)
    made.view.resize(700, 500)
    assert made.seen[0].number == top
    check_view(made)


def test_a_very_long_row_is_shown_in_parts(desk: Maker) -> None:
    words = "一二三四五六七八九十" * 3_000
    made = desk("甲\n\n" + "\n".join(words[k : k + 1_000] for k in range(0, len(words), 1_000)) + "\n\n乙")
    assert len(made.review) == 3
    assert len(made.sheet.parts) > 30_000 // LONGEST + 2
    shown = ""
    for number in range(1, len(made.sheet.parts) - 1):
        layout = made.sheet.layout(number)
        shown += made.review.reading.text[layout.start : layout.end]
        assert layout.text.length <= LONGEST
    assert shown == words
    raw = made.review.draft.source.text
    lines = [
        line for number in range(1, len(made.sheet.parts) - 1) for line in made.sheet.layout(number).lines
    ]
    assert "".join(raw[line.start : line.end] for line in lines) == words
    made.view.go_to_row(2)
    assert any(number == len(made.sheet.parts) - 1 for number, _ in made.seen)


def test_an_empty_document_shows_nothing_and_takes_a_first_row(desk: Maker) -> None:
    made = desk("")
    assert made.view.current_row() == -1
    assert made.view.selected_rows() == ()
    assert made.view.selected_text() == made.view.raw_selected_text() == ""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(made.view, key)
    QTest.mouseClick(made.view.viewport(), Qt.MouseButton.LeftButton)
    assert not made.view.is_editing()
    made.view.new_row(0)
    QTest.keyClicks(made.editor, "abc")
    QTest.keyClick(made.editor, Qt.Key.Key_Escape)
    assert made.texts() == ["abc"]
    assert made.view.current_row() == 0


def test_a_document_emptied_and_filled_again_has_a_current_row(desk: Maker) -> None:
    made = desk("甲")
    made.review.rewrite(0, "")
    assert made.view.current_row() == -1 and made.seen == []
    made.review.undo()
    assert made.view.current_row() == 0
    check_view(made)


def test_no_document_at_all(desk: Maker) -> None:
    made = desk("甲\n\n乙")
    made.view.set_review(None)
    made.view.grab()
    assert made.view.current_row() == -1
    made.view.set_review(review_of("丙"))
    assert made.view.current_row() == 0


def test_what_stands_is_laid_out_once_and_what_has_changed_anew(desk: Maker) -> None:
    made = desk(newspaper(60))
    before = {row: made.layout(row) for row in range(4)}
    made.review.set_role([2], "headline")
    check_view(made)
    after = {row: made.layout(row) for row in range(4)}
    assert after[2].tagged.role == "headline"
    # Its words are laid out already, whatever they are.
    assert all(after[row].text is before[row].text for row in range(4))
    far = 40
    shown = {row: made.layout(row) for row in (0, 1, far, far + 1)}
    at = made.review.passages[far].start
    made.review.replace(at, at, "新添的几个字")
    check_view(made)
    last = {row: made.layout(row) for row in shown}
    assert all(last[row] is shown[row] for row in (0, 1))
    assert last[far].text.length == shown[far].text.length + 6
    assert last[far + 1].start == shown[far + 1].start + 6


def test_layouts_that_are_kept_are_as_if_made_anew(desk: Maker) -> None:
    made, pick = desk(newspaper(60)), random.Random(4)
    review = made.review

    def whole(row: int) -> tuple[int, int]:
        return review.passages[row].start, review.passages[min(row + 1, len(review) - 1)].start

    deeds: list[Callable[[int], object]] = [
        lambda row: review.split(review.passages[row].start + 1),
        lambda row: review.join(row),
        lambda row: review.replace(*whole(row), ""),
        lambda row: review.replace(*whole(row), "一\n"),
        lambda row: review.rewrite(row, "二"),
        lambda row: review.set_role([row], "headline"),
        lambda row: review.undo(),
    ]
    for _ in range(120):
        made.view.go_to_row(pick.randrange(len(review)))
        pick.choice(deeds)(pick.randrange(len(review) - 2))
        sheet = made.sheet
        for number, kept in sheet._layouts.items():
            anew = sheet._lay_out(sheet.parts[number])
            for what in ("part", "start", "end", "tagged", "top", "height", "lines", "_differences"):
                assert getattr(kept, what) == getattr(anew, what), (number, what)


def test_an_article_that_begins_here_has_room_above_it(desk: Maker) -> None:
    made = desk(newspaper(60))
    number = made.sheet.parts.first(3)
    before = made.sheet.heights[number]
    made.review.cut_article(3, not made.review.tags[3].begins)
    check_view(made)
    assert made.layout(3).tagged.begins == made.review.tags[3].begins
    assert made.sheet.heights[number] != before
