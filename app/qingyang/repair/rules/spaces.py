"""Spaces inside words, quoted words and numbers go; those that part phrases stay.

What parts phrases: a role from a name (记者 晏艳辉), names in a list, the clauses of a headline, a caption from its
credit, the parts of a folio. No space is ever added: the gap between Chinese and numbers is the typesetter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair import seams
from qingyang.repair.rule import Rule
from qingyang.repair.signs import BULLETS, HAN, UNITS
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

SURE, LIKELY, GUESS = 0.99, 0.9, 0.8
RUNNING_FROM = 60
"""A paragraph this long is running text, whatever marks it has."""

_SPACES = re.compile("(?<=\\S)[ \u3000\u00a0]+(?=\\S)")
_LETTER = re.compile(f"[{HAN}]")
_MARKS_AFTER_WHICH_NOTHING_PARTS = "，、；：“‘（《〈「『【"
_MARKS_BEFORE_WHICH_NOTHING_PARTS = "，。、；：？！”’）》〉」』】％%"
_ENDS_OF_PHRASES = "。？！”’）》〉」』】…"
_FLAT = str.maketrans(",:;?!()", "，：；？！（）")
_TERMINAL = "。！？；，…—：”"
_ROLES = "记者|通讯员|特约|作者|实习生|主持人|嘉宾|责任编辑|编辑|校对|美编|责编|版面|版式|摄影|供图|图源|文/图|图/文"
_AFTER_ROLE = re.compile(f"(?:{_ROLES}|[文图摄])$")
_ROLE_NEXT = re.compile(f"(?:{_ROLES}|摄|绘|文/|图/|星期)")
_AGENCY_NEXT = re.compile("新华社|中新社|本报|本刊")
_TITLE = re.compile("[长员任记席授师家士理事]$")
_NAME = re.compile(rf"[{HAN}·]{{2,4}}(?=[\n \u3000，、。]|\Z)")
_CREDIT = re.compile(
    rf"[（(]?(?:[{HAN}·、/]{{1,8}}[ \u3000]*){{0,4}}(?:摄|绘|发|供图|制图|摄影|供稿|报道)[)）]?$"
)
_LETTERSPACED = re.compile(
    rf"(?:[{HAN}\w“”‘’，。、；：？！（）《》%./-] ){{4,}}\S(?![^\s] )|(?<=[“‘])(?: ?[{HAN}A-Z]){{2,}}(?= ?[”’])"
)
_FOLIO = re.compile(r"第 ?\d+ ?版|[日曰号][ \u3000]+星")
FOLIO_UP_TO = 40
_QUANTITY = re.compile(rf"(?!\d{{4}} ?年)\d[\d.,]*(?:[%％]| ?[{UNITS}])")
_CLAUSE = re.compile("[，、；]")
_NUMERAL = re.compile("[〇一二三四五六七八九十日]")
_ITEM = re.compile(rf"(?:\d{{1,2}}[.．、)）]|[{BULLETS}])$")
_ADDRESS = re.compile(r"[\w.]@[\w]|://|www\.")
_NUMBER_WORD = re.compile("[0-9一二三四五六七八九十日 ]+$")


class Space(NamedTuple):
    """A run of spaces and the paragraph it stands in, as offsets in the view."""

    at: int
    end: int
    first: int
    last: int


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each space that stands inside a word, a quoted word or a number."""
    text = view.text
    spaces = list(_spaces(text))
    across = iter(_words_across(text, spaces, words))
    stretched = {at for found in _LETTERSPACED.finditer(text) for at in _gaps(found)}
    for space in spaces:
        word = next(across)
        sign = ("stretched", LIKELY) if space.at in stretched and space.end - space.at == 1 else None
        sign = sign or _sign(text, space, word)
        if sign:
            start = view.raw(space.at)
            why = message(f"why.space_{sign[0]}")
            yield Edit(start, start + space.end - space.at, "", "space", sign[1], why)


def _spaces(text: str) -> Iterator[Space]:
    first, last = 0, -1
    for found in _SPACES.finditer(text):
        at, end = found.span()
        if at > last:
            first = text.rfind("\n", 0, at) + 1
            stop = text.find("\n", at)
            last = stop if stop >= 0 else len(text)
        yield Space(at, end, first, last)


def _words_across(text: str, spaces: list[Space], words: Words) -> list[int]:
    befores = [text[max(s.first, s.at - seams.REACH) : s.at] for s in spaces]
    afters = [text[s.end : min(s.last, s.end + seams.REACH)] for s in spaces]
    return seams.across(seams.tails(befores), seams.heads(afters), words)


def _gaps(found: re.Match[str]) -> list[int]:
    run = found.group()
    if _NUMBER_WORD.match(run) or 2 * len(_LETTER.findall(run)) < len(run) / 2:
        return []
    return [found.start() + k for k, sign in enumerate(run) if sign == " "]


