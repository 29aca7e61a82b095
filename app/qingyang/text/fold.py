"""Traditional characters read as simplified ones, character for character: places in the text stay what they are.

What newspapers say by convention (記者, 本報訊, 主持人：問) is listed once, in simplified characters; who looks for it
looks at the folded text and takes what it found from the text itself; so does the dictionary where lines are joined.
None is a character that simplified text writes too; converting a text for print is the lexicon's, with words.
"""

from __future__ import annotations

import re

from qingyang.text.traditional import SIMPLIFIED, TRADITIONAL

_QUOTES = str.maketrans("「」『』", "“”‘’")
_FOLDED = str.maketrans(TRADITIONAL, SIMPLIFIED) | _QUOTES
# Most texts have none: to look is several times faster than to translate.
_ANY = re.compile(f"[{TRADITIONAL}「」『』]")


def folded(text: str) -> str:
    """Return a text as simplified script would write its characters one by one, quotes too.

    >>> folded("本報訊（記者 晏艷輝）「開放」")
    '本报讯（记者 晏艳辉）“开放”'
    """
    return text.translate(_FOLDED) if _ANY.search(text) else text


def restored(text: str, original: str) -> str:
    """Return words made from a folded text as the text it was folded from writes them.

    >>> restored("曾祥云", "曾祥雲表示"), restored("三", "曾祥雲表示")
    ('曾祥雲', '三')
    """
    written = {ord(new): old for new, old in zip(folded(original), original, strict=True) if new != old}
    return text.translate(written) if written else text
