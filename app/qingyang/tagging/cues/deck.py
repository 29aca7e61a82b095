"""副题: a line under the headline, often led by a dash."""

from __future__ import annotations

from qingyang.tagging.line import Line, brief

EXAMPLES = {"——渝中区“十四五”对外开放综述": 1, "渝中多措并举迎快递旺季": 0}


def cue(line: Line) -> int:
    """Return 1 where a dash leads a short line."""
    return int(brief(line, 44) and line.text.startswith(("——", "―", "—", "--")))
