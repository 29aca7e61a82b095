"""News prose in any amount for measuring: the sentences of the two seeds, shuffled into new paragraphs."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

from qingyang.text.article import Article, Figure, Paragraph

ROOT = Path(__file__).parents[2]


def sentences() -> list[str]:
    """Return the sentences of the body paragraphs of both seeds, as read by hand."""
    found = []
    for path in sorted((ROOT / "tests" / "reading").glob("*.json")):
        for paragraph in json.loads(path.read_text("utf-8"))["paragraphs"]:
            if paragraph["role"] in ("body", "lede", "answer", "question"):
                found += [s + "。" for s in paragraph["text"].rstrip("。").split("。")]
    return found


def paragraphs(characters: int, seed: int = 7) -> list[str]:
    """Return distinct paragraphs of at least so many characters in all, the same for the same seed."""
    chance = random.Random(seed)
    stock, found, count = sentences(), [], 0
    while count < characters:
        paragraph = "".join(chance.sample(stock, chance.randint(1, 4)))
        found.append(paragraph)
        count += len(paragraph)
    return list(dict.fromkeys(found))


SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲建国文斌鹏宇浩凯琳雪梅飞云海波宁丹青"
CLAUSE = range(4, 13)
"""Characters of a clause that is taken over: shorter than the twenty that must not come twice."""
NAMES = 47
"""So many names to a date, a figure and a count, and prose has numbers as the seeds have: a dozen in 1,000."""
LINES = (14, 20)
"""Widths at which no line of a paragraph of fresh prose may stand in another."""


def fresh(characters: int, seed: int = 7, names: int = 1) -> list[str]:
    """Return paragraphs of at least so many characters in all in which no line comes twice.

    Clauses of both seeds in new order, each beside a name, a date or a figure drawn for it: what a program keeps of one
    line helps it with no other. ``names`` are so many times as likely as a date, and as either kind of figure. With one
    in four of each, a number of five digits and more stands in every fifty-fifth character: twenty times as often as in
    the seeds, and lines that end before one are loose however they are broken.
    """
    chance = random.Random(seed)
    found = [clause for s in sentences() for clause in re.split("[，。；：、“”（）？！《》—\\s]+", s)]
    stock = [clause for clause in dict.fromkeys(found) if len(clause) in CLAUSE]
    seen: set[str] = set()
    made, count = [], 0
    while count < characters:
        clauses = [_drawn(chance, chance.choice(stock), names) for _ in range(chance.randint(2, 16))]
        text = "".join(clause + chance.choice("，，，，；。") for clause in clauses)[:-1] + "。"
        lines = {text[k : k + width] for width in LINES for k in range(0, len(text), width)}
        if lines.isdisjoint(seen):
            seen |= lines
            made.append(text)
            count += len(text)
    return made


def news(characters: int, seed: int = 7) -> list[str]:
    """Return fresh paragraphs with about as many figures as news has."""
    return fresh(characters, seed, NAMES)


def _drawn(chance: random.Random, clause: str, names: int) -> str:
    """Return a clause with something new before or behind it."""
    name = chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2))
    date = f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    figure = f"{chance.randint(1, 9999)}.{chance.randint(1, 9)}" + chance.choice(
        ["万元", "亿元", "公里", "％", "万吨"]
    )
    counted = f"{chance.randint(1, 9999)}名{clause}"
    return chance.choice([*[name + clause] * names, date + clause, clause + figure, counted])


def mixed(characters: int, seed: int = 7) -> list[Article]:
    """Return articles of mixed length with headline groups, subheads, people, questions, boxes, lists and pictures."""
    chance = random.Random(seed)
    texts = fresh(characters, seed)
    made, at = [], 0
    while at < len(texts):
        count = chance.choice((2, 4, 7, 12, 25))
        made.append(_story(texts[at : at + count], chance, len(made)))
        at += count
    return made


def _story(texts: list[str], chance: random.Random, number: int) -> Article:
    """Return an article of some paragraphs under a headline group."""
    head = [Paragraph(texts[0][: chance.randint(8, 26)], "headline")]
    if chance.random() < 0.4:
        head.insert(0, Paragraph(texts[-1][: chance.randint(6, 14)], "kicker"))
    if chance.random() < 0.3:
        head.append(Paragraph(texts[-1][-chance.randint(10, 24) :], "deck"))
    kind = chance.choice(("body", "body", "body", "answer", "sidebar"))
    found = [*head, Paragraph("本报记者 王伟", "byline")]
    for k, text in enumerate(texts):
        if kind == "answer":
            found.append(Paragraph(f"{text[:18]}？", "question"))
        elif k and k % chance.randint(3, 6) == 0:
            found.append(Paragraph(text[:12], "subhead"))
        if chance.random() < 0.1:
            found += [Paragraph(text[n : n + 9], "people") for n in (0, 9, 18)]
        found.append(Paragraph(text, kind))
    if chance.random() < 0.3:
        at = len(found)
        found += [Paragraph(f"{texts[0][:20]}。", "caption"), Paragraph("记者 李娜 摄", "credit")]
        width, height = chance.choice(((1500, 1000), (1000, 1400), (2400, 900)))
        return Article(tuple(found), (Figure(f"{number}.jpg", width, height, at),))
    return Article(tuple(found))
