"""Characters of like shape, which OCR takes for one another, and misprints that dictionaries carry as words."""

from __future__ import annotations

_GROUPS = """
己已巳 日曰目 末未 人入八 大太犬 土士 千干于 天夫 王玉主 田由甲申 木本术 贝见 免兔 戊戌戍戎
刀力 九丸 几儿 乌鸟 折拆析 候侯 侍待 徒徙 竟竞 辨辩辫 卷券 拔拨 茶荼 崇祟 壁璧 赢羸 偏遍编 班斑
历厉 密蜜 蓝篮 拢扰 讯汛 晴睛 货贷 爪瓜 问间闻 今令 亨享 哀衷衰 万方 厂广 住往佳 名各 比此 元无
处外 话活 治冶 冰水 科料 设没投 持特 技枝 扬杨 优扰 杭抗 材村 栽裁载 渴喝 清请情 湖潮 溶熔 浇烧
狼狠 猎措借 盲育 祝视 官宫 宣宜 容客 尘尖 师帅 延廷 怀坏环 扫归 抵低 担但 拟似 挡档 授援 推椎
损捐 换唤 搏博 撤撒 政改 效敦 旬句 明朋 梁粱 棵裸 氧氨 江红 沈沉 河何 洁结 消削 淮准 炼练 牌碑
珠株 电申 种钟 稳隐 粉纷 精情 缘绿 自白百 船般 若苦 薪新 迁还 阵阶 陈陕 项顶须 题提 从丛 这送
市巿 内肉 公么 斤斥 戈弋 手毛 牛午 气汽 风凤 勺匀 勿匆 双又 叉义 刁习 予子 巾币 凡几 尺尽 右石
布市 外补 冬各 民氏 边过 迅讯 同司 回四 因困 团因 网同 肌饥 伟伤 任住 传转 会合 创刨 杂朵 负员
庆床 交文 问同 并开 关美 州洲 汗汁 阳阴 防访 如奴 妇好 级极 驰弛 形开 进迸 运远 坛坏 赤亦 孝考
坟坡 均钧 志忘 声卢 报服 花化 芬芳 苍仓 劳芳 克竞 两丙 丽雨 医区 否杏 还坏 来米 连达 步岁 坚竖
呈早 时吋 吴昊 县且 园圆 围国 男勇 邮由 别另 针计 告吉 秃秀 每海 估佑 但旦 作昨 伴拌 身射
"""
_MISPRINTS = """
自已/自己 业己/业已 千部/干部 时侯/时候 气侯/气候 问侯/问候 诸候/诸侯 侯选人/候选人 欧州/欧洲
澳州/澳洲 拉丁美州/拉丁美洲 自治洲/自治州 同题/问题 生话/生活 万面/方面 报务/服务 宫员/官员
官廷/宫廷 廷长/延长 蔓廷/蔓延 收人/收入 加人/加入 输人/输入 流人/流入 若于/若干 财改/财政
电祝/电视 同站/网站 历害/厉害 历声/厉声 锻练/锻炼 提练/提炼 冶练/冶炼 竟争/竞争 竟争力/竞争力
祖围/祖国 园形/圆形 园满/圆满 选拨/选拔 提拨/提拔 祟高/崇高 高挡/高档 贷物/货物 高利货/高利贷
博斗/搏斗 拼博/拼搏 共亨/共享 老明友/老朋友 坏球/环球 辨论/辩论 争辨/争辩 辩认/辨认
分辩率/分辨率 蓝球/篮球 粉未/粉末 冻洁/冻结 信徙/信徒 耶路撤冷/耶路撒冷 台凤/台风 倡仪/倡议
通汛员/通讯员 颂杨/颂扬 偏码/编码 头项/头顶 屋项/屋顶 不贝/不见 交住/交往
"""
_ONE = "一"
DASHES = "—－―ー"
"""May be read for the number one."""
RARE = {"笫": "第", "囗": "口", "巿": "市", "吋": "时", "亍": "行", "曱": "甲"}
"""No newspaper writes the first of each pair."""
_EVERYWHERE = frozenset("的了和是在于两向会还来各从由要有以与又对为不这我他可")
"""So common that nothing can be told from where one stands; each may stand in another's place."""
AT_HOME = frozenset(
    "新提文无人日比连方里想大科百开清入守同问任外内名冬此今令投"
    "玉芳红王杨庆冰钟明江河沈何严田石武白金梁尤丁万卢陈"
)
"""These stand alone often enough, as words or in names, that only a longer word tells."""


def _lookalikes() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _GROUPS.split():
        for sign in group:
            found[sign] = found.get(sign, "") + group.replace(sign, "")
    found |= dict.fromkeys(DASHES, _ONE) | RARE
    return {sign: others for sign, others in found.items() if sign not in _EVERYWHERE}


LOOKALIKES = _lookalikes()
"""What each character may be misread for."""
MISPRINTS = dict(pair.split("/") for pair in _MISPRINTS.split())
"""Words that are none, and what was meant, of the same length."""
