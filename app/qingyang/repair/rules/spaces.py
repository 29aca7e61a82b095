"""Spaces inside words, quoted words and numbers go; those that part phrases stay.

What parts phrases: a role from a name (记者 晏艳辉), names in a list, the clauses of a headline, a caption from its
credit, the parts of a folio. No space is ever added: the gap between Chinese and numbers is the typesetter's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair import seams
from qingyang.repair.rule import Rule
from qingyang.repair.signs import BULLETS, HAN, UNITS
from qingyang.repair.surnames import NAME
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

SURE, SAFE, LIKELY, GUESS = 0.995, 0.99, 0.95, 0.9
"""Measured on pages with known truth: of so many spaces like this one, so many were damage."""
RUNNING_FROM = 60
"""A paragraph this long is running text, whatever marks it has."""
WIDE = 3
"""So many spaces part columns or cells: what stands beyond them says nothing about a space."""
FOLIO_UP_TO, ITEM_UP_TO = 40, 7
NOISE_FROM = 3
"""So many spaces of a kind in running text are a file's habit."""
LETTERS = 6
SHORT, STUB = 10, 3
"""A headline or fragment is at least so long, and no phrase of it shorter."""

_SPACES = re.compile("[ \u3000\u00a0\t]+")
_LETTER = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
_MARKS_AFTER_WHICH_NOTHING_PARTS = "，、；：“‘（《〈「『【"
_MARKS_BEFORE_WHICH_NOTHING_PARTS = "，。、；：？！”’）》〉」』】％%"
_ENDS_OF_PHRASES = "。？！”’）》〉」』】…"
_HALVES = ("——", "……")
_FLAT = str.maketrans(",:;?!()", "，：；？！（）")
_TERMINAL = "。！？；，…—：”?!;"
_ROLES = (
    "版面设计|责任编辑|主持人|通讯员|实习生|记者|特约|作者|嘉宾|编辑|校对|美编|责编|版面|版式"
    "|摄影|供图|图源|文/图|图/文"
)
_ROLE = re.compile(_ROLES)
_ROLE_LAST = re.compile(f"(?:{_ROLES})$")
_AFTER_ROLE = re.compile(f"(?:{_ROLES}|[文图摄])$")
_ROLE_NEXT = re.compile(f"(?:{_ROLES}|摄|绘|文/|图/|星期)")
_AGENCY_NEXT = re.compile("新华社|中新社|本报|本刊")
_TITLE = re.compile("[长员任记席授师家士理事者]$")
_NAME = re.compile(rf"(?:{NAME.pattern}|[{HAN}]{{1,6}}·[{HAN}·]{{1,10}})(?=[\n \u3000，、。）)]|\Z)")
_NAME_ALONE = re.compile(rf"[{HAN}·]{{2,4}}(?=[\n \u3000]|\Z)|{NAME.pattern}(?=[（(])")
_SIGNED = re.compile(f"[{HAN}]{{1,4}}[摄绘]?")
_NAMES = re.compile(f"(?:{_ROLES})?(?: ?[{HAN}·]{{2,4}})+")
_CREDIT = re.compile(
    rf"[（(]?(?:[{HAN}·、/]{{1,8}}[ \u3000]*){{0,4}}(?:摄|绘|发|供图|制图|摄影|供稿|报道)[)）]?$"
)
_AGENCY_CREDIT = re.compile("(?:新华|中新)社 *[发电]")
_STRETCHED = re.compile(r"(?: {1,4}[^\s]{1,2}(?= {1,4}[^\s])){2,}")
_STRETCHED_QUOTE = re.compile(rf"[“‘](?: ?[{HAN}A-Z]){{2,}} ?[”’]")
_FOLIO = re.compile(r"第 ?\d+ ?版|[日曰号][ \u3000]+星")
_FOLIO_BEFORE = re.compile(rf"第 ?\d+ ?版(?: ?[{HAN}]{{2,4}})?$")
_QUANTITY = re.compile(rf"(?!\d{{4}} ?年)\d[\d.,]*(?:[%％]| ?[{UNITS}])")
_NUMBER_IN_TEXT = re.compile(f"[{HAN}][0-9]")
_HEADS = re.compile(r"\S(?: \S)+")
"""One letter each: the heads of a table, if they are no word."""
_DECIMAL = re.compile(r"\d +[.·] *\d|\d[.·] +\d")
_CLAUSE = re.compile("[，、；]")
_NUMERAL = re.compile("[〇一二三四五六七八九十日]")
_COUNTED = re.compile("[0-9〇一二三四五六七八九十日.,:%·/]+")
_ITEM = re.compile(
    rf"(?:\d{{1,2}}[.．、)）]|[（(][{HAN}\d]{{1,3}}[)）]|[{BULLETS}]"
    r"|第[0-9零〇一二三四五六七八九十百千]{1,5}[编章节条款项回集幕场课讲])$"
)
_CLOSE = re.compile(f"[0-9A-Za-z](?<=[{HAN}].)")
_GAP = re.compile(f"[{HAN}] [0-9A-Za-z]|[0-9A-Za-z%℃] [{HAN}]")
_BETWEEN = re.compile(f"[{HAN}] [{HAN}]")
_WESTERN = re.compile("[0-9A-Za-z.%-]+")
_ADDRESS = re.compile(r"[\w.]@[\w]|://|www\.")
_CALL = re.compile("(?:扫码|扫描|关注|下载|搜索)[^，。；]*$")

