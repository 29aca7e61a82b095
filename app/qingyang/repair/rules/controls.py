"""Characters that print nothing: control characters, zero-width marks, soft hyphens inside a line.

Marks of the writing direction go, too, unless something in the text is written from right to left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qingyang.lexicon import Words
from qingyang.repair.rule import Rule
from qingyang.repair.view import View
from qingyang.text.edit import Edit
from qingyang.wording import message

# Joiners are kept: emoji and some scripts need them. A tab may be a table's.
_STRAY = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
LIKELY = 0.9


def propose(view: View, words: Words) -> Iterator[Edit]:
    """Propose to drop each character that prints nothing; a person sees every one of them."""
    directed = _RIGHT_TO_LEFT.search(view.text)
    kinds = (_STRAY,) if directed else (_STRAY, _DIRECTION)
    for found in (found for kind in kinds for found in kind.finditer(view.text)):
        at = view.raw(found.start())
        why = message("why.control", code=f"U+{ord(found.group()):04X}")
        yield Edit(at, at + 1, "", "control", LIKELY, why)


RULE = Rule(
    "control",
    propose,
    mends=(
        ("渝中\u200b区对外\u00ad开放。", "渝中区对外开放。"),
        ("渝中区\u202e对外开放\u202c。", "渝中区对外开放。"),
    ),
    keeps=("渝中区\t对外开放", "一家人👨‍👩‍👧在公园。", "\u200fשלום\u200e是你好。"),
)
