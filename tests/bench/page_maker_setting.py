"""Articles set on a page: in blocks, in frames, around pictures or running on; and what fills the gaps."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from page_maker_copy import Article, Desk, Paragraph, captions_of, flow_of, head_of
from page_maker_layout import (
    Block,
    Box,
    Line,
    Look,
    Poured,
    Shape,
    Style,
    balanced,
    flow_styles,
    head_styles,
    indented,
    natural,
    pour,
    set_head,
    set_line,
)


class Placed(NamedTuple):
    """One article on the page, what of it is printed and where it ends."""

    blocks: list[Block]
    shapes: list[Shape]
    printed: list[Paragraph]
    bottom: float


class Picture(NamedTuple):
    """A picture with its caption, and the hole that both make in the text."""

    shown: Box
    lines: list[Line]
    caption: list[Paragraph]
    hole: Box


def columns_of(box: Box, count: int, gutter: float) -> list[Box]:
    """Return a box cut into columns of one width."""
    each = (box.right - box.left - gutter * (count - 1)) / count
    lefts = [box.left + k * (each + gutter) for k in range(count)]
    return [box._replace(left=left, right=left + each) for left in lefts]


def grid_of(look: Look) -> float:
    """Return how far one column of the page stands from the next."""
    return (look.width - 2 * look.margin + look.gutter) / look.columns


def regions_of(box: Box, look: Look, chance: random.Random, depth: int = 0) -> list[Box]:
    """Cut a page into regions that stacks of articles fill: bands over lanes over bands, along the grid."""
    grid = grid_of(look)
    lanes = round((box.right - box.left + look.gutter) / grid)
    tall = box.bottom - box.top
    if depth < 3 and lanes >= 2 and chance.random() < look.spread:
        cut = box.left + chance.randint(1, lanes - 1) * grid
        parts = box._replace(right=cut - look.gutter), box._replace(left=cut)
    elif depth < 3 and tall > 40 * look.leading and chance.random() < 0.75:
        cut = box.top + tall * chance.uniform(0.3, 0.7)
        parts = box._replace(bottom=cut - look.leading), box._replace(top=cut)
    else:
        return [box]
    return [region for part in parts for region in regions_of(part, look, chance, depth + 1)]


def overlap(a: Box, b: Box) -> bool:
    """Say whether two boxes share a place."""
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def picture_place(columns: Sequence[Box], top: float, look: Look, chance: random.Random) -> Box:
    """Return where a picture may stand: over whole columns, or in the half of one."""
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


def captioned(place: Box, caption: list[Paragraph], look: Look, chance: random.Random) -> Picture:
    """Set a picture at a place, its caption under it or beside it."""
    size = look.size * chance.choice((0.85, 0.9, 1.0))
    style = Style(look.note, size, 1.25 * size, chance.choice(("left", "justify", "centre")))
    last = style._replace(align=chance.choice((style.align, "right")))
    flow = [(p.text, last if p.role == "credit" else style) for p in caption]
    wide, tall = place.right - place.left, place.bottom - place.top
    beside = max(8.2 * size, 0.25 * wide)
    under = Box(place.left, place.bottom + 0.4 * size, place.right, place.bottom + 100 * size)
    poured, shown = pour(flow, [under], [], look), place
    if beside < 0.5 * wide and chance.random() < 0.3:
        side = place._replace(left=place.right - beside, top=place.top + chance.choice((0.0, 0.4)) * tall)
        aside = pour(flow, [side], [], look)
        if aside.placed == len(flow):
            poured, shown = aside, place._replace(right=side.left - size)
    bottom = max(poured.bottom if caption else 0.0, shown.bottom)
    air = 0.8 * look.size
    hole = Box(place.left - air, place.top - 0.4 * air, place.right + air, bottom + 0.6 * air)
    return Picture(shown, poured.columns[0], caption, hole)


class Setter:
    """Sets articles one after the other into regions of one page."""

    def __init__(self, look: Look, desk: Desk, words: Callable[[str], list[str]]) -> None:
        self.look = look
        self.desk = desk
        self.words = words
        self.count = 0

    def filled(self, region: Box, queue: Iterator[Article]) -> Iterator[Placed]:
        """Yield articles down a region until nothing more finds room, then perhaps something made."""
        look, chance = self.look, self.desk.chance
        misses = 0
        while region.bottom - region.top > 7 * look.leading and misses < 3:
            source = next(queue, None)
            if source is None:
                return
            placed = self.article(source, region)
            if placed is None:
                misses += 1
                continue
            if chance.random() < look.rules:
                y = placed.bottom + 0.7 * look.leading
                placed.shapes.append(Shape("rule", Box(region.left, y, region.right, y + 0.1)))
            yield placed
            region = region._replace(top=placed.bottom + chance.uniform(0.9, 2.2) * look.leading)
        if region.bottom - region.top > 6 * look.leading and chance.random() < 0.3:
            made = self.table(region) if chance.random() < 0.4 else self.filler(region)
            if made:
                yield made

    def columns_in(self, box: Box) -> list[Box]:
        """Return the columns of an article in a region; most keep to the grid."""
        look, chance = self.look, self.desk.chance
        wide = box.right - box.left
        count = max(1, round((wide + look.gutter) / grid_of(look)))
        if chance.random() < look.inner:
            count += chance.choice((-2, -1, -1, 1))
        most = max(1, int((wide + look.gutter) / (7.5 * look.size + look.gutter)))
        least = max(1, int(-(-wide // (42 * look.size))))
        return columns_of(box, max(least, min(most, count)), look.gutter)

    def head_columns(self, columns: Sequence[Box]) -> Sequence[Box]:
        """Return the columns that a headline stands over: all of them, or some in a row."""
        chance = self.desk.chance
        if len(columns) < 3 or chance.random() >= self.look.side_head:
            return columns
        first = chance.choice((0, 0, 1))
        return columns[first : chance.randint(first + 2, len(columns))]

    def article(self, source: Article, region: Box) -> Placed | None:
        """Set one article at the top of a region; None where not even a part of it finds room."""
        look, desk, chance = self.look, self.desk, self.desk.chance
        framed = chance.random() < look.boxes
        inset = 0.8 * look.size if framed else 0.0
        box = Box(region.left + inset, region.top + inset, region.right - inset, region.bottom - inset)
        head, columns = head_of(source, desk), self.columns_in(box)
        over = self.head_columns(columns)
        place = box._replace(left=over[0].left, right=over[-1].right)
        lines, bottom = set_head(head, place, look, desk, self.words)
        top = bottom + chance.uniform(0.3, 1.0) * look.leading
        if top > region.bottom - 3 * look.leading:
            return None
        holes = []
        if len(over) == len(columns):
            columns = [c._replace(top=top) for c in columns]
        else:
            holes.append(Box(place.left - 1, box.top, place.right + 1, top))
        picture = self.picture(source, columns, top, holes)
        poured, body = self.body(source, columns, [*holes, *(p.hole for p in picture)])
        if all(p.role == "people" for p in body):
            return None
        blocks = [Block("head", self.count, tuple(lines))]
        blocks += [Block("caption", self.count, tuple(p.lines)) for p in picture]
        blocks += [Block("body", self.count, tuple(c)) for c in poured.columns if c]
        end = max([poured.bottom, top] + [p.hole.bottom for p in picture]) + inset
        shapes = (
            [Shape(chance.choice(("frame", "frame", "tint")), region._replace(bottom=end))] if framed else []
        )
        shapes += [Shape("picture", p.shown) for p in picture]
        self.count += 1
        return Placed(blocks, shapes, [*head, *body, *(c for p in picture for c in p.caption)], end)

    def picture(
        self, source: Article, columns: Sequence[Box], top: float, holes: Sequence[Box]
    ) -> list[Picture]:
        """Return the picture of an article, or none where it has none or no place for it."""
        look, chance = self.look, self.desk.chance
        if chance.random() >= look.pictures:
            return []
        caption = captions_of(source, self.desk) if chance.random() < 0.9 else []
        found = captioned(picture_place(columns, top, look, chance), caption, look, chance)
        fits = found.hole.bottom < columns[0].bottom - 4 * look.leading
        return [found] if fits and not any(overlap(found.hole, h) for h in holes) else []

    def body(
        self, source: Article, columns: Sequence[Box], holes: Sequence[Box]
    ) -> tuple[Poured, list[Paragraph]]:
        """Pour an article's flow, without the paragraphs at its end that find no room."""
        look, chance = self.look, self.desk.chance
        bigger = chance.choice((1.1, 1.2)) if chance.random() < 0.08 else 1.0
        styles = flow_styles(look, look.size * bigger, look.leading * bigger, chance)
        flow = flow_of(source, self.desk)
        while True:
            styled = [(indented(p, look), styles[p.role]) for p in flow]
            poured = balanced(styled, columns, holes, look, look.leading)
            if poured.placed == len(flow):
                return poured, flow
            flow = flow[: poured.placed]
            while flow and flow[-1].role in ("subhead", "question"):
                flow = flow[:-1]

    def filler(self, region: Box) -> Placed | None:
        """Set a made list, verse or letter at the top of a region."""
        look, desk, chance = self.look, self.desk, self.desk.chance
        copy, place = desk.of(chance.choice(("lists", "lists", "verses", "letters"))), desk.of("places")
        made = [Paragraph("headline", desk.fill(copy["title"], place=place))]
        made += [Paragraph("body", desk.fill(row)) for row in copy["rows"]]
        align, indent = chance.choice(("left", "left", "justify")), chance.choice((0, 2)) * look.size
        style = Style(look.note, look.size, look.leading, align, indent)
        above = Style(look.head, 1.2 * look.size, 1.5 * look.leading, "centre")
        poured = pour([(p.text, style if k else above) for k, p in enumerate(made)], [region], [], look)
        return (
            self.made(poured.columns[0], made, poured.bottom, region) if poured.placed == len(made) else None
        )

    def table(self, region: Box) -> Placed | None:
        """Set a table of made numbers at the top of a region; every cell is a paragraph of its own."""
        look, desk, chance = self.look, self.desk, self.desk.chance
        copy = desk.of("tables")
        title, columns = copy["title"], copy["columns"]
        stubs = chance.sample(copy["stubs"], min(len(copy["stubs"]), chance.randint(3, 8)))
        rows = [columns] + [[desk.fill(s), *(number(chance) for _ in columns[1:])] for s in stubs]
        style = Style(look.note, 0.9 * look.size, 1.3 * look.size, chance.choice(("left", "centre")))
        box = region._replace(right=min(region.right, region.left + 26 * look.size))
        box = box._replace(bottom=region.top + (len(rows) + 2) * style.leading)
        cells = columns_of(box, len(columns), 0.0)
        narrow = cells[0].right - cells[0].left < 4.2 * look.size
        if (
            narrow
            or box.bottom > region.bottom
            or natural(title, style.face, style.size, 0) > box.right - box.left
        ):
            return None
        lines = [set_line(title, True, box.left, box.right, box.top + look.size, style, look)]
        for k, row in enumerate(rows):
            y = box.top + (k + 2) * style.leading
            lines += [
                set_line(t, True, c.left, c.right, y, style, look) for t, c in zip(row, cells, strict=True)
            ]
        made = [Paragraph("headline", title), *(Paragraph("table", t) for row in rows for t in row)]
        return self.made(lines, made, box.bottom, region)

    def made(self, lines: Sequence[Line], made: list[Paragraph], bottom: float, region: Box) -> Placed:
        """Return something made in a frame."""
        self.count += 1
        frame = Box(region.left - 3, region.top - 3, region.right + 3, bottom + 3)
        return Placed([Block("filler", self.count - 1, tuple(lines))], [Shape("frame", frame)], made, bottom)


