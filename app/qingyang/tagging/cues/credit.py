"""摄影署名: who took the picture, alone on its line."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("记者 晏艳辉 摄",)


_NAMES = r"[\u4e00-\u9fff·]{2,4}([\s、]+[\u4e00-\u9fff·]{2,4})*"
_CREDIT = re.compile(
    rf"^[（(]?([\u4e00-\u9fff]{{0,12}}(记者|通讯员|摄影)\s*{_NAMES}\s*(摄|摄影|供图|图)|{_NAMES}\s*(摄|摄影|供图))[）)]?$"
)


def cue(line: Line) -> float:
    """Return how much the line looks like a credit."""
    return 3.2 if line.length <= 24 and _CREDIT.match(line.text) else -9.0
