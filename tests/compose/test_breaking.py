"""Breaking: the marks that may not begin or end a line, units that stay whole, widths that are always exact."""

import itertools
import random
import re
from collections.abc import Callable, Sequence
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingyang.compose.breaking import FORCED, LONE_LAST, TOLERANCES, _Bad, broken
from qingyang.compose.cells import Cells
from qingyang.compose.glue import NEVER
from qingyang.compose.items import Items, items
from qingyang.compose.lines import Place, runs, whites
from qingyang.compose.metrics import Squares
from qingyang.compose.sums import natural, packed

Lines = Callable[..., list[str]]

NOT_AT_START = set("，。、；：？！）》〉」』】〕”’·％%‰℃～-/")
NOT_AT_END = set("（《〈「『【〔“‘¥$￥")


def test_lines_of_whole_squares(lines: Lines) -> None:
    assert lines("一二三四五六七八九十一二", 5.0) == ["一二三四五", "六七八九十", "一二"]


def test_a_mark_at_the_line_end_is_half_wide(lines: Lines) -> None:
    assert lines("一二三四，五六七八九十一二", 4.5) == ["一二三四，", "五六七八", "九十一二"]


def test_the_first_line_may_be_shorter(lines: Lines) -> None:
    assert lines("一二三四五六七八", 5.0, 3.0) == ["一二三", "四五六七八"]


def test_marks_shrink_before_one_goes_to_the_next_line(lines: Lines) -> None:
    assert lines("一二，三四，五六七八", 5.0)[0] == "一二，三四，"


def test_no_mark_begins_a_line_and_no_opening_one_ends_it(lines: Lines) -> None:
    for text in ("一二三四。五六七八", "一二三“四五六七八”", "一二三四》五六七八", "一二三四％五六七八"):
        for line in lines(text, 4.0)[1:]:
            assert line[0] not in NOT_AT_START
        for line in lines(text, 4.0)[:-1]:
            assert line[-1] not in NOT_AT_END


@pytest.mark.parametrize(
    "unit", ["192.6", "50%", "38℃", "¥300", "1,000", "10:30", "2025-11-22", "——", "……", "A4"]
)
@pytest.mark.parametrize("at", range(9))
def test_a_unit_is_never_parted(lines: Lines, unit: str, at: int) -> None:
    text = "一二三四五六七八九"[:at] + unit + "一二三四五六七八九十甲乙丙丁"
    assert any(unit in line for line in lines(text, 7.5))


def test_a_dash_ends_a_line_rather_than_begins_one(lines: Lines) -> None:
    text = "一，二，三，四，五六——七八九"
    assert lines(text, 10.0)[0] == "一，二，三，四，五六——"
    assert lines(text.replace("——", "甲乙"), 10.0)[0] == "一，二，三，四，五六"


def test_a_break_goes_between_words(lines: Lines) -> None:
    def words(text: str) -> Sequence[str]:
        return re.findall("重庆市|.", text)

    text = "在江北，那座城，是重庆市有大江"
    assert lines(text, 11.0)[0] == "在江北，那座城，是重庆"
    assert lines(text, 11.0, words=words)[0] == "在江北，那座城，是重庆市"


def test_a_name_no_dictionary_has_is_no_place_for_a_break(squares: Callable[..., Items]) -> None:
    def words(text: str) -> list[str]:
        return re.findall("记者|今天|出席|会议|.", text)

    def price(text: str) -> list[int]:
        return [squares(text, words=words).prices[k] for k in range(1, len(text))]

    word = price("今天")[0]
    assert word > 0
    assert price("记者曾祥云出席") == [word, 0, word, word, 0, word]
    # A given name of one character may be a word by itself, and what most often is no family name is none.
    assert price("记者曾云出席") == [word, 0, 0, 0, word]
    assert price("会议和我都在") == [word, 0, 0, 0, 0]
    assert price("曾，祥云") == [NEVER, 0, 0]


def test_the_last_line_has_two_characters(lines: Lines) -> None:
    for count in range(12, 60):
        text = "一二，三四五六、七八九十，" * 9
        assert sum(char.isalnum() for char in lines(text[:count], 11.5)[-1]) >= 2


def test_a_last_line_of_one_character_is_told_by_its_price() -> None:
    made = items("一二三四五", Cells("song", Squares()))
    assert LONE_LAST <= broken(made, 4000).cost < FORCED


def test_what_is_wider_than_the_measure_is_broken_anywhere(lines: Lines) -> None:
    found = lines("见https://www.example.org/a_very_long_address_indeed网", 6.0)
    assert "".join(found) == "见https://www.example.org/a_very_long_address_indeed网"
    assert all(len(line) <= 12 for line in found)


def test_every_line_is_exactly_as_wide_as_the_measure(widths: Callable[..., list[float]]) -> None:
    text = "今年是“十四五”收官、“十五五”谋划之年，也是APEC之年。全市GDP达192.6亿美元——占50%以上……可喜！"
    for room in (7.5, 9.5, 11.0, 13.5, 22.5):
        found = widths(text, room)
        assert found[:-1] == pytest.approx([room] * (len(found) - 1))
        assert found[-1] <= room


def test_western_prose_is_set_to_the_edge_by_its_spaces(
    widths: Callable[..., list[float]], lines: Lines
) -> None:
    text = "The paper was printed on the night of the ninth and read by all on the morning of the tenth"
    found = widths(text, 11.5)
    assert found[:-1] == pytest.approx([11.5] * (len(found) - 1))
    assert " ".join(line.strip() for line in lines(text, 11.5)) == text
    assert broken(items(text, Cells("song", Squares())), 11500).cost < FORCED


