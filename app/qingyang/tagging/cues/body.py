"""正文: everything that is built of sentences."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {
    "此条线路串联起成都博物馆、蜀锦织绣博物馆与蜀锦蜀绣非遗工坊。": 2,
    "据了解，桑蚕养殖具备四大优势：一是节省劳动力；二是避免中毒；三是成活率高": 1,
    "研学线路：成都博物馆—蜀锦织绣博物馆—蜀锦蜀绣非遗工坊": 1,
    "渝中区有良好的现代服务业的承载平台——": 1,
    "渝中多措并举迎快递旺季": 0,
}

_STRUNG = re.compile("—[^—]+—|、[^、]+、[^、]+、|(——|[：:])$")


def cue(line: Line) -> int:
    """Return 2 for whole sentences, 1 for several clauses, a list or what announces one."""
    if line.ended and (line.clauses > 1 or line.length > 24):
        return 2
    return 1 if line.clauses > 1 or "。" in line.text or _STRUNG.search(line.text) else 0
