"""Raw texts made from true paragraphs: layouts that the real extractors' pages do not show often enough.

Each maker takes paragraphs and a random source and returns a raw text; which breaks are joins is then found by
`repair_truth`, as for any other raw text.
"""

from __future__ import annotations

import random
import re
import unicodedata

NO_START = "，。、；：？！”’）》」』】…—,.;:?!)%"
NO_END = "“‘（《「『【("
COUNTED = 0.4
"""How many of the texts in columns are broken by counting characters."""


def wrapped(
    text: str, width: int, first: int = 0, anywhere: bool = False, counted: bool = False
) -> list[str]:
    """Return a paragraph cut into lines of so many characters, Western ones counted half.

    ``anywhere`` lets a line begin with a comma, as programs write it that know no prohibition; ``counted`` counts
    Western characters and spaces whole, as programs do that know no widths.
    """
    lines, line, used = [], "", float(first)
    for piece in re.findall(r"[0-9.%]+|[A-Za-z]+|——|……|.", text):
        size = sum(0.5 if c.isascii() and not counted else 1.0 for c in piece)
        if line and used + size > width and (anywhere or piece[0] not in NO_START):
            kept = line[-1] if line[-1] in NO_END and len(line) > 1 and not anywhere else ""
            lines.append(line[: len(line) - len(kept)])
            line, used = kept, float(len(kept))
        line += piece
        used += size
    return [kept.strip() for kept in [*lines, line] if kept.strip()] or [""]


def columns(paragraphs: list[str], chance: random.Random) -> str:
    """Columns of one or two widths, with the habits of one extractor: indents, blank lines, spaces at numbers."""
    indent = chance.choice(["", "", " ", "　　", "  ", "    "])
    between = chance.choice([0.0, 0.0, 1.0, 1.0, 0.85, 0.7])
    inside = chance.choice([0.0, 0.0, 0.03, 0.15])
    width = chance.randint(6, 26)
    anywhere = chance.random() < 0.15
    counted = chance.random() < COUNTED
    # Some extractors mark a paragraph by a blank line or, where there is none, by one space.
    either = chance.choice(["", " "]) if 0 < between < 1 else ""
    mark = ""
    out: list[str] = []
    for text in paragraphs:
        if chance.random() < 0.12:
            width = chance.randint(6, 26)
        loose = chance.random() < 0.04
        body = len(text) > 40
        lines = wrapped(text, width if body else chance.randint(8, 24), 2 if body else 0, anywhere, counted)
        lines[0] = (mark or indent if body else "") + lines[0]
        for k, line in enumerate(lines):
            out.append(line)
            if k < len(lines) - 1 and (loose or chance.random() < inside):
                out.append("")
        if chance.random() < between:
            out += [""] * chance.choice([1, 1, 1, 2])
            mark = ""
        else:
            mark = either
    text = "\n".join(out)
    if chance.random() < 0.3:
        text = re.sub(r"(?<=\d)(?=[年月日个万亿])", lambda _: " " if chance.random() < 0.5 else "", text)
    return text


def cut_by_column(paragraphs: list[str], chance: random.Random) -> str:
    """One paragraph a line, some cut in mid-sentence with a blank line between the halves, flattened or not."""
    blank = chance.choice([1.0, 1.0, 0.5])
    often = chance.choice([0.0, 0.15, 0.3])
    out: list[str] = []
    for text in paragraphs:
        if len(text) < 30 and chance.random() < 0.25:
            text = field(text, paragraphs, chance)
        if len(text) > 60 and chance.random() < often:
            at = chance.randint(20, len(text) - 8)
            if text[at] not in NO_START and text[at - 1] not in NO_END:
                text = text[:at] + "\n\n" + text[at:]
        out.append(text)
        if chance.random() < blank:
            out += [""] * chance.choice([1, 1, 1, 3])
    text = "\n".join(out)
    return unicodedata.normalize("NFKC", text) if chance.random() < 0.5 else text


def field(text: str, paragraphs: list[str], chance: random.Random) -> str:
    """Make a headline a line of another kind: 青羊区：…, 研学线路：甲—乙—丙, 编辑同志：, 2025年3月2日."""
    if chance.random() < 0.25:
        day = f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
        return chance.choice([f"{chance.randint(1990, 2026)}年{day}", day])
    words = [w for p in paragraphs for w in re.findall(r"[一-鿿]{4,9}(?=[，、。])", p)] or [text]
    label = chance.choice(words)[: chance.randint(2, 4)] + "："
    if chance.random() < 0.3:
        return label
    if chance.random() < 0.5:
        return label + text
    return label + chance.choice("—、 —").join(chance.sample(words, min(len(words), chance.randint(2, 4))))


def pieces(paragraphs: list[str], chance: random.Random) -> str:
    """Columns whose pieces stand out of order, as extractors write pages of several stories."""
    lines = columns(paragraphs, chance).split("\n")
    cuts = sorted(chance.sample(range(len(lines)), min(len(lines), 1 + len(lines) // 30)))
    parts = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    chance.shuffle(parts)
    glue = chance.choice([[], [""]])
    return "\n".join(line for part in parts for line in [*part, *glue])


def excerpt(text: str, chance: random.Random, size: int) -> str:
    """Return so many lines of a text from anywhere in it: what an editor pastes."""
    found = text.split("\n")
    first = chance.randrange(max(1, len(found) - size))
    return "\n".join(found[first : first + size]) + "\n"


MAKERS = (columns, columns, pieces, cut_by_column, cut_by_column)
