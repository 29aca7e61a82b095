"""How Chinese bylines, credits and guest lists write a name and a post, as parts of regular expressions."""

from __future__ import annotations

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛"
    "伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景"
    "薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾"
    "郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和蔺昌酆凤"
    "水云皮元平麻"
)
"""The family names most people bear, common knowledge; two-character ones are told apart."""
COMPOUND = "欧阳|上官|司马|诸葛|皇甫|夏侯|司徒|东方|尉迟|公孙|慕容|令狐|宇文|长孙|端木|独孤"
GIVEN = "[\u4e00-\u9fff]"
FULL = rf"(?:(?:{COMPOUND}){GIVEN}{{1,2}}|[{SURNAMES}]{GIVEN}{{1,2}}|{GIVEN}{{1,6}}·{GIVEN}{{1,8}})"
"""A full name: one that begins with a family name, or a foreign one with its dot."""
LOOSE = "[\u4e00-\u9fff·]{2,4}"
"""What stands where a name stands, whatever it is; scans misread family names."""
MORE = rf"(?:[\s、，]+{LOOSE})*"
"""Further names behind one."""
REPORTER = (
    "(?:首席|实习|见习|特约|特派|驻站|全媒体|融媒体)*"
    "(?:记者|通讯员|评论员|作者|撰稿人?|撰文|摄影师|摄影记者|实习生)"
)
POST = (
    "(?:主任|书记|局长|处长|科长|部长|区长|市长|县长|镇长|院长|校长|所长|会长|站长|馆长|行长|厂长|队长|社长|园长|组长|"
    "秘书长|董事长|理事长|主席|经理|总裁|总监|教授|研究员|工程师|医师|律师|专家|委员|代表|记者|负责人|会计师|首席执行官)"
)
"""How the post of a guest ends."""
