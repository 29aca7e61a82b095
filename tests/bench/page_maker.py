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
from typing import NamedTuple

from page_maker_copy import Article, Desk, Paragraph
from page_maker_damage import DAMAGES
from page_maker_draw import draw
from page_maker_faces import Face
from page_maker_layout import Block, Box, Look, Shape, Style, set_line
from page_maker_looks import look_of
from page_maker_raw import READERS, installed, machines, readable, tidy
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
            found += articles_on(path)
    return found


def articles_on(truth: Path) -> list[Article]:
    """Return the articles of one page."""
    page = json.loads(truth.read_text(encoding="utf-8"))
    return [tuple(Paragraph(p["role"], p["text"]) for p in a["paragraphs"]) for a in page["articles"]]


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


class Page(NamedTuple):
    """What is drawn on one page, and what of every article and around them is printed."""

    look: Look
    blocks: list[Block]
    shapes: list[Shape]
    articles: list[list[Paragraph]]
    furniture: list[Paragraph]


def page_of(stock: list[Article], held: bool, words: Words, chance: random.Random) -> Page:
    """Return one page of some articles; the same for the same articles and random source."""
    page = drawn(stock, held, words, chance)
    # Now and then the first articles find no room in any region of a page.
    return page if page.articles else page_of(stock, held, words, chance)


def drawn(stock: list[Article], held: bool, words: Words, chance: random.Random) -> Page:
    """Return one page as it comes, perhaps without an article."""
    desk, look = Desk(chance, held, stock), look_of(chance, held)
    box = Box(look.margin, 1.1 * look.margin, look.width - look.margin, look.height - look.margin)
    queue = chance.sample(stock, len(stock))
    if chance.random() < look.run_on:
        found = run_on(queue, box, look, desk)
    else:
        setter, rest = Setter(look, desk, words), iter(queue)
        found = [p for region in regions_of(box, look, chance) for p in setter.filled(region, rest)]
    blocks = [block for placed in found for block in placed.blocks]
    around, furniture = furniture_of(look, desk)
    blocks = around + blocks if chance.random() < 0.6 else blocks + around
    shapes = [shape for placed in found for shape in placed.shapes]
    printed = [placed.printed for placed in found if placed.printed]
    return Page(look, [b for b in blocks if b.lines], shapes, printed, furniture)


def truth_of(name: str, kind: str, page: Page) -> dict[str, object]:
    """Return the truth of a page in the benchmark's format."""
    meta = {k: v.name if isinstance(v, Face) else v for k, v in page.look._asdict().items()}
    articles = [
        {"id": f"{name}-{k}", "paragraphs": [p._asdict() for p in its]} for k, its in enumerate(page.articles)
    ]
    furniture = [p._asdict() for p in page.furniture]
    return {"id": name, "set": kind, "meta": meta, "articles": articles, "furniture": furniture}


def photo(chance: random.Random) -> ImageReader | None:
    """Return a blurred grey picture that no reading machine can read, or none: then a grey box stands for it."""
    if chance.random() < 0.3:
        return None
    picture = Image.frombytes("L", (40, 28), chance.randbytes(40 * 28))
    data = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(chance.uniform(1, 4))).resize((240, 168)).save(data, "PNG")
    data.seek(0)
    return ImageReader(data)


def write(out: Path, name: str, kind: str, page: Page, chance: random.Random) -> Path:
    """Write a page and its truth, and return where the page is."""
    path = out / "pages" / f"{name}.pdf"
    draw(path, page.blocks, page.shapes, page.look, photo(chance), chance)
    truth = json.dumps(truth_of(name, kind, page), ensure_ascii=False, indent=1)
    (out / "truth" / f"{name}.json").write_text(truth, encoding="utf-8")
    return path


def raws_of(path: Path, page: Page, readers, scanners, chance: random.Random) -> dict[str, str]:
    """Return the raw texts of a page by variant: read, scanned and damaged."""
    raws = {variant: damage(page.articles, chance) for variant, damage in DAMAGES.items()}
    raws |= {variant: tidy(read(path, chance)) for variant, read in scanners.items()}
    read = {variant: tidy(read(path)) for variant, read in readers.items()}
    return raws | {variant: text for variant, text in read.items() if readable(text)}


def numbers(kind: str, count: int) -> list[int]:
    """Return page numbers that say by themselves whether a page is held out."""
    every = (n for n in range(4 * count + 4) if kind == "all" or (n % 4 == 3) == (kind == "held"))
    return list(islice(every, count))


def spread(pages: list[int], count: int) -> frozenset[int]:
    """Return so many of the pages, from all over them."""
    return frozenset(pages[k * len(pages) // count] for k in range(count)) if count else frozenset()


def options() -> argparse.Namespace:
    """Return the command's options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("folder", type=Path, help="a truth folder")
    add("--out", type=Path, required=True)
    add("--pages", type=int, default=100)
    add("--seed", type=int, default=1)
    add(
        "--fit", dest="kind", action="store_const", const="fit", default="all", help="articles to fit on only"
    )
    add("--held", dest="kind", action="store_const", const="held", help="articles held out only")
    add("--readers", default=",".join(READERS), help="extractors, parted by commas")
    add("--tesseract", "--ocr", type=int, default=0, metavar="N", help="scan N of the pages for tesseract")
    add("--rapidocr", type=int, default=0, metavar="N", help="scan N of the pages for RapidOCR (20 s each)")
    return parser.parse_args()


def main() -> None:
    args = options()
    for folder in ("pages", "truth", "raw"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    stock, words = articles_of(args.folder, args.kind), load_words(None).cut
    readers = installed([r for r in re.split(r"[ ,]+", args.readers) if r])
    pages = numbers(args.kind, args.pages)
    wanted = {"tesseract": spread(pages, args.tesseract), "rapidocr": spread(pages, args.rapidocr)}
    scanners = machines([name for name, its in wanted.items() if its])
    for number in pages:
        chance, name = random.Random(f"{args.seed}:{number}"), f"g{number:04d}"
        page = page_of(stock, args.kind == "held", words, chance)
        path = write(args.out, name, args.kind, page, chance)
        here = {variant: read for variant, read in scanners.items() if number in wanted[variant]}
        for variant, text in raws_of(path, page, readers, here, chance).items():
            raw = args.out / "raw" / f"{name}.{variant}.txt"
            raw.write_text(text, encoding="utf-8", errors="replace", newline="")


if __name__ == "__main__":
    main()
