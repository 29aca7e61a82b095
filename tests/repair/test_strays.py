"""A part that stands behind the page's own lines is brought to the story it opens, and nothing else is."""

from __future__ import annotations

import pytest

from qingyang.lexicon import PlainWords
from qingyang.repair import repair
from qingyang.repair.strays import MOST, SURE, Stray, stray_part
from qingyang.text.change import Draft
from qingyang.text.source import source_of

HARVEST = [
    "水稻机收进度过半",
    "本报记者 陆永",
    "收割机手老周说，今年水稻长势好，一天能收六十亩水稻，烘干点也排满了，稻谷一车车运进粮库。",
    "农技站提醒，水稻抢收要避开雨天，稻谷水分高的先烘干再入库，收割机要勤检修。",
]
BRIDGE = [
    "跨江大桥合龙",
    "昨夜，跨江大桥最后一节钢箱梁吊装到位，两岸桥面在江心连成一线，桥上工人放起了鞭炮。",
    "大桥通车后，过江车程从一小时缩到十分钟，江北居民到城里上班不必再绕行渡口。",
]
LEDE = "10月6日，记者从农业部门获悉，全县水稻已收割过半，收割机日夜不停，烘干点稻谷满仓，粮库敞开收购。"
OWN = ["第3版 要闻 2025年10月7日 星期二", "责任编辑：陆永 版面设计：王小云"]


def test_a_lede_behind_the_folio_goes_before_its_storys_text() -> None:
    texts = [*HARVEST, *BRIDGE, *OWN, LEDE]
    assert stray_part(texts) == Stray(9, 10, 2, SURE)


def test_lines_of_the_page_may_stand_behind_it_too() -> None:
    assert stray_part([*HARVEST, *BRIDGE, OWN[0], LEDE, OWN[1]]) == Stray(8, 9, 2, SURE)


@pytest.mark.parametrize(
    "texts",
    [
        [*HARVEST, *BRIDGE, LEDE],
        [*HARVEST, BRIDGE[0], LEDE],
        [*HARVEST, *BRIDGE, *OWN],
        [*OWN, LEDE],
        [*OWN, *[LEDE] * (MOST + 1)],
        [*HARVEST, *BRIDGE, *OWN, *[LEDE] * (MOST + 1)],
        [*HARVEST, *BRIDGE, *OWN, "气象台预计，明后两天偏北风三到四级，气温下降五六度，请注意添衣。"],
        [],
        [""],
    ],
)
def test_nothing_is_moved_without_the_pages_lines_a_story_or_a_likeness(texts: list[str]) -> None:
    assert stray_part(texts) is None


def test_what_goes_on_in_the_last_story_stands_where_it_should() -> None:
    going_on = "县里说，水稻收割机、烘干点和粮库今年都添了人手，稻谷水分高的先收先烘。"
    assert stray_part([*BRIDGE, *HARVEST, *OWN, going_on]) is None
    opening = stray_part([*BRIDGE, *HARVEST, *OWN, LEDE])
    assert opening is not None and opening.home == 5


def test_the_end_of_a_sentence_that_stopped_before_the_pages_lines_stays_there() -> None:
    cut, rest = (
        BRIDGE[2][:31],
        "桥合龙以后，水稻收割机也要从桥上过江，粮库和烘干点都在江北，农技站说收割不再绕行。",
    )
    assert stray_part([*HARVEST, *BRIDGE[:2], cut, *OWN, rest]) is None
    assert stray_part([*HARVEST, *BRIDGE, *OWN, rest]) is not None


def test_between_two_stories_as_like_it_is_only_offered() -> None:
    found = stray_part([*HARVEST, *HARVEST, *BRIDGE, *OWN, LEDE])
    assert found is not None and found.p < 0.5


def test_the_text_reads_with_the_part_at_home_and_every_character_is_kept() -> None:
    raw = "\n\n".join([*HARVEST, *BRIDGE, OWN[0], LEDE, OWN[1]])
    made = repair(raw, PlainWords())
    reading = Draft(source_of(raw), made.proposals).reading()
    paragraphs = [reading.text[p.start : p.end] for p in reading.passages()]
    assert paragraphs == [*HARVEST[:2], LEDE, *HARVEST[2:], *BRIDGE, *OWN]
    (move,) = made.proposals.moves
    assert move.rule == "stray" and move.p == SURE


def test_what_is_only_offered_leaves_the_text_as_it_stands() -> None:
    texts = [*HARVEST, *HARVEST, *BRIDGE, *OWN, LEDE]
    raw = "\n\n".join(texts)
    made = repair(raw, PlainWords())
    reading = Draft(source_of(raw), made.proposals).reading()
    assert [reading.text[p.start : p.end] for p in reading.passages()] == texts
    assert [move.rule for move in made.proposals.moves] == ["stray"]
