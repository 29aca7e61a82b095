"""Spaces inside words, quoted words and numbers go; those that part phrases stay.

What parts phrases: a role from a name (记者 晏艳辉), names in a list, the clauses of a headline, a caption from its
credit, the parts of a folio. No space is ever added: the gap between Chinese and numbers is the typesetter's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair import seams
from qingyang.repair.cells import Space, spaces_of
from qingyang.repair.habits import Habits, habits_of, in_gap, short, stub
from qingyang.repair.letterspacing import stretched
from qingyang.repair.parting import counts, in_folio, parts, role_across, signed_next
from qingyang.repair.rule import Rule
from qingyang.repair.signs import HAN, UNITS
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.text.fold import folded
from qingyang.wording import message

SURE, SAFE, LIKELY, GUESS = 0.995, 0.99, 0.96, 0.93
"""Measured on pages with known truth: of so many spaces like this one, so many were damage."""
RUNNING_FROM = 60
"""A paragraph this long is running text, whatever marks it has."""

_LETTER = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
_MARKS_AFTER_WHICH_NOTHING_PARTS = "，、；：“‘（《〈「『【"
_MARKS_BEFORE_WHICH_NOTHING_PARTS = "，。、；：？！”’）》〉」』】％%"
_HALVES = ("——", "……")
_FLAT = str.maketrans(",:;?!()", "，：；？！（）")
_TERMINAL = "。！？；，…—：”?!;"
_MISREAD_BRACKET = re.compile(r"[《〈](?:记者|通讯员|\d{1,2}月)")
_LEANS = re.compile("[从自到至于在为达约近超过共有由即每仅就]")
"""A number belongs to these, whatever they stand in."""
_QUANTITY = re.compile(rf"(?!\d{{4}} ?年)\d[\d.,]*[%％{UNITS}]")
_SPACED_QUANTITY = re.compile(rf"(?!\d{{4}} ?年)\d[\d.,]* [%％{UNITS}]")
_DATE = re.compile(r"\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|\d{1,2} ?月 ?\d{1,2} ?日|第 ?\d+ ?[版期号页]")
"""A date or a number with the typesetter's gaps, whatever it stands in."""
_LONGEST_DATE = 16
_HEADS = re.compile(r"\S(?: \S)+")
"""One letter each: the heads of a table, if they are no word."""
_DECIMAL = re.compile(r"\d +[.·] *\d|\d[.·] +\d")
_CLAUSE = re.compile("[，、；]")
_SENTENCE = re.compile("[，；）”]")
_NUMERAL = re.compile("[〇一二三四五六七八九十日]")

