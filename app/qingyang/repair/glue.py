"""What a join puts in place of a line's end: a space where one was meant, else nothing.

A space is meant between Western words, between a role and a name, before a picture's credit. Between Chinese and
numbers none is: that gap is the typesetter's.
"""

from __future__ import annotations

import re

from qingyang.repair.signs import HAN
from qingyang.text.person import NAME

NEAR = 24
"""Characters looked at on either side."""

_ROLE = re.compile("(?:(?<!电[（(])记者|通讯员|实习生|特约撰稿人|主持人|作者|摄影|编辑)$")
"""Behind an agency's dateline the name follows at once: 新华社北京1月1日电（记者张某）."""
_TITLE = re.compile(f"^[^，。；：、！？（）]*[{HAN}](?:[长员任记席授师家士理]|嘉宾)$")
_NAMES = re.compile(f"{NAME.pattern}(?:[ 、]{NAME.pattern})*(?=[）) ]|$)")
_SIGNED = re.compile(f"(?:{_ROLE.pattern[:-1]})[ \u3000]*{NAME.pattern}$")
_MARKS = ("摄", "绘", "文", "图", "文/图", "图/文", "摄影", "供图", "摄影报道", "图文报道")
_CREDIT = re.compile(
    rf"(?:本报|新华社|中新社)?(?:特约)?(?:记者|通讯员|实习生)[ \u3000](?:[{HAN}·]{{2,4}}[ \u3000]?)+[摄绘]$"
    rf"|[（(][{HAN}]{{0,6}}(?:供图|摄|资料图|资料图片)[)）]$"
    rf"|(?:新华社|中新社)发$|{NAME.pattern}[ \u3000](?:摄|绘|供图)$"
)
_SENTENCE_END = "。！？”』"
_MAY_PART = re.compile(
    f"记者|通讯员|实习生|特约撰稿人|主持人|作者|摄影|编辑|[{_SENTENCE_END}长员任记席授师家士理宾]$"
)
"""What every line has that parts from the next one: most have nothing of it."""


def glue(before: str, after: str) -> str:
    """Return what stands between the last line before a join and the first one after it: one space or nothing.

    >>> glue("本报讯（记者", "徐潇）11月13日")
    ' '
    """
    if not before or not after:
        return ""
    a, b = before[-1], after[0]
    if a.isascii() and b.isascii():
        return " " if a.isalpha() and b.isalpha() else ""
    near = _near(before, -NEAR)
    return " " if _MAY_PART.search(near) and _parts(near, _near(after, NEAR)) else ""


def _near(line: str, reach: int) -> str:
    near = line[reach:] if reach < 0 else line[:reach]
    # Letters spaced out one by one are words all the same.
    spaced_out = " " in near and 3 * near.count(" ") >= len(near) - 1
    return near.replace(" ", "") if spaced_out else near


def _parts(before: str, after: str) -> bool:
    if _ROLE.search(before):
        return bool(_NAMES.match(after))
    if _SIGNED.search(before):
        return after in _MARKS
    if before[-1] in _SENTENCE_END:
        return bool(_CREDIT.match(after))
    return bool(_TITLE.match(before) and NAME.fullmatch(after))
