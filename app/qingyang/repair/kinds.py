"""What a line looks like on its own: a byline, a credit, a source, a folio, a question, an item of a list."""

from __future__ import annotations

import re
from typing import NamedTuple

from qingyang.repair.signs import BULLETS, HAN

PLAIN = 0
KINDS = (
    "plain", "credit", "source", "people", "folio", "dateline", "question", "item", "label", "western",
    "cells", "notice", "field",
)  # fmt: skip
"""Names of the kinds, by number."""

_SPACE = "[ \u3000]"
_NAME = f"[{HAN}·]{{2,4}}"
_PATTERNS = {
    "notice": "(?:扫码|扫描二维码|关注|本版|下转第?|上接第?|更多内容|详见|见第).{0,30}",
    # Hardly any line has one of these characters: without the look ahead, every line is tried from forty places.
    "credit": (
        "(?=[^摄绘影图发片]*[摄绘影图发片])"
        rf"(?:.{{0,40}}(?:记者|通讯员|特约)?{_SPACE}*[{HAN}]?{_SPACE}?[{HAN}]{{1,3}}{_SPACE}*[摄绘]$"
        "|.{0,40}(?:摄影|供图|制图|社发|资料图片?)$)"
    ),
    "source": (
        "[（(]?(?:据|来源|转自|本文来源|原载)[:：].*|[（(].{1,24}(?:供稿|报道|电|讯)[)）]$|.{0,16}来源[:：].*"
    ),
    "folio": (
        r"(?:第 ?\d+ ?版|责任编辑|责编|版面设计|版式|编辑[:：]|校对|美编|\d{4}年\d+月\d+日 星期).*"
        r"|.*星期[一二三四五六日天]$|\d{4}年\d{1,2}月\d{1,2}日$"
    ),
    "dateline": (
        rf"[（(]?(?:本报讯|本报[{HAN}]{{2,6}}\d+月|新华社[{HAN}]{{2,8}}\d+月|据新华社|中新社|本报综合"
        "|.{0,12}(?:日电|日讯)).*"
    ),
    "question": "(?:问|答|记者|主持人|[QA])[:：].*",
    "item": (
        rf"(?:[{BULLETS}]|[一二三四五六七八九十]{{1,3}}[、.．]|[（(][一二三四五六七八九十\d]{{1,2}}[)）]"
        r"|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[,，、:： ]|其[一二三四][,，]).*"
    ),
    "label": (
        "(?:主持人|访谈嘉宾|嘉宾|编者按|开栏语?|编者的话|核心提示|新闻链接|相关链接|延伸阅读|链接|简讯|导读)[:：]?$"
    ),
    "people": (
        "(?:.{0,24}(?:记者|通讯员|见习记者|特约记者|实习生|作者|文/图|图/文|撰文|文图)"
        rf"[ \u3000:：]*{_NAME}.{{0,24}}"
        rf"|[^，。；：]{{2,20}}[长员任记席授师家士理]{_SPACE}+[{HAN}·]{{1,2}}{_SPACE}?[{HAN}·]{{1,3}}$)"
    ),
}
_FIELD = re.compile(f"[{HAN}]{{2,6}}[:：](?=.{{2}})")
_KIND = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))
_LETTER = re.compile(f"[{HAN}]")
_SENTENCE = re.compile("[，。；：？！,;?!]")
_CELLS = re.compile(r"[ \u3000\t]{2,}|[|\t]|^\S+(?: [-\d.,:%％℃]+){2,}$")
"""Wide gaps or bars; a name and two numbers or more are a row of a table, too."""
CLAUSE, ENDLESS = 40, 400
"""Characters looked at for the end of a clause; of a line that holds more than three in any case."""
WESTERN = KINDS.index("western")
LONGEST = 60
"""A longer line is running text whatever it looks like."""


def kind(line: str) -> int:
    """Return the number of the kind a line looks like, 0 for running text."""
    if len(line) > LONGEST:
        return PLAIN
    found = _KIND.match(line)
    if found and found.lastgroup and _ends_there(found.lastgroup, line):
        return KINDS.index(found.lastgroup)
    if not _LETTER.search(line):
        return KINDS.index("western")
    if _CELLS.search(line):
        return KINDS.index("cells")
    return KINDS.index("field") if _FIELD.match(line) else PLAIN


def _ends_there(name: str, line: str) -> bool:
    # A byline or a folio holds no full sentence; the same words in running text do.
    return name not in ("people", "folio", "source") or "。" not in line[:-1]


class Clauses(NamedTuple):
    """How a line is cut into clauses by the marks of a running sentence."""

    marks: int
    """Three at most."""
    before: int
    """Characters a line takes to finish its first clause."""
    after: int
    """Characters of a clause that are still unfinished at its end."""


def clauses(line: str) -> Clauses:
    """Return how a line is cut into clauses; of a long line as far as either end tells."""
    if len(line) > CLAUSE:
        head, tail = _SENTENCE.split(line[:CLAUSE]), _SENTENCE.split(line[-CLAUSE:])
        many = 3 if len(line) >= ENDLESS else len(head) - 1
        return Clauses(min(many, 3), len(head[0]), len(tail[-1]))
    found = _SENTENCE.split(line)
    return Clauses(min(len(found) - 1, 3), len(found[0]), len(found[-1]))
