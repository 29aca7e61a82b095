"""Pictures across columns: a story does not leave its picture behind, to stand on the next page alone."""

from tests.compose.test_floating import LEADING

from qingyang.compose.figures import Frame, Illustration
from qingyang.compose.spanning import spanning
from qingyang.text.article import Figure


def picture(*lines: int) -> Illustration:
    """Return a picture so many grid lines high, in as many columns as there are heights, and narrower ones."""
    narrower = picture(*lines[1:]) if lines[1:] else None
    frame = Frame(len(lines), 100.0 * len(lines), (lines[0] - 0.5) * LEADING)
    return Illustration(0, 0, Figure("a", 300, 200, 0), frame, (), narrower)


def test_pictures_stand_on_the_right_and_then_on_the_left_of_one_another() -> None:
    found = spanning([picture(9, 6), picture(9, 6)], (0,) * 5, 20, LEADING, lambda tops: True, False)
    assert [(each.first, each.top, each.foot) for each in found] == [(3, 0, 9), (1, 0, 9)]


def test_a_picture_the_text_would_leave_behind_is_set_narrower() -> None:
    (stood,) = spanning([picture(18, 12, 6)], (0,) * 5, 15, LEADING, lambda tops: True, False)
    assert stood.picture.frame.columns == 2 and stood.first == 3 and stood.foot == 12


def test_it_is_as_narrow_as_lets_the_text_end_beside_it() -> None:
    def ends(tops: tuple[int, ...]) -> bool:
        return sum(15 - top for top in tops) >= 60

    (stood,) = spanning([picture(18, 12, 6)], (0,) * 5, 15, LEADING, ends, False)
    assert stood.picture.frame.columns == 1


def test_a_picture_waits_for_the_next_page_where_its_text_goes_on_there() -> None:
    assert spanning([picture(18, 12, 6)], (0,) * 5, 15, LEADING, lambda tops: False, False) == ()


def test_a_picture_no_page_holds_is_placed_all_the_same() -> None:
    assert len(spanning([picture(18)], (0,) * 5, 15, LEADING, None, True)) == 1
