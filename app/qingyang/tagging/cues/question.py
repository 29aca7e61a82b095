"""问: what an interviewer asks."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {
    "问：开放平台建设具体取得了哪些成效？": 3,
    "《云溪日报》：这件事难在哪里？": 2,
    "为什么要这样做？": 1,
    "答：主要有三点。": 0,
}

_ASKED = re.compile(r"(问|记者问?|主持人|Q)\s*[:：]")
_LABELLED = re.compile(r"[\u4e00-\u9fff《》·]{2,12}\s*[:：]")


def cue(line: Line) -> int:
    """Return 3 for the label of a question, 2 for a speaker who asks, 1 for any question."""
    if _ASKED.match(line.text):
        return 3
    if not line.text.endswith(("？", "?", "？”")) or line.length > 160:
        return 0
    return 2 if _LABELLED.match(line.text) else 1
