"""Where every line of a made page stands: articles poured into columns around holes, in points from the top left."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from page_maker_copy import Desk, Paragraph
from page_maker_faces import Face

NO_START = "，。、；：？！”’）》」』】…—,.;:?!)%·"
NO_END = "“‘（《「『【("
TOKENS = re.compile(r"[0-9０-９]+(?:[.,:][0-9]+)*%?|[A-Za-z@.]+|——|……|.", re.S)
BROKEN_NUMBERS = re.compile(r"[A-Za-z@.]+|——|……|.", re.S)
WESTERN = re.compile(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[一-鿿])")


INDENTED = ("body", "lede", "answer", "question")
SHORT_QUOTE = re.compile(r"“([一-鿿]{2,3})”")


class Look(NamedTuple):
    """What a page looks like; lengths in points, `em` where they are parts of the body size."""

    width: float
    height: float
    margin: float
    columns: int
    gutter: float
    size: float
    leading: float
    body: Face
    head: Face
    note: Face
    indent: str
    """"drawn" moves the line by two ems, "typed" sets two ideographic spaces, "none" starts at the edge."""
    between: float
    """Extra leading between paragraphs, in lines."""
    justified: bool
    drawing: str
    """"line", "char", "run", or "loose": by line with uneven gaps."""
    seam: float
    """Gap between Han and Western characters, em."""
    squeeze: bool
    """Take a mark that may not begin a line into the line, rather than a character down to it."""
    broken_numbers: bool
    spaced: bool
    """Real spaces are typed at Western characters and in short quotes, for their looks only."""
    order: str
    rules: float
    boxes: float
    pictures: float
    inner: float
    """How likely an article has another number of columns than the grid."""
    spread: float
    """How likely an article stands beside others rather than above and below."""
    side_head: float
    """How likely a headline leaves columns of its article free."""
    run_on: float
    """How likely articles run on down the page's columns rather than stand in blocks."""


class Line(NamedTuple):
    """Text drawn at one baseline: pieces with their places, and the gap added after each character."""

    x: float
    y: float
    pieces: tuple[tuple[float, str], ...]
    gap: float
    face: Face
    size: float


class Block(NamedTuple):
    """Lines that are drawn one after the other: one column of an article, one headline group, one caption."""

    kind: str
    article: int
    lines: tuple[Line, ...]


class Box(NamedTuple):
    """A rectangle; as a hole it keeps text out."""

    left: float
    top: float
    right: float
    bottom: float


class Shape(NamedTuple):
    """What is drawn under the text: a picture, a frame, a tint, a rule."""

    kind: str
    box: Box


class Style(NamedTuple):
    """How one role is set."""

    face: Face
    size: float
    leading: float
    align: str = "left"
    indent: float = 0.0
    above: float = 0.0
    gap: float = 0.0


def natural(text: str, face: Face, size: float, seam: float) -> float:
    """Return the width of a text before justification, in points."""
    return size * (face.width(text) + seam * len(WESTERN.findall(text)))


def fitting(tokens: list[str], at: int, room: float, style: Style, look: Look) -> int:
    """Return the token before which a line of so much room ends; at least one is taken."""
    used, end = 0.0, at
    while end < len(tokens):
        used += natural(tokens[end], style.face, style.size, 0.0) + style.gap * len(tokens[end])
        if end and WESTERN.match(tokens[end - 1][-1] + tokens[end], 1):
            used += look.seam * style.size
        if used > room + 0.01:
            break
        end += 1
    end = max(end, at + 1)
    if end < len(tokens) and tokens[end][0] in NO_START and look.squeeze and end - at > 5:
        end += 1
    while (
        end - at > 2 and end < len(tokens) and (tokens[end][0] in NO_START or tokens[end - 1][-1] in NO_END)
    ):
        end -= 1
    return end


def pieces_of(text: str, style: Style, look: Look, gap: float) -> tuple[tuple[float, str], ...]:
    """Return the parts of a line that are drawn apart from each other, with their places in the line."""
    cuts = {0, len(text)}
    if look.seam:
        cuts |= {m.start() for m in WESTERN.finditer(text)}
    if look.drawing == "char":
        cuts |= set(range(len(text)))
    elif look.drawing == "run":
        cuts |= {m.start() for m in re.finditer(r"(?<=[，。、；：”）》])(?=.)", text)}
    found, x, edges = [], 0.0, sorted(cuts)
    for start, stop in pairwise(edges):
        if start and WESTERN.match(text, start):
            x += look.seam * style.size
        found.append((x, text[start:stop]))
        x += style.size * style.face.width(text[start:stop]) + gap * (stop - start)
    return tuple(found)


