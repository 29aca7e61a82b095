"""主题: short, no sentence; its words may name who speaks, or stand in two clauses parted by a space."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line, brief

EXAMPLES = {
    "【新春走基层】戈壁滩上的守护者": 3,
    "青羊区：发布三条研学线路 沉浸式解锁非遗体验": 2,
    "渝中积极融入全国开放战略 对外开放取得阶段性成效": 1,
    "线路一：技艺溯源之旅": 0,
    "研学线路：成都博物馆—蜀锦织绣博物馆—蜀锦蜀绣非遗工坊": 0,
    "本报讯 11月13日，咖啡节开幕。": 0,
}

_SERIES = re.compile(r"[【〔\[][^】〕\]]{2,24}[】〕\]]\s*\S{4}")
_NAMED = re.compile(r"[\u4e00-\u9fff·]{1,7}[^\W\d一二三四五六七八九十][：:]\s*\S{4}")
_STRUNG = re.compile("—[^—]+—")
_CLAUSES = re.compile(r"[^\s，。：:]{4,}\s+[^\s，。：:]{4,}")


def cue(line: Line) -> int:
    """Return 3 behind the name of a series, 2 behind a place or speaker, 1 for two clauses parted by a space."""
    if not brief(line, 60) or _STRUNG.search(line.text):
        return 0
    if _SERIES.match(line.text):
        return 3
    if _NAMED.match(line.text):
        return 2
    return 1 if _CLAUSES.match(line.text) else 0
