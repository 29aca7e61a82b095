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

from page_maker_copy import Article, Desk, Paragraph
from page_maker_damage import DAMAGES
from page_maker_draw import draw
from page_maker_faces import Face
from page_maker_layout import Block, Box, Look, Style, set_line
from page_maker_looks import look_of
from page_maker_raw import READERS, by_tesseract, installed, readable, tidy
from page_maker_setting import Setter, regions_of, run_on
from PIL import Image, ImageFilter
from repair_truth import page_number
from reportlab.lib.utils import ImageReader

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
        put(desk.furniture("folios"), "folio", top, sides[0], style)
    if chance.random() < 0.5:
        big = style._replace(face=look.head, size=look.size * chance.choice((1.0, 1.4, 1.8)))
        put(desk.furniture("heads"), "folio", top, sides[1], big)
    if chance.random() < 0.5:
        put(desk.furniture("staff"), "folio", chance.choice((top, foot)), sides[2], style)
    for side in sides[: chance.choice((0, 0, 1, 2))]:
        put(desk.say("notices"), "notice", foot, side, style)
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
            placed for region in regions_of(box, look, chance) for placed in setter.filled(region, queue)
        ]
    blocks = [block for placed in found for block in placed.blocks]
    shapes = [shape for placed in found for shape in placed.shapes]
    printed = [placed.printed for placed in found if placed.printed]
    around, furniture = furniture_of(look, desk)
    blocks = around + blocks if chance.random() < 0.6 else blocks + around
    return blocks, shapes, printed, furniture


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
