"""Where every line of a made page stands: articles poured into columns around holes, in points from the top left."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from page_maker_copy import (
    LETTERS,
    LISTS,
    TABLES,
    VERSES,
    Article,
    Desk,
    Paragraph,
    captions_of,
    flow_of,
    head_of,
)
from page_maker_faces import Face

NO_START = "，。、；：？！”’）》」』】…—,.;:?!)%·"
NO_END = "“‘（《「『【("
TOKENS = re.compile(r"[0-9０-９]+(?:[.,:][0-9]+)*%?|[A-Za-z@.]+|——|……|.", re.S)
BROKEN_NUMBERS = re.compile(r"[A-Za-z@.]+|——|……|.", re.S)
WESTERN = re.compile(r"(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[一-鿿])")


HEADINGS = ("kicker", "headline", "deck", "byline")
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
    body: Face
    head: Face
    note: Face


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


class Placed(NamedTuple):
    """One article on the page, what of it is printed and where it ends."""

    blocks: list[Block]
    shapes: list[Shape]
    printed: list[Paragraph]
    bottom: float


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
        end < len(tokens) and end - at > 2 and (tokens[end][0] in NO_START or tokens[end - 1][-1] in NO_END)
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
    for start, stop in zip(edges, edges[1:], strict=False):
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
        while at < len(tokens):
            if column >= len(columns):
                break
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
                baseline = line.top + 0.86 * style.size
                lines[column].append(
                    set_line(piece, end >= len(tokens), left, line.right, baseline, style, look)
                )
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
    area = sum(
        natural(t, s.face, s.size, 0.1) * s.leading + 0.5 * wide / len(columns) * s.leading for t, s in flow
    )
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
    size = min(
        look.size * chance.uniform(1.6, 4.2), 0.96 * wide * lines / (ems + 1 if lines == 1 else ems + 2)
    )
    size = max(size, 1.25 * look.size)
    align = chance.choice(("centre", "centre", "left", "left"))
    gap = chance.choice((0.0, 0.0, 0.0, 0.1, 0.25, 0.5)) * size if ems * size * 1.6 < wide * lines else 0.0
    small = look.size * chance.uniform(1.0, 1.6)
    face = chance.choice((look.head, look.head, look.note))
    return {
        "kicker": Style(face, small, 1.3 * small, chance.choice((align, "left")), 0, 0.2 * small),
        "headline": Style(look.head, size, chance.uniform(1.1, 1.35) * size, align, 0, 0.3 * size, gap),
        "deck": Style(face, small, 1.35 * small, align, 0, 0.4 * small),
        "byline": Style(
            look.note,
            look.size,
            1.4 * look.size,
            chance.choice((align, "right", "centre")),
            0,
            0.5 * look.size,
        ),
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
        if line and wider > max(room * 0.6, wide / count * 1.12) and (wider > room or len(lines) < count - 1):
            if word[0] not in NO_START:
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
    for p in head:
        style = styles[p.role]
        y += style.above if lines else 0.0
        if natural(p.text, style.face, style.size, 0) > 4 * (box.right - box.left):
            style = style._replace(size=look.size, leading=1.3 * look.size, gap=0.0)
        for text in cut_at_words(p.text, box.right - box.left, style, words):
            tokens = TOKENS.findall(text)
            at = 0
            while at < len(tokens):
                end = fitting(tokens, at, box.right - box.left, style, plain)
                piece = "".join(tokens[at:end]).strip()
                if piece:
                    lines.append(
                        set_line(piece, True, box.left, box.right, y + 0.86 * style.size, style, plain)
                    )
                    y += style.leading
                at = end
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
        size=size * chance.choice((1.0, 1.0, 1.15, 1.3)), align=sub, indent=0.0 if sub == "centre" else chance.choice((0, indent)),
        above=chance.choice((0.0, 0.5, 1.0)) * leading,
    )  # fmt: skip
    return {
        "body": body, "lede": body, "answer": body, "question": chance.choice((body, bold)), "subhead": subhead,
        "people": bold._replace(face=chance.choice((look.body, look.note)), indent=chance.choice((0.0, indent))),
        "source": body._replace(face=chance.choice((look.body, look.note)), align=chance.choice(("right", "right", "left"))),
    }  # fmt: skip


def indented(p: Paragraph, look: Look) -> str:
    """Return a paragraph as it is typed: with the spaces that this page's typesetter puts in and no reader means."""
    text = p.text
    if look.spaced:
        text = SHORT_QUOTE.sub(lambda m: f"“ {' '.join(m.group(1))} ”", WESTERN.sub(" ", text))
    return (
        "　　" + text if look.indent == "typed" and p.role in ("body", "lede", "answer", "question") else text
    )


