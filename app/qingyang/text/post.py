"""What people are: the posts that newspapers name them by. Parts of regular expressions, in simplified script."""

from __future__ import annotations

REPORTER = (
    "(?:首席|实习|见习|特约|特派|驻站|全媒体|融媒体)*"
    "(?:记者|通讯员|评论员|作者|撰稿人?|撰文|摄影师|摄影记者|实习生)"
)
"""Who writes and takes pictures for a paper."""
POST = (
    "(?:主任|书记|局长|处长|科长|部长|区长|市长|县长|镇长|乡长|院长|校长|所长|会长|站长|馆长|行长|厅长|司长|厂长|队长|社长|园长|组长|"
    "秘书长|董事长|理事长|主席|总编辑|主编|总?经理|总裁|总监|教授|研究员|工程师|医师|律师|专家|委员|代表|记者|负责人|会计师|首席执行官)"
)
"""How the post of a guest ends."""
