"""Words for made pages that no article brings: names, furniture, captions, notices, lists, tables; and varied articles.

All of it is made up here. A pool is shared out: held-out pages never print what pages to fit on print.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红玲芬燕彬鹏浩凯辉力婷雪琳晨宇轩博文思雨佳怡子涵梦瑶俊豪振国建民志远海波晓东春梅秋月冬青立新永康"
DOUBLE = ("欧阳", "上官", "司马", "诸葛", "皇甫", "夏侯")
PLACES = (
    "云溪",
    "临江",
    "东岭",
    "白石",
    "青峰",
    "望河",
    "长堤",
    "南屏",
    "双桥",
    "红旗",
    "金沙",
    "石门",
    "清河",
    "北湖",
    "永安",
    "和平",
    "新港",
    "龙泉",
    "柳林",
    "杏花",
)
UNITS = (
    "区文化馆",
    "市水务局",
    "县农技站",
    "镇卫生院",
    "大学经济学院",
    "职业学校",
    "街道办事处",
    "村委会",
    "社区服务中心",
    "市博物馆",
    "科技有限公司",
    "港务集团",
    "图书馆",
    "市规划院",
)
POSTS = (
    "主任",
    "副主任",
    "局长",
    "校长",
    "院长",
    "教授",
    "研究员",
    "总经理",
    "工程师",
    "党支部书记",
    "站长",
    "馆长",
    "负责人",
    "副局长",
)
PAPERS = ("云溪日报", "临江晚报", "东岭周报", "白石时报", "青峰商报", "望河新报", "南屏都市报", "长堤导报")
SECTIONS = (
    "要闻",
    "综合",
    "本地",
    "国际",
    "经济",
    "教育",
    "科技",
    "文化",
    "体育",
    "健康",
    "副刊",
    "理论",
    "城事",
    "民生",
    "乡村",
    "法治",
    "生态",
    "读书",
    "视觉",
    "广告",
    "财经",
    "旅游",
)
COLUMN_TITLES = (
    "一线见闻",
    "今日关注",
    "在现场",
    "新视点",
    "记者调查",
    "民情日记",
    "身边的人",
    "经济茶座",
    "科普角",
    "时评",
    "图说城市",
    "街巷故事",
    "书边札记",
    "深度观察",
    "乡村来信",
    "每周一议",
    "数据里的变化",
    "读者来函",
)
CAPTIONS = (
    "{place}广场上，市民在树荫下下棋。", "工人在{place}码头装卸货柜。", "孩子们在{place}小学的操场上放风筝", "{place}大桥夜景",
    "图为{place}新建成的滨河步道。", "上图：志愿者为老人量血压。 下图：老人们学用手机。", "{place}果园里，村民正在采摘柑橘。",
    "雨后的{place}老街", "{day}，演员在{place}剧场排练。", "{day}，列车驶过{place}湿地。", "改造后的{place}农贸市场干净整洁，买菜的人络绎不绝。",
    "消防员在{place}山脚开展演练", "资料图片：{place}水库", "参赛选手在{place}赛道上冲刺。", "展厅一角", "学生们围着机器人看演示。",
)  # fmt: skip
CREDITS = (
    "{name} 摄",
    "记者 {name} 摄",
    "本报记者 {name} 摄",
    "通讯员 {name} 摄影报道",
    "{name}摄",
    "（{name} 摄）",
    "图/{name}",
    "新华社发",
    "摄影：{name}",
    "本报资料图片",
    "记者 {name} 通讯员 {other} 摄",
    "受访者供图",
)
BYLINES = (
    "本报记者 {name}",
    "记者 {name}",
    "□ {name}",
    "■本报记者 {name} {other}",
    "本报记者 {name} 通讯员 {other}",
    "{name}",
    "文/{name} 图/{other}",
    "本报见习记者 {name}",
    "○ 本报特约撰稿人 {name}",
    "作者：{name}",
    "{name} {other}",
    "策划 {name} 执笔 {other}",
)
SOURCES = (
    "（据{paper}）",
    "（本报综合报道）",
    "来源：{paper}",
    "（{name}）",
    "（{name} {other}）",
    "（作者单位：{place}{unit}）",
    "（原载{paper}，有删节）",
    "（记者{name} 实习生{other}）",
    "据{paper}报道",
    "（未完待续）",
    "（下转第{page}版）",
)
NOTICES = (
    "本版投稿邮箱：news{page}@{latin}.cn", "新闻热线：0{area}-{phone}", "扫一扫，看更多图片", "更多内容请扫描右侧二维码", "读者来信请寄{place}路{page}号本报编辑部",
    "本报法律顾问：{name}律师", "广告热线：{phone} {phone2}", "订阅电话 {phone}", "启事：因版面调整，本报副刊下周停刊一期，敬请谅解。",
    "通知：{day}零时起，{place}路封闭施工，过往车辆请绕行。", "遗失声明 {name}遗失身份证，声明作废。", "气象：今天多云，偏南风二到三级，最高气温{page}摄氏度。",
    "欢迎关注本报公众号“{paper}”", "图片均由{place}{unit}提供", "印刷：{place}印务中心 零售每份一元", "编辑提示：上期竞答答案见第{page}版",
)  # fmt: skip
HEADS = (
    "{section}",
    "{paper}",
    "{section}新闻",
    "{section}·{other_section}",
    "{paper} {section}",
    "{section}周刊",
)
FOLIOS = (
    "第{page}版 {section} {year}年{day} {week}", "{year}年{day} {week} 第{page}版", "{page} {section}", "{section} {page:02d}", "A{page} {paper} {year}年{day} {week}",
    "{year}.{month}.{date} {week}", "{page:02d}版/{section}", "总第{number}期 {year}年{day}", "{paper}　{year}年{day}　{week}　第{page}版", "{day} {week} 农历三月初{page}",
)  # fmt: skip
STAFF = (
    "责任编辑：{name} 版式：{other}",
    "编辑 {name} 美编 {other} 校对 {third}",
    "本版编辑：{name}",
    "值班主任 {name} 责编 {other}",
    "责编/{name} 视觉/{other}",
    "组版：{name} 校对：{other}",
    "电话：{phone} 责任编辑 {name}",
)
LISTS = (
    ("{place}区图书馆开放时间", ("周一 闭馆", "周二至周五 9:00—17:30", "周六、周日 8:30—20:00", "少儿阅览室 14:00—18:00")),
    ("本周演出", ("{day} 话剧《{place}往事》 大剧院", "{day} 民乐专场 音乐厅", "{day} 儿童剧《{place}的星星》 小剧场", "票价 80元、120元、280元")),
    ("停水通知", ("{place}路1—{page}号 22时至次日5时", "{place}新村三期 23时至次日6时", "抢修电话：{phone}", "请用户提前储水")),
    ("获奖名单", ("一等奖 {name} {place}中学", "二等奖 {other} {place}小学", "二等奖 {third} 实验学校", "优秀组织奖 {place}{unit}")),
    ("路线推荐", ("线路一：{place}—古渡口—{place}山庄", "线路二：老火车站—{place}公园—美术馆", "线路三：{place}水库—樱花谷—茶园", "自驾提示：山路弯多，请减速慢行。")),
    ("小贴士", ("1.出门带伞，注意防雷", "2.不食用野生蘑菇", "3.用火用电要有人看管", "4.发现险情请拨打119")),
    ("招聘信息", ("会计一名，大专以上学历", "电工两名，持证上岗", "保洁员若干，年龄不限", "地址：{place}路{page}号 联系人：{name}")),
    ("办事须知", ("（一）带齐本人身份证和户口簿；", "（二）到{place}{unit}一楼窗口取号；", "（三）材料不全的，一次告知；", "（四）五个工作日内办结。")),
    ("今日天气", ("白天 多云转晴 {page}℃", "夜间 晴 东南风二级", "紫外线 中等", "洗车指数 适宜")),
    ("书单", ("《{place}风物志》 {name} 著", "《山里的邮路》 {other} 著", "《从一粒种子说起》 {third} 编", "《慢火车》 {name} 摄影")),
)  # fmt: skip
VERSES = (
    ("清晨的码头", ("汽笛吹开薄雾", "缆绳还带着昨夜的潮", "卸货的人数着星星", "把它们一筐一筐挑上岸", "岸上的灯灭了", "江水亮起来")),
    ("山中", ("石阶湿了三百级", "一声鸟叫落在竹叶上", "采茶的婆婆不抬头", "雨也不急", "她的篮子慢慢绿了")),
    ("过{place}", ("长桥一道卧清流，", "两岸青山送客舟。", "莫问前程多少路，", "稻花香里又逢秋。")),
    ("母亲的院子", ("丝瓜爬过墙头的时候", "你总说够吃了", "可你还是搭了架子", "等着我们回来", "等着夏天", "一年一年地绿")),
)  # fmt: skip
LETTERS = (
    ("来信照登", ("编辑同志：", "{place}路口的红绿灯坏了已有半个月，每天早晚高峰车流交织，孩子上学要绕很远的路。", "盼有关部门尽快修好。", "读者 {name}", "{day}")),
    ("致谢", ("{place}{unit}：", "{day}，我母亲在你处突然晕倒，多亏{name}、{other}两位同志及时送医，如今她已康复出院。", "谨致谢意。", "市民 {third}")),
    ("声明", ("本公司原{post}{name}已于{day}离职，其后所订合同与本公司无关。", "特此声明。", "{place}科技有限公司", "{day}")),
    ("答读者问", ("{name}读者：", "你问社区食堂几时开门。经了解，{place}食堂每天七时至十九时营业，六十岁以上老人凭证优惠。", "本报编辑部")),
)  # fmt: skip
TABLES = (
    ("本市粮油价格（元/公斤）", ("品种", "本周", "上周"), ("大米", "面粉", "菜籽油", "黄豆", "鸡蛋", "白菜", "土豆", "猪后腿肉")),
    ("空气质量日报", ("站点", "指数", "级别"), ("城东站", "城西站", "河口站", "大学城", "植物园", "高新区")),
    ("积分榜", ("队名", "胜", "负", "积分"), ("海燕队", "山鹰队", "铁路队", "江豚队", "石化队", "邮电队")),
    ("列车时刻", ("车次", "到达", "开出"), ("K{page}06", "G13{page}", "T218", "Z75", "D2{page}4", "1488")),
    ("基金净值", ("名称", "净值", "涨跌%"), ("稳健成长", "蓝筹精选", "医药创新", "沪深指数", "消费主题")),
)  # fmt: skip
ASKS = (
    "问：{clause}，您怎么看？",
    "记者：{clause}，具体怎么做？",
    "主持人：为什么说“{clause}”？",
    "《{paper}》：{clause}，难在哪里？",
    "问：{clause}，对普通人意味着什么？",
)
MARKS = ("   ", "   ", "一二三", "■■■", "●●●", "◆◆◆", "①②③", "１２３")
PEOPLE = (
    "{name} {place}{unit}{post}",
    "{name}：{place}{unit}{post}",
    "{name}（{place}{unit}）",
    "主持人 {name}",
    "嘉宾：{name} {post}",
    "{place}{unit}{post} {name}",
    "{name} {post}",
)
DAYS = "一二三四五六日"


class Paragraph(NamedTuple):
    """A printed paragraph and its role."""

    role: str
    text: str


Article = tuple[Paragraph, ...]


def share(pool: Sequence, held: bool) -> Sequence:
    """Return the part of a pool that held-out pages may print, or the rest."""
    kept = [x for k, x in enumerate(pool) if (k % 4 == 3) == held]
    return kept or pool


class Desk:
    """Who writes the words of one page: pools, a random source and what the page is about."""

    def __init__(self, chance: random.Random, held: bool, stock: Sequence[Article] = ()) -> None:
        self.chance = chance
        self.held = held
        self.stock = stock
        month, date = chance.randint(1, 12), chance.randint(1, 28)
        self.issue = {
            "year": chance.randint(1986, 2026), "month": month, "date": date,
            "week": chance.choice(("星期", "周")) + chance.choice(DAYS), "page": chance.randint(1, 28),
            "number": chance.randint(900, 19000), "paper": self.of(PAPERS), "section": self.of(SECTIONS),
        }  # fmt: skip

    def of(self, pool: Sequence):
        """Return one of a pool."""
        return self.chance.choice(share(pool, self.held))

    def name(self) -> str:
        """Return a person's name, two characters of it sometimes parted by a space as papers set them."""
        if self.chance.random() < 0.04:
            return self.of(DOUBLE) + self.of(GIVEN)
        return self.of(SURNAMES) + "".join(self.of(GIVEN) for _ in range(self.chance.choice((1, 2, 2))))

    def say(self, pool: Sequence[str], **more: object) -> str:
        """Return one sentence of a pool, filled in."""
        return self.fill(self.of(pool), **more)

    def fill(self, pattern: str, **more: object) -> str:
        """Return a pattern with names, places and numbers filled in."""
        chance = self.chance
        facts = {
            "name": self.name(), "other": self.name(), "third": self.name(), "place": self.of(PLACES),
            "unit": self.of(UNITS), "post": self.of(POSTS), "other_section": self.of(SECTIONS),
            "area": chance.randint(10, 99), "phone": chance.randint(2000000, 88999999), "phone2": chance.randint(2000000, 88999999),
            "latin": "".join(chance.choices("abcdeghilmnorstuwxyz", k=6)),
            "day": f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日", "page": chance.randint(1, 28),
            "paper": self.issue["paper"], "section": self.issue["section"],
        }  # fmt: skip
        return pattern.format(**{**facts, **more})

    def clauses(self, low: int, high: int) -> list[str]:
        """Return what stands between two marks in some article's body, by length.

        Not the article's own: a heading that repeats its text would make breaks hard to tell.
        """
        texts = [p.text for p in self.chance.choice(self.stock) if p.role == "body"] if self.stock else []
        pattern = rf"(?<=[，。；！？、])[一-鿿]{{{low},{high}}}(?=[，。；！？])"
        return [c for t in texts for c in re.findall(pattern, t)]

    def furniture(self, pool: Sequence[str]) -> str:
        """Return one line of a pool about this page: its own number and day."""
        day = f"{self.issue['month']}月{self.issue['date']}日"
        return self.say(pool, day=day, **self.issue)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; what a quote holds is not cut."""
    found, start, depth = [], 0, 0
    for k, char in enumerate(text):
        depth += (char in "“（《「") - (char in "”）》」")
        ends = char in "。！？" and depth <= 0 and text[k + 1 : k + 2] not in tuple("”』」）")
        if ends or (char == "”" and depth <= 0 and text[k - 1 : k] in tuple("。！？")):
            found.append(text[start : k + 1])
            start = k + 1
    return [s for s in [*found, text[start:]] if s]


def renumbered(text: str, chance: random.Random) -> str:
    """Return a text whose numbers are others of the same length, but for dates and times."""
    return re.sub(r"[1-9](?![0-9]*[年月日时分:])", lambda _: str(chance.randint(1, 9)), text)


def regrouped(body: Sequence[Paragraph], chance: random.Random) -> list[Paragraph]:
    """Return body paragraphs with the same sentences and other cuts between them."""
    stock = [s for p in body for s in sentences(p.text)]
    longest = chance.choice((1, 1, 2, 3, 5, 8))
    found = []
    while stock:
        size = chance.randint(1, longest)
        found.append(Paragraph("body", "".join(stock[:size])))
        stock = stock[size:]
    return found


def headline(article: Article, desk: Desk) -> str:
    """Return an article's own headline or one made of clauses, two of them parted by a space or a dash."""
    own = next((p.text for p in article if p.role == "headline"), "")
    found = desk.clauses(5, 14)
    if own and (not found or desk.chance.random() < 0.55):
        return own
    if not found:
        return desk.fill("{place}{unit}迎来新变化")
    parts = desk.chance.sample(found, min(len(found), desk.chance.choice((1, 1, 1, 2, 2, 3))))
    lead = desk.chance.choice(
        ("", "", "", "", "", "【图片新闻】", "短评：", desk.name() + "：", desk.of(PLACES) + "：")
    )
    return lead + desk.chance.choice((" ", " ", " ", "，", "——")).join(parts)