_MARKS = [*"，。、“”《》（）·？！％%℃¥-", "——", "……"]
_WORDS = [
    *"0123456789",
    "3.14",
    "1,000",
    " ",
    "GDP",
    "https://a.b/c",
    "𠮷",
    "😀",
    "👨‍👩‍👧",
    "e\u0301",
    "\x07",
    "　",
]
_MIX = st.lists(st.sampled_from([*"的一是在国中渝", *_MARKS, *_WORDS]), max_size=120).map("".join)


@given(_MIX, st.integers(4, 30), st.booleans())
def test_nothing_is_lost_and_nothing_is_wider_than_the_measure(text: str, halves: int, words: bool) -> None:
    made = items(text, Cells("song", Squares()), list if words else None)
    room = halves * 500
    edges = broken(made, room).edges
    assert edges[0] == 0 and edges[-1] == len(made.text)
    assert list(edges) == sorted(set(edges))
    shown = ""
    for a, b in itertools.pairwise(edges):
        set_ = whites(made, a, b, room, b < edges[-1])
        assert set_.width <= room + 1e-6 or b == a + 1
        shown += "".join(run.text for run in runs(made, a, b, set_, Place(0, 0, 10)))
    kept = "".join(text[k] for k in made.origins)
    assert shown.split() == kept.split() or "".join(shown.split()) == "".join(kept.split())
    assert [c for c in text if not c.isspace() and c != "\x07"] == [c for c in kept if not c.isspace()]


@given(_MIX, st.integers(16, 60))
def test_no_rule_is_broken_where_a_line_was_not_forced(text: str, halves: int) -> None:
    made = items(text, Cells("song", Squares()))
    found = broken(made, halves * 500)
    if found.cost >= FORCED:
        return
    for at in found.edges[1:-1]:
        before, after = made.text[at - 1], made.text[at]
        assert made.classes[at] not in "CSEMRPFYTWVKX" and made.classes[at - 1] not in "OBQ"
        assert not (before == after and after in "—…")
        assert not (before.isdigit() and (after.isdigit() or after in ".%％℃"))
        assert not (before.isascii() and before.isalpha() and after.isascii() and after.isalnum())


def test_a_word_is_parted_only_where_a_line_would_be_loose(lines: Lines) -> None:
    def hyphens(text: str) -> list[int]:
        return [text.index("ment")]

    assert lines("一二三四development五六", 8.5, hyphens=hyphens) == ["一二三四develop", "ment五六"]
    assert lines("一二三四development五六", 4.0, hyphens=hyphens)[0] == "一二三四"


def test_a_hyphen_takes_room_too(lines: Lines) -> None:
    def hyphens(text: str) -> list[int]:
        return [text.index("ment")]

    text = "一二三四development五六七八九十"
    assert lines(text, 8.25, hyphens=hyphens)[0] == "一二三四develop"
    assert lines(text, 8.0, hyphens=hyphens)[0] == "一二三四"
    assert lines("一二三四development五六", 8.5)[0] == "一二三四"


def test_a_percentage_ends_a_number(lines: Lines) -> None:
    assert lines("占12.3%45.6%", 4.5) == ["占12.3%", "45.6%"]


def test_a_word_stays_whole_where_spaces_can_open(lines: Lines) -> None:
    text = "go go go go go go go go development go"
    assert lines(text, 11.9, hyphens=lambda text: [text.index("velop")])[0] == "go go go go go go go go "


@pytest.mark.parametrize("seed", range(40))
def test_no_other_way_to_break_a_paragraph_is_cheaper(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choice("一二三四五六，。“”7aA") for _ in range(16))
    made = items(text, Cells("song", Squares()), lambda text: [text[k : k + 2] for k in range(0, 16, 2)])
    found = broken(made, 5500)
    for tolerance in (TOLERANCES[0], *TOLERANCES):
        bad = _Bad(5500, tolerance)
        costs = [
            cost
            for count in range(8)
            for ends in itertools.combinations(range(1, 16), count)
            # A last line of one character is another matter.
            if sum(map(str.isalnum, text[max((0, *ends)) :])) > 1
            and (cost := price(made, (0, *ends, 16), bad)) is not None
        ]
        if costs and found.cost < LONE_LAST:
            assert found.cost <= min(costs) + 1e-6
            break


def price(made: Items, edges: tuple[int, ...], bad: _Bad) -> float | None:
    """Return what lines cost, None where one of them cannot be; the last one is never stretched."""
    total = 0.0
    for start, end in itertools.pairwise(edges):
        wide = made.wide(start, end)
        if end == len(made.text):
            slack = bad.room - natural(wide)
            each = bad[wide] if slack < 0 else 0.0
        else:
            each = bad[wide] + (made.prices[end] if made.prices[end] < NEVER else inf)
        total += each
    return total if total < inf else None


def test_a_width_costs_the_same_whatever_was_asked_before() -> None:
    fresh, used = _Bad(5500, 60), _Bad(5500, 60)
    widths = [packed(least, shrink, 0, 5) for least in range(4000, 5600, 7) for shrink in (0, 250, 900)]
    for wide in reversed(widths):
        assert used[wide] >= 0
    assert [used[wide] for wide in widths] == [fresh[wide] for wide in widths]