def _sign(text: str, space: Space, word: int) -> tuple[str, float] | None:
    """Return why a space is damage and how sure that is, None for one that parts phrases."""
    before, after = _signs_beside(text, space)
    if before.isascii() and after.isascii():
        return None
    if before in "“‘（《〈「『【" or after in "”’）》〉」』】":
        return ("in_quotes", SURE)
    if before in _MARKS_AFTER_WHICH_NOTHING_PARTS or after in _MARKS_BEFORE_WHICH_NOTHING_PARTS:
        return ("at_mark", SURE)
    running = _running(text, space)
    if _digit(before) or _digit(after):
        return _at_number(text, space, running)
    if _parts(text, space) or _ADDRESS.search(
        text, max(space.first, space.at - 40), min(space.last, space.end + 40)
    ):
        return None
    if word > seams.APART and (running or not (_NUMERAL.match(before) and _NUMERAL.match(after))):
        return ("in_word", SURE if running else LIKELY)
    return ("in_sentence", LIKELY if _near_mark(before, after) else GUESS) if running else None


def _signs_beside(text: str, space: Space) -> tuple[str, str]:
    """Return the characters on either side, a flattened mark in Chinese text as the mark it was."""
    before, after = text[space.at - 1], text[space.end]
    if _LETTER.match(text, max(space.first, space.at - 2)) or _LETTER.match(after):
        before = before.translate(_FLAT)
    if _LETTER.match(before) or _LETTER.match(text, space.end + 1, space.last):
        after = after.translate(_FLAT)
    return before, after


def _digit(sign: str) -> bool:
    return sign.isdigit() or sign in "%％"


def _near_mark(before: str, after: str) -> bool:
    return not (_LETTER.match(before) and _LETTER.match(after))


def _at_number(text: str, space: Space, running: bool) -> tuple[str, float] | None:
    if space.last - space.first <= FOLIO_UP_TO and _FOLIO.search(text, space.first, space.last):
        return None
    if running or _CLAUSE.search(text, space.first, space.last):
        return ("in_number", SURE if running else LIKELY)
    # In a headline, a table or a timetable only a number and its unit belong together.
    if space.end - space.at == 1 and (_unit_after(text, space) or _QUANTITY.match(text, space.end)):
        return ("in_number", LIKELY)
    return None


def _unit_after(text: str, space: Space) -> bool:
    return text[space.end] in UNITS and text[space.at - 1].isdigit()


def _running(text: str, space: Space) -> bool:
    """Say whether a paragraph is running text and no headline, byline or list."""
    if space.last - space.first >= RUNNING_FROM or text[space.last - 1] in _TERMINAL:
        return True
    return text.find("。", space.first, space.last) >= 0


def _parts(text: str, space: Space) -> bool:
    """Say whether a space parts a name from its role, or a credit or byline from what it belongs to."""
    if space.end - space.at > 1 or text[space.at] == "\u3000":
        return True
    if space.at - space.first <= 3 and _ITEM.match(text[space.first : space.at]):
        return True
    role = text[max(space.first, space.at - 4) : space.at]
    if _AFTER_ROLE.search(role) or (_TITLE.search(role) and _NAME.match(text, space.end)):
        return True
    if _ROLE_NEXT.match(text, space.end):
        return True
    if text[space.at - 1] in _ENDS_OF_PHRASES and _AGENCY_NEXT.match(text, space.end):
        return True
    return space.last - space.end < 30 and bool(_CREDIT.match(text[space.end : space.last]))


RULE = Rule(
    "space",
    propose,
    mends=(
        ("“ 十 四 五 ”时期，1 月 25 日，历时 3 年多。", "“十四五”时期，1月25日，历时3年多。"),
        (
            "商业体实现销售总额 23421.18 万元，增长 8526.95 万 元。",
            "商业体实现销售总额23421.18万元，增长8526.95万元。",
        ),
        ("两地交流互 鉴，走上健康发展的 道路。", "两地交流互鉴，走上健康发展的道路。"),
        ("他说， 这是实现“ 科教兴国” 战略的一步。", "他说，这是实现“科教兴国”战略的一步。"),
        ("“ 科教兴国 ”战略展开", "“科教兴国”战略展开"),
        ("主 持 人 徐 潇 介 绍 情 况", "主持人徐潇介绍情况"),
    ),
    keeps=(
        "快递员分拣包裹。 记者 晏艳辉 摄",
        "扫码关注重庆渝中 APP 图文报道",
        "文旅 2025年3月11日 星期日",
        "渝中区商务委副主任 曾祥云",
        "渝中区委改革办副主任 何奇",
        "责任编辑：陈海 版面设计：任勇",
        "记者 徐潇 通讯员 张兴华",
        "渝中积极融入全国开放战略 “十四五”期间对外开放取得阶段性成效",
        "本报讯（记者 徐潇 通讯员 晏艳辉）11月13日，记者获悉。",
        "快递员分拣包裹。 晏艳辉 供图",
        "第3版 文旅 3月11日 星期日",
        "He came, saw and left. 2 of 3 stayed.",
        "日 一 二 三 四 五 六",
        "8:30 集合\n10:15 参观渝中区规划展览馆",
        "1. 番茄切块。",
        "写信至 news@example.com 咨询。",
    ),
)
