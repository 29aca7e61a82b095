"""Raw texts as tagging sees them, with the true role of each paragraph: what roles are fitted on.

Every raw text is repaired as the product does it; each repaired paragraph takes the role of the true one most of its
characters belong to. ``varied`` and ``misread`` make others of them that no page of the benchmark shows.
"""

from __future__ import annotations

import json
import random
import re
import zlib
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from repair_truth import NOWHERE, Repaired, Truth, page_number

from qingyang.lexicon import Lexicon, load_scripts, load_words
from qingyang.services.repairing import repaired
from qingyang.services.standing import standing
from qingyang.tagging.line import Block, Habit
from qingyang.text.source import source_of, unify_newlines

SCANS, MISREAD = ("tesseract", "rapidocr"), 0.3
"""What a scan was read by; what share of the other varied texts is misread as one."""
HEADS = (
    "{n}、",
    "（{n}）",
    "{d}.",
    "看点{n}：",
    "■",
    "●",
    "第{n}步：",
    "建议{n}：",
    "◆",
    "场景{n}：",
    "变化{n}：",
    "",
    "",
    "",
)
NUMERALS = "一二三四五六七八九十"
SHOWN = ("效果图", "示意图", "一角", "夜景", "全景", "现场")


class Tale(NamedTuple):
    """One raw text as tagging sees it, with the true role of each paragraph."""

    page: int
    variant: str
    real: bool
    blocks: list[Block]
    habit: Habit
    roles: list[str]
    """Empty where nobody can tell."""
    articles: list[int]


_LEXICON: list[Lexicon] = []


def tale_of(job: tuple[Path, Path, bool]) -> Tale:
    """Return one raw text, repaired, with what each paragraph truly is."""
    if not _LEXICON:
        _LEXICON.append(Lexicon(load_words(None), load_scripts()))
    truth_path, raw_path, real = job
    paragraphs = paragraphs_of(truth_path, real)
    raw = unify_newlines(raw_path.read_text(encoding="utf-8"))
    draft = repaired(source_of(raw), _LEXICON[0]).draft
    now = standing(draft, ())
    truth = Truth([text for _, _, text in paragraphs])
    laid = truth.over(raw)
    made = Repaired(raw, now.reading, now.passages)
    roles, articles = [], []
    for start, end in made.spans:
        owners = Counter(
            truth.owner[place]
            for origin in made.origins[start:end]
            if origin != NOWHERE and (place := laid.places[laid.numbers[origin]]) != NOWHERE
        )
        best = owners.most_common(1)[0][0] if owners else None
        roles.append(paragraphs[best][0] if best is not None else "")
        articles.append(paragraphs[best][1] if best is not None else -1)
    blocks = now.blocks(0, len(now.passages))
    return Tale(
        page_number(truth_path.stem), raw_path.name.split(".")[1], real, blocks, now.habit, roles, articles
    )


def paragraphs_of(truth: Path, real: bool) -> list[tuple[str, int, str]]:
    """Return role, article and text of every true paragraph.

    On made pages what follows a question up to the article's end is an answer: an interview's convention.
    """
    page = json.loads(truth.read_text(encoding="utf-8"))
    told = [(p["role"], k, p["text"]) for k, a in enumerate(page["articles"]) for p in a["paragraphs"]]
    found = []
    for _, article in groupby(told, key=lambda p: p[1]):
        asked = False
        for role, k, text in article:
            asked = asked or role == "question"
            found.append(("answer" if asked and role == "body" and not real else role, k, text))
    return found + [(p["role"], -1, p["text"]) for p in page.get("furniture", [])]


def varied(tale: Tale, seed: int) -> Tale:
    """Return a tale with other marks before its subheads, some short captions, lists and announcing lines."""
    chance = random.Random(zlib.crc32(f"{seed}.{tale.page}.{tale.variant}".encode()))
    head = chance.choice(HEADS) if chance.random() < 0.5 else ""
    count, article = 0, None
    blocks = []
    for block, role, k in zip(tale.blocks, tale.roles, tale.articles, strict=True):
        count, article = (count, article) if k == article else (0, k)
        text = block.text
        if role == "subhead" and head and not re.match("[一二三四五六七八九十（(①■●◆\\d]", text):
            text = head.format(n=NUMERALS[count % 10], d=count % 10 + 1) + text
            count += 1
        elif role == "caption" and chance.random() < 0.12 and len(text) > 12:
            text = re.sub("[，。；、：（）“”\\s\\d]", "", text)[: chance.randint(4, 9)] + chance.choice(SHOWN)
        elif role == "body" and len(text) > 60 and chance.random() < 0.03:
            text = re.sub("[，。；：]", "", text[: chance.randint(14, 26)]) + "——"
        elif role == "body" and chance.random() < 0.03:
            text = "—".join(re.findall("[\u4e00-\u9fff]{4,9}", text)[:4]) or text
        same = text.endswith(block.text)
        blocks.append(Block(text, block.gap, block.widths if same else (len(text),), block.indent))
    return tale._replace(blocks=blocks)


def misread(tale: Tale, seed: int) -> Tale:
    """Return a tale as a bad scan shows it, every so often: characters taken for others or lost, marks wrong."""
    chance = random.Random(zlib.crc32(f"misread.{seed}.{tale.page}.{tale.variant}".encode()))
    if tale.variant in SCANS or chance.random() >= MISREAD:
        return tale
    rate = chance.choice((0.03, 0.06, 0.1))
    others = [char for block in tale.blocks for char in block.text if "\u4e00" <= char <= "\u9fff"] or [""]

    def seen(char: str) -> str:
        drawn = chance.random()
        if "\u4e00" <= char <= "\u9fff" and drawn < rate:
            return chance.choice(others) if drawn < 0.8 * rate else ""
        if char in "，。：、（）" and drawn < 1.5 * rate:
            return chance.choice(".,:; ’") if drawn < rate else ""
        return "" if char == " " and drawn < rate else char

    texts = ["".join(map(seen, block.text)) or block.text for block in tale.blocks]
    blocks = [block._replace(text=text) for block, text in zip(tale.blocks, texts, strict=True)]
    return tale._replace(blocks=blocks)
