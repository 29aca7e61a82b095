"""Floating: a picture with no room below the text does not leave the column white, and no text is lost."""

import random

from tests.compose.test_filling import TWO_COLUMNS, WIDE, set_rows

from qingyang.compose.blocks import Block
from qingyang.compose.columns import Row, column, even, filled
from qingyang.compose.figures import Frame, Illustration
from qingyang.compose.floating import fetched, finishing, floated
from qingyang.text.article import Figure

LEADING = TWO_COLUMNS.leading


def picture(lines: int, name: str = "a") -> Row:
    frame = Frame(1, 100.0, (lines - 0.5) * LEADING)
    what = Illustration(0, 0, Figure(name, 100, 100, 0), frame, ())
    return Row(what, 0, 0, what.height(LEADING), 0, False)


def texts(*lines: int) -> tuple[Row, ...]:
    return set_rows(TWO_COLUMNS, [(WIDE * 60)[: 22 * count - 4] for count in lines])


def of_text(rows: tuple[Row, ...] | list[Row]) -> list[tuple[int, int]]:
    return [(row.block.where.paragraph, row.first) for row in rows if isinstance(row.block, Block)]


def test_the_text_goes_on_below_which_a_picture_has_no_room() -> None:
    some = texts(10, 30)
    given = (*some[:10], picture(12), *some[10:])
    assert column(given, 0, 20, False).height == 10
    found = floated(given, [20, 20])
    made = column(found, 0, 20, False)
    assert made.height == 20 and all(isinstance(row.block, Block) for row in found[: made.end])
    # It stands at the end of a paragraph, never in one.
    assert len(found) == len(given) and isinstance(found[-1].block, Block) is False


def test_a_picture_that_ends_a_story_stands_high_in_its_column() -> None:
    given = (*texts(3, 12), picture(8))
    found = floated(given, [18])
    assert not isinstance(found[0].block, Block)
    assert column(found, 0, 18, False).height == 18


def test_a_picture_higher_than_the_column_stays_where_it_is() -> None:
    given = (*texts(3, 12), picture(19))
    assert floated(given, [18]) == given


def test_a_picture_that_ends_a_story_is_a_little_smaller_to_end_it_on_its_page() -> None:
    given = (*texts(20, 6), picture(17))
    assert filled(given, even(2, 20), False)[-1].end < len(given)
    found = finishing(given, even(2, 20), LEADING)
    assert found[-1].height == 14 and filled(found, even(2, 20), False)[-1].end == len(given)
    # Where half its size were not enough, or the story goes on anyway, it stays.
    assert finishing((*texts(20, 14), picture(17)), even(2, 20), LEADING)[-1].height == 17
    assert finishing((*texts(20, 30), picture(17)), even(2, 20), LEADING)[-1].height == 17


def test_one_that_has_room_is_not_moved() -> None:
    given = (*texts(3), picture(8), *texts(12))
    assert floated(given, [30]) == given


def test_no_text_is_lost_or_turned_round_wherever_pictures_stand() -> None:
    for seed in range(200):
        chance = random.Random(seed)
        given: list[Row] = list(texts(*(chance.randint(1, 9) for _ in range(12))))
        ends = [k for k, row in enumerate(given) if row.first == 0]
        for at in sorted(chance.sample(ends, 3), reverse=True):
            given.insert(at, picture(chance.randint(2, 14), str(at)))
        pictures = [row for row in given if not isinstance(row.block, Block)]
        pictures = [row for row in given if not isinstance(row.block, Block)]
        heights = [chance.randint(8, 30) for _ in range(3)]
        found = floated(given, heights)
        assert of_text(list(found)) == of_text(given)
        assert [row for row in found if row in pictures] == pictures
        assert [row for row in found if row in pictures] == pictures
        assert len(found) == len(given)
        for k, row in enumerate(found):
            if not isinstance(row.block, Block) and k + 1 < len(found):
                after = found[k + 1]
                assert not isinstance(after.block, Block) or after.first == 0


def test_a_last_picture_stands_on_the_page_before_one_that_would_have_little_else() -> None:
    given = (*texts(12, 12, 19), picture(12))
    area = even(2, 20)
    assert len(given) - filled(given, area, False)[-1].end == 4
    found = fetched(given, area)
    at = next(k for k, row in enumerate(found) if not isinstance(row.block, Block))
    columns = filled(found, area, False)
    # Here, after a whole paragraph, with text below it, and no text is turned round.
    assert at < columns[-1].end - 3 and found[at + 1].first == 0
    assert of_text(list(found)) == of_text(given)
    # Beside as much text as levels the next page it stays, and so it does where it fits here.
    enough = (*texts(12, 12, 19, 10), picture(12))
    assert fetched(enough, area) == enough
    fitting = (*texts(12, 12), picture(12))
    assert fetched(fitting, area) == fitting


def test_a_picture_fetched_has_text_below_it_and_none_or_some_above_it_in_its_column() -> None:
    moved = 0
    for seed in range(80):
        chance = random.Random(seed)
        given = (*texts(*(chance.randint(2, 9) for _ in range(9))), picture(chance.randint(6, 14)))
        area = even(3, 16)
        found = fetched(given, area)
        assert of_text(list(found)) == of_text(given)
        at = next(k for k, row in enumerate(found) if not isinstance(row.block, Block))
        one = next((one for one in filled(found, area, False) if one.start <= at < one.end), None)
        if found is not given:
            moved += 1
            assert one is not None and one.end - at > 2 and at - one.start != 1
    assert moved > 20


def test_a_picture_is_fetched_past_no_other_picture() -> None:
    for seed in range(60):
        chance = random.Random(seed)
        some = texts(*(chance.randint(2, 9) for _ in range(9)))
        at = chance.choice([k for k, row in enumerate(some) if row.first == 0])
        given = (*some[:at], picture(4, "a"), *some[at:], picture(chance.randint(6, 14), "b"))
        found = fetched(given, even(3, 16))
        order = [row.block.figure.name for row in found if not isinstance(row.block, Block)]
        assert order == ["a", "b"] and of_text(list(found)) == of_text(given)
