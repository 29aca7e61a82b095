"""Columns side by side, on one line, row by row, thrown apart: cut, ordered and joined; tables left alone."""

from __future__ import annotations

import json
import random
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

from qingyang.repair import repair
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
    """Return columns side by side, one index a character."""
    rows = zip_longest(*columns, fillvalue="")
    return "\n".join(
        (" " * gap).join(cell.replace("　", " ").ljust(width) for cell in row).rstrip() for row in rows
    )


def test_columns_laid_with_spaces_are_read_one_after_the_other(paragraphs: Any) -> None:
    raw = beside([column(text, 14) for text in LONG[:3]], 14)
    assert paragraphs(raw) == LONG[:3]


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


def test_a_headline_over_two_columns_stands_before_both(paragraphs: Any) -> None:
    headline = " " * 8 + "渝中多措并举迎快递旺季"
    body = beside([column(text, 14) for text in LONG[:2]], 14)
    assert paragraphs(headline + "\n" + body) == [headline.strip(), *LONG[:2]]


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
        assert asked <= 4 * len("".join(lines)) / 1000
        assert sum(max(b.p_join, 1 - b.p_join) < SURE_FROM for b in made.boundaries) > asked