Sign = tuple[str, float]


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each space that stands inside a word, a quoted word or a number."""
    # Roles, titles and words are known in simplified characters; a space is a space in either script.
    text = folded(view.text)
    seams_at = set(view.ats)
    # The space at a seam is the join's own.
    spaces = [space for space in spaces_of(text) if space.end not in seams_at]
    across = _words_across(text, spaces, words)
    spaced_out = stretched(text, words)
    signs = [_sign(text, space, word, spaced_out) for space, word in zip(spaces, across, strict=True)]
    names = Counter(sign[0] for sign in signs if sign)
    habits = habits_of(text, names["in_number"], names["in_word"] + names["in_sentence"])
    for space, sign in zip(spaces, signs, strict=True):
        sign = sign or _by_habit(text, space, habits)
        if sign:
            start = view.raw(space.at)
            yield Edit(start, start + space.end - space.at, "", "space", sign[1], _WHY[sign[0]])


def _words_across(text: str, spaces: list[Space], words: Words) -> bytes:
    # Beside one space there may be others inside the same word.
    reach = 2 * seams.REACH
    befores = [text[max(s.first, s.at - reach) : s.at].replace(" ", "")[-seams.REACH :] for s in spaces]
    afters = [text[s.end : min(s.last, s.end + reach)].replace(" ", "")[: seams.REACH] for s in spaces]
    return seams.across(seams.tails(befores), seams.heads(afters), words)


def _sign(text: str, space: Space, word: int, spaced_out: set[int]) -> Sign | None:
    """Return why a space is damage and how sure that is, None for one that parts phrases."""
    if space.at in spaced_out:
        return None if signed_next(text, space) else ("stretched", SAFE)
    before, after = _signs_beside(text, space)
    if _western(before) and _western(after):
        return ("in_number", LIKELY) if _decimal(text, space) and _running(text, space) else None
    if (sign := _at_mark(text, space, before, after)) is not None:
        return sign
    running = _running(text, space)
    if before.isdigit() or after.isdigit() or before in "%％":
        return _at_number(text, space, running)
    if role_across(text, space):
        return ("in_word", LIKELY)
    if parts(text, space):
        return None
    return _in_clause(text, space, word, running)


def _in_clause(text: str, space: Space, word: int, running: bool) -> Sign | None:
    before, after = text[space.at - 1], text[space.end]
    if word > seams.APART and running:
        return ("in_word", SAFE)
    counted = _NUMERAL.match(before) and _NUMERAL.match(after)
    headed = word < seams.ACROSS_LONG and _HEADS.fullmatch(text, space.first, space.last)
    if word > seams.APART and not (counted or headed):
        return ("in_word", GUESS)
    if _LATIN.match(before) or _LATIN.match(after):
        running = running or bool(_CLAUSE.search(text, space.first, space.last))
    return ("in_sentence", LIKELY) if running else None


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
    if (after == "（" or _MISREAD_BRACKET.match(text, space.end)) and _LETTER.match(before):
        return ("at_mark", SAFE)
    if before == "”" and (after in "“《" or _LETTER.match(after)) and _padded(text, space):
        return ("at_mark", SAFE)
    if before == "）" and _LETTER.match(after):
        return None if counts(text, space) else ("at_mark", SAFE)
    return None


def _padded(text: str, space: Space) -> bool:
    """Say whether the quote that ends before a space has one inside, too (“ 十四五” 规划)."""
    opener = text.rfind("“", max(space.first, space.at - 20), space.at)
    return text[space.at - 2] == " " or (opener >= 0 and text[opener + 1] == " ")


def _at_number(text: str, space: Space, running: bool) -> Sign | None:
    if _in_date(text, space):
        return ("in_number", SURE)
    if in_folio(text, space):
        return None
    leans = _LEANS.match(text, space.at - 1) and space.end - space.at == 1
    if running or leans or _CLAUSE.search(text, space.first, space.last):
        return ("in_number", SURE)
    # In a headline, a table or a timetable only a number and its unit belong together.
    if space.end - space.at == 1 and (_unit_after(text, space) or _SPACED_QUANTITY.match(text, space.end)):
        return ("in_number", LIKELY)
    return None


def _in_date(text: str, space: Space) -> bool:
    first, last = max(space.first, space.at - _LONGEST_DATE), min(space.last, space.end + _LONGEST_DATE)
    return any(m.start() < space.at < m.end() for m in _DATE.finditer(text, first, last))


def _unit_after(text: str, space: Space) -> bool:
    return text[space.end] in UNITS and text[space.at - 1].isdigit()


def _running(text: str, space: Space) -> bool:
    """Say whether a paragraph is running text and no headline, byline or list."""
    if space.last - space.first >= RUNNING_FROM or text[space.last - 1] in _TERMINAL:
        return True
    return text.find("。", space.first, space.last) >= 0 or _loose(text, space)


def _loose(text: str, space: Space) -> bool:
    """Say whether a fragment of running text has so many spaces that they cannot all part phrases."""
    spaces = text.count(" ", space.first, space.last)
    return 3 * spaces >= space.last - space.first and bool(_SENTENCE.search(text, space.first, space.last))


def _decimal(text: str, space: Space) -> bool:
    return bool(_DECIMAL.search(text, max(space.first, space.at - 3), min(space.last, space.end + 3)))


def _by_habit(text: str, space: Space, habits: Habits) -> Sign | None:
    """Return why a space outside running text is what the file's running text shows to be damage."""
    if short(space) or not any(habits) or in_folio(text, space) or parts(text, space):
        return None
    if habits.gaps and in_gap(text, space):
        return ("in_number", SAFE)
    if habits.noise and _QUANTITY.match(text, space.end):
        return ("in_number", GUESS)
    return ("in_word", GUESS) if habits.noise and stub(text, space) else None


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
        ("当地时间    24日，代表团一行在渝中参观。", "当地时间24日，代表团一行在渝中参观。"),
        ("主 持 人 徐 潇 介 绍 情 况", "主持人徐潇介绍情况"),
        ("本 报 讯 （ 记 者", "本报讯（记者"),
        (
            "A3 渝中报 2025 年 3 月 11 日 周二\n\n渝中报 2025.3.11 周二\n\n3 月11 日 周二 农历二月十二\n\n"
            "要闻 2025 年 3 月 11 日 星期二\n\n到 2025 年 6 月，共有 30 多个项目投产，其中 12 个是新的。",
            "A3 渝中报 2025年3月11日 周二\n渝中报 2025.3.11 周二\n3月11日 周二 农历二月十二\n"
            "要闻 2025年3月11日 星期二\n到2025年6月，共有30多个项目投产，其中12个是新的。",
        ),
        (
            "每日简报 第1 版\n\n到2025 年6 月，共有30 多个项目投产，其中12 个是新的。",
            "每日简报 第1版\n到2025年6月，共有30多个项目投产，其中12个是新的。",
        ),
        ("庭 ） 重庆 与 罗 马和米 兰", "庭）重庆与罗马和米兰"),
        ("记 者 徐 潇 摄", "记者 徐潇 摄"),
        (
            "住房面积已由1 9 9 1 年的6 . 2 9 平方米增加到8平方米。",
            "住房面积已由1991年的6.29平方米增加到8平方米。",
        ),
        (
            "LNG 船交付能力翻番的背后\n\n开工节开幕 300家商户参加\n\n在建 14 艘，全年交付 6 艘，比 2024 年多。",
            "LNG船交付能力翻番的背后\n开工节开幕 300家商户参加\n在建14艘，全年交付6艘，比2024年多。",
        ),
        (
            "剧情演绎揭开更多历史 故事\n\n我选手共夺得 92个冠军\n\n将继 续加强交流，推动项目 落地，让更多的 市民受益。",
            "剧情演绎揭开更多历史故事\n我选手共夺得92个冠军\n将继续加强交流，推动项目落地，让更多的市民受益。",
        ),
    ),
    keeps=(
        "快递员分拣包裹。 记者 晏艳辉 摄",
        "快遞員分揀包裹。 記者 晏艷輝 攝",
        "責任編輯：陳海 版面設計：任勇",
        "渝中區委改革辦副主任 何奇",
        "本報訊（記者 徐瀟 通訊員 晏艷輝）11月13日，記者獲悉。",
        "扫码关注重庆渝中 APP 图文报道",
        "文旅 2025年3月11日 星期日",
        "渝中区商务委副主任 曾祥云",
        "渝中区委改革办副主任 何奇",
        "责任编辑：陈海 版面设计：任勇",
        "记者 徐潇 通讯员 张兴华",
        "渝中积极融入全国开放战略 “十四五”期间对外开放取得阶段性成效",
        "本报讯（记者 徐潇 通讯员 晏艳辉）11月13日，记者获悉。",
        "快递员分拣包裹。 晏艳辉 供图",
        "双方签署了合作协议，扩大了各领域的交流，推动了更多项目落地，成果十分丰富，各方都表示满意，"
        "今后还将继续。（陈刚 蒋军）",
        "包裹 1200            渝中区有良好的现代服务业的承载平台，位于主城核心，地理位置优越。",
        "第3版 文旅 3月11日 星期日",
        "解放碑    24家    大坪    31家",
        "He came, saw and left. 2 of 3 stayed.",
        "日 一 二 三 四 五 六",
        "8:30 集合\n10:15 参观渝中区规划展览馆",
        "1. 番茄切块。",
        "写信至 news@example.com 咨询。",
    ),
)
