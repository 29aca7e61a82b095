"""问: what an interviewer asks."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("问：开放平台建设具体取得了哪些成效？",)


_ASKED = re.compile(r"^(问|记者问?|主持人|Q)\s*[:：]")


def cue(line: Line) -> float:
    """Return how much the line looks like a question."""
    if _ASKED.match(line.text):
        return 4.0
    return -1.5 if line.text.endswith(("？", "?")) and line.length < 120 else -9.0
