"""Levelling: a short story's picture is no higher than its text makes the columns beside it."""

from tests.compose.test_floating import LEADING, texts
from tests.compose.test_spanning import picture

from qingyang.compose.blocks import Block
from qingyang.compose.columns import Row
from qingyang.compose.figures import NARROWEST, SMALLEST, Frame, Illustration
from qingyang.compose.levelling import levelled_pictures
from qingyang.text.article import Figure


def pieces(lines: int, what: Illustration) -> list[Block | Illustration]:
    rows: tuple[Row, ...] = texts(lines)
    return [rows[0].block, what]


def test_a_picture_higher_than_its_text_is_set_narrower_then_smaller() -> None:
    text, found = levelled_pictures(pieces(20, picture(24, 12, 6)), 4, LEADING)
    assert isinstance(found, Illustration) and isinstance(text, Block)
    assert found.frame.columns == 1 and found.height(LEADING) == 6
    (_, small) = levelled_pictures(pieces(12, picture(6)), 4, LEADING)
    assert isinstance(small, Illustration) and small.height(LEADING) == 4
    assert SMALLEST < small.frame.width / 100 < 1
    assert small.frame.height / small.frame.width == picture(6).frame.height / 100


def test_a_picture_of_a_long_story_stays_as_large_as_it_likes() -> None:
    large = picture(18, 12, 6)
    assert levelled_pictures(pieces(60, large), 4, LEADING)[1] is large


def test_a_picture_that_would_be_too_small_is_the_story_and_stays() -> None:
    large = picture(18)
    assert levelled_pictures(pieces(3, large), 4, LEADING)[1] is large


def test_a_picture_that_rises_above_a_text_half_as_long_as_itself_is_as_low_as_it_may_be() -> None:
    (_, found) = levelled_pictures(pieces(9, picture(18)), 4, LEADING)
    assert isinstance(found, Illustration) and found.frame.width == 100 * SMALLEST
    # One wider than high keeps the measure.
    broad = picture(7)._replace(frame=Frame(1, 200.0, 6.5 * LEADING))
    assert levelled_pictures(pieces(8, broad), 4, LEADING)[1] is broad
    by_hand = picture(18)._replace(figure=Figure("a", 300, 200, 0, wide=40.0))
    assert levelled_pictures(pieces(20, by_hand), 4, LEADING)[1] is by_hand


def test_a_picture_longer_than_its_text_is_as_low_as_it_may_be_only_where_that_is_nearly_level() -> None:
    (_, near) = levelled_pictures(pieces(8, picture(18)), 2, LEADING)
    assert isinstance(near, Illustration) and near.height(LEADING) == 10
    large = picture(18)
    assert levelled_pictures(pieces(7, large), 2, LEADING)[1] is large


def test_captions_take_the_width_of_a_picture_set_smaller() -> None:
    (caption,) = (row.block for row in texts(1))
    assert isinstance(caption, Block)
    with_caption = picture(18)._replace(captions=(caption,))
    (_, found) = levelled_pictures(pieces(30, with_caption), 4, LEADING)
    assert isinstance(found, Illustration) and caption.width > found.frame.width
    assert found.captions[0].width == max(found.frame.width, NARROWEST)
    assert found.captions[0].items is caption.items


def test_a_width_set_by_hand_stays() -> None:
    wide = picture(6)._replace(figure=Figure("a", 300, 200, 0, wide=40.0))
    assert levelled_pictures(pieces(12, wide), 4, LEADING)[1] is wide
