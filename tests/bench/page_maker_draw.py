"""A made page as PDF: what stands where is drawn in the order one of many typesetting programs might draw it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from page_maker_faces import OWN, Face
from page_maker_layout import Block, Line, Look, Shape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

ORDERS = (
    "article",
    "article",
    "article",
    "shuffled",
    "columns",
    "heads_last",
    "heads_first",
    "captions_last",
    "rows",
    "article_rows",
)


def ordered(blocks: Sequence[Block], order: str, chance: random.Random) -> list[Block]:
    """Return blocks in drawing order."""
    found = list(blocks)
    if order == "shuffled":
        chance.shuffle(found)
    elif order == "columns":
        found.sort(key=lambda b: (round(b.lines[0].x / 40), b.lines[0].y))
    elif order == "heads_last":
        found.sort(key=lambda b: b.kind == "head")
    elif order == "heads_first":
        found.sort(key=lambda b: b.kind != "head")
    elif order == "captions_last":
        found.sort(key=lambda b: b.kind == "caption")
    elif order == "article_rows":
        lines = [(b.article, line) for b in found for line in b.lines]
        lines.sort(key=lambda its: (its[0], round(its[1].y / 3), its[1].x))
        found = [Block("row", article, (line,)) for article, line in lines]
    elif order == "rows":
        lines = sorted(
            (line for b in found for line in b.lines), key=lambda line: (round(line.y / 3), line.x)
        )
        found = [Block("row", 0, (line,)) for line in lines]
    return found


def draw_line(canvas: Canvas, line: Line, look: Look, spare: Face, chance: random.Random) -> None:
    """Draw one line; a character its face lacks is drawn in the spare one."""
    for offset, text in line.pieces:
        x, y = line.x + offset, look.height - line.y
        if all(map(line.face.has, text)):
            canvas.setFont(line.face.name, line.size)
            gap = line.gap + (chance.choice((0.0, 0.0, 0.01)) * line.size if look.drawing == "loose" else 0.0)
            canvas.drawString(x, y, text, charSpace=gap)
            continue
        for char in text:
            canvas.setFont((line.face if line.face.has(char) else spare).name, line.size)
            canvas.drawString(x, y, char)
            x += line.size * line.face.width(char) + line.gap


def draw_shape(canvas: Canvas, shape: Shape, look: Look, photo: ImageReader | None) -> None:
    """Draw a picture, a frame, a tint or a rule."""
    box = shape.box
    wide, tall, bottom = box.right - box.left, box.bottom - box.top, look.height - box.bottom
    if shape.kind == "picture" and photo is not None:
        canvas.drawImage(photo, box.left, bottom, wide, tall)
        return
    canvas.setFillGray(0.78 if shape.kind == "picture" else 0.93)
    canvas.setLineWidth(0.4)
    canvas.rect(
        box.left,
        bottom,
        wide,
        max(tall, 0.1),
        stroke=shape.kind in ("frame", "rule"),
        fill=shape.kind in ("picture", "tint"),
    )
    canvas.setFillGray(0)


def draw(
    path: Path,
    blocks: Sequence[Block],
    shapes: Sequence[Shape],
    look: Look,
    photo: ImageReader | None,
    chance: random.Random,
) -> None:
    """Write one page."""
    canvas = Canvas(str(path), pagesize=(look.width, look.height), pageCompression=1, invariant=1)
    spare = Face(OWN / "NotoSansSC-Regular.ttf")
    for shape in shapes:
        draw_shape(canvas, shape, look, photo)
    for block in ordered(blocks, look.order, chance):
        for line in block.lines:
            draw_line(canvas, line, look, spare, chance)
    canvas.showPage()
    canvas.save()
