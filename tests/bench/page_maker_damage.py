"""Raw texts made from true articles by damage alone: flattened marks, narrow columns, reading errors.

Every maker draws its own habits first, so that no two texts are damaged alike.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

from page_maker_copy import POOLS, Article
from repair_pages import COUNTED, NO_END, NO_START, wrapped

FLAT = str.maketrans("，：；？！（）％", ",:;?!()%")
CONFUSED = dict(POOLS["lookalikes"]) | {b: a for a, b in POOLS["lookalikes"]}
CONFUSED |= {"—": "一", "一": "—", "0": "O", "1": "l", "、": "`", "。": ".", "·": "."}


def cut_apart(text: str, chance: random.Random) -> tuple[str, str] | None:
    """Return the halves of a paragraph cut in mid-sentence."""
    if len(text) < 24:
        return None
    at = chance.randint(8, len(text) - 6)
    return None if text[at] in NO_START or text[at - 1] in NO_END else (text[:at], text[at:])


def flattened(articles: Sequence[Article], chance: random.Random) -> str:
    """One paragraph a line, full-width marks made half, some paragraphs cut in two."""
    marks = chance.choice((FLAT, FLAT, "nfkc", None))
    between, apart = chance.choice((0, 1, 1, 1, 2)), chance.choice((0, 1, 2, 4, 6))
    often, glue = (
        chance.choice((0.0, 0.05, 0.15, 0.3)),
        chance.choice(("\n\n", "\n\n", "\n", "\n\n\n", " \n\n")),
    )
    indent = chance.choice(("", "", "", "　　", "  ", "    "))
    spaced, lost = chance.choice((0.0, 0.0, 0.15)), chance.choice((0.0, 0.0, 0.03))
    out: list[str] = [""] * chance.choice((0, 0, 2))
    for article in articles:
        for p in article:
            text = p.text
            if len(text) > 30 and chance.random() < lost:
                text = text[chance.randint(4, 20) :]
            halves = cut_apart(text, chance) if chance.random() < often else None
            text = glue.join(halves) if halves else text
            if spaced:
                text = spaced_numbers(text, spaced, chance)
            out += [(indent if p.role in ("body", "answer", "question") else "") + text] + [""] * between
        out += [""] * apart
    text = "\n".join(out)
    return unicodedata.normalize("NFKC", text) if marks == "nfkc" else text.translate(marks or {})


def spaced_numbers(text: str, often: float, chance: random.Random) -> str:
    """Return a text with spaces before and after some numbers, inside some quotes."""

    def put(_: re.Match[str]) -> str:
        return " " if chance.random() < often else ""

    text = re.sub(r"(?<=[一-鿿])(?=[0-9])|(?<=[0-9])(?=[一-鿿])", put, text)
    if chance.random() < often:
        text = re.sub(r"“([一-鿿]{2,5})”", lambda m: "“ " + " ".join(m.group(1)) + " ”", text, count=1)
    return text


def narrow(articles: Sequence[Article], chance: random.Random) -> str:
    """Columns of one width a story, with spaces at numbers, loose blank lines, parts out of order."""
    return columned(articles, chance, lambda line: line)


def scanned(articles: Sequence[Article], chance: random.Random) -> str:
    """Narrow columns as a reading machine gives them: half-width marks, lookalikes, lost and extra characters."""
    wrong, lost = chance.choice((0.0, 0.003, 0.01, 0.02)), chance.choice((0.0, 0.001, 0.004))
    half, extra = chance.choice((0.0, 0.2, 0.5, 0.9)), chance.choice((0.0, 0.005, 0.02))

    def read(line: str) -> str:
        out = []
        for char in line:
            at = chance.random()
            if char in "，：；？！（）" and chance.random() < half:
                char = char.translate(FLAT) + chance.choice(("", " "))
            elif char in "“”" and chance.random() < half / 3:
                char = '"'
            elif at < wrong * 4:
                char = CONFUSED.get(char, char)
            elif at < wrong * 4 + lost and char not in "一二三四五六七八九十0123456789":
                char = ""
            out.append(char + (" " if chance.random() < extra else ""))
        return "".join(out).rstrip()

    return columned(articles, chance, read)


def columned(articles: Sequence[Article], chance: random.Random, read: Callable[[str], str]) -> str:
    """Return articles cut into columns of one width a story, every line read by a machine."""
    low = chance.randint(6, 24)
    high = low + chance.randint(0, 10)
    spaced, inside = chance.choice((0.0, 0.1, 0.4)), chance.choice((0.0, 0.02, 0.06, 0.2, 0.5))
    between = chance.choice((0.0, 0.5, 0.85, 1.0, 1.0))
    indent, mark = chance.choice(("", "", " ", "　　", "    ")), chance.choice(("", " ", " ", "　"))
    first, moved = chance.choice((0, 2, 2)), chance.choice((0.0, 0.0, 0.1, 0.3))
    narrow_heads, counted = chance.random() < 0.5, chance.random() < COUNTED
    parts: list[list[str]] = []
    for article in articles:
        width, out, lead = chance.randint(low, high), [], indent
        for p in article:
            body = len(p.text) > 30 or p.role in ("body", "answer", "question")
            text = spaced_numbers(p.text, spaced, chance) if body else p.text
            wide = width if body or narrow_heads else chance.randint(10, 30)
            cut = wrapped(text, wide, first if body else 0, counted=counted)
            lines = [kept for line in cut if (kept := read(line))] or [p.text]
            lines[0] = (lead if body else "") + lines[0]
            for k, line in enumerate(lines):
                out.append(line)
                if k < len(lines) - 1 and chance.random() < inside / max(1, len(lines) - 1) * 2:
                    out += [""] * chance.choice((1, 1, 2))
            # Where no blank line parts two paragraphs, some tools leave one space at the second.
            blank = chance.random() < between
            out += [""] if blank else []
            lead = indent if blank else indent or mark
        parts.append(out)
    return "\n".join(line for part in shifted(parts, moved, chance) for line in [*part, ""])


def shifted(parts: list[list[str]], often: float, chance: random.Random) -> list[list[str]]:
    """Return parts cut into pieces some of which stand elsewhere."""
    if not often:
        return parts
    pieces: list[list[str]] = []
    for part in parts:
        while part:
            size = chance.randint(8, 60)
            pieces.append(part[:size])
            part = part[size:]
    for _ in range(int(often * len(pieces)) + 1):
        piece = pieces.pop(chance.randrange(len(pieces)))
        pieces.insert(chance.randint(0, len(pieces)), piece)
    return pieces


DAMAGES = {"flattened": flattened, "narrow": narrow, "scanned": scanned}
