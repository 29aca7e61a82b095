"""Marks set against GB/T 15834-2011: doubled and clashing marks, broken ellipses and dashes, half-width marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.wording import message

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_HAN = "\u4e00-\u9fff"


def _first(found: re.Match[str]) -> tuple[str, ...]:
    return (found.group()[0],)


def _last(found: re.Match[str]) -> tuple[str, ...]:
    return (found.group()[-1],)


def _full(found: re.Match[str]) -> tuple[str, ...]:
    return (_FULL[found.group()],)


def _offer(*offers: str) -> Callable[[re.Match[str]], tuple[str, ...]]:
    return lambda found: offers


_Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]]
_MEET = re.compile("[。，、；：！？]”?[。，、；：！？]")
# Where two stops meet.
_MEETING: tuple[_Rule, ...] = (
    # 4.11.1: six dots in the middle of the line; three full stops in a row are meant for it.
    ("dots", re.compile("。{3,}|，{3,}|、{3,}"), _offer("……")),
    # 4.1 to 4.7: one stop ends one clause. ？！ and ！！！ are allowed (4.2.3.5, 4.3.3.4).
    ("doubled", re.compile("([。，、；：])\\1(?!\\1)(?<!\\1\\1\\1)"), _first),
    (
        "clash",
        re.compile("[，、；：](?=[。！？])[。！？]|，[、；：]|、[，；：]|；[，、：]|：[，、；]"),
        _last,
    ),
    ("clash", re.compile("[。！？][，、；：]"), _first),
    # 附录 B: a stop inside the closing quotation mark is not said again behind it.
    ("stop_twice", re.compile("。”。"), _offer("。”", "”。")),
    ("stop_twice", re.compile("[，、；]”[，、；。]"), lambda found: ("”" + found.group()[-1],)),
)
# By characters one of which each takes: to look for them is ten times faster.
_OTHERS: tuple[tuple[str, _Rule], ...] = (
    ("….", ("dots", re.compile(r"(?<!…)…(?!…)|(?<=[\u4e00-\u9fff])\.{3,6}(?![\d.])"), _offer("……"))),
    # 4.11: what is listed ends in an ellipsis or in 等, not in both.
    ("…", ("dots_and_so_on", re.compile("……等等?(?![待候级于着到])"), _offer("……", "等"))),
    (
        ",;:?!",
        ("half_width", re.compile(f"(?<=[{_HAN}])(?:[,;:?!](?=[{_HAN}“《（])|[,;?!](?=$))"), _full),
    ),
    # 4.10.1: a dash takes two characters.
    ("-—", ("dash", re.compile(f"(?<=[{_HAN}”，])(?:--+|——{{2,}}|—(?:-|－)+)(?=[{_HAN}“])"), _offer("——"))),
    # 4.5.3: numbers side by side for about how many take no mark.
    (
        "、",
        (
            "about",
            re.compile(
                "(?:二、三|三、四|四、五|五、六|六、七|七、八|八、九)(?=[十百千万亿]|[个天位名岁][^，。]?)"
                "(?<![第一二三四五六七八九十、].、.)"
            ),
            lambda found: (found.group().replace("、", ""),),
        ),
    ),
)


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield marks that the standard does not know in this place."""
    for n, paragraph in enumerate(paragraphs):
        text = paragraph.text
        rules = [rule for needed, rule in _OTHERS if any(sign in text for sign in needed)]
        if _MEET.search(text):
            rules += _MEETING
        found = [
            Found(
                n,
                match.start(),
                match.end(),
                message(f"check.mark_{name}", mark=match.group()),
                offers(match),
            )
            for name, pattern, offers in rules
            for match in pattern.finditer(text)
        ]
        yield from _apart(sorted(found, key=lambda f: (f.start, -f.end)))


def _apart(found: Iterable[Found]) -> Iterable[Found]:
    """Yield what overlaps nothing before it: one place is asked about once."""
    done = -1
    for each in found:
        if each.start >= done:
            yield each
            done = each.end


CHECK = Check(
    "punctuation",
    find,
    finds=(
        ("渝中区进一步开放。。", ("。。",)),
        ("渝中区，，进一步开放。", ("，，",)),
        ("渝中区进一步开放，。", ("，。",)),
        ("今年、，渝中区开放。。。", ("、，", "。。。")),
        ("苹果、梨……等水果", ("……等",)),
        ("他说：“开放是出路。”。", ("。”。",)),
        ("“开放，”，他说。", ("，”，",)),
        ("他说,开放是出路", (",",)),
        ("渝中--重庆母城", ("--",)),
        ("去了三、四十次", ("三、四",)),
        ("他停了停…又说", ("…",)),
    ),
    keeps=(
        "真的吗？！太好了！！！",
        "等等……他说。",
        "他停了停……等待着。",
        "比例为1:500,占12,000。",
        "第三、四季度",
        "“开放！”他说。",
        "A, B和C",
        "三、四、五年级",
        "二、三产业",
        "渝中——重庆母城",
    ),
    p=0.95,
)