def set_line(text: str, last: bool, left: float, right: float, y: float, style: Style, look: Look) -> Line:
    """Return one line of a paragraph between two edges."""
    room = right - left
    wide = natural(text, style.face, style.size, look.seam)
    gap = style.gap
    if style.align == "justify" and len(text) > 4 and (not last or wide > room):
        gap = max(-0.12 * style.size, min(0.4 * style.size, (room - wide) / (len(text) - 1)))
    spare = room - wide - gap * (len(text) - 1)
    shift = {"centre": spare / 2, "right": spare}.get(style.align, 0.0)
    return Line(left + shift, y, pieces_of(text, style, look, gap), gap, style.face, style.size)


def clear(box: Box, holes: Sequence[Box], least: float) -> Box:
    """Return what holes leave of the place for one line, moved down below those that leave too little."""
    for _ in range(2 * len(holes) + 1):
        left, right, below = box.left, box.right, box.top
        for hole in holes:
            if hole.top < box.bottom and hole.bottom > box.top and hole.left < right and hole.right > left:
                if hole.left - left > right - hole.right:
                    right = hole.left
                else:
                    left = hole.right
                below = max(below, hole.bottom)
        if right - left >= least or below == box.top:
            return Box(left, box.top, right, box.bottom)
        box = Box(box.left, below + 0.01, box.right, below + 0.01 + box.bottom - box.top)
    return box


class Poured(NamedTuple):
    """Lines by column, and how many paragraphs found room."""

    columns: list[list[Line]]
    placed: int
    bottom: float


def pour(
    flow: Sequence[tuple[str, Style]], columns: Sequence[Box], holes: Sequence[Box], look: Look
) -> Poured:
    """Pour paragraphs down columns; a paragraph that meets a column's end goes on in the next."""
    lines: list[list[Line]] = [[] for _ in columns]
    column, y, bottom, placed = 0, columns[0].top, columns[0].top, 0
    for text, style in flow:
        if lines[column]:
            y += style.above
        tokens = (BROKEN_NUMBERS if look.broken_numbers else TOKENS).findall(text)
        at = 0
        while at < len(tokens) and column < len(columns):
            place = columns[column]
            line = clear(Box(place.left, y, place.right, y + style.size), holes, 7.5 * style.size)
            if line.bottom > place.bottom:
                column += 1
                y = columns[column].top if column < len(columns) else 0.0
                continue
            left = line.left + (style.indent if at == 0 else 0.0)
            end = fitting(tokens, at, line.right - left, style, look)
            piece = "".join(tokens[at:end]).rstrip()
            piece = piece.lstrip(" ") if at else piece
            if piece.strip():
                last, baseline = end >= len(tokens), line.top + 0.86 * style.size
                lines[column].append(set_line(piece, last, left, line.right, baseline, style, look))
                bottom = max(bottom, line.bottom)
                y = line.top + style.leading
            at = end
        if column >= len(columns):
            break
        placed += 1
    return Poured(lines, placed, bottom)


def balanced(flow, columns: Sequence[Box], holes: Sequence[Box], look: Look, step: float) -> Poured:
    """Pour with the lowest common bottom that takes everything, or as much as the columns' own bottom takes."""
    top, lowest = columns[0].top, columns[0].bottom
    wide = sum(c.right - c.left for c in columns)
    half = 0.5 * wide / len(columns)
    area = sum((natural(t, s.face, s.size, 0.1) + half) * s.leading for t, s in flow)
    bottom = min(lowest, max([top + 0.75 * area / wide] + [h.top + 2 * step for h in holes]))
    while True:
        poured = pour(flow, [c._replace(bottom=bottom) for c in columns], holes, look)
        if poured.placed == len(flow) or bottom >= lowest:
            return poured
        bottom = min(lowest, bottom + step)


