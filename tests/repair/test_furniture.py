"""What stands between pages: no running head ends up in a sentence, and what runs on is one paragraph."""

import random
from typing import Any

import pytest

from qingyang.repair.furniture import furniture_of
from qingyang.repair.lines import uncut

HEAD = "渝中报                       2025年3月11日"
PAGES = (
    "渝中区有良好的现代服务业的承载平台，位于主城核心，地理位\n置优越，历史文化悠久，人文底蕴深厚，是重庆的母城，也是行\n"
    "政中心、商贸中心，集聚了大量的金融机构和总部企业，为现代\n服务业发展提供了坚实的基础。\n"
    "近年来，渝中区加快建设国际消费中心城市核心区，商业体量不\n断扩大，新业态新模式不断涌现，市民的获得感、幸福感、安",
    "全感不断增强。\n下一步，渝中区将继续深化改革开放，推动高质量发展，让城市\n"
    "更有活力，让人民生活更美好，让历史文脉得到更好传承，让更\n多的人爱上这座山水之城。\n"
    "与此同时，渝中区还将办好民生实事，补齐短板，完善公共服务\n设施。",
)
WHOLE = (
    "近年来，渝中区加快建设国际消费中心城市核心区，商业体量不断扩大，新业态新模式不断涌现，"
    "市民的获得感、幸福感、安全感不断增强。"
)


@pytest.mark.parametrize("number", ["{}", "- {} -", "第{}页", "{}/2"])
def test_a_paragraph_runs_on_over_page_number_and_running_head(number: str, paragraphs: Any) -> None:
    text = "\n".join(f"{HEAD}\n{page}\n{number.format(k)}" for k, page in enumerate(PAGES, 1))
    found = paragraphs(text)
    assert WHOLE in found
    assert found.count(HEAD) == 2
    assert [line for line in found if line.strip("-第页 /") in ("1", "2", "1/2", "2/2")] == [
        number.format(k) for k in (1, 2)
    ]


def test_nothing_is_lost_or_written_twice() -> None:
    chance = random.Random(7)
    pages = [*PAGES, *PAGES]
    text = "\n".join(f"{HEAD}\n{page}\n{k}" for k, page in enumerate(chance.sample(pages, 4), 1))
    lines = uncut(text)
    apart = furniture_of(lines)
    assert [lines.texts[k] for k in apart] == [HEAD, "1", HEAD, "2", HEAD, "3", HEAD, "4"]


@pytest.mark.parametrize(
    "text",
    [
        "1\n轻轻的我走了\n2\n正如我轻轻的来\n3\n我轻轻的招手",
        "参加2025年度\n" + "在会上介绍了情况，\n" * 6 + "参加2024年度\n总结",
        "快递员分拣包裹。\n记者 晏艳辉 摄\n" + "市民在公园里散步，\n享受春光。\n\n" * 3 + "记者 晏艳辉 摄",
        "姓名\n年龄\n1\n2\n3",
    ],
    ids=["verse with numbers", "like phrases", "a credit that comes again", "a column of a table"],
)
def test_what_comes_again_for_other_reasons_is_no_furniture(text: str) -> None:
    assert furniture_of(uncut(text)) == []