def head_of(article: Article, desk: Desk) -> list[Paragraph]:
    """Return kicker, headline, deck and byline, some of them the article's own, some made, some missing."""
    chance = desk.chance
    own = {role: [p for p in article if p.role == role] for role in ("kicker", "deck", "byline")}
    found = []
    if own["kicker"] and chance.random() < 0.7:
        found += own["kicker"]
    elif chance.random() < 0.25:
        found.append(Paragraph("kicker", desk.of(COLUMN_TITLES)))
    found.append(Paragraph("headline", headline(article, desk)))
    if own["deck"] and chance.random() < 0.8:
        found += own["deck"]
    elif chance.random() < 0.15 and (clause := desk.clauses(8, 18)):
        found.append(Paragraph("deck", chance.choice(("", "——", "——")) + chance.choice(clause)))
    if chance.random() < 0.5:
        found += (
            own["byline"]
            if own["byline"] and chance.random() < 0.4
            else [Paragraph("byline", desk.say(BYLINES))]
        )
    return found


def flow_of(article: Article, desk: Desk) -> list[Paragraph]:
    """Return what runs down the columns: body with subheads, lists of people, questions, a source line."""
    chance = desk.chance
    flow = [
        p for p in article if p.role in ("body", "lede", "subhead", "question", "answer", "people", "source")
    ]
    if all(p.role == "body" for p in flow) and chance.random() < 0.4:
        flow = regrouped(flow, chance)
    if chance.random() < 0.5:
        flow = [Paragraph(p.role, renumbered(p.text, chance)) for p in flow]
    if chance.random() < 0.12 and len(flow) > 3:
        flow = asked(flow, desk)
    elif chance.random() < 0.15:
        flow = subheaded(flow, desk)
    if chance.random() < 0.07:
        size = chance.randint(2, 6)
        pattern = desk.of(PEOPLE)
        flow = [Paragraph("people", desk.fill(pattern)) for _ in range(size)] + flow
    if chance.random() < 0.25:
        flow.append(Paragraph("source", desk.say(SOURCES)))
    return [p for p in flow if p.text.strip()]


