"""What is drawn where: every kind of mark has its own, on both sides."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage

from qingyang.text.article import HOLD
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Edit
from qingyang.ui.aligned import DARK, LIGHT
from qingyang.ui.aligned.doubt_boxes import raw_boxes, text_boxes
from qingyang.ui.aligned.row_layout import Strokes

from .conftest import Desk

pytestmark = pytest.mark.window
Maker = Callable[..., Desk]
RAW = "甲乙丙丁戊\n己庚辛"


def drawn(strokes: Strokes) -> set[str]:
    """Return the ways of drawing that are used."""
    names = [name for name in Strokes.__dataclass_fields__ if name != "curves" and getattr(strokes, name)]
    return {*names, *(() if strokes.curves.isEmpty() else ("curves",))}


@pytest.mark.parametrize(
    ("edit", "raw", "text"),
    [
        (Edit(5, 6, "", "join"), {"curves"}, {"curves"}),
        (Edit(2, 3, "X", id="1"), {"solid"}, {"solid"}),
        (Edit(2, 2, "补", id="1"), set(), {"double"}),
        (Edit(2, 3, "", id="1"), {"struck"}, {"carets"}),
    ],
)
def test_every_edit_leaves_its_mark_on_both_sides(
    desk: Maker, edit: Edit, raw: set[str], text: set[str]
) -> None:
    made = desk(RAW, [edit])
    assert [drawn(side) for side in made.layout(0).strokes()] == [raw, text]


def test_spaces_and_widths_have_marks_of_their_own(desk: Maker) -> None:
    made = desk("甲 乙,丙", [Edit(1, 2, "", "space"), Edit(3, 4, "，", "width")])
    raw, text = made.layout(0).strokes()
    assert drawn(raw) == {"chequers", "dotted"}
    assert drawn(text) == {"ticks", "dotted"}
    assert raw.chequers == made.layout(0).raw.raw_rects(1, 2)


def test_moved_text_is_boxed(desk: Maker) -> None:
    made = desk("甲乙丙丁戊己庚辛\n\n子丑")
    made.review.move_selection(1, 3, 6)
    raw, text = made.layout(0).strokes()
    assert len(raw.boxes) == len(text.boxes) == 1
    assert made.review.text(0) == "甲丁戊己乙丙庚辛"
    assert text.boxes == made.layout(0).rects(4, 6)


def ground(image: QImage, desk: Desk, row: int, offset: int) -> QColor:
    """Return the colour behind one repaired character."""
    point = desk.point(row, offset)
    rect = desk.layout(row).text.rects(offset, offset + 1)[0]
    return image.pixelColor(point.x(), round(point.y() - rect.height() / 2 + 3))


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_tints_lie_where_they_belong(desk: Maker, colours: object) -> None:
    made = desk("甲,乙.丙丁戊\n\n子丑", [Edit(1, 2, "，", "width", 0.8), Edit(3, 4, "。", "width", 0.3)])
    made.view.set_colours(colours)
    made.view.go_to_row(1)
    made.view.set_doubts(made.review.doubts())
    made.view.set_hits(made.review.find("丁"), -1)
    image = made.view.viewport().grab().toImage()
    wanted = [colours.paper, colours.likely, colours.paper, colours.ask, colours.paper, colours.hit]  # type: ignore[attr-defined]
    assert [ground(image, made, 0, k).name() for k in range(6)] == wanted
    assert ground(image, made, 1, 0).name() == colours.current  # type: ignore[attr-defined]


def test_likely_and_ask_differ_without_colour(desk: Maker) -> None:
    made = desk("甲,乙.丙", [Edit(1, 2, "，", "width", 0.8), Edit(3, 4, "。", "width", 0.3)])
    assert made.view._inks.likely.dashPattern() != made.view._inks.ask.dashPattern()


def test_a_doubt_between_paragraphs_shows_behind_the_first(desk: Maker) -> None:
    made = desk("甲乙\n丙丁", [Edit(2, 3, "", "join", 0.3)])
    (doubt,) = [d for d in made.review.doubts() if d.subject.rule != "role"]
    row = made.layout(0)
    (box,) = text_boxes(row, doubt, made.review.reading)
    assert box.left() >= row.text.x(2)
    (raw,) = raw_boxes(row, doubt)
    assert raw.left() >= row.raw.end_x(0)
    made.view.set_doubts(Doubts([doubt]))
    before = made.view.viewport().grab().toImage()
    made.view.set_current_doubt(doubt)
    assert made.view.viewport().grab().toImage() != before


def test_a_doubt_between_characters_takes_in_both(desk: Maker) -> None:
    made = desk("甲乙\n丙丁", [Edit(2, 3, "", "join", 0.8)])
    (doubt,) = [d for d in made.review.doubts() if d.subject.rule != "role"]
    assert text_boxes(made.layout(0), doubt, made.review.reading) == made.layout(0).rects(1, 3)


def test_what_is_kept_out_of_print_is_paler(desk: Maker) -> None:
    made = desk("甲乙丙\n\n丁戊己")
    made.view.go_to_row(1)
    before = made.view.viewport().grab().toImage()
    made.review.hold([0], True)
    after = made.view.viewport().grab().toImage()
    assert HOLD in made.review.tags[0].marks
    box = made.point(0, 0)

    def darkest(image: QImage) -> int:
        return min(
            image.pixelColor(box.x() + x, box.y() + y).lightness() for x in range(14) for y in range(-8, 9)
        )

    assert darkest(after) > darkest(before) + 30


def test_an_article_begins_with_a_rule(desk: Maker) -> None:
    made = desk("甲乙丙\n\n丁戊己")
    height = made.sheet.heights[1]
    made.review.cut_article(1, not made.review.tags[1].begins)
    made.view.grab()
    assert made.sheet.heights[1] != height


def test_role_names_label_the_rows(desk: Maker) -> None:
    made = desk("甲乙丙\n\n丁戊己")
    before = made.view.viewport().grab().toImage()
    made.view.set_role_names({tagged.role: "正文" for tagged in made.review.tags})
    assert made.view.viewport().grab().toImage() != before
    assert made.view.accessibleName()
    made.view.go_to_row(1)
    assert made.view.accessibleDescription().endswith("丁戊己")
