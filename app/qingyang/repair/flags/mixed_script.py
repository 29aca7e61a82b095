"""A few characters of the other script in a text that is clearly in one of them."""

from __future__ import annotations

from collections.abc import Iterator

from qingyang.lexicon import Lexicon, Script
from qingyang.repair.rule import FlagRule
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.wording import message

LIKELY = 0.9
"""The rest are meant: a name, a quoted sign or title."""
CLEAR_FROM = 12
"""Characters that only one script has, from which a text is clearly in it."""
FEW = 0.1
"""Share up to which those of the other script are strays, and not a text in both."""


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag each character that only the other script has, with what the text's own script has in its place."""
    text, scripts = view.text, lexicon.scripts
    simplified, traditional = (len(script.pattern.findall(text)) for script in scripts)
    if _clear(simplified, traditional):
        yield from _strays(view, scripts.traditional, "traditional")
    elif _clear(traditional, simplified):
        yield from _strays(view, scripts.simplified, "simplified")


def _clear(own: int, other: int) -> bool:
    return own >= CLEAR_FROM and 0 < other <= FEW * own


def _strays(view: View, script: Script, name: str) -> Iterator[Flag]:
    written = set(view.text)
    for found in script.pattern.finditer(view.text):
        sign = found.group()
        at = view.raw(found.start())
        # Taiwan, Hong Kong and old print write some characters each in their own way: first what this text writes.
        offers = tuple(sorted(script.others[sign], key=lambda other: other not in written))
        yield Flag(at, at + 1, "mixed_script", LIKELY, message(f"why.{name}_sign", sign=sign), offers)


RULE = FlagRule(
    "mixed_script",
    find,
    flags=(
        ("镇里的图书馆修缮后重新开门，读者们排队领取借书证，书库里的旧报纸已经全部扫描，館长说。", ("館",)),
        ("鎮裡的圖書館修繕後重新開門，讀者們排隊領取借書證，書庫裡的舊報紙已經全部掃描，馆長說。", ("馆",)),
    ),
    keeps=(
        "镇里的图书馆修缮后重新开门，读者们排队领取借书证，皇后乐队与著名的范仲淹、台湾的谷子。",
        "館",
    ),
    suspects=True,
)