Sign = tuple[str, float]


class Space(NamedTuple):
    """A run of spaces and the paragraph or cell it stands in, as offsets in the view."""

    at: int
    end: int
    first: int
    last: int


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each space that stands inside a word, a quoted word or a number."""
    text = view.text
    seams_at = set(view.ats)
    # The space at a seam is the join's own.
    spaces = [space for space in _spaces(text) if space.end not in seams_at]
    across = _words_across(text, spaces, words)
    stretched = _stretched(text, words)
    signs = [_sign(text, space, word, stretched) for space, word in zip(spaces, across, strict=True)]
    habits = _habits(text, spaces, signs)
    for space, sign in zip(spaces, signs, strict=True):
        sign = sign or _by_habit(text, space, habits)
        if sign:
            start = view.raw(space.at)
            yield Edit(start, start + space.end - space.at, "", "space", sign[1], _WHY[sign[0]])


def _spaces(text: str) -> Iterator[Space]:
    cell: list[tuple[int, int]] = []
    first, last = 0, -1
    for found in _SPACES.finditer(text):
        at, end = found.span()
        if at > last:
            yield from (Space(*span, first, last) for span in cell)
            first = text.rfind("\n", 0, at) + 1
            last = text.find("\n", at)
            last = last if last >= 0 else len(text)
            cell = []
        if end - at >= WIDE or text[at] == "\t":
            yield from (Space(*span, first, at) for span in cell)
            first, cell = end, []
        else:
            cell.append((at, end))
    yield from (Space(*span, first, last) for span in cell)


def _words_across(text: str, spaces: list[Space], words: Words) -> list[int]:
    # Beside one space there may be others inside the same word.
    reach = 2 * seams.REACH
    befores = [text[max(s.first, s.at - reach) : s.at].replace(" ", "")[-seams.REACH :] for s in spaces]
    afters = [text[s.end : min(s.last, s.end + reach)].replace(" ", "")[: seams.REACH] for s in spaces]
    return seams.across(seams.tails(befores), seams.heads(afters), words)


def _stretched(text: str, words: Words) -> set[int]:
    """Return where a single space stands between letters that are spaced out one by one."""
    found = {
        at
        for run in _STRETCHED.finditer(text)
        if _spaced_out(text, run, words)
        for at in range(run.start(), run.end() + 1)
        if text[at] == " " and text[at - 1] != " " and text[at + 1] != " "
    }
    return found | {
        at
        for run in _STRETCHED_QUOTE.finditer(text)
        for at in range(run.start() + 2, run.end() - 2)
        if text[at] == " "
    }


def _spaced_out(text: str, run: re.Match[str], words: Words) -> bool:
    parts = run.group().split()
    whole = text[run.start() - 1] + "".join(parts) + text[run.end() :].lstrip()[:1]
    if 3 * sum(len(part) == 1 for part in parts) < 2 * len(parts):
        return False
    if _COUNTED.fullmatch("".join(parts)):
        # A row of a table has a space before its first number, too.
        return bool(_NUMBER_IN_TEXT.match(text, max(0, run.start() - 2)))
    if not _LETTER.search(whole):
        return False
    known = sum(len(word) for word in words.cut(whole) if len(word) > 1)
    # So few may be the heads of a table.
    return known == len(whole) if len(whole) < LETTERS else 3 * known >= len(whole)


def _signed_next(text: str, space: Space) -> bool:
    """Say whether spaced-out letters go on with a name to the end of their cell, behind a role or a title."""
    rest = text[space.end : min(space.last, space.end + 12)].replace(" ", "")
    before = text[max(space.first, space.at - 12) : space.at].replace(" ", "")
    if rest in ("摄", "绘"):
        return True
    if _across(_ROLE, before, rest):
        return False
    named = _ROLE_LAST.search(before) or _TITLE.search(before)
    return bool(named and _SIGNED.fullmatch(rest))


def _sign(text: str, space: Space, word: int, stretched: set[int]) -> Sign | None:
    """Return why a space is damage and how sure that is, None for one that parts phrases."""
    if space.at in stretched:
        return None if _signed_next(text, space) else ("stretched", SAFE)
    before, after = _signs_beside(text, space)
    if _western(before) and _western(after):
        return ("in_number", LIKELY) if _decimal(text, space) and _running(text, space) else None
    if (sign := _at_mark(text, space, before, after)) is not None:
        return sign
    running = _running(text, space)
    if before.isdigit() or after.isdigit() or before in "%％":
        return _at_number(text, space, running)
    if _role_across(text, space):
        return ("in_word", LIKELY)
    if _parts(text, space) or _address(text, space):
        return None
    return _in_clause(text, space, word, running)


def _in_clause(text: str, space: Space, word: int, running: bool) -> Sign | None:
    before, after = text[space.at - 1], text[space.end]
    counted = _NUMERAL.match(before) and _NUMERAL.match(after)
    headed = word < seams.ACROSS_LONG and _HEADS.fullmatch(text, space.first, space.last)
    if word > seams.APART and (running or not (counted or headed)):
        return ("in_word", SAFE if running else LIKELY)
    if _LATIN.match(before) or _LATIN.match(after):
        running = running or bool(_CLAUSE.search(text, space.first, space.last))
    return ("in_sentence", LIKELY if _near_mark(before, after) else GUESS) if running else None


def _western(sign: str) -> bool:
    """Say whether a sign is none of Chinese: between two such a space parts words."""
    return sign.isascii() or (sign.isalpha() and not _LETTER.match(sign))


def _signs_beside(text: str, space: Space) -> tuple[str, str]:
    """Return the characters on either side, a flattened mark in Chinese text as the mark it was."""
    before, after = text[space.at - 1], text[space.end]
    if _LETTER.search(text, max(space.first, space.at - 3), space.at) or _LETTER.match(after):
        before = before.translate(_FLAT)
    if _LETTER.match(before) or _LETTER.search(text, space.end + 1, min(space.last, space.end + 4)):
        after = after.translate(_FLAT)
    return before, after


def _at_mark(text: str, space: Space, before: str, after: str) -> Sign | None:
    if before in "“‘（《〈「『【" or after in "”’）》〉」』】":
        return ("in_quotes", SAFE)
    if before in _MARKS_AFTER_WHICH_NOTHING_PARTS or after in _MARKS_BEFORE_WHICH_NOTHING_PARTS:
        return ("at_mark", SURE)
    if before + after in _HALVES:
        return ("at_mark", SURE)
    if after == "（" and _LETTER.match(before):
        return ("at_mark", SAFE)
    if before == "”" and (after in "“《" or _LETTER.match(after)) and _padded(text, space):
        return ("at_mark", SAFE)
    if before == "）" and _LETTER.match(after):
        return _behind_bracket(text, space)
    return None


def _behind_bracket(text: str, space: Space) -> Sign | None:
    # What is counted (（一） 总则) or listed (王某（男） 李某（女）) keeps its space.
    item = space.at - space.first <= ITEM_UP_TO and _ITEM.match(text, space.first, space.at)
    return None if item or _NAME_ALONE.match(text, space.end) else ("at_mark", SAFE)


def _padded(text: str, space: Space) -> bool:
    """Say whether the quote that ends before a space has one inside, too (“ 十四五” 规划)."""
    opener = text.rfind("“", max(space.first, space.at - 20), space.at)
    return text[space.at - 2] == " " or (opener >= 0 and text[opener + 1] == " ")


def _near_mark(before: str, after: str) -> bool:
    return not (_LETTER.match(before) and _LETTER.match(after))


def _at_number(text: str, space: Space, running: bool) -> Sign | None:
    if space.last - space.first <= FOLIO_UP_TO and _FOLIO.search(text, space.first, space.last):
        return None
    if _FOLIO_BEFORE.search(text, max(space.first, space.at - 12), space.at):
        return None
    if running or _CLAUSE.search(text, space.first, space.last):
        return ("in_number", SURE)
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


def _role_across(text: str, space: Space) -> bool:
    """Say whether the space stands inside the word for a role (记 者) or an agency's mark (新华社 发)."""
    if _AGENCY_CREDIT.match(text, max(space.first, space.at - 3)):
        return True
    before = text[max(space.first, space.at - 3) : space.at]
    return _across(_ROLE, before, text[space.end : min(space.last, space.end + 3)])


