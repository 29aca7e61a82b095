"""How Chinese bylines, credits and guest lists write a name and a post, as parts of regular expressions."""

from __future__ import annotations

from qingyang.text.person import COMPOUND, SURNAMES

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
