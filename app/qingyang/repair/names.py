"""How people are named in a newspaper: a role or a title, a family name, a given one."""

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

ROLES = (
    "版面设计|责任编辑|主持人|通讯员|实习生|记者|特约|作者|嘉宾|编辑|校对|美编|责编|版面|版式"
    "|摄影|供图|图源|文/图|图/文"
)
"""What stands before a name, or behind the name of who made a picture or a page; for use inside an expression."""

TITLE = re.compile("[长员任记席授师家士理事者]$")
"""How most titles end."""