def _across(word: re.Pattern[str], before: str, after: str) -> bool:
    return any(w.start() < len(before) < w.end() for w in word.finditer(before + after))


def _decimal(text: str, space: Space) -> bool:
    return bool(_DECIMAL.search(text, max(space.first, space.at - 3), min(space.last, space.end + 3)))


def _address(text: str, space: Space) -> bool:
    return bool(_ADDRESS.search(text, max(space.first, space.at - 40), min(space.last, space.end + 40)))


def _parts(text: str, space: Space) -> bool:
    """Say whether a space parts a name from its role, or a credit or byline from what it belongs to."""
    if space.end - space.at > 1 or text[space.at] == "\u3000":
        return True
    if space.at - space.first <= ITEM_UP_TO and _ITEM.match(text, space.first, space.at):
        return True
    return _parts_name(text, space) or _parts_credit(text, space)


def _parts_name(text: str, space: Space) -> bool:
    before = text[max(space.first, space.at - 12) : space.at]
    role = before.replace(" ", "")[-4:]
    if _AFTER_ROLE.search(role) or (_TITLE.search(role) and _NAME.match(text, space.end)):
        return True
    western = _LATIN.match(text, space.at - 1) or _LATIN.match(text, space.end)
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


class _Habits(NamedTuple):
    """What the running text of a file says about the spaces in its headlines and fragments."""

    gaps: bool
    """Most numbers and Western words in Chinese have a space beside them: the typesetter's gap."""
    noise: bool
    """Spaces stand inside clauses: some got in by accident."""


