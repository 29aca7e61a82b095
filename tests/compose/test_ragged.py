"""Ragged lines: a list of people breaks between title and name, never inside a name."""

import itertools
from collections.abc import Callable

from qingyang.compose.items import Items
from qingyang.compose.ragged import ragged

Squares = Callable[..., Items]


def lines(made: Items, measure: float, first: float | None = None, align: str = "left") -> list[str]:
    edges = ragged(made, round(measure * 1000), round((first or measure) * 1000), align)
    return [made.text[a:b] for a, b in itertools.pairwise(edges)]


def test_a_name_stays_whole(squares: Squares) -> None:
    assert lines(squares("渝中区交通运输委副主任 袁必亮"), 12.5) == ["渝中区交通运输委副主任 ", "袁必亮"]
    assert lines(squares("记者 徐潇 张三 李四"), 6.5) == ["记者 徐潇 ", "张三 李四"]


def test_what_fits_is_one_line(squares: Squares) -> None:
    assert lines(squares("访谈嘉宾 徐潇"), 12.5) == ["访谈嘉宾 徐潇"]


def test_no_line_is_wider_than_its_measure(squares: Squares) -> None:
    text = "重庆市渝中区融媒体中心，新闻部主任张三。"
    for measure in range(4, 20):
        found = lines(squares(text), measure, measure - 1)
        assert "".join(found) == text
        assert all(len(line) <= measure + 2 for line in found)


def test_what_no_line_holds_is_left_to_others(squares: Squares) -> None:
    assert lines(squares("A" * 90), 6) == []


def test_lines_that_have_an_axis_are_even_and_leave_no_word_alone(squares: Squares) -> None:
    source = squares(
        "（来源：成都市青羊区融媒体中心）",
        words=lambda _: ["（", "来源", "：", "成都市", "青羊区", "融媒体", "中心", "）"],
    )
    assert lines(source, 13.5) == ["（来源：成都市青羊区融媒体", "中心）"]
    for align in ("right", "center"):
        assert lines(source, 13.5, align=align) == ["（来源：成都市", "青羊区融媒体中心）"]
        assert lines(squares("记者 徐潇 张三 李四"), 6.5, align=align) == ["记者 徐潇 ", "张三 李四"]
        assert lines(source, 20, align=align) == [source.text]
