"""Columns side by side, on one line, row by row, thrown apart: cut, ordered and joined; tables left alone."""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

import pytest

from qingyang.repair import repair
from qingyang.repair.engine import FEWEST
from qingyang.repair.evidence import evidence_of
from qingyang.repair.glued import LONGEST, gaps_of
from qingyang.repair.lines import lines_of
from qingyang.repair.links import pairs_of
from qingyang.text.change import Draft
from qingyang.text.edit import SURE_FROM
from qingyang.text.source import source_of

READING = json.loads((Path(__file__).parents[1] / "reading" / "000.json").read_text("utf-8"))["paragraphs"]
LONG = [p["text"] for p in READING if p["role"] in ("answer", "body") and len(p["text"]) > 130][:6]


def column(text: str, width: int) -> list[str]:
    """Return a paragraph set in lines of so many ems, the first indented by two; a Western character is half one."""
    lines, line, used = [], "　　", 2.0
    for char in text:
        size = 0.5 if char.isascii() else 1.0
        if used + size > width and char not in "，。、；：？！”）》%":
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += size
    return [*lines, line]


def beside(columns: list[list[str]], width: int, gap: int = 5) -> str:
    """Return columns side by side, one index a character; a column of longer lines stands that much wider."""
    cells = [[cell.replace("　", " ") for cell in column] for column in columns]
    widths = [max(width, *map(len, column)) for column in cells]
    rows = zip_longest(*cells, fillvalue="")
    return "\n".join(
        (" " * gap).join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def test_columns_laid_with_spaces_are_read_one_after_the_other(paragraphs: Any) -> None:
    raw = beside([column(text, 14) for text in LONG[:3]], 14)
    assert paragraphs(raw) == LONG[:3]


def test_a_number_set_off_inside_a_column_is_no_column(paragraphs: Any) -> None:
    """Characters laid on a grid stand off at every number; the next column begins where its other lines do."""
    columns = [column(text, 14) for text in LONG[:3]]
    spread = [[re.sub("(?<=[一-龥])(?=[0-9])", "   ", line) for line in lines] for lines in columns]
    assert sum("   " in line for lines in spread for line in lines) >= 3
    assert paragraphs(beside(spread, 18)) == LONG[:3]


def test_a_name_set_off_behind_its_role_is_no_column(paragraphs: Any) -> None:
    columns = [column(text, 14) for text in LONG[:3]]
    columns[1].insert(0, "记者    晏艳辉")
    found = paragraphs(beside(columns, 18))
    assert [text.replace(" ", "") for text in found] == [LONG[0], "记者晏艳辉", *LONG[1:3]]


def test_a_paragraph_that_goes_on_in_the_next_column_is_one(paragraphs: Any) -> None:
    lines = column(LONG[0], 14)
    half = len(lines) // 2
    assert paragraphs(beside([lines[:half], lines[half:]], 14)) == [LONG[0]]


def test_columns_an_extractor_glued_are_cut_apart(paragraphs: Any) -> None:
    columns = [column(text, 15) for text in LONG[:2]]
    rows = min(map(len, columns)) - 1
    wanted = ["".join(lines[:rows]).strip() for lines in columns]
    raw = "\n".join(" ".join(row).strip() for row in list(zip(*columns, strict=False))[:rows])
    assert paragraphs(raw) == wanted


def test_columns_written_row_by_row_are_parted(paragraphs: Any) -> None:
    columns = [[line.strip() for line in column(text, 15)] for text in LONG[:3]]
    rows = min(map(len, columns))
    raw = "\n".join(cell for row in zip(*columns, strict=False) for cell in row)
    assert paragraphs(raw) == ["".join(lines[:rows]) for lines in columns]


@pytest.mark.parametrize(
    ("texts", "width", "tops"),
    [((2, 0, 3), 15, (0, 0, 1.5)), ((4, 0, 1, 3), 13, (2.5, 0, 0.5, 0))],
)
def test_columns_are_followed_whose_lines_stand_at_several_heights(
    paragraphs: Any, texts: tuple[int, ...], width: int, tops: tuple[float, ...]
) -> None:
    """What stands at one height is one line: not every column is on it, and some begin lower than others."""
    rows: dict[float, list[str]] = {}
    for text, top in zip(texts, tops, strict=True):
        for k, line in enumerate(column(LONG[text], width)):
            rows.setdefault(top + k, []).append(line.strip())
    raw = "\n".join(" ".join(rows[height]) for height in sorted(rows))
    assert sorted(paragraphs(raw)) == sorted(LONG[text] for text in texts)


def test_a_table_stays_a_table(paragraphs: Any) -> None:
    rows = [
        "区县     销售额     增幅",
        *(f"第{n}区     {n}23.{n}亿元     {n}.5%" for n in "一二三四五六七八九"),
    ]
    assert paragraphs("\n".join(rows)) == rows


def test_what_was_moved_is_read_once_and_whole(words: Any) -> None:
    raw = source_of(beside([column(text, 14) for text in LONG[:3]], 14)).text
    reading = Draft(source_of(raw), repair(raw, words).proposals).reading()
    visible = [c for c in reading.text if not c.isspace()]
    assert sorted(visible) == sorted(c for c in raw if not c.isspace())


def test_stories_stacked_are_read_one_after_the_other(paragraphs: Any) -> None:
    above, below = (beside([column(text, 14) for text in pair], 14) for pair in (LONG[:2], LONG[2:4]))
    assert paragraphs(above + "\n\n\n\n\n" + below) == LONG[:4]
    above, below = (beside([column(text, 14) for text in pair], 14, gap=9) for pair in (LONG[:2], LONG[2:4]))
    assert paragraphs(above + "\n" * 9 + below) == LONG[:4]


def test_stories_in_three_columns_each_a_blank_row_apart_are_read_one_after_the_other(
    paragraphs: Any,
) -> None:
    """A headline over the first columns only leaves the last one standing right above the next story's."""
    stories = []
    for text in LONG[:2]:
        lines = column(text, 12)
        third = -(-len(lines) // 3)
        stories.append(beside([lines[k : k + third] for k in range(0, len(lines), third)], 12))
    assert paragraphs("\n\n".join(stories)) == LONG[:2]


def test_a_headline_over_two_columns_stands_before_both(paragraphs: Any) -> None:
    headline = " " * 8 + "渝中多措并举迎快递旺季"
    body = beside([column(text, 14) for text in LONG[:2]], 14)
    assert paragraphs(headline + "\n" + body) == [headline.strip(), *LONG[:2]]


def test_two_stories_side_by_side_are_read_one_after_the_other(paragraphs: Any) -> None:
    heads = ["渝中多措并举迎快递旺季", "巫溪加快建设文旅新城区"]
    pairs = [[column(text, 14) for text in pair] for pair in (LONG[:2], LONG[2:4])]
    halves = [
        [head.center(33).rstrip(), *beside(pair, 14).split("\n")]
        for head, pair in zip(heads, pairs, strict=True)
    ]
    raw = beside([[line.replace(" ", "\0") for line in half] for half in halves], 33).replace("\0", " ")
    assert paragraphs(raw) == [heads[0], *LONG[:2], heads[1], *LONG[2:4]]


def test_a_line_as_wide_as_the_columns_above_it_stands_behind_them(paragraphs: Any) -> None:
    columns = [column(text, 14) for text in LONG[:2]]
    rows = min(map(len, columns))
    ended = [[*lines[: rows - 1], lines[rows - 1][:6] + "等等。"] for lines in columns]
    last = "　　以上两条均由渝中区融媒体中心供稿并于当日见报，"
    found = paragraphs(beside(ended, 14) + "\n" + last + "\n" + "转载请注明出处。")
    assert found[-1] == last.strip() + "转载请注明出处。"
    assert [text[:8] for text in found[:2]] == [LONG[0][:8], LONG[1][:8]]


def test_a_long_line_is_running_text_and_never_columns() -> None:
    half = "渝" * (LONGEST // 2)
    assert gaps_of([half + " " + half]) == []
    assert [gap.start for gap in gaps_of([half + " " + half[1:]])] == [len(half)]


def test_woven_rows_are_looked_at_even_where_every_line_seems_to_go_on(words: Any) -> None:
    columns = [[line.strip() for line in column(text, 15)] for text in LONG[:2]]
    rows = min(map(len, columns))
    woven = "\n".join(cell for row in zip(*columns, strict=False) for cell in row)
    whole = "\n".join(cell for lines in columns for cell in lines[:rows])
    found = [
        set(pairs_of(lines, evidence_of(lines, words), [1.0] * len(lines), words))
        for lines in (lines_of(woven, words), lines_of(whole, words))
    ]
    assert len({(k, k + 2) for k in range(2 * rows - 2)} & found[0]) >= rows
    assert not found[1]


def test_a_last_line_of_one_word_stays_in_its_column(paragraphs: Any) -> None:
    first = LONG[0][: 14 * 4 - 2] + "的人。"
    second = LONG[1]
    left = [*column(first, 14), *["　　" + LONG[2][:12], LONG[2][12:26], LONG[2][26:39] + "。"]]
    found = paragraphs(beside([left, column(second, 14)], 14))
    assert found[0] == first
    assert second in found


def test_edits_do_not_claim_one_space_twice(words: Any) -> None:
    raw = beside([column(text, 14) for text in LONG[:3]], 14, gap=6)
    edits = repair(raw, words).proposals.edits
    assert all(a.end <= b.start for a, b in pairwise(edits))


def test_a_boundary_says_joined_only_where_both_lines_are_read_together(words: Any) -> None:
    columns = [[line.strip() for line in column(text, 15)] for text in LONG[:3]]
    woven = "\n".join(cell for row in zip_longest(*columns, fillvalue="") for cell in row if cell)
    for raw in (woven, beside([column(text, 14) for text in LONG[:3]], 14)):
        source = source_of(raw)
        made = repair(source.text, words)
        reading = Draft(source, made.proposals).reading()
        joined = [b for b in made.boundaries if b.joined]
        assert joined or raw != woven
        assert all(reading.find(b.end) == reading.find(b.start - 1) + 1 for b in joined)


def test_no_more_than_four_line_breaks_in_a_thousand_characters_are_asked(words: Any) -> None:
    chance = random.Random(4)
    for text in LONG[:3]:
        lines = column(text, 12) * 4
        chance.shuffle(lines)
        made = repair("\n".join(lines), words)
        sure = made.proposals.sure_from
        asked = sum(max(b.p_join, 1 - b.p_join) < sure for b in made.boundaries)
        assert asked <= max(FEWEST, 4 * len("".join(lines)) / 1000)
        assert sum(max(b.p_join, 1 - b.p_join) < SURE_FROM for b in made.boundaries) > asked


def test_a_short_text_may_ask_too(words: Any) -> None:
    """A pasted item of a hundred characters is no reason to be told nothing: three doubts at most."""
    headline = "老街改造留住烟火气\n居民生活添了新滋味\n本报记者 田一苇\n"
    text = "清晨六点，东门老街的铺板一块\n块卸下，蒸笼的白汽漫过青石路\n面。\n"
    made = repair(headline + text, words)
    sure = made.proposals.sure_from
    assert 1 <= sum(max(b.p_join, 1 - b.p_join) < sure for b in made.boundaries) <= FEWEST
