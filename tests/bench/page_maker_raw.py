"""Raw text of a page by real extractors and reading machines; those not installed are left out by name."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

Reader = Callable[[Path], str]
Machine = Callable[[Path, random.Random], str]
"""A reading machine draws the noise of its scan."""


def by_command(*command: str) -> Reader:
    """Return a reader that runs a program with the page's path in the place of "PAGE"."""

    def read(page: Path) -> str:
        filled = [str(page) if word == "PAGE" else word for word in command]
        return subprocess.run(filled, capture_output=True, check=True).stdout.decode("utf-8", "replace")

    return read


def by_pypdfium2(page: Path) -> str:
    """Read with PDFium's own reading order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(page)
    return "\n".join(p.get_textpage().get_text_range() for p in document)


def by_pdfminer(page: Path) -> str:
    """Read with pdfminer.six, its layout analysis as it comes."""
    from pdfminer.high_level import extract_text

    return extract_text(page)


def by_pymupdf(page: Path) -> str:
    """Read with MuPDF, blocks as they were drawn."""
    import pymupdf

    with pymupdf.open(page) as document:
        return "\n".join(p.get_text() for p in document)


def by_pypdf(page: Path) -> str:
    """Read with pypdf, text as it was drawn."""
    from pypdf import PdfReader

    return "\n".join(p.extract_text() for p in PdfReader(page).pages)


def by_pypdf_layout(page: Path) -> str:
    """Read with pypdf, spaces standing for the room between what is drawn."""
    from pypdf import PdfReader

    return "\n".join(p.extract_text(extraction_mode="layout") for p in PdfReader(page).pages)


def by_pdfplumber(layout: bool = False) -> Reader:
    """Return a reader that writes what stands at one height on one line, at its place or a space apart."""

    def read(page: Path) -> str:
        import pdfplumber

        with pdfplumber.open(page) as document:
            return "\n".join(p.extract_text(layout=layout) or "" for p in document.pages)

    return read


READERS: dict[str, tuple[str, Reader]] = {
    "pdftotext": ("pdftotext", by_command("pdftotext", "PAGE", "-")),
    "pdflayout": ("pdftotext", by_command("pdftotext", "-layout", "PAGE", "-")),
    "pdfraw": ("pdftotext", by_command("pdftotext", "-raw", "PAGE", "-")),
    "pypdfium2": ("pypdfium2", by_pypdfium2),
    "pdfminer": ("pdfminer", by_pdfminer),
    "pymupdf": ("pymupdf", by_pymupdf),
    "pypdf": ("pypdf", by_pypdf),
    "pypdflayout": ("pypdf", by_pypdf_layout),
    "plumber": ("pdfplumber", by_pdfplumber()),
    "plumberlayout": ("pdfplumber", by_pdfplumber(layout=True)),
    "mutool": ("mutool", by_command("mutool", "draw", "-q", "-F", "txt", "PAGE")),
}
"""Variant, the program or package it needs, and how it reads."""


def installed(names: list[str]) -> dict[str, Reader]:
    """Return the readers that can run here, and say on the way which cannot."""
    found = {}
    for name in names:
        needs, read = READERS[name]
        if shutil.which(needs) or find_spec(needs):
            found[name] = read
        else:
            print(f"left out: {name} ({needs} is not installed)")
    return found


def readable(text: str) -> bool:
    """Say whether a text has lines at all; some extractors give a line to each character that is drawn alone."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return sum(len(line) < 2 for line in lines) < 0.05 * len(lines)


def tidy(text: str) -> str:
    """Return a text with the line breaks of a raw file, a form feed at a page's end as a line break."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")


def scan(page: Path, chance: random.Random):
    """Return a page as a noisy grey picture, 150 to 300 dots an inch."""
    import pypdfium2
    from PIL import Image, ImageChops, ImageFilter

    dots = chance.choice((150, 200, 200, 250, 300))
    picture = pypdfium2.PdfDocument(page)[0].render(scale=dots / 72).to_pil().convert("L")
    picture = picture.rotate(chance.uniform(-0.4, 0.4), Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(chance.choice((0.0, 0.4, 0.7))))
    wide, tall = picture.size
    strength, dark = chance.choice((0.05, 0.15, 0.3)), chance.choice((0, 8, 20))
    grain = Image.frombytes("L", (wide, tall), chance.randbytes(wide * tall)).point(
        lambda v: int(v * strength)
    )
    picture = ImageChops.subtract(picture, grain, 1, -dark)
    if chance.random() < 0.2:
        level = chance.randint(140, 190)
        picture = picture.point(lambda v: 255 if v > level else 0)
    return picture


def by_tesseract(page: Path, chance: random.Random) -> str:
    """Read a noisy scan with tesseract."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.png"
        scan(page, chance).save(path)
        command = ["tesseract", str(path), "-", "-l", "chi_sim", "--psm", chance.choice(("1", "3", "3"))]
        if chance.random() < 0.4:
            command += ["-c", "preserve_interword_spaces=1"]
        env = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        run = subprocess.run(command, capture_output=True, check=True, env=env)
    return run.stdout.decode("utf-8", "replace")


Box = tuple[float, float, float, float, str]
"""Left, top, right and bottom of a line that a reading machine found, and its text."""


def in_order(boxes: list[Box]) -> list[Box]:
    """Return lines as columns are read: cut by the widest gap from side to side, else from top to bottom."""
    if len(boxes) < 2:
        return boxes
    tall = median(b[3] - b[1] for b in boxes)
    for low, high, least in ((0, 2, 0.3 * tall), (1, 3, 0.0)):
        reached, gaps = float("inf"), []
        for box in sorted(boxes, key=lambda b: b[low]):
            gaps.append((box[low] - reached, reached))
            reached = max(reached if gaps[1:] else box[high], box[high])
        gap, cut = max(gaps)
        if gap > least:
            first = [b for b in boxes if b[high] <= cut]
            return in_order(first) + in_order([b for b in boxes if b[high] > cut])
    return sorted(boxes, key=lambda b: (b[1], b[0]))


class RapidReader:
    """RapidOCR, loaded once; its lines are put in the order of columns."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self.machine = RapidOCR()

    def __call__(self, page: Path, chance: random.Random) -> str:
        """Read a noisy scan."""
        import numpy

        found = self.machine(numpy.asarray(scan(page, chance).convert("RGB")))
        boxes = []
        for corners, text in zip(found.boxes, found.txts, strict=True):
            (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
            boxes.append((float(left), float(top), float(right), float(bottom), text))
        return "".join(f"{box[4]}\n" for box in in_order(boxes))


def machines(names: list[str]) -> dict[str, Machine]:
    """Return the reading machines that can run here, and say on the way which cannot."""
    found: dict[str, Machine] = {}
    for name in names:
        if not (shutil.which(name) or find_spec(name)):
            print(f"left out: {name} is not installed")
        else:
            found[name] = by_tesseract if name == "tesseract" else RapidReader()
    return found