def picture_hole(columns: Sequence[Box], top: float, look: Look, chance: random.Random) -> Box:
    """Return where a picture keeps text out: over whole columns, or into the half of one."""
    first = chance.randrange(len(columns))
    last = chance.randint(first, min(len(columns) - 1, first + 2))
    left, right = columns[first].left, columns[last].right
    top += chance.choice((0.0, 0.0, 0.0, 3.0, 7.0)) * look.leading
    column = columns[first].right - columns[first].left
    if column > 20 * look.size and chance.random() < 0.6:
        right = left + column * chance.uniform(0.35, 0.5)
        if chance.random() < 0.5:
            left, right = columns[first].right - (right - left), columns[first].right
    return Box(left, top, right, top + (right - left) * chance.uniform(0.5, 0.85))


def set_caption(
    caption: Sequence[Paragraph], picture: Box, look: Look, chance: random.Random
) -> tuple[list[Line], float, Box]:
    """Return the lines of a caption under a picture or beside it, where they end, and what is left to the picture."""
    size = look.size * chance.choice((0.85, 0.9, 1.0))
    style = Style(look.note, size, 1.25 * size, chance.choice(("left", "justify", "centre")))
    last = style._replace(align=chance.choice((style.align, "right")))
    flow = [(p.text, last if p.role == "credit" else style) for p in caption]
    tall = picture.bottom - picture.top
    beside = max(8.2 * size, 0.25 * (picture.right - picture.left))
    if beside < 0.5 * (picture.right - picture.left) and chance.random() < 0.3:
        place = Box(
            picture.right - beside,
            picture.top + chance.choice((0.0, 0.4)) * tall,
            picture.right,
            picture.bottom,
        )
        poured = pour(flow, [place], [], look)
        if poured.placed == len(flow):
            return poured.columns[0], picture.bottom, picture._replace(right=picture.right - beside - size)
    place = Box(picture.left, picture.bottom + 0.4 * size, picture.right, picture.bottom + 100 * size)
    poured = pour(flow, [place], [], look)
    return poured.columns[0], poured.bottom, picture


