"""What stands in place of a line's end once two lines are joined."""

from __future__ import annotations

import pytest

from qingyang.repair.glue import glue


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("法国高等商学院ISTEC Business", "School在渝中落户。"),
        ("本报讯（记者", "徐潇）11月13日，记者获悉。"),
        ("本报讯（记者", "徐潇 晏艳辉）11月13日"),
        ("快递员分拣包裹。", "记者 晏艳辉 摄"),
        ("快递员分拣包裹。", "（受访者供图）"),
        ("快递员分拣包裹。", "新华社发"),
        ("快递员分拣包裹。 记者 晏艳辉", "摄"),
        ("区融媒体中心记者", "徐潇"),
        ("渝中区商务委副主任", "曾祥云"),
        ("渝 中 区 商 务 委 副 主 任", "何 奇"),
        ("西南大学教授", "欧阳文华"),
    ],
)
def test_a_space_was_meant(before: str, after: str) -> None:
    assert glue(before, after) == " "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("针对老旧小区改造，渝中区", "将通过“消隐患、提环境、补功"),
        ("累计新增企业17", "5家，其中外资"),
        ("全区A", "级企业"),
        ("位于渝中区的APP", "开发公司"),
        ("他对记者", "说，这里的变化很大"),
        ("新华社北京1月1日电（记者", "张明）今天"),
        ("在座谈会上，区商务委副主任", "曾祥云说，开放平台是关键引擎"),
        ("这里的每一位主任", "都要值班"),
        ("句子到此结束。", "下一句接着说"),
        ("与法国Scien-", "ces大学签约"),
        ("", "甲"),
        ("甲", ""),
    ],
)
def test_no_space_was_meant(before: str, after: str) -> None:
    assert glue(before, after) == ""