def head_styles(look: Look, wide: float, text: str, chance: random.Random) -> dict[str, Style]:
    """Return how the paragraphs of a headline group are set."""
    ems = max(4, len(text))
    lines = chance.choice((1, 1, 1, 2, 2, 3))
    fits = 0.96 * wide * lines / (ems + min(lines, 2))
    size = max(1.25 * look.size, min(look.size * chance.uniform(1.6, 4.2), fits))
    align = chance.choice(("centre", "centre", "left", "left"))
    gap = chance.choice((0.0, 0.0, 0.0, 0.1, 0.25, 0.5)) * size if ems * size * 1.6 < wide * lines else 0.0
    small = look.size * chance.uniform(1.0, 1.6)
    face = chance.choice((look.head, look.head, look.note))
    under = chance.choice((align, "right", "centre"))
    return {
        "kicker": Style(face, small, 1.3 * small, chance.choice((align, "left")), 0, 0.2 * small),
        "headline": Style(look.head, size, chance.uniform(1.1, 1.35) * size, align, 0, 0.3 * size, gap),
        "deck": Style(face, small, 1.35 * small, align, 0, 0.4 * small),
        "byline": Style(look.note, look.size, 1.4 * look.size, under, 0, 0.5 * look.size),
    }


def cut_at_words(text: str, room: float, style: Style, words: Callable[[str], list[str]]) -> list[str]:
    """Return the lines of a headline, as even as its words allow; a space of its own is the best place to cut."""
    wide = style.size * style.face.width(text) + style.gap * len(text)
    count = max(1, -(-int(wide * 1.001) // max(1, int(room))))
    if count == 1:
        return [text]
    if count == 2 and " " in text.strip():
        halves = text.strip().split(" ", 1)
        if all(style.size * style.face.width(h) + style.gap * len(h) <= room for h in halves):
            return halves
    lines, line = [], ""
    for word in words(text):
        wider = style.size * style.face.width(line + word) + style.gap * len(line + word)
        full = wider > max(room * 0.6, wide / count * 1.12) and (wider > room or len(lines) < count - 1)
        if line and full and word[0] not in NO_START:
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


def set_head(head: Sequence[Paragraph], box: Box, look: Look, desk: Desk, words) -> tuple[list[Line], float]:
    """Return the lines of a headline group and where it ends."""
    title = next(p.text for p in head if p.role == "headline")
    styles = head_styles(look, box.right - box.left, title, desk.chance)
    lines, y = [], box.top
    plain = look._replace(seam=0.0, drawing="char" if look.drawing == "char" else "line")
    room = box.right - box.left
    for p in head:
        style = styles[p.role]
        y += style.above if lines else 0.0
        if natural(p.text, style.face, style.size, 0) > 4 * room:
            style = style._replace(size=look.size, leading=1.3 * look.size, gap=0.0)
        for text in cut_at_words(p.text, room, style, words):
            # A line of words that is still too wide is cut anywhere.
            poured = pour([(text, style._replace(above=0.0))], [box._replace(top=y)], [], plain)
            lines += poured.columns[0]
            y += style.leading * len(poured.columns[0])
    return lines, y


def flow_styles(look: Look, size: float, leading: float, chance: random.Random) -> dict[str, Style]:
    """Return how the paragraphs that run down the columns are set."""
    align = "justify" if look.justified else "left"
    indent = 2 * size if look.indent == "drawn" else 0.0
    above = look.between * leading
    body = Style(look.body, size, leading, align, indent, above)
    bold = Style(chance.choice((look.head, look.note)), size, leading, "left", indent, above)
    sub = chance.choice(("centre", "left", "left"))
    subhead = bold._replace(
        size=size * chance.choice((1.0, 1.0, 1.15, 1.3)),
        align=sub,
        indent=0.0 if sub == "centre" else chance.choice((0.0, indent)),
        above=chance.choice((0.0, 0.5, 1.0)) * leading,
    )
    plain = body._replace(face=chance.choice((look.body, look.note)), align="left")
    return {
        **dict.fromkeys(("body", "lede", "answer"), body),
        "question": chance.choice((body, bold)),
        "subhead": subhead,
        "people": plain._replace(indent=chance.choice((0.0, indent))),
        "source": plain._replace(align=chance.choice(("right", "right", "left"))),
    }


def indented(p: Paragraph, look: Look) -> str:
    """Return a paragraph as it is typed: with the spaces that this page's typesetter puts in and no reader means."""
    text = p.text
    if look.spaced:
        text = SHORT_QUOTE.sub(lambda m: f"“ {' '.join(m.group(1))} ”", WESTERN.sub(" ", text))
    return "　　" + text if look.indent == "typed" and p.role in INDENTED else text
