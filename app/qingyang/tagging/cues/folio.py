"""报眉/页码: page number, section, paper and date; who made the page up."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import LOOSE

EXAMPLES = {
    "文旅 2025年3月11日 星期日": 4,
    "第3版 要闻": 4,
    "责任编辑：陈英 版面设计：卫芳": 3,
    "责任编辑，彭子华 版面设计：卫芳": 3,
    "云溪日报": 2,
    "—5—": 1,
    "11月13日，咖啡节开幕。": 0,
}

_DATE = r"(\d{2,4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?|\d{1,2}月\d{1,2}日)"
_WEEK = r"(星期|周)[一二三四五六日天]"
_DATED = re.compile(
    rf"{_DATE}\s*{_WEEK}|{_WEEK}\s*{_DATE}|农历|总第\s*\d+\s*期|国内统一|第\s*[\d一二三四五六七八九十]+\s*版"
)
_BARE = re.compile(rf"[\u4e00-\u9fff\s]{{0,12}}{_DATE}$|{_WEEK}$")
_STAFF = re.compile(
    rf"(本版|责任|责|执行|值班|值班主任|编辑|主编|美编|版式|组版|校对|版面设计|视觉|图编|电话)[\s\u4e00-\u9fff]{{0,4}}[：:/，,；;.\s]\s*{LOOSE}"
)
_PAPER = re.compile(r"[\u4e00-\u9fff]{2,8}([日晚周早时商新]报|都市报|导报|周刊|晨报)(\s*\S{1,12})?$")
_PAGE = re.compile(
    r"[-—·\s]*[A-Z]?\d{1,3}[-—·\s]*$|[A-Z]?\d{1,2}[\s版/]+[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff]{2,4}\s+\d{1,2}$"
)


def cue(line: Line) -> int:
    """Return 4 for a date with its weekday or a page's name, 3 for the page's staff, 2 for a paper, 1 for a number."""
    if line.length <= 8 and _PAGE.match(line.text):
        return 1
    if line.length > 48 or line.ended:
        return 0
    if _DATED.search(line.text) or _BARE.match(line.text):
        return 4
    if _STAFF.match(line.text):
        return 3
    return 2 if _PAPER.match(line.text) else 0
