"""Stories beside one another on a spaced page: read one after the other, not in strips across them."""

from __future__ import annotations

from itertools import zip_longest

from qingyang.repair.cuts import shape_of
from qingyang.repair.spaced import blocks_of

WIDTH, GUTTER = 14, 5


def story(name: str, rows: int, columns: int = 2) -> list[str]:
    """Return a headline over columns of one running text, which says of every line where it belongs."""
    lines = [f"{name}{k:02}" + "文字" * 4 + "续，" for k in range(rows * columns)]
    lines[0] = "  " + lines[0][:-2]
    lines[-1] = lines[-1][:-2] + "完。"
    cells = [lines[rows * k : rows * (k + 1)] for k in range(columns)]
    body = [beside(*(row or "" for row in each)) for each in zip_longest(*cells)]
    return [f"{name}稿标题一行大字", "", *body]


def beside(*cells: str) -> str:
    return (" " * GUTTER).join(cell.ljust(WIDTH) for cell in cells).rstrip()


def page(left: list[str], right: list[str], width: int = 2 * WIDTH + GUTTER) -> str:
    """Return two halves of a page side by side."""
    rows = zip_longest(left, right, fillvalue="")
    return "\n".join((a.ljust(width) + " " * GUTTER + b).rstrip() for a, b in rows)


def names(raw: str) -> str:
    """Return the stories in the order in which their lines are read, one letter for each run of lines."""
    letters = [raw[cell.start : cell.end].strip()[0] for block in blocks_of(raw) for cell in block.cells]
    return "".join(b for a, b in zip(["", *letters], letters, strict=False) if a != b)


def test_stories_stacked_beside_a_long_one_are_read_whole() -> None:
    raw = page([*story("甲", 6), "", "", "", *story("乙", 8)], story("丙", 17))
    assert names(raw) == "甲乙丙"


def test_a_second_story_beginning_lower_on_the_right_does_not_cut_the_first() -> None:
    raw = page(story("甲", 18), [*story("乙", 5), "", "", "", *story("丙", 7)])
    assert names(raw) == "甲乙丙"


def test_a_story_that_goes_on_under_a_picture_is_not_cut_where_the_ones_beside_it_end() -> None:
    pictured = story("丙", 15, columns=1)
    raw = page([*story("甲", 6), "", "", "", *story("乙", 7)], [*pictured[:8], "", "", "", *pictured[8:]])
    assert names(raw) == "甲乙丙"


def test_a_caption_between_does_not_make_another_order_likelier() -> None:
    caption = ["快递员分拣春节前的包裹", "记者 晏艳辉 摄"]
    raw = page([*story("甲", 6), "", "", "", *story("乙", 8), "", *caption], story("丙", 17))
    read = [letter for letter in names(raw) if letter in "甲乙丙"]
    assert "".join(dict.fromkeys(read)) == "甲乙丙" and read.count("甲") == read.count("丙") == 1


def test_a_headline_is_no_line_of_the_column_above_it() -> None:
    raw = page([*story("甲", 6), "", "", *story("乙", 6)], [*story("丙", 6), "", "", *story("丁", 6)])
    heads = [b for b in blocks_of(raw) if any("标题" in raw[c.start : c.end] for c in b.cells)]
    assert all("标题" in raw[b.cells[0].start : b.cells[0].end] for b in heads)


def test_what_a_block_shows() -> None:
    raw = page([*story("甲", 6), "", "", "", "乙稿标题一行大字"], story("丙", 12))
    shapes = {raw[b.cells[0].start : b.cells[0].end][:3]: shape_of(raw, b) for b in blocks_of(raw)}
    assert shapes["乙稿标"].head and shapes["乙稿标"].fresh
    assert shapes["甲稿标"].fresh and not shapes["甲稿标"].head
    assert not shapes["甲06"].fresh and shapes["甲06"].stops


def test_a_page_of_very_many_blocks_is_read_all_the_same() -> None:
    rows = [beside(*(f"第{r}行{c}列的文字" for c in range(9))) if r % 3 else "" for r in range(390)]
    read = [cell for block in blocks_of("\n".join(rows)) for cell in block.cells]
    assert len(read) == 9 * 260
