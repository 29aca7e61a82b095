"""Filling: a short column is made full by a paragraph a line longer or shorter, and nobody sees which."""

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qingyang.compose.blocks import Where
from qingyang.compose.columns import Row, column, even, filled, rows
from qingyang.compose.filling import levelled
from qingyang.compose.metrics import Squares
from qingyang.compose.setting import Setter
from qingyang.compose.template import Template
from qingyang.compose.template_file import parsed
from qingyang.text.article import Paragraph

ROOT = Path(__file__).parents[2]
TEMPLATE = (ROOT / "resources/templates/a4-two-column.toml").read_text("utf-8")
WIDE = "一二三四五，六七八九十。"


def set_rows(template: Template, texts: list[str]) -> tuple[Row, ...]:
    setter = Setter(template, Squares(), None)
    blocks = [setter.block(Where(0, k), Paragraph(text)) for k, text in enumerate(texts)]
    return rows([block for block in blocks if block], template.leading, template.lines // 2)


TWO_COLUMNS = parsed(TEMPLATE, "t")


def test_a_paragraph_takes_a_line_more_or_less() -> None:
    varied = 0
    for count in range(60, 240):
        (first, *_) = set_rows(TWO_COLUMNS, [(WIDE * 20)[:count]])
        for more in (-1, 1):
            found = first.block.varied(more)
            if found:
                varied += 1
                assert found.count == first.block.count + more
                assert list(found.edges) == sorted(set(found.edges))
                assert found.edges[0] == 0 and found.edges[-1] == first.block.edges[-1]
                assert found.cost >= first.block.cost
    assert varied > 20


def test_a_short_column_becomes_full() -> None:
    mended = short = 0
    for count in range(60, 200, 3):
        texts = [WIDE * 13, (WIDE * 20)[:count], WIDE * 11, WIDE * 12, WIDE * 15]
        given_rows = set_rows(TWO_COLUMNS, texts)
        for height in range(12, 28):
            before = column(given_rows, 0, height, False)
            found = levelled(given_rows, even(1, height), False)
            if before.height < height and before.end < len(given_rows):
                short += 1
                mended += found.columns[0].height == height
            assert found.columns[0].height >= before.height
    assert mended > short / 5


@given(st.lists(st.integers(1, 90), min_size=1, max_size=14), st.integers(2, 3), st.integers(6, 20))
def test_levelling_loses_nothing_and_keeps_the_rules(lengths: list[int], columns: int, height: int) -> None:
    texts = [(WIDE * 9)[:length] for length in lengths]
    given_rows = set_rows(TWO_COLUMNS, texts)
    found = levelled(given_rows, even(columns, height), False)
    assert [row.block.where for row in found.rows if not row.first] == [
        Where(0, k) for k in range(len(texts))
    ]
    for row in found.rows:
        assert "".join(row.block.items.text.split()) == texts[row.block.where.paragraph]
        assert row.first < row.block.count
    at = 0
    for one in found.columns:
        assert one.start == at and one.height <= height
        at = one.end
        assert at in (0, one.start, len(found.rows)) or not found.rows[at - 1].keep
    plain = filled(given_rows, even(columns, height), False)
    assert plain[-1].end < len(given_rows) or at == len(found.rows)
    if plain[-1].end == len(given_rows):
        assert max(c.height for c in found.columns) <= max(c.height for c in plain)


def test_several_paragraphs_bring_columns_level_where_one_does_not() -> None:
    for seed in (107, 141):
        chance, setter = random.Random(seed), Setter(TWO_COLUMNS, Squares(), None)
        made = [
            Paragraph(
                (WIDE * 20)[: chance.randint(30, 190)], chance.choice(("body", "body", "sidebar", "subhead"))
            )
            for _ in range(chance.randint(5, 12))
        ]
        blocks = [setter.block(Where(0, k), paragraph) for k, paragraph in enumerate(made)]
        given_rows = rows([block for block in blocks if block], TWO_COLUMNS.leading, TWO_COLUMNS.lines // 2)
        feet = [one.foot for one in levelled(given_rows, even(3, 60), False).columns]
        assert max(feet) - min(feet) <= 1


def test_columns_are_filled_several_ahead() -> None:
    short = columns = 0
    for seed in range(12):
        texts = [(WIDE * 20)[: 40 + (seed * 37 + k * 53) % 150] for k in range(40)]
        left = set_rows(TWO_COLUMNS, texts)
        while True:
            found = levelled(left, even(1, 20), False, [20])
            left = found.rows[found.columns[-1].end :]
            if not left:
                break
            columns += 1
            short += found.columns[0].height < 20
    assert columns > 100 and short / columns < 0.05
