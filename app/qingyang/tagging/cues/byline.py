"""署名: who wrote it, alone on its line."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line
from qingyang.tagging.names import FULL, LOOSE, MORE
from qingyang.text.post import REPORTER

EXAMPLES = {
    "本报记者 晏艳辉": 4,
    "渝中区融媒体中心记者 徐潇 文/图": 4,
    "文/图 张三": 3,
    "合川区融媒体中心记者方小平文/图": 3,
    "记者杨健娟通讯员陶雨海": 3,
    "记者方小平": 2,
    "□ 陆永": 2,
    "王小云 李强": 1,
    "记者调查": 0,
    "渝中多措并举迎快递旺季": 0,
}

_REPORTER = re.compile(
    rf"[（(□■○●◇◆▲△*\s]*[\u4e00-\u9fff]{{0,12}}?{REPORTER}[\s:：/]+{LOOSE}{MORE}"
    rf"(\s*[\u4e00-\u9fff]{{0,10}}?{REPORTER}[\s:：/]*{LOOSE}{MORE})*\s*(文/图|图/文|文并?图|报道)?[）)]?$"
    rf"|[（(□■○●\s]*本报{REPORTER}{LOOSE}{MORE}[）)]?$"
)
# A scan loses the spaces; then only a family name tells 记者李强 from 记者调查.
_TIGHT = re.compile(
    rf"[（(□■○●\s]*[\u4e00-\u9fff]{{0,12}}?(?P<one>{REPORTER}[:：]?{FULL})"
    rf"(?P<more>([\s、，]*{FULL})*({REPORTER}{FULL}([\s、，]*{FULL})*)*(文/图|图/文)?)[）)]?$"
)
_ROLE = re.compile(
    rf"((文/图|图/文|文|图|作者|撰文|策划|执笔|采写|整理|编译|通讯员)[\s/:：]*{LOOSE}{MORE}\s*)+$"
)
_MARKED = re.compile(rf"[□■○●◇◆▲△]\s*({REPORTER})?\s*{LOOSE}{MORE}$")
_NAMES = re.compile(rf"{FULL}([\s、]+{FULL}){{0,3}}$")


def cue(line: Line) -> int:
    """Return 4 where a reporter is named as such, 3 behind 文, 2 behind a mark or 记者 alone, 1 for mere names."""
    text = line.text
    if line.length > 40 or line.ended or text.endswith(("摄", "摄影", "供图")):
        return 0
    if _REPORTER.match(text):
        return 4
    if _ROLE.match(text):
        return 3
    tight = _TIGHT.match(text)
    if tight and tight["more"]:
        return 3
    if tight or _MARKED.match(text):
        return 2
    return 1 if line.length <= 16 and _NAMES.match(text) else 0
