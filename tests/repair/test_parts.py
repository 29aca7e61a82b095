"""What part of an article a line is, read as a chain."""

from __future__ import annotations

import random
from itertools import product
from math import exp

import pytest

from qingyang.lexicon import Words, load_words
from qingyang.repair import parts, repair
from qingyang.repair.evidence import evidence_of
from qingyang.repair.lines import lines_of
from qingyang.repair.parts import COLUMNS, GOES_ON, LABELS, REACH, ROLES, SIGNS, chain, chain_of, context_of

PAGE = (
    "第3版 要闻 2025年6月2日 星期一\n\n"
    "老街改造留住烟火气\n居民生活添了新滋味\n本报记者 田一苇\n"
    "清晨六点，东门老街的铺板一块\n块卸下，蒸笼的白汽漫过青石路\n面，街坊们提着搪瓷缸排起队来\n，等第一锅豆花出锅。\n"
    "街办主任说，改造没有把老住户\n迁走，而是给每一户重新接了水\n电，修了屋顶。\n\n"
)


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words(None)


def random_chain(seed: int) -> tuple[dict[str, dict[str, dict[str, int]]], list[list[int]]]:
    chance = random.Random(seed)
    worth = {
        " ".join(sign): {
            str(value): {label: chance.randint(-900, 900) for label in LABELS} for value in range(4)
        }
        for sign in SIGNS
    }
    return worth, [[chance.randint(-900, 900) for _ in LABELS] for _ in LABELS]


def test_every_way_to_label_lines_is_counted() -> None:
    """The sums over three lines are those over all the ways to label them, written down one by one."""
    worth, follows = random_chain(5)
    columns = {name: bytes([0, 1, 1]) for name in COLUMNS}
    read = chain_of(worth, follows).read(columns)
    seen = [
        [
            sum(worth[" ".join(sign)].get(str(code), {}).get(label, 0) for sign, code in said)
            for label in LABELS
        ]
        for said in (
            [(sign, parts.codes(columns, sign)[k]) for sign in SIGNS] for k in range(3)
        )
    ]  # fmt: skip
    roles = [[0.0] * len(ROLES) for _ in range(3)]
    on = [0.0] * 3
    for way in product(range(len(LABELS)), repeat=3):
        total = sum(seen[k][label] for k, label in enumerate(way))
        weight = exp((total + follows[way[0]][way[1]] + follows[way[1]][way[2]]) / 1000)
        for k, label in enumerate(way):
            roles[k][ROLES.index(LABELS[label].removeprefix(GOES_ON))] += weight
            on[k] += weight * LABELS[label].startswith(GOES_ON)
    for k, part in enumerate(read):
        whole = sum(roles[k])
        assert [part.roles.get(role, 0.0) for role in range(len(ROLES))] == pytest.approx(
            [each / whole for each in roles[k]], abs=0.02
        )
        assert part.goes_on == pytest.approx(on[k] / whole, abs=0.02)


def test_lines_far_away_change_nothing(words: Words) -> None:
    """After an edit only its neighbourhood is decided again: what is told of a line break is told by lines near."""
    lines = lines_of(PAGE, words)
    evidence = evidence_of(lines, words)
    worths = [0] * (len(lines) - 1)
    told = context_of(lines, evidence, worths, [8], chain())
    near = range(8 - REACH - 1, 8 + REACH + 2)
    others = [worth if k in near else 5000 for k, worth in enumerate(worths)]
    assert context_of(lines, evidence, others, [8], chain()) == told
    others = [worth if k not in near else 5000 for k, worth in enumerate(worths)]
    assert context_of(lines, evidence, others, [8], chain()) != told


def test_doubts_far_apart_are_told_as_each_alone(words: Words) -> None:
    """Lines are read together only where they are near one another: a long text costs what its doubts cost."""
    lines = lines_of(PAGE * 3, words)
    evidence = evidence_of(lines, words)
    worths = [0] * (len(lines) - 1)
    both = context_of(lines, evidence, worths, [3, 19], chain())
    each = [context_of(lines, evidence, worths, [k], chain()) for k in (3, 19)]
    assert list(both) == [a + b for a, b in zip(*each, strict=True)]
    worths[11] = 9000
    assert context_of(lines, evidence, worths, [3, 19], chain()) == both


def test_columns_tell_what_stands_above_and_below_each_line(words: Words) -> None:
    lines = lines_of("今日要闻\n\n\n他来了，\n又走了。\n", words)
    columns = parts.columns_of(lines, evidence_of(lines, words), [-9000, 9000])
    outside, most = max(columns["joins"]), COLUMNS["joins"] - 2
    assert list(columns["gap"]) == [3, 2, 0] and list(columns["gap_after"]) == [2, 0, 3]
    assert list(columns["joins"]) == [outside, 0, most] and list(columns["joins_after"]) == [0, most, outside]
    assert {len(column) for column in columns.values()} == {3}


def test_a_headline_over_two_lines_is_one(words: Words) -> None:
    """By themselves its lines look like two paragraphs; the folio above and the byline below tell what they are."""
    joined = [b.p_join > 0.5 for b in repair(PAGE, words).boundaries]
    assert joined[:3] == [False, True, False]


def test_nothing_in_doubt_asks_nothing(words: Words) -> None:
    lines = lines_of(PAGE, words)
    told = context_of(lines, evidence_of(lines, words), [0] * (len(lines) - 1), [], chain())
    assert set(told) == {b""}


def test_doubts_at_both_ends_of_a_text(words: Words) -> None:
    lines = lines_of(PAGE, words)
    last = len(lines) - 2
    told = context_of(lines, evidence_of(lines, words), [0] * (last + 1), [0, last], chain())
    assert {len(column) for column in told} == {2}
    sizes = list(parts.CONTEXT.values())
    assert all(value < size for column, size in zip(told, sizes, strict=True) for value in column)


def test_the_parts_of_a_page_are_known(words: Words) -> None:
    lines = lines_of(PAGE, words)
    evidence = evidence_of(lines, words)
    read = chain().read(parts.columns_of(lines, evidence, [0] * (len(lines) - 1)))
    roles = [ROLES[part.role] for part in read]
    assert roles[:4] == ["folio", "headline", "headline", "byline"]
    assert set(roles[4:]) == {"body"}