def number(chance: random.Random) -> str:
    """Return a made number of a table."""
    hour, minute = chance.randint(0, 23), chance.randint(0, 59)
    return chance.choice(
        (str(chance.randint(1, 99)), f"{chance.uniform(0, 30):.2f}", f"{hour}:{minute:02d}", "—")
    )


def run_on(stock: Sequence[Article], box: Box, look: Look, desk: Desk) -> list[Placed]:
    """Set article after article down the columns of a whole page, each going on in the next column."""
    chance = desk.chance
    columns = columns_of(box, look.columns, look.gutter)
    each = columns[0].right - columns[0].left
    pictures: list[Picture] = []
    for _ in range(chance.choice((0, 1, 2, 3))):
        top = box.top + chance.uniform(0, 0.6) * (box.bottom - box.top)
        found = captioned(picture_place(columns, top, look, chance), [], look, chance)
        if not any(overlap(found.hole, p.hole) for p in pictures):
            pictures.append(found)
    heads = {
        r: s._replace(size=min(s.size, 2.2 * look.size))
        for r, s in head_styles(look, each, "", chance).items()
    }
    styles = flow_styles(look, look.size, look.leading, chance)
    styles |= {role: s._replace(leading=1.25 * s.size, gap=0.0) for role, s in heads.items()}
    need = look.columns * each * (box.bottom - box.top) / look.size / look.leading
    articles: list[list[Paragraph]] = []
    for source in stock:
        if need < 0:
            break
        articles.append([*head_of(source, desk), *flow_of(source, desk)])
        need -= sum(len(p.text) + 8 for p in articles[-1])
    styled = [(indented(p, look), styles[p.role]) for its in articles for p in its]
    holes = [p.hole for p in pictures]
    # What the last column would cut off is not printed at all.
    room = pour(styled, columns, holes, look).placed
    poured = pour(styled[:room], columns, holes, look)
    blocks = [Block("body", 0, tuple(lines)) for lines in poured.columns if lines]
    printed = []
    for its in articles:
        printed.append(its[:room])
        room = max(0, room - len(its))
    first = Placed(blocks, [Shape("picture", p.shown) for p in pictures], [], box.bottom)
    return [first, *(Placed([], [], its, box.bottom) for its in printed if its)]
