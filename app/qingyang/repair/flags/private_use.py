"""Characters without a meaning of their own: private-use ones, which only one font can draw, and U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingyang.lexicon import Lexicon
from qingyang.repair.rule import FlagRule
from qingyang.repair.view import View
from qingyang.text.edit import Flag
from qingyang.wording import message

CERTAIN = 0.99

_WITHOUT_MEANING = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\U000f0000-\U0010ffff]")


def find(view: View, lexicon: Lexicon) -> Iterator[Flag]:
    """Flag each character that means nothing outside the font it came with."""
    for found in _WITHOUT_MEANING.finditer(view.text):
        at = view.raw(found.start())
        why = message("why.private_use", code=f"U+{ord(found.group()):04X}")
        yield Flag(at, at + 1, "private_use", CERTAIN, why)


RULE = FlagRule(
    "private_use",
    find,
    flags=(
        ("\ue5e5渝中区对外开放。", ("\ue5e5",)),
        ("渝中区对外\ufffd放。", ("\ufffd",)),
    ),
    keeps=("渝中区对外开放，●○①〇々。", "𠮷野家😀"),
    suspects=True,
)
