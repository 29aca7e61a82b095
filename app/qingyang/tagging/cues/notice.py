"""启事/扫码提示: not part of a story."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = ("扫码关注重庆渝中 APP 图文报道",)


_NOTICE = re.compile(
    r"扫码|扫一扫|二维码|长按识别|关注.{0,8}(公众号|APP|客户端|视频号)"
    r"|投稿(邮箱|热线)|新闻热线|广告热线|声明作废|遗失"
)


def cue(line: Line) -> float:
    """Return how much the line looks like a notice."""
    return 4.0 if _NOTICE.search(line.text) and line.length <= 60 and not line.ended else -9.0