def asked(flow: list[Paragraph], desk: Desk) -> list[Paragraph]:
    """Return a flow as an interview."""
    found, clause = [], desk.clauses(5, 12)
    pattern = desk.of(ASKS)
    answer = desk.chance.choice(("答：", desk.name() + "：", ""))
    for k, p in enumerate(flow):
        if clause and k % 2 == 0:
            found.append(Paragraph("question", desk.fill(pattern, clause=desk.chance.choice(clause))))
            found.append(Paragraph("answer", answer + p.text))
        else:
            found.append(p)
    return found


def subheaded(flow: list[Paragraph], desk: Desk) -> list[Paragraph]:
    """Return a flow with made subheads among its paragraphs."""
    chance, clause, found, used = desk.chance, desk.clauses(4, 12), [], 0
    marks = chance.choice(MARKS)
    for k, p in enumerate(flow):
        if clause and k and used < 3 and chance.random() < 0.35:
            mark = marks[used].strip() + ("、" if marks[used] in "一二三１２３" else "")
            found.append(Paragraph("subhead", mark + chance.choice(clause)))
            used += 1
        found.append(p)
    return found


def captions_of(article: Article, desk: Desk) -> list[Paragraph]:
    """Return a caption and its credit, in one paragraph or in two."""
    own = [p.text for p in article if p.role == "caption"]
    clause = desk.clauses(8, 20)
    text = desk.say(CAPTIONS)
    if own and desk.chance.random() < 0.5:
        text = own[0]
    elif clause and desk.chance.random() < 0.4:
        text = "，".join(
            desk.chance.sample(clause, min(len(clause), desk.chance.randint(1, 3)))
        ) + desk.chance.choice(("。", ""))
    credit = desk.say(CREDITS)
    how = desk.chance.random()
    if how < 0.35:
        return [Paragraph("caption", text.rstrip() + desk.chance.choice((" ", "　", "")) + credit)]
    return [Paragraph("caption", text)] + ([Paragraph("credit", credit)] if how < 0.7 else [])