def _habits(text: str, spaces: list[Space], signs: list[Sign | None]) -> _Habits:
    names = Counter(sign[0] for sign in signs if sign)
    spaced = names["in_number"]
    gaps = spaced >= NOISE_FROM and spaced > sum(1 for _ in _CLOSE.finditer(text))
    return _Habits(gaps, names["in_word"] + names["in_sentence"] >= NOISE_FROM)


def _by_habit(text: str, space: Space, habits: _Habits) -> Sign | None:
    """Return why a space outside running text is what the file's running text shows to be damage."""
    if not (habits.gaps or habits.noise) or space.last - space.first < SHORT or space.end - space.at > 1:
        return None
    if habits.gaps and _GAP.match(text, space.at - 1) and not _parts(text, space):
        return ("in_number", LIKELY) if _gap_on_both_sides(text, space) else None
    if habits.noise and _stub(text, space) and not _parts(text, space):
        return ("in_word", GUESS)
    return None


def _stub(text: str, space: Space) -> bool:
    """Say whether a space cuts off less than a phrase, and no name or mark of a picture."""
    if min(space.at - space.first, space.last - space.end) > STUB or not _BETWEEN.match(text, space.at - 1):
        return False
    titled = _TITLE.search(text, max(space.first, space.at - 1), space.at)
    return not titled and text[space.end : space.last] not in ("文", "图", "摄")


def _gap_on_both_sides(text: str, space: Space) -> bool:
    # One side alone parts two clauses: 消费节开幕 300家商户参加.
    if _LETTER.match(text, space.at - 1):
        other = _WESTERN.match(text, space.end, space.last)
        return bool(other and not _LETTER.match(text[other.end() : other.end() + 1]))
    back = space.at
    while back > space.first and text[back - 1].isascii() and text[back - 1].isalnum():
        back -= 1
    return not _LETTER.match(text[back - 1 : back] if back > space.first else "")


_WHY = {
    name: message(f"why.space_{name}")
    for name in ("in_quotes", "at_mark", "in_number", "in_word", "in_sentence", "stretched")
}

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
