"""How a news story opens: with a dateline (电头), or with the day; parts of regular expressions."""

from __future__ import annotations

_NUMBER = "[\\d一二三四五六七八九十]{1,3}"
DATELINE = (
    rf"(本报[\u4e00-\u9fff]{{0,8}}({_NUMBER}月)?({_NUMBER}日)?(讯|电)"
    rf"|[\u4e00-\u9fff]{{2,8}}({_NUMBER}月)?{_NUMBER}日(电|讯)"
    r"|(据?新华社|中新社|新华网)[^，。]{0,20}?电|据[^，。]{2,12}(报道|消息)[，,])"
)
"""Who reports, from where and when: 本报讯, 新华社北京1月5日电."""
DAY = r"(日前|近日|近期|昨日|昨天|今日|今天|今年|当地时间|连日来|(\d{4}年)?\d{1,2}月\d{1,2}日)"
"""When it happened: 日前, 11月13日."""
