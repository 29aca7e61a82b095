"""Words written twice in a row: 的的, 了了, 进行进行; reduplications such as 常常 and 讨论讨论 are let be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.wording import message

_ANY_TWICE = re.compile("([的了是在和与及把被但从由于而或就对也不都为将中年月日])\\1")
_SINGLE = re.compile(
    "(?<![目打])的的(?![确士])|(?<![为一除不甚])了了(?![解结断却然望]|如指掌)|(?<!实)是是(?!非)|(?<!实)在在|和和(?![气美睦])|与与|及及"
    "|(?<!一)把把(?!关)|被被|但但|从从(?!容)|由由|于于|而而|或或|就就|对对(?!子|碰)|也也|不不|都都|为为|将将|中中(?!国)|年年年|月月月|日日日"
)
# Verbs and adverbs that are said twice on purpose, and sounds.
_MEANT = (
    "讨论|研究|商量|打扫|考虑|放松|休息|学习|锻炼|收拾|介绍|了解|活动|热闹|高兴|体验|感受|照顾|检查|分析|调查|准备|交流|切磋|合计|琢磨"
    "|打听|教训|整理|练习|欣赏|回忆|宣传|比较|尝试|试试|看看|非常|很多|许多|好多|十分|特别|永远|最最|真的|加油|谢谢|等等|哗啦|咕噜"
    "|叮咚|轰隆|扑通|噼啪|滴答|哈哈|呵呵|嘻嘻|加油|再见|快点|慢点|好的|不是|是的|对对"
)
_MEANT_TWICE = frozenset(_MEANT.split("|"))
_DOUBLE = re.compile("([\u4e00-\u9fff])([\u4e00-\u9fff])\\1\\2")
# Three characters and more in a row twice are never meant, but for counting (一个又一个).
_LONG = re.compile("([\u4e00-\u9fff]{3,12})\\1")
_COUNTING = re.compile("[一又再越]|(.)\\1")


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield words that stand twice in a row; the offer is the word once."""
    for n, paragraph in enumerate(paragraphs):
        text = paragraph.text
        found = [(m.start(), m.end()) for m in _SINGLE.finditer(text)] if _ANY_TWICE.search(text) else []
        doubled = (m for m in _DOUBLE.finditer(text) if m.group()[:2] not in _MEANT_TWICE)
        longer = _LONG.finditer(text)
        found += [(m.start(), m.end()) for m in (*doubled, *longer) if not _COUNTING.search(_once(m))]
        done = 0
        for start, end in sorted(found):
            if start >= done:
                once = text[start : start + max(1, (end - start) // 2)]
                yield Found(n, start, end, message("check.repeated", word=once), (once,))
                done = end


def _once(found: re.Match[str]) -> str:
    """Return the half of what stands twice."""
    return found.group()[: len(found.group()) // 2]


CHECK = Check(
    "repeats",
    find,
    finds=(
        ("渝中区的的开放", ("的的",)),
        ("取得了了成效", ("了了",)),
        ("他们进行进行改革", ("进行进行",)),
        ("渝中创新创新体制", ("创新创新",)),
        ("渝中区商务委渝中区商务委表示", ("渝中区商务委渝中区商务委",)),
    ),
    keeps=(
        "他常常、刚刚、谢谢、好好、天天",
        "以营利为目的的公司",
        "的的确确",
        "为了了解情况",
        "大家讨论讨论、研究研究",
        "一个又一个又一个又一个",
        "是是非非，和和气气，从从容容",
        "哈哈哈哈哈哈",
        "一把把新房钥匙",
        "一步一步、很多很多",
        "不甚了了",
    ),
    p=0.95,
    worded=True,
)
