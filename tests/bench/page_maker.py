"""Make newspaper pages from true articles: page_maker.py TRUTH_FOLDER --out OUT [--pages N] [--seed S] [--fit|--held]

Writes OUT/pages/<page>.pdf, OUT/truth/<page>.json and OUT/raw/<page>.<variant>.txt. Run it where the extractors are
installed: none of them is a dependency of the product, and those that are missing are left out by name. Pages made of
articles to fit on never have a number that is 3 modulo 4; pages made of held-out articles always have.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from pathlib import Path

from page_maker_copy import FOLIOS, HEADS, NOTICES, STAFF, Article, Desk, Paragraph
from page_maker_damage import DAMAGES
from page_maker_draw import ORDERS, draw
from page_maker_faces import HEAD, NOTE, SERIF, Face, faces_among
from page_maker_layout import Block, Box, Look, Placed, Setter, Shape, Style, regions_of, run_on, set_line
from page_maker_raw import READERS, by_tesseract, installed, readable, tidy
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from repair_truth import page_number

from qingyang.lexicon import load_words

Words = Callable[[str], list[str]]


def articles_of(folder: Path, kind: str) -> list[Article]:
    """Return the articles of the pages to fit on, of those held out, or of all."""
    found = []
    for path in sorted((folder / "truth").glob("*.json")):
        held = page_number(path.stem) % 4 == 3
        if kind == "all" or held == (kind == "held"):
            for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
                found.append(tuple(Paragraph(p["role"], p["text"]) for p in article["paragraphs"]))
    return found


def look_of(chance: random.Random, held: bool) -> Look:
    """Draw the look of one page; held-out pages have other sizes, grids and habits than those to fit on."""
    size = chance.choice((8.2, 8.8, 9.2, 10.2, 10.8) if held else (7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0))
    width, height = chance.choice(
        ((640, 900), (760, 1020), (842, 1191))
        if held
        else ((595, 842), (680, 964), (720, 1000), (842, 1191), (612, 792), (900, 1290))
    )
    width, height = width * chance.uniform(0.95, 1.05), height * chance.uniform(0.95, 1.05)
    margin, gutter = chance.uniform(24, 54), size * chance.choice((0.8, 1.0, 1.3, 1.6, 2.0, 3.0))
    most = int((width - 2 * margin + gutter) / (8.5 * size + gutter))
    least = max(1, int((width - 2 * margin) / (40 * size)))
    columns = chance.choice([c for c in (1, 2, 3, 4, 5, 6, 7, 8) if least <= c <= most] or [least])
    pick = lambda pool: Face(chance.choice(faces_among(pool, held)))  # noqa: E731
    return Look(
        width=width, height=height, margin=margin, columns=columns, gutter=gutter, size=size,
        leading=size * chance.uniform(1.2, 1.75), indent=chance.choice(("drawn", "drawn", "drawn", "typed", "typed", "none")),
        between=chance.choice((0.0, 0.0, 0.0, 0.0, 0.3, 0.6, 1.0)), justified=chance.random() < 0.8,
        drawing=chance.choice(("line", "line", "line", "char", "char", "run", "loose")),
        seam=chance.choice((0.0, 0.0, 0.125, 0.2, 0.25, 0.35)), squeeze=chance.random() < 0.5,
        broken_numbers=chance.random() < 0.2, spaced=chance.random() < 0.1, run_on=0.12, order=chance.choice(ORDERS), rules=chance.choice((0.0, 0.3, 0.8)),
        boxes=chance.choice((0.0, 0.1, 0.35)), pictures=chance.choice((0.2, 0.5, 0.8)), inner=chance.choice((0.0, 0.2, 0.5)),
        spread=chance.choice((0.0, 0.5, 0.9)), side_head=chance.choice((0.0, 0.15, 0.5)),
        body=pick(SERIF), head=pick(HEAD), note=pick(NOTE),
    )  # fmt: skip


def furniture_of(look: Look, desk: Desk) -> tuple[list[Block], list[Paragraph]]:
    """Return the lines around the articles: folio, running head, staff, notices."""
    chance, lines, made = desk.chance, [], []
    style = Style(look.note, 0.95 * look.size, look.size)

    def put(text: str, role: str, y: float, align: str, its: Style) -> None:
        lines.append(
            set_line(text, True, look.margin, look.width - look.margin, y, its._replace(align=align), look)
        )
        made.append(Paragraph(role, text))

    top, foot = 0.6 * look.margin, look.height - 0.45 * look.margin
    sides = chance.sample(("left", "right", "centre"), 3)
    if chance.random() < 0.9:
        put(desk.furniture(FOLIOS), "folio", top, sides[0], style)
    if chance.random() < 0.5:
        big = style._replace(face=look.head, size=look.size * chance.choice((1.0, 1.4, 1.8)))
        put(desk.furniture(HEADS), "folio", top, sides[1], big)
    if chance.random() < 0.5:
        put(desk.furniture(STAFF), "folio", chance.choice((top, foot)), sides[2], style)
    for side in sides[: chance.choice((0, 0, 1, 2))]:
        put(desk.say(NOTICES), "notice", foot, side, style)
    return [Block("furniture", -1, (line,)) for line in lines], made


def made_page(stock: list[Article], look: Look, desk: Desk, words: Words):
    """Return what is drawn on one page and what of every article and of its furniture is printed."""
    chance, setter = desk.chance, Setter(look, desk, words)
    box = Box(look.margin, 1.1 * look.margin, look.width - look.margin, look.height - 1.0 * look.margin)
    queue = iter(chance.sample(stock, len(stock)))
    if chance.random() < look.run_on:
        found = run_on(list(queue), box, look, desk)
    else:
        found = [
            placed for region in regions_of(box, look, chance) for placed in filled(region, queue, setter)
        ]
    blocks = [block for placed in found for block in placed.blocks]
    shapes = [shape for placed in found for shape in placed.shapes]
    printed = [placed.printed for placed in found if placed.printed]
    around, furniture = furniture_of(look, desk)
    blocks = around + blocks if chance.random() < 0.6 else blocks + around
    return blocks, shapes, printed, furniture


def filled(region: Box, queue, setter: Setter):
    """Yield articles down a region until nothing more finds room, then perhaps a made list or table."""
    look, chance = setter.look, setter.desk.chance
    misses = 0
    while region.bottom - region.top > 7 * look.leading and misses < 3:
        source = next(queue, None)
        if source is None:
            return
        placed = setter.article(source, region)
        if placed is None:
            misses += 1
            continue
        if chance.random() < look.rules:
            y = placed.bottom + 0.7 * look.leading
            placed.shapes.append(Shape("rule", Box(region.left, y, region.right, y + 0.1)))
        yield placed
        region = region._replace(top=placed.bottom + chance.uniform(0.9, 2.2) * look.leading)
    if chance.random() < 0.3 and (made := setter.filler(region)):
        yield made


def photo(chance: random.Random) -> ImageReader:
    """Return a blurred grey picture that no reading machine can read."""
    picture = Image.effect_noise((40, 28), 90).filter(ImageFilter.GaussianBlur(chance.uniform(1, 4)))
    data = BytesIO()
    picture.resize((240, 168)).save(data, "PNG")
    data.seek(0)
    return ImageReader(data)


def make(number: int, stock: list[Article], args: argparse.Namespace, words: Words, readers) -> None:
    """Make one page with its truth and its raw texts."""
    chance = random.Random(f"{args.seed}:{number}")
    held = args.kind == "held"
    desk, look = Desk(chance, held, stock), look_of(chance, held)
    blocks, shapes, printed, furniture = made_page(stock, look, desk, words)
    name = f"g{number:04d}"
    page = args.out / "pages" / f"{name}.pdf"
    draw(
        page,
        [b for b in blocks if b.lines],
        shapes,
        look,
        photo(chance) if chance.random() < 0.7 else None,
        chance,
    )
    meta = {k: v.name if isinstance(v, Face) else v for k, v in look._asdict().items()}
    truth = {
        "id": name, "set": args.kind, "meta": meta,
        "articles": [{"id": f"{name}-{k}", "paragraphs": [p._asdict() for p in its]} for k, its in enumerate(printed)],
        "furniture": [p._asdict() for p in furniture],
    }  # fmt: skip
    (args.out / "truth" / f"{name}.json").write_text(
        json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    raws = {variant: tidy(read(page)) for variant, read in readers.items()}
    raws = {variant: text for variant, text in raws.items() if readable(text)}
    raws |= {variant: damage(printed, chance) for variant, damage in DAMAGES.items()}
    if number in args.scanned:
        raws["tesseract"] = tidy(by_tesseract(page, chance))
    for variant, text in raws.items():
        (args.out / "raw" / f"{name}.{variant}.txt").write_text(
            text, encoding="utf-8", errors="replace", newline=""
        )


def numbers(kind: str, count: int) -> list[int]:
    """Return page numbers that say by themselves whether a page is held out."""
    return list(
        islice((n for n in range(4 * count + 4) if kind == "all" or (n % 4 == 3) == (kind == "held")), count)
    )


def options() -> argparse.Namespace:
    """Return the command's options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a truth folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--fit", dest="kind", action="store_const", const="fit", default="all", help="articles to fit on"
    )
    parser.add_argument("--held", dest="kind", action="store_const", const="held", help="articles held out")
    parser.add_argument("--readers", default=",".join(READERS), help="extractors, parted by commas")
    parser.add_argument(
        "--ocr", type=int, default=0, metavar="N", help="read N of the pages with tesseract too"
    )
    return parser.parse_args()


def main() -> None:
    args = options()
    for folder in ("pages", "truth", "raw"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    stock, words = articles_of(args.folder, args.kind), load_words(None).cut
    readers = installed([r for r in re.split(r"[ ,]+", args.readers) if r])
    pages = numbers(args.kind, args.pages)
    args.scanned = (
        frozenset(pages[:: max(1, len(pages) // args.ocr)][: args.ocr]) if args.ocr else frozenset()
    )
    for number in pages:
        make(number, stock, args, words, readers)


if __name__ == "__main__":
    main()
