"""Short texts whose every line is a paragraph of its own: verse, letters, programmes, tables, rolls of names.

Each maker takes true paragraphs to draw words from, a random source and a dictionary, and returns the lines.
"""

from __future__ import annotations

import random
import re

from repair_pages import NO_START

from qingyang.lexicon import Words

LEANING = "的了着过们地得么吗呢吧啊之"
"""Characters that lean on the word before them: no line of verse and no item of a list begins with one."""
SURNAMES, GIVEN = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗",
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚文华志海云",
)
NUMERALS = "一二三四五六七八九十"
HEADINGS = (
    "{t}", "{t}", "{n}、{t}", "第{n}章 {t}", "{k}. {t}", "（{n}）{t}", "{t} {p}", "·{t}", "{t}……{p}",
)  # fmt: skip
"""How a heading is written: its title, a numeral, a figure, the page it stands on."""


def named(chance: random.Random) -> str:
    """Return a person's name."""
    return chance.choice(SURNAMES) + "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2))))


def whole_words(text: str, words: Words, most: int, last: bool = False) -> str:
    """Return the first words of a text, or its last, of at most so many characters, as nobody begins a line with 的."""
    pieces = words.cut(text)
    kept = ""
    for piece in reversed(pieces) if last else pieces:
        if kept and len(kept) + len(piece) > most:
            break
        kept = piece + kept if last else kept + piece
    return kept.lstrip(LEANING + NO_START)


def verse(paragraphs: list[str], chance: random.Random, words: Words) -> list[str]:
    """One clause a line, as in a poem or a list: every line is a paragraph of its own."""
    found = [c for text in paragraphs for c in re.findall(r"[^，。；：！？]{3,14}[，。；！？]", text)]
    if chance.random() < 0.4:
        most = chance.randint(4, 8)
        found = [clause for clause in found if len(clause) <= most]
    start = chance.randint(0, max(0, len(found) - 16))
    lines = found[start : start + chance.choice((2, 3, 4, 4, 6, 8, 8, 12, 16))]
    size = len(lines[0]) if lines else 0
    if chance.random() < 0.6:
        ends = (whole_words(line, words, size, last=True) for line in found if len(line) >= size)
        lines = [line for line in ends if len(line) >= size - chance.randint(0, 1)][: max(2, len(lines))]
    if chance.random() < 0.5:
        lines = [line[:-1] for line in lines]
    lines = [line for line in lines if line.strip(LEANING) and line[0] not in LEANING]
    if lines and chance.random() < 0.2:
        lines[2::3] = [lines[0]] * len(lines[2::3])
    if chance.random() < 0.3:
        lines[:0] = [whole_words(chance.choice(phrases_of(paragraphs)), words, 5), named(chance)]
    return [line for line in lines if line]


def phrases_of(paragraphs: list[str]) -> list[str]:
    """Return what stands between two marks of running text, of two to nine characters."""
    found = [w for p in paragraphs for w in re.findall(r"(?<![一-鿿0-9])[一-鿿]{2,9}(?=[，、。])", p)]
    return [phrase for phrase in found if phrase[0] not in LEANING] or ["渝中", "开放"]


def short_lines(paragraphs: list[str], chance: random.Random, words: Words) -> list[str]:
    """Return a letter's end or a programme: lines of a few words, a date, a headline, a sentence."""
    phrases = phrases_of(paragraphs)
    few = lambda most: whole_words(chance.choice(phrases), words, most) or phrases[0]  # noqa: E731
    titles = [p for p in paragraphs if len(p) <= 22]
    body = [s for p in paragraphs for s in re.findall(r"(?:^|(?<=[。！？]))[^。！？]{8,60}[。！？]", p)]
    lines: list[str] = []
    for _ in range(chance.randint(2, 12)):
        kind = chance.random()
        day = f"{chance.randint(1990, 2026)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
        if kind < 0.4:
            lines.append(few(chance.randint(2, 9)))
        elif kind < 0.6 and titles:
            lines.append(chance.choice(titles))
        elif kind < 0.7:
            lines.append(
                chance.choice((day, day[5:], f"{chance.randint(1, 59)}分", f"{chance.choice(phrases)}："))
            )
        elif kind < 0.8:
            lines.append(f"{few(4)} {few(3)}")
        elif body:
            lines.append(chance.choice(body))
    return lines


def table(paragraphs: list[str], chance: random.Random, words: Words) -> list[str]:
    """Return rows of a name and numbers, parted by spaces, bars or leaders, with or without a head."""
    phrases = phrases_of(paragraphs)
    few = lambda: whole_words(chance.choice(phrases), words, chance.randint(2, 5)) or phrases[0]  # noqa: E731
    parted = chance.choice((" ", "  ", " | ", "\t", "…………", "......", "："))
    many = 1 if "." in parted or "…" in parted or "：" in parted else chance.randint(1, 4)
    unit = chance.choice(("", "", "℃", "元", "%", "米", "枚", "分"))
    number = chance.choice(
        (
            lambda: str(chance.randint(0, 60)),
            lambda: f"{chance.uniform(0, 99):.1f}",
            lambda: f"{chance.randint(5, 23):02}:{chance.randint(0, 59):02}",
            lambda: f"{chance.randint(-9, 12)}-{chance.randint(13, 38)}",
        )
    )
    rows = [
        parted.join([few(), *(number() + unit for _ in range(many))]) for _ in range(chance.randint(3, 12))
    ]
    if chance.random() < 0.4:
        rows.insert(0, parted.join(few() for _ in range(many + 1)))
    return rows


def roll(paragraphs: list[str], chance: random.Random, words: Words) -> list[str]:
    """Return a roll of names, some with a post or a place, one to four on a line."""
    phrases, many = phrases_of(paragraphs), chance.choice((1, 1, 2, 3, 4))
    post = chance.choice(("", "", "主任", "教授", "委员"))
    lines = [" ".join(named(chance) + post for _ in range(many)) for _ in range(chance.randint(2, 12))]
    if chance.random() < 0.3:
        lines = [f"{whole_words(chance.choice(phrases), words, 4)} {line}" for line in lines]
    return lines


def headings(paragraphs: list[str], chance: random.Random, words: Words) -> list[str]:
    """Return headlines of a page or headings of one kind, numbered or not, a page's number behind or not."""
    titles = [p for p in paragraphs if 4 <= len(p) <= 24] + phrases_of(paragraphs)
    found = chance.sample(titles, min(len(titles), chance.randint(3, 9)))
    form = chance.choice(HEADINGS)
    return [
        form.format(t=title, n=NUMERALS[k], k=k + 1, p=chance.randint(1, 90)) for k, title in enumerate(found)
    ]


MAKERS = (verse, verse, short_lines, short_lines, table, roll, headings)
