"""编者按/开栏语: why this is printed."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("编者按：今年是“十四五”收官之年。",)


_NOTE = re.compile(r"^(编者按|开栏语|编者的话|【编者按】|按语)")
_LAUNCH = re.compile(r"即日起[，,].{0,30}(将|推出|开设|开辟|聚焦)|(本报|本栏目|专栏).{0,12}(推出|开设|开辟)")


def cue(line: Line) -> float:
    """Return how much the line looks like an editor's note."""
    if _NOTE.match(line.text):
        return 4.0
    return 2.6 if line.clauses >= 2 and _LAUNCH.search(line.text) else -9.0
