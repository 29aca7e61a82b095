"""Compatibility characters that stand for ordinary ones: full-width Latin and numbers, radicals, ligatures.

PDF fonts map Chinese characters to the Kangxi radicals of the same shape, and “fi” to one sign.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

SURE = 0.99

_FULL = "０-９Ａ-Ｚａ-ｚ"
_SHAPES = "\u2f00-\u2fd5\ufb00-\ufb06"
_COMPATIBLE = re.compile(f"[{_FULL}{_SHAPES}]+(?:(?<=[０-９])．[０-９]+)?(?:(?<=[０-９])％)?")


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose each run of compatibility characters as one edit, cut where a line ends."""
    for found in _COMPATIBLE.finditer(view.text):
        for old, start in _within_lines(view, found):
            new = unicodedata.normalize("NFKC", old)
            why = message("why.compatible", old=old, new=new)
            yield Edit(start, start + len(old), new, "compatibility", SURE, why)


def _within_lines(view: View, found: re.Match[str]) -> Iterator[tuple[str, int]]:
    start = view.raw(found.start())
    if view.raw(found.end() - 1) - start == found.end() - 1 - found.start():
        yield found.group(), start
    else:
        yield from ((sign, view.raw(found.start() + k)) for k, sign in enumerate(found.group()))


RULE = Rule(
    "compatibility",
    propose,
    mends=(
        ("２０２５年增长８．５％，Ａ股上涨。", "2025年增长8.5%，A股上涨。"),
        (
            "这是渝中区推进城市有机更新\n的缩影，计划总投资超过２０\n２５万元，双方将继续深化交\n流，推动更多项目落地渝中，\n让市民安居乐业。",
            "这是渝中区推进城市有机更新的缩影，计划总投资超过2025万元，双方将继续深化交流，推动更多项目落地渝中，让市民安居乐业。",
        ),
        ("⼈⼯智能走进课堂。", "人工智能走进课堂。"),
        ("Ofﬁce软件更新。", "Office软件更新。"),
    ),
    keeps=("①总体要求，②主要任务。", "气温18℃，占地3㎡。", "同比增长5％。"),
)
