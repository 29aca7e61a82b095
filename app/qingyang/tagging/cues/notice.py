"""启事/扫码提示: not part of a story."""

from __future__ import annotations

import re

from qingyang.tagging.line import Line

EXAMPLES = {
    "扫码关注重庆渝中 APP 图文报道": 2,
    "遗失声明 王强遗失身份证，声明作废。": 2,
    "印刷：金沙印务中心 零售每份一元": 1,
    "市民扫码即可领取消费券，活动持续到月底，覆盖全区一百多家商户。": 0,
}

_NOTICE = re.compile(
    r"扫码关注|扫一扫|二维码|长按识别|关注.{0,10}(公众号|APP|客户端|视频号|微信|微博)|公众号[“《]"
    r"|声明作废|(^|[^\u4e00-\u9fff])(遗失)?(启事|声明|通知|公告|更正|敬告)([：:\s]|$)|遗失声明|版权所有"
)
_ADDRESS = re.compile(
    r"投稿|邮箱|热线|广告|订阅|零售|定价|印刷|发行|法律顾问|邮编|地址[：:]|电话[：:\s\d]|传真|@|www\.|https?:|读者来信请"
    r"|图片均?由|见第?\s*[\d一二三四五六七八九十]+\s*版"
)


def cue(line: Line) -> int:
    """Return 2 where something is announced or to be scanned, 1 where a paper tells where it can be reached."""
    if line.length > 70:
        return 0
    if _NOTICE.search(line.text):
        return 2
    return 1 if line.clauses <= 2 and _ADDRESS.search(line.text) else 0
