"""How people are named: a family name and a given one."""

from __future__ import annotations

import re
from typing import NamedTuple

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严"
    "牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴"
    "席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄"
    "盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应"
    "台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
COMPOUND = "欧阳|司马|诸葛|上官|皇甫|令狐|司徒|夏侯|尉迟|东方|慕容|公孙|端木|长孙|宇文|独孤|南宫"

NAME = re.compile(f"(?:{COMPOUND}|[{SURNAMES}])[{_HAN}]{{1,2}}")
"""A Chinese name: a family name and one or two characters."""

SPEAKING = "表示|介绍|认为|指出|强调|告诉记者|坦言|解释|回忆|补充|透露|感慨"
"""What a newspaper says people do when it quotes them."""
_FAMILY = f"(?:{COMPOUND}|[{SURNAMES}])"
_LISTED = re.compile(f"(?:^|[\\s、，：:])({_FAMILY}[{_HAN}]{{1,2}})(?=[\\s、，]|$)")
_SPEAKER = re.compile(f"(?:^|[。；！？”])({_FAMILY}[{_HAN}]{{1,2}}?)(?=(?:{SPEAKING})(?:[，：:]|说)|[：:])")


class Named(NamedTuple):
    """A person's name where it stands in a text."""

    name: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset behind it."""
        return self.start + len(self.name)


def listed(line: str) -> list[Named]:
    """Return the names a byline or a line of a guest list gives, set off by spaces, commas or its ends.

    >>> listed("渝中区商务委副主任 曾祥云")
    [Named(name='曾祥云', start=10)]
    """
    return [Named(match[1], match.start(1)) for match in _LISTED.finditer(line)]


def speakers(text: str) -> list[Named]:
    """Return who speaks at the beginning of a sentence of this paragraph.

    >>> speakers("曾祥云表示，开放平台是渝中对外开放的核心载体。")
    [Named(name='曾祥云', start=0)]
    """
    return [Named(match[1], match.start(1)) for match in _SPEAKER.finditer(text)]
