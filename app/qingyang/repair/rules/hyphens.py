"""A Western word that was hyphenated at a line's end, whole again where the lines are joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

LIKELY = 0.9
"""A compound may have been cut at its own hyphen: a person sees every one."""

_CUT = re.compile("[-\u2010](?<=[A-Za-z][a-z].)(?=[a-z]{2})")


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose to drop each hyphen between two small letters that stand on two lines."""
    for found in _CUT.finditer(view.text):
        if _begins_a_line(view, found.end()):
            start = view.raw(found.start())
            yield Edit(start, start + 1, "", "hyphen", LIKELY, message("why.hyphen"))


def _begins_a_line(view: View, at: int) -> bool:
    return view.ats[bisect_left(view.ats, at)] == at if at <= view.ats[-1] else False


RULE = Rule(
    "hyphen",
    propose,
    mends=(
        (
            "这是渝中区推进城市有机更新\n的缩影，也是中国与法国Insti-\ntut合作的一步，双方将继续深\n"
            "化交流，推动更多项目落地渝\n中，让市民安居乐业。",
            "这是渝中区推进城市有机更新的缩影，也是中国与法国Institut合作的一步，双方将继续深化交流，"
            "推动更多项目落地渝中，让市民安居乐业。",
        ),
    ),
    keeps=("渝中区举办Wi-Fi展览。", "他读了Jean-Luc的书。"),
)