class Setter:
    """Sets articles one after the other into regions of one page."""

    def __init__(self, look: Look, desk: Desk, words: Callable[[str], list[str]]) -> None:
        self.look = look
        self.desk = desk
        self.words = words
        self.count = 0

    def columns_in(self, box: Box, bottom: float) -> list[Box]:
        """Return the columns of an article in a region; most keep to the grid."""
        look, chance = self.look, self.desk.chance
        wide = box.right - box.left
        grid = (look.width - 2 * look.margin + look.gutter) / look.columns
        count = max(1, round((wide + look.gutter) / grid))
        if chance.random() < look.inner:
            count = max(1, count + chance.choice((-2, -1, -1, 1)))
        most = max(1, int((wide + look.gutter) / (7.5 * look.size + look.gutter)))
        least = max(1, int(-(-wide // (42 * look.size))))
        count = max(least, min(most, count))
        each = (wide - look.gutter * (count - 1)) / count
        return [
            Box(
                box.left + k * (each + look.gutter),
                box.top,
                box.left + k * (each + look.gutter) + each,
                bottom,
            )
            for k in range(count)
        ]

    def article(self, source: Article, region: Box) -> Placed | None:
        """Set one article at the top of a region; None where not even a part of it finds room."""
        look, desk, chance = self.look, self.desk, self.desk.chance
        shapes: list[Shape] = []
        framed = chance.random() < look.boxes
        inset = 0.8 * look.size if framed else 0.0
        box = Box(region.left + inset, region.top + inset, region.right - inset, region.bottom - inset)
        head = head_of(source, desk)
        columns = self.columns_in(box, box.bottom)
        first, last = 0, len(columns) - 1
        if len(columns) > 2 and chance.random() < look.side_head:
            first = chance.choice((0, 0, 1))
            last = chance.randint(first + 1, last)
        place = Box(columns[first].left, box.top, columns[last].right, box.bottom)
        lines, bottom = set_head(head, place, look, desk, self.words)
        if bottom > region.bottom - 3 * look.leading:
            return None
        whole = first == 0 and last == len(columns) - 1
        top = bottom + chance.uniform(0.3, 1.0) * look.leading
        holes = [] if whole else [Box(place.left - 1, box.top, place.right + 1, top)]
        start = top if whole else box.top
        blocks = [Block("head", self.count, tuple(lines))]
        columns = [c._replace(top=start) for c in columns]
        printed: list[Paragraph] = []
        if chance.random() < look.pictures:
            picture = picture_hole(columns, top, look, chance)
            caption = captions_of(source, desk) if chance.random() < 0.9 else []
            its, end, shown = (
                set_caption(caption, picture, look, chance) if caption else ([], picture.bottom, picture)
            )
            hole = Box(
                picture.left - 0.8 * look.size,
                picture.top - 0.3 * look.size,
                picture.right + 0.8 * look.size,
                end + 0.5 * look.size,
            )
            if end < region.bottom - 4 * look.leading and not any(overlap(hole, h) for h in holes):
                holes.append(hole)
                shapes.append(Shape("picture", shown))
                blocks.append(Block("caption", self.count, tuple(its)))
                printed = caption
        poured, body = self.body(source, columns, holes)
        if not body:
            return None
        blocks += [Block("body", self.count, tuple(c)) for c in poured.columns if c]
        end = max([poured.bottom, top] + [h.bottom for h in holes])
        if framed:
            end += inset
            kind = chance.choice(("frame", "frame", "tint"))
            shapes.insert(0, Shape(kind, Box(region.left, region.top, region.right, end)))
        self.count += 1
        return Placed(blocks, shapes, [*head, *body, *printed], end)

    def body(
        self, source: Article, columns: Sequence[Box], holes: Sequence[Box]
    ) -> tuple[Poured, list[Paragraph]]:
        """Pour an article's flow, without the paragraphs at its end that find no room."""
        look, chance = self.look, self.desk.chance
        size = look.size * (chance.choice((1.1, 1.2)) if chance.random() < 0.08 else 1.0)
        styles = flow_styles(look, size, look.leading * size / look.size, chance)
        flow = flow_of(source, self.desk)
        while True:
            poured = balanced(
                [(indented(p, look), styles[p.role]) for p in flow], columns, holes, look, look.leading
            )
            if poured.placed == len(flow):
                return poured, flow
            flow = flow[: poured.placed]
            while flow and flow[-1].role in ("subhead", "question"):
                flow = flow[:-1]

    def filler(self, region: Box) -> Placed | None:
        """Set a made list, table or notice at the top of a region."""
        look, desk = self.look, self.desk
        if region.bottom - region.top < 6 * look.leading:
            return None
        if desk.chance.random() < 0.4:
            return self.table(region)
        title, rows = desk.of(desk.chance.choice((LISTS, LISTS, VERSES, LETTERS)))
        fixed = {"place": desk.fill("{place}")}
        made = [Paragraph("headline", desk.fill(title, **fixed))]
        made += [Paragraph("body", desk.fill(row)) for row in rows]
        style = Style(
            look.note,
            look.size,
            look.leading,
            desk.chance.choice(("left", "left", "justify")),
            desk.chance.choice((0, 2)) * look.size,
        )
        above = Style(look.head, 1.2 * look.size, 1.5 * look.leading, "centre")
        poured = pour([(p.text, style if k else above) for k, p in enumerate(made)], [region], [], look)
        return self.made(poured.columns[0], made, poured, region)

    def made(
        self, lines: Sequence[Line], made: list[Paragraph], poured: Poured, region: Box
    ) -> Placed | None:
        """Return a filler in a frame, or None where it found no room."""
        if poured.placed < len(made):
            return None
        self.count += 1
        shape = [Shape("frame", Box(region.left - 3, region.top - 3, region.right + 3, poured.bottom + 3))]
        return Placed([Block("filler", self.count - 1, tuple(lines))], shape, made, poured.bottom)

    def table(self, region: Box) -> Placed | None:
        """Set a table of made numbers; every cell is a paragraph of its own."""
        look, desk, chance = self.look, self.desk, self.desk.chance
        title, columns, stubs = desk.of(TABLES)
        rows = [columns] + [
            (desk.fill(s), *(cell(chance) for _ in columns[1:]))
            for s in chance.sample(stubs, min(len(stubs), chance.randint(3, 8)))
        ]
        wide = min(region.right - region.left, 26 * look.size)
        style = Style(look.note, 0.9 * look.size, 1.3 * look.size, chance.choice(("left", "centre")))
        bottom = region.top + (len(rows) + 2) * style.leading
        if bottom > region.bottom or wide / len(columns) < 4.2 * look.size:
            return None
        lines = [set_line(title, True, region.left, region.left + wide, region.top + look.size, style, look)]
        each = wide / len(columns)
        for k, row in enumerate(rows):
            y = region.top + (k + 2) * style.leading
            lines += [
                set_line(t, True, region.left + j * each, region.left + (j + 1) * each, y, style, look)
                for j, t in enumerate(row)
            ]
        if natural(title, style.face, style.size, 0) > wide:
            return None
        made = [Paragraph("headline", title), *(Paragraph("table", t) for row in rows for t in row)]
        return self.made(lines, made, Poured([lines], len(made), bottom), region)


def cell(chance: random.Random) -> str:
    """Return a made number of a table."""
    return chance.choice(
        (
            str(chance.randint(1, 99)),
            f"{chance.uniform(0, 30):.2f}",
            f"{chance.randint(0, 23)}:{chance.randint(0, 59):02d}",
            "—",
        )
    )


def overlap(a: Box, b: Box) -> bool:
    """Say whether two boxes share a place."""
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def regions_of(box: Box, look: Look, chance: random.Random, depth: int = 0) -> list[Box]:
    """Cut a page into regions that stacks of articles fill: bands over lanes over bands, along the grid."""
    grid = (look.width - 2 * look.margin + look.gutter) / look.columns
    lanes = round((box.right - box.left + look.gutter) / grid)
    tall = box.bottom - box.top
    if depth < 3 and lanes >= 2 and chance.random() < look.spread:
        cut = box.left + chance.randint(1, lanes - 1) * grid
        left, right = box._replace(right=cut - look.gutter), box._replace(left=cut)
        return regions_of(left, look, chance, depth + 1) + regions_of(right, look, chance, depth + 1)
    if depth < 3 and tall > 40 * look.leading and chance.random() < 0.75:
        cut = box.top + tall * chance.uniform(0.3, 0.7)
        upper, lower = box._replace(bottom=cut - look.leading), box._replace(top=cut)
        return regions_of(upper, look, chance, depth + 1) + regions_of(lower, look, chance, depth + 1)
    return [box]


def run_on(stock: Sequence[Article], box: Box, look: Look, desk: Desk) -> list[Placed]:
    """Set article after article down the columns of a whole page, headlines and all, each going on in the next column."""
    chance = desk.chance
    each = (box.right - box.left - look.gutter * (look.columns - 1)) / look.columns
    lefts = [box.left + k * (each + look.gutter) for k in range(look.columns)]
    columns = [Box(left, box.top, left + each, box.bottom) for left in lefts]
    holes, shapes = [], []
    for _ in range(chance.choice((0, 1, 2, 3))):
        picture = picture_hole(
            columns, box.top + chance.uniform(0, 0.6) * (box.bottom - box.top), look, chance
        )
        holes.append(Box(picture.left - 4, picture.top - 4, picture.right + 4, picture.bottom + look.leading))
        shapes.append(Shape("picture", picture))
    styles = flow_styles(look, look.size, look.leading, chance)
    styles |= {
        r: s._replace(size=min(s.size, 2.2 * look.size), gap=0.0)
        for r, s in head_styles(look, each, "", chance).items()
    }
    styles = {r: s._replace(leading=1.25 * s.size) if r in HEADINGS else s for r, s in styles.items()}
    articles, need = (
        [],
        sum((c.right - c.left) * (c.bottom - c.top) for c in columns) / look.size / look.leading,
    )
    for source in stock:
        articles.append([*head_of(source, desk), *flow_of(source, desk)])
        need -= sum(len(p.text) + 8 for p in articles[-1])
        if need < 0:
            break
    flow = [p for its in articles for p in its]
    poured = pour([(indented(p, look), styles[p.role]) for p in flow], columns, holes, look)
    # What the last column cuts off is printed only in part: one more pouring leaves it out.
    flow = flow[: poured.placed]
    poured = pour([(indented(p, look), styles[p.role]) for p in flow], columns, holes, look)
    blocks = [Block("body", 0, tuple(lines)) for lines in poured.columns if lines]
    left, printed = len(flow), []
    for its in articles:
        printed.append(its[: max(0, left)])
        left -= len(its)
    return [Placed(blocks, shapes, [], box.bottom)] + [
        Placed([], [], its, box.bottom) for its in printed if its
    ]
