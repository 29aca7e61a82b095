"""Family names: what a person's name begins with, where a space or a line's end stands before it."""

from __future__ import annotations

import re

from qingyang.repair.signs import HAN

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟"
    "汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严"
    "牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴"
    "席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄"
    "盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应"
    "台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
)
_COMPOUND = "欧阳|司马|诸葛|上官|皇甫|令狐|司徒|夏侯|尉迟|东方|慕容|公孙|端木|长孙|宇文|独孤|南宫"

NAME = re.compile(f"(?:{_COMPOUND}|[{SURNAMES}])[{HAN}]{{1,2}}")
"""A Chinese name: a family name and one or two characters."""
