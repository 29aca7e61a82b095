"""Spaces that are meant: before a name, before a credit, between the parts of a folio, behind a number that counts."""

from __future__ import annotations

import re

from qingyang.repair.cells import Space
from qingyang.repair.names import ROLES, TITLE
from qingyang.repair.signs import BULLETS, HAN
from qingyang.text.person import NAME

FOLIO_UP_TO, ITEM_UP_TO, OFFICE_UP_TO = 40, 7, 40
"""Characters of a folio, of a counting number, of a title with its office."""

_ROLE = re.compile(ROLES)
_ROLE_LAST = re.compile(f"(?:{ROLES})$")
_AFTER_ROLE = re.compile(f"(?:{ROLES}|[文图摄])$")
_ROLE_NEXT = re.compile(f"(?:{ROLES}|摄|绘|文/|图/|星期)")
_NAMES = re.compile(f"(?:{ROLES})?(?: ?[{HAN}·]{{2,4}})+")
_OFFICE = re.compile("(?:主任|书记|[局部处科院校市县区会]长|教授)$")
_MARK = re.compile("[，。、；：？！,;:?!]")
_NAME = re.compile(rf"(?:{NAME.pattern}|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}})(?=[\n \u3000，、。）)]|\Z)")
_NAME_ALONE = re.compile(rf"{NAME.pattern}(?=[\n \u3000（(]|\Z)")
_SIGNED = re.compile(f"[{HAN}]{{1,4}}[摄绘]?")
_CREDIT = re.compile(
    rf"[（(]?(?:[{HAN}·、/]{{1,8}}[ \u3000]*){{0,4}}(?:摄|绘|发|供图|制图|摄影|供稿|报道)[)）]?$"
)
_AGENCY_CREDIT = re.compile("(?:新华|中新)社 *[发电]")
_AGENCY_NEXT = re.compile("新华社|中新社|本报|本刊")
_ENDS_OF_PHRASES = "。？！”’）》〉」』】…"
_FOLIO = re.compile(r"第 ?\d+ ?版|[日曰号\d][ \u3000]+(?:星|周[一二三四五六日天])")
_FOLIO_BEFORE = re.compile(rf"第 ?\d+ ?版(?: ?[{HAN}]{{2,4}})?$")
_ITEM = re.compile(
    rf"(?:(?:\d{{1,2}}|[A-Za-z])[.．、)）]|[（(][{HAN}\d]{{1,3}}[)）]|[{BULLETS}]"
    r"|第[0-9零〇一二三四五六七八九十百千]{1,5}[编章节条款项回集幕场课讲])$"
)
_ADDRESS = re.compile(r"[\w.]@[\w]|://|www\.")
_CALL = re.compile("(?:扫码|扫描|关注|下载|搜索)[^，。；]*$")
_WESTERN = re.compile("[A-Za-z]")


def parts(text: str, space: Space) -> bool:
    """Say whether a space parts a name from its role, or a credit or byline from what it belongs to."""
    if space.end - space.at > 1 or text[space.at] == "\u3000":
        return True
    if space.at - space.first <= ITEM_UP_TO and _ITEM.match(text, space.first, space.at):
        return True
    return _parts_name(text, space) or _parts_credit(text, space) or _address(text, space)


def _parts_name(text: str, space: Space) -> bool:
    before = text[max(space.first, space.at - 12) : space.at]
    role = before.replace(" ", "")[-4:]
    if _AFTER_ROLE.search(role) or (TITLE.search(role) and _NAME.match(text, space.end)):
        return True
    if _OFFICE.search(role) and NAME.match(text, space.end) and space.at - space.first <= OFFICE_UP_TO:
        return not _MARK.search(text, space.first, space.at)
    western = _WESTERN.match(text, space.at - 1) or _WESTERN.match(text, space.end)
    return bool(_ROLE_NEXT.match(text, space.end) or (western and _CALL.search(before))) or _in_names(
        text, space
    )


def _in_names(text: str, space: Space) -> bool:
    """Say whether the space stands among names in brackets at an edge of the paragraph: （陈某 李某某）."""
    first = max(text.rfind(mark, max(space.first, space.at - 20), space.at) for mark in "（(") + 1
    lasts = [text.find(mark, space.end, min(space.last, space.end + 20)) for mark in "）)"]
    last = max(lasts)
    if not first or last < 0 or not (first - 1 == space.first or last + 1 == space.last):
        return False
    return bool(_NAMES.fullmatch(text, first, last))


def _parts_credit(text: str, space: Space) -> bool:
    if text[space.at - 1] in _ENDS_OF_PHRASES and _AGENCY_NEXT.match(text, space.end):
        return True
    if _FOLIO_BEFORE.search(text, max(space.first, space.at - 8), space.at):
        return True
    return space.last - space.end < 30 and bool(_CREDIT.match(text[space.end : space.last]))


def role_across(text: str, space: Space) -> bool:
    """Say whether the space stands inside the word for a role (记 者) or an agency's mark (新华社 发)."""
    if _AGENCY_CREDIT.match(text, max(space.first, space.at - 3)):
        return True
    before = text[max(space.first, space.at - 3) : space.at]
    return _across(_ROLE, before, text[space.end : min(space.last, space.end + 3)])


def _across(word: re.Pattern[str], before: str, after: str) -> bool:
    return any(w.start() < len(before) < w.end() for w in word.finditer(before + after))


def signed_next(text: str, space: Space) -> bool:
    """Say whether spaced-out letters go on with a name to the end of their cell, behind a role or a title."""
    rest = text[space.end : min(space.last, space.end + 12)].replace(" ", "")
    before = text[max(space.first, space.at - 12) : space.at].replace(" ", "")
    if rest in ("摄", "绘"):
        return True
    if _across(_ROLE, before, rest):
        return False
    named = _ROLE_LAST.search(before) or TITLE.search(before)
    return bool(named and _SIGNED.fullmatch(rest))


def _address(text: str, space: Space) -> bool:
    return bool(_ADDRESS.search(text, max(space.first, space.at - 40), min(space.last, space.end + 40)))


def in_folio(text: str, space: Space) -> bool:
    """Say whether a space stands in a folio: 第3版 文旅 3月11日 星期日, A3 渝中报 2025.3.11 周二."""
    if space.last - space.first <= FOLIO_UP_TO and _FOLIO.search(text, space.first, space.last):
        return True
    return bool(_FOLIO_BEFORE.search(text, max(space.first, space.at - 12), space.at))


def counts(text: str, space: Space) -> bool:
    """Say whether a number that counts an item stands before a space, or a name of a list behind it."""
    item = space.at - space.first <= ITEM_UP_TO and _ITEM.match(text, space.first, space.at)
    return bool(item or _NAME_ALONE.match(text, space.end))
